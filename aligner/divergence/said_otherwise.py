"""Quantities that the other side says in another form, or that only one side prints.

What always holds: what is taken out here says nothing else there; a fact with another value is left
to the comparison. Few are weighed against few, so that time stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.divergence.compare import Matching
from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Passage
from aligner.language.expressions import frequencies
from aligner.language.folding import fold
from aligner.language.number_words import is_number_word
from aligner.language.quantities import Quantity
from aligner.language.reading import Reading
from aligner.language.tables import table
from aligner.text.segment import SIDES

_MOST = 60
_EACH = frozenset(
    {"each", "either", "neither", "both", "cada", "ambos", "ambas", "sendos", "sendas"}
)
# A number that opens a sentence and has a mark of its own is printed for order: "2. The parties".
_LABEL_BEFORE = re.compile(r"(?:^|\n|[.;:] )[(]?$")
_ONE_PERIOD = re.compile(r"(?<!\w)an? (\w+)")
_LABEL_BEHIND = re.compile(r"[.)][)]?\s+[\"“«(¿¡]?[A-ZÁÉÍÓÚÑ]")
_NEAR = 24
_WITH_COMPANY = re.compile(r"(?<!\w)[a-z]{3,}[ -][a-z]+$")
_RUN_ON = re.compile(r"\d{1,2}(?:,\d{1,2})+$")
_MONTH = re.compile(r"[12]\d{3}-\d{2}$")
_WORD_BEFORE = re.compile(r"(?<!\w)([a-z]{4,12})\.?,? (?:de |del |of )?$")
_SHORT = 3


def without_said(
    en: Sequence[Quantity], es: Sequence[Quantity], passage: Passage, state: Matching
) -> None:
    """Takes out what the other side says otherwise, and what only the layout of one side prints."""
    state.left_en = _unsaid(en, state.left_en, passage.en, passage.es)
    state.left_en = _without_nothing(en, state.left_en, passage)
    state.left_es = _unsaid(es, state.left_es, passage.es, passage.en)
    _without_quoted(en, es, passage, state)
    state.left_en, state.left_es = (
        _without_each(en, state.left_en, passage.en, passage.es, [es[j] for j in state.left_es]),
        _without_each(es, state.left_es, passage.es, passage.en, [en[i] for i in state.left_en]),
    )
    _without_run_on(en, es, state)
    state.left_en = _without_frequencies(en, state.left_en, passage.es)
    state.left_es = _without_frequencies(es, state.left_es, passage.en)
    state.left_en = _without_labels(en, es, state.left_en, passage.en, passage.es)
    state.left_es = _without_labels(es, en, state.left_es, passage.es, passage.en)


def _unsaid(facts: Sequence[Quantity], left: list[int], here: Reading, there: Reading) -> list[int]:
    """Without number words that the other side writes as well and that are none in its language:
    `/dev/zero`, `dos2unix`, a title that is left in the other language."""
    known = there.vocabulary
    return [
        i
        for i in left
        if not facts[i].word
        or (said := here.lower[facts[i].start : facts[i].end]) not in known
        or is_number_word(said, there.side)
    ]


def _without_nothing(facts: Sequence[Quantity], left: list[int], passage: Passage) -> list[int]:
    """Without an English *zero* beside a Spanish *sin* that renders nothing else: zero tolerance."""
    met = meeting(passage) if any("0" in facts[i].keys and facts[i].word for i in left) else None
    if met is None or not any(
        word.folded == "sin" and met.partner["es"][j] < 0 for j, word in enumerate(met.words["es"])
    ):
        return left
    return [i for i in left if not ("0" in facts[i].keys and facts[i].word)]


def _without_each(
    facts: Sequence[Quantity],
    left: list[int],
    here: Reading,
    there: Reading,
    others: Sequence[Quantity],
) -> list[int]:
    """Without *the two*, which the other side may call *each* or *either* of them, where that has no
    number left."""
    if not left or any(not each.weak for each in others) or _EACH.isdisjoint(there.vocabulary):
        return left
    the = ("the ",) if here.side == "en" else ("los ", "las ")
    return [
        i
        for i in left
        if not (
            facts[i].word
            and "2" in facts[i].keys
            and here.lower[max(facts[i].start - 4, 0) : facts[i].start] in the
        )
    ]


def _without_quoted(
    en: Sequence[Quantity], es: Sequence[Quantity], passage: Passage, state: Matching
) -> None:
    """Takes out words of numbers that stand in the same English on both sides, as in *write-once*."""
    for i in [i for i in state.left_en if en[i].word][:_MOST]:
        here = _company(passage.en, en[i])
        same = (j for j in state.left_es if here and _company(passage.es, es[j]) == here)
        j = next(same, None)
        if j is not None:
            state.left_en.remove(i)
            state.left_es.remove(j)


def _company(reading: Reading, each: Quantity) -> str:
    """The word with the one before it or joined to it; empty where it stands at the beginning."""
    found = _WITH_COMPANY.search(reading.lower, max(each.start - _NEAR, 0), each.end)
    return found[0] if found else ""


def _without_run_on(en: Sequence[Quantity], es: Sequence[Quantity], state: Matching) -> None:
    """Takes out figures that want a blank on one side alone: *1,2 or 3* beside *1, 2 o 3*."""
    for own, others, left, theirs in (
        (en, es, state.left_en, state.left_es),
        (es, en, state.left_es, state.left_en),
    ):
        for i in [i for i in left if own[i].sort == "number" and _RUN_ON.match(own[i].form)]:
            parts = own[i].form.split(",")
            met = [j for part in parts for j in theirs if others[j].form == part]
            if len(met) == len(set(met)) == len(parts):
                left.remove(i)
                for j in met:
                    theirs.remove(j)


def _without_frequencies(facts: Sequence[Quantity], left: list[int], there: Reading) -> list[int]:
    """A five-year plan is a plan quinquenal: a period here, a frequency there; and what is open
    around the clock is so for twenty-four hours."""
    said = {meaning for each in there.of(frequencies) for meaning in each.meanings}
    if left and there.side == "en":
        times = table("measures")["time"]["en"]  # "a decade" says ten years and counts nothing
        words = (match[1] for match in _ONE_PERIOD.finditer(there.lower))
        said |= {times[word].replace(" ", "") for word in words if word in times}
    if left:
        folded = fold(there.text)
        phrases = table("measures")["phrases"][there.side].items()
        said |= {
            key.replace(" ", "") for phrase, keys in phrases if phrase in folded for key in keys
        }
    if not said:
        return left
    return [i for i in left if not any(key.replace(" ", "") in said for key in facts[i].keys)]


def _without_labels(
    facts: Sequence[Quantity],
    others: Sequence[Quantity],
    left: list[int],
    here: Reading,
    there: Reading,
) -> list[int]:
    """Without printed numbers of paragraphs where the other side prints none: its layout does."""
    if not left or any(_labels(each, there.text) for each in others):
        return left
    return [i for i in left if not _labels(facts[i], here.text)]


def _labels(each: Quantity, text: str) -> bool:
    before = text[max(each.start - 3, 0) : each.start]
    return (
        each.sort == "number"
        and each.form.isdigit()
        and _LABEL_BEFORE.search(before) is not None
        and _LABEL_BEHIND.match(text, each.end, each.end + 8) is not None
    )


def without_months(
    en: Sequence[Quantity], es: Sequence[Quantity], passage: Passage, state: Matching
) -> None:
    """Takes out a month with a year where the other side has the year behind a word that is the month
    in the other language or misspelled: *Diembre de 1991*, *versión de March 2002*."""
    for own, left, others, theirs, there in (
        (en, state.left_en, es, state.left_es, passage.es),
        (es, state.left_es, en, state.left_en, passage.en),
    ):
        dated = [i for i in left if own[i].sort == "date" and _MONTH.match(own[i].keys[0])]
        for i in dated[:_MOST]:
            year, _, month = own[i].keys[0].partition("-")
            for j in [j for j in theirs if others[j].form == year][:_MOST]:
                if _says_month(there, others[j].start, month):
                    left.remove(i)
                    theirs.remove(j)
                    break


def _says_month(there: Reading, start: int, month: str) -> bool:
    before = _WORD_BEFORE.search(there.lower, max(start - _NEAR, 0), start)
    if before is None:
        return False
    names = [name for side in SIDES for name, of in table("dates")[side].items() if of == month]
    said = before[1]
    return any(
        said == name
        or (len(name) > _SHORT + 1 and said[0] == name[0] and said[-_SHORT:] == name[-_SHORT:])
        for name in names
    )
