"""The commands of the line-by-line review: the same actions as on the screen, asked for in words.

What always holds: a command is an action's id, or its letter of the key table; what it needs and
was not given behind it is asked for, and an empty answer does nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from aligner.glossary.concept import Status
from aligner.review.review import Agreement, Scope, Verdict
from aligner.text.segment import SIDES, Side
from aligner.tui.blocks import verdict_word
from aligner.tui.changes import marked
from aligner.tui.desk import Desk
from aligner.tui.details import finding_lines
from aligner.tui.keys import BY_ID
from aligner.tui.plain_moving import MOVES, Command
from aligner.tui.plain_views import VIEWS
from aligner.tui.speaker import Speaker
from aligner.tui.term_decision import TermDraft, decided


def _accept(speaker: Speaker, rest: str) -> None:
    if not speaker.known():
        return
    desk = speaker.desk
    if desk.review.bitext.beads[desk.bead].empty:
        reason = speaker.given(rest, "accept.reason")
        if reason is None:
            return
        desk.session.justify(desk.bead, reason)
    else:
        desk.session.accept([desk.bead])
    desk.step(1)
    speaker.read()


def _text(key: str, act: Callable[[Speaker, str], object]) -> Command:
    def command(speaker: Speaker, rest: str) -> None:
        if speaker.known():
            text = speaker.given(rest, key)
            if text is not None:
                act(speaker, text)

    return command


def _query(speaker: Speaker, rest: str) -> None:
    if not speaker.known():
        return
    question = speaker.given(rest, "query.question")
    addressee = speaker.given("", "query.addressee") if question else None
    if question and addressee:
        due = (speaker.hear(speaker.say("query.due") + ": ") or "").strip()
        desk = speaker.desk
        shared = speaker.shared()
        desk.session.query([desk.bead], question, addressee=addressee, due=due, shared=shared)


def _answer(speaker: Speaker, rest: str) -> None:
    if not speaker.known():
        return
    waiting = [q for q in speaker.desk.review.beads[speaker.desk.bead].queries if q.open]
    if not waiting:
        speaker.tell(speaker.say("answer.none"))
        return
    name: str | None = waiting[0].id
    if len(waiting) > 1:
        name = speaker.choose([(q.id, f"{q.number} {q.question}") for q in waiting])
    text = speaker.given(rest, "answer.text") if name else None
    if name and text:
        speaker.desk.session.answer(name, text)


def _verdict(speaker: Speaker, _: str) -> None:
    desk = speaker.desk
    if desk.finding is None:
        speaker.tell(speaker.say("verdict.none"))
        return
    if not speaker.known():
        return
    for line in finding_lines(desk.review, desk.finding, speaker.words):
        speaker.tell("".join(text for text, _ in line))
    verdict = speaker.choose([(v.value, verdict_word(v, speaker.words)) for v in Verdict])
    if verdict is None:
        return
    reason = speaker.given("", "form.reason") if verdict != Verdict.OPEN else ""
    if reason is None:
        return
    proposed = ""
    if verdict.startswith("mend"):
        proposed = (speaker.hear(speaker.say("verdict.proposed") + ": ") or "").strip()
    speaker.tell(speaker.say("plain.scope"))
    scopes = [(s.value, speaker.say(f"scope.{s.value}")) for s in Scope]
    scope = speaker.choose(scopes, first=True)
    if scope is None:
        return
    shared = speaker.shared()
    names = [each.fingerprint for each in desk.review.findings]
    place = names.index(desk.finding.fingerprint)
    desk.session.verdict(
        place, verdict, reason=reason, proposed=proposed, scope=scope, shared=shared
    )
    desk.refind()


def _agreement(speaker: Speaker, _: str) -> None:
    if not speaker.known():
        return
    choices = [(a.value, speaker.say("agreement." + a.value.replace(" ", "-"))) for a in Agreement]
    stage = speaker.choose(choices)
    if stage:
        speaker.desk.session.agreement([speaker.desk.bead], stage)


def _proposal(speaker: Speaker, rest: str) -> None:
    if not speaker.known():
        return
    chosen = speaker.choose([(name, speaker.say(f"plain.side.{name}")) for name in SIDES])
    side: Side | None = "en" if chosen == "en" else "es" if chosen else None
    text = speaker.given(rest, f"proposal.should.{side}") if side else None
    if side and text:
        shared = speaker.shared()
        speaker.desk.session.proposal(speaker.desk.bead, side, text, shared=shared)


def _shape(act: Callable[[Desk], object]) -> Command:
    def command(speaker: Speaker, _: str) -> None:
        if not speaker.known():
            return
        place = speaker.desk.position()
        act(speaker.desk)
        speaker.desk.renewed(place)
        speaker.read()

    return command


def _split(speaker: Speaker, rest: str) -> None:
    numbers = [int(part) for part in rest.replace(",", " ").split() if part.isdecimal()]
    desk = speaker.desk
    shape = desk.review.bitext.beads[desk.bead]
    if len(numbers) != 2:
        numbers = [min(1, len(shape.en)), min(1, len(shape.es))]
    _shape(lambda each: each.session.split(each.bead, numbers[0], numbers[1]))(speaker, "")


def _pin(desk: Desk) -> object:
    if desk.review.bitext.beads[desk.bead].pinned:
        return desk.session.unpin(desk.bead)
    return desk.session.pin(desk.bead)


def _move(step: int) -> Command:
    def act(desk: Desk) -> object:
        shape = desk.review.bitext.beads[desk.bead]
        side: Side = "en" if len(shape.en) > len(shape.es) else "es"
        segments = shape.en if side == "en" else shape.es
        return desk.session.move(side, segments[-1 if step > 0 else 0], step)

    return _shape(act)


def _undo(speaker: Speaker, _: str) -> None:
    if speaker.known():
        place = speaker.desk.position()
        event = speaker.desk.session.undo()
        speaker.desk.renewed(place)
        speaker.tell(
            speaker.say("undo.none" if event is None else "undo.done", **_what(speaker, event))
        )


def _redo(speaker: Speaker, _: str) -> None:
    if speaker.known():
        place = speaker.desk.position()
        event = speaker.desk.session.redo()
        speaker.desk.renewed(place)
        speaker.tell(
            speaker.say("redo.none" if event is None else "redo.done", **_what(speaker, event))
        )


def _what(speaker: Speaker, event: object) -> dict[str, object]:
    kind = getattr(event, "kind", "")
    return {"what": speaker.say(f"event.{kind}")} if kind else {}


def _term(speaker: Speaker, rest: str) -> None:
    """A term of each language and why; status as on the screen."""
    if not speaker.known():
        return
    desk, workbench = speaker.desk, speaker.workbench
    english = rest or (speaker.hear(speaker.say("term.en") + ": ") or "").strip()
    spanish = (speaker.hear(speaker.say("term.es") + ": ") or "").strip()
    if not english and not spanish:
        speaker.tell(speaker.say("plain.cancelled"))
        return
    statuses = [(each.value, speaker.say(f"status.{each.value}")) for each in Status]
    answers = {"en": english, "es": spanish, "former": "admitted", "authority": "house"}
    answers["definition"] = ""
    for side, words in (("en", english), ("es", spanish)):
        if words:
            speaker.tell(f"{words}: {speaker.say('term.status')}")
        answers[f"{side}_status"] = (
            speaker.choose(statuses, first=True) or "" if words else Status.PREFERRED.value
        )
    why = speaker.given("", "term.why")
    if why is None or not answers["en_status"] or not answers["es_status"]:
        return
    answers["why"] = why
    draft = TermDraft(english, spanish, document=desk.document)
    session = desk.session
    made = decided(desk.glossary, None, draft, answers, session.by, session.role)
    desk.take_glossary(workbench.save_concept(made.before, made.after, why))
    speaker.tell(speaker.say("term.kept", concept=made.after.id))


def _bulk(speaker: Speaker, _: str) -> None:
    """Accept every shown block that nobody reviewed and that has no open divergence."""
    if not speaker.known():
        return
    clean = speaker.desk.clean()
    if not clean:
        speaker.tell(speaker.say("bulk.none"))
        return
    speaker.tell(speaker.say("bulk.about"))
    if speaker.choose([("yes", speaker.say("bulk.accept", n=len(clean)))]) == "yes":
        speaker.desk.session.accept(clean)


def _old_new(speaker: Speaker, _: str) -> None:
    """What stood there, and what stands there now."""
    desk = speaker.desk
    was = desk.review.beads[desk.bead].was
    if was is None:
        speaker.tell(speaker.say("old-new.none"))
        return
    for side, old in (("en", was[0]), ("es", was[1])):
        before, after = marked(old, desk.joined_text("en" if side == "en" else "es"))
        name = speaker.say(f"plain.side.{side}")
        speaker.tell(f"{name}, {speaker.say('old-new.before')}: {''.join(t for t, _ in before)}")
        speaker.tell(f"{name}, {speaker.say('old-new.now')}: {''.join(t for t, _ in after)}")


def _help(speaker: Speaker, _: str) -> None:
    speaker.tell(speaker.say("plain.help"))
    speaker.tell(speaker.say("plain.help.enter"))
    speaker.tell(speaker.say("plain.help.ok"))
    for name in _BY_NAME:
        if name in BY_ID:
            letter = _letter(name)
            speaker.tell(f"{name}{f' ({letter})' if letter else ''}: {speaker.say(f'help.{name}')}")


def _overview(speaker: Speaker, _: str) -> None:
    speaker.progress()


def _export(speaker: Speaker, _: str) -> None:
    speaker.tell(speaker.workbench.export_glossary())


_BY_NAME: dict[str, Command] = {
    **MOVES,
    **VIEWS,
    "accept": _accept,
    "needs-work": _text(
        "needs-work.label", lambda s, text: s.desk.session.needs_work([s.desk.bead], reason=text)
    ),
    "note": _text(
        "note.label", lambda s, text: s.desk.session.note([s.desk.bead], text, shared=s.shared())
    ),
    "query": _query,
    "answer": _answer,
    "verdict": _verdict,
    "sign-off": _shape(lambda desk: desk.session.sign_off([desk.bead])),
    "agreement": _agreement,
    "proposal": _proposal,
    "assign": _text("assign.to", lambda s, to: s.desk.session.assignment([s.desk.bead], to)),
    "undo": _undo,
    "redo": _redo,
    "merge": _shape(lambda desk: desk.session.merge([desk.bead, desk.bead + 1])),
    "split": _split,
    "move-down": _move(1),
    "move-up": _move(-1),
    "unlink": _shape(lambda desk: desk.session.unlink(desk.bead)),
    "pin": _shape(_pin),
    "term": _term,
    "bulk": _bulk,
    "old-new": _old_new,
    "overview": _overview,
    "concept-export": _export,
    "help": _help,
}


def _letter(name: str) -> str:
    key = BY_ID[name]
    letters = {"colon": ":", "slash": "/", "question_mark": "?", "escape": "esc"}
    first = letters.get(key.keys[0], key.keys[0])
    return first if key.context in ("bitext", "everywhere") and len(first) <= 3 else ""


COMMANDS: dict[str, Command] = {
    **_BY_NAME,
    **{letter: command for name, command in _BY_NAME.items() if (letter := _letter(name))},
    "ok": _accept,
}
