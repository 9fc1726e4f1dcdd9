"""Two versions of a project's texts compared: the one value that every format shows.

What always holds: `lines` flattens both cases, one side alone and both sides together, into the
same entries in the order of the new version.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from aligner.alignment.bead import Bitext
from aligner.review.versions import BeadChange, Change, ChangeKind
from aligner.text.document import Document
from aligner.text.segment import Side


@dataclass(frozen=True, slots=True)
class VersionScore:
    """How alike the changed paragraphs of one side are, by a sacrebleu metric with its signature."""

    side: Side
    metric: str
    score: float
    signature: str


@dataclass(frozen=True, slots=True)
class Versions:
    """One document in two versions. For both sides `old` and `new` are bitexts and `beads` says
    what changed; for one side they are documents and `changes` does."""

    id: str
    old: Bitext | Document
    new: Bitext | Document
    beads: tuple[BeadChange, ...] = ()
    changes: tuple[Change, ...] = ()

    def document(self, side: Side, *, new: bool) -> Document:
        """The old or new version of one side."""
        whole = self.new if new else self.old
        if isinstance(whole, Bitext):
            return whole.en if side == "en" else whole.es
        return whole

    @property
    def all_changes(self) -> tuple[Change, ...]:
        """Every change that is not quiet, whichever case it is."""
        if self.beads:
            return tuple(change for bead in self.beads for change in (*bead.en, *bead.es))
        return tuple(change for change in self.changes if not change.quiet)


@dataclass(frozen=True, slots=True)
class Line:
    """One change as every format shows it. `reach` is empty where only one side was compared."""

    document: str
    reach: str
    side: Side
    kind: str
    moved: bool
    old_label: str
    new_label: str
    old_line: int
    new_line: int
    old_path: str
    new_path: str
    old_text: str
    new_text: str
    cut: tuple[tuple[int, int], ...]
    put: tuple[tuple[int, int], ...]

    @property
    def said(self) -> str:
        """The kind in words: `edited, moved`."""
        words = [] if self.kind == ChangeKind.SAME else [self.kind]
        return ", ".join([*words, "moved"] if self.moved else words)


def lines(versions: Versions) -> Iterator[Line]:
    """All changes of one document, flattened."""
    if versions.beads:
        for bead in versions.beads:
            for change in (*bead.en, *bead.es):
                yield _line(versions, str(bead.reach), change)
    else:
        for change in versions.changes:
            if not change.quiet:
                yield _line(versions, "", change)


def _line(versions: Versions, reach: str, change: Change) -> Line:
    before = versions.document(change.side, new=False)
    after = versions.document(change.side, new=True)
    old = before.segments[change.old] if change.old is not None else None
    new = after.segments[change.new] if change.new is not None else None
    return Line(
        versions.id,
        reach,
        change.side,
        str(change.kind),
        change.moved,
        old.label if old else "",
        new.label if new else "",
        old.first_line if old else 0,
        new.first_line if new else 0,
        before.path,
        after.path,
        old.text if old else "",
        new.text if new else "",
        change.cut,
        change.put,
    )


@cache
def _metrics() -> dict[str, Any]:
    # Loaded when scores are asked for: sacrebleu costs a fifth of a second.
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return {"TER": TER(), "chrF": CHRF(), "BLEU": BLEU(effective_order=True)}


def scores(versions: Versions) -> tuple[VersionScore, ...]:
    """TER, chrF and BLEU of the edited paragraphs of each side, the old version as reference;
    nothing for a side without edits. They say how much was rewritten, not how well."""
    out = []
    sides: tuple[Side, Side] = ("en", "es")
    for side in sides:
        edited = [
            line for line in lines(versions) if line.side == side and line.kind == ChangeKind.EDITED
        ]
        if not edited:
            continue
        for name, metric in _metrics().items():
            result = metric.corpus_score(
                [line.new_text for line in edited], [[line.old_text for line in edited]]
            )
            out.append(
                VersionScore(side, name, round(result.score, 2), str(metric.get_signature()))
            )
    return tuple(out)
