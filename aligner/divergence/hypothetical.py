"""What one version announces or allows, and the other only thinks of: *will* and *-ría*.

What always holds: only pairs of classes that the text sets against one another are weighed; reported
speech shifts its tenses by itself, so that only where the words around are linked a Spanish shift
beside *will* counts, and an English one where its neighbours are not shifted; where a text shows how something works *would* and *will* say
the same: there the step only informs.
"""

from __future__ import annotations

import re

from aligner.divergence.addressee import binds, bound, illustrates, institutional, to_reader
from aligner.divergence.divergence import Severity
from aligner.divergence.evidence import CLOSE, around, graded
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.modality import bare, modals
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.reported import reported

# English class and Spanish class.
_STEPS = frozenset(
    (
        ("will", "conditional"),
        ("duty", "conditional"),
        ("will", "could"),
        ("will", "advice"),
        ("will", "intent"),
        ("would", "future"),
        ("intent", "future"),
        ("would", "duty-now"),
    )
)
# Somebody is bound where English only thinks of it: seldom said so on purpose, but *would* has many uses.
_HELD = ("would", "duty-now")
_PAST = frozenset(["have", "not"])


def step(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> Severity | None:
    """How much it weighs that two modal verbs tell apart what is announced and what is thought of;
    None where they do not."""
    values = bare(en), bare(es)
    if values not in _STEPS and not _permission(passage, en, es):
        return None
    if values == _HELD and not _present(passage, en, es):
        return None
    if reported(passage.en, en.first) or reported(passage.es, es.first):
        if bare(en) == "would" and not _unshifted(passage, met, en):
            return Severity.INFO
        return graded(around(met, en, es), sure=False, loose=CLOSE)
    if bare(en) == "would" and _asked(passage.en, en):
        return Severity.INFO
    if passage.en.of(to_reader) or passage.en.of(illustrates):
        return Severity.INFO
    public = passage.en.of(institutional)
    return graded(around(met, en, es), sure=values in _STEPS and values != _HELD and public)


# A duty in the present and nothing else: *debía* tells a past.
_BINDING = re.compile(r"^(?:deben?|tienen? que|han? de)$")


def _binding(reading: Reading) -> frozenset[int]:
    """The words at which somebody is bound, or advised."""
    bound_ones = (each for each in reading.of(modals) if bare(each) in ("duty", "advice", "will"))
    return frozenset(each.first for each in bound_ones)


def _present(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether somebody is bound now, among other duties of the text, where English only thinks of it:
    *would* is no past then, and no condition stands beside it."""
    words = passage.en.words
    after = [word.folded for word in words[en.last : en.last + 2]]
    needed = after[:1] in (["need"], ["require"]) or after == ["have", "to"]
    bound_too = not passage.en.of(_binding) <= {en.first}
    return (
        not needed
        and bound_too
        and "if" not in passage.en.vocabulary
        and bool(_BINDING.search(passage.es.text[slice(*es.span)].lower()))
    )


def _unshifted(passage: Passage, met: Meeting, modal: Phrase) -> bool:
    """Whether the speech that reports a *would* leaves its other verbs as they were: then this one is
    shifted by no tense."""
    sentence = met.sentence["en"]
    return any(
        bare(each) in ("duty", "will")
        and sentence[each.first] == sentence[modal.first]
        and reported(passage.en, each.first)
        for each in passage.en.of(modals)
    )


def _asked(reading: Reading, modal: Phrase) -> bool:
    """Whether a verb stands in a question that is told: *to what extent they would*."""
    before = {word.folded for word in reading.words[max(modal.first - 4, 0) : modal.first]}
    return not before.isdisjoint(("what", "whether", "how", "which"))


def _permission(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether somebody *may* do what the other version only thinks that he might (*podría*), or the
    other way round (*could*, *podrá*)."""
    if not passage.en.of(binds):
        return False
    words = passage.en.words
    own, other = words[en.first].folded, passage.es.words[es.first].folded
    if own == "may" and es.value == "could":
        following = words[en.last].folded if en.last < len(words) else ""
        return following not in _PAST and bound(passage.en, en)
    return own in ("could", "might") and other.startswith("podra")
