"""The report for people who read a terminal or a log.

What always holds: it fits the width it is given; every status is a word, colour only underlines
it; what comes from the texts is shown with control characters as symbols.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from itertools import islice

from aligner.divergence.divergence import Severity
from aligner.report.places import first_places, place
from aligner.report.run import CheckRun
from aligner.review.listing import Entry, Shape
from aligner.text.hygiene import visible

NARROWEST = 40
_COLOURS = {"critical": "1;31", "major": "31", "minor": "33", "info": "2", "FELL": "1;31"}
_COLOURS |= {"held": "32"}


class _Page:
    """Lines of one width, with or without colour."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = max(width, NARROWEST)
        self.colour = colour
        self.lines: list[str] = []

    def paint(self, word: str, padded: str) -> str:
        code = _COLOURS.get(word)
        return f"\x1b[{code}m{padded}\x1b[0m" if self.colour and code else padded

    def add(self, line: str = "") -> None:
        self.lines.append(line)

    def hang(self, head: str, text: str, word: str = "") -> None:
        """`text` behind `head`, which is painted in the colour of `word`; lines that follow are
        set in by as much, or by a little where that would leave no room."""
        indent = " " * (len(head) if len(head) < self.width // 2 else 8)
        lines = self._wrapped(head + visible(text), "", indent)
        lines[0] = lines[0].replace(word, self.paint(word, word), 1) if word else lines[0]
        self.lines += lines

    def _wrapped(self, text: str, first: str, indent: str) -> list[str]:
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=indent,
            break_on_hyphens=False,
            drop_whitespace=True,
        ) or [first.rstrip()]

    def wrap(self, text: str, indent: str) -> None:
        self.lines += self._wrapped(" ".join(visible(text).split()), indent, indent)


def render(run: CheckRun, *, width: int = 80, colour: bool = False, settled: bool = False) -> str:
    """The whole report; `settled` also lists findings that a verdict has closed."""
    page = _Page(width, colour)
    page.wrap(f"aligner: {run.project}", "")
    for document in run.documents:
        page.wrap(_document_line(document), "")
    page.add()
    _metrics(page, run)
    _gates(page, run)
    _findings(page, run, settled)
    if run.expired:
        count = len(run.expired)
        said = (
            "1 entry of the baseline has" if count == 1 else f"{count} entries of the baseline have"
        )
        page.wrap(f"{said} expired: nothing is like that any more", "")
        for fingerprint in run.expired:
            page.wrap(fingerprint, "  ")
    for line in run.notes:
        page.wrap(line, "")
    page.wrap(run.signature, "")
    return "\n".join(page.lines) + "\n"


def render_summary(run: CheckRun, *, width: int = 80, colour: bool = False, most: int = 20) -> str:
    """Figures and gates of many documents, and the documents with the most that is open."""
    page = _Page(width, colour)
    segments = sum(each.en_segments + each.es_segments for each in run.documents)
    page.wrap(f"aligner: {run.project}: {len(run.documents)} pairs, {segments} segments", "")
    page.add()
    _metrics(page, run)
    _gates(page, run)
    counts = Counter(
        entry.document for entry in run.open_entries if entry.severity >= Severity.MAJOR
    )
    if counts:
        page.add("Most open major divergences")
        for document, count in counts.most_common(most):
            page.add(f"  {count:>5}  {visible(document)}")
        page.add()
    page.wrap(run.signature, "")
    return "\n".join(page.lines) + "\n"


def _document_line(document: Shape) -> str:
    drawn = ", ".join(f"{n} {name}" for name, n in document.beads)
    moved = f", {document.crossing} crossing" if document.crossing else ""
    return (
        f"{document.document}: {document.en_segments} English and "
        f"{document.es_segments} Spanish segments in {sum(n for _, n in document.beads)} beads "
        f"({drawn}{moved})"
    )


def _metrics(page: _Page, run: CheckRun) -> None:
    widest = max((len(name) for name in run.metrics), default=0)
    for name, metric in run.metrics.items():
        page.hang(f"  {name:<{widest}}  ", metric.printed)
    page.add()


def _gates(page: _Page, run: CheckRun) -> None:
    page.add(f"Gates ({run.profile})" if run.profile else "Gates")
    for gate in run.gates:
        word = "held" if gate.held else "FELL"
        page.hang(f"  {word}  ", gate.line, word)
        if not gate.held:
            for line in islice(first_places(run, gate.metric), 3):
                page.wrap(line, "        ")
    page.add()


def _findings(page: _Page, run: CheckRun, settled: bool) -> None:
    found = run.entries if settled else run.open_entries
    counts = Counter(entry.severity for entry in found)
    if not found:
        page.add("No open divergence.")
        page.add()
        return
    summary = ", ".join(f"{counts[severity]} {severity.word}" for severity in _heaviest(counts))
    page.add(f"Divergences: {summary}")
    document = ""
    for entry in found:
        if entry.document != document and len(run.documents) > 1:
            document = entry.document
            page.add()
            page.wrap(document, "")
        page.add()
        word = entry.severity.word
        state = f"  [{entry.state}]" if entry.settled else ""
        page.hang(f"  {word:<8} ", f"{entry.check}  {_where(entry)}{state}", word)
        for label, side in (("EN", entry.en), ("ES", entry.es)):
            quoted = " … ".join(f"«{' '.join(quote.split())}»" for quote in side.quotes if quote)
            if quoted:
                page.wrap(f"{label} {_short(quoted)}", "    ")
        page.wrap(entry.message, "    ")
    page.add()


def _short(text: str, most: int = 240) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _where(entry: Entry) -> str:
    return visible(f"{place(entry.en)} | {place(entry.es)}")


def _heaviest(counts: Counter[Severity]) -> list[Severity]:
    return sorted(counts, reverse=True)
