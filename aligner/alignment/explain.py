"""What held a bead together, in words a person can check.

What always holds: every form named stands in the text; nothing here changes an alignment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.alignment.bead import Bitext
from aligner.alignment.forms import everyday, form
from aligner.alignment.lexicon import Lexicon
from aligner.alignment.links import word_links


@dataclass(frozen=True, slots=True)
class Explanation:
    """Pairs of words as they stand: `numbers`, `names` (the same word, capitalized), `cognates`,
    `learned` (from the lexicon or from evidence), `known` (from the list of everyday words); `length_ratio` Spanish over English characters
    (0 where a side is empty); `runner_up`: the neighbouring bead that these segments speak for
    next, or -1, and its share of the links that this bead has."""

    numbers: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    cognates: tuple[tuple[str, str], ...]
    learned: tuple[tuple[str, str], ...]
    length_ratio: float
    runner_up: int
    runner_up_share: float
    known: tuple[tuple[str, str], ...] = ()


def _weight(
    en: str, es: str, lexicon: Lexicon | None, evidence: Sequence[tuple[str, str, float]]
) -> float:
    return sum(link.weight for link in word_links(en, es, lexicon, evidence))


def explain(
    bitext: Bitext,
    bead: int,
    *,
    lexicon: Lexicon | None = None,
    evidence: Sequence[tuple[str, str, float]] = (),
) -> Explanation:
    """What speaks for bead number `bead` of `bitext`."""
    en, es = bitext.texts(bitext.beads[bead])
    links = word_links(en, es, lexicon, evidence)
    plain = {(link.en, link.es) for link in word_links(en, es)}
    found: dict[str, list[tuple[str, str]]] = {
        "numbers": [],
        "names": [],
        "cognates": [],
        "learned": [],
        "known": [],
    }
    for link in links:
        pair = (en[slice(*link.en)], es[slice(*link.es)])
        if pair[0][0].isdigit():
            kind = "numbers"
        elif form(pair[1]) in everyday().get(form(pair[0]), ()):
            kind = "known"
        elif (link.en, link.es) not in plain:
            kind = "learned"
        elif pair[0] == pair[1] and pair[0][0].isupper():
            kind = "names"
        else:
            kind = "cognates"
        found[kind].append(pair)
    runner, share = -1, 0.0
    own = sum(link.weight for link in links)
    for other in range(max(0, bead - 3), min(len(bitext.beads), bead + 4)):
        if other == bead:
            continue
        texts = bitext.texts(bitext.beads[other])
        weight = max(
            _weight(en, texts[1], lexicon, evidence), _weight(texts[0], es, lexicon, evidence)
        )
        relative = round(weight / own, 4) if own else 0.0
        if relative > share:
            runner, share = other, relative
    return Explanation(
        tuple(found["numbers"]),
        tuple(found["names"]),
        tuple(found["cognates"]),
        tuple(found["learned"]),
        round(len(es) / len(en), 4) if en and es else 0.0,
        runner,
        share,
        tuple(found["known"]),
    )
