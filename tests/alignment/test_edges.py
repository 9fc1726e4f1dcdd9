"""The edges of a bead: what the first and last words of its sides say."""

from __future__ import annotations

import numpy as np

from aligner.alignment.corpus import column
from aligner.alignment.edges import Edges
from aligner.alignment.ties import ties
from aligner.text.segment import Side
from tests.alignment.samples import document

NOBODY = np.zeros(0, dtype=np.int64)
EN = [
    "Consular fees and exemptions",
    "The municipal office registers residents, families and visitors every Friday.",
]
HEADING = "Consular: derechos y exenciones"
TEXT = "La oficina municipal registra residentes, familias y visitantes cada viernes."
ES = [HEADING, f"{HEADING} {TEXT}", TEXT]


def nats(*bead: int, mirrored: bool = False) -> float:
    sides: tuple[Side, Side] = ("es", "en") if mirrored else ("en", "es")
    texts = (ES, EN) if mirrored else (EN, ES)
    one, two = (
        column(document(part, side).segments) for part, side in zip(texts, sides, strict=True)
    )
    edges = Edges.of(one, two, ties(one.types, two.types), (NOBODY, NOBODY))
    return float(edges.nats(np.array([bead]))[0])


def test_a_bead_without_its_first_segment_is_worth_less() -> None:
    assert nats(0, 2, 1, 2) > nats(1, 2, 1, 2) + 1


def test_a_bead_with_a_segment_too_many_is_worth_less() -> None:
    assert nats(1, 2, 2, 3) > nats(0, 2, 2, 3) + 1


def test_edges_are_worth_the_same_in_the_mirrored_bead() -> None:
    for bead in ((0, 2, 1, 2), (1, 2, 1, 2), (0, 1, 0, 1), (1, 2, 0, 2)):
        a, b, c, d = bead
        assert nats(a, b, c, d) == nats(c, d, a, b, mirrored=True)


def test_a_bead_that_is_all_edge_gets_little() -> None:
    assert 0 <= nats(0, 1, 0, 1) < 0.5 * nats(1, 2, 2, 3)
