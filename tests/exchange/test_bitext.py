"""Every bitext format: valid, complete, deterministic, discreet, and read back as it was."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from aligner.alignment.bead import Bitext
from aligner.errors import UsageError
from aligner.exchange.bitext import FORMATS, export_bitext, write_bitexts
from aligner.review.review import Review
from aligner.text.bilingual import read_bilingual, read_units
from tests.exchange.bitexts import SECRET, SHARED, bitext, review

SUFFIXES = {
    "tmx": ".tmx",
    "xliff1.2": ".xlf",
    "xliff2.1": ".xlf",
    "tsv": ".tsv",
    "csv": ".csv",
    "jsonl": ".jsonl",
    "po": ".po",
}
SOURCES = {"bitext": bitext, "review": review}
SCHEMAS = SHARED / "schemas"


def schema(*parts: str) -> str:
    path = SCHEMAS.joinpath(*parts)
    if not path.exists():
        pytest.skip("the schemas are not beside this repository")
    return str(path)


def exported(source: Bitext | Review, form: str, **options: Any) -> bytes:
    return export_bitext(source, form, name="sample", **options)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_tmx_is_valid_by_its_dtd(source: Any) -> None:
    from lxml import etree

    with Path(schema("tmx", "tmx14.dtd")).open("rb") as opened:
        dtd = etree.DTD(opened)
    root = etree.fromstring(exported(source(), "tmx"), etree.XMLParser(load_dtd=False))
    assert dtd.validate(root), dtd.error_log
    assert len(root.findall(".//tu")) == 6


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_xliff_12_is_valid_by_its_schema(source: Any) -> None:
    from lxml import etree

    xsd = etree.XMLSchema(etree.parse(schema("xliff12", "xliff-core-1.2-transitional.offline.xsd")))
    root = etree.fromstring(exported(source(), "xliff1.2"))
    assert xsd.validate(root), xsd.error_log
    assert len(root.findall(".//{*}trans-unit")) == 6


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_xliff_21_is_valid_by_its_schema(source: Any) -> None:
    from lxml import etree

    xsd = etree.XMLSchema(etree.parse(schema("xliff21", "xliff_core_2.0.xsd")))
    root = etree.fromstring(exported(source(), "xliff2.1"))
    assert xsd.validate(root), xsd.error_log
    assert len(root.findall(".//{*}segment")) == 6


@pytest.mark.parametrize("form", ["tmx", "xliff1.2", "xliff2.1", "po"])
def test_the_translate_toolkit_reads_every_unit_back(form: str) -> None:
    factory = pytest.importorskip("translate.storage.factory")
    stream = io.BytesIO(exported(review(), form))
    stream.name = f"sample{SUFFIXES[form]}"
    if form == "xliff2.1":
        xliff2 = pytest.importorskip("translate.storage.xliff2")
        found = xliff2.Xliff2File.parsefile(stream)
    else:
        found = factory.getobject(stream)
    units = [unit for unit in found.units if not unit.isheader()]
    texts = bitext()
    assert len(units) == 6
    both = [unit for unit in units if unit.source and unit.target]
    assert len(both) == 4
    assert str(both[0].source) == texts.en.segments[0].printed
    assert str(both[0].target) == texts.es.segments[0].printed


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "tsv"])
def test_texts_labels_and_beads_come_back_from_every_format(form: str) -> None:
    texts = bitext()
    found = read_bilingual(exported(texts, form), path=f"sample{SUFFIXES[form]}")
    # ESC cannot stand in XML: it comes back as its symbol there.
    for before, after in ((texts.en, found.en), (texts.es, found.es)):
        assert [s.printed.replace("\x1b", "␛") for s in before.segments] == [
            s.printed.replace("\x1b", "␛") for s in after.segments
        ]
        assert [s.label for s in before.segments] == [s.label for s in after.segments]
    assert list(found.pairs) == [(bead.en, bead.es) for bead in texts.beads]


def test_tab_separated_comes_back_with_one_line_a_bead() -> None:
    texts = bitext()
    found = list(read_units(io.BytesIO(exported(texts, "tsv")), path="a.tsv"))
    assert [unit.en for unit in found] == [
        " ".join(texts.en.segments[i].printed for i in bead.en) for bead in texts.beads
    ]
    assert found[0].doc == "sample"


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_internal_stays_at_home(form: str) -> None:
    content = exported(review(), form).decode()
    assert SECRET not in content
    assert ("told to all" in content) == (form != "tsv")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "tsv"])
def test_what_is_internal_comes_along_marked_when_asked_for(form: str) -> None:
    content = exported(review(), form, include_internal=True).decode()
    assert SECRET in content
    assert content.count(f"[internal] {SECRET}") + content.count(f"[internal] 1: {SECRET}") + (
        content.count(f"[internal] es: {SECRET}")
    ) == content.count(SECRET)


def test_states_stand_where_each_format_has_a_place_for_them() -> None:
    source = review()
    assert 'state="final"' in exported(source, "xliff1.2").decode()
    assert 'approved="yes"' in exported(source, "xliff1.2").decode()
    assert 'state="reviewed"' in exported(source, "xliff2.1").decode()
    assert 'subState="aligner:needs-work"' in exported(source, "xliff2.1").decode()
    assert exported(source, "po").decode().count("#, fuzzy") == 2
    states = [json.loads(line)["state"] for line in exported(source, "jsonl").splitlines()]
    assert states == ["signed", "accepted", "needs-work", "stale", "open", "open"]


def test_no_cell_of_the_csv_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(exported(review(), "csv").decode("utf-8-sig"))))
    assert rows[0][:3] == ["id", "en", "es"]
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@"))]
    # A label in front of the sign would have hidden it: this one stands bare.
    assert any(cell.startswith("'") for cell in _guarded_cells())


def _guarded_cells() -> list[str]:
    from aligner.exchange.bitext_csv import guarded

    return [guarded(cell) for cell in ("=1+1", "plain")]


def test_several_documents_make_one_file() -> None:
    sources = [("a", bitext("a")), ("b", bitext("b"))]
    content = b"".join(write_bitexts(sources, "xliff2.1"))
    documents = {unit.doc for unit in read_units(io.BytesIO(content), path="x.xlf")}
    assert documents == {"a", "b"}


def test_the_same_state_gives_the_same_bytes() -> None:
    for form in FORMATS:
        assert exported(review(), form) == exported(review(), form)


def test_an_unknown_format_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="tmx"):
        export_bitext(bitext(), "docx")
