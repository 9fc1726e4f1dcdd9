"""Members and coordinated words that one version joins and the other leaves out."""

from __future__ import annotations

import pytest

from aligner.divergence.coverage import coverage
from aligner.divergence.gaps import gaps
from aligner.divergence.joints import lone_members
from aligner.divergence.passage import Context, Passage
from tests.divergence.examples import bitext_of


def passage(en: str, es: str) -> Passage:
    return Context(bitext_of([en], [es])).passages[0]


def left_out(en: str, es: str) -> list[tuple[str, str, str]]:
    return [
        (gap.side, gap.kind, (en if gap.side == "en" else es)[slice(*gap.span)])
        for gap in gaps(passage(en, es))
    ]


def test_a_member_in_the_middle_of_an_enumeration_is_found_on_either_side() -> None:
    whole = ("The funds pay for schools, hospitals, roads and bridges.",)
    whole_es = "Los fondos pagan escuelas, hospitales, caminos y puentes."
    assert left_out(*whole, "Los fondos pagan escuelas, caminos y puentes.") == [
        ("en", "member", "hospitals")
    ]
    assert left_out("The funds pay for schools, hospitals and bridges.", whole_es) == [
        ("es", "member", "caminos")
    ]


def test_a_name_that_no_table_knows_is_a_member_too() -> None:
    found = left_out(
        "The offices in Puebla, Xalapa, Toluca and Tepic will close.",
        "Las oficinas de Puebla, Toluca y Tepic cerrarán.",
    )
    assert found == [("en", "member", "Xalapa")]


@pytest.mark.parametrize(
    ("en", "es"),
    [
        # another order, another word, an adverb between commas, two genders, two words for one
        (
            "The judge heard the witnesses, experts and victims.",
            "El juez oyó a las víctimas, testigos y peritos.",
        ),
        (
            "The funds pay for schools, clinics and bridges.",
            "Los fondos pagan escuelas, dispensarios y puentes.",
        ),
        (
            "The court, naturally, decides and publishes its rulings.",
            "El tribunal decide y publica sus sentencias.",
        ),
        (
            "Training for judges, prosecutors and clerks",
            "Capacitación para juezas, jueces, fiscales y secretarios",
        ),
        ("The teachers met the mayor.", "Las maestras y maestros se reunieron con el alcalde."),
        (
            "The seller pays for the damage caused to the buyer.",
            "El vendedor paga los daños y perjuicios causados al comprador.",
        ),
        (
            "Both the court and the police keep a register.",
            "Tanto el tribunal como la policía llevan un registro.",
        ),
    ],
)
def test_what_is_only_put_otherwise_is_silent(en: str, es: str) -> None:
    assert left_out(en, es) == []


def test_a_coordinated_word_faces_the_word_it_is_joined_to() -> None:
    seen = passage(
        "The agency shall publish the list of prices.",
        "El organismo elaborará y publicará la lista de precios.",
    )
    (member,) = lone_members(seen, coverage(seen), "es")
    words = seen.en.words
    assert not member.several
    assert [words[i].folded for i in member.facing] == ["publish", "publish"]


def test_a_member_that_closes_the_sentence_is_found_where_the_conjunction_moved() -> None:
    assert left_out(
        "The mission will protect the victims, the witnesses and the experts.",
        "La misión protegerá a las víctimas y los testigos.",
    ) == [("en", "coordinate", "experts")]


def test_the_members_of_an_enumeration_may_stand_in_any_order() -> None:
    assert left_out(
        "The treaty was signed in the Chinese, English, French, Russian and Spanish languages.",
        "El tratado se firmó en los idiomas chino, español, inglés y ruso.",
    ) == [("en", "member", "French")]


def test_commas_that_enumerate_nothing_make_no_member() -> None:
    assert not left_out(
        "If the answer is late, the police will write again.",
        "Si la respuesta tarda, de lo contrario, la policía escribirá otra vez.",
    )


@pytest.mark.parametrize(
    ("en", "es"),
    [
        (
            "From the applicant's view, the fees of the port are fair.",
            "Desde la perspectiva del solicitante o de la solicitante, las tasas del puerto son justas.",
        ),
        (
            "From the user's view, the fees of the port are fair.",
            "Desde la perspectiva del usuario o de la usuaria, las tasas del puerto son justas.",
        ),
        (
            "The register names the experts of both commissions.",
            "El registro nombra a las y los expertos de ambas comisiones.",
        ),
    ],
)
def test_the_two_genders_of_a_word_are_no_member_in_any_form(en: str, es: str) -> None:
    assert left_out(en, es) == []


def test_both_sexes_that_both_versions_name_are_still_missed() -> None:
    assert (
        left_out(
            "The law protects the sons, the daughters and the parents of the victims.",
            "La ley protege a los hijos, las hijas y los padres de las víctimas.",
        )
        == []
    )


@pytest.mark.parametrize(
    ("en", "es"),
    [
        (
            "The judge decides where he or she considers the evidence sufficient.",
            "El juez decide cuando considera suficientes las pruebas.",
        ),
        (
            "The levy applies to ships of 500 tonnes or less; the ports publish the rates.",
            "La tasa se aplica a barcos de hasta 500 toneladas; los puertos publican las tarifas.",
        ),
        (
            "The pilots cannot even see the lighthouse in winter.",
            "Los prácticos ni siquiera pueden ver el faro en invierno.",
        ),
    ],
)
def test_a_limit_a_pronoun_of_both_genders_and_not_even_join_no_members(en: str, es: str) -> None:
    assert left_out(en, es) == []
