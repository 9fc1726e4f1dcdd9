"""The one table of keys. It feeds the bindings, the footer, the help, the palette and docs/keys.md.

What always holds: an id names one action everywhere (`keys:` in aligner.yaml remaps by id); its
words stand in the catalogue as `key.<id>` (short) and `help.<id>` (a sentence); letters need no
AltGr on a Spanish keyboard, and no key is one that terminals confuse (ctrl+m, ctrl+h, ctrl+i).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One action. `keys` are Textual's names, the first is the one that is shown; `context` is the
    screen it belongs to (`everywhere` for all); `rank` orders the footer (0: not in the footer)."""

    id: str
    keys: tuple[str, ...]
    context: str
    group: str
    rank: int = 0

    @property
    def action(self) -> str:
        """The name of the screen's method that carries it out, without `action_`."""
        return self.id.replace("-", "_")


def _group(context: str, group: str, *lines: tuple[str, str, int]) -> tuple[Key, ...]:
    return tuple(Key(name, tuple(keys.split()), context, group, rank) for name, keys, rank in lines)


KEYS: tuple[Key, ...] = (
    *_group(
        "bitext",
        "move",
        ("next", "j down", 9),
        ("previous", "k up", 0),
        ("page-down", "pagedown ctrl+f", 0),
        ("page-up", "pageup ctrl+b", 0),
        ("first", "home", 0),
        ("last", "end", 0),
        ("next-open", "n", 1),
        ("previous-open", "N", 0),
        ("next-unreviewed", "r", 0),
        ("walk", "g", 0),
        ("jump", "colon", 14),
        ("search", "slash", 8),
        ("filter", "f", 15),
    ),
    *_group(
        "bitext",
        "words",
        ("word-right", "l right", 0),
        ("word-left", "h left", 0),
        ("other-side", "tab", 16),
        ("select-right", "L shift+right", 0),
        ("select-left", "H shift+left", 0),
        ("let-go", "escape", 0),
    ),
    *_group(
        "bitext",
        "review",
        ("accept", "space", 2),
        ("needs-work", "x", 3),
        ("verdict", "d", 4),
        ("note", "c", 5),
        ("query", "Q", 11),
        ("answer", "a", 0),
        ("sign-off", "s", 17),
        ("agreement", "e", 0),
        ("proposal", "p", 0),
        ("bulk", "b", 0),
        ("assign", "A", 0),
        ("note-editor", "C", 0),
        ("undo", "u", 6),
        ("redo", "U", 0),
    ),
    *_group(
        "bitext",
        "align",
        ("merge", "m", 10),
        ("split", "v", 0),
        ("move-down", "J", 0),
        ("move-up", "K", 0),
        ("unlink", "y", 0),
        ("link", "Y", 0),
        ("pin", "P", 0),
        ("realign", "R", 0),
        ("explain", "E", 0),
    ),
    *_group(
        "bitext",
        "terms",
        ("term", "t", 7),
        ("occurrences", "w", 0),
        ("glossary", "G", 12),
        ("suggestions", "T", 0),
    ),
    *_group(
        "bitext",
        "see",
        ("old-new", "o", 0),
        ("changes", "W", 0),
        ("earlier", "B", 0),
        ("documents", "D", 0),
        ("overview", "O", 18),
        ("checklist", "V", 0),
        ("details", "i", 0),
        ("density", "z", 0),
        ("layout", "Z", 0),
        ("open-text", "ctrl+o", 0),
        ("reload", "f5", 0),
    ),
    *_group(
        "glossary",
        "glossary",
        ("concept-edit", "e enter", 1),
        ("concept-new", "a", 2),
        ("concept-search", "slash", 3),
        ("concept-sort", "s", 4),
        ("concept-occurrences", "w", 5),
        ("concept-history", "h", 6),
        ("concept-conflicts", "c", 7),
        ("concept-undo", "u", 8),
        ("concept-export", "x", 9),
    ),
    *_group(
        "suggestions",
        "suggestions",
        ("suggestion-prefer", "p", 1),
        ("suggestion-admit", "a", 2),
        ("suggestion-skip", "s", 3),
        ("suggestion-occurrences", "w", 4),
    ),
    *_group(
        "occurrences",
        "occurrences",
        ("occurrence-open", "enter", 1),
        ("occurrence-english", "e", 2),
        ("occurrence-spanish", "s", 3),
    ),
    *_group(
        "earlier",
        "earlier",
        ("earlier-spanish", "s", 1),
        ("earlier-english", "e", 2),
    ),
    *_group("documents", "documents", ("document-open", "enter", 1)),
    *_group("overview", "overview", ("overview-open", "enter", 1)),
    *_group(
        "everywhere",
        "program",
        ("help", "question_mark f1", 13),
        ("palette", "ctrl+p", 19),
        ("theme", "f8", 0),
        ("language", "f9", 0),
        ("leave", "q", 20),
    ),
)

BY_ID: Mapping[str, Key] = {key.id: key for key in KEYS}

_SIGNS = {
    "colon": ":",
    "slash": "/",
    "question_mark": "?",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "Esc",
    "tab": "Tab",
}


def sign(key: str, named: Mapping[str, str]) -> str:
    """`ctrl+o` as people read it: `^O`; `shift+left` as `⇧←`. `named` holds the words of a
    language for keys that have a name (`space`, `enter`, ...)."""
    *modifiers, last = key.split("+")
    if last.startswith("f") and last[1:].isdigit():
        name = last.upper()
    else:
        name = named.get(last) or _SIGNS.get(last, last)
    if "ctrl" in modifiers:
        return "^" + name.upper()
    return ("⇧" if "shift" in modifiers else "") + name


NAMED = ("space", "enter", "home", "end", "pageup", "pagedown", "backspace", "delete")
"""Keys that each language calls by a word (`sign.<key>` in the catalogue)."""


def keys_of(key: Key, remapped: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of an action after the project's `keys:` (a comma separates several)."""
    if key.id in remapped:
        return tuple(each.strip() for each in remapped[key.id].split(",") if each.strip())
    return key.keys


def in_context(context: str) -> tuple[Key, ...]:
    """The keys of one screen, those that hold everywhere last."""
    own = tuple(key for key in KEYS if key.context == context)
    return own + tuple(key for key in KEYS if key.context == "everywhere")


def footer(context: str, remapped: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(key, id) of what the footer names on a screen, the most needed first."""
    named = sorted((key for key in in_context(context) if key.rank), key=lambda key: key.rank)
    return tuple((keys_of(key, remapped)[0], key.id) for key in named)
