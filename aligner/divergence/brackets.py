"""Square brackets of negotiated text: open on both sides, by the same side, with as many options.

What always holds: brackets compare by their structure and not by their words, in any order; those of
editing (`[...]`, `[sic]`, `[1]`) count for nothing. A bracket without its other half is punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.folding import fold
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.brackets import Bracket, BracketKind, brackets
from aligner.text.segment import SIDES, Side

_BETWEEN = re.compile(r"\s?[/,+&]\s?")


@cache
def _delegations() -> Mapping[tuple[Side, str], str]:
    """What a name before the colon stands for, by side and folded name."""
    return {
        (side, fold(name)): code
        for code, sides in table("delegations").items()
        for side in SIDES
        for name in sides[side]
    }


def _by(written: str, side: Side) -> str:
    """Who proposes, in one form for both languages, several sides in alphabetical order."""
    parties = (fold(each) for each in _BETWEEN.split(written) if each)
    return "+".join(sorted(_delegations().get((side, each), each) for each in parties))


def _form(bracket: Bracket, side: Side) -> str:
    """The structure of a bracket as a fact: `options US|MX (text)`."""
    if bracket.kind is BracketKind.OPTIONS:
        own = "|".join(sorted(_by(option.by, side) for option in bracket.options))
        own = f"{len(bracket.options)} {own}".rstrip("| ")
    else:
        own = _by(bracket.by, side)
    inner = sorted(_form(each, side) for each in bracket.inner if each.kind.open)
    return " ".join(filter(None, (bracket.kind.value, own, *(f"({each})" for each in inner))))


def _left(reading: Reading) -> list[tuple[str, Bracket]]:
    found = [each for each in brackets(reading.text) if not _link(reading.text, each)]
    return [(_form(each, reading.side), each) for each in found if each.kind.open]


def _link(text: str, each: Bracket) -> bool:
    """Whether a pair of brackets is half of a link in Markdown: `[text][name]`, `[text](address)`."""
    return (
        text[each.end : each.end + 1] in ("[", "(")
        or text[max(each.start - 1, 0) : each.start] == "]"
    )


def _run(passage: Passage) -> Iterator[Divergence]:
    if "[" not in passage.en.text and "[" not in passage.es.text:
        return
    english, spanish = passage.en.of(_left), passage.es.of(_left)
    rest = list(spanish)
    alone: list[tuple[str, Bracket]] = []
    for form, bracket in english:
        equal = next((other for other in rest if other[0] == form), None)
        if equal is None:
            alone.append((form, bracket))
        else:
            rest.remove(equal)
    for (form_en, en), (form_es, es) in zip(alone, rest, strict=False):
        yield finding(
            CHECK,
            passage,
            "brackets.differ",
            en=[(en.start, en.end)],
            es=[(es.start, es.end)],
            facts_en=[form_en],
            facts_es=[form_es],
            en_text=passage.en.text[en.start : en.end],
            es_text=passage.es.text[es.start : es.end],
        )
    for form, bracket in alone[len(rest) :]:
        span = (bracket.start, bracket.end)
        text = passage.en.text[bracket.start : bracket.end]
        yield finding(CHECK, passage, "brackets.en", en=[span], facts_en=[form], en_text=text)
    for form, bracket in rest[len(alone) :]:
        span = (bracket.start, bracket.end)
        text = passage.es.text[bracket.start : bracket.end]
        yield finding(CHECK, passage, "brackets.es", es=[span], facts_es=[form], es_text=text)


CHECK = Check(
    name="brackets",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="Square brackets of a draft: open on both sides, by whom, with how many options",
    in_bead=_run,
)
