"""Markdown: a heading, paragraph, list entry and table cell is a segment each.

What always holds: inline markup is dropped and its words stay; escapes and entities are resolved;
an ordered list's label is the number that a rendered page shows. HTML comments, front matter and
scripts are no segments. Square brackets are text, since negotiated drafts live by them: a
reference definition counts only when every one in the file points to an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING

from aligner.errors import LimitError
from aligner.text.building import Block
from aligner.text.hygiene import visible
from aligner.text.limits import MAX_SEGMENT, check_segment_size
from aligner.text.segment import Kind, Mark, MarkKind, Role

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?P<target>\S*)", re.MULTILINE)
_ADDRESS = re.compile(
    r"<?(?:[a-z][a-z0-9+.-]*:\S|[./#]|\S+\.(?:md|html?|com|org|int|gob|gov|mx)\b)", re.I
)
_NOTE_TEXT = re.compile(r"\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]+")
_NOTE_REFERENCE = re.compile(r"\[\^(?P<name>[^\]\s]{1,40})\]")
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[\w.-]+:[^\n]*\n|[ \t#-][^\n]*\n|\n){0,200}?---[ \t]*(?:\n|$)"
)
_MAX_NESTING = 60
_MOST_BRACKETS = 20_000
_MOST_ENDLESS = 1_000
_ENDINGS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
# No tag reaches over the beginning of another, so that this looks at each sign once.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>|<[!?][^<>]*>",
    re.DOTALL,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BREAKS = frozenset(
    ("p", "div", "br", "li", "tr", "td", "th", "blockquote", "table", "ul", "ol", *_HEADINGS)
)
_SILENT = frozenset(("script", "style", "template"))


def blocks(text: str, *, name: str) -> Iterator[Block]:
    """The blocks of the Markdown `text` (line ends normalized). Raises LimitError, naming the file
    `name`, for a paragraph longer than we read."""
    # Imported here: a plain text must not pay for it.
    from markdown_it import MarkdownIt

    _refuse_long_runs(text, name)
    _refuse_endless(text, name)
    front = _FRONT_MATTER.match(text)
    skipped = text.count("\n", 0, front.end()) if front else 0
    body = text[front.end() :] if front else text
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MAX_NESTING})
    # An indented paragraph of a typed letter is no program code.
    parser.enable(["table", "strikethrough"]).disable("code")
    targets = [match["target"] for match in _DEFINITION.finditer(body)]
    if not all(_ADDRESS.match(target) for target in targets):
        parser.disable("reference")
    notes = frozenset(
        match["name"] for match in re.finditer(r"^ {0,3}" + _NOTE_TEXT.pattern, body, re.M)
    )
    if notes:
        parser.disable("reference")
    if body.count("[") > _MOST_BRACKETS:
        # Looking for the end of each bracket takes time that grows with their square.
        parser.disable(["link", "image"])
    tokens = parser.parse(body)
    # Beyond its depth the parser drops text without a word.
    if any(token.level >= _MAX_NESTING - 1 for token in tokens):
        raise LimitError(f"{visible(name)}: lists or quotations nested too deep to read")
    yield from _Walk(skipped, notes).blocks(tokens)


def _refuse_long_runs(text: str, name: str) -> None:
    """Markdown takes time that grows faster than a paragraph: look at its length before."""
    for match in re.finditer(r"(?:[^\n]+\n?)+", text):
        if match.end() - match.start() > MAX_SEGMENT:
            line = text.count("\n", 0, match.start()) + 1
            check_segment_size(match.end() - match.start(), name=name, line=line)


def _refuse_endless(text: str, name: str) -> None:
    """Each comment that never ends is looked for to the end of the text, for each beginning."""
    for opening, closing in _ENDINGS:
        if text.count(opening, text.rfind(closing) + 1) > _MOST_ENDLESS:
            raise LimitError(f"{visible(name)}: thousands of '{opening}' without '{closing}'")


class _Walk:
    """One pass over the tokens of a document."""

    def __init__(self, skipped: int, notes: frozenset[str]) -> None:
        self.skipped = skipped
        self.notes = notes
        self.lines = (0, 0)
        self.lists: list[str] = []
        self.label = ""
        self.kind = Kind.PARAGRAPH
        self.heading = 0

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks that `tokens` make."""
        for token in tokens:
            if token.map:
                self.lines = (token.map[0] + 1 + self.skipped, token.map[1] + self.skipped)
            match token.type:
                case "heading_open":
                    self.kind, self.heading = Kind.HEADING, int(token.tag[1:])
                case "th_open" | "td_open":
                    self.kind = Kind.CELL
                case "paragraph_open":
                    self.kind = Kind.LIST_ITEM if self.lists else Kind.PARAGRAPH
                case "ordered_list_open":
                    self.lists.append(str(token.attrs.get("start", 1)))
                case "bullet_list_open":
                    self.lists.append("")
                case "ordered_list_close" | "bullet_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self._open_entry(token)
                case "inline":
                    yield self._inline(token)
                case "fence":
                    yield self._block(Kind.PARAGRAPH, token.content, ())
                case "html_block":
                    for words in text_of_html(token.content):
                        yield self._block(Kind.PARAGRAPH, words, ())
                case _:
                    pass

    def _open_entry(self, token: Token) -> None:
        number = self.lists[-1]
        self.label = f"{number}{token.markup}" if number else ""
        if number:
            self.lists[-1] = str(int(number) + 1)

    def _inline(self, token: Token) -> Block:
        text, marks = self._words(token.children or ())
        note = _NOTE_TEXT.match(text) if self.notes else None
        if note and note["name"] in self.notes:
            first, last = self.lines
            return Block(
                Kind.PARAGRAPH,
                text[note.end() :],
                note["name"],
                first_line=first,
                last_line=last,
                role=Role.FOOTNOTE,
                spaces=True,
                fixed=True,
            )
        return self._block(self.kind, text, marks)

    def _block(self, kind: Kind, text: str, marks: tuple[Mark, ...]) -> Block:
        if kind is Kind.PARAGRAPH and self.lists:
            kind = Kind.LIST_ITEM
        first, last = self.lines
        label, self.label = self.label, ""
        level = self.heading if kind is Kind.HEADING else len(self.lists)
        return Block(kind, text, label, level, first, max(first, last), marks, spaces=True)

    def _words(self, tokens: Sequence[Token]) -> tuple[str, tuple[Mark, ...]]:
        pieces: list[str] = []
        marks: list[Mark] = []
        place = 0
        for token in tokens:
            words = _visible_words(token)
            if self.notes and token.type == "text":
                kept: list[str] = []
                last = 0
                for note in _NOTE_REFERENCE.finditer(words):
                    # At the start of a paragraph with a colon it is the note itself.
                    opens = (
                        place == 0
                        and note.start() == 0
                        and words[note.end() : note.end() + 1] == ":"
                    )
                    if note["name"] not in self.notes or opens:
                        continue
                    kept.append(words[last : note.start()])
                    last = note.end()
                    spot = place + sum(map(len, kept))
                    marks.append(Mark(MarkKind.FOOTNOTE, spot, spot, note["name"]))
                words = "".join([*kept, words[last:]])
            pieces.append(words)
            place += len(words)
        return "".join(pieces), tuple(marks)


def _visible_words(token: Token) -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return " "
        case "html_inline":
            return " " if token.content.lower().startswith("<br") else ""
        case "image":
            return "".join(_visible_words(child) for child in token.children or ())
        case _:
            return token.content


def text_of_html(fragment: str) -> list[str]:
    """The paragraphs of a small HTML fragment, without tags, comments and scripts."""
    paragraphs: list[list[str]] = [[]]
    silent = 0
    last = 0
    for tag in _TAG.finditer(fragment):
        if not silent:
            paragraphs[-1].append(fragment[last : tag.start()])
        last = tag.end()
        name = (tag["name"] or "").lower()
        if name in _SILENT:
            silent = max(0, silent - 1) if tag["end"] else silent + 1
        elif name in _BREAKS:
            paragraphs.append([])
    if not silent:
        paragraphs[-1].append(fragment[last:])
    texts = (unescape("".join(pieces)) for pieces in paragraphs)
    return [text for text in texts if text.strip()]
