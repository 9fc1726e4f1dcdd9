"""`aligner align`: the beads of a project, or of two files."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import Any

import click

from aligner.alignment.bead import Bitext
from aligner.cli import options, output
from aligner.errors import UsageError
from aligner.review.review import Review
from aligner.store.project import Project

FORMATS = ("text", "json", "tsv", "tmx", "xliff1.2", "xliff2.1", "html")


@click.command("align")
@options.paths
@options.common
@options.reading
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--explain", is_flag=True, help="Say what held each bead together.")
@click.option("--gloss", is_flag=True, help="In JSON, the chrF of each bead against a gloss.")
@click.option("--include-internal", is_flag=True, help="Exports hold internal notes too.")
def command(**given: Any) -> int:
    """Print the beads: which English segments go with which Spanish ones."""
    from aligner.cli.opening import project_of, read_reviews

    if given["explain"] and given["form"] != "text":
        raise UsageError("--explain goes with --format text")
    project = project_of(given)
    # The other formats show no findings.
    found = read_reviews(project, given, checked=given["form"] == "html")
    _print(project, found.reviews, given)
    return found.code


def _print(project: Project, reviews: Sequence[Review], given: dict[str, Any]) -> None:
    from aligner.report import beads

    form = given["form"]
    bitexts = [(review.document, review.bitext) for review in reviews]
    if form == "json":
        gloss = [_gloss(project, bitext) for _, bitext in bitexts] if given["gloss"] else ()
        output.emit(beads.render_json(bitexts, gloss=gloss))
    elif form == "tsv":
        output.emit(beads.render_tsv(bitexts))
    elif form == "html":
        from aligner.cli.running import Wanted, run_of
        from aligner.report.page.page import render

        run = run_of(project, reviews, Wanted(internal=given["include_internal"]))
        output.emit(render(run, project.glossary, internal=given["include_internal"]))
    elif form == "text":
        extra = _explaining(project, bitexts) if given["explain"] else None
        width = shutil.get_terminal_size().columns
        output.emit(beads.render_text(bitexts, width=width, extra=extra))
    else:
        from aligner.cli.exporting import bitext_bytes

        output.emit_bytes(bitext_bytes(reviews, form, include_internal=given["include_internal"]))


def _gloss(project: Project, bitext: Bitext) -> tuple[Sequence[float | None], str]:
    from aligner.alignment.gloss import gloss_scores, gloss_signature
    from aligner.alignment.lexicon import learn_lexicon
    from aligner.glossary.evidence import evidence

    known = evidence(project.glossary)
    lexicon = learn_lexicon(bitext, evidence=known, memory=project.memories)
    return gloss_scores(bitext, lexicon, known), gloss_signature()


def _explaining(project: Project, bitexts: Sequence[tuple[str, Bitext]]) -> Any:
    """A function that says in a few lines what speaks for a bead."""
    from aligner.alignment.explain import explain
    from aligner.alignment.lexicon import learn_lexicon
    from aligner.glossary.evidence import evidence

    known = evidence(project.glossary)
    lexicons = {
        id(bitext): learn_lexicon(bitext, evidence=known, memory=project.memories)
        for _, bitext in bitexts
    }

    def said(bitext: Bitext, number: int) -> str:
        if bitext.beads[number].empty:
            return "no counterpart found"
        why = explain(bitext, number, lexicon=lexicons[id(bitext)], evidence=known)
        lines = []
        for name, found in (
            ("numbers", why.numbers),
            ("names", why.names),
            ("cognates", why.cognates),
            ("known words", why.known),
            ("learned", why.learned),
        ):
            if found:
                shown = ", ".join(en if en == es else f"{en} = {es}" for en, es in found[:8])
                more = f" and {len(found) - 8} more" if len(found) > 8 else ""
                lines.append(f"{name}: {shown}{more}")
        lines.append(f"length: {why.length_ratio:.2f} Spanish characters for an English one")
        if why.runner_up >= 0:
            lines.append(
                f"runner-up: block {why.runner_up + 1}, {round(100 * why.runner_up_share)} % "
                "of these links"
            )
        return "\n".join(lines)

    return said
