"""The bilingual Word table: No. | EN | ES | remarks. What a reviser sends to the other side."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.wording import message
from aligner.report.papers.sheet import Sheet
from aligner.report.papers.words import CATALOGUES, Language
from aligner.report.run import CheckRun
from aligner.review.review import Review


def render(run: CheckRun, *, language: Language = "en", internal: bool = False) -> bytes:
    """The table of all documents as a Word file. Remarks hold open findings, shared notes and
    proposals; with `internal` all notes, and the page says so."""
    words = CATALOGUES[language]
    sheet = Sheet(f"{run.project}: {words['table_title']}", language=language, landscape=True)
    if internal:
        sheet.stamp(words["internal"])
    for review in run.reviews:
        if len(run.reviews) > 1:
            sheet.heading(review.document)
        sheet.table(
            (words["number"], words["english"], words["spanish"], words["remarks"]),
            _rows(review, language, internal),
            shares=(2, 10, 10, 7),
        )
    return sheet.content()


def _rows(
    review: Review, language: Language, internal: bool
) -> Iterator[tuple[str, str, str, str]]:
    bitext = review.bitext
    for number, bead in enumerate(bitext.beads):
        english = "\n".join(bitext.en.segments[i].printed for i in bead.en)
        spanish = "\n".join(bitext.es.segments[j].printed for j in bead.es)
        yield (
            str(number + 1),
            english,
            spanish,
            "\n".join(_remarks(review, number, language, internal)),
        )


def _remarks(review: Review, bead: int, language: Language, internal: bool) -> Iterator[str]:
    for finding in review.findings_of(bead):
        if finding.open:
            yield message(finding.divergence, language)
    state = review.beads[bead]
    for word in state.notes:
        if internal or word.shared:
            yield f"{word.text} ({word.by})"
    for proposal in state.proposals:
        if internal or proposal.shared:
            yield f"{proposal.side.upper()}: {proposal.text} ({proposal.by})"
