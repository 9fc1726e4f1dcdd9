"""The simple list form of a glossary: `[{"en", "es", "forbidden": [Spanish forms]}]`.

What always holds: each entry becomes one concept with a preferred term on both sides; entries
with the same pair become one; an entry that lacks a side, or has an unknown key, is named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from aligner.errors import InputError
from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.glossary.record import nearest
from aligner.language.folding import fold

_KEYS = ("en", "es", "forbidden")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def from_pairs(entries: object) -> Glossary:
    """The glossary that the list `entries` (as JSON gives it) holds.

    Raises InputError, with the number of the entry from 1, for anything else than such a list.
    """
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        raise InputError("a glossary in JSON is a list of entries with en and es")
    concepts: dict[tuple[str, str], Concept] = {}
    ids: set[str] = set()
    for number, entry in enumerate(entries, 1):
        en, es, forbidden = _entry(entry, number)
        known = concepts.get((en, es))
        bad = tuple(Term(text, Status.FORBIDDEN) for text in forbidden)
        if known is None:
            concept_id = new_id(en, ids)
            ids.add(concept_id)
            known = Concept(concept_id, (Term(en),), (Term(es),))
        fresh = tuple(term for term in bad if term not in known.es)
        concepts[en, es] = Concept(known.id, known.en, (*known.es, *fresh))
    return Glossary(tuple(sorted(concepts.values(), key=lambda concept: concept.id)))


def _entry(entry: object, number: int) -> tuple[str, str, tuple[str, ...]]:
    if not isinstance(entry, Mapping):
        raise InputError(f"glossary entry {number} is not an object with en and es")
    for key in entry:
        if key not in _KEYS:
            raise InputError(f"glossary entry {number}: unknown key {key!r}{nearest(key, _KEYS)}")
    en, es = entry.get("en"), entry.get("es")
    if not (isinstance(en, str) and en.strip() and isinstance(es, str) and es.strip()):
        raise InputError(f"glossary entry {number} needs text for both en and es")
    forbidden = entry.get("forbidden") or []
    if not isinstance(forbidden, Sequence) or isinstance(forbidden, str):
        raise InputError(f"glossary entry {number}: forbidden is a list of Spanish forms")
    if not all(isinstance(form, str) for form in forbidden):
        raise InputError(f"glossary entry {number}: forbidden holds something that is not text")
    return en, es, tuple(form for form in forbidden if form.strip())


def new_id(text: str, taken: Collection[str]) -> str:
    """A stable id made from the words of `text` that is not among `taken`."""
    base = _NOT_IN_ID.sub("-", fold(text)).strip("-")[:80].strip("-")
    if not base:
        base = "concept"
    elif not base[0].isalpha():
        base = f"c-{base}"
    if base not in taken:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
