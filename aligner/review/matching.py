"""Which segment of one version is which of the next.

First the longest common subsequence of digests (Hunt and Szymanski, 1977), then segments that
stand exactly once in both versions and moved, then in each gap the order-preserving assignment of
the most alike pairs. What always holds: no segment is matched twice, and a pair below the
threshold is never matched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

THRESHOLD = 0.75
"""How much alike two wordings must be to be one paragraph, edited (records.md)."""

LONE = 0.6
"""The same where no other paragraph of the gap comes near: its borders speak for it too. A
wording with something put before or after it counts as so much alike at least."""

_MOST_OCCURRENCES = 2_000_000
"""Equal digests are paired with each other in the first step; a text of one repeated line would
cost the square of its length. Beyond this, only digests that stand once take part."""

_SHORT = 12
"""Up to so many words in both together, letters are compared: one word would weigh too much."""

_MOST_COMPARISONS = 250_000
"""The largest gap, old times new segments, in which every pair is compared."""


def match(old: Sequence[str], new: Sequence[str], texts: Mapping[str, str]) -> dict[int, int]:
    """Index in `old` -> index in `new`, both lists of digests; `texts` holds the words of as many
    as are known (others match exactly or not at all)."""
    if old == new:
        return {i: i for i in range(len(old))}
    exact = common(old, new)
    return _with_gaps(old, new, texts, exact) | _moved(old, new, exact)


def same(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The part of `match` that needs no words: equal digests, in order or standing once."""
    exact = common(old, new)
    return dict(exact) | _moved(old, new, exact)


def common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence as pairs of indices, ascending."""
    start = 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inner = _subsequence(old[start : len(old) - end], new[start : len(new) - end])
    pairs = [(i, i) for i in range(start)]
    pairs += [(i + start, j + start) for i, j in inner]
    pairs += [(len(old) - n, len(new) - n) for n in range(end, 0, -1)]
    return pairs


def _subsequence(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for j, digest in enumerate(new):
        places.setdefault(digest, []).append(j)
    counts = Counter(old)
    if sum(len(places.get(d, ())) * n for d, n in counts.items()) > _MOST_OCCURRENCES:
        places = {d: at for d, at in places.items() if len(at) == 1 and counts[d] == 1}
    ends: list[int] = []
    links: list[tuple[int, int, int]] = []  # old, new, the link before
    tails: list[int] = []
    for i, digest in enumerate(old):
        for j in reversed(places.get(digest, ())):
            at = bisect_left(ends, j)
            links.append((i, j, tails[at - 1] if at else -1))
            if at == len(ends):
                ends.append(j)
                tails.append(len(links) - 1)
            else:
                ends[at] = j
                tails[at] = len(links) - 1
    pairs = []
    link = tails[-1] if tails else -1
    while link >= 0:
        i, j, link = links[link]
        pairs.append((i, j))
    return pairs[::-1]


def _moved(
    old: Sequence[str], new: Sequence[str], exact: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """The segments that stand once in both versions: wherever they are, they are the same."""
    once_old = {d for d, n in Counter(old).items() if n == 1}
    places = {d: j for j, d in enumerate(new)}
    once_new = {d for d, n in Counter(new).items() if n == 1}
    kept = dict(exact)
    return {
        i: places[d] for i, d in enumerate(old) if i not in kept and d in once_old and d in once_new
    }


def _with_gaps(
    old: Sequence[str],
    new: Sequence[str],
    texts: Mapping[str, str],
    exact: Sequence[tuple[int, int]],
) -> dict[int, int]:
    out = dict(exact)
    moved = _moved(old, new, exact)
    moved_to = set(moved.values())
    before = (-1, -1)
    for pair in [*exact, (len(old), len(new))]:
        ours = [i for i in range(before[0] + 1, pair[0]) if i not in moved and old[i] in texts]
        theirs = [j for j in range(before[1] + 1, pair[1]) if j not in moved_to and new[j] in texts]
        if ours and theirs:
            wordings = [texts[old[i]] for i in ours], [texts[new[j]] for j in theirs]
            out.update((ours[a], theirs[b]) for a, b in _assign(*wordings))
        before = pair
    return out


def _assign(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The order-preserving pairs of `old` and `new` wordings with the greatest sum of likeness
    above the threshold."""
    every = len(old) * len(new) <= _MOST_COMPARISONS
    width = len(new) + 1
    likely: dict[tuple[int, int], float] = {}
    for a, wording in enumerate(old):
        around = range(len(new)) if every else _around(a, len(old), len(new))
        for b in around:
            value = likeness(wording, new[b], LONE)
            if value >= LONE:
                likely[a, b] = value
    if len(old) != len(new):
        likely = _plain(likely)
    best = [[0.0] * width for _ in range(len(old) + 1)]
    for a in range(1, len(old) + 1):
        here, above = best[a], best[a - 1]
        for b in range(1, width):
            value = max(above[b], here[b - 1])
            if (a - 1, b - 1) in likely:
                value = max(value, above[b - 1] + likely[a - 1, b - 1])
            here[b] = value
    pairs = []
    a, b = len(old), len(new)
    while a and b:
        if best[a][b] == best[a - 1][b]:
            a -= 1
        elif best[a][b] == best[a][b - 1]:
            b -= 1
        else:
            a, b = a - 1, b - 1
            pairs.append((a, b))
    return pairs[::-1]


def _plain(likely: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The pairs of an uneven gap that are alike enough, and those between both thresholds that
    have no rival on either side."""
    rivals: Counter[tuple[str, int]] = Counter()
    for a, b in likely:
        rivals["old", a] += 1
        rivals["new", b] += 1
    return {
        (a, b): value
        for (a, b), value in likely.items()
        if value >= THRESHOLD or (rivals["old", a] == 1 and rivals["new", b] == 1)
    }


def _around(a: int, old: int, new: int) -> range:
    """In a gap too large to compare wholly: the wordings at about the same relative place."""
    centre = a * new // old
    reach = max(1, _MOST_COMPARISONS // (2 * old))
    return range(max(0, centre - reach), min(new, centre + reach))


def likeness(a: str, b: str, least: float = THRESHOLD) -> float:
    """How much alike two wordings are, 0 to 1: the share of words in common, in order (Ratcliff
    and Obershelp, 1988, over words); for short ones, of letters. 0 for what cannot reach `least`."""
    words_a, words_b = _words(a), _words(b)
    total = len(words_a) + len(words_b)
    if not total:
        return 1.0 if a == b else 0.0
    if total <= _SHORT:
        value = SequenceMatcher(None, a, b, autojunk=False).ratio()
    elif (
        2 * min(len(words_a), len(words_b)) < least * total
        or 2 * sum((Counter(words_a) & Counter(words_b)).values()) < least * total
    ):
        value = 0.0
    else:
        value = SequenceMatcher(None, words_a, words_b, autojunk=False).ratio()
    return max(value, LONE) if value < LONE and _extended(words_a, words_b) else value


def _extended(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one wording is the other with something put before or after it."""
    short, long = sorted((a, b), key=len)
    return bool(short) and (long[: len(short)] == short or long[-len(short) :] == short)


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    """The words without the sign at their end, so that a clause put behind a full stop's place
    leaves the last word what it was."""
    return tuple(word.rstrip(".,;:") or word for word in text.split())
