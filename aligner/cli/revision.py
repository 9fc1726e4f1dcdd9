"""Texts as they stood at a git revision.

What always holds: git is asked for bytes and writes nothing; a project that is in no repository, a
revision that does not exist and a file that did not exist then are three different answers.
"""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

from aligner.errors import InputError, UsageError
from aligner.store.project import Project
from aligner.text.document import Document
from aligner.text.reading import read_document
from aligner.text.segment import Side

_RENAMED = 0.5
"""The least share of lines in common of a file that was renamed; git's own measure."""


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, timeout=60, check=False
        )
    except FileNotFoundError:
        raise UsageError("git is not installed, and a revision was asked for") from None
    except subprocess.TimeoutExpired:
        raise UsageError("git did not answer within a minute") from None


def resolved(folder: Path, revision: str) -> str:
    """The commit that `revision` names. Raises UsageError."""
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is no git revision")
    answer = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if answer.returncode:
        inside = _git(folder, "rev-parse", "--is-inside-work-tree")
        if inside.returncode:
            raise UsageError(f"{folder}: not in a git repository, and a revision was asked for")
        raise UsageError(f"{revision!r} is no git revision here")
    return answer.stdout.decode("ascii").strip()


def content_at(folder: Path, commit: str, path: str) -> bytes | None:
    """The bytes of `path` (POSIX, relative to `folder`) at `commit`; None where it was not there."""
    answer = _git(folder, "show", f"{commit}:./{path}")
    return None if answer.returncode else answer.stdout


def former_path(folder: Path, commit: str, path: str) -> str:
    """The path at `commit` of the file that is `path` today, if it was renamed since: of the files
    that are gone, the one that shares most lines with it, half of them at the least; else empty."""
    listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", commit, "./")
    try:
        now = Counter((folder / path).read_bytes().split(b"\n"))
    except OSError:
        return ""
    best, most = "", _RENAMED
    for name in sorted(listed.stdout.decode("utf-8", "surrogateescape").split("\0")):
        if Path(name).suffix != Path(path).suffix or (folder / name).exists():
            continue
        then = Counter((content_at(folder, commit, name) or b"").split(b"\n"))
        alike = 2 * (now & then).total() / ((now.total() + then.total()) or 1)
        if alike >= most and (not best or alike > most):
            best, most = name, alike
    return best


def documents_at(
    project: Project, document: str, revision: str
) -> tuple[Document, Document] | None:
    """The two versions of `document` at `revision`; None where one of them was not there. Raises
    UsageError for a revision, InputError for texts that cannot be read."""
    commit = resolved(project.root, revision)
    listed = project.listed(document)
    sides: list[Document] = []
    both: tuple[tuple[Side, tuple[str, ...]], ...] = (("en", listed.en), ("es", listed.es))
    for side, paths in both:
        if len(paths) != 1:
            raise InputError(f"{document}: several files on one side cannot be compared over git")
        path = paths[0]
        content = content_at(project.root, commit, path)
        if content is None:
            path = former_path(project.root, commit, path)
            content = content_at(project.root, commit, path) if path else None
        if content is None:
            return None
        region = project.configuration.regions.get(side, side)
        sides.append(
            read_document(
                content,
                path=path,
                side=side,
                region=region,
                encoding=project.encoding,
                tracked=project.tracked,
            )
        )
    return sides[0], sides[1]
