"""How a check says what it found.

What always holds: a finding has evidence or a reason to have none (a missing text), sorted facts,
a key made of them, and a wording from the message catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from aligner.divergence.divergence import Divergence, Severity, key_of
from aligner.divergence.passage import Passage
from aligner.language.phrases import Phrase
from aligner.text.segment import Span

if TYPE_CHECKING:
    from aligner.divergence.registry import Check


def finding(
    check: Check,
    passage: Passage,
    wording: str,
    *,
    en: Iterable[Span] = (),
    es: Iterable[Span] = (),
    facts_en: Sequence[str] = (),
    facts_es: Sequence[str] = (),
    severity: Severity | None = None,
    **words: str,
) -> Divergence:
    """A divergence of `check` in `passage`.

    `en` and `es` are spans of the sides' texts, `wording` a key of the message catalogue, `words`
    what fills its slots. Facts are normalized forms of what is compared, without positions; where
    a side's facts are not given, its evidence in folded form stands for them.
    """
    spans_en, spans_es = sorted(en), sorted(es)
    named_en = sorted(facts_en) or [passage.en.lower[a:b] for a, b in spans_en]
    named_es = sorted(facts_es) or [passage.es.lower[a:b] for a, b in spans_es]
    return Divergence(
        check=check.name,
        severity=check.severity if severity is None else severity,
        mqm=check.mqm,
        bead=passage.bead,
        en=tuple(place for a, b in spans_en for place in passage.places("en", a, b)),
        es=tuple(place for a, b in spans_es for place in passage.places("es", a, b)),
        facts_en=tuple(sorted(named_en)),
        facts_es=tuple(sorted(named_es)),
        wording=wording,
        words=tuple(sorted(words.items())),
        key=key_of(check.name, check.version, named_en, named_es),
    )


def exchange(
    check: Check,
    passage: Passage,
    wording: str,
    en: Phrase,
    es: Phrase,
    severity: Severity | None = None,
    *,
    facts: tuple[str, str] | None = None,
) -> Divergence:
    """A finding of two expressions that face one another and do not say the same; what they mean
    are its `facts` (English, Spanish), by themselves their values."""
    fact_en, fact_es = (en.value, es.value) if facts is None else facts
    return finding(
        check,
        passage,
        wording,
        en=[en.span],
        es=[es.span],
        facts_en=[fact_en],
        facts_es=[fact_es],
        severity=severity,
        en_word=passage.en.text[slice(*en.span)],
        es_word=passage.es.text[slice(*es.span)],
    )
