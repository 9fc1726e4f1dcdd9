"""`aligner glossary list` and `log`: what is decided, and how it came to be."""

from __future__ import annotations

import json
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import UsageError
from aligner.glossary.concept import Concept, Glossary
from aligner.text.hygiene import visible


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORD...]")
@click.option("--project", default="", metavar="DIR", help="The project (default: found upward).")
@click.option("--glossary", "file", default="", metavar="FILE", help="List this file instead.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@options.common
def list_command(**given: Any) -> int:
    """The concepts whose id or terms hold all WORDs; one concept alone is shown in full."""
    from aligner.glossary.record import to_record

    glossary = _glossary(given)
    chosen = [concept for concept in glossary.concepts if _holds(concept, given["words"])]
    if given["form"] == "json":
        record = to_record(Glossary(tuple(chosen)))
        output.emit(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    elif len(chosen) == 1 and given["words"]:
        from aligner.glossary.canonical import canonical

        output.say(canonical(Glossary((chosen[0],))).split("concepts:\n", 1)[1].rstrip("\n"))
    else:
        for concept in chosen:
            output.say(_line(concept))
    return 0


def _glossary(given: dict[str, Any]) -> Glossary:
    if given["file"]:
        from aligner.cli.glossary_source import glossary_from

        return glossary_from(given["file"])
    from aligner.cli.opening import project_of_terms

    return project_of_terms(given["project"]).glossary


def _holds(concept: Concept, words: tuple[str, ...]) -> bool:
    from aligner.language.folding import fold

    text = fold(" ".join([concept.id, *(term.text for term in (*concept.en, *concept.es))]))
    return concept.id in words or all(fold(word) in text for word in words)


def _line(concept: Concept) -> str:
    sides = [
        "; ".join(
            term.text if term.status.value == "preferred" else f"{term.text} ({term.status.value})"
            for term in terms
        )
        for terms in (concept.en, concept.es)
    ]
    return f"{concept.id}: {sides[0]} = {sides[1]}"


@click.command("log")
@click.argument("concept", default="")
@click.option("--project", default="", metavar="DIR", help="The project (default: found upward).")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@options.common
def log_command(**given: Any) -> int:
    """Each change made through the tool, the newest first, and the decisions that the file holds."""
    from aligner.cli.opening import project_of_terms
    from aligner.cli.terms import decided, said_of
    from aligner.glossary.history import to_entry
    from aligner.store.glossary_history import GlossaryHistory
    from aligner.store.project import GLOSSARY, JOURNALS

    project = project_of_terms(given["project"])
    wanted = given["concept"]
    known = {concept.id for concept in project.glossary.concepts}
    changes = GlossaryHistory(project.root / GLOSSARY, project.root / JOURNALS).read()
    touched = {each.concept for change in changes for each in change.changes}
    if wanted and wanted not in known | touched:
        from aligner.glossary.record import nearest

        raise UsageError(f"no concept is called {wanted!r}{nearest(wanted, known)}")
    if given["form"] == "json":
        for change in changes:
            if not wanted or any(each.concept == wanted for each in change.changes):
                output.emit(json.dumps(to_entry(change), ensure_ascii=False) + "\n")
        return 0
    rows = {
        (change.at, change.by, said_of(change.kind, each), each.concept)
        for change in changes
        for each in change.changes
    }
    rows |= {
        (decision.at, decision.by, decided(decision), concept.id)
        for concept in project.glossary.concepts
        for decision in concept.decisions
    }
    shown = [row for row in sorted(rows, reverse=True) if not wanted or row[3] == wanted]
    lines = (f"{at}  {by}  {name}  {what}" for at, by, what, name in shown)
    output.emit("".join(f"{visible(line)}\n" for line in lines))
    return 0
