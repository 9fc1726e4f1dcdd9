"""TBX v2 (martif): what OmegaT, Weblate and translate-toolkit read.

What always holds: it says what the v3 file says, with the elements of the older version and without
a document type, so that no reader looks for a DTD.
"""

from __future__ import annotations

from aligner.exchange.markup import content
from aligner.exchange.tbx import GENERATOR, Style, export
from aligner.exchange.terms import Exported
from aligner.glossary.concept import Glossary

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<martif type="TBX-Basic" xml:lang="en">\n'
    "  <martifHeader>\n    <fileDesc>\n"
    "      <titleStmt><title>Glossary</title></titleStmt>\n"
    f"      <sourceDesc><p>Written by {GENERATOR}</p></sourceDesc>\n"
    "    </fileDesc>\n"
    '    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>\n'
    "  </martifHeader>\n  <text>\n  <body>"
)
_TAIL = "  </body>\n  </text>\n</martif>"


def _category(meta: str, name: str, text: str) -> str:
    return f'<{meta} type="{name}">{content(text)}</{meta}>'


def export_martif(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """TBX-Basic of 2008."""
    style = Style("termEntry", "langSet", "tig", _category)
    return export(glossary, style, _HEAD, _TAIL, include_internal=include_internal)
