"""Two documents in, a bitext out.

What always holds: every segment is in exactly one bead; pins are beads, and no other bead reaches
over one that stands in order; the result depends on the texts and the arguments alone, and that
of the mirrored documents is its mirror image.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import numpy as np

from aligner.alignment.bead import Bead, Bitext, Pin, order
from aligner.alignment.corpus import column
from aligner.alignment.crossing import heaviest_chain, mark_crossings
from aligner.alignment.editing import check_pins
from aligner.alignment.engine import found_beads
from aligner.alignment.lexicon import learn_lexicon
from aligner.text.document import Document

# The package itself is no room, so it is not imported by name.
_VERSION: str = import_module(__name__.partition(".")[0]).__version__
SIGNATURE = f"aligner:{_VERSION}|align:3|beads:4-1,2-3|ties:spelling,everyday,learned|moved:mutual"


def _walls(pins: Sequence[Pin], left_en: list[int], left_es: list[int]) -> list[tuple[int, int]]:
    """The nodes among the segments that are left over which the pins in order fix."""
    joined = [pin for pin in pins if pin.en and pin.es]
    chain = heaviest_chain([pin.es[0] for pin in joined], [1.0] * len(joined))
    walls: list[tuple[int, int]] = []
    for pin in (joined[k] for k in chain):
        wall = (
            int(np.searchsorted(left_en, pin.en[0])),
            int(np.searchsorted(left_es, pin.es[0])),
        )
        if not walls or (wall[0] >= walls[-1][0] and wall[1] >= walls[-1][1]):
            walls.append(wall)
    return walls


def align(
    en: Document,
    es: Document,
    *,
    pins: Sequence[Pin] = (),
    evidence: Sequence[tuple[str, str, float]] = (),
    memory: Sequence[tuple[str, str]] = (),
) -> Bitext:
    """The bitext of `en` and `es`. `pins` are beads that a person fixed; `evidence` gives pairs of
    forms (English, Spanish, weight up to 1), `memory` pairs of parallel texts. Raises UsageError
    for pins that contradict each other or the documents."""
    fixed = check_pins(pins, len(en.segments), len(es.segments))
    taken_en = {i for pin in fixed for i in pin.en}
    taken_es = {j for pin in fixed for j in pin.es}
    left_en = [i for i in range(len(en.segments)) if i not in taken_en]
    left_es = [j for j in range(len(es.segments)) if j not in taken_es]
    parallel = list(memory)
    parallel += [
        (
            "\n".join(en.segments[i].text for i in pin.en),
            "\n".join(es.segments[j].text for j in pin.es),
        )
        for pin in fixed
        if pin.en and pin.es
    ]
    told = list(evidence)
    if len(parallel) >= 3:
        told += learn_lexicon(Bitext(en, es, ()), memory=parallel).pairs
    found = found_beads(
        column([en.segments[i] for i in left_en]),
        column([es.segments[j] for j in left_es]),
        told=told,
        walls=_walls(fixed, left_en, left_es),
    )
    beads = [Bead(pin.en, pin.es, 1.0, pinned=True) for pin in fixed]
    for one in found:
        a, b, c, d = one.cut
        beads.append(Bead(tuple(left_en[a:b]), tuple(left_es[c:d]), one.score))
    return Bitext(en, es, mark_crossings(order(beads)), SIGNATURE)
