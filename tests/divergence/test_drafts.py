"""Drafts: brackets that are open on one side only, changes that are tracked on one side only."""

from __future__ import annotations

from dataclasses import replace

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence import brackets, tracked_change
from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Context
from aligner.text.building import document_of
from aligner.text.segment import Mark, MarkKind, Side


def bitext(en: str, es: str, marks: dict[Side, tuple[Mark, ...]] | None = None) -> Bitext:
    given = marks or {}
    english = document_of([en], side="en", region="en-US")
    spanish = document_of([es], side="es", region="es-MX")
    english, spanish = (
        replace(each, segments=(replace(each.segments[0], marks=given.get(each.side, ())),))
        for each in (english, spanish)
    )
    return Bitext(english, spanish, (Bead((0,), (0,), 1.0),))


def changes(en: str, es: str, marks: dict[Side, tuple[Mark, ...]]) -> list[Divergence]:
    run = tracked_change.CHECK.in_bead
    assert run is not None
    return list(run(Context(bitext(en, es, marks)).passages[0]))


def brackets_of(en: str, es: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    run = brackets.CHECK.in_bead
    assert run is not None
    found = run(Context(bitext(en, es)).passages[0])
    return [(each.wording, each.facts_en, each.facts_es) for each in found]


INSERTED = Mark(MarkKind.INSERTION, 3, 8, author="Ana")


def test_a_change_on_one_side_only_is_found_with_its_words() -> None:
    (found,) = changes("We shall act.", "Actuaremos.", {"en": (INSERTED,)})
    assert found.severity is Severity.MINOR
    assert [(each.start, each.end) for each in found.en] == [(3, 8)]
    assert found.facts_en == ("insertion shall",)
    assert dict(found.words)["change"] == "+ shall"


def test_a_deletion_is_shown_at_the_word_beside_it() -> None:
    struck = Mark(MarkKind.DELETION, 9, 9, "jamás")
    (found,) = changes("We act.", "Nosotros actuaremos.", {"es": (struck,)})
    assert [(each.start, each.end) for each in found.es] == [(0, 8)]
    at_start = Mark(MarkKind.DELETION, 0, 0, "jamás")
    (found,) = changes("We act.", "Nosotros actuaremos.", {"es": (at_start,)})
    assert [(each.start, each.end) for each in found.es] == [(0, 8)]


def test_a_word_put_in_place_of_another_is_one_place() -> None:
    struck = Mark(MarkKind.DELETION, 8, 8, "should")
    (found,) = changes("We shall act.", "Actuaremos.", {"en": (INSERTED, struck)})
    assert [(each.start, each.end) for each in found.en] == [(3, 8)]
    assert found.facts_en == ("deletion should", "insertion shall")


def test_changes_on_both_sides_and_comments_are_silent() -> None:
    other = Mark(MarkKind.DELETION, 0, 0, "No")
    assert not changes("We shall act.", "Actuaremos.", {"en": (INSERTED,), "es": (other,)})
    comment = Mark(MarkKind.COMMENT, 0, 2, "why?")
    assert not changes("We shall act.", "Actuaremos.", {"en": (comment,)})


def test_a_change_of_form_alone_is_information() -> None:
    marks = (Mark(MarkKind.INSERTION, 3, 8), Mark(MarkKind.DELETION, 8, 8, "Shall,"))
    (found,) = changes("We shall act.", "Actuaremos.", {"en": marks})
    assert found.severity is Severity.INFO


def test_places_are_right_in_decomposed_text() -> None:
    text = "Accio\u0301n conjunta"
    mark = Mark(MarkKind.INSERTION, 8, 16)
    (found,) = changes("Joint action", text, {"es": (mark,)})
    assert [text[each.start : each.end] for each in found.es] == ["conjunta"]


def test_brackets_compare_by_structure_in_any_order() -> None:
    assert not brackets_of("[US: a] and [b / c]", "[x / y] y [EUA: z]")
    assert not brackets_of("[Mexico/US: a]", "[EE. UU./México: b]")
    assert not brackets_of("A [sic] [...] [3]", "B")


def test_brackets_that_differ_are_found() -> None:
    assert brackets_of("[MX: a]", "[US: a]") == [
        ("brackets.differ", ("attributed MX",), ("attributed US",))
    ]
    assert brackets_of("[a / b / c]", "[a / b]") == [
        ("brackets.differ", ("options 3",), ("options 2",))
    ]
    assert brackets_of("We [shall] act", "Actuaremos")[0][0] == "brackets.en"
    assert brackets_of("We act", "[MX: Actuaremos [ya]]") == [
        ("brackets.es", (), ("attributed MX (text)",))
    ]


def test_eu_is_the_european_union_in_english_and_the_united_states_in_spanish() -> None:
    assert not brackets_of("[US: a]", "[EU: a]")
    assert brackets_of("[EU: a]", "[EU: a]")
