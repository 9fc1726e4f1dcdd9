"""TBX v3 (ISO 30042:2019), dialect TBX-Basic, in both styles: data categories as attributes (DCA)
and as tags (DCT).

What always holds: both styles say the same; every category and value is one that TBX-Basic declares.
"""

from __future__ import annotations

from aligner.exchange.markup import content
from aligner.exchange.tbx import GENERATOR, Style, export
from aligner.exchange.terms import Exported
from aligner.glossary.concept import Glossary

_NS = "urn:iso:std:iso:30042:ed-2"
_MIN = "http://www.tbxinfo.net/ns/min"
_BASIC = "http://www.tbxinfo.net/ns/basic"
_IN_MIN = frozenset({"administrativeStatus", "partOfSpeech", "subjectField"})


def _dca(meta: str, name: str, text: str) -> str:
    return f'<{meta} type="{name}">{content(text)}</{meta}>'


def _dct(meta: str, name: str, text: str) -> str:  # noqa: ARG001  one signature for both styles
    prefix = "min" if name in _IN_MIN else "basic"
    return f"<{prefix}:{name}>{content(text)}</{prefix}:{name}>"


def _head(style: str, namespaces: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tbx type="TBX-Basic" style="{style}" xml:lang="en" xmlns="{_NS}"{namespaces}>\n'
        "  <tbxHeader>\n    <fileDesc>\n"
        "      <titleStmt><title>Glossary</title></titleStmt>\n"
        f"      <sourceDesc><p>Written by {GENERATOR}</p></sourceDesc>\n"
        "    </fileDesc>\n  </tbxHeader>\n  <text>\n  <body>"
    )


_TAIL = "  </body>\n  </text>\n</tbx>"


def export_dca(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """TBX-Basic with data categories as attributes."""
    style = Style("conceptEntry", "langSec", "termSec", _dca)
    return export(glossary, style, _head("dca", ""), _TAIL, include_internal=include_internal)


def export_dct(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """TBX-Basic with data categories as tags."""
    style = Style("conceptEntry", "langSec", "termSec", _dct)
    spaces = f' xmlns:min="{_MIN}" xmlns:basic="{_BASIC}"'
    return export(glossary, style, _head("dct", spaces), _TAIL, include_internal=include_internal)
