"""The archive as memory, and renderings over the years."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.archive.index import Index, IndexedBead, IndexedDocument
from aligner.archive.recall import departures, likeness, memory_pairs, similar
from aligner.archive.renderings import OTHER, renderings, sparkline
from aligner.glossary.concept import Concept, Status, Term

CONCEPT = Concept(
    "organized-crime",
    (Term("organized crime"),),
    (Term("delincuencia organizada"), Term("crimen organizado", Status.ADMITTED)),
)
BEADS = [
    ("2019", "They fight organized crime.", "Combaten el crimen organizado."),
    ("2019", "Organized crime has no borders.", "La delincuencia organizada no tiene fronteras."),
    ("2020", "They fight organized crime.", "Combaten la delincuencia organizada."),
    ("2020", "Organised crime is fought.", "Se combaten las mafias."),
    ("2020", "They organized a crime series festival.", "Organizaron un festival."),
]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """One document a bead."""
    with Index(tmp_path / "archive.sqlite", writable=True) as made:
        for number, (year, en, es) in enumerate(BEADS):
            document = IndexedDocument(
                f"d{number}", f"{year}-01-01", "en-US", "es-MX", "e", "s", "x"
            )
            made.put(document, [IndexedBead(0, en, es, 1, 1, 0.95)])
        yield made


def test_renderings_are_counted_by_year(index: Index) -> None:
    found = renderings(index, CONCEPT)
    assert found.years == ("2019", "2020")
    assert found.counts["delincuencia organizada"] == (1, 1)
    assert found.counts["crimen organizado"] == (1, 0)
    assert found.counts.get(OTHER, (0, 0))[0] == 0


def test_a_sparkline_has_a_sign_for_each_year() -> None:
    assert sparkline((0, 1, 8)) == " ▁█"
    assert sparkline(()) == ""
    assert sparkline((0, 0)) == "  "


def test_the_likest_and_latest_paragraph_comes_first(index: Index) -> None:
    first, second, *_ = similar(index, "They fight organized crime.", "en")
    assert (first.document, first.score) == ("d2", 1.0)
    assert (second.document, second.score) == ("d0", 1.0)
    assert similar(index, "Nothing alike stands anywhere", "en") == ()
    first, *_ = similar(index, "They fight organized crime", "en", apart="d2")
    assert first.document == "d0"


def test_a_paragraph_is_found_again_with_a_fifth_of_its_words_changed(index: Index) -> None:
    from bench.archive_texts import paragraph_pairs

    source = random.Random(7)
    pairs = [pair for pair in paragraph_pairs() if len(pair[0].split()) > 15]
    for number, (en, es) in enumerate(pairs):
        document = IndexedDocument(f"p{number}", "2021", "en-US", "es-MX", "e", "s", "x")
        index.put(document, [IndexedBead(0, en, es, 1, 1, 0.95)])
    lost = 0
    for number, (en, _) in enumerate(pairs):
        changed = [word if source.random() > 0.2 else "otherwise" for word in en.split()]
        found = similar(index, " ".join(changed), "en")
        lost += not found or found[0].document != f"p{number}"
    assert lost <= len(pairs) // 10


def test_a_departure_from_earlier_wording_is_named(index: Index) -> None:
    found = departures(index, "They fight organized crime.", "Combaten el crimen organizado.")
    assert [each.document for each in found] == ["d2"]


def test_likeness_is_one_only_for_the_same_words() -> None:
    assert likeness("“Same”  words", '"Same" words') == 1.0
    assert likeness("the same words here", "the same words there") < 1.0
    assert likeness("alpha", "omega") == 0.0


def test_pairs_to_learn_from_leave_out_what_is_too_short(index: Index) -> None:
    index.put(
        IndexedDocument("short", "2021", "en-US", "es-MX", "e", "s", "y"),
        [IndexedBead(0, "Yes", "Sí", 1, 1, 1.0)],
    )
    pairs = list(memory_pairs(index))
    assert len(pairs) == len(BEADS)
    assert ("Yes", "Sí") not in pairs
