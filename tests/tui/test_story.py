"""A whole sitting, and what is there when the document is opened again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual import events
from textual.widgets import Static

from aligner.errors import RecordError
from aligner.review.event import Event
from aligner.review.review import Standing
from aligner.tui import opening
from aligner.tui.bitext import BitextScreen
from aligner.tui.forms import FormScreen
from aligner.tui.keyline import EdgeLine
from aligner.tui.workbench import Preferences
from tests.tui.bench_of_memory import EN, MemoryBench, Shelf
from tests.tui.running import desk_of, keys, notices, running, saved, settled, until


def header(screen: object) -> str:
    assert isinstance(screen, BitextScreen)
    return str(screen.query_one("#top", EdgeLine).render())


async def test_what_was_decided_is_there_on_reopening_and_so_is_the_place() -> None:
    shelf = Shelf()
    async with running(MemoryBench(shelf)) as (app, pilot):
        await keys(pilot, "j", "space", "space", "space")
        await keys(pilot, "c", "+ask Luz", "enter", "1")
        await keys(pilot, "k", "x", "+too weak", "enter", "u", "j")
        await saved(app, pilot)
        assert "✓ saved" in header(app.screen)
        await keys(pilot, "q")
    kinds = [event.kind for event in shelf.events]
    assert kinds == ["snapshot", "accept", "accept", "accept", "note", "needs-work", "needs-work"]
    async with running(MemoryBench(shelf)) as (app, _):
        desk = desk_of(app)
        states = [bead.state for bead in desk.review.beads]
        assert states == [Standing.OPEN, *[Standing.ACCEPTED] * 3, *[Standing.OPEN] * 4]
        assert desk.review.beads[4].notes[0].text == "ask Luz"
        assert desk.bead == 4


async def test_nothing_counts_as_saved_before_it_is_on_disk() -> None:
    class Full(Shelf):
        full = True

        def append(self, event: Event) -> None:
            if self.full:
                raise RecordError("no space left on the disk")
            super().append(event)

    shelf = Full()
    async with running(MemoryBench(shelf)) as (app, pilot):
        app.writer.RETRY = 0.05
        await keys(pilot, "space")
        await saved(app, pilot)
        assert "NOT SAVED (no space left on the disk)" in header(app.screen)
        assert shelf.events == []
        shelf.full = False
        app.writer.retry()
        await until(pilot, lambda: "✓ saved" in header(app.screen))
    assert [event.kind for event in shelf.events] == ["snapshot", "accept"]


async def test_who_decides_is_asked_once_at_the_first_decision() -> None:
    bench = MemoryBench(reviewer="")
    async with running(bench) as (app, pilot):
        await keys(pilot, "space", "+Ana", "enter", "2")
        assert bench.reviewer == "Ana"
        assert desk_of(app).review.beads[0].by == "Ana"
        await keys(pilot, "space")
        assert desk_of(app).review.beads[1].by == "Ana"


async def test_a_window_that_only_reads_decides_nothing() -> None:
    bench = MemoryBench()
    bench.read_only = True
    async with running(bench) as (app, pilot):
        await keys(pilot, "space")
        assert "Read only" in notices(app)
        assert "read only" in header(app.screen)
        assert desk_of(app).review.beads[0].state is Standing.OPEN


async def test_texts_that_change_on_disk_are_noticed_and_decisions_follow_their_words() -> None:
    shelf = Shelf()
    async with running(MemoryBench(shelf)) as (app, pilot):
        await keys(pilot, "j", "j", "j", "space", "j", "j")
        await saved(app, pilot)
        desk = desk_of(app)
        here = desk.texts_of("en")
        shelf.en = (*EN[:3], EN[3].replace("30", "60"), *EN[4:])
        shelf.changed.append("en/declaration.md")
        app.opening.look_for_changes()
        await pilot.pause()
        assert "Changed since decided: 1" in notices(app)
        assert desk.texts_of("en") == here
        assert desk.review.beads[3].stale


async def test_a_long_text_that_changed_is_aligned_away_from_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "LONG", 3)
    shelf = Shelf()
    async with running(MemoryBench(shelf)) as (app, pilot):
        shelf.en = (*EN[:7], "Another end.")
        shelf.changed.append("en/declaration.md")
        app.opening.look_for_changes()
        assert app.opening.busy
        assert desk_of(app).review.bitext.en.segments[7].text == EN[7]
        assert "aligning and checking" in header(app.screen)
        await settled(app, pilot)
        assert desk_of(app).review.bitext.en.segments[7].text == "Another end."
        await pilot.pause()
        assert "en/declaration.md" in notices(app)


async def test_a_change_of_texts_under_an_open_form_decides_nothing_on_the_wrong_block() -> None:
    shelf = Shelf()
    async with running(MemoryBench(shelf)) as (app, pilot):
        await keys(pilot, "y")
        shelf.en = ("Another beginning", *EN[1:])
        app.opening.reopen(desk_of(app))
        await keys(pilot, "enter")
        await settled(app, pilot)
        assert all(not bead.pinned for bead in desk_of(app).review.bitext.beads) or (
            desk_of(app).review.bitext.en.segments[0].text == "Another beginning"
        )


async def test_first_start_shows_hints_and_only_then() -> None:
    bench = MemoryBench(preferences=Preferences(language="es"))
    async with running(bench) as (app, pilot):
        about = "\n".join(str(each.render()) for each in app.screen.query(".form-about"))
        assert "bloque" in about
        await keys(pilot, "escape")
        assert isinstance(app.screen, BitextScreen)
    async with running(bench) as (app, _):
        assert isinstance(app.screen, BitextScreen)


async def test_a_click_chooses_a_block_and_a_word_and_dragging_selects() -> None:
    async with running() as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BitextScreen)
        line = screen.beads._heights.top(1) + 1
        await pilot.mouse_down("#beads", offset=(8, line))
        await pilot.mouse_up("#beads", offset=(8, line))
        assert desk_of(app).bead == 1
        assert desk_of(app).chosen()[0] == "United"
        await pilot.mouse_down("#beads", offset=(8, line))
        await pilot.hover("#beads", offset=(16, line))
        await pilot.mouse_up("#beads", offset=(16, line))
        await pilot.click("#map", offset=(1, 6))
        assert desk_of(app).bead == 6


async def test_two_documents_are_listed_with_their_figures() -> None:
    async with running(MemoryBench(documents=("one", "two"))) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        from tests.tui.running import table_text

        assert "one | 1/8" in table_text(app)
        await keys(pilot, "j", "enter")
        assert desk_of(app).document == "two"


def test_markup_of_texts_is_never_read() -> None:
    import asyncio

    hostile: Sequence[str] = ("[/] [@click=app.quit]quit[/] [red]x[/red]", *EN[1:])

    async def go() -> None:
        shelf = Shelf(en=tuple(hostile), es=tuple(hostile))
        shelf.found = lambda: ()
        async with running(MemoryBench(shelf)) as (app, pilot):
            screen = app.screen
            assert isinstance(screen, BitextScreen)
            assert "[@click=app.quit]" in screen.beads.render_line(1).text
            await keys(pilot, "p")
            about = str(app.screen.query(".form-about").first().render())
            assert "[@click=app.quit]" in about
            await keys(pilot, "escape", "c", "+[/b]", "enter", "1", "/", "+[/]", "enter", "O", "q")
            app.notify("x")
            await keys(pilot, ":", "+[red]", "enter")

    asyncio.run(go())


async def test_keys_typed_ahead_reach_the_field_that_they_were_meant_for() -> None:
    async with running() as (app, pilot):
        # All at once, as a slow line delivers them: no key waits for the one before.
        for key in ("slash", "B", "o", "r", "d", "e", "r", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: desk_of(app).bead == 7)
        for key in ("x", "z", "z", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: desk_of(app).review.beads[7].reason == "zz")


async def test_a_choice_takes_letters_and_arrows_and_nothing_loops() -> None:
    async with running() as (app, pilot):
        await keys(pilot, "e", "z", "j", "l", "k", "down", "enter")
        assert desk_of(app).review.beads[0].agreement == "agreed"


async def test_an_unknown_action_in_keys_is_told_with_the_nearest_one() -> None:
    bench = MemoryBench(preferences=Preferences({"acept": "f4"}, "en", "dark", False))
    async with running(bench) as (app, _):
        assert "no action is called acept; nearest: accept" in notices(app)


async def test_a_key_that_the_welcome_names_closes_it_and_does_what_it_says() -> None:
    bench = MemoryBench(preferences=Preferences(hints=True))
    async with running(bench) as (app, pilot):
        assert isinstance(app.screen, FormScreen)
        await keys(pilot, "n")
        await pilot.pause()
        assert isinstance(app.screen, BitextScreen)
        finding = desk_of(app).finding
        assert finding is not None
        assert finding.open


async def test_enter_after_a_digit_does_not_skip_the_reason() -> None:
    async with running() as (app, pilot):
        await keys(pilot, "n", "d", "2", "enter", "+wrong figure", "enter", "+30", "ctrl+s")
        await saved(app, pilot)
        finding = desk_of(app).finding
        assert finding is not None
        assert (finding.reason, finding.proposed) == ("wrong figure", "30")


async def test_a_field_that_is_needed_says_so_and_is_not_left_empty() -> None:
    async with running() as (app, pilot):
        await keys(pilot, "Q", "+who", "enter", "enter")
        form = app.screen
        assert "(needed) ◂" in str(form.query_one("#label-addressee", Static).render())
        assert form.focused is form.query_one("#field-addressee")
        assert "fill this in" in str(form.query_one("#form-wrong", Static).render())


async def test_a_second_key_that_closes_the_hints_is_for_what_lies_below() -> None:
    bench = MemoryBench(preferences=Preferences(language="en"))
    async with running(bench) as (app, pilot):
        assert isinstance(app.screen, FormScreen)
        for _ in range(3):
            app.post_message(events.Key("j", "j"))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, BitextScreen)
        assert desk_of(app).bead == 3


async def test_keys_typed_ahead_of_the_end_of_a_form_are_for_what_lies_below() -> None:
    async with running() as (app, pilot):
        await keys(pilot, ":")
        await keys(pilot, "escape", "c", "+for later", "enter")
        assert isinstance(app.screen, FormScreen)
        for name in ("enter", "enter", "j"):
            app.post_message(events.Key(name, name if len(name) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, BitextScreen)
        assert desk_of(app).review.beads[0].notes[0].text == "for later"
        assert desk_of(app).bead >= 1


async def test_what_is_deleted_ahead_of_a_field_is_deleted_in_it() -> None:
    async with running() as (app, pilot):
        await keys(pilot, "/", "+xy", "enter")
        for key in ("slash", "backspace", "backspace", *"Border", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: desk_of(app).bead == 7)
        # A key that deletes nothing does not go round for ever.
        await keys(pilot, "/", *["backspace"] * 9)
        for key in ("ctrl+u", "ctrl+k", "ctrl+w", "delete"):
            app.post_message(events.Key(key, None))
        await keys(pilot, "escape", "j")
        await keys(pilot, "c", "a", "ctrl+w", "ctrl+w", "ctrl+u", "ctrl+k", "delete", "escape")
        assert isinstance(app.screen, BitextScreen)


async def test_an_edit_is_completed_once_and_one_that_was_taken_back_not_at_all() -> None:
    bench = MemoryBench()
    async with running(bench) as (app, pilot):
        app.screen.action_merge()
        app.screen.action_merge()
        assert bench.completed == 2
        app.screen.action_undo()
        assert bench.completed == 3
        app.screen.action_undo()
        assert bench.completed == 3
        assert not app.opening.busy
        await pilot.pause()
        assert "aligning" not in header(app.screen)
        assert not desk_of(app).review.provisional
