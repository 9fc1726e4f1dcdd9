"""A document back as Markdown: how a bitext from elsewhere becomes the texts of a project.

What always holds: our own reader gives the same texts and labels again, and headings stay headings.
Every sign that Markdown could take for markup is escaped. Lists keep their printed numbers, which
Markdown would count anew, and so become paragraphs with a label.
"""

from __future__ import annotations

import re

from aligner.text.document import Document
from aligner.text.segment import Kind, Role, Segment

_DEEPEST = 6
# Inside a line: emphasis, code, links, HTML, entities, tables, struck words, the backslash itself.
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#]")
# At its beginning: lists, quotations, rules, headings, fences, front matter, setext underlines.
_OPENING = re.compile(r"(\d{1,9})([.)])|([-+=:])")


def as_markdown(document: Document) -> str:
    """The Markdown of `document`, a blank line between segments. Control characters stay as they
    are; tracked changes and comments are not written."""
    parts = [_segment(segment) for segment in document.segments]
    return "\n\n".join(parts) + "\n" if parts else ""


def _segment(segment: Segment) -> str:
    # A note's label stands by itself and would not be read as one in front of the words.
    printed = segment.text if segment.role is Role.FOOTNOTE else segment.printed
    text = _escaped(" ".join(printed.split("\n")))
    if segment.kind is Kind.HEADING:
        return f"{'#' * min(max(segment.level, 1), _DEEPEST)} {text}"
    return text


def _escaped(text: str) -> str:
    escaped = _MARKUP.sub(r"\\\g<0>", text)
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    if opening[1]:
        return f"{opening[1]}\\{escaped[len(opening[1]) :]}"
    return f"\\{escaped}"
