"""Long work elsewhere: its progress, its result, its failure, its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.widgets import ProgressBar

from aligner.errors import InputError
from aligner.review.session import Records, Session
from aligner.tui.bitext import BitextScreen
from aligner.tui.process import Running
from aligner.tui.workbench import Preparation
from aligner.tui.writer import Writer
from tests.tui.bench_of_memory import MemoryBench
from tests.tui.running import keys, running

Report = Callable[[str, float], None]


def counting(limit: int, report: Report) -> int:
    for number in range(limit):
        report("align", number / limit)
    print("this must not disturb the reports")
    return limit


def endless(report: Report) -> None:
    report("align", 0.5)
    time.sleep(60)


def refusing(report: Report) -> None:
    raise InputError("the text is gone")


def crashing(report: Report) -> None:
    raise ZeroDivisionError("a fault of ours")


async def worked(work: Preparation) -> tuple[list[object], list[str], list[float]]:
    done: list[object] = []
    failed: list[str] = []
    shares: list[float] = []
    async with running() as (app, pilot):
        Running(
            app,
            work,
            done=done.append,
            failed=failed.append,
            progress=lambda stage, share: shares.append(share),
        )
        for _ in range(200):
            await pilot.pause(0.05)
            if done or failed:
                break
    return done, failed, shares


async def test_progress_and_result_come_back() -> None:
    done, failed, shares = await worked(Preparation(counting, (4,)))
    assert (done, failed, shares) == ([4], [], [0.0, 0.25, 0.5, 0.75])


async def test_an_error_is_told_in_its_own_words() -> None:
    assert (await worked(Preparation(refusing)))[1] == ["the text is gone"]
    assert (await worked(Preparation(crashing)))[1] == ["ZeroDivisionError: a fault of ours"]


async def test_a_result_that_comes_when_the_program_ends_is_told_to_nobody() -> None:
    told: list[object] = []
    async with running() as (app, _):
        work = Running(app, Preparation(counting, (0,)), done=told.append, failed=told.append)
        # Not awaited: the result lies ready, and the first look at it is after the end.
        work._process.wait(30)
    work._look()
    assert told == []
    assert app.screen_stack == []
    app.opening.look_for_changes()
    app.show_saved()


class SlowBench(MemoryBench):
    """A project whose document must be prepared first."""

    work = Preparation(endless)
    prepared = False

    def preparation(self, document: str) -> Preparation | None:
        return None if self.prepared else self.work

    def open(self, document: str, through: Callable[[Records], Records]) -> Session:
        self.prepared = True
        return super().open(document, through)


async def test_preparing_shows_progress_and_can_be_cancelled() -> None:
    async with running(SlowBench()) as (app, pilot):
        for _ in range(100):
            await pilot.pause(0.05)
            if app.screen.query_one(ProgressBar).progress:
                break
        assert app.screen.query_one(ProgressBar).progress == 0.5
        await keys(pilot, "escape")
        await pilot.pause()
    assert app.return_value == 0


async def test_a_prepared_document_opens_by_itself() -> None:
    bench = SlowBench()
    bench.work = Preparation(counting, (3,))
    async with running(bench) as (app, pilot):
        for _ in range(100):
            await pilot.pause(0.05)
            if isinstance(app.screen, BitextScreen):
                break
        assert isinstance(app.screen, BitextScreen)


def test_the_writer_keeps_order_and_ends_with_everything_written() -> None:
    written: list[int] = []
    writer = Writer()
    for number in range(50):
        writer.write(lambda number=number: written.append(number))  # type: ignore[misc]
    assert writer.close() == 0
    assert written == list(range(50))


def test_the_writer_says_what_it_could_not_write() -> None:
    def fails() -> None:
        raise OSError("disk full")

    writer = Writer()
    writer.RETRY = 0.01
    writer.write(fails)
    writer.settle(5.0)
    assert writer.wrong == "disk full"
    assert writer.close(1.0) == 1


def test_quiet_loops_do_not_linger() -> None:
    # A worker process ends with its pipe: nothing is left behind after a cancel.
    async def go() -> None:
        async with running() as (app, pilot):
            work = Running(app, Preparation(endless), done=print, failed=print)
            await pilot.pause(0.3)
            work.cancel()
            assert work._process.poll() is not None

    asyncio.run(go())
