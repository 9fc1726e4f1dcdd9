"""Fills the tables of docs/command-line.md and docs/checks.md from the program:
`python -m docs.reference`.

What always holds: only what stands between `<!-- made: NAME -->` and `<!-- end -->` is replaced.
"""

from __future__ import annotations

import re
from pathlib import Path

import click

from aligner.cli.main import command
from aligner.divergence.registry import checks

PAGES = ("command-line.md", "checks.md")
EVERYWHERE = ("--quiet", "--debug", "--jobs")
"""Options that every verb takes: they stand in a table of their own."""
READING = ("--encoding", "--tracked")

_MADE = re.compile(r"(<!-- made: ([^>]+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str) -> str:
    """The page with its tables as the program has them now."""

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}\n{made(match[2])}\n{match[3]}"

    return _MADE.sub(fill, text)


def made(name: str) -> str:
    """The table called `name`: `checks`, `common`, `reading` or `options VERB...`."""
    if name == "checks":
        return _checks()
    if name == "common":
        return _table(verb("check"), only=EVERYWHERE)
    if name == "reading":
        return _table(verb("check"), only=READING)
    return _table(verb(*name.split()[1:]), without=(*EVERYWHERE, *READING))


def verb(*names: str) -> click.Command:
    """The command that `names` lead to. Raises KeyError."""
    current: click.Command = command
    for name in names:
        found = (
            current.get_command(click.Context(current), name)
            if isinstance(current, click.Group)
            else None
        )
        if found is None:
            raise KeyError(" ".join(names))
        current = found
    return current


def verbs() -> list[tuple[str, ...]]:
    """Every verb, those of a group after it, as the words that name it."""
    found: list[tuple[str, ...]] = []

    def walk(current: click.Command, path: tuple[str, ...]) -> None:
        if path:
            found.append(path)
        if isinstance(current, click.Group):
            for name in current.list_commands(click.Context(current)):
                below = current.get_command(click.Context(current), name)
                if below is not None:
                    walk(below, (*path, name))

    walk(command, ())
    return found


def options(one: click.Command) -> list[click.Option]:
    """The options of a command that its help shows, in that order."""
    return [each for each in one.params if isinstance(each, click.Option) and not each.hidden]


def _table(one: click.Command, *, only: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> str:
    lines = ["| option | what it does |", "|---|---|"]
    for option in options(one):
        name = option.opts[-1]
        if (only and name not in only) or name in without:
            continue
        lines.append(f"| `{_written(option)}` | {_said(option)} |")
    return "\n".join(lines) + "\n" if len(lines) > 2 else ""


def _written(option: click.Option) -> str:
    names = ", ".join(option.opts)
    if option.is_flag:
        return names
    if option.metavar:
        value = option.metavar
    elif isinstance(option.type, click.Choice):
        value = "|".join(str(each) for each in option.type.choices)
    else:
        value = "N" if isinstance(option.type, click.IntRange) else "TEXT"
    return f"{names} {value}".replace("|", "\\|")


def _said(option: click.Option) -> str:
    parts = [option.help] if option.help else []
    if option.required:
        parts.append("Required.")
    if option.multiple:
        parts.append("May be given several times.")
    if isinstance(option.default, str | int) and not option.is_flag and option.default != "":
        parts.append(f"Default: `{option.default}`.")
    return " ".join(parts).replace("|", "\\|")


def _checks() -> str:
    lines = ["| check | severity | MQM | what it is about |", "|---|---|---|---|"]
    lines += [
        f"| [{name}](checks/{name}.md) | {check.severity.word} | {check.mqm} | {check.about} |"
        for name, check in checks().items()
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fill the pages."""
    for name in PAGES:
        path = Path(__file__).parent / name
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
