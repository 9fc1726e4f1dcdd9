"""One look that tells most places of a text from those where an expression may begin.

What always holds: the pattern matches wherever one of the forms does; it costs a look at two signs,
while an alternation of a hundred words is tried word by word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def beginnings(forms: Iterable[str]) -> str:
    """A pattern of the first two signs of `forms`, or of the one sign that a form has, for a
    lookahead."""
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for form in forms:
        seconds[form[0]].add(form[1:2])
    return "|".join(
        re.escape(first) + ("" if "" in found else f"[{re.escape(''.join(sorted(found)))}]")
        for first, found in sorted(seconds.items())
    )
