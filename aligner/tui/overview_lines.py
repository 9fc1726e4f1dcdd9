"""A whole document on one screen, as lines: the alignment map, divergences by check, what has no
place, progress over time, and the closing checklist.

What always holds: a line that names a place carries its bead, so that Enter goes there; shapes are
drawn with characters and named with words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.alignment.bead import Bead
from aligner.divergence.divergence import Severity
from aligner.glossary.concept import Glossary
from aligner.review.event import EventKind
from aligner.review.gates import judge, profile
from aligner.review.metrics import measure
from aligner.review.review import Agreement, Review
from aligner.tui.block import GLYPHS
from aligner.tui.blocks import shape_word
from aligner.tui.catalogue import Catalogue
from aligner.tui.details import check_word
from aligner.tui.filtering import state_of
from aligner.tui.oneline import shown


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the overview: three texts, a style name, and where Enter goes: a bead (-1: none)
    and a check to walk through (empty: none)."""

    what: str
    text: str = ""
    count: str = ""
    style: str = "plain"
    bead: int = -1
    check: str = ""


def overview_entries(review: Review, words: Catalogue, width: int = 60) -> list[Entry]:
    """Map (so many blocks a line), shapes, checks, orphans, progress."""
    return [
        *_map(review, words, width),
        *_shapes(review, words),
        *_checks(review, words),
        *_lost(review, words),
        *_days(review, words),
    ]


def _heading(words: Catalogue, key: str, count: str = "") -> Entry:
    return Entry(words.say(key), count=count, style="heading")


def sign_of(bead: Bead) -> str:
    """One character for a bead on the map."""
    if not bead.es:
        return "╴"
    if not bead.en:
        return "╶"
    if bead.crossing:
        return "╳"
    if bead.shape == "1-1":
        return "│"
    if len(bead.en) == 1:
        return "┬"
    return "┴" if len(bead.es) == 1 else "┼"


def _map(review: Review, words: Catalogue, width: int) -> Iterable[Entry]:
    beads = review.bitext.beads
    yield _heading(words, "overview.map", words.say("overview.beads", n=len(beads)))
    for start in range(0, len(beads), width):
        part = range(start, min(start + width, len(beads)))
        line = "".join(sign_of(beads[index]) for index in part)
        yield Entry(f"{start + 1}–{part[-1] + 1}", line, bead=start)
        states = "".join(_state_sign(review, index) for index in part)
        yield Entry("", states, style="quiet", bead=start)


def _state_sign(review: Review, bead: int) -> str:
    severe = any(
        f.open and f.divergence.severity >= Severity.MAJOR for f in review.findings_of(bead)
    )
    return "▲" if severe else GLYPHS[state_of(review.beads[bead])]


def _shapes(review: Review, words: Catalogue) -> Iterable[Entry]:
    odd = [
        (index, bead)
        for index, bead in enumerate(review.bitext.beads)
        if bead.shape != "1-1" or bead.crossing
    ]
    yield _heading(words, "overview.shapes", str(len(odd)))
    for index, bead in odd:
        en = ",".join(str(i + 1) for i in bead.en) or "–"
        es = ",".join(str(j + 1) for j in bead.es) or "–"
        named = [words.say("shape.crossing")] if bead.crossing else []
        if bead.shape != "1-1":
            named.append(words.say(shape_word(bead.shape)))
        yield Entry(
            f"EN {en} ─{sign_of(bead)}─ ES {es}", ", ".join(named), f"{bead.score:.2f}", bead=index
        )


def _checks(review: Review, words: Catalogue) -> Iterable[Entry]:
    counted: dict[str, Counter[str]] = {}
    first: dict[str, int] = {}
    worst: dict[str, Severity] = {}
    for finding in review.findings:
        name = finding.divergence.check
        state = "open" if finding.open else "settled"
        counted.setdefault(name, Counter())[state] += 1
        if finding.open:
            first.setdefault(name, finding.divergence.bead)
            worst[name] = max(worst.get(name, Severity.INFO), finding.divergence.severity)
    # The header counts the same way: a notice asks for nothing.
    notices = review.open_by_severity[Severity.INFO]
    total = str(sum(counter["open"] for counter in counted.values()) - notices)
    if notices:
        total += f" + {words.count('head.info', notices)}"
    yield _heading(words, "overview.checks", total)
    ordered = sorted(counted, key=lambda n: (-worst.get(n, -1), -counted[n]["open"], n))
    for name in ordered:
        open_, settled = counted[name]["open"], counted[name]["settled"]
        bar = "■" * min(open_, 30) + "□" * min(settled, 30)
        text = words.say("overview.check", open=open_, all=open_ + settled)
        style = worst[name].word if name in worst else "quiet"
        yield Entry(check_word(name, words), bar, text, style, first.get(name, -1), name)


def _lost(review: Review, words: Catalogue) -> Iterable[Entry]:
    if review.orphans:
        yield _heading(words, "overview.orphans", str(len(review.orphans)))
    for orphan in review.orphans:
        event = orphan.decision.event
        kind = words.say(f"event.{event.kind}")
        yield Entry(f"{kind} · {shown(event.by)}", shown(" | ".join(orphan.was)), style="stale")
    if review.conflicts:
        yield _heading(words, "overview.conflicts", str(len(review.conflicts)))
    for conflict in review.conflicts:
        people = ", ".join(sorted({live.event.by for live in conflict.decisions}))
        yield Entry(conflict.topic, shown(people), style="needs-work", bead=conflict.bead)


def _days(review: Review, words: Catalogue) -> Iterable[Entry]:
    days: dict[str, Counter[str]] = {}
    for name in review.state.active:
        event = review.state.events[name]
        if event.kind in (EventKind.ACCEPT, EventKind.VERDICT, EventKind.NEEDS_WORK):
            days.setdefault(event.at[:10], Counter())[event.kind] += max(1, len(event.targets))
    yield _heading(words, "overview.days")
    if not days:
        yield Entry("", words.say("overview.no-days"), style="quiet")
    most = max((sum(counter.values()) for counter in days.values()), default=1)
    for day in sorted(days):
        total = sum(days[day].values())
        yield Entry(day, "█" * max(1, 40 * total // most), str(total), "accepted")


def checklist_entries(review: Review, glossary: Glossary, words: Catalogue) -> list[Entry]:
    """What the closing concordance asks: structure, amendments, nuances, references, terms,
    queries, agreement, then the gates of signature."""
    entries = [_heading(words, "checklist.concordance")]
    entries += _concordance(review, words)
    entries.append(_heading(words, "checklist.gates"))
    metrics = measure([review], glossary)
    for result in judge(metrics, profile("signature")):
        key = f"metric.{result.metric}"
        name = words.say(key) if words.has(key) else result.metric
        metric = metrics[result.metric]
        if not metric.ratio:
            text = str(metric.n)
        elif metric.d:
            text = f"{metric.percent} % ({metric.n}/{metric.d})"
        else:
            text = words.say("checklist.nothing")
        entries.append(_judged(name, text, result.held))
    return entries


def _judged(what: str, text: str, held: bool, bead: int = -1, check: str = "") -> Entry:
    glyph = "✓" if held else "✗"
    return Entry(
        f"{glyph} {what}", text, style="accepted" if held else "needs-work", bead=bead, check=check
    )


GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "structure",
        frozenset(
            {
                "gap",
                "missing-sentence",
                "missing-clause",
                "missing-coordinate",
                "duplicate",
                "list-length",
                "open-list",
                "numbering",
                "annex",
                "brackets",
            }
        ),
    ),
    (
        "facts",
        frozenset({"number", "percentage", "money", "date", "duration", "frequency", "ordinal"}),
    ),
    ("names", frozenset({"name", "office", "acronym", "actor"})),
    (
        "nuances",
        frozenset(
            {
                "modality",
                "negation",
                "quantifier",
                "conjunction",
                "safeguard",
                "binding-register",
                "performative",
                "antonym",
            }
        ),
    ),
    ("references", frozenset({"reference", "link"})),
    (
        "terms",
        frozenset(
            {
                "forbidden-term",
                "deprecated-term",
                "preferred-term",
                "inconsistent-term",
                "inconsistent-rendering",
                "agreed-wording",
            }
        ),
    ),
)


def _concordance(review: Review, words: Catalogue) -> Iterable[Entry]:
    grouped = frozenset().union(*(checks for _, checks in GROUPS))
    for name, checks in (*GROUPS, ("rest", frozenset())):
        waiting = [
            finding
            for finding in review.open_findings
            if (
                finding.divergence.check in checks
                if checks
                else finding.divergence.check not in grouped
            )
        ]
        severe = sum(finding.divergence.severity >= Severity.MAJOR for finding in waiting)
        yield _judged(
            words.say(f"checklist.{name}"),
            words.say("documents.count", n=len(waiting), severe=severe),
            not severe,
            waiting[0].divergence.bead if waiting else -1,
        )
    amendments = [bead for bead in review.beads if bead.proposals]
    yield _judged(
        words.say("checklist.amendments"),
        words.count("head.proposal", sum(len(bead.proposals) for bead in amendments)),
        not amendments,
        amendments[0].bead if amendments else -1,
    )
    waiting_queries = [bead for bead in review.beads if any(q.open for q in bead.queries)]
    yield _judged(
        words.say("checklist.queries"),
        words.count("head.query", sum(q.open for q in review.queries)),
        not waiting_queries,
        waiting_queries[0].bead if waiting_queries else -1,
    )
    unagreed = [
        bead for bead in review.beads if bead.agreement not in (Agreement.AGREED, Agreement.CLOSED)
    ]
    yield _judged(
        words.say("checklist.agreement"),
        words.say("checklist.agreed", n=len(review.beads) - len(unagreed), m=len(review.beads)),
        not unagreed,
        unagreed[0].bead if unagreed else -1,
    )


def rows(entries: Sequence[Entry]) -> list[list[tuple[str, str]]]:
    """The entries as table rows."""
    return [
        [(each.what, each.style), (each.text, each.style), (each.count, each.style)]
        for each in entries
    ]
