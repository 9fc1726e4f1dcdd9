"""The first word of a text has none before it: what is linked to nothing is no neighbour of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from aligner.divergence import quantifier
from aligner.divergence.roles import labels

_FIRST: Any = SimpleNamespace(first=0, last=1)


def test_words_without_a_counterpart_surround_no_quantifier() -> None:
    met: Any = SimpleNamespace(partner={"en": [-1, -1, -1]})
    assert quantifier._surrounded(met, _FIRST, _FIRST) == 0


def test_a_name_that_opens_the_text_qualifies_no_noun() -> None:
    met: Any = SimpleNamespace(partner={"en": [-1, -1]})
    assert not labels(met, 0, 0)
