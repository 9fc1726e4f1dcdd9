"""Files paired by content: sure pairs are made, unsure ones asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.archive.manifest import date_in
from aligner.archive.pairing import pair_by_content
from bench.archive_pairing import DATA, judged, stretches
from bench.archive_texts import generate, paragraph_pairs
from tests.cli.conftest import Run, cli  # noqa: F401  fixtures


def _pool(count: int) -> tuple[dict[str, str], dict[str, str]]:
    pairs = [pair for pair in paragraph_pairs() if len(pair[0]) > 60]
    groups = [pairs[n : n + 3] for n in range(0, len(pairs) - 2, 3)][:count]
    english = {f"e{n}": "\n".join(en for en, _ in group) for n, group in enumerate(groups)}
    spanish = {f"s{n}": "\n".join(es for _, es in group) for n, group in enumerate(groups)}
    return english, spanish


def test_shuffled_texts_find_their_partners() -> None:
    english, spanish = _pool(20)
    pairing = pair_by_content(dict(reversed(english.items())), spanish)
    assert all(pair.en[1:] == pair.es[1:] for pair in pairing.pairs)
    assert len(pairing.pairs) >= len(english) - 1


def test_of_200_real_documents_99_in_100_are_paired_and_none_wrongly() -> None:
    if not DATA.is_dir():
        pytest.skip("the development texts beside the project are not here")
    pairs = stretches(DATA, 200)
    right, wrong, asked = judged(pairs, seed=1)
    assert right + wrong + asked == len(pairs)
    assert len(pairs) >= 190
    assert wrong == 0
    assert asked <= len(pairs) // 100


def test_texts_whose_counterpart_is_absent_are_asked_about() -> None:
    if not DATA.is_dir():
        pytest.skip("the development texts beside the project are not here")
    pairs = stretches(DATA, 200)
    half = len(pairs) // 2
    english = {f"e{n}": en for n, (en, _) in enumerate(pairs)}
    spanish = {f"s{n}": es for n, (_, es) in enumerate(pairs[:half])}
    made = pair_by_content(english, spanish).pairs
    assert sum(pair.en[1:] != pair.es[1:] for pair in made) <= 2
    assert len(made) >= half * 0.95


def test_a_text_without_counterpart_gets_none_when_all_others_are_paired() -> None:
    english, spanish = _pool(10)
    del spanish["s3"]
    pairing = pair_by_content(english, spanish)
    assert "e3" not in {pair.en for pair in pairing.pairs}
    assert "e3" in {each.name for each in pairing.questions}


def test_two_equal_candidates_are_a_question_and_not_a_guess() -> None:
    english, spanish = _pool(6)
    spanish["s0-copy"] = spanish["s0"]
    pairing = pair_by_content(english, spanish)
    assert "e0" not in {pair.en for pair in pairing.pairs}
    (question,) = [each for each in pairing.questions if each.name == "e0"]
    assert {name for name, _ in question.candidates} >= {"s0", "s0-copy"}


def test_sides_may_be_swapped() -> None:
    english, spanish = _pool(10)
    forth = {(pair.en, pair.es) for pair in pair_by_content(english, spanish).pairs}
    back = {(pair.es, pair.en) for pair in pair_by_content(spanish, english).pairs}
    assert forth == back


def test_nothing_to_pair_is_no_error() -> None:
    assert pair_by_content({}, {}).pairs == ()
    assert pair_by_content({"a": "alone"}, {}).questions[0].candidates == ()


def test_batch_pairs_by_content(cli: Run, tmp_path: Path) -> None:  # noqa: F811
    generate(tmp_path, 4, paragraphs=12)
    for number, path in enumerate(sorted((tmp_path / "es").iterdir())):
        path.rename(path.with_name(f"texto-{9 - number}.txt"))
    answer = cli("batch", tmp_path, "--pair-by-content", "--exit-zero")
    assert "4 pairs: 4 judged" in answer.err


def test_dates_are_read_from_names() -> None:
    assert date_in("2021-10-08-statement") == "2021-10-08"
    assert date_in("statement_1999") == "1999"
    assert date_in("20211399") == ""
    assert date_in("no date 12345678901") == ""
