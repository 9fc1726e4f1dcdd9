"""The program under test, on a screen that nobody sees."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from aligner.tui.app import AlignerApp
from aligner.tui.desk import Desk
from aligner.tui.table import Table
from tests.tui.bench_of_memory import MemoryBench

PATIENCE = 120.0
"""Seconds after which a test gives up waiting. What it waits for may run in another process, so that
a busy machine counts; nothing is concluded from how long it took."""


@asynccontextmanager
async def running(
    bench: MemoryBench | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[AlignerApp, Pilot[int]]]:
    """The program with its first screen shown; closed properly at the end."""
    app = AlignerApp(bench or MemoryBench())
    app.opening.early()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot
    app.opening.close()
    app.writer.close()


def desk_of(app: AlignerApp) -> Desk:
    """The open document."""
    desk = app.desk
    assert desk is not None
    return desk


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    """Press these; `+text` types the first letter of the text and hands the rest to the field in
    one piece, as the Pilot waits 40 ms after each key."""
    for key in pressed:
        if key.startswith("+"):
            await pilot.press(_name(key[1]))
            field = pilot.app.screen.focused
            if isinstance(field, (Input, TextArea)) and key[2:]:
                pilot.app.post_message(events.Paste(key[2:]))
                await pilot.pause()
            else:
                await pilot.press(*[_name(sign) for sign in key[2:]])
        else:
            await pilot.press(key)
    await pilot.pause()


def _name(sign: str) -> str:
    return {" ": "space", ",": "comma", ".": "full_stop"}.get(sign, sign)


async def saved(app: AlignerApp, pilot: Pilot[int]) -> None:
    """Wait until everything is written."""
    app.writer.settle(PATIENCE)
    await pilot.pause()


def notices(app: AlignerApp) -> str:
    """What was said in the corner."""
    return "\n".join(str(notice.message) for notice in app._notifications)


def table_text(app: AlignerApp) -> str:
    """All cells of the table on the screen."""
    table = app.screen.query_one(Table)
    return "\n".join(" | ".join(text for text, _ in row) for row in table.rows)


async def until(
    pilot: Pilot[int], true: Callable[[], object], *, why: str = "it never came about"
) -> None:
    """Wait until `true` holds."""
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, why
        await pilot.pause(0.01)


async def settled(app: AlignerApp, pilot: Pilot[int]) -> None:
    """Wait until no work goes on elsewhere."""
    await until(pilot, lambda: not app.opening.busy)
    await pilot.pause()
