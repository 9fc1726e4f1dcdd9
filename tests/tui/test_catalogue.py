"""The words of the interface: both languages say everything, and nothing unsaid is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aligner.divergence.divergence import Severity
from aligner.divergence.registry import NAMES
from aligner.glossary.concept import Authority, Status
from aligner.review.event import EventKind, Role
from aligner.review.metrics import METRICS
from aligner.review.review import Agreement, Scope, Verdict
from aligner.tui.catalogue import LANGUAGES, Catalogue, language_of, words_of
from aligner.tui.filtering import STATES, WALKS
from aligner.tui.keys import KEYS, NAMED
from aligner.tui.overview_lines import GROUPS
from aligner.tui.term_decision import FORMER

SOURCES = sorted((Path(__file__).parents[2] / "aligner" / "tui").glob("*.py"))
_SAID = re.compile(r'\bsay\(\s*"([a-z0-9.\-]*[a-z0-9])"|\bcount\(\s*"([a-z0-9.\-]*[a-z0-9])"', re.S)
_SLOT = re.compile(r"\{(\w*)\}")


def test_both_catalogues_have_the_same_keys() -> None:
    assert set(words_of("en")) == set(words_of("es"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in words_of(language).items() if not text.strip()] == []


def test_slots_are_the_same_in_both_languages() -> None:
    english, spanish = words_of("en"), words_of("es")
    differing = [
        key
        for key in english
        if set(_SLOT.findall(english[key])) != set(_SLOT.findall(spanish[key]))
    ]
    assert differing == []


def test_every_text_that_the_screens_ask_for_is_there() -> None:
    words = words_of("en")
    missing = []
    for source in SOURCES:
        for plain, counted in _SAID.findall(source.read_text(encoding="utf-8")):
            wanted = [plain] if plain else [f"{counted}.one", f"{counted}.many"]
            missing += [f"{source.name}: {key}" for key in wanted if key not in words]
    assert missing == []


def test_every_key_state_and_kind_has_words() -> None:
    wanted = [f"key.{key.id}" for key in KEYS]
    wanted += [f"help.{key.id}" for key in KEYS]
    wanted += [f"group.{key.group}" for key in KEYS]
    wanted += [f"state.{state}" for state in STATES]
    wanted += [f"walk.{walk}" for walk in WALKS]
    wanted += [f"severity.{severity.word}" for severity in Severity]
    wanted += [f"verdict.{verdict.value}" for verdict in Verdict]
    wanted += [f"scope.{scope.value}" for scope in Scope]
    wanted += [f"event.{kind.value}" for kind in EventKind]
    wanted += [f"role.{role.value.replace(' ', '-')}" for role in Role]
    wanted += [f"agreement.{stage.value.replace(' ', '-')}" for stage in Agreement]
    wanted += [f"status.{status.value}" for status in Status]
    wanted += [f"authority.{authority.value}" for authority in Authority]
    wanted += [f"former.{former or 'leave'}" for former in FORMER]
    wanted += [f"metric.{metric}" for metric in METRICS]
    wanted += [f"sign.{name}" for name in NAMED]
    assert [key for key in wanted if key not in words_of("en")] == []


def test_every_check_has_words_and_the_checklist_knows_no_other() -> None:
    assert [name for name in NAMES if f"check.{name}" not in words_of("en")] == []
    grouped = frozenset().union(*(checks for _, checks in GROUPS))
    assert grouped - set(NAMES) == set()


def test_no_two_texts_of_the_help_are_the_same() -> None:
    for language in LANGUAGES:
        texts = [words_of(language)[f"help.{key.id}"] for key in KEYS if key.context == "bitext"]
        assert len(set(texts)) == len(texts)


def test_a_missing_text_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Catalogue("en").say("no.such.key")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "es_MX.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language
