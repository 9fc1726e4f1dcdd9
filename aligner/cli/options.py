"""Options that every verb takes, said once.

What always holds: they mean the same everywhere and may stand before or after the verb.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def common(function: Function) -> Function:
    """Adds `--quiet`, `--debug` and `--jobs`."""
    for option in reversed(
        [
            click.option("--quiet", is_flag=True, help="Nothing on stderr but errors."),
            click.option(
                "--debug", is_flag=True, help="A traceback where something of ours fails."
            ),
            click.option(
                "--jobs",
                type=click.IntRange(min=1),
                metavar="N",
                help="Processes to use (default: the cores). Results do not depend on it.",
            ),
        ]
    ):
        function = option(function)
    return function


def reading(function: Function) -> Function:
    """Adds the options on how texts are read: `--encoding` and `--tracked`."""
    for option in reversed(
        [
            click.option(
                "--encoding", metavar="NAME", help="Encoding of texts that are not UTF-8."
            ),
            click.option(
                "--tracked",
                type=click.Choice(["show", "accept", "reject", "refuse"]),
                default="show",
                help="What to do with tracked changes in Word files.",
            ),
        ]
    ):
        function = option(function)
    return function


def paths(function: Function) -> Function:
    """Adds the arguments `[PROJECT | EN ES]`, as plain strings."""
    return click.argument("paths", nargs=-1, metavar="[PROJECT | EN ES]")(function)


def cores(jobs: int | None) -> int:
    """How many processes to use."""
    if jobs is not None:
        return jobs
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def note(line: str, *, quiet: bool) -> None:
    """A line of diagnostics on stderr, unless it is unwanted."""
    from aligner.cli.ending import complain

    if not quiet and sys.stderr is not None:
        complain(line)
