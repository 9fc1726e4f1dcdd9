"""Words of negation that negate nothing where they stand: a name, a part of a longer word, a tag.

What always holds: *No. 5* and `status=none` are names, *whether or not* leaves both open, and *not only*
says that there is more to come.
"""

from __future__ import annotations

import re

from aligner.language.phrases import Phrase
from aligner.language.reading import Reading

_NUMERO = re.compile(r"[Nn]o\.? ?\d")
_STARTS = frozenset('.!?:;\n“"«(')


def _name(reading: Reading, each: Phrase) -> bool:
    """Whether *No.* stands for number, or *None* inside a sentence for a value of a program."""
    text, start = reading.text, each.span[0]
    if _NUMERO.match(text, start):
        return True
    before = text[max(start - 2, 0) : start].strip()
    return text.startswith("None", start) and before != "" and before[-1] not in _STARTS


def mute(reading: Reading, each: Phrase) -> bool:
    """Whether a word of negation negates nothing where it stands."""
    return _name(reading, each) or inside(reading, each) or _either(reading, each)


def inside(reading: Reading, each: Phrase) -> bool:
    """Whether a word of negation is a part of a longer one: *why-not*, *level=none*, *no-fly*."""
    text, (start, end) = reading.text, each.span
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if reading.lower[start:end] == "non" or (reading.side == "es" and after[:1] == "-"):
        return False  # non-violent, no violento, no-violento
    if before and (before[-1] in _TIES or (before[-1] == "(" and before[:-1].isalnum())):
        return True
    return after[:1] == "(" or (after[:1] in ("-", "_", "=", "/") and after[1:].isalnum())


def _either(reading: Reading, each: Phrase) -> bool:
    """Whether a negation leaves both open (*whether or not*, *sea o no*, *isn't it?*), or only says
    that there is more to come (*no es únicamente*, with *sino* or *también* after it)."""
    words, first, text = reading.words, each.first, reading.text
    word = words[first].folded
    if each.last - first > 1 or not (word in ("no", "not") or word.endswith(("n't", "n’t"))):
        return False
    following = words[first + 1 : first + 1 + _ONLY_NEAR]
    closed = not following or not text[each.span[1] : following[0].start].isspace()
    if _TAG.match(text, each.span[0]):
        return True
    if closed and [w.folded for w in words[max(first - 2, 0) : first]] == ["como", "si"]:
        return True  # tanto si es grave como si no
    if closed and [w.folded for w in words[max(first - 2, 0) : first]] == ["o", "si"]:
        return True  # el nombre o, si no, un número
    joint = words[first - 2].folded if first > 2 else ""
    if joint in ("or", "o") and words[first - 1].folded == words[first - 3].folded:
        return True  # may or may not
    if first and words[first - 1].folded in ("or", "o"):
        asked = first > 2 and words[first - 3].folded == _ASKING[reading.side]
        if closed or asked or following[0].folded in _DETERMINING:
            return True
    only = next((w.end for w in following if w.folded in _ONLY), 0)
    return bool(only) and bool(_MORE.match(reading.lower, only))


# haven't you?, isn't it?
_TAG = re.compile(r"\w+n[’']t (?:I|you|he|she|it|we|they|there)\?", re.IGNORECASE)
# si desea o no conservarlo, es o no una copia: both are left open.
_ASKING = {"en": "whether", "es": "si"}
_DETERMINING = frozenset(
    [
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "al",
        "del",
        "a",
        "de",
        "en",
        "su",
        "sus",
        "the",
        "a",
        "cuando",
        "when",
    ]
)
# What ties a word to its neighbour in an identifier or a compound.
_TIES = frozenset("-_=?~$/\\")
# So near a negation *only* makes it *not only*, if what follows in the sentence adds something.
_ONLY_NEAR = 4
_ONLY = frozenset(
    ["only", "merely", "solely", "just", "simply", "solo", "solamente", "unicamente", "meramente"]
)
_MORE = re.compile(r"[^.;?!]{0,240}?\b(?:but|also|sino|si no|tambien|ademas)\b")
