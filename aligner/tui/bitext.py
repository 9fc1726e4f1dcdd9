"""The bitext screen: both versions, the divergences of the current block, progress, keys.

What always holds: the screen decides and the session keeps; what is drawn comes from the desk, and
nothing is remembered in a widget.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.timer import Timer

from aligner.divergence.divergence import Severity
from aligner.tui.alignment_actions import AlignmentActions
from aligner.tui.beadlist import BeadList
from aligner.tui.bindings import bindings
from aligner.tui.block import SEVERITY_GLYPHS
from aligner.tui.desk import Desk
from aligner.tui.details import Line, detail_lines
from aligner.tui.filtering import state_of
from aligner.tui.keyline import EdgeLine, KeyLine
from aligner.tui.minimap import Minimap
from aligner.tui.moving import MoveActions
from aligner.tui.oneline import shown
from aligner.tui.pane import Pane
from aligner.tui.progress import Counting
from aligner.tui.prompt import Prompt
from aligner.tui.review_actions import ReviewActions
from aligner.tui.term_actions import TermActions
from aligner.tui.view_actions import ViewActions


class BitextScreen(MoveActions, ReviewActions, AlignmentActions, TermActions, ViewActions):
    """One document under review."""

    CONTEXT = "bitext"
    BINDINGS: ClassVar[list[BindingType]] = bindings("bitext")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._counting = Counting()
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """Progress, the two versions, the pane, the prompt, the keys."""
        yield EdgeLine("top")
        with Horizontal(id="middle"):
            yield BeadList("beads")
            yield Minimap("map")
        yield Pane("details")
        yield Prompt("prompt")
        yield KeyLine("keys")

    def on_mount(self) -> None:
        """Draw everything once."""
        self.show_review(None)
        self.watch(self.beads, "scroll_y", self._show_sight, init=False)
        self.started()

    def on_unmount(self) -> None:
        """The place is kept."""
        self.program.workbench.remember(self.desk.document, self.desk.position())

    @property
    def beads(self) -> BeadList:
        """The list of blocks."""
        return self.query_one("#beads", BeadList)

    # Drawing

    def relabel(self) -> None:
        """Another language."""
        super().relabel()
        self.show_review(None)

    def show_review(self, beads: tuple[int, ...] | None = None) -> None:
        """The review changed at `beads`, or everywhere."""
        desk = self.desk
        if beads is None:
            digits = len(
                str(max(len(desk.review.bitext.en.segments), len(desk.review.bitext.es.segments)))
            )
            self.beads.show(desk.rows, desk.sizes, desk.block, digits)
            self.query_one("#map", Minimap).show(desk.rows, self._level)
        else:
            self.beads.renew(beads)
            self.query_one("#map", Minimap).renew(beads)
        self.show_place()

    def show_place(self) -> None:
        """The reader is elsewhere: the block, the pane, the header, the footer."""
        desk = self.desk
        before = self.beads.row
        self.beads.select(desk.row)
        self.beads.renew([desk.bead, *self._bead_at(before)])
        self._show_details()
        self.show_progress()
        self.show_keys(self._urgent())
        self._show_sight()
        self._keep_place()

    def _bead_at(self, row: int) -> list[int]:
        rows = self.desk.rows
        return [rows[row]] if 0 <= row < len(rows) else []

    def _show_details(self) -> None:
        pane = self.query_one("#details", Pane)
        if not pane.display:
            return
        if not self.desk.rows:
            pane.tell([((self.say("details.filtered"), "quiet"),)])
            return
        lines: list[Line] = []
        if self.desk.review.provisional:
            lines.append(((self.say("details.provisional"), "stale"),))
        lines += detail_lines(self.desk.review, self.desk.bead, self.words, self.desk.finding)
        pane.tell(lines)

    def show_progress(self) -> None:
        """The header."""
        # The writer may report while the screen is being built or taken down.
        if not self.is_running or not self.query("#top"):
            return
        review = self.desk.review
        progress = self._counting.of(review)
        parts = [self._saved()]
        if self.program.documents.busy:
            parts.append((self.say("header.working"), "bold $warning"))
        parts.append((self.say("header.reviewed", n=progress.reviewed, m=progress.beads), "bold"))
        parts.append((self.say("header.open", n=progress.open), ""))
        for word, count in (("critical", progress.critical), ("major", progress.major)):
            if count:
                severe = self.words.count(f"head.{word}", count)
                parts.append((f"{SEVERITY_GLYPHS[word]} {severe}", "$warning"))
        coverage = self.say(
            "header.coverage",
            en=progress.percent(progress.covered_en),
            es=progress.percent(progress.covered_es),
        )
        parts.append((coverage, ""))
        if self.desk.hits:
            hits = self.say(
                "header.hits",
                n=self.desk.hit + 1,
                m=len(self.desk.hits),
                query=shown(self.desk.query),
            )
            parts.insert(0, (hits, "bold reverse"))
        elif self.desk.walk != "open":
            walk = self.say(f"walk.{self.desk.walk}")
            parts.insert(0, (self.say("header.walk", walk=walk), "bold"))
        if not self.desk.filter.empty:
            shown_of = self.say(
                "header.filtered", n=len(self.desk.rows), m=len(self.desk.review.beads)
            )
            parts.insert(0, (shown_of, "bold reverse"))
        parts.append((shown(self.desk.document), "$quiet"))
        self.query_one("#top", EdgeLine).tell(parts)

    def _saved(self) -> tuple[str, str]:
        writer = self.program.writer
        if self.program.workbench.read_only:
            return self.say("header.read-only"), "bold"
        if writer.wrong:
            return f"{self.say('header.unsaved')} ({shown(writer.wrong)})", "bold reverse $error"
        if writer.waiting:
            return self.say("header.saving"), "$warning"
        if writer.saved:
            return self.say("header.saved"), "$success"
        return self.say("header.ready"), "$quiet"

    def _urgent(self) -> tuple[str, ...]:
        desk = self.desk
        if desk.hits:
            return ("next-open", "let-go")
        if desk.reading is not None:
            return ("term", "other-side", "occurrences", "let-go")
        if desk.finding is not None and desk.finding.open:
            return ("verdict", "next-open")
        return ()

    def _level(self, bead: int) -> str:
        review = self.desk.review
        name = state_of(review.beads[bead])
        found = review.findings_of(bead)
        if not found:
            return name
        worst = max((f.divergence.severity for f in found if f.open), default=None)
        if worst is None or name in ("conflict", "needs-work", "stale"):
            return name
        return worst.word if name == "unreviewed" or worst >= Severity.MAJOR else name

    def _show_sight(self) -> None:
        # Lines may scroll while the screen is being taken down.
        for minimap in self.query(Minimap) if self.is_running else ():
            minimap.look_at(self.beads.sight)

    def _keep_place(self) -> None:
        """A moment after the last move the place is written down (kill -9 loses no more)."""
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(1.0, self._remember)

    def _remember(self) -> None:
        self.program.workbench.remember(self.desk.document, self.desk.position())

    # Mouse and prompt

    def on_minimap_wanted(self, message: Minimap.Wanted) -> None:
        """A click on the map goes there."""
        self.desk.go(self.desk.rows[message.row])
        self.show_place()

    def on_bead_list_pressed(self, message: BeadList.Pressed) -> None:
        """A click goes to a block and a word; dragging selects."""
        if message.row >= len(self.desk.rows):
            return
        bead = self.desk.rows[message.row]
        if not message.dragged:
            self.desk.go(bead)
        spot = message.spot
        if spot is not None and spot.bead == self.desk.bead:
            self.desk.point(spot.side, spot.passage, spot.offset, drag=message.dragged)
        self.show_place()

    def on_prompt_given(self, message: Prompt.Given) -> None:
        """What was typed below the texts."""
        if message.purpose == "search":
            self.search_for(message.text)
        else:
            self.jump_to(message.text)

    def on_resize(self, _: events.Resize) -> None:
        """The lines at the edges hold more or less."""
        self.show_keys(self._urgent())
