"""Numbers in figures and in words, by region."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.language.figures import shifted
from aligner.language.numbers import numbers
from aligner.language.reading import Reading
from tests.patience import patience


def values(text: str, side: str = "en", region: str = "") -> list[tuple[str, ...]]:
    return [each.values for each in numbers(Reading(text, side, region))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five", "25"),
        ("one hundred and two", "102"),
        ("one million two hundred thousand", "1200000"),
        ("seventy-sixth", "76"),
        ("two thousand twenty-one", "2021"),
        ("25.1 billion", "25100000000"),
        ("1,250.50", "1250.5"),
        ("1,250,000", "1250000"),
        ("thirty (30)", "30"),
        ("21st", "21"),
        ("first", "1"),
        ("10.12.2", "10.12.2"),
    ],
)
def test_an_english_number_has_its_value(text: str, value: str) -> None:
    assert values(f"the {text} of it", "en", "en-US") == [(value,)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("veinticinco", "25"),
        ("treinta y uno", "31"),
        ("ciento dos", "102"),
        ("dos mil millones", "2000000000"),
        ("25.1 mil millones", "25100000000"),
        ("25.1 billones", "25100000000000"),
        ("doscientas cuarenta y tres mil", "243000"),
        ("1 250.50", "1250.5"),
        ("3er", "3"),
        ("1.º", "1"),
        ("segunda", "2"),
        ("septuagésimo sexto", "76"),
        ("un millón doscientos mil", "1200000"),
    ],
)
def test_a_spanish_number_has_its_value(text: str, value: str) -> None:
    assert values(f"el {text} de", "es", "es-MX") == [(value,)]


def test_conjunctions_join_the_parts_of_a_number_and_not_two_numbers() -> None:
    assert values("two and three") == [("2",), ("3",)]
    assert values("dos y tres", "es") == [("2",), ("3",)]


@pytest.mark.parametrize(
    ("region", "home", "foreign"),
    [
        ("es-MX", ("1.25",), ("1250",)),
        ("es-ES", ("1250",), ("1.25",)),
        ("es", ("1250", "1.25"), ()),
    ],
)
def test_figures_mean_what_the_region_says(
    region: str, home: tuple[str, ...], foreign: tuple[str, ...]
) -> None:
    (number,) = numbers(Reading("1.250", "es", region))
    assert (number.values, number.foreign) == (home, foreign)


def test_a_form_that_the_region_does_not_write_has_only_foreign_values() -> None:
    (number,) = numbers(Reading("1 250,50", "es", "es-MX"))
    assert (number.values, number.foreign) == ((), ("1250.5",))


def test_figures_inside_a_name_are_the_name_and_a_forgotten_blank_is_none() -> None:
    assert values("IPv4 and H1N1") == [("ipv4",), ("h1n1",)]
    assert values("los últimos12 meses", "es") == [("12",)]


def test_per_cent_is_no_hundred_and_a_colon_no_two() -> None:
    found = numbers(Reading("el 20 por ciento, separado por dos puntos", "es"))
    assert [(each.values, each.weak) for each in found] == [(("20",), False), (("2",), True)]


def test_a_scale_moves_the_decimal_mark() -> None:
    assert shifted("25.1", 9) == "25100000000"
    assert shifted("10.12.2", 3) == "10.12.2"


@pytest.mark.parametrize(
    "text",
    ["9" * 100_000, "1," * 100_000, "two hundred " * 30_000, "1 " * 100_000, "XI " * 50_000],
    ids=lambda text: text[:12],
)
def test_a_long_text_ends(text: str) -> None:
    with patience():
        numbers(Reading(text, "en"))


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="one two y mil 0123456789.,'()-XIV\n", max_size=80))
def test_numbers_stand_in_order_and_never_overlap(text: str) -> None:
    for side in ("en", "es"):
        found = numbers(Reading(text, side))  # type: ignore[arg-type]
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize(
    ("text", "side", "value"),
    [
        ("mil 700 millones", "es", "1700000000"),
        ("2 mil 500 millones", "es", "2500000000"),
        ("dos millones y medio", "es", "2500000"),
        ("medio millón", "es", "500000"),
        ("two and a half million", "en", "2500000"),
        ("half a million", "en", "500000"),
    ],
)
def test_the_press_has_its_own_ways_to_write_large_numbers(
    text: str, side: str, value: str
) -> None:
    assert values(f"{text} de", side) == [(value,)]


def test_two_points_are_a_number_that_accuses_nobody_and_other_counts_differ() -> None:
    (found,) = numbers(Reading("definidas por dos puntos", "es"))
    assert (found.values, found.weak) == (("2",), True)
