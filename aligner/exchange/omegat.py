"""OmegaT's glossary: three columns parted by tabs, source, target and comment.

What always holds: one line a pair of terms; no tab and no line end inside a cell, since the format
has no way to write one. The comment says what a translator must know: `[concept]`, the statuses that
are not `preferred`, and the note.
"""

from __future__ import annotations

import re

from aligner.exchange.glossary_csv import plain_text
from aligner.exchange.terms import (
    Exported,
    Gathering,
    Parsed,
    Progress,
    encoded,
    losses_in,
    outgoing,
    paired,
)
from aligner.glossary.concept import Glossary, Status, Term
from aligner.glossary.record import valid_id

_BREAK = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_COMMENT = re.compile(
    r"\[(?P<id>[A-Za-z][\w.-]*)\](?: source: (?P<en>\w+)\.)?(?: target: (?P<es>\w+)\.)?(?: (?P<note>.*))?"
)


def export_omegat(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """One line a pair. Left out and named: concepts with terms on one side alone, and terms that
    begin with #, which OmegaT takes for a remark."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = [*kept, *losses_in(going, ("term note",))]
    lines: list[str] = []
    broken = 0
    for concept in going.concepts:
        for en, es in paired(concept):
            if en is None or es is None:
                losses.append(f"{concept.id} has terms in one language alone: left out")
                break
            cells = [en.text, es.text, _comment(concept.id, en, es)]
            if en.text.lstrip().startswith("#"):
                losses.append(f"{concept.id}: OmegaT reads a line that begins with # as a remark")
                continue
            broken += any(_BREAK.search(cell) for cell in cells)
            lines.append("\t".join(_BREAK.sub(" ", cell) for cell in cells))
    if broken:
        losses.append(f"tabs and line ends became blanks in {broken} lines")
    return encoded("".join(f"{line}\n" for line in lines), losses), tuple(losses)


def _comment(concept_id: str, en: Term, es: Term) -> str:
    parts = [f"[{concept_id}]"]
    for name, term in (("source", en), ("target", es)):
        if term.status is not Status.PREFERRED:
            parts.append(f"{name}: {term.status.value}.")
    parts.append(es.note or en.note)
    return " ".join(part for part in parts if part)


def read_omegat(
    content: bytes, *, name: str = "OmegaT glossary", progress: Progress | None = None
) -> Parsed:
    """The glossary in OmegaT's format, ours or anybody's. Lines that begin with # are remarks."""
    gathering = Gathering()
    lines = plain_text(content, name).replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if progress is not None and (number % 1000 == 0 or number == len(lines)):
            progress(number, len(lines))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
            gathering.problem(number, "source and target, parted by a tab, are expected")
        elif len(cells) > 3:
            gathering.problem(number, f"{len(cells)} cells, but the format has three")
        else:
            _take(cells, number, gathering)
    return gathering.result()


def _take(cells: list[str], number: int, gathering: Gathering) -> None:
    comment = cells[2] if len(cells) == 3 else ""
    ours = _COMMENT.fullmatch(comment)
    if ours and valid_id(ours["id"]):
        concept_id, note = ours["id"], ours["note"] or ""
        statuses = (ours["en"] or "preferred", ours["es"] or "preferred")
    else:
        concept_id, note = gathering.fresh_id(cells[0]), comment
        statuses = ("preferred", "preferred")
    record = gathering.records.setdefault(concept_id, {"en": [], "es": []})
    gathering.lines.setdefault(concept_id, number)
    for side, text, status, said in (
        ("en", cells[0], statuses[0], ""),
        ("es", cells[1], statuses[1], note),
    ):
        terms = record[side]
        assert isinstance(terms, list)
        same = next((term for term in terms if term["text"] == text), None)
        if same is None:
            terms.append({"text": text, "status": status, "note": said})
        elif said and not same["note"]:
            same["note"] = said
