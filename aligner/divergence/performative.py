"""A commitment here that is another step of the ladder there: *commit* and *procurar*.

What always holds: verbs of commitment are compared step by step in the same slot; a verb on one
side alone says nothing, and a verb whose own rendering is linked elsewhere is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aligner.divergence.addressee import announced, laid_down, said, to_reader
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.evidence import around, graded
from aligner.divergence.finding import exchange
from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.opposed import another_step
from aligner.divergence.pairing import Pairs, paired
from aligner.divergence.passage import Passage
from aligner.divergence.registry import Check
from aligner.divergence.unlisted_act import unlisted
from aligner.language.performatives import performatives, same_step
from aligner.language.phrases import Phrase, beginning
from aligner.language.roles import small
from aligner.text.segment import Side

_REACH = 30.0
_SLOT = 3.0
# A participle, and what before an English one shows that somebody has done something, or is to.
_PARTICIPLE = {
    "en": re.compile(r"(?:ed|ght)$"),
    "es": re.compile(r"(?:[ai]d|ch|st|rt)[oa]s?$"),
}
_CLOSED = re.compile(r"^(?:|has|have|had|having|also|not|and|or|who|which|that|it|they|we|he|she)$")
_HAVING = frozenset(["ha", "han", "haya", "hayan", "habia", "habian", "hemos", "haber", "habiendo"])
# What somebody wants of another, or promises him, is a step in a handbook too.
_WANTED = frozenset(
    ["recommend", "request", "demand", "propose", "reject", "guarantee", "hope", "commit"]
)
# So many words behind a verb may only colour it.
_COLOUR = 6
# What part of the words around two verbs on different steps of a ladder must be linked.
_PLAIN = 0.3


def _run(passage: Passage) -> Iterator[Divergence]:
    english, spanish = passage.en.of(performatives), passage.es.of(performatives)
    met = meeting(passage)
    acting_en, acting_es = (
        _acting(met, "en", english, spanish),
        _acting(met, "es", spanish, english),
    )
    _, left_en, left_es = paired(met, acting_en, acting_es, _same, _REACH)
    beside, free_en, free_es = paired(met, left_en, left_es, _any, _SLOT)
    pairs = [(en, es) for en, es in beside if met.apart((en.first, en.last), (es.first, es.last))]
    plain = set(another_step(met, "acts"))
    facing = [*pairs, *_plain(passage, met, plain, pairs)]
    for en, es in facing:
        if _attributive(passage, en, es):
            continue
        weight = _weight(passage, met, en, es, plain=(en.first, es.first) in plain)
        yield _step(passage, en, es, weight)
    told = [(en, _word(met, "es", j)) for en, j in unlisted(passage, met, "en", free_en)]
    told += [(_word(met, "en", i), es) for es, i in unlisted(passage, met, "es", free_es)]
    known = {en.first for en, _ in facing}, {es.first for _, es in facing}
    for en, es in told:
        if en.first not in known[0] and es.first not in known[1]:
            yield _step(passage, en, es, Severity.MINOR)


def _step(passage: Passage, en: Phrase, es: Phrase, weight: Severity) -> Divergence:
    return exchange(CHECK, passage, "performative.step", en, es, weight)


def _plain(
    passage: Passage, met: Meeting, steps: Iterable[tuple[int, int]], known: Pairs
) -> Iterator[tuple[Phrase, Phrase]]:
    """Plain verbs on two steps of a ladder that no table of commitments holds (*require*, *sugerir*),
    but for words that may be the same commitment, and those that are `known` already."""
    taken = {i for en, _ in known for i in range(en.first, en.last)}
    for i, j in sorted(steps):
        english = _holding(passage.en.of(performatives), i)
        spanish = _holding(passage.es.of(performatives), j)
        known_step = english and spanish and same_step(english, spanish)
        if i not in taken and not known_step and not _otherwise(met, i, j):
            taken.add(i)
            yield english or _word(met, "en", i), spanish or _word(met, "es", j)


def _otherwise(met: Meeting, i: int, j: int) -> bool:
    """Whether one of two plain verbs does another thing here: nobody asks who only *calls* somebody,
    and what *permite indicar* tells what a command is good for that is named *Specify*."""
    english, spanish = met.words["en"], met.words["es"]
    behind = [word.folded for word in english[i + 1 : i + 2]]
    if english[i].folded in _CALLS:
        return _CALLED.isdisjoint(behind)
    sentence = met.sentence["en"]
    opens = i == 0 or sentence[i - 1] != sentence[i]
    return (
        opens
        and bool(_IMPERATIVE.search(english[i].folded))
        and behind != ["to"]
        and any(_INFINITIVE.search(word.folded) for word in spanish[j + 1 : j + 2])
    )


_CALLS = frozenset(["call", "calls", "called", "calling"])
_CALLED = frozenset(["on", "upon", "for"])
_IMPERATIVE = re.compile(r"(?:[^s]|ss)(?<!ed)(?<!ing)$")
_INFINITIVE = re.compile(r"[aei]r(?:se|l[aeo]s?)?$")


def _attributive(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether both only say which one is meant, by a participle of a noun: *the person sought*, *la
    persona reclamada*. There nobody asks for anything."""
    english, spanish = passage.en.words, passage.es.words
    if not _PARTICIPLE["en"].search(english[en.first].folded):
        return False
    before = english[en.first - 1].folded if en.first else ""
    return (
        es.first > 0
        and bool(_PARTICIPLE["es"].search(spanish[es.first].folded))
        and before not in small("en", "been")
        and not _CLOSED.search(before)
        and spanish[es.first - 1].folded not in small("es", "been")
        and spanish[es.first - 1].folded not in _HAVING
    )


def _holding(found: Sequence[Phrase], index: int) -> Phrase | None:
    """The expression that begins at a word."""
    return next(iter(beginning(found, index, index + 1)), None)


def _word(met: Meeting, side: Side, index: int) -> Phrase:
    word = met.words[side][index]
    return Phrase("performatives", word.folded, index, index + 1, (word.start, word.end))


def _acting(
    met: Meeting, side: Side, own: Sequence[Phrase], other: Sequence[Phrase]
) -> list[Phrase]:
    """The expressions that render no word outside of a ladder (*acuerdo* beside *agreement*)."""
    steps = {-1, *(i for each in other for i in range(each.first, each.last))}
    partner = met.partner[side]
    return [each for each in own if steps.issuperset(partner[each.first : each.last])]


def _weight(passage: Passage, met: Meeting, en: Phrase, es: Phrase, *, plain: bool) -> Severity:
    """Only those who are bound climb a ladder: in a handbook programs support and users try, and only
    a step between `plain` verbs counts: a dictionary sets them apart, so that few words around need
    be the same."""
    close = max(around(met, en, es), _opening(met, en, es))
    solemn = announced(passage.en, en) and not passage.en.of(to_reader)
    if not solemn and said(passage.en, en):
        return graded(close, sure=False)
    if solemn or (laid_down(passage) and not plain):
        return graded(close)
    if plain:
        return graded(close, sure=False, loose=_PLAIN)
    wanted = not any(_WANTED.isdisjoint(each.value.split("|")) for each in (en, es))
    return graded(close, sure=False) if wanted else Severity.INFO


def _opening(met: Meeting, en: Phrase, es: Phrase) -> float:
    """The same for two verbs that open their sentences, where the words that only colour them (*in the
    strongest terms*, *con preocupación*) have no counterpart and what they speak of has."""
    if not (_first(met, "en", en) and _first(met, "es", es)):
        return 0.0
    grown = _coloured(met, "en", en), _coloured(met, "es", es)
    return around(met, *grown)


def _first(met: Meeting, side: Side, each: Phrase) -> bool:
    sentence = met.sentence[side]
    return each.first < 2 or sentence[each.first - 2] != sentence[each.first]


def _coloured(met: Meeting, side: Side, each: Phrase) -> Phrase:
    partner, end = met.partner[side], each.last
    while end < min(each.last + _COLOUR, len(partner)) and partner[end] < 0:
        end += 1
    return each._replace(last=end)


def _same(en: Phrase, es: Phrase) -> float | None:
    return 0.0 if same_step(en, es) else None


def _any(_en: Phrase, _es: Phrase) -> float:
    return 0.0


CHECK = Check(
    name="performative",
    mqm="mistranslation",
    severity=Severity.MAJOR,
    version=1,
    about="A verb of commitment in one version and another step of the ladder in the other",
    in_bead=_run,
)
