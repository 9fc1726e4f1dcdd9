"""A whole first job at the keyboard of a real terminal, and pictures of its screens.

    python -m docs.tour [--sizes 80x24,120x40,200x60] [--languages en,es] [--pictures FOLDER]

It drives tmux as a new user would, by what the screen says: opens the sample, walks the divergences,
settles one, decides two terms, mends an alignment, asks a query, exports the glossary, leaves and
opens again. Each step waits for words that must appear; a step that does not come ends the run with
what was on the screen. The pictures are what the terminal really showed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
SIZES = ("80x24", "120x40", "200x60")
CHOSEN = "120x40"
FEW = ("bitext", "verdict", "merged")
"""The pictures that are kept of the other sizes."""


@dataclass(frozen=True)
class Step:
    """Keys (tmux names; `text:` types the rest), the words that must then be on the screen in
    English and Spanish, the name of a picture, if one is taken, and what must no longer be there."""

    keys: tuple[str, ...]
    wanted: tuple[str, str]
    picture: str = ""
    gone: tuple[str, ...] = ()


STEPS = (
    Step((), ("Welcome to aligner", "bienvenida a aligner"), "welcome"),
    Step(("Enter",), ("reviewed 0/", "revisados 0/")),
    Step(("n",), ("▸ ", "▸ "), "bitext"),
    Step(("d",), ("Verdict on this divergence", "Dictamen sobre esta divergencia"), "verdict"),
    Step(
        ("1", "text:both delegations want it so", "Enter", "Enter", "Enter", "Enter"),
        ("✓ saved", "✓ guardado"),
    ),
    Step(("/", "text:early warning", "Enter"), ("1/", "1/"), "search"),
    Step(("t",), ("Decide on a term", "Decidir sobre un término"), "term"),
    Step(
        (
            "Enter",
            "1",
            "Enter",
            "1",
            "text:usage of both sides",
            "Enter",
            "Enter",
            "Enter",
            "Enter",
        ),
        ("early-warning", "early-warning"),
    ),
    Step(
        ("Escape", "Escape", "/", "text:criminal networks", "Enter"),
        ("“criminal", "«criminal"),
    ),
    Step(("t",), ("Decide on a term", "Decidir sobre un término")),
    Step(
        ("Enter", "1", "Enter", "1", "text:agreed", "Enter", "Enter", "Enter", "Enter"),
        ("criminal-networks", "criminal-networks"),
    ),
    Step(("Escape", "Escape", ":", "text:20", "Enter"), ("20 ", "20 ")),
    Step(("m",), ("[2-2]", "[2-2]"), "merged"),
    Step(("v",), ("Split the block", "Dividir el bloque"), "split"),
    Step(("Enter",), ("pinned", "fijo"), gone=("[2-2]",)),
    Step(("Q",), ("A question to somebody", "Una consulta a alguien"), "query"),
    Step(
        (
            "text:Is this figure agreed?",
            "Enter",
            "text:drafter",
            "Enter",
            "Enter",
            "Enter",
            "Enter",
            "1",
        ),
        ("1 query", "1 consulta"),
    ),
    Step(("G",), ("Glossary:", "Glosario:"), "glossary"),
    Step(("x",), (".csv", ".csv")),
    Step(("q",), ("✓ ", "✓ "), gone=("Glossary:", "Glosario:")),
    Step(("O",), ("at a glance", "de un vistazo"), "overview"),
    Step(("q",), ("✓ saved", "✓ guardado")),
    Step(("V",), ("Before signature", "Antes de la firma"), "checklist"),
    Step(("q",), ("✓ saved", "✓ guardado")),
    Step(("?",), ("type to search", "escriba para buscar"), "help"),
    Step(("Escape",), ("✓ saved", "✓ guardado")),
)

_ESCAPE = "\x1b[27u"
"""As newer terminals send it: a lone ESC is told from the start of a sequence by what does not come
soon after, which a busy machine gets wrong."""

_UNSEEN = 5.0
"""Seconds after which a key is taken for one that changes nothing on the screen."""


class LostError(Exception):
    """A step did not come."""


@dataclass
class Terminal:
    """One tmux window on a server of its own."""

    size: str
    language: str
    project: Path
    name: str = ""

    def tmux(self, *arguments: str) -> str:
        """What tmux answers."""
        made = ["tmux", "-f", os.devnull, "-L", self.name, *arguments]
        return subprocess.run(made, capture_output=True, text=True, check=False).stdout

    def start(self) -> None:
        """Open the review in a new window, on a tmux server of its own."""
        self.name = f"aligner-tour-{uuid4().hex}"  # a server that is ending takes no session
        width, height = self.size.split("x")
        home = self.project.parent / "home"
        home.mkdir(exist_ok=True)
        review = (
            f"env HOME='{home}' XDG_CONFIG_HOME='{home}' '{sys.executable}' -m aligner review"
            f" '{self.project}' --reviewer Eva --ui {self.language}"
        )
        self.tmux(
            "new-session", "-d", "-s", "tour", "-x", width, "-y", height, "-c", str(ROOT), review
        )
        self.tmux("set-option", "-g", "remain-on-exit", "on")

    def press(self, *keys: str) -> None:
        """Type; each key once the one before shows, as a person does."""
        for key in keys:
            before = self.screen()
            if key.startswith("text:"):
                self.tmux("send-keys", "-t", "tour", "-l", key[5:])
            elif key == "Escape":
                self.tmux("send-keys", "-t", "tour", "-l", _ESCAPE)
            else:
                self.tmux("send-keys", "-t", "tour", key)
            until = time.monotonic() + _UNSEEN
            while self.screen() == before and time.monotonic() < until:
                time.sleep(0.02)

    def screen(self, *, colours: bool = False) -> str:
        """What is shown."""
        return self.tmux("capture-pane", "-t", "tour", "-p", *(["-e"] if colours else []))

    def still(self) -> str:
        """What is shown, colours and all, once it does not change any more."""
        before = ""
        while (shown := self.screen(colours=True)) != before:
            before = shown
            time.sleep(0.3)
        return shown

    def wait(self, wanted: str, gone: Sequence[str] = (), patience: float = 120.0) -> None:
        """Until `wanted` is shown and `gone` is not. Raises LostError."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            shown = self.screen()
            if wanted in shown and not any(each in shown for each in gone):
                return
            time.sleep(0.05)
        raise LostError(f"{self.size} {self.language}: {wanted!r} never came:\n{self.screen()}")

    def end(self, patience: float = 120.0) -> None:
        """Until the program has ended. Raises LostError."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.tmux("list-panes", "-t", "tour", "-F", "#{pane_dead}").strip() != "0":
                return
            time.sleep(0.05)
        raise LostError(f"{self.size} {self.language}: it does not end:\n{self.screen()}")

    def close(self) -> None:
        """End the server."""
        self.tmux("kill-server")


def picture(shown: str, size: str, title: str) -> str:
    """An SVG of what a terminal showed, colours and all."""
    from rich.console import Console
    from rich.text import Text

    width, height = (int(part) for part in size.split("x"))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(
            record=True, width=width, height=height, file=nowhere, force_terminal=True
        )
        console.print(Text.from_ansi(shown.rstrip("\n")), end="")
        svg = console.export_svg(title=title, unique_id="aligner")
    # No picture fetches a font from elsewhere.
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def tour(size: str, language: str) -> Iterator[tuple[str, str]]:
    """Do the job; gives (name, SVG) of each picture. Raises LostError where a step does not come, and
    where what was decided is not there afterwards."""
    with tempfile.TemporaryDirectory(prefix="aligner-tour-") as folder:
        project = Path(folder) / "declaration"
        shutil.copytree(ROOT / "texts", project, ignore=shutil.ignore_patterns(".aligner"))
        terminal = Terminal(size, language, project)
        try:
            terminal.start()
            for step in STEPS:
                terminal.press(*step.keys)
                terminal.wait(step.wanted[0 if language == "en" else 1], step.gone)
                if step.picture:
                    yield step.picture, picture(terminal.still(), size, "aligner")
            terminal.press("q")
            terminal.end()
            terminal.close()
            _kept(project)
            terminal.start()
            terminal.wait("1 query" if language == "en" else "1 consulta")
            terminal.press("q")
        finally:
            terminal.close()


def _kept(project: Path) -> None:
    journal = (project / "review" / "joint-declaration.jsonl").read_text(encoding="utf-8")
    kinds = [json.loads(line)["kind"] for line in journal.splitlines()]
    for kind in ("verdict", "merge", "split", "query"):
        if kind not in kinds:
            raise LostError(f"no {kind} in the journal: {kinds}")
    glossary = (project / "glossary.yaml").read_text(encoding="utf-8")
    for concept in ("early-warning", "criminal-networks"):
        if concept not in glossary:
            raise LostError(f"no {concept} in the glossary")


def main() -> int:
    """Every size and language; the pictures of one size of each language."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--languages", default="en,es")
    parser.add_argument("--pictures", type=Path, default=None)
    chosen = parser.parse_args()
    if shutil.which("tmux") is None:
        sys.stderr.write("docs.tour needs tmux; nothing was done\n")
        return 0
    for language in chosen.languages.split(","):
        for size in chosen.sizes.split(","):
            try:
                taken = list(tour(size, language))
            except LostError as error:
                sys.stderr.write(f"{error}\n")
                return 1
            sys.stdout.write(f"{size} {language}: the whole job, {len(taken)} pictures\n")
            sys.stdout.flush()
            if chosen.pictures is not None:
                folder = chosen.pictures / language / size
                folder.mkdir(parents=True, exist_ok=True)
                wanted = taken if size == CHOSEN else [each for each in taken if each[0] in FEW]
                for name, svg in wanted:
                    (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
                    if name == "bitext" and size == CHOSEN:
                        # The picture of the README, in each language.
                        readme = "review.svg" if language == "en" else "revision.svg"
                        (chosen.pictures / readme).write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
