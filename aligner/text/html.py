"""Web pages.

What always holds: what a browser shows is read, in the order of the file; scripts, styles, the head
and hidden elements are not. `ins` and `del` are tracked changes. The encoding is the mark's,
the user's, the page's own, or UTF-8, and holds strictly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aligner.errors import InputError, LimitError
from aligner.text.building import Block
from aligner.text.counting import written
from aligner.text.decoding import decode
from aligner.text.hygiene import visible
from aligner.text.runs import Change, Runs, Tracked
from aligner.text.segment import Kind, Role
from aligner.text.xml import line_of, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|^<\?xml[^>]{0,80}encoding=["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_EMBEDDED = ("svg", "object", "iframe", "audio", "video", "canvas", "noscript", "template")
_CONTROLS = ("select", "textarea", "button")
_SILENT = frozenset(("head", "title", "script", "style", "rt", "rp", *_EMBEDDED, *_CONTROLS))
_BLOCKS = {
    "p": None, "div": None, "section": None, "article": None, "main": None, "header": None,
    "footer": None, "nav": None, "aside": None, "address": None, "blockquote": None, "pre": None,
    "figure": None, "body": None, "html": None, "center": None, "details": None, "summary": None,
    "form": None, "fieldset": None, "hr": None, "dl": None, "table": None, "tr": None,
    "thead": None, "tbody": None, "tfoot": None, "ul": None, "ol": None,
    "td": Kind.CELL, "th": Kind.CELL, "caption": Kind.CAPTION, "figcaption": Kind.CAPTION,
    "li": Kind.LIST_ITEM, "dt": Kind.LIST_ITEM, "dd": Kind.LIST_ITEM,
    **{f"h{rank}": Kind.HEADING for rank in range(1, 7)},
}  # fmt: skip
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NOTE_SIGN = re.compile(r"\[?(\d{1,3}|[*†‡]{1,3}|[a-z])\]?")
_NOTE_NAME = re.compile(r"noteref|backlink|footnote|endnote", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def blocks(content: bytes, *, name: str, encoding: str | None, tracked: Tracked) -> Iterator[Block]:
    """The blocks of a web page. Raises InputError and LimitError."""
    from lxml import etree

    declared = None
    if encoding is None and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        found = _CHARSET.search(content[:2048])
        label = (found[1] or found[2]).decode("ascii") if found else ""
        declared = label if label and label.lower() not in ("utf-8", "utf8", "utf-16") else None
    text = decode(content, name=name, encoding=encoding or declared)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(
            f"{visible(name)}: not readable as a web page: {visible(str(error))}"
        ) from None
    # The parser mends what it can, but stops without a word where a page is too deep.
    log: Any = parser.error_log
    for entry in log:
        if "depth" in entry.message.lower() or "huge" in entry.message.lower():
            raise LimitError(
                f"{visible(name)}, line {entry.line}: elements nested too deep to read"
            )
    if root is None:
        raise InputError(f"{visible(name)}: the page holds no text")
    yield from _Walk(tracked, name).blocks(root)


@dataclass(slots=True)
class _Frame:
    """What an open block element says of the words in it."""

    kind: Kind
    level: int
    line: int
    label: str = ""
    role: Role | None = None


class _Walk:
    """One pass over a page, without recursion."""

    def __init__(self, tracked: Tracked, name: str) -> None:
        self.tracked: Tracked = tracked
        self.name = name
        self.runs = Runs(tracked, name)
        self.frames = [_Frame(Kind.PARAGRAPH, 0, 1)]
        self.changes: tuple[Change, ...] = ()
        # The number of the next entry, its step and its form, for each open list.
        self.lists: list[tuple[int, int, str] | None] = []

    def blocks(self, root: _Element) -> Iterator[Block]:
        """The blocks under `root` in order."""
        waiting: list[tuple[str, _Element]] = [("enter", root)]
        while waiting:
            step, element = waiting.pop()
            tag = local(element).lower()
            if step == "tail":
                self.runs.add(element.tail or "", self.changes)
                continue
            if step == "leave":
                yield from self._leave(tag)
                continue
            if element is not root:
                waiting.append(("tail", element))
            if not tag or tag in _SILENT or _hidden(element) or self._is_note(element, tag):
                continue
            if tag in _BLOCKS:
                yield from self._flush()
                self._open(element, tag)
            elif tag == "br":
                self.runs.add(" ", self.changes)
            elif tag in ("ins", "del", "s", "strike"):
                self._change(element, tag)
            waiting.append(("leave", element))
            self.runs.add(element.text or "", self.changes)
            waiting.extend(("enter", child) for child in reversed(element))
        yield from self._flush()

    def _leave(self, tag: str) -> Iterator[Block]:
        if tag in _BLOCKS:
            yield from self._flush()
            self.frames.pop()
            if tag in ("ol", "ul"):
                self.lists.pop()
        elif tag in ("ins", "del"):
            self.changes = self.changes[:-1]

    def _flush(self) -> Iterator[Block]:
        runs, self.runs = self.runs, Runs(self.tracked, self.name)
        if not runs.text.strip() and not runs.marks:
            return
        frame = self.frames[-1]
        label, frame.label = frame.label, ""
        role, frame.role = frame.role, None
        yield Block(
            frame.kind,
            runs.text,
            label,
            frame.level,
            frame.line,
            frame.line + runs.text.strip("\n").count("\n"),
            tuple(runs.marks),
            role,
            spaces=True,
            fixed=role is not None,
        )

    def _open(self, element: _Element, tag: str) -> None:
        outer = self.frames[-1]
        kind = _BLOCKS[tag]
        frame = _Frame(kind or outer.kind, outer.level, line_of(element))
        if kind is Kind.HEADING:
            frame.level = int(tag[1])
        elif kind is Kind.LIST_ITEM:
            frame.level = max(1, len(self.lists))
            frame.label = self._number(element) if tag == "li" else ""
        elif kind is None and outer.label:
            # The number of an entry goes before its first paragraph.
            frame.label, outer.label = outer.label, ""
        if tag == "ol":
            step = -1 if element.get("reversed") is not None else 1
            first = _whole(element.get("start"), len(element) if step < 0 else 1)
            self.lists.append((first, step, _LIST_FORMS.get(element.get("type") or "", "decimal")))
        elif tag == "ul":
            self.lists.append(None)
        self.frames.append(frame)

    def _number(self, element: _Element) -> str:
        current = self.lists[-1] if self.lists else None
        if current is None:
            return ""
        number, step, form = current
        number = _whole(element.get("value"), number)
        self.lists[-1] = (number + step, step, form)
        return f"{written(number, form)}."

    def _change(self, element: _Element, tag: str) -> None:
        if tag in ("ins", "del"):
            change = Change(tag == "del", element.get("cite") or "", element.get("datetime") or "")
            self.changes = (*self.changes, change)

    def _is_note(self, element: _Element, tag: str) -> bool:
        """Whether `element` is the sign of a note on this page: a link inside it that is nothing
        but a number or an asterisk, raised or called a note. In the text it is taken as a mark;
        at the beginning of a paragraph it is the label of the note itself."""
        if tag not in ("sup", "a", "span") or not _note_like(element, tag):
            return False
        sign = _NOTE_SIGN.fullmatch("".join(map(str, element.itertext())).strip())
        if sign is None:
            return False
        if self.runs.text.strip() or self.runs.marks:
            self.runs.note(sign[1])
        else:
            self.frames[-1].label = sign[1]
            self.frames[-1].role = Role.FOOTNOTE
        return True


def _note_like(element: _Element, tag: str) -> bool:
    links = [element, *element.iter("a")]
    if not any((link.get("href") or "").startswith("#") for link in links):
        return False
    told = " ".join(f"{each.get('role') or ''} {each.get('class') or ''}" for each in links)
    raised = tag == "sup" or any(True for _ in element.iter("sup"))
    return raised or bool(_NOTE_NAME.search(told))


def _hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _whole(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    if len(digits) > 6 or not re.fullmatch(r"-?\d+", digits, re.ASCII):
        return otherwise
    return int(digits)
