"""How a run ends: every way out has its exit code and at most one line on stderr.

What always holds: the user never sees a traceback, unless he asked for it by `--debug`; whatever
was meant for stdout has been written, or the code says that it could not be.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable

import click

from aligner.cli.output import ReaderGoneError
from aligner.errors import (
    INTERRUPTED,
    OUR_FAULT,
    READER_GONE,
    AlignerError,
    InputError,
    RecordError,
)
from aligner.text.hygiene import visible

USAGE = 2
NOT_WRITABLE = RecordError.exit_code


def complain(line: str) -> None:
    """One line on stderr, with control characters shown as symbols. Silent if stderr is closed."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(visible(" ".join(line.split("\n"))) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def _code_of(error: BaseException, debug: bool) -> int:
    """The exit code for `error`, after saying what has to be said."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | click.exceptions.Abort):
        complain("aligner: interrupted")
        return INTERRUPTED
    if isinstance(error, SystemExit):
        # What click does where it finds the reader of its help gone.
        return READER_GONE if error.code == 1 else int(error.code or 0)
    if isinstance(error, BrokenPipeError | ReaderGoneError):
        return READER_GONE
    if debug and not isinstance(error, click.ClickException):
        traceback.print_exception(error)
    if isinstance(error, AlignerError):
        complain(f"aligner: {error}")
        return error.exit_code
    if isinstance(error, click.ClickException):
        # The list of choices comes with line ends and tabs of its own.
        said = " ".join(error.format_message().split())
        complain(f"aligner: {said}{_where_to_read(error)}")
        return USAGE
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
        complain(f"aligner: cannot write: {error.strerror}")
        return NOT_WRITABLE
    if isinstance(error, OSError) and error.filename and error.strerror:
        complain(f"aligner: {error.filename}: {error.strerror}")
        return InputError.exit_code
    hint = "" if debug else "; --debug shows where"
    complain(f"aligner: a fault of ours: {type(error).__name__}: {error}{hint}")
    return OUR_FAULT


def _where_to_read(error: click.ClickException) -> str:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f" (see: {error.ctx.command_path} --help)"
    return ""


def _flush() -> int:
    """Flushes stdout: 0, or the code that says why it could not be written."""
    if sys.stdout is None:
        return 0
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        return READER_GONE
    except (OSError, ValueError) as error:
        _abandon_stdout()
        complain(f"aligner: cannot write to stdout: {getattr(error, 'strerror', None) or error}")
        return NOT_WRITABLE
    return 0


def _abandon_stdout() -> None:
    """Points stdout at nothing, so that the interpreter does not try to flush it again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return


def end(work: Callable[[], int], *, debug: bool) -> int:
    """Runs `work` and returns the exit code of the process."""
    try:
        code = work()
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001  the one place that catches all
        code = _code_of(error, debug)
    flushed = _flush()
    return flushed or code
