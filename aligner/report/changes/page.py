"""What changed, as one HTML file and as a record of changes for Word.

What always holds: `<del>` and `<ins>` carry the marks, so that a screen reader says them; nothing
is loaded from anywhere; text is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources

from aligner.report.changes.comparison import Line, Versions, lines, scores
from aligner.report.changes.text import marked
from aligner.report.papers.sheet import Sheet
from aligner.report.papers.words import Language
from aligner.text.hygiene import visible

_EN = {
    "title": "Record of changes",
    "both": "changed in both",
    "en-only": "changed in English only",
    "es-only": "changed in Spanish only",
    "": "",
    "version": "Version",
    "change": "Change",
    "old": "Before",
    "new": "After",
    "none": "No change.",
    "edited": "edited",
    "renumbered": "renumbered",
    "added": "added",
    "removed": "removed",
    "moved": "moved",
}
_ES = {
    "title": "Registro de cambios",
    "both": "cambió en ambas versiones",
    "en-only": "cambió solo en inglés",
    "es-only": "cambió solo en español",
    "": "",
    "version": "Versión",
    "change": "Cambio",
    "old": "Antes",
    "new": "Después",
    "none": "Sin cambios.",
    "edited": "modificado",
    "renumbered": "renumerado",
    "added": "añadido",
    "removed": "suprimido",
    "moved": "trasladado",
}
CATALOGUES: Mapping[Language, Mapping[str, str]] = {"en": _EN, "es": _ES}
_OPEN, _CLOSE = "\ue000", "\ue001"


def _said(line: Line, words: Mapping[str, str]) -> str:
    kinds = [words[kind] for kind in line.said.split(", ") if kind]
    reach = words[line.reach]
    return ", ".join(kinds) + (f" ({reach})" if reach else "")


def _html(text: str, spans: Sequence[tuple[int, int]], tag: str) -> str:
    # Private-use signs hold the places of the marks while the text is escaped.
    clean = text.replace(_OPEN, "\ufffd").replace(_CLOSE, "\ufffd")
    safe = escape(visible(marked(clean, spans, _OPEN, _CLOSE)))
    return safe.replace(_OPEN, f"<{tag}>").replace(_CLOSE, f"</{tag}>")


def render(compared: Sequence[Versions], *, title: str, language: Language = "en") -> str:
    """The changes of all documents as one page."""
    words = CATALOGUES[language]
    style = (resources.files("aligner.report.page") / "page.css").read_text(encoding="utf-8")
    parts = []
    for versions in compared:
        rows = "".join(
            f"<tr><td>{line.side.upper()}</td><td>{escape(_said(line, words))}</td>"
            f'<td lang="{line.side}">{escape(line.old_label)} {_html(line.old_text, line.cut, "del")}</td>'
            f'<td lang="{line.side}">{escape(line.new_label)} {_html(line.new_text, line.put, "ins")}</td></tr>'
            for line in lines(versions)
        )
        head = "".join(
            f'<th scope="col">{escape(words[name])}</th>'
            for name in ("version", "change", "old", "new")
        )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        figures = "; ".join(
            f"{s.side} {s.metric} {s.score} ({s.signature})" for s in scores(versions)
        )
        parts.append(
            f"<section><h2>{escape(visible(versions.id))}</h2>"
            f"{table if rows else escape(words['none'])}"
            f'<p class="soft">{escape(figures)}</p></section>'
        )
    heading = escape(visible(f"{title}: {words['title']}"))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{heading}</title><style>{style}</style></head>"
        f"<body><header><h1>{heading}</h1></header><main>{''.join(parts)}</main></body></html>\n"
    )


def render_docx(compared: Sequence[Versions], *, title: str, language: Language = "en") -> bytes:
    """The record of changes as a Word file; raises UsageError where python-docx is missing."""
    words = CATALOGUES[language]
    sheet = Sheet(f"{title}: {words['title']}", language=language, landscape=True)
    for versions in compared:
        sheet.heading(versions.id)
        rows = [
            (
                line.side.upper(),
                _said(line, words),
                f"{line.old_label} {marked(line.old_text, line.cut, '[-', '-]')}".strip(),
                f"{line.new_label} {marked(line.new_text, line.put, '{+', '+}')}".strip(),
            )
            for line in lines(versions)
        ]
        if rows:
            head = tuple(words[name] for name in ("version", "change", "old", "new"))
            sheet.table(head, rows, shares=(1, 2, 6, 6))
        else:
            sheet.line(words["none"])
    return sheet.content()
