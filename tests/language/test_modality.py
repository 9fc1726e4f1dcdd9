"""Modal verbs by class."""

from __future__ import annotations

import pytest

from aligner.language.modality import hints, modals
from aligner.language.reading import Reading
from aligner.text.segment import Side


def classes(text: str, side: Side) -> list[str]:
    return [each.value for each in modals(Reading(text, side))]


@pytest.mark.parametrize(
    ("side", "text", "expected"),
    [
        ("en", "They shall, must and have to act.", ["duty", "duty", "duty"]),
        ("en", "It should not end.", ["advice-not"]),
        ("en", "We cannot stop.", ["may-not"]),
        ("en", "That harms nobody. We shall stop.", ["duty"]),
        # A month lays down nothing.
        ("en", "On 5 May 2021 it began, and in May it ended.", []),
        ("en", "May the delegates speak? The rule may change on 5 May.", ["may", "may"]),
        ("es", "Deberá, debe y tiene que actuar.", ["duty", "duty-now", "duty-now"]),
        ("es", "Tendrá que firmar y habría que avisar.", ["duty", "advice"]),
        ("es", "Los supremos tribunales de Irán callan.", []),
        ("es", "Las reglas de debian no cambian.", []),
        ("en", "They will be able to vote.", ["may"]),
        ("en", "You may want to wait.", []),
        ("es", "Deberían hablar y podrían firmar.", ["advice", "could"]),
        ("es", "Los países cooperarán.", ["future"]),
        ("es", "Se publicará además en Panamá.", ["future"]),
        ("es", "El proyecto Debian crece.", []),
        ("es", "El coche pasó por el puente de Sicaná. Volverá mañana.", ["future"]),
        ("en", "Both States plan to sign; they also hope to meet.", ["intent", "intent"]),
        (
            "en",
            "Under the plan, to be signed in May, the action plan to help is the aim to keep.",
            [],
        ),
        ("es", "Los tiempos de espera bajan; el ministro espera firmar.", ["intent"]),
        ("es", "La comisión sesionaría y se pondría a trabajar.", ["conditional", "conditional"]),
        ("es", "Serían útiles; haríamos más; establecería otro.", ["conditional"] * 3),
        ("es", "La tesorería y la notaría prefería cubrir lo que requería.", []),
        ("es", "Abría la puerta y varía la teoría; adquiría una batería.", []),
        ("es", "Le gustaría firmar y habría que avisar.", ["advice"]),
    ],
)
def test_modal_verbs_have_a_class(side: Side, text: str, expected: list[str]) -> None:
    assert classes(text, side) == expected


def test_other_words_only_hint_at_a_modality() -> None:
    found = hints(Reading("Es posible, y resulta necesario.", "es"))
    assert [each.value for each in found] == ["may", "duty"]
