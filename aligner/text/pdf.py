"""Text PDFs, an experiment behind the extra `[pdf]`.

What always holds: a PDF knows no paragraphs, so they are guessed from line breaks and sentence
ends; a scanned page without text is said to be one. Whoever has the Word file should give that.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from aligner.errors import InputError, LimitError
from aligner.text.building import Block
from aligner.text.hygiene import visible
from aligner.text.labels import split_bullet, split_label
from aligner.text.limits import MAX_SEGMENT
from aligner.text.segment import Kind

MAX_PAGES = 2_000
_FULL = 0.6
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|página|pág\.)\s*)?[-–]?\s*\d{1,4}\s*(?:(?:of|de|/)\s*\d{1,4})?\s*[-–]?", re.I
)
_END = re.compile(r"[.;:!?][\"'”»)\]]*$")
_HYPHEN = re.compile(r"(?<=[a-záéíóúñü])[-\u00ad]$")


def blocks(content: bytes, *, name: str) -> Iterator[Block]:
    """The paragraphs of a PDF as far as they can be told. Raises InputError without the extra, for
    a damaged or encrypted file, and where no page has text."""
    shown = visible(name)
    try:
        import pypdf
    except ImportError:
        raise InputError(
            f"{shown}: PDFs need the extra: pip install 'aligner[pdf]'; better, give the Word file"
        ) from None
    pages: list[str] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise InputError(f"{shown}: protected by a password; save it without one")
        if len(reader.pages) > MAX_PAGES:
            raise LimitError(f"{shown}: more than {MAX_PAGES:,} pages")
        pages = [page.extract_text() for page in reader.pages]
    except InputError:
        raise
    # The library raises whatever a damaged file brings about; none of it is a fault of ours.
    except Exception as error:  # noqa: BLE001
        raise InputError(f"{shown}: a damaged PDF ({type(error).__name__})") from None
    if not any(page.strip() for page in pages):
        raise InputError(f"{shown}: no text in the PDF, only pictures of it; give the Word file")
    yield from _paragraphs(pages)


def _paragraphs(pages: list[str]) -> Iterator[Block]:
    gathered: list[str] = []
    size = 0
    found = list(_lines(pages))
    lengths = sorted(len(line) for line in found if line) or [0]
    # A line far from the margin ends its paragraph, as a heading does.
    short = _FULL * lengths[int(0.9 * (len(lengths) - 1))]
    for line in found:
        begins = not line or bool(split_label(line)[0]) or split_bullet(line)[0]
        begins = begins or bool(gathered and len(gathered[-1]) < short)
        if gathered and (
            begins or (_END.search(gathered[-1]) and _short(gathered)) or size > MAX_SEGMENT // 2
        ):
            yield Block(Kind.PARAGRAPH, _joined(gathered), spaces=True)
            gathered, size = [], 0
        if line:
            gathered.append(line)
            size += len(line)
    if gathered:
        yield Block(Kind.PARAGRAPH, _joined(gathered), spaces=True)


def _lines(pages: list[str]) -> Iterator[str]:
    for page in pages:
        found = [line.strip() for line in page.replace("\x00", "").split("\n")]
        while found and (not found[-1] or _PAGE_NUMBER.fullmatch(found[-1])):
            found.pop()
        while found and (not found[0] or _PAGE_NUMBER.fullmatch(found[0])):
            found.pop(0)
        yield from found


def _short(lines: list[str]) -> bool:
    """Whether the last line stops well before the others, as the last of a paragraph does."""
    return len(lines[-1]) < 0.85 * max(map(len, lines)) or len(lines) == 1


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        if _HYPHEN.search(text) and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text
