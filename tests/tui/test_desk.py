"""The desk: places, walking, searching, filtering, the reading position; without a screen."""

from __future__ import annotations

import pytest

from aligner.tui.catalogue import Catalogue
from aligner.tui.desk import Desk
from aligner.tui.filtering import Filter
from aligner.tui.progress import Counting, progress_of
from aligner.tui.reading import Reading, at_word, locate, stepped, stretched
from aligner.tui.searching import Search
from tests.tui.bench_of_memory import EN, ES, GLOSSARY, MemoryBench


@pytest.fixture
def desk() -> Desk:
    bench = MemoryBench()
    session = bench.open("declaration", lambda records: records)
    return Desk("declaration", session, GLOSSARY, Catalogue("en"), "Eva")


def test_the_place_is_found_again_by_its_words(desk: Desk) -> None:
    desk.go(5)
    place = desk.position()
    bench = MemoryBench()
    bench.shelf.en = ("A new opening.", *EN)
    bench.shelf.beads = ()
    bench.shelf.found = lambda: ()
    from aligner.alignment.bead import Bead

    bench.shelf.beads = (
        Bead((0,), (), 0.5),
        *(Bead((n + 1,), (n,), 0.9) for n in range(8)),
    )
    later = bench.open("declaration", lambda records: records)
    other = Desk("declaration", later, GLOSSARY, Catalogue("en"))
    other.restore(place)
    assert other.texts_of("en") == [EN[5]]


def test_walking_stops_at_the_ends(desk: Desk) -> None:
    assert not desk.walk_on(-1)
    while desk.walk_on(1):
        pass
    assert desk.bead == 5
    assert desk.walk_on(-1)
    assert desk.bead == 4


def test_a_search_ignores_accents_and_capitals_and_walks_its_hits(desk: Desk) -> None:
    assert desk.look_for("TRAFICO") == 1
    assert desk.walk_on(1)
    assert desk.bead == 1
    desk.stop_looking()
    assert desk.walk_on(1)
    assert desk.bead == 2


def test_a_search_before_the_cursor_begins_again_at_the_top(desk: Desk) -> None:
    desk.go(7)
    assert desk.look_for("joint") == 1
    assert desk.walk_on(1)
    assert desk.bead == 0


def test_two_queries_ask_for_both_sides(desk: Desk) -> None:
    search = Search(desk.review.bitext)
    assert {hit.bead for hit in search.find_pair("governments", "gobiernos")} == {2}
    assert search.find_pair("governments", "ministros") == ()
    assert search.find_pair("", "") == ()


def test_a_filter_hides_and_lets_go(desk: Desk) -> None:
    assert desk.refilter(Filter(checks=frozenset({"modality"}))) == 1
    assert desk.bead == 3
    desk.visit(0)
    assert desk.filter.empty
    assert desk.bead == 0


def test_words_are_stepped_and_stretched(desk: Desk) -> None:
    text = "uno dos tres cuatro"
    reading = at_word(text, "es", 5)
    assert reading == Reading("es", (4, 7), (4, 7))
    assert stepped(reading, text, 1).span == (8, 12)
    assert stepped(reading, text, -1).span == (0, 3)
    longer = stretched(stretched(reading, text, 1), text, 1)
    assert text[slice(*longer.span)] == "dos tres cuatro"
    assert text[slice(*stretched(longer, text, -1).span)] == "dos tres"
    assert text[slice(*stretched(reading, text, -1).span)] == "uno dos"


def test_a_span_of_the_joined_text_is_located_in_its_segments() -> None:
    assert locate((2, 9), ["abcd", "efghij"]) == ((0, 2, 4), (1, 0, 4))


def test_the_counterpart_of_a_word_is_on_the_other_side(desk: Desk) -> None:
    desk.go(1)
    desk.read(lambda reading, _: reading)
    while desk.chosen()[0] != "Mexico":
        desk.read(lambda reading, text: stepped(reading, text, 1))
    assert desk.chosen() == ("Mexico", "México")
    desk.cross()
    assert desk.reading is not None
    assert ES[1][slice(*desk.reading.span)] == "México"


def test_a_forbidden_term_and_a_good_one_are_marked(desk: Desk) -> None:
    block = desk.block(1)
    assert [mark.kind for mark in block.en[0].markings] == ["term"]
    assert [mark.kind for mark in block.es[0].markings] == ["forbidden"]


def test_counting_only_what_changed_gives_the_figures_of_counting_anew(desk: Desk) -> None:
    counting = Counting()
    assert counting.of(desk.review) == progress_of(desk.review)
    for action in (
        lambda: desk.session.accept([0, 1]),
        lambda: desk.session.needs_work([1], reason="no"),
        lambda: desk.session.verdict(0, "intended", reason="so"),
        desk.session.undo,
        lambda: desk.session.merge([2, 3]),
        lambda: desk.session.accept([2]),
        desk.session.undo,
        desk.session.undo,
    ):
        action()
        assert counting.of(desk.review) == progress_of(desk.review)
