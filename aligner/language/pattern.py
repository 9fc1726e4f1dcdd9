"""Patterns that people write themselves, looked for with a limit on time.

What always holds: a pattern that would run for ever is stopped and said to be too slow; whoever
writes it knows regular expressions, everybody else has query.py.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from aligner.errors import UsageError

SECONDS = 1.0
"""How long one pattern may look at one text."""


@lru_cache(maxsize=32)
def _compiled(pattern: str) -> regex.Pattern[str]:
    try:
        return regex.compile(pattern, flags=regex.IGNORECASE | regex.VERSION1)
    except regex.error as error:
        raise UsageError(f"{pattern!r} is no pattern: {error}") from None


def spans(pattern: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where `pattern` matches in `text`, case aside; empty matches are left out. Raises UsageError
    for what is no pattern, and for one that takes longer than SECONDS."""
    try:
        return tuple(
            match.span()
            for match in _compiled(pattern).finditer(text, timeout=SECONDS)
            if match.end() > match.start()
        )
    except TimeoutError:
        raise UsageError(f"{pattern!r} is too slow: it was stopped after {SECONDS:.0f} s") from None
