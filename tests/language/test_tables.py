"""The tables that are shipped are the tables that people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.language.generate import TABLES, as_json


@pytest.mark.parametrize("source", sorted(TABLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_json_agrees_with_the_yaml(source: Path) -> None:
    shipped = source.with_suffix(".json")
    assert shipped.read_text(encoding="utf-8") == as_json(source), "run: make tables"


def test_no_shipped_table_is_without_its_yaml() -> None:
    assert {path.stem for path in TABLES.glob("*.json")} == {
        path.stem for path in TABLES.glob("*.yaml")
    }
