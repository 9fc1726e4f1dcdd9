"""Web and mail addresses with their places.

What always holds: an address ends before the punctuation of the sentence; its value is folded so
that a scheme, capitals of the host and a slash at the end make no difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aligner.language.reading import Reading

# The parts before @ and the host are bounded, so that a long run of letters costs linear time.
_ADDRESS = re.compile(
    r"(?P<url>(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"“”«»|\\^`{}\[\]]+)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"
)
_TAIL = ".,;:!?…'’)]"


@dataclass(frozen=True, slots=True)
class Link:
    """One address at code points [start, end) and its folded value."""

    start: int
    end: int
    value: str


def addresses(reading: Reading) -> tuple[Link, ...]:
    """Every address of the text, in order."""
    text = reading.text
    if "@" not in text and "://" not in text and "www." not in text:
        return ()
    found = []
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        while end > start and text[end - 1] in _TAIL:
            if text[end - 1] in ")]" and "(" in text[start:end]:
                break
            end -= 1
        found.append(Link(start, end, _folded(text[start:end])))
    return tuple(found)


# A page is the same page in its English and in its Spanish edition.
_SLASHES = re.compile(r"/\.?/*")
_EDITION = re.compile(
    r"(?<=[/.=])(?:en|es|esp|eng)(?:[-_][a-z]{2,3})?(?=[/.?#]|$)|(?<=//)(?:en|es)(?=\.)"
)


def _folded(form: str) -> str:
    value = form.lower()
    for scheme in ("https://", "http://", "mailto:"):
        value = value.removeprefix(scheme)
    bare = _EDITION.sub("", "/" + value.removeprefix("www."))
    return _SLASHES.sub("/", bare).rstrip("/.")
