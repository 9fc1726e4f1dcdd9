"""Gettext catalogues as bilingual sources.

What always holds: `msgid` is the one side and `msgstr` the other, as the header's language says
(English to Spanish where it is silent); plural forms are units of their own; obsolete entries and
the header are none. An entry marked fuzzy keeps its text and says so in a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from aligner.errors import InputError
from aligner.text.hygiene import visible
from aligner.text.lines import lines
from aligner.text.tmx import side_of
from aligner.text.unit import Unit

_CHARSET = re.compile(rb"Content-Type:[^\n]{0,80}?charset=([\w.:-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,3})\])?)\s*(".*)')
_STRING = re.compile(r'\s*"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(slots=True)
class _Entry:
    """An entry while it is read."""

    line: int = 0
    context: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fuzzy: bool = False

    def text(self, name: str) -> str:
        """What stands in one field."""
        return "".join(self.fields.get(name, ()))


def units(stream: BinaryIO, *, name: str, encoding: str | None = None) -> Iterator[Unit]:
    """The entries of a PO or POT file. The header's charset is believed when the user names none.
    Raises InputError with the line of what is no PO."""
    head = stream.read(8192)
    declared = _CHARSET.search(head)
    if encoding is None and declared and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        charset = declared[1].decode("ascii", "replace")
        # "CHARSET" is what an untouched template says.
        encoding = None if charset.upper() in ("CHARSET", "UTF-8", "UTF8", "ASCII") else charset
    source = "en"
    number = 0
    for entry in _entries(lines(_Rejoined(head, stream), name=name, encoding=encoding), name):
        if not entry.text("msgid") and "msgctxt" not in entry.fields:
            language = _LANGUAGE.search(entry.text("msgstr"))
            source = "es" if language and side_of(language[1]) == "en" else "en"
            continue
        for suffix, msgid, msgstr in _forms(entry):
            number += 1
            en, es = (msgid, msgstr) if source == "en" else (msgstr, msgid)
            own = (entry.text("msgctxt") or str(number)) + suffix
            document = entry.references[0].rpartition(":")[0] if entry.references else ""
            notes = (*entry.notes, "fuzzy") if entry.fuzzy else tuple(entry.notes)
            yield Unit(own, en, es, document, entry.line, notes)


class _Rejoined:
    """A stream whose first bytes were looked at already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head = head
        self.rest = rest

    def read(self, size: int, /) -> bytes:
        """The next bytes, the head first."""
        if self.head:
            piece, self.head = self.head[:size], self.head[size:]
            return piece
        return self.rest.read(size)


def _forms(entry: _Entry) -> Iterator[tuple[str, str, str]]:
    if "msgid_plural" not in entry.fields:
        yield "", entry.text("msgid"), entry.text("msgstr")
        return
    last = max((int(key[7:-1]) for key in entry.fields if key.startswith("msgstr[")), default=0)
    yield "[0]", entry.text("msgid"), entry.text("msgstr[0]")
    yield "[1]", entry.text("msgid_plural"), entry.text(f"msgstr[{last}]")


def _entries(numbered: Iterable[tuple[int, str]], name: str) -> Iterator[_Entry]:
    entry, current = _Entry(), ""
    for number, line in numbered:
        stripped = line.strip()
        if stripped.startswith("#") or not stripped:
            if "msgstr" in current:
                yield entry
                entry, current = _Entry(), ""
            if not stripped.startswith("#~"):
                _comment(entry, stripped)
            continue
        keyword = _KEYWORD.match(stripped)
        if keyword:
            begun = keyword[1]
            if begun in ("msgctxt", "msgid") and "msgstr" in current:
                yield entry
                entry = _Entry()
            entry.line = entry.line or number
            current = begun
            entry.fields.setdefault(current, [])
            stripped = keyword[3]
        string = _STRING.match(stripped)
        if string is None or not current:
            raise InputError(f"{visible(name)}, line {number}: not an entry of a PO file")
        entry.fields[current].append(_ESCAPE.sub(_unescaped, string[1]))
    if "msgstr" in current:
        yield entry
    elif current:
        raise InputError(f"{visible(name)}: the PO file ends inside an entry")


def _comment(entry: _Entry, comment: str) -> None:
    match comment[:2]:
        case "#,":
            entry.fuzzy = entry.fuzzy or "fuzzy" in comment
        case "#:":
            entry.references += comment[2:].split()
        case "#." | "# ":
            if comment[2:].strip():
                entry.notes.append(comment[2:].strip())


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _NAMED.get(code, code)
