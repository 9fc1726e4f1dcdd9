"""The error tree. What a person did or met ends as one of these, never as a traceback.

AlignerError                 carries one clear line for stderr and the exit code that goes with it
├── UsageError          2    a command that cannot be carried out as it was given
│   └── ConfigurationError   aligner.yaml, an unknown key or metric, a path outside the project
├── InputError          3    a text, bitext, memory or import file missing, unreadable or unpaired
│   └── LimitError           input that is larger or deeper than we read
└── RecordError         4    journal or glossary unreadable, newer than this version, or not writable
    └── LockedError          another process holds the lock

Anything else that is raised is a fault of ours: exit code 70. A gate that falls is not an error;
its exit code is 1.
"""

from __future__ import annotations

GATE_FELL = 1
OUR_FAULT = 70
INTERRUPTED = 130
READER_GONE = 141


class AlignerError(Exception):
    """A failure that the user can understand. `str(error)` is one line, without markup."""

    exit_code = OUR_FAULT

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split("\n")))


class UsageError(AlignerError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class ConfigurationError(UsageError):
    """aligner.yaml says something that we do not understand or must not do."""


class InputError(AlignerError):
    """A text, bitext, memory or import file is missing, unreadable or unpaired."""

    exit_code = 3


class LimitError(InputError):
    """Input that is larger, deeper or more densely packed than we read."""


class RecordError(AlignerError):
    """The journal or the glossary cannot be read or written."""

    exit_code = 4


class LockedError(RecordError):
    """Another process holds the lock and did not release it in time."""


# The worst of several codes wins, in this order (interfaces.md).
_WORST_FIRST = (OUR_FAULT, 4, 3, 2, GATE_FELL, 0)


def worst(codes: list[int]) -> int:
    """The exit code that stands for all of `codes`; 0 for none."""
    return next((code for code in _WORST_FIRST if code in codes), 0)
