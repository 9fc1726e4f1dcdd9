"""The same texts give the same findings, byte for byte, whatever the seed of Python's hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from aligner.divergence.passage import Context
from aligner.divergence.renderings import habits
from tests.divergence.examples import bitext_of

# A document in which words tie: several renderings face a term equally often.
LINES = [
    ("The United States will act.", "Los Estados Unidos actuarán."),
    ("The people of the United States work.", "El pueblo de los Estados Unidos trabaja."),
    ("Trade with the United States grows.", "El comercio con los Estados Unidos crece."),
    ("The United States signs.", "Los Estados Unidos firman."),
    ("The United States and Mexico agree.", "Los Estados Unidos y México acuerdan."),
    ("Aid from the United States came in 26 lots.", "Llegó ayuda de EUA en 25 lotes."),
    ("A basic safety plan for the ports.", "Un plan elemental de resguardo para los puertos."),
    ("The safety plan of the border.", "El plan de seguridad de la frontera."),
    ("A new safety plan must not wait.", "Un nuevo plan de seguridad debe esperar."),
    ("Every safety plan has a budget.", "Todo plan de seguridad tiene presupuesto."),
    ("The safety plan covers the coast.", "El plan de seguridad abarca la costa."),
    ("One safety plan or two?", "¿Un plan de seguridad y dos?"),
    ("The safety plan was never read.", "El plan de blindaje nunca se leyó."),
]

CODE = """
import json
from aligner.divergence.lines import check_lines
from tests.divergence.test_determinism import LINES
alone = check_lines(LINES * 2)
together = check_lines(LINES * 2, documents=["a"] * (2 * len(LINES)))
print(json.dumps([alone, together]))
"""


def _printed(seed: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", CODE], env=environment, cwd=root, check=True, capture_output=True
    ).stdout


def test_findings_do_not_depend_on_the_hash_seed() -> None:
    first = _printed("0")
    assert b"number" in first
    assert {_printed(seed) for seed in ("1", "2", "3")} == {first}


def test_a_name_of_two_words_is_rendered_by_two_words() -> None:
    context = Context(bitext_of([en for en, _ in LINES], [es for _, es in LINES]))
    found = {habit.en: habit.es for habit in habits(context)}
    assert found["unit state"] == ("estad", "unid")
    assert "unit" not in found and "safety" not in found


def test_an_abbreviation_is_no_second_rendering_of_a_name() -> None:
    from aligner.divergence.lines import check_lines

    flags = check_lines(LINES, documents=["a"] * len(LINES))
    assert "inconsistent-term" not in [flag["type"] for flag in flags[5]]
