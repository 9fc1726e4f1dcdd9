"""`aligner check` and `coverage`: gates, formats, baseline, selection."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_differing_number_makes_the_gate_fall(cli: Run, project: Path) -> None:
    answer = cli("check", project)
    assert answer.code == 1
    assert "101" in answer.out
    assert "110" in answer.out


def test_exit_zero_turns_only_a_fallen_gate_into_success(cli: Run, project: Path) -> None:
    assert cli("check", project, "--exit-zero").code == 0
    (project / "es" / "statement.md").unlink()
    assert cli("check", project, "--exit-zero").code == 3


@pytest.mark.parametrize(
    "form", ["text", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown"]
)
def test_every_format_ends_with_the_same_code(cli: Run, project: Path, form: str) -> None:
    answer = cli("check", project, "--format", form)
    assert answer.code == 1
    assert answer.out


def test_json_has_the_documented_shape(cli: Run, project: Path) -> None:
    record = json.loads(cli("check", project, "--format", "json").out)
    assert record["schema"] == 1
    assert record["signature"].startswith("aligner")
    (document,) = record["documents"]
    found = next(each for each in document["divergences"] if each["type"] == "number")
    assert found["state"] == "open"
    assert found["en"]["path"] == "en/statement.md"
    assert found["en"]["line"] == 5
    ((segment, start, end),) = found["en"]["spans"]
    text = "They agreed on 26 objectives and 101 actions."
    assert text[start:end] == "101"
    assert segment == 2
    assert record["metrics"]["coverage.en"]["n"] == record["metrics"]["coverage.en"]["d"]
    assert any(not gate["held"] for gate in record["gates"])


def test_several_outputs_are_written_at_once(cli: Run, project: Path, tmp_path: Path) -> None:
    sarif, junit = tmp_path / "a.sarif", tmp_path / "b.xml"
    cli("check", project, "--output", f"sarif:{sarif}", "--output", f"junit:{junit}")
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert junit.read_text(encoding="utf-8").startswith("<?xml")


def test_a_baseline_lets_only_new_findings_count(cli: Run, project: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    assert cli("check", project, "--baseline", baseline, "--update-baseline").code == 0
    assert cli("check", project, "--baseline", baseline).code == 0
    written = baseline.read_bytes()
    cli("check", project, "--baseline", baseline, "--update-baseline")
    assert baseline.read_bytes() == written
    text = project / "es" / "statement.md"
    text.write_text(text.read_text(encoding="utf-8").replace("2021", "2022"), encoding="utf-8")
    answer = cli("check", project, "--baseline", baseline)
    assert answer.code == 1
    assert "2022" in answer.out
    assert "110" not in answer.out


def test_an_expired_entry_of_the_baseline_is_listed(
    cli: Run, project: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    cli("check", project, "--baseline", baseline, "--update-baseline")
    text = project / "es" / "statement.md"
    text.write_text(text.read_text(encoding="utf-8").replace("110", "101"), encoding="utf-8")
    record = json.loads(cli("check", project, "--baseline", baseline, "--format", "json").out)
    assert len(record["expired"]) >= 1
    assert "expired" in cli("check", project, "--baseline", baseline).out


def test_a_renamed_document_keeps_its_baseline(cli: Run, project: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    cli("check", project, "--baseline", baseline, "--update-baseline")
    for side in ("en", "es"):
        (project / side / "statement.md").rename(project / side / "declaration.md")
    answer = cli("check", project, "--baseline", baseline)
    assert answer.code == 0
    assert "renamed" in answer.out
    text = project / "es" / "declaration.md"
    text.write_text(text.read_text(encoding="utf-8").replace("26", "62"), encoding="utf-8")
    assert cli("check", project, "--baseline", baseline).code == 1


def test_a_baseline_is_not_rewritten_where_a_text_could_not_be_read(
    cli: Run, project: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    for side in ("en", "es"):
        text = (project / side / "statement.md").read_text(encoding="utf-8")
        (project / side / "other.md").write_text(text, encoding="utf-8")
    cli("check", project, "--baseline", baseline, "--update-baseline")
    written = baseline.read_bytes()
    (project / "es" / "other.md").write_bytes(b"\xff\xfe\xff")
    answer = cli("check", project, "--baseline", baseline, "--update-baseline")
    assert answer.code == 3
    assert "left as it was" in answer.err
    assert baseline.read_bytes() == written


def test_one_output_that_cannot_be_written_does_not_cost_the_others(
    cli: Run, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    sarif = tmp_path / "a.sarif"
    answer = cli(
        "check",
        project,
        "--output",
        f"json:{tmp_path}/file/below/a.json",
        "--output",
        f"sarif:{sarif}",
        "--output",
        f"text:{tmp_path}",
    )
    assert answer.code == 4
    assert answer.err.count("aligner: ") == 2
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "110" in answer.out


def test_slips_on_the_command_line_are_told_before_the_work(
    cli: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the texts were read")

    monkeypatch.setattr("aligner.cli.opening.reviews_of", never)
    for slip in (["--max", "divergence.open.majr=1"], ["--gate", "final"], ["--select", "numbr"]):
        assert cli("check", project, *slip).code == 2
    assert cli("check", project, "--baseline", "absent.json").code == 3


@pytest.mark.parametrize(
    ("gate", "change", "place"),
    [
        (
            "coverage.en=100",
            ("en", "They agreed", "Nobody was there.\n\nThey agreed"),
            "en/statement.md:5",
        ),
        (
            "coverage.es=100",
            ("es", "Acordaron", "Hubo además una cena.\n\nAcordaron"),
            "es/statement.md:5",
        ),
        ("reviewed=100", ("en", "", ""), "en/statement.md:1 | es/statement.md:1: not reviewed"),
    ],
)
def test_a_fallen_gate_says_where_to_look_first(
    cli: Run, project: Path, gate: str, change: tuple[str, str, str], place: str
) -> None:
    side, old, new = change
    text = project / side / "statement.md"
    text.write_text(text.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    options = ("--gate", "draft", "--fail-under", gate)
    for form in ("text", "markdown", "junit"):
        shown = cli("check", project, *options, "--format", form)
        assert shown.code == 1
        assert place in " ".join(shown.out.replace("\\", "").split())


def _committed(project: Path) -> None:
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-C", str(project)]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        subprocess.run([*git, *command], check=True)


def test_diff_base_follows_a_renamed_document(cli: Run, project: Path) -> None:
    _committed(project)
    for side in ("en", "es"):
        (project / side / "statement.md").rename(project / side / "declaration.md")
    assert cli("check", project, "--diff-base", "HEAD").code == 0
    assert "no change" in cli("compare", project, "--rev", "HEAD").out
    text = project / "es" / "declaration.md"
    text.write_text(text.read_text(encoding="utf-8").replace("110", "111"), encoding="utf-8")
    answer = cli("check", project, "--diff-base", "HEAD")
    assert answer.code == 1
    assert "Spanish alone" in answer.out


def test_a_revision_without_the_project_makes_all_of_it_new(cli: Run, project: Path) -> None:
    _committed(project.parent)
    later = project.parent / "later"
    shutil.copytree(project, later, ignore=shutil.ignore_patterns(".*"))
    answer = cli("check", later, "--diff-base", "HEAD")
    assert answer.code == 1
    assert "110" in answer.out
    assert "not there" in cli("compare", later, "--rev", "HEAD").err


def test_diff_base_limits_to_what_changed_and_names_one_sided_changes(
    cli: Run, project: Path
) -> None:
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-C", str(project)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "a"], check=True)
    assert cli("check", project, "--diff-base", "HEAD").code == 0
    text = project / "en" / "statement.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("8 October", "9 October"), encoding="utf-8"
    )
    answer = cli("check", project, "--diff-base", "HEAD")
    assert answer.code == 1
    assert "English alone" in answer.out
    assert "110" not in answer.out
    assert cli("check", project, "--diff-base", "nonsense").code == 2


def test_select_and_ignore_choose_checks(cli: Run, project: Path) -> None:
    assert cli("check", project, "--ignore", "number").code == 0
    assert cli("check", project, "--select", "date").code == 0
    assert cli("check", project, "--select", "number").code == 1


def test_limits_on_the_command_line_take_the_place_of_the_profile_s(
    cli: Run, project: Path
) -> None:
    assert cli("check", project, "--max", "divergence.open.major=1").code == 0
    assert (
        cli("check", project, "--gate", "signature", "--max", "divergence.open.major=1").code == 1
    )


def test_the_result_does_not_depend_on_the_number_of_processes(cli: Run, project: Path) -> None:
    for n in range(9):
        for side in ("en", "es"):
            text = (project / side / "statement.md").read_text(encoding="utf-8")
            (project / side / f"more{n}.md").write_text(
                text.replace("26", str(26 + n)), encoding="utf-8"
            )
    one = cli("check", project, "--format", "json", "--jobs", "1")
    two = cli("check", project, "--format", "json", "--jobs", "2")
    assert one.out == two.out


def test_coverage_prints_one_number_for_badges(cli: Run, project: Path) -> None:
    assert cli("coverage", project, "--format", "total").out == "100\n"
    assert cli("coverage", "--format", "total", "reviewed", project).out == "0\n"
    assert "coverage.es" in cli("coverage", project).out


def test_two_files_need_no_project(cli: Run, project: Path, tmp_path: Path) -> None:
    en = (project / "en" / "statement.md").rename(tmp_path / "v3-en.md")
    es = (project / "es" / "statement.md").rename(tmp_path / "v3-es.md")
    answer = cli("check", en, es)
    assert answer.code == 1
    assert "110" in answer.out
