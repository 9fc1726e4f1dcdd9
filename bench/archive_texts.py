"""Generates any number of document pairs from the project's own texts: each is a shuffle of
paragraph pairs with its own numbers, so that no two are alike. Seeded: the same on every machine."""

from __future__ import annotations

import json
import random
from pathlib import Path

ROOT = Path(__file__).parents[1]


def paragraph_pairs() -> list[tuple[str, str]]:
    """The 1-1 beads of the declaration's hand-made alignment."""
    from aligner.text.reading import read_document

    sides = {}
    for side, region in (("en", "en-US"), ("es", "es-MX")):
        path = ROOT / "texts" / side / "joint-declaration.md"
        sides[side] = read_document(path.read_bytes(), path=path.name, side=side, region=region)
    gold = json.loads((ROOT / "tests" / "gold" / "alignment.json").read_text(encoding="utf-8"))
    return [
        (sides["en"].segments[en[0]].text, sides["es"].segments[es[0]].text)
        for en, es in gold
        if len(en) == len(es) == 1
    ]


def generate(folder: Path, count: int, *, paragraphs: int = 60, seed: int = 1) -> None:
    """Writes `count` pairs below en/ and es/ of `folder`."""
    pairs = paragraph_pairs()
    for side in ("en", "es"):
        (folder / side).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        source = random.Random(f"{seed}:{number}")
        english, spanish = [], []
        for _ in range(paragraphs):
            en, es = source.choice(pairs)
            own = source.randrange(1000, 9999)
            english.append(f"{en} Reference {own}.")
            spanish.append(f"{es} Referencia {own}.")
        name = f"{1990 + number % 30}-declaration-{number:05d}.txt"
        (folder / "en" / name).write_text("\n\n".join(english) + "\n", encoding="utf-8")
        (folder / "es" / name).write_text("\n\n".join(spanish) + "\n", encoding="utf-8")
