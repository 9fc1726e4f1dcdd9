"""Actions of moving: blocks, divergences, hits, paragraphs, words."""

from __future__ import annotations

from collections.abc import Callable

from aligner.divergence.divergence import Severity
from aligner.text.segment import Side
from aligner.tui.beadlist import BeadList
from aligner.tui.deskscreen import DeskScreen
from aligner.tui.details import check_word
from aligner.tui.fields import Field
from aligner.tui.filtering import STATES, WALKS, Filter, people
from aligner.tui.forms import Answers
from aligner.tui.prompt import Prompt
from aligner.tui.reading import stepped, stretched


class MoveActions(DeskScreen):
    """What moves the reader."""

    def _walked(self, step: int, walk: str = "") -> None:
        if self.desk.walk_on(step, walk):
            self.show_place()
            return
        goal = walk or self.desk.walk
        words = self.say("walk.hits") if self.desk.hits and not walk else self.say(f"walk.{goal}")
        self.tell(self.say("walk.none-after" if step > 0 else "walk.none-before", goal=words))

    def action_next(self) -> None:
        """One block on."""
        self.desk.step(1)
        self.show_place()

    def action_previous(self) -> None:
        """One block back."""
        self.desk.step(-1)
        self.show_place()

    def _page(self, direction: int) -> None:
        beads = self.query_one("#beads", BeadList)
        row = beads.page(direction)
        if row == self.desk.row:
            row += direction
        self.desk.step(row - self.desk.row)
        self.show_place()

    def action_page_down(self) -> None:
        """A screenful on."""
        self._page(1)

    def action_page_up(self) -> None:
        """A screenful back."""
        self._page(-1)

    def action_first(self) -> None:
        """To the beginning."""
        self.desk.step(-len(self.desk.rows))
        self.show_place()

    def action_last(self) -> None:
        """To the end."""
        self.desk.step(len(self.desk.rows))
        self.show_place()

    def action_next_open(self) -> None:
        """To the next stop."""
        self._walked(1)

    def action_previous_open(self) -> None:
        """To the stop before."""
        self._walked(-1)

    def action_next_unreviewed(self) -> None:
        """To what nobody has looked at."""
        self._walked(1, "unreviewed")

    def action_walk(self) -> None:
        """Choose the goal of n and N."""
        choices = tuple((walk, self.say(f"walk.{walk}")) for walk in WALKS)

        def chosen(answers: Answers) -> None:
            self.desk.stop_looking()
            self.desk.walk = answers["walk"]
            self.show_review(None)

        self.ask(
            self.say("walk.title"),
            (Field("walk", "choice", self.say("walk.label"), self.desk.walk, choices),),
            chosen,
        )

    # Looking for

    def action_search(self) -> None:
        """Ask what to look for."""
        self.query_one("#prompt", Prompt).open("search", self.say("prompt.search"), self.desk.query)

    def search_for(self, query: str) -> None:
        """Look for it on both sides, and go to the first place."""
        if not query.strip():
            self.action_let_go()
            return
        if not self.desk.look_for(query):
            self.desk.stop_looking()
            self.tell(self.say("search.none", query=query))
        else:
            self.desk.walk_on(1)
        self.show_review(None)

    def action_jump(self) -> None:
        """Ask for a number."""
        self.query_one("#prompt", Prompt).open("jump", self.say("prompt.jump"))

    def jump_to(self, text: str) -> None:
        """`12` (the English paragraph, else the Spanish), `en 12`, `es 12`."""
        parts = text.lower().split()
        sides: tuple[Side, ...] = ("en", "es")
        if parts and parts[0] in ("en", "es"):
            sides = ("en",) if parts[0] == "en" else ("es",)
            parts = parts[1:]
        if len(parts) != 1 or not parts[0].isdecimal():
            if text.strip():
                self.tell(self.say("jump.wrong", text=text), wrong=True)
            return
        number = int(parts[0])
        if any(self.desk.jump(side, number) for side in sides):
            shown = self.desk.rows
            self.desk.visit(self.desk.bead)
            if self.desk.rows is not shown:
                self.show_review(None)
            self.show_place()
        else:
            self.tell(self.say("jump.none", n=number), wrong=True)

    def action_filter(self) -> None:
        """Ask what to show."""
        any_word = ("", self.say("filter.any"))
        states = (any_word, *((name, self.say(f"state.{name}")) for name in STATES))
        severities = (
            any_word,
            *((s.word, self.say(f"severity.{s.word}")) for s in reversed(Severity)),
        )
        present = sorted({f.divergence.check for f in self.desk.review.findings})
        checks = (any_word, *((name, check_word(name, self.words)) for name in present))
        everybody = (any_word, *((name, name) for name in people(self.desk.review)))
        now = self.desk.filter
        fields = (
            Field("state", "choice", self.say("filter.state"), _only(now.states), states),
            Field(
                "severity",
                "choice",
                self.say("filter.severity"),
                next((s.word for s in now.severities), ""),
                severities,
            ),
            Field("check", "choice", self.say("filter.check"), _only(now.checks), checks),
            Field("reviewer", "choice", self.say("filter.reviewer"), now.reviewer, everybody),
        )

        def chosen(answers: Answers) -> None:
            wanted = Filter(
                states=frozenset({answers["state"]} - {""}),
                checks=frozenset({answers["check"]} - {""}),
                severities=frozenset(
                    {Severity.named(answers["severity"])} if answers["severity"] else ()
                ),
                reviewer=answers["reviewer"],
            )
            if not self.desk.refilter(wanted):
                self.tell(self.say("filter.none"))
                self.desk.refilter(Filter())
            self.show_review(None)

        self.ask(self.say("filter.title"), fields, chosen)

    def action_let_go(self) -> None:
        """The innermost of: selection, search, filter, goal."""
        desk = self.desk
        if desk.reading is not None:
            desk.reading = None
            self.show_place()
            return
        if desk.hits:
            desk.stop_looking()
        elif not desk.filter.empty:
            bead = desk.bead
            desk.refilter(Filter())
            desk.go(bead)
        else:
            desk.walk = "open"
        self.show_review(None)

    # Words

    def _read(self, step: int, how: Callable[..., object]) -> None:
        if self.desk.rows:
            self.desk.read(lambda reading, text: how(reading, text, step))  # type: ignore[arg-type, return-value]
            self.show_place()

    def action_word_right(self) -> None:
        """One word on."""
        self._read(1, stepped)

    def action_word_left(self) -> None:
        """One word back."""
        self._read(-1, stepped)

    def action_select_right(self) -> None:
        """The selection one word longer to the right."""
        self._read(1, stretched)

    def action_select_left(self) -> None:
        """The selection one word longer to the left."""
        self._read(-1, stretched)

    def action_other_side(self) -> None:
        """To the counterpart."""
        if self.desk.rows:
            self.desk.cross()
            self.show_place()


def _only(names: frozenset[str]) -> str:
    return next(iter(names), "")
