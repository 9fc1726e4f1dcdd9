"""Every way a process can end has its exit code, seen from outside the process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ALIGNER = [sys.executable, "-m", "aligner"]
posix = pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")


def test_check_never_loads_textual(project: Path) -> None:
    code = (
        "import sys; from aligner.cli.main import run; "
        f"run(['check', {str(project)!r}, '--format', 'json']); "
        "sys.exit(99 if {'textual', 'rich'} & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_importing_the_package_loads_neither_numpy_nor_lxml_nor_textual() -> None:
    code = "import sys, aligner; sys.exit(99 if {'numpy', 'lxml', 'textual'} & set(sys.modules) else 0)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@posix
def test_a_reader_that_has_gone_is_141(project: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run(
        [*ALIGNER, "check", str(project)], stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    assert process.returncode == 141
    assert b"Traceback" not in process.stderr


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_4(project: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*ALIGNER, "check", str(project)], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 4
    assert done.stderr.count(b"\n") == 1


@posix
def test_a_closed_stdout_is_4(project: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m aligner check '{project}' >&-"], capture_output=True
    )
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr


@posix
def test_an_interrupt_is_130(tmp_path: Path) -> None:
    source = tmp_path / "unit.jsonl"
    os.mkfifo(source)
    process = subprocess.Popen(
        [*ALIGNER, "check", "--bitext", str(source)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with source.open("wb"):  # it opens once the reader is there
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_a_fault_of_ours_is_70_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from aligner.cli import main

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(main.command, "main", broken)
    assert main.run(["check"]) == 70
    err = capsys.readouterr().err
    assert "planted" in err
    assert "Traceback" not in err
    assert main.run(["check", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_review_without_a_terminal_prints_the_plain_report(project: Path) -> None:
    done = subprocess.run(
        [*ALIGNER, "review", str(project)], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert "coverage.en" in done.stdout
    assert "coverage.es" in done.stdout
    assert "no terminal" in done.stderr


def test_a_missing_choice_is_named_with_its_choices_and_no_signs_of_layout(tmp_path: Path) -> None:
    done = subprocess.run(
        [*ALIGNER, "export", "--out", str(tmp_path / "x")], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "Choose from: csv, jsonl, po" in done.stderr
    assert "␉" not in done.stderr
