"""Inside a bead: which sentences, and which clauses, answer each other.

What always holds: every unit of both sides is in exactly one inner bead, in order; the same
witnesses speak as between segments, but a bead is scored exactly, as the union of its units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from aligner.alignment.forms import form, tokens
from aligner.alignment.lexicon import Lexicon
from aligner.alignment.links import told_pairs
from aligner.alignment.ties import ties
from aligner.language.sentences import clauses, sentences
from aligner.text.segment import Span

_SHAPES = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3), (1, 0), (0, 1), (4, 1), (1, 4))
_PRIOR = {1: log(0.05), 2: log(0.8), 3: log(0.06), 4: log(0.015), 5: log(0.005)}
_TRUST = 0.35
_BAND = 12


@dataclass(frozen=True, slots=True)
class InnerBead:
    """Spans of the units on both sides (either may be empty) and how sure the bead is, 0 to 1."""

    en: tuple[Span, ...]
    es: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Unit:
    forms: frozenset[str]
    chars: int


def _units(text: str, spans: Sequence[Span]) -> list[_Unit]:
    return [_Unit(frozenset(form(token) for token in tokens(text[a:b])), b - a) for a, b in spans]


class _Judge:
    """Scores groups of units; remembers what it has seen."""

    def __init__(self, a: list[_Unit], b: list[_Unit], lexicon: Lexicon | None) -> None:
        names_a = sorted(frozenset().union(*(unit.forms for unit in a)))
        names_b = sorted(frozenset().union(*(unit.forms for unit in b)))
        known = ties(names_a, names_b, told=told_pairs(names_a, lexicon))
        self.across: dict[str, dict[str, float]] = {}
        self.back: dict[str, dict[str, float]] = {}
        for n, m, weight in zip(
            known.a.tolist(), known.b.tolist(), known.weight.tolist(), strict=True
        ):
            self.across.setdefault(names_a[n], {})[names_b[m]] = weight
            self.back.setdefault(names_b[m], {})[names_a[n]] = weight
        self.drift = log(sum(unit.chars for unit in b) / sum(unit.chars for unit in a))
        self.a, self.b = a, b

    def _heard(
        self, own: list[_Unit], other: list[_Unit], ties_of: dict[str, dict[str, float]], all_: int
    ) -> float:
        there = frozenset().union(*(unit.forms for unit in other))
        total = 0.0
        share = min(len(other) / (all_ + 1.0), 0.9)
        for name in frozenset().union(*(unit.forms for unit in own)):
            answers = ties_of.get(name)
            if answers is None:
                continue
            p = max(answers.values())
            found = max((weight for word, weight in answers.items() if word in there), default=0.0)
            q = min(share * min(len(answers), 2) / 1.5, p * 0.95)
            miss = log((1 - p) / (1 - q))
            total += miss + (log(p / q) - miss) * found / p
        return total

    def worth(self, i: int, n: int, j: int, m: int) -> float:
        own, other = self.a[i : i + n], self.b[j : j + m]
        score = _PRIOR[n + m]
        if n and m:
            score += _TRUST * self._heard(own, other, self.across, len(self.b))
            score += _TRUST * self._heard(other, own, self.back, len(self.a))
            left = sum(unit.chars for unit in own)
            right = sum(unit.chars for unit in other)
            near = 0.05 + 4.0 * (1 / left + 1 / right)
            off = log(right / left) - self.drift
            score += 0.5 * (log((1.0 + near) / near) - off * off * (1 / near - 1 / (1.0 + near)))
        return round(score, 9)


def _align(
    spans_en: Sequence[Span], spans_es: Sequence[Span], en: str, es: str, lexicon: Lexicon | None
) -> tuple[InnerBead, ...]:
    if not spans_en or not spans_es:
        return (
            *(InnerBead((span,), (), 1.0) for span in spans_en),
            *(InnerBead((), (span,), 1.0) for span in spans_es),
        )
    judge = _Judge(_units(en, spans_en), _units(es, spans_es), lexicon)
    n, m = len(spans_en), len(spans_es)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(n + 1):
        middle = round(i * m / n)
        reach = _BAND + abs(n - m)
        for j in range(max(0, middle - reach), min(m, middle + reach) + 1):
            for height, across in _SHAPES:
                before = best.get((i - height, j - across))
                if before is None:
                    continue
                score = before[0] + judge.worth(i - height, height, j - across, across)
                if (i, j) not in best or score > best[i, j][0] + 1e-9:
                    best[i, j] = (score, (height, across))
    beads: list[InnerBead] = []
    i, j = n, m
    while i or j:
        height, across = best[i, j][1]
        i, j = i - height, j - across
        worth = judge.worth(i, height, j, across)
        sure = 1 / (1 + exp(-max(min(worth + 1.0, 30.0), -30.0)))
        beads.append(
            InnerBead(
                tuple(spans_en[i : i + height]),
                tuple(spans_es[j : j + across]),
                round(sure if height and across else 0.5, 4),
            )
        )
    return tuple(reversed(beads))


def align_sentences(en: str, es: str, lexicon: Lexicon | None = None) -> tuple[InnerBead, ...]:
    """The sentences of `en` and `es` in inner beads."""
    return _align(sentences(en, "en"), sentences(es, "es"), en, es, lexicon)


def align_clauses(en: str, es: str, lexicon: Lexicon | None = None) -> tuple[InnerBead, ...]:
    """The clauses of `en` and `es` in inner beads."""
    return _align(clauses(en, "en"), clauses(es, "es"), en, es, lexicon)
