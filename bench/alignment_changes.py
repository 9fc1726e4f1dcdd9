"""Makes documents with known structural change out of an aligned pair, by a seed.

What always holds: the gold beads that come out cover every segment of both sides once; the words
are those of the pair, or of its other paragraphs where something is inserted.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from aligner.language.sentences import sentences
from aligner.text.segment import Side

Texts = list[str]
Beads = list[tuple[list[int], list[int]]]


@dataclass
class Unit:
    """One gold bead as texts, and where it goes on the Spanish side."""

    en: Texts
    es: Texts
    shift: float = 0.0


@dataclass(frozen=True)
class Changed:
    """A derived pair with its gold."""

    en: Texts
    es: Texts
    gold: Beads = field(default_factory=list)


def _halves(text: str, side: Side, chance: random.Random) -> Texts | None:
    """`text` cut between two of its sentences, or None where it has one."""
    spans = sentences(text, side)
    if len(spans) < 2:
        return None
    cut = spans[chance.randrange(1, len(spans))][0]
    return [text[:cut].rstrip(), text[cut:]]


def _change(units: list[Unit], at: int, kind: str, pool: list[Unit], chance: random.Random) -> bool:
    """Carries out one change at `units[at]`; whether it could."""
    unit = units[at]
    plain = len(unit.en) == len(unit.es) == 1
    if kind == "split" and plain:
        if chance.random() < 0.5:
            parts = _halves(unit.es[0], "es", chance)
            unit.es = parts or unit.es
        else:
            parts = _halves(unit.en[0], "en", chance)
            unit.en = parts or unit.en
        return parts is not None
    if kind == "merge" and plain and at + 1 < len(units):
        other = units[at + 1]
        if not len(other.en) == len(other.es) == 1 or other.shift:
            return False
        if chance.random() < 0.5:
            units[at : at + 2] = [Unit(unit.en + other.en, [f"{unit.es[0]} {other.es[0]}"])]
        else:
            units[at : at + 2] = [Unit([f"{unit.en[0]} {other.en[0]}"], unit.es + other.es)]
        return True
    if kind == "omit" and unit.en and unit.es:
        if chance.random() < 0.5:
            unit.es = []
        else:
            unit.en = []
        return True
    if kind == "insert" and pool:
        donor = pool.pop(chance.randrange(len(pool)))
        new = Unit(list(donor.en[:1]), []) if chance.random() < 0.5 else Unit([], donor.es[:1])
        units.insert(at + 1, new)
        return bool(new.en or new.es)
    if kind == "move" and unit.en and unit.es and not unit.shift:
        far = max(3, min(30, len(units) // 4))
        unit.shift = chance.choice((-1, 1)) * (chance.randint(2, far) + 0.5)
        return True
    if kind == "block" and at + 3 < len(units):
        shift = chance.choice((-1, 1)) * (chance.randint(4, max(5, min(30, len(units) // 4))) + 0.5)
        for other in units[at : at + 3]:
            other.shift = shift
        return True
    return False


def changed(
    en: Sequence[str], es: Sequence[str], gold: Beads, rate: float, seed: str, *, moves: bool
) -> Changed:
    """The pair with about `rate` of its beads changed: merged, split, omitted and, with `moves`,
    inserted and moved (single or as a block of three)."""
    chance = random.Random(seed)
    units = [Unit([en[i] for i in a], [es[j] for j in b]) for a, b in gold]
    # What is inserted must not stand elsewhere as well: a tenth of the text is kept back for it.
    kept = set(chance.sample(range(len(units)), len(units) // 10)) if moves else set()
    pool = [units[n] for n in sorted(kept) if units[n].en and units[n].es]
    units = [unit for n, unit in enumerate(units) if n not in kept]
    kinds = ["merge", "split", "omit"] + (["insert", "move", "move", "block"] if moves else [])
    at = 0
    while at < len(units):
        if chance.random() < rate:
            for _ in range(4):
                if _change(units, at, chance.choice(kinds), pool, chance):
                    break
        at += 1
    places = sorted((n + unit.shift, n) for n, unit in enumerate(units))
    out_en: Texts = []
    out_es: Texts = []
    sides: list[tuple[list[int], list[int]]] = [([], []) for _ in units]
    for n, unit in enumerate(units):
        sides[n][0].extend(range(len(out_en), len(out_en) + len(unit.en)))
        out_en += unit.en
    for _, n in places:
        sides[n][1].extend(range(len(out_es), len(out_es) + len(units[n].es)))
        out_es += units[n].es
    return Changed(out_en, out_es, [side for side in sides if side[0] or side[1]])
