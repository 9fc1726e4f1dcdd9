"""Reports written in the formats of `check`: to stdout as text, to files as a whole.

What always holds: a file is written beside and renamed, so that a pipeline never reads half of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from aligner.cli import options
from aligner.errors import RecordError, worst
from aligner.report.run import CheckRun
from aligner.store.atomic import unwritable, write_whole

_MODULES = {
    "text": ("aligner.report.text", "render"),
    "json": ("aligner.report.check_json", "render"),
    "jsonl": ("aligner.report.check_json", "render_lines"),
    "github": ("aligner.report.github", "render"),
    "gitlab": ("aligner.report.gitlab", "render"),
    "sarif": ("aligner.report.sarif", "render"),
    "junit": ("aligner.report.junit", "render"),
    "markdown": ("aligner.report.markdown", "render"),
}


def rendered(run: CheckRun, form: str) -> str:
    """`run` in one of the formats of `check`; loads that format's module alone."""
    module, function = _MODULES[form]
    text: str = getattr(import_module(module), function)(run)
    return text


def write_files(run: CheckRun, files: Sequence[tuple[str, str]]) -> int:
    """Writes each (format, path). One that cannot be written is told on stderr and does not keep
    the others from being written; the exit code that this makes, 0 for none."""
    codes = []
    for form, path in files:
        try:
            write(path, rendered(run, form).encode("utf-8", "replace"))
        except RecordError as error:
            options.note(f"aligner: {error}", quiet=False)
            codes.append(error.exit_code)
    return worst(codes)


def write(path: str, content: bytes) -> None:
    """Writes one file as a whole; a device or a pipe (`/dev/stdout`) is written to as it is.
    Raises RecordError."""
    place = Path(path)
    try:
        special = place.exists() and not place.is_file()
    except OSError as error:
        raise RecordError(unwritable(place, error)) from error
    if special:
        if place.is_dir():
            raise RecordError(f"{path}: a folder, where a file was to be written")
        try:
            place.write_bytes(content)
        except OSError as error:
            raise RecordError(f"{path}: cannot be written ({error.strerror})") from error
        return
    write_whole(place, content)
