"""What really reaches a terminal: the bytes of a pseudo-terminal, read."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
ROOT = Path(__file__).parents[2]

# ESC sequences that a text might try: clear, title, clipboard, hyperlink, C1, bidi, zero width.
HOSTILE = (
    "Begin \x1b[2J\x1b]0;EVIL\x07 \x1b]52;c;RVZJTA==\x07 \x9b31mred \u202egnihtemos\u202c"
    " zero\u200bwidth \x07bell end"
)


def bytes_of(project: Path, keys: bytes, patience: float = 20.0) -> bytes:
    """What `aligner review` writes to its terminal until a while after `keys`."""
    import fcntl
    import pty
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "HOME": str(project), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", "aligner", "review", str(project), "--reviewer", "Eva"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env=environment,
        start_new_session=True,
    )
    os.close(slave)
    seen = b""
    end = time.monotonic() + patience
    pressed = False
    try:
        while time.monotonic() < end:
            ready, _, _ = select.select([master], [], [], 0.5)
            if ready:
                try:
                    seen += os.read(master, 1 << 16)
                except OSError:
                    break
            elif b"Begin" in seen and not pressed:
                os.write(master, keys)
                pressed = True
            elif pressed:
                break
    finally:
        process.kill()
        process.wait()
        os.close(master)
    return seen


def test_no_control_character_of_a_text_reaches_the_terminal(tmp_path: Path) -> None:
    for side in ("en", "es"):
        (tmp_path / side).mkdir()
        # Python's reader refuses NUL alone; everything else is shown.
        (tmp_path / side / "text.txt").write_text(HOSTILE + "\n\nSecond.\n", encoding="utf-8")
    (tmp_path / "aligner.yaml").write_text(
        "schema: 1\nlanguages:\n  en: en-US\n  es: es-MX\n", encoding="utf-8"
    )
    seen = bytes_of(tmp_path, b"\x1blll/begin\r")
    assert b"Begin" in seen
    assert b"EVIL" in seen, "the words themselves are shown"
    for forbidden in (
        b"\x1b]0;EVIL",
        b"\x1b]52",
        "\x9b".encode(),
        "\u202e".encode(),
        "\u200b".encode(),
        b"\x07bell",
    ):
        assert forbidden not in seen
