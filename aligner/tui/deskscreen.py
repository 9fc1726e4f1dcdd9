"""What the parts of the bitext screen share: the desk, drawing it anew, asking who decides.

What always holds: an action runs against the session, then everything that shows its result is
drawn from the new review; a failure becomes one notice, never a traceback.
"""

from __future__ import annotations

from collections.abc import Callable

from aligner.errors import AlignerError
from aligner.review.event import Role
from aligner.tui.desk import Desk
from aligner.tui.fields import Field
from aligner.tui.framed import Framed


class DeskScreen(Framed):
    """A screen over one document."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def show_place(self) -> None:
        """The reader went elsewhere."""
        raise NotImplementedError

    def show_review(self, beads: tuple[int, ...] | None = None) -> None:
        """The review changed at these beads (None: its shape, everything)."""
        raise NotImplementedError

    def known(self, then: Callable[[], None]) -> None:
        """Go on once it is known who decides; ask where it is not."""
        workbench = self.program.workbench
        if workbench.read_only:
            self.tell(self.say("wrong.read-only"), wrong=True)
            return
        if workbench.reviewer:
            then()
            return
        roles = tuple(
            (role.value, self.say("role." + role.value.replace(" ", "-"))) for role in Role
        )

        def introduced(name: str, role: str) -> None:
            try:
                workbench.introduce(name, role)
            except AlignerError as error:
                self.tell(str(error), wrong=True)
                return
            self.desk.reviewer = name
            then()

        self.ask(
            self.say("who.title"),
            (
                Field("name", "line", self.say("who.name"), required=True),
                Field("role", "choice", self.say("who.role"), choices=roles),
            ),
            lambda answers: introduced(answers["name"], answers["role"]),
        )

    def do(
        self, action: Callable[[], object], *, shape: bool = False, beads: tuple[int, ...] = ()
    ) -> bool:
        """Carry out an action of the session and show what became of it; whether it succeeded.
        `shape`: the beads may be others afterwards."""
        before = self.desk.position()
        review = self.desk.review
        try:
            action()
        except AlignerError as error:
            self.tell(str(error), wrong=True)
            return False
        if shape or len(self.desk.review.beads) != len(review.beads):
            self.desk.renewed(before)
            self.show_review(None)
        else:
            self.desk.refind()
            self.show_review(beads or (self.desk.bead,))
        if set(self.desk.review.pins) != set(review.pins):
            # The work for the pins as they were would be thrown away.
            if self.desk.review.provisional:
                self.program.documents.complete(self.desk)
            else:
                self.program.documents.relent()
        return True
