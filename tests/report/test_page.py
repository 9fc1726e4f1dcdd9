"""The HTML report: one file, nothing loaded, everything outside escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from lxml import html

from aligner.glossary.concept import Glossary
from aligner.report.changes.page import CATALOGUES as CHANGE_WORDS
from aligner.report.marking import runs
from aligner.report.page import page
from aligner.report.page.words import CATALOGUES
from aligner.report.papers.words import CATALOGUES as PAPER_WORDS
from aligner.report.run import CheckRun


@pytest.fixture(scope="module")
def shown(run: CheckRun, terms: Glossary) -> str:
    """The page in English."""
    return page.render(run, terms)


def test_nothing_is_loaded_from_anywhere(shown: str) -> None:
    tree = html.fromstring(shown)
    assert not tree.xpath("//link | //img | //iframe | //script[@src] | //*[@src]")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"url\(|@import|https?://", shown)


def test_markup_of_the_texts_is_shown_and_not_obeyed(shown: str) -> None:
    assert "Joint &lt;Statement&gt; &amp; [/]" in shown
    assert not html.fromstring(shown).xpath("//statement")


def test_every_bead_is_there_once_with_both_sides(run: CheckRun, shown: str) -> None:
    tree = html.fromstring(shown)
    beads = tree.xpath("//section[@class='bead']")
    assert len(beads) == len(run.reviews[0].bitext.beads)
    assert tree.xpath("count(//*[@class='absent'])") == 1


def test_divergences_and_terms_are_marked_in_place(shown: str) -> None:
    tree = html.fromstring(shown)
    marked = {"".join(mark.itertext()) for mark in tree.xpath("//mark")}
    assert "tráfico de personas" in marked
    assert "human trafficking" in {"".join(t.itertext()) for t in tree.xpath("//*[@class='term']")}


def test_ids_are_unique_and_labels_have_controls(shown: str) -> None:
    tree = html.fromstring(shown)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(label.xpath(".//select | .//input") for label in tree.xpath("//label"))
    assert tree.get("lang") == "en"


def test_it_is_well_formed_enough_for_a_strict_parser(shown: str) -> None:
    open_tags: list[str] = []
    void = {"meta", "br", "input"}

    class Strict(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in void:
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Strict().feed(shown)
    assert not open_tags


@pytest.mark.parametrize(
    "catalogues", [CATALOGUES, PAPER_WORDS, CHANGE_WORDS], ids=["page", "papers", "changes"]
)
def test_both_languages_have_the_same_words(catalogues: dict[str, dict[str, str]]) -> None:
    assert catalogues["en"].keys() == catalogues["es"].keys()
    assert all(
        text.strip() or not key for words in catalogues.values() for key, text in words.items()
    )


def test_the_spanish_page_speaks_spanish(run: CheckRun, terms: Glossary) -> None:
    tree = html.fromstring(page.render(run, terms, language="es"))
    assert tree.get("lang") == "es"
    assert "Cobertura" in tree.text_content()


def test_runs_joined_are_the_text_and_carry_every_mark() -> None:
    cut = list(runs(10, [(0, 4, "a"), (2, 6, "b"), (20, 30, "c"), (5, 5, "d")]))
    assert [(run.start, run.end, run.marks) for run in cut] == [
        (0, 2, ("a",)),
        (2, 4, ("a", "b")),
        (4, 6, ("b",)),
        (6, 10, ()),
    ]
