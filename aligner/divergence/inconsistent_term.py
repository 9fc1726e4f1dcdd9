"""A term that the document renders in two ways.

What always holds: one finding for each term, with all places of the rarer rendering; where it
departs once from a firm habit it is minor, else it only informs: it is a decision to take, not an
error. Renderings that the glossary admits side by side inform.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Place, Severity
from aligner.divergence.finding import finding
from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Context
from aligner.divergence.registry import Check
from aligner.divergence.renderings import Habit, habits
from aligner.divergence.renderings import Place as Occurrence
from aligner.language.stems import es_stem
from aligner.language.vocabulary import es_keys
from aligner.text.segment import Span

# How far from its slot the other rendering may stand.
_SLOT = 3.5
# So many departures at most are slips; more are a second habit.
_SLIPS = 1
_FIRM = 5
# Within so many words around the term no other English word may lack a partner.
_LONE = 4
# Words that agree in so many first letters are forms of one another.
_ALIKE = 4
# Verbs are no terms.
_VERBAL_EN = re.compile(r"(?:ate|ize|ify)$")
_VERBAL_ES = re.compile(r"(?:[aei]r(?:se|an|a)?|ando|iendo)$")


def _run(context: Context) -> Iterator[Divergence]:
    for habit in habits(context):
        others = [
            (place, other)
            for place in habit.broken
            if (other := _other(context, habit, place)) is not None
        ]
        if not others:
            continue
        slip = (
            len(others) <= _SLIPS
            and len(habit.kept) >= _FIRM
            and not _VERBAL_EN.search(habit.en)
            and not any(_VERBAL_ES.search(_text(context, *each)) for each in others)
        )
        yield _said(context, habit, others, Severity.MINOR if slip else Severity.INFO)


def _other(context: Context, habit: Habit, place: Occurrence) -> Span | None:
    """The word that stands where the usual rendering would: one that renders nothing else."""
    met = meeting(context.passages[place.passage])
    words, partner, content = met.words["es"], met.partner["es"], met.content["es"]
    own = range(place.word, place.last)
    low, high = max(round(place.slot - _SLOT), 0), min(round(place.slot + _SLOT) + 1, len(words))
    english = {word.folded for word in met.words["en"]}
    usual = es_keys(habit.es) | es_keys(habit.es + "o") | es_keys(habit.es + "a")

    def alike(j: int) -> bool:
        """Whether a word is only another form of the usual rendering, or is not Spanish at all."""
        word = words[j].folded
        return (
            word[:_ALIKE] == habit.es[:_ALIKE]
            or word in english
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
    return words[lone[0]].start, words[lone[0]].end


def _said(
    context: Context, habit: Habit, others: list[tuple[Occurrence, Span]], severity: Severity
) -> Divergence:
    first = context.passages[others[0][0].passage]
    met = meeting(first)
    words = met.words["en"]
    start, end = words[others[0][0].word].start, words[others[0][0].last - 1].end
    spans = [span for place, span in others if place.passage == first.bead]
    usual = habit.kept[0]
    usual_met = meeting(context.passages[usual.passage])
    near = usual_met.words["es"][min(max(round(usual.slot), 0), len(usual_met.words["es"]) - 1)]
    base = finding(
        CHECK,
        first,
        "inconsistent-term.two",
        en=[(start, end)],
        es=spans,
        facts_en=[habit.en],
        facts_es=[habit.es, *sorted({_text(context, place, span) for place, span in others})],
        severity=severity,
        en_word=first.en.text[start:end],
        usual=context.passages[usual.passage].es.text[near.start : near.end],
        other=first.es.text[slice(*spans[0])],
        times=str(len(habit.kept)),
    )
    return base if len(others) == len(spans) else _with_places(context, base, others)


def _with_places(
    context: Context, base: Divergence, others: list[tuple[Occurrence, Span]]
) -> Divergence:
    """`base` with the places in all other passages too."""
    from dataclasses import replace

    english: list[Place] = []
    spanish: list[Place] = []
    for place, span in others:
        passage = context.passages[place.passage]
        words = meeting(passage).words["en"]
        english += passage.places("en", words[place.word].start, words[place.last - 1].end)
        spanish += passage.places("es", *span)
    return replace(base, en=tuple(sorted(set(english))), es=tuple(sorted(set(spanish))))


def _text(context: Context, place: Occurrence, span: Span) -> str:
    return context.passages[place.passage].es.lower[slice(*span)]


CHECK = Check(
    name="inconsistent-term",
    mqm="inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    version=1,
    about="A term that the document renders in two ways",
    in_document=_run,
)
