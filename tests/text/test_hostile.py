"""Every bad input ends as one clear line of the right class, soon and in little memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from aligner.text.hygiene import visible
from tests.text.hostile import CASES, outcome


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_is_one_clear_line_of_its_class(name: str) -> None:
    case = CASES[name]
    error, message, _ = outcome(case)
    assert error == case.error, message
    assert re.search(case.message, message), message
    assert "\n" not in message
    assert visible(message) == message
    assert len(message) < 400


def test_no_bad_input_costs_more_than_a_second_or_200_megabytes() -> None:
    pytest.importorskip("resource")
    # Apart, so that the memory is that of the readers. The cases themselves are in it too.
    done = subprocess.run(
        [sys.executable, "-m", "tests.text.hostile"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    figures = json.loads(done.stdout)
    slow = {name: took for name, took in figures["seconds"].items() if took > 1}
    assert not slow
    assert figures["megabytes"] < 200
