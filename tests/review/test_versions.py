"""Two versions of a text: what was edited, moved, renumbered, added and removed, and on which side."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment.bead import Bead, Bitext, order
from aligner.review.versions import (
    ChangeKind,
    Reach,
    compare_bitexts,
    compare_documents,
    marked_words,
)
from aligner.text.building import document_of
from aligner.text.document import Document
from aligner.text.reading import read_document
from aligner.text.segment import Side

P = [
    "The two governments met in Mexico City on the eighth of October.",
    "They agreed on an action plan with goals, indicators and dates.",
    "Neither side tolerates corruption among its own officials.",
    "The next meeting will take place in Washington in the spring.",
    "Human rights are guaranteed in every measure that is taken.",
]


def doc(texts: list[str], side: Side = "en") -> Document:
    """A document with one segment for each text."""
    return document_of(texts, side=side, region="en-US" if side == "en" else "es-MX")


def kinds(old: list[str], new: list[str]) -> list[tuple[str, bool]]:
    """Kind and whether moved, for each change that is not quiet."""
    found = compare_documents(doc(old), doc(new))
    return [(str(change.kind), change.moved) for change in found if not change.quiet]


def test_nothing_changed_is_quiet() -> None:
    assert kinds(P, P) == []


def test_an_edited_paragraph_marks_the_words_that_went_and_came() -> None:
    new = [*P[:2], P[2].replace("corruption", "any corruption"), *P[3:]]
    (change,) = [c for c in compare_documents(doc(P), doc(new)) if not c.quiet]
    assert change.kind is ChangeKind.EDITED
    assert change.cut == ()
    assert [new[2][a:b] for a, b in change.put] == ["any"]


def test_an_added_and_a_removed_paragraph() -> None:
    assert kinds(P, [*P, "A paragraph without forerunner stands here."]) == [("added", False)]
    assert kinds(P, P[1:]) == [("removed", False)]


def test_a_moved_paragraph_is_one_change() -> None:
    assert kinds(P, [*P[1:], P[0]]) == [("same", True)]


def test_a_renumbered_paragraph_is_no_edit() -> None:
    texts = [
        "1. First things come first.\n\n2. Then the second.\n",
        "1. First things come first.\n\n3. Then the second.\n",
    ]
    old, new = (
        read_document(text.encode(), path="a.txt", side="en", region="en-US") for text in texts
    )
    (change,) = [c for c in compare_documents(old, new) if not c.quiet]
    assert change.kind is ChangeKind.RENUMBERED


def _bitext(en: list[str], es: list[str]) -> Bitext:
    beads = order(Bead((i,), (i,), 1.0) for i in range(len(en)))
    return Bitext(doc(en), doc(es, "es"), beads)


def test_a_change_on_one_side_alone_is_told_from_one_on_both() -> None:
    old = _bitext(["one alpha beta gamma", "two delta"], ["uno alfa beta gama", "dos delta"])
    new = _bitext(
        ["one alpha beta gamma epsilon", "two delta"], ["uno alfa beta gama", "dos delta"]
    )
    assert [(change.bead, change.reach) for change in compare_bitexts(old, new)] == [
        (0, Reach.EN_ONLY)
    ]
    both = _bitext(
        ["one alpha beta gamma epsilon", "two delta"], ["uno alfa beta gama épsilon", "dos delta"]
    )
    assert [change.reach for change in compare_bitexts(old, both)] == [Reach.BOTH]


def test_a_bead_that_is_gone_on_both_sides_is_told_once() -> None:
    old = _bitext(["one alpha", "two delta"], ["uno alfa", "dos delta"])
    new = _bitext(["one alpha"], ["uno alfa"])
    (change,) = compare_bitexts(old, new)
    assert (change.bead, change.reach) == (None, Reach.BOTH)


words = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", ",", "7"]), max_size=12).map(
    " ".join
)


@settings(deadline=None, max_examples=60)
@given(st.lists(words.filter(bool), max_size=8), st.lists(words.filter(bool), max_size=8))
def test_every_segment_of_both_versions_is_in_exactly_one_change(
    old: list[str], new: list[str]
) -> None:
    changes = compare_documents(doc(old), doc(new))
    assert sorted(c.old for c in changes if c.old is not None) == list(range(len(old)))
    assert [c.new for c in changes if c.new is not None] == list(range(len(new)))


@settings(deadline=None, max_examples=100)
@given(words, words)
def test_what_is_not_marked_is_the_same_on_both_sides(old: str, new: str) -> None:
    cut, put = marked_words(old, new)

    def left(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
        out = list(text)
        for start, end in spans:
            out[start:end] = " " * (end - start)
        return "".join(out).split()

    assert left(old, cut) == left(new, put)
