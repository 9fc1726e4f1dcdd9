"""Findings flattened for print: one entry a finding, with files, lines and words resolved.

What always holds: entries stand in document order and are the same for every format; a format only
chooses what to show of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.divergence import Place, Severity
from aligner.divergence.wording import message
from aligner.review.review import Finding, Review
from aligner.text.document import Document
from aligner.text.segment import Side

Language = Literal["en", "es"]
"""The language of a finding's sentence."""


@dataclass(frozen=True, slots=True)
class SideEntry:
    """One side of an entry: the file, the first line of the evidence (0: the file has no lines),
    its segments and places, and the quoted words of each place."""

    path: str
    line: int
    last_line: int
    segments: tuple[int, ...]
    places: tuple[Place, ...]
    quotes: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as every format sees it; `settled` once a verdict has closed it."""

    document: str
    check: str
    severity: Severity
    state: str
    mqm: str
    bead: int
    en: SideEntry
    es: SideEntry
    facts_en: tuple[str, ...]
    facts_es: tuple[str, ...]
    message: str
    fingerprint: str
    settled: bool = False
    reason: str = ""

    def side(self, side: Side) -> SideEntry:
        """The entry's English or Spanish side."""
        return self.en if side == "en" else self.es


@dataclass(frozen=True, slots=True)
class Shape:
    """What a document is made of: segments on both sides, beads by shape (`1-1`), crossing ones."""

    document: str
    en_segments: int
    es_segments: int
    beads: tuple[tuple[str, int], ...]
    crossing: int


def shape(document: str, bitext: Bitext) -> Shape:
    """The shape of one bitext, its commonest bead first."""
    counts = Counter(bead.shape for bead in bitext.beads)
    return Shape(
        document,
        len(bitext.en.segments),
        len(bitext.es.segments),
        tuple(sorted(counts.items(), key=lambda found: (-found[1], found[0]))),
        sum(bead.crossing for bead in bitext.beads),
    )


def entries(
    reviews: Iterable[Review], *, language: Language = "en", internal: bool = True
) -> Iterator[Entry]:
    """The entries of all `reviews`, sentences in `language`; `internal` False leaves out reasons
    that are not shared."""
    for review in reviews:
        for finding in review.findings:
            yield entry(review, finding, language=language, internal=internal)


def entry(
    review: Review, finding: Finding, *, language: Language = "en", internal: bool = True
) -> Entry:
    """The entry of one finding."""
    divergence = finding.divergence
    bitext = review.bitext
    return Entry(
        review.document,
        divergence.check,
        divergence.severity,
        str(finding.state),
        divergence.mqm,
        divergence.bead,
        _side(bitext, divergence.bead, "en", divergence.en),
        _side(bitext, divergence.bead, "es", divergence.es),
        divergence.facts_en,
        divergence.facts_es,
        message(divergence, language),
        finding.fingerprint,
        not finding.open,
        finding.reason if internal or finding.shared else "",
    )


def _side(bitext: Bitext, bead: int, side: Side, places: tuple[Place, ...]) -> SideEntry:
    document: Document = bitext.en if side == "en" else bitext.es
    held = _held(bitext.beads[bead], side)
    shown = [document.segments[place.segment] for place in places]
    shown = shown or [document.segments[index] for index in held]
    return SideEntry(
        document.path,
        shown[0].first_line if shown else _line_near(bitext, bead, side),
        shown[-1].last_line if shown else _line_near(bitext, bead, side),
        held,
        places,
        tuple(document.segments[place.segment].text[place.start : place.end] for place in places),
        tuple(document.segments[index].label for index in held),
    )


def _held(bead: Bead, side: Side) -> tuple[int, ...]:
    return bead.en if side == "en" else bead.es


def _line_near(bitext: Bitext, bead: int, side: Side) -> int:
    """The line after which the missing segment would stand: the end of the bead before it."""
    document = bitext.en if side == "en" else bitext.es
    for before in reversed(bitext.beads[:bead]):
        held = _held(before, side)
        if held:
            return document.segments[held[-1]].last_line
    return document.segments[0].first_line if document.segments else 0


def record_of(entry: Entry) -> dict[str, Any]:
    """An entry as plain JSON values; `entry_from` reads it back."""
    record = asdict(entry)
    record["severity"] = entry.severity.word
    for side in ("en", "es"):
        record[side]["places"] = [
            [place.segment, place.start, place.end] for place in getattr(entry, side).places
        ]
    return record


def entry_from(record: Mapping[str, Any]) -> Entry:
    """The entry that `record_of` made `record` from. Raises KeyError, TypeError or ValueError for
    anything else."""

    def side(found: Mapping[str, Any]) -> SideEntry:
        return SideEntry(
            found["path"],
            found["line"],
            found["last_line"],
            tuple(found["segments"]),
            tuple(Place(*place) for place in found["places"]),
            tuple(found["quotes"]),
            tuple(found["labels"]),
        )

    return Entry(
        **{
            **record,
            "severity": Severity.named(record["severity"]),
            "en": side(record["en"]),
            "es": side(record["es"]),
            "facts_en": tuple(record["facts_en"]),
            "facts_es": tuple(record["facts_es"]),
        }
    )
