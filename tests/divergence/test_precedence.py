"""Where one version counts more than the other, findings are named and said from it."""

from __future__ import annotations

import pytest

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.check import check
from aligner.divergence.divergence import Divergence
from aligner.divergence.settings import Authenticity, Settings
from aligner.divergence.wording import message
from aligner.text.building import document_of

EN = ["The Parties agree on 5 points.", "This stands in English alone."]
ES = ["Las Partes acuerdan 6 puntos.", "Esto aparece solo en el texto español."]


def _found(authenticity: Authenticity) -> tuple[Divergence, ...]:
    bitext = Bitext(
        document_of(EN, side="en", region="en-US"),
        document_of(ES, side="es", region="es-MX"),
        (Bead((0,), (0,), 0.9), Bead((1,), ()), Bead((), (1,))),
    )
    return check(bitext, None, Settings(authenticity=authenticity))


def _gaps(authenticity: Authenticity) -> list[Divergence]:
    return [each for each in _found(authenticity) if each.check == "gap"]


@pytest.mark.parametrize(
    ("authenticity", "classes"),
    [
        ("equal", ["omission", "omission"]),
        ("prevails-en", ["omission", "addition"]),
        ("courtesy-es", ["omission", "addition"]),
        ("prevails-es", ["addition", "omission"]),
        ("courtesy-en", ["addition", "omission"]),
    ],
)
def test_omission_and_addition_are_seen_from_the_version_that_counts(
    authenticity: Authenticity, classes: list[str]
) -> None:
    assert [each.mqm for each in _gaps(authenticity)] == classes


def test_the_sentence_says_which_version_counts() -> None:
    gap = _gaps("prevails-es")[0]
    assert message(gap) == (
        "This text stands in the English version only. The Spanish version prevails."
    )
    assert message(gap, "es").endswith("Prevalece la versión en español.")
    assert message(_gaps("courtesy-en")[0]).endswith("is a courtesy translation.")
    assert "prevails" not in message(_gaps("equal")[0])


@pytest.mark.parametrize(
    "authenticity", ["prevails-en", "prevails-es", "courtesy-en", "courtesy-es"]
)
def test_the_comparison_is_the_same_whatever_the_authenticity(authenticity: Authenticity) -> None:
    def shape(found: tuple[Divergence, ...]) -> list[object]:
        return [(d.check, d.severity, d.bead, d.en, d.es, d.key, d.facts_en) for d in found]

    assert shape(_found(authenticity)) == shape(_found("equal"))
    # What differs on both sides is said as it is.
    number = next(each for each in _found(authenticity) if each.check == "number")
    assert message(number) == message(
        next(each for each in _found("equal") if each.check == "number")
    )
