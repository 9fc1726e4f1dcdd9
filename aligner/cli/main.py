"""The way into the command line: finds the verb, loads only its module, ends with its exit code.

What always holds: `aligner` alone, and `aligner PATH...` where PATH is no verb, mean `review`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

from aligner import __version__
from aligner.cli.ending import end

# verb -> (module, one line of help): the help of all verbs is shown without loading any of them.
VERBS: dict[str, tuple[str, str]] = {
    "review": ("review", "Review a bitext in the terminal (the default verb)."),
    "init": ("init", "Start a project in a folder."),
    "align": ("align", "Print the beads of a bitext."),
    "check": ("check", "Check coverage, divergences and terms against the gates."),
    "coverage": ("coverage", "Print the metrics alone."),
    "glossary": ("glossary", "List, decide, suggest, import and export terms."),
    "find": ("find", "Find words in both versions."),
    "kwic": ("find", "The same as find."),
    "compare": ("compare", "Say what changed between two versions."),
    "export": ("export", "Write the bitext for other tools."),
    "report": ("report", "Write the HTML report, or a paper for Word."),
    "certificate": ("certificate", "Write the certificate of comparison."),
    "batch": ("batch", "Align, check and index many document pairs."),
    "index": ("index", "Build, check or describe the archive index."),
    "serve": ("serve", "Review in a browser, on this machine alone."),
    "doctor": ("doctor", "Say what is wrong with the records, and mend it."),
}


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is used and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All verbs, in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb's command, or None."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"aligner.cli.{VERBS[cmd_name][0]}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The verbs with their lines of help, none of them loaded."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Nothing that you open leaves this machine.",
)
@click.version_option(__version__, "--version", prog_name="aligner")
def command() -> None:
    """Align, check and review the English and Spanish versions of a declaration.

    `aligner` alone opens the project of this folder; `aligner EN ES` opens two files.
    """


_WITH_VALUE = {"--reviewer", "--role", "--ui", "--jobs", "--encoding", "--tracked"}


def _with_verb(arguments: Sequence[str]) -> list[str]:
    """`arguments` with the verb in front: options that every verb takes may stand before it."""
    rest = list(arguments)
    moved: list[str] = []
    while rest and rest[0].startswith("-") and rest[0] not in ("-h", "--help", "--version"):
        option = rest.pop(0)
        if option == "--":
            return ["review", *moved, "--", *rest]
        moved.append(option)
        if option in _WITH_VALUE and rest:
            moved.append(rest.pop(0))
    if rest and (rest[0] in VERBS or rest[0] in ("-h", "--help", "--version")):
        return [rest[0], *moved, *rest[1:]]
    return ["review", *moved, *rest]


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code. Never raises."""

    def work() -> int:
        answer = command.main(
            args=_with_verb(arguments), prog_name="aligner", standalone_mode=False
        )
        return answer if isinstance(answer, int) else 0

    return end(work, debug="--debug" in arguments)
