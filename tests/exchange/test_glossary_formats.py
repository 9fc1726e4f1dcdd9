"""Every glossary format out and in again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings

from aligner.errors import AlignerError, InputError, UsageError
from aligner.exchange.cells import guarded, joined, split, unguarded
from aligner.exchange.glossary_csv import read_csv
from aligner.exchange.glossary_formats import FORMATS, format_named, format_of, read_any
from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.glossary.importing import integrate
from aligner.store.glossary_file import read_glossary
from tests.exchange.glossaries import SECRET, hostile
from tests.glossary.test_record import glossaries, words
from tests.patience import patience

ROOT = Path(__file__).parents[2]
LOSSLESS = ("tbx", "tbx-dct", "tbx2", "csv", "tsv", "tmx", "json", "markdown", "html")


def again(name: str, content: bytes) -> Glossary:
    """What an empty project holds after importing `content`."""
    parsed = FORMATS[name].read(content, name=f"x{FORMATS[name].suffixes[0]}")
    assert parsed.problems == ()
    return integrate(Glossary(), parsed.glossary).glossary


@pytest.mark.parametrize("name", FORMATS)
def test_export_import_export_gives_the_same_bytes(name: str) -> None:
    content, _ = FORMATS[name].write(hostile(), include_internal=True)
    assert FORMATS[name].write(again(name, content), include_internal=True)[0] == content


@pytest.mark.parametrize("name", LOSSLESS)
def test_a_format_that_can_hold_everything_loses_nothing(name: str) -> None:
    content, losses = FORMATS[name].write(hostile(), include_internal=True)
    assert losses == ()
    assert again(name, content) == hostile()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(LOSSLESS)))
def test_a_format_that_cannot_names_each_field_it_loses(name: str) -> None:
    _, losses = FORMATS[name].write(hostile(), include_internal=True)
    said = " ".join(losses)
    for field in ("domain", "scope", "sources", "decisions", "forms", "exceptions", "region"):
        assert field in said


@pytest.mark.parametrize("name", FORMATS)
def test_internal_rationales_leave_only_when_asked(name: str) -> None:
    without, said = FORMATS[name].write(hostile())
    assert SECRET.encode() not in without
    assert "1 internal decisions were kept back" in said
    assert "1 internal" not in " ".join(FORMATS[name].write(hostile(), include_internal=True)[1])


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_page_with_internal_decisions_says_so(name: str) -> None:
    assert b"INTERNAL" in FORMATS[name].write(hostile(), include_internal=True)[0]
    assert b"INTERNAL" not in FORMATS[name].write(hostile())[0]


@pytest.mark.parametrize("name", FORMATS)
def test_forbidden_comes_back_as_forbidden(name: str) -> None:
    glossary = Glossary((Concept("c", (Term("a"),), (Term("uno"), Term("dos", Status.FORBIDDEN))),))
    content, _ = FORMATS[name].write(glossary)
    assert [term.status for term in again(name, content).concept("c").es] == [
        Status.PREFERRED,
        Status.FORBIDDEN,
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_the_declarations_glossary_keeps_its_terms_and_statuses(name: str) -> None:
    own = read_glossary(ROOT / "texts" / "glossary.yaml").glossary
    content, _ = FORMATS[name].write(own)
    back = again(name, content)
    for concept in back.concepts:
        for side in ("en", "es"):
            mine = getattr(own.concept(concept.id), side)
            assert [(t.text, t.status) for t in getattr(concept, side)] == [
                (t.text, t.status) for t in mine
            ]
    assert len(back.concepts) == len(own.concepts)


@pytest.mark.parametrize("name", ["csv", "json"])
@given(glossary=glossaries)
@settings(max_examples=60, deadline=None)
def test_any_glossary_passes_through(name: str, glossary: Glossary) -> None:
    content, losses = FORMATS[name].write(glossary, include_internal=True)
    parsed = FORMATS[name].read(content, name="x")
    if not losses and not parsed.problems and all(c.en or c.es for c in glossary.concepts):
        assert parsed.glossary == glossary


@given(words)
@settings(max_examples=200, deadline=None)
def test_a_guarded_cell_gives_its_text_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple("=+-@\t\r")


@pytest.mark.parametrize("parts", [["a"], [""], ["a | b", "\\"], ["", "|", " x "], ["\\-"]])
def test_a_list_in_one_cell_gives_its_parts_back(parts: list[str]) -> None:
    assert split(joined(parts)) == parts


def test_no_cell_of_a_spreadsheet_begins_like_a_formula() -> None:
    for name in ("csv", "tsv", "weblate"):
        content = FORMATS[name].write(hostile(), include_internal=True)[0].decode("utf-8-sig")
        for cell in content.replace('"\t"', '","').split('","'):
            assert not cell.lstrip('"').startswith(("=", "+", "-", "@"))


def test_a_broken_row_is_named_with_its_line_and_its_reason() -> None:
    content = b"en,es\nborder,frontera\nlonely\n,\nlaw,ley,extra\n"
    problems = [str(problem) for problem in read_csv(content).problems]
    assert problems == ["line 3: 1 cells, but 2 columns", "line 5: 3 cells, but 2 columns"]


def test_an_unknown_column_and_an_unknown_status_are_named() -> None:
    assert "did you mean target_status" in str(read_csv(b"en,es,target_statu\na,b,c\n").problems[0])
    problem = read_csv(b"id,en,es,status\nx,a,b,prefered\n").problems[0]
    assert problem.line == 2
    assert "did you mean preferred" in problem.reason


def test_an_open_quotation_mark_is_named() -> None:
    assert "cannot be read as a table" in str(read_csv(b'en,es\n"a,b\n').problems[0])


@pytest.mark.parametrize(
    "content",
    [
        b"en,es\nborder,frontera\n",
        b"border;frontera\n",
        b"border\tfrontera\tnote\n",
        b"\xef\xbb\xbfEnglish;Espa\xc3\xb1ol\r\nborder;frontera\r\n",
        "en,es\nborder,frontera\n".encode("utf-16"),
    ],
)
def test_plain_lists_of_pairs_are_read_whatever_the_spreadsheet(content: bytes) -> None:
    parsed = read_csv(content)
    assert not parsed.problems
    (concept,) = parsed.glossary.concepts
    assert (concept.en[0].text, concept.es[0].text) == ("border", "frontera")


def test_rows_without_an_id_that_give_a_status_belong_to_the_concept_of_their_term() -> None:
    parsed = read_csv(b"en,es,status\nx term,uno,preferred\nx term,dos,forbidden\n")
    (concept,) = parsed.glossary.concepts
    assert [term.status.value for term in concept.es] == ["preferred", "forbidden"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError):
        read_csv(b"en,es\n\xff\xfe\xfa,b\n")


def test_a_hundred_thousand_rows_are_read_with_progress() -> None:
    rows = "id,en,es,status\r\n" + "".join(
        f"c{n},term {n},término {n},preferred\r\n" for n in range(100_000)
    )
    told: list[tuple[int, int]] = []
    with patience():
        parsed = read_csv(rows.encode(), progress=lambda done, total: told.append((done, total)))
    assert len(parsed.glossary.concepts) == 100_000
    assert len(told) > 50
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("name", FORMATS)
def test_a_damaged_file_never_ends_in_anything_but_one_clear_error(name: str) -> None:
    chance = random.Random(name)
    whole = FORMATS[name].write(hostile(), include_internal=True)[0]
    damaged = [
        b"",
        b"\x00",
        b"\xff\xfe",
        b"[1]",
        b"null",
        b"<a/>",
        b"<!-- aligner-glossary [1] -->",
    ]
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(content))
            if chance.random() < 0.5:
                content[at] = chance.randrange(256)
            else:
                del content[at : at + chance.randint(1, 200)]
        damaged.append(bytes(content))
    for content in damaged:
        try:
            parsed = FORMATS[name].read(content, name="x")
        except AlignerError as error:
            assert "\n" not in str(error)
        else:
            FORMATS[name].write(parsed.glossary)


def test_omegat_reads_remarks_and_foreign_comments() -> None:
    parsed = FORMATS["omegat"].read("# remark\nborder\tfrontera\tlínea\n".encode(), name="x")
    (concept,) = parsed.glossary.concepts
    assert concept.es[0].note == "línea"


def test_weblate_marks_what_must_not_be_used() -> None:
    content, _ = FORMATS["weblate"].write(hostile())
    rows = [line for line in content.decode().splitlines() if "tráfico de personas" in line]
    assert "forbidden" in rows[0]
    foreign = b'source,target,flags,location\nborder,raya,"forbidden, terminology",x\n'
    parsed = FORMATS["weblate"].read(foreign, name="x")
    assert parsed.glossary.concepts[0].es[0].status is Status.FORBIDDEN


def test_a_forbidden_term_is_never_offered_as_a_translation_by_tmx() -> None:
    content = FORMATS["tmx"].write(hostile())[0].decode()
    units = content.split("<tu ")
    assert any("tráfico de personas" in unit for unit in units)
    for unit in units:
        if "<seg>tráfico de personas</seg>" in unit:
            assert unit.count("<seg>") == 1


def test_the_suffix_and_the_header_name_the_format() -> None:
    assert format_of("a.tbx").name == "tbx"
    assert format_of("a.csv", b"source,target,translator_comments\n").name == "weblate"
    assert format_of("a.csv", b"en,es\n").name == "csv"
    assert read_any(b'[{"en": "a", "es": "b"}]', path="x.json").glossary.concepts[0].id == "a"
    with pytest.raises(InputError, match="name it by --format"):
        format_of("a.xyz")
    with pytest.raises(UsageError, match="known are"):
        format_named("xyz")
