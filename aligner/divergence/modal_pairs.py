"""Which modal expressions of the two sides belong together.

What always holds: modal verbs meet by class in the same slot, or as the only ones left of their
sentence; firm words (*obligation*, *facultado*) meet one another, and a modal verb only where it has
no partner and a text lays down what holds. Linear in the number of expressions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aligner.divergence.addressee import binds, laid_down
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Pairs, paired
from aligner.divergence.passage import Passage
from aligner.language.modality import bare, firm, modals, predicates
from aligner.language.phrases import Phrase
from aligner.text.segment import SIDES, Side

_REACH = 9.0
# English class -> Spanish classes that say the same.
_SAME = {
    "duty": {"duty", "duty-now", "future"},
    "will": {"future", "duty", "duty-now", "could", "advice"},
    "advice": {"advice"},
    "may": {"may", "could"},
    "intent": {"intent", "could", "conditional"},
    "would": {"conditional", "intent", "could", "advice", "may", "duty", "duty-now"},
    "effort": {"effort"},
}
# Firm words may stand before or after the subject.
_FIRM_SLOT = 6.0
# A modal verb of so many words holds a firm one (*has the power to*).
_LONG = 3
# So many words after its modal verb the verb itself stands, and so many of them are its own.
_VERB = 4
_OWN = 5
_FINITE = frozenset(["is", "are", "was", "were"])


def by_class(met: Meeting, english: Sequence[Phrase], spanish: Sequence[Phrase]) -> Pairs:
    """The pairs of modal verbs that share a slot."""
    return paired(met, english, spanish, _cost, _REACH)[0]


def verbs(met: Meeting, english: Sequence[Phrase], spanish: Sequence[Phrase]) -> Pairs:
    """The pairs of modal verbs, those of one sentence first, with those that a sentence has moved."""

    def beside(en: Phrase, es: Phrase) -> float | None:
        return _cost(en, es) if met.together(en.first, es.first) else None

    pairs: Pairs = []
    if met.parallel and english and spanish and met.sentence["en"][-1] != met.sentence["en"][0]:
        pairs, english, spanish = paired(met, english, spanish, beside, _REACH)
    further, left_en, left_es = paired(met, english, spanish, _cost, _REACH)
    return [*pairs, *further, *_lonely(met, left_en, left_es)]


def firm_words(passage: Passage, met: Meeting, pairs: Pairs) -> Pairs:
    """Firm words (*obligation*, *facultado*) beside one another, or beside a modal verb that has no
    partner; those that are rendered by their like are left out."""
    if not laid_down(passage):
        return []
    _, firm_en, firm_es = paired(met, passage.en.of(firm), passage.es.of(firm), _cost, _REACH)
    beside, _, _ = paired(met, firm_en, firm_es, _any, _FIRM_SLOT)
    ours, theirs = {id(en) for en, _ in pairs}, {id(es) for _, es in pairs}
    left_en = [each for each in passage.en.of(modals) if id(each) not in ours]
    left_es = [each for each in passage.es.of(modals) if id(each) not in theirs]
    for english, spanish in (
        (left_en, [each for each in firm_es if bare(each) == "advice"]),
        ([each for each in firm_en if bare(each) == "advice"], left_es),
        ([each for each in left_en if each.last - each.first >= _LONG], firm_es),
        (firm_en, [each for each in left_es if each.last - each.first >= _LONG]),
    ):
        near, further_en, further_es = paired(met, english, spanish, _any, _FIRM_SLOT)
        beside += [*near, *_lonely(met, further_en, further_es)]
    return [(en, es) for en, es in beside if _apart(met, en, es)]


def _apart(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether neither expression renders another word; a Spanish future holds the verb itself, which
    stands behind the English expression (*are advised to keep*, *conservarán*)."""
    if bare(es) in ("future", "conditional") and met.partner["es"][es.first] in _head(
        met, "en", en
    ):
        return all(met.partner["en"][i] < 0 for i in range(en.first, en.last))
    return met.apart((en.first, en.last), (es.first, es.last))


def predicated(passage: Passage, met: Meeting, pairs: Pairs) -> Pairs:
    """A modal verb that has no partner beside what is said of an action (*must*, *es posible*)."""
    set_en, set_es = passage.en.of(predicates), passage.es.of(predicates)
    if not set_en and not set_es:
        return []
    ours, theirs = {en.first for en, _ in pairs}, {es.first for _, es in pairs}
    english = [*set_en, *(each for each in passage.en.of(modals) if each.first not in ours)]
    spanish = [*set_es, *(each for each in passage.es.of(modals) if each.first not in theirs)]
    beside, _, _ = paired(met, english, spanish, _cost, _REACH, in_order=False)
    known = {each.first for each in set_en}, {each.first for each in set_es}
    return [
        (en, es)
        for en, es in beside
        if (en.first in known[0]) != (es.first in known[1])
        and bare(en) != "will"
        and met.apart((en.first, en.last), (es.first, es.last))
    ]


def _lonely(met: Meeting, english: Sequence[Phrase], spanish: Sequence[Phrase]) -> Pairs:
    """The modal verbs that are the only ones left of their sentence on either side: they belong
    together however far the sentence has moved them."""
    if not met.parallel:
        return []
    ours, theirs = _by_sentence(met, "en", english), _by_sentence(met, "es", spanish)
    return [
        (found[0], theirs[number][0])
        for number, found in ours.items()
        if len(found) == 1 and len(theirs.get(number, ())) == 1
    ]


def _by_sentence(met: Meeting, side: Side, left: Sequence[Phrase]) -> dict[int, list[Phrase]]:
    sentences: dict[int, list[Phrase]] = {}
    for each in left:
        sentences.setdefault(met.sentence[side][each.first], []).append(each)
    return sentences


def elsewhere(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether the verbs that two modal verbs govern are linked, but not to one another. The only
    ones of their sentence belong together all the same."""
    if _parted(met, en, es):
        return True
    if (
        bare(es) not in ("future", "conditional", "intent")
        and passage.en.of(binds)
        and _only(passage, met, en, es)
    ):
        return False
    linked = [
        met.partner[side][head] - there.first
        for side, own, there in _sides(en, es)
        for head in _verb(met, side, own)
        if met.partner[side][head] >= 0
    ]
    if not met.together(en.first, es.first) and not same_verb(met, en, es):
        return bool(linked)
    return bool(linked) and not all(-_VERB <= distance <= 2 * _VERB for distance in linked)


def _parted(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether the Spanish verb renders one that the English modal verb cannot govern: an infinitive of
    another verb (*requires it to be loaded before it can run*), or what is said of the whole clause
    (*those that she may want are sold*)."""
    words, ours = met.words["en"], _head(met, "en", en)
    for head in _verb(met, "es", es):
        there = met.partner["es"][head]
        if there < 0 or there in ours:
            continue
        if any(word.folded in _FINITE for word in words[en.last : there]):
            return True
        before = [word.folded for word in words[max(there - 2, 0) : there]]
        own = en.first <= there < en.last + _OWN
        if not own and (before[-1:] == ["to"] or before == ["to", "be"]):
            return True
    return False


def same_verb(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two modal verbs govern verbs that are linked to one another; a future is its own."""
    ours = _head(met, "en", en)
    theirs = _verb(met, "es", es)
    return bool(ours and theirs) and met.partner["en"][ours[0]] == theirs[0]


def _only(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two modal verbs are the only ones of one sentence."""
    counted = passage.of(_counted)
    return (
        met.parallel
        and met.together(en.first, es.first)
        and counted["en"][met.sentence["en"][en.first]] <= 1
        and counted["es"][met.sentence["es"][es.first]] <= 1
    )


def _counted(passage: Passage) -> dict[Side, Counter[int]]:
    """How many modal verbs each sentence has."""
    met = meeting(passage)
    return {
        side: Counter(met.sentence[side][each.first] for each in passage.side(side).of(modals))
        for side in SIDES
    }


def _sides(en: Phrase, es: Phrase) -> tuple[tuple[Side, Phrase, Phrase], ...]:
    return ("en", en, es), ("es", es, en)


def _verb(met: Meeting, side: Side, modal: Phrase) -> list[int]:
    """The verb that a modal verb governs; a Spanish future is its own."""
    return [modal.first] if bare(modal) in ("future", "conditional") else _head(met, side, modal)


def _head(met: Meeting, side: Side, modal: Phrase) -> list[int]:
    content = met.content[side]
    return [i for i in range(modal.last, min(modal.last + _VERB, len(content))) if content[i]][:1]


def _any(_en: Phrase, _es: Phrase) -> float:
    return 0.0


def _cost(en: Phrase, es: Phrase) -> float | None:
    if bare(es) in _SAME.get(bare(en), ()):
        return 0.0 if ("-not" in en.value) == ("-not" in es.value) else 1.0
    return 5.0
