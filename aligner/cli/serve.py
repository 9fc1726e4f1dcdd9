"""`aligner serve`: the same review in a browser on this machine (extra `[web]`).

What always holds: the page is the terminal UI itself, run by this same program as a child; what the
child needs is handed over as its own arguments, never as a line of shell.
"""

from __future__ import annotations

import sys
import webbrowser
from typing import Any

import click

from aligner.cli import options
from aligner.cli.review import reviewing
from aligner.errors import UsageError


@click.command("serve")
@options.paths
@options.common
@options.reading
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True)
@reviewing
@click.option("--browser", is_flag=True, help="Open the browser, too.")
@click.option("--inside", is_flag=True, hidden=True)
def command(**given: Any) -> int:
    """Serve the review to a browser on this machine."""
    if given["inside"]:
        return _inside(given)
    try:
        from aligner.cli.serving import GuardedServer
    except ImportError:
        raise UsageError(
            "`aligner serve` needs the extra [web]: pip install 'aligner[web]'"
        ) from None
    from aligner.cli.opening import project_of

    # A project that cannot be opened is told here, not on an empty page.
    project_of(given)

    def tell(address: str) -> None:
        options.note(f"aligner: open {address}", quiet=False)
        options.note("aligner: the address works once; Ctrl-C ends", quiet=given["quiet"])
        if given["browser"]:
            webbrowser.open(address)

    server = GuardedServer(child(given), child({**given, "read_only": True}), given["port"], tell)
    try:
        server.serve()
    except OSError as error:
        raise UsageError(f"port {given['port']} cannot be used: {error.strerror}") from error
    return 0


def child(given: dict[str, Any]) -> list[str]:
    """The command of the program inside the page."""
    made = [sys.executable, "-m", "aligner", "serve", "--inside"]
    for name in (
        "encoding",
        "tracked",
        "reviewer",
        "role",
        "ui",
        "document",
        "glossary",
        "archive",
    ):
        if given.get(name):
            made += [f"--{name}", str(given[name])]
    if given["read_only"]:
        made.append("--read-only")
    return [*made, "--", *given["paths"]]


def _inside(given: dict[str, Any]) -> int:
    """The program itself; textual-serve has chosen its driver through the environment."""
    from aligner.cli.review import _bench
    from aligner.tui.app import run

    bench = _bench(given)
    try:
        return run(bench, given["document"])
    finally:
        bench.close()
