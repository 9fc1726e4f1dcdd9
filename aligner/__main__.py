"""`python -m aligner` and the console script: nothing here but the way in."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    from aligner.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
