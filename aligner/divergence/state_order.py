"""The order of two states that changes inside one version.

What always holds: the two versions are never compared with each other (each original names its own
state first); one finding for each pair of states and version, on the places of the rarer order.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.passage import Context, Passage
from aligner.divergence.registry import Check
from aligner.language.actors import actors
from aligner.text.segment import SIDES, Side, Span

_STATES = frozenset(("mexico", "united-states", "canada"))
_JOINING = frozenset(("and", "y", "e"))
# Articles and the like may stand beside the conjunction.
_BETWEEN = 3
# A name, not an adjective (mexicano) or a demonym.
_NAMES = frozenset(("mexico", "united states", "estados unidos", "canada", "ee uu", "eua", "u s"))

_Places = defaultdict[tuple[str, str], list[tuple[int, Span]]]


def _run(context: Context) -> Iterator[Divergence]:
    for side in SIDES:
        orders: _Places = defaultdict(list)
        for index, passage in enumerate(context.passages):
            for order, span in _orders(passage, side):
                orders[order].append((index, span))
        for first, second in sorted(orders):
            if first < second and (second, first) in orders:
                yield _said(context, side, orders, (first, second))


def _orders(passage: Passage, side: Side) -> Iterator[tuple[tuple[str, str], Span]]:
    reading = passage.side(side)
    states = [
        each
        for each in reading.of(actors)
        if each.value in _STATES
        and " ".join(word.folded for word in reading.words[each.first : each.last]) in _NAMES
    ]
    for one, two in itertools.pairwise(states):
        between = reading.words[one.last : two.first]
        joined = any(word.folded in _JOINING for word in between)
        if one.value != two.value and joined and len(between) <= _BETWEEN:
            yield (one.value, two.value), (one.span[0], two.span[1])


def _said(context: Context, side: Side, orders: _Places, pair: tuple[str, str]) -> Divergence:
    one, other = orders[pair], orders[pair[1], pair[0]]
    rare, usual = sorted((one, other), key=lambda each: (len(each), each))
    first = context.passages[rare[0][0]]
    spans = [span for index, span in rare if index == rare[0][0]]
    base = finding(
        CHECK,
        first,
        f"state-order.{side}",
        en=spans if side == "en" else [],
        es=spans if side == "es" else [],
        facts_en=list(pair) if side == "en" else ["-"],
        facts_es=list(pair) if side == "es" else ["-"],
        this=first.side(side).text[slice(*spans[0])],
        times=str(len(usual)),
    )
    places = tuple(sorted({p for i, span in rare for p in context.passages[i].places(side, *span)}))
    return replace(base, en=places) if side == "en" else replace(base, es=places)


CHECK = Check(
    name="state-order",
    mqm="inconsistency",
    severity=Severity.INFO,
    version=1,
    about="An order of two states that changes inside one version",
    in_document=_run,
)
