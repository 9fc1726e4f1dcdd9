"""The amendment list: Reads / Should read, Dice / Debe decir, from the verdicts *mend* and the
proposals. After signature the same list is that of rectifications."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.report.papers.sheet import Sheet
from aligner.report.papers.words import CATALOGUES, Language
from aligner.report.run import CheckRun
from aligner.review.review import Review, Verdict

_MEND = {Verdict.MEND_EN: "en", Verdict.MEND_ES: "es"}


def render(run: CheckRun, *, language: Language = "en", internal: bool = False) -> bytes:
    """The list as a Word file. Verdicts and proposals that are not shared are left out, unless
    `internal`."""
    words = CATALOGUES[language]
    sheet = Sheet(f"{run.project}: {words['amendments_title']}", language=language, landscape=True)
    if internal:
        sheet.stamp(words["internal"])
    rows = [
        row
        for review in run.reviews
        for row in _rows(review, words["english"], words["spanish"], internal)
    ]
    if not rows:
        sheet.line(words["none"])
    else:
        sheet.table(
            tuple(
                words[name]
                for name in ("number", "version", "place", "reads", "should_read", "reason")
            ),
            [(str(number), *row) for number, row in enumerate(rows, start=1)],
            shares=(2, 3, 3, 8, 8, 5),
        )
        sheet.line(words["rectification"])
    return sheet.content()


def _rows(
    review: Review, english: str, spanish: str, internal: bool
) -> Iterator[tuple[str, str, str, str, str]]:
    names = {"en": english, "es": spanish}
    for finding in review.findings:
        side = _MEND.get(finding.state)
        if side is None or not (internal or finding.shared):
            continue
        place, reads = _stands(review, finding.divergence.bead, side)
        yield names[side], place, reads, finding.proposed, finding.reason
    for number, state in enumerate(review.beads):
        for proposal in state.proposals:
            if internal or proposal.shared:
                place, reads = _stands(review, number, proposal.side)
                yield (
                    names[proposal.side],
                    place,
                    proposal.reads or reads,
                    proposal.text,
                    proposal.reason,
                )


def _stands(review: Review, bead: int, side: str) -> tuple[str, str]:
    """The printed number of the paragraph (or the bead's number) and what it reads."""
    bitext = review.bitext
    document = bitext.en if side == "en" else bitext.es
    held = bitext.beads[bead].en if side == "en" else bitext.beads[bead].es
    segments = [document.segments[index] for index in held]
    label = next((segment.label for segment in segments if segment.label), "")
    return label or f"[{bead + 1}]", "\n".join(segment.text for segment in segments)
