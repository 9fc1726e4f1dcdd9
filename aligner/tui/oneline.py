"""Outside text for one line of any terminal, without Textual (`--plain` needs it too)."""

from __future__ import annotations

from aligner.text.hygiene import visible


def shown(text: str) -> str:
    """`text` on one line, every control, bidirectional or invisible character a visible symbol."""
    return visible(text).replace("\n", " ")
