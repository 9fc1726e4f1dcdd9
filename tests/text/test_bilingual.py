"""Files with both versions give units, and documents whose segments stand together."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from typing import BinaryIO, cast

import pytest

from aligner.errors import AlignerError, InputError, LimitError
from aligner.text.bilingual import read_bilingual, read_units
from aligner.text.reading import read_document
from aligner.text.unit import Unit


def units(content: str | bytes, path: str) -> list[Unit]:
    raw = content.encode() if isinstance(content, str) else content
    return list(read_units(io.BytesIO(raw), path=path))


def both(content: str | bytes, path: str) -> list[tuple[str, str, str, str]]:
    return [(unit.id, unit.en, unit.es, unit.doc) for unit in units(content, path)]


TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">
<tmx version="1.4"><header srclang="es"/><body>
<tu tuid="x"><prop type="x-document">d</prop><note>n</note>
<tuv xml:lang="ES-MX"><seg>Hola <bpt i="1">&lt;b></bpt>mundo<ept i="1">&lt;/b></ept></seg></tuv>
<tuv xml:lang="en"><seg>Hello
   <hi>world</hi></seg></tuv></tu>
<tu><tuv lang="en"><seg>Alone</seg></tuv><tuv xml:lang="fr"><seg>Seul</seg></tuv></tu>
</body></tmx>"""


def test_tmx_gives_words_without_codes_whatever_the_order_of_languages() -> None:
    assert both(TMX, "a.tmx") == [("x", "Hello world", "Hola mundo", "d"), ("2", "Alone", "", "")]
    assert units(TMX, "a.tmx")[0].notes == ("n",)


def test_xliff_takes_its_sides_from_its_languages() -> None:
    old = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f"'
        ' source-language="es" target-language="en-US"><body><group><trans-unit id="1">'
        '<source>Hola <g id="1">x</g><ph id="2">code</ph></source><target>Hi</target>'
        "<alt-trans><target>no</target></alt-trans></trans-unit></group></body></file></xliff>"
    )
    assert both(old, "a.xlf") == [("1", "Hi", "Hola x", "f")]
    new = (
        '<xliff version="2.1" srcLang="en" trgLang="es" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
        '<file id="f" original="o"><unit id="u"><segment><source>A <pc id="1">b</pc></source>'
        "<target>C</target></segment><segment><source>D</source></segment></unit></file></xliff>"
    )
    assert both(new, "a.xliff") == [("u.1", "A b", "C", "o"), ("u.2", "D", "", "o")]
    with pytest.raises(InputError, match="English and Spanish"):
        units(new.replace('"en"', '"fr"').replace('"es"', '"de"'), "a.xlf")


def test_po_entries_contexts_plurals_and_escapes() -> None:
    catalogue = (
        'msgid ""\nmsgstr "Language: es_MX\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#. note\n#: a.c:3\n#, fuzzy\nmsgctxt "k"\nmsgid "a\\n"\n"b \\"q\\""\nmsgstr "c\\\\"\n\n'
        'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "uno"\nmsgstr[1] "muchos"\n\n'
        '#~ msgid "old"\n#~ msgstr "viejo"\n'
    )
    assert both(catalogue, "a.po") == [
        ("k", 'a\nb "q"', "c\\", "a.c"),
        ("2[0]", "one", "uno", ""),
        ("3[1]", "many", "muchos", ""),
    ]
    assert units(catalogue, "a.po")[0].notes == ("note", "fuzzy")


def test_a_po_charset_is_believed() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "year"\nmsgstr "año"\n'
    assert both(text.encode("latin-1"), "a.po")[0][2] == "año"


@pytest.mark.parametrize(
    ("content", "path", "expected"),
    [
        ("a\tb\n\nc\td\n", "a.tsv", [("1", "a", "b", ""), ("2", "c", "d", "")]),
        (
            'a\t"b, c"\n"say ""x"""\td\n',
            "a.tsv",
            [("1", "a", "b, c", ""), ("2", 'say "x"', "d", "")],
        ),
        ('"a, b"\tc, d\n', "a.tsv", [("1", '"a, b"', "c, d", "")]),
        ('"a"\tb\n"c, d"\te\n', "a.tsv", [("1", '"a"', "b", ""), ("2", '"c, d"', "e", "")]),
        ('"a"\t"b, c"\n', "a.tsv", [("1", "a", "b, c", "")]),
        ("7\ta\tb\n", "a.tab", [("7", "a", "b", "")]),
        ('es\tnote\ten\n"x" y\tn\tz\n', "a.tsv", [("1", "z", '"x" y', "")]),
        ('id,en,es\n1,"a, ""q""\nb",\'=c\n', "a.csv", [("1", 'a, "q"\nb', "=c", "")]),
        ("en;es\na;b\n", "a.csv", [("1", "a", "b", "")]),
        (
            '{"id": 5, "en": "a", "es": "b", "doc": "d", "x": [1]}\n',
            "a.jsonl",
            [("5", "a", "b", "d")],
        ),
    ],
)
def test_tables_and_json_lines(content: str, path: str, expected: object) -> None:
    assert both(content, path) == expected


@pytest.mark.parametrize(
    ("content", "path", "message"),
    [
        ("a\n", "a.tsv", "line 1"),
        ("a\tb\nc\n", "a.tsv", "line 2"),
        ("x,y\n1,2\n", "a.csv", "en and es"),
        ('en,es\n"a,b\n', "a.csv", "line"),
        ("{}", "a.jsonl", 'line 1: no "en"'),
        ('{"en": 1, "es": "b"}', "a.jsonl", "not a string"),
        ('{"en": "a", "es": "\\ud800"}', "a.jsonl", "surrogate"),
        ("[" * 100_000, "a.jsonl", "line 1"),
        ('{"en": "a", "es": "b", "x": ' + "1" * 5000 + "}", "a.jsonl", "digits"),
        ("nonsense\n", "a.po", "line 1"),
        ('msgid "a"\n', "a.po", "ends inside"),
        ("<tmx><body></tmx>", "a.tmx", "well-formed"),
        ("", "a.tmx", "well-formed|empty"),
        (b"\xff\xfe", "a.docx", "no bitext"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    content: str | bytes, path: str, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        units(content, path)


def test_a_record_keeps_its_own_number() -> None:
    content = '{"n": 7, "en": "a", "es": "b"}\n{"en": "a", "es": "b"}\n'
    assert [unit.position for unit in units(content, "a.jsonl")] == ["7", ""]


def test_the_byte_offset_is_that_of_the_whole_stream() -> None:
    content = b"a\tb\n" * 50_000 + b"\xff\n"
    with pytest.raises(InputError, match="byte offset 200000"):
        units(content, "a.tsv")


def test_a_line_beyond_the_limit_is_refused_without_reading_it_all() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"a" * size

    with pytest.raises(LimitError, match="line 1"):
        list(read_units(cast(BinaryIO, Endless()), path="a.jsonl"))


@pytest.mark.parametrize("path", ["a.tmx", "a.jsonl"])
def test_memory_does_not_grow_with_the_file(path: str) -> None:
    def pieces() -> Iterator[bytes]:
        yield b'<tmx version="1.4"><header/><body>' if path == "a.tmx" else b""
        for number in range(5_000):
            text = b"word " * 40
            if path == "a.tmx":
                yield b'<tu tuid="%d"><tuv xml:lang="en"><seg>%s</seg></tuv>' % (number, text)
                yield b'<tuv xml:lang="es"><seg>%s</seg></tuv></tu>' % text
            else:
                yield b'{"id": %d, "en": "%s", "es": "%s"}\n' % (number, text, text)
        yield b"</body></tmx>" if path == "a.tmx" else b""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.source = pieces()
            self.rest = b""

        def read(self, size: int = -1) -> bytes:
            while len(self.rest) < size:
                piece = next(self.source, None)
                if piece is None:
                    break
                self.rest += piece
            given, self.rest = self.rest[:size], self.rest[size:]
            return given

    tracemalloc.start()
    count = sum(1 for _ in read_units(cast(BinaryIO, Stream()), path=path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 1_200_000


def test_both_documents_and_their_pairs() -> None:
    found = read_bilingual(b"en\tes\n(a) x\ta) y\n\tonly\n", path="a.tsv")
    assert [(s.label, s.text) for s in found.en.segments] == [("(a)", "x")]
    assert [s.text for s in found.es.segments] == ["y", "only"]
    assert found.pairs == (((0,), (0,)), ((), (1,)))


def test_one_side_of_a_bilingual_file_is_a_document() -> None:
    document = read_document(b"en\tes\nx\ty\n", path="a.tsv", side="es", region="es-MX")
    assert [s.text for s in document.segments] == ["y"]
    with pytest.raises(AlignerError, match="no text"):
        read_document(b"en\tes\nx\t\n", path="a.tsv", side="es", region="es-MX")
