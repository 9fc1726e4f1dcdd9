"""What a different end mark weighs: a slip, a matter of layout, or of the list an entry stands in.

What always holds: an entry of a list is judged by its own list: where a neighbour ends in both
versions with the mark that is missing here, or both begin with a label, it was lost.
"""

from __future__ import annotations

import re

from aligner.divergence.divergence import Severity
from aligner.divergence.passage import Passage
from aligner.language.punctuation import ending, slips
from aligner.language.sentence_signs import announces, breaks_off, has_inner_stop, is_sentence
from aligner.text.segment import Kind, Side

# Behind an address, a path or a sign of code, a stop would be taken for a part of it.
_SIGNS = re.compile(r"[\\/_=@|<>~$][^\s\"'”’»)]*$")
_ADDRESS = 120
_TITLES = frozenset({Kind.HEADING, Kind.CELL, Kind.CAPTION})
# What begins an entry of a list: a dash, a bullet, a letter or a number.
_LABEL = re.compile(r"\s*\(?(?:[a-zñ]{1,2}|[ivx]{1,5}|\d{1,3})[).]\s")
_ENTRY = re.compile(rf"\s*[-–—•·*▪◦]\s|{_LABEL.pattern}")


def end_weight(passage: Passage, mark_en: str, mark_es: str) -> Severity | None:
    """None where the end mark is a matter of the language, info where it may be one of layout."""
    marks = {mark_en, mark_es}
    if marks == {".", ":"}:
        colon = passage.en if mark_en == ":" else passage.es
        said = passage.en.of(announces) or passage.es.of(announces) or colon.of(breaks_off)
        return Severity.INFO if said else None
    if marks == {".", ";"}:
        # Entries of a list end as the rest of their list does; they seldom hold several sentences.
        several = has_inner_stop(passage.en.text) or has_inner_stop(passage.es.text)
        return None if several and not _both(passage, _ENTRY) else Severity.INFO
    if marks == {".", ","} and _both(passage, _ENTRY):
        return Severity.INFO  # The one goes on, the other is a sentence of its own.
    if marks == {".", "!"} and "¡" not in passage.es.text:
        return Severity.INFO  # What one version cries out the other says.
    if all(marks):
        return None
    if marks <= {"", ",", ";"}:
        # No sentence ends so: in an entry of a list the mark of the others is missing.
        lost = _neighbour_ends(passage, mark_en or mark_es)
        return None if lost or (";" in marks and _both(passage, _LABEL)) else Severity.INFO
    return _stopless(passage, "es" if mark_en else "en", mark_en or mark_es)


def _stopless(passage: Passage, lacking: Side, mark: str) -> Severity | None:
    """The weight of a stop, a colon or a question mark on one side where the other has no mark."""
    if any(slip.kind == "point-comma" for slip in passage.side(lacking).of(slips)):
        return Severity.INFO  # A clause that was moved behind the stop took the end with it.
    if any(each.kind in _TITLES for each in (*passage.segments["en"], *passage.segments["es"])):
        return Severity.INFO
    if mark == ":" and passage.side(lacking).of(announces):
        return None  # It says that something follows.
    if not (passage.en.of(is_sentence) or passage.es.of(is_sentence)):
        return Severity.INFO  # A title, a caption, an entry of a list.
    if _begins_small(passage.en.text) != _begins_small(passage.es.text):
        return Severity.INFO  # The entries of the two lists are not set in the same way.
    return Severity.INFO if _SIGNS.search(passage.side(lacking).text[-_ADDRESS:]) else None


def _both(passage: Passage, beginning: re.Pattern[str]) -> bool:
    return all(beginning.match(side.text) for side in (passage.en, passage.es))


def _neighbour_ends(passage: Passage, mark: str) -> bool:
    """Whether the bead before or the one after ends with a mark in both versions."""
    passages = passage.context.passages
    near = (passage.bead - 1, passage.bead + 1)
    return any(
        ending(passages[n].en.text)[0] == mark == ending(passages[n].es.text)[0]
        for n in near
        if 0 <= n < len(passages)
    )


def _begins_small(text: str) -> bool:
    first = next((sign for sign in text if sign.isalpha()), "")
    return first.islower()
