"""How well decisions find their paragraphs again: python -m bench.reanchoring [--revisions N].

Prints figures and judges nothing. Kept: found where the paragraph went. Wrong: found elsewhere.
Inherited: a paragraph written anew that got the state of another.
"""

from __future__ import annotations

import argparse
import random
import time

from aligner.review.matching import match
from aligner.text.digest import digest
from bench.revisions import Revision, revise, text_of


def found(revision: Revision) -> dict[int, int]:
    """Old paragraph -> new paragraph, as re-anchoring sees it."""
    texts = {digest(text): text for text in (*revision.old, *revision.new)}
    return match([digest(t) for t in revision.old], [digest(t) for t in revision.new], texts)


def by_hash(revision: Revision) -> dict[int, int]:
    """What digests alone would find."""
    places = {text: n for n, text in enumerate(revision.new)}
    return {n: places[text] for n, text in enumerate(revision.old) if text in places}


def figures(share: float, revisions: int, seed: int = 1, paragraphs: int = 120) -> dict[str, float]:
    """The figures over so many seeded revisions with `share` of the paragraphs edited."""
    counts = dict.fromkeys(("states", "kept", "hash", "wrong", "fresh", "inherited"), 0)
    start = time.perf_counter()
    spent = 0.0
    for n in range(revisions):
        chance = random.Random(f"{seed}/{share}/{n}")
        revision = revise(text_of(chance, paragraphs), chance, share)
        start = time.perf_counter()
        way = found(revision)
        spent += time.perf_counter() - start
        plain = by_hash(revision)
        for old, new in enumerate(revision.became):
            if new is None:
                counts["wrong"] += old in way and way[old] not in revision.fresh
                continue
            counts["states"] += 1
            counts["kept"] += way.get(old) == new
            counts["hash"] += plain.get(old) == new
            counts["wrong"] += old in way and way[old] != new
        counts["fresh"] += len(revision.fresh)
        counts["inherited"] += len(revision.fresh & set(way.values()))
    return {**counts, "milliseconds": 1000 * spent / revisions}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--revisions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(
        "share edited   kept            by digest alone   wrong          inherited     a revision"
    )
    for share in (0.15, 0.25, 0.40):
        f = figures(share, options.revisions, options.seed)
        print(
            f"{share:>8.0%}   {f['kept']:>6}/{f['states']} {f['kept'] / f['states']:7.2%}"
            f"   {f['hash'] / f['states']:7.2%}"
            f"          {f['wrong']:>3} {f['wrong'] / f['states']:7.3%}"
            f"   {f['inherited']:>3}/{f['fresh']} {f['inherited'] / max(1, f['fresh']):6.2%}"
            f"   {f['milliseconds']:6.1f} ms"
        )


if __name__ == "__main__":
    main()
