"""The quantities of both sides, compared once for all checks of facts.

What always holds: each difference belongs to exactly one sort, and so to one check.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.divergence.compare import Matching, match, unmatched, without_repeats
from aligner.divergence.passage import Passage
from aligner.divergence.said_otherwise import without_months, without_said
from aligner.language.dates import compatible
from aligner.language.quantities import ONE, Quantity, Sort, quantities

# Values without a unit agree with a value that has one: "fifty per cent" beside "the fifty".
_PLAIN = frozenset({"number", "ordinal", "reference"})
# Where the sorts of a pair differ, the difference is reported under the first of these.
_RANK: tuple[Sort, ...] = (
    "date", "money", "percentage", "duration", "reference", "number", "ordinal",
)  # fmt: skip


_MOST = 60
_RHETORICAL = frozenset({"1.", "2.", "3."})


@dataclass(frozen=True, slots=True)
class Difference:
    """Quantities that differ (both sides), stand alone (one side), or agree only as another region
    reads them (`foreign`), or but for the unit (`bare`)."""

    sort: Sort
    en: Quantity | None
    es: Quantity | None
    foreign: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences between the quantities of two sides, and the pairs that agree."""

    differences: tuple[Difference, ...] = ()
    agreed: tuple[tuple[Quantity, Quantity], ...] = ()


_NOTHING = Comparison()


def comparison(passage: Passage) -> Comparison:
    """The quantities of the two sides of `passage`, compared."""
    en, es = passage.en.of(quantities), passage.es.of(quantities)
    if not en and not es:
        return _NOTHING
    state = unmatched(en, es)
    match(en, es, _home, _home, state)
    found = []
    if state.left_en and state.left_es:
        match(en, es, _form, _form, state)
        foreign = match(en, es, _all, _all, state)
        found += [Difference(_sort(en[i], es[j]), en[i], es[j], foreign=True) for i, j in foreign]
        bare = match(en, es, _plain_amounts, _unit_amounts, state)
        bare += match(en, es, _unit_amounts, _plain_amounts, state)
        match(en, es, _plain_amounts, _plain_amounts, state)
        found += [
            Difference(_sort(en[i], es[j]), en[i], es[j], bare=True)
            for i, j in bare
            if {en[i].sort, es[j].sort} & {"percentage", "money"}
            and not {en[i].sort, es[j].sort} & {"ordinal"}
        ]
        _match_partial_dates(en, es, state)
        without_months(en, es, passage, state)
    without_said(en, es, passage, state)
    found += _left(en, es, state)
    return Comparison(tuple(found), tuple((en[i], es[j]) for i, j in state.pairs))


def _home(each: Quantity) -> tuple[str, ...]:
    return each.keys


def _all(each: Quantity) -> tuple[str, ...]:
    return each.keys + each.foreign


def _form(each: Quantity) -> tuple[str, ...]:
    # The same figures with the same unit mean the same, whatever a region would read.
    if not each.form or each.sort == "date":
        return ()
    key = next(iter(each.keys or each.foreign), "")
    return (f"{each.form} {each.unit or key.partition(' ')[2]}",)


def _plain_amounts(each: Quantity) -> tuple[str, ...]:
    return each.amounts if each.sort in _PLAIN else ()


def _unit_amounts(each: Quantity) -> tuple[str, ...]:
    return each.amounts if each.sort not in _PLAIN else ()


def _sort(en: Quantity, es: Quantity) -> Sort:
    return min(en.sort, es.sort, key=_RANK.index)


def _match_partial_dates(en: Sequence[Quantity], es: Sequence[Quantity], state: Matching) -> None:
    """Takes out dates that agree in all that both say, few against few so that time stays linear."""
    dates_en = [i for i in state.left_en if en[i].sort == "date"][:20]
    dates_es = [j for j in state.left_es if es[j].sort == "date"][:20]
    for i in dates_en:
        for j in dates_es:
            if any(compatible(a, b) for a in en[i].keys for b in es[j].keys):
                state.pairs.append((i, j))
                state.left_en.remove(i)
                state.left_es.remove(j)
                dates_es.remove(j)
                break


def _left(en: Sequence[Quantity], es: Sequence[Quantity], state: Matching) -> Iterator[Difference]:
    """Pairs what is left on both sides in the same slot; the rest stands alone. What only repeats
    counts in place of another value: as many facts of a sort on both sides, but not the same."""
    # So many differences in one bead say that the sides do not belong together; a few tell it.
    state.left_en, state.left_es = state.left_en[:_MOST], state.left_es[:_MOST]
    news_en, news_es = _news(en, state.left_en, es), _news(es, state.left_es, en)
    pairs = list(_paired(en, news_en, es, news_es))
    paired_en, paired_es = {i for i, _ in pairs}, {j for _, j in pairs}
    open_en = [i for i in state.left_en if i not in paired_en]
    open_es = [j for j in state.left_es if j not in paired_es]
    if open_en and open_es:
        counts = [Counter(each.sort for each in side if not each.article) for side in (en, es)]
        again = [
            (i, j)
            for i, j in _paired(en, open_en, es, open_es)
            if i in news_en or j in news_es or _as_many(counts, en[i].sort, es[j].sort)
        ]
        pairs += again
    paired_en, paired_es = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        yield Difference(_sort(en[i], es[j]), en[i], es[j])
    for i in news_en:
        if i not in paired_en and not en[i].weak:
            yield Difference(en[i].sort, en[i], None)
    for j in news_es:
        if j not in paired_es and not es[j].weak:
            yield Difference(es[j].sort, None, es[j])


def _as_many(counts: Sequence[Counter[Sort]], sort: Sort, other: Sort) -> bool:
    return sort == other and counts[0][sort] == counts[1][sort]


def _news(facts: Sequence[Quantity], left: Sequence[int], others: Sequence[Quantity]) -> list[int]:
    """What the other side does not say in any form. The figure of a period in another period with
    another unit says something else: 6 years, 6 months."""
    periods = [other for other in others if other.sort == "duration"]
    news = set(without_repeats(facts, left, others, _said))
    if periods:
        plain = [other for other in others if other.sort != "duration"]
        timed = [i for i in left if facts[i].sort == "duration"]
        news |= {
            i
            for i in without_repeats(facts, timed, periods, _all)
            if i in without_repeats(facts, [i], plain, _said)
        }
    return [i for i in left if i in news]


def _said(each: Quantity) -> tuple[str, ...]:
    return (
        each.keys
        if each.sort == "ordinal" and each.weak
        else each.keys + each.foreign + each.amounts
    )


def _paired(
    en: Sequence[Quantity], left_en: Sequence[int], es: Sequence[Quantity], left_es: Sequence[int]
) -> Iterator[tuple[int, int]]:
    open_en, open_es = list(left_en), list(left_es)
    for alike in (_same_sort, _same_kind, _one_strong, _both_implied):
        kept = []
        for i in open_en:
            j = next((j for j in open_es[:20] if alike(en[i], es[j])), None)
            if j is None:
                kept.append(i)
            else:
                open_es.remove(j)
                yield i, j
        open_en = kept


def _same_sort(a: Quantity, b: Quantity) -> bool:
    return a.sort == b.sort and not a.weak and not b.weak


def _same_kind(a: Quantity, b: Quantity) -> bool:
    return a.word == b.word and not a.weak and not b.weak


def _one_strong(a: Quantity, b: Quantity) -> bool:
    return a.weak != b.weak and a.word and b.word and not (a.article or b.article)


def _both_implied(a: Quantity, b: Quantity) -> bool:
    """First beside second, double beside triple; "one" and "un" are too common to accuse."""
    if a.article or b.article or a.sort != b.sort:
        return False
    if a.roman != b.roman:  # "first" orders a speech, and what stands beside it is no rendering
        return a.sort == "ordinal" and not {*a.keys, *b.keys} & _RHETORICAL
    return (a.roman or (a.word and b.word)) and ONE not in a.keys and ONE not in b.keys
