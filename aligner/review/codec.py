"""Events as JSON lines and back.

What always holds: decoding then encoding loses nothing, unknown kinds and unknown keys included;
an event that a newer version wrote is refused, not half understood; a line is one line whatever
people typed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aligner.errors import RecordError
from aligner.review.event import VERSION, Event
from aligner.review.target import Reference, Target
from aligner.text.segment import Side

_KEYS = frozenset(
    {
        "v",
        "id",
        "at",
        "by",
        "role",
        "kind",
        "target",
        "value",
        "replaces",
        "slots",
        "undoes",
        "snap",
    }
)


class ForeignError(RecordError):
    """A line that is no event. The message says why, without naming the file."""


def encode(event: Event) -> dict[str, Any]:
    """`event` as a JSON object; empty members are left out."""
    out: dict[str, Any] = {
        "v": event.v,
        "id": event.id,
        "at": event.at,
        "by": event.by,
        "role": event.role,
        "kind": str(event.kind),
    }
    if event.targets:
        targets = [_encode_target(target) for target in event.targets]
        out["target"] = targets[0] if len(targets) == 1 else targets
    if event.value:
        out["value"] = dict(event.value)
    if event.replaces:
        out["replaces"] = list(event.replaces)
    if event.slots:
        out["slots"] = {name: list(slots) for name, slots in event.slots.items()}
    if event.undoes:
        out["undoes"] = event.undoes
    if event.snap:
        out["snap"] = event.snap
    out.update(event.extra)
    return out


def line_of(event: Event) -> bytes:
    """`event` as one line of the journal, its newline included."""
    shape = encode(event)
    try:
        text = json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate that a terminal let through
        text = json.dumps(shape, separators=(",", ":")).encode("ascii")
    return text + b"\n"


def event_of(line: bytes | str) -> Event:
    """The event that `line` holds. Raises ForeignError where it holds none, RecordError where a
    newer version wrote it."""
    try:
        # Decoded here: given bytes, json guesses UTF-16 and UTF-32 too.
        shape = json.loads(line if isinstance(line, str) else line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ForeignError(f"not UTF-8 (byte {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise ForeignError("not a JSON object") from error
    return decode(shape)


def decode(shape: object) -> Event:
    """The event that a JSON object holds. Raises as `event_of`."""
    if not isinstance(shape, dict):
        raise ForeignError("not a JSON object")
    version = shape.get("v")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise RecordError(
            f"written by a newer version of aligner (events of version {version}; this version "
            f"reads up to {VERSION})"
        )
    if version != VERSION or isinstance(version, bool):
        raise ForeignError("no event: `v` is missing or no version that ever was")
    value = shape.get("value", {})
    if not isinstance(value, dict):
        raise ForeignError("`value` is no object")
    name, kind = _text(shape, "id"), _text(shape, "kind")
    if not name or not kind:
        raise ForeignError("no event: `id` or `kind` is missing")
    return Event(
        id=name,
        at=_text(shape, "at"),
        by=_text(shape, "by"),
        role=_text(shape, "role"),
        kind=kind,
        targets=_targets(shape.get("target", [])),
        value=value,
        replaces=_names(shape.get("replaces", [])),
        slots=_slots(shape.get("slots", {})),
        undoes=_text(shape, "undoes"),
        snap=_text(shape, "snap"),
        v=version,
        extra={key: shape[key] for key in shape if key not in _KEYS},
    )


def _text(shape: Mapping[str, Any], key: str) -> str:
    value = shape.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ForeignError(f"`{key}` is no string")
    return value


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise ForeignError("`replaces` is no list of ids")
    return tuple(value)


def _slots(value: object) -> dict[str, tuple[int, ...]]:
    if not isinstance(value, dict):
        raise ForeignError("`slots` is no object")
    out = {}
    for name, slots in value.items():
        if not isinstance(slots, list) or not all(type(slot) is int for slot in slots):
            raise ForeignError("`slots` holds no lists of numbers")
        out[name] = tuple(slots)
    return out


def _targets(value: object) -> tuple[Target, ...]:
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        raise ForeignError("`target` is neither object nor list")
    return tuple(_target(each) for each in value)


def _target(value: object) -> Target:
    if not isinstance(value, dict):
        raise ForeignError("a target is no object")
    return Target(
        _text(value, "document"),
        _references(value.get("en", []), "en"),
        _references(value.get("es", []), "es"),
    )


def _references(value: object, side: Side) -> tuple[Reference, ...]:
    if not isinstance(value, list):
        raise ForeignError(f"`{side}` of a target is no list")
    return tuple(_reference(each, side) for each in value)


def _reference(value: object, side: Side) -> Reference:
    if not isinstance(value, dict) or value.get("side", side) != side:
        raise ForeignError("a reference is no object of its side")
    k = value.get("k", 0)
    if type(k) is not int or k < 0:
        raise ForeignError("`k` of a reference is no count")
    digest = _text(value, "digest")
    return Reference(side, digest, k, _text(value, "before"), _text(value, "after"))


def _encode_target(target: Target) -> dict[str, Any]:
    return {
        "document": target.document,
        "en": [_encode_reference(reference) for reference in target.en],
        "es": [_encode_reference(reference) for reference in target.es],
    }


def _encode_reference(reference: Reference) -> dict[str, Any]:
    return {
        "side": reference.side,
        "digest": reference.digest,
        "k": reference.k,
        "before": reference.before,
        "after": reference.after,
    }
