"""One look at two signs before many forms are tried."""

import re

from aligner.language.beginnings import beginnings


def test_every_form_is_seen_at_its_first_two_signs() -> None:
    pattern = re.compile(beginnings(["two", "twelve", "a", "[x]"]))

    assert all(pattern.match(form) for form in ("two", "twelve", "a", "[x]"))


def test_other_words_are_turned_away_though_they_share_the_first_letter() -> None:
    pattern = re.compile(beginnings(["two", "a dozen"]))

    assert not any(pattern.match(word) for word in ("treaty", "and", "border"))
