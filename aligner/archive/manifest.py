"""Which pairs a run is about: a manifest, or a folder.

What always holds: every pair has a name of its own, and what has no partner is named, never
dropped in silence. A manifest is tab-separated with a header (`name`, `en`, `es`, and if wanted
`date`, `region_en`, `region_es`) or JSON lines with the same keys; its paths are relative to it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligner.divergence.settings import Authenticity, Instrument
from aligner.errors import InputError
from aligner.store.files import content_of
from aligner.text.reading import SUFFIXES

_KEYS = ("name", "en", "es", "date", "region_en", "region_es")
_LARGEST = 500_000_000
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:-?(\d\d)(?:-?(\d\d))?)?(?!\d)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One pair to be: its name, the paths of both texts, and what is known of it."""

    name: str
    en: Path
    es: Path
    date: str = ""
    region_en: str = "en-US"
    region_es: str = "es-MX"
    authenticity: Authenticity = "equal"
    instrument: Instrument = "political"


@dataclass(frozen=True, slots=True)
class Listing:
    """The pairs that are sure, and the files of each side that stand alone."""

    pairs: tuple[Listed, ...]
    alone_en: tuple[Path, ...] = ()
    alone_es: tuple[Path, ...] = ()


def date_in(name: str) -> str:
    """A year, month or day in a file's name (`2021-10-08`, `202110`, `2021`), or nothing."""
    match = _DATE.search(name)
    if not match:
        return ""
    year, month, day = match.groups()
    if not 1 <= int(month or 1) <= 12 or not 1 <= int(day or 1) <= 31:
        return ""  # a number that begins like a year
    return "-".join(part for part in (year, month, day) if part)


def read_manifest(path: Path) -> Listing:
    """The pairs that a manifest lists. Raises InputError with the line for anything else."""
    try:
        text = content_of(path, most=_LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"{path}: no such manifest") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: a manifest is UTF-8 ({error})") from error
    rows = _json_lines(path, text) if path.suffix == ".jsonl" else _table(path, text)
    pairs: dict[str, Listed] = {}
    for line, row in rows:
        unknown = sorted(set(row) - set(_KEYS))
        if unknown:
            raise InputError(f"{path}, line {line}: unknown column {unknown[0]!r}")
        if not row.get("en") or not row.get("es"):
            raise InputError(f"{path}, line {line}: a pair needs `en` and `es`")
        name = row.get("name") or Path(row["en"]).stem
        if name in pairs:
            raise InputError(f"{path}, line {line}: two pairs are called {name!r}")
        if row.get("date") and date_in(row["date"]) != row["date"]:
            raise InputError(
                f"{path}, line {line}: {row['date']!r} is no date: 2021-10-08, 2021-10 or 2021"
            )
        pairs[name] = Listed(
            name,
            path.parent / row["en"],
            path.parent / row["es"],
            row.get("date") or date_in(name),
            row.get("region_en") or "en-US",
            row.get("region_es") or "es-MX",
        )
    if not pairs:
        raise InputError(f"{path}: lists no pair")
    return Listing(tuple(pairs.values()))


def _table(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    delimiter = "," if path.suffix == ".csv" else "\t"
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if None in row:
                raise InputError(f"{path}, line {reader.line_num}: more cells than columns")
            yield reader.line_num, {key: value or "" for key, value in row.items()}
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: no table ({error})") from None


def _json_lines(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row: Any = json.loads(line)
        except (ValueError, RecursionError):
            raise InputError(f"{path}, line {number}: no JSON") from None
        if not isinstance(row, dict) or not all(isinstance(v, str) for v in row.values()):
            raise InputError(f"{path}, line {number}: an object of strings was expected")
        yield number, row


def read_folder(root: Path, regions: Mapping[str, str] | None = None) -> Listing:
    """The files below en/ and es/ of `root` that pair by equal path, extensions left off; `regions`
    are the language tags of both sides."""
    tags = {"en": "en-US", "es": "es-MX", **(regions or {})}
    sides = {side: _texts(root / side) for side in ("en", "es")}
    if not sides["en"] and not sides["es"]:
        raise InputError(f"{root}: no texts below en/ and es/")
    both = sides["en"].keys() & sides["es"].keys()
    return Listing(
        tuple(
            Listed(
                stem, sides["en"][stem], sides["es"][stem], date_in(stem), tags["en"], tags["es"]
            )
            for stem in sorted(both)
        ),
        _left(sides["en"], both),
        _left(sides["es"], both),
    )


def _texts(folder: Path) -> dict[str, Path]:
    out: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith((".", "~$")):
            continue
        if not path.is_file():
            continue
        stem = path.relative_to(folder).with_suffix("").as_posix()
        if stem in out:
            raise InputError(f"{out[stem]} and {path} are two candidates for one document")
        out[stem] = path
    return out


def _left(texts: dict[str, Path], both: Iterable[str]) -> tuple[Path, ...]:
    paired = set(both)
    return tuple(path for stem, path in sorted(texts.items()) if stem not in paired)
