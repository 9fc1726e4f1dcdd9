"""The other end of process.py: takes one piece of work from stdin, tells of it on stdout.

What always holds: nothing but pickled reports reaches stdout, whatever the work prints.
"""

from __future__ import annotations

import os
import pickle
import sys

from aligner.errors import AlignerError


def work() -> None:
    """Do it, and say what became of it."""
    if hasattr(os, "nice"):
        os.nice(5)  # the screen's answer to a key goes first
    out = os.fdopen(os.dup(1), "wb")
    # Whatever prints goes to stderr, away from the reports.
    os.dup2(2, 1)

    def tell(*told: object) -> None:
        pickle.dump(told, out)
        out.flush()

    def report(stage: str, share: float) -> None:
        tell("progress", stage, share)

    try:
        function, arguments = pickle.load(sys.stdin.buffer)
        tell("done", function(*arguments, report))
    except AlignerError as error:
        tell("failed", str(error))
    except Exception as error:  # noqa: BLE001  the screen shows it; a process has nobody else to tell
        tell("failed", f"{type(error).__name__}: {error}")
