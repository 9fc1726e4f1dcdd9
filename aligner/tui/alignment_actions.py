"""Actions of alignment by hand: each one key, each undoable.

What always holds: what a split or an unlink would give is shown before it happens; after an edit
the full alignment and check run away from the screen, and their result is taken only if the texts
and pins are still the same.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from aligner.alignment.bead import Bead
from aligner.text.segment import Side
from aligner.tui.deskscreen import DeskScreen
from aligner.tui.fields import Field
from aligner.tui.literal import paragraph


class AlignmentActions(DeskScreen):
    """What joins and parts blocks."""

    def _edit(self, action: Callable[[], object]) -> None:
        if not self.desk.rows:
            return

        def edited() -> None:
            self.do(action, shape=True)

        self.known(edited)

    def complete(self) -> None:
        """Have the rest aligned and checked."""
        self.program.documents.complete(self.desk)

    def _shape(self) -> Bead:
        return self.desk.review.bitext.beads[self.desk.bead]

    def action_merge(self) -> None:
        """Join with the next block."""
        bead = self.desk.bead
        if bead + 1 >= len(self.desk.review.beads):
            self.tell(self.say("merge.last"), wrong=True)
            return
        self._edit(lambda: self.desk.session.merge([bead, bead + 1]))

    def action_split(self) -> None:
        """Cut between two paragraphs, shown first."""
        if not self.desk.rows:
            return
        bead, shape = self.desk.bead, self._shape()
        cuts = [
            (a, b)
            for a in range(len(shape.en) + 1)
            for b in range(len(shape.es) + 1)
            if (a, b) not in ((0, 0), (len(shape.en), len(shape.es)))
            and (a or b)
            and (a < len(shape.en) or b < len(shape.es))
        ]
        if len(shape.en) + len(shape.es) < 3 or not cuts:
            self.tell(self.say("split.none"), wrong=True)
            return
        # The even cut first: it is the likely one.
        middle = (len(shape.en) / 2, len(shape.es) / 2)
        cuts.sort(key=lambda cut: abs(cut[0] - middle[0]) + abs(cut[1] - middle[1]))
        choices = tuple((f"{a},{b}", self._cut_words(shape, a, b)) for a, b in cuts[:9])

        def preview(answers: dict[str, str]) -> list[Content]:
            a, b = (int(part) for part in answers["cut"].split(","))
            return [
                self._preview(1, shape.en[:a], shape.es[:b]),
                self._preview(2, shape.en[a:], shape.es[b:]),
            ]

        def given(answers: dict[str, str]) -> None:
            a, b = (int(part) for part in answers["cut"].split(","))
            self._edit(lambda: self.desk.session.split(bead, a, b))

        self.ask(
            self.say("split.title"),
            (Field("cut", "choice", self.say("split.label"), choices=choices),),
            given,  # type: ignore[arg-type]
            preview=preview,  # type: ignore[arg-type]
        )

    def _cut_words(self, shape: Bead, a: int, b: int) -> str:
        def numbers(indices: tuple[int, ...]) -> str:
            return "+".join(str(i + 1) for i in indices) or "–"

        first = f"{numbers(shape.en[:a])} = {numbers(shape.es[:b])}"
        second = f"{numbers(shape.en[a:])} = {numbers(shape.es[b:])}"
        return f"EN {first} ES   |   EN {second} ES"

    def _preview(self, number: int, en: tuple[int, ...], es: tuple[int, ...]) -> Content:
        bitext = self.desk.review.bitext

        def begin(side: Side, indices: tuple[int, ...]) -> str:
            document = bitext.en if side == "en" else bitext.es
            if not indices:
                return self.say(f"missing.{side}")
            return " / ".join(document.segments[i].printed[:60] for i in indices)

        return paragraph(
            (f"{number}. EN ", "bold"), begin("en", en), ("\n   ES ", "bold"), begin("es", es)
        )

    def action_move_down(self) -> None:
        """The last paragraph of this side to the next block."""
        self._move(1)

    def action_move_up(self) -> None:
        """The first paragraph of this side to the block before."""
        self._move(-1)

    def _move(self, direction: int) -> None:
        if not self.desk.rows:
            return
        side = self._side()
        segments: tuple[int, ...] = getattr(self._shape(), side)
        if not segments:
            self.tell(self.say(f"missing.{side}"), wrong=True)
            return
        segment = segments[-1] if direction > 0 else segments[0]
        self._edit(lambda: self.desk.session.move(side, segment, direction))

    def _side(self) -> Side:
        """The side of the reading position; else the one that has a paragraph to spare."""
        if self.desk.reading is not None:
            return self.desk.reading.side
        shape = self._shape()
        return "en" if len(shape.en) > len(shape.es) else "es"

    def action_unlink(self) -> None:
        """Take the two sides apart, shown first."""
        if not self.desk.rows:
            return
        bead, shape = self.desk.bead, self._shape()
        if shape.empty:
            self.tell(self.say("unlink.empty"), wrong=True)
            return
        about = (self._preview(1, shape.en, ()), self._preview(2, (), shape.es))
        self.confirm(
            self.say("unlink.title"),
            about,
            lambda: self._edit(lambda: self.desk.session.unlink(bead)),
        )

    def action_link(self) -> None:
        """Two blocks that each lack a side, one press on each."""
        if not self.desk.rows:
            return
        bead = self.desk.bead
        first = self.desk.to_link
        if first is None or first == bead or first >= len(self.desk.review.beads):
            if not self._shape().empty:
                self.tell(self.say("link.full"), wrong=True)
                return
            self.desk.to_link = bead
            self.tell(self.say("link.first"))
            return
        self.desk.to_link = None
        self._edit(lambda: self.desk.session.link(first, bead))

    def action_pin(self) -> None:
        """Hold the block as it is, or let it go."""
        if not self.desk.rows:
            return
        bead, session = self.desk.bead, self.desk.session
        if self._shape().pinned:
            self._edit(lambda: session.unpin(bead))
        else:
            self._edit(lambda: session.pin(bead))

    def action_realign(self) -> None:
        """Everything between the pins anew."""
        self.complete()

    def action_explain(self) -> None:
        """Why these paragraphs stand together."""
        if not self.desk.rows:
            return
        shape = self._shape()
        if shape.empty:
            self.tell(self.say("explain.empty"))
            return
        from aligner.alignment.explain import explain

        found = explain(self.desk.review.bitext, self.desk.bead)
        rows = [
            (self.say("explain.score"), f"{shape.score:.2f}"),
            (self.say("explain.ratio"), f"{found.length_ratio:.2f}"),
            (self.say("explain.cognates"), _pairs(found.cognates)),
            (self.say("explain.numbers"), _pairs(found.numbers)),
            (self.say("explain.names"), _pairs(found.names)),
            (self.say("explain.learned"), _pairs(found.learned)),
        ]
        about = [paragraph((f"{label}: ", "bold"), text) for label, text in rows if text]
        self.read_out(self.say("explain.title"), about)


def _pairs(found: object) -> str:
    """Words that both sides share, as one line."""
    words = []
    for each in found if isinstance(found, (tuple, list)) else ():
        if isinstance(each, str):
            words.append(each)
        else:
            parts = [part for part in each if isinstance(part, str)]
            words.append(" = ".join(dict.fromkeys(parts)))
    return ", ".join(words[:20])
