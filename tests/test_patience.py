"""The guard of the tests of time."""

from __future__ import annotations

import pytest

from tests.patience import patience


def test_a_block_that_never_ends_is_stopped() -> None:
    with pytest.raises(pytest.fail.Exception, match="still running"), patience(0.05):
        while True:
            pass


def test_a_block_that_ends_passes_and_leaves_no_timer() -> None:
    with patience(0.2):
        pass
    for _ in range(100_000):
        pass
