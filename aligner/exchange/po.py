"""Gettext PO: the bitext for Weblate, Poedit and their kin.

What always holds: one entry a bead, named by its context, so that equal texts stay apart. An
entry that still needs work is fuzzy. A Spanish paragraph without English has an empty msgid,
which its context keeps from being the header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import aligner
from aligner.exchange.row import Progress, Row, Sheet

_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b"}
)


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The entries of the file, the header first."""
    all_sheets = tuple(sheets)
    language = next((sheet.es for sheet in all_sheets), "es").replace("-", "_")
    header = (
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"Language: {language}\n"
        f"X-Generator: aligner {aligner.__version__}\n"
    )
    yield f'msgid ""\nmsgstr {_quoted(header)}\n'
    for sheet in all_sheets:
        for row in sheet.rows:
            yield _entry(sheet, row)


def _entry(sheet: Sheet, row: Row) -> str:
    en, es = row.texts
    lines = [""]
    for remark in row.remarks:
        by = f"{remark.by}: " if remark.by else ""
        lines.append("#. " + " ".join((by + remark.text).split()))
    # A reference is cut at blanks by every reader.
    place = "%20".join(" ".join(sheet.name.split()).split(" "))
    lines.append(f"#: {place}:{row.number}")
    if row.progress in (Progress.NEEDS_WORK, Progress.STALE):
        lines.append("#, fuzzy")
    lines.append(f"msgctxt {_quoted(f'{sheet.name}#{row.number}')}")
    lines.append(f"msgid {_quoted(en)}")
    lines.append(f"msgstr {_quoted(es)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.translate(_ESCAPES)
    # Gettext's own habit: a text of several lines begins below its keyword.
    parts = escaped.split("\\n")
    lines = [f"{part}\\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
    if len(lines) < 2:
        return f'"{escaped}"'
    return "\n".join(['""', *(f'"{line}"' for line in lines)])
