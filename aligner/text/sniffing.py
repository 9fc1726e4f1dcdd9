"""Files that are not what their name says, told apart by their first bytes.

What always holds: nothing is read in spite of its name. The error says what the file is and what to
do about it.
"""

from __future__ import annotations

from typing import Literal

from aligner.errors import InputError
from aligner.text.hygiene import visible

Family = Literal["text", "archive", "pdf"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def refuse_mislabelled(content: bytes, *, family: Family, suffix: str, name: str) -> None:
    """Raise InputError when `content` is not of the `family` that `suffix` promises."""
    shown = visible(name)
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not content:
        raise InputError(f"{shown}: the file is empty")
    if content.startswith(_OLE):
        raise InputError(f"{shown}: {_old_office(content)}")
    if start.startswith(b"{\\rtf"):
        raise InputError(f"{shown}: is RTF; open it in Word or LibreOffice and save it as .docx")
    if content.startswith(_ZIP):
        if family != "archive":
            kind, better = _archive_kind(content)
            raise InputError(f"{shown}: is {kind}, not {suffix}; {better}")
        return
    if start.startswith(b"%PDF-"):
        if family != "pdf":
            raise InputError(f"{shown}: is a PDF, not {suffix}; rename it to .pdf")
        return
    if family == "archive" and start[:200].lower().startswith((b"<!doctype html", b"<html")):
        raise InputError(f"{shown}: is a web page, not {suffix}; rename it to .html")
    if family == "archive" and start.startswith(b"<?xml"):
        raise InputError(
            f"{shown}: is bare XML, not {suffix}; open it in Word and save it as .docx"
        )
    if family == "pdf":
        raise InputError(f"{shown}: is no PDF: it does not begin as one")


def advice(suffix: str) -> str:
    """What to do with a file of a kind that is not read; empty where there is nothing to say."""
    match suffix:
        case ".doc" | ".dot" | ".rtf" | ".wpd" | ".pages" | ".wps":
            return "open it in Word or LibreOffice and save it as .docx"
        case ".xls" | ".xlsx" | ".ods":
            return "save the sheet as tab-separated text with columns en and es"
        case ".ott" | ".fodt" | ".sxw":
            return "save it as .odt"
        case ".tex" | ".rst" | ".adoc":
            return "save it as .md or .txt"
        case ".mqxliff" | ".sdlxliff" | ".mxliff":
            return "export it as XLIFF 1.2 or TMX"
        case _:
            return ""


def _old_office(content: bytes) -> str:
    if _ENCRYPTED in content:
        return "protected by a password; open it in Word and save it without one"
    if _WORD in content:
        return "is an old Word file (.doc); open it in Word or LibreOffice and save it as .docx"
    return "is a file of an old Office program; save it in its present form (.docx)"


def _archive_kind(content: bytes) -> tuple[str, str]:
    if b"word/" in content:
        return "a Word file", "rename it to .docx"
    if b"application/vnd.oasis.opendocument.text" in content[:256]:
        return "an OpenDocument text", "rename it to .odt"
    return "a zip archive", "unpack it and give the texts in it"
