"""*all* here that is *some* there.

What always holds: quantifiers are compared in the same slot, that is before words that are linked;
near synonyms (*each* and *todo*, *any* and *cualquier* or *ningún*) agree; a quantifier that
stands on one side alone says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import laid_down
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import around, graded, renders_another
from aligner.divergence.finding import exchange, finding
from aligner.divergence.limit import alone, is_only, one_by_one
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Cost, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.phrases import Phrase
from aligner.language.quantifiers import agree, quantifiers, same_family
from aligner.language.roles import small
from aligner.text.segment import Side

_REACH = 8.0
_OTHER = 3.0
# Only these may be meant by an *alguno* that strengthens a negation.
_FEW = ("any", "zero", "some", "several")
# A word so near a quantifier and linked into the other's neighbourhood shows that they share a slot.
_BESIDE = 4
_NEXT = 2.0
# So many words around a quantifier must be linked around the other one where none behind it is.
_MANY = 2
# What part of the words around must be linked for a finding.
_LINKED = 0.5
# So many words before *any* are searched for what makes it mean *some*.
_BEFORE = 12
# So few words before *any* a condition needs one only.
_CONDITION = 3
# A negation governs every *any* of a long enumeration.
_FAR_BEFORE = 30
# A question mark so many letters on makes it a question.
_ASKING = 240


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(quantifiers), passage.es.of(quantifiers)
    if not english and not spanish:
        return
    met = meeting(passage)
    pairs, left_en, left_es = paired(met, english, spanish, _cost(passage), _REACH, both_ways=True)
    limits, left_en, left_es = paired(met, left_en, left_es, _limit(met), _OTHER)
    pairs += limits
    left: dict[Side, Sequence[Phrase]] = {"en": left_en, "es": left_es}
    for side, each, weight in (*alone(passage, met, left), *one_by_one(passage, met, left)):
        here, there = [each.span], [met.opposite(side, each.first, each.last)]
        yield finding(
            CHECK,
            passage,
            f"quantifier.{side}",
            en=here if side == "en" else there,
            es=there if side == "en" else here,
            facts_en=[each.value if side == "en" else "-"],
            facts_es=["-" if side == "en" else each.value],
            severity=weight,
            word=passage.side(side).text[slice(*each.span)],
        )
    for en, es in pairs:
        loose = _loose(passage, en, es)
        if agree(en.value, es.value) and not loose:
            continue
        if _turned(passage, en, es) or _faint(passage, en, es):
            continue
        if renders_another(met, en, es):
            continue
        shared = _shared(met, en, es)
        near = abs(met.slot("en", en.first, en.last) - es.first) <= _NEXT
        if not shared and not near and _surrounded(met, en, es) < _MANY:
            continue
        yield exchange(
            CHECK,
            passage,
            "quantifier.shift",
            en,
            es,
            graded(
                around(met, en, es),
                sure=bool(shared) and near and not loose and laid_down(passage),
                loose=_LINKED,
            ),
        )


def _faint(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether *just* or *but* stands beside *también*: they limit too little to be set against it."""
    return es.value == "also" and passage.en.lower[slice(*en.span)] in ("just", "but", "merely")


def _loose(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether *any* (whichever) stands against *algún* (one of them): the two agree only where the
    sentence asks, doubts or sets a condition."""
    words = passage.en.words
    if en.value == "any" and es.value == "zero":
        before = words[max(en.first - _FAR_BEFORE, 0) : en.first]
        denying = small("en", "denying")
        return not any(w.folded in denying or w.folded.endswith(("n't", "n’t")) for w in before)
    if en.value == "any" and es.value == "each":
        # if any Party agrees: one is enough
        before = words[max(en.first - _CONDITION, 0) : en.first]
        return any(word.folded in small("en", "condition") for word in before)
    if en.value == "each" and es.value == "any":
        # each of the Parties may, cualquiera de las Partes podrá; but no duty falls on one of them
        return es.last - es.first > 1 and not any(
            word.folded.startswith(("pod", "pued"))
            for word in passage.es.words[es.last : es.last + _BEFORE]
        )
    if en.value != "any" or es.value != "some":
        return False
    if [word.folded for word in words[en.last : en.last + 2]] in (["or", "all"], ["and", "all"]):
        return False  # any or all of them, algunas o todas
    if en.last < len(words) and words[en.last].folded == "of":
        # any of the offices: one of them is meant by alguna de, more by algunas de
        return passage.es.words[es.first].folded in ("algunas", "algunos")
    if passage.es.words[es.first].folded in small("es", "somebody"):
        return False  # whoever it is, and somebody
    if meeting(passage).partner["en"][en.last : en.last + 1] == [es.first - 1]:
        return False  # any decision, decisión alguna: behind its noun it says whichever
    around = (
        (passage.en, en.first, small("en", "doubt")),
        (passage.es, es.first, small("es", "doubt")),
    )
    return not any(
        reading.words[at].folded in doubt
        and reading.words[at + 1].folded not in small(reading.side, "harmless")
        for reading, first, doubt in around
        for at in range(max(first - _BEFORE, 0), first)
    ) and not any(
        "?" in reading.text[each.span[1] : each.span[1] + _ASKING]
        for reading, each in ((passage.en, en), (passage.es, es))
    )


def _turned(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether a negation elsewhere makes up for the difference: *each ... not more than* is *ningún
    ... más de*."""
    side: Side
    if "zero" in (en.value, es.value):
        side, other = ("es", es) if en.value == "zero" else ("en", en)
        words = passage.side(side).words[other.last : other.last + _BEFORE]
        if _failing(passage, "en", en) != _failing(passage, "es", es):
            return True  # every island shall keep, ninguna isla dejará de conservar
    elif "few" in (en.value, es.value) and {"many", "all"} & {en.value, es.value}:
        # little use, no mucho
        side, other = ("es", es) if en.value == "few" else ("en", en)
        words = passage.side(side).words[max(other.first - _BEFORE, 0) : other.first]
    elif "notall" in (en.value, es.value):
        side, other = ("es", es) if en.value == "notall" else ("en", en)
        words = passage.side(side).words[max(other.first - _BEFORE, 0) : other.first]
    elif {en.value, es.value} in ({"atmost", "morethan"}, {"atleast", "lessthan"}):
        side, other = ("es", es) if en.value.startswith("at") else ("en", en)
        words = passage.side(side).words[max(other.first - _BEFORE, 0) : other.first]
    else:
        return False
    negating, excluding = small(side, "negating"), tuple(small(side, "excluding"))
    return any(word.folded in negating or word.folded.startswith(excluding) for word in words)


def _failing(passage: Passage, side: Side, each: Phrase) -> bool:
    """Whether a verb that says that something is not done or not there follows in the sentence."""
    reading, met = passage.side(side), meeting(passage)
    numbers, verbs = met.sentence[side], small(side, "failing")
    return any(
        reading.words[at].folded in verbs
        for at in range(each.last, min(each.last + _BEFORE, len(numbers)))
        if numbers[at] == numbers[each.first]
    )


def _shared(met: Meeting, en: Phrase, es: Phrase) -> int:
    """How many of the words after an English quantifier are linked into the Spanish one's
    neighbourhood."""
    partner = met.partner["en"]
    near = range(max(es.first - 1, 0), es.last + _BESIDE)
    return sum(partner[i] in near for i in range(en.last, min(en.last + _BESIDE, len(partner))))


def _surrounded(met: Meeting, en: Phrase, es: Phrase) -> int:
    """How many of the words on both sides of an English quantifier are linked to words around the
    Spanish one: where a pronoun follows (*among all of them*, *entre todos*), those before it tell."""
    partner = met.partner["en"]
    near = range(max(es.first - _BESIDE, 0), es.last + _BESIDE)
    around = range(max(en.first - _BESIDE, 0), min(en.last + _BESIDE, len(partner)))
    return sum(partner[i] in near for i in around)


def _cost(passage: Passage) -> Cost:
    met = meeting(passage)

    def cost(en: Phrase, es: Phrase) -> float | None:
        if not same_family(en.value, es.value):
            return None
        if es.value == "zero" and en.value not in _FEW and _strengthens(passage, es):
            return None
        together = met.together(en.first, es.first)
        if agree(en.value, es.value):
            return 0.0 if together or en.value == es.value else _OTHER
        return _OTHER if together else None

    return cost


def _strengthens(passage: Passage, es: Phrase) -> bool:
    """Whether an *alguno* after its noun only strengthens a negation (*sin demora alguna*)."""
    return passage.es.lower[slice(*es.span)].startswith("algun")


def _limit(met: Meeting) -> Cost:
    """*at least* and *only* are opposite limits of the same thing."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        if {en.value, es.value} != {"atleast", "only"}:
            return None
        side: Side = "en" if en.value == "only" else "es"
        only, least = (en, es) if side == "en" else (es, en)
        return 0.0 if is_only(met, side, only) and least.last - least.first > 1 else None

    return cost


CHECK = Check(
    name="quantifier",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="*all* in one version that is *some*, *most* or *none* in the other",
    in_bead=_run,
)
