"""A workbench that lives in memory: a small bitext with known beads and divergences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from aligner.alignment.bead import Bead, Bitext, Pin
from aligner.divergence.divergence import Divergence, Place, Severity, key_of
from aligner.glossary.concept import Concept, Decision, Glossary, Status, Term
from aligner.review.assembly import assemble
from aligner.review.event import Event
from aligner.review.review import Review
from aligner.review.session import Records, Session
from aligner.text.building import document_of
from aligner.text.segment import Side
from aligner.tui.workbench import Card, Earlier, Position, Preferences, Preparation

EN = (
    "Joint Declaration on Security",
    "The United States and Mexico reaffirm their commitment to fight human trafficking.",
    "The two governments pledge 25 million dollars by 2025. They will meet every year.",
    "Each government should publish its results within 30 days.",
    "This paragraph stands in the English version alone.",
    "The Homicide Prevention Network shares data with all states.",
    "The working groups report to the ministers.",
    "Early warning systems will be set up along the border.",
)
ES = (
    "Declaración conjunta sobre seguridad",
    "Los Estados Unidos y México reafirman su compromiso de combatir el tráfico de personas.",
    "Los dos gobiernos se comprometen a aportar 26 millones de dólares a más tardar en 2025.",
    "Se reunirán cada año.",
    "Cada gobierno deberá publicar sus resultados en un plazo de 30 días.",
    "La Red de Prevención de Homicidios comparte datos con todos los estados.",
    "Los grupos de trabajo informan a los ministros.",
    "Se establecerán sistemas de alerta temprana a lo largo de la frontera.",
)
BEADS = (
    Bead((0,), (0,), 0.99),
    Bead((1,), (1,), 0.97),
    Bead((2,), (2, 3), 0.9),
    Bead((3,), (4,), 0.95),
    Bead((4,), (), 0.8),
    Bead((5,), (5,), 0.98),
    Bead((6,), (6,), 0.98),
    Bead((7,), (7,), 0.97),
)


def place(texts: Sequence[str], segment: int, words: str) -> Place:
    start = texts[segment].index(words)
    return Place(segment, start, start + len(words))


def divergence(
    check: str,
    severity: Severity,
    bead: int,
    en: tuple[int, str] | None,
    es: tuple[int, str] | None,
    wording: str,
) -> Divergence:
    facts_en = (en[1],) if en else ()
    facts_es = (es[1],) if es else ()
    return Divergence(
        check=check,
        severity=severity,
        mqm="accuracy",
        bead=bead,
        en=(place(EN, *en),) if en else (),
        es=(place(ES, *es),) if es else (),
        facts_en=facts_en,
        facts_es=facts_es,
        wording=wording,
        words=tuple(
            (f"{side}_word", found[1]) for side, found in (("en", en), ("es", es)) if found
        ),
        key=key_of(check, 1, facts_en, facts_es),
    )


SHIFT = "modality.shift"


def divergences() -> tuple[Divergence, ...]:
    return (
        divergence(
            "number",
            Severity.MAJOR,
            2,
            (2, "25 million"),
            (2, "26 millones"),
            SHIFT,
        ),
        divergence("modality", Severity.MAJOR, 3, (3, "should"), (4, "deberá"), SHIFT),
        divergence("gap", Severity.MAJOR, 4, (4, EN[4]), None, "gap.en"),
        divergence("case", Severity.MINOR, 5, (5, "states"), (5, "estados"), SHIFT),
    )


GLOSSARY = Glossary(
    (
        Concept(
            "human-trafficking",
            (Term("human trafficking"),),
            (
                Term("trata de personas"),
                Term("tráfico de personas", Status.FORBIDDEN),
            ),
            decisions=(Decision("Ana", "2026-01-12T10:00:00Z", "The Mexican offence is trata."),),
        ),
    )
)


@dataclass
class Shelf:
    """What is kept between two openings."""

    events: list[Event] = field(default_factory=list)
    position: Position = field(default_factory=Position)
    glossary: Glossary = GLOSSARY
    changed: list[str] = field(default_factory=list)
    archive: str = ""
    en: tuple[str, ...] = EN
    es: tuple[str, ...] = ES
    beads: tuple[Bead, ...] = BEADS
    found: Callable[[], tuple[Divergence, ...]] = divergences

    def append(self, event: Event) -> None:
        self.events.append(event)


def realigned(
    bitext: Bitext, pins: tuple[Pin, ...], kept: tuple[Divergence, ...], report: object
) -> object:
    """What the process of its own would compute."""
    made = _pinned(bitext, pins)
    return made, kept if made.beads == bitext.beads else ()


class MemoryBench:
    """The project of one small document."""

    name = "sample"
    read_only = False

    def __init__(
        self,
        shelf: Shelf | None = None,
        reviewer: str = "Eva",
        preferences: Preferences | None = None,
        documents: Sequence[str] = ("declaration",),
    ) -> None:
        self.shelf = shelf or Shelf()
        self.reviewer = reviewer
        self.role = "reviser"
        self.preferences = preferences or Preferences(language="en", theme="dark", hints=False)
        self.ids = tuple(documents)
        self.exported: list[str] = []
        self.completed = 0
        self.history: list[tuple[Concept | None, Concept | None]] = []

    def introduce(self, reviewer: str, role: str) -> None:
        self.reviewer, self.role = reviewer, role
        if self.session is not None:
            self.session.by, self.session.role = reviewer, role

    session: Session | None = None

    def prefer(self, *, language: str = "", theme: str = "", hints: bool | None = None) -> None:
        now = self.preferences
        self.preferences = replace(
            now,
            language=language or now.language,
            theme=theme or now.theme,
            hints=now.hints if hints is None else hints,
        )

    def documents(self) -> Sequence[Card]:
        return [Card(each) for each in self.ids]

    def figures(self, document: str) -> Card:
        return Card(document, True, (8, 8), (8, 8), (1, 8), 3, 1)

    def preparation(self, document: str) -> Preparation | None:
        return None

    def open(self, document: str, through: Callable[[Records], Records]) -> Session:
        self.session = Session(
            self._review(document), through(self.shelf), by=self.reviewer, role=self.role
        )
        return self.session

    def reopen(self, document: str, through: Callable[[Records], Records]) -> Session:
        return self.open(document, through)

    def _review(self, document: str) -> Review:
        shelf = self.shelf
        shelf.changed.clear()
        en = document_of(shelf.en, side="en", region="en-US", path="en/declaration.md")
        es = document_of(shelf.es, side="es", region="es-MX", path="es/declaration.md")

        def align(en_: object, es_: object, pins: object) -> Bitext:
            return _pinned(Bitext(en, es, shelf.beads, "test"), pins)

        return assemble(
            en,
            es,
            list(shelf.events),
            document=document,
            align=align,
            check=lambda bitext: shelf.found() if bitext.beads == shelf.beads else (),
        )

    def completion(self, document: str, review: Review) -> Preparation:
        self.completed += 1
        whole = Bitext(review.bitext.en, review.bitext.es, self.shelf.beads, "test")
        return Preparation(realigned, (whole, review.pins, self.shelf.found()))

    def position(self, document: str) -> Position:
        return self.shelf.position

    def remember(self, document: str, position: Position) -> None:
        self.shelf.position = position

    def changed(self, document: str) -> Sequence[str]:
        return list(self.shelf.changed)

    def glossary(self) -> Glossary:
        return self.shelf.glossary

    def save_concept(self, before: Concept | None, after: Concept | None, why: str) -> Glossary:
        self.history.append((before, after))
        gone = (before or after or GLOSSARY.concepts[0]).id
        kept = [each for each in self.shelf.glossary.concepts if each.id != gone]
        if after is not None:
            kept.append(after)
        self.shelf.glossary = Glossary(tuple(sorted(kept, key=lambda each: each.id)))
        return self.shelf.glossary

    def undo_concept(self) -> tuple[Glossary, str]:
        before, after = self.history.pop()
        name = (before or after or GLOSSARY.concepts[0]).id
        kept = [each for each in self.shelf.glossary.concepts if each.id != name]
        if before is not None:
            kept.append(before)
        self.shelf.glossary = Glossary(tuple(sorted(kept, key=lambda each: each.id)))
        return self.shelf.glossary, name

    def concept_history(self, concept: str) -> Sequence[tuple[str, str, str]]:
        return [("2026-01-12", "Ana", "trata de personas: preferred")]

    def export_glossary(self) -> str:
        self.exported.append("glossary.csv")
        return "glossary.csv"

    def earlier(self, document: str, en: str, es: str) -> Sequence[Earlier]:
        if not self.shelf.archive:
            return ()
        return [Earlier("2019 communiqué", "2019-05-01", en, self.shelf.archive, 1.0, True)]

    def text_place(self, document: str, side: Side, line: int) -> tuple[str, int]:
        return f"/nowhere/{side}.md", line


def _pinned(bitext: Bitext, pins: object) -> Bitext:
    from aligner.alignment.editing import apply

    return apply(bitext, pins) if pins else bitext  # type: ignore[arg-type]
