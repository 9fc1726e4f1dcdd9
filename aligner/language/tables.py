"""The one loader of the linguistic tables.

Tables are written in YAML, each entry with a comment on why, and shipped as JSON that `make
tables` generates beside them (a test says that the two agree): so the core needs no YAML and
starts fast. What always holds: a table is read once and never changed.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> Any:
    """The table called `name` (`tables/NAME.json`). Raises FileNotFoundError if there is none."""
    source = resources.files("aligner.language") / "tables" / f"{name}.json"
    return json.loads(source.read_text(encoding="utf-8"))


@cache
def digest_of_tables() -> str:
    """16 hexadecimal digits that change when any table changes: a part of every cache key."""
    import hashlib  # only the cache and the signature ask

    folder = resources.files("aligner.language") / "tables"
    state = hashlib.sha256()
    for source in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if source.name.endswith(".json"):
            state.update(source.name.encode())
            state.update(source.read_bytes())
    return state.hexdigest()[:16]
