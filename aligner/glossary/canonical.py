"""The one canonical text of a glossary: glossary.yaml.

What always holds: the same glossary gives the same bytes; every value is a string, quoted only
where a plain word would not be read back as that string by any YAML reader; control, bidi and
invisible characters stand as escapes, so that what a person sees in the file is what it holds.
Comments live in one leading block and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from aligner.errors import RecordError
from aligner.glossary.concept import Glossary
from aligner.glossary.record import to_record

# A plain scalar: starts with a letter and holds nothing that YAML could read as structure.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ _.,;/()'’?¿¡!%&+=*«»“”–—:#-])*")
_STRUCTURE = re.compile(r":(?:\s|$)|\s#|\s$|  ")
# Words that some YAML reader takes for a truth value or for nothing.
_NOT_TEXT = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"}
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def canonical(glossary: Glossary, *, comment: str = "") -> str:
    """The text of glossary.yaml for `glossary`, ending in a newline.

    `comment` is the leading block as `leading_comment` gives it; lines without # get one.
    """
    record = to_record(glossary)
    lines = [
        line if not line or line.startswith("#") else f"# {line}" for line in comment.splitlines()
    ]
    lines.append(f"schema: {record['schema']}")
    concepts = record["concepts"]
    assert isinstance(concepts, Mapping)
    if not concepts:
        lines.append("concepts: {}")
    else:
        lines.append("concepts:")
        for key, concept in concepts.items():
            lines.append(f"  {scalar(key)}:" + ("" if concept else " {}"))
            _write(concept, 4, lines)
    return "\n".join(lines) + "\n"


def leading_comment(text: str) -> str:
    """The block of comment and blank lines at the head of a file's `text`, to hand to `canonical`."""
    kept: list[str] = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        kept.append(line.rstrip())
    return "\n".join(kept) + "\n" if kept else ""


def _write(record: object, indent: int, lines: list[str]) -> None:
    blank = " " * indent
    assert isinstance(record, Mapping)
    for key, value in record.items():
        if isinstance(value, str):
            lines.append(f"{blank}{key}: {scalar(value)}")
            continue
        lines.append(f"{blank}{key}:")
        for entry in value:
            if isinstance(entry, str):
                lines.append(f"{blank}  - {scalar(entry)}")
                continue
            start = len(lines)
            _write(entry, indent + 4, lines)
            lines[start] = f"{blank}  - {lines[start].lstrip(' ')}"


def scalar(text: str) -> str:
    """`text` as a YAML scalar on one line: plain where that is safe, else in double quotes."""
    if (
        _PLAIN.fullmatch(text)
        and not _STRUCTURE.search(text)
        and text.lower() not in _NOT_TEXT
        and unicodedata.is_normalized("NFC", text)
    ):
        return text
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    category = unicodedata.category(char)
    if category == "Cs":
        raise RecordError(
            f"half a character (U+{ord(char):04X}) stands in the text of a concept, which no file "
            "can keep; take it out and try again"
        )
    # A combining mark is escaped too: composed and decomposed text look alike in a diff.
    code = ord(char)
    hidden = category in _INVISIBLE or (category == "Zs" and char != " ")
    if hidden or category.startswith("M") or code & 0xFFFE == 0xFFFE:
        return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return char
