"""The open document as somebody works on it: where they are, what they look for, what is shown.

What always holds: it knows no widget (`--plain` works on the same desk); the review is the
session's, read anew after each action; the current bead is always one of `rows`, unless a filter
leaves none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from aligner.glossary.concept import Glossary
from aligner.glossary.matching import Matcher
from aligner.review.review import Finding
from aligner.review.session import Session
from aligner.text.segment import Side
from aligner.tui.block import Block, Marking
from aligner.tui.blocks import block_of
from aligner.tui.catalogue import Catalogue
from aligner.tui.filtering import Filter, stops, wanted
from aligner.tui.heights import Sizes
from aligner.tui.reading import joined, over_words
from aligner.tui.searching import Hit, Search
from aligner.tui.worddesk import Marks, WordDesk
from aligner.tui.workbench import Position


class Desk(WordDesk):
    """One document under review, and the reader's place in it."""

    def __init__(
        self,
        document: str,
        session: Session,
        glossary: Glossary,
        words: Catalogue,
        reviewer: str = "",
    ) -> None:
        super().__init__(session)
        self.document = document
        self.words = words
        self.reviewer = reviewer
        self.finding: Finding | None = None
        self.walk = "open"
        self.filter = Filter()
        self.hits: tuple[Hit, ...] = ()
        self.hit = -1
        self.query = ""
        self.rows: Sequence[int] = range(len(session.review.bitext.beads))
        self.take_glossary(glossary)
        self._search: Search | None = None
        self.to_link: int | None = None

    @property
    def row(self) -> int:
        """The place of the current bead among those shown."""
        return max(0, min(bisect_left(self.rows, self.bead), len(self.rows) - 1))

    def take_glossary(self, glossary: Glossary) -> None:
        """Another glossary: its terms are marked from now on."""
        self.glossary = glossary
        self._matcher = Matcher(glossary) if glossary.concepts else None
        self.terms = lru_cache(maxsize=512)(self._terms)

    def take_session(self, session: Session) -> None:
        """The texts or the journal changed on disk: the place is kept by words, not by number."""
        place = self.position()
        self.session = session
        self.renewed(place)

    def renewed(self, place: Position | None = None) -> None:
        """The bitext may have another shape: everything that points into it is found again."""
        self._search = None
        self._links = None
        self.reading = None
        self.bead = min(self.bead, max(0, len(self.review.beads) - 1))
        if place is not None:
            self.bead = self._placed(place)
        if self.query:
            self.look_for(self.query)
        self.refilter()

    # Places

    def go(self, bead: int) -> None:
        """Make `bead` the current one; its first open divergence is the current divergence."""
        if bead != self.bead:
            self.reading = None
        self.bead = max(0, min(bead, len(self.review.beads) - 1))
        found = self.review.findings_of(self.bead)
        self.finding = next(
            (each for each in found if stops(each, "open")),
            next((each for each in found if each.open), found[0] if found else None),
        )

    def visit(self, bead: int) -> None:
        """To a bead, whether the filter shows it or not."""
        self.go(bead)
        if self.bead not in self.rows:
            self.refilter(Filter())
            self.go(bead)

    def step(self, by: int) -> None:
        """So many of the beads shown forward or back."""
        if self.rows:
            self.go(self.rows[max(0, min(self.row + by, len(self.rows) - 1))])

    def position(self) -> Position:
        """The place, to be kept."""
        review = self.review
        if not review.beads:
            return Position()
        bead = review.bitext.beads[self.bead]
        side: Side = "en" if bead.en else "es"
        document = review.bitext.en if side == "en" else review.bitext.es
        return Position(self.bead, side, document.segments[getattr(bead, side)[0]].digest)

    def _placed(self, place: Position) -> int:
        document = self.review.bitext.en if place.side == "en" else self.review.bitext.es
        same = [each.index for each in document.segments if each.digest == place.digest]
        beads = [self.review.bitext.bead_at(place.side, index) for index in same]
        nearest = min(beads, key=lambda bead: abs(bead - place.bead), default=place.bead)
        return max(0, min(nearest, len(self.review.beads) - 1))

    def restore(self, place: Position) -> None:
        """Back to where somebody was."""
        if self.review.beads:
            self.go(self._placed(place))

    def jump(self, side: Side, number: int) -> bool:
        """To the bead that holds paragraph `number` (from 1) of `side`; False where none does."""
        try:
            bead = self.review.bitext.bead_at(side, number - 1)
        except LookupError:
            return False
        self.go(bead)
        return True

    # Walking

    def walk_on(self, step: int, walk: str = "") -> bool:
        """To the next (1) or previous (-1) stop: a hit while searching, else what `walk` names.
        False where there is none in that direction."""
        if self.hits and not walk:
            return self._next_hit(step)
        walk = walk or self.walk
        finding_walk = walk in ("open", "notices")
        if finding_walk and self._next_finding(step, walk):
            return True
        beads = self.rows[self.row + 1 :] if step > 0 else self.rows[: self.row][::-1]
        for bead in beads:
            if wanted(self.review, bead, walk, self.reviewer):
                self.go(bead)
                if finding_walk:
                    here = [f for f in self.review.findings_of(bead) if stops(f, walk)]
                    self.finding = here[0 if step > 0 else -1]
                return True
        return False

    def _next_finding(self, step: int, walk: str) -> bool:
        """To the next open divergence of this very bead."""
        found = self.review.findings_of(self.bead)
        places = [n for n, each in enumerate(found) if stops(each, walk)]
        here = found.index(self.finding) if self.finding in found else -1
        ahead = [n for n in places if (n > here if step > 0 else n < here)]
        if not ahead or here < 0:
            return False
        self.finding = found[ahead[0] if step > 0 else ahead[-1]]
        return True

    def refind(self) -> None:
        """After an action: the current divergence as it is now."""
        if self.finding is None:
            return
        name = self.finding.fingerprint
        found = self.review.findings_of(self.bead)
        self.finding = next((each for each in found if each.fingerprint == name), None)

    def look_for(self, query: str) -> int:
        """Search both sides; the hits are `n`'s stops until `stop_looking`. The number of hits."""
        if self._search is None:
            self._search = Search(self.review.bitext)
        shown = set(self.rows)
        self.query = query
        self.hits = tuple(hit for hit in self._search.find(query) if hit.bead in shown)
        self.hit = next((n - 1 for n, hit in enumerate(self.hits) if hit.bead >= self.bead), -1)
        return len(self.hits)

    def find_pair(self, english: str, spanish: str) -> tuple[Hit, ...]:
        """Where both queries occur, each on its side."""
        if self._search is None:
            self._search = Search(self.review.bitext)
        return self._search.find_pair(english, spanish)

    def stop_looking(self) -> None:
        """Escape: the search is over."""
        self.query, self.hits, self.hit = "", (), -1

    def _next_hit(self, step: int) -> bool:
        place = self.hit + step
        if not 0 <= place < len(self.hits):
            return False
        self.hit = place
        hit = self.hits[place]
        self.go(hit.bead)
        # The words found are the words chosen: their counterpart lights up, `t` decides on them.
        segments: tuple[int, ...] = getattr(self.review.bitext.beads[hit.bead], hit.side)
        start = joined(segments.index(hit.segment), hit.start, self.texts_of(hit.side))
        self.reading = over_words(
            self.joined_text(hit.side), hit.side, start, start + hit.end - hit.start
        )
        return True

    def refilter(self, chosen: Filter | None = None) -> int:
        """Show what passes the filter; the number of beads shown."""
        if chosen is not None:
            self.filter = chosen
        count = len(self.review.beads)
        if self.filter.empty:
            self.rows = range(count)
        else:
            review, me = self.review, self.reviewer
            self.rows = [bead for bead in range(count) if self.filter.passes(review, bead, me)]
        if self.rows:
            self.go(self.rows[self.row])
        return len(self.rows)

    def clean(self) -> tuple[int, ...]:
        """The beads shown that nobody reviewed, with both sides and no open divergence."""
        review = self.review
        return tuple(
            bead
            for bead in self.rows
            if not review.beads[bead].reviewed
            and not review.bitext.beads[bead].empty
            and not any(finding.open for finding in review.findings_of(bead))
        )

    # What is drawn

    @property
    def sizes(self) -> Sizes:
        """What the heights of the blocks are guessed from."""
        bitext = self.review.bitext
        en, es = bitext.en.segments, bitext.es.segments
        return Sizes(bitext.beads, [len(each.text) for each in en], [len(each.text) for each in es])

    def block(self, bead: int) -> Block:
        """What the screen shows of a bead."""
        here = bead == self.bead
        return block_of(
            self.review,
            bead,
            self.words,
            terms=self.terms,
            overlay=self._overlay(bead),
            finding=self.finding if here else None,
        )

    def _overlay(self, bead: int) -> Marks:
        marks: Marks = {}
        if self.hits:
            first = bisect_left(self.hits, bead, key=lambda hit: hit.bead)
            for hit in self.hits[first:]:
                if hit.bead != bead:
                    break
                here = marks.setdefault((hit.side, hit.segment), [])
                here.append(Marking(hit.start, hit.end, "hit"))
        if bead == self.bead:
            self.mark_reading(marks)
        return marks

    def _terms(self, side: Side, text: str) -> tuple[Marking, ...]:
        if self._matcher is None:
            return ()
        found = self._matcher.find(text, side)
        live = {(match.start, match.end) for match in found if match.term.status.live}
        return tuple(
            Marking(
                match.start,
                match.end,
                "term" if (match.start, match.end) in live else "forbidden",
            )
            for match in found
            if not match.inner
        )
