"""The table of recognition: terms, texts, and what must be found in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.matching import Matcher
from aligner.text.segment import Side, Span
from tests.language.generate import StringLoader


@dataclass(frozen=True)
class Case:
    """One text, and the spans of the term in it."""

    side: Side
    term: Term
    text: str
    expected: tuple[Span, ...]

    @property
    def found(self) -> tuple[Span, ...]:
        """What the matcher finds."""
        concept = (
            Concept("c", (self.term,), ()) if self.side == "en" else Concept("c", (), (self.term,))
        )
        matches = Matcher(Glossary((concept,))).find(self.text, self.side)
        return tuple((match.start, match.end) for match in matches)


def marked(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its brackets, and where they stood."""
    plain = ""
    spans: list[Span] = []
    for n, part in enumerate(text.replace("⟧", "⟦").split("⟦")):
        if n % 2:
            spans.append((len(plain), len(plain) + len(part)))
        plain += part
    return plain, tuple(spans)


def cases(side: Side, table: str = "recognition") -> list[Case]:
    """The cases of one language."""
    source = Path(__file__).with_name(f"{table}.{side}.yaml").read_text(encoding="utf-8")
    found = []
    for entry in yaml.load(source, Loader=StringLoader):
        term = Term(
            entry["term"],
            part_of_speech=entry.get("pos", ""),
            forms=tuple(entry.get("forms", ())),
            exceptions=tuple(entry.get("exceptions", ())),
        )
        for text in entry["texts"]:
            plain, spans = marked(text)
            found.append(Case(side, term, plain, spans))
    return found
