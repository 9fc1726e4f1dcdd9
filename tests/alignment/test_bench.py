"""The judge of bench/ against cases worked by hand, and its generator of structural change."""

from __future__ import annotations

from pathlib import Path
from subprocess import CalledProcessError

import pytest

from bench.alignment import Known, by_hunalign
from bench.alignment_changes import changed
from bench.alignment_scores import in_order, score, tidy
from tests.alignment.samples import EN, ES

GOLD = [([0], [0]), ([1, 2], [1]), ([3], []), ([4], [2])]


def test_the_gold_itself_scores_one() -> None:
    scores = score(GOLD, GOLD)
    assert (scores.strict, scores.lax, scores.full, scores.gaps, scores.several) == (1, 1, 1, 1, 1)
    assert scores.moved is None
    assert scores.wrong == 0


def test_a_bead_half_right_counts_as_lax_alone() -> None:
    # Told: 0-0 right, 1-1 wrong but touching, 2 empty wrong, 3 empty right, 4-2 right.
    told = [([0], [0]), ([1], [1]), ([2], []), ([3], []), ([4], [2])]
    scores = score(told, GOLD)
    # Strict: precision 3/5, recall of the two-sided 2/3. Full: 3/5 and 3/4.
    assert scores.strict == pytest.approx(2 * (3 / 5) * (2 / 3) / (3 / 5 + 2 / 3))
    assert scores.full == pytest.approx(2 * (3 / 5) * (3 / 4) / (3 / 5 + 3 / 4))
    # Lax: precision 4/5, recall 3/3.
    assert scores.lax == pytest.approx(2 * (4 / 5) / (4 / 5 + 1))
    # Gaps: precision 1/2, recall 1/1.
    assert scores.gaps == pytest.approx(2 / 3)
    assert scores.several == 0
    assert scores.wrong == 2


def test_an_empty_bead_counts_by_segment() -> None:
    assert tidy([([0, 1], []), ([], [2])]) == {((0,), ()), ((1,), ()), ((), (2,))}


def test_moved_beads_are_those_outside_the_longest_chain() -> None:
    gold = [([0], [2]), ([1], [0]), ([2], [1]), ([3], [3])]
    assert in_order(tidy(gold)) == {((1,), (0,)), ((2,), (1,)), ((3,), (3,))}
    assert score([([0], []), ([], [2]), *gold[1:]], gold).moved == 0
    assert score(gold, gold).moved == 1


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_change_keeps_every_segment_in_one_gold_bead(seed: str) -> None:
    gold = [([i], [i]) for i in range(len(EN))] * 1
    made = changed(EN * 4, ES * 4, [([i], [i]) for i in range(32)], 0.5, seed, moves=True)
    assert sorted(i for en, _ in made.gold for i in en) == list(range(len(made.en)))
    assert sorted(j for _, es in made.gold for j in es) == list(range(len(made.es)))
    assert made.gold != gold
    assert changed(EN * 4, ES * 4, [([i], [i]) for i in range(32)], 0.5, seed, moves=True) == made


def _program(folder: Path, body: str) -> str:
    """A stand-in for hunalign."""
    program = folder / "hunalign"
    program.write_text(f"#!/bin/sh\n{body}", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_the_rungs_of_hunalign_are_read_as_beads(tmp_path: Path) -> None:
    known = Known("n", ["<p>", "Two (2), no more.", "Three"], ["Dos (2), no más. Tres", "x"], [])
    program = _program(
        tmp_path,
        f'echo "$@" > {tmp_path}/args; cat en es > {tmp_path}/lines; wc -c < none.dic >&2\n'
        "printf '0\\t0\\t-0.3\\n1\\t0\\t0.9\\n3\\t1\\t0\\n3\\t2\\t0\\n'",
    )
    beads, _ = by_hunalign(known, program)
    assert beads == [([0], []), ([1, 2], [0]), ([], [1])]
    assert (tmp_path / "args").read_text().split() == ["-utf", "-realign", "none.dic", "en", "es"]
    assert (tmp_path / "lines").read_text(encoding="utf-8").splitlines() == [
        "< p >",
        "Two ( 2 ) , no more .",
        "Three",
        "Dos ( 2 ) , no más . Tres",
        "x",
    ]


def test_a_hunalign_that_fails_is_no_bad_score(tmp_path: Path) -> None:
    with pytest.raises(CalledProcessError):
        by_hunalign(Known("n", ["a"], ["a"], []), _program(tmp_path, "exit 3\n"))
