"""`aligner review`: the terminal UI; line by line with --plain; without a terminal, the report."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from aligner.cli import options, output
from aligner.review.event import Role

ROLES = [role.value for role in Role]


Function = TypeVar("Function", bound=Callable[..., Any])


def reviewing(function: Function) -> Function:
    """Adds the options of a person at work: who decides, where to begin, what to see."""
    for option in reversed(
        [
            click.option("--reviewer", default="", metavar="NAME", help="Who decides."),
            click.option("--role", type=click.Choice(ROLES), default="reviser", show_default=True),
            click.option(
                "--ui", type=click.Choice(["en", "es"]), help="Language of the interface."
            ),
            click.option("--document", default="", metavar="ID", help="Open this document first."),
            click.option(
                "--glossary", metavar="FILE", help="glossary.yaml, CSV, TBX or JSON in its place."
            ),
            click.option("--archive", metavar="FILE", help="Archive index, for earlier wording."),
            click.option("--read-only", is_flag=True, help="Look, and write nothing."),
        ]
    ):
        function = option(function)
    return function


@click.command("review")
@options.paths
@options.common
@options.reading
@click.option("--plain", is_flag=True, help="Line by line, for screen readers.")
@reviewing
def command(**given: Any) -> int:
    """Review a project, or two files, in the terminal."""
    if given["plain"]:
        from aligner.tui.plain import run_plain

        bench = _bench(given)
        for line in bench.others():
            options.note(f"aligner: {line}", quiet=given["quiet"])
        try:
            return run_plain(bench, sys.stdin, sys.stdout)
        finally:
            bench.close()
    if not _terminal():
        return _report(given)
    from aligner.tui.app import run

    bench = _bench(given)
    if not bench.read_only:
        answer = _meet(bench.others())
        if answer == "q":
            return 0
        bench.read_only = answer == "r"
    try:
        return run(bench, given["document"])
    finally:
        bench.close()


def _terminal() -> bool:
    """Whether a person sits there: Textual reads stdin and draws on stderr."""
    try:
        ends = (sys.stdin, sys.stderr)
        return output.to_terminal() and all(end is not None and end.isatty() for end in ends)
    except ValueError:
        return False


def _meet(others: Sequence[str]) -> str:
    """Tells who else is at work, and asks what to do: `w` write too, `r` read only, `q` quit."""
    if not others:
        return "w"
    for line in others:
        options.note(f"aligner: {line}", quiet=False)
    question = "Write too (both see what the other decides), read only, or quit?"
    return str(click.prompt(question, type=click.Choice(["w", "r", "q"]), default="w", err=True))


def _report(given: dict[str, Any]) -> int:
    """The plain report; what falls is shown and is no failure of `review`."""
    from aligner.cli.opening import project_of, read_reviews
    from aligner.cli.running import Wanted, run_of
    from aligner.report import text

    options.note(
        "aligner: no terminal here, so this is the plain report; --plain reviews line by line",
        quiet=given["quiet"],
    )
    project = project_of(given)
    found = read_reviews(project, given)
    if found.reviews:
        output.emit(text.render(run_of(project, found.reviews, Wanted())))
    return found.code


def _bench(given: dict[str, Any]) -> Any:
    """The project behind the UI's Protocol."""
    from aligner.cli.preparing import Location
    from aligner.cli.workbench import ProjectBench
    from aligner.store.reviewer import reviewer

    location = Location(
        tuple(os.path.abspath(path) for path in given["paths"]),  # noqa: PTH100  a link stays one
        given["encoding"],
        given["tracked"],
        given["glossary"],
    )
    return ProjectBench(
        location,
        by=reviewer(given["reviewer"]),
        role=given["role"],
        language=given["ui"] or "",
        read_only=given["read_only"],
        archive=given["archive"],
    )
