"""Processes of this machine that share work, for batches and for projects of many documents.

What always holds: they are spawned, so that nothing of this process leaks into them; Ctrl-C, which
reaches every process of a terminal, ends them without a word: the first process says it. They never
outlive it, however it ends. Work that waits is given up by the executor itself: a future that is
cancelled from outside while its process dies makes Python print a traceback.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from threading import Thread


@contextmanager
def pool(
    workers: int, start: Callable[..., None] | None = None, *arguments: object
) -> Iterator[ProcessPoolExecutor]:
    """`workers` processes, each of which calls `start(*arguments)` first. What waits is given up where
    the work inside is left early; what is under way is waited for."""
    executor = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(start, arguments),
    )
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _begin(start: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_the_first, daemon=True).start()
    if start is not None:
        start(*arguments)


def _end_with_the_first() -> None:
    # The queue that a worker waits at never ends by itself: the worker holds its other end too.
    first = multiprocessing.parent_process()
    if first is not None:
        wait([first.sentinel])
        os._exit(1)
