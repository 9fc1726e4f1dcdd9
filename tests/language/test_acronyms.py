"""The order of the letters of acronyms, and Roman figures."""

from __future__ import annotations

import pytest

from aligner.language.acronyms import acronyms, anagrams, translated, turned
from aligner.language.reading import Reading
from aligner.language.tables import table


@pytest.mark.parametrize(
    ("en", "es"), [("NATO", "OTAN"), ("DNA", "ADN"), ("IMF", "FMI"), ("UNSC", "CSNU"), ("EU", "UE")]
)
def test_translation_puts_the_last_letter_first(en: str, es: str) -> None:
    assert anagrams(en, es)
    assert turned(en, es)


@pytest.mark.parametrize(("en", "es"), [("GUI", "UGI"), ("POSIX", "OPSIX"), ("XML", "MXL")])
def test_letters_in_any_other_order_are_no_translation(en: str, es: str) -> None:
    assert anagrams(en, es)
    assert not turned(en, es)


@pytest.mark.parametrize(("en", "es"), [("SDRP", "PRDE"), ("DPIA", "EIPD"), ("NDC", "CDN")])
def test_most_letters_in_translated_order_may_be_a_translation(en: str, es: str) -> None:
    assert translated(en, es)


@pytest.mark.parametrize(("en", "es"), [("HTTP", "NNTP"), ("URL", "URN"), ("ILO", "OMC")])
def test_the_order_of_the_english_is_no_translation(en: str, es: str) -> None:
    assert not translated(en, es)


def test_what_is_no_roman_figure_is_an_acronym() -> None:
    found = acronyms(Reading("The ICC heard the LLC in the LIX session of the XXI series.", "en"))
    assert [each.form for each in found] == ["ICC", "LLC"]


def test_no_acronym_of_the_table_is_a_word_that_is_shouted() -> None:
    rows = table("acronyms")
    for side in ("en", "es"):
        shouted = set(rows["_stress"][side])
        assert not [
            form
            for name, row in rows.items()
            if not name.startswith("_")
            for form in row[side]
            if form in shouted and len(form) > 2
        ]


@pytest.mark.parametrize("key", ["acp", "cescr", "escr"])
@pytest.mark.parametrize("side", ["en", "es"])
def test_a_full_name_with_a_comma_is_one_name(key: str, side: str) -> None:
    assert all(" " in name for name in table("acronyms")[key][f"names_{side}"])


def test_gender_based_violence_has_its_usual_spanish_forms() -> None:
    assert {"VBG", "VG"} <= set(table("acronyms")["gbv"]["es"])
