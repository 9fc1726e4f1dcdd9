"""One text alone, without its counterpart, against the terms that must not be used.

What always holds: without the other side nobody knows which concept a text means. A form that is
forbidden for one concept and right for another is therefore only pointed out (`AMBIGUOUS`), never
accused. What stands inside a longer term is that term's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from aligner.glossary.agreed import AgreedWordings
from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.glossary.conflicts import preferred_pair
from aligner.glossary.matching import Match, Matcher
from aligner.glossary.near import NearMisses
from aligner.glossary.usage import applies
from aligner.text.document import Document
from aligner.text.segment import Side, Span


class LintKind(StrEnum):
    """What is the matter, the gravest first."""

    FORBIDDEN = "forbidden"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"
    MISQUOTED = "misquoted"
    MISSPELT = "misspelt"
    REORDERED = "reordered"
    LITERAL = "literal"
    AMBIGUOUS = "ambiguous"

    @property
    def accuses(self) -> bool:
        """Whether the text is wrong whatever it means; the rest is pointed out."""
        return self is not LintKind.AMBIGUOUS


@dataclass(frozen=True, slots=True)
class LintFinding:
    """Code points [start, end) of `segment` say `text`; `instead` is what the glossary prefers."""

    kind: LintKind
    segment: int
    start: int
    end: int
    text: str
    concept: Concept
    term: Term
    instead: str

    def __str__(self) -> str:
        reason = (
            f": {self.term.note}" if self.term.note and self.kind.value == self.term.status else ""
        )
        use = f", use {self.instead!r}" if self.instead else ""
        return f"{self.text!r} is {self.kind.value} for {self.concept.id}{use}{reason}"


class Linter:
    """A glossary, ready to look through texts of one language. Build once, use for many."""

    def __init__(self, glossary: Glossary, side: Side, *, matcher: Matcher | None = None) -> None:
        self.side: Side = side
        self._matcher = matcher or Matcher(glossary)
        self._near = NearMisses(glossary, side)
        self._agreed = AgreedWordings(glossary, side)

    def check(
        self,
        text: str,
        *,
        segment: int = 0,
        region: str = "",
        document: str = "",
        near: bool = True,
    ) -> tuple[LintFinding, ...]:
        """What is the matter with one segment's `text`, in order of place."""
        matches = [
            match
            for match in self._matcher.find(text, self.side, region=region)
            if applies(match.concept, document)
        ]
        found = [self._wrong(match, matches, text, segment) for match in matches]
        findings = [each for each in found if each is not None]
        findings.extend(
            LintFinding(
                LintKind.MISQUOTED,
                segment,
                each.start,
                each.end,
                text[each.start : each.end],
                each.concept,
                each.term,
                each.wording,
            )
            for each in self._agreed.check(text)
            if applies(each.concept, document) and not _covered((each.start, each.end), findings)
        )
        if near:
            taken = {at for match in matches for at in range(match.start, match.end)}
            taken |= {at for each in findings for at in range(each.start, each.end)}
            findings.extend(
                LintFinding(
                    LintKind(each.kind.value),
                    segment,
                    each.start,
                    each.end,
                    text[each.start : each.end],
                    each.concept,
                    each.term,
                    each.term.text,
                )
                for each in self._near.find(text, taken)
                if applies(each.concept, document)
            )
        return tuple(sorted(set(findings), key=_order))

    def _wrong(
        self, match: Match, matches: list[Match], text: str, segment: int
    ) -> LintFinding | None:
        status = match.term.status
        if match.inner or status not in (Status.FORBIDDEN, Status.DEPRECATED, Status.SUPERSEDED):
            return None
        right_elsewhere = any(
            other.term.status in (Status.PREFERRED, Status.ADMITTED)
            and (other.start, other.end, other.parts) == (match.start, match.end, match.parts)
            for other in matches
        )
        kind = LintKind.AMBIGUOUS if right_elsewhere else LintKind(status.value)
        pair = preferred_pair(match.concept)
        return LintFinding(
            kind,
            segment,
            match.start,
            match.end,
            text[match.start : match.end],
            match.concept,
            match.term,
            pair[0] if self.side == "en" else pair[1],
        )


def lint(
    document: Document,
    glossary: Glossary,
    *,
    name: str = "",
    near: bool = True,
    morph: bool = False,
) -> tuple[LintFinding, ...]:
    """What is the matter with the terms of `document`, in order of place. `name` is the document's id
    that scopes are read against; `near` also looks for what nearly says a preferred term; `morph`
    asks the word lists of the extra `[morph]` too."""
    linter = Linter(glossary, document.side, matcher=Matcher(glossary, morph=morph))
    return tuple(
        finding
        for segment in document.segments
        for finding in linter.check(
            segment.text, segment=segment.index, region=document.region, document=name, near=near
        )
    )


def _covered(span: Span, findings: Iterable[LintFinding]) -> bool:
    return any(each.start <= span[0] and span[1] <= each.end for each in findings)


def _order(finding: LintFinding) -> tuple[int, int, int, str, str, str]:
    return (
        finding.segment,
        finding.start,
        -finding.end,
        finding.kind.value,
        finding.concept.id,
        finding.term.text,
    )
