"""Words beside a modal verb that carry its modality for it: *is able to*, *es necesario*.

What always holds: a hint counts only near its modal verb, and not where it renders another word of the
other version itself (*need to*, *necesitan*; *bound by*, *obligarse*).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from aligner.divergence.meeting import meeting
from aligner.divergence.passage import Passage
from aligner.language.modality import hints, kin
from aligner.language.phrases import Phrase
from aligner.language.roles import small
from aligner.text.segment import Side

# So many words from a modal verb a hint stands.
_HINT = 5


def hinted(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether another word near by carries the modality that the verb lacks, and renders no
    word of its own (*need to*, *necesitan*)."""
    lacking_es, lacking_en = kin(en), kin(es)
    hints_en, hints_es = _near(passage, "en", en, es), _near(passage, "es", es, en)
    return hints_es[lacking_es] > hints_en[lacking_es] or (
        hints_en[lacking_en] > hints_es[lacking_en]
    )


_PARTICIPLE = re.compile(r"[ai]d[oa]s?$")


def _named(passage: Passage, hint: Phrase) -> bool:
    """Whether a participle only tells which thing is meant, and binds nobody: *el plazo exigido*."""
    words = passage.es.words
    before = {word.folded for word in words[max(hint.first - 2, 0) : hint.first]}
    return bool(_PARTICIPLE.search(words[hint.first].folded)) and before.isdisjoint(
        small("es", "been")
    )


def _near(passage: Passage, side: Side, modal: Phrase, other: Phrase) -> Counter[str]:
    """The hints near a modal verb, but for those that render a word of the other version: one that
    renders the `other` modal verb itself (*if you need to*, *si se necesita*) says all of it."""
    found = passage.side(side).of(hints)
    low = bisect_left(found, modal.first - _HINT, key=lambda hint: hint.first)
    high = bisect_right(found, modal.first + _HINT, key=lambda hint: hint.first)
    if low == high:
        return Counter()
    partner = meeting(passage).partner[side]
    return Counter(
        hint.value
        for hint in found[low:high]
        if (partner[hint.first] < 0 or other.first <= partner[hint.first] < other.last)
        and not (side == "es" and hint.first < modal.first and _named(passage, hint))
    )
