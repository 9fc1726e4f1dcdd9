"""A cross-lingual score of each bead by sacrebleu: chrF of the Spanish side against a gloss of
the English one. It ranks weak beads and accuses nobody.

What always holds: an empty bead has no score; sacrebleu is imported here and only when asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from aligner.alignment.bead import Bitext
from aligner.alignment.forms import everyday, form
from aligner.alignment.lexicon import Lexicon

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_PLACES = 4


def gloss(text: str, lexicon: Lexicon, evidence: Sequence[tuple[str, str, float]] = ()) -> str:
    """`text` (English) word by word in Spanish, as far as evidence, lexicon and everyday words
    reach; other words stay, as names and numbers do."""
    told = {
        form(en): es for en, es, _ in sorted(evidence, key=lambda e: e[2]) if _WORD.fullmatch(en)
    }
    words = everyday()

    def rendered(found: re.Match[str]) -> str:
        name = form(found.group())
        if name in told:
            return told[name]
        learned = lexicon.forms.get(name)
        if learned:
            return learned[0][0]
        return words[name][0] if name in words else found.group()

    return _WORD.sub(rendered, text)


def gloss_scores(
    bitext: Bitext, lexicon: Lexicon, evidence: Sequence[tuple[str, str, float]] = ()
) -> tuple[float | None, ...]:
    """For each bead the chrF (0 to 1, rounded to 4 places) of its Spanish side against the gloss
    of its English side, None for an empty bead."""
    metric = _metric()
    scores: list[float | None] = []
    for bead in bitext.beads:
        if bead.empty:
            scores.append(None)
            continue
        en, es = bitext.texts(bead)
        result = metric.sentence_score(es, [gloss(en, lexicon, evidence)])
        scores.append(round(result.score / 100, _PLACES))
    return tuple(scores)


def gloss_signature() -> str:
    """How sacrebleu names the way the scores were made, its version included."""
    metric = _metric()
    metric.sentence_score("a", ["a"])
    return str(metric.get_signature())


def _metric() -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(lowercase=True)
