"""A small bitext and a review of it, with everything that makes an export go wrong."""

from __future__ import annotations

from pathlib import Path

from aligner.alignment.bead import Bead, Bitext
from aligner.review.reanchoring import Anchoring
from aligner.review.review import (
    BeadState,
    Proposal,
    Query,
    Review,
    Standing,
    Word,
)
from aligner.review.state import state_of
from aligner.text.reading import read_document

SHARED = Path(__file__).parents[2].parent / "shared"
SECRET = "the other delegation must not see this"

ENGLISH = """# Title & <tag>

1. First "paragraph" with [/] and \x1b[31m.

(a) =SUM(A1)

Only here.

Split one.

Split two.
"""
SPANISH = """# Título & <tag>

1. Primer «párrafo» con [/] y {llaves}.

a) @usuario -1

Dos en uno.

Solo aquí, ñ)
"""


def bitext(name: str = "sample") -> Bitext:
    """Five beads: 1-1, 1-1, 1-1, 1-0, 2-1, 0-1."""
    en = read_document(ENGLISH.encode(), path=f"en/{name}.md", side="en", region="en-US")
    es = read_document(SPANISH.encode(), path=f"es/{name}.md", side="es", region="es-MX")
    beads = (
        Bead((0,), (0,), 0.9),
        Bead((1,), (1,), 0.9),
        Bead((2,), (2,), 0.8),
        Bead((3,), (), 0.7),
        Bead((4, 5), (3,), 0.6),
        Bead((), (4,), 0.5),
    )
    return Bitext(en, es, beads, "aligner:test")


def review() -> Review:
    """The bitext under review: a state of each sort, and a secret in every internal field."""
    word = Word("e1", "Ana", "reviser", "2026-01-01T00:00:00Z", SECRET)
    told = Word("e2", "Ana", "reviser", "2026-01-01T00:00:00Z", "told to all", shared=True)
    query = Query("e3", "1", "Ana", "reviser", "", "drafter", SECRET, answers=(word, told))
    asked = Query("e4", "2", "Ana", "", "", "drafter", "asked of all", answers=(told,), shared=True)
    proposal = Proposal("e5", "Ana", "", "", "es", SECRET, SECRET, SECRET)
    states = (
        BeadState(0, Standing.ACCEPTED, by="Ana", reason=SECRET, signed_by=("Eva",)),
        BeadState(1, Standing.ACCEPTED, by="Ana", notes=(word, told)),
        BeadState(2, Standing.NEEDS_WORK, by="Ana", reason=SECRET, queries=(query, asked)),
        BeadState(3, Standing.ACCEPTED, stale=True, justified=SECRET),
        BeadState(4, proposals=(proposal,)),
        BeadState(5),
    )
    found = bitext()
    return Review(
        "sample",
        found,
        (),
        states,
        state_of(()),
        Anchoring({}, found.en, found.es),
    )
