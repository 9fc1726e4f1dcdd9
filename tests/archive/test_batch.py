"""Batches: known pairs are left alone, bad ones recorded, killed runs gone on with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aligner.archive.engine import Here, Processes
from aligner.archive.index import Index, open_or_rebuild
from aligner.archive.work import Rules, Task
from aligner.errors import LockedError, RecordError
from aligner.glossary.concept import Concept, Glossary, Term
from bench.archive_texts import generate
from tests.cli.conftest import EN, ES, Run, cli  # noqa: F401  fixtures


def make(folder: Path, count: int) -> Path:
    """`count` pairs below en/ and es/."""
    for side, text in (("en", EN), ("es", ES)):
        (folder / side).mkdir(parents=True)
        for number in range(count):
            own = text.replace("26", str(26 + number))
            (folder / side / f"{2000 + number}-statement.md").write_text(own, encoding="utf-8")
    return folder


def outcomes(folder: Path) -> dict[str, bytes]:
    """Every outcome's bytes by its file's name."""
    return {
        path.name: path.read_bytes()
        for path in (folder / ".aligner/archive/outcomes").glob("*.json")
    }


def test_what_is_unchanged_is_left_alone(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 3)
    assert "3 judged, 0 known" in cli("batch", tmp_path).err
    assert "0 judged, 3 known" in cli("batch", tmp_path).err
    text = tmp_path / "es" / "2001-statement.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nMás.\n", encoding="utf-8")
    assert "1 judged, 2 known" in cli("batch", tmp_path).err
    assert len(outcomes(tmp_path)) == 3


def test_a_bad_pair_is_a_recorded_failure_and_not_the_end(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 3)
    (tmp_path / "es" / "2001-statement.md").write_bytes(b"\xff\xfe\x00\x00bad")
    answer = cli("batch", tmp_path)
    assert answer.code == 3
    assert "2001-statement" in answer.err
    assert "2 pairs" in answer.out
    with Index(tmp_path / ".aligner/archive/archive.sqlite") as index:
        assert set(index.digests()) == {"2000-statement", "2002-statement"}


def test_a_file_without_partner_is_named(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 2)
    (tmp_path / "es" / "2001-statement.md").unlink()
    answer = cli("batch", tmp_path)
    assert answer.code == 3
    assert "2001-statement.md" in answer.err


def test_every_engine_gives_the_same_bytes(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    one, two = make(tmp_path / "one", 10), make(tmp_path / "two", 10)
    cli("batch", one, "--jobs", "1")
    cli("batch", two, "--jobs", "2")
    assert outcomes(one) == outcomes(two)


_KILLED = """
import os, signal, sys
from aligner.cli.main import run
from aligner.store.files import Disk

replace, written = Disk.replace, []

def killed(disk, source, target):
    if target.parent.name == "outcomes" and target.suffix == ".json":
        if len(written) == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        written.append(target)
    replace(disk, source, target)

Disk.replace = killed
run(["batch", sys.argv[1], "--jobs", "1", "--quiet"])
"""
"""A run that is killed in the middle of writing its sixth outcome."""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_killed_run_goes_on_and_comes_to_the_same_bytes(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    whole, killed = make(tmp_path / "whole", 30), make(tmp_path / "killed", 30)
    cli("batch", whole, "--jobs", "1")
    assert subprocess.run([sys.executable, "-c", _KILLED, str(killed)]).returncode == -9
    assert len(outcomes(killed)) == 5
    answer = cli("batch", killed, "--jobs", "1")
    assert "25 judged" in answer.err
    assert outcomes(killed) == outcomes(whole)
    assert not list((killed / ".aligner/archive/outcomes").glob(".*tmp"))


def _task(name: str) -> tuple[Task, str]:
    return Task(name, "en/a.md", "es/a.md", EN.encode(), ES.encode()), "0" * 64


def test_processes_give_one_outcome_for_each_job() -> None:
    jobs = [_task(f"n{number}") for number in range(12)]
    found = list(Processes(2).run(jobs, Rules()))
    assert sorted(outcome["name"] for outcome in found) == sorted(task.name for task, _ in jobs)
    by_name = {outcome["name"]: outcome for outcome in found}
    for outcome in Here().run(jobs, Rules()):
        assert outcome == by_name[outcome["name"]]


def test_outcomes_do_not_depend_on_the_seed_of_hashing(tmp_path: Path) -> None:
    generate(tmp_path, 6)
    found = []
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "aligner", "batch", str(tmp_path), "--jobs", "1", "--exit-zero"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        found.append(outcomes(tmp_path))
        shutil.rmtree(tmp_path / ".aligner")
    assert len(found[0]) == 6
    assert found[0] == found[1]


def test_rules_and_texts_change_the_digest() -> None:
    base = Rules().digest()
    task, _ = _task("a")
    term = Rules(Glossary((Concept("x", (Term("x"),), (Term("y"),)),)))
    assert term.digest() != base
    assert task.digest(base) != task.digest(term.digest())
    other = Task("a", "en/a.md", "es/a.md", EN.encode() + b" ", ES.encode())
    assert other.digest(base) != task.digest(base)


def test_the_index_is_searched_on_both_sides_and_by_date(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 4)
    cli("batch", tmp_path)
    index = tmp_path / ".aligner/archive/archive.sqlite"
    found = json.loads(
        cli(
            "find",
            "--en",
            "objectives",
            "--es",
            "acciones",
            "--since",
            "2001",
            "--until",
            "2002",
            "--index",
            index,
            "--format",
            "json",
        ).out
    )["found"]
    assert [each["date"] for each in found] == ["2001", "2002"]
    assert cli("find", '"NEAR(a b)" OR', "--index", index).code == 0


def test_a_damaged_index_is_noticed_and_built_again(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 2)
    cli("batch", tmp_path)
    index = tmp_path / ".aligner/archive/archive.sqlite"
    index.write_bytes(b"not a database at all" * 100)
    with pytest.raises(RecordError):
        Index(index)
    copied = tmp_path / "elsewhere.sqlite"
    copied.write_bytes(index.read_bytes())
    assert cli("find", "governments", "--index", copied).code == 4
    answer = cli("batch", tmp_path)
    assert "built again" in answer.err
    assert cli("find", "governments", "--index", index).out.count("EN") >= 2
    assert "sound" in cli("index", tmp_path, "--check").out


def _spoil_middle(path: Path, share: float) -> None:
    """Overwrites a page of the file, far behind its header."""
    content = bytearray(path.read_bytes())
    start = int(len(content) * share) // 4096 * 4096
    content[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_damage_in_the_middle_is_noticed_by_all_who_use_the_index(
    cli: Run,  # noqa: F811
    tmp_path: Path,
    share: float,
) -> None:
    make(tmp_path, 4)
    cli("batch", tmp_path)
    index = tmp_path / ".aligner/archive/archive.sqlite"
    wanted = cli("find", "governments", "--index", index)
    _spoil_middle(index, share)
    found = cli("find", "governments", "--index", index)
    assert (found.code, found.out) == (0, wanted.out)
    _spoil_middle(index, share)
    assert cli("batch", tmp_path, "--exit-zero").code == 0
    assert "is sound" in cli("index", tmp_path, "--check").out
    _spoil_middle(index, share)
    assert "built again" in cli("batch", tmp_path).err + cli("index", tmp_path, "--check").out + (
        "built again" if cli("find", "governments", "--index", index).out == wanted.out else ""
    )
    assert cli("find", "governments", "--index", index).out == wanted.out


def test_an_index_in_use_is_left_alone(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 2)
    cli("batch", tmp_path)
    path = tmp_path / ".aligner/archive/archive.sqlite"
    held = sqlite3.connect(path)
    held.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedError):
        open_or_rebuild(path, patience=0.1)
    held.rollback()
    held.close()
    with Index(path) as index:
        assert index.counts()[0] == 2


def test_an_index_of_a_folder_where_nothing_may_be_written_is_read(
    cli: Run,  # noqa: F811
    tmp_path: Path,
) -> None:
    make(tmp_path, 1)
    cli("batch", tmp_path)
    archive = tmp_path / ".aligner/archive"
    assert {path.name for path in archive.iterdir()} == {"archive.sqlite", "outcomes"}


def test_find_uses_the_archive_of_the_folder(
    cli: Run,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make(tmp_path, 3)
    cli("batch", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert "archive.sqlite" in cli("find", "governments").err
    answer = cli("find", "governments", "--since", "2002", "--format", "json")
    assert [each["date"] for each in json.loads(answer.out)["found"]] == ["2002"]
    # A project of its own is searched itself, unless only an index could answer.
    (tmp_path / "aligner.yaml").write_text("schema: 1\n", encoding="utf-8")
    assert "archive.sqlite" not in cli("find", "governments").err
    assert "archive.sqlite" in cli("find", "governments", "--region", "es-mx").err


def test_where_outcomes_cannot_be_written_it_is_said(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 1)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    answer = cli("batch", tmp_path, "--into", tmp_path / "file" / "below")
    assert answer.code == 4
    assert "cannot be written" in answer.err


def test_a_wrong_gate_is_said_before_the_work(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 1)
    assert cli("batch", tmp_path, "--gate", "concordanse").code == 2
    assert cli("batch", tmp_path, "--max", "divergence.open.majr=1").code == 2
    assert not outcomes(tmp_path)
    assert cli("batch", tmp_path, "--max", "divergence.open.major=0").code == 1
    assert cli("batch", tmp_path, "--max", "divergence.open.major=9").code == 0


def test_a_fault_of_ours_is_one_pair_s_outcome_and_tried_again(
    cli: Run,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make(tmp_path, 2)
    from aligner.archive import work

    whole = work._judged

    def broken(task: Task, rules: Rules) -> dict[str, object]:
        if "2001" in task.name:
            raise MemoryError("planted")
        return whole(task, rules)

    monkeypatch.setattr(work, "_judged", broken)
    answer = cli("batch", tmp_path)
    assert answer.code == 70
    assert "planted" in answer.err
    monkeypatch.setattr(work, "_judged", whole)
    answer = cli("batch", tmp_path)
    assert answer.code == 0
    assert "1 judged, 1 known" in answer.err


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("verb", ["batch", "check"])
def test_an_interrupt_ends_all_processes_in_one_line(tmp_path: Path, verb: str) -> None:
    make(tmp_path, 400)
    process = subprocess.Popen(
        [sys.executable, "-m", "aligner", verb, str(tmp_path), "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    done = {"batch": ".aligner/archive/outcomes", "check": ".aligner/cache"}[verb]
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        if sum(path.is_file() for path in (tmp_path / done).rglob("*")) > 6:
            break
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert said.decode().strip() == "aligner: interrupted"


def test_the_archive_s_own_aligner_yaml_is_followed(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 1)
    most = ("--max", "divergence.open.major=0")
    assert cli("batch", tmp_path, *most).code == 1
    (tmp_path / "aligner.yaml").write_text(
        "schema: 1\nlanguages: {en: en-GB, es: es-ES}\nchecks: {number: minor}\n", encoding="utf-8"
    )
    answer = cli("batch", tmp_path, *most)
    assert answer.code == 0
    assert "1 judged, 0 known" in answer.err
    with Index(tmp_path / ".aligner/archive/archive.sqlite") as index:
        assert list(index.ask("SELECT region_en, region_es FROM document")) == [("en-GB", "es-ES")]
    (tmp_path / "aligner.yaml").write_text("schema: 1\nchekcs: {}\n", encoding="utf-8")
    assert cli("batch", tmp_path).code == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name\ten\tes\tdate\na\tx\ty\tsoon\n", "soon"),
        ("name\ten\tes\na\tx\n", "needs"),
        ("name\ten\tes\na\tx\ty\tz\n", "more cells"),
        ("", "lists no pair"),
        ("name\ten\tes\na\tx\ty\na\tx\ty\n", "two pairs"),
    ],
)
def test_a_manifest_that_cannot_be_meant_is_refused_with_its_line(
    cli: Run,  # noqa: F811
    tmp_path: Path,
    content: str,
    said: str,
) -> None:
    manifest = tmp_path / "list.tsv"
    manifest.write_text(content, encoding="utf-8")
    answer = cli("batch", manifest)
    assert answer.code == 3
    assert said in answer.err


def test_a_manifest_names_pairs_and_refuses_what_it_does_not_know(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    make(tmp_path, 2)
    manifest = tmp_path / "list.tsv"
    manifest.write_text(
        "name\ten\tes\tdate\nfirst\ten/2000-statement.md\tes/2000-statement.md\t2000-05-06\n",
        encoding="utf-8",
    )
    assert "1 pairs: 1 judged" in cli("batch", manifest).err
    manifest.write_text("name\ten\tes\tcolour\nfirst\ta\tb\tred\n", encoding="utf-8")
    answer = cli("batch", manifest)
    assert answer.code == 3
    assert "colour" in answer.err


@pytest.mark.parametrize("manifest", [False, True])
def test_what_a_document_is_worth_is_followed_as_in_check(
    cli: Run,  # noqa: F811
    tmp_path: Path,
    manifest: bool,
) -> None:
    make(tmp_path, 2)
    for number in (2000, 2001):
        text = tmp_path / "en" / f"{number}-statement.md"
        more = "\n\nThe two governments shall publish a report each year.\n"
        text.write_text(text.read_text("utf-8") + more, encoding="utf-8")
    (tmp_path / "aligner.yaml").write_text(
        "schema: 1\ndocuments:\n"
        "  - {id: first, en: en/2000-statement.md, es: es/2000-statement.md,"
        " authenticity: prevails-en, instrument: binding}\n"
        "  - {id: 2001-statement, en: en/2001-statement.md, es: es/2001-statement.md}\n",
        encoding="utf-8",
    )
    source = tmp_path
    if manifest:
        source = tmp_path / "list.tsv"
        rows = [f"{n}-statement\ten/{n}-statement.md\tes/{n}-statement.md" for n in (2000, 2001)]
        source.write_text("\n".join(("name\ten\tes", *rows)), encoding="utf-8")

    def found(verb: str, *words: object) -> list[list[tuple[str, str, str]]]:
        record = json.loads(cli(verb, *words, "--format", "json").out)
        return [
            sorted((each["type"], each["mqm"], each["message"]) for each in one["divergences"])
            for one in record["documents"]
        ]

    judged = found("batch", source)
    assert judged == found("check", tmp_path)
    assert judged[0] != judged[1], "one of the two prevails"
    # Another worth is another outcome.
    path = tmp_path / "aligner.yaml"
    path.write_text(path.read_text("utf-8").replace("prevails-en", "equal"), encoding="utf-8")
    assert "1 judged, 1 known" in cli("batch", source).err
