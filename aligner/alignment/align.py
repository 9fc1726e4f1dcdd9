"""Two documents in, a bitext out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aligner.alignment.affinity import affinity, quantised
from aligner.alignment.bead import Bead, Bitext, Pin, order
from aligner.alignment.corpus import column
from aligner.alignment.crossing import mark_crossings
from aligner.alignment.editing import apply
from aligner.alignment.lexicon import learn_lexicon
from aligner.alignment.programme import full_band, solve
from aligner.alignment.scoring import Scoring
from aligner.alignment.shapes import Model
from aligner.alignment.ties import ties
from aligner.text.document import Document


def align(
    en: Document,
    es: Document,
    *,
    pins: Sequence[Pin] = (),
    evidence: Sequence[tuple[str, str, float]] = (),
    memory: Sequence[tuple[str, str]] = (),
) -> Bitext:
    """The bitext of `en` and `es`. `pins` are beads that a person fixed; `evidence` gives pairs of
    forms (English, Spanish, weight up to 1), `memory` pairs of parallel texts."""
    a, b = column(en.segments), column(es.segments)
    if memory:
        told = learn_lexicon(Bitext(en, es, ()), evidence=evidence, memory=memory)
        evidence = [*evidence, *told.pairs]
    known = ties(a.types, b.types, told=evidence)
    form = affinity(a, b, known)
    model = Model(drift=float(np.log(b.chars.sum() + 1) - np.log(a.chars.sum() + 1)))
    scoring = Scoring(form, a.chars, b.chars, model)
    n, m = a.segments, b.segments
    skip_en = quantised(np.full(n, model.skip))
    skip_es = quantised(np.full(m, model.skip))
    cuts = solve(scoring, skip_en, skip_es, full_band(n, m))
    beads = [Bead(tuple(range(p, q)), tuple(range(r, s)), 0.9) for p, q, r, s in cuts]
    found = Bitext(en, es, mark_crossings(order(beads)), "aligner")
    return apply(found, pins) if pins else found
