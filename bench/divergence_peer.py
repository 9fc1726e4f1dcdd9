"""The wall-clock seconds of `aligner check` beside those of pofilter on the same segments.

    python -m bench divergence CASES.jsonl --peer

Both are whole processes on the same machine, one after the other, the best of three runs each:
`aligner check --bitext` on the JSON lines, pofilter on the same segments as PO. pofilter runs as it
does by default, and with the target language named: then it also asks a spelling checker, where
pyenchant and a Spanish dictionary are installed. It comes with translate-toolkit, which is no
dependency; where its program is not on the path this says so and measures ours alone.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

RUNS = 3
_HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n'


def _po(cases: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The segments as PO; the number in the context keeps equal ones apart."""
    yield _HEAD
    for number, case in enumerate(cases):
        quoted = [json.dumps(case[side], ensure_ascii=False) for side in ("en", "es")]
        yield f'\nmsgctxt "{number}"\nmsgid {quoted[0]}\nmsgstr {quoted[1]}\n'


def _seconds(command: Sequence[str]) -> float:
    """The least of a few runs; output is thrown away. Exit codes say what was found, not failure."""
    least = float("inf")
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        least = min(least, time.perf_counter() - started)
    return least


def beside(cases: Sequence[dict[str, Any]]) -> None:
    """Print the seconds of both on `cases` (each with `id`, `en`, `es`)."""
    with TemporaryDirectory() as folder:
        lines, po = Path(folder, "cases.jsonl"), Path(folder, "cases.po")
        with lines.open("w", encoding="utf-8") as out:
            for case in cases:
                line = {key: case[key] for key in ("id", "en", "es")}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        po.write_text("".join(_po(cases)), encoding="utf-8")
        own = [sys.executable, "-m", "aligner", "check", "--bitext", str(lines)]
        print(f"aligner check     {_seconds([*own, '--format', 'jsonl', '--quiet']):6.2f} s")
        beside_us = str(Path(sys.executable).parent)
        peer = shutil.which("pofilter") or shutil.which("pofilter", path=beside_us)
        if peer is None:
            print("pofilter is not on the path (it comes with translate-toolkit): no peer beside")
            return
        found = str(Path(folder, "found.po"))
        print(f"pofilter          {_seconds([peer, str(po), found]):6.2f} s")
        print(f"pofilter, Spanish {_seconds([peer, '--language=es', str(po), found]):6.2f} s")
