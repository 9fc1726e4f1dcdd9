"""Progress: on a terminal alone, with a rate that is of now."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from aligner.cli.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that the test moves."""
    now = [100.0]
    monkeypatch.setattr("aligner.cli.progress.time.monotonic", lambda: now[0])
    return now


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """A stderr on which a person looks."""
    shown = _Terminal()
    monkeypatch.setattr("aligner.cli.progress.sys", SimpleNamespace(stderr=shown))
    return shown


def _last(shown: _Terminal) -> str:
    return shown.getvalue().split("\r")[-1]


def test_what_was_known_already_does_not_shorten_the_time_left(
    clock: list[float], terminal: _Terminal
) -> None:
    progress = Progress("batch")
    for second in range(60):
        clock[0] += 1
        progress(900 if second < 2 else 900 + second, 1000)
    assert "959/1000, 1.0 a second, 41 s left" in _last(terminal)


def test_the_line_is_cleared_and_quiet_is_quiet(clock: list[float], terminal: _Terminal) -> None:
    progress = Progress("batch")
    progress(1, 2)
    progress.close()
    assert _last(terminal) == "\x1b[K"
    length = len(terminal.getvalue())
    silent = Progress("batch", quiet=True)
    clock[0] += 1
    silent(1, 2)
    silent.close()
    assert len(terminal.getvalue()) == length


def test_where_nobody_looks_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr("aligner.cli.progress.sys", SimpleNamespace(stderr=file))
    progress = Progress("batch")
    progress(1, 2)
    progress.close()
    assert not file.getvalue()
