"""A sentence or a phrase that stands in the other version's language.

What always holds: what is quoted or put in brackets as a foreign expression is no fault while it is
short; names and code are in no language; a segment wholly untranslated is another check's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.divergence.copied import copied
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.left_words import left_words
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.untranslated import is_foreign
from aligner.language.code import in_code
from aligner.language.idiom import unquoted
from aligner.language.reading import Reading
from aligner.language.vocabulary import en_empty, en_known, es_empty, es_known
from aligner.language.words import Word
from aligner.text.segment import SIDES, Side, Span

# One word in so many that no language of ours knows makes a stretch of so many words one in another
# language.
_NEITHER, _STRETCH = 3, 6
# A run counts from so many small words; names and borrowed terms have fewer.
_LEAST = 2
_SHORT_QUOTE = 60
_LONG = 10
# The part of capitals that makes a short run a title, a long one a list of names.
_TITLE, _NAMES = 0.5, 0.6
_BRIEF = 5
_GAP = 8
_PAIRS = dict(zip("«“\"'‘([*_`", "»”\"'’)]*_`", strict=True))
# Where a run ends whatever its words are, and how far from a run the quotes around it may stand.
_STOP = re.compile(r"[.!?;:\n«»“”\"()]")
_REACH = 40
_ENDS = ".!?¿¡:;"


def _run(passage: Passage) -> Iterator[Divergence]:
    for side in SIDES:
        reading = passage.side(side)
        words = reading.words
        sign = 1 if side == "es" else -1
        cast = [vote * sign for vote in reading.of(unquoted)]
        if not any(vote < 0 for vote in cast) or is_foreign(passage, side):
            continue
        runs = [
            _spread(words, cast, first, last, reading)
            for first, last in _runs(cast)
            if sum(vote > 0 for vote in cast[first : last + 1]) >= _LEAST
        ]
        parts = [
            run
            for run in copied(passage, side, cast)
            if not any(_touch(run, each) for each in runs)
        ]
        told = [*runs, *parts]
        left = left_words(passage, side)
        parts += [run for run in left if not any(_touch(run, each) for each in told)]
        for first, last in sorted([*runs, *parts]):
            start, end = words[first].start, words[last].end
            if not (
                _excused(reading, start, end, first, last)
                or _third_language(passage, side, first, last)
            ):
                brief = last - first < _BRIEF or _amid(reading, start, end)
                yield _finding(passage, side, start, end, Severity.MINOR if brief else None)


def _third_language(passage: Passage, side: Side, first: int, last: int) -> bool:
    """Whether both versions quote a stretch whose words are mostly in neither language: a clause that
    the law wants in French."""
    there = passage.side("es" if side == "en" else "en").vocabulary
    words = [word.folded for word in passage.side(side).words[first : last + 1]]
    strange = [
        word
        for word in words
        if word in there
        and not (en_known(word) or en_empty(word) or es_known(word) or es_empty(word))
    ]
    return len(words) >= _STRETCH and _NEITHER * len(strange) >= len(words)


def _amid(reading: Reading, start: int, end: int) -> bool:
    """Whether a run stands amid a clause of the version's own, with no mark before it nor behind it: it
    may be cited there (*mensajes como can't load algo*)."""
    before, after = reading.text[:start].rstrip()[-1:], reading.text[end:].lstrip()[:1]
    return before.isalnum() and after.isalnum()


def _touch(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _runs(cast: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches between foreign small words that no own small word breaks and no long gap parts."""
    first = last = -1
    for index, vote in enumerate(cast):
        if vote > 0:
            if first >= 0 and index - last <= _GAP:
                last = index
            else:
                if first >= 0:
                    yield first, last
                first = last = index
        elif vote < 0 and first >= 0:
            yield first, last
            first = last = -1
    if first >= 0:
        yield first, last


def _spread(
    words: Sequence[Word], cast: Sequence[int], first: int, last: int, reading: Reading
) -> tuple[int, int]:
    """The run with the undecided words around it, up to the end of its sentence."""
    text = reading.text
    while first > 0 and cast[first - 1] >= 0 and not _stops(text, words[first - 1], words[first]):
        first -= 1
    while (
        last + 1 < len(words)
        and cast[last + 1] >= 0
        and not _stops(text, words[last], words[last + 1])
    ):
        last += 1
    return first, last


def _stops(text: str, before: Word, after: Word) -> bool:
    return _STOP.search(text, before.end, after.start) is not None


def _excused(reading: Reading, start: int, end: int, first: int, last: int) -> bool:
    """Whether the run is a short quotation, code, a title or a name written with capitals."""
    text = reading.text
    if in_code(reading, start, end):
        return True
    before = text[max(start - _REACH, 0) : start].rstrip()[-1:]
    after = text[end : end + _REACH].lstrip(" .,;:!?")[:1]
    quoted = bool(before) and bool(after) and _PAIRS.get(before) == after
    if quoted and end - start <= _SHORT_QUOTE:
        return True
    inner = reading.words[first : last + 1]
    # The word that begins a sentence says nothing by its capital.
    begins = not before or before in _ENDS
    capitals = sum(text[word.start].isupper() for word in inner[begins:])
    if " " not in text[start:end]:
        return True  # parts of an identifier
    return capitals / len(inner) >= (_TITLE if len(inner) < _LONG else _NAMES)


def _finding(
    passage: Passage, side: Side, start: int, end: int, severity: Severity | None
) -> Divergence:
    place = [(start, end)]
    return finding(
        CHECK,
        passage,
        f"untranslated-part.{side}",
        en=place if side == "en" else [],
        es=place if side == "es" else [],
        severity=severity,
        text=passage.side(side).text[start:end],
    )


CHECK = Check(
    name="untranslated-part",
    mqm="untranslated",
    severity=Severity.MAJOR,
    version=1,
    about="A sentence or phrase in the language of the other version",
    in_bead=_run,
)
