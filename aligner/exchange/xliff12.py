"""XLIFF 1.2: the bitext for CAT tools, with review states and shared notes.

What always holds: one file element a document and one trans-unit a bead; English stands as
`source` because the format asks for one, and that says nothing of which version came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import aligner
from aligner.exchange.markup import attribute, content
from aligner.exchange.row import Progress, Row, Sheet
from aligner.text.segment import Kind
from aligner.text.xliff import NS12, ORDER

_STATES = {
    Progress.OPEN: "needs-review-translation",
    Progress.STALE: "needs-review-translation",
    Progress.NEEDS_WORK: "needs-translation",
    Progress.ACCEPTED: "signed-off",
    Progress.SIGNED: "final",
}
_RESTYPES = {Kind.HEADING: "x-heading", Kind.CELL: "cell", Kind.CAPTION: "caption"}


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The lines of the file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<xliff version="1.2" xmlns="{NS12}">\n'
    for sheet in sheets:
        yield (
            f"  <file original={attribute(sheet.name)} source-language={attribute(sheet.en)}"
            f' target-language={attribute(sheet.es)} datatype="plaintext">\n'
        )
        yield (
            '    <header><tool tool-id="aligner" tool-name="aligner"'
            f" tool-version={attribute(aligner.__version__)}/></header>\n    <body>\n"
        )
        for row in sheet.rows:
            yield from _unit(sheet, row)
        yield "    </body>\n  </file>\n"
    yield "</xliff>\n"


def _unit(sheet: Sheet, row: Row) -> Iterator[str]:
    en, es = row.texts
    approved = ' approved="yes"' if row.progress.done else ""
    restype = _RESTYPES.get(row.kind)
    kind = f' restype="{restype}"' if restype else ""
    state = _STATES.get(row.progress)
    order = f' extradata="{ORDER}{row.order}"' if row.order else ""
    yield f'      <trans-unit id="{row.number}"{approved}{kind}{order} xml:space="preserve">\n'
    yield f"        <source xml:lang={attribute(sheet.en)}>{content(en)}</source>\n"
    if es:
        shown = f' state="{state}"' if state else ""
        yield f"        <target xml:lang={attribute(sheet.es)}{shown}>{content(es)}</target>\n"
    for remark in row.remarks:
        by = f" from={attribute(remark.by)}" if remark.by else ""
        yield f"        <note{by}>{content(remark.text)}</note>\n"
    yield "      </trans-unit>\n"
