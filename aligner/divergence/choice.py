"""Where *and* and *or* say the same.

What always holds: it is what governs the words that are joined that makes the two say the same (a
negation, *any*, *against*, a comparison, a list of examples), or what they are (opposites, a generic
plural beside a singular), never the conjunctions themselves; each side is asked for itself. Linear in
the words before a conjunction.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from aligner.divergence.generic import generic
from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.antonyms import poles
from aligner.language.conjunctions import conjunctions
from aligner.language.doublets import doublets
from aligner.language.opposites import opposites
from aligner.language.phrases import Phrase, beginning
from aligner.language.reading import Reading
from aligner.language.roles import prepositions, small
from aligner.language.vocabulary import en_keys, es_keys

# So many words before a conjunction are searched for what makes *and* and *or* say the same.
_BEFORE = 14
# So few words before a conjunction a word may open all that is joined, and so few behind it a word
# may say that each of them is meant.
_WHICHEVER = 3
_ANY = 6
_EACH = 4
# So many words after *and* it may be said that this is the other case.
_ALTERNATIVE = 5
# Within so many words of a conjunction what it joins is looked for.
_NEXT = 2
# A negative prefix makes a verb its opposite: activate or deactivate, instalar y desinstalar.
_PREFIXES = ("des", "de", "dis", "un")
_LONG = 4
_EXAMPLES = frozenset(("example", "instance", "ejemplo"))
# How a Spanish verb ends that says what one does (*añadiendo o eliminando*): not *lectura y escritura*.
_ACT = re.compile(r"(?:[aei]r|[aei]ndo)(?:se|l[aeo]s?)?$")
_STOP = re.compile(r"[.;:!?](?=\s)")
_STOP_BUT_COLON = re.compile(r"[.;!?](?=\s)")
# So many words before a conjunction somebody is given leave, or the choice.
_PERMITTED = 20
_CHOOSING = (
    "choos", "choice", "chose", "select", "decid", "pick", "opt", "toggl", "switch", "alternat",
    "eleg", "elij", "eleccion", "escog", "escoj", "seleccion", "altern", "cambi",
)  # fmt: skip


def same(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two conjunctions say the same, whatever the text lays down."""
    sides = ((passage.en, en), (passage.es, es))
    joining = [pair for pair in sides if pair[1].value == "and"]
    return (
        any(gendered(reading, each) for reading, each in sides)
        or _again(sides)
        or _otherwise(passage.en, en)
        or all(_whichever(reading, each) for reading, each in sides)
        or any(_every_one(reading, each) for reading, each in joining)
        or all(_regardless(reading, each) for reading, each in sides)
        or (
            es.value == "and"
            and (
                all(_further(reading, each) for reading, each in sides)
                or all(_each_to_its_own(reading, each) for reading, each in sides)
            )
        )
        or all(_chosen(reading, each) for reading, each in sides)
        or all(_with_or_without(reading, each) for reading, each in sides)
        or generic(met, en, es)
    )


def permitted(reading: Reading, each: Phrase) -> bool:
    """Whether what is joined is what somebody may do, or has a right to: who may do the one or the
    other may do the one and the other as well."""
    words, kinds = reading.words, small(reading.side, "permitting")
    first = max(each.first - _PERMITTED, 0)
    return any(
        word.folded in kinds and not _STOP.search(reading.text, word.end, each.span[0])
        for word in words[first : each.first]
    )


def _further(reading: Reading, each: Phrase) -> bool:
    """Whether all beyond a limit is joined to it (*version 2 or newer*, *2 y posteriores*): a Spanish
    *o* there is no habit, and may narrow."""
    following = reading.words[each.last : each.last + 1]
    return any(word.folded in small(reading.side, "further") for word in following)


def _each_to_its_own(reading: Reading, each: Phrase) -> bool:
    """Whether what is joined answers another list one by one (*the red or green line respectively*)."""
    following = reading.words[each.last : each.last + _BEFORE]
    return any(
        word.folded in ("respectively", "respectivamente")
        and not _STOP.search(reading.text, each.span[1], word.start)
        for word in following
    )


def _chosen(reading: Reading, each: Phrase) -> bool:
    """Whether something is chosen between what is joined (*choose between a and b*, *elegir entre a
    o b*)."""
    words = reading.words
    first = max(each.first - _PERMITTED, 0)
    return any(
        word.folded in ("between", "among", "entre")
        and any(
            before.folded.startswith(_CHOOSING) for before in words[max(at - _WHICHEVER, 0) : at]
        )
        and not _STOP_BUT_COLON.search(reading.text, word.end, each.span[0])
        for at, word in enumerate(words[first : each.first], first)
    )


def _with_or_without(reading: Reading, each: Phrase) -> bool:
    """Whether *with* and *without* are joined, which never hold both."""
    words = reading.words
    beside = {
        w.folded for w in (*words[each.first - 1 : each.first], *words[each.last : each.last + 1])
    }
    return beside in ({"with", "without"}, {"con", "sin"})


def governed(reading: Reading, each: Phrase) -> str | None:
    """The negation or the opening of examples that stands before a conjunction in its sentence and
    still holds there: another conjunction beside a comma ends what it governs, and so does a comma
    after a word that governs its noun alone; where what is joined begins twice with the same word (*if
    no notice is given or if it is late*), only what stands before both governs both."""
    words, joints = reading.words, reading.of(_joints)
    marks, harmless = small(reading.side, "even"), small(reading.side, "harmless")
    single = small(reading.side, "single")
    joint = comma = False
    opener = words[each.last].folded if each.last < len(words) else ""
    twice = opener in small(reading.side, "opening") and any(
        word.folded == opener and not _STOP.search(reading.text, word.end, each.span[0])
        for word in words[max(each.first - _BEFORE, 0) : each.first]
    )
    for at in range(each.first - 1, max(each.first - 1 - _BEFORE, -1), -1):
        between = reading.text[words[at].end : words[at + 1].start + 1]
        comma = comma or "," in between
        if _STOP.search(between) or (joint and comma):
            return None
        joint = joint or at in joints
        if words[at + 1].folded in harmless:
            continue  # without prejudice to: no negation
        word = words[at].folded
        if twice:
            twice = word != opener
            continue
        if comma and word in single and (at == 0 or words[at - 1].folded != "other"):
            continue
        if word in marks or word.endswith(("n't", "n’t")):
            return None if word in _EXAMPLES and _opens(reading, at - 1) else word
    return None


def opposed(passage: Passage, en: Phrase, es: Phrase, *, laid: bool) -> bool:
    """Whether what is joined are opposites in both versions, which can hardly both hold (*adding and
    removing*). Where something is `laid` down, only the axes say so: *in whole or in part* is no
    *in whole and in part*."""
    sides = ((passage.en, en), (passage.es, es))
    if all(_poles(reading, each) or _off_and_on(reading, each) for reading, each in sides):
        return True
    return not laid and all(
        _poles(reading, each) or _off_and_on(reading, each) or _opposites(reading, each)
        for reading, each in sides
    )


def gendered(reading: Reading, each: Phrase) -> bool:
    """Whether an English conjunction only joins the two pronouns of one person (*his or her*)."""
    return reading.side == "en" and each.first in reading.of(_paired_genders)


def _paired_genders(reading: Reading) -> frozenset[int]:
    """The words between the two forms of doublets."""
    return frozenset(at for one in reading.of(doublets) for at in range(one.first + 1, one.second))


def _again(sides: tuple[tuple[Reading, Phrase], ...]) -> bool:
    """Whether a conjunction joins a second negation to a first one (*no clerk and no witness*), which
    *or* would spare."""
    return any(
        word.folded in small(reading.side, "denied")
        for reading, each in sides
        for word in reading.words[each.last : each.last + 1]
    ) and any(governed(reading, each) is not None for reading, each in sides)


def _otherwise(reading: Reading, each: Phrase) -> bool:
    """Whether an alternative says itself that it is one (*and x otherwise*)."""
    further = {w.folded for w in reading.words[each.last : each.last + _ALTERNATIVE]}
    return "otherwise" in further


def _whichever(reading: Reading, each: Phrase) -> bool:
    """Whether a version speaks of every one of what is joined: where both do, *any judicial and
    administrative body* is *todo órgano judicial o administrativo*."""
    return _opened(reading, each, small(reading.side, "whichever"), _WHICHEVER)


def _every_one(reading: Reading, each: Phrase) -> bool:
    """Whether *and* stands where it says no more than *or*: after *any* (*any delay and cost* is
    *los retrasos o costos*), or before *each* (*the chair and the clerk each sign*)."""
    if governed(reading, each) is not None:
        return False  # not to any person and body: to neither
    words, one = reading.words, small(reading.side, "every_one")
    if _opened(reading, each, one, _ANY) or any(
        word.folded in one for word in words[each.last : each.last + 1]
    ):
        return True
    after = [word.folded for word in words[each.last : each.last + _EACH]]
    return any(
        word in small(reading.side, "afloat") and before not in prepositions(reading.side)
        for before, word in pairwise(after)
    )


def _opened(reading: Reading, each: Phrase, openers: frozenset[str], reach: int) -> bool:
    """Whether one of `openers` stands just before a conjunction, with no comma between, and counts
    nothing there (*every 12 hours and on Sundays*)."""
    words, text = reading.words, reading.text
    return any(
        words[at].folded in openers
        and not words[at + 1].folded[0].isdigit()
        and "," not in text[words[at].end : words[each.first].start]
        for at in range(max(each.first - reach, 0), each.first)
    )


def _regardless(reading: Reading, each: Phrase) -> bool:
    """Whether a whole list is named as what makes no difference (*regardless of age, race and
    creed*)."""
    marks = reading.of(_openings)
    at = bisect_left(marks, each.span[0]) - 1
    if at < 0:
        return False
    stops = reading.of(_stops)
    return bisect_left(stops, marks[at]) == bisect_left(stops, each.span[0])


def _openings(reading: Reading) -> tuple[int, ...]:
    """Where the words stand (code points) after which a whole list makes no difference."""
    marks = small(reading.side, "regardless")
    return tuple(word.start for word in reading.words if word.folded in marks)


def _stops(reading: Reading) -> tuple[int, ...]:
    """Where the signs stand that end a sentence or a clause."""
    return tuple(match.start() for match in _STOP.finditer(reading.text))


def _poles(reading: Reading, each: Phrase) -> bool:
    """Whether the words on the two sides of a conjunction are the poles of one axis."""
    return any(
        {a.value, b.value} == {"+", "-"}
        for found in reading.of(poles).values()
        for a in beginning(found, each.first - _NEXT, each.first)
        for b in beginning(found, each.last, each.last + _NEXT)
    )


def _off_and_on(reading: Reading, each: Phrase) -> bool:
    """Whether a switch is put *on and off*, or two forms of one verb differ in a negative prefix alone
    (*activa o desactiva*): never both at once."""
    before = [word.folded for word in reading.words[max(each.first - 1, 0) : each.first]]
    after = [word.folded for word in reading.words[each.last : each.last + 1]]
    if not before or not after:
        return False
    a, b = before[0], after[0]
    return {a, b} == {"on", "off"} or (
        min(len(a), len(b)) >= _LONG and (a in _unprefixed(b) or b in _unprefixed(a))
    )


def _unprefixed(word: str) -> tuple[str, ...]:
    return tuple(word[len(each) :] for each in _PREFIXES if word.startswith(each))


def _opposites(reading: Reading, each: Phrase) -> bool:
    """Whether they are opposites in the table, or by a negative prefix."""
    if reading.side == "es" and not all(
        _ACT.search(word.folded)
        for word in (
            *reading.words[each.first - 1 : each.first],
            *reading.words[each.last : each.last + 1],
        )
    ):
        return False
    keys = en_keys if reading.side == "en" else es_keys
    before = [word.folded for word in reading.words[max(each.first - _NEXT, 0) : each.first]]
    after = [word.folded for word in reading.words[each.last : each.last + _NEXT]]
    return any(
        not opposites(reading.side, a).isdisjoint(keys(b))
        or not opposites(reading.side, b).isdisjoint(keys(a))
        for a in before
        for b in after
    )


def _opens(reading: Reading, first: int) -> bool:
    """Whether a word opens its sentence: *For example, the chair and the rapporteur may ...* gives
    one example, not a list of them."""
    before = reading.words[first - 1].end if first > 0 else 0
    return first <= 0 or bool(_STOP.search(reading.text, before, reading.words[first].start))


def _joints(reading: Reading) -> frozenset[int]:
    """The words that are conjunctions."""
    return frozenset(each.first for each in reading.of(conjunctions))
