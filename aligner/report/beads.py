"""`aligner align`: the beads of each document as text, JSON or tab-separated values.

What always holds: indices count from 0 in document order; an empty bead's score is the probability
that the segment has no counterpart. Within a schema number only optional keys are added.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from aligner.alignment.bead import Bead, Bitext
from aligner.text.document import Document
from aligner.text.hygiene import visible

SCHEMA = 1
Extra = Callable[[Bitext, int], str]
"""What else is said of a bead, by bitext and bead index: one or more lines, or nothing."""


def render_json(
    bitexts: Sequence[tuple[str, Bitext]],
    *,
    gloss: Sequence[tuple[Sequence[float | None], str]] = (),
) -> str:
    """All documents as one JSON document. `gloss` holds, for each document, the chrF of each bead
    against a gloss (None where there is none) and its signature."""
    documents = []
    for number, (name, bitext) in enumerate(bitexts):
        beads = [_record(bead) for bead in bitext.beads]
        document: dict[str, Any] = {
            "id": name,
            "en": _side(bitext.en),
            "es": _side(bitext.es),
            "beads": beads,
        }
        if gloss:
            scores, signature = gloss[number]
            document["gloss_signature"] = signature
            for record, score in zip(beads, scores, strict=True):
                record["gloss"] = score
        documents.append(document)
    signature = bitexts[0][1].signature if bitexts else ""
    record = {"schema": SCHEMA, "signature": signature, "documents": documents}
    return json.dumps(record, ensure_ascii=False) + "\n"


def _side(document: Document) -> dict[str, Any]:
    return {"path": document.path, "segments": len(document.segments)}


def _record(bead: Bead) -> dict[str, Any]:
    return {
        "en": list(bead.en),
        "es": list(bead.es),
        "score": bead.score,
        "crossing": bead.crossing,
        "pinned": bead.pinned,
    }


def _cell(text: str) -> str:
    return visible(" ".join(text.split()))


def render_tsv(bitexts: Sequence[tuple[str, Bitext]]) -> str:
    """A line a bead: document, English indices, Spanish indices, score, marks, both texts."""
    lines = ["document\ten\tes\tscore\tmarks\tenglish\tspanish"]
    for name, bitext in bitexts:
        for bead in bitext.beads:
            english, spanish = bitext.texts(bead)
            cells = (
                _cell(name),
                ",".join(map(str, bead.en)),
                ",".join(map(str, bead.es)),
                f"{bead.score:.4f}",
                _marks(bead),
                _cell(english),
                _cell(spanish),
            )
            lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def _marks(bead: Bead) -> str:
    marks = [("crossing", bead.crossing), ("pinned", bead.pinned)]
    return ",".join(name for name, holds in marks if holds)


def render_text(
    bitexts: Sequence[tuple[str, Bitext]], *, width: int = 80, extra: Extra | None = None
) -> str:
    """For people: a line a bead and the beginning of both sides beside each other."""
    room = max((max(width, 60) - 33) // 2, 12)
    lines = []
    for name, bitext in bitexts:
        lines.append(visible(f"{name}: {len(bitext.beads)} beads, {bitext.signature}"))
        for number, bead in enumerate(bitext.beads):
            english, spanish = bitext.texts(bead)
            what = "crossing" if bead.crossing else "pinned" if bead.pinned else ""
            lines.append(
                f"{number + 1:>5} {bead.shape:<5} {bead.score:6.4f} {what:<9}"
                f"{_short(english, room):<{room}} | {_short(spanish, room)}".rstrip()
            )
            if extra is not None:
                lines += [
                    f"      {line}" for line in visible(extra(bitext, number)).split("\n") if line
                ]
        lines.append("")
    return "\n".join(lines)


def _short(text: str, room: int) -> str:
    flat = _cell(text)
    return flat if len(flat) <= room else flat[: room - 1] + "…"
