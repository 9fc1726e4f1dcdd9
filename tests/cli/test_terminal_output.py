"""What a terminal is sent acts on nothing, whatever the format; a file gets the bytes as they are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

HOSTILE = "Act on 5 \x1b]52;c;aGk=\x07 \x1b[8m hidden \u202e back \x9b5m \u200b end."
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
OURS = re.compile("\x1b\\[[0-9;]*m")


def _seen(*arguments: str) -> str:
    """What a terminal is sent by one run, line ends apart."""
    first, second = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "aligner", *arguments], stdout=second, stderr=subprocess.PIPE
    )
    os.close(second)
    received = b""
    try:
        while part := os.read(first, 65536):
            received += part
    except OSError:
        pass  # how a pseudo-terminal ends on Linux
    finally:
        os.close(first)
        process.communicate()
    return received.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def hostile(project: Path) -> Path:
    for side in ("en", "es"):
        path = project / side / "statement.md"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{HOSTILE}\n", encoding="utf-8")
    return project


@pytest.mark.parametrize(
    "verb",
    [
        ("check", "--format", "sarif"),
        ("check",),
        ("export", "--format", "tsv"),
        ("export", "--format", "csv"),
        ("align", "--format", "tmx"),
        ("find", "hidden"),
    ],
)
def test_no_format_reaches_a_terminal_raw(hostile: Path, verb: tuple[str, ...]) -> None:
    rest = (str(hostile),)
    seen = _seen(*verb, *rest)
    assert "hidden" in seen
    assert "\x1b[8m" not in seen
    assert not RAW.search(OURS.sub("", seen))


@pytest.mark.parametrize("verb", [("check",), ("find", "hidden")])
def test_no_colour_is_sent_where_nobody_wants_it(
    hostile: Path, verb: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert OURS.search(_seen(*verb, str(hostile)))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not OURS.search(_seen(*verb, str(hostile)))


def test_a_file_gets_the_text_as_it_is(hostile: Path) -> None:
    run = [sys.executable, "-m", "aligner", "export", "--format", "tsv", str(hostile)]
    assert HOSTILE.encode("utf-8") in subprocess.run(run, capture_output=True, check=True).stdout
