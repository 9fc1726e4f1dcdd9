"""The review line by line, for screen readers and for terminals that cannot draw.

What always holds: one command a line, its answer in whole sentences; no cursor is moved and no
colour is used; Textual is never loaded; what is said to be saved is on disk.
"""

from __future__ import annotations

from io import TextIOWrapper
from typing import TextIO

from aligner.errors import AlignerError, RecordError, UsageError
from aligner.tui.blocks import head_of
from aligner.tui.catalogue import Catalogue, language_of
from aligner.tui.desk import Desk
from aligner.tui.details import check_word, detail_lines
from aligner.tui.oneline import shown
from aligner.tui.plain_actions import COMMANDS
from aligner.tui.progress import Progress, progress_of
from aligner.tui.queued import Queued
from aligner.tui.speaker import Speaker
from aligner.tui.workbench import Workbench
from aligner.tui.writer import Writer


def run_plain(
    workbench: Workbench, stdin: TextIO | None, stdout: TextIO | None, document: str = ""
) -> int:
    """Review on two streams until `q` or the end of the input; the exit code. A stdin that was
    closed is at its end. Raises RecordError for a closed stdout."""
    if stdout is None:
        raise RecordError("cannot write to stdout: it is closed")
    if isinstance(stdout, TextIOWrapper):
        # What an encoding lacks is shown as a question mark, and is no reason to end.
        stdout.reconfigure(errors="replace")
    words = Catalogue(workbench.preferences.language or language_of())
    writer = Writer()
    review = PlainReview(workbench, words, writer, stdin, stdout)
    try:
        return review.run(document)
    finally:
        writer.close()


class PlainReview(Speaker):
    """The loop: say where we are, take a command, say what became of it."""

    def __init__(
        self,
        workbench: Workbench,
        words: Catalogue,
        writer: Writer,
        stdin: TextIO | None,
        stdout: TextIO,
    ) -> None:
        super().__init__(workbench, words)
        self._writer = writer
        self._in, self._out = stdin, stdout

    # Speaking

    def tell(self, text: str) -> None:
        """One line out."""
        self._out.write(shown(text) + "\n")
        self._out.flush()

    def hear(self, prompt: str) -> str | None:
        """One line in; None at the end of the input."""
        self._out.write(prompt)
        self._out.flush()
        try:
            line = self._in.readline() if self._in is not None else ""
        except UnicodeError as error:
            encoding = getattr(self._in, "encoding", None) or "text"
            raise UsageError(
                f"stdin is not {encoding}; say which encoding it is in by PYTHONIOENCODING"
            ) from error
        return line.rstrip("\r\n") if line else None

    # The loop

    def run(self, document: str) -> int:
        """From the first sentence to the last."""
        if not document:
            chosen = self._choose_document()
            if chosen is None:
                return 0
            document = chosen
        preparation = self.workbench.preparation(document)
        if preparation is not None:
            preparation.function(*preparation.arguments, _unheard)
        session = self.workbench.open(document, lambda records: Queued(records, self._writer))
        self.desk = Desk(
            document, session, self.workbench.glossary(), self.words, self.workbench.reviewer
        )
        self.desk.restore(self.workbench.position(document))
        progress = progress_of(self.desk.review)
        self.tell(self.say("plain.hello", document=document, n=progress.beads, open=progress.open))
        self.read()
        while True:
            line = self.hear(self.say("plain.prompt"))
            if line is None or line.strip() in ("q", "quit", "leave"):
                break
            self._obey(line)
        return self._end()

    def _choose_document(self) -> str | None:
        cards = self.workbench.documents()
        if len(cards) == 1:
            return cards[0].id
        self.tell(self.say("plain.documents"))
        return self.choose([(card.id, card.id) for card in cards])

    def _obey(self, line: str) -> None:
        word, _, rest = line.strip().partition(" ")
        if not word:
            self.read()
            return
        command = COMMANDS.get(word)
        if command is None:
            self.tell(self.say("plain.unknown", text=word))
            return
        before = self._writer.saved + self._writer.waiting
        try:
            command(self, rest.strip())
        except AlignerError as error:
            self.tell(str(error))
            return
        self.workbench.remember(self.desk.document, self.desk.position())
        if self._writer.saved + self._writer.waiting > before:
            self._wait()

    def _wait(self) -> None:
        """Say that it is saved once it is."""
        self._writer.settle(5.0)
        if self._writer.waiting:
            self.tell(self.say("plain.unsaved", why=self._writer.wrong))
        else:
            self.tell(self.say("plain.saved"))

    def _end(self) -> int:
        self.workbench.remember(self.desk.document, self.desk.position())
        progress = progress_of(self.desk.review)
        self.tell(self.say("plain.end", n=progress.reviewed, m=progress.beads, open=progress.open))
        lost = self._writer.close()
        if lost:
            self.tell(self.say("end.unsaved", n=lost, why=self._writer.wrong))
            return 4
        return 0

    # Reading out

    def read(self) -> None:
        """The current block in sentences."""
        desk, words = self.desk, self.words
        if not desk.rows:
            self.tell(self.say("details.filtered"))
            return
        review, bead = desk.review, desk.bead
        self.tell(self.say("plain.block", n=bead + 1, m=len(review.beads)))
        findings = review.findings_of(bead)
        self.tell(". ".join(_spoken(text) for text, _ in head_of(review, bead, findings, words)))
        shape = review.bitext.beads[bead]
        for side, document, indices in (
            ("en", review.bitext.en, shape.en),
            ("es", review.bitext.es, shape.es),
        ):
            name = self.say(f"plain.side.{side}")
            for index in indices:
                text = document.segments[index].printed
                self.tell(self.say("plain.paragraph", side=name, n=index + 1, text=text))
            if not indices:
                self.tell(f"{name}: {self.say(f'missing.{side}').strip('— ')}")
        for line in detail_lines(review, bead, words, desk.finding):
            self.tell(_spoken("".join(text for text, _ in line)))

    def progress(self) -> None:
        """How far the document is."""
        progress = progress_of(self.desk.review)
        self.tell(self.say("header.reviewed", n=progress.reviewed, m=progress.beads))
        self.tell(self.say("header.open", n=progress.open))
        coverage = self.say(
            "header.coverage",
            en=Progress.percent(progress.covered_en),
            es=Progress.percent(progress.covered_es),
        )
        self.tell(coverage)
        counted: dict[str, int] = {}
        for finding in self.desk.review.open_findings:
            name = check_word(finding.divergence.check, self.words)
            counted[name] = counted.get(name, 0) + 1
        for name, count in sorted(counted.items(), key=lambda pair: -pair[1]):
            self.tell(f"{name}: {count}")


def _unheard(_: str, __: float) -> None:
    """Progress is not read out."""


_SIGNS = str.maketrans("", "", "○✓✔✗≠◆▲△·⤨⊙✎▸→@«»")


def _spoken(text: str) -> str:
    """`text` without the signs that only help the eye."""
    return " ".join(text.translate(_SIGNS).split())
