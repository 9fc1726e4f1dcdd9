"""The examples of docs/checks/*.md, which are also its tests.

A page is named after its check. An example is a fenced block whose info string is `example`:

    en: The plan has 26 objectives.
    es: El plan tiene 25 objetivos.
    finds: major "26" | "25"

`en:` and `es:` lines make beads, in turn; several pairs are one document, and `-` is an empty side.
`{+words+}` and `{-words-}` are tracked changes. Each `finds:` line is one finding of the page's check: severity, then the evidence in both versions
(several places joined by ` + `, `-` for none). `silent` says that the check finds nothing.
`instrument: binding`, `region: en-US es-ES` and `term: en | preferred es | forbidden es | deprecated es` (several
forms of a slot joined by `;`) set what an example needs;
`title:` is a `term:` whose concept is the title of an instrument.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.check import check
from aligner.divergence.divergence import Divergence, Place
from aligner.divergence.settings import Settings
from aligner.glossary.concept import Concept, ConceptKind, Glossary, Status, Term
from aligner.text.digest import digest
from aligner.text.document import Document
from aligner.text.segment import Kind, Mark, MarkKind, Segment, Side

PAGES = Path(__file__).parents[2] / "docs" / "checks"
_BLOCK = re.compile(r"^```example\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CHANGE = re.compile(r"((?:(?!\{[+-]).)+)|\{\+(.*?)\+\}|\{-(.*?)-\}")
_FINDS = re.compile(r"^(\w+) (.*) \| (.*)$")


@dataclass
class Example:
    """One example of one page."""

    check: str
    line: int
    en: list[str] = field(default_factory=list)
    es: list[str] = field(default_factory=list)
    finds: list[tuple[str, str, str]] = field(default_factory=list)
    silent: bool = False
    instrument: str = "political"
    regions: tuple[str, str] = ("en-US", "es-MX")
    concepts: list[Concept] = field(default_factory=list)


def examples() -> list[Example]:
    """All examples of all pages."""
    found = []
    for page in sorted(PAGES.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        found += [
            _example(page.stem, text.count("\n", 0, block.start()) + 1, block[1])
            for block in _BLOCK.finditer(text)
        ]
    return found


def _example(name: str, line: int, block: str) -> Example:
    example = Example(name, line)
    for row in block.splitlines():
        word, _, rest = row.partition(":")
        rest = rest.strip()
        match word.strip():
            case "en":
                example.en.append(rest)
            case "es":
                example.es.append(rest)
            case "finds":
                parts = _FINDS.match(rest)
                assert parts, f"{name}.md:{line}: not a finding: {rest}"
                example.finds.append((parts[1], parts[2].strip(), parts[3].strip()))
            case "silent":
                example.silent = True
            case "instrument":
                example.instrument = rest
            case "region":
                en, es = rest.split()
                example.regions = (en, es)
            case "term" | "title":
                kind = ConceptKind.TITLE if word == "title" else ConceptKind.TERM
                example.concepts.append(_concept(rest, len(example.concepts), kind))
            case "":
                pass
            case _:
                raise AssertionError(f"{name}.md:{line}: unknown line {row!r}")
    assert len(example.en) == len(example.es), f"{name}.md:{line}: sides of unequal number"
    assert bool(example.finds) != example.silent, f"{name}.md:{line}: say finds or silent"
    return example


def _concept(rest: str, number: int, kind: ConceptKind) -> Concept:
    slots = [[form.strip() for form in slot.split(";")] for slot in rest.split("|")]
    statuses = (Status.PREFERRED, Status.FORBIDDEN, Status.DEPRECATED)
    spanish = [
        Term(form, status)
        for status, forms in zip(statuses, slots[1:], strict=False)
        for form in forms
        if form
    ]
    return Concept(f"c{number}", tuple(Term(form) for form in slots[0]), tuple(spanish), kind)


def found(example: Example) -> list[tuple[str, str, str]]:
    """What the page's check finds in the example, in the form of its `finds` lines."""
    bitext = bitext_of(example.en, example.es, example.regions)
    settings = Settings(instrument=example.instrument)  # type: ignore[arg-type]
    glossary = Glossary(tuple(example.concepts)) if example.concepts else None
    return [
        (each.severity.word, _evidence(bitext.en, each.en), _evidence(bitext.es, each.es))
        for each in check(bitext, glossary, settings)
        if each.check == example.check
    ]


def bitext_of(
    en: list[str], es: list[str], regions: tuple[str, str] = ("en-US", "es-MX")
) -> Bitext:
    """A bitext whose n-th line stands beside the n-th line; `-` is an empty side."""
    english, spanish = _document(en, "en", regions[0]), _document(es, "es", regions[1])
    beads, at = [], [0, 0]
    for left, right in zip(en, es, strict=True):
        sides: list[tuple[int, ...]] = []
        for side, line in enumerate((left, right)):
            sides.append((at[side],) if line != "-" else ())
            at[side] += line != "-"
        beads.append(Bead(sides[0], sides[1], 1.0))
    return Bitext(english, spanish, tuple(beads))


def _document(lines: list[str], side: Side, region: str) -> Document:
    texts = [line for line in lines if line != "-"]
    return Document(side, region, "", tuple(map(_segment, texts, range(len(texts)))))


def _segment(line: str, index: int) -> Segment:
    """A paragraph; `{+inserted+}` and `{-struck-}` become tracked changes."""
    text, marks = "", []
    for plain, inserted, struck in _CHANGE.findall(line):
        text += plain
        if inserted:
            kind, words = MarkKind.INSERTION, inserted
            marks.append(Mark(kind, len(text), len(text) + len(words), words, "A", "2021-10-08"))
            text += words
        elif struck:
            marks.append(Mark(MarkKind.DELETION, len(text), len(text), struck, "A", "2021-10-08"))
    return Segment(Kind.PARAGRAPH, text, index, digest(text), marks=tuple(marks))


def _evidence(document: Document, places: tuple[Place, ...]) -> str:
    texts = [f'"{document.segments[p.segment].text[p.start : p.end]}"' for p in places]
    return " + ".join(texts) or "-"


def one(check_name: str, en: str, es: str) -> list[Divergence]:
    """What `check_name` finds between two single paragraphs."""
    return [each for each in check(bitext_of([en], [es])) if each.check == check_name]
