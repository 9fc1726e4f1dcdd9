"""Words meet by table, cognate and spelling, and places are projected between them."""

from __future__ import annotations

from aligner.divergence.meeting import Meeting, meeting
from aligner.divergence.passage import Context
from tests.divergence.examples import bitext_of


def met(en: str, es: str) -> Meeting:
    return meeting(Context(bitext_of([en], [es])).passages[0])


def pairs(found: Meeting) -> set[tuple[str, str]]:
    english, spanish = found.words["en"], found.words["es"]
    return {
        (english[i].folded, spanish[j].folded) for i, j in enumerate(found.partner["en"]) if j >= 0
    }


def test_words_of_the_table_cognates_and_names_are_linked() -> None:
    found = pairs(
        met(
            "The weapons reached Tijuana in May 2021.",
            "Las armas llegaron a Tijuana en mayo de 2021.",
        )
    )
    assert {("weapons", "armas"), ("tijuana", "tijuana"), ("2021", "2021")} <= found


def test_links_are_the_same_from_both_sides() -> None:
    found = met("The two countries share a border.", "Los dos países comparten una frontera.")
    for i, j in enumerate(found.partner["en"]):
        assert j < 0 or found.partner["es"][j] == i


def test_a_repeated_word_meets_the_one_at_its_place() -> None:
    found = met(
        "The border is long and the police guard the border.",
        "La frontera es larga y la policía vigila la frontera.",
    )
    assert found.partner["en"][1] == 1
    assert found.partner["en"][9] == 9


def test_a_clause_in_another_order_is_linked_too() -> None:
    found = pairs(
        met(
            "If the ministers of both countries meet in the capital city, the working groups will "
            "present the new action plan against the illegal trade in weapons and ammunition.",
            "Los grupos de trabajo presentarán el nuevo plan de acción contra el comercio ilegal de "
            "armas y municiones si los ministros de ambos países se reúnen en la ciudad capital.",
        )
    )
    assert {("ministers", "ministros"), ("city", "ciudad")} <= found


def test_a_place_between_links_is_projected_between_their_partners() -> None:
    found = met("The police shall protect the victims.", "La policía protegerá a las víctimas.")
    assert 1 < found.slot("en", 2, 3) <= 2.5


def test_a_text_without_words_has_no_links() -> None:
    found = met("...", "Los países.")
    assert found.partner["en"] == []
    assert found.opposite("es", 0, 1) == (0, 0)


def partners(found: Meeting, word: str) -> list[str]:
    """The partner of each English `word`, in order, `-` for none."""
    spanish = found.words["es"]
    return [
        spanish[j].folded if j >= 0 else "-"
        for each, j in zip(found.words["en"], found.partner["en"], strict=True)
        if each.folded == word
    ]


def test_of_two_like_words_the_one_whose_neighbours_are_rendered_has_the_partner() -> None:
    found = met(
        "The court of appeal and the court of accounts will publish their reports.",
        "El tribunal de cuentas publicará sus informes.",
    )
    assert partners(found, "court") == ["-", "tribunal"]


def test_a_word_gives_its_partner_to_one_that_has_no_other() -> None:
    found = met(
        "The commercial and financial blockade shall end.",
        "El bloqueo comercial y financiero terminará.",
    )
    assert partners(found, "commercial") == ["comercial"]
    assert partners(found, "financial") == ["financiero"]


def test_a_name_in_its_own_language_takes_no_partner_from_its_rendering() -> None:
    found = met(
        "The Border Police Office will answer.",
        "La Oficina de Policía Fronteriza (Border Police Office) responderá.",
    )
    assert partners(found, "police") == ["policia"]
