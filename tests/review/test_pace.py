"""An edit of a long text answers a key press at once."""

from __future__ import annotations

import time
from itertools import pairwise

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


def test_a_merge_in_ten_thousand_paragraphs_takes_less_than_50_ms() -> None:
    en = document_of(
        (f"The Parties agree on {n}." for n in range(_LONG)), side="en", region="en-US"
    )
    es = document_of((f"Se acuerda el {n}." for n in range(_LONG)), side="es", region="es-MX")
    bitext = Bitext(en, es, tuple(Bead((n,), (n,), 0.9) for n in range(_LONG)))
    review = assemble(en, es, [], document="a", align=lambda *_: bitext, check=lambda _: ())
    session = Session(review, _Nowhere(), by="Ana", role="reviser")
    session.accept([0])
    taken = []
    for first in (100, 200, 300):
        start = time.process_time()
        session.merge([first, first + 1])
        taken.append(time.process_time() - start)
    assert len(session.review.bitext.beads) == _LONG - 3
    assert min(taken) < 0.05


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
