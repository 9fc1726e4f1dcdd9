"""Each check does what its page in docs/checks says, and each check has a page."""

from __future__ import annotations

import pytest

from aligner.divergence.registry import NAMES, checks
from aligner.divergence.wording import message
from tests.divergence.examples import PAGES, Example, bitext_of, examples, found

EXAMPLES = examples()


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[f"{each.check}.md:{each.line}" for each in EXAMPLES]
)
def test_the_check_does_what_its_page_says(example: Example) -> None:
    assert sorted(found(example)) == sorted(example.finds)


@pytest.mark.parametrize("name", NAMES)
def test_every_check_has_a_page_with_a_finding_and_a_silence(name: str) -> None:
    own = [each for each in EXAMPLES if each.check == name]
    assert any(each.finds for each in own), f"docs/checks/{name}.md shows no finding"
    assert any(each.silent for each in own), f"docs/checks/{name}.md shows no silence"


def test_every_page_is_of_a_check() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} - {"README"} <= set(NAMES)


def test_every_finding_of_the_examples_can_be_said_in_both_languages() -> None:
    from aligner.divergence.check import check

    for example in EXAMPLES:
        for each in check(bitext_of(example.en, example.es, example.regions)):
            for language in ("en", "es"):
                sentence = message(each, language)  # type: ignore[arg-type]
                assert sentence and "{" not in sentence


def test_each_check_is_registered_under_its_own_name() -> None:
    for name, check in checks().items():
        assert check.name == name
        assert (check.in_bead is None) != (check.in_document is None)
