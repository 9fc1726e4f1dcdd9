"""One test for each action of the key table; a key without a test is a failure."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from aligner.review.event import Event
from aligner.review.review import Agreement, Standing, Verdict
from aligner.tui import forms
from aligner.tui.app import AlignerApp
from aligner.tui.bitext import BitextScreen
from aligner.tui.keys import KEYS
from aligner.tui.table import Table
from tests.tui.bench_of_memory import EN, ES, MemoryBench, Shelf
from tests.tui.running import (
    PATIENCE,
    desk_of,
    keys,
    notices,
    running,
    saved,
    settled,
    table_text,
    until,
)

Case = Callable[[AlignerApp, Pilot[int]], Awaitable[None]]
CASES: dict[str, Case] = {}


def case(name: str) -> Callable[[Case], Case]:
    def keep(function: Case) -> Case:
        assert name not in CASES
        CASES[name] = function
        return function

    return keep


def shelf_of(app: AlignerApp) -> Shelf:
    bench = app.workbench
    assert isinstance(bench, MemoryBench)
    return bench.shelf


def last_event(app: AlignerApp) -> Event:
    app.writer.settle(PATIENCE)
    return shelf_of(app).events[-1]


@pytest.mark.parametrize("name", [key.id for key in KEYS])
async def test_every_action_of_the_key_table_does_what_it_says(name: str) -> None:
    assert name in CASES, f"the action {name} has no test"
    async with running() as (app, pilot):
        await CASES[name](app, pilot)


def test_no_case_tests_an_action_that_is_gone() -> None:
    assert set(CASES) == {key.id for key in KEYS}


# Moving


@case("next")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "down")
    assert desk_of(app).bead == 2


@case("previous")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "end", "k", "up")
    assert desk_of(app).bead == 5


@case("page-down")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "pagedown")
    assert desk_of(app).bead > 2


@case("page-up")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "end", "pageup")
    assert desk_of(app).bead < 6


@case("first")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "j", "home")
    assert desk_of(app).bead == 0


@case("last")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "end")
    assert desk_of(app).bead == 7


@case("next-open")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    seen = []
    for _ in range(4):
        await keys(pilot, "n")
        seen.append(desk_of(app).bead)
    assert seen == [2, 3, 4, 5]
    await keys(pilot, "n")
    assert desk_of(app).bead == 5
    assert "No more" in notices(app)


@case("previous-open")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "end", "N")
    assert desk_of(app).bead == 5
    await keys(pilot, "N")
    assert desk_of(app).bead == 4


@case("next-unreviewed")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "space", "home", "r")
    assert desk_of(app).bead == 2


@case("walk")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "c", "+look", "enter", "enter", "home", "g", "6", "n")
    assert desk_of(app).walk == "noted"
    assert desk_of(app).bead == 1


@case("jump")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, ":", "+es 5", "enter")
    assert desk_of(app).bead == 3
    await keys(pilot, ":", "+99", "enter")
    assert "no paragraph 99" in notices(app)


@case("search")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "/", "+deberan", "enter")
    assert "Not found" in notices(app)
    await keys(pilot, "/", "+DEBER", "enter")
    assert desk_of(app).bead == 3
    assert desk_of(app).chosen()[1] == "deberá"
    await keys(pilot, "/")
    await keys(pilot, *["backspace"] * 5, "+los", "enter")
    beads = [desk_of(app).bead]
    await keys(pilot, "n")
    beads.append(desk_of(app).bead)
    assert beads == [5, 6]
    assert desk_of(app).hit > 0


@case("filter")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "f", "enter", "3", "enter", "enter")
    assert list(desk_of(app).rows) == [2, 3, 4]
    await keys(pilot, "escape")
    assert len(desk_of(app).rows) == 8


# Words


@case("word-right")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "l", "l", "right")
    reading = desk_of(app).reading
    assert reading is not None
    assert EN[1][slice(*reading.span)] == "States"


@case("word-left")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "l", "l", "l", "h", "left")
    reading = desk_of(app).reading
    assert reading is not None
    assert EN[1][slice(*reading.span)] == "The"


@case("other-side")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", *["l"] * 5)
    assert desk_of(app).chosen()[0] == "Mexico"
    await keys(pilot, "tab")
    reading = desk_of(app).reading
    assert reading is not None
    assert reading.side == "es"
    assert desk_of(app).chosen()[1] == "México"


@case("select-right")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "l", "l", "L")
    assert desk_of(app).chosen()[0] == "United States"


@case("select-left")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "l", "l", "l", "H")
    assert desk_of(app).chosen()[0] == "United States"


@case("let-go")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "/", "+los", "enter", "escape")
    assert desk_of(app).reading is None
    assert desk_of(app).hits
    await keys(pilot, "escape")
    assert not desk_of(app).hits


# Review


@case("accept")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "space")
    assert desk_of(app).bead == 1
    assert desk_of(app).review.beads[0].state is Standing.ACCEPTED
    await saved(app, pilot)
    assert shelf_of(app).events[-1].kind == "accept"
    await keys(pilot, ":", "+5", "enter", "space", "enter")
    assert "fill this in" in str(app.screen.query_one("#form-wrong").render())
    await keys(pilot, "+only here", "enter")
    assert desk_of(app).review.beads[4].justified == "only here"


@case("needs-work")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "x", "+wrong title", "enter")
    state = desk_of(app).review.beads[0]
    assert (state.state, state.reason) == (Standing.NEEDS_WORK, "wrong title")


@case("verdict")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(
        pilot, "n", "d", "2", "+es dice 26", "enter", "+25 millones", "enter", "enter", "enter"
    )
    finding = desk_of(app).review.findings_of(2)[0]
    assert finding.state is Verdict.MEND_ES
    assert (finding.reason, finding.proposed) == ("es dice 26", "25 millones")


@case("note")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "c", "+one", "ctrl+j", "+two", "enter", "2")
    note = desk_of(app).review.beads[0].notes[0]
    assert note.text == "one\ntwo"
    assert note.shared


@case("query")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "Q", "+who pays", "enter", "+SRE", "enter", "enter", "enter", "enter", "1")
    query = desk_of(app).review.beads[0].queries[0]
    assert (query.question, query.addressee, query.open) == ("who pays", "SRE", True)


@case("answer")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "a")
    assert "No open query" in notices(app)
    await keys(pilot, "Q", "+who", "enter", "+SRE", "enter", "enter", "enter", "enter", "1")
    await keys(pilot, "a", "+both", "enter", "1", "1")
    query = desk_of(app).review.beads[0].queries[0]
    assert not query.open
    assert query.answers[0].text == "both"


@case("sign-off")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "space", "k", "s")
    assert "nobody signs off" in notices(app)
    session = desk_of(app).session
    session.by = "Luz"
    await keys(pilot, "s")
    assert desk_of(app).review.beads[0].signed_by == ("Luz",)


@case("agreement")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "e", "2")
    assert desk_of(app).review.beads[0].agreement is Agreement.AD_REFERENDUM


@case("proposal")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "p", "end", "+ x", "enter", "enter", "1")
    proposal = desk_of(app).review.beads[0].proposals[0]
    assert proposal.side == "es"
    assert proposal.text == ES[0] + " x"


@case("bulk")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "b", "enter")
    accepted = [bead.bead for bead in desk_of(app).review.beads if bead.confirmed]
    assert accepted == [0, 1, 6, 7]
    assert len(last_event(app).targets) == 4
    await keys(pilot, "n", "b", "1", "+same", "enter", "enter", "enter", "enter")
    assert desk_of(app).review.findings_of(2)[0].state is Verdict.INTENDED
    assert last_event(app).value["scope"] == "document"


@case("assign")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "A", *["backspace"] * 3, "+Luz", "enter", "backspace", "+3", "enter")
    assert [bead.assignment for bead in desk_of(app).review.beads[:4]] == ["Luz"] * 3 + [""]


@case("note-editor")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "C")
    # No terminal can be lent to an editor here: the field below takes the note.
    assert "No editor" in str(app.screen.query_one("#form-wrong").render())
    await keys(pilot, "+by hand", "enter", "1")
    assert desk_of(app).review.beads[0].notes[0].text == "by hand"


@case("undo")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "u")
    assert "nothing to undo" in notices(app)
    await keys(pilot, "space", "space", "u")
    states = [bead.state for bead in desk_of(app).review.beads[:2]]
    assert states == [Standing.ACCEPTED, Standing.OPEN]


@case("redo")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "space", "u", "U")
    assert desk_of(app).review.beads[0].state is Standing.ACCEPTED


# Alignment


@case("merge")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "m")
    assert desk_of(app).review.bitext.beads[0].shape == "2-2"
    await keys(pilot, "u")
    await settled(app, pilot)
    assert len(desk_of(app).review.beads) == 8


@case("split")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "v")
    assert "cannot be split" in notices(app)
    await keys(pilot, "m", "v")
    assert "Reads" not in str(app.screen.query_one("#form-preview").render())
    assert "Joint Declaration" in str(app.screen.query_one("#form-preview").render())
    await keys(pilot, "enter")
    assert [bead.shape for bead in desk_of(app).review.bitext.beads[:2]] == ["1-1", "1-1"]


@case("move-down")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, ":", "+3", "enter", "J")
    shapes = [bead.es for bead in desk_of(app).review.bitext.beads[2:4]]
    assert shapes == [(2,), (3, 4)]


@case("move-up")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, ":", "+4", "enter", "l", "tab", "K")
    assert desk_of(app).review.bitext.beads[2].es == (2, 3, 4)


@case("unlink")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "y")
    assert "1. EN" in str(app.screen.query(".form-about").first().render())
    await keys(pilot, "enter")
    assert [bead.shape for bead in desk_of(app).review.bitext.beads[:2]] == ["0-1", "1-0"] or [
        bead.shape for bead in desk_of(app).review.bitext.beads[:2]
    ] == ["1-0", "0-1"]


@case("link")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "y", "enter", "home", "Y")
    assert "First half" in notices(app)
    await keys(pilot, "j", "Y")
    assert desk_of(app).review.bitext.beads[0].shape == "1-1"
    assert desk_of(app).review.bitext.beads[0].pinned


@case("pin")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "P")
    assert desk_of(app).review.bitext.beads[0].pinned
    await keys(pilot, "P")
    await settled(app, pilot)
    assert not desk_of(app).review.bitext.beads[0].pinned


@case("realign")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    bench = app.workbench
    assert isinstance(bench, MemoryBench)
    await keys(pilot, "m")
    before = bench.completed
    await keys(pilot, "R")
    assert bench.completed == before + 1
    await settled(app, pilot)
    assert not desk_of(app).review.provisional


@case("explain")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", "E")
    text = "\n".join(str(each.render()) for each in app.screen.query(".form-about"))
    assert "Score" in text


# Terms


@case("term")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "t")
    assert "Select words" in notices(app)
    await keys(pilot, "end", "l", "L", "L", "t")
    await keys(pilot, "enter", "1")
    await keys(pilot, "home", *["delete"] * 60, "+sistemas de alerta temprana", "enter", "1")
    assert "go against" in str(app.screen.query_one("#form-preview").render())
    await keys(pilot, "+usage", "enter", "enter", "enter", "enter")
    concept = shelf_of(app).glossary.concept("early-warning-systems")
    assert concept.en[0].text == "early warning systems"
    assert concept.es[0].text == "sistemas de alerta temprana"
    assert concept.decisions[0].why == "usage"


@case("occurrences")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "j", *["l"] * 5, "w")
    assert "reaffirm" in table_text(app)
    await keys(pilot, "q")
    assert isinstance(app.screen, BitextScreen)


@case("glossary")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G")
    assert "human trafficking" in table_text(app)


@case("suggestions")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await suggested(app, pilot)
    assert "homicide prevention network" in table_text(app).lower()


# Seeing


@case("old-new")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "o")
    assert "has not changed" in notices(app)
    await changed_text(app, pilot)
    await keys(pilot, "home", "o")
    text = "\n".join(str(each.render()) for each in app.screen.query(".form-about"))
    assert "{+ and Health+}" in text


@case("changes")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "W")
    assert "Nothing has changed" in notices(app)
    await changed_text(app, pilot)
    await keys(pilot, "W")
    assert list(desk_of(app).rows) == [0]


@case("earlier")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "B")
    assert "no earlier wording" in notices(app)
    await archived(app, pilot)
    assert "departs" in table_text(app)
    assert "{+" in str(app.screen.query_one("#below Static").render())


@case("earlier-spanish")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await archived(app, pilot)
    await keys(pilot, "s")
    proposal = desk_of(app).review.beads[0].proposals[0]
    assert (proposal.side, proposal.text) == ("es", "Comunicado sobre seguridad")
    assert "2019" in proposal.reason


@case("earlier-english")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await archived(app, pilot)
    await keys(pilot, "e")
    assert desk_of(app).review.beads[0].proposals[0].side == "en"


async def archived(app: AlignerApp, pilot: Pilot[int]) -> None:
    """An archive that said the first block otherwise."""
    shelf_of(app).archive = "Comunicado sobre seguridad"
    await keys(pilot, "B")


@case("documents")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "D")
    assert "declaration" in table_text(app)
    await keys(pilot, "q")
    assert isinstance(app.screen, BitextScreen)


@case("overview")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "O")
    assert "││┬│╴│││" in table_text(app)
    assert "1 open of 1" in table_text(app)


@case("checklist")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "V")
    assert "✗ Reviewed" in table_text(app)


@case("details")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "i")
    assert not app.screen.query_one("#details").display
    await keys(pilot, "i")
    assert app.screen.query_one("#details").display


@case("density")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    screen = app.screen
    assert isinstance(screen, BitextScreen)
    tall = screen.beads.virtual_size.height
    await keys(pilot, "z")
    assert screen.beads.virtual_size.height == tall - 8


@case("layout")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    screen = app.screen
    assert isinstance(screen, BitextScreen)
    await keys(pilot, "Z", "Z")
    assert screen.beads.layout_choice == "stacked"
    assert "EN 1 Joint" in screen.beads.render_line(1).text


@case("open-text")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "ctrl+o")
    assert "/nowhere/en.md" in notices(app)


@case("reload")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    shelf = shelf_of(app)
    shelf.en = ("Another title", *EN[1:])
    await keys(pilot, "f5")
    assert desk_of(app).review.bitext.en.segments[0].text == "Another title"


async def changed_text(app: AlignerApp, pilot: Pilot[int]) -> None:
    """Accept the first block, then change its English on disk."""
    await keys(pilot, "space")
    await saved(app, pilot)
    shelf = shelf_of(app)
    shelf.en = (EN[0] + " and Health", *EN[1:])
    shelf.changed.append("en/declaration.md")
    app.opening.look_for_changes()
    await pilot.pause()
    assert "en/declaration.md" in notices(app)


# Glossary screen


@case("concept-edit")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "e", "enter", "enter", "enter", "2", "+changed", "enter", "1")
    await keys(pilot, "enter", "enter")
    concept = shelf_of(app).glossary.concept("human-trafficking")
    assert concept.es[0].status == "admitted"
    assert concept.decisions[-1].why == "changed"


@case("concept-new")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "a", "+border", "enter", "1", "+frontera", "enter", "1", "+usage")
    await keys(pilot, "enter", "enter", "enter", "enter")
    assert shelf_of(app).glossary.concept("border").es[0].text == "frontera"
    assert "border" in table_text(app)


@case("concept-search")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "/", "+tráfico", "enter")
    assert "human trafficking" in table_text(app)
    await keys(pilot, "/", *["backspace"] * 7, "+zzz", "enter")
    assert table_text(app) == ""


@case("concept-sort")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "s")
    assert "Spanish" in notices(app)


@case("concept-occurrences")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "w")
    assert "human trafficking" in table_text(app)


@case("concept-history")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "h")
    text = "\n".join(str(each.render()) for each in app.screen.query(".form-about"))
    assert "The Mexican offence is trata." in text


@case("concept-conflicts")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "c")
    assert "does not contradict" in notices(app)


@case("concept-undo")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await CASES["concept-new"](app, pilot)
    await keys(pilot, "u")
    assert [each.id for each in shelf_of(app).glossary.concepts] == ["human-trafficking"]


@case("concept-export")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "G", "x")
    assert "glossary.csv" in notices(app)


# Suggestions screen


async def suggested(app: AlignerApp, pilot: Pilot[int]) -> None:
    """A document that says one thing twice, and its candidates."""
    shelf = shelf_of(app)
    shelf.en = (
        *EN[:6],
        "The ministers support the Homicide Prevention Network.",
        "A Homicide Prevention Network needs money.",
    )
    shelf.es = (
        *ES[:6],
        "Los ministros apoyan la Red de Prevención de Homicidios.",
        "Una Red de Prevención de Homicidios necesita dinero.",
    )
    await keys(pilot, "f5", "T")
    await app.workers.wait_for_complete()
    await pilot.pause()


@case("suggestion-prefer")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await suggested(app, pilot)
    assert table_text(app)
    await keys(pilot, "p")
    assert len(shelf_of(app).glossary.concepts) == 2
    assert not table_text(app)


@case("suggestion-admit")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await suggested(app, pilot)
    await keys(pilot, "a")
    added = next(c for c in shelf_of(app).glossary.concepts if c.id != "human-trafficking")
    assert added.es[0].status == "admitted"


@case("suggestion-skip")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await suggested(app, pilot)
    first = table_text(app).split("\n")[0]
    await keys(pilot, "s")
    assert first not in table_text(app).split("\n")
    assert len(shelf_of(app).glossary.concepts) == 1


@case("suggestion-occurrences")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await suggested(app, pilot)
    await keys(pilot, "w")
    assert table_text(app)


# Other screens


@case("occurrence-open")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "w", "+border", "enter", "enter")
    assert isinstance(app.screen, BitextScreen)
    assert desk_of(app).bead == 7


@case("occurrence-english")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "w", "+border", "enter", "e", *["backspace"] * 6, "+ministers", "enter")
    assert "working groups" in table_text(app)


@case("occurrence-spanish")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "w", "enter", "s", "+ministros", "enter")
    assert "working groups" in table_text(app)


@case("document-open")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "space", "D", "enter")
    assert isinstance(app.screen, BitextScreen)


@case("overview-open")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "O", *["j"] * 4, "enter")
    assert desk_of(app).bead == 2


@case("help")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "?")
    assert len(table_text(app).split("\n")) == len(KEYS)
    await keys(pilot, "+second sign")
    assert "sign off" in table_text(app)
    await keys(pilot, "escape")
    assert isinstance(app.screen, BitextScreen)


@case("palette")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "ctrl+p", "+closing")
    found = app.screen.query_one(OptionList)
    # All actions are listed before the search for these words has ended.
    await until(
        pilot, lambda: found.highlighted == 0 and "checklist" in str(found.options[0].prompt)
    )
    await keys(pilot, "enter")
    await until(pilot, lambda: app.screen.query(Table) and "✗ Reviewed" in table_text(app))


@case("theme")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    seen = []
    for _ in range(4):
        await keys(pilot, "f8")
        seen.append(app.theme)
    assert seen == ["light", "terminal", "contrast", "dark"]
    assert app.workbench.preferences.theme == "dark"


@case("language")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "f9")
    screen = app.screen
    assert isinstance(screen, BitextScreen)
    assert "sin revisar" in screen.beads.render_line(0).text
    assert app.workbench.preferences.language == "es"


@case("leave")
async def _(app: AlignerApp, pilot: Pilot[int]) -> None:
    await keys(pilot, "O", "q")
    assert isinstance(app.screen, BitextScreen)
    await keys(pilot, "q")
    assert app.return_value == 0


def test_a_project_remaps_a_key_by_its_id() -> None:
    import asyncio

    bench = MemoryBench()
    bench.preferences = replace(bench.preferences, keys={"accept": "f4"})

    async def go() -> None:
        async with running(bench) as (app, pilot):
            await keys(pilot, "space")
            assert desk_of(app).review.beads[0].state is Standing.OPEN
            await keys(pilot, "f4")
            assert desk_of(app).review.beads[0].state is Standing.ACCEPTED

    asyncio.run(go())


def test_the_editor_writes_the_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sed -i s/old/new/")
    assert forms.edited("old words") == "new words"
    monkeypatch.setenv("VISUAL", "/nonexistent/editor")
    assert forms.edited("old words") is None
