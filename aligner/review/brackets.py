"""Open square brackets of negotiated text, counted.

What always holds: an innermost or outer pair counts as one each; a bracket without its partner
counts too, since it is no less open.
"""

from __future__ import annotations


def open_brackets(text: str) -> int:
    """The number of bracketed alternatives in `text`."""
    depth = found = 0
    for char in text:
        if char == "[":
            depth += 1
            found += 1
        elif char == "]":
            if depth:
                depth -= 1
            else:
                found += 1
    return found
