"""Four times the text takes about four times as long, whatever it repeats."""

from __future__ import annotations

import random
from collections.abc import Callable
from time import process_time

import pytest

from aligner.divergence.lines import check_lines

_Text = Callable[[int], tuple[str, str]]
_FEW, _TIMES = 60, 4
# Linear work takes four times as long, quadratic work sixteen times.
_MOST = 9.0


def _again(en: str, es: str) -> _Text:
    return lambda times: (en * times, es * times)


def _acronyms(times: int) -> tuple[str, str]:
    drawn = random.Random(7)
    forms = ["".join(drawn.choices("BCDFGHJKLMNPQRSTVWXZ", k=4)) for _ in range(8 * times)]
    half = len(forms) // 2
    return (
        " ".join(f"The {form} met." for form in forms[:half]),
        " ".join(f"La {form} se reunió." for form in forms[half:]),
    )


def _surnames(times: int) -> tuple[str, str]:
    drawn = random.Random(7)
    names = ["".join(drawn.choices("bdfglmnprst", k=6)).capitalize() for _ in range(8 * times)]
    return (
        " ".join(f"Andrés {name}lobos signed." for name in names),
        " ".join(f"Andrés {name}lba firmó." for name in names),
    )


TEXTS: dict[str, _Text] = {
    "choices without a stop": _again(
        "regardless of the fund and the bank or the clerk " * 5,
        "independientemente del fondo o el banco y el actuario " * 5,
    ),
    "pronouns": _again("his or her book and pen " * 8, "su libro o pluma " * 8),
    "hyphens": _again("A single-user mode helps the non-members. " * 5, "Ayuda un modo. " * 5),
    "spare sentences": _again(
        "The ministers meet in the capital. Heavy lorries destroyed several bridges. " * 3,
        "Los ministros se reúnen en la capital. " * 3,
    ),
    "exchanged conjunctions of one sentence": _again(
        "the fund and the bank, the clerk and the court " * 10,
        "el fondo o el banco, el actuario o el tribunal " * 10,
    ),
    "negations in a row": _again("no but not only " * 20, "no sino ni sin " * 20),
    "each and every": _again("The plan is ready. ", "cada sólo " * 30),
    "rows of end marks": _again("…??" * 250, "El plan está listo. "),
    "sentences of one article": _again("A. " * 250, "El plan está listo. "),
    "negations that may undo one another": _again(
        "No one shall not come without a pass " * 5, "Todos vendrán con su pase " * 5
    ),
    "semicolons": _again("; " * 40, "; " * 40),
    "first names": _again(
        "Minister Tasca Obiol met Mr Barrientos in Lima. " * 4,
        "El ministro Tasca Obiol saludó al señor Barrera en Lima. " * 4,
    ),
    "offices": _again(
        "The Minister of Foreign Affairs and President Obiol met. " * 10,
        "El ministro de Relaciones Exteriores y la presidenta Obiol se reunieron. " * 10,
    ),
    "surnames": _surnames,
    "acronyms": _acronyms,
    "conditional": _again("The judges would be fluent. " * 8, "Los jueces deben dominar. " * 8),
}


def _seconds(text: tuple[str, str]) -> float:
    def once() -> float:
        start = process_time()
        check_lines([text])
        return process_time() - start

    return min(once(), once())


@pytest.mark.parametrize("kind", TEXTS)
def test_time_grows_with_the_text_alone(kind: str) -> None:
    check_lines([TEXTS[kind](2)])
    few, many = _seconds(TEXTS[kind](_FEW)), _seconds(TEXTS[kind](_FEW * _TIMES))
    assert many < _MOST * few, f"{few:.2f} s, then {many:.2f} s"
