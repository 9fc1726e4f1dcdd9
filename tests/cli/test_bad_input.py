"""Bad input ends with one clear line on stderr, its exit code, and no traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import EN, Run

Spoil = Callable[[Path], None]


def _write(name: str, content: bytes) -> Spoil:
    def work(project: Path) -> None:
        (project / name).write_bytes(content)

    return work


def _remove(name: str) -> Spoil:
    def work(project: Path) -> None:
        (project / name).unlink()

    return work


CASES: list[tuple[str, Spoil, int, str]] = [
    ("a text without its pair", _remove("es/statement.md"), 3, "counterpart"),
    (
        "a Latin-1 text",
        _write("es/statement.md", "Declaración".encode("latin-1")),
        3,
        "byte offset 9",
    ),
    ("a NUL byte", _write("es/statement.md", b"Hola\x00"), 3, "NUL"),
    ("an empty text", _write("es/statement.md", b""), 3, "es/statement.md"),
    ("broken YAML", _write("aligner.yaml", b"schema: 1\ngates: [\n"), 2, "line"),
    ("a key given twice", _write("aligner.yaml", b"schema: 1\nschema: 1\n"), 2, "schema"),
    ("a language called no", _write("aligner.yaml", b"schema: 1\nlanguages:\n  es: no\n"), 2, "no"),
    ("an unknown key", _write("aligner.yaml", b"schema: 1\ngate: draft\n"), 2, "gates"),
    ("a newer schema", _write("aligner.yaml", b"schema: 9\n"), 2, "9"),
    ("an alias", _write("aligner.yaml", b"schema: 1\nkeys: &a {}\nlanguages: *a\n"), 2, "anchor"),
    ("a tag", _write("aligner.yaml", b"schema: !!python/name:os.system 1\n"), 2, "tag"),
    ("a broken glossary", _write("glossary.yaml", b"schema: 1\nconcepts: 3\n"), 4, "glossary.yaml"),
    (
        "a path outside the project",
        _write("aligner.yaml", b"schema: 1\ndocuments:\n  - {id: a, en: ../x.md, es: es/a.md}\n"),
        2,
        "outside",
    ),
]


@pytest.mark.parametrize(
    ("spoil", "code", "said"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_one_line_and_the_exit_code(
    cli: Run, project: Path, spoil: Spoil, code: int, said: str
) -> None:
    spoil(project)
    answer = cli("check", project)
    assert answer.code == code
    assert said in answer.err
    assert len(answer.err.strip().splitlines()) == 1
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("check", "--nonsense"), 2, "--nonsense"),
        (("check", "--select", "numbr"), 2, "number"),
        (("check", "--fail-under", "coverage.fr=1"), 2, "coverage"),
        (("check", "--max", "divergence.open.major=many"), 2, "many"),
        (("check", "--gate", "final"), 2, "final"),
        (("check", "--output", "pdf:x"), 2, "FORMAT:FILE"),
        (("check", "--baseline", "absent.json"), 3, "absent.json"),
        (("check", "--glossary", "absent.csv"), 3, "absent.csv"),
        (("check", "--bitext", "absent.tmx"), 3, "absent.tmx"),
        (("check", "--update-baseline"), 2, "--baseline"),
        (("find", ""), 2, "word"),
        (("compare", "a"), 2, "OLD"),
    ],
)
def test_a_command_line_that_cannot_be_carried_out(
    cli: Run,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(project)
    answer = cli(*arguments)
    assert answer.code == code
    assert said in answer.err
    assert len(answer.err.strip().splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")
@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "pipe.md", "en/statement.md"),
        ("init", "new", "--from", "pipe.tmx"),
        ("batch", "pipe.tsv"),
    ],
)
def test_a_pipe_where_a_file_was_expected_is_refused_and_not_waited_for(
    cli: Run, project: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(project)
    os.mkfifo(next(each for each in arguments if each.startswith("pipe")))
    answer = cli(*arguments)
    assert answer.code == 3
    assert "pipe or a device" in answer.err


def test_a_name_that_is_too_long_is_told(cli: Run, project: Path) -> None:
    for arguments in (
        ("check", "x" * 300),
        ("compare", "x" * 300, project),
        ("check", "x" * 300, "y.md"),
    ):
        answer = cli(*arguments)
        assert answer.code in (2, 3)
        assert "fault of ours" not in answer.err


def test_no_project_is_an_error_of_usage(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    answer = cli("check")
    assert answer.code == 2
    assert "no project" in answer.err


def test_a_missing_file_of_a_pair_is_named(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(EN, encoding="utf-8")
    answer = cli("check", tmp_path / "a.md", tmp_path / "b.md")
    assert answer.code == 3
    assert "b.md" in answer.err


@pytest.mark.parametrize(
    "form", ["text", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown"]
)
def test_hostile_text_is_shown_and_reported_and_nothing_raw_reaches_stdout(
    cli: Run, project: Path, form: str
) -> None:
    hostile = "Number 5 [/] [@click=app.quit]go[/] \x1b[31mred\x1b]0;title\x07 \u202eright to left"
    for side in ("en", "es"):
        path = project / side / "statement.md"
        path.write_text(path.read_text(encoding="utf-8") + "\n" + hostile + "\n", encoding="utf-8")
    answer = cli("check", project, "--format", form, "--exit-zero")
    assert answer.code == 0
    assert "characters" in answer.out
    if form in ("text", "github", "markdown", "junit"):
        assert not any(sign in answer.out for sign in ("\x1b", "\x07", "\u202e"))


def test_a_malformed_document_does_not_hide_the_others(cli: Run, project: Path) -> None:
    for side in ("en", "es"):
        (project / side / "other.md").write_bytes(
            b"Agreed on 5 points. \xff" if side == "es" else b"x"
        )
    answer = cli("check", project)
    assert answer.code == 3
    assert "other.md" in answer.err
    assert "statement" in answer.out
