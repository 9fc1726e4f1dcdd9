"""Names of persons, places and institutions.

What always holds: a name is matched by its letters, by a cognate, by its other name in the table,
or by a translation of its words; the order of names never matters; a capital that begins a sentence
accuses nobody unless the other side lacks a name of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from aligner.divergence.bodies import swapped
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.finding import finding
from aligner.divergence.institution import renamed
from aligner.divergence.institution_kind import unlike
from aligner.divergence.meeting import meeting
from aligner.divergence.misspelled import misspelled
from aligner.divergence.name_weight import BESIDE, apart, known, weight, word_places
from aligner.divergence.passage import Passage
from aligner.divergence.people import estranged, overruled
from aligner.divergence.registry import Check
from aligner.divergence.replaced import replaced
from aligner.divergence.strange_names import strange
from aligner.language.expressions import offices
from aligner.language.name_kinds import vouched
from aligner.language.names import Name, names
from aligner.language.reading import Reading
from aligner.text.segment import Side, Span

_REACH = 80
_MOST = 20


def _run(passage: Passage) -> Iterator[Divergence]:
    told: list[tuple[Span, Span]] = []
    for one, other, close in swapped(passage):
        told.append(((one.start, one.end), (other.start, other.end)))
        yield _differ(passage, *told[-1], Severity.MAJOR if close else Severity.MINOR)
    strangers = [pair for pair in _strangers(passage) if not _within(pair, told)]
    weighed = [(pair, _finding(passage, *pair)) for pair in strangers]
    firm = [pair for pair, found in weighed if found.severity > Severity.INFO]
    bare = [
        each
        for each in replaced(passage)
        if not any(_touches(pair, each) for pair in firm) and not _among(each, told)
    ]
    for pair, found in weighed:
        if pair in firm or not any(_touches(pair, each) for each in bare):
            yield found
    told += bare
    told += [((a.start, a.end), (b.start, b.end)) for a, b in strangers if a and b]
    for each in bare:
        yield _differ(passage, *each, Severity.MINOR)
    slips = [((a.start, a.end), (b.start, b.end)) for a, b in misspelled(passage)]
    for en, es in (*slips, *renamed(passage), *unlike(passage)):
        if not _among((en, es), told):
            told.append((en, es))
            yield _differ(passage, en, es, Severity.MINOR)


def _within(each: tuple[Name | None, Name | None], told: Sequence[tuple[Span, Span]]) -> bool:
    """Whether names belong to bodies that are known to differ."""
    return any(
        (each[0] is None or _meet((each[0].start, each[0].end), en))
        and (each[1] is None or _meet((each[1].start, each[1].end), es))
        for en, es in told
    )


def _among(each: tuple[Span, Span], told: Sequence[tuple[Span, Span]]) -> bool:
    return any(_meet(each[0], en) and _meet(each[1], es) for en, es in told)


def _touches(names: tuple[Name | None, Name | None], spans: tuple[Span, Span]) -> bool:
    """Whether one of two names is one of two words."""
    return any(
        name is not None and _meet((name.start, name.end), span)
        for name, span in zip(names, spans, strict=True)
    )


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _strangers(passage: Passage) -> Iterator[tuple[Name | None, Name | None]]:
    """Names that are no words of the language."""
    en, es = _outside_offices(passage.en), _outside_offices(passage.es)
    if not en and not es:
        return
    left_es = strange(es, passage, "es") if es else []
    left_en = strange(en, passage, "en") if en else []
    firm_en = [each for each in left_en if not each.initial]
    firm_es = [each for each in left_es if not each.initial]
    # A name that is only said more often on one side may have lost its place to a name, hardly to
    # a word that begins a sentence.
    if not left_en and firm_es:
        left_en = firm_en = _rarer(en, es) or _in_place(passage, "es", firm_es, en)
    elif firm_en and not left_es:
        left_es = firm_es = _rarer(es, en) or _in_place(passage, "en", firm_en, es)
    if left_en and left_es and (firm_en or firm_es):
        for a, b in _facing_pairs(passage, firm_en or left_en, firm_es or left_es):
            yield a, b
        return
    for b in firm_es:
        if known(b) or not _bracketed(passage.es, b):
            yield None, b
    for a in firm_en:
        yield a, None


def _facing_pairs(
    passage: Passage, en: Sequence[Name], es: Sequence[Name]
) -> Iterator[tuple[Name, Name]]:
    """As many pairs as there can be, the nearest to facing one another first; a few tell it."""
    en, es = en[:_MOST], es[:_MOST]
    ranked = sorted(
        (apart(passage, a, b), n, m) for n, a in enumerate(en) for m, b in enumerate(es)
    )
    used: set[tuple[str, int]] = set()
    for _, n, m in ranked:
        if used.isdisjoint({("en", n), ("es", m)}):
            used |= {("en", n), ("es", m)}
            yield en[n], es[m]


def _in_place(
    passage: Passage, side: Side, own: Sequence[Name], others: Sequence[Name]
) -> list[Name]:
    """The words of the other side with a capital that stand where the names `own` of `side` belong
    and have no partner, though they may be words of the language: *río Colorado*, *Ana Flores*."""
    met, there = meeting(passage), passage.es if side == "en" else passage.en
    found = []
    for name in own[:_MOST]:
        if not vouched(passage.side(side), name):
            continue
        expected = met.slot(side, *word_places(passage.side(side), name))
        for each in others:
            at, _ = word_places(there, each)
            lone = met.partner[there.side][at] < 0
            if lone and not each.initial and abs(at - expected) <= BESIDE and vouched(there, each):
                found.append(each)
                break
    return found


def _outside_offices(reading: Reading) -> list[Name]:
    """The names that are no part of an office, which has a check of its own."""
    found = reading.of(names)
    held = sorted((each.start, each.end) for each in reading.of(offices)) if found else []
    starts, ends = [start for start, _ in held], [0, *accumulate((end for _, end in held), max)]
    return [each for each in found if ends[bisect_right(starts, each.start)] <= each.start]


def _bracketed(reading: Reading, name: Name) -> bool:
    """Whether a name stands in brackets or quotes, as an explanation that only one version needs."""
    before = reading.text[max(name.start - _REACH, 0) : name.start]
    return any(before.rfind(a) > before.rfind(b) for a, b in ("()", "«»", "“”"))


def _rarer(own: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names of one side that the other side also has, but fewer times."""
    counts, there = Counter(each.folded for each in own), Counter(each.folded for each in others)
    found: dict[str, Name] = {}
    for each in own:
        if 0 < there[each.folded] < counts[each.folded]:
            found[each.folded] = each
    return list(found.values())


def _differ(passage: Passage, en: Span, es: Span, severity: Severity) -> Divergence:
    """Two words of the language by which the names of an institution differ."""
    en_text, es_text = passage.en.text[slice(*en)], passage.es.text[slice(*es)]
    return finding(
        CHECK,
        passage,
        "name.differ",
        en=[en],
        es=[es],
        facts_en=[passage.en.lower[slice(*en)]],
        facts_es=[passage.es.lower[slice(*es)]],
        severity=severity,
        en_text=en_text,
        es_text=es_text,
    )


def _finding(passage: Passage, en: Name | None, es: Name | None) -> Divergence:
    wording = "name.differ" if en and es else "name.en" if en else "name.es"
    return finding(
        CHECK,
        passage,
        wording,
        en=[(en.start, en.end)] if en else [],
        es=[(es.start, es.end)] if es else [],
        facts_en=[en.folded] if en else [],
        facts_es=[es.folded] if es else [],
        severity=weight(passage, en, es),
        en_text=passage.en.text[en.start : en.end] if en else "",
        es_text=passage.es.text[es.start : es.end] if es else "",
    )


def _all(passage: Passage) -> Iterator[Divergence]:
    """Names, and the peoples that differ; nothing is said twice of one word."""
    said, pairs = overruled(passage, list(_run(passage)), estranged(passage))
    yield from said
    for pair in pairs:
        yield _differ(passage, *pair)


CHECK = Check(
    name="name",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A name of a person, place or institution that differs",
    in_bead=_all,
)
