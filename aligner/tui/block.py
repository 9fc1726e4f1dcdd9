"""What the bitext screen shows of one bead: plain values, ready to be drawn.

What always holds: texts are already visible (no control character is left) and as long as the
segment's text, so that spans of the core are spans here; nothing here knows a widget.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# What a marking says; later ones are drawn over earlier ones.
MARKS = (
    "term",
    "forbidden",
    "info",
    "minor",
    "major",
    "critical",
    "here",
    "hit",
    "counterpart",
    "selection",
    "cursor",
)


@dataclass(frozen=True, slots=True)
class Marking:
    """Code points [start, end) of a passage, and what they are (one of MARKS)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment in its column: its number from 1, its printed label, its text, what is marked."""

    number: int
    label: str
    text: str
    heading: bool = False
    markings: tuple[Marking, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One bead. `head` are the words of its first line as (text, style name); `missing` says what
    stands in the column that is empty; `state` is a style name for the gutter."""

    en: tuple[Passage, ...]
    es: tuple[Passage, ...]
    head: tuple[tuple[str, str], ...] = ()
    state: str = "unreviewed"
    missing: str = ""
    extra: tuple[tuple[str, str], ...] = field(default=())


# Glyph of each state; the word stands beside it (`state.<name>` in the catalogue).
GLYPHS = {
    "unreviewed": "○",
    "accepted": "✓",
    "signed": "✔",
    "needs-work": "✗",
    "stale": "≠",
    "conflict": "!",
}

SEVERITY_GLYPHS = {"critical": "◆", "major": "▲", "minor": "△", "info": "·"}
