"""XLIFF 2.1: the bitext for newer CAT tools, with review states and shared notes.

What always holds: one file element a document, one unit a bead with one segment. XLIFF 2 names its
two languages once for all files, so documents of other regions share the bare language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.exchange.markup import attribute, content
from aligner.exchange.row import Progress, Row, Sheet
from aligner.text.xliff import NS20, ORDER

# A sub-state needs a prefix of its own; "reviewed" and "final" are the format's own words.
_STATES = {
    Progress.OPEN: 'state="translated"',
    Progress.STALE: 'state="translated" subState="aligner:stale"',
    Progress.NEEDS_WORK: 'state="translated" subState="aligner:needs-work"',
    Progress.ACCEPTED: 'state="reviewed"',
    Progress.SIGNED: 'state="final"',
}


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The lines of the file."""
    all_sheets = tuple(sheets)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<xliff version="2.1" xmlns="{NS20}" srcLang={attribute(_shared(all_sheets, "en"))}'
        f" trgLang={attribute(_shared(all_sheets, 'es'))}>\n"
    )
    for place, sheet in enumerate(all_sheets, start=1):
        yield f'  <file id="f{place}" original={attribute(sheet.name)} xml:space="preserve">\n'
        # A file without a unit is not allowed: an empty document has one empty unit.
        for row in sheet.rows:
            yield from _unit(row)
        yield "  </file>\n"
    yield "</xliff>\n"


def _shared(sheets: tuple[Sheet, ...], side: str) -> str:
    regions = {sheet.en if side == "en" else sheet.es for sheet in sheets}
    return regions.pop() if len(regions) == 1 else side


def _unit(row: Row) -> Iterator[str]:
    en, es = row.texts
    order = f' name="{ORDER}{row.order}"' if row.order else ""
    yield f'    <unit id="{row.number}"{order}>\n'
    if row.remarks:
        yield "      <notes>\n"
        for place, remark in enumerate(row.remarks, start=1):
            by = f"{remark.by}: " if remark.by else ""
            yield f'        <note id="n{place}">{content(by + remark.text)}</note>\n'
        yield "      </notes>\n"
    state = _STATES.get(row.progress)
    # Only a segment with a target may be further than "initial".
    shown = f" {state}" if state and es else ""
    yield f"      <segment{shown}>\n        <source>{content(en)}</source>\n"
    if es:
        yield f"        <target>{content(es)}</target>\n"
    yield "      </segment>\n    </unit>\n"
