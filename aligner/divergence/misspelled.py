"""Names that differ by a slip of the pen: *Colombia* and *Colobmia*, *Las Eras* and *Las Heras*.

What always holds: translation changes the ending of a name or follows the rules of spelling; it
turns no two letters round, loses none inside and puts none for another of a different kind. A name
that the other version has as well is misspelled nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from aligner.divergence.passage import Passage
from aligner.language.names import Name, english_of, exonyms, names
from aligner.language.vocabulary import en_known, es_known, spelling

_LEAST = 4
_LONG = 5
_ENDING = 2
"""So many letters at the end belong to the language."""
_MOST = 40
# Letters that stand for one another in the two languages.
_KINDRED = ("ckqxsz", "bvwu", "yij", "gjhx", "ao", "oue", "mn", "ei", "dt")


def misspelled(passage: Passage) -> Iterator[tuple[Name, Name]]:
    """Pairs of names, one of which is the other one with a letter wrong."""
    en = _unheld(passage.en.of(names), passage.es.vocabulary, exonyms())
    es = _unheld(passage.es.of(names), passage.en.vocabulary, english_of())
    if not en or not es:
        return
    by: defaultdict[str, list[Name]] = defaultdict(list)
    for b in es:
        by[b.folded[-1]].append(b)
    for a in en:
        found = [b for b in by[a.folded[-1]] if _slip(a.folded, b.folded)]
        if len(found) == 1 and not (a.initial and found[0].initial):
            yield a, found[0]


def _unheld(
    own: Sequence[Name], there: frozenset[str], renamed: Mapping[str, frozenset[str]]
) -> list[Name]:
    """The names that the other side has not, each once."""
    kept = {
        each.folded: each
        for each in own
        if len(each.folded) >= _LEAST
        and each.folded not in there
        and there.isdisjoint(renamed.get(each.folded, ()))
        and each.folded.isalpha()
    }
    return list(kept.values())[:_MOST]


def _slip(a: str, b: str) -> bool:
    """Whether one letter was lost, put for another or two were turned round."""
    if (en_known(a) or es_known(a)) and (en_known(b) or es_known(b)):
        return False
    if spelling(a) == spelling(b):
        return False
    if len(a) == len(b) >= _LONG:
        apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(apart) == 2 and apart[1] == apart[0] + 1:
            i, j = apart
            return a[i] == b[j] and a[j] == b[i]
        inside = len(apart) == 1 and 0 < apart[0] < len(a) - _ENDING
        return inside and not _kindred(a[apart[0]], b[apart[0]])
    long, short = (a, b) if len(a) > len(b) else (b, a)
    if len(long) != len(short) + 1:
        return False
    at = next((i for i, sign in enumerate(short) if sign != long[i]), len(short))
    if at >= len(short) - 1 or long[at + 1 :] != short[at:]:
        return False
    if at == 0:
        return long[0] != "e" or short[0] != "s"
    return len(short) >= _LONG and long[at] not in "hue" and long[at] != long[at - 1]


def _kindred(one: str, other: str) -> bool:
    return any(one in each and other in each for each in _KINDRED)
