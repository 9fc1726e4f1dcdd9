"""Words that may carry a negation inside them: a verb, an adjective, an exception, a prefix.

What always holds: they need no partner of their own, and may stand for a negation of the other version
(*fail to*, *sin*, *unless*).
"""

from __future__ import annotations

import re

from aligner.language.mute import inside
from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading
from aligner.language.words import Word

# English words that only seem to begin with a negative prefix.
_POSITIVE = re.compile(
    r"un(?:der|i[ost]|iv|iqu|til|anim|if[iy]|cle|less)|(?:never|none)theless|nonce"
)


def _kept_from(words: tuple[Word, ...], at: int) -> bool:
    """Whether somebody is kept *from doing* something, with an adverb between, or something is
    guarded from it (*secure the archive from access*)."""
    if any(word.folded.startswith(_GUARDING) for word in words[max(at - _GUARDED, 0) : at - 1]):
        return True
    if at < len(words) and words[at].folded.endswith("ly"):
        at += 1
    return at < len(words) and words[at].folded.endswith("ing")


# So near before what it is guarded from stands the verb.
_GUARDED = 7
_GUARDING = ("protect", "secur", "shield", "guard", "safeguard", "insulat", "preserv", "defend")


def weak_negations(reading: Reading) -> tuple[Phrase, ...]:
    """Words that hold a negation or an exception inside, English words in *un-* and *-less* by
    their form."""
    found = [
        each._replace(value="soft") if each.value in ("not", "again") else each
        for each in of_kind(reading, "negation")
        if each.value == "more"
        or each.value.startswith("soft")
        or (each.value in ("not", "again") and inside(reading, each))
    ]
    if reading.side == "en":
        known = {each.first for each in found}
        covered = {index for each in found for index in range(each.first, each.last)}
        words = reading.words
        # What keeps, blocks or stops somebody from doing something.
        found += [
            Phrase("negation", "soft-from", index, index + 1, (word.start, word.end))
            for index, word in enumerate(words)
            if word.folded == "from" and index not in covered and _kept_from(words, index + 1)
        ]
        found += [
            Phrase("negation", "soft", index, index + 1, (word.start, word.end))
            for index, word in enumerate(reading.words)
            if index not in known
            and len(word.folded) > 4
            and word.folded.startswith(("un", "non")) != word.folded.endswith(("less", "lessly"))
            and not _POSITIVE.match(word.folded)
        ]
        found.sort(key=lambda each: each.first)
    return tuple(found)
