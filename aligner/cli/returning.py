"""The pairs of a bitext file, kept when its texts become a project.

What always holds: only what has both sides is pinned (an empty side of a translation file may just
not be translated yet); texts that are read otherwise than the file had them are left to the aligner;
a journal that exists is not touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligner.alignment.bead import Bead, Bitext
from aligner.alignment.editing import apply
from aligner.errors import UsageError
from aligner.exchange.project_texts import ProjectText
from aligner.review.assembly import assemble
from aligner.review.session import Session
from aligner.store.project import open_project
from aligner.store.records import DocumentRecords
from aligner.store.reviewer import MAX_NAME, checked, reviewer
from aligner.text.document import Document
from aligner.text.hygiene import visible


def keep_pairs(folder: Path, texts: Sequence[ProjectText], source: str) -> list[Path]:
    """Pins what stands together in the file `source` in the new project at `folder`; the journals
    that were begun. They are under the reviewer's name, so that she can undo them; where nobody
    has said who they are, under that of the file."""
    project = open_project(folder)
    by = reviewer(folder=folder) or _named(source)
    begun = []
    listed = {each.id for each in project.documents}
    for text in texts:
        if text.name not in listed:
            continue
        found = project.texts(text.name)
        pins = [pin for pin in text.pins if pin.en and pin.es]
        same = _fits(text, found.en, "en") and _fits(text, found.es, "es")
        if not pins or not same or project.journal_path(text.name).exists():
            continue
        review = assemble(
            found.en,
            found.es,
            (),
            document=text.name,
            align=lambda en, es, held: apply(_loose(en, es), held),
            check=lambda _: (),
        )
        session = Session(review, DocumentRecords(project, text.name), by=by)
        session.pin_all(pins)
        begun.append(project.journal_path(text.name))
    return begun


def _fits(text: ProjectText, document: Document, side: str) -> bool:
    indices = [index for pin in text.pins for index in getattr(pin, side)]
    return sorted(indices) == list(range(len(document.segments)))


def _loose(en: Document, es: Document) -> Bitext:
    """Nothing stands with anything yet."""
    alone = [Bead((i,), (), 0.0) for i in range(len(en.segments))]
    return Bitext(en, es, (*alone, *(Bead((), (j,), 0.0) for j in range(len(es.segments)))))


def _named(source: str) -> str:
    try:
        return checked(visible(Path(source).name)[:MAX_NAME])
    except UsageError:
        return "aligner init"
