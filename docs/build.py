"""Renders the guides as plain HTML: `python -m docs.build [FOLDER]` (default docs/site).

What always holds: the pages need no network, no script and no server; a link that leads nowhere is
named and makes the command fail; the same guides give the same bytes.
"""

from __future__ import annotations

import html
import posixpath
import re
import shutil
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[1]
INDEX = "docs/index.md"
AT_ROOT = ("README.md", "README.es.md", "CONTRIBUTING.md", "CHANGELOG.md")
SPANISH = frozenset({"README.es.md", "docs/primera-revision.md", "docs/teclas.md"})

_STYLE = """\
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fdfdfc; --quiet: #5c5c66;
  --line: #d8d8d4; --code: #f1f1ee; --link: #0b57a4 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e3; --paper: #17181a;
  --quiet: #a2a2aa; --line: #3a3b40; --code: #232428; --link: #8ab8f0 } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 52rem; background: var(--paper);
  color: var(--ink); font: 1.05rem/1.6 Georgia, "Times New Roman", serif }
h1, h2, h3, nav, th { font-family: system-ui, sans-serif; line-height: 1.25 }
h2 { margin-top: 2.2em } h3 { margin-top: 1.8em }
a { color: var(--link) } a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
nav { font-size: .9rem; color: var(--quiet) } nav ul { margin: 0; padding-left: 1.1em; columns: 13rem }
nav.pages { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; border-bottom: 1px solid var(--line);
  padding-bottom: .6rem }
footer nav.pages { border: 0; border-top: 1px solid var(--line); padding: .8rem 0; margin-top: 3rem }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .88em;
  background: var(--code); border-radius: 3px }
code { padding: .1em .3em; overflow-wrap: anywhere } pre { padding: .8rem 1rem; overflow-x: auto } pre code { padding: 0 }
.wide { overflow-x: auto } table { border-collapse: collapse; min-width: 100% }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .7rem .4rem 0; text-align: left;
  vertical-align: top; font-size: .95em }
img { max-width: 100%; height: auto }
@media print { nav { display: none } body { max-width: none } a { color: inherit } }
"""
_WORDS = {
    "en": {
        "guides": "Guides",
        "before": "Before",
        "after": "After",
        "parts": "On this page",
        "above": "Pages",
        "below": "Pages, again",
    },
    "es": {
        "guides": "Guías",
        "before": "Anterior",
        "after": "Siguiente",
        "parts": "En esta página",
        "above": "Páginas",
        "below": "Páginas, otra vez",
    },
}


@dataclass
class Page:
    """A guide: its path from the root of the repository, its tokens, what they hold."""

    path: str
    tokens: list[Token]
    title: str
    headings: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def language(self) -> str:
        """`es` for the guides in Spanish."""
        return "es" if self.path in SPANISH else "en"


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower().strip()).replace(" ", "-")


def sources() -> list[str]:
    """The guides, as paths from the root of the repository."""
    below = sorted(path for path in (ROOT / "docs").rglob("*.md") if "site" not in path.parts)
    return [*AT_ROOT, *(path.relative_to(ROOT).as_posix() for path in below)]


def target_of(path: str) -> str:
    """Where a file of the repository stands on the site."""
    return re.sub(r"\.md$", ".html", path.removeprefix("docs/"))


def _markdown() -> MarkdownIt:
    reader = MarkdownIt("commonmark").enable("table")
    for rule in ("html_block", "html_inline"):
        reader.add_render_rule(rule, _raw)
    # What scrolls must be reached by the keyboard too.
    reader.add_render_rule("table_open", lambda *_: '<div class="wide" tabindex="0"><table>')
    reader.add_render_rule("table_close", lambda *_: "</table></div>")
    reader.add_render_rule("fence", _fence)
    return reader


def _raw(_: Any, tokens: Sequence[Token], index: int, *__: Any) -> str:
    """Comments are for the program that fills tables; other markup is shown, never obeyed."""
    content = tokens[index].content
    return "" if content.lstrip().startswith("<!--") else html.escape(content)


def _fence(_: Any, tokens: Sequence[Token], index: int, *__: Any) -> str:
    return f'<pre tabindex="0"><code>{html.escape(tokens[index].content)}</code></pre>\n'


def read(path: str, reader: MarkdownIt) -> Page:
    """The page at `path`, its headings with their anchors."""
    tokens = reader.parse((ROOT / path).read_text(encoding="utf-8"))
    page = Page(path, tokens, path)
    seen: dict[str, int] = {}
    for number, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        plain = "".join(each.content for each in tokens[number + 1].children or ())
        anchor = slug(plain)
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        anchor = f"{anchor}-{count}" if count else anchor
        token.attrSet("id", anchor)
        page.headings.append((int(token.tag[1]), plain, anchor))
    page.title = next((plain for level, plain, _ in page.headings if level == 1), path)
    return page


def _linked(page: Page) -> Iterator[tuple[Token, str, str]]:
    """Each link and picture to a place of our own: the token, its attribute, its value."""
    for block in page.tokens:
        for token in block.children or ():
            for name in ("href", "src"):
                value = token.attrGet(name)
                if (
                    isinstance(value, str)
                    and "://" not in value
                    and not value.startswith("mailto:")
                ):
                    yield token, name, value


class Site:
    """The pages, and what is wrong with their links."""

    def __init__(self) -> None:
        self.reader = _markdown()
        self.pages = {path: read(path, self.reader) for path in sources()}
        self.anchors = {
            path: {anchor for _, _, anchor in page.headings} for path, page in self.pages.items()
        }
        self.files: set[str] = set()
        self.broken: list[str] = []
        self.order = self._order()
        for page in self.pages.values():
            self._resolve(page)

    def _order(self) -> list[str]:
        """The pages as the index lists them."""
        named = [_whole(INDEX, value)[0] for _, _, value in _linked(self.pages[INDEX])]
        return [path for path in dict.fromkeys(named) if path in self.pages]

    def _resolve(self, page: Page) -> None:
        """Turns the links of a page into links of the site."""
        for token, name, value in _linked(page):
            path, anchor = _whole(page.path, value)
            if (ROOT / path).is_dir() and f"{path}.md" in self.pages:
                path = f"{path}.md"
            if path in self.pages:
                if anchor and anchor not in self.anchors[path]:
                    self.broken.append(f"{page.path}: {value}: no such heading")
            elif (ROOT / path).is_file() and not path.startswith(".."):
                self.files.add(path)
            else:
                self.broken.append(f"{page.path}: {value}: no such file")
            href = quote(_relative(page.path, path)) + (f"#{quote(anchor)}" if anchor else "")
            token.attrSet(name, href)

    def render(self, page: Page) -> str:
        """The page as HTML."""
        words = _WORDS[page.language]
        environment: MutableMapping[str, Any] = {}
        body = self.reader.renderer.render(page.tokens, self.reader.options, environment)
        return (
            f'<!doctype html>\n<html lang="{page.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{html.escape(page.title)} · aligner</title>\n<style>\n{_STYLE}</style>\n"
            f"</head>\n<body>\n<header>{self._pages(page, words, 'above')}</header>\n<main>\n"
            f"{_with_parts(body, page, words)}</main>\n"
            f"<footer>{self._pages(page, words, 'below')}</footer>\n</body>\n</html>\n"
        )

    def _pages(self, page: Page, words: dict[str, str], where: str) -> str:
        """The index, the page before and the page after."""
        links = [self._link(page, INDEX, words["guides"])]
        if page.path in self.order:
            at = self.order.index(page.path)
            for name, step in (("before", -1), ("after", 1)):
                if 0 <= at + step < len(self.order):
                    other = self.order[at + step]
                    links.append(f"{words[name]}: {self._link(page, other)}")
        inside = " ".join(f"<span>{link}</span>" for link in links)
        return f'<nav class="pages" aria-label="{words[where]}">{inside}</nav>'

    def _link(self, page: Page, path: str, text: str = "") -> str:
        said = html.escape(text or self.pages[path].title)
        return f'<a href="{html.escape(quote(_relative(page.path, path)))}">{said}</a>'

    def write(self, folder: Path) -> None:
        """All pages, and the files that they link to, below `folder`."""
        for path, page in self.pages.items():
            target = folder / target_of(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.render(page), encoding="utf-8")
        for path in sorted(self.files):
            target = folder / target_of(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, target)


def _whole(page: str, value: str) -> tuple[str, str]:
    """The path from the root that a link on `page` means, and its anchor."""
    path, _, anchor = unquote(value).partition("#")
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return whole, anchor


def _relative(page: str, path: str) -> str:
    """The way from a page of the site to a file of it."""
    return posixpath.relpath(target_of(path), posixpath.dirname(target_of(page)) or ".")


def _with_parts(body: str, page: Page, words: dict[str, str]) -> str:
    """`body` with a list of its parts below the title, where there are several."""
    parts = [(plain, anchor) for level, plain, anchor in page.headings if level == 2]
    if len(parts) < 4 or page.path == INDEX:
        return body
    entries = "".join(
        f'<li><a href="#{quote(anchor)}">{html.escape(plain)}</a></li>' for plain, anchor in parts
    )
    nav = f'<nav aria-label="{words["parts"]}"><ul>{entries}</ul></nav>\n'
    return body.replace("</h1>\n", f"</h1>\n{nav}", 1)


def main(arguments: Sequence[str] = ()) -> int:
    """Write the site; 1 where a link leads nowhere."""
    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "site"
    site = Site()
    site.write(folder)
    for line in site.broken:
        sys.stderr.write(line + "\n")
    sys.stdout.write(f"{folder / 'index.html'}: {len(site.pages)} pages\n")
    return 1 if site.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
