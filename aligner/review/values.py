"""Reading what an event's `value` holds.

What always holds: a value of the wrong type, from another program or an odd hand, reads as empty;
it never stops a review.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Value = Mapping[str, Any]


def text(value: Value, key: str) -> str:
    """The string under `key`, else an empty one."""
    found = value.get(key)
    return found if isinstance(found, str) else ""


def number(value: Value, key: str) -> int | None:
    """The whole number under `key`, else None."""
    found = value.get(key)
    return found if type(found) is int else None


def shared(value: Value) -> bool:
    """Whether the words may leave the house."""
    return value.get("visibility") == "shared"


def wordings(value: Value, key: str) -> tuple[tuple[str, str], ...]:
    """The list of (English, Spanish) wordings under `key`."""
    found = value.get(key)
    if not isinstance(found, list):
        return ()
    return tuple(
        (str(each[0]), str(each[1])) for each in found if isinstance(each, list) and len(each) == 2
    )
