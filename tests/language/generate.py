"""Writes each linguistic table as JSON beside its YAML source: `make tables`."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

TABLES = Path(__file__).parents[2] / "aligner" / "language" / "tables"


class StringLoader(yaml.SafeLoader):
    """Reads every scalar as a string, so that `no` and `on` stay words."""


StringLoader.yaml_implicit_resolvers = {}


def as_json(source: Path) -> str:
    """The JSON text that stands for the YAML table at `source`."""
    tree = yaml.load(source.read_text(encoding="utf-8"), Loader=StringLoader)
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def generate() -> list[Path]:
    """Writes every table; returns the files that changed."""
    changed = []
    for source in sorted(TABLES.glob("*.yaml")):
        target = source.with_suffix(".json")
        text = as_json(source)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8", newline="\n")
            changed.append(target)
    return changed


if __name__ == "__main__":
    for path in generate():
        print(path.name)
