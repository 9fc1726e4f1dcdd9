"""Word links: which word of one text is rendered by which word of the other.

What always holds: a word is in at most one link; links are found by competition (Melamed 2000):
the surest pair first, then its two words are taken. Spelling and evidence speak before what was
learned, since words that always occur together teach each other's renderings; positions break
ties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.alignment.forms import false_friends, form, root
from aligner.alignment.lexicon import Lexicon
from aligner.alignment.ties import SAME, ties
from aligner.text.segment import Side, Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_FAR = 0.35  # what the full distance between relative places takes from a link
_LEAST = 0.15
_ALIKE = 0.5  # share of pairs of letters that cognates have in common
_LONG = 4


@dataclass(frozen=True, slots=True)
class Link:
    """Two words that render each other, as spans of their texts, and how surely (0 to 1)."""

    en: Span
    es: Span
    weight: float


def _placed(text: str) -> list[tuple[Span, str]]:
    return [(found.span(), form(found.group())) for found in _WORD.finditer(text)]


def _pairs_of_letters(word: str) -> set[str]:
    return {word[n : n + 2] for n in range(len(word) - 1)}


def _spelt_alike(one: Sequence[str], two: Sequence[str]) -> dict[str, dict[str, float]]:
    """The words of `two` that are spelt like those of `one`: the same, or with half of the pairs
    of letters of their roots in common (Dice's measure)."""
    strange = false_friends()
    by_start: dict[str, list[tuple[str, set[str]]]] = {}
    for other in two:
        if len(other) >= _LONG and other.isalpha():
            stem = root(other)
            by_start.setdefault(stem[:2], []).append((other, _pairs_of_letters(stem)))
    same = set(two)
    found: dict[str, dict[str, float]] = {}
    for name in one:
        if name in strange:
            continue
        alike = {name: SAME} if name in same else {}
        if len(name) >= _LONG and name.isalpha():
            stem = root(name)
            mine = _pairs_of_letters(stem)
            for other, theirs in by_start.get(stem[:2], ()):
                dice = 2 * len(mine & theirs) / max(len(mine) + len(theirs), 1)
                if dice >= _ALIKE and other not in alike:
                    alike[other] = round(0.4 + 0.4 * dice, 4)
        if alike:
            found[name] = alike
    return found


def told_pairs(
    names: Sequence[str],
    lexicon: Lexicon | None,
    evidence: Sequence[tuple[str, str, float]] = (),
) -> list[tuple[str, str, float]]:
    """What `lexicon` and `evidence` say of the English forms `names`."""
    pairs = list(evidence)
    if lexicon is not None:
        for name in names:
            pairs += [(name, es, weight) for es, weight in lexicon.forms.get(name, ())]
    return pairs


def word_links(
    en: str,
    es: str,
    lexicon: Lexicon | None = None,
    evidence: Sequence[tuple[str, str, float]] = (),
) -> tuple[Link, ...]:
    """The links between the words of `en` and `es`, by place in `en`; `evidence` gives further
    pairs (English form, Spanish form, weight)."""
    left, right = _placed(en), _placed(es)
    if not left or not right:
        return ()
    names_a = sorted({name for _, name in left})
    names_b = sorted({name for _, name in right})
    known = ties(names_a, names_b, told=told_pairs(names_a, lexicon, evidence))
    weight_of: dict[str, list[tuple[str, float]]] = {}
    for n, m, weight in zip(known.a.tolist(), known.b.tolist(), known.weight.tolist(), strict=True):
        weight_of.setdefault(names_a[n], []).append((names_b[m], weight))
    places: dict[str, list[int]] = {}
    for position, (_, name) in enumerate(right):
        places.setdefault(name, []).append(position)
    spelt = _spelt_alike(names_a, names_b)
    told = {(form(one), form(two)) for one, two, _ in evidence}
    offers: list[tuple[float, float, int, int, float]] = []
    for i, (_, name) in enumerate(left):
        answers = dict(weight_of.get(name, ()))
        for other, weight in spelt.get(name, {}).items():
            answers[other] = max(weight, answers.get(other, 0.0))
        for other, weight in answers.items():
            first = other in spelt.get(name, {}) or (name, other) in told
            for j in places[other]:
                off = abs((i + 0.5) / len(left) - (j + 0.5) / len(right))
                worth = round(weight - _FAR * off, 6)
                offers.append((worth + first, off, i, j, worth))
    offers.sort(key=lambda offer: (-offer[0], offer[1], offer[2] + offer[3], offer[2]))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    chosen: list[Link] = []
    for _, _, i, j, worth in offers:
        if worth >= _LEAST and i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            chosen.append(Link(left[i][0], right[j][0], round(min(worth, 1.0), 4)))
    return tuple(sorted(chosen, key=lambda link: link.en))


def counterpart(span: Span, side: Side, links: Sequence[Link]) -> Span | None:
    """The span on the other side that answers `span` of `side`: from the first to the last word
    linked into it; with none, what lies between the counterparts of the nearest words before and
    after. None without any link."""
    pairs = sorted((link.en, link.es) if side == "en" else (link.es, link.en) for link in links)
    inside = [other for own, other in pairs if own[0] < span[1] and span[0] < own[1]]
    if inside:
        return min(a for a, _ in inside), max(b for _, b in inside)
    before = [other for own, other in pairs if own[1] <= span[0]]
    after = [other for own, other in pairs if own[0] >= span[1]]
    if not before and not after:
        return None
    if not before:
        return after[0]
    if not after:
        return before[-1]
    start, stop = before[-1][1], after[0][0]
    return (start, stop) if start <= stop else (after[0][0], before[-1][1])
