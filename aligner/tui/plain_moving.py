"""The commands of the line-by-line review that move: blocks, divergences, hits, paragraphs.

What always holds: what is reached is read out; what is not there is said.
"""

from __future__ import annotations

from collections.abc import Callable

from aligner.text.segment import Side
from aligner.tui.filtering import WALKS, Filter
from aligner.tui.speaker import Speaker

Command = Callable[[Speaker, str], None]


def _walk(step: int, walk: str = "") -> Command:
    def command(speaker: Speaker, _: str) -> None:
        if speaker.desk.walk_on(step, walk):
            speaker.read()
        else:
            goal = speaker.say(f"walk.{walk or speaker.desk.walk}")
            key = "walk.none-after" if step > 0 else "walk.none-before"
            speaker.tell(speaker.say(key, goal=goal))

    return command


def _step(by: int) -> Command:
    def command(speaker: Speaker, _: str) -> None:
        speaker.desk.step(by)
        speaker.read()

    return command


def _goal(speaker: Speaker, _: str) -> None:
    chosen = speaker.choose([(walk, speaker.say(f"walk.{walk}")) for walk in WALKS])
    if chosen:
        speaker.desk.walk = chosen


def _jump(speaker: Speaker, rest: str) -> None:
    text = speaker.given(rest, "prompt.jump")
    if text is None:
        return
    parts = text.lower().split()
    sides: list[Side] = ["en", "es"]
    if parts[0] in ("en", "es"):
        sides = ["en"] if parts[0] == "en" else ["es"]
        parts = parts[1:]
    if not parts or not parts[0].isdecimal():
        speaker.tell(speaker.say("jump.wrong", text=text))
    elif any(speaker.desk.jump(side, int(parts[0])) for side in sides):
        speaker.read()
    else:
        speaker.tell(speaker.say("jump.none", n=parts[0]))


def _search(speaker: Speaker, rest: str) -> None:
    query = speaker.given(rest, "prompt.search")
    if query is None:
        return
    count = speaker.desk.look_for(query)
    if not count:
        speaker.desk.stop_looking()
        speaker.tell(speaker.say("search.none", query=query))
        return
    speaker.tell(speaker.say("plain.hits", n=count))
    speaker.desk.walk_on(1)
    speaker.read()


def _let_go(speaker: Speaker, _: str) -> None:
    speaker.desk.stop_looking()
    speaker.desk.walk = "open"
    if not speaker.desk.filter.empty:
        speaker.desk.refilter(Filter())


MOVES: dict[str, Command] = {
    "next": _step(1),
    "previous": _step(-1),
    "first": _step(-(10**9)),
    "last": _step(10**9),
    "next-open": _walk(1),
    "previous-open": _walk(-1),
    "next-unreviewed": _walk(1, "unreviewed"),
    "walk": _goal,
    "jump": _jump,
    "search": _search,
    "let-go": _let_go,
}
