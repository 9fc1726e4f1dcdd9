"""Wrapping, heights and drawing: every line fits, every span is where it was."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from aligner.alignment.bead import Bead
from aligner.tui.beadlist import PARTS
from aligner.tui.block import Block, Marking, Passage
from aligner.tui.drawing import Frame, draw, guess_heights
from aligner.tui.heights import Heights, Sizes
from aligner.tui.wrapping import estimate, wrap

STYLES = {name: Style() for name in PARTS}
STYLES["cursor"] = Style(reverse=True)
TEXTS = st.text(alphabet="abc áñ 漢字é́\n.-", max_size=120)


@given(TEXTS, st.integers(2, 30))
@settings(deadline=None, max_examples=200)
def test_lines_fit_and_lose_only_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert all(cell_len(text[a:b]) <= width for a, b in lines)
    assert "".join("".join(text[a:b].split()) for a, b in lines) == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in pairwise(lines))


def test_heights_agree_with_plain_sums() -> None:
    chance = random.Random(3)
    plain = [chance.randint(0, 9) for _ in range(257)]
    heights = Heights(plain)
    for _ in range(300):
        index, height = chance.randrange(257), chance.randint(0, 9)
        heights.measured(index, height)
        plain[index] = height
    assert heights.total == sum(plain)
    assert [heights.top(i) for i in range(257)] == [sum(plain[:i]) for i in range(257)]
    for line in range(heights.total):
        found = heights.at(line)
        assert heights.top(found) <= line < heights.top(found) + plain[found]


def block(en: str, es: str, *markings: Marking) -> Block:
    return Block(
        (Passage(1, "1.", en, markings=markings),),
        (Passage(1, "1.", es),),
        head=(("○ not reviewed", "unreviewed"),),
    )


@pytest.mark.parametrize("beside", [True, False])
@given(TEXTS, TEXTS, st.integers(30, 110))
@settings(deadline=None, max_examples=60)
def test_every_line_of_a_block_is_as_wide_as_the_frame(
    beside: bool, en: str, es: str, width: int
) -> None:
    drawn = draw(block(en, es), Frame(width, beside, True, 3), STYLES, current=True)
    assert {strip.cell_length for strip in drawn.strips} == {width}
    assert len(drawn.strips) == len(drawn.pieces)


def test_a_marking_is_drawn_over_its_words_and_no_others() -> None:
    text = "The two governments pledge 25 million dollars"
    mark = Marking(text.index("25"), text.index(" dollars"), "cursor")
    drawn = draw(block(text, "x", mark), Frame(120, True, False, 2), STYLES, current=False)
    marked = "".join(
        piece.text
        for strip in drawn.strips
        for piece in strip
        if piece.style is not None and piece.style.reverse
    )
    assert " ".join(marked.split()) == "25 million"


def test_the_guess_is_near_the_measure() -> None:
    text = "word and another word " * 20
    frame = Frame(100, True, True, 3)
    drawn = draw(block(text, text), frame, STYLES, current=False)
    whole = Sizes([Bead((0,), (0,), 0.9)], [len(text)], [len(text)])
    assert abs(guess_heights([0], whole, frame)[0] - len(drawn.strips)) <= 1


@pytest.mark.parametrize("beside", [True, False])
def test_the_guess_adds_up_what_a_block_holds(beside: bool) -> None:
    frame = Frame(100, beside, False, 3)
    beads = [Bead((0,), (0, 1), 0.9), Bead((1, 2), (), 0.5), Bead((), (2,), 0.5)]
    sizes = Sizes(beads, [10, 500, 10], [500, 10, 10])
    one, long = estimate(10, frame.text), estimate(500, frame.text)
    assert guess_heights([0, 2], sizes, frame) == [
        1 + (max(one, long + one) if beside else one + long + one),
        1 + (1 if beside else 2),
    ]
    assert guess_heights([1], sizes, frame) == [1 + long + one + (0 if beside else 1)]


def test_a_missing_side_is_named() -> None:
    lonely = Block((Passage(1, "", "text"),), (), missing="— no Spanish text here —")
    drawn = draw(lonely, Frame(90, True, False, 2), STYLES, current=False)
    assert "no Spanish text here" in "".join(strip.text for strip in drawn.strips)
