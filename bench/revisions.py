"""Seeded revisions of a text, with the truth about which paragraph became which.

The paragraphs are declaration-like: formulas that come again and again, so that two different ones
may share half of their words. What an edit does, and how often, is in `EDITS`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

_OPENERS = (
    "The two Governments reaffirm",
    "Both delegations recognize",
    "The working group shall examine",
    "The participating agencies will report on",
    "The Parties intend to strengthen",
    "The High-Level Group welcomes",
    "Each side will designate, within thirty days,",
    "The competent authorities shall exchange",
)
_OBJECTS = (
    "the shared responsibility for {} and {}",
    "measures against {} that endanger {}",
    "information on {}, subject to the laws on {}",
    "a joint programme for {} with particular regard to {}",
    "the causes of {} in the communities affected by {}",
    "the training of officials in {} and {}",
    "the recovery of assets that derive from {} or {}",
    "the protection of persons exposed to {} and {}",
)
_TOPICS = [
    "arms trafficking",
    "money laundering",
    "synthetic drugs",
    "border management",
    "homicide prevention",
    "human trafficking",
    "migrant smuggling",
    "prison reform",
    "youth employment",
    "precursor chemicals",
    "cybercrime",
    "kidnapping",
    "extortion",
    "witness protection",
    "forensic laboratories",
    "early warning",
    "asset forfeiture",
    "corruption",
    "road safety",
    "customs control",
    "maritime patrols",
    "addiction care",
    "public prosecutors",
    "victim support",
    "missing persons",
    "illicit finance",
    "rural development",
    "data protection",
    "air cargo",
    "rail freight",
    "community policing",
    "gun violence",
]
_TAILS = (
    "without prejudice to obligations under other agreements",
    "in accordance with their domestic law",
    "and will review the results every {} months",
    "before the meeting to be held in {}",
    "within the resources available to them",
    "as set out in annex {}",
    "taking into account the views of civil society",
    "with full respect for human rights",
)
_WORDS = [
    "swift",
    "national",
    "regional",
    "practical",
    "common",
    "effective",
    "lasting",
    "public",
    "mutual",
    "further",
    "early",
    "technical",
    "financial",
    "legal",
    "joint",
    "annual",
    "new",
    "broad",
    "careful",
    "specific",
]


def sentence(chance: random.Random) -> str:
    """One sentence."""
    thing = chance.choice(_OBJECTS).format(*chance.sample(_TOPICS, 2))
    tail = chance.choice(_TAILS).format(chance.randint(2, 36))
    return f"{chance.choice(_OPENERS)} {chance.choice(_WORDS)} work on {thing}, {tail}."


def paragraph(chance: random.Random) -> str:
    """One to four sentences; one in seven a heading, which a few letters tell from the next."""
    if chance.random() < 0.15:
        return f"{chance.choice(_WORDS).capitalize()} {chance.choice(_TOPICS)}"
    return " ".join(sentence(chance) for _ in range(chance.choice((1, 1, 2, 2, 2, 3, 4))))


def few_words(text: str, chance: random.Random) -> str:
    """One to three words replaced, added or dropped; in a heading one."""
    words = text.split()
    for _ in range(chance.randint(1, 3) if len(words) > 6 else 1):
        at = chance.randrange(len(words))
        act = chance.random()
        if act < 0.5:
            words[at] = chance.choice(_WORDS)
        elif act < 0.8:
            words.insert(at, chance.choice(_WORDS))
        elif len(words) > 5:
            del words[at]
    return " ".join(words)


def clause(text: str, chance: random.Random) -> str:
    """A clause added at the end or in the middle, or a sentence of several dropped."""
    if len(text.split()) <= 6:
        return f"{text} and {chance.choice(_TOPICS)}"
    parts = text.split(". ")
    if len(parts) > 2 and chance.random() < 0.4:
        del parts[chance.randrange(len(parts) - 1)]
        return ". ".join(parts)
    addition = chance.choice(_TAILS).format(chance.randint(2, 36))
    return text[:-1] + f", {addition}."


def redrafted(text: str, chance: random.Random) -> str:
    """One word in twelve to one in four changed, all over the paragraph."""
    words = text.split()
    rate = chance.uniform(0.08, 0.25)
    for at in range(len(words)):
        if chance.random() < rate:
            words[at] = chance.choice(_WORDS)
    return " ".join(words)


EDITS = ((few_words, 0.6), (clause, 0.25), (redrafted, 0.15))
DELETED = 0.04
INSERTED = 0.04


@dataclass(frozen=True)
class Revision:
    """Two versions; `became[i]` is where old paragraph i is in the new one, None where it was
    taken out; the others of the new version, `fresh`, were written anew."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    became: tuple[int | None, ...]
    fresh: frozenset[int]


def revise(old: tuple[str, ...], chance: random.Random, share: float) -> Revision:
    """A revision of `old` in which `share` of the paragraphs that stay are edited, and some are
    taken out and written anew."""
    new: list[str] = []
    became: list[int | None] = []
    fresh: set[int] = set()
    acts, weights = zip(*EDITS, strict=True)
    for text in old:
        if chance.random() < INSERTED:
            fresh.add(len(new))
            new.append(paragraph(chance))
        if chance.random() < DELETED:
            became.append(None)
            continue
        became.append(len(new))
        if chance.random() < share:
            text = chance.choices(acts, weights)[0](text, chance)
        new.append(text)
    return Revision(old, tuple(new), tuple(became), frozenset(fresh))


def text_of(chance: random.Random, paragraphs: int = 120) -> tuple[str, ...]:
    """A text of so many different paragraphs."""
    return tuple(paragraph(chance) for _ in range(paragraphs))
