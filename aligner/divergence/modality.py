"""A duty here that is advice or permission there.

What always holds: modal verbs are compared by class in the same slot; *shall*, *must*, *need to*
are one duty with *debe*, *deberá*, *tiene que* and the future; a modal verb on one side alone says
nothing. *shall not*, *may not*, *must not* forbid alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.addressee import bound, illustrates, institutional, laid_down, to_reader
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import CLOSE, LOOSE, around, graded
from aligner.divergence.finding import exchange
from aligner.divergence.hinted import hinted
from aligner.divergence.hypothetical import step
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.modal_excuses import same_force
from aligner.divergence.modal_pairs import (
    by_class,
    elsewhere,
    firm_words,
    predicated,
    same_verb,
    verbs,
)
from aligner.divergence.modal_steps import denied, shift
from aligner.divergence.opposed import another_step
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.language.modality import bare, kin, modals
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.reported import reported
from aligner.language.words import Word
from aligner.text.segment import SIDES

# So many times, and so many times as often, makes a habit of the document.
_HABIT = 3

# What *should* happen is expected, not advised, with these verbs so near after it.
_EXPECTED = frozenset(
    ["see", "find", "notice", "get", "look", "appear", "work", "suffice", "help", "hear", "start"]
)
# What the reader will see is what he can see, and what he may see is what he should.
_SEEN = frozenset((("will", "may"), ("may", "advice")))
_AS_A_RULE = frozenset(["normally", "usually", "generally", "typically", "ordinarily"])
_NEXT = 3
# More blanks than these part no sentence from the sign before it.
_BLANKS = 16
# In the same slot two modal verbs belong together even where only this part of the words is linked.
_BARE = 0.25
_NEAR = 3.0
# A handbook is free with its modal verbs; yet where it follows the other version word by word, and
# the verb is the same, these steps are seldom meant.
_PLAIN_STEPS = frozenset(
    (("advice", "may"), ("advice", "could"), ("may", "future"), ("will", "may"))
)


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(modals), passage.es.of(modals)
    met = meeting(passage)
    yield from _named(passage, met)
    pairs = verbs(met, english, spanish)
    sure = [(en, es) for en, es in pairs if not elsewhere(passage, met, en, es)]
    loose = predicated(passage, met, sure)
    for en, es in (*pairs, *loose, *firm_words(passage, met, pairs)):
        weight = _weight(passage, met, en, es)
        if weight is not None and (en, es) in loose:
            named = laid_down(passage) and bound(passage.en, en)
            weight = graded(around(met, en, es), sure=False, loose=LOOSE if named else CLOSE)
        if weight is Severity.INFO and _plain_step(passage, met, en, es):
            weight = Severity.MINOR
        if weight is None or hinted(passage, en, es) or same_force(passage, met, en, es):
            continue
        yield exchange(CHECK, passage, "modality.shift", en, es, weight)


def _named(passage: Passage, met: Meeting) -> Iterator[Divergence]:
    """What adjectives and nouns make necessary, advisable or possible: *possible*, *necesario*."""
    verbal = {
        side: {i for each in passage.side(side).of(modals) for i in range(each.first, each.last)}
        for side in SIDES
    }
    for i, j in another_step(met, "force"):
        if i in verbal["en"] or j in verbal["es"]:
            continue
        en, es = _word(i, met.words["en"][i]), _word(j, met.words["es"][j])
        weight = graded(around(met, en, es), sure=laid_down(passage))
        yield exchange(CHECK, passage, "modality.shift", en, es, weight)


def _word(index: int, word: Word) -> Phrase:
    return Phrase("modality", word.folded, index, index + 1, (word.start, word.end))


def _weight(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> Severity | None:
    """How much the step between two modal verbs weighs; None where there is none."""
    if denied(passage, en, es):
        return None
    weight = shift(passage, met, en, es)
    if weight is None:
        weight = step(passage, met, en, es)
        return Severity.INFO if weight is not None and elsewhere(passage, met, en, es) else weight
    reading = passage.en
    apart = abs(met.slot("en", en.first, en.last) - es.first)
    if around(met, en, es) < (_BARE if apart <= _NEAR else LOOSE) or elsewhere(
        passage, met, en, es
    ):
        return Severity.INFO
    public = reading.of(institutional) and not reading.of(to_reader)
    if weight is Severity.INFO:
        # *debía* is the past of a duty and of *should* alike.
        public = public and not passage.es.words[es.first].folded.startswith("debi")
        bears = bound(reading, en) and not _passive(reading, en)
        kept = (
            bears
            or public
            or passage.of(_keeps)
            or passage.es.words[es.first].folded not in _OWE | _OWED
            or passage.context.passages[0].of(_tells_apart)
        )
        return Severity.MINOR if kept else weight
    following = {word.folded for word in reading.words[en.last : en.last + _NEXT]}
    seen = reading.of(to_reader) and (bare(en), kin(es)) in _SEEN
    if seen and following & _EXPECTED:
        return Severity.INFO
    if bare(en) == "advice":
        # A handbook's word to its reader, and what should happen by itself.
        if bare(es) in ("duty", "future") and reading.of(to_reader):
            return Severity.INFO
        if bare(es) == "future" and following & (_EXPECTED | _AS_A_RULE):
            return Severity.INFO
        if kin(es) == "may" and reading.of(to_reader):
            return Severity.INFO
        if bare(es) == "future" and not bound(reading, en):
            return Severity.MINOR
    if (bare(en), bare(es)) == ("will", "may") and not _granted(passage, es):
        # What works is what can be used: only *podrá* grants what *will* promises.
        wished = passage.es.words[es.first].folded in ("pueda", "puedan", "puedas")
        asked = _asked(reading, en)
        shown = wished or asked or reading.of(to_reader) or reading.of(illustrates)
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


def _asked(reading: Reading, modal: Phrase) -> bool:
    """Whether a verb opens a question: *will it work* and *puede funcionar* ask the same."""
    before = reading.text[max(modal.span[0] - _BLANKS, 0) : modal.span[0]].rstrip()
    return (not before or before[-1] in ".?!:") and reading.text[modal.span[0]].isupper()


def _plain_step(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two modal verbs differ though their verb is the same and all around it is linked: then
    a step is no freedom of a handbook. What can be done is done, and what should be seen is seen."""
    words = passage.en.words
    following = {word.folded for word in words[en.last : en.last + _NEXT]}
    return (
        (bare(en), bare(es)) in _PLAIN_STEPS
        and words[en.first].folded not in ("can", "could")
        and not (bare(en) in ("advice", "will") and following & _EXPECTED)
        and not _asked(passage.en, en)
        and same_verb(met, en, es)
        and around(met, en, es) >= CLOSE
    )


def _passive(reading: Reading, modal: Phrase) -> bool:
    """Whether the subject of a modal verb only receives what others must do: *should be given*."""
    following = [word.folded for word in reading.words[modal.last : modal.last + 2]]
    return len(following) == 2 and following[0] == "be" and following[1].endswith(("ed", "en"))


def _granted(passage: Passage, es: Phrase) -> bool:
    return passage.es.words[es.first].folded in ("podra", "podran")


# *Should* is often rendered by *deber* and *haber de*; by no other duty.
_OWE = frozenset(
    ["debo", "debes", "debe", "debemos", "deben", "deba", "deban", "debas", "debia", "debian"]
)
_OWED = frozenset(["debio", "debieron", "he", "has", "ha", "hemos", "han", "haya", "hayan"])


def _keeps(passage: Passage) -> bool:
    """Whether a passage says *debería* for *should* elsewhere: then *debe* is another step."""
    english = [each for each in passage.en.of(modals) if bare(each) == "advice"]
    pairs = by_class(meeting(passage), english, passage.es.of(modals))
    return any(bare(es) == "advice" for _, es in pairs)


def _tells_apart(first: Passage) -> bool:
    """Whether the document as a whole keeps *should* for *debería*: then *debe* beside it is a
    slip and no habit. `first` is the document's first passage, where the answer is kept."""
    kept = left = 0
    for passage in first.context.passages:
        english = [each for each in passage.en.of(modals) if bare(each) == "advice"]
        if english and not passage.blank:
            pairs = by_class(meeting(passage), english, passage.es.of(modals))
            kept += sum(bare(es) == "advice" for _, es in pairs)
            left += sum(bare(es) in ("duty", "duty-now") for _, es in pairs)
    return kept >= _HABIT and kept >= _HABIT * left


CHECK = Check(
    name="modality",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A duty in one version that is advice, a permission or a possibility in the other",
    in_bead=_run,
)
