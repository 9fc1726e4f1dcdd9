"""Text made fit for XML.

What always holds: what comes out is well-formed whatever goes in. XML 1.0 cannot carry most control
characters even as references, so those become their visible symbols.
"""

from __future__ import annotations

import re
from xml.sax import saxutils

from aligner.text.hygiene import visible

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEPT_IN_ATTRIBUTES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: _symbol(match.group()), text)


def _symbol(sign: str) -> str:
    shown = visible(sign)
    return "\ufffd" if shown == sign else shown


def content(text: str) -> str:
    """`text` as element content. A carriage return is written as a reference, for a parser would
    make it a newline."""
    return saxutils.escape(_allowed(text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """`text` as an attribute's value, with its quotation marks."""
    return saxutils.quoteattr(_allowed(text), _KEPT_IN_ATTRIBUTES)
