"""A duty here that is advice or permission there.

What always holds: modal verbs are compared by class in the same slot; *shall*, *must*, *need to*
are one duty with *debe*, *deberá*, *tiene que* and the future; a modal verb on one side alone says
nothing. *shall not*, *may not*, *must not* forbid alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import bound, illustrates, institutional, to_reader
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import LOOSE, around
from aligner.divergence.finding import finding
from aligner.divergence.hinted import hinted
from aligner.divergence.hypothetical import step
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Pairs, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.modality import bare, kin, modals
from aligner.language.phrases import Phrase
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
}

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
    if not english or not spanish:
        return
    met = meeting(passage)
    pairs, left_en, left_es = paired(met, english, spanish, _cost, _REACH)
    pairs += _lonely(met, left_en, left_es)
    for en, es in pairs:
        if "-not" in en.value or "-not" in es.value:
            continue
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
    weight = _SHIFT.get((bare(en), bare(es)))
    if weight is None:
        weight = step(passage, met, en, es)
        return Severity.INFO if weight is not None and _elsewhere(met, en, es) else weight
    reading = passage.en
    apart = abs(met.slot("en", en.first, en.last) - es.first)
    if around(met, en, es) < (_BARE if apart <= _NEAR else LOOSE) or _elsewhere(met, en, es):
        return Severity.INFO
    public = reading.of(institutional) and not reading.of(to_reader)
    if weight is Severity.INFO:
        # *debía* is the past of a duty and of *should* alike.
        public = public and not passage.es.words[es.first].folded.startswith("debi")
        kept = bound(reading, en) or public or passage.context.passages[0].of(_tells_apart)
        return Severity.MINOR if kept else weight
    following = {word.folded for word in reading.words[en.last : en.last + _NEXT]}
    if bare(en) == "advice":
        # A handbook's word to its reader, and what should happen by itself.
        if bare(es) in ("duty", "future") and reading.of(to_reader):
            return Severity.INFO
        if bare(es) == "future" and following & _EXPECTED:
            return Severity.INFO
        if bare(es) == "future" and not bound(reading, en):
            return Severity.MINOR
    if (bare(en), bare(es)) == ("will", "may") and not _granted(passage, es):
        # What works is what can be used: only *podrá* grants what *will* promises.
        return Severity.INFO if reading.of(to_reader) or reading.of(illustrates) else weight
    if (bare(en), bare(es)) == ("may", "future"):
        # What can be done is done: only a permission given to somebody is another step, and among
        # public bodies what could be done.
        own = reading.words[en.first].folded
        other = own in ("may", "might") or (
            own == "could" and public and not reported(reading, en.first)
        )
        return weight if other and not reading.of(to_reader) else Severity.INFO
    return weight


def _granted(passage: Passage, es: Phrase) -> bool:
    return passage.es.words[es.first].folded in ("podra", "podran")


def _alone(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether *only* makes a duty and a permission the same: *shall only*, *solo podrá*."""
    if {kin(en), kin(es)} != {"duty", "may"}:
        return False
    return bool(
        {w.folded for w in passage.en.words[en.first : en.last + _AFTER]} & small("en", "only")
        and {w.folded for w in passage.es.words[max(es.first - _BEFORE, 0) : es.last + _AFTER]}
        & small("es", "only")
    )


def _elsewhere(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether the verbs that two modal verbs govern are linked, but not to one another."""
    linked = [
        met.partner[side][head] - there.first
        for side, own, there in _sides(en, es)
        for head in _head(met, side, own)
        if met.partner[side][head] >= 0
    ]
    return bool(linked) and not any(-_VERB <= distance <= 2 * _VERB for distance in linked)


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


def _cost(en: Phrase, es: Phrase) -> float | None:
    if bare(es) in _SAME[bare(en)]:
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
