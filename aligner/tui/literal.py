"""Outside text made literal: the one way by which words that we did not write reach the screen.

What always holds: the result is `Content`, which Textual never reads as markup, and every control,
bidirectional or invisible character in it is a visible symbol.
"""

from __future__ import annotations

from textual.content import Content

from aligner.text.hygiene import visible


def literal(text: str, style: str = "") -> Content:
    """`text` as it stands, line breaks kept; `style` is ours."""
    content = Content(visible(text))
    return content.stylize(style) if style else content


def paragraph(*parts: str | Content | tuple[str, str]) -> Content:
    """Parts joined to one content; a string or (string, style) is taken literally."""
    made = [
        part
        if isinstance(part, Content)
        else literal(part)
        if isinstance(part, str)
        else literal(*part)
        for part in parts
    ]
    return Content("").join(made)
