"""What is wrong with the punctuation of one text, seen by itself.

What always holds: time is linear in the text; brackets and quotes nest as far as they nest; each
slip names its kind and its place. Comparing the slips of two sides is the business of the check.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from aligner.language.reading import Reading
from aligner.language.tables import table

_CLOSER = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "„": "”"}
_OPENER = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
_PAIRS = re.compile(r"[()\[\]{}«»“”„]|(?<![\w])\"|\"(?![\w])|\"")
# A list label: "a)" or "1)" closes nothing that was opened.
_LABEL = re.compile(
    r"(?:^|[\s(,;:.])(?:[a-zñ]{1,2}|[ivxlIVXL]{1,5})$"
    r"|(?:^|[,;:.]|(?<![^\W_])(?:y|o|e|u|or|and))[\s(]{0,2}\d{1,3}$"
)
# The sign looked at first, so that letters are passed over quickly.
_SPACING = re.compile(
    r"(?=[ \u00a0,;.:])(?:(?P<before>(?<=[\w)\]»”\"])[ \u00a0](?=[,;](?:\s|$)|\.(?:\s|$)|:\s|\)(?=[\s.,;]|$)))"
    r"|(?P<open>(?:(?<=[(\[¿¡])|(?<=[\s(]«))[ \u00a0](?=\w))"
    r"|(?P<after>(?<=[a-záéíóúüñ]{2})[,;](?=[a-záéíóúüñ]{2}|[yeoua]\s))"
    r"|(?P<stop>(?<=[a-záéíóúüñ]{2})\.(?=[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]+\s))"
    r"|(?P<double>(?<=[^\s.!?:])  +(?=\S)|(?<=[.!?:])   +(?=\S))"
    r"|(?P<point>(?<=[\w)»”\"’'])\.,(?= [a-záéíóúüñ]))"
    r"|(?P<repeated>,,|;;|(?<![.A-ZÑ])\.\.(?![./\\\w])|[,;]\.(?!\.)|(?<!:):(?=[,;.])))"
)
_LEAST_DOUBLED = 2
_OPENING, _CLOSING = frozenset("\"'`«“„‘"), frozenset("\"'`»”“’")
# What makes a run of signs code: `:packadd!`, `$name?`, `a.b!`.
_CODE = re.compile(r"(?<!\S)[«“\"'(]?[:%$\\/=@#*+]\w|\w[_\\=@#*+]")
_GOES_ON = re.compile(r"\s*(?:\.{3}|…)")
_QUESTION = re.compile(r"[?!]+")
_STOPS = ".!?…:;\n"
_UPSIDE = {"¿": "?", "¡": "!"}
# "los signos ¿ y ¡" are spoken of; "¡¿Qué?!" opens twice.
_OPENING_MARK = re.compile(r"[¿¡](?=[^\W_]|[(«“\"'])")
_FULL_STOP = re.compile(r"(?<=[^\W_]{3})\.(?=\s*(?:$|\s[¿¡«“\"'(]*[A-ZÁÉÍÓÚÑ]))")
# Behind the end mark: what closes, and the mark of a note.
_ENDS = re.compile(
    r"(?P<mark>[.,;:!?…]*)(?P<after>[\s\"'”»’)\]*_]*)"
    r"(?P<note>(?:\s?(?:\[(?:\d{1,3}|[a-z*†])\]|[¹²³⁰⁴-⁹]{1,3}|[*†‡]))*)$"
)
_TAIL = 24
_STOP = re.compile(r"[.;](?:\s|$)")
# More lone halves than this are one disorder, not so many slips.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip at code points [start, end): `kind` is `bracket`, `quote`, `space`, `doubled-mark`,
    `doubled-word`, `no-space`,
    `inverted` (¿ ¡ missing), `unclosed` (¿ ¡ without ? !), `turned-quote` (« for ») or `point-comma` (which may be an
    abbreviation); `mark` is the sign concerned."""

    kind: str
    start: int
    end: int
    mark: str


def slips(reading: Reading) -> tuple[Slip, ...]:
    """Every slip of the text, in order of kind and place."""
    text = reading.text
    found = list(_unpaired(text))
    for match in islice(_SPACING.finditer(text), _MOST):
        kind = _KINDS[match.lastgroup or ""]
        found.append(Slip(kind, *_seen(match, text), _mark(match, text)))
    found += islice(_doubled(reading), _MOST)
    if reading.side == "es":
        found += _uninverted(text)
        found += islice(_unclosed(text), _MOST)
    return tuple(found)


def _doubled(reading: Reading) -> Iterator[Slip]:
    """Words that stand twice in a row with one blank between them."""
    text = reading.text
    allowed = table("doubled_words")[reading.side]
    for one, other in pairwise(reading.words):
        if one.folded != other.folded or other.start != one.end + 1 or one.folded in allowed:
            continue
        word = text[one.start : one.end]
        if (
            text[one.end] in " \u00a0"
            and word.isalpha()
            and len(word) >= _LEAST_DOUBLED
            and word.lower() == text[other.start : other.end].lower()
            and not _compound(text, one.start - 1, other.end)
        ):
            yield Slip("doubled-word", one.start, other.end, word.lower())


def _compound(text: str, before: int, after: int) -> bool:
    """Whether a sign joins one of the two to more: `archivo archivo.patch`."""
    if before >= 0 and text[before] in "-'’":
        return True
    follows = text[after : after + 2]
    return follows[:1] in ("-", "'", "’") or (follows[:1] == "." and follows[1:].isalnum())


_KINDS = {
    "before": "space",
    "open": "space",
    "after": "no-space",
    "stop": "no-space",
    "double": "space",
    "point": "point-comma",
    "repeated": "doubled-mark",
}


def _seen(match: re.Match[str], text: str) -> tuple[int, int]:
    """The place with its neighbours, so that a blank can be seen."""
    start, end = match.span()
    return max(start - 1, 0), min(end + 1, len(text))


def _mark(match: re.Match[str], text: str) -> str:
    return text[match.end() : match.end() + 1] if match["before"] else match[0].strip() or "␣"


def _unpaired(text: str) -> list[Slip]:
    """Brackets and quotes without their other half; straight quotes count by their number."""
    stack: list[tuple[str, int]] = []
    straight: list[int] = []
    turned: list[tuple[int, int]] = []
    lone: list[tuple[str, int]] = []
    escaped = 0
    mistyped = text.count("“") != text.count("”")
    for match in _PAIRS.finditer(text):
        sign, at = match[0], match.start()
        if sign in '()[]{}"' and _spoken_of(text, at, at + 1):
            escaped += sign == '"' and text[at - 1] == "\\"
            continue
        closes = mistyped and at > 0 and not text[at - 1].isspace() and bool(stack)
        closes = closes and stack[-1][0] == "“"
        if sign == "«" and _turned(stack, text, at):
            turned.append((stack.pop()[1], at))  # opened and closed by the same sign
            continue
        if closes and sign in '“"':
            stack.pop()  # typed as an opening or straight quote, meant to close
        elif sign == '"':
            straight.append(at)
        elif sign in _CLOSER:
            stack.append((sign, at))
        elif stack and stack[-1][0] in (_OPENER[sign], "„" if sign == "”" else ""):
            stack.pop()
        elif any(opener == _OPENER[sign] for opener, _ in stack[-4:]):
            while stack[-1][0] != _OPENER[sign]:
                lone.append(stack.pop())
            stack.pop()
        elif not (sign == ")" and _LABEL.search(text, max(at - 9, 0), at)):
            lone.append((sign, at))
    lone += stack
    if len(straight) % 2 and not escaped % 2:
        lone.append(('"', straight[-1]))
    stops = [match.end() for match in _STOP.finditer(text)] if lone else []
    lone.sort(key=lambda pair: pair[1])
    found = [_lone(sign, at, text, stops) for sign, at in lone[:_MOST]]
    return found + [Slip("turned-quote", a, b + 1, "«") for a, b in turned[:_MOST]]


def _spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a sign stands between quotes by itself or behind a backslash: it is not used there,
    it is spoken of."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return before == "\\" or (before in _OPENING and after in _CLOSING)


def _turned(stack: list[tuple[str, int]], text: str, at: int) -> bool:
    """Whether a « at `at` stands where a » should: behind what it would close."""
    if not stack or stack[-1][0] != "«" or text[at - 1].isspace() or text[at - 1] in "«(":
        return False
    return not text[at + 1 : at + 2].isalnum()


def _lone(sign: str, at: int, text: str, stops: list[int]) -> Slip:
    """A half without its other half; the place reaches over the sentence where that is missing."""
    kind = "bracket" if sign in "()[]{}" else "quote"
    following = bisect_right(stops, at)
    if sign in _CLOSER:
        end = stops[following] if following < len(stops) else len(text)
        while end > at + 1 and text[end - 1].isspace():
            end -= 1
        return Slip(kind, at, end, sign)
    if sign in _OPENER:
        return Slip(kind, stops[following - 1] if following else 0, at + 1, sign)
    return Slip(kind, at, at + 1, sign)


def _uninverted(text: str) -> list[Slip]:
    """Questions and exclamations that nothing opens, in Spanish."""
    if "?" not in text and "!" not in text:
        return []
    found = []
    start = 0
    first = _GOES_ON.match(text)
    goes_on = first.end() if first else -1  # "... or when?" goes on with a question above
    for match in islice(_QUESTION.finditer(text), _MOST * _MOST):
        at = match.start()
        follows = text[match.end() : match.end() + 1]
        if (
            at == 0
            or not (text[at - 1].isalpha() or text[at - 1] in ")»”\"'")
            or (follows and not (follows.isspace() or follows in ")»”\"'.,;:]"))
        ):
            continue  # part of an address or of code
        named = text[at - 1] in _OPENING and text[max(at - 2, 0)].isspace()
        if (
            named
            or _spoken_of(text, at, match.end())
            or _CODE.search(text, _word_from(text, at), at + 1)
        ):
            continue
        opening = "¿" if "?" in match[0] else "¡"
        begin = max(text.rfind(mark, start, at) for mark in (". ", "? ", "! ", "\n", ": ", "… "))
        begin = start if begin < 0 else begin + 1
        opened = "¿" in text[start:at] or "¡" in text[start:at]
        if not opened and begin > goes_on:
            while begin < at and text[begin].isspace():
                begin += 1
            found.append(Slip("inverted", begin, match.end(), opening))
        start = match.end()
    return found


def _unclosed(text: str) -> Iterator[Slip]:
    """Questions and exclamations that end in a full stop, in Spanish: *¿Quién vendrá. Nadie.*"""
    openings = [(match[0], match.start()) for match in _OPENING_MARK.finditer(text)]
    for (sign, at), (_, limit) in pairwise([*openings, ("", len(text))]):
        closer = _UPSIDE[sign]
        stop = _FULL_STOP.search(text, at, limit)
        if stop is not None and closer not in text[at:limit]:
            yield Slip("unclosed", at, stop.start() + 1, closer)


def _word_from(text: str, at: int) -> int:
    """Where the run of signs that ends at `at` begins, if it is of a usual length."""
    return max(text.rfind(" ", max(at - _TAIL, 0), at) + 1, at - _TAIL, 0)


def ending(text: str) -> tuple[str, int]:
    """The mark that ends the text, behind which only quotes and brackets stand, and where it is;
    an empty mark and the end of the words if there is none."""
    base = max(len(text) - _TAIL, 0)
    match = _ENDS.search(text, base)
    if match is None:
        return "", len(text)
    mark = match["mark"]
    if not mark and match["after"].strip():
        # "... (see there.)": the mark may stand inside what closes.
        return "", match.start("mark")
    return mark[-1:] if "…" not in mark and "..." not in mark else "…", match.start("mark")
