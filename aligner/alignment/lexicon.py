"""The lexicon: which English form is rendered by which Spanish one, learned from beads.

What always holds: it is learned from beads that somebody or something trusts, by IBM model 1 in
both directions (Brown et al. 1993), the two joined by their geometric mean; forms are those of
forms.py; weights are rounded to 4 places; nothing depends on which side is called English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from aligner.alignment.bead import Bitext
from aligner.alignment.corpus import Column, Floats, Ints, column_of_texts, expand, summed
from aligner.alignment.forms import PAGE, form, tokens

_ROUNDS = 5
_COMMON = 0.3  # a form in more than this share of the beads is left out: it meets everything
_LEAST = 0.12  # pairs below are noise
_MOST_PAIRS = 1_000_000  # meetings of forms that are counted, for bounded memory
CONFIDENT = 0.8


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`forms[en]` are the Spanish forms with their weight in (0, 1], heaviest first. Treat it as
    read-only."""

    forms: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)

    @property
    def pairs(self) -> tuple[tuple[str, str, float], ...]:
        """All pairs, by English form."""
        return tuple((en, es, weight) for en in sorted(self.forms) for es, weight in self.forms[en])

    def to_record(self) -> dict[str, Any]:
        """The lexicon as JSON holds it."""
        return {"schema": 1, "pairs": [list(pair) for pair in self.pairs]}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Lexicon:
        """The lexicon that `to_record` wrote. Raises KeyError or ValueError for anything else."""
        return cls.of((str(en), str(es), float(weight)) for en, es, weight in record["pairs"])

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str, float]]) -> Lexicon:
        """The lexicon that holds `pairs`."""
        forms: dict[str, dict[str, float]] = defaultdict(dict)
        for en, es, weight in pairs:
            forms[en][es] = max(weight, forms[en].get(es, 0.0))
        return cls(
            {
                en: tuple(sorted(forms[en].items(), key=lambda pair: (-pair[1], pair[0])))
                for en in sorted(forms)
            }
        )


def _meetings(a: Column, b: Column, ours: Ints, theirs: Ints) -> tuple[Ints, Ints, Ints]:
    """Every meeting of two types in the beads (`ours[n]`, `theirs[n]`): bead, type, type."""
    chosen = []
    for own, segments in ((a, ours), (b, theirs)):
        number = np.full(own.segments, -1, dtype=np.int64)
        number[segments] = np.arange(len(segments))
        bead = number[own.segment_of]
        seen = np.bincount(own.type_of[bead >= 0], minlength=len(own.types))
        useful = (seen >= 2) & (seen <= max(_COMMON * len(segments), 4))
        useful &= np.array([not name.startswith(PAGE) for name in own.types], dtype=bool)
        entry = np.flatnonzero((bead >= 0) & useful[own.type_of])
        order = np.argsort(bead[entry], kind="stable")
        chosen.append((bead[entry][order], own.type_of[entry][order]))
    (bead_a, type_a), (bead_b, type_b) = chosen
    left, right = expand(bead_a, bead_b)
    return bead_a[left], type_a[left], type_b[right]


def _model_one(slot: Ints, pair: Ints, given: Ints, pairs: int) -> Floats:
    """IBM model 1: the chance of each pair's target given its source. `slot` numbers the targets
    (bead, target), `pair` the pair of each meeting, `given` the source of each pair."""
    chance = np.ones(pairs)
    for _ in range(_ROUNDS):
        share = chance[pair]
        total = summed(slot, share, 0)
        count = summed(pair, share / total[slot], pairs)
        mass = summed(given, count, 0)
        chance = count / mass[given]
    return chance


def learned_pairs(a: Column, b: Column, beads: tuple[Ints, Ints]) -> tuple[Ints, Ints, Floats]:
    """Pairs of types (of `a`, of `b`) with their weight, learned from `beads`: segments of `a`
    and the segment of `b` that each is parallel to. Sorted by pair."""
    nothing = np.zeros(0, dtype=np.int64)
    ours, theirs = beads
    if len(ours) < 3:
        return nothing, nothing, np.zeros(0)
    sizes = np.diff(a.start)[ours] * np.diff(b.start)[theirs]
    stride = int(sizes.sum()) // _MOST_PAIRS + 1
    bead, one, two = _meetings(a, b, ours[::stride], theirs[::stride])
    if not len(bead):
        return nothing, nothing, np.zeros(0)
    wide = len(b.types)
    keys, pair = np.unique(one * np.int64(wide) + two, return_inverse=True)
    source, target = keys // wide, keys % wide
    slot_b = np.unique(bead * np.int64(wide) + two, return_inverse=True)[1]
    slot_a = np.unique(bead * np.int64(len(a.types)) + one, return_inverse=True)[1]
    forth = _model_one(slot_b, pair, source, len(keys))
    back = _model_one(slot_a, pair, target, len(keys))
    met = np.bincount(pair, minlength=len(keys))
    # A pair that met once more is surer: met / (met + 1) keeps chance meetings small.
    weight = np.round(np.sqrt(forth * back) * (met / (met + 0.7)), 6)
    keep = (weight >= _LEAST) & (met >= 2)
    return source[keep], target[keep], weight[keep]


def learn_lexicon(
    bitext: Bitext,
    *,
    evidence: Sequence[tuple[str, str, float]] = (),
    memory: Sequence[tuple[str, str]] = (),
) -> Lexicon:
    """The lexicon of the confident beads of `bitext` and of the parallel texts `memory`;
    single-word `evidence` (English form, Spanish form, weight) is taken over as it is."""
    texts = [
        bitext.texts(bead) for bead in bitext.beads if not bead.empty and bead.score >= CONFIDENT
    ]
    texts += memory
    a = column_of_texts([en for en, _ in texts])
    b = column_of_texts([es for _, es in texts])
    every = np.arange(len(texts), dtype=np.int64)
    source, target, weight = learned_pairs(a, b, (every, every))
    pairs = [
        (a.types[n], b.types[m], round(float(w), 4))
        for n, m, w in zip(source.tolist(), target.tolist(), weight.tolist(), strict=True)
    ]
    for en, es, given in evidence:
        one, two = tokens(en), tokens(es)
        if len(one) == len(two) == 1:
            pairs.append((form(one[0]), form(two[0]), round(min(max(given, 0.01), 1.0), 4)))
    return Lexicon.of(pairs)
