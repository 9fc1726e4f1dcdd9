"""Engines that judge many pairs: this process, processes of this machine, a cluster.

What always holds: an engine gives one outcome for each task, in any order; a worker that dies
costs no outcome: its tasks are given to another, and a task that kills its worker again and again
becomes a recorded failure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol

from aligner.archive.pool import pool
from aligner.archive.work import Rules, Task, failed, judge
from aligner.errors import OUR_FAULT

Job = tuple[Task, str]
"""A task and its digest."""

TRIES = 3
"""How often a task is tried whose worker died."""
_AHEAD = 3
"""Tasks in the queue for each worker: enough to keep it busy, few enough to keep memory small."""


class Engine(Protocol):
    """What judges tasks."""

    def run(self, jobs: Iterable[Job], rules: Rules) -> Iterator[dict[str, Any]]:
        """The outcomes, as they are ready."""


class Here:
    """Judges in this process, one after another."""

    def run(self, jobs: Iterable[Job], rules: Rules) -> Iterator[dict[str, Any]]:
        """The outcomes in the order of the jobs."""
        for task, digest in jobs:
            yield judge(task, rules, digest)


_rules: Rules = Rules()


def _start(rules: Rules) -> None:
    global _rules
    _rules = rules


def _judge(task: Task, digest: str) -> dict[str, Any]:
    return judge(task, _rules, digest)


def died(task: Task, digest: str) -> dict[str, Any]:
    """The outcome of a task that no worker survived."""
    return failed(task, digest, OUR_FAULT, f"the process that judged it died {TRIES} times")


class Processes:
    """Judges in processes of this machine."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def run(self, jobs: Iterable[Job], rules: Rules) -> Iterator[dict[str, Any]]:
        """The outcomes as they are ready. Jobs are taken from the iterable as workers get free."""
        source = iter(jobs)
        suspects: list[Job] = []
        while True:
            lost: list[Job] = []
            with pool(self.workers, _start, rules) as processes:
                yield from self._drain(processes, source, lost)
            if not lost:
                break
            suspects += lost
        for task, digest in suspects:
            yield self._alone(task, digest, rules)

    def _drain(
        self, processes: ProcessPoolExecutor, source: Iterator[Job], lost: list[Job]
    ) -> Iterator[dict[str, Any]]:
        """Runs `source` until it ends or a worker dies; `lost` gets the jobs that were under way."""
        waiting: dict[Future[dict[str, Any]], Job] = {}
        ended = False
        while True:
            try:
                while not ended and len(waiting) < _AHEAD * self.workers:
                    job = next(source, None)
                    if job is None:
                        ended = True
                        break
                    # In the list before it is submitted: a pool that is broken takes nothing.
                    lost.append(job)
                    waiting[processes.submit(_judge, *job)] = job
                    lost.pop()
                if not waiting:
                    return
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    outcome = future.result()
                    del waiting[future]
                    yield outcome
            except BrokenProcessPool:
                lost += waiting.values()
                return

    def _alone(self, task: Task, digest: str, rules: Rules) -> dict[str, Any]:
        """A job that was under way when a worker died, in a process that has nothing else to do."""
        for _ in range(TRIES - 1):
            try:
                with pool(1, _start, rules) as processes:
                    return processes.submit(_judge, task, digest).result()
            except BrokenProcessPool:
                continue
        return died(task, digest)
