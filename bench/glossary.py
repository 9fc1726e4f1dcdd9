"""How long it takes to find 10,000 terms in 10,000 paragraphs: `python -m bench.glossary`.

The terms and the texts are made of random words with the endings of English and Spanish, a tenth
of each text of words of the terms: no real glossary is that dense.
"""

from __future__ import annotations

import argparse
import random
import resource
import time

from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.matching import Matcher

NEEDS_NOTHING = True

_STARTS = (
    "traf",
    "or",
    "com",
    "per",
    "segur",
    "nar",
    "inter",
    "pre",
    "con",
    "de",
    "tra",
    "mi",
    "po",
)
_MIDDLES = ("a", "e", "i", "o", "ani", "era", "ele", "uni", "ota", "ema", "ici", "oga", "ali")
_ENDS = {
    "en": ("tion", "ty", "ing", "ment", "or", "al", "ist", "ship", "ure", "ics", "ence"),
    "es": ("ción", "dad", "miento", "or", "al", "ista", "ura", "encia", "ico", "oso", "nte"),
}


def vocabulary(side: str, size: int, chance: random.Random) -> list[str]:
    """`size` different words."""
    found: set[str] = set()
    while len(found) < size:
        found.add(
            chance.choice(_STARTS)
            + "".join(chance.choice(_MIDDLES) for _ in range(chance.randint(1, 3)))
            + chance.choice(_ENDS[side])
        )
    return sorted(found)


def glossary(size: int, english: list[str], spanish: list[str], chance: random.Random) -> Glossary:
    """`size` concepts of one to four words a side."""
    concepts = []
    for number in range(size):
        en = " ".join(chance.choice(english) for _ in range(chance.randint(1, 4)))
        es = " de ".join(chance.choice(spanish) for _ in range(chance.randint(1, 3)))
        concepts.append(Concept(f"c{number:06}", (Term(en),), (Term(es),)))
    return Glossary(tuple(concepts))


def paragraphs(
    size: int, words: list[str], terms: list[str], length: int, chance: random.Random
) -> list[str]:
    """`size` texts of `length` words, a tenth of them terms."""
    linking = ["the", "of", "and", "de", "la", "y", "in", "en", "to", "que"]
    return [
        " ".join(
            chance.choice(terms)
            if (draw := chance.random()) < 0.03
            else chance.choice(linking if draw < 0.4 else words)
            for _ in range(length)
        )
        + "."
        for _ in range(size)
    ]


def main() -> None:
    """Prints the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--terms", type=int, default=10_000)
    asked.add_argument("--paragraphs", type=int, default=10_000)
    asked.add_argument("--words", type=int, default=60)
    chosen = asked.parse_args()
    chance = random.Random(7)
    english, spanish = (vocabulary(side, 12_000, chance) for side in ("en", "es"))
    many = glossary(chosen.terms, english, spanish, chance)
    texts = {
        "en": paragraphs(
            chosen.paragraphs, english, [c.en[0].text for c in many.concepts], chosen.words, chance
        ),
        "es": paragraphs(
            chosen.paragraphs, spanish, [c.es[0].text for c in many.concepts], chosen.words, chance
        ),
    }
    start = time.process_time()
    matcher = Matcher(many)
    built = time.process_time()
    print(f"index of {chosen.terms} terms a side: {built - start:.2f} s of processor time")
    for side in ("en", "es"):
        begun = time.process_time()
        count = sum(len(matcher.find(text, side)) for text in texts[side])  # type: ignore[arg-type]
        took = time.process_time() - begun
        print(
            f"{side}: {count} matches in {chosen.paragraphs} paragraphs: {took:.2f} s of processor time"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
