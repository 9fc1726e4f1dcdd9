"""Whether the two sides of a bead say the same thing at all.

What always holds: a bead of few words is called unlike only where nearly nothing of it is linked;
one that cannot be judged is not unlike; two texts of one matter share words, but in no order: links
that follow one another count twice as much as those that cross.
"""

from __future__ import annotations

import re

from aligner.divergence.coverage import coverage
from aligner.divergence.passage import Passage

# The part of what is said on both sides below which a bead is the wrong one: of many words, where
# links in order are told from single ones, of some, and of few, where one link is much; from how many
# words of the shorter side they are many, or from how many without a counterpart on either side they
# are some, and how many of both sides can be judged at all.
_LIKE = 0.35
_LIKE_IN_SOME = 0.34
_LIKE_IN_FEW = 0.2
_LONG = 6
_ENOUGH = 3.0
_JUDGEABLE = 5
# Fewer words on a side say nothing.
_SAID = 2.0
# The signs of a formula or a call, and how many of them make one.
_FRAME = re.compile(r"[()\[\]{}<>;|=?]")
_FRAMED = 4


def unlike(passage: Passage) -> bool:
    """Whether the two sides have so little in common that single gaps say nothing."""
    found = passage.of(coverage)
    least, most = sorted(found.said.values())
    if least < _SAID or least + most < _JUDGEABLE:
        return False
    if least < _LONG and least - found.links < _ENOUGH:
        return found.linked < _LIKE_IN_FEW
    if _framed_alike(passage):
        return False
    if least <= _LONG:
        return found.linked < _LIKE_IN_SOME
    return (found.linked + found.ordered) / 2 < _LIKE


def _framed_alike(passage: Passage) -> bool:
    """Whether both sides are one formula with names of their own: *SUM(First; Second)*."""
    frame = _FRAME.findall(passage.en.text)
    return len(frame) >= _FRAMED and frame == _FRAME.findall(passage.es.text)
