"""What step lies between two modal expressions: a duty, an advice, a permission, an effort.

What always holds: classes alone decide, with what a text denies: *shall not*, *may not* and *must not*
forbid alike, so that among denials only advice is another step; what nobody shall do and somebody
*podrá no* do is one too.
"""

from __future__ import annotations

import re

from aligner.divergence.addressee import laid_down
from aligner.divergence.divergence import Severity
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.modality import bare
from aligner.language.performatives import performatives
from aligner.language.phrases import Phrase, beginning

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
_DENIAL = frozenset(["no", "ninguna", "ningun", "nadie", "nunca", "tampoco"])
_STOP = re.compile(r"[.;:!?]")
# So near behind its modal verb the verb itself stands.
_VERB = 3
# So many words behind its modal verb an effort is named.
_AFTER = 7


def denied(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether one side denies what the other one does not: no question of force."""
    return _denied(passage, en) != _denied(passage, es) and not _free_not(passage, en, es)


def shift(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> Severity | None:
    """How much the step between two classes weighs by itself; None where there is none."""
    if _free_not(passage, en, es):
        return Severity.MAJOR
    ours, theirs = bare(en), bare(es)
    if _denied(passage, en):
        if passage.en.words[en.first].folded not in _BAN_VERBS:
            return None
        ours, theirs = _BANS.get(ours, ours), _BANS.get(theirs, theirs)
    if "effort" in (ours, theirs) and (not laid_down(passage) or _tried(passage, met, en, es)):
        return None
    return _SHIFT.get((ours, theirs))


def _denied(passage: Passage, modal: Phrase) -> bool:
    """Whether a text denies what the modal verb says; *no* stands right before a future."""
    if modal.value.endswith("-not"):
        return True
    if modal.value not in ("future", "conditional"):
        return False
    words, text = passage.es.words, passage.es.text
    return any(
        word.folded in _DENIAL and not _STOP.search(text, word.end, modal.span[0])
        for word in words[max(modal.first - 3, 0) : modal.first]
    )


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
    ours, theirs = met.partner["en"][en.first : en.last], met.partner["es"][es.first : es.last]
    if bare(es) == "future":
        # A future is its own verb, the one that is to be sought.
        theirs = [i for i in theirs if not en.last <= i < en.last + _VERB]
        ours = [j for j in ours if abs(j - es.first) <= _AFTER]
    return any(partner >= 0 for partner in (*ours, *theirs))
