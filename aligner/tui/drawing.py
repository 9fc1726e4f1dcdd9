"""Drawing one block: from plain values to lines of the terminal.

What always holds: every line is exactly as wide as the frame; where each line's text lies is kept
(`Piece`), so that a click finds the word that it hit.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from aligner.text.segment import Side
from aligner.tui.block import MARKS, Block, Passage
from aligner.tui.heights import Sizes
from aligner.tui.wrapping import cells, estimate, narrow, wrap

_ORDER = {kind: place for place, kind in enumerate(MARKS)}
_GAP = " │ "


@dataclass(frozen=True, slots=True)
class Frame:
    """How blocks are laid out: total width, both columns beside one another or stacked, a blank
    line between blocks or not, and how many digits the paragraph numbers take."""

    width: int
    beside: bool
    roomy: bool
    digits: int

    @property
    def prefix(self) -> int:
        """Cells before the text of a column: number and blank, and the side where stacked."""
        return self.digits + 1 + (0 if self.beside else 3)

    @property
    def column(self) -> int:
        """Cells of one column, its prefix included."""
        inner = self.width - 2
        return (inner - len(_GAP)) // 2 if self.beside else inner

    @property
    def text(self) -> int:
        """Cells for the text of one column."""
        return max(8, self.column - self.prefix)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of one passage: `x` is the cell where its text starts, [start, end) what it shows."""

    side: Side
    passage: int
    start: int
    end: int
    x: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines of one block, and the pieces that stand on each."""

    strips: tuple[Strip, ...]
    pieces: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    segments: list[Segment]
    width: int
    piece: Piece | None


def guess_heights(rows: Sequence[int], sizes: Sizes, frame: Frame) -> list[int]:
    """About how many lines each bead takes. All at once: an edit of a long text has them guessed
    anew between a key press and its answer."""
    lengths = {*sizes.en, *sizes.es}
    lines = {length: estimate(length, frame.text) for length in lengths}
    en, es = [lines[length] for length in sizes.en], [lines[length] for length in sizes.es]
    around = 2 if frame.roomy else 1
    out = []
    for row in rows:
        bead = sizes.beads[row]
        left = en[bead.en[0]] if len(bead.en) == 1 else sum(en[i] for i in bead.en) or 1
        right = es[bead.es[0]] if len(bead.es) == 1 else sum(es[j] for j in bead.es) or 1
        out.append(around + (max(left, right) if frame.beside else left + right))
    return out


def draw(block: Block, frame: Frame, styles: Mapping[str, Style], *, current: bool) -> Drawn:
    """The lines of `block`; `styles` by the names in `head`, `MARKS` and the parts of the frame."""
    base = styles["current" if current else "plain"]
    bar = Segment("▌ " if current else "▏ ", base + styles[block.state])
    en = _column(block, "en", frame, styles, base, x=2)
    es_x = 2 + (frame.column + len(_GAP) if frame.beside else 0)
    es = _column(block, "es", frame, styles, base, x=es_x)
    strips = [_head(block, frame, styles, base, bar)]
    pieces: list[tuple[Piece, ...]] = [()]
    if frame.beside:
        blank = _Line([], 0, None)
        gap = Segment(_GAP, base + styles["rule"])
        for row in range(max(len(en), len(es))):
            left = en[row] if row < len(en) else blank
            right = es[row] if row < len(es) else blank
            line = [bar, *left.segments, Segment(" " * (frame.column - left.width), base), gap]
            line += right.segments
            used = 2 + frame.column + len(_GAP) + right.width
            strips.append(_filled(line, used, frame.width, base))
            pieces.append(tuple(p for p in (left.piece, right.piece) if p))
    else:
        for each in (*en, *es):
            strips.append(_filled([bar, *each.segments], 2 + each.width, frame.width, base))
            pieces.append((each.piece,) if each.piece else ())
    if frame.roomy:
        strips.append(Strip.blank(frame.width, styles["plain"]))
        pieces.append(())
    return Drawn(tuple(strips), tuple(pieces))


def _filled(line: list[Segment], used: int, width: int, base: Style) -> Strip:
    if used < width:
        line.append(Segment(" " * (width - used), base))
        return Strip(line, width)
    return Strip(line, used).crop(0, width)


def _head(
    block: Block, frame: Frame, styles: Mapping[str, Style], base: Style, bar: Segment
) -> Strip:
    line = [bar]
    used = 2
    for text, name in block.head:
        piece = ("  " if used > 2 else "") + text
        line.append(Segment(piece, base + styles[name]))
        used += cells(piece)
    return _filled(line, used, frame.width, base)


def _column(
    block: Block,
    side: Side,
    frame: Frame,
    styles: Mapping[str, Style],
    base: Style,
    x: int,
) -> list[_Line]:
    passages = block.en if side == "en" else block.es
    tag = "" if frame.beside else side.upper() + " "
    quiet = base + styles["number"]
    if not passages:
        text = set_cell_size(block.missing, min(frame.text, cell_len(block.missing)))
        lead = Segment(tag + " " * (frame.digits + 1), quiet)
        missing = Segment(text, base + styles["missing"])
        return [_Line([lead, missing], frame.prefix + cells(text), None)]
    lines: list[_Line] = []
    for index, passage in enumerate(passages):
        lead_text = f"{tag}{passage.number:>{frame.digits}} "
        lines.extend(
            _passage(passage, side, index, lead_text, frame, styles, base, x + frame.prefix)
        )
    return lines


def _passage(
    passage: Passage,
    side: Side,
    index: int,
    lead: str,
    frame: Frame,
    styles: Mapping[str, Style],
    base: Style,
    x: int,
) -> list[_Line]:
    plain = base + styles["heading"] if passage.heading else base
    label = f"{passage.label} " if passage.label else ""
    # The printed label is wrapped with the text, and is no part of its code points.
    whole = label + passage.text
    shift = len(label)
    lines: list[_Line] = []
    for row, (a, b) in enumerate(wrap(whole, frame.text)):
        quiet = base + styles["number"]
        segments = [Segment(lead if row == 0 else " " * len(lead), quiet)]
        if a < shift:
            segments.append(Segment(whole[a : min(b, shift)], plain + styles["label"]))
        start, end = max(a - shift, 0), b - shift
        if end > start:
            segments.extend(_marked(passage, start, end, plain, styles))
        width = len(lead) + (b - a if narrow(whole) else cells(whole[a:b]))
        offset = cells(whole[a : min(b, shift)]) if a < shift else 0
        lines.append(_Line(segments, width, Piece(side, index, start, max(end, start), x + offset)))
    return lines


def _marked(
    passage: Passage, start: int, end: int, plain: Style, styles: Mapping[str, Style]
) -> list[Segment]:
    here = [m for m in passage.markings if m.start < end and m.end > start]
    if not here:
        return [Segment(passage.text[start:end], plain)]
    here.sort(key=lambda mark: _ORDER[mark.kind])
    cuts = {start, end}
    for mark in here:
        cuts.add(max(start, mark.start))
        cuts.add(min(end, mark.end))
    places = sorted(cuts)
    segments = []
    for a, b in itertools.pairwise(places):
        style = plain
        for mark in here:
            if mark.start <= a and mark.end >= b:
                style = style + styles[mark.kind]
        segments.append(Segment(passage.text[a:b], style))
    return segments
