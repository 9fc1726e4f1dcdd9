"""The commands of the line-by-line review that look at the whole document: filter, occurrences,
term candidates, the closing checklist.

What always holds: they show what the screens of the same names show, on the same desk; long lists
are read out a part at a time, and how much is left is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.divergence.divergence import Severity
from aligner.glossary.concept import Status
from aligner.tui.details import check_word
from aligner.tui.filtering import STATES, Filter, people
from aligner.tui.overview_lines import checklist_entries
from aligner.tui.plain_moving import Command
from aligner.tui.speaker import Speaker
from aligner.tui.term_decision import TermDraft, decided

AT_ONCE = 20
"""Blocks or candidates that are read out before the rest is only counted."""


def _filter(speaker: Speaker, _: str) -> None:
    """Ask what to show, one thing after the other; Enter alone asks nothing of it."""
    desk = speaker.desk
    every = ("", speaker.say("filter.any"))

    def asked(name: str, choices: Sequence[tuple[str, str]]) -> str | None:
        speaker.tell(speaker.say(f"filter.{name}") + ":")
        return speaker.choose([every, *choices], first=True)

    state = asked("state", [(name, speaker.say(f"state.{name}")) for name in STATES])
    severities = [(s.word, speaker.say(f"severity.{s.word}")) for s in reversed(Severity)]
    severity = asked("severity", severities) if state is not None else None
    present = sorted({finding.divergence.check for finding in desk.review.findings})
    checks = [(name, check_word(name, speaker.words)) for name in present]
    check = asked("check", checks) if severity is not None else None
    names = [(name, name) for name in people(desk.review)]
    reviewer = asked("reviewer", names) if check is not None else None
    if state is None or severity is None or check is None or reviewer is None:
        return
    wanted = Filter(
        states=frozenset({state} - {""}),
        checks=frozenset({check} - {""}),
        severities=frozenset({Severity.named(severity)} if severity else ()),
        reviewer=reviewer,
    )
    if not desk.refilter(wanted):
        desk.refilter(Filter())
        speaker.tell(speaker.say("filter.none"))
        return
    shown = speaker.say("header.filtered", n=len(desk.rows), m=len(desk.review.beads))
    speaker.tell(shown)
    speaker.read()


def _occurrences(speaker: Speaker, rest: str) -> None:
    """Where words stand; English and Spanish words may be asked for together."""
    desk = speaker.desk
    query = speaker.say("occurrences.query")
    sides = []
    for side in ("en", "es"):
        asked = f"{speaker.say(f'plain.side.{side}')}, {query}: "
        first = rest if side == "en" and rest else (speaker.hear(asked) or "").strip()
        sides.append(first)
    if not any(sides):
        speaker.tell(speaker.say("plain.cancelled"))
        return
    beads = sorted({hit.bead for hit in desk.find_pair(*sides)})
    english, spanish = (each or "–" for each in sides)
    title = speaker.say("occurrences.title", english=english, spanish=spanish, n=len(beads))
    speaker.tell(title)
    for bead in beads[:AT_ONCE]:
        en, es = desk.review.bitext.texts(desk.review.bitext.beads[bead])
        speaker.tell(f"{speaker.say('block')} {bead + 1}. EN: {en} ES: {es}")
    _left(speaker, len(beads))


def _left(speaker: Speaker, count: int) -> None:
    if count > AT_ONCE:
        speaker.tell(speaker.say("plain.left", n=count - AT_ONCE))


def _suggestions(speaker: Speaker, _: str) -> None:
    """Term candidates, one after the other: preferred, admitted, not now, enough."""
    if not speaker.known():
        return
    from aligner.glossary.suggest import suggest

    desk = speaker.desk
    speaker.tell(speaker.say("suggestions.looking"))
    candidates = suggest(desk.review.bitext, glossary=desk.glossary)
    found = [each for each in candidates if not each.concept and each.renderings]
    speaker.tell(speaker.say("suggestions.title", n=len(found)))
    for candidate in found:
        rendering = candidate.renderings[0]
        why = speaker.say("suggestions.why", n=rendering.count, m=candidate.count)
        speaker.tell(f"EN: {candidate.text}. ES: {rendering.text} ({why}).")
        choices = [
            (Status.PREFERRED.value, speaker.say("status.preferred")),
            (Status.ADMITTED.value, speaker.say("status.admitted")),
            ("", speaker.say("key.suggestion-skip")),
        ]
        status = speaker.choose(choices)
        if status is None:
            return
        if not status:
            continue
        draft = TermDraft(candidate.text, rendering.text, document=desk.document)
        answers = {
            "en": candidate.text,
            "en_status": Status.PREFERRED.value,
            "es": rendering.text,
            "es_status": status,
            "why": why,
            "former": "",
            "authority": "house",
            "definition": "",
        }
        session = desk.session
        made = decided(desk.glossary, None, draft, answers, session.by, session.role)
        desk.take_glossary(speaker.workbench.save_concept(made.before, made.after, why))
        speaker.tell(speaker.say("term.kept", concept=made.after.id))


def _checklist(speaker: Speaker, _: str) -> None:
    """What still stands between this text and signature; open points are named as open."""
    desk = speaker.desk
    for entry in checklist_entries(desk.review, desk.glossary, speaker.words):
        glyph, _, what = entry.what.partition(" ")
        if glyph in ("✓", "✗"):
            done = speaker.say("plain.done" if glyph == "✓" else "plain.undone")
            speaker.tell(f"{done}: {what}, {entry.text}")
        else:
            speaker.tell(entry.what)


VIEWS: dict[str, Command] = {
    "filter": _filter,
    "occurrences": _occurrences,
    "suggestions": _suggestions,
    "checklist": _checklist,
}
