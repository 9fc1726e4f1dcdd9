"""All checks over one bitext.

What always holds: the result depends on the texts, beads, glossary and settings alone; findings
come in the order of beads, then of the registry, then of the text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from aligner.alignment.bead import Bitext
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.equivalences import relevant, settled
from aligner.divergence.passage import Context
from aligner.divergence.precedence import classed
from aligner.divergence.registry import Check, checks
from aligner.divergence.settings import Settings
from aligner.glossary.concept import Glossary

if TYPE_CHECKING:
    from aligner.alignment.lexicon import Lexicon

_MANY = 500_000
"""So many new objects are worth keeping from the collector's first look."""


def check(
    bitext: Bitext,
    glossary: Glossary | None = None,
    settings: Settings | None = None,
    *,
    lexicon: Lexicon | None = None,
) -> tuple[Divergence, ...]:
    """Every divergence between the two versions.

    A severity in `settings.severities` stands in place of the check's default; a finding that
    weighs less than the default by its own nature does not gain weight by it. None turns a check
    off. `lexicon` spares the learning of one from this bitext.
    """
    return run(Context(bitext, glossary, settings, lexicon))


def run(context: Context) -> tuple[Divergence, ...]:
    """Every divergence in `context`, in order."""
    with _uncollected():
        return _run(context)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leaves the collector of cycles out for a while: what the checks derive is kept to their end
    anyway, and looking through all of it again and again took a fifth of the time of a long text.
    At the end what is young is called old, without a look, if it is much: else the first thing that
    is made afterwards has all of it looked through."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _run(context: Context) -> tuple[Divergence, ...]:
    settings = context.settings
    active = [
        each for name, each in checks().items() if settings.severities.get(name, each) is not None
    ]
    equivalences = relevant(settings)
    rank = {each.name: place for place, each in enumerate(active)}
    found = []
    for each in active:
        wanted = settings.severities.get(each.name)
        for divergence in _findings(each, context):
            if equivalences and settled(
                divergence, context.passages[divergence.bead], equivalences
            ):
                continue
            found.append(
                divergence if wanted is None else _weighed(divergence, each.severity, wanted)
            )
    found.sort(key=lambda d: (d.bead, rank[d.check], d.en, d.es, d.key, d.words))
    return classed(found, settings.authenticity)


def _findings(each: Check, context: Context) -> Iterator[Divergence]:
    if each.in_document is not None:
        yield from each.in_document(context)
    if each.in_bead is not None:
        for passage in context.passages:
            if each.empty or not passage.blank:
                yield from each.in_bead(passage)


def _weighed(divergence: Divergence, default: Severity, wanted: Severity) -> Divergence:
    own = divergence.severity
    return replace(divergence, severity=min(own, wanted) if own < default else wanted)
