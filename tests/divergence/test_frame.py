"""The frame of the checks: what they see, how settings act, how lines are judged."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.check import check
from aligner.divergence.divergence import Severity
from aligner.divergence.lines import check_lines
from aligner.divergence.passage import Context
from aligner.divergence.settings import Equivalence, Settings
from aligner.divergence.wording import message
from tests.divergence.examples import bitext_of
from tests.patience import patience

EN = "The plan has 26 objectives."
ES = "El plan tiene 25 objetivos."


def numbers(settings: Settings) -> list[Severity]:
    return [d.severity for d in check(bitext_of([EN], [ES]), None, settings) if d.check == "number"]


def test_a_severity_of_the_settings_stands_in_place_of_the_default() -> None:
    assert numbers(Settings()) == [Severity.MAJOR]
    assert numbers(Settings(severities={"number": Severity.CRITICAL})) == [Severity.CRITICAL]
    assert numbers(Settings(severities={"number": Severity.INFO})) == [Severity.INFO]


def test_a_check_that_is_off_finds_nothing() -> None:
    assert numbers(Settings(severities={"number": None})) == []


def test_a_finding_that_weighs_less_by_its_nature_gains_no_weight_by_the_settings() -> None:
    settings = Settings(severities={"number": Severity.CRITICAL})
    found = check(bitext_of(["Two agents came."], ["Unos agentes vinieron."]), None, settings)
    assert [d.severity for d in found if d.check == "number"] == [Severity.MINOR]


def test_an_equivalence_settles_its_own_expressions_and_no_others() -> None:
    for equal in (Equivalence("26", "25"), Equivalence("26 objectives", "25 objetivos", "number")):
        assert numbers(Settings(equivalences=(equal,))) == []
    for other in (Equivalence("26", "24"), Equivalence("26", "25", "date")):
        assert numbers(Settings(equivalences=(other,))) == [Severity.MAJOR]


def test_an_equivalence_of_one_document_holds_there_alone() -> None:
    equal = (Equivalence("26", "25", document="a"),)
    assert numbers(Settings(equivalences=equal, document="a")) == []
    assert numbers(Settings(equivalences=equal, document="b")) == [Severity.MAJOR]


def test_the_key_survives_an_edit_elsewhere_and_falls_with_the_fact() -> None:
    def keys(en: str, es: str) -> list[str]:
        return [d.key for d in check(bitext_of([en], [es])) if d.check == "number"]

    assert keys(EN, ES) == keys("So the plan has 26 objectives.", "El plan tiene 25 objetivos.")
    assert keys(EN, ES) != keys(EN, "El plan tiene 24 objetivos.")


def test_findings_come_in_the_order_of_beads_and_twice_the_same() -> None:
    bitext = bitext_of([EN, "Peace", EN], [ES, "La paz (", ES])
    found = check(bitext)
    assert [d.bead for d in found] == sorted(d.bead for d in found)
    assert found == check(bitext)


def test_swapping_the_languages_of_the_message_changes_the_sentence_alone() -> None:
    (found,) = (d for d in check(bitext_of([EN], [ES])) if d.check == "number")
    assert "26" in message(found, "en") and "25" in message(found, "es")
    assert message(found, "en") != message(found, "es")


def test_text_of_a_document_is_never_read_as_a_template() -> None:
    found = check(bitext_of(["Write to {en_text}@a.org."], ["Escriba a {0}@b.org."]))
    assert all(message(each) for each in found)


def test_places_point_into_the_raw_text() -> None:
    raw = unicodedata.normalize("NFD", "El año próximo habrá 25 sesiones más")
    (found,) = (
        d for d in check(bitext_of(["Next year: 26 more sessions"], [raw])) if d.check == "number"
    )
    (place,) = found.es
    assert raw[place.start : place.end] == "25"


@profile(deadline=None, max_examples=60)
@given(st.text(alphabet="añe\u0301\u0303 1.ñ", max_size=20), st.integers(0, 25), st.integers(0, 25))
def test_every_span_of_the_composed_text_maps_into_the_raw_text(raw: str, a: int, b: int) -> None:
    text = raw or "a"
    passage = Context(bitext_of(["x"], [text])).passages[0]
    start, end = sorted((min(a, len(passage.es.text)), min(b, len(passage.es.text))))
    for place in passage.places("es", start, end):
        assert 0 <= place.start <= place.end <= len(text)


def test_a_span_over_two_segments_is_a_place_in_each() -> None:
    source = bitext_of(["One two.", "Three."], ["Uno.", "Dos."])
    joined = Bitext(source.en, source.es, (Bead((0, 1), (0, 1), 1.0),))
    passage = Context(joined).passages[0]
    places = passage.places("en", 4, len(passage.en.text))
    assert [(p.segment, p.start, p.end) for p in places] == [(0, 4, 8), (1, 0, 6)]


def test_lines_without_a_document_are_judged_alone_and_lines_of_one_together() -> None:
    lines = [(EN, ES), (EN, "El plan tiene 26 objetivos.")]
    alone = check_lines(lines)
    together = check_lines(lines, documents=["a", "a"])
    for flags in (alone, together):
        assert [[f["type"] for f in each if f["type"] == "number"] for each in flags] == [
            ["number", "number"],
            [],
        ]
    flag = next(f for f in alone[0] if f["side"] == "es")
    assert flag["span"] == [14, 16] and flag["en"] == [[13, 15]] and flag["severity"] == "major"


def test_an_empty_side_of_a_line_is_a_gap() -> None:
    (flags,) = check_lines([("Peace", "")])
    assert [(f["type"], f["side"]) for f in flags] == [("gap", "en")]


def test_names_and_configuration_need_no_check_to_be_loaded() -> None:
    code = (
        "import sys, aligner.divergence.registry as r; assert r.NAMES;"
        "assert 'aligner.divergence.number' not in sys.modules;"
        "assert 'numpy' not in sys.modules and 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("9" * 100_000, "8" * 100_000),
        ("1 2 3 " * 17_000, "4 5 6 " * 17_000),
        ("(" * 100_000, "[" * 100_000),
        ("[a (b " * 20_000, "]b )a " * 20_000),
        ("a" * 300_000, "b" * 300_000),
        ("Mexico City. " * 8_000, "Ciudad de México. " * 6_000),
    ],
    ids=["digits", "numbers", "brackets", "nested", "one word", "repeated"],
)
def test_pathological_text_ends(en: str, es: str) -> None:
    with patience():
        check_lines([(en, es)])
