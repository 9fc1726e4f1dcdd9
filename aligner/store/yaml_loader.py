"""YAML as mappings, lists and strings, and nothing else.

What always holds: a value is what stands in the file (`no` is "no", 1.10 is "1.10"); a key that
comes twice, an alias, an anchor, a tag and a second document are refused, each with its line and
column; depth and size are bounded before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from aligner.errors import AlignerError
from aligner.store import files

Path = tuple[str | int, ...]
"""The way to a value: keys and list indices from the top."""

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 40
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: |\r?$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds. `places` gives line and column (from 1) of each key (in a mapping) and
    each entry (in a list); `spans` the character spans of all scalars, for finding comments."""

    value: Any
    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    spans: tuple[tuple[int, int], ...] = ()
    text: str = ""

    def place(self, path: Path) -> str:
        """`line 3, column 5` of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return f"line {line}, column {column}"


def load(content: bytes, *, name: str, error: type[AlignerError]) -> Loaded:
    """What the YAML in `content` holds; an empty file holds an empty mapping.

    `name` is for messages. Raises `error` for anything that is not plain YAML of strings.
    """
    # Loaded here: a run over two files without a project needs no YAML.
    import yaml

    if len(content) > MAX_BYTES:
        raise error(f"{name}: {len(content):,} bytes; at most {MAX_BYTES:,} are read")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise error(f"{name}, line {line}: not UTF-8 (byte offset {fault.start})") from fault
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _Composer(name, error, yaml, text).compose(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as fault:
        if torn := _CONFLICT.search(text):
            line = text.count("\n", 0, torn.start()) + 1
            raise error(
                f"{name}, line {line}: a conflict mark of git; keep what is right of both sides "
                "and take the marks out"
            ) from fault
        mark = fault.problem_mark or fault.context_mark
        where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise error(f"{name}{where}: {fault.problem or 'not YAML'}") from fault
    except (yaml.YAMLError, ValueError) as fault:
        raise error(f"{name}: not YAML ({str(fault).splitlines()[0]})") from fault


def content_of(path: FilePath, *, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file of records. Raises OSError as `files.content_of` does."""
    return files.content_of(path, most=most)


class _Composer:
    """Builds the value from the parser's events. It asks for one event at a time, so that a
    hostile file stops at its first forbidden sign."""

    def __init__(self, name: str, error: type[AlignerError], yaml: Any, text: str) -> None:
        self._name = name
        self._error = error
        self._yaml = yaml
        self._text = text
        self._places: dict[Path, tuple[int, int]] = {}
        self._spans: list[tuple[int, int]] = []

    def compose(self, events: Iterator[Any]) -> Loaded:
        yaml = self._yaml
        value: Any = {}
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._fault(event, "a second document; one file holds one")
            elif not isinstance(
                event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent
            ):
                value = self._value(event, events, ())
        if value == "" and not self._spans_hold_text():
            value = {}
        return Loaded(value, self._places, tuple(self._spans), self._text)

    def _spans_hold_text(self) -> bool:
        return any(start < end for start, end in self._spans)

    def _value(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        yaml = self._yaml
        if len(path) > MAX_DEPTH:
            raise self._fault(event, f"more than {MAX_DEPTH} levels within one another")
        if isinstance(event, yaml.AliasEvent):
            raise self._fault(event, "an alias (*name); write the value out")
        if event.anchor is not None:
            raise self._fault(event, "an anchor (&name); write the value out where it is needed")
        if event.tag is not None:
            raise self._fault(event, f"a tag ({event.tag}); every value here is a string")
        if isinstance(event, yaml.ScalarEvent):
            self._spans.append((event.start_mark.index, event.end_mark.index))
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path)
        return self._mapping(events, path)

    def _list(self, events: Iterator[Any], path: Path) -> list[Any]:
        out: list[Any] = []
        for event in events:
            if isinstance(event, self._yaml.SequenceEndEvent):
                break
            here = (*path, len(out))
            self._places[here] = (event.start_mark.line + 1, event.start_mark.column + 1)
            out.append(self._value(event, events, here))
        return out

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for event in events:
            if isinstance(event, self._yaml.MappingEndEvent):
                break
            key = self._value(event, events, path)
            if not isinstance(key, str):
                raise self._fault(event, "a key that is no string")
            here = (*path, key)
            if key in out:
                line, _ = self._places[here]
                raise self._fault(event, f"the key {key!r} stands in line {line} already")
            self._places[here] = (event.start_mark.line + 1, event.start_mark.column + 1)
            out[key] = self._value(next(events), events, here)
        return out

    def _fault(self, event: Any, words: str) -> AlignerError:
        mark = event.start_mark
        return self._error(f"{self._name}, line {mark.line + 1}, column {mark.column + 1}: {words}")


def stray_comment(loaded: Loaded) -> int:
    """The line (from 1) of the first comment that stands after the file's first value began, or
    0: what our writer would lose."""
    if not loaded.spans:
        return 0
    text, spans = loaded.text, loaded.spans
    at, n = spans[0][0], 0
    while (at := text.find("#", at)) >= 0:
        while n < len(spans) and spans[n][1] <= at:
            n += 1
        inside = n < len(spans) and spans[n][0] <= at
        if not inside and (at == 0 or text[at - 1].isspace()):
            return text.count("\n", 0, at) + 1
        at += 1
    return 0
