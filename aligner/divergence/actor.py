"""One actor here, another one there.

What always holds: actors are compared as sets of a paragraph with the number of their mentions, so
that order, passive voice and the order of two states say nothing; only an actor too many on one
side and another too few in the same slot is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.doers import doers
from aligner.divergence.evidence import LOOSE, around, graded
from aligner.divergence.finding import exchange
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.pairing import Pairs, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.repeated import renamed
from aligner.divergence.roles import exchanged, named, nations, titled
from aligner.divergence.subjects import one_and_other, subjects
from aligner.language.actors import actors
from aligner.language.phrases import Phrase
from aligner.language.roles import counterparts, private, things
from aligner.language.roles import near as kindred
from aligner.text.segment import Side

# Mentions of the same actor meet from afar, others only in the same slot.
_REACH = 60.0
_SLOT = 5.0
_LONELY = 20.0
# No rendering of an actor stands so many words from his slot.
_FAR = 9
# What part of the words around must be linked where the two share a linked word themselves.
_SHARED = 0.2
# Adjectives of a country come and go with the language; they never stand for an exchange alone.
_FAINT = frozenset(("mexico", "united-states", "canada"))
# A side, its actor, the other side's, and the other side's words of those who have partners, of all.
_Side = tuple[Side, Phrase, Phrase, set[int], set[int]]


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(actors), passage.es.of(actors)
    met = meeting(passage)
    pairs, left_en, left_es = _met(met, english, spanish)
    told: set[int] = set()
    passive = "by" in passage.en.vocabulary or "por" in passage.es.vocabulary
    for group in (
        titled(pairs, named(passage, met, pairs)),
        nations(passage, met),
        subjects(met),
        one_and_other(met) if "other" in passage.en.vocabulary else [],
    ):
        for en, other, es, further in (
            *exchanged(passage, met, group),
            *doers(met, group if passive else []),
        ):
            if told.isdisjoint((en.first, other.first)):
                told |= {en.first, other.first}
                yield _finding(passage, "actor.exchanged", met, en, es)
                yield _finding(passage, "actor.exchanged", met, other, further)
    for en, es in renamed(passage, met, left_en, left_es):
        weight = graded(around(met, en, es), sure=False, loose=_SHARED)
        yield _finding(passage, "actor.other", met, en, es, weight=weight)
    if not left_en or not left_es:
        return
    # Roles that are near in meaning render one another, before anybody else is called different.
    _, left_en, left_es = paired(met, left_en, left_es, _near, _LONELY)
    # The only ones left of a sentence belong together however it has moved them.
    single = len(left_en) == len(left_es) == 1
    lonely = single and (
        _opposed(left_en[0], left_es[0])
        or (met.parallel and met.together(left_en[0].first, left_es[0].first))
    )
    reach = _LONELY if lonely and not _repeated(pairs, left_en[0], left_es[0]) else _SLOT
    others, _, _ = paired(met, left_en, left_es, _any, reach)
    taken_en, taken_es = _words(each for each, _ in pairs), _words(each for _, each in pairs)
    acting_en, acting_es = _words(english), _words(spanish)
    for en, es in others:
        known = _classes(en.value) | _classes(es.value)
        # Spanish may say by the first of two actors alone what English says by both: *guest users*.
        if (known & _FAINT and known & things()) or en.first - 1 in taken_en:
            continue
        near = abs(met.slot("en", en.first, en.last) - es.first) <= _SLOT
        sides: tuple[_Side, ...] = (
            ("en", en, es, taken_es, acting_es),
            ("es", es, en, taken_en, acting_en),
        )
        if _free(met, sides, near=near):
            yield _finding(passage, "actor.other", met, en, es, lonely=lonely)


def _met(
    met: Meeting, english: Sequence[Phrase], spanish: Sequence[Phrase]
) -> tuple[Pairs, list[Phrase], list[Phrase]]:
    """The mentions of the same actors, those of one sentence first: only so two actors who changed
    places there are seen to, where a text names both again and again."""

    def beside(en: Phrase, es: Phrase) -> float | None:
        return _same(en, es) if met.together(en.first, es.first) else None

    pairs, left_en, left_es = paired(met, english, spanish, beside, _REACH)
    if not left_en or not left_es:
        return pairs, left_en, left_es
    further, left_en, left_es = paired(met, left_en, left_es, _same, _REACH)
    return [*pairs, *further], left_en, left_es


def _words(found: Iterable[Phrase]) -> set[int]:
    return {i for each in found for i in range(each.first, each.last)}


def _repeated(pairs: Pairs, en: Phrase, es: Phrase) -> bool:
    """Whether both actors are named on both sides already: then each side may only name another one
    again, where the sentence asks for it."""
    known = [_classes(each.value) for each, _ in pairs]
    return all(
        any(not _classes(left.value).isdisjoint(each) for each in known) for left in (en, es)
    )


def _finding(
    passage: Passage,
    wording: str,
    met: Meeting,
    en: Phrase,
    es: Phrase,
    *,
    lonely: bool = False,
    weight: Severity | None = None,
) -> Divergence:
    """Two actors with one head (*the complaining Party*, *la Parte demandada*) share their place by
    themselves, and so do the only ones left of a passage."""
    heads = met.partner["en"][en.first : en.last]
    shared = any(es.first <= head < es.last for head in heads)
    if weight is None:
        loose = _SHARED if shared or lonely else LOOSE
        weight = graded(around(met, en, es), sure=_weighty(en, es), loose=loose)
    return exchange(CHECK, passage, wording, en, es, weight)


def _weighty(en: Phrase, es: Phrase) -> bool:
    """Whether to take one actor for the other turns a text round: their roles are defined against one
    another, or both are bodies or parties of an instrument. Callings and the people of daily life are
    often named by a wider word or a narrower one."""
    known = _classes(en.value) | _classes(es.value)
    return _opposed(en, es) or known.isdisjoint(private() | _FAINT)


def _opposed(en: Phrase, es: Phrase) -> bool:
    """Whether two roles are defined against one another."""
    theirs = _classes(es.value)
    return any(not theirs.isdisjoint(counterparts().get(each, ())) for each in _classes(en.value))


def _free(
    met: Meeting,
    sides: tuple[_Side, ...],
    *,
    near: bool,
) -> bool:
    """Whether neither actor is rendered elsewhere: its words are linked to nothing, to another
    mention that already has its own partner, or, where both share a slot, to a word far off that
    only has the same root; beside a common head, to a word that names no actor."""
    return all(
        partner < 0
        or there.first <= partner < there.last
        or partner in taken
        or (near and here.last - here.first == 1 and abs(partner - there.first) > _FAR)
        or (partner not in acting and _headed(met, side, here, there))
        for side, here, there, taken, acting in sides
        for partner in met.partner[side][here.first : here.last]
    )


def _headed(met: Meeting, side: Side, here: Phrase, there: Phrase) -> bool:
    """Whether two actors of several words share their head: *the receiving State*, *el Estado que
    envía*; one word may be the same actor for short."""
    return min(here.last - here.first, there.last - there.first) > 1 and any(
        there.first <= head < there.last for head in met.partner[side][here.first : here.last]
    )


def _any(_en: Phrase, _es: Phrase) -> float:
    return 0.0


def _same(en: Phrase, es: Phrase) -> float | None:
    if en.value == es.value:
        return 0.0
    return None if _classes(en.value).isdisjoint(_classes(es.value)) else 0.0


def _near(en: Phrase, es: Phrase) -> float | None:
    """Two roles near in meaning cost nothing: to call two roles different, both must be far apart."""
    theirs = _classes(es.value)
    near = (kindred().get(each, theirs - theirs) for each in _classes(en.value))
    return None if all(each.isdisjoint(theirs) for each in near) else 0.0


@lru_cache(maxsize=4096)
def _classes(value: str) -> frozenset[str]:
    """The actors that one word may name."""
    return frozenset(value.split("|"))


CHECK = Check(
    name="actor",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="One actor in one version, another one in the other",
    in_bead=_run,
)
