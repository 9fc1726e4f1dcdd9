"""The whole first job in a real terminal, by what the screen says, in both languages."""

from __future__ import annotations

import shutil

import pytest

from docs.tour import STEPS, tour

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")


@pytest.mark.parametrize(("size", "language"), [("80x24", "es"), ("120x40", "en")])
def test_a_new_user_does_the_whole_job_by_the_hints_on_the_screen(size: str, language: str) -> None:
    pictures = dict(tour(size, language))
    assert set(pictures) == {step.picture for step in STEPS if step.picture}
    assert all(svg.startswith("<svg") for svg in pictures.values())
