"""What numbers count, and the dates, addresses and shares beside them."""

from __future__ import annotations

import pytest

from aligner.language.clock import fractions, times
from aligner.language.dates import compatible, dates
from aligner.language.expressions import frequencies, months, offices
from aligner.language.links import addresses
from aligner.language.quantities import quantities
from aligner.language.reading import Reading
from aligner.language.regions import region
from aligner.text.segment import Side
from tests.patience import patience


def found(text: str, side: str, tag: str = "") -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (each.sort, text[each.start : each.end], each.keys)
        for each in quantities(Reading(text, side, tag))  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("text", "side", "tag", "expected"),
    [
        ("US$50 now", "en", "en-US", ("money", "US$50", ("50 USD",))),
        ("$25.1 billion now", "en", "en-US", ("money", "$25.1 billion", ("25100000000 USD",))),
        ("500 mdd hoy", "es", "es-MX", ("money", "500 mdd", ("500000000 USD",))),
        ("$500 M.N. hoy", "es", "es-MX", ("money", "$500 M.N.", ("500 MXN",))),
        ("$500 hoy", "es", "es-MX", ("money", "$500", ("500 USD", "500 MXN"))),
        ("50 percent now", "en", "en-US", ("percentage", "50 percent", ("50 %",))),
        ("50 por ciento hoy", "es", "es-MX", ("percentage", "50 por ciento", ("50 %",))),
        ("30 business days", "en", "en-US", ("duration", "30 business days", ("30 db",))),
        ("30 días hábiles", "es", "es-MX", ("duration", "30 días hábiles", ("30 db",))),
        ("30 días naturales", "es", "es-MX", ("duration", "30 días naturales", ("30 d",))),
        ("a two-year plan", "en", "en-US", ("duration", "two-year", ("24 m",))),
        ("veinticuatro meses", "es", "es-MX", ("duration", "veinticuatro meses", ("24 m",))),
        ("Section 9.7 says", "en", "en-US", ("reference", "Section 9.7", ("9.7",))),
    ],
)
def test_a_number_counts_what_stands_beside_it(
    text: str, side: str, tag: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    assert found(text, side, tag) == [expected]


def test_the_numbers_of_a_row_of_provisions_are_all_provisions() -> None:
    sorts = [sort for sort, _, _ in found("artículos 32 a 36 y 40", "es")]
    assert sorts == ["reference"] * 3


@pytest.mark.parametrize(
    ("text", "side", "tag", "values", "foreign"),
    [
        ("On October 8, 2021,", "en", "en-US", ("2021-10-08",), ()),
        ("On the 8th of October 2021", "en", "en-US", ("2021-10-08",), ()),
        ("el 8 de octubre del 2021", "es", "es-MX", ("2021-10-08",), ()),
        ("el 1.º de mayo", "es", "es-MX", ("--05-01",), ()),
        ("el primero de mayo de 2021", "es", "es-MX", ("2021-05-01",), ()),
        ("octubre de 2021", "es", "es-MX", ("2021-10",), ()),
        ("2021-10-08", "es", "es-MX", ("2021-10-08",), ()),
        ("08/10/2021", "es", "es-MX", ("2021-10-08",), ("2021-08-10",)),
        ("08/10/2021", "en", "en-US", ("2021-08-10",), ("2021-10-08",)),
        ("08/10/2021", "es", "es", ("2021-10-08", "2021-08-10"), ()),
    ],
)
def test_a_date_has_its_value(
    text: str, side: str, tag: str, values: tuple[str, ...], foreign: tuple[str, ...]
) -> None:
    (date,) = dates(Reading(text, side, tag))  # type: ignore[arg-type]
    assert (date.values, date.foreign) == (values, foreign)


def test_may_alone_and_versions_are_no_dates() -> None:
    assert not dates(Reading("Each country may use version 1.2.34 or 3/4.", "en"))


def test_dates_agree_in_what_both_say() -> None:
    assert compatible("--10-08", "2021-10-08")
    assert compatible("2021-10", "2021-10-08")
    assert not compatible("--10-09", "2021-10-08")


def test_an_address_ends_before_the_stop_and_its_edition_does_not_count() -> None:
    en = addresses(Reading("See https://www.example.org/en/a. Or (info@example.org).", "en"))
    es = addresses(Reading("Véase http://example.org/es/a/ o info@example.org.", "es"))
    assert [each.value for each in en] == [each.value for each in es]


def test_times_and_fractions_have_one_value_in_both_languages() -> None:
    assert times(Reading("at 3 p.m.", "en"))[0].keys == ("15:00",)
    assert times(Reading("a las 15:00 horas", "es"))[0].keys == ("15:00",)
    assert fractions(Reading("two thirds", "en"))[0].keys == ("2/3",)
    assert fractions(Reading("dos terceras partes", "es"))[0].keys == ("2/3",)
    assert "75 %" in fractions(Reading("three-quarters", "en"))[0].keys


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("recess for a quarter of an hour", "un receso de quince minutos"),
        ("three-quarters of an hour", "cuarenta y cinco minutos"),
        ("within forty-five minutes", "en tres cuartos de hora"),
        ("an hour and a quarter", "setenta y cinco minutos"),
        ("a third of a year", "cuatro meses"),
        ("for three months", "durante la cuarta parte de un año"),
        ("half a century", "cincuenta años"),
        ("a month and a half", "un mes y medio"),
        ("one and a half times the fee", "una vez y media la tasa"),
        ("one and a half hectares", "una parcela de hectárea y media de viñedo"),
    ],
)
def test_a_part_of_a_unit_is_so_many_of_the_next_smaller_one(english: str, spanish: str) -> None:
    en, es = (
        {(each.sort, key) for each in quantities(reading) for key in each.keys}
        for reading in (Reading(english, "en"), Reading(spanish, "es"))
    )
    assert not en.isdisjoint(es)


def test_a_half_of_what_stands_behind_counts_nothing_before_it() -> None:
    assert not quantities(Reading("el agua y medio ambiente", "es"))
    assert not quantities(Reading("once a quarter", "en"))


def test_frequencies_and_offices_are_read_by_side() -> None:
    assert frequencies(Reading("bimonthly", "en"))[0].meanings == ("2m", "2x1m")
    assert frequencies(Reading("cada 2 años", "es"))[0].meanings == ("24m",)
    assert offices(Reading("el fiscal general", "es"))[0].meanings == ("attorney-general",)


def test_fifteen_days_in_words_are_two_weeks_but_never_fourteen_days() -> None:
    def keys(text: str, side: Side) -> set[str]:
        return set(quantities(Reading(text, side))[0].keys)

    assert keys("two weeks", "en") & keys("quince días", "es")
    assert not keys("fourteen days", "en") & keys("quince días", "es")
    assert not keys("fifteen days", "en") & keys("dos semanas", "es")
    assert not keys("two weeks", "en") & keys("15 días", "es")


def test_a_region_that_is_not_known_accepts_everything() -> None:
    assert not region("es").known
    assert region("ES-mx").decimal == "."


@pytest.mark.parametrize(
    "text",
    ["$1 " * 20_000, "may 1 " * 16_000, "1/1/" * 20_000, "a@" * 20_000, "a." * 20_000 + "@",
     "article " * 20_000 + "5", "three quarters " * 15_000, "1:2" * 20_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_a_long_text_ends(text: str) -> None:
    for side in ("en", "es"):
        with patience():
            quantities(Reading(text, side))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("By May the court shall decide.", "en", ["may"]),
        ("In April Mexico signed.", "en", ["april"]),
        ("April Jones may speak in July.", "en", ["july"]),
        ("The Mar del Plata declaration, Jan Novak and Dec Group.", "en", []),
        ("La declaración de Mar del Plata, en enero.", "es", ["enero"]),
    ],
)
def test_a_month_without_a_day_is_named_in_full_and_is_nobody(
    text: str, side: Side, expected: list[str]
) -> None:
    assert [each.form for each in months(Reading(text, side))] == expected


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("a las seis y veinte de la tarde", "18:20"),
        ("a las doce y media de la noche", "00:30"),
        ("a la una y media de la noche", "01:30"),
        ("a las doce y media de la manana", "12:30"),
        ("a las nueve y media de la noche", "21:30"),
    ],
)
def test_the_part_of_the_day_tells_which_hour_is_meant(said: str, value: str) -> None:
    assert [share.keys for share in times(Reading(f"Se abre {said}.", "es"))] == [(value,)]
