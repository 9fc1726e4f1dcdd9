"""Whoever speaks and hears in the line-by-line review: one line out, one line in.

What always holds: a choice is a number; an empty answer does nothing and says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.tui.catalogue import Catalogue
from aligner.tui.desk import Desk
from aligner.tui.workbench import Workbench


class Speaker:
    """Whoever speaks and hears for the commands."""

    desk: Desk

    def __init__(self, workbench: Workbench, words: Catalogue) -> None:
        self.workbench = workbench
        self.words = words

    def say(self, key: str, /, **slots: object) -> str:
        """A text of the interface."""
        return self.words.say(key, **slots)

    def tell(self, text: str) -> None:
        """One line out."""
        raise NotImplementedError

    def hear(self, prompt: str) -> str | None:
        """One line in."""
        raise NotImplementedError

    def read(self) -> None:
        """Read out the current block."""
        raise NotImplementedError

    def progress(self) -> None:
        """Read out how far the document is."""
        raise NotImplementedError

    def choose(self, choices: Sequence[tuple[str, str]], *, first: bool = False) -> str | None:
        """One of (value, words) by its number; for nothing None, or the `first` one."""
        for number, (_, words) in enumerate(choices, 1):
            self.tell(f"{number}. {words}")
        heard = (self.hear(self.say("plain.choose")) or "").strip()
        if heard.isdecimal() and 1 <= int(heard) <= len(choices):
            return choices[int(heard) - 1][0]
        if first and not heard:
            return choices[0][0]
        self.tell(self.say("plain.cancelled"))
        return None

    def given(self, rest: str, key: str) -> str | None:
        """What stood behind the command, else what is answered now; None for nothing."""
        text = rest or (self.hear(self.say(key) + ": ") or "").strip()
        if not text:
            self.tell(self.say("plain.cancelled"))
            return None
        return text

    def known(self) -> bool:
        """Whether it is known who decides; asked where it is not."""
        if self.workbench.read_only:
            self.tell(self.say("wrong.read-only"))
            return False
        if not self.workbench.reviewer:
            self.tell(self.say("who.title"))
            name = self.given("", "who.name")
            if name is None:
                return False
            self.workbench.introduce(name, "")
            self.desk.session.by = name
            self.desk.reviewer = name
        return True

    def shared(self) -> bool:
        """For whom a text is."""
        choices = (("", self.say("internal.long")), ("shared", self.say("shared.long")))
        return self.choose(choices, first=True) == "shared"
