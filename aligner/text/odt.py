"""OpenDocument texts (.odt), as LibreOffice writes them.

What always holds: the same as for Word files: the text of the view asked for, with printed numbers;
notes follow the body as segments, comments and note references are marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.errors import InputError
from aligner.text.archive import Archive
from aligner.text.building import Block
from aligner.text.odt_numbering import Counters, Level, Styles, read_list_styles, read_styles
from aligner.text.ooxml import attribute, child, number_of
from aligner.text.runs import Change, Runs, Tracked
from aligner.text.segment import Kind, Role
from aligner.text.xml import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_SILENT = frozenset(("tracked-changes", "sequence-decls", "table-of-content", "alphabetical-index"))
_MOST_BLANKS = 1_000
_Entry = tuple[str, Counters, int, list[str]]
"""An entry of a list: its style, counters, depth, and the label that waits for its first paragraph."""


def blocks(content: bytes, *, name: str, tracked: Tracked) -> Iterator[Block]:
    """The blocks of an OpenDocument text. Raises InputError and LimitError as for Word files."""
    archive = Archive(content, name=name)
    manifest = archive.read("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise InputError(
            f"{archive.name}: protected by a password; save it without one and try again"
        )
    content_part = archive.read("content.xml")
    root = parse_xml(content_part, name=archive.name) if content_part is not None else None
    body = next(
        (each for each in (root if root is not None else ()) if local(each) == "body"), None
    )
    text = child(body, "text")
    if root is None or text is None:
        raise InputError(f"{archive.name}: no text document in the archive; is it really an .odt?")
    styles_part = archive.read("styles.xml")
    styles = parse_xml(styles_part, name=archive.name) if styles_part is not None else None
    lists, paragraphs = read_list_styles(styles, root), read_styles(styles, root)
    reader = _Reader(archive.name, tracked, text, lists, paragraphs)
    yield from reader.body(text)
    yield from reader.notes()


@dataclass(frozen=True, slots=True)
class _Begun:
    """Where a paragraph begins, in a cell of a table or not, in an entry of a list or not."""

    element: _Element
    cell: bool
    entry: _Entry | None


class _Reader:
    """One pass over an OpenDocument text."""

    def __init__(
        self,
        name: str,
        tracked: Tracked,
        text: _Element,
        lists: dict[str, dict[int, Level]],
        paragraphs: Styles,
    ) -> None:
        self.name = name
        self.tracked: Tracked = tracked
        self.styles = lists
        self.paragraphs = paragraphs
        self.regions = _regions(text)
        self.open: list[str] = []
        self.headings = Counters()
        self.lists: dict[str, Counters] = {}
        self.referred: list[tuple[str, _Element]] = []
        self.runs = Runs(tracked, name)
        # Paragraphs that a rejected deletion of their end gives back: those before the present one.
        self.parted: list[Runs] = []
        # Where a paragraph began whose end was inserted, and with whose next it is one when rejected.
        self.begun: _Begun | None = None
        # A comment without an end stands at one place.
        self.ended = {
            attribute(each, "name") for each in text.iter() if local(each) == "annotation-end"
        }
        self.comments: dict[str, tuple[str, str, str]] = {}

    def body(self, element: _Element) -> Iterator[Block]:
        """The blocks inside the body, a cell or a note."""
        waiting: list[tuple[_Element, bool, _Entry | None]] = []
        waiting.extend((each, False, None) for each in reversed(element) if local(each))
        while waiting:
            each, cell, entry = waiting.pop()
            inner: _Entry | None = entry
            match local(each):
                case "p" | "h":
                    yield from self._paragraph(_Begun(each, cell, entry))
                    continue
                case "table-cell":
                    cell = True
                case "list":
                    inner = self._list(each, entry)
                case "list-item" if entry is not None:
                    style, counters, depth, _ = entry
                    start_text = attribute(each, "start-value")
                    start = number_of(start_text, 1) if start_text else None
                    label = counters.label(self.styles.get(style, {}), depth, start)
                    inner = (style, counters, depth, [label])
                case "change-start" | "change-end" | "change":
                    self._mark_change(each)
                    continue
                case tag if tag in _SILENT:
                    continue
            waiting.extend((sub, cell, inner) for sub in reversed(each) if local(sub))
        # An insertion that nobody ended takes no words with it.
        if self.begun is not None:
            yield from self._ended(self.begun)

    def notes(self) -> Iterator[Block]:
        """The footnotes and endnotes in the order of their references."""
        # A note may hold a note: the list grows while it is read.
        for label, element in self.referred:
            shown = label
            for block in self.body(element):
                yield Block(
                    Kind.PARAGRAPH,
                    block.text,
                    shown,
                    marks=block.marks,
                    role=Role.FOOTNOTE,
                    spaces=True,
                    fixed=True,
                )
                shown = ""

    def _list(self, element: _Element, outer: _Entry | None) -> _Entry:
        style = attribute(element, "style-name") or (outer[0] if outer else "")
        if outer is not None:
            return style, outer[1], outer[2] + 1, [""]
        continued = attribute(element, "continue-list")
        if not continued and attribute(element, "continue-numbering") == "true":
            continued = f"style {style}"
        counters = self.lists.get(continued) or Counters()
        self.lists[f"style {style}"] = counters
        own = attribute(element, "id")
        if own:
            self.lists[own] = counters
        return style, counters, 1, [""]

    def _paragraph(self, here: _Begun) -> Iterator[Block]:
        self._words(here.element)
        # A comment over several paragraphs is marked in the first of them.
        for begun in self.runs.open_comments:
            self._end_comment(begun)
        if self.tracked == "reject" and any(not self.regions[n][0].deleted for n in self.open):
            if self.begun is None and (self.parted or self.runs.text.strip()):
                self.begun = here
            return
        yield from self._ended(self.begun or here)

    def _ended(self, begun: _Begun) -> Iterator[Block]:
        """The blocks of what was read since the last paragraph ended: more than one where a struck
        end came back."""
        read = [*self.parted, self.runs]
        self.parted, self.begun, self.runs = [], None, Runs(self.tracked, self.name)
        for runs in read:
            yield self._block(runs, begun)

    def _block(self, runs: Runs, begun: _Begun) -> Block:
        element, cell, entry = begun.element, begun.cell, begun.entry
        kind, level, label = Kind.PARAGRAPH, 0, ""
        if entry is not None:
            kind, level = Kind.LIST_ITEM, entry[2]
            # The label goes before the first paragraph of an entry.
            label, entry[3][0] = entry[3][0], ""
        if local(element) == "h":
            kind, level = Kind.HEADING, number_of(attribute(element, "outline-level"), 1)
            outline = self.styles.get("", {})
            if entry is None and attribute(element, "is-list-header") != "true":
                label = self.headings.label(outline, level) if runs.text.strip() else ""
        elif rank := self.paragraphs.rank(attribute(element, "style-name")):
            kind, level = Kind.HEADING, rank
        elif self.paragraphs.caption(attribute(element, "style-name")):
            kind = Kind.CAPTION
        elif cell and kind is Kind.PARAGRAPH:
            kind = Kind.CELL
        return Block(kind, runs.text, label, level, marks=tuple(runs.marks), spaces=True)

    def _words(self, element: _Element) -> None:
        self._add(element.text)
        for each in element:
            match local(each):
                case "s":
                    self._add(" " * min(number_of(attribute(each, "c"), 1), _MOST_BLANKS))
                case "tab" | "line-break":
                    self._add(" ")
                case "change-start" | "change-end" | "change":
                    self._mark_change(each)
                case "note":
                    self._refer(each)
                case "annotation":
                    self._comment(each)
                case "annotation-end":
                    self._end_comment(attribute(each, "name"))
                case "soft-page-break" | "tracked-changes" | "ruby-text" | "":
                    pass
                case _:
                    self._words(each)
            self._add(each.tail)

    def _add(self, text: str | None) -> None:
        if text:
            changes = tuple(self.regions[name][0] for name in self.open)
            self.runs.add(text, changes)

    def _mark_change(self, element: _Element) -> None:
        name = attribute(element, "change-id")
        if name not in self.regions:
            return
        match local(element):
            case "change-start":
                self.open.append(name)
            case "change-end" if name in self.open:
                self.open.remove(name)
            case "change":
                change, paragraphs = self.regions[name]
                around = (*(self.regions[each][0] for each in self.open), change)
                if self.tracked == "reject":
                    self._give_back(paragraphs, around)
                    return
                words = " ".join(paragraphs)
                # Where only the break between two paragraphs was struck there are no words.
                if words.strip() or self.tracked != "show":
                    self.runs.add(words.rstrip() or words, around)

    def _give_back(self, paragraphs: tuple[str, ...], changes: tuple[Change, ...]) -> None:
        """Adds struck words; each end of a paragraph among them ends one again."""
        kept = all(change.deleted for change in changes)
        for n, words in enumerate(paragraphs):
            if n and kept:
                self.parted.append(self.runs)
                self.runs = Runs(self.tracked, self.name)
            self.runs.add(words, changes)

    def _refer(self, element: _Element) -> None:
        citation, text = child(element, "note-citation"), child(element, "note-body")
        label = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        if text is not None:
            self.referred.append((label, text))
        self.runs.note(label)

    def _comment(self, element: _Element) -> None:
        words = {"creator": "", "date": ""}
        paragraphs: list[str] = []
        for each in element:
            if local(each) in words:
                words[local(each)] = (each.text or "").strip()
            elif local(each) in ("p", "list"):
                paragraphs.append("".join(map(str, each.itertext())))
        text = " ".join(" ".join(paragraphs).split())
        name = attribute(element, "name")
        self.comments[name] = (text, words["creator"], words["date"])
        self.runs.open_comment(name)
        if name not in self.ended:
            self._end_comment(name)

    def _end_comment(self, name: str) -> None:
        if name in self.comments:
            self.runs.close_comment(name, *self.comments.pop(name))


def _regions(text: _Element) -> dict[str, tuple[Change, tuple[str, ...]]]:
    """The tracked changes by their id, each with the words that a deletion struck, paragraph by
    paragraph."""
    found: dict[str, tuple[Change, tuple[str, ...]]] = {}
    tracked = child(text, "tracked-changes")
    for region in tracked if tracked is not None else ():
        for kind in region:
            if local(kind) not in ("insertion", "deletion"):
                continue
            about = child(kind, "change-info")
            who = (
                {local(each): (each.text or "").strip() for each in about}
                if about is not None
                else {}
            )
            paragraphs = tuple(
                "".join(map(str, each.itertext()))
                for block in kind
                for each in (block.iter() if local(block) == "list" else (block,))
                if local(each) in ("p", "h")
            )
            change = Change(local(kind) == "deletion", who.get("creator", ""), who.get("date", ""))
            found[attribute(region, "id")] = (change, paragraphs)
    return found
