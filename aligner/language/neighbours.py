"""Which words of a text a name may be: in another form, or written a little differently.

What always holds: a word with another ending, with one other letter, or that holds the name is near
it. A name is compared with the words that begin alike; all other likeness is looked up.
"""

from __future__ import annotations

from collections import defaultdict

from aligner.language.reading import Reading
from aligner.language.vocabulary import en_empty, es_empty, spelling

# So many letters of the common spelling make two words cognates; words of fewer than so many are
# near to nothing.
_LONG = 5
_SHORT = 3
# So many letters two names share at least that differ in their ending alone.
_BEGIN = 3
# No word that a name holds has more letters.
_NAME = 40
# The part of letter pairs that two long words share where they are one word.
_ALIKE = 0.6


class Neighbours:
    """The words of one text by what a name may share with them."""

    __slots__ = ("_begun", "_drawn", "_long", "_longest", "_spelled", "_written")

    def __init__(self, reading: Reading) -> None:
        self._written = reading.vocabulary
        empty = en_empty if reading.side == "en" else es_empty
        words = [word for word in self._written if len(word) >= _SHORT and not empty(word)]
        self._long = " ".join(word for word in words if len(word) >= _LONG)
        self._longest = min(max(map(len, words), default=0), _NAME)
        self._spelled = {spelling(word)[:_LONG] for word in words if len(word) > _LONG}
        self._begun: defaultdict[str, list[str]] = defaultdict(list)
        self._drawn: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            self._begun[word[:_BEGIN]].append(word)
            if len(word) > 2 * _LONG:
                self._drawn[word[0]].append(word)

    def near(self, name: str) -> bool:
        """Whether a word differs from `name` in its ending alone (Mexico, mexicana) or by one
        letter, holds it, or is held by it."""
        if len(name) >= _LONG and (name in self._long or self._held(name)):
            return True
        if len(name) > _LONG and spelling(name)[:_LONG] in self._spelled:
            return True
        if any(_ending_alone(name, word) for word in self._begun.get(name[:_BEGIN], ())):
            return True
        drawn = self._drawn.get(name[:1], ()) if len(name) > 2 * _LONG else ()
        return any(shared_pairs(name, word) >= _ALIKE for word in drawn)

    def _held(self, name: str) -> bool:
        return any(
            name[start:end] in self._written
            for start in range(len(name) - _LONG + 1)
            for end in range(start + _LONG, min(start + self._longest, len(name)) + 1)
        )


def _ending_alone(a: str, b: str) -> bool:
    """Whether two names that begin alike differ in their ending alone."""
    least = min(len(a), len(b))
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), least)
    return shared > _BEGIN or (shared >= _BEGIN and shared >= least - 1)


def shared_pairs(a: str, b: str) -> float:
    """The part of letter pairs that two words share."""
    one, other = ({word[i : i + 2] for i in range(len(word) - 1)} for word in (a, b))
    return 2 * len(one & other) / (len(one) + len(other))
