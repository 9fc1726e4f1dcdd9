"""How often each check was right, as the reviewers judged it so far.

What always holds: only findings with a settled verdict count; a finding that was meant (`intended`)
or is to be mended was right to be raised, a false alarm was not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aligner.review.review import Review, Verdict


@dataclass(frozen=True, slots=True)
class Precision:
    """Of `judged` findings of one check `right` were right; `waiting` have no settled verdict."""

    check: str
    right: int
    judged: int
    waiting: int

    @property
    def percent(self) -> int | None:
        """The share that was right, floored; None before the first verdict."""
        return 100 * self.right // self.judged if self.judged else None


def precision(reviews: Iterable[Review]) -> Mapping[str, Precision]:
    """The precision of every check that raised anything, by name. Findings that an equivalence
    silences are not raised and do not count."""
    counts: dict[str, list[int]] = {}
    for review in reviews:
        for finding in review.findings:
            right, judged, waiting = counts.setdefault(finding.divergence.check, [0, 0, 0])
            if finding.open:
                waiting += 1
            else:
                judged += 1
                right += finding.state is not Verdict.FALSE_ALARM
            counts[finding.divergence.check] = [right, judged, waiting]
    return {name: Precision(name, *counts[name]) for name in sorted(counts)}
