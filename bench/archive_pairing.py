"""Files paired by content: how many of N shuffled pairs are right, wrong, or asked about.

    python -m bench archive_pairing [--data DIR] [--pairs 200] [--seeds 5]

DIR holds real documents, aligned by hand: NAME.en.txt, NAME.es.txt, NAME.gold.json. Each is cut into
stretches of paragraphs that follow one another; a stretch is a document. So there are as many
documents as wanted, all about the same few subjects, which is harder than an archive is.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

from aligner.archive.pairing import pair_by_content
from aligner.text.reading import read_document
from aligner.text.segment import Side

DATA = Path(__file__).parents[2] / "shared" / "bench" / "alignment"


def _texts(path: Path, side: Side) -> list[str]:
    document = read_document(path.read_bytes(), path=path.name, side=side, region=side)
    return [segment.text for segment in document.segments]


def stretches(folder: Path, count: int) -> list[tuple[str, str]]:
    """`count` documents (English, Spanish) cut from those in `folder`, which are cut at even
    lengths; documents that another in the folder was derived from or into are left out."""
    beads: list[list[tuple[str, str]]] = []
    for gold in sorted(folder.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        if "." in name or "_" in name:
            continue
        en, es = _texts(folder / f"{name}.en.txt", "en"), _texts(folder / f"{name}.es.txt", "es")
        record = json.loads(gold.read_text(encoding="utf-8"))
        beads.append(
            [("\n\n".join(en[i] for i in e), "\n\n".join(es[j] for j in s)) for e, s in record]
        )
    each = max(sum(map(len, beads)) // count, 1)
    cut = [own[n : n + each] for own in beads for n in range(0, len(own) - each + 1, each)]
    return [("\n\n".join(e for e, _ in part), "\n\n".join(s for _, s in part)) for part in cut]


def judged(pairs: list[tuple[str, str]], seed: int) -> tuple[int, int, int]:
    """How many of `pairs`, shuffled, were paired rightly, wrongly, and asked about."""
    order = list(range(len(pairs)))
    random.Random(seed).shuffle(order)
    english = {f"e{n:04d}": en for n, (en, _) in enumerate(pairs)}
    spanish = {f"s{place:04d}": pairs[n][1] for place, n in enumerate(order)}
    truth = {f"e{n:04d}": f"s{place:04d}" for place, n in enumerate(order)}
    made = pair_by_content(english, spanish).pairs
    right = sum(truth[pair.en] == pair.es for pair in made)
    return right, len(made) - right, len(pairs) - len(made)


def main(arguments: list[str]) -> None:
    """Prints a line a seed."""
    parser = argparse.ArgumentParser(prog="python -m bench archive_pairing")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seeds", type=int, default=3)
    wanted = parser.parse_args(arguments)
    if not wanted.data.is_dir():
        print(f"skipped: {wanted.data.name} is absent; give --data DIR")
        return
    pairs = stretches(wanted.data, wanted.pairs)
    for seed in range(wanted.seeds):
        chosen = random.Random(seed).sample(pairs, min(wanted.pairs, len(pairs)))
        right, wrong, asked = judged(chosen, seed)
        words = sum(len(en.split()) for en, _ in chosen) // len(chosen)
        print(
            f"{len(chosen)} pairs of {words} words: {right} right, {wrong} wrong, {asked} asked about"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
