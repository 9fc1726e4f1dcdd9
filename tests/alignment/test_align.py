"""What the aligner finds in small texts where the answer is plain."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from aligner.alignment.align import align
from aligner.alignment.bead import Pin
from aligner.errors import UsageError
from aligner.text.reading import read_document
from aligner.text.segment import Side
from tests.alignment.samples import EN, ES, covered, document, pairs

ROOT = Path(__file__).parents[2]


def beads(
    en: list[str], es: list[str], *pins: Pin
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return pairs(align(document(en, "en"), document(es, "es"), pins=pins))


def test_parallel_paragraphs_meet_one_to_one() -> None:
    assert beads(EN, ES) == [((i,), (i,)) for i in range(8)]


def test_a_paragraph_that_stands_on_one_side_alone_has_an_empty_bead() -> None:
    found = beads(EN, ES[:5] + ES[6:])
    assert ((5,), ()) in found
    assert ((6,), (5,)) in found


def test_two_paragraphs_merged_on_one_side_are_one_bead() -> None:
    found = beads(EN, [*ES[:2], f"{ES[2]} {ES[3]}", *ES[4:]])
    assert ((2, 3), (2,)) in found
    assert ((4,), (3,)) in found


def test_a_moved_paragraph_is_found_and_marked_as_crossing() -> None:
    bitext = align(document(EN, "en"), document([ES[0], ES[6], *ES[1:6], ES[7]], "es"))
    assert [(bead.en, bead.es) for bead in bitext.beads if bead.crossing] == [((6,), (1,))]
    assert covered(bitext)


def test_repeated_headings_do_not_cross() -> None:
    en = [text for n in range(6) for text in ("Scope", EN[n + 1])]
    es = [text for n in range(6) for text in ("Alcance", ES[n + 1])]
    bitext = align(document(en, "en"), document(es, "es"))
    assert pairs(bitext) == [((i,), (i,)) for i in range(12)]


def test_lines_that_differ_in_one_word_keep_their_own_counterparts() -> None:
    cities = ("Vilnius", "Asmara", "Thimphu")
    en = [
        f"The consular section in {city} issues certificates, authenticates notarial documents, "
        "registers civil acts, transmits judicial petitions and protects maritime interests "
        "under articles 17, 23, 48 and 96."
        for city in cities
    ]
    es = [
        f"La sección consular en {city} expide certificados, autentica documentos notariales, "
        "registra actos civiles, transmite peticiones judiciales y protege intereses "
        "marítimos conforme a los artículos 17, 23, 48 y 96."
        for city in cities
    ]
    other_en, other_es = ([f"{n}. {texts[n % 8]}" for n in range(80)] for texts in (EN, ES))
    found = beads([*other_en, *en, EN[0]], [*other_es, *es, ES[0]])
    assert found == [((i,), (i,)) for i in range(84)]
    gone = beads([*other_en, *en, EN[0]], [*other_es, es[0], ES[0]])
    assert gone[80:] == [((80,), (80,)), ((81,), ()), ((82,), ()), ((83,), (81,))]


def test_a_line_goes_to_its_own_counterpart_elsewhere_and_not_to_the_like_beside_it() -> None:
    other_en, other_es = ([f"{n}. {texts[n % 8]}" for n in range(60)] for texts in (EN, ES))
    line_en = "Annex on the depositary archive of the consular section in {}"
    line_es = "Anexo sobre el archivo depositario de la sección consular en {}"
    en = [*other_en[:30], line_en.format("Vilnius, Lithuania"), *other_en[30:]]
    es = [*other_es[:30], line_es.format("Asmara, Eritrea"), *other_es[30:]]
    es.insert(40, line_es.format("Vilnius, Lituania"))
    found = beads(en, es)
    assert ((30,), (40,)) in found
    assert ((), (30,)) in found


def test_pins_are_beads_and_nothing_reaches_over_them() -> None:
    bitext = align(document(EN, "en"), document(ES, "es"), pins=[Pin((3,), (5,)), Pin((7,), ())])
    found = pairs(bitext)
    assert ((3,), (5,)) in found
    assert ((7,), ()) in found
    assert {bead.pinned for bead in bitext.beads if bead.en in ((3,), (7,))} == {True}
    for bead in bitext.beads:
        if bead.en and bead.es and not bead.crossing:
            assert (bead.en[0] < 3) == (bead.es[0] < 5) or bead.en == (3,)


def test_a_bead_does_not_straddle_a_pinned_one() -> None:
    found = beads(EN, ES, Pin((4,), (4,)))
    assert all(max(en) < 4 or min(en) > 4 or en == (4,) for en, _ in found if en)


@pytest.mark.parametrize(
    "pins",
    [
        [Pin((0,), (0,)), Pin((0,), (1,))],
        [Pin((99,), (0,))],
        [Pin((), ())],
    ],
)
def test_pins_that_cannot_be_are_refused(pins: list[Pin]) -> None:
    with pytest.raises(UsageError):
        align(document(EN, "en"), document(ES, "es"), pins=pins)


@pytest.mark.parametrize(("word", "bead"), [("frotz", ((2,), (1,))), ("blip", ((1,), (1,)))])
def test_evidence_joins_what_spelling_cannot(
    word: str, bead: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    en, es = document(["Zork", "Blip", "Frotz"], "en"), document(["Zork", "Turlam"], "es")
    assert bead in pairs(align(en, es, evidence=[(word, "turlam", 0.9)]))


@pytest.mark.parametrize(("word", "bead"), [("frotz", ((2,), (1,))), ("blip", ((1,), (1,)))])
def test_the_memory_teaches_words(word: str, bead: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    memory = [
        (f"The {word} is red.", "El turlam es rojo."),
        (f"A {word} sings.", "Un turlam canta."),
        (f"My {word} sleeps.", "Mi turlam duerme."),
        ("The house is red.", "La casa es roja."),
    ]
    en, es = document(["Zork", "Blip", "Frotz"], "en"), document(["Zork", "Turlam"], "es")
    assert bead in pairs(align(en, es, memory=memory))


def test_scores_are_probabilities_with_four_places() -> None:
    bitext = align(document(EN, "en"), document(ES[:5] + ES[6:], "es"))
    for bead in bitext.beads:
        assert 0 < bead.score < 1
        assert round(bead.score, 4) == bead.score


def test_the_declaration_is_aligned_as_by_hand() -> None:
    sides: dict[Side, str] = {"en": "en-US", "es": "es-MX"}
    documents = {}
    for side, region in sides.items():
        path = ROOT / "texts" / side / "joint-declaration.md"
        documents[side] = read_document(path.read_bytes(), path=path.name, side=side, region=region)
    gold = json.loads((ROOT / "tests/gold/alignment.json").read_text(encoding="utf-8"))
    beads_ = gold["beads"] if isinstance(gold, dict) else gold
    found = set(pairs(align(documents["en"], documents["es"])))
    assert found == {(tuple(en), tuple(es)) for en, es in beads_}


def test_ten_thousand_identical_lines_are_aligned_without_a_table_of_them_all() -> None:
    bitext = align(
        document(["the same line"] * 10_000, "en"), document(["la misma línea"] * 9_990, "es")
    )
    assert covered(bitext)


def test_hash_seed_and_threads_do_not_matter() -> None:
    code = (
        "from tests.alignment.samples import *\n"
        "from aligner.alignment.align import align\n"
        "b = align(document(EN * 3, 'en'), document(ES[3:] + ES * 2, 'es'))\n"
        "print([(x.en, x.es, x.score, x.crossing) for x in b.beads])\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, threads in (("0", "1"), ("1", "2"), ("77", "2"))
    }
    assert len(printed) == 1


def test_a_label_that_a_reader_set_apart_says_as_much_as_in_the_text() -> None:
    written = {
        side: "\n\n".join(f"4.{n}. {text}" for n, text in enumerate(texts, 1)).encode()
        for side, texts in (("en", EN), ("es", ES))
    }
    read = [
        read_document(written[side], path=f"{side}.txt", side=side, region=side)
        for side in ("en", "es")
    ]
    assert all(segment.label for document in read for segment in document.segments)
    bare = [document(text.decode().split("\n\n"), side) for side, text in written.items()]
    found = [[(bead.en, bead.es) for bead in align(*both).beads] for both in (read, bare)]
    assert found[0] == found[1]
