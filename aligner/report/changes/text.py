"""What changed, for people who read a terminal; and the same as JSON.

What always holds: words that went stand in `[-` `-]`, words that came in `{+` `+}`, as in word
diffs that people know; colour only underlines it.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from aligner.report.changes.comparison import Line, Versions, VersionScore, lines, scores
from aligner.text.hygiene import visible

SCHEMA = 1
_REACH = {
    "both": "changed in both",
    "en-only": "changed in EN only",
    "es-only": "changed in ES only",
}


def marked(text: str, spans: Iterable[tuple[int, int]], opening: str, closing: str) -> str:
    """`text` with `opening` and `closing` around each of `spans` (ascending)."""
    out, at = [], 0
    for start, end in spans:
        out += [text[at:start], opening, text[start:end], closing]
        at = end
    return "".join([*out, text[at:]])


def render(compared: Sequence[Versions], *, width: int = 80) -> str:
    """The changes of all documents as text."""
    page: list[str] = []
    for versions in compared:
        found = list(lines(versions))
        page.append(visible(f"{versions.id}: {_summary(found)}"))
        page += _scores(scores(versions))
        for line in found:
            page += ["", *_change(line, width)]
        page.append("")
    return "\n".join(page)


def _summary(found: list[Line]) -> str:
    if not found:
        return "no change"
    counts = Counter(_REACH.get(line.reach, line.said) for line in found)
    return ", ".join(f"{n} {name}" for name, n in counts.most_common())


def _scores(found: Iterable[VersionScore]) -> list[str]:
    return [f"  {score.side} {score.metric} {score.score} ({score.signature})" for score in found]


def _change(line: Line, width: int) -> list[str]:
    where = f"{line.old_path}:{line.old_line} -> {line.new_path}:{line.new_line}"
    if not line.new_text:
        where = f"{line.old_path}:{line.old_line}"
    elif not line.old_text:
        where = f"{line.new_path}:{line.new_line}"
    reach = f" ({_REACH[line.reach]})" if line.reach else ""
    out = [visible(f"  {line.side.upper()} {line.said}{reach}  {where}")]
    if line.old_label != line.new_label and line.old_text and line.new_text:
        out.append(visible(f"    number {line.old_label or 'none'} -> {line.new_label or 'none'}"))
    shown = []
    if line.old_text and line.kind != "renumbered" and (line.cut or not line.new_text):
        shown.append("- " + marked(line.old_text, line.cut, "[-", "-]"))
    if line.new_text:
        shown.append("+ " + marked(line.new_text, line.put, "{+", "+}"))
    for text in shown:
        out += textwrap.wrap(
            visible(" ".join(text.split())),
            max(width, 40),
            initial_indent="    ",
            subsequent_indent="      ",
            break_on_hyphens=False,
        )
    return out


def render_json(compared: Sequence[Versions]) -> str:
    """The changes of all documents as one JSON document."""
    documents = [
        {
            "id": versions.id,
            "scores": [
                {"side": s.side, "metric": s.metric, "score": s.score, "signature": s.signature}
                for s in scores(versions)
            ],
            "changes": [_record(line) for line in lines(versions)],
        }
        for versions in compared
    ]
    return (
        json.dumps({"schema": SCHEMA, "documents": documents}, ensure_ascii=False, indent=1) + "\n"
    )


def _record(line: Line) -> dict[str, Any]:
    def place(path: str, at: int, label: str, text: str, spans: Iterable[tuple[int, int]]) -> Any:
        if not text:
            return None
        return {
            "path": path,
            "line": at,
            "label": label,
            "text": text,
            "spans": [list(span) for span in spans],
        }

    return {
        "side": line.side,
        "kind": line.kind,
        "moved": line.moved,
        "reach": line.reach or None,
        "old": place(line.old_path, line.old_line, line.old_label, line.old_text, line.cut),
        "new": place(line.new_path, line.new_line, line.new_label, line.new_text, line.put),
    }
