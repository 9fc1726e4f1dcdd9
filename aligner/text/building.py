"""Blocks as a reader finds them become the segments of a document.

What always holds: every reader ends here, so that white space, labels, roles, digests and limits
are treated alike whatever the format. White space at the ends of a text is gone, line breaks
inside are blanks, and no segment is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aligner.text.digest import digest
from aligner.text.document import Document
from aligner.text.labels import capital_labels, split_bullet, split_capital, split_label
from aligner.text.limits import check_segment_count, check_segment_size
from aligner.text.roles import roles_of
from aligner.text.segment import Kind, Mark, Role, Segment, Side

# Hard-wrapped lines are joined; where white space means one blank, a single blank needs no edit.
_SPACE = re.compile(r"[ \t]*\n[ \t\n\f\v\u00a0]*")
_RUN = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")
_EDGE = " \t\r\n\f\v\u00a0"


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader found, before labels are split off and roles are known. `spaces` says whether
    runs of white space mean one blank, as in Markdown and HTML; `fixed` that the label is known
    and the text is not to be searched for one."""

    kind: Kind
    text: str
    label: str = ""
    level: int = 0
    first_line: int = 0
    last_line: int = 0
    marks: tuple[Mark, ...] = ()
    role: Role | None = None
    spaces: bool = False
    fixed: bool = False


def document_of(texts: Iterable[str], *, side: Side, region: str, path: str = "") -> Document:
    """A document with one segment for each string, exactly as given: no label is split off, no
    white space folded, no role given. For bitexts, tests and benchmarks."""
    segments = tuple(
        Segment(
            Kind.PARAGRAPH, text, index, digest(text), first_line=index + 1, last_line=index + 1
        )
        for index, text in enumerate(texts)
    )
    return Document(side, region, path, segments)


def assemble(blocks: Iterable[Block], *, side: Side, region: str, path: str) -> Document:
    """The document that `blocks` make. Raises LimitError for too many or too long segments."""
    tidy = [block for block in map(_tidied, blocks) if block.text]
    check_segment_count(len(tidy), name=path)
    for block in tidy:
        check_segment_size(len(block.text), name=path, line=block.first_line)
    labelled = _labelled(tidy)
    roles = roles_of(labelled)
    segments = tuple(
        Segment(
            block.kind,
            block.text,
            index,
            digest(block.text),
            block.label,
            role,
            block.level,
            block.first_line,
            block.last_line,
            tuple(sorted(block.marks, key=lambda mark: (mark.start, mark.end))),
        )
        for index, (block, role) in enumerate(zip(labelled, roles, strict=True))
    )
    return Document(side, region, path, segments)


def _tidied(block: Block) -> Block:
    pattern = _RUN if block.spaces else _SPACE
    return _edited(block, _substituted(block.text, pattern))


def _substituted(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """The replacements that fold white space: start, end, what stands there instead."""
    start, end = len(text) - len(text.lstrip(_EDGE)), len(text.rstrip(_EDGE))
    if start >= end:
        return [(0, len(text), "")] if text else []
    edits = [(0, start, "")] if start else []
    edits += [(*match.span(), " ") for match in pattern.finditer(text, start, end)]
    if end < len(text):
        edits.append((end, len(text), ""))
    return edits


def _edited(block: Block, edits: Sequence[tuple[int, int, str]]) -> Block:
    """`block` with `edits` made in its text, and its marks at the places they then have."""
    if not edits:
        return block
    pieces: list[str] = []
    last = 0
    for start, end, instead in edits:
        pieces += [block.text[last:start], instead]
        last = end
    pieces.append(block.text[last:])
    text = "".join(pieces)
    if not block.marks:
        return replace(block, text=text)

    def moved(place: int) -> int:
        shift = 0
        for start, end, instead in edits:
            if place >= end:
                shift += len(instead) - (end - start)
            elif place > start:
                return start + shift + min(len(instead), place - start)
            else:
                break
        return place + shift

    marks = tuple(
        replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in block.marks
    )
    return replace(block, text=text, marks=marks)


def _labelled(blocks: list[Block]) -> list[Block]:
    """`blocks` with the printed labels moved from the text into `label`."""
    found: list[Block] = []
    for block in blocks:
        if block.fixed or block.label:
            found.append(block)
            continue
        label, rest = split_label(block.text)
        kind = block.kind
        if not label and kind is Kind.PARAGRAPH:
            bullet, rest = split_bullet(block.text)
            kind = Kind.LIST_ITEM if bullet else kind
        cut = len(block.text) - len(rest)
        found.append(replace(_edited(block, [(0, cut, "")] if cut else []), label=label, kind=kind))
    open_texts = (block.text for block in found if not block.label and not block.fixed)
    capitals = capital_labels(open_texts, (block.label for block in found))
    if not capitals:
        return found
    return [
        block if block.label or block.fixed else _with_capital(block, capitals) for block in found
    ]


def _with_capital(block: Block, capitals: frozenset[str]) -> Block:
    label, rest = split_capital(block.text, capitals)
    cut = len(block.text) - len(rest)
    return replace(_edited(block, [(0, cut, "")]), label=label) if label else block
