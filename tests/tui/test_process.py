"""Long work elsewhere: its progress, its result, its failure, its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.widgets import ProgressBar

from aligner.errors import InputError
from aligner.review.session import Records, Session
from aligner.tui.bitext import BitextScreen
from aligner.tui.preparing import PreparingScreen
from aligner.tui.process import Running
from aligner.tui.workbench import Preparation
from aligner.tui.writer import Writer
from tests.tui.bench_of_memory import MemoryBench
from tests.tui.running import PATIENCE, keys, running, until

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
        await until(pilot, lambda: done or failed)
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
        work._process.wait(PATIENCE)
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
        await until(pilot, lambda: app.screen.query_one(ProgressBar).progress)
        assert app.screen.query_one(ProgressBar).progress == 0.5
        await keys(pilot, "escape")
        await pilot.pause()
    assert app.return_value == 0


async def test_a_prepared_document_opens_by_itself() -> None:
    bench = SlowBench()
    bench.work = Preparation(counting, (3,))
    async with running(bench) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BitextScreen))


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
    writer.settle(PATIENCE)
    assert writer.wrong == "disk full"
    assert writer.close(1.0) == 1


def test_quiet_loops_do_not_linger() -> None:
    # A worker process ends with its pipe: nothing is left behind after a cancel.
    async def go() -> None:
        async with running() as (app, pilot):
            begun: list[float] = []
            work = Running(
                app,
                Preparation(endless),
                done=print,
                failed=print,
                progress=lambda _, share: begun.append(share),
            )
            await until(pilot, lambda: begun)
            work.cancel()
            work._process.wait(PATIENCE)

    asyncio.run(go())


async def test_a_look_that_was_on_its_way_when_the_work_was_cancelled_tells_nothing() -> None:
    told: list[object] = []
    async with running() as (app, _):
        work = Running(app, Preparation(counting, (0,)), done=told.append, failed=told.append)
        work._process.wait(PATIENCE)
        work.cancel()
        work._look()
    assert told == []


async def test_preparing_that_is_left_before_it_began_starts_nothing() -> None:
    begun: list[object] = []
    async with running() as (app, pilot):
        screen = PreparingScreen(app.words, "A long text", Preparation(endless))
        app.push_screen(screen, begun.append)
        screen.action_cancel()
        screen._start()
        await pilot.pause()
        assert isinstance(app.screen, BitextScreen)
    assert begun == [False]
    assert screen._process is None


async def test_a_program_that_ends_while_it_prepares_leaves_no_process() -> None:
    async with running(SlowBench()) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, PreparingScreen)
        await until(pilot, lambda: screen._process is not None)
    assert screen._process is not None
    screen._process._process.wait(PATIENCE)


async def test_what_was_prepared_below_another_screen_opens_once_that_has_closed() -> None:
    bench = SlowBench()
    bench.work = Preparation(counting, (3,))
    async with running(bench) as (app, pilot):
        preparing = app.screen
        assert isinstance(preparing, PreparingScreen)
        await keys(pilot, "ctrl+backslash")
        above = app.screen
        await until(pilot, lambda: preparing._ready or app.screen is not above)
        assert app.screen is above
        await keys(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, BitextScreen))
