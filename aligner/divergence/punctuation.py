"""Punctuation: quotes, brackets, ¿ ¡, end marks, spacing, doubled words.

What always holds: a slip that both sides share (a sign of a programming language, a quotation) is
no divergence; each language keeps its own kind of quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.punctuation import Slip, ending, slips
from aligner.text.segment import SIDES, Side

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
_ABBREVIATED = re.compile(r"(?:\b[A-Z]{1,3}|\b(?:etc|Inc|Corp|Ltd|Jr|Sr|No|vs|al))\.\W*$")
_TAIL = 12
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
                elif not _shared_token(passage, "en" if side == "en" else "es", slip):
                    yield _slip(passage, "en" if side == "en" else "es", slip)
    yield from _endings(passage)


def _shared_token(passage: Passage, side: Side, slip: Slip) -> bool:
    """Whether the other side writes the same run of signs: `logging.Handler` is a name."""
    if slip.kind != "no-space":
        return False
    text, there = passage.side(side).text, passage.side("es" if side == "en" else "en").text
    start, end = text.rfind(" ", 0, slip.start) + 1, text.find(" ", slip.end)
    token = text[start : end if end >= 0 else len(text)].strip(".,;:()\"'«»“”")
    return len(token) > 2 and token in there


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
        severity=Severity.INFO if slip.kind == "point-comma" else None,
        mark=slip.mark,
        text=passage.side(side).text[slip.start : slip.end],
    )


def _endings(passage: Passage) -> Iterator[Divergence]:
    ends = {side: ending(passage.side(side).text) for side in SIDES}
    (mark_en, at_en), (mark_es, at_es) = ends["en"], ends["es"]
    if any(_GOES_ON[side].search(passage.side(side).lower[-_TAIL:]) for side in SIDES):
        return  # "...; and" beside "..., y": the last but one entry of a list
    if _CLASS.get(mark_en) == _CLASS.get(mark_es) or {mark_en, mark_es} == {".", ";"}:
        return  # entries of a list end as the rest of their list does
    if {mark_en, mark_es} == {".", ""} and _ABBREVIATED.search(
        passage.side("en" if mark_en else "es").text[-_TAIL:]
    ):
        return
    lacking: Side = "es" if mark_en else "en"
    moved = any(slip.kind == "point-comma" for slip in passage.side(lacking).of(slips))
    yield finding(
        CHECK,
        passage,
        "punctuation.end",
        en=[_last(passage, "en", at_en, mark_en)],
        es=[_last(passage, "es", at_es, mark_es)],
        facts_en=[f"end {mark_en}"],
        facts_es=[f"end {mark_es}"],
        # A clause that was moved behind the stop took the end with it: the stop is not lost.
        severity=Severity.INFO if moved and not (mark_en and mark_es) else None,
        en_mark=mark_en or "—",
        es_mark=mark_es or "—",
    )


def _last(passage: Passage, side: Side, at: int, mark: str) -> tuple[int, int]:
    """The end mark with the last word before it, so that a missing mark has a place."""
    words = passage.side(side).words
    start = words[-1].start if words and words[-1].start < at else max(at - 1, 0)
    return start, min(at + len(mark), len(passage.side(side).text))


CHECK = Check(
    name="punctuation",
    mqm="punctuation",
    severity=Severity.MINOR,
    version=1,
    about="Quotes, brackets, ¿ ¡, end marks, spacing and doubled words",
    in_bead=_run,
)
