"""Taking a loaded mapping apart, strictly.

What always holds: a key that nobody knows, a value of the wrong kind or out of its choices is
refused with file, line and column, and the nearest known name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

from aligner.errors import AlignerError
from aligner.store.yaml_loader import Loaded, Path


class Shape:
    """A reader of one loaded file. `name` is for messages, `error` what is raised."""

    def __init__(self, loaded: Loaded, name: str, error: type[AlignerError]) -> None:
        self._loaded = loaded
        self._name = name
        self._error = error

    def fail(self, path: Path, words: str) -> NoReturn:
        """Raises: `NAME, line N, column M: words`."""
        raise self._error(f"{self._name}, {self._loaded.place(path)}: {words}")

    def mapping(
        self, value: Any, path: Path, known: Collection[str] | None = None
    ) -> dict[str, Any]:
        """`value` as a mapping whose keys are all in `known` (None: any)."""
        if value == "":
            return {}
        if not isinstance(value, dict):
            self.fail(path, f"{_said(path)} must be a mapping (name: value)")
        if known is not None:
            for key in value:
                if key not in known:
                    self.unknown((*path, key), key, known, "key")
        return value

    def unknown(self, path: Path, name: str, known: Iterable[str], what: str) -> NoReturn:
        """Raises for a name that is not known, with the nearest that is."""
        close = get_close_matches(name, list(known), n=1, cutoff=0.5)
        hint = f"; did you mean {close[0]}?" if close else ""
        self.fail(path, f"unknown {what} {name!r}{hint}")

    def text(self, value: Any, path: Path) -> str:
        """`value` as a string."""
        if not isinstance(value, str):
            self.fail(path, f"{_said(path)} must be one value, not a list or mapping")
        return value

    def texts(self, value: Any, path: Path) -> tuple[str, ...]:
        """`value` as strings: one, or a list of them."""
        if isinstance(value, str):
            return (value,) if value else ()
        if not isinstance(value, list):
            self.fail(path, f"{_said(path)} must be a value or a list of values")
        return tuple(self.text(each, (*path, n)) for n, each in enumerate(value))

    def listing(self, value: Any, path: Path) -> list[Any]:
        """`value` as a list; an empty value is an empty list."""
        if value == "":
            return []
        if not isinstance(value, list):
            self.fail(path, f"{_said(path)} must be a list")
        return value

    def choice(self, value: Any, path: Path, choices: Collection[str]) -> str:
        """`value` as one of `choices`."""
        text = self.text(value, path)
        if text not in choices:
            self.unknown(path, text, choices, f"{_said(path)}:")
        return text

    def schema(self, top: Mapping[str, Any], newest: int) -> int:
        """The schema number of the file. Raises for a missing, odd or newer one."""
        number = top.get("schema", "")
        if not isinstance(number, str) or not number.isascii() or not number.isdecimal():
            self.fail(("schema",), f"`schema: {newest}` must stand here")
        # Python reads no number of thousands of digits.
        if len(number) > 9 or int(number) > newest:
            self.fail(
                ("schema",),
                f"written for a newer version of aligner (schema {number}; this version reads "
                f"up to {newest})",
            )
        if int(number) < 1:
            self.fail(("schema",), "the first schema is 1")
        return int(number)


def _said(path: Path) -> str:
    return ".".join(str(each) for each in path) or "the file"
