"""Whom a text binds: somebody named, or the reader of a handbook.

What always holds: only the English side is asked, where the reader is always *you*; an instrument
speaks of duties in the third person even where it also says *you*.
"""

from __future__ import annotations

import re

from aligner.divergence.passage import Passage
from aligner.language.actors import actors
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.roles import private, small, things

# Options, paths, variables, file names, calls and version numbers are names that programs have.
_IDENTIFIER = re.compile(
    r"(?:^|[\s“\"'(])(?:--?[a-zA-Z]|[?~$<][a-zA-Z=]|/[a-z])|[a-z](?:::|_|=|\(\)|/[a-z]+/)"
    r"|[a-z]+[0-9]+(?:\.[0-9]|-[a-z])|\b[a-z]+-[a-z]+-[a-z]+\b(?= )|[a-z]\.[a-z]{2,4}\b|[a-z]\+\+"
)
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_SPEAKERS = frozenset(("we", "our", "they", "both"))
_EXAMPLE = ("for instance", "for example", "e.g.")
# So many words before its modal verb a subject is looked for.
_SUBJECT = 7
# One passage in so many that lay down what holds makes an instrument.
_IN_FIVE = 5
_STOP = re.compile(r"[.;:!?](?=\s)")


def bound(reading: Reading, modal: Phrase) -> bool:
    """Whether somebody who may bear a duty stands before a modal verb in its sentence: then *should*
    beside *debe* is a shift, and not the friendly advice of a handbook to its reader."""
    return any(
        modal.first - _SUBJECT <= each.last <= modal.first
        and each.value not in things()
        and not _STOP.search(reading.text, each.span[1], modal.span[0])
        for each in reading.of(actors)
    )


def institutional(reading: Reading) -> bool:
    """Whether a text deals with public bodies or the parties of an instrument."""
    return any(private().isdisjoint(each.value.split("|")) for each in reading.of(actors))


def binds(reading: Reading) -> bool:
    """Whether a text lays down what holds: it has the words of an instrument, or names it, public
    bodies or states."""
    words = small("en", "instrument") | small("en", "states")
    return (
        not words.isdisjoint(reading.vocabulary)
        or reading.of(institutional)
        or any(name in small("en", "solemn") for name in _CAPITAL.findall(reading.text))
    )


def laid_down(passage: Passage) -> bool:
    """Whether the passage, or one in five of its document, lays down what holds: there a step of
    meaning may be major, while a manual that is freely translated has few of them."""
    return passage.en.of(binds) or passage.context.passages[0].of(_instrument)


def _instrument(first: Passage) -> bool:
    passages = first.context.passages
    return _IN_FIVE * sum(each.en.of(binds) for each in passages) >= len(passages)


def announced(reading: Reading, verb: Phrase) -> bool:
    """Whether a verb opens what somebody resolves or declares: *Welcomes the report*, *To request
    the Council*, *We urge*, *They welcome*."""
    before = [word.folded for word in reading.words[max(verb.first - 3, 0) : verb.first]]
    return not _SPEAKERS.isdisjoint(before) or before in ([], ["to"])


def said(reading: Reading, verb: Phrase) -> bool:
    """Whether those who speak say themselves what they do (*we undertake to*), to whomever."""
    return verb.first > 0 and reading.words[verb.first - 1].folded == "we"


def to_reader(reading: Reading) -> bool:
    """Whether an English text speaks to its reader: a handbook, not an instrument."""
    words = reading.vocabulary
    return bool(words & small("en", "reader")) and not words & small("en", "instrument")


def illustrates(reading: Reading) -> bool:
    """Whether an English text shows how something works, by an example or by the names of a program:
    there *will* tells what happens and promises nothing."""
    return any(map(reading.lower.__contains__, _EXAMPLE)) or bool(_IDENTIFIER.search(reading.text))
