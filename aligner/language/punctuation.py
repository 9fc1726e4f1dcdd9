"""What is wrong with the punctuation of one text, seen by itself.

What always holds: time is linear in the text; brackets and quotes nest as far as they nest; each
slip names its kind and its place. Comparing the slips of two sides is the business of the check.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise

from aligner.language.questions import spoken_of, unclosed, uninverted
from aligner.language.reading import Reading
from aligner.language.slip import Slip
from aligner.language.stray_stops import stray_stops
from aligner.language.stuck import stuck
from aligner.language.tables import table

_CLOSER = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "„": "”"}
_OPENER = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
_PAIRS = re.compile(r"[()\[\]{}«»“”„]|(?<![\w])\"|\"(?![\w])|\"")
# A list label: "a)" or "1)" closes nothing that was opened.
_LABEL = re.compile(
    r"(?:^|[\s(,;:.])(?:[a-zñ]|([a-z])\1|[ivxlIVXL]{1,5})$"
    r"|(?:^|[,;:.]|(?<![^\W_])(?:y|o|e|u|or|and))[\s(]{0,2}\d{1,3}$"
)
# Blanks too many; they are looked for only where a sign stands beside one.
_BLANKS = re.compile(
    r"(?=[ \u00a0])(?:(?P<before>(?<=[\w)\]»”\",;])[ \u00a0](?=[,;](?:\s|$)|\.(?:\s|$)|:\s|\)(?=[\s.,;]|$)))"
    r"|(?P<open>(?:(?<=[(\[¿¡])|(?<=[\s(]«))[ \u00a0](?=\w))"
    r"|(?P<double>(?<=[^\s.!?:])  +(?=\S)|(?<=[^\d)][.!?:])   +(?=\S)))"
)
_BESIDE_BLANK = (" ,", " ;", " .", " :", " )", "( ", "[ ", "¿ ", "¡ ", "« ", "  ", "\u00a0")
# Marks doubled, or without the blank behind them; the sign stands first, to be skipped to.
_MARKS = re.compile(
    r"[,;.:?!](?:(?P<after>(?<=[a-záéíóúüñ]{2}[,;])(?=[a-záéíóúüñ]{2}|[yeoua]\s))"
    r"|(?P<stop>(?<=[a-záéíóúüñ]{2}\.)(?=[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]+\s))"
    r"|(?P<point>(?<=[\w)»”\"’']\.),(?= [a-záéíóúüñ]))"
    r"|(?P<repeated>(?<=[,;])[,;]|(?<=\.)\.(?<![.A-ZÑ]\.\.)(?![./\\\w])|(?<=[,;])\.(?!\.)"
    r"|(?<=:)(?<!::)(?=[,;.])|(?<=\w:):(?=\s)|(?<=[^\W\d_]\?)\?(?![?!])|(?<=[^\W\d_]!)!(?![?!])))"
)
_LEAST_DOUBLED = 2
# Behind the end mark: what closes, and the mark of a note.
_ENDS = re.compile(
    r"(?P<mark>[.,;:!?…]*)(?P<after>[\s\"'”»’)\]*_]*)"
    r"(?P<note>(?:\s?(?:\[(?:\d{1,3}|[a-z*†])\]|[¹²³⁰⁴-⁹]{1,3}|[*†‡]))*)$"
)
_TAIL = 24
# A remark in brackets behind the end of the last sentence has no mark of its own: "... (Required)".
_REMARK = re.compile(r"(?P<mark>[.!?…])\s+[(\[][^()\[\].!?]{2,60}[)\]]\s*(?:\[\d{1,3}\])?$")
_REMARKS = 80
_STOP = re.compile(r"[.;](?:\s|$)")
# More lone halves than this are one disorder, not so many slips.
_MOST = 20


def slips(reading: Reading) -> tuple[Slip, ...]:
    """Every slip of the text, in order of kind and place."""
    text = reading.text
    found = list(_unpaired(text))
    for match in islice(_spacing(text), _MOST):
        kind = _KINDS[match.lastgroup or ""]
        found.append(Slip(kind, *_seen(match, text), _mark(match, text)))
    found += islice(_doubled(reading), _MOST)
    found += islice(stray_stops(reading), _MOST)
    found += islice(stuck(reading), _MOST)
    if reading.side == "es":
        found += uninverted(text)
        found += islice(unclosed(text), _MOST)
    return tuple(found)


def _spacing(text: str) -> Iterator[re.Match[str]]:
    """Blanks too many and too few, and marks too many."""
    yield from _MARKS.finditer(text)
    if any(signs in text for signs in _BESIDE_BLANK):
        yield from _BLANKS.finditer(text)


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
            and not (word[0].islower() and text[other.start].isupper())  # a title begins
            and not _compound(text, one.start - 1, other.end)
        ):
            yield Slip("doubled-word", one.start, other.end, word.lower())


def _compound(text: str, before: int, after: int) -> bool:
    """Whether a sign joins one of the two to more: `archivo archivo.patch`."""
    if before >= 0 and text[before] in "-'’":
        return True
    follows = text[after : after + 2]
    if follows[:1] == "_":
        return True
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
    return (
        text[match.end() : match.end() + 1]
        if match.lastgroup == "before"
        else match[0].strip() or "␣"
    )


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
        if sign in '()[]{}"' and spoken_of(text, at, at + 1):
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


def ending(text: str) -> tuple[str, int]:
    """The mark that ends the text, behind which only quotes and brackets stand, and where it is;
    an empty mark and the end of the words if there is none."""
    base = max(len(text) - _TAIL, 0)
    match = _ENDS.search(text, base)
    if match is None:
        return "", len(text)
    mark = match["mark"]
    remark = _REMARK.search(text, max(len(text) - _REMARKS, 0)) if not mark else None
    if remark is not None:
        return remark["mark"], remark.start("mark")
    if not mark and match["after"].strip():
        # "... (see there.)": the mark may stand inside what closes.
        return "", match.start("mark")
    return mark[-1:] if "…" not in mark and "..." not in mark else "…", match.start("mark")
