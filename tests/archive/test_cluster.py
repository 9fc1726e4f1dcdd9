"""The same work on a Dask cluster on loopback: the same bytes, and a dead worker costs nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from aligner.archive.cluster import Cluster
from aligner.archive.engine import Here
from aligner.archive.outcomes import encoded
from aligner.archive.work import Rules, Task
from aligner.errors import InputError, UsageError
from tests.cli.conftest import EN, ES

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@dataclass
class Running:
    """A scheduler and its workers."""

    file: Path
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Running]:
    """A scheduler and two workers, each a process, on loopback."""
    file = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    scheduler = subprocess.Popen(
        [
            *dask,
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            str(file),
        ],
        **quiet,
    )
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--host", "127.0.0.1"]
    worker += ["--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    worker += ["--local-directory", str(tmp_path)]
    until = time.monotonic() + 30
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.1)
    workers = [subprocess.Popen(worker, **quiet) for _ in range(2)]
    yield Running(file, workers)
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def _jobs(count: int) -> list[tuple[Task, str]]:
    return [
        (
            Task(f"n{n}", "en/a.md", "es/a.md", EN.replace("26", str(n)).encode(), ES.encode()),
            f"{n:064d}",
        )
        for n in range(count)
    ]


def test_a_cluster_gives_the_same_bytes_and_a_dead_worker_costs_no_result(cluster: Running) -> None:
    jobs = _jobs(60)
    here = {outcome["digest"]: encoded(outcome) for outcome in Here().run(jobs, Rules())}
    engine = Cluster(scheduler_file=str(cluster.file), pairs_per_task=3)
    found = {}
    for outcome in engine.run(jobs, Rules()):
        found[outcome["digest"]] = encoded(outcome)
        if len(found) == 6:
            cluster.workers[0].send_signal(signal.SIGKILL)
    assert found == here


def test_no_scheduler_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aligner.archive.cluster._WAIT", 1.0)
    with pytest.raises(InputError, match="no scheduler answers"):
        list(Cluster("tcp://127.0.0.1:9").run(_jobs(1), Rules()))


def test_an_address_or_a_file_but_not_both() -> None:
    with pytest.raises(UsageError):
        Cluster("tcp://127.0.0.1:1", scheduler_file="x")
    with pytest.raises(UsageError):
        Cluster()
