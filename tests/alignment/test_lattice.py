"""The lattice: the best path, and that taking it apart changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from aligner.alignment import lattice as module
from aligner.alignment.anchors import band_through
from aligner.alignment.calibration import calibrated, calibrated_moved
from aligner.alignment.lattice import Lattice, best_path


def ladder(steps: int) -> Lattice:
    """At each step one 1-1 bead, or two empty ones; and a 2-2 bead over every other two steps."""
    beads, worth = [], []
    for i in range(steps):
        beads += [(i, i + 1, i, i + 1), (i, i + 1, i, i), (i + 1, i + 1, i, i + 1)]
        worth += [1.0 if i % 7 else -9.0, -2.0, -2.0]
        if i % 2 == 0 and i + 2 <= steps:
            beads.append((i, i + 2, i, i + 2))
            worth.append(1.5)
    order = sorted(range(len(beads)), key=lambda k: (beads[k][0], beads[k][2]))
    return Lattice(
        np.array([beads[k] for k in order], dtype=np.int64),
        np.array([worth[k] for k in order]),
        (0, 0),
        (steps, steps),
    )


def test_the_best_path_takes_what_is_worth_most() -> None:
    path = best_path(ladder(4))
    # 2-2 (1.5) beats 1-1 at 0 (-9) and 1; at 2 and 3 two 1-1 (2.0) beat the 2-2.
    assert path.cuts == ((0, 2, 0, 2), (2, 3, 2, 3), (3, 4, 3, 4))
    assert all(0 < share <= 1 for share in path.shares)


def test_a_lattice_taken_apart_has_the_same_path_and_shares(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = ladder(60)
    monkeypatch.setattr(module, "_SECTION", 10)
    parts = whole.sections()
    assert len(parts) > 3
    once, apart = best_path(whole), [best_path(part) for part in parts]
    assert once.cuts == tuple(cut for path in apart for cut in path.cuts)
    assert once.shares == pytest.approx([share for path in apart for share in path.shares])


def test_a_raised_gap_may_change_the_path() -> None:
    raised = ladder(4).with_gaps_raised(np.array([0, 0, 9.0, 0]), np.array([0, 0, 9.0, 0]))
    cuts = best_path(raised).cuts
    assert (2, 3, 2, 3) not in cuts
    assert {cut for cut in cuts if cut[0] == cut[1] or cut[2] == cut[3]} != set()


def test_a_band_leads_from_the_first_node_to_the_last() -> None:
    for nodes, n, m in (
        ([], 5, 900),
        ([(400, 3)], 500, 9),
        ([(3, 400), (4, 401)], 9, 800),
        ([], 0, 3),
    ):
        band = band_through(nodes, n, m, 4)
        assert band.low[0] == 0
        assert band.high[n] == m
        assert all(band.low[1:] <= band.high[:-1])
        assert all(np.diff(band.low) >= 0)
        assert all(np.diff(band.high) >= 0)


def test_calibrated_scores_rise_and_never_reach_certainty() -> None:
    for curve, values in (
        (calibrated, [0.0, 0.2, 0.5, 0.9, 1.0]),
        (calibrated_moved, [0.0, 2.0, 50.0]),
    ):
        scores = curve(values)
        assert scores == sorted(scores)
        assert all(0 < score < 1 for score in scores)
