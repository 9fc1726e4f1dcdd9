"""`aligner glossary suggest` and `lint`: the glossary and the texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import GATE_FELL, InputError, UsageError, worst
from aligner.glossary.suggest import Candidate, SuggestedPlace
from aligner.store.files import content_of


@click.command("suggest")
@options.paths
@click.option("--least", default=2, show_default=True, type=click.IntRange(min=1), metavar="N")
@click.option("--most", default=50, show_default=True, type=click.IntRange(min=1), metavar="N")
@click.option("--new", "only_new", is_flag=True, help="Without those that the glossary holds.")
@click.option("--places", is_flag=True, help="With every place.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@options.common
@options.reading
def suggest_command(**given: Any) -> int:
    """English phrases that recur, each with every Spanish rendering: organized crime: delincuencia
    organizada 3, crimen organizado 2."""
    from aligner.cli.opening import opened, reviews_of
    from aligner.glossary.suggest import suggest

    project = opened(given["paths"], encoding=given["encoding"], tracked=given["tracked"])
    found = reviews_of(project, jobs=given["jobs"])
    for error in found.errors:
        options.note(f"aligner: {error}", quiet=False)
    for review in found.reviews:
        candidates = [
            candidate
            for candidate in suggest(
                review.bitext, glossary=project.glossary, least=given["least"], most=given["most"]
            )
            if not (given["only_new"] and candidate.concept)
        ]
        if given["form"] == "json":
            for candidate in candidates:
                output.emit(json.dumps(_record(review.document, candidate), ensure_ascii=False))
                output.emit("\n")
            continue
        if len(found.reviews) > 1:
            output.say(f"{review.document}:")
        for candidate in candidates:
            held = f"  [{candidate.concept}]" if candidate.concept else ""
            output.say(f"{candidate}{held}")
            if given["places"]:
                for rendering in candidate.renderings:
                    beads = ", ".join(str(place.bead + 1) for place in rendering.places)
                    output.say(f"    {rendering.text}: beads {beads}")
    return worst([error.exit_code for error in found.errors])


def _record(document: str, candidate: Candidate) -> dict[str, Any]:
    def place(each: SuggestedPlace) -> dict[str, Any]:
        return {"bead": each.bead, "en": each.en, "es": each.es}

    return {
        "document": document,
        "en": candidate.text,
        "count": candidate.count,
        "score": candidate.score,
        "concept": candidate.concept,
        "renderings": [
            {"es": each.text, "count": each.count, "places": [place(p) for p in each.places]}
            for each in candidate.renderings
        ],
        "unrendered": [place(each) for each in candidate.unrendered],
    }


@click.command("lint")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--lang", type=click.Choice(["en", "es"]), help="The language of the texts.")
@click.option("--glossary", "file", default="", metavar="FILE", help="Use this glossary.")
@click.option("--project", default="", metavar="DIR", help="Use the glossary of this project.")
@click.option("--region", default="", metavar="TAG", help="The texts' region (es-MX).")
@click.option("--morph", is_flag=True, help="Ask simplemma's word lists too (aligner[morph]).")
@click.option("--no-near", is_flag=True, help="Without what nearly says a preferred term.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@options.common
@options.reading
def lint_command(**given: Any) -> int:
    """Each text alone against deprecated and forbidden terms, agreed wording and near misses. Without
    FILE, the glossary itself is looked through. Exit code 1 where something is found."""
    from aligner.cli.glossary_source import glossary_from
    from aligner.cli.opening import project_of_terms
    from aligner.language.inflection import lemma_of

    if given["file"]:
        glossary = glossary_from(given["file"])
    else:
        glossary = project_of_terms(given["project"]).glossary
    if not given["files"]:
        from aligner.glossary.conflicts import conflicts

        contradictions = conflicts(glossary)
        for conflict in contradictions:
            output.say(str(conflict))
        return GATE_FELL if contradictions else 0
    if not given["lang"]:
        raise UsageError("--lang en or --lang es: which language are the texts in?")
    if given["morph"] and lemma_of(given["lang"]) is None:
        raise UsageError("--morph needs simplemma: pip install 'aligner[morph]'")
    fell = False
    for path in given["files"]:
        fell = _lint(path, glossary, given) or fell
    return GATE_FELL if fell else 0


def _lint(path: str, glossary: Any, given: dict[str, Any]) -> bool:
    from aligner.glossary.lint import lint
    from aligner.text.reading import read_document

    try:
        content = content_of(Path(path))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    side = given["lang"]
    document = read_document(
        content,
        path=path,
        side=side,
        region=given["region"] or {"en": "en-US", "es": "es-MX"}[side],
        encoding=given["encoding"],
        tracked=given["tracked"],
    )
    findings = lint(document, glossary, near=not given["no_near"], morph=given["morph"])
    for finding in findings:
        line = document.segments[finding.segment].first_line
        if given["form"] == "json":
            record = {
                "path": path,
                "line": line,
                "segment": finding.segment,
                "span": [finding.start, finding.end],
                "kind": finding.kind.value,
                "text": finding.text,
                "concept": finding.concept.id,
                "term": finding.term.text,
                "instead": finding.instead,
            }
            output.emit(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            output.say(f"{path}:{line}: {finding}")
    return any(finding.kind.accuses for finding in findings)
