"""Long work in a process of its own: progress, result, cancelling.

What always holds: the process dies with the work (cancelled, done or failed); what it reports is
read by a timer on the screen's thread, so that nothing touches a widget from elsewhere, and dropped
when that screen (or the program) has begun to be taken down. The work is sent as a function of a
module and its arguments. (multiprocessing cannot be used here: while a terminal program has taken
over stderr, it has no file to hand on.)
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO, Protocol, cast

from textual.timer import Timer

from aligner.tui.workbench import Preparation

LOOK_EVERY = 0.1
_START = "from aligner.tui.worker import work; work()"


class Timed(Protocol):
    """Whatever has Textual's timers: a screen or the application."""

    @property
    def is_running(self) -> bool:
        """Whether it is shown; false from when it begins to be taken down."""

    def set_interval(self, interval: float, callback: Callable[[], None]) -> Timer:
        """Call back every so many seconds."""


def _unheard(_: str, __: float) -> None:
    """Nobody asked for progress."""


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
        self._screen = screen
        self._over = False
        self._done, self._failed, self._progress = done, failed, progress
        self._told: SimpleQueue[tuple[object, ...]] = SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        Thread(target=self._talk, args=(work,), daemon=True).start()
        self._timer = screen.set_interval(LOOK_EVERY, self._look)

    def _talk(self, work: Preparation) -> None:
        """In a thread: hand the work over and listen until the process has said its last."""
        out, back = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        try:
            pickle.dump((work.function, work.arguments), out)
            out.close()
            while True:
                told = pickle.load(back)
                self._told.put(told)
                if told[0] != "progress":
                    return
        except (EOFError, OSError, pickle.PickleError, AttributeError) as error:
            self._told.put(("failed", f"{type(error).__name__}: {error}"))
        finally:
            self._process.wait()
            back.close()

    def _look(self) -> None:
        if self._over:
            # It was cancelled when this look was already on its way.
            return
        if not self._screen.is_running:
            # The program's timers outlive its screens by a moment: nobody is left to be told.
            self.cancel()
            return
        try:
            while True:
                word, *rest = self._told.get_nowait()
                if word == "progress":
                    self._progress(str(rest[0]), float(cast(float, rest[1])))
                    continue
                self._end()
                if word == "done":
                    self._done(rest[0])
                else:
                    self._failed(str(rest[0]))
                return
        except Empty:
            pass

    def _end(self) -> None:
        self._over = True
        self._timer.stop()
        # Not waited for: the thread that listens hears of its end, and no key does.
        self._process.kill()

    def cancel(self) -> None:
        """Stop it; nobody is told."""
        self._end()
