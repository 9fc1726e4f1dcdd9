"""The joints of a text: the commas and conjunctions that its members stand between.

What always holds: joints are in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from aligner.language.doublets import doublets
from aligner.language.reading import Reading

_JOINING = r"(?:and|or|nor|y|e|o|u|ni(?! siquiera)|tanto|as well as|así como)"
# A conjunction that joins no member to another: a limit (*or more*, *o menos*), a step in time.
_TAILS = (
    r"or (?:more|less|fewer|greater|higher|lower|larger|smaller|longer|shorter|older|younger|later"
    r"|earlier|better|worse|above|below|over|under|beyond|not)"
    r"|o (?:más|mas|menos|superior(?:es)?|inferior(?:es)?|mayor(?:es)?|menor(?:es)?|mejor(?:es)?"
    r"|varios|varias|posterior(?:es)?|anterior(?:es)?|no)"
)
# An open list has no conjunction.
_OPEN = r"(?:etc|etcétera|etcetera)"
# What any of them begins with: a look at one sign spares the rest at nearly every place.
_BEGINNING = r"(?=[aenotuy,;&])"
_JOINT = re.compile(
    rf"{_BEGINNING}(?:[,;](?=\W{{0,8}}\s)(?:\W{{0,8}}(?:{_JOINING}|{_OPEN})\b)?"
    rf"|\b(?!(?:{_TAILS})\b){_JOINING}\b(?!-)|(?<=\s)&(?=\s))",
    re.I,
)
# So many joints further the conjunction of an enumeration may stand.
_SOON = 2
# What ends the sentence of an enumeration: a semicolon only parts its members.
_END = re.compile(r"[.!?][\"”»)’]*\s|\n|: (?=[A-ZÁÉÍÓÚ¿¡])")
# What stands in brackets or quotes is no member.
_SIGNS = re.compile(r"[()\[\]«»“”\"=/]")

Joint = tuple[int, int, bool]


class Joined:
    """The joints of one side, as (start, end, whether it is a conjunction), and its words."""

    __slots__ = ("_starts", "joints", "text", "words")

    def __init__(self, reading: Reading) -> None:
        self.text, self.words = reading.text, reading.words
        self.joints = reading.of(joints)
        self._starts = [joint[0] for joint in self.joints]

    @property
    def listed(self) -> Sequence[int] | None:
        """The number of each word's sentence, where semicolons part members; None where there are
        none."""
        if ";" not in self.text:
            return None
        ends = [match.start() for match in _END.finditer(self.text)]
        return [bisect_left(ends, word.start) for word in self.words]

    def semicolon(self, joint: Joint) -> bool:
        """Whether a joint is a semicolon, with or without a conjunction."""
        return self.text[joint[0]] == ";"

    def before(self, word: int) -> int:
        """How many joints stand before a word."""
        return bisect_left(self._starts, self.words[word].start)

    def parted(self, first: int, last: int) -> bool:
        """Whether a joint stands between two words."""
        return self.before(first) != self.before(last)

    def between(self, first: int, last: int) -> Sequence[Joint]:
        """The joints between words first and last; those up to the end for the word after it."""
        end = self.before(last) if last < len(self.words) else len(self.joints)
        return self.joints[bisect_left(self.joints, (self.words[first].end,)) : end]

    def signs(self, first: int, last: int) -> int:
        """How many brackets and quotes stand between two words."""
        end = self.words[last].start if last < len(self.words) else self.words[-1].end
        return len(_SIGNS.findall(self.text, self.words[first].end, end))

    def shifted(self, word: int, other: Joined, there: int) -> bool:
        """Whether a comma stands before a word here and a conjunction before its partner there: a
        member was taken away behind it."""
        here, beyond = self.before(word), other.before(there)
        return (
            here > 0 and beyond > 0 and not self.joints[here - 1][2] and other.joints[beyond - 1][2]
        )

    def enumerates(self, last: int, joints: Sequence[Joint]) -> bool:
        """Whether joints before word `last` belong to an enumeration: one of them, or one soon after
        them, is a conjunction."""
        follows = self.before(last) if last < len(self.words) else len(self.joints)
        near = (*joints, *self.joints[follows : follows + _SOON])
        return any(joint[2] for joint in near)


def conjunctions(reading: Reading) -> int:
    """How many conjunctions a text has."""
    return sum(is_word for _, _, is_word in reading.of(joints))


def joints(reading: Reading) -> tuple[Joint, ...]:
    """The joints of a text, and whether each is a conjunction; what joins the two genders of one
    word joins no members."""
    within = {each.join[1] for each in reading.of(doublets)}
    return tuple(
        (match.start(), match.end(), match[0][-1] not in ",;")
        for match in _JOINT.finditer(reading.text)
        if match.end() not in within
    )
