"""Which word of one side renders which word of the other.

What always holds: a word has at most one partner; two words may be partners if the word table, the
spelling of cognates or their form says so. Time grows with n log n.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from aligner.language.vocabulary import en_keys, es_keys
from aligner.language.words import Word

# How many places of a frequent word are weighed; the nearest ones are.
_NEAREST = 4
_HALF = _NEAREST // 2
# How far from the expected place a partner may stand, in words and as a part of the text.
_REACH = 6
_PART = 0.35
# How near two words must be, on both sides, to have moved together, and how many pairs are tried.
_NEAR_MOVED = 6
_COMPANY = 24
# Words so near one another, on either side, speak for one another's partners.
_BESIDE = 4


def linked(
    english: Sequence[Word],
    spanish: Sequence[Word],
    content_en: Sequence[bool],
    content_es: Sequence[bool],
) -> tuple[list[int], list[int]]:
    """The partner of each word on the other side, or -1, for both sides: words with one possible
    partner first, the rest by their distance from where these put them, what moved together last."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(spanish):
        if content_es[j]:
            for key in es_keys(word.folded):
                places[key].append(j)
    to_es, to_en = [-1] * len(english), [-1] * len(spanish)
    scale = len(spanish) / max(len(english), 1)
    options: dict[int, list[int]] = {}
    wanted = [0] * len(spanish)
    facing: dict[str, list[list[int]]] = {}
    for i, word in enumerate(english):
        if not content_en[i]:
            continue
        rows = facing.get(word.folded)
        if rows is None:
            rows = [places[key] for key in en_keys(word.folded) if key in places]
            facing[word.folded] = rows
        if not rows:
            continue
        near = [row if len(row) <= _NEAREST else _around(row, i * scale) for row in rows]
        options[i] = candidates = near[0] if len(near) == 1 else sorted(set().union(*near))
        for j in candidates:
            wanted[j] += 1
    sure = [(i, own[0]) for i, own in options.items() if len(own) == 1 and wanted[own[0]] == 1]
    for i, j in sure:
        to_es[i], to_en[j] = j, i
    ours, theirs = _columns([(-1, -1), *increasing(sure), (len(english), len(spanish))])
    reach = max(_REACH, _PART * len(spanish))
    rest = []
    for i, candidates in options.items():
        if to_es[i] < 0:
            expected = between(ours, theirs, i)
            rest += [(abs(j - expected), i, j) for j in candidates]
    far = []
    for distance, i, j in sorted(rest):
        if to_es[i] < 0 and to_en[j] < 0:
            if distance <= reach:
                to_es[i], to_en[j] = j, i
            else:
                far.append((i, j))
    _link_moved(far, to_es, to_en)
    _settle(english, spanish, options, to_es, to_en)
    return to_es, to_en


def between(ours: list[int], theirs: list[int], index: float) -> float:
    """The place of `index` between the two links around it."""
    high = min(max(bisect_right(ours, index), 1), len(ours) - 1)
    low = high - 1
    width = ours[high] - ours[low]
    return theirs[low] + (index - ours[low]) / max(width, 1) * (theirs[high] - theirs[low])


def increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of `pairs` (sorted by the first) whose second numbers increase."""
    tails: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before[n] = last[at - 1] if at else -1
        if at == len(tails):
            tails.append(j)
            last.append(n)
        else:
            tails[at] = j
            last[at] = n
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _link_moved(far: list[tuple[int, int]], to_es: list[int], to_en: list[int]) -> None:
    """Links words far from their place, where a neighbour moved to the same place: a clause that
    stands in another order."""
    free = sorted((i, j) for i, j in far if to_es[i] < 0 and to_en[j] < 0)
    for n, (i, j) in enumerate(free):
        if to_es[i] >= 0 or to_en[j] >= 0:
            continue
        for other_i, other_j in free[n + 1 : n + 1 + _COMPANY]:
            if other_i - i > _NEAR_MOVED:
                break
            if other_i != i and 0 < abs(other_j - j) <= _NEAR_MOVED:
                if to_es[other_i] < 0 and to_en[other_j] < 0:
                    to_es[other_i], to_en[other_j] = other_j, other_i
                to_es[i], to_en[j] = j, i
                break


def _settle(
    english: Sequence[Word],
    spanish: Sequence[Word],
    options: dict[int, list[int]],
    to_es: list[int],
    to_en: list[int],
) -> None:
    """Gives a partner to the word that its neighbours speak for: of *crimes against humanity or war
    crimes* and *crímenes de guerra*, the second one. A name that stands in its own language beside
    its rendering takes no partner away from that."""
    for i, candidates in options.items():
        if to_es[i] < 0:
            for j in candidates:
                held = to_en[j]
                if held < 0:
                    continue
                if english[held].folded != english[i].folded:
                    free = [k for k in options[held] if to_en[k] < 0 and _company(held, k, to_es)]
                    if free and _company(i, j, to_es):
                        to_es[held], to_en[free[0]] = free[0], held
                        to_es[i], to_en[j] = j, i
                        break
                elif _company(i, j, to_es) > _company(held, j, to_es):
                    to_es[held], to_es[i], to_en[j] = -1, j, i
                    break
    for i, candidates in options.items():
        for j in candidates:
            held = to_es[i]
            if to_en[j] < 0 and (
                _company(i, j, to_es) > 0
                if held < 0
                else spanish[j].folded != english[i].folded
                and _company(i, j, to_es) > _company(i, held, to_es)
            ):
                to_es[i], to_en[j] = j, i
                if held >= 0:
                    to_en[held] = -1


def _company(i: int, j: int, to_es: list[int]) -> float:
    """How many words beside i have their partners beside j; the nearest ones say most."""
    found = 0.0
    for near in range(max(i - _BESIDE, 0), min(i + _BESIDE + 1, len(to_es))):
        if to_es[near] >= 0 and near != i and -_BESIDE <= to_es[near] - j <= _BESIDE:
            found += 1 / (abs(near - i) + abs(to_es[near] - j))
    return found


def _around(places: list[int], expected: float) -> list[int]:
    at = bisect_left(places, expected)
    return places[at - _HALF if at > _HALF else 0 : at + _HALF]


def _columns(pairs: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [i for i, _ in pairs], [j for _, j in pairs]
