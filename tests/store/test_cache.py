"""The cache: never stale, never wrong, never in the way."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment.bead import Pin
from aligner.divergence.divergence import Severity
from aligner.divergence.settings import Equivalence, Settings
from aligner.glossary.concept import Concept, Glossary, Status, Term
from aligner.store import cache as cache_module
from aligner.store.cache import Cache, Keeping
from aligner.store.cached_forms import (
    bitext_form,
    bitext_of,
    divergences_form,
    divergences_of,
    document_form,
    document_of,
)
from aligner.store.project import open_project
from aligner.text.document import Document
from aligner.text.segment import Kind, Mark, MarkKind, Role, Segment
from tests.review.examples import differing_years, documents, one_to_one

GLOSSARY = Glossary((Concept("c", (Term("aid"),), (Term("ayuda"),)),))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / ".aligner" / "cache")


def test_what_is_kept_comes_back_and_the_folder_is_private(cache: Cache) -> None:
    assert cache.read("x", "k") is None
    cache.write("x", "k", {"a": [1, "ñ"]})
    assert cache.read("x", "k") == {"a": [1, "ñ"]}
    assert cache.read("x", "other") is None
    assert cache.read("y", "k") is None
    if os.name != "nt":
        assert cache.folder.stat().st_mode & 0o777 == 0o700
        assert all(path.stat().st_mode & 0o077 == 0 for path in cache.folder.iterdir())
    assert "*" in (cache.folder.parent / ".gitignore").read_text()


@given(st.integers(0, 400), st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_a_damaged_entry_is_a_miss_and_never_another_answer(at: int, byte: int) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        cache = Cache(Path(place, ".aligner", "cache"))
        cache.write("x", "k", list(range(40)))
        path = next(cache.folder.glob("*.json"))
        content = bytearray(path.read_bytes())
        content[at % len(content)] = byte
        path.write_bytes(content)
        assert cache.read("x", "k") in (None, list(range(40)))
        path.write_bytes(bytes(content[: at % len(content)]))
        assert cache.read("x", "k") in (None, list(range(40)))


def test_an_entry_under_a_name_that_is_not_its_own_is_a_miss(cache: Cache) -> None:
    cache.write("x", "k", 1)
    path = next(cache.folder.glob("*.json"))
    path.rename(path.with_name("x-other.json"))
    assert cache.read("x", "other") is None


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise on Windows")
def test_a_folder_that_came_with_a_copied_project_is_not_believed(cache: Cache) -> None:
    cache.write("x", "k", 1)
    cache.folder.chmod(0o755)
    assert Cache(cache.folder).read("x", "k") is None
    again = Cache(cache.folder)
    again.write("x", "new", 2)
    assert again.read("x", "new") == 2
    assert again.read("x", "k") is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_cache_that_is_a_link_elsewhere_is_neither_read_nor_written(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / ".aligner").symlink_to(outside)
    cache = Cache(tmp_path / "p" / ".aligner" / "cache")
    cache.write("x", "k", 1)
    assert cache.read("x", "k") is None
    assert list(outside.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / ".aligner").write_text("a file in the way")
    cache = Cache(tmp_path / ".aligner" / "cache")
    cache.write("x", "k", 1)
    assert cache.read("x", "k") is None


def test_the_size_is_bounded_and_the_oldest_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / ".aligner" / "cache", most=4000)
    for n in range(10):
        cache.write("x", f"k{n}", "v" * 800)
        os.utime(cache.folder / f"x-k{n}.json", ns=(n, n))
    assert cache.size() <= 4000
    assert cache.read("x", "k0") is None
    assert cache.read("x", "k9") == "v" * 800
    assert cache.clear() > 0
    assert cache.size() == 0


def test_documents_bitexts_and_divergences_come_back_equal() -> None:
    marks = (Mark(MarkKind.DELETION, 0, 0, "was", "Ana", "2026-01-01"),)
    segment = Segment(Kind.LIST_ITEM, "tex\ud83d", 0, "d", "(a)", Role.OPERATIVE, 2, 3, 4, marks)
    document = Document("en", "en-US", "a.md", (segment,))
    assert document_of(document_form(document)) == document
    bitext = one_to_one(*documents(), pins=[Pin((0, 1), (0,))])
    assert bitext_of(bitext_form(bitext), bitext.en, bitext.es) == bitext
    found = differing_years(bitext)
    assert found
    assert divergences_of(divergences_form(found), bitext) == found


@pytest.mark.parametrize(
    "form",
    [None, 3, [], {}, {"beads": 1}, {"beads": [[[0], [0], 1, False, False]], "signature": ""}],
)
def test_a_form_of_another_shape_or_that_covers_not_all_segments_is_a_miss(form: object) -> None:
    en, es = documents()
    assert bitext_of(form, en, es) is None
    assert document_of(form) is None
    assert divergences_of([["x"]], one_to_one(en, es)) is None


Changing = Callable[[Keeping], Keeping]


def keys(keeping: Keeping, pins: tuple[Pin, ...] = ()) -> tuple[str, ...]:
    """The keys of all three entries, the last two as they are asked for."""
    asked: list[str] = []

    class Asked(Cache):
        def read(self, kind: str, key: str) -> None:
            asked.append(key)

        def write(self, kind: str, key: str, value: object) -> None:
            pass

    seen = replace(keeping, cache=Asked(Path("nowhere")))
    en, es = documents()
    bitext = seen.aligning(one_to_one)(en, es, pins)
    seen.checking(differing_years)(bitext)
    return tuple(asked)


def keeping(**more: object) -> Keeping:
    given: dict[str, object] = {
        "texts": "t",
        "glossary": GLOSSARY,
        "settings": Settings(),
        "memories": (),
        **more,
    }
    return Cache(Path("nowhere")).keeping(**given)  # type: ignore[arg-type]


CHECKED_ALONE = [
    {"settings": Settings(severities={"number": Severity.MINOR})},
    {"settings": Settings(severities={"number": None})},
    {"settings": Settings(options={"number": {"a": "b"}})},
    {"settings": Settings(equivalences=(Equivalence("a", "b"),))},
    {"settings": Settings(equivalences=(Equivalence("a", "b", why="c"),))},
    {"settings": Settings(authenticity="prevails-es")},
    {"settings": Settings(instrument="binding")},
    {"settings": Settings(document="d")},
]
BOTH = [
    {"texts": "u"},
    {"glossary": Glossary()},
    {"glossary": Glossary((Concept("c", (Term("aid"),), (Term("apoyo"),)),))},
    {"glossary": Glossary((Concept("c", (Term("aid"),), (Term("ayuda", Status.FORBIDDEN),)),))},
    {"glossary": Glossary((Concept("c", (Term("aid", forms=("aids",)),), (Term("ayuda"),)),))},
    {"memories": (("a", "b"),)},
]


def test_whatever_could_matter_changes_the_keys() -> None:
    alignment, divergences = keys(keeping())
    assert keys(keeping()) == (alignment, divergences)
    seen = {alignment, divergences}
    for change in CHECKED_ALONE:
        same, other = keys(keeping(**change))
        assert same == alignment
        assert other not in seen, change
        seen.add(other)
    for change in BOTH:
        for key in keys(keeping(**change)):
            assert key not in seen, change
            seen.add(key)
    for pins in [(Pin((0, 1), (0,)),), (Pin((0,), (0, 1)),), (Pin((0,), ()),)]:
        for key in keys(keeping(), pins):
            assert key not in seen, pins
            seen.add(key)
    one, two = Pin((0,), (1,)), Pin((1,), (0,))
    assert keys(keeping(), (one, two))[0] == keys(keeping(), (two, one))[0]


@pytest.mark.parametrize(
    "name", ["__version__", "SCHEMA", "code_stamp", "surroundings", "digest_of_tables"]
)
def test_the_version_the_code_and_the_tables_change_the_keys(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keys(keeping())
    new = (lambda: "other") if callable(getattr(cache_module, name)) else "other"
    monkeypatch.setattr(cache_module, name, new)
    assert set(before).isdisjoint(keys(keeping()))


texts = st.lists(
    st.sampled_from(["Peace.", "In 2021 we met.", "In 2022 we met.", "The end is near now."]),
    min_size=1,
    max_size=4,
)


@given(st.lists(st.tuples(texts, texts, st.booleans()), min_size=2, max_size=4))
@settings(max_examples=12, deadline=None)
def test_a_project_answers_the_same_with_the_cache_as_without(
    versions: list[tuple[list[str], list[str], bool]],
) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for en, es, off in versions:
            for side, paragraphs in (("en", en), ("es", es)):
                (root / side).mkdir(exist_ok=True)
                (root / side / "a.txt").write_text("\n\n".join(paragraphs))
            (root / "aligner.yaml").write_text(
                "schema: 1\n" + ("checks: {number: off}\n" if off else "")
            )
            plain = open_project(root, cached=False).review("a")
            for _ in range(2):
                kept = open_project(root).review("a")
                assert kept.bitext == plain.bitext
                assert kept.findings == plain.findings
