"""Small reviews to test on: texts, beads one to one, divergences made to order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from aligner.alignment.bead import Bead, Bitext, Pin, order
from aligner.divergence.divergence import Divergence, Place, Severity, key_of
from aligner.review.assembly import assemble
from aligner.review.event import Event
from aligner.review.review import Review
from aligner.review.session import Session
from aligner.text.building import document_of
from aligner.text.document import Document

EN = (
    "Joint Statement",
    "The two countries will cooperate on security.",
    "Human trafficking must not be tolerated in 2021.",
    "The groups shall meet every year in each capital.",
    "Done at Mexico City.",
)
ES = (
    "Declaración conjunta",
    "Los dos países cooperarán en materia de seguridad.",
    "La trata de personas no debe tolerarse en 2022.",
    "Los grupos se reunirán cada año en cada capital.",
    "Hecho en la Ciudad de México.",
)

_TICKS = itertools.count()


class Kept:
    """Records that keep events in a list."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, event: Event) -> None:
        self.events.append(event)


def documents(en: Sequence[str] = EN, es: Sequence[str] = ES) -> tuple[Document, Document]:
    return (
        document_of(en, side="en", region="en-US"),
        document_of(es, side="es", region="es-MX"),
    )


def one_to_one(en: Document, es: Document, pins: Sequence[Pin] = ()) -> Bitext:
    """Beads one to one by index, the rest empty; pins cut through."""
    taken_en = {i for pin in pins for i in pin.en}
    taken_es = {j for pin in pins for j in pin.es}
    beads = [Bead(tuple(sorted(p.en)), tuple(sorted(p.es)), 1.0, pinned=True) for p in pins]
    left_en = [i for i in range(len(en.segments)) if i not in taken_en]
    left_es = [j for j in range(len(es.segments)) if j not in taken_es]
    for i, j in itertools.zip_longest(left_en, left_es):
        beads.append(Bead(() if i is None else (i,), () if j is None else (j,), 0.9))
    return Bitext(en, es, order(beads), "test")


def differing_years(bitext: Bitext) -> tuple[Divergence, ...]:
    """A divergence for each bead whose numbers differ, by their words."""
    found = []
    for index, bead in enumerate(bitext.beads):
        en, es = bitext.texts(bead)
        facts = [sorted(w.strip(".,") for w in t.split() if w[0].isdigit()) for t in (en, es)]
        if not bead.empty and facts[0] != facts[1]:
            key = key_of("number", 1, *facts)
            places = []
            for side, indices in (("en", bead.en), ("es", bead.es)):
                document = bitext.en if side == "en" else bitext.es
                text = document.segments[indices[0]].text
                words = facts[0] if side == "en" else facts[1]
                at = text.find(words[0]) if words else -1
                places.append((Place(indices[0], at, at + 4),) if at >= 0 else ())
            found.append(
                Divergence(
                    "number",
                    Severity.MAJOR,
                    "mistranslation",
                    index,
                    places[0],
                    places[1],
                    tuple(facts[0]),
                    tuple(facts[1]),
                    "number.differs",
                    (),
                    key,
                )
            )
        if bead.empty:
            key = key_of("gap", 1, [en], [es])
            found.append(
                Divergence("gap", Severity.MAJOR, "omission", index, (), (), (), (), "gap", (), key)
            )
    return tuple(found)


def review_of(
    events: Iterable[Event] = (), en: Sequence[str] = EN, es: Sequence[str] = ES
) -> Review:
    english, spanish = documents(en, es)
    return assemble(english, spanish, events, document="d", align=one_to_one, check=differing_years)


def session_of(
    kept: Kept | None = None,
    *,
    by: str = "Ana",
    en: Sequence[str] = EN,
    es: Sequence[str] = ES,
    align: bool = True,
) -> Session:
    """A session on the journal in `kept`, with the engines of this module."""
    kept = kept if kept is not None else Kept()
    return Session(
        review_of(kept.events, en, es),
        kept,
        by=by,
        role="reviser",
        align=one_to_one if align else None,
        check=differing_years if align else None,
        now=lambda: f"2026-01-01T00:00:00.{next(_TICKS):06d}Z",
    )
