"""`aligner glossary`: term decisions without the UI.

What always holds: each verb of the group is loaded when it is used and not before.
"""

from __future__ import annotations

from importlib import import_module

import click

# verb -> (module, one line of help)
VERBS: dict[str, tuple[str, str]] = {
    "list": ("glossary_listing", "The concepts, or one of them in full."),
    "add": ("glossary_deciding", "Decide a term; shows the effect first."),
    "undo": ("glossary_deciding", "Take back your last decision."),
    "log": ("glossary_listing", "Who decided what, when and why."),
    "suggest": ("glossary_texts", "Candidates from the aligned texts, with every rendering."),
    "lint": ("glossary_texts", "One text alone, or the glossary itself, against the decisions."),
    "import": ("glossary_exchange", "Take in TBX, CSV, TMX and others, by concept."),
    "export": ("glossary_exchange", "Write TBX, CSV, TMX, HTML and others."),
    "merge": ("glossary_exchange", "BASE OURS THEIRS, as git's merge driver."),
}


class Verbs(click.Group):
    """The verbs of the glossary."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All verbs, in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb's command, or None."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"aligner.cli.{VERBS[cmd_name][0]}")
        found = getattr(module, f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The verbs with their lines of help, none of them loaded."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


@click.group("glossary", cls=Verbs, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """List, decide, suggest, check, import and export terms."""
    if ctx.invoked_subcommand is None:
        from aligner.cli import output

        output.emit(ctx.get_help() + "\n")
    return 0
