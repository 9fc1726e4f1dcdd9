"""TMX 1.4b: translation memories for OmegaT and every CAT tool.

What always holds: one unit a bead that has both sides; a bead without a counterpart is a unit
with one language, which TMX allows. The source language is `*all*`: neither version is the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import aligner
from aligner.exchange.markup import attribute, content
from aligner.exchange.row import Row, Sheet
from aligner.text.tmx import DOCUMENT, ORDER, SEGMENTS


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The lines of the file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    yield '<tmx version="1.4">\n'
    yield (
        f'  <header creationtool="aligner" creationtoolversion={attribute(aligner.__version__)}'
        ' segtype="paragraph" o-tmf="aligner" adminlang="en" srclang="*all*"'
        ' datatype="plaintext" o-encoding="UTF-8"/>\n'
    )
    yield "  <body>\n"
    for sheet in sheets:
        for row in sheet.rows:
            yield from _unit(sheet, row)
    yield "  </body>\n</tmx>\n"


def _unit(sheet: Sheet, row: Row) -> Iterator[str]:
    yield f"    <tu tuid={attribute(f'{sheet.name}#{row.number}')}>\n"
    for remark in row.remarks:
        by = f"{remark.by}: " if remark.by else ""
        yield f"      <note>{content(by + remark.text)}</note>\n"
    yield f'      <prop type="{DOCUMENT}">{content(sheet.name)}</prop>\n'
    yield f'      <prop type="{SEGMENTS}">{row.shape}</prop>\n'
    if row.order:
        yield f'      <prop type="{ORDER}">{row.order}</prop>\n'
    if row.progress:
        yield f'      <prop type="x-state">{row.progress.value}</prop>\n'
    for region, text in zip((sheet.en, sheet.es), row.texts, strict=True):
        if text:
            lang = attribute(region)
            yield f"      <tuv xml:lang={lang}><seg>{content(text)}</seg></tuv>\n"
    yield "    </tu>\n"
