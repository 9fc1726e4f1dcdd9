"""How fast the terminal UI is, and how much memory it takes.

    python -m bench.tui [--paragraphs 10000] [--runs 5]

A real process on a pseudo-terminal: from its start to the first painted block, then key presses to
the bytes that answer them. Figures only; nothing is judged. Needs a POSIX system; the text is made
here from a few sentences, so that nothing has to be downloaded.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAINTED = b"not reviewed"

_PAIRS = (
    (
        "The two governments reaffirm their commitment to {a}",
        "Los dos gobiernos reafirman su compromiso con {b}",
    ),
    (
        "The working group shall report on {a} within {n} days",
        "El grupo de trabajo informará sobre {b} en un plazo de {n} días",
    ),
    (
        "Both countries will share information on {a}",
        "Ambos países compartirán información sobre {b}",
    ),
    ("No measure shall limit {a} before {n}", "Ninguna medida limitará {b} antes de {n}"),
    (
        "The ministers welcome the progress of {a} in {n}",
        "Los ministros celebran los avances de {b} en {n}",
    ),
)
_THINGS = (
    ("public health", "la salud pública"),
    ("the financial networks", "las redes financieras"),
    ("human rights", "los derechos humanos"),
    ("the prevention of homicide", "la prevención de homicidios"),
    ("early warning systems", "los sistemas de alerta temprana"),
    ("precursor chemicals", "los precursores químicos"),
    ("border communities", "las comunidades fronterizas"),
    ("international extradition", "la extradición internacional"),
)


def write_project(folder: Path, paragraphs: int) -> None:
    """A project of one document with so many paragraphs a side; every 50th number differs."""
    chance = random.Random(7)
    sides: dict[str, list[str]] = {"en": [], "es": []}
    for index in range(paragraphs):
        en, es = [], []
        for _ in range(chance.randint(2, 4)):
            frame = chance.choice(_PAIRS)
            thing = chance.choice(_THINGS)
            number = chance.randint(11, 2025)
            wrong = number + 1 if index % 50 == 49 else number
            en.append(frame[0].format(a=thing[0], n=number))
            es.append(frame[1].format(b=thing[1], n=wrong))
        sides["en"].append(f"{index + 1}. {'. '.join(en)}.")
        sides["es"].append(f"{index + 1}. {'. '.join(es)}.")
    for side, texts in sides.items():
        (folder / side).mkdir(parents=True)
        (folder / side / "long.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    (folder / "aligner.yaml").write_text(
        "schema: 1\nlanguages:\n  en: en-US\n  es: es-MX\n", encoding="utf-8"
    )


_TIED = """
import os, signal, sys, threading

def ended(held):
    os.read(held, 1)
    os.killpg(0, signal.SIGKILL)

threading.Thread(target=ended, args=(int(sys.argv[1]),), daemon=True).start()
sys.argv[:2] = ["aligner"]
from aligner.__main__ import main
sys.exit(main())
"""
"""The program, and everything it starts, until the process at the other end of a pipe is gone."""


class Terminal:
    """The program on a pseudo-terminal of 120 by 40."""

    def __init__(self, project: Path) -> None:
        import fcntl
        import pty
        import termios

        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "en_US.UTF-8"}
        environment["HOME"] = str(project.parent)
        environment.pop("LC_ALL", None)
        self.started = time.perf_counter()
        # The other end of the pipe is held by this process alone: whichever way it dies, the
        # program it started is ended, too.
        held, self.alive = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TIED, str(held), "review", str(project), "--reviewer", "Bench"],
            pass_fds=(held,),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(slave)
        os.close(held)
        self.seen = b""

    def read(self, patience: float) -> bytes:
        """What comes within `patience` seconds; empty for nothing."""
        ready, _, _ = select.select([self.master], [], [], patience)
        if not ready:
            return b""
        try:
            return os.read(self.master, 1 << 16)
        except OSError:
            return b""

    def until(self, wanted: bytes, patience: float) -> float:
        """Seconds from the start of the process until `wanted` was written."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            self.seen += self.read(0.5)
            if wanted in self.seen:
                return time.perf_counter() - self.started
        raise TimeoutError(f"never painted; last output: {self.seen[-300:]!r}")

    def quiet(self, span: float = 0.4) -> None:
        """Wait until nothing has come for `span` seconds."""
        while self.read(span):
            pass

    def press(self, key: bytes) -> float:
        """Seconds from the key to the last byte of the first answer."""
        start = time.perf_counter()
        os.write(self.master, key)
        answered = start
        while self.read(2.0 if answered == start else 0.03):
            answered = time.perf_counter()
        return answered - start

    @property
    def memory(self) -> float:
        """Megabytes in use (resident) now; nan where the system does not say."""
        try:
            for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        except OSError:
            pass
        return float("nan")

    @property
    def processor(self) -> float:
        """Seconds of processor time so far: what the figure would be on an idle machine, about."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, IndexError):
            return float("nan")

    def close(self) -> None:
        """End it."""
        # Escape first: the hints of the first start may be open, or a search.
        for key in (b"\x1b", b"\x1b", b"q"):
            os.write(self.master, key)
            self.quiet(0.3)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.alive)


KEYS = {
    "j (next block)": b"j",
    "n (next divergence)": b"n",
    "page down": b"\x1b[6~",
    "l (next word)": b"l",
    "space (accept)": b" ",
    "m (merge)": b"m",
    "u (undo)": b"u",
}


def measure(name: str, project: Path, runs: int, presses: int) -> None:
    """Print the figures of one project."""
    first = Terminal(project)
    cold = first.until(PAINTED, 600)
    first.quiet(1.0)
    first.close()
    paints: list[float] = []
    worked: list[float] = []
    for _ in range(runs):
        terminal = Terminal(project)
        paints.append(terminal.until(PAINTED, 60))
        worked.append(terminal.processor)
        terminal.quiet()
        terminal.close()
    print(
        f"{name}: first paint {cold:.2f} s without a cache, then median"
        f" {statistics.median(paints):.2f} s (processor {statistics.median(worked):.2f} s)"
    )
    terminal = Terminal(project)
    terminal.until(PAINTED, 60)
    terminal.quiet(1.0)
    os.write(terminal.master, b"\x1b")
    terminal.quiet(1.0)
    for label, key in KEYS.items():
        times = []
        for _ in range(presses):
            times.append(terminal.press(key) * 1000)
            terminal.quiet(0.15)
        ordered = sorted(times)
        print(
            f"  {label}: median {statistics.median(times):.0f} ms,"
            f" worst {ordered[-1]:.0f} ms of {presses}"
        )
    print(f"  memory of the process at its highest: {terminal.memory:.0f} MB")
    terminal.close()


def main() -> int:
    """The declaration, then a long document."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--paragraphs", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--presses", type=int, default=15)
    parser.add_argument("--only", choices=("declaration", "long"), default="")
    chosen = parser.parse_args()
    if sys.platform == "win32":
        print("bench.tui needs a pseudo-terminal; skipped on Windows")
        return 0
    with tempfile.TemporaryDirectory(prefix="aligner-bench-") as name:
        folder = Path(name)
        if chosen.only != "long":
            import shutil

            project = folder / "declaration"
            shutil.copytree(ROOT / "texts", project, ignore=shutil.ignore_patterns(".aligner"))
            measure("declaration", project, chosen.runs, chosen.presses)
        if chosen.only != "declaration":
            project = folder / "long"
            write_project(project, chosen.paragraphs)
            measure(f"{chosen.paragraphs} paragraphs", project, chosen.runs, chosen.presses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
