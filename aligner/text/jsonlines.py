"""JSON lines as a bilingual source: `{"id", "en", "es", "doc"?}`, one unit a line.

What always holds: other keys are ignored; `en` and `es` are strings and come through unchanged; an
error names its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from aligner.errors import InputError
from aligner.text.hygiene import visible
from aligner.text.lines import lines
from aligner.text.tmx import place_in
from aligner.text.unit import Unit


def units(stream: BinaryIO, *, name: str, encoding: str | None = None) -> Iterator[Unit]:
    """The units of a file of JSON lines; empty lines are skipped. `id` and `doc` may be numbers.
    Raises InputError naming the line of what is no such object."""
    for number, line in lines(stream, name=name, encoding=encoding):
        if not line.strip():
            continue
        try:
            # Whole numbers of thousands of digits cost time and are never an id.
            found = json.loads(line, parse_int=_short_number, parse_constant=_no_constant)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", None) or str(error) or "too deep"
            raise InputError(f"{visible(name)}, line {number}: not JSON: {reason}") from None
        if not isinstance(found, dict):
            raise InputError(f'{visible(name)}, line {number}: not an object with "en" and "es"')
        yield Unit(
            _name(found, "id", name, number) or str(number),
            _text(found, "en", name, number),
            _text(found, "es", name, number),
            _name(found, "doc", name, number),
            number,
            position=_position(found.get("n")),
            order=place_in(_position(found.get("order"))),
        )


def _short_number(digits: str) -> int:
    if len(digits) > 40:
        raise ValueError("a number of more than 40 digits")
    return int(digits)


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


def _text(found: dict[str, Any], key: str, name: str, line: int) -> str:
    value = found.get(key)
    if value is None:
        if key in found:
            return ""
        raise InputError(f'{visible(name)}, line {line}: no "{key}"')
    if not isinstance(value, str):
        raise InputError(f'{visible(name)}, line {line}: "{key}" is not a string')
    return _without_surrogates(value, key, name, line)


def _name(found: dict[str, Any], key: str, name: str, line: int) -> str:
    value = found.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InputError(f'{visible(name)}, line {line}: "{key}" is neither a string nor a number')
    return _without_surrogates(str(value), key, name, line)


def _position(value: object) -> str:
    """The record's own number, whatever it is: it is only compared."""
    return "" if value is None else json.dumps(value) if not isinstance(value, str) else value


def _without_surrogates(text: str, key: str, name: str, line: int) -> str:
    # JSON can write half of a surrogate pair as an escape; no output could carry it.
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise InputError(f'{visible(name)}, line {line}: half of a surrogate pair in "{key}"')
    return text
