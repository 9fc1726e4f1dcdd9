"""Files that mean harm, or that people give by mistake: each with what must come of it.

Run as a program it reads them all and prints, as JSON, the processor seconds that each took and the most
memory in megabytes.
"""

from __future__ import annotations

import io
import json
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import AlignerError
from aligner.text.bilingual import read_bilingual
from aligner.text.reading import read_document
from tests.text.office import archive, docx, ins, odt, p

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]><x>&j;</x>""".format(
    "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
)
EXTERNAL = (
    '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx version="1.4"><header/><body>'
    '<tu><tuv xml:lang="en"><seg>&x;</seg></tuv></tu></body></tmx>'
)


@dataclass(frozen=True)
class Case:
    """What a file is called, its bytes, the error class it ends as (None: it is read), and a
    pattern for the message."""

    path: str
    content: Callable[[], bytes]
    error: str | None
    message: str = ""


def bomb(size: int) -> bytes:
    """A Word file whose document is `size` bytes of nothing."""
    stream = io.BytesIO()
    opened = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)
    with opened, opened.open("word/document.xml", "w") as part:
        for _ in range(size // MEGABYTE):
            part.write(b" " * MEGABYTE)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """A Word file whose directory says that its document is small, when it is not."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(100)) + packer.flush()
    name = b"word/document.xml"
    sizes = struct.pack("<III", 0, len(packed), 1000)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes
    local += struct.pack("<HH", len(name), 0) + name
    central = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
    central += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(packed), 0
    )
    return local + packed + central + end


def encrypted_zip() -> bytes:
    """An archive whose one part is marked as encrypted."""
    content = bytearray(docx(p("x")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def deep(levels: int, tag: str = "a") -> bytes:
    """XML of that many levels."""
    return f"<{tag}>".encode() * levels + f"</{tag}>".encode() * levels


CASES = {
    "latin-1": Case(
        "a.txt", lambda: "año".encode("latin-1"), "InputError", "byte offset 1 .*--encoding"
    ),
    "latin-1 markdown": Case("a.md", lambda: "año".encode("latin-1"), "InputError", "--encoding"),
    "utf-16 with its mark": Case("a.txt", lambda: "año".encode("utf-16"), None),
    "utf-16 without": Case(
        "a.txt", lambda: "año nuevo".encode("utf-16-le"), "InputError", "utf-16-le"
    ),
    "nul": Case("a.txt", lambda: b"a\x00b", "InputError", "NUL at byte offset 1"),
    "lone surrogate": Case("a.txt", lambda: b"a\xed\xa0\x80", "InputError", "byte offset 1"),
    "overlong": Case("a.txt", lambda: b"a\xc0\xaf", "InputError", "byte offset 1"),
    "empty": Case("a.txt", lambda: b"", "InputError", "empty"),
    "only blanks": Case("a.md", lambda: b" \n\n", "InputError", "no text"),
    "a line of 50 MB": Case("a.txt", lambda: b"a" * (50 * MEGABYTE), "LimitError", "50 MB"),
    "a line of 30 MB": Case("a.txt", lambda: b"a" * (30 * MEGABYTE), "LimitError", "characters"),
    "a line of 30 MB in markdown": Case(
        "a.md", lambda: b"[" * (30 * MEGABYTE), "LimitError", "line 1"
    ),
    "a line of 30 MB in json": Case(
        "a.jsonl", lambda: b'{"en": "' + b"a" * (30 * MEGABYTE), "LimitError", "line 1"
    ),
    "a line of 30 MB in tabs": Case(
        "a.tsv", lambda: b"a\t" * (15 * MEGABYTE), "LimitError", "line 1"
    ),
    "escape sequences": Case(
        "a.txt", lambda: "\x1b[31m \x1b]8;;http://x\x07 \x1b]52;c;x\x07 \x9b".encode(), None
    ),
    "bidi and tags": Case("a.md", lambda: "a\u202eb \U000e0041 \u200b".encode(), None),
    "homoglyphs": Case("a.txt", lambda: "M\u0435xico".encode(), None),
    "markup": Case("a.md", lambda: b"[/] [@click=app.quit] {{x}} $(x) `x`", None),
    "entity bomb tmx": Case("a.tmx", BOMB.encode, "InputError", "entities"),
    "entity bomb utf-16": Case("a.xlf", lambda: BOMB.encode("utf-16"), "InputError", "entities"),
    "entity bomb docx": Case(
        "a.docx", lambda: archive({"word/document.xml": BOMB}), "InputError", "entities"
    ),
    "entity bomb html": Case("a.html", BOMB.encode, None),
    "external entity": Case("a.tmx", EXTERNAL.encode, "InputError", "entities"),
    "external dtd": Case(
        "a.tmx",
        lambda: (
            b'<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/x.dtd"><tmx><body><tu><tuv xml:lang="en">'
            b"<seg>x</seg></tuv></tu></body></tmx>"
        ),
        None,
    ),
    "200,000 levels tmx": Case("a.tmx", lambda: deep(200_000), "LimitError", "XML deeper"),
    "200,000 levels xliff": Case("a.xlf", lambda: deep(200_000), "LimitError", "XML deeper"),
    "200,000 levels docx": Case(
        "a.docx",
        lambda: archive({"word/document.xml": deep(200_000)}),
        "LimitError",
        "XML deeper|grows",
    ),
    "200,000 levels odt": Case(
        "a.odt", lambda: archive({"content.xml": deep(200_000)}), "LimitError", "XML deeper|grows"
    ),
    "200,000 levels html": Case("a.html", lambda: deep(200_000, "div"), "LimitError", "too deep"),
    "200,000 quotes markdown": Case("a.md", lambda: b"> " * 90_000 + b"x", "LimitError", "deep"),
    "200,000 lists markdown": Case("a.md", lambda: b"- " * 90_000 + b"x", "LimitError", "deep"),
    "brackets markdown": Case("a.md", lambda: b"[" * 100_000, None),
    "emphasis markdown": Case("a.md", lambda: b"*a **b " * 14_000, None),
    "comments without end in markdown": Case(
        "a.md", lambda: b"x <!--" * 30_000, "LimitError", "without"
    ),
    "tags without end in markdown": Case("a.md", lambda: b"<p\n" * 60_000, None),
    "docx bomb": Case("a.docx", lambda: bomb(120 * MEGABYTE), "LimitError", "grows"),
    "large docx bomb": Case("a.docx", lambda: bomb(160 * MEGABYTE), "LimitError", "unpack"),
    "docx bomb that lies": Case("a.docx", lying_bomb, "InputError", "damaged"),
    "docx with too many parts": Case(
        "a.docx", lambda: archive({str(n): b"" for n in range(6000)}), "LimitError", "parts"
    ),
    "docx with tracked changes": Case("a.docx", lambda: docx(p("a", ins("b"))), None),
    "encrypted docx": Case(
        "a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "InputError", "password"
    ),
    "docx with encrypted parts": Case("a.docx", encrypted_zip, "InputError", "password"),
    "encrypted odt": Case(
        "a.odt", lambda: odt("", manifest="<encryption-data/>"), "InputError", "password"
    ),
    "old doc": Case(
        "a.doc",
        lambda: OLE + "WordDocument".encode("utf-16-le"),
        "InputError",
        r"save it as \.docx",
    ),
    "old doc named docx": Case(
        "a.docx",
        lambda: OLE + "WordDocument".encode("utf-16-le"),
        "InputError",
        r"save it as \.docx",
    ),
    "truncated docx": Case(
        "a.docx", lambda: docx(p("x" * 999))[:-60], "InputError", "damaged or cut off"
    ),
    "damaged docx": Case(
        "a.docx",
        lambda: docx(p("x")).replace(b"word/document.xml", b"word/documXnt.xml"),
        "InputError",
        "damaged|without a Word document",
    ),
    "docx named txt": Case("a.txt", lambda: docx(p("x")), "InputError", r"rename it to \.docx"),
    "odt named docx": Case(
        "a.docx", lambda: odt("<text:p>x</text:p>"), "InputError", "without a Word document"
    ),
    "txt named docx": Case("a.docx", lambda: b"plain words", "InputError", "damaged|no archive"),
    "rtf named docx": Case("a.docx", lambda: b"{\\rtf1 x}", "InputError", r"RTF.*\.docx"),
    "html named docx": Case("a.docx", lambda: b"<html>x</html>", "InputError", r"\.html"),
    "pdf named txt": Case("a.txt", lambda: b"%PDF-1.7\n", "InputError", r"rename it to \.pdf"),
    "txt named pdf": Case("a.pdf", lambda: b"plain words", "InputError", "no PDF"),
    "damaged pdf": Case("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<<", "InputError", "PDF"),
    "no suffix": Case("README", lambda: b"x", "InputError", "no reader"),
    "a kind that is not read": Case("a.pages", lambda: b"x", "InputError", r"\.docx"),
    "no cue": Case("a.srt", lambda: b"words\n\nwords", "InputError", "cue"),
    "name with escapes": Case(
        "\x1b]52;c;x\x07[/].txt", lambda: b"\xff", "InputError", "byte offset"
    ),
}


def outcome(case: Case) -> tuple[str | None, str, float]:
    """The class of the error that reading ends as, its message, and the processor seconds."""
    content = case.content()
    started = time.process_time()
    try:
        if case.path.endswith((".tmx", ".xlf", ".tsv", ".jsonl")):
            read_bilingual(content, path=case.path)
        else:
            read_document(content, path=case.path, side="es", region="es-MX")
    except AlignerError as error:
        return type(error).__name__, str(error), time.process_time() - started
    return None, "", time.process_time() - started


def peak() -> float:
    """The most memory that this process has had, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage says includes the process that this one was started from.
        line = next(each for each in status.read_text().splitlines() if "VmHWM" in each)
        return int(line.split()[1]) / 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return most / 1024 if sys.platform == "darwin" else most


def main() -> None:
    """Read every case in this process."""
    seconds = {name: outcome(case)[2] for name, case in CASES.items()}
    print(json.dumps({"seconds": seconds, "megabytes": peak()}))


if __name__ == "__main__":
    main()
