"""A duty here that is advice or permission there.

What always holds: modal verbs are compared by class in the same slot; *shall*, *must*, *need to*
are one duty with *debe*, *deberá*, *tiene que* and the future; a modal verb on one side alone says
nothing. *shall not*, *may not*, *must not* forbid alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import (
    binds,
    bound,
    illustrates,
    institutional,
    laid_down,
    to_reader,
)
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import LOOSE, around
from aligner.divergence.finding import finding
from aligner.divergence.hinted import hinted
from aligner.divergence.hypothetical import step
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Pairs, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.modality import bare, firm, kin, modals
from aligner.language.performatives import performatives
from aligner.language.phrases import Phrase, beginning
from aligner.language.reading import Reading
from aligner.language.reported import reported
from aligner.language.roles import small
from aligner.text.segment import Side

_REACH = 9.0
# So many times, and so many times as often, makes a habit of the document.
_HABIT = 3
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
# English class -> Spanish classes that are another step: weight of the difference.
_SHIFT = {
    ("duty", "may"): Severity.MAJOR,
    ("duty", "could"): Severity.MAJOR,
    ("duty", "advice"): Severity.MAJOR,
    ("advice", "duty"): Severity.MAJOR,
    ("advice", "may"): Severity.MINOR,
    ("advice", "could"): Severity.MINOR,
    ("advice", "duty-now"): Severity.INFO,
    ("may", "duty"): Severity.MAJOR,
    ("may", "duty-now"): Severity.MAJOR,
    ("may", "future"): Severity.MINOR,
    ("will", "may"): Severity.MINOR,
    ("intent", "duty"): Severity.MAJOR,
    ("intent", "duty-now"): Severity.MAJOR,
    ("duty", "intent"): Severity.MAJOR,
    ("advice", "future"): Severity.MAJOR,
    ("may", "advice"): Severity.MINOR,
    ("duty", "effort"): Severity.MAJOR,
    ("will", "effort"): Severity.MINOR,
    ("effort", "duty"): Severity.MAJOR,
    ("effort", "future"): Severity.MAJOR,
}
# Where both deny, what nobody may do is what everybody must not do.
_BANS = {"may": "duty", "future": "duty", "will": "duty"}
_BAN_VERBS = frozenset(["shall", "must", "may", "should"])
# Firm words may stand before or after the subject.
_FIRM_SLOT = 6.0
# A modal verb of so many words holds a firm one (*has the power to*).
_LONG = 3

# So many words behind its modal verb *only* still narrows it.
_AFTER = 7

# What *should* happen is expected, not advised, with these verbs so near after it.
_EXPECTED = frozenset(
    ["see", "find", "notice", "get", "look", "appear", "work", "suffice", "help", "hear", "start"]
)
_NEXT = 3
# *only* stands so many words before a Spanish modal verb.
_BEFORE = 12
# In the same slot two modal verbs belong together even where only this part of the words is linked.
_BARE = 0.25
_NEAR = 3.0
# So many words after its modal verb the verb itself stands.
_VERB = 4


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(modals), passage.es.of(modals)
    if not (english or passage.en.of(firm)) or not (spanish or passage.es.of(firm)):
        return
    met = meeting(passage)
    pairs, left_en, left_es = paired(met, english, spanish, _cost, _REACH)
    pairs += _lonely(met, left_en, left_es)
    for en, es in (*pairs, *_firm(passage, met, pairs)):
        weight = _weight(passage, met, en, es)
        if weight is None or hinted(passage, en, es) or _alone(passage, en, es):
            continue
        yield finding(
            CHECK,
            passage,
            "modality.shift",
            en=[en.span],
            es=[es.span],
            facts_en=[en.value],
            facts_es=[es.value],
            severity=weight,
            en_word=passage.en.text[slice(*en.span)],
            es_word=passage.es.text[slice(*es.span)],
        )


def _firm(passage: Passage, met: Meeting, pairs: Pairs) -> Pairs:
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
    return [(en, es) for en, es in beside if met.apart((en.first, en.last), (es.first, es.last))]


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


def _weight(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> Severity | None:
    """How much the step between two modal verbs weighs; None where there is none."""
    if _free_not(passage, en, es):
        return Severity.MAJOR
    if _denied(passage, en) != _denied(passage, es):
        return None
    ours, theirs = bare(en), bare(es)
    if _denied(passage, en):
        if passage.en.words[en.first].folded not in _BAN_VERBS:
            return None
        ours, theirs = _BANS.get(ours, ours), _BANS.get(theirs, theirs)
    if "effort" in (ours, theirs) and (not laid_down(passage) or _tried(passage, met, en, es)):
        return None
    weight = _SHIFT.get((ours, theirs))
    if weight is None:
        weight = step(passage, met, en, es)
        return Severity.INFO if weight is not None and _elsewhere(passage, met, en, es) else weight
    reading = passage.en
    apart = abs(met.slot("en", en.first, en.last) - es.first)
    if around(met, en, es) < (_BARE if apart <= _NEAR else LOOSE) or _elsewhere(
        passage, met, en, es
    ):
        return Severity.INFO
    public = reading.of(institutional) and not reading.of(to_reader)
    if weight is Severity.INFO:
        # *debía* is the past of a duty and of *should* alike.
        public = public and not passage.es.words[es.first].folded.startswith("debi")
        bears = bound(reading, en) and not _passive(reading, en)
        kept = bears or public or passage.context.passages[0].of(_tells_apart)
        return Severity.MINOR if kept else weight
    following = {word.folded for word in reading.words[en.last : en.last + _NEXT]}
    if bare(en) == "advice":
        # A handbook's word to its reader, and what should happen by itself.
        if bare(es) in ("duty", "future") and reading.of(to_reader):
            return Severity.INFO
        if bare(es) == "future" and following & _EXPECTED:
            return Severity.INFO
        if kin(es) == "may" and reading.of(to_reader):
            return Severity.INFO
        if bare(es) == "future" and not bound(reading, en):
            return Severity.MINOR
    if (bare(en), bare(es)) == ("will", "may") and not _granted(passage, es):
        # What works is what can be used: only *podrá* grants what *will* promises.
        wished = passage.es.words[es.first].folded in ("pueda", "puedan", "puedas")
        shown = wished or reading.of(to_reader) or reading.of(illustrates)
        return Severity.INFO if shown else weight
    if (bare(en), bare(es)) == ("may", "future"):
        # What can be done is done: only a permission given to somebody is another step, and among
        # public bodies what could be done.
        own = reading.words[en.first].folded
        other = own in ("may", "might") or (
            own == "could" and public and not reported(reading, en.first)
        )
        return weight if other and not reading.of(to_reader) else Severity.INFO
    return weight


def _passive(reading: Reading, modal: Phrase) -> bool:
    """Whether the subject of a modal verb only receives what others must do: *should be given*."""
    following = [word.folded for word in reading.words[modal.last : modal.last + 2]]
    return len(following) == 2 and following[0] == "be" and following[1].endswith(("ed", "en"))


def _denied(passage: Passage, modal: Phrase) -> bool:
    """Whether a text denies what the modal verb says; *no* stands right before a future."""
    if modal.value.endswith("-not"):
        return True
    if modal.value not in ("future", "conditional"):
        return False
    words = passage.es.words
    return bool({word.folded for word in words[max(modal.first - 3, 0) : modal.first]} & _DENIAL)


_DENIAL = frozenset(["no", "ninguna", "ningun", "nadie", "nunca", "tampoco"])


def _free_not(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether what nobody shall do is only left to choice: *shall not* and *podrá no*."""
    following = passage.es.words[es.last : es.last + 1]
    return (
        en.value == "duty-not"
        and bare(es) == "may"
        and bool(following)
        and following[0].folded == "no"
    )


def _tried(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether an effort is rendered by another word, or is told of and not promised."""
    if met.words["en"][en.first].folded not in ("shall", "will", "must"):
        return True
    if any(
        each.value == "seek"
        for each in beginning(passage.en.of(performatives), en.first, en.last + _AFTER)
        if bare(en) != "effort"
    ):
        return True
    return any(
        met.partner[side][i] >= 0
        for side, each in _both(en, es)
        for i in range(each.first, each.last)
    )


def _granted(passage: Passage, es: Phrase) -> bool:
    return passage.es.words[es.first].folded in ("podra", "podran")


_PLAIN = {"future": "duty"}


def _alone(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether *only* makes a duty and a permission the same: *shall only*, *solo podrá*."""
    if {_PLAIN.get(kin(en), kin(en)), _PLAIN.get(kin(es), kin(es))} != {"duty", "may"}:
        return False
    return bool(
        {w.folded for w in passage.en.words[en.first : en.last + _AFTER]} & small("en", "only")
        and {w.folded for w in passage.es.words[max(es.first - _BEFORE, 0) : es.last + _AFTER]}
        & small("es", "only")
    )


def _elsewhere(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether the verbs that two modal verbs govern are linked, but not to one another. The only
    ones of their sentence belong together all the same."""
    if (
        bare(es) not in ("future", "conditional")
        and passage.en.of(binds)
        and _only(passage, met, en, es)
    ):
        return False
    linked = [
        met.partner[side][head] - there.first
        for side, own, there in _sides(en, es)
        for head in _head(met, side, own)
        if met.partner[side][head] >= 0
    ]
    return bool(linked) and not any(-_VERB <= distance <= 2 * _VERB for distance in linked)


def _only(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two modal verbs are the only ones of their sentence."""
    return met.parallel and all(
        len(_by_sentence(met, side, passage.side(side).of(modals)).get(sentence, ())) <= 1
        for side, sentence in (
            (side, met.sentence[side][each.first]) for side, each in _both(en, es)
        )
    )


def _both(en: Phrase, es: Phrase) -> tuple[tuple[Side, Phrase], ...]:
    return ("en", en), ("es", es)


def _sides(en: Phrase, es: Phrase) -> tuple[tuple[Side, Phrase, Phrase], ...]:
    return ("en", en, es), ("es", es, en)


def _head(met: Meeting, side: Side, modal: Phrase) -> list[int]:
    content = met.content[side]
    return [i for i in range(modal.last, min(modal.last + _VERB, len(content))) if content[i]][:1]


def _tells_apart(first: Passage) -> bool:
    """Whether the document as a whole keeps *should* for *debería*: then *debe* beside it is a
    slip and no habit. `first` is the document's first passage, where the answer is kept."""
    kept = left = 0
    for passage in first.context.passages:
        english = [each for each in passage.en.of(modals) if bare(each) == "advice"]
        if english and not passage.blank:
            pairs, _, _ = paired(meeting(passage), english, passage.es.of(modals), _cost, _REACH)
            kept += sum(bare(es) == "advice" for _, es in pairs)
            left += sum(bare(es) in ("duty", "duty-now") for _, es in pairs)
    return kept >= _HABIT and kept >= _HABIT * left


def _any(_en: Phrase, _es: Phrase) -> float:
    return 0.0


def _cost(en: Phrase, es: Phrase) -> float | None:
    if bare(es) in _SAME.get(bare(en), ()):
        return 0.0 if ("-not" in en.value) == ("-not" in es.value) else 1.0
    return 5.0


CHECK = Check(
    name="modality",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A duty in one version that is advice, a permission or a possibility in the other",
    in_bead=_run,
)
