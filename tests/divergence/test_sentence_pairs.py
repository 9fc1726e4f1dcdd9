"""Which sentences render one another where one side has more of them."""

from __future__ import annotations

from aligner.divergence.passage import Context
from aligner.divergence.sentence_pairs import SentencePairs, sentence_pairs
from tests.divergence.examples import bitext_of


def _paired(en: str, es: str) -> SentencePairs:
    return sentence_pairs(Context(bitext_of([en], [es])).passages[0])


def test_a_sentence_that_says_the_words_of_its_neighbour_again_is_left_alone() -> None:
    found = _paired(
        "A harbour council advises the Ministry. The fees are published every year.",
        "Un consejo portuario asesora al Ministerio. El consejo portuario delibera en secreto. "
        "Las tasas se publican cada año.",
    )
    assert [(each.side, each.first, each.last) for each in found.left] == [("es", 6, 12)]
    assert found.left[0].margin > 0


def test_a_sentence_that_was_split_leaves_none_alone() -> None:
    found = _paired(
        "The pilots inspect every vessel and the crew pays the fees before it leaves the port.",
        "Los prácticos inspeccionan todos los buques. La tripulación paga las tasas antes de que el "
        "buque salga del puerto.",
    )
    assert not found.left
    assert sorted(found.joined["es"]) == [0, 6]


def test_sides_of_as_many_sentences_are_not_paired() -> None:
    found = _paired("The port opens. The pilots wait.", "El puerto abre. Los prácticos esperan.")
    assert not found.left
    assert not found.joined["en"]
