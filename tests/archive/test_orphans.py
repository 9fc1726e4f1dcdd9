"""Processes that share work end with the one that started them, even when that one is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

_PROGRAM = """
import time
from aligner.archive.pool import pool

if __name__ == "__main__":
    with pool(2) as processes:
        set(processes.map(abs, range(20)))
        print(*processes._processes, flush=True)
        time.sleep(60)
"""


def _gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    # Dead and not yet fetched by whoever is its parent now.
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_no_worker_outlives_a_killed_program(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    first = subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    workers = [int(word) for word in first.stdout.readline().split()]
    assert workers and not any(map(_gone, workers))
    first.send_signal(signal.SIGKILL)
    first.wait()
    first.stdout.close()
    until = time.monotonic() + 120
    while time.monotonic() < until and not all(map(_gone, workers)):
        time.sleep(0.05)
    assert all(map(_gone, workers))
