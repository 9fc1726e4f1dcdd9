"""Text that stands twice on one side and once on the other.

What always holds: only a sentence or more counts, and only where the second copy follows a copy on
the same side and the other side repeats nothing of the kind; time is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context, Passage, whole
from aligner.divergence.registry import Check
from aligner.language.reading import Reading
from aligner.text.segment import SIDES, Side, Span

_LEAST_WORDS = 4
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s)[^.!?\n]+)*[.!?]*")


def _run(context: Context) -> Iterator[Divergence]:
    for passage in context.passages:
        counts = {side: len(passage.side(side).of(repeats)) for side in SIDES}
        if counts["en"] != counts["es"]:
            side: Side = "en" if counts["en"] > counts["es"] else "es"
            spans = passage.side(side).of(repeats)
            yield _finding(passage, side, spans[counts["en" if side == "es" else "es"] :])
    yield from _paragraphs(context)


def repeats(reading: Reading) -> tuple[Span, ...]:
    """The second and later copies of sentences, and of an end that is said twice, with or without a
    stop between; copies that follow one another are one span."""
    words = reading.words
    if len(words) < 2 * 3:
        return ()
    again = _doubled_end(list(reading.folded))
    if again >= (_LEAST_WORDS if 2 * again < len(words) else 3):
        return ((words[-again].start, whole(reading)[1]),)
    seen: set[str] = set()
    found: list[Span] = []
    for match in _SENTENCE.finditer(reading.lower):
        form = " ".join(match[0].split()).strip(" .!?«»“”\"'")
        if form.count(" ") + 1 < _LEAST_WORDS:
            continue
        if form in seen:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            if found and not reading.text[found[-1][1] : start].strip():
                start = found.pop()[0]
            found.append((start, match.end()))
        seen.add(form)
    return tuple(found)


def _doubled_end(words: list[str]) -> int:
    """How many words at the end are the same as those right before them; the most, by the Z
    function of the words read backwards, so that time is linear."""
    if words.count(words[-1]) < 2:
        return 0
    row = words[::-1]
    reach = [0] * len(row)
    left = right = best = 0
    for i in range(1, len(row)):
        length = min(right - i, reach[i - left]) if i < right else 0
        while i + length < len(row) and row[length] == row[i + length]:
            length += 1
        reach[i] = length
        if i + length > right:
            left, right = i, i + length
        if length >= i:
            best = i
    return best


def _paragraphs(context: Context) -> Iterator[Divergence]:
    """Paragraphs without a counterpart that say again what another paragraph of their side says."""
    for side in SIDES:
        places: dict[str, list[Passage]] = defaultdict(list)
        for passage in context.passages:
            reading = passage.side(side)
            if len(reading.words) >= _LEAST_WORDS:
                places[" ".join(word.folded for word in reading.words)].append(passage)
        for copies in places.values():
            if len(copies) > 1:
                yield from (
                    _finding(passage, side, [whole(passage.side(side))])
                    for passage in copies
                    if passage.blank
                )


def _finding(passage: Passage, side: Side, spans: tuple[Span, ...] | list[Span]) -> Divergence:
    return finding(
        CHECK,
        passage,
        f"duplicate.{side}",
        en=spans if side == "en" else [],
        es=spans if side == "es" else [],
        text=passage.side(side).text[spans[0][0] : spans[0][1]],
    )


CHECK = Check(
    name="duplicate",
    mqm="addition",
    severity=Severity.MAJOR,
    version=1,
    about="A sentence or paragraph that stands twice in one version and once in the other",
    in_document=_run,
)
