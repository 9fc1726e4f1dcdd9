"""Who acts and whom it reaches, whatever they are called: told by their place alone.

What always holds: only the noun that opens a sentence and the one whom its verb reaches are looked
at, so that no table of roles is needed; whether they changed places is for roles.py to say. Linear
in the number of words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from aligner.divergence.actor_frame import frame
from aligner.divergence.meeting import Meeting
from aligner.divergence.pairing import Pairs
from aligner.language.phrases import Phrase
from aligner.language.roles import prepositions, small
from aligner.text.segment import Side

_OTHER = frozenset(["other", "otro", "otra", "otros", "otras"])


def subjects(met: Meeting) -> Pairs:
    """Who acts and whom it reaches, by their place alone: the noun that opens a sentence, and in the
    other version the one after *a* or its like. Whatever they are called, they are two actors
    where one version has them the other way round (*the supervisor informs the coordinator*, *el
    coordinador informa al supervisor*)."""
    theirs = {met.sentence["es"][j]: j for j in _opening(met, "es")}
    found: Pairs = []
    for i in _opening(met, "en"):
        j = met.partner["en"][i]
        there = theirs.get(met.sentence["es"][j]) if j >= 0 else None
        back = met.partner["es"][there] if there is not None else -1
        if there is None or back <= i or there >= j or all(met.content["en"][i:back]):
            continue
        pairs = [(_noun(met, "en", i), _whole(met, _noun(met, "es", j)))]
        pairs.append((_noun(met, "en", back), _noun(met, "es", there)))
        if (
            frame(met, "es", pairs[0][1]) == "to"
            and met.sentence["en"][back] == met.sentence["en"][i]
        ):
            found += pairs
    return found


def _opening(met: Meeting, side: Side) -> Iterator[int]:
    """The noun that opens each sentence, with its article; English may do without."""
    sentence, words = met.sentence[side], met.words[side]
    articles = small(side, "articles")
    first = 0
    while first < len(words):
        at = first
        beyond = bisect_right(sentence, sentence[first])
        while at + 1 < beyond and words[at].folded in articles:
            at += 1
        if (side == "en" or at > first) and met.content[side][at]:
            yield at
        first = beyond


def _whole(met: Meeting, noun: Phrase) -> Phrase:
    """A Spanish noun with the one that it completes: *director de tesis*."""
    words, at = met.words["es"], noun.first - 2
    if at < 0 or prepositions("es").get(words[at + 1].folded) != "of" or not met.content["es"][at]:
        return noun
    return noun._replace(first=at, span=(words[at].start, noun.span[1]))


def one_and_other(met: Meeting) -> Pairs:
    """*The other Party* and the one it is told from, where a sentence names each once: by *other*
    alone they are known, whatever else they are called."""
    found: Pairs = []
    spanish = {met.sentence["es"][each[0].first]: each for each in _told_apart(met, "es")}
    for ours in _told_apart(met, "en"):
        theirs = spanish.get(met.sentence["en"][ours[0].first])
        if theirs is not None and theirs[0].last - 1 in (
            met.partner["en"][ours[0].last - 1],
            met.partner["en"][ours[1].last - 1],
        ):
            found += [(ours[0], theirs[0]), (ours[1], theirs[1])]
    return found if met.parallel else []


def _told_apart(met: Meeting, side: Side) -> Iterator[tuple[Phrase, Phrase]]:
    words, sentence = met.words[side], met.sentence[side]
    said = [i for i, word in enumerate(words[:-1]) if word.folded in _OTHER]
    times = Counter(sentence[i] for i in said)
    for i in said:
        if times[sentence[i]] > 1:
            continue
        word = words[i]
        low, high = bisect_left(sentence, sentence[i]), bisect_right(sentence, sentence[i])
        head = words[i + 1].folded
        same = [k for k in range(low, high) if words[k].folded == head and k != i + 1]
        if len(same) != 1:
            continue
        first = same[0]
        while side == "en" and first > low and met.content["en"][first - 1]:
            first -= 1
        yield (
            Phrase("actors", "#other", i, i + 2, (word.start, words[i + 1].end)),
            Phrase("actors", "#one", first, same[0] + 1, (words[first].start, words[same[0]].end)),
        )


def _noun(met: Meeting, side: Side, index: int) -> Phrase:
    word = met.words[side][index]
    at = index if side == "en" else met.partner["es"][index]
    return Phrase("actors", f"#{at}", index, index + 1, (word.start, word.end))
