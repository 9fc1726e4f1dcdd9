"""Commands that stand in a text without quotes: a loop of a shell, a pipe, a substitution.

What always holds: only forms that prose never has count, and a stretch ends where the form ends or
with the line; figures and words in it are in no language.
"""

from __future__ import annotations

import re

from aligner.language.reading import Reading
from aligner.text.segment import Span

_FORMS = re.compile(
    r"(?<!\w)for \w{1,20} in [^\n]{1,200}?; ?do [^\n]{0,200}?; ?done(?!\w)"
    r"|(?<!\w)(?:while|until) [^\n]{1,120}?; ?do [^\n]{0,200}?; ?done(?!\w)"
    r"|(?<!\w)if (?:\[|test |!)[^\n]{1,120}?; ?then [^\n]{0,200}?; ?fi(?!\w)"
    r"|(?:(?<!\S)[\w./-]+ )(?:[\w./$-]+ ){1,6}\| \w[^\n]{1,200}?; ?done(?!\w)"
    r"|\$\([^()\n]{1,120}\)|\$\(\([^()\n]{1,80}\)\)"
)


def code_spans(reading: Reading) -> tuple[Span, ...]:
    """The stretches of code, in order."""
    text = reading.text
    if "; do" not in text and ";do" not in text and "$(" not in text and "; then" not in text:
        return ()
    return tuple(match.span() for match in _FORMS.finditer(text))


def in_code(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch of the text touches code."""
    return any(a < end and start < b for a, b in reading.of(code_spans))
