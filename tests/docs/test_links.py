"""Links and anchors lead somewhere, and every page can be reached from the index."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest

from tests.docs.pages import INDEX, ROOT, anchors, links, pages


def split(page: str, target: str) -> tuple[str, str]:
    """The path from the root that `target` means on `page`, and its anchor."""
    path, _, anchor = unquote(target).partition("#")
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return whole, anchor


def local(page: str) -> list[tuple[str, str]]:
    return [split(page, each) for each in links(page) if "://" not in each]


@pytest.mark.parametrize("page", pages())
def test_every_relative_link_leads_to_a_file(page: str) -> None:
    for path, _ in local(page):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("page", pages())
def test_every_anchor_is_a_heading(page: str) -> None:
    for path, anchor in local(page):
        if anchor and path.endswith(".md"):
            assert anchor in anchors(path), f"{path}#{anchor}"


def test_every_page_can_be_reached_from_the_index() -> None:
    seen, waiting = set(), [INDEX]
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            waiting += [path for path, _ in local(page) if path.endswith(".md")]
    assert {page for page in pages() if page.startswith("docs/")} <= seen


def test_the_readme_leads_to_the_index() -> None:
    assert INDEX in {path for path, _ in local("README.md")}
