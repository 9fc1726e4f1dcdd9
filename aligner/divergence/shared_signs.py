"""Signs that look like a slip and are none, since the other version writes them too.

What always holds: names, code, quotations and forms of address that both versions write in one way
accuse neither; what only one of them writes is no excuse.
"""

from __future__ import annotations

import re

from aligner.divergence.passage import Passage
from aligner.language.slip import Slip
from aligner.language.vocabulary import en_empty, es_empty
from aligner.text.segment import Side

# The last two words of a question, or the only one of a quotation: «stop!».
_LAST_WORDS = re.compile(r"(?:(?:[^\W\d_]{2,20} |(?<=[«“\"'‘]))[^\W\d_]{2,20})[?!]$")
_SPOKEN = (("«", "»"), ("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("`", "`"))
_MARKS = re.compile(r"([,;:.])([,;:.])")
# *You*, *Usted*: whom a licence calls by a capital.
_ADDRESSED: dict[Side, re.Pattern[str]] = {
    "en": re.compile(r"(?<=[a-z,] )You(?:rs?)?(?!\w)"),
    "es": re.compile(r"(?<=[a-záéíóúñ,] )Usted(?:es)?(?!\w)"),
}
_FORMS: dict[Side, tuple[str, ...]] = {
    "en": ("You", "Your", "Yours"),
    "es": ("Usted", "Ustedes"),
}
_OTHER: dict[Side, Side] = {"en": "es", "es": "en"}


def both_write(passage: Passage, side: Side, slip: Slip) -> bool:
    """Whether the other side writes the same run of signs (`logging.Handler`, *Been There?* are
    names) or speaks of the sign: *press .* beside *pulse «.»*."""
    text, there = passage.side(side).text, passage.side(_OTHER[side]).text
    if slip.kind == "space":
        return any(f"{a}{slip.mark}{b}" in there for a, b in _SPOKEN)
    if slip.kind == "inverted":
        last = _LAST_WORDS.search(text, slip.start, slip.end)
        return last is not None and last[0] in there
    if slip.kind == "stray-stop":
        stopped = text[slip.start : slip.end].rpartition(" ")[0]
        if re.search(rf"(?<!\w){re.escape(stopped)} [^\W\d_A-Z]", there):
            return True  # an abbreviation that both versions write: *Coll.*
        return _spelled_small(passage, side, text[slip.start : slip.end].rpartition(" ")[2])
    if slip.kind == "doubled-mark":
        return _ends_in_a_mark(text, there, slip)
    if slip.kind != "no-space":
        return False
    if text[slip.start : slip.end] in there:
        return True
    start, end = text.rfind(" ", 0, slip.start) + 1, text.find(" ", slip.end)
    token = text[start : end if end >= 0 else len(text)].strip(".,;:()\"'«»“”")
    return len(token) > 2 and (token in there or _half_of_code(token, there))


def _ends_in_a_mark(text: str, there: str, slip: Slip) -> bool:
    """Whether a mark belongs to the word before it, which the other version writes with it too, and
    another one follows: *the header Cc:.*, `key "a.example";.`"""
    marks = _MARKS.search(text, slip.start, slip.end)
    if marks is None or marks[1] == marks[2]:
        return False
    token = text[text.rfind(" ", 0, marks.start()) + 1 : marks.start() + 1]
    written = any(sign.isalpha() for sign in token)
    return written and re.search(rf"(?<!\S){re.escape(token)}(?=\s)", there) is not None


def _half_of_code(token: str, there: str) -> bool:
    """Whether the other version joins the same word by a colon to one of its own: *package:any*,
    *paquete:any*."""
    before, sign, behind = token.partition(":")
    return bool(sign and before and behind) and (
        re.search(rf"\w:{re.escape(behind)}(?!\w)|(?<!\w){re.escape(before)}:\w", there) is not None
    )


def addressed(passage: Passage, side: Side, word: str) -> bool:
    """Whether a word is a form of address that both versions write with a capital inside a
    sentence."""
    there = passage.side(_OTHER[side])
    return word in _FORMS[side] and _ADDRESSED[there.side].search(there.text) is not None


def _spelled_small(passage: Passage, side: Side, word: str) -> bool:
    """Whether a word that begins a sentence in small letters is a command or a parameter, which has
    none other: the other side has it too, or it stands among signs of code."""
    empty = en_empty if side == "en" else es_empty
    both = word in passage.side(_OTHER[side]).vocabulary and not empty(word)
    return both or re.search(rf"[=<,]{word}\b", passage.side(side).text) is not None
