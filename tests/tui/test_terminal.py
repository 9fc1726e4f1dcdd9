"""What really reaches a terminal: the bytes of a pseudo-terminal, read."""

from __future__ import annotations

import os
import re
import select
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.running import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
ROOT = Path(__file__).parents[2]

# ESC sequences that a text might try: clear, title, clipboard, hyperlink, C1, bidi, zero width.
HOSTILE = (
    "Begin \x1b[2J\x1b]0;EVIL\x07 \x1b]52;c;RVZJTA==\x07 \x9b31mred \u202egnihtemos\u202c"
    " zero\u200bwidth \x07bell end"
)
OPENED = ((b"", b"Welcome to aligner"), (b"\x1b[27u", b"Begin"))
"""The text is there once the hints have been closed. (This is how newer terminals send Escape: a
lone ESC is told from the start of a sequence by the time that goes by.)"""


def bytes_of(project: Path, *steps: tuple[bytes, bytes], **more: str) -> bytes:
    """What `aligner review` writes to its terminal: after the keys of each step, what the step waits
    for. Then it is killed."""
    import fcntl
    import pty
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "HOME": str(project),
        "LANG": "C.UTF-8",
        **more,
    }
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
    try:
        for keys, wanted in steps:
            os.write(master, keys)
            since = len(seen)
            while wanted not in seen[since:]:
                ready, _, _ = select.select([master], [], [], PATIENCE)
                assert ready, f"{wanted!r} never came after {keys!r}: {seen[since:]!r}"
                seen += os.read(master, 1 << 16)
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
    # The hints are closed, words are chosen, and a search has the text in the header, too.
    seen = bytes_of(tmp_path, *OPENED, (b"lll", b"nihtemos"), (b"/begin\r", b"1/"))
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


def test_what_was_saved_and_the_place_survive_a_kill(tmp_path: Path) -> None:
    for side, word in (("en", "Paragraph"), ("es", "Párrafo")):
        (tmp_path / side).mkdir()
        texts = [f"{word} {n} Begin {n * 7}." for n in range(1, 9)]
        (tmp_path / side / "text.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    (tmp_path / "aligner.yaml").write_text(
        "schema: 1\nlanguages:\n  en: en-US\n  es: es-MX\n", encoding="utf-8"
    )
    # Two blocks are accepted; then the process is killed, not closed.
    saved = "✓ saved".encode()
    bytes_of(tmp_path, *OPENED, (b" ", saved), (b" ", saved))
    bytes_of(tmp_path, (b"", b"reviewed 2/8"))
    journal = (tmp_path / "review" / "text.jsonl").read_text(encoding="utf-8")
    assert journal.count('"accept"') == 2


def test_no_colour_is_sent_where_nobody_wants_it(tmp_path: Path) -> None:
    for side in ("en", "es"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "text.txt").write_text("Begin 25.\n\nEnd.\n", encoding="utf-8")
    (tmp_path / "aligner.yaml").write_text(
        "schema: 1\nlanguages:\n  en: en-US\n  es: es-MX\n", encoding="utf-8"
    )
    seen = bytes_of(tmp_path, *OPENED, NO_COLOR="1")
    assert "○ not reviewed".encode() in seen
    colours = re.findall(rb"\x1b\[[0-9;]*(?:38|48);[0-9;]*m", seen)
    grey = [each for each in colours if not _grey(each)]
    assert grey == []


def _grey(sequence: bytes) -> bool:
    """Whether every colour of an SGR sequence is a shade of grey."""
    numbers = [int(part) for part in sequence[2:-1].split(b";") if part]
    place = 0
    while place < len(numbers):
        if numbers[place] in (38, 48) and numbers[place + 1] == 5:
            code = numbers[place + 2]
            cube = (code - 16) // 36, (code - 16) // 6 % 6, (code - 16) % 6
            if not (code >= 232 or code in (0, 7, 8, 15) or len(set(cube)) == 1):
                return False
            place += 3
        elif numbers[place] in (38, 48):
            if len(set(numbers[place + 2 : place + 5])) > 1:
                return False
            place += 5
        else:
            place += 1
    return True
