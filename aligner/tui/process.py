"""Long work in a spawned process: progress, result, cancelling.

What always holds: the process dies with the work (cancelled, done or failed); what it reports is
read by a timer on the screen's thread, so that nothing touches a widget from elsewhere.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Protocol

from textual.timer import Timer

from aligner.errors import AlignerError
from aligner.tui.workbench import Preparation

LOOK_EVERY = 0.1


def _unheard(_: str, __: float) -> None:
    """Nobody asked for progress."""


class Timed(Protocol):
    """Whatever has Textual's timers: a screen or the application."""

    def set_interval(self, interval: float, callback: Callable[[], None]) -> Timer:
        """Call back every so many seconds."""


def _work(channel: Connection, function: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    """In the process: do it, and send what becomes of it."""

    def report(stage: str, done: float) -> None:
        channel.send(("progress", stage, done))

    try:
        channel.send(("done", function(*arguments, report)))
    except AlignerError as error:
        channel.send(("failed", str(error)))
    except KeyboardInterrupt:
        pass
    except BaseException as error:
        channel.send(("failed", f"{type(error).__name__}: {error}"))
        raise


class Running:
    """One piece of work. Exactly one of `done(result)` and `failed(why)` is called, unless it is
    cancelled; `progress(stage, share)` any number of times before."""

    def __init__(
        self,
        screen: Timed,
        work: Preparation,
        *,
        done: Callable[[object], None],
        failed: Callable[[str], None],
        progress: Callable[[str, float], None] = _unheard,
    ) -> None:
        self._done, self._failed, self._progress = done, failed, progress
        context = multiprocessing.get_context("spawn")
        self._channel, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work, args=(theirs, work.function, work.arguments), daemon=True
        )
        self._process.start()
        theirs.close()
        self._timer = screen.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        try:
            while self._channel.poll():
                word, *rest = self._channel.recv()
                if word == "progress":
                    self._progress(*rest)
                    continue
                self._end()
                (self._done if word == "done" else self._failed)(*rest)
                return
        except (EOFError, OSError):
            code = self._process.exitcode
            self._end()
            self._failed(f"the process ended ({code})")

    def _end(self) -> None:
        self._timer.stop()
        self._channel.close()
        if self._process.is_alive():
            self._process.terminate()
        self._process.join(1.0)

    def cancel(self) -> None:
        """Stop it; nobody is told."""
        self._end()
