"""What is shipped: the sample, the tables and nothing private; files of a size that people read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_wheel_carries_the_sample_and_nobody_s_decisions_or_cache() -> None:
    shipped = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert all((ROOT / source).exists() for source in shipped)
    private = [
        path for source in shipped for path in (ROOT / source).rglob("*") if "review" in path.parts
    ]
    assert not private
    assert not any(".aligner" in source or "review" in source for source in shipped)


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "aligner").rglob("*.py")),
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_no_file_of_the_program_is_longer_than_people_read(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (150 if path.name == "app.py" and path.parent.name == "tui" else 350)


@pytest.mark.parametrize(
    "path",
    [p for p in sorted((ROOT / "aligner").rglob("*.py")) if p.parts[-2] != "tables"],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_every_module_says_why_it_exists(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith('"""')


def test_the_lock_names_no_index_and_has_a_hash_for_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    for block in lock.split("\n    # via")[0].split("\n\n"):
        assert "--hash=sha256:" in block


def test_the_core_depends_on_what_it_says_and_no_more() -> None:
    names = {
        requirement.split(">")[0].split("[")[0]
        for requirement in PROJECT["project"]["dependencies"]
    }
    assert names == {
        "textual",
        "sacrebleu",
        "regex",
        "pyyaml",
        "numpy",
        "lxml",
        "markdown-it-py",
        "click",
        "portalocker",
    }
