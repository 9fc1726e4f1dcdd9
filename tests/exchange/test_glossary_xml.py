"""Glossaries in XML: valid by the schemas, read by another program, and safe to read."""

from __future__ import annotations

import io
import re
import resource
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from aligner.errors import InputError
from aligner.exchange.glossary_formats import FORMATS
from aligner.exchange.tbx_reading import read_tbx
from aligner.exchange.term_tmx import read_term_tmx
from aligner.glossary.concept import Glossary
from aligner.store.glossary_file import read_glossary
from tests.exchange.glossaries import hostile
from tests.patience import patience

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / ".." / "shared" / "schemas"
TBX = "{urn:iso:std:iso:30042:ed-2}"
needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the schemas of TBX and TMX are not at hand"
)


def both() -> list[Glossary]:
    return [hostile(), read_glossary(ROOT / "texts" / "glossary.yaml").glossary]


@needs_schemas
@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("tbx", "TBXcoreStructV03.rng"),
        ("tbx-dct", "TBXcoreStructV03.rng"),
        ("tbx-dct", "TBXcoreStructV03_TBX-Core_integrated.rng"),
    ],
)
def test_tbx_is_valid_by_its_schema(name: str, schema: str) -> None:
    rules = etree.RelaxNG(etree.parse(str(SCHEMAS / "tbx" / schema)))
    for glossary in both():
        document = etree.fromstring(FORMATS[name].write(glossary, include_internal=True)[0])
        assert rules.validate(document), rules.error_log
    del document[0]
    assert not rules.validate(document)


def declared() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The categories of each element and the values of each category that TBX-Basic declares."""
    text = (SCHEMAS / "tbx" / "TBX-Basic_DCA.sch").read_text(encoding="utf-8-sig")
    categories: dict[str, set[str]] = {}
    values: dict[str, set[str]] = {}
    for context, test in re.findall(
        r'<rule context="(.*?)">\s*<assert test="(.*?)">', text, re.DOTALL
    ):
        allowed = set(re.findall(r"\.='([^']+)'", test))
        if not allowed:
            continue
        element = re.fullmatch(r"tbx:(\w+)/@type", context)
        category = re.fullmatch(r"tbx:\w+\[@type='(\w+)'\]", context)
        if element:
            categories[element[1]] = allowed
        elif category:
            values[category[1]] = allowed
    return categories, values


@needs_schemas
def test_every_category_and_value_is_one_that_the_dialect_declares() -> None:
    categories, values = declared()
    assert len(categories) >= 6
    assert len(values) >= 4
    for glossary in both():
        root: Any = etree.fromstring(FORMATS["tbx"].write(glossary, include_internal=True)[0])
        for element in root.iter():
            kind = element.get("type")
            tag = element.tag.removeprefix(TBX)
            if kind is None or tag == "tbx":
                continue
            assert kind in categories[tag], (tag, kind)
            assert kind not in values or element.text in values[kind], (kind, element.text)


@needs_schemas
def test_the_tags_of_the_other_style_are_the_same_categories() -> None:
    categories, values = declared()
    known = set().union(*categories.values())
    for glossary in both():
        root: Any = etree.fromstring(FORMATS["tbx-dct"].write(glossary, include_internal=True)[0])
        for element in root.iter():
            if element.tag.startswith(TBX):
                assert element.get("type") is None or element.tag == f"{TBX}tbx"
                continue
            name = element.tag.partition("}")[2]
            assert name in known
            assert name not in values or element.text in values[name]


@needs_schemas
def test_tmx_is_valid_by_its_dtd() -> None:
    rules = etree.DTD(str(SCHEMAS / "tmx" / "tmx14.dtd"))
    for glossary in both():
        document = etree.fromstring(FORMATS["tmx"].write(glossary, include_internal=True)[0])
        assert rules.validate(document), rules.error_log


def folded(text: str) -> str:
    """White space as another program may normalize it."""
    return " ".join(text.split())


def every_term(glossary: Glossary) -> set[tuple[str, str]]:
    return {
        (side, folded(term.text))
        for concept in glossary.concepts
        for side in ("en", "es")
        for term in getattr(concept, side)
    }


def test_translate_toolkit_reads_tbx_v2_with_every_term() -> None:
    tbx = pytest.importorskip("translate.storage.tbx")
    for glossary in both():
        content, _ = FORMATS["tbx2"].write(glossary)
        units = tbx.tbxfile(io.BytesIO(content), "en", "es").units
        read = {("en", folded(t.text)) for unit in units for t in unit.get_source_terms()}
        read |= {("es", folded(t.text)) for unit in units for t in unit.get_target_terms("es")}
        assert read == every_term(glossary)


def test_translate_toolkit_reads_tmx_with_every_term() -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    for glossary in both():
        content, _ = FORMATS["tmx"].write(glossary)
        units = tmx.tmxfile(io.BytesIO(content), "en", "es").units
        read = {("en", folded(u.source)) for u in units if u.source}
        read |= {("es", folded(u.target)) for u in units if u.target}
        assert every_term(glossary) <= read


def test_translate_toolkit_reads_csv_with_every_term() -> None:
    csvl10n = pytest.importorskip("translate.storage.csvl10n")
    own = both()[1]
    for name in ("csv", "weblate"):
        content, _ = FORMATS[name].write(own)
        units = csvl10n.csvfile(io.BytesIO(content)).units
        read = {("en", folded(u.source)) for u in units if u.source}
        read |= {("es", folded(u.target)) for u in units if u.target}
        assert every_term(own) <= read, name


def test_translate_toolkit_reads_omegat() -> None:
    omegat = pytest.importorskip("translate.storage.omegat")
    own = both()[1]
    store = omegat.OmegaTFile()
    store.parse(FORMATS["omegat"].write(own)[0])
    read = {("en", u.source) for u in store.units} | {("es", u.target) for u in store.units}
    assert every_term(own) <= read


BILLION = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9))
    + b"]><%s>&j;</%s>"
)
EXTERNAL = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><%s>&a;</%s>'
)
PARAMETER = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY %% p SYSTEM "http://x.invalid/">%%p;]><%s/>'
)
DEEP = b"<%s>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</%s>"


@pytest.mark.parametrize("reader", [read_tbx, read_term_tmx])
@pytest.mark.parametrize("attack", [BILLION, EXTERNAL, PARAMETER, DEEP])
def test_attacks_are_refused_in_little_memory(reader: Any, attack: bytes) -> None:
    root = b"tmx" if reader is read_term_tmx else b"tbx"
    content = attack % ((root,) * attack.count(b"%s"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with patience(), pytest.raises(InputError):
        reader(content, name="attack")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


def test_an_external_dtd_is_neither_loaded_nor_needed(tmp_path: Path) -> None:
    content = (
        FORMATS["tbx2"]
        .write(hostile())[0]
        .replace(b"<martif", b'<!DOCTYPE martif SYSTEM "http://x.invalid/a.dtd">\n<martif', 1)
    )
    assert len(read_tbx(content).glossary.concepts) == 3


def test_what_is_no_tbx_is_refused() -> None:
    for content in (b"", b"<html/>", b"no xml", b"<tbx>"):
        with pytest.raises(InputError):
            read_tbx(content, name="x")


FOREIGN = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>Elsewhere</p></sourceDesc>
</fileDesc></martifHeader><text><body>
<termEntry id="7"><descrip type="subjectField">law</descrip>
 <langSet xml:lang="en-US"><ntig><termGrp><term>
   border </term><termNote type="grammaticalNumber">singular</termNote></termGrp></ntig></langSet>
 <langSet xml:lang="es-MX"><tig><term>raya</term>
   <termNote type="administrativeStatus">forbidden</termNote><note>no</note></tig></langSet>
 <langSet xml:lang="fr"><tig><term>limite</term></tig></langSet>
</termEntry>
<termEntry><langSet xml:lang="de"><tig><term>Grenze</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_a_file_of_another_program_is_read_and_what_is_not_is_named() -> None:
    parsed = read_tbx(FOREIGN.encode())
    (concept,) = parsed.glossary.concepts
    assert (concept.en[0].text, concept.en[0].region, concept.en[0].number) == (
        "border",
        "en-US",
        "singular",
    )
    assert (concept.es[0].status.value, concept.es[0].note) == ("forbidden", "no")
    assert "terms in fr are not read" in parsed.notices
    assert any("'7' is read as" in notice for notice in parsed.notices)
    assert "the entry in line 11 has no English or Spanish term: left out" in parsed.notices
    assert not parsed.problems


def test_an_unknown_status_is_named_with_its_line() -> None:
    parsed = read_tbx(FOREIGN.replace("forbidden", "frowned upon").encode())
    assert [(problem.line, "frowned upon" in problem.reason) for problem in parsed.problems] == [
        (8, True)
    ]
