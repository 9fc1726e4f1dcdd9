"""The conjunctions that join or set apart.

What always holds: each has the class `and` (as *así como* has), `or` or `both` (it may stand for
either: *ni*, *nor*, *and/or*); a conjunction at the very start of a sentence joins no enumeration and is
left out.
"""

from __future__ import annotations

from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading


def conjunctions(reading: Reading) -> tuple[Phrase, ...]:
    """The conjunctions of `reading` in order."""
    found: list[Phrase] = []
    for each in of_kind(reading, "conjunctions"):
        if _letter(reading, each):
            continue
        value = _VALUES.get(each.value, "both")
        if found and _pair(reading, found[-1], each._replace(value=value)):
            # and/or, y/o, y (o)
            found[-1] = found[-1]._replace(value="both", last=each.last)
            continue
        found.append(each._replace(value=value))
    return tuple(found)


def _letter(reading: Reading, each: Phrase) -> bool:
    """Whether a word of one letter is named rather than used: in quotes, or a capital among small
    letters."""
    text, (start, end) = reading.text, each.span
    if end - start > 1:
        return False
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES:
        return start > 0 and end < len(text)
    if text[max(start - _OPENED, 0) : start].rstrip(_OPENERS)[-1:] in _ENDS:
        return False  # ... Y luego se fue: it begins a sentence
    beside = text[max(start - 3, 0) : start] + text[end : end + 3]
    return text[start].isupper() and start > 0 and not any(c.isupper() for c in beside)


_VALUES = {"and": "and", "also": "and", "or": "or"}
_ENDS = frozenset(("", *".!?…:;\n"))
# So many signs may open a sentence.
_OPENED = 8
_OPENERS = " \u00a0¿¡«“\"'("
_QUOTES = frozenset("\"'`«»“”‘’()[]")


def _pair(reading: Reading, before: Phrase, each: Phrase) -> bool:
    """Whether two conjunctions stand side by side with one mark between them."""
    return (
        "both" not in (before.value, each.value)
        and before.value != each.value
        and before.last == each.first
        and each.span[0] - before.span[1] == 1
        and reading.text[before.span[1]] != " "
    )
