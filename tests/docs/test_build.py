"""The built guides: every page is there, every link works, nothing is fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

from docs import build
from tests.browser import browser  # noqa: F401  a fixture
from tests.docs.pages import pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build.Site().write(folder)
    return folder


def test_each_guide_becomes_a_page_with_language_and_title(site: Path) -> None:
    for page in pages():
        tree = html.parse(str(site / build.target_of(page))).getroot()
        assert tree.get("lang") == ("es" if page in build.SPANISH else "en")
        assert (tree.findtext(".//title") or "").strip()
        assert len(tree.findall(".//h1")) == 1, page
    assert (site / "index.html").is_file()


def test_every_link_of_the_site_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    for path in site.rglob("*.html"):
        ids[path.resolve()] = {
            each.get("id") for each in html.parse(str(path)).iterfind(".//*[@id]")
        }
    broken = []
    for path in ids:
        for link in html.parse(str(path)).iterfind(".//a"):
            href = unquote(link.get("href", ""))
            if "://" in href:
                continue
            name, _, anchor = href.partition("#")
            target = (path.parent / name).resolve() if name else path
            if not target.is_file() or (anchor and anchor not in ids[target]):
                broken.append(f"{path.name}: {href}")
    assert not broken


def test_the_pages_fetch_nothing_and_run_nothing(site: Path) -> None:
    for path in site.rglob("*.html"):
        tree = html.parse(str(path))
        assert not tree.findall(".//script")
        assert not tree.findall(".//link")
        for picture in tree.iterfind(".//img"):
            assert "://" not in picture.get("src", "")
            assert (path.parent / unquote(picture.get("src", ""))).is_file()
        assert "url(" not in (tree.findtext(".//style") or "")


def test_markup_in_a_guide_is_shown_and_not_obeyed() -> None:
    reader = build._markdown()
    assert reader.render("a <b>bold</b> word") == "<p>a &lt;b&gt;bold&lt;/b&gt; word</p>\n"
    assert reader.render("<!-- made: checks -->\n").strip() == ""


def test_a_link_that_leads_nowhere_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    for name in build.AT_ROOT:
        (tmp_path / name).write_text("# A\n", encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text(
        "# I\n\n[a](gone.md) [b](../README.md#no)\n", encoding="utf-8"
    )
    monkeypatch.setattr(build, "ROOT", tmp_path)
    assert build.main([str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "gone.md: no such file" in said
    assert "README.md#no: no such heading" in said


def test_two_builds_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build.Site().write(tmp_path)
    for path in site.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / path.relative_to(site)).read_bytes()


@pytest.mark.parametrize("name", ["index", "command-line", "checks/number", "primera-revision"])
def test_axe_finds_no_violation(name: str, site: Path, browser: Any) -> None:  # noqa: F811
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    browser.get((site / f"{name}.html").as_uri())
    browser.execute_script(script)
    found = browser.execute_async_script(
        "const done = arguments[0]; axe.run().then(r => done(r.violations))"
    )
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Check, and hand on", "check-and-hand-on"),
        ("Qué conserva y dónde", "qué-conserva-y-dónde"),
        ("PROJECT | EN ES", "project--en-es"),
        ("1. The draft arrives", "1-the-draft-arrives"),
        ("aligner.yaml", "aligneryaml"),
    ],
)
def test_anchors_are_those_that_github_makes(heading: str, anchor: str) -> None:
    assert build.slug(heading) == anchor
