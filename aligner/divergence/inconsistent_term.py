"""A term that the document renders in two ways.

What always holds: one finding for each term, with all places of the rarer rendering; where it
departs once from a firm habit it is minor, else it only informs: it is a decision to take, not an
error. Renderings that the glossary admits side by side inform.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Context
from aligner.divergence.registry import Check
from aligner.divergence.renderings import Habit, Place, doubles, habits
from aligner.language.stems import en_stem, es_stem
from aligner.language.vocabulary import es_keys, light
from aligner.text.segment import Span

# How far from its slot the other rendering may stand.
_SLOT = 3.5
# So many departures at most are slips; more are a second habit.
_SLIPS = 1
_FIRM = 4
# How many times as many places must keep to a habit as break it: a word of many meanings has none.
_FIRMLY = 5
# Another word is a rendering only if words so near the term have a partner: the sentence is the same.
_NEAR = 4
# Within so many words around the term no other English word may lack a partner.
_LONE = 2
# English words so near that stand alike in Spanish are no rendering.
_AROUND = 12
# Words that agree in so many first letters are forms of one another.
_ALIKE = 4
# Verbs, participles and adverbs are no terms.
_VERBAL_EN = re.compile(r"(?:ate|ize|ify|ed|ing|ly)s?$")
_VERBAL_ES = re.compile(r"(?:[aei]r(?:se|an|a)?|ando|iendo|mente)$")


def _run(context: Context) -> Iterator[Divergence]:
    seen: set[str] = set()
    for divergence in _concepts(context):
        seen |= {en_stem(word) for fact in divergence.facts_en for word in fact.split()}
        yield divergence
    for usual, rare in _pairs(context):
        stems = {en_stem(word) for word in usual[0].stem.split()}
        if not stems <= seen:
            seen |= stems
            yield _said(context, usual, rare, Severity.INFO)
    for habit in habits(context):
        if seen & set(habit.en.split()):
            continue
        rare = [
            _Use(habit.en, place.passage, _span(context, place), other)
            for place in habit.broken
            if (other := _other(context, habit, place)) is not None
        ]
        if not rare:
            continue
        slip = (
            len(rare) <= _SLIPS
            and len(habit.kept) >= max(_FIRM, _FIRMLY * len(habit.broken))
            and not any(_makeweight(context, use) for use in rare)
            and not any(_VERBAL_ES.search(_text(context, use)) for use in rare)
        )
        usual = [
            _Use(habit.en, place.passage, _span(context, place), _nearest(context, place, habit.es))
            for place in habit.kept
        ]
        yield _said(context, usual, rare, Severity.MINOR if slip else Severity.INFO)


@dataclass(frozen=True, slots=True)
class _Use:
    """One place of a term: what it is called, the passage, and its code points on both sides."""

    stem: str
    passage: int
    en: Span
    es: Span


def _concepts(context: Context) -> Iterator[Divergence]:
    """Concepts of the glossary that stand in two Spanish designations beside their English one."""
    if context.matcher is None:
        return
    uses: defaultdict[str, defaultdict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
    for index, passage in enumerate(context.passages):
        english = {m.concept.id: m for m in context.matcher.find(passage.en.text, "en")}
        for match in context.matcher.find(passage.es.text, "es"):
            own = english.get(match.concept.id)
            short = any(part.isupper() for part in match.term.text.split())
            if own is None or match.inner or short or not match.term.status.live:
                continue
            use = _Use(own.term.text.lower(), index, (own.start, own.end), (match.start, match.end))
            uses[f"{match.concept.id} {own.term.text}"][match.term.text].append(use)
    for terms in uses.values():
        usual, *others = sorted(terms.items(), key=lambda each: (-len(each[1]), each[0]))
        rare = [
            use
            for text, places in others
            if text not in usual[0] and usual[0] not in text
            for use in places
        ]
        if rare:
            yield _said(context, usual[1], rare, Severity.INFO)


def _pairs(context: Context) -> Iterator[tuple[list[_Use], list[_Use]]]:
    """Two English words that the document renders by two pairs of Spanish words."""
    for places in doubles(context):
        uses: dict[tuple[str, str], list[_Use]] = {}
        for stems, place, (first, last) in places:
            words = meeting(context.passages[place.passage]).words["es"]
            spanish = (words[first].start, words[last - 1].end)
            english = _span(context, place)
            stem = context.passages[place.passage].en.lower[slice(*english)]
            uses.setdefault(stems, []).append(_Use(stem, place.passage, english, spanish))
        usual, rare = uses.values()
        yield usual, rare


def _other(context: Context, habit: Habit, place: Place) -> Span | None:
    """The word that stands where the usual rendering would: one that renders nothing else."""
    met = meeting(context.passages[place.passage])
    words, partner, content = met.words["es"], met.partner["es"], met.content["es"]
    own = range(place.word, place.last)
    low, high = max(round(place.slot - _SLOT), 0), min(round(place.slot + _SLOT) + 1, len(words))
    near = met.words["en"][max(place.word - _AROUND, 0) : place.last + _AROUND]
    english = {word.folded for word in near}
    usual = {key for stem in habit.es for end in ("", "o", "a") for key in es_keys(stem + end)}

    def alike(j: int) -> bool:
        """Whether a word is only another form of the usual rendering, or is not Spanish at all."""
        word = words[j].folded
        return (
            any(word[:_ALIKE] == stem[:_ALIKE] for stem in habit.es)
            or word in english
            or _short(context.passages[place.passage].es.text[words[j].start : words[j].end])
            or es_stem(word) in habit.company
            or not usual.isdisjoint(es_keys(word))
        )

    linked = [j for j in range(low, high) if partner[j] in own]
    if any(alike(j) for j in linked):
        return None
    if linked:
        return words[linked[0]].start, words[linked[-1]].end
    if any(met.partner["en"][i] >= 0 for i in own):
        return None
    lone = [j for j in range(low, high) if content[j] and partner[j] < 0]
    around = range(max(place.word - _LONE, 0), min(place.last + _LONE, len(met.words["en"])))
    facing = [i for i in around if met.content["en"][i] and met.partner["en"][i] < 0]
    if len(lone) != 1 or alike(lone[0]) or set(facing) - set(own):
        return None
    beside = range(max(place.word - _NEAR, 0), min(place.last + _NEAR, len(met.words["en"])))
    if all(met.partner["en"][i] < 0 for i in beside):
        return None
    if light(words[lone[0]].folded):
        return None
    return words[lone[0]].start, words[lone[0]].end


def _said(context: Context, usual: list[_Use], rare: list[_Use], severity: Severity) -> Divergence:
    """One finding on all places of the rarer rendering."""
    first = context.passages[rare[0].passage]
    base = finding(
        CHECK,
        first,
        "inconsistent-term.two",
        en=[rare[0].en],
        es=[rare[0].es],
        facts_en=[rare[0].stem],
        facts_es=sorted({_text(context, use) for use in (*usual[:1], *rare)}),
        severity=severity,
        en_word=first.en.text[slice(*rare[0].en)],
        usual=context.passages[usual[0].passage].es.text[slice(*usual[0].es)],
        other=first.es.text[slice(*rare[0].es)],
        times=str(len(usual)),
    )
    passages = context.passages
    return replace(
        base,
        en=tuple(sorted({p for use in rare for p in passages[use.passage].places("en", *use.en)})),
        es=tuple(sorted({p for use in rare for p in passages[use.passage].places("es", *use.es)})),
    )


def _makeweight(context: Context, use: _Use) -> bool:
    """Whether the English words are no term: verbs, and words that add little."""
    words = context.passages[use.passage].en.lower[slice(*use.en)].split()
    return all(light(word) or _VERBAL_EN.search(word) for word in words)


def _text(context: Context, use: _Use) -> str:
    return context.passages[use.passage].es.lower[slice(*use.es)]


def _span(context: Context, place: Place) -> Span:
    words = meeting(context.passages[place.passage]).words["en"]
    return words[place.word].start, words[place.last - 1].end


def _short(word: str) -> bool:
    """Whether a word is an abbreviation (EUA, ONU): the short form of a name is no second name."""
    return len(word) > 1 and word.isupper()


def _nearest(context: Context, place: Place, stems: tuple[str, ...]) -> Span:
    """The usual rendering, whole, in a place that keeps to it."""
    words = meeting(context.passages[place.passage]).words["es"]
    own = [j for j, word in enumerate(words) if es_stem(word.folded) in stems]
    if not own:
        word = words[min(max(round(place.slot), 0), len(words) - 1)]
        return word.start, word.end
    middle = min(own, key=lambda j: (abs(j - place.slot), j))
    first = last = middle
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return words[first].start, words[last].end


CHECK = Check(
    name="inconsistent-term",
    mqm="inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    version=1,
    about="A term that the document renders in two ways",
    in_document=_run,
)
