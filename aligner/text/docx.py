"""Word files (.docx), as revisers exchange them.

What always holds: the text is what Word shows in the view asked for (tracked changes accepted or
rejected), with the numbers that Word prints. Footnotes and endnotes follow the body as segments
of their own; comments and note references are marks at their places. Tables of contents, headers
and footers are left out: they repeat what stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.errors import InputError
from aligner.text.archive import Archive
from aligner.text.building import Block
from aligner.text.counting import written
from aligner.text.docx_numbering import Numbering, read_numbering
from aligner.text.docx_styles import Style, read_styles
from aligner.text.ooxml import attribute, child, children, number_of, relations, value
from aligner.text.runs import Change, Runs, Tracked, refused
from aligner.text.segment import Kind, Role
from aligner.text.xml import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSERTED = frozenset(("ins", "moveTo"))
_DELETED = frozenset(("del", "moveFrom"))
# Elements without words of the text: properties, field codes, fall-backs of what was read already.
_PROPERTIES = ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "sectPr", "tcPr", "trPr")
_SILENT = frozenset(
    (*_PROPERTIES, "instrText", "delInstrText", "Fallback", "footnoteRef", "endnoteRef", "rt")
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def blocks(content: bytes, *, name: str, tracked: Tracked) -> Iterator[Block]:
    """The blocks of a Word file. Raises InputError for what is no Word file, is damaged, encrypted
    or, under `refuse`, has tracked changes; LimitError for what is too large."""
    archive = Archive(content, name=name)
    main = next(iter(relations(archive, "").get("officeDocument", ())), "word/document.xml")
    body = _part(archive, main)
    if body is None or child(body, "body") is None:
        raise InputError(
            f"{archive.name}: an archive without a Word document in it; is it really a .docx?"
        )
    parts = relations(archive, main)

    def related(kind: str) -> _Element | None:
        return next((_part(archive, path) for path in parts.get(kind, ())), None)

    reader = _Reader(
        archive.name,
        tracked,
        read_styles(related("styles")),
        read_numbering(related("numbering")),
        _comments(related("comments")),
    )
    yield from reader.body(child(body, "body"))
    yield from reader.rest()
    yield from reader.notes(related("footnotes"), "footnote")
    yield from reader.notes(related("endnotes"), "endnote")


def _part(archive: Archive, path: str) -> _Element | None:
    content = archive.read(path)
    return parse_xml(content, name=archive.name) if content is not None else None


def _comments(root: _Element | None) -> dict[str, tuple[str, str, str]]:
    """Text, author and date of each comment by its id."""
    found: dict[str, tuple[str, str, str]] = {}
    for each in children(root, "comment"):
        paragraphs = [
            "".join(t.text or "" for t in paragraph.iter() if local(t) == "t")
            for paragraph in each.iter()
            if local(paragraph) == "p"
        ]
        text = " ".join(" ".join(paragraphs).split())
        found[attribute(each, "id")] = (text, attribute(each, "author"), attribute(each, "date"))
    return found


@dataclass(slots=True)
class _Note:
    """A footnote or endnote that the text refers to, and the label printed there."""

    kind: str
    id: str
    label: str


class _Reader:
    """One pass over a Word file."""

    def __init__(
        self,
        name: str,
        tracked: Tracked,
        styles: dict[str, Style],
        numbering: Numbering,
        comments: dict[str, tuple[str, str, str]],
    ) -> None:
        self.name = name
        self.tracked = tracked
        self.styles = styles
        self.numbering = numbering
        self.comments = comments
        self.referred: list[_Note] = []
        # One entry a field that is open: whether its result, not its code, is being read.
        self.fields: list[bool] = []
        self.boxes: list[_Element] = []
        self.runs = self._fresh()

    def _fresh(self) -> Runs:
        return Runs(self.tracked, self.name)

    def body(self, element: _Element | None, *, cell: bool = False) -> Iterator[Block]:
        """The blocks inside a body, cell, note or text box."""
        waiting: list[tuple[_Element, bool, tuple[Change, ...]]] = []

        def push(parent: _Element, inside: bool, changes: tuple[Change, ...]) -> None:
            waiting.extend((each, inside, changes) for each in reversed(parent) if local(each))

        if element is not None:
            push(element, cell, ())
        while waiting:
            each, inside, changes = waiting.pop()
            match local(each):
                case "p":
                    yield from self._paragraph(each, inside, changes)
                case "tbl":
                    push(each, True, changes)
                case "tr":
                    push(each, inside, (*changes, *self._changes(child(each, "trPr"))))
                case "ins" | "moveTo" | "del" | "moveFrom":
                    push(each, inside, (*changes, _change(each)))
                case "altChunk":
                    raise InputError(
                        f"{self.name}: holds another document inside; open it in Word and save it"
                        " anew"
                    )
                case tag if tag not in _SILENT:
                    push(each, inside, changes)

    def rest(self) -> Iterator[Block]:
        """What waits for a next paragraph that never came."""
        runs, self.runs = self.runs, self._fresh()
        yield Block(Kind.PARAGRAPH, runs.text, marks=tuple(runs.marks), spaces=True)

    def notes(self, root: _Element | None, kind: str) -> Iterator[Block]:
        """The notes that the text refers to, in that order."""
        texts = {attribute(each, "id"): each for each in children(root, kind)}
        for note in [each for each in self.referred if each.kind == kind]:
            label = note.label
            for block in self.body(texts.pop(note.id, None)):
                yield Block(
                    Kind.PARAGRAPH,
                    block.text,
                    label,
                    marks=block.marks,
                    role=Role.FOOTNOTE,
                    spaces=True,
                    fixed=True,
                )
                label = ""

    def _paragraph(
        self, element: _Element, cell: bool, changes: tuple[Change, ...]
    ) -> Iterator[Block]:
        properties = child(element, "pPr")
        style = self.styles.get(value(properties, "pStyle"), self.styles[""])
        self._words(element, changes)
        for change in self._changes(child(properties, "rPr")):
            if self.tracked == "refuse":
                raise InputError(refused(self.name, change, "paragraph"))
            # The paragraph's end itself is not there in this view: the next one goes on.
            if change.deleted == (self.tracked != "reject"):
                return
        runs, self.runs = self.runs, self._fresh()
        # A comment over several paragraphs is marked in the first of them.
        for begun in runs.open_comments:
            if begun in self.comments:
                runs.close_comment(begun, *self.comments.pop(begun))
        # A field code that never ends must not swallow the rest of the document.
        self.fields = [result for result in self.fields if result]
        if not style.contents:
            yield self._block(runs, properties, style, cell)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            yield from self.body(box)

    def _block(self, runs: Runs, properties: _Element | None, style: Style, cell: bool) -> Block:
        numbered = child(properties, "numPr")
        own = value(numbered, "numId")
        number = own or style.number
        level_text = value(numbered, "ilvl")
        level = number_of(level_text) if level_text else max(style.level, 0)
        if not level_text and not own and style.level < 0:
            level = self.numbering.level_of_style(number, value(properties, "pStyle"))
        listed = number not in ("", "0") and number in self.numbering.levels
        label = self.numbering.label(number, level) if listed else ""
        rank = style.rank
        outline = value(properties, "outlineLvl")
        if outline:
            rank = number_of(outline, 9) + 1 if number_of(outline, 9) < 9 else 0
        kind, depth = Kind.PARAGRAPH, 0
        if rank or style.title:
            kind, depth = Kind.HEADING, 1 if style.title else rank
        elif cell:
            kind = Kind.CELL
        elif style.caption:
            kind = Kind.CAPTION
        elif listed or style.listed:
            kind, depth = Kind.LIST_ITEM, level + 1
        return Block(kind, runs.text, label, depth, marks=tuple(runs.marks), spaces=True)

    def _changes(self, properties: _Element | None) -> tuple[Change, ...]:
        """The tracked insertion or deletion of a paragraph's end or a row."""
        if properties is None:
            return ()
        return tuple(_change(each) for each in properties if local(each) in _INSERTED | _DELETED)

    def _words(self, element: _Element, changes: tuple[Change, ...]) -> None:
        for each in element:
            tag = local(each)
            match tag:
                case "t" | "delText":
                    if all(self.fields):
                        self.runs.add(each.text or "", changes)
                case "tab" | "ptab" | "br" | "cr" | "noBreakHyphen":
                    if all(self.fields):
                        self.runs.add(_SIGNS[tag], changes)
                case "r":
                    if not switched_off(each):
                        self._words(each, changes)
                case "ins" | "moveTo" | "del" | "moveFrom":
                    self._words(each, (*changes, _change(each)))
                case "fldChar":
                    self._field(attribute(each, "fldCharType"))
                case "footnoteReference" | "endnoteReference":
                    self._refer(each, tag.removesuffix("Reference"), changes)
                case "commentRangeStart":
                    self.runs.open_comment(attribute(each, "id"))
                case "commentReference":
                    name = attribute(each, "id")
                    if name in self.comments:
                        self.runs.close_comment(name, *self.comments.pop(name))
                case "commentRangeEnd":
                    name = attribute(each, "id")
                    if name in self.comments and name in self.runs.open_comments:
                        self.runs.close_comment(name, *self.comments.pop(name))
                case "txbxContent":
                    self.boxes.append(each)
                case _ if tag and tag not in _SILENT:
                    self._words(each, changes)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _refer(self, element: _Element, kind: str, changes: tuple[Change, ...]) -> None:
        deleted = any(change.deleted for change in changes)
        inserted = any(not change.deleted for change in changes)
        # A reference that is not there in this view has no note either.
        if inserted if self.tracked == "reject" else deleted:
            return
        count = 1 + sum(note.kind == kind for note in self.referred)
        label = str(count) if kind == "footnote" else written(count, "lowerRoman")
        self.referred.append(_Note(kind, attribute(element, "id"), label))
        self.runs.note(label)


def switched_off(run: _Element) -> bool:
    """Whether a run is hidden text."""
    hidden = child(child(run, "rPr"), "vanish")
    return hidden is not None and attribute(hidden, "val") not in ("0", "false")


def _change(element: _Element) -> Change:
    deleted = local(element) in _DELETED
    return Change(deleted, attribute(element, "author"), attribute(element, "date"))
