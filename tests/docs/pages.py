"""What the tests see of the guides: pages, links, anchors, fenced blocks and command lines.

What always holds: a page is named by its POSIX path from the root of the repository.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from docs.build import slug, sources

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
INDEX = "docs/index.md"


def pages() -> list[str]:
    """Every page: those below docs/ and those that stand at the root."""
    return sources()


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Fence:
    """One fenced block: its info string, its lines, and the number of its first line."""

    page: str
    info: str
    lines: tuple[str, ...]
    first: int

    @property
    def runnable(self) -> bool:
        """Whether the page asks for it to be run: ```sh run."""
        return self.info.split()[:2] == ["sh", "run"]

    @property
    def said(self) -> bool:
        """Whether the block shows lines that the commands before it print: ```text said."""
        return self.info.split()[:2] == ["text", "said"]


def fences(page: str) -> Iterator[Fence]:
    for token in MarkdownIt("commonmark").parse(text_of(page)):
        if token.type == "fence" and token.map is not None:
            lines = tuple(token.content.splitlines())
            yield Fence(page, token.info.strip(), lines, token.map[0] + 2)


def links(page: str) -> list[str]:
    """The targets of links and pictures."""
    found = []
    for block in MarkdownIt("commonmark").enable("table").parse(text_of(page)):
        for token in block.children or ():
            for name in ("href", "src"):
                target = token.attrGet(name)
                if target is not None:
                    found.append(str(target))
    return found


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of(page))
    seen: dict[str, int] = {}
    out = set()
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            plain = "".join(each.content for each in inline.children or ())
            name = slug(plain)
            count = seen.get(name, 0)
            seen[name] = count + 1
            out.add(f"{name}-{count}" if count else name)
    return out


@dataclass(frozen=True)
class Line:
    """One command line of a page: the words after the program's name, and the exit code that the
    page promises in a comment (`# exit code 1`)."""

    page: str
    number: int
    program: str
    words: tuple[str, ...]
    code: int = 0

    def __str__(self) -> str:
        return f"{self.page}:{self.number}: {self.program} {shlex.join(self.words)}"


_CODE = re.compile(r"#.*\bexit code (\d+)")
_BEFORE = re.compile(r"^(?:\$ |- |run: |script: |.*&& |\t)+")


def command_lines(fence: Fence) -> Iterator[Line]:
    """The lines of a block that call aligner; in a runnable block, all lines."""
    waiting = ""
    for offset, raw in enumerate(fence.lines):
        line = waiting + raw.strip()
        if line.endswith("\\"):
            waiting = line[:-1]
            continue
        waiting = ""
        line = _BEFORE.sub("", line)
        if not fence.runnable and not re.match(r"aligner(\s|$)", line):
            continue
        words = shlex.split(line, comments=True)
        if not words:
            continue
        promised = _CODE.search(line)
        code = int(promised[1]) if promised else 0
        yield Line(fence.page, fence.first + offset, words[0], tuple(words[1:]), code)
