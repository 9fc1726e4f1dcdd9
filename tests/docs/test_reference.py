"""What the program knows by name stands on the page that tells of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import yaml

from aligner.cli.check import FORMATS as CHECK_FORMATS
from aligner.cli.main import VERBS
from aligner.cli.report import KINDS
from aligner.divergence.registry import NAMES
from aligner.divergence.settings import Authenticity, Instrument
from aligner.errors import GATE_FELL, INTERRUPTED, OUR_FAULT, READER_GONE, InputError, RecordError
from aligner.exchange.bitext import FORMATS as BITEXT_FORMATS
from aligner.exchange.glossary_formats import FORMATS as GLOSSARY_FORMATS
from aligner.language.tables import table
from aligner.review.gates import PROFILES
from aligner.review.metrics import METRICS
from aligner.store.configuration import _DOCUMENT_KEYS, _EQUIVALENCE_KEYS, read_configuration
from aligner.store.layers import KEYS
from aligner.text.bilingual import BILINGUAL_SUFFIXES
from aligner.text.reading import SUFFIXES
from docs.reference import PAGES, filled, verbs
from tests.docs.pages import ROOT, anchors, fences, text_of


def codes(page: str) -> set[str]:
    """What the page sets as code."""
    return set(re.findall(r"`([^`\n]+)`", text_of(page)))


@pytest.mark.parametrize("page", PAGES)
def test_the_tables_are_those_of_the_program(page: str) -> None:
    text = text_of(f"docs/{page}")
    assert filled(text) == text, "run: python -m docs.reference"


def test_every_verb_has_a_part_of_its_own() -> None:
    known = {" ".join(path) for path in verbs()}
    parts = set(re.findall(r"^###? (.+)$", text_of("docs/command-line.md"), re.MULTILINE))
    assert known - {"kwic"} <= parts
    for name in known - {"kwic", "glossary"}:
        assert f"<!-- made: options {name} -->" in text_of("docs/command-line.md"), name


def test_every_check_is_listed() -> None:
    text = text_of("docs/checks.md")
    for name in NAMES:
        assert f"[{name}](checks/{name}.md)" in text


def test_every_metric_and_profile_is_explained() -> None:
    assert {*METRICS, *PROFILES} <= codes("docs/gates-in-ci.md")


@pytest.mark.parametrize("page", ["docs/gates-in-ci.md", "docs/command-line.md"])
def test_every_exit_code_is_explained(page: str) -> None:
    rows = [line.split("|")[1] for line in text_of(page).splitlines() if line.startswith("|")]
    named = {int(number) for row in rows for number in re.findall(r"\b\d+\b", row)}
    assert {
        0, GATE_FELL, 2, InputError.exit_code, RecordError.exit_code, OUR_FAULT, INTERRUPTED,
        READER_GONE,
    } <= named  # fmt: skip


def test_every_format_is_named() -> None:
    named = codes("docs/formats.md")
    assert {*CHECK_FORMATS, *BITEXT_FORMATS, *KINDS} <= named
    assert {*SUFFIXES, *BILINGUAL_SUFFIXES} <= named
    assert set(GLOSSARY_FORMATS) <= codes("docs/formats-glossary.md")


def test_every_key_of_the_configuration_has_its_place() -> None:
    page = "docs/configuration.md"
    assert set(KEYS) <= anchors(page)
    assert {*_DOCUMENT_KEYS, *_EQUIVALENCE_KEYS} <= codes(page) | {"en", "es"}
    assert {*get_args(Authenticity), *get_args(Instrument)} <= codes(page)
    countries = {tag for tag in table("regions") if "-" in tag}
    assert countries <= codes(page)


def test_the_examples_of_the_configuration_are_read(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "glossary.yaml").write_text("schema: 1\nconcepts: {}\n")
    root = tmp_path / "project"
    root.mkdir()
    read = 0
    for fence in fences("docs/configuration.md"):
        if fence.info == "yaml":
            text = "\n".join(fence.lines) + "\n"
            if not text.startswith("schema:"):
                text = "schema: 1\n" + text
            (root / "aligner.yaml").write_text(text, encoding="utf-8")
            read_configuration(root / "aligner.yaml", root)
            read += 1
    assert read >= len(KEYS) - 2


def test_every_extra_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = set(project["optional-dependencies"])
    if "serve" not in VERBS:
        extras.discard("web")
    assert extras <= codes("docs/formats.md")


def test_the_recipes_name_what_there_is() -> None:
    page = "docs/gates-in-ci.md"
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    found = [yaml.safe_load("\n".join(each.lines)) for each in fences(page) if each.info == "yaml"]
    steps = [step for recipe in found if isinstance(recipe, list) for step in recipe]
    given = [step["with"] for step in steps if "aligner" in step.get("uses", "")]
    assert given
    for each in given:
        assert set(each) <= set(action["inputs"])
    used = [
        hook["id"]
        for recipe in found
        if "repos" in recipe
        for repo in recipe["repos"]
        for hook in repo["hooks"]
    ]
    assert set(used) == {hook["id"] for hook in hooks}
