"""Progress on stderr for long work: how far, how fast, how long still.

What always holds: silent where stderr is no terminal; one line that is written over, and cleared
at the end.
"""

from __future__ import annotations

import sys
import time
from collections import deque

_WINDOW = 20.0
"""Seconds that the rate is taken over: what was known already, and went by at once, says nothing of
what is still to be done."""


class Progress:
    """Told how many are done, of how many."""

    def __init__(self, what: str, *, quiet: bool = False) -> None:
        self._what = what
        self._shown = 0.0
        self._seen: deque[tuple[float, int]] = deque()
        self._on = not quiet and sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if not self._on or (done < total and now - self._shown < 0.2):
            return
        self._shown = now
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[0][0] > _WINDOW:
            self._seen.popleft()
        since, before = self._seen[0]
        rate = (done - before) / max(now - since, 1e-6)
        left = f", {_time((total - done) / rate)} left" if rate > 0 and done < total else ""
        line = f"{self._what}: {done}/{total}, {rate:.1f} a second{left}"
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()

    def close(self) -> None:
        """Clears the line."""
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole >= 3600:
        return f"{whole // 3600} h {whole % 3600 // 60} min"
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{whole} s"
