"""An edit of a long text answers a key press at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from types import FrameType

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment.bead import Bead, Bitext
from aligner.alignment.crossing import heaviest_chain
from aligner.review.assembly import assemble
from aligner.review.event import Event
from aligner.review.session import Session
from aligner.text.building import document_of

_LONG = 10_000


class _Nowhere:
    def append(self, event: Event) -> None:
        """Keeps nothing: the disk is not what is measured."""


def _session(paragraphs: int) -> Session:
    en = document_of(
        (f"The Parties agree on {n}." for n in range(paragraphs)), side="en", region="en-US"
    )
    es = document_of((f"Se acuerda el {n}." for n in range(paragraphs)), side="es", region="es-MX")
    bitext = Bitext(en, es, tuple(Bead((n,), (n,), 0.9) for n in range(paragraphs)))
    review = assemble(en, es, [], document="a", align=lambda *_: bitext, check=lambda _: ())
    session = Session(review, _Nowhere(), by="Ana", role="reviser")
    session.accept([0])
    return session


def _calls(action: Callable[[], object]) -> int:
    """How many functions of Python `action` calls: unlike a time, the same on any machine."""
    count = 0

    def called(_: FrameType, what: str, __: object) -> None:
        nonlocal count
        count += what == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def test_an_edit_of_a_long_text_does_little_for_each_paragraph_that_it_leaves_alone() -> None:
    few, many = _session(1_000), _session(_LONG)
    actions: list[tuple[Callable[[Session], object], int]] = [
        (lambda session: session.merge([100, 101]), 10),
        (lambda session: session.split(100, 1, 1), 10),
        (lambda session: session.undo(), 0),
        (lambda session: session.undo(), 0),
    ]
    for action, calls in actions:
        grown = _calls(partial(action, many)) - _calls(partial(action, few))
        assert grown <= calls * (_LONG - 1_000)
    assert len(many.review.bitext.beads) == _LONG


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(0, 12), max_size=8), st.integers(1, 3))
def test_the_heaviest_chain_is_the_longest_where_all_weigh_the_same(
    values: list[int], weight: int
) -> None:
    chain = heaviest_chain(values, [float(weight)] * len(values))
    assert all(values[a] < values[b] for a, b in pairwise(chain))
    longest = [1] * len(values)
    for n, value in enumerate(values):
        longest[n] += max((longest[k] for k in range(n) if values[k] < value), default=0)
    assert len(chain) == max(longest, default=0)
