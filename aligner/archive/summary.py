"""What a run over many pairs found, in the values that every report format shows.

What always holds: figures are the sums of the pairs' exact fractions; pairs stand in the order of
their names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aligner.archive.outcomes import Outcomes
from aligner.review.listing import Entry, Shape, entry_from
from aligner.review.metrics import METRICS, Metric


@dataclass(frozen=True, slots=True)
class Summary:
    """All pairs of a run together."""

    documents: tuple[Shape, ...]
    found: tuple[Entry, ...]
    metrics: dict[str, Metric]
    signature: str


def summarize(outcomes: Outcomes, digests: Iterable[tuple[str, str]]) -> Summary:
    """The summary of the outcomes named by (pair's name, digest); failures are left out."""
    shapes: list[Shape] = []
    found: list[Entry] = []
    sums = {name: [0, 0, 0, 0] for name in METRICS}
    signature = ""
    for _, digest in sorted(digests):
        outcome = outcomes.read(digest)
        if outcome is None or "error" in outcome:
            continue
        shapes.append(_shape(outcome))
        found += [entry_from(record) for record in outcome["findings"]]
        for name, values in outcome["metrics"].items():
            if name in sums:
                sums[name] = [a + b for a, b in zip(sums[name], values, strict=True)]
        signature = signature or outcome["signature"]
    metrics = {name: Metric(name, *values) for name, values in sums.items()}
    return Summary(tuple(shapes), tuple(found), metrics, signature)


def _shape(outcome: dict[str, Any]) -> Shape:
    counts = Counter(f"{len(en)}-{len(es)}" for en, es, *_ in outcome["beads"])
    return Shape(
        outcome["name"],
        sum(len(en) for en, *_ in outcome["beads"]),
        sum(len(es) for _, es, *_ in outcome["beads"]),
        tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0]))),
        sum(crossing for *_, crossing in outcome["beads"]),
    )
