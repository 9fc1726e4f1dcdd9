"""A small file of each kind that is read, and ways to spoil it. For tests and for bench/fuzz_readers.py.

Archives are spoiled inside too, part by part, so that the readers behind them are reached.
"""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable

from aligner.errors import AlignerError
from aligner.text.bilingual import BILINGUAL_SUFFIXES, read_bilingual
from aligner.text.brackets import brackets, stray
from aligner.text.document import Document
from aligner.text.hygiene import anomalies, visible
from aligner.text.reading import Tracked, read_document
from tests.text.office import dele, docx, ins, odt, p

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="3"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
BODY = (
    p("Title", style="H")
    + p("one ", ins("x"), dele("y"), number="1", end="del")
    + p("two", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    + f"<w:tbl><w:tr><w:tc>{p('cell')}</w:tc></w:tr></w:tbl>"
    + '<w:p><w:commentRangeStart w:id="0"/><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/><w:t>3</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:commentRangeEnd w:id="0"/></w:p>'
)
SAMPLES: dict[str, bytes] = {
    "a.txt": "Title\n\n1. One\r\nmore\n\n(a) dos\u2028x\n\nA. B\n\nII. C\n\n[MX: a / b]\n".encode(),
    "a.md": (
        b"---\nt: x\n---\n# T\n\n1. *a*[^1]\n   - b\n\n| A | B |\n|--|--|\n| c | d |\n\n"
        b"<p>x</p>\n\n[^1]: n\n\n> q\n\n```\ncode\n```\n[a](b) &amp; <!-- c -->\n"
    ),
    "a.html": (
        b'<meta charset="utf-8"><h1>T</h1><p>a <ins>b</ins><del>c</del><sup><a href="#1">1</a></sup>'
        b"<ol type=i start=4><li value=7>x<li>y</ol><table><caption>k<tr><td>z</table><div hidden>h"
    ),
    "a.docx": docx(
        BODY,
        numbering=NUMBERING,
        styles=STYLES,
        footnotes=f'<w:footnote w:id="1">{p("note")}</w:footnote>',
        comments=f'<w:comment w:id="0" w:author="E">{p("why")}</w:comment>',
    ),
    "a.odt": odt(
        "<text:tracked-changes><text:changed-region text:id='c'><text:deletion><text:p>d</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:h text:outline-level='1'>H</text:h><text:list text:style-name='L'><text:list-item>"
        "<text:p>a<text:s text:c='3'/><text:change text:change-id='c'/></text:p></text:list-item>"
        "</text:list><text:p>x<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>n</text:p></text:note-body></text:note></text:p>",
        automatic="<text:list-style style:name='L'><text:list-level-style-number text:level='1' "
        "style:num-format='i' style:num-suffix='.'/></text:list-style>",
    ),
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\n<i>Hi</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nB\n",
    "a.po": (
        b'msgid ""\nmsgstr "Language: es\\n"\n\n#. c\n#: d:3\n#, fuzzy\nmsgctxt "k"\nmsgid "a\\n"\n'
        b'"b"\nmsgstr "c\\x41"\n\nmsgid "o"\nmsgid_plural "m"\nmsgstr[0] "u"\nmsgstr[1] "v"\n'
    ),
    "a.tsv": b"id\ten\tes\tdoc\n1\ta\tb\td\n2\tc\td\td\n",
    "a.csv": b'id,en,es\r\n1,"a, ""q""",\'=b\r\n',
    "a.jsonl": '{"id": 1, "en": "a", "es": "ñ", "doc": "d", "n": 3}\n{"en": "", "es": "b"}\n'.encode(),
    "a.tmx": (
        b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "t.dtd"><tmx version="1.4"><header/><body>'
        b'<tu tuid="1"><prop type="x-segments">1-1</prop><tuv xml:lang="en"><seg>a <hi>b</hi></seg>'
        b'</tuv><tuv xml:lang="es"><seg>c<ph>x</ph></seg></tuv></tu></body></tmx>'
    ),
    "a.xlf": (
        b'<xliff version="2.1" srcLang="en" trgLang="es" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
        b'<file id="f"><unit id="u"><notes><note>n</note></notes><segment><source>a <pc id="1">b</pc>'
        b"</source><target>c</target></segment></unit></file></xliff>"
    ),
    "b.xlf": (
        b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f" '
        b'source-language="es" target-language="en"><body><trans-unit id="1"><source>a <g id="1">x</g>'
        b"</source><target>b</target><note>n</note></trans-unit></body></file></xliff>"
    ),
}
_VIEWS: tuple[Tracked, ...] = ("show", "accept", "reject", "refuse")
_VALUES = (
    "",
    "0",
    "-1",
    "99999999999999999999",
    "x",
    "ñ",
    " ",
    "\t\n",
    "١",
    "1",
    "2",
    "%1.%9",
    "true",
)
_SEEDS = (
    b"\x00", b"\xff", b"\xc3", b"<", b">", b"&", b'"', b"'", b"[", b"]", b"\\", b"\n\n", b"\r", b"\t",
    b"1. ", b"(a) ", b"<!--", b"-->", b"]]>", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"&a;", b"PK\x03\x04",
    b"\xe2\x80\xa8", b"\xc2\xa0", b" ", b"\xed\xa0\x80", b"\xf0\x9f\x87\xb2", b"```", b"***", b"\x1b[31m", b"0" * 50, b"-1",
)  # fmt: skip


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """`content` with a few bytes cut, doubled, changed or put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(content))
        end = min(len(content), start + chance.choice((1, 1, 2, 8, 40)))
        match chance.randint(0, 4):
            case 0:
                content = content[:start] + content[end:]
            case 1:
                content = content[:start] + content[start:end] * 2 + content[end:]
            case 2:
                content = content[:start] + chance.choice(_SEEDS) + content[start:]
            case 3:
                content = content[:start] + chance.choice(_SEEDS) + content[end:]
            case _:
                content = content[:start] + bytes([chance.randint(0, 255)]) + content[start + 1 :]
    return content


def spoiled_tree(content: bytes, chance: random.Random) -> bytes:
    """XML with elements cut, doubled, moved or renamed and attributes changed: still XML."""
    from lxml import etree

    root = etree.fromstring(content)
    for _ in range(chance.randint(1, 5)):
        elements = [each for each in root.iter() if isinstance(each.tag, str)]
        one, other = chance.choice(elements), chance.choice(elements)
        parent = one.getparent()
        match chance.randint(0, 5):
            case 0 if parent is not None:
                parent.remove(one)
            case 1 if parent is not None:
                parent.append(copy.deepcopy(one))
            case 2:
                other.append(copy.deepcopy(one))
            case 3:
                one.tag = other.tag
            case 4 if one.attrib:
                key = chance.choice(sorted(map(str, one.attrib)))
                one.set(key, chance.choice(_VALUES))
            case _:
                one.text = chance.choice(_VALUES)
    return etree.tostring(root)


def spoiled_inside(content: bytes, chance: random.Random) -> bytes:
    """An archive with one of its parts spoiled."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    name = chance.choice(sorted(parts))
    tree = chance.random() < 0.7 and parts[name].startswith(b"<")
    parts[name] = (spoiled_tree if tree else spoiled)(parts[name], chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        for part, inside in parts.items():
            made.writestr(part, inside)
    return stream.getvalue()


def variant(path: str, chance: random.Random) -> bytes:
    """The sample called `path`, spoiled."""
    spoil: Callable[[bytes, random.Random], bytes] = spoiled
    if path.endswith((".docx", ".odt")) and chance.random() < 0.8:
        spoil = spoiled_inside
    elif path.endswith((".tmx", ".xlf")) and chance.random() < 0.6:
        spoil = spoiled_tree
    return spoil(SAMPLES[path], chance)


def read_anyhow(
    content: bytes, path: str, chance: random.Random, *, tracked: Tracked | None = None
) -> Document | None:
    """Read `content` as `path`, in a random view if none is given. None where it ends in an error of ours, which is
    one printable line; any other exception comes through."""
    suffix = path[path.rindex(".") :]
    try:
        if suffix in BILINGUAL_SUFFIXES:
            both = read_bilingual(content, path=path)
            sound(both.es)
            return both.en
        view: Tracked = tracked if tracked is not None else chance.choice(_VIEWS)
        return read_document(content, path=path, side="es", region="es-MX", tracked=view)
    except AlignerError as error:
        line = str(error)
        assert "\n" not in line, repr(line)
        assert visible(line) == line, repr(line)
        return None


def sound(document: Document) -> None:
    """Assert what always holds of a document that a reader gave."""
    for index, segment in enumerate(document.segments):
        assert segment.index == index
        assert segment.text
        assert segment.text == segment.text.strip(" \t\n\r\x0b\x0c\xa0"), repr(segment.text)
        assert segment.first_line <= segment.last_line
        for mark in segment.marks:
            assert 0 <= mark.start <= mark.end <= len(segment.text), (segment.text, mark)
        segment.text.encode("utf-8")
        segment.label.encode("utf-8")
        assert len(visible(segment.text)) == len(segment.text)
        anomalies(segment.text)
        for bracket in brackets(segment.text):
            assert segment.text[bracket.start] == "["
        stray(segment.text)
