"""Candidates for the glossary: what the aligned texts say again and again, and how the other side
renders it.

What always holds: nothing is decided here. A candidate is an English phrase that recurs, with every
Spanish rendering and its places, so that two renderings of one thing are seen side by side. Phrases
are ranked by frequency less what belongs to longer phrases (C-value, Frantzi and Ananiadou 2000)
and by how surely the words of both sides belong together.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from aligner.alignment.bead import Bitext
from aligner.alignment.lexicon import Lexicon, learn_lexicon
from aligner.glossary.concept import Glossary
from aligner.glossary.evidence import evidence
from aligner.glossary.matching import Matcher
from aligner.glossary.phrases import Phrase, is_content, phrases
from aligner.glossary.rendering import Rendered, renderings
from aligner.glossary.tokens import FREE, Tokens, tokens

_MOST_PLACES = 40
_EXAMINED = 6
_NESTED = 0.3
_DIVIDED = 1.7


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """Where a candidate and its rendering stand: the bead, and segment and code points per side."""

    bead: int
    en: tuple[int, int, int]
    es: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Rendering:
    """One Spanish rendering, in its most frequent form, with its places."""

    text: str
    places: tuple[SuggestedPlace, ...]

    @property
    def count(self) -> int:
        """How often the candidate is rendered so."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An English phrase that may be a term. `count` is how often it stands in the texts; `concept`
    names the concept that holds it already, or is empty; `unrendered` are the places where no
    rendering was found."""

    text: str
    count: int
    score: float
    renderings: tuple[Rendering, ...]
    unrendered: tuple[SuggestedPlace, ...] = ()
    concept: str = ""

    @property
    def divided(self) -> bool:
        """Whether it is rendered in more than one way."""
        return len(self.renderings) > 1

    def __str__(self) -> str:
        said = ", ".join(f"{each.text} {each.count}" for each in self.renderings)
        return f"{self.text}: {said}"


@dataclass(slots=True)
class _Group:
    content: int
    spellings: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, int, Phrase]] = field(default_factory=list)


def suggest(
    bitext: Bitext,
    *,
    lexicon: Lexicon | None = None,
    glossary: Glossary | None = None,
    least: int = 2,
    most: int = 50,
) -> tuple[Candidate, ...]:
    """Candidates of `bitext` that occur at least `least` times, the most promising first, at most
    `most`. `lexicon` is learned from the bitext where none is given; `glossary` gives evidence and
    marks what it holds already."""
    told = (
        () if glossary is None else tuple(e for e in evidence(glossary) if " " not in e[0] + e[1])
    )
    learned = learn_lexicon(bitext, evidence=told) if lexicon is None else lexicon
    english: dict[int, Tokens] = {}
    groups: dict[str, _Group] = {}
    for number, bead in enumerate(bitext.beads):
        if bead.empty:
            continue
        for segment in bead.en:
            text = bitext.en.segments[segment].text
            read = english[segment] = tokens(text)
            for phrase in phrases(read, "en"):
                group = groups.setdefault(phrase.key, _Group(phrase.content))
                group.spellings[_said(text, read, phrase)] += 1
                group.places.append((number, segment, phrase))
    frequent = {key: group for key, group in groups.items() if len(group.places) >= least}
    ranked = _ranked(frequent, english)
    rendered = renderings(bitext, learned, told)
    matcher = Matcher(glossary) if glossary is not None else None
    found = [
        _candidate(frequent[key], worth, english, rendered, matcher)
        for worth, key in ranked[: most * _EXAMINED]
        if worth > 0
    ]
    kept = _without_fragments(
        sorted(
            (each for each in found if each is not None),
            key=lambda each: (-each.score, each.text),
        )
    )
    return tuple(kept[:most])


def _said(text: str, read: Tokens, phrase: Phrase) -> str:
    return text[read.starts[phrase.first] : read.ends[phrase.last]]


def _ranked(groups: dict[str, _Group], english: dict[int, Tokens]) -> list[tuple[float, str]]:
    """Worth and key of each group, the worthiest first: log2(words + 1) times the places that no
    longer phrase explains, with a little for the others."""
    ends = {key: _ending(group, english) for key, group in groups.items()}
    whole = {key: group for key, group in groups.items() if ends[key] == "free"}
    covering: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for group in whole.values():
        for _, segment, phrase in group.places:
            covering[segment].append((phrase.first, phrase.last))
    found: list[tuple[float, str]] = []
    for key, group in groups.items():
        if ends[key] == "piece":
            continue
        free = sum(
            1
            for _, segment, phrase in group.places
            if not any(
                first <= phrase.first
                and phrase.last <= last
                and last - first > phrase.last - phrase.first
                for first, last in covering[segment]
            )
        )
        if free == len(group.places) or (free and ends[key] == "free"):
            rest = len(group.places) - free
            found.append((math.log2(group.content + 1) * (free + _NESTED * rest), key))
    return sorted(found, key=lambda pair: (-pair[0], pair[1]))


def _ending(group: _Group, english: dict[int, Tokens]) -> str:
    """`piece` where one and the same content word stands before, or after, every place: a piece of a
    longer phrase. `bound` where some content word follows everywhere: an English phrase ends with its
    head, so this one may lack it. Else `free`."""
    before: set[str] = set()
    after: set[str] = set()
    for _, segment, phrase in group.places:
        read = english[segment]
        first, last = phrase.first - 1, phrase.last + 1
        joined = first >= 0 and read.gaps[first] == FREE and is_content(read.words[first], "en")
        before.add(read.words[first] if joined else "")
        joined = last < len(read) and read.gaps[last - 1] == FREE
        after.add(read.words[last] if joined and is_content(read.words[last], "en") else "")
    if any(len(words) == 1 and "" not in words for words in (before, after)):
        return "piece"
    return "free" if "" in after else "bound"


def _candidate(
    group: _Group,
    worth: float,
    english: dict[int, Tokens],
    rendered: Rendered,
    matcher: Matcher | None,
) -> Candidate | None:
    by_key: dict[str, list[tuple[str, SuggestedPlace]]] = defaultdict(list)
    missing: list[SuggestedPlace] = []
    sureness: list[float] = []
    for bead, segment, phrase in group.places[:_MOST_PLACES]:
        read = english[segment]
        own = (segment, read.starts[phrase.first], read.ends[phrase.last])
        answer = rendered.of(bead, segment, own[1], own[2])
        if answer is None:
            missing.append(SuggestedPlace(bead, own, None))
            sureness.append(0.0)
        else:
            by_key[answer.key].append((answer.text, SuggestedPlace(bead, own, answer.place)))
            sureness.append(answer.sureness)
    if not by_key:
        return None
    text = _usual(group.spellings)
    said = tuple(
        Rendering(_usual(Counter(each for each, _ in places)), tuple(place for _, place in places))
        for _, places in sorted(by_key.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )
    if said[0].text.lower() == text.lower():
        return None
    # The best place says whether the phrase has a rendering at all; two renderings are no flaw but
    # what people most need to decide.
    score = worth * (max(sureness) + sum(sureness) / len(sureness)) / 2
    if _differ(said):
        score *= _DIVIDED
    return Candidate(
        text, len(group.places), round(score, 4), said, tuple(missing), _held(text, matcher)
    )


def _differ(said: tuple[Rendering, ...]) -> bool:
    """Whether two renderings are two, and not one and a piece of it."""
    words = [set(tokens(each.text).words) for each in said]
    return any(not (a <= b or b <= a) for n, a in enumerate(words) for b in words[:n])


def _usual(spellings: Counter[str]) -> str:
    """The most frequent spelling; of equals, the one with fewest capitals, then the shortest."""
    return min(
        spellings,
        key=lambda text: (-spellings[text], sum(map(str.isupper, text)), len(text), text),
    )


def _held(text: str, matcher: Matcher | None) -> str:
    if matcher is None:
        return ""
    whole = [m for m in matcher.find(text, "en") if (m.start, m.end) == (0, len(text))]
    return whole[0].concept.id if whole else ""


def _without_fragments(candidates: list[Candidate]) -> list[Candidate]:
    """Without those whose places all lie in places of a better candidate."""
    taken: set[tuple[int, int]] = set()
    kept: list[Candidate] = []
    for candidate in candidates:
        places = [
            *(place for each in candidate.renderings for place in each.places),
            *candidate.unrendered,
        ]
        cells = [{(p.en[0], at) for at in range(p.en[1], p.en[2])} for p in places]
        if all(cell <= taken for cell in cells):
            continue
        kept.append(candidate)
        for cell in cells:
            taken |= cell
    return kept
