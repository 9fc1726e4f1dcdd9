"""equivalences.yaml: what verdicts for always have taught; written by the program alone.

What always holds: an entry names the verdict that it comes from; undoing that verdict takes the
entry out again; aligner.yaml is never rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from aligner.divergence.settings import Equivalence
from aligner.errors import RecordError
from aligner.glossary.canonical import scalar
from aligner.review import values
from aligner.review.event import EventKind
from aligner.review.review import Scope, Verdict
from aligner.review.state import State
from aligner.store.atomic import write_whole
from aligner.store.files import DISK, Disk
from aligner.store.shape import Shape
from aligner.store.yaml_loader import content_of, load

SCHEMA = 1
_KEYS = ("verdict", "check", "en", "es", "document", "by", "at", "why")
_HEAD = (
    "# Written by aligner from verdicts that hold always. Undo the verdict to take an entry out;\n"
    "# equivalences of your own belong into aligner.yaml.\n"
)
_LASTING = frozenset({Verdict.INTENDED, Verdict.FALSE_ALARM})


@dataclass(frozen=True, slots=True)
class Taught:
    """One equivalence and the verdict (event id) that taught it, with who, when and why.
    `origin` is the document whose journal holds the verdict."""

    verdict: str
    equivalence: Equivalence
    by: str = ""
    at: str = ""
    origin: str = ""


def taught_by(state: State, document: str) -> tuple[Taught, ...]:
    """What the live verdicts for always of one journal teach, by event id."""
    out = []
    for live in state.live:
        event = live.event
        if event.kind != EventKind.VERDICT or live.slot:
            continue
        if values.text(event.value, "scope") != Scope.ALWAYS:
            continue
        words = event.value.get("words")
        if values.text(event.value, "verdict") not in _LASTING or not isinstance(words, dict):
            continue
        en, es = values.text(words, "en"), values.text(words, "es")
        if not en and not es:
            continue
        check = values.text(event.value, "check")
        equivalence = Equivalence(en, es, check, why=values.text(event.value, "reason"))
        out.append(Taught(event.id, equivalence, event.by, event.at, document))
    return tuple(out)


def read_taught(path: Path) -> tuple[Taught, ...]:
    """What `path` holds; nothing when it is not there. Raises RecordError."""
    try:
        content = content_of(path)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise RecordError(f"{path.name}: cannot be read ({error.strerror})") from error
    loaded = load(content, name=path.name, error=RecordError)
    shape = Shape(loaded, path.name, RecordError)
    top = shape.mapping(loaded.value, (), ("schema", "equivalences"))
    shape.schema(top, SCHEMA)
    out = []
    for n, entry in enumerate(shape.listing(top.get("equivalences", ""), ("equivalences",))):
        here = ("equivalences", n)
        given = shape.mapping(entry, here, _KEYS)
        read = {key: shape.text(each, (*here, key)) for key, each in given.items()}
        equivalence = Equivalence(
            read.get("en", ""), read.get("es", ""), read.get("check", ""), why=read.get("why", "")
        )
        out.append(
            Taught(
                read.get("verdict", ""),
                equivalence,
                read.get("by", ""),
                read.get("at", ""),
                read.get("document", ""),
            )
        )
    return tuple(out)


def write_taught(path: Path, entries: Iterable[Taught], *, disk: Disk = DISK) -> None:
    """Makes `entries` the content of `path`, in one canonical form. Raises RecordError."""
    lines = [f"schema: {SCHEMA}"]
    ordered = sorted(entries, key=lambda each: (each.origin, each.at, each.verdict))
    lines.append("equivalences:" if ordered else "equivalences: []")
    for each in ordered:
        fields = {
            "verdict": each.verdict,
            "document": each.origin,
            "check": each.equivalence.check,
            "en": each.equivalence.en,
            "es": each.equivalence.es,
            "by": each.by,
            "at": each.at,
            "why": each.equivalence.why,
        }
        filled = [f"{key}: {scalar(value)}" for key, value in fields.items() if value]
        lines += [f"  {'- ' if not n else '  '}{line}" for n, line in enumerate(filled)]
    write_whole(path, (_HEAD + "\n".join(lines) + "\n").encode("utf-8"), disk=disk)


def brought_up_to_date(
    entries: Iterable[Taught], state: State, document: str
) -> tuple[Taught, ...] | None:
    """`entries` with those of `document` as its journal has them now; None where they agree."""
    before = tuple(entries)
    others = [each for each in before if each.origin != document]
    after = (*others, *taught_by(state, document))
    return None if set(before) == set(after) else tuple(after)
