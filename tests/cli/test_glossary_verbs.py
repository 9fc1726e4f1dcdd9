"""`aligner glossary ...` as people and git call it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.cli.main import run as main
from aligner.errors import RecordError
from aligner.store.glossary_file import read_glossary
from aligner.store.glossary_history import GlossaryHistory

ROOT = Path(__file__).parents[2]
PRESS = str(ROOT / "tests" / "samples" / "press-report.en.txt")


class Verb:
    """Runs `aligner glossary` inside a copy of the declaration's project."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capfd = capfd
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        self._capfd.readouterr()
        code = main(["glossary", *words])
        self.out, self.err = self._capfd.readouterr()
        return code


@pytest.fixture
def verb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Verb]:
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "texts", folder, ignore=shutil.ignore_patterns(".aligner", "review"))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ALIGNER_REVIEWER", "Ana")
    yield Verb(folder, capfd)


def test_without_a_verb_the_verbs_are_shown(verb: Verb) -> None:
    assert verb() == 0
    assert all(name in verb.out for name in ("list", "suggest", "merge"))


def test_list_finds_a_concept_by_words_and_shows_it_in_full(verb: Verb) -> None:
    assert verb("list", "trata", "personas") == 0
    assert "human-trafficking" in verb.out
    assert verb("list", "human-trafficking", "--format", "json") == 0
    assert list(json.loads(verb.out)["concepts"]) == ["human-trafficking"]


def test_a_decision_shows_its_effect_is_kept_logged_and_taken_back(verb: Verb) -> None:
    before = (verb.folder / "glossary.yaml").read_bytes()
    words = ["add", "--concept", "human-trafficking", "--es", "trata de blancas"]
    words += ["--status", "forbidden", "--why", "An outdated name."]
    assert verb(*words, "--dry-run") == 0
    assert "1 place follows it, 1 violates it" in verb.out
    assert (verb.folder / "glossary.yaml").read_bytes() == before
    assert verb(*words) == 0
    assert "bead" in verb.out
    concept = read_glossary(verb.folder / "glossary.yaml").glossary.concept("human-trafficking")
    assert concept.decisions[-1].why == "An outdated name."
    assert concept.decisions[-1].by == "Ana"
    assert verb("log", "human-trafficking") == 0
    assert "trata de blancas: forbidden. An outdated name." in verb.out
    assert verb("undo") == 0
    assert (verb.folder / "glossary.yaml").read_bytes() == before
    assert verb("undo") == 2


def test_a_second_preferred_term_is_kept_and_is_exit_code_1(verb: Verb) -> None:
    words = ["add", "--concept", "organized-crime", "--es", "crimen grave", "--why", "x"]
    assert verb(*words) == 1
    assert "more than one preferred term" in verb.err
    assert verb("lint") == 1
    assert "crimen grave" in verb.out


def test_terms_that_a_concept_holds_are_not_made_a_second_one(verb: Verb) -> None:
    code = verb("add", "--en", "human trafficking", "--es", "trata de personas", "--why", "x")
    assert code == 2
    assert "--concept human-trafficking" in verb.err


def test_suggest_shows_every_rendering(verb: Verb) -> None:
    assert verb("suggest", "--most", "20") == 0
    assert "organized crime: delincuencia organizada 2, crimen organizado 1" in verb.out
    assert verb("suggest", "--format", "json") == 0
    first = json.loads(verb.out.splitlines()[0])
    assert first["renderings"][0]["count"] >= 2


def test_lint_catches_the_slips_of_the_press_report(verb: Verb) -> None:
    assert verb("lint", "--lang", "en", PRESS) == 1
    for slip in ("early alert systems", "financial nets", "human traffic", "Opiod"):
        assert f"'{slip}'" in verb.out
    assert "'Prevention of Homicide Network'" in verb.out
    assert verb("lint", "--lang", "en", "en/joint-declaration.md") == 0
    assert verb("lint", PRESS) == 2
    assert verb("lint", "--lang", "en", "nothing.txt") == 3


@pytest.mark.parametrize("form", ["tbx", "tbx2", "csv", "tmx", "json", "html", "yaml"])
def test_an_export_imported_into_an_empty_project_exports_the_same_bytes(
    verb: Verb, form: str, tmp_path: Path
) -> None:
    first, second = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    empty = tmp_path / "empty"
    for side in ("en", "es"):
        shutil.copytree(verb.folder / side, empty / side)
    assert verb("export", "--format", form, "--include-internal", "--output", str(first)) == 0
    assert "internal" in verb.err
    words = ["--project", str(empty), "--format", form]
    assert verb("import", *words, str(first)) == 0
    assert verb("export", *words, "--include-internal", "--output", str(second)) == 0
    assert first.read_bytes() == second.read_bytes()


def test_an_export_names_what_it_keeps_back_and_what_it_cannot_hold(verb: Verb) -> None:
    assert verb("export", "--format", "omegat") == 0
    assert "internal decisions were kept back" in verb.err
    assert "definition of" in verb.err
    assert "trata de personas" in verb.out


def test_a_file_with_one_broken_row_is_not_imported_at_all(verb: Verb) -> None:
    before = (verb.folder / "glossary.yaml").read_bytes()
    broken = verb.folder / "broken.csv"
    broken.write_text("en,es\nborder crossing,cruce fronterizo\nlonely\n", encoding="utf-8")
    assert verb("import", str(broken)) == 3
    assert "nothing was imported: line 3" in verb.err
    assert (verb.folder / "glossary.yaml").read_bytes() == before


def test_an_import_that_fails_says_nothing_of_terms_added(
    verb: Verb, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, broken = verb.folder / "good.csv", verb.folder / "broken.csv"
    good.write_text("en,es\nborder bridge,puente fronterizo\n", encoding="utf-8")
    broken.write_bytes(b"en,es\n\xff\xfe\n")
    before = (verb.folder / "glossary.yaml").read_bytes()
    assert verb("import", str(good), str(broken)) == 3
    assert verb.out == ""
    with monkeypatch.context() as patched:
        patched.setattr(GlossaryHistory, "record", refused)
        assert verb("import", str(good)) == 4
    assert verb.out == ""
    assert (verb.folder / "glossary.yaml").read_bytes() == before
    assert verb("import", str(good)) == 0
    assert "1 added" in verb.out


def refused(*_: object, **__: object) -> None:
    raise RecordError("glossary.yaml: not saved, the disk is full")


def test_an_import_can_be_previewed_and_names_conflicts(verb: Verb) -> None:
    before = (verb.folder / "glossary.yaml").read_bytes()
    terms = verb.folder / "terms.csv"
    terms.write_text(
        "id,en,es,status\nhuman-trafficking,human trafficking,tráfico de personas,admitted\n"
        "border-crossing,border crossing,cruce fronterizo,preferred\n",
        encoding="utf-8",
    )
    assert verb("import", "--dry-run", str(terms)) == 1
    assert "1 added, 0 updated, 1 unchanged, 1 conflicts" in verb.out
    assert "forbidden here, admitted in the file; ours kept" in verb.out
    assert (verb.folder / "glossary.yaml").read_bytes() == before
    assert verb("import", str(terms)) == 1
    assert b"border-crossing" in (verb.folder / "glossary.yaml").read_bytes()


MERGING = """schema: 1
concepts:
  c:
    en:
      - text: organized crime
        status: preferred
    es:
      - text: crimen organizado
        status: {one}
      - text: delincuencia organizada
        status: {two}
"""


def test_merge_works_as_gits_merge_driver(tmp_path: Path) -> None:
    def git(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    file = tmp_path / "glossary.yaml"

    def commit(one: str, two: str) -> None:
        file.write_text(MERGING.format(one=one, two=two), encoding="utf-8")
        git("commit", "-aqm", "x")

    git("init", "-q", "-b", "main")
    for key, value in (
        ("user.name", "A"),
        ("user.email", "a@example.org"),
        ("merge.aligner-glossary.driver", f"'{sys.executable}' -m aligner glossary merge %O %A %B"),
    ):
        git("config", key, value)
    (tmp_path / ".gitattributes").write_text("glossary.yaml merge=aligner-glossary\n")
    file.write_text("schema: 1\nconcepts: {}\n")
    git("add", ".")
    commit("admitted", "preferred")
    git("checkout", "-qb", "other")
    commit("deprecated", "preferred")
    git("checkout", "-q", "main")
    commit("admitted", "admitted")
    assert git("merge", "-q", "other").returncode == 0
    (concept,) = read_glossary(file).glossary.concepts
    assert [term.status.value for term in concept.es] == ["deprecated", "admitted"]
    git("checkout", "-qb", "third", "HEAD~1")
    commit("forbidden", "admitted")
    failed = git("merge", "main")
    assert failed.returncode == 1
    assert "crimen organizado" in failed.stdout + failed.stderr
    assert read_glossary(file).glossary.concepts
