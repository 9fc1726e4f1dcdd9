"""*only* in one version: what it limits, and what stands in its place in the other.

What always holds: only the words that say nothing but *only* are looked at, and alone they speak only
before a preposition or a condition (*only with*, *solo si*), where they open a sentence, or where the
other version has no word too many that could render them. An *only* anywhere in the other version's
sentence answers one here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.divergence.addressee import illustrates, laid_down, to_reader
from aligner.divergence.divergence import Severity
from aligner.divergence.evidence import CLOSE, opposite, vacant
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.number_words import is_number_word
from aligner.language.phrases import Phrase, beginning
from aligner.language.quantifiers import quantifiers
from aligner.language.roles import small
from aligner.text.segment import Side

# Before a noun that stands in both versions these say that none is left out; *toda persona* says no
# more than *persons* do.
_ALL = frozenset(("all", "todos", "todas"))
_NOUN = 3
# So near its slot a rate stands for *each*.
_RATE = 2
# So near its slot a word that may narrow answers an *only*.
_NEAR = 8
# So far before a conjunction stands the quantifier that it repeats.
_AGAIN = 6
_AND = frozenset(("and", "or", "y", "e", "o", "u"))


def is_only(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an expression says *only* and nothing else."""
    return met.words[side][each.last - 1].folded in small(side, "only")


def alone(
    passage: Passage, met: Meeting, left: dict[Side, Sequence[Phrase]]
) -> Iterator[tuple[Side, Phrase, Severity]]:
    """Each *only* that narrows a condition on one side alone."""
    plain = passage.en.of(to_reader) or passage.en.of(illustrates)
    for side, found in left.items():
        lone = [each for each in found if is_only(met, side, each) and not _easy(met, side, each)]
        narrow = _Narrow(met, "es" if side == "en" else "en") if lone else None
        for each in lone:
            if narrow is None or narrow.answers(met, side, each):
                continue
            if _narrows(met, side, each) and opposite(met, side, each) >= CLOSE:
                yield side, each, Severity.INFO if plain else Severity.MINOR
            elif vacant(met, side, each.first, each.last):
                yield side, each, Severity.MINOR


def _easy(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether *only* says how little there is to do (*solo tiene que firmar*), which *now* or nothing
    may say as well."""
    before = met.words[side][each.first - 1].folded if each.first else ""
    if before in small(side, "articles") or before in ("un", "una"):
        return True  # de un solo procesador, uniprocessor
    following = met.words[side][each.last : each.last + 2]
    return any(word.folded in small(side, "easy") for word in following)


def one_by_one(
    passage: Passage, met: Meeting, left: dict[Side, Sequence[Phrase]]
) -> Iterator[tuple[Side, Phrase, Severity]]:
    """Each *each* and *all* whose place the other version leaves empty, where what holds is laid
    down; *all* only before a word that is linked, and where nothing else in the other version's
    sentence says how many."""
    for side, found in left.items():
        other: Side = "es" if side == "en" else "en"
        mutual = any(each.value == "each" for each in found) and _one_another(met)
        told = {met.sentence[other][each.first] for each in left[other]}
        own, theirs = _each_one(passage, met, side), _each_one(passage, met, other)
        for each in found:
            if each.value != "each" and not (
                _all(met, side, each)
                and met.parallel
                and met.sentence[side][each.first] not in told
            ):
                continue
            if each.value == "each" and (mutual or _rate(met, side, each)):
                continue
            at = met.sentence[side][each.first]
            if own[at] > 1 and (theirs[at] or not met.parallel):
                continue  # each person's address, cada dirección de cada persona
            if _repeated(passage, side, each):
                continue  # todas las tías y todos los tíos: all aunts and uncles
            if vacant(met, side, each.first, each.last):
                yield side, each, Severity.MINOR if laid_down(passage) else Severity.INFO


def _repeated(passage: Passage, side: Side, each: Phrase) -> bool:
    """Whether a quantifier behind a conjunction only says again what one before it said."""
    reading = passage.side(side)
    near = beginning(reading.of(quantifiers), each.first - _AGAIN, each.first)
    return (
        each.first > 0
        and reading.words[each.first - 1].folded in _AND
        and any(other.value == each.value for other in near)
    )


def _each_one(passage: Passage, met: Meeting, side: Side) -> Counter[int]:
    """How many times each sentence of a side says *each*."""
    found = passage.side(side).of(quantifiers)
    return Counter(met.sentence[side][each.first] for each in found if each.value == "each")


def _all(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an expression is *all* before a word that has a partner."""
    following = met.partner[side][each.last : each.last + _NOUN]
    content = met.content[side][each.last : each.last + _NOUN]
    heads = [partner for partner, own in zip(following, content, strict=True) if own]
    words = met.words[side][each.first : each.last]
    counted = met.words[side][each.last : each.last + 1]
    if counted and (counted[0].folded.isdigit() or is_number_word(counted[0].folded, side)):
        return False  # all 32 states, all ten regions: the number says it
    return words[0].folded in _ALL and words[-1].folded != "of" and heads[:1] > [-1]


def _rate(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether the other version gives the same as a rate (*each day*, *al día*; *per page*, *por cada
    página*)."""
    other: Side = "es" if side == "en" else "en"
    place = round(met.slot(side, each.first, each.last))
    near = met.words[other][max(place - _RATE, 0) : max(place + _RATE, 0)]
    return any(word.folded in small(other, "rates") for word in near)


def _one_another(met: Meeting) -> bool:
    """Whether *each other* says in English what *cada uno de ellos* does."""
    words = met.words["en"]
    return any(
        word.folded == "each" and words[i + 1].folded.startswith("other")
        for i, word in enumerate(words[:-1])
    )


def _narrows(met: Meeting, side: Side, each: Phrase) -> bool:
    """Whether an *only* stands before what it narrows, or opens its sentence; not *not only*."""
    words, sentence = met.words[side], met.sentence[side]
    before = words[each.first - 1].folded if each.first else ""
    following = words[each.last].folded if each.last < len(words) else ""
    opens = not each.first or sentence[each.first - 1] != sentence[each.first]
    return before not in ("not", "no") and (opens or following in small(side, "narrowed"))


class _Narrow:
    """The words of a side that narrow: the sentences of those that do nothing else, and the places of
    those that may do something else (*no ... más que*, *without*), in order."""

    __slots__ = ("near", "sentences")

    def __init__(self, met: Meeting, side: Side) -> None:
        strong, weak = small(side, "narrow") | small(side, "only"), small(side, "narrow_near")
        words, sentence = met.words[side], met.sentence[side]
        self.sentences = {sentence[i] for i, word in enumerate(words) if word.folded in strong}
        self.near = [i for i, word in enumerate(words) if word.folded in weak]

    def answers(self, met: Meeting, side: Side, each: Phrase) -> bool:
        """Whether one of them narrows what an *only* of the other side narrows."""
        if met.sentence[side][each.first] in self.sentences or (
            self.sentences and not met.parallel
        ):
            return True
        slot = met.slot(side, each.first, each.last)
        return bisect_left(self.near, slot - _NEAR) < bisect_right(self.near, slot + _NEAR)
