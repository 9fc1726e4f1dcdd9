"""aligner: alignment and translation review of declarations in English and Spanish.

`import aligner` is cheap: the public names below are resolved when they are first used (PEP 562),
so that neither numpy nor lxml nor textual is loaded before it is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from aligner.alignment.align import align
    from aligner.alignment.bead import Bead, Bitext
    from aligner.divergence.check import check
    from aligner.divergence.divergence import Divergence
    from aligner.text.document import Document
    from aligner.text.reading import read_document
    from aligner.text.segment import Segment

_HOME = {
    "align": "aligner.alignment.align",
    "Bead": "aligner.alignment.bead",
    "Bitext": "aligner.alignment.bead",
    "check": "aligner.divergence.check",
    "Divergence": "aligner.divergence.divergence",
    "Document": "aligner.text.document",
    "read_document": "aligner.text.reading",
    "Segment": "aligner.text.segment",
}

__all__ = [
    "Bead",
    "Bitext",
    "Divergence",
    "Document",
    "Segment",
    "__version__",
    "align",
    "check",
    "read_document",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'aligner' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
