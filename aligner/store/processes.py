"""Which process is this, and is that one still alive?

What always holds: a process on another host counts as alive, since nobody here can tell; one on
this host whose number was given to another process counts as dead where the system tells its start.
"""

from __future__ import annotations

import os
import socket
import sys
from functools import cache
from pathlib import Path


@cache
def host() -> str:
    """This machine's name, made of letters that every file system takes."""
    name = socket.gethostname() or "localhost"
    return "".join(c if c.isalnum() or c == "-" else "-" for c in name)[:40]


def started(process: int) -> str:
    """A mark of when `process` began, or empty where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        line = Path(f"/proc/{process}/stat").read_bytes()
        return line.rpartition(b")")[2].split()[19].decode("ascii")
    except (OSError, IndexError, UnicodeDecodeError):
        return ""


def alive(process: int, start: str = "") -> bool:
    """Whether `process` of this host lives, and is the one that began at `start`."""
    if process <= 0:
        return False
    if sys.platform == "win32":
        return _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    now = started(process)
    return not (start and now and start != now)


def _alive_on_windows(process: int) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  not known to type checkers elsewhere
    query_limited_information, still_active = 0x1000, 259
    handle = kernel.OpenProcess(query_limited_information, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
