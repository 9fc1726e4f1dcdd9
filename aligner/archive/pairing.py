"""Which English file goes with which Spanish one, when their names do not say.

Texts are compared by what survives translation: numbers, names and the beginnings of cognates,
weighted by rarity in the pool (tf-idf; Salton and Buckley, 1988). What always holds: a pair is
made only where each is the other's best by a clear margin, of those that are not paired yet; anything
else is a question, with the
candidates and their scores, never a guess. No side is preferred.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from aligner.language.words import words

MARGIN = 0.85
"""The second-best score over the best must be below this for a pair to be made."""
CLEAR = 0.6
"""Below this share a pair is made however unlike the two are; at `MARGIN` they must be about as alike
as other pairs are. Measured on 230 stretches of real documents, up to half of them without their
counterpart: none wrong where all have theirs, 2 of 766 where not."""
_USUAL = 0.7
"""The share of the median pair's score that the others need."""
_REST = 0.05
"""The share of texts that may be paired by exclusion."""
LEAST = 0.08
"""The least score of a pair."""
_STEM = 5
"""Letters of a word that a cognate shares: organi-zed, organi-zada; crim-e is too short to tell."""
_CANDIDATES = 3
_RANKED = 50
"""Candidates that are remembered for each text."""

_Ranked = list[tuple[str, float]]
_Ranking = Mapping[str, _Ranked]


@dataclass(frozen=True, slots=True)
class Paired:
    """Two texts that belong together, and how alike they are (0 to 1)."""

    en: str
    es: str
    score: float


@dataclass(frozen=True, slots=True)
class Question:
    """A text that might belong to several, or to none: candidates with scores, best first."""

    side: str
    name: str
    candidates: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs that are sure, and the questions that are left."""

    pairs: tuple[Paired, ...]
    questions: tuple[Question, ...]


def features(text: str) -> Counter[str]:
    """What a text shares with its translation: numbers, and the first letters of longer words."""
    found: Counter[str] = Counter()
    for word in words(text):
        if word.folded.isdigit():
            if len(word.folded) > 1:
                found["#" + word.folded] += 1
        elif len(word.folded) > _STEM:
            found[word.folded[:_STEM].replace("ph", "f")] += 1
    return found


def pair_by_content(en: Mapping[str, str], es: Mapping[str, str]) -> Pairing:
    """Pairs the texts of `en` (name -> text) with those of `es`."""
    english, spanish = _vectors(en, es)
    by_feature: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, vector in spanish.items():
        for feature, weight in vector.items():
            by_feature[feature].append((name, weight))
    forth: dict[str, _Ranked] = {}
    back: dict[str, list[tuple[str, float]]] = {name: [] for name in spanish}
    for name, vector in english.items():
        scores: dict[str, float] = defaultdict(float)
        for feature, weight in vector.items():
            for other, other_weight in by_feature.get(feature, ()):
                scores[other] += weight * other_weight
        forth[name] = _ranked(scores)
        for other, score in scores.items():
            back[other].append((name, score))
    back = {name: _ranked(dict(found)) for name, found in back.items()}
    pairs: list[Paired] = []

    def settle(least: float) -> None:
        """Pairs what is sure. What is paired is no candidate any more, so the others may be sure
        then; but a text whose counterpart is absent would be sure of a stranger: so `least`."""
        nonlocal forth, back
        while made := [pair for pair in _mutual(forth, back) if pair.score >= least]:
            pairs.extend(made)
            forth = _left(forth, {pair.en for pair in made}, {pair.es for pair in made})
            back = _left(back, {pair.es for pair in made}, {pair.en for pair in made})

    first = _mutual(forth, back)
    usual = _USUAL * (median(pair.score for pair in first) if first else 0.0)
    clear = _mutual(forth, back, margin=CLEAR)
    pairs += clear
    forth = _left(forth, {pair.en for pair in clear}, {pair.es for pair in clear})
    back = _left(back, {pair.es for pair in clear}, {pair.en for pair in clear})
    settle(usual)
    if len(forth) == len(back) <= _REST * len(en):
        settle(LEAST)  # all but a few are paired, and as many are left on either side
    questions = [*_questions("en", forth), *_questions("es", back)]
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair.en)), tuple(questions))


def _vectors(
    en: Mapping[str, str], es: Mapping[str, str]
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """Unit vectors over features that occur on both sides and not in nearly every text."""
    english = {name: features(text) for name, text in en.items()}
    spanish = {name: features(text) for name, text in es.items()}
    in_en = Counter(feature for found in english.values() for feature in found)
    in_es = Counter(feature for found in spanish.values() for feature in found)
    total = len(english) + len(spanish)
    rarity = {
        feature: math.log((total + 1) / (in_en[feature] + in_es[feature]))
        for feature in in_en.keys() & in_es.keys()
    }

    def unit(found: Counter[str]) -> dict[str, float]:
        weighted = {
            feature: (1 + math.log(n)) * rarity[feature]
            for feature, n in sorted(found.items())
            if feature in rarity
        }
        norm = math.sqrt(sum(w * w for w in weighted.values())) or 1.0
        return {feature: weight / norm for feature, weight in weighted.items()}

    return (
        {name: unit(found) for name, found in english.items()},
        {name: unit(found) for name, found in spanish.items()},
    )


def _ranked(scores: Mapping[str, float]) -> _Ranked:
    return sorted(scores.items(), key=lambda found: (-found[1], found[0]))[:_RANKED]


def _sure(found: _Ranked, margin: float) -> bool:
    if not found or found[0][1] < LEAST:
        return False
    return len(found) == 1 or found[1][1] < margin * found[0][1]


def _mutual(forth: _Ranking, back: _Ranking, *, margin: float = MARGIN) -> list[Paired]:
    """The pairs in which each is the other's best by `margin`."""
    return [
        Paired(name, found[0][0], round(found[0][1], 4))
        for name, found in forth.items()
        if _sure(found, margin)
        and _sure(back[found[0][0]], margin)
        and back[found[0][0]][0][0] == name
    ]


def _left(ranking: _Ranking, settled: set[str], taken: set[str]) -> dict[str, _Ranked]:
    """`ranking` without the texts that are `settled` and the candidates that are `taken`."""
    return {
        name: [each for each in found if each[0] not in taken]
        for name, found in ranking.items()
        if name not in settled
    }


def _questions(side: str, ranking: _Ranking) -> list[Question]:
    return [
        Question(
            side,
            name,
            tuple((other, round(score, 4)) for other, score in found[:_CANDIDATES]),
        )
        for name, found in sorted(ranking.items())
    ]
