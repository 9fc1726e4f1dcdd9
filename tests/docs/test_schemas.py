"""The published schemas hold for what the program really writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from aligner.cli.main import run
from aligner.divergence.registry import NAMES
from tests.docs.fixtures import lay_out
from tests.docs.pages import DOCS, ROOT, text_of

SCHEMAS = sorted(path.name for path in (DOCS / "schemas").glob("*.schema.json"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("schemas")
    lay_out(ROOT, place)
    return place


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (DOCS / "schemas" / f"{name}.schema.json").read_text("utf-8")
    )
    return found


def said(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    run(list(words))
    return capfd.readouterr().out


def strict(found: Any) -> Any:
    """The schema with every object closed, so that a key which nobody published is noticed."""
    if isinstance(found, dict):
        closed = {key: strict(value) for key, value in found.items()}
        if "properties" in closed:
            closed.setdefault("additionalProperties", False)
        return closed
    return [strict(each) for each in found] if isinstance(found, list) else found


def held(record: Any, name: str) -> None:
    jsonschema.validate(record, strict(schema(name)))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one_and_is_named_in_the_guides(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name.removesuffix(".schema.json")))
    assert f"schemas/{name}" in text_of("docs/formats.md")


def test_check_writes_what_its_schema_says(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    record = json.loads(said(capfd, "check", str(folder / "texts"), "--format", "json"))
    held(record, "check")
    assert record["documents"][0]["divergences"]


def test_align_writes_what_its_schema_says(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    project = str(folder / "texts")
    for extra in ((), ("--gloss",)):
        record = json.loads(said(capfd, "align", project, "--format", "json", *extra))
        held(record, "align")
    document = record["documents"][0]
    for side in ("en", "es"):
        held_once = sorted(index for bead in document["beads"] for index in bead[side])
        assert held_once == list(range(document[side]["segments"]))


def test_compare_writes_what_its_schema_says(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    old, new = str(folder / "v3"), str(folder / "v4")
    record = json.loads(said(capfd, "compare", old, new, "--format", "json"))
    held(record, "compare")
    assert [change["reach"] for change in record["documents"][0]["changes"]]
    sides = [str(folder / version / "en" / "statement.md") for version in ("v3", "v4")]
    held(json.loads(said(capfd, "compare", *sides, "--format", "json")), "compare")


def test_find_and_coverage_write_what_their_schemas_say(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    project = str(folder / "texts")
    found = json.loads(said(capfd, "find", "security", project, "--format", "json"))
    held(found, "find")
    assert found["found"]
    held(json.loads(said(capfd, "coverage", project, "--format", "json")), "coverage")


def test_flags_are_what_their_schema_says(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bitext = folder / "pairs.jsonl"
    said(capfd, "export", str(folder / "texts"), "--format", "jsonl", "-o", str(bitext))
    lines = said(capfd, "check", "--bitext", str(bitext), "--format", "jsonl").splitlines()
    records = [json.loads(line) for line in lines]
    for record in records:
        held(record, "flags")
    flags = [flag for record in records for flag in record["flags"]]
    assert flags
    assert {flag["type"] for flag in flags} <= set(NAMES)


def test_a_record_with_a_wrong_value_is_refused() -> None:
    with pytest.raises(jsonschema.ValidationError):
        held({"id": "1", "flags": [{"type": "number"}]}, "flags")
    with pytest.raises(jsonschema.ValidationError):
        held({"schema": 2, "signature": "", "documents": []}, "align")
