"""Names of samples made of words of the language: *webfolder*, *NombreEtiqueta*, *late_command*.

What always holds: two such names are one if each word of content of either stands for one of the
other; small words (*my*, *del*) count for nothing. Whether a text may translate the name is not
decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from aligner.language.folding import lowered
from aligner.language.vocabulary import en_empty, en_keys, en_known, es_empty, es_keys, es_known
from aligner.text.segment import Side

_PARTS = re.compile(r"[A-ZÁÉÍÓÚÑ]?[a-záéíóúñ]+|[A-ZÁÉÍÓÚÑ]+(?![a-záéíóúñ])|\d+")
_SHORTEST, _HALF, _LONGEST = 2, 6, 32
# So many ways to cut a name are tried.
_MOST = 8


def renders(en: str, es: str) -> bool:
    """Whether the words of which two names are made translate one another."""
    if en == es or max(len(en), len(es)) > _LONGEST:
        return False
    spanish = list(_cuts(es, "es"))
    return any(_same(ours, theirs) for ours in _cuts(en, "en") for theirs in spanish)


def same_letters(en: str, es: str) -> bool:
    """Whether two names with capitals inside are made of the same letters in the order of another
    language: *AfDB*, *BAfD*."""
    capitals = sum(map(str.isupper, en)), sum(map(str.isupper, es))
    return capitals[0] == capitals[1] >= _SHORTEST and sorted(en) == sorted(es)


def _same(en: frozenset[str], es: frozenset[str]) -> bool:
    def meet(a: str, b: str) -> bool:
        if a == b:
            return True
        # Of what is no word a cognate spelling says nothing: *Donau* is no *Dornau*.
        return en_known(a) and es_known(b) and not en_keys(a).isdisjoint(es_keys(b))

    return (
        bool(en and es)
        and all(any(meet(a, b) for b in es) for a in en)
        and all(any(meet(a, b) for a in en) for b in es)
    )


def _cuts(name: str, side: Side) -> Iterator[frozenset[str]]:
    """The words of content of a name, for each way to cut it where no sign does."""
    empty = en_empty if side == "en" else es_empty
    parts = [lowered(part) for part in _PARTS.findall(name)]
    for cut in islice(product(*(_halves(part, side) for part in parts)), _MOST):
        words = [word for part in cut for word in part]
        yield frozenset(word for word in words if not empty(word) and len(word) >= _SHORTEST)


def _halves(part: str, side: Side) -> list[tuple[str, ...]]:
    """A part as it is, and cut into two words of the language where it is none itself."""
    known, empty = (en_known, en_empty) if side == "en" else (es_known, es_empty)
    if known(part) or len(part) < _HALF:
        return [(part,)]
    found = [
        (part[:at], part[at:])
        for at in range(_SHORTEST, len(part) - _SHORTEST)
        if all(known(half) or empty(half) for half in (part[:at], part[at:]))
    ]
    return [(part,), *found]
