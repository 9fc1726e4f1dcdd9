"""Processes of this machine that share work, for batches and for projects of many documents.

What always holds: they are spawned, so that nothing of this process leaks into them; Ctrl-C, which
reaches every process of a terminal, ends them without a word: the first process says it.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor


def pool(
    workers: int, start: Callable[..., None] | None = None, *arguments: object
) -> ProcessPoolExecutor:
    """`workers` processes, each of which calls `start(*arguments)` first."""
    return ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(start, arguments),
    )


def _begin(start: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if start is not None:
        start(*arguments)
