"""Punctuation: quotes, brackets, ¿ ¡, end marks, spacing, doubled words.

What always holds: a slip that both sides share (a sign of a programming language, a quotation) is
no divergence; each language keeps its own kind of quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.end_weight import end_weight
from aligner.divergence.finding import finding
from aligner.divergence.inner_marks import Fault, inner_marks
from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.shared_signs import addressed, both_write
from aligner.language.folding import lowered
from aligner.language.names import famous, names
from aligner.language.punctuation import ending, slips
from aligner.language.reading import Reading
from aligner.language.sentences import sentences
from aligner.language.slip import Slip
from aligner.language.vocabulary import en_empty, es_empty
from aligner.text.segment import SIDES, Side, Span

# A full stop, a mark that goes on, a question or exclamation: only a change between these counts.
_CLASS = {
    ".": "stop",
    "…": "stop",
    "?": "question",
    "!": "question",
    ":": "colon",
    ";": "pause",
    ",": "pause",
}

# "EE. UU.", "Inc.", "etc.": the point belongs to the word.
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:UU|etc|Inc|Corp|Ltd|Jr|Sr|No|vs|al))\.\W*$")
_TAIL = 12
# "ready The budget", "ready, The budget": a sentence begins where none has ended.
_BEGUN = re.compile(
    r"(?:(?<!\w)(?P<before>[a-záéíóúñü]{2,30}),?|(?<!\w)[A-ZÁÉÍÓÚ][a-záéíóúñü]{2,30},"
    r"|(?P<closed>(?<![.!?])\)),?) (?P<word>[A-ZÁÉÍÓÚ][a-záéíóúñü]+) (?P<next>\w)"
)
# Among so many first words of a sentence its verb or its subject stands: *We urge*, *Instamos*.
_HEAD = 3
_ENDING = ".?!…。"
_OF_QUESTIONS = frozenset({"inverted", "unclosed"})
_MERE_FORM = frozenset({"point-comma", "turned-quote"})
_GOES_ON = {"en": re.compile(r"\b(?:and|or)\W*$"), "es": re.compile(r"\b[yeou]\W*$")}


def _run(passage: Passage) -> Iterator[Divergence]:
    en, es = passage.en.of(slips), passage.es.of(slips)
    if en or es:
        shared = Counter(map(_form, en)) & Counter(map(_form, es))
        for side, found in (("en", en), ("es", es)):
            left = shared.copy()
            for slip in found:
                if left[_form(slip)] > 0:
                    left[_form(slip)] -= 1
                elif not both_write(passage, "en" if side == "en" else "es", slip):
                    yield _slip(passage, "en" if side == "en" else "es", slip)
    if not any(slip.kind in _OF_QUESTIONS for slip in es):
        yield from _inner_ends(passage)
    stops = list(_lost_stops(passage))
    yield from (_lost_stop(passage, *each) for each in stops)
    yield from _between(passage, stops)
    yield from _endings(passage)


def _form(slip: Slip) -> tuple[str, str]:
    return slip.kind, slip.mark if slip.kind not in ("quote", "doubled-word") else ""


def _slip(passage: Passage, side: Side, slip: Slip) -> Divergence:
    place = [(slip.start, slip.end)]
    fact = [f"{slip.kind} {slip.mark}"]
    return finding(
        CHECK,
        passage,
        f"punctuation.{slip.kind}",
        en=place if side == "en" else [],
        es=place if side == "es" else [],
        facts_en=fact if side == "en" else [],
        facts_es=fact if side == "es" else [],
        severity=Severity.INFO if slip.kind in _MERE_FORM else None,
        mark=slip.mark,
        text=passage.side(side).text[slip.start : slip.end],
    )


def _inner_ends(passage: Passage) -> Iterator[Divergence]:
    """Sentences before the last that ask or exclaim in one version and state in the other; where
    the versions have as many sentences, so that each has its counterpart."""
    if "?" not in (texts := passage.en.text + passage.es.text) and "!" not in texts:
        return
    ends = {side: _sentence_ends(passage.side(side)) for side in SIDES}
    if len(ends["en"]) != len(ends["es"]):
        return
    for (mark_en, at_en), (mark_es, at_es) in list(zip(ends["en"], ends["es"], strict=True))[:-1]:
        if {_CLASS.get(mark_en), _CLASS.get(mark_es)} != {"stop", "question"}:
            continue
        yield finding(
            CHECK,
            passage,
            "punctuation.inner",
            en=[_last(passage, "en", at_en, mark_en)],
            es=[_last(passage, "es", at_es, mark_es)],
            facts_en=[f"end {mark_en}"],
            facts_es=[f"end {mark_es}"],
            en_mark=mark_en,
            es_mark=mark_es,
        )


def _lost_stops(passage: Passage) -> Iterator[tuple[Side, Span]]:
    """A capital in the middle of a sentence, where the other version has one sentence more and a
    small word or the rendering of this one begins it: *the plan is ready The budget is not*."""
    if not any(_inside(passage.side(side).text) for side in SIDES):
        return
    counts = {side: len(sentences(passage.side(side).text, side)) for side in SIDES}
    if abs(counts["en"] - counts["es"]) != 1:
        return
    side: Side = min(SIDES, key=lambda each: counts[each])
    text, empty = passage.side(side).text, en_empty if side == "en" else es_empty
    labels = {name.start for name in passage.side(side).of(names) if name.initial}
    begun = [
        match
        for match in _BEGUN.finditer(text)
        if match.start("word") not in labels
        and (match["closed"] or not match["next"].isupper() or _small(match, empty))
        and (empty(lowered(match["word"])) or _begins_there(passage, side, match.start("word")))
        and not addressed(passage, side, match["word"])
    ]
    if len(begun) == 1:
        place = begun[0].start(), begun[0].end("word") + 1
        yield side, place


def _inside(text: str) -> bool:
    """Whether a mark that may end a sentence stands inside a text."""
    return any(text.find(sign, 0, -2) >= 0 for sign in _ENDING)


def _lost_stop(passage: Passage, side: Side, place: Span) -> Divergence:
    return finding(
        CHECK,
        passage,
        "punctuation.lost-stop",
        en=[place] if side == "en" else [],
        es=[place] if side == "es" else [],
        facts_en=["lost stop"] if side == "en" else [],
        facts_es=["lost stop"] if side == "es" else [],
        text=passage.side(side).text[slice(*place)],
    )


def _small(match: re.Match[str], empty: Callable[[str], bool]) -> bool:
    """Whether a small word opens what follows a word of content (*peace The Ministers*), not a name
    that begins with one (*in The Hague*)."""
    before = match["before"]
    return bool(before) and not empty(lowered(before)) and empty(lowered(match["word"]))


def _between(passage: Passage, told: Sequence[tuple[Side, Span]]) -> Iterator[Divergence]:
    """The marks inside that one version lost or exchanged; `told` are lost stops already named."""
    for mark in inner_marks(passage):
        lacking: Side = "es" if mark.side == "en" else "en"
        if mark.fault is Fault.LOST_STOP and any(
            lacking == side and mark.there[0] < span[1] and span[0] < mark.there[1]
            for side, span in told
        ):
            continue
        en, es = (mark.span, mark.there) if mark.side == "en" else (mark.there, mark.span)
        ours, theirs = f"inner {mark.sign}", f"inner {mark.instead}" if mark.instead else "-"
        yield finding(
            CHECK,
            passage,
            f"punctuation.{mark.fault.value}",
            en=[en],
            es=[es],
            facts_en=[ours if mark.side == "en" else theirs],
            facts_es=[theirs if mark.side == "en" else ours],
            mark=mark.sign,
            text=passage.side(lacking).text[slice(*mark.there)],
            en_mark=mark.sign if mark.side == "en" else mark.instead,
            es_mark=mark.instead if mark.side == "en" else mark.sign,
        )


def _begins_there(passage: Passage, side: Side, start: int) -> bool:
    """Whether a word that begins with a capital here for no reason of its own (it renders no name)
    has its partner in the first words of a sentence that begins inside the other version."""
    met = meeting(passage)
    words = met.words[side]
    at = bisect_left(words, start, key=lambda word: word.start)
    other: Side = "es" if side == "en" else "en"
    numbers, partner = met.sentence[other], met.partner[side][at]
    if partner < 0 or words[at].folded in famous():
        return False
    first = bisect_left(numbers, numbers[partner])
    head = met.words[other][first : partner + 1]
    text = passage.side(other).text
    # A word in small letters there, or the first of its sentence, is no name.
    small = first == partner or text[met.words[other][partner].start].islower()
    return first > 0 and len(head) <= _HEAD and small


def _sentence_ends(reading: Reading) -> list[tuple[str, int]]:
    """The mark that ends each sentence, and where it stands."""
    found = []
    for start, end in sentences(reading.text, reading.side):
        mark, at = ending(reading.text[start:end])
        first = reading.text[start + at : start + at + 1]
        found.append((first if first in ("?", "!") else mark, start + at))
    return found


def _endings(passage: Passage) -> Iterator[Divergence]:
    ends = {side: ending(passage.side(side).text) for side in SIDES}
    (mark_en, at_en), (mark_es, at_es) = ends["en"], ends["es"]
    if any(_GOES_ON[side].search(passage.side(side).lower[-_TAIL:]) for side in SIDES):
        return  # "...; and" beside "..., y": the last but one entry of a list
    if _CLASS.get(mark_en) == _CLASS.get(mark_es):
        return
    if {mark_en, mark_es} == {".", ""} and _ABBREVIATED.search(
        passage.side("en" if mark_en else "es").text[-_TAIL:]
    ):
        return
    yield finding(
        CHECK,
        passage,
        "punctuation.end",
        en=[_last(passage, "en", at_en, mark_en)],
        es=[_last(passage, "es", at_es, mark_es)],
        facts_en=[f"end {mark_en}"],
        facts_es=[f"end {mark_es}"],
        severity=end_weight(passage, mark_en, mark_es),
        en_mark=mark_en or "—",
        es_mark=mark_es or "—",
    )


def _last(passage: Passage, side: Side, at: int, mark: str) -> tuple[int, int]:
    """The end mark with the last word before it, so that a missing mark has a place."""
    words = passage.side(side).words
    before = bisect_left(words, at, key=lambda word: word.start) - 1
    start = words[before].start if before >= 0 else max(at - 1, 0)
    return start, min(at + len(mark), len(passage.side(side).text))


CHECK = Check(
    name="punctuation",
    mqm="punctuation",
    severity=Severity.MINOR,
    version=1,
    about="Quotes, brackets, ¿ ¡, end marks, spacing and doubled words",
    in_bead=_run,
)
