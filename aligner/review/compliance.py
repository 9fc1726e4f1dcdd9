"""How far the terms of the glossary are kept, as a fraction.

What always holds: it is symmetric; a concept counts once in each bead in which either side names
it by a term that may be used or must not be.
"""

from __future__ import annotations

from collections.abc import Iterable

from aligner.alignment.bead import Bitext
from aligner.glossary.concept import Glossary
from aligner.glossary.conflicts import conflicts as contradictions
from aligner.glossary.matching import Matcher


def compliance(bitexts: Iterable[Bitext], glossary: Glossary) -> tuple[int, int]:
    """(beads and concepts in which both sides use a live term and no other, all that name it)."""
    matcher = Matcher(glossary)
    n = d = 0
    for bitext in bitexts:
        for bead in bitext.beads:
            if bead.empty:
                continue
            en, es = bitext.texts(bead)
            found_en = matcher.find(en, "en", region=bitext.en.region)
            found_es = matcher.find(es, "es", region=bitext.es.region)
            named_en = {m.concept.id for m in found_en if m.term.status.live}
            named_es = {m.concept.id for m in found_es if m.term.status.live}
            wrong = {m.concept.id for m in (*found_en, *found_es) if not m.term.status.live}
            # A form that is wrong for a concept names it only where the other side does.
            named = named_en | named_es
            d += len(named)
            n += len((named_en & named_es) - wrong)
    return n, d


def conflicts(glossary: Glossary) -> int:
    """The number of contradictions in `glossary`."""
    return len(contradictions(glossary))
