"""Processes that are killed, processes that write at once, branches that git merges."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bench import records as bench

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 and flock are of POSIX")


def test_what_was_confirmed_before_a_kill_is_there_and_nothing_temporary_is_left(
    tmp_path: Path,
) -> None:
    bench.project_in(tmp_path, *bench.sample("crash")).review("d")
    found = [bench.crash(tmp_path, seed) for seed in range(20)]
    assert sum(each.confirmed for each in found) > 20
    assert [each for each in found if each.missing or not each.readable or each.left] == []


def test_two_processes_that_write_at_once_lose_and_tear_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.writers(40)
    out = capsys.readouterr().out
    assert "80 decisions, 0 missing, 0 torn" in out


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@pytest.mark.parametrize("seed", range(3))
def test_git_merges_two_branches_to_the_same_state_in_both_directions(
    tmp_path: Path, seed: int
) -> None:
    same, _ = bench.branches(tmp_path, 1000 + seed)
    assert same
