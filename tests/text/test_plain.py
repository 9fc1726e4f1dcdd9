"""In plain text only blank lines separate segments."""

from __future__ import annotations

import pytest

from aligner.errors import InputError, LimitError
from aligner.text.building import document_of
from aligner.text.document import Document
from aligner.text.reading import read_document
from aligner.text.segment import Kind, Role


def read(text: str) -> Document:
    return read_document(text.encode(), path="a.txt", side="en", region="en-US")


def test_hard_wrapped_lines_are_one_segment_with_its_lines() -> None:
    document = read("\n\nFirst line\n   second line\n \t \nNext\n")
    assert [(s.text, s.first_line, s.last_line) for s in document.segments] == [
        ("First line second line", 3, 4),
        ("Next", 6, 6),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_segments_and_lines_do_not_depend_on_line_ends(end: str) -> None:
    assert read(f"one{end}{end}two{end}more") == read("one\n\ntwo\nmore")


def test_bullets_make_list_entries_and_number_signs_headings() -> None:
    document = read("# Title\n\n• entry\n\n- dash\n\n– Not a dialogue")
    assert [(s.kind, s.text) for s in document.segments] == [
        (Kind.HEADING, "Title"),
        (Kind.LIST_ITEM, "entry"),
        (Kind.LIST_ITEM, "dash"),
        (Kind.LIST_ITEM, "Not a dialogue"),
    ]


def test_control_characters_stay_in_the_text_to_be_found() -> None:
    assert read("one\n\x1f\ntwo\x1c").segments[0].text == "one \x1f two\x1c"


def test_markup_is_text() -> None:
    assert read("[/] *x* <b> [@click=app.quit]").segments[0].text == "[/] *x* <b> [@click=app.quit]"


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n", "\ufeff", "\u00a0"])
def test_a_file_without_text_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match=r"empty|no text"):
        read(text)


def test_a_paragraph_beyond_the_limit_is_named_by_its_line() -> None:
    with pytest.raises(LimitError, match=r"line 3.*blank lines"):
        read("one\n\n" + "word " * 50_000)


def test_document_of_takes_texts_exactly_as_given() -> None:
    document = document_of(["12.  The ", "", "(a) x"], side="es", region="es-MX")
    assert [s.text for s in document.segments] == ["12.  The ", "", "(a) x"]
    assert not any(s.label or s.role for s in document.segments)


def test_roles_follow_structure_and_opening_words() -> None:
    document = read(
        "Joint Declaration\n\nRecalling the past,\n\n1. We agree.\n\nMore on that.\n\n"
        "Done at Mexico City, in two originals.\n\nFor the Government of Mexico\n\n"
        "# Annex\n\nDetails."
    )
    assert [s.role for s in document.segments] == [
        Role.TITLE,
        Role.PREAMBULAR,
        Role.OPERATIVE,
        Role.OPERATIVE,
        Role.CLOSING_FORMULA,
        Role.SIGNATURE_BLOCK,
        Role.ANNEX,
        Role.ANNEX,
    ]


def test_the_spanish_version_has_the_same_roles() -> None:
    document = read(
        "Declaración conjunta\n\nRecordando el pasado,\n\n1. Acordamos.\n\nAlgo más.\n\n"
        "Hecho en la Ciudad de México, en dos originales.\n\nPor el Gobierno de México\n\n"
        "# Anexo\n\nDetalles."
    )
    assert [s.role for s in document.segments] == [
        Role.TITLE,
        Role.PREAMBULAR,
        Role.OPERATIVE,
        Role.OPERATIVE,
        Role.CLOSING_FORMULA,
        Role.SIGNATURE_BLOCK,
        Role.ANNEX,
        Role.ANNEX,
    ]
