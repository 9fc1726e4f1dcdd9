"""Runs a benchmark: `python -m bench NAME [options]`; `python -m bench --list` names them all.

Without a name every benchmark runs that needs no outside data and says so by a line
`NEEDS_NOTHING = True`, each in a process of its own.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def benchmarks() -> dict[str, tuple[str, bool]]:
    """Each benchmark's name, its first line, and whether it runs without outside data."""
    found: dict[str, tuple[str, bool]] = {}
    for source in sorted(FOLDER.glob("[a-z]*.py")):
        text = source.read_text(encoding="utf-8")
        if "\ndef main(" in text:
            line = (ast.get_docstring(ast.parse(text)) or "").splitlines()[0]
            found[source.stem] = (line, "\nNEEDS_NOTHING = True\n" in text)
    return found


def run(name: str, options: list[str]) -> int:
    """The exit code of benchmark `name`."""
    command = [sys.executable, "-m", f"bench.{name}", *options]
    return subprocess.run(command, cwd=FOLDER.parent, check=False).returncode


def main(arguments: list[str]) -> int:
    """Dispatches; returns the exit code."""
    known = benchmarks()
    if arguments[:1] == ["--list"]:
        for name, (line, alone) in known.items():
            print(f"{name:20} {line}{'' if alone else '  (needs data)'}")
        return 0
    if arguments:
        if arguments[0] not in known:
            print(f"no benchmark is called {arguments[0]!r}: {', '.join(known)}", file=sys.stderr)
            return 2
        return run(arguments[0], arguments[1:])
    worst = 0
    for name, (_, alone) in known.items():
        if alone:
            print(f"== {name}", flush=True)
            worst = max(worst, run(name, []))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
