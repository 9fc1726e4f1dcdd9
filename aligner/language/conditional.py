"""What a Spanish text makes hypothetical: its verbs in the conditional.

What always holds: a conditional is told by its form alone: *-ía* after an infinitive in *-ar* or
*-ir*, after an infinitive in *-er* that the table knows, or after an irregular stem (*pondr-*,
*habr-*). Nouns (*tesorería*), imperfects (*prefería*, *cubría*) and wishes (*gustaría*) are none.
"""

from __future__ import annotations

import re
from functools import cache

from aligner.language.reading import Reading
from aligner.language.tables import table

_FORM = re.compile(r"([a-zñáéíóúü]*(?:[aei]r|[bd]r))ía(n|mos|s|is)?")


def conditionals(reading: Reading) -> frozenset[int]:
    """The indices of the words of `reading` that are conditionals."""
    return frozenset(
        index
        for index, word in enumerate(reading.words)
        if word.folded.rstrip("nmosi").endswith("ria")
        and _conditional(reading.text[word.start : word.end].lower())
    )


def _conditional(form: str) -> bool:
    match = _FORM.fullmatch(form)
    if match is None or form in _other():
        return False
    stem = match[1]
    if stem.endswith("er"):
        return bool(_er_verbs().search(stem))
    return not stem.endswith("br") or stem in _irregular()


@cache
def _er_verbs() -> re.Pattern[str]:
    # Whole verbs of three letters (ser, ver) are no endings of longer ones.
    endings = table("tenses")["es"]["er_verbs"].split()
    return re.compile("|".join(f"{'^' if len(each) == 3 else ''}{each}$" for each in endings))


@cache
def _other() -> frozenset[str]:
    facts = table("tenses")["es"]
    return frozenset(facts["not_conditional"].split()) | frozenset(facts["polite"].split())


@cache
def _irregular() -> frozenset[str]:
    return frozenset(table("tenses")["es"]["irregular"].split())
