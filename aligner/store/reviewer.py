"""Who is at work: a label that people give themselves, not a proof.

What always holds: `--reviewer` goes before ALIGNER_REVIEWER, that before git's user.name, that
before what was answered once; an e-mail address is never taken unless it was typed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from aligner.errors import UsageError
from aligner.store.atomic import write_whole

MAX_NAME = 200


def user_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the user's own settings."""
    if sys.platform == "win32":
        base = environment.get("APPDATA") or str(home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = str(home() / "Library" / "Application Support")
    else:
        base = environment.get("XDG_CONFIG_HOME") or str(home() / ".config")
    return Path(base) / "aligner"


def home() -> Path:
    """The home folder; where the system tells none, a place that does not exist."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep) / "no-home"


def reviewer(
    given: str = "", *, folder: Path | None = None, environment: Mapping[str, str] = os.environ
) -> str:
    """The reviewer's name, or empty: then ask once and `remember`. `folder` is the project's, for
    git's own setting there. Raises UsageError for a name that no list could show."""
    for name in (given, environment.get("ALIGNER_REVIEWER", "")):
        if name.strip():
            return checked(name)
    return _of_git(folder) or remembered(environment)


def checked(name: str) -> str:
    """`name` with single blanks. Raises UsageError for an empty or overlong one and for control
    characters."""
    name = " ".join(name.split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise UsageError(
            f"a reviewer's name has 1 to {MAX_NAME} characters that can be printed, on one line"
        )
    return name


def remembered(environment: Mapping[str, str] = os.environ) -> str:
    """The name that was answered once, or empty."""
    try:
        text = (user_folder(environment) / "reviewer").read_text(encoding="utf-8")
        return checked(text)
    except (OSError, UnicodeDecodeError, UsageError):
        return ""


def remember(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """Keeps `name` for next time and returns it. Raises UsageError, RecordError."""
    name = checked(name)
    write_whole(user_folder(environment) / "reviewer", name.encode("utf-8") + b"\n", mode=0o600)
    return name


def _of_git(folder: Path | None) -> str:
    try:
        answer = subprocess.run(
            ["git", "config", "user.name"],
            cwd=folder,
            capture_output=True,
            timeout=5,
            check=False,
        )
        name = checked(answer.stdout.decode("utf-8"))
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError, UsageError):
        return ""
    return "" if "@" in name else name
