"""A guard against a run that never ends.

What always holds: it says nothing about speed (figures are the business of bench/, where a loaded
machine turns no test red); it counts the time of this process only, so that neighbours on the
machine do not matter; where the system has no such timer, it lets everything pass.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

# Far above what any text takes: only what grows with the square of its length comes here.
SECONDS = 30.0


@contextmanager
def patience(seconds: float = SECONDS) -> Iterator[None]:
    """Fails the test whose block is still running after `seconds` of this process's own time."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        pytest.fail(f"still running after {seconds:g} s of processor time")

    before = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
