"""Small documents for the tests of this room; the words are our own."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.alignment.bead import Bitext
from aligner.text.building import document_of
from aligner.text.document import Document
from aligner.text.segment import Side

EN = [
    "Report on the Harbour of San Marcos",
    "The harbour was built in 1874 and has 12 docks for fishing boats.",
    "In the spring of 1999 a storm destroyed the northern lighthouse.",
    "The municipality rebuilt the lighthouse with the help of 350 volunteers.",
    "Every family in San Marcos has a relative who works in the harbour.",
    "The fish market opens at five in the morning and closes at noon.",
    "The museum shows maps, photographs and the clock of the old lighthouse.",
    "A regional commission will study the future of the harbour in 2031.",
]
ES = [
    "Informe sobre el puerto de San Marcos",
    "El puerto se construyó en 1874 y tiene 12 muelles para barcos de pesca.",
    "En la primavera de 1999 una tormenta destruyó el faro del norte.",
    "El municipio reconstruyó el faro con la ayuda de 350 voluntarios.",
    "Cada familia de San Marcos tiene un pariente que trabaja en el puerto.",
    "El mercado de pescado abre a las cinco de la mañana y cierra a mediodía.",
    "El museo muestra mapas, fotografías y el reloj del antiguo faro.",
    "Una comisión regional estudiará el futuro del puerto en 2031.",
]


def document(texts: Sequence[str], side: Side) -> Document:
    """One segment per text."""
    return document_of(texts, side=side, region="en-US" if side == "en" else "es-MX")


def pairs(bitext: Bitext) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The beads as pairs of segment numbers."""
    return [(bead.en, bead.es) for bead in bitext.beads]


def covered(bitext: Bitext) -> bool:
    """Whether every segment of both sides is in exactly one bead."""
    en = sorted(i for bead in bitext.beads for i in bead.en)
    es = sorted(j for bead in bitext.beads for j in bead.es)
    return en == list(range(len(bitext.en.segments))) and es == list(range(len(bitext.es.segments)))
