"""An exported bitext comes back as the texts of a project."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment.bead import Bead, Bitext, order
from aligner.errors import InputError
from aligner.exchange.bitext import export_bitext, write_bitexts
from aligner.exchange.project_texts import project_texts
from aligner.text.bilingual import read_bilingual
from aligner.text.building import document_of
from aligner.text.reading import read_document
from tests.exchange.bitexts import bitext

SUFFIXES = {"tmx": "tmx", "xliff1.2": "xlf", "xliff2.1": "xlf", "csv": "csv", "jsonl": "jsonl"}


@pytest.mark.parametrize("form", SUFFIXES)
def test_two_documents_go_out_and_come_back(form: str) -> None:
    texts = {"first": bitext("first"), "second": bitext("second")}
    content = b"".join(write_bitexts(texts.items(), form))
    found = project_texts(content, path=f"a.{SUFFIXES[form]}")
    assert [each.name for each in found] == ["first", "second"]
    for each in found:
        before = texts[each.name]
        for text, document in ((each.en, before.en), (each.es, before.es)):
            again = read_document(
                text.encode(), path="a.md", side=document.side, region=document.region
            )
            assert [s.printed.replace("\x1b", "␛") for s in again.segments] == [
                s.printed.replace("\x1b", "␛") for s in document.segments
            ]
        assert [(pin.en, pin.es) for pin in each.pins] == [(b.en, b.es) for b in before.beads]


@pytest.mark.parametrize("form", [*SUFFIXES, "tsv"])
def test_a_moved_paragraph_goes_back_to_its_place(form: str) -> None:
    en = document_of(["One", "Two", "Three"], side="en", region="en-US")
    es = document_of(["Uno", "Tres", "Nuevo", "Dos"], side="es", region="es-MX")
    beads = order([Bead((0,), (0,)), Bead((1,), (3,)), Bead((2,), (1,)), Bead((), (2,))])
    content = export_bitext(Bitext(en, es, beads), form, name="x")
    found = read_bilingual(content, path=f"a.{SUFFIXES.get(form, form)}")
    assert [s.text for s in found.es.segments] == ["Uno", "Tres", "Nuevo", "Dos"]
    assert list(found.pairs) == [(bead.en, bead.es) for bead in beads]


def lines(*documents: str) -> bytes:
    rows = ({"en": "a", "es": "b", "doc": document} for document in documents)
    return "\n".join(map(json.dumps, rows)).encode()


def test_names_are_told_apart_and_units_of_one_document_found_wherever_they_stand() -> None:
    found = project_texts(lines("en/x.md", "y", "x.txt", "y"), path="a.jsonl")
    assert [(each.name, len(each.pins)) for each in found] == [("x", 1), ("y", 2), ("x-2", 1)]


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=200)
def test_no_name_leads_outside(name: str) -> None:
    for each in project_texts(lines(name), path="a.jsonl"):
        parts = each.name.split("/")
        assert 1 <= len(parts) <= 3
        for part in parts:
            assert part
            assert part not in (".", "..")
            assert not set(part) & set('\\/:*?"<>|\x00')


def test_a_document_without_one_version_is_an_error() -> None:
    with pytest.raises(InputError, match="no Spanish text"):
        project_texts(b'{"en": "a", "es": "", "doc": "d"}', path="a.jsonl")
