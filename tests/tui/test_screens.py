"""How the screens look: pictures that are compared, in two sizes and two themes.

After a wanted change: `pytest tests/tui/test_screens.py --snapshot-update`, then look at the SVGs.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from aligner.tui.app import AlignerApp
from aligner.tui.workbench import Preferences
from tests.tui.bench_of_memory import MemoryBench
from tests.tui.running import PATIENCE

SMALL, LARGE = (80, 24), (120, 40)
SCREENS: dict[str, tuple[str, ...]] = {
    "bitext": ("space", "n"),
    "verdict": ("n", "d"),
    "documents": ("D",),
    "overview": ("O",),
    "checklist": ("V",),
    "glossary": ("G",),
    "help": ("question_mark",),
    "words": ("j", "l", "l", "l", "l", "l"),
}
LOOKS = [
    *(("bitext", size, theme) for size in (SMALL, LARGE) for theme in ("dark", "light")),
    *((name, SMALL, "light") for name in SCREENS if name != "bitext"),
    *((name, LARGE, "dark") for name in SCREENS if name != "bitext"),
]


@pytest.mark.parametrize(
    ("name", "size", "theme"), LOOKS, ids=[f"{n}-{s[0]}x{s[1]}-{t}" for n, s, t in LOOKS]
)
def test_the_screen_looks_as_it_should(
    name: str, size: tuple[int, int], theme: str, snap_compare: Callable[..., bool]
) -> None:
    language = "es" if size == SMALL else "en"
    bench = MemoryBench(preferences=Preferences(language=language, theme=theme, hints=False))
    app = AlignerApp(bench)
    app.opening.early()

    async def pressed(pilot: Pilot[int]) -> None:
        await pilot.press(*SCREENS[name])
        app.writer.settle(PATIENCE)
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=pressed)
    app.writer.close()
