"""What holds for every text, however strange."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment.align import align
from aligner.alignment.bead import Bead, Pin, order
from aligner.alignment.crossing import mark_crossings
from aligner.alignment.inner import align_clauses, align_sentences
from aligner.alignment.lexicon import learn_lexicon
from aligner.alignment.links import word_links
from tests.alignment.samples import EN, ES, covered, document, pairs

QUIET = settings(deadline=None, max_examples=40)

words = st.sampled_from(
    [
        "the",
        "a",
        "nation",
        "nación",
        "1874",
        "12",
        "San",
        "Marcos",
        "faro",
        "lighthouse",
        ".",
        "?",
        "EE.",
        "UU.",
        "«sí»",
        "\u202e",
        "🌊",
        "x-y",
    ]
)
texts = st.one_of(
    st.lists(words, max_size=12).map(" ".join),
    st.text(max_size=30),
    st.sampled_from(EN + ES),
)
columns = st.lists(texts, max_size=12)


@QUIET
@given(columns, columns)
def test_every_segment_is_in_exactly_one_bead(en: list[str], es: list[str]) -> None:
    assert covered(align(document(en, "en"), document(es, "es")))


@QUIET
@given(columns, columns)
def test_a_second_run_gives_the_same(en: list[str], es: list[str]) -> None:
    first = align(document(en, "en"), document(es, "es"))
    assert align(document(en, "en"), document(es, "es")) == first


# Texts that differ enough for no two solutions to be equally good.
places = st.lists(st.integers(0, len(EN) - 1), unique=True, min_size=2)


@QUIET
@given(places, places)
def test_the_mirrored_pair_gives_the_mirrored_beads(one: list[int], two: list[int]) -> None:
    en, es = [EN[n] for n in one], [ES[n] for n in two]
    forth = align(document(en, "en"), document(es, "es"))
    back = align(document(es, "en"), document(en, "es"))
    assert {(bead.en, bead.es, bead.score) for bead in forth.beads} == {
        (bead.es, bead.en, bead.score) for bead in back.beads
    }


@QUIET
@given(columns, columns, st.data())
def test_pins_are_always_honoured(en: list[str], es: list[str], data: st.DataObject) -> None:
    free_en, free_es = list(range(len(en))), list(range(len(es)))
    pins = []
    for _ in range(data.draw(st.integers(0, 3))):
        mine = (
            data.draw(st.lists(st.sampled_from(free_en), unique=True, max_size=2))
            if free_en
            else []
        )
        yours = (
            data.draw(st.lists(st.sampled_from(free_es), unique=True, max_size=2))
            if free_es
            else []
        )
        if mine or yours:
            pins.append(Pin(tuple(sorted(mine)), tuple(sorted(yours))))
            free_en = [i for i in free_en if i not in mine]
            free_es = [j for j in free_es if j not in yours]
    bitext = align(document(en, "en"), document(es, "es"), pins=pins)
    assert covered(bitext)
    assert {(bead.en, bead.es) for bead in bitext.beads if bead.pinned} == {
        (pin.en, pin.es) for pin in pins
    }


@QUIET
@given(texts, texts)
def test_the_inner_alignment_holds_every_visible_sign_once(en: str, es: str) -> None:
    for aligned in (align_sentences, align_clauses):
        beads = aligned(en, es)
        for text, spans in (
            (en, [span for bead in beads for span in bead.en]),
            (es, [span for bead in beads for span in bead.es]),
        ):
            assert spans == sorted(spans)
            inside = "".join(text[a:b] for a, b in spans)
            assert "".join(inside.split()) == "".join(text.split())


@QUIET
@given(texts, texts)
def test_a_word_is_in_at_most_one_link(en: str, es: str) -> None:
    links = word_links(en, es)
    assert len({link.en for link in links}) == len({link.es for link in links}) == len(links)


@QUIET
@given(columns, columns)
def test_a_lexicon_can_be_learned_from_anything(en: list[str], es: list[str]) -> None:
    lexicon = learn_lexicon(align(document(en, "en"), document(es, "es")))
    assert all(0 < weight <= 1 for _, _, weight in lexicon.pairs)


@QUIET
@given(st.permutations(range(10)), st.lists(st.booleans(), min_size=10, max_size=10))
def test_order_and_crossings_fit_each_other(es: list[int], empty: list[bool]) -> None:
    beads = [
        Bead((i,), () if gone else (j,)) for i, (j, gone) in enumerate(zip(es, empty, strict=True))
    ]
    beads += [Bead((), (j,)) for j, gone in zip(es, empty, strict=True) if gone]
    ordered = order(beads)
    assert sorted(pairs_of(ordered)) == sorted(pairs_of(beads))
    english = [bead.en[0] for bead in ordered if bead.en]
    assert english == sorted(english)
    straight = [
        bead.es[0] for bead in mark_crossings(ordered) if not bead.empty and not bead.crossing
    ]
    assert straight == sorted(straight)
    at = {j: n for n, bead in enumerate(ordered) for j in bead.es}
    for n, bead in enumerate(ordered):
        if not bead.en and bead.es[0] > 0:
            assert at[bead.es[0] - 1] < n


def pairs_of(beads: object) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.en, bead.es) for bead in beads]  # type: ignore[attr-defined]


def test_texts_of_nothing_are_aligned() -> None:
    for en, es in (([], []), (["a"], []), ([], ["b"]), (["x"], ["y"])):
        bitext = align(document(en, "en"), document(es, "es"))
        assert covered(bitext)
        assert pairs(bitext) or not (en or es)
