"""A term that the document renders in two ways.

What always holds: one finding for each term, with all places of the rarer rendering. A term is a
noun by the words it follows; where it departs once from a firm habit, by a word the document hardly
uses, the finding is minor, else it only informs: it is a decision to take, not an error. Renderings
that the glossary admits side by side inform; offices are compared elsewhere.
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
from aligner.divergence.substitute import named, substitute, usual_at
from aligner.language.expressions import offices
from aligner.language.stems import en_stem, es_stem
from aligner.language.vocabulary import light
from aligner.text.segment import Span

# From so many places that keep to it on a habit is firm, if each place that breaks it is outweighed
# so many times; the first one half as much.
_FIRM = 5
_FIRMLY = 10
# The part of its places in which the usual rendering of a term stands as a noun.
_NOUN = 0.6
# A word that stands elsewhere in the document may be another name of the thing if it stands there no
# more than so often, or the usual one stands so many times as often.
_RARE = 2
_RARER = 5
# Two pairs of words make no habit where neither comes back.
_COMES_BACK = 2
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
        if not stems <= seen and len(usual) >= _COMES_BACK:
            seen |= stems
            yield _said(context, usual, rare, Severity.INFO)
    for habit in habits(context):
        if seen & set(habit.en.split()):
            continue
        usual = [
            _Use(habit.en, place.passage, _span(context, place), usual_at(context, habit, place))
            for place in habit.kept
        ]
        rare = [
            _Use(habit.en, place.passage, _span(context, place), other)
            for place in habit.broken
            if (other := substitute(context, habit, place)) is not None
        ]
        rare = [
            use
            for use in rare
            if named(context, use.passage, use.es) and not _in_office(context, use)
        ]
        if rare and sum(named(context, use.passage, use.es) for use in usual) >= _NOUN * len(usual):
            slip = len(rare) == 1 and _firm(habit) and _strays(context, habit, rare[0])
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


def _firm(habit: Habit) -> bool:
    """Whether a habit is one: a word of many meanings, or of a loose text, has none."""
    kept, broken = len(habit.kept), len(habit.broken)
    return kept >= max(_FIRM, _FIRMLY * broken - _FIRMLY // 2)


def _strays(context: Context, habit: Habit, use: _Use) -> bool:
    """Whether a rendering is a slip: that of a term, by a word the document hardly ever uses. A
    word that it uses for other things says something else here."""
    words = context.passages[use.passage].en.lower[slice(*use.en)].split()
    if all(light(word) or _VERBAL_EN.search(word) for word in words):
        return False
    spanish = _text(context, use)
    if _VERBAL_ES.search(spanish):
        return False
    often = min(habit.spread.get(es_stem(word), _RARE) for word in spanish.split())
    return often <= _RARE or _RARER * often <= habit.spread[habit.es[0]]


def _in_office(context: Context, use: _Use) -> bool:
    """Whether a place is part of the name of an office: another office has a check of its own."""
    return any(
        each.start <= use.es[0] < each.end for each in context.passages[use.passage].es.of(offices)
    )


def _text(context: Context, use: _Use) -> str:
    return context.passages[use.passage].es.lower[slice(*use.es)]


def _span(context: Context, place: Place) -> Span:
    words = meeting(context.passages[place.passage]).words["en"]
    return words[place.word].start, words[place.last - 1].end


CHECK = Check(
    name="inconsistent-term",
    mqm="inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    version=1,
    about="A term that the document renders in two ways",
    in_document=_run,
)
