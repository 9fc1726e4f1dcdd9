"""What one side says and the other does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.divergence.coverage import coverage
from aligner.divergence.gaps import gaps
from aligner.divergence.likeness import unlike
from aligner.divergence.passage import Context, Passage
from aligner.divergence.short_gaps import Gap
from tests.divergence.examples import bitext_of

FIRST = ("The two countries share a long border.", "Los dos países comparten una larga frontera.")
SECOND = (
    "The ministers will meet every year in the capital city.",
    "Los ministros se reunirán cada año en la ciudad capital.",
)
THIRD = (
    "The police protect the victims of violence.",
    "La policía protege a las víctimas de la violencia.",
)


def passage(en: str, es: str) -> Passage:
    return Context(bitext_of([en], [es])).passages[0]


def found(en: str, es: str) -> list[Gap]:
    return list(gaps(passage(en, es)))


def test_texts_that_say_the_same_have_no_gap() -> None:
    assert (
        found(" ".join(e for e, _ in (FIRST, SECOND)), " ".join(s for _, s in (FIRST, SECOND)))
        == []
    )


@pytest.mark.parametrize("left_out", [0, 1, 2])
@pytest.mark.parametrize("side", ["en", "es"])
def test_a_sentence_on_one_side_is_a_gap_there(side: str, left_out: int) -> None:
    pairs = [FIRST, SECOND, THIRD]
    number = 0 if side == "en" else 1
    both = [" ".join(pair[n] for pair in pairs) for n in (0, 1)]
    both[1 - number] = " ".join(pair[1 - number] for k, pair in enumerate(pairs) if k != left_out)
    (gap,) = found(*both)
    assert (gap.side, gap.kind) == (side, "sentence")
    assert both[number][slice(*gap.span)] in pairs[left_out][number]


def test_sentences_in_another_order_are_no_gap() -> None:
    assert found(f"{FIRST[0]} {SECOND[0]} {THIRD[0]}", f"{THIRD[1]} {FIRST[1]} {SECOND[1]}") == []


def test_a_wrong_paragraph_is_unlike_and_has_no_gaps() -> None:
    wrong = passage(
        "The ministers visited the border and met the families of several victims.",
        "El programa informático guarda una copia cifrada de cada archivo en otro disco.",
    )
    assert unlike(wrong)
    assert gaps(wrong) == ()


def test_a_short_heading_in_place_of_another_is_unlike() -> None:
    assert unlike(passage("Duties of the border police", "Presupuesto de los tribunales"))
    assert not unlike(passage("Duties of the border police", "Deberes de la policía fronteriza"))


def test_words_that_no_table_knows_do_not_make_a_passage_unlike() -> None:
    assert not unlike(
        passage(
            "Zorbing and quibbling blivets need a permit.",
            "Los fandangos y los cachivaches requieren permiso.",
        )
    )


def test_a_sentence_of_common_words_is_found_by_the_lengths() -> None:
    en = f"{FIRST[0]} You need to see it now. {THIRD[0]}"
    (gap,) = found(en, f"{FIRST[1]} {THIRD[1]}")
    assert (gap.kind, en[slice(*gap.span)]) == ("sentence", "You need to see it now")


def test_a_gap_that_makes_the_lengths_fit_worse_is_none() -> None:
    en = "The parties shall settle quarrels, without dragging feet, in friendly talks."
    es = (
        "Las partes resolverán toda controversia que pudiera suscitarse entre ellas, con la debida "
        "prontitud y sin dilación alguna, mediante conversaciones de carácter amistoso."
    )
    assert [gap for gap in found(en, es) if gap.side == "en"] == []


def test_a_name_in_its_own_language_beside_its_rendering_is_no_gap() -> None:
    assert (
        found(
            "The Border Water Commission (BWC) reports every year.",
            "La Comisión de Aguas Fronterizas (Border Water Commission, BWC) informa cada año.",
        )
        == []
    )


def test_two_words_are_too_few_to_call_a_paragraph_wrong() -> None:
    assert not unlike(passage("Final provisions", "Cláusulas últimas"))


def test_the_share_of_an_empty_stretch_is_whole() -> None:
    assert coverage(passage(*FIRST)).share("en", 0, 0) == 1.0


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet="ab c.,;yoand ", max_size=80), st.text(alphabet="ab c.,;yoand ", max_size=80)
)
def test_spans_of_gaps_lie_in_their_texts(en: str, es: str) -> None:
    for gap in gaps(passage(en, es)):
        own, other = (en, es) if gap.side == "en" else (es, en)
        assert 0 <= gap.span[0] < gap.span[1] <= len(own)
        assert 0 <= gap.place[0] <= gap.place[1] <= len(other)


def test_the_place_of_a_gap_lies_between_the_words_around_it_in_either_order() -> None:
    en = "The agency reviews border operations, taking into account the nature, scope and purposes."
    es = "La agencia examina las operaciones fronterizas, el alcance y los fines."
    (gap,) = found(en, es)
    assert es[slice(*gap.place)] == "fronterizas, el alcance"


def test_a_reference_on_one_side_shows_where_it_would_stand_on_the_other() -> None:
    from aligner.divergence.lines import check_lines

    es = "Los jueces mantendrán un registro conforme al artículo 42, y de los secretarios."
    ((flag, *_),) = check_lines(
        [("The judges shall keep a register under Article 42(8), and of the clerks.", es)]
    )
    assert flag["type"] == "reference"
    assert [es[slice(*span)] for span in flag["es"]] == ["42, y de los secretarios"]


def test_well_known_names_weigh_as_much_as_words_of_the_table() -> None:
    en = "The envoys met in the old capital, most of them from Peru, Chile and Brazil."
    (gap,) = found(en, "Los enviados se reunieron en la antigua capital.")
    assert (gap.kind, gap.words) == ("clause", ("peru", "chile", "brazil"))


def test_a_short_phrase_between_two_borders_is_a_clause() -> None:
    gap = found(
        "The treaty shall be void if, on the day of its signature, one of the Parties is at war.",
        "El tratado será nulo si una de las Partes está en guerra.",
    )[0]
    assert (gap.kind, gap.words) == ("clause", ("day", "signature"))


def test_an_added_sentence_is_found_though_the_versions_are_of_a_length() -> None:
    (gap,) = found(
        "The governments of both countries emphasize the importance of the long border.",
        "Los gobiernos de ambos países subrayan la importancia de la larga frontera. "
        "El presupuesto subirá.",
    )
    assert (gap.side, gap.kind) == ("es", "sentence")


def test_a_sentence_that_ended_the_text_is_missed_at_the_end() -> None:
    en = f"{FIRST[0]} {THIRD[0]} The victims share a right that the two long countries protect in violence."
    es = f"{FIRST[1]} {THIRD[1]}"
    (gap,) = found(en, es)
    assert es[slice(*gap.place)] == "violencia"


def test_a_sentence_that_is_left_over_is_missed_though_its_version_is_no_longer() -> None:
    (gap,) = found(
        f"{FIRST[0]} Do not sign a second register. {SECOND[0]}",
        "Los dos países comparten entre todos ellos desde siempre una larga frontera. "
        "Los atareados ministros se reunirán cada año en la ciudad capital.",
    )
    assert (gap.side, gap.kind) == ("en", "sentence")


def test_a_sentence_joined_to_the_next_one_is_not_left_over() -> None:
    assert not found(
        "Now we turn to the other harbour. The ministers will meet every year in the capital city.",
        "Por lo que hace al otro puerto, los ministros se reunirán cada año en la ciudad capital.",
    )
