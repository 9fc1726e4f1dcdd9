"""The same work on a Dask cluster on loopback: the same bytes, and a dead worker costs nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from aligner.archive.cluster import Cluster, Security
from aligner.archive.engine import Here
from aligner.archive.outcomes import encoded
from aligner.archive.work import Rules, Task
from aligner.errors import InputError, UsageError
from tests.cli.conftest import EN, ES

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


_DASK = [sys.executable, "-m"]


@dataclass
class Running:
    """A scheduler and its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@dataclass
class Place:
    """Where a worker runs: what comes before its command line, its own address, and the address at
    which it sees the scheduler's machine."""

    before: list[str]
    own: str
    scheduler: str


LOOPBACK = Place([], "127.0.0.1", "127.0.0.1")


@contextmanager
def running(
    folder: Path, places: list[Place], *, listen: str = "127.0.0.1", tls: Sequence[str] = ()
) -> Iterator[Running]:
    """A scheduler here and a worker at each of `places`, each a process of its own."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    scheme = "tls" if tls else "tcp"
    host = f"{scheme}://{listen}"
    command = [*_DASK, "distributed.cli.dask_scheduler", "--host", host, "--port", str(port)]
    processes = [subprocess.Popen([*command, "--no-dashboard", *tls], **quiet)]
    worker = [*_DASK, "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", *tls]
    worker += ["--no-dashboard", "--local-directory", str(folder), "--death-timeout", "60"]
    try:
        for place in places:
            own = ["--host", f"{scheme}://{place.own}", f"{scheme}://{place.scheduler}:{port}"]
            processes.append(subprocess.Popen([*place.before, *worker, *own], **quiet))
        yield Running(f"{scheme}://127.0.0.1:{port}", processes[0], processes[1:])
    finally:
        for process in processes:
            process.kill()
            process.wait()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that is only starting is waited for on a busy machine."""
    monkeypatch.setattr("aligner.archive.cluster._WAIT", 60.0)


def run(*command: str) -> None:
    """Runs a command of the system; a refusal skips the test with what it said."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except FileNotFoundError:
        pytest.skip(f"{command[0]} is not installed")
    if done.returncode:
        pytest.skip(f"not possible here: {' '.join(command)}: {done.stderr.strip()}")


@pytest.fixture
def namespaces() -> Iterator[list[Place]]:
    """Two network namespaces, each joined to this machine by a cable of its own, and not to each
    other; skips where this user may not make them."""
    names = [f"aligner{os.getpid()}n{n}" for n in (1, 2)]
    # Addresses by the process, so that what a killed run left behind is in nobody's way.
    nets = [f"10.213.{(2 * os.getpid() + n) % 256}" for n in (1, 2)]
    places = []
    try:
        for n, (name, net) in enumerate(zip(names, nets, strict=True), start=1):
            here, there = f"al{os.getpid() % 100000}h{n}", f"al{os.getpid() % 100000}w{n}"
            inside = ["ip", "netns", "exec", name]
            run("ip", "netns", "add", name)
            run("ip", "link", "add", here, "type", "veth", "peer", "name", there)
            run("ip", "link", "set", there, "netns", name)
            run("ip", "addr", "add", f"{net}.1/30", "dev", here)
            run("ip", "link", "set", here, "up")
            run(*inside, "ip", "addr", "add", f"{net}.2/30", "dev", there)
            run(*inside, "ip", "link", "set", there, "up")
            run(*inside, "ip", "link", "set", "lo", "up")
            places.append(Place(inside, f"{net}.2", f"{net}.1"))
        yield places
    finally:
        for name in names:  # its end of the cable goes with it, and so the other end
            subprocess.run(["ip", "netns", "del", name], capture_output=True, check=False)


@pytest.fixture
def authority(tmp_path: Path) -> Security:
    """A throw-away authority with one certificate and its key."""
    ca, ca_key = tmp_path / "ca.pem", tmp_path / "ca.key"
    certificate, key, wish = (tmp_path / name for name in ("me.pem", "me.key", "me.csr"))
    new = ["openssl", "req", "-newkey", "rsa:2048", "-nodes"]
    run(*new, "-x509", "-days", "1", "-subj", "/CN=ca", "-keyout", str(ca_key), "-out", str(ca))
    run(*new, "-subj", "/CN=me", "-keyout", str(key), "-out", str(wish))
    by = ["-CA", str(ca), "-CAkey", str(ca_key), "-CAcreateserial"]
    run("openssl", "x509", "-req", "-days", "1", "-in", str(wish), *by, "-out", str(certificate))
    return Security(str(ca), str(certificate), str(key))


def _jobs(count: int) -> list[tuple[Task, str]]:
    return [
        (
            Task(f"n{n}", "en/a.md", "es/a.md", EN.replace("26", str(n)).encode(), ES.encode()),
            f"{n:064d}",
        )
        for n in range(count)
    ]


def _judged(cluster: Running, count: int, *, kill_after: int = 0, **options: Any) -> None:
    """Judges on the cluster what is also judged here, and compares byte for byte."""
    jobs = _jobs(count)
    here = {outcome["digest"]: encoded(outcome) for outcome in Here().run(jobs, Rules())}
    engine = Cluster(cluster.address, pairs_per_task=3, **options)
    found = {}
    for outcome in engine.run(jobs, Rules()):
        found[outcome["digest"]] = encoded(outcome)
        if kill_after and len(found) == kill_after:
            cluster.workers[0].send_signal(signal.SIGKILL)
    assert found == here


@pytest.mark.usefixtures("patient")
def test_a_cluster_gives_the_same_bytes_and_a_dead_worker_costs_no_result(tmp_path: Path) -> None:
    with running(tmp_path, [LOOPBACK, LOOPBACK]) as cluster:
        _judged(cluster, 60, kill_after=6)


@pytest.mark.usefixtures("patient")
def test_workers_in_networks_of_their_own_give_the_same_bytes(
    tmp_path: Path, namespaces: list[Place]
) -> None:
    with running(tmp_path, namespaces, listen="0.0.0.0") as cluster:
        _judged(cluster, 30, kill_after=6)


@pytest.mark.usefixtures("patient")
def test_tls_is_passed_through(tmp_path: Path, authority: Security) -> None:
    tls = ["--tls-ca-file", authority.ca_file, "--tls-cert", authority.certificate]
    tls += ["--tls-key", authority.key]
    with running(tmp_path, [LOOPBACK], tls=tls) as cluster:
        _judged(cluster, 6, security=authority)


@pytest.mark.usefixtures("patient")
def test_a_scheduler_that_dies_is_said_in_one_line(tmp_path: Path) -> None:
    with running(tmp_path, [LOOPBACK]) as cluster:
        found = Cluster(cluster.address, pairs_per_task=1).run(_jobs(400), Rules())
        next(found)
        cluster.scheduler.kill()
        with pytest.raises(InputError, match="scheduler has gone"):
            list(found)


def test_an_encrypted_address_needs_its_files() -> None:
    with pytest.raises(UsageError, match="--tls-ca"):
        Cluster("tls://127.0.0.1:8786")


def test_no_scheduler_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aligner.archive.cluster._WAIT", 1.0)
    with pytest.raises(InputError, match="no scheduler answers"):
        list(Cluster("tcp://127.0.0.1:9").run(_jobs(1), Rules()))


def test_an_address_or_a_file_but_not_both() -> None:
    with pytest.raises(UsageError):
        Cluster("tcp://127.0.0.1:1", scheduler_file="x")
    with pytest.raises(UsageError):
        Cluster()
