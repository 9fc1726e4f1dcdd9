"""What a glossary tells the aligner: forms that correspond, as plain text and a weight.

What always holds: the engines of alignment know nothing of concepts; they get triples. Only terms
that may be used give evidence, and one whose concept has a preferred term on both sides weighs
most.
"""

from __future__ import annotations

from aligner.glossary.concept import Concept, Glossary, Status, Term

_WEIGHTS = {Status.PREFERRED: 1.0, Status.ADMITTED: 0.8, Status.PROPOSED: 0.5}


def evidence(glossary: Glossary) -> tuple[tuple[str, str, float], ...]:
    """(English form, Spanish form, weight in 0..1) for every pair of usable terms of a concept, in
    the order of the glossary. Forbidden, deprecated and superseded terms give none."""
    return tuple(
        (english, spanish, round(_WEIGHTS[en.status] * _WEIGHTS[es.status], 4))
        for concept in glossary.concepts
        for en in _usable(concept.en)
        for es in _usable(concept.es)
        for english in (en.text, *en.forms)
        for spanish in (es.text, *es.forms)
    )


def _usable(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.status in _WEIGHTS)


def usable_pairs(concept: Concept) -> tuple[tuple[Term, Term], ...]:
    """Every English term of `concept` that may be used with every such Spanish term."""
    return tuple((en, es) for en in _usable(concept.en) for es in _usable(concept.es))
