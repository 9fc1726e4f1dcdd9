"""Characters that a reader cannot see, or that a terminal would obey.

What always holds: `visible` gives text of the same length in which no control, bidirectional,
zero-width, tag or surrogate code point is left (newline excepted), so that spans still fit and
nothing in a text can act on the terminal. `anomalies` says where such characters stand.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TAB = "\x09"
_CONTROL = "\x00-\x08\x09\x0b-\x1f\x7f"
_C1 = "\x80-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_SEPARATOR = "\u2028\u2029"
_TAG = "\U000e0000-\U000e0fff"
_SURROGATE = "\ud800-\udfff"
_UNSAFE = re.compile(f"[{_CONTROL}{_C1}{_BIDI}{_INVISIBLE}{_SEPARATOR}{_TAG}{_SURROGATE}]")

_RUNS = re.compile(
    # A tab is shown as a symbol but is nothing out of the ordinary.
    f"(?P<control>[{_CONTROL.replace(_TAB, '')}]+)|(?P<c1>[{_C1}]+)|(?P<bidi>[{_BIDI}]+)"
    f"|(?P<invisible>[{_INVISIBLE}]+)|(?P<separator>[{_SEPARATOR}]+)|(?P<tag>[{_TAG}]+)"
    f"|(?P<surrogate>[{_SURROGATE}]+)|(?P<damaged>\ufffd+)|(?P<private>[\ue000-\uf8ff]+)"
)
# What UTF-8 read as Windows-1252 leaves behind where Spanish has its accents.
_MOJIBAKE = re.compile(
    "[\u00c3\u00c2][\u00a0-\u00bf]|\u00e2\u20ac[\u0153\u009d\u2122\u02dc\u201c\u201d]"
)
_BEYOND_LATIN = "\u0300"
_MISREAD = "\u00c3\u00c2\u00e2"
_WORD = re.compile(r"[^\W\d_]{2,}")
_FOREIGN = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1f00-\u1fff\uff21-\uff5a]"
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

_RIGHTWARD = frozenset("\u200e\u202a\u202d\u2066")
_LEFTWARD = frozenset("\u061c\u200f\u202b\u202e\u2067")
_C1_NAMES = {
    0x85: "NEXT LINE",
    0x9B: "CONTROL SEQUENCE INTRODUCER",
    0x9D: "OPERATING SYSTEM COMMAND",
}
_C0_NAMES = {0: "NULL", 7: "BELL", 8: "BACKSPACE", 9: "TAB", 0x1B: "ESCAPE", 0x7F: "DELETE"}


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A run of characters that does not belong in a declaration.

    `kind` is `control`, `c1`, `bidi`, `invisible`, `separator`, `tag`, `surrogate`, `damaged`
    (U+FFFD), `private`, `mojibake` or `mixed-script`; `start` and `end` are code points; `name`
    is what the first character is called.
    """

    kind: str
    start: int
    end: int
    name: str


def _symbol(match: re.Match[str]) -> str:
    sign = match.group()
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code < 0xA0:
        return "\u2426"
    if sign in _RIGHTWARD:
        return "\u21e5"
    if sign in _LEFTWARD:
        return "\u21e4"
    if sign in "\u202c\u2068\u2069":
        return "\u21b9"
    if sign in "\u2028\u2029":
        return "\u2424"
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    if code >= 0xE0000:
        return "\u25a3"
    return "\u25af"


def visible(text: str) -> str:
    """`text` with one visible symbol for each character that is invisible or that a terminal
    obeys; newlines stay. The length never changes, and the result is its own `visible`."""
    return _UNSAFE.sub(_symbol, text)


def name_of(sign: str) -> str:
    """What one character is called: its Unicode name, or its usual name for a control."""
    code = ord(sign)
    known = _C0_NAMES.get(code) or _C1_NAMES.get(code)
    return f"{known or unicodedata.name(sign, 'UNNAMED')} (U+{code:04X})"


def _plain(text: str) -> bool:
    """Whether nothing in `text` can be an anomaly of one sign: a look that costs little. Beyond the
    Latin letters there are signs that count as printable and that nobody sees."""
    return text.isprintable() and max(text, default="") < _BEYOND_LATIN


def anomalies(text: str) -> tuple[Anomaly, ...]:
    """Where `text` holds characters that nobody sees or that are not what they seem, in order.

    Mixed script (Unicode TS 39's notion, narrowed): a word that holds Latin letters and Greek,
    Cyrillic, Armenian, Cherokee or full-width letters together.
    """
    found = [
        Anomaly(match.lastgroup or "", match.start(), match.end(), name_of(match.group()[0]))
        for match in (() if _plain(text) else _RUNS.finditer(text))
    ]
    if text.isascii():
        return tuple(found)
    # Most texts have none of the signs that it begins with; a pattern looks at each code point.
    found += [
        Anomaly("mojibake", match.start(), match.end(), name_of(match.group()[0]))
        for match in (_MOJIBAKE.finditer(text) if any(map(text.__contains__, _MISREAD)) else ())
    ]
    if _FOREIGN.search(text):
        for word in _WORD.finditer(text):
            foreign = _FOREIGN.search(word.group())
            if foreign and _LATIN.search(word.group()):
                name = name_of(foreign.group())
                found.append(Anomaly("mixed-script", word.start(), word.end(), name))
    return tuple(sorted(found, key=lambda anomaly: (anomaly.start, anomaly.end)))
