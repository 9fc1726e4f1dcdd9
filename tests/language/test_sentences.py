"""Where sentences and clauses end, in both languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.language.sentences import clauses, sentences
from aligner.text.segment import Side

CASES: list[tuple[Side, str]] = [
    ("en", "One sentence without an end"),
    ("en", "It is late.|We must go.|Where is he?|Here!"),
    ("en", "Mr. Blinken met Sec. Ebrard at No. 5 Main St. Paul Avenue.|They spoke."),
    ("en", "The U.S. Secretary left for Washington, D.C.|The plane was late."),
    ("en", "They work in the U.S.|The talks go on."),
    ("en", "It costs 3.5 million, i.e. less than before.|Good."),
    ("en", "He said: “We agree.”|They left."),
    ("en", "1. Introduction"),
    ("en", "J. R. Smith signed it.|So did A. Jones."),
    ("en", "Wait... what?|Nothing."),
    ("es", "El Sr. López y la Dra. Ruiz llegaron.|¿Quién falta?|¡Nadie!"),
    ("es", "Viven en EE. UU. Mexicanos y canadienses también."),
    ("es", "Viven en EE. UU.|Los demás no."),
    ("es", "Véase el art. 5, p. ej. el párr. 2.|Es breve."),
    ("es", "Dijo que «sí».|«No», respondió ella."),
    ("es", "Son 3.500 personas, etc.|La lista sigue."),
]


@pytest.mark.parametrize(("side", "marked"), CASES)
def test_sentences_end_where_a_reader_ends_them(side: Side, marked: str) -> None:
    text = marked.replace("|", " ")
    assert [text[a:b] for a, b in sentences(text, side)] == marked.split("|")


@pytest.mark.parametrize(
    ("side", "marked"),
    [
        ("en", "Both will cooperate;|they will share information."),
        ("en", "They agreed on the plan,|which will be reviewed every year."),
        ("en", "Arms, drugs and people."),
        ("en", "The goals are three:|health, safety and justice."),
        ("es", "Ambos cooperarán;|compartirán información."),
        ("es", "Aprobaron el plan anual,|que se revisará cada año."),
        ("es", "Armas, drogas y personas."),
    ],
)
def test_clauses_end_at_strong_marks_and_before_connectors(side: Side, marked: str) -> None:
    text = marked.replace("|", " ")
    assert [text[a:b] for a, b in clauses(text, side)] == marked.split("|")


@settings(deadline=None, max_examples=150)
@given(
    st.text(alphabet="aB .,;:!?¿«»\"'()—\n\u00a0Ñé5", max_size=60), st.sampled_from(["en", "es"])
)
def test_every_visible_sign_is_in_one_sentence_and_one_clause(text: str, side: Side) -> None:
    whole = sentences(text, side)
    for spans in (whole, clauses(text, side)):
        assert all(a < b for a, b in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    for a, b in clauses(text, side):
        assert any(c <= a and b <= d for c, d in whole)
