"""Every command in the guides is one that the program takes; those marked `sh run` are run."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from aligner.cli.main import VERBS, _with_verb, command, run
from tests.docs.fixtures import lay_out
from tests.docs.pages import ROOT, Line, command_lines, fences, pages, text_of

_INLINE = re.compile(r"(?<!`)`(aligner [^`\n]+)`(?!`)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)

SHOWN = [line for page in pages() for fence in fences(page) for line in command_lines(fence)]


def parse(words: list[str]) -> None:
    """Raises click.UsageError where the program would not take `words`."""
    # `...` in a guide stands for what was said before: the words are then part of a command only.
    if "..." in words:
        return
    rest = _with_verb(words)
    current: click.Command = command
    context = click.Context(command, info_name="aligner")
    while isinstance(current, click.Group):
        name = rest.pop(0)
        if name in ("--help", "-h", "--version"):
            return
        found = current.get_command(context, name)
        if found is None:
            raise click.UsageError(f"no verb {name}")
        current = found
    try:
        current.make_context(current.name, rest)
    except click.exceptions.Exit:
        return


@pytest.mark.parametrize("line", [each for each in SHOWN if each.program == "aligner"], ids=str)
def test_the_program_takes_the_command(line: Line) -> None:
    parse(list(line.words))


def test_an_unknown_verb_or_option_is_noticed() -> None:
    for words in (["check", "--no-such"], ["glossary", "nosuch"], ["report", "--kind", "poem"]):
        with pytest.raises(click.UsageError):
            parse(words)


@pytest.mark.parametrize("page", pages())
def test_commands_in_running_text_name_verbs_and_options_that_there_are(page: str) -> None:
    for code in _INLINE.findall(_FENCED.sub("", text_of(page))):
        words = code.split()[1:]
        if words[0] not in VERBS:
            # `aligner EN ES`, `aligner VERB`: a path or a placeholder, or an option before both.
            assert words[0].startswith("-") or words[0].isupper() or "." in words[0], code
            words = ["review", *words]
        current: click.Command | None = command
        while isinstance(current, click.Group) and words and not words[0].startswith("-"):
            current = current.get_command(click.Context(current), words.pop(0))
            assert current is not None, code
        assert current is not None
        known = {name for option in current.params for name in option.opts} | {
            "--help",
            "--version",
        }
        for word in words:
            if word.startswith("-"):
                assert word.partition("=")[0] in known, f"{code}: {word}"


RUN = [page for page in pages() if any(fence.runnable for fence in fences(page))]


@pytest.mark.parametrize("page", RUN)
def test_the_examples_run_as_the_page_promises(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The runnable blocks of a page, in order, in one folder with a copy of texts/ and two drafts."""
    lay_out(ROOT, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ALIGNER_REVIEWER", "Ana")
    monkeypatch.setenv("COLUMNS", "80")  # what pages show is as wide as that
    printed = ""
    for fence in fences(page):
        if fence.said:
            for shown in filter(None, fence.lines):
                assert shown in printed.splitlines(), shown
        if not fence.runnable:
            continue
        printed = ""
        for line in command_lines(fence):
            if line.program == "aligner":
                code = run(list(line.words))
            elif line.program == "git":
                code = subprocess.run([_git(), *line.words], check=False).returncode
            else:
                raise AssertionError(f"{line}: only aligner and git are run")
            said = capfd.readouterr()
            printed += said.out
            assert code == line.code, f"{line}\n{said.out[-1500:]}\n{said.err}"


def _git() -> str:
    found = shutil.which("git")
    if found is None:
        pytest.skip("git is not installed")
    return found


def test_the_guides_have_examples_that_run() -> None:
    assert len(RUN) >= 8
