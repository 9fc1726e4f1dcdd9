"""Each documented cause has its exit code, and the same one in every format."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from aligner.cli.check import FORMATS
from aligner.cli.main import run
from tests.cli.conftest import ES

Patch = pytest.MonkeyPatch


@dataclass(frozen=True)
class Cause:
    """What is spoilt in the project, what is asked besides, and the code that it makes."""

    code: int
    spoil: Callable[[Path], object] = lambda _: None
    options: tuple[str, ...] = ()
    patch: Callable[[Patch], None] = lambda _: None


def _put(name: str, content: str | bytes) -> Callable[[Path], object]:
    def work(project: Path) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return work


def _raise(error: BaseException) -> Callable[[Patch], None]:
    def broken(*_: object, **__: object) -> None:
        raise error

    return lambda patch: patch.setattr("aligner.cli.running.run_of", broken)


class _Spoilt(io.BytesIO):
    """A stdout whose other end is gone or full."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: object) -> int:
        raise self.error


def _stdout(error: OSError) -> Callable[[Patch], None]:
    return lambda patch: patch.setattr(sys, "stdout", io.TextIOWrapper(_Spoilt(error)))


_TWO = "schema: 1\ndocuments:\n  - {id: a, en: en/statement.md, es: es/statement.md}\n"

CAUSES = {
    "every gate holds": Cause(0, _put("es/statement.md", ES.replace("110", "101"))),
    "a gate fell and is excused": Cause(0, options=("--exit-zero",)),
    "a gate fell": Cause(1),
    "a limit of the command line fell": Cause(1, options=("--fail-under", "reviewed=1")),
    "terms contradict one another": Cause(
        1,
        _put(
            "glossary.yaml",
            "schema: 1\nconcepts:\n  a:\n    en: [{text: action, status: preferred}]\n"
            "    es: [{text: acción, status: preferred}, {text: acto, status: preferred}]\n",
        ),
        ("--gate", "draft"),
    ),
    "an unknown option": Cause(2, options=("--nonsense",)),
    "an unknown metric": Cause(2, options=("--max", "divergence.open.majr=1")),
    "an unknown profile": Cause(2, options=("--gate", "final")),
    "an unknown check": Cause(2, options=("--select", "numbr")),
    "a broken aligner.yaml": Cause(2, _put("aligner.yaml", "schema: [\n")),
    "an unknown key of aligner.yaml": Cause(2, _put("aligner.yaml", "schema: 1\ngate: draft\n")),
    "a path outside the project": Cause(
        2, _put("aligner.yaml", _TWO.replace("en/statement", "../../statement"))
    ),
    "an unknown revision": Cause(2, options=("--diff-base", "nonsense")),
    "a text without its pair": Cause(3, lambda project: (project / "es/statement.md").unlink()),
    "a text that is no UTF-8": Cause(3, _put("es/statement.md", b"\xff\xff")),
    "a missing baseline": Cause(3, options=("--baseline", "absent.json")),
    "a missing memory": Cause(3, _put("aligner.yaml", "schema: 1\nmemories: [absent.tmx]\n")),
    "a missing glossary": Cause(3, options=("--glossary", "absent.csv")),
    "a broken glossary.yaml": Cause(4, _put("glossary.yaml", "schema: 1\nconcepts: 3\n")),
    "a newer glossary.yaml": Cause(4, _put("glossary.yaml", "schema: 9\nconcepts: {}\n")),
    "a newer event": Cause(
        4,
        _put(
            "review/statement.jsonl",
            '{"v": 9, "id": "00000000-0000-4000-8000-000000000000", "kind": "note"}\n',
        ),
    ),
    "a file that cannot be written": Cause(4, options=("--output", "json:aligner.yaml/below.json")),
    "a name that no disk takes": Cause(4, options=("--output", f"json:{'x' * 300}")),
    "a full disk behind stdout": Cause(
        4, patch=_stdout(OSError(errno.ENOSPC, "No space left on device"))
    ),
    "a fault of ours": Cause(70, patch=_raise(ZeroDivisionError("planted"))),
    "an interrupt": Cause(130, patch=_raise(KeyboardInterrupt())),
    "a reader that has gone": Cause(141, patch=_stdout(BrokenPipeError())),
    "two causes: the worse counts": Cause(
        3, _put("en/alone.md", "A text without its Spanish version.\n")
    ),
}


@pytest.mark.parametrize("name", CAUSES)
def test_a_cause_has_its_code_in_every_format(
    project: Path, name: str, capfd: pytest.CaptureFixture[str], monkeypatch: Patch
) -> None:
    cause = CAUSES[name]
    cause.spoil(project)
    monkeypatch.chdir(project)
    cause.patch(monkeypatch)
    codes = {form: run(["check", "--format", form, *cause.options]) for form in FORMATS}
    assert codes == dict.fromkeys(FORMATS, cause.code)
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("report", ".", "--out"),
        ("export", ".", "--format", "tmx", "--out"),
        ("glossary", "export", "--output"),
        ("init",),
    ],
    ids=lambda words: words[0],
)
def test_a_name_that_cannot_be_written_is_4_for_every_verb(
    project: Path, words: tuple[str, ...], capfd: pytest.CaptureFixture[str], monkeypatch: Patch
) -> None:
    monkeypatch.chdir(project)
    assert run([*words, "x" * 300]) == 4
    assert capfd.readouterr().err.count("\n") == 1
