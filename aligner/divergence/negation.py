"""A negation that stands in one version only.

What always holds: negations are counted once (negative concord), matched by their slots, and then
against words that hold a negation inside (*fail to*, *sin*, *unless*, prefixes); only what is left
is reported. It is major where the words around it are linked to the other side and the text lays
down what holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.held_negation import free, unprefixed
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.negated import governed, weight
from aligner.divergence.pairing import Cost, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.negation import CONCORD, negations, weak_negations
from aligner.language.phrases import Phrase
from aligner.language.quantifiers import quantifiers
from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.text.segment import Side

# How many words from its slot a negation may stand, and a word that holds one inside.
_NEAR = 7.0
_REACH = 12.0
_FAR = 60.0
# Two full negations of one sentence meet so far apart before a word that only holds one is asked.
_SENTENCE = 12.0
_FULL = ("not", "again")
# How far apart weak negations of one kind meet.
_KIND = 8.0
# What it costs, in words of distance, that a word holds its negation inside.
_MIXED = 2.0
# What it costs that one of two negations only goes on with another one.
_AGAIN = 4.0
_FAINT = 7.0
# What a negation governs stands at most so many words behind or before a word that holds one inside.
_AHEAD = 5
# Behind an exception (*a no ser que*) its subject stands before it.
_AHEAD_CLAUSE = 9
_BEHIND = 3
# What holds a negation and stands before what it governs.
_BEFORE = ("soft-from", "soft-against", "soft-out", "soft-until", "soft-except", "soft-despite")
_JOINTS = frozenset(("and", "or", "nor", "but", "y", "e", "o", "u", "ni", "pero"))
_BREAK = re.compile(r"[,;:.?!](?=\s)")
# In the very slot of a negation such a word stands for it anyhow.
_BESIDE = 3
_VERY = 2
# So many words after a negation its limit stands.
_LIMIT = 5
# So near after an exception a negation is undone by it.
_UNDONE = 5
# So near its slot an English word is looked for in the Spanish text.
_KEPT = 10
_BOUNDS = ("atleast", "atmost")


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(negations), passage.es.of(negations)
    if not english and not spanish:
        return
    met = meeting(passage)
    weak_en, weak_es = free(
        met,
        {"en": english, "es": spanish},
        {"en": passage.en.of(weak_negations), "es": passage.es.of(weak_negations)},
    )
    _, weak_en, weak_es = paired(met, weak_en, weak_es, _same_kind, _KIND)
    if not any(passage.es.lower[slice(*each.span)] in CONCORD for each in spanish):
        weak_en = [each for each in weak_en if each.value != "soft-any"]
    weak_en = _unbounded(passage, met, weak_en, spanish)
    worn: set[tuple[Side, int]] = set()
    full_en, full_es = unprefixed(met, _translated(met, english), spanish, worn)
    same = _within(met)
    for cost, reach in (
        (_plain, _NEAR),
        (same, _SENTENCE),
        (_mixed(passage, met), _NEAR),
        (same, _FAR),
        (_mixed(passage, met, far=True), _REACH),
    ):
        _, rest_en, rest_es = paired(
            met,
            (*full_en, *weak_en),
            (*full_es, *weak_es),
            cost,
            reach,
            in_order=False,
            both_ways=True,
        )
        full_en = [each for each in rest_en if each.value in _FULL]
        full_es = [each for each in rest_es if each.value in _FULL]
        weak_en = [each for each in rest_en if each.value not in _FULL]
        weak_es = [each for each in rest_es if each.value not in _FULL]
    left_en, left_es = unprefixed(met, full_en, full_es, worn, moved=True)
    left_en = [e for e in left_en if e.value == "not" and not _cancelled(e, weak_en)]
    left_es = [e for e in left_es if e.value == "not" and not _cancelled(e, weak_es)]
    # ¿No hay otra?: a question asks the same with a negation and without it.
    left_es = [e for e in left_es if not passage.es.text.endswith("¿", 0, e.span[0])]
    for each in left_en:
        word = passage.en.text[slice(*each.span)]
        yield finding(
            CHECK,
            passage,
            "negation.en",
            en=[each.span],
            es=[met.region("en", each.first, each.last)],
            facts_en=["not"],
            facts_es=["-"],
            severity=weight(passage, met, "en", each),
            word=word,
        )
    for each in left_es:
        word = passage.es.text[slice(*each.span)]
        yield finding(
            CHECK,
            passage,
            "negation.es",
            en=[met.region("es", each.first, each.last)],
            es=[each.span],
            facts_en=["-"],
            facts_es=["not"],
            severity=weight(passage, met, "es", each),
            word=word,
        )


def _unbounded(
    passage: Passage, met: Meeting, weak: Sequence[Phrase], spanish: Sequence[Phrase]
) -> list[Phrase]:
    """The English words that hold a negation but for the bounds (*not less than*) that the Spanish
    version renders by a bound of its own (*no inferior a*): they stand for no other negation."""
    if not any(each.value == "soft-bound" for each in weak):
        return list(weak)
    counted = {each.first for each in spanish}
    bounds = [
        each.first
        for each in passage.es.of(quantifiers)
        if each.value in _BOUNDS and each.first not in counted
    ]
    kept = []
    for each in weak:
        slot = met.slot("en", each.first, each.last)
        near = bisect_left(bounds, slot - _KIND) < bisect_right(bounds, slot + _KIND)
        if each.value != "soft-bound" or not near:
            kept.append(each)
    return kept


def _cancelled(each: Phrase, weak: Sequence[Phrase]) -> bool:
    """Whether an exception just before a negation, rendered by nothing, undoes it: *unless you chose
    not to pay* is *si ha elegido pagar*."""
    return any(
        other.value == "soft-except" and 0 <= each.first - other.last < _UNDONE for other in weak
    )


def _translated(met: Meeting, english: Sequence[Phrase]) -> list[Phrase]:
    """The English negations but those that the Spanish text keeps in English: values of a program
    (`none`), or a stretch that nobody has translated, which is another check's affair."""
    kept = []
    named = {
        word: _kept(met, word) for word in {met.words["en"][each.first].folded for each in english}
    }
    for each in english:
        if each.first not in named[met.words["en"][each.first].folded]:
            kept.append(each)
    return kept


def _kept(met: Meeting, word: str) -> set[int]:
    """Where the Spanish text keeps an English word: each Spanish place answers the nearest one."""
    places = [j for j, there in enumerate(met.words["es"]) if there.folded == word]
    if word == "no" or not places:
        return set()
    ours = sorted((met.project("en", i), i) for i, w in enumerate(met.words["en"]) if w.folded == word)
    kept: set[int] = set()
    for j in places:
        near = ours[bisect_left(ours, (j - _KEPT, 0)) : bisect_right(ours, (j + _KEPT, len(met.words["en"])))]
        free = [(abs(place - j), i) for place, i in near if i not in kept]
        if free:
            kept.add(min(free)[1])
    return kept


def _cost(en: Phrase, es: Phrase) -> float | None:
    """Full negations meet first, then a full one and a weak one."""
    full_en, full_es = en.value in _FULL, es.value in _FULL
    if full_en and full_es:
        return 0.0 if en.value == es.value else _AGAIN
    if full_en == full_es:
        return None
    faint = {en.value, es.value} & {"more", "soft-any", "again"}
    return _FAINT if faint else _MIXED


def _mixed(passage: Passage, met: Meeting, *, far: bool = False) -> Cost:
    """The cost of two negations that may mean the same: where the other side has what a full one
    governs, the word that holds one inside must govern it there; where it has not, that word must
    stand in the very slot of the negation, or near it (not `far`)."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        price = _cost(en, es)
        if price is None or (en.value in _FULL and es.value in _FULL):
            return None if far and en.value != es.value else price
        side: Side = "en" if en.value in _FULL else "es"
        full, weak = (en, es) if side == "en" else (es, en)
        if weak.value == "soft-any" and met.words["es"][es.first].folded not in CONCORD:
            return None
        if not _fits(passage.side(side), full, weak):
            return None
        heads = governed(met, side, full)
        linked = [met.partner[side][head] for head in heads if met.partner[side][head] >= 0]
        near = abs(weak.first - met.slot(side, full.first, full.last))
        clausal = weak.value in ("soft-contrary", "soft-bound")
        if near <= (_VERY if linked and not clausal else _BESIDE) or weak.value == "soft-bound":
            return price
        if not linked:
            return None if far and heads else price
        other = passage.side("es" if side == "en" else "en")
        return price if any(_governs(other, weak, partner) for partner in linked) else None

    return cost


def _fits(reading: Reading, full: Phrase, weak: Phrase) -> bool:
    """Whether a word that holds a negation inside can stand for one of this kind at all."""
    if weak.value == "soft-swift":
        return reading.words[full.first].folded in small(reading.side, "bare")
    if weak.value in ("soft-below", "soft-bound"):
        limits = tuple(small(reading.side, "limits"))
        near = reading.words[full.last : full.last + _LIMIT]
        return any(word.folded.startswith(limits) for word in near)
    return True


def _governs(reading: Reading, weak: Phrase, index: int) -> bool:
    """Whether a word that holds a negation inside may govern the word at `index`: one beside it, with
    no joint between them."""
    words = reading.words
    ahead = _AHEAD_CLAUSE if weak.value in ("soft-except", "soft-from") else _AHEAD
    if weak.first <= index <= weak.last + ahead:
        between = range(weak.last, index)
        start, end = weak.span[1], words[index].start
    elif weak.value not in _BEFORE and weak.first - _BEHIND <= index < weak.first:
        between = range(index + 1, weak.first)
        start, end = words[index].end, weak.span[0]
        if any(words[at].folded in _JOINTS for at in between):
            return False
    else:
        return False
    return not _BREAK.search(reading.text, start, end)


def _plain(en: Phrase, es: Phrase) -> float | None:
    """Two full negations; a word that only holds one does not come between them."""
    return _cost(en, es) if en.value in _FULL and es.value in _FULL else None


def _same_kind(en: Phrase, es: Phrase) -> float | None:
    """Weak negations of one kind render one another (*until* and *hasta*)."""
    return 0.0 if en.value == es.value and en.value not in ("soft", "soft-below") else None


def _within(met: Meeting) -> Cost:
    """The cost of negations that are far apart: only those of the same sentence meet, and none that
    goes on with another one (*ni*), which stands beside it."""

    def cost(en: Phrase, es: Phrase) -> float | None:
        if en.value != es.value or not met.together(en.first, es.first):
            return None
        return _plain(en, es)

    return cost


CHECK = Check(
    name="negation",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A negation that stands in one version only",
    in_bead=_run,
)
