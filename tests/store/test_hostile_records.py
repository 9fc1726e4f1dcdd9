"""Whatever lies in the files: an answer or one clear line, never anything else."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.cli.main import run
from aligner.errors import AlignerError, ConfigurationError, RecordError, UsageError
from aligner.review.codec import encode, line_of
from aligner.review.event import Event, EventKind
from aligner.review.target import Reference, Target
from aligner.store.configuration import read_configuration
from aligner.store.equivalences_file import read_taught, write_taught
from aligner.store.glossary_file import parse_glossary
from aligner.store.journal import Journal, parse
from aligner.store.yaml_loader import load
from tests.patience import patience
from tests.review.examples import EN, ES, Kept, review_of, session_of

yaml_like = st.text(
    alphabet=st.sampled_from(list("ab:-#&*!|>{}[]'\"\\\n\t ,?%@\x00\x85\u2028\ufeff\U000e0041é")),
    max_size=60,
)


@given(st.one_of(st.binary(max_size=80), yaml_like.map(lambda t: t.encode("utf-8"))))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_yaml_of_strings_or_one_line(content: bytes) -> None:
    try:
        loaded = load(content, name="f", error=ConfigurationError)
    except ConfigurationError as error:
        assert "\n" not in str(error)
        return

    def strings(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(k, str) and strings(v) for k, v in value.items())
        if isinstance(value, list):
            return all(map(strings, value))
        return isinstance(value, str)

    assert strings(loaded.value)


keys = st.sampled_from(
    [
        "schema",
        "languages",
        "documents",
        "checks",
        "gates",
        "memories",
        "equivalences",
        "keys",
        "extends",
        "id",
        "en",
        "es",
        "severity",
        "number",
        "coverage.en",
        "profile",
        "verdict",
        "concepts",
    ]
)
scalars = st.sampled_from(["1", "en", "es-MX", "off", "100", "../x", "/etc", "a b", "''", "draft"])
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(keys, inner, max_size=3).map(
            lambda each: "{" + ", ".join(f"{k}: {v}" for k, v in each.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@given(st.dictionaries(keys, values, max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_mapping_is_a_configuration_or_one_line(given_keys: dict[str, str]) -> None:
    text = "schema: 1\n" + "".join(f"{k}: {v}\n" for k, v in given_keys.items() if k != "schema")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "aligner.yaml")
        path.write_text(text)
        try:
            read_configuration(path, path.parent)
        except ConfigurationError as error:
            assert "\n" not in str(error)
        for read in (lambda: parse_glossary(text.encode(), name="g"), lambda: read_taught(path)):
            try:
                read()
            except RecordError as error:
                assert "\n" not in str(error)


@given(st.binary(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_journal_with_flaws_or_without(content: bytes) -> None:
    whole = line_of(Event("a", "", "", "", "note"))
    reading = parse(content + b"\n" + whole)
    assert "a" in {event.id for event in reading.events}


jsons = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.sampled_from(["", "x", "open", "es"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["en", "es", "texts", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*EventKind, "later"]),
            st.dictionaries(
                st.sampled_from(
                    [
                        "en",
                        "es",
                        "texts",
                        "text",
                        "reason",
                        "justified",
                        "divergence",
                        "verdict",
                        "scope",
                        "nth",
                        "words",
                        "number",
                        "question",
                        "options",
                        "due",
                        "closes",
                        "query",
                        "stage",
                        "to",
                        "side",
                        "visibility",
                        "accepts",
                    ]
                ),
                jsons,
                max_size=5,
            ),
            st.integers(0, 4),
        ),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_events_with_any_values_make_a_review(
    made: list[tuple[str, dict[str, object], int]],
) -> None:
    kept = Kept()
    session = session_of(kept)
    session.accept([0])
    target = kept.events[1].targets[0]
    other = Target("d", (Reference("en", "gone", 3, "x", "y"),), ())
    for n, (kind, value, where) in enumerate(made):
        targets = [(target,), (other,), (target, other), (), (Target("d"),)][where]
        snap = [kept.events[0].id, "absent", ""][n % 3]
        kept.append(Event(f"h{n}", "not a time", "", "odd", kind, targets, value, snap=snap))
    review = review_of(kept.events)
    assert len(review.beads) == len(EN)
    later = session_of(kept)
    for act in (later.accept, later.sign_off, later.needs_work):
        with suppress(UsageError):
            act([0])
    later.query([0], "which?")
    later.note([0], "words")
    for n in range(len(later.review.findings)):
        later.verdict(n, "intended")
        later.verdict(n, "false-alarm", scope="document")
    for query in later.review.queries:
        later.answer(query.id, "that one")
    later.merge([0, 1])
    later.undo()


names = st.text(max_size=12)


@given(st.lists(st.tuples(names, names, names, names), max_size=3, unique_by=lambda each: each[0]))
@settings(max_examples=60, deadline=None)
def test_whatever_is_taught_is_read_back(entries: list[tuple[str, str, str, str]]) -> None:
    from aligner.divergence.settings import Equivalence
    from aligner.store.equivalences_file import Taught

    made = {
        Taught(name, Equivalence(en or "x", es, why=why), by=why, origin="d")
        for name, en, es, why in entries
    }
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "equivalences.yaml")
        try:
            write_taught(path, made)
        except (UnicodeEncodeError, RecordError):
            return
        assert set(read_taught(path)) == made


def texts(root: Path) -> None:
    for side, paragraphs in (("en", EN), ("es", ES)):
        (root / side).mkdir()
        (root / side / "d.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    (root / "review").mkdir()
    (root / "aligner.yaml").write_text("schema: 1\n")


WHOLE = line_of(Event("a", "", "Ana", "", "note"))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("review/d.jsonl", WHOLE + WHOLE[:20], None),
        ("review/d.jsonl", WHOLE + b"foreign\n" + WHOLE, 4),
        ("review/d.jsonl", WHOLE + line_of(Event("a", "", "Ben", "", "note")), 4),
        ("review/d.jsonl", WHOLE.replace(b'"v":1', b'"v":7'), 4),
        ("review/d.jsonl", b"x" * 50_000_000, None),
        ("review/d.jsonl", b"\x00" * 1000 + b"\n", 4),
        ("glossary.yaml", b"schema: 3\nconcepts: {}\n", 4),
        ("glossary.yaml", b"schema: 1\nconcepts: {}\nconcepts: {}\n", 4),
        ("glossary.yaml", b"schema: 1\nconcepts: {a: *x}\n", 4),
        ("glossary.yaml", b"x" * 17_000_000, 4),
        ("equivalences.yaml", b"schema: 1\nequivalences: [{enn: x}]\n", 4),
        ("aligner.yaml", b"schema: 1\nlanguages: {es: no}\n", 2),
        ("aligner.yaml", b"schema: 1\nschema: 1\n", 2),
        ("aligner.yaml", b"schema: 1\na: &a [*a]\n", 2),
        ("aligner.yaml", b"schema: !!int 1\n", 2),
        ("aligner.yaml", b"schema: 1\nmemories: ../../m.tmx\n", 2),
        ("aligner.yaml", b"schema: 1\nkeys: \x1b[31m\n", 2),
    ],
    ids=lambda value: value[:12].hex() if isinstance(value, bytes) else str(value),
)
def test_a_bad_record_has_its_exit_code_and_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    code: int | None,
) -> None:
    texts(tmp_path)
    (tmp_path / name).write_bytes(content)
    with patience():
        got = run(["coverage", str(tmp_path)])
    err = capsys.readouterr().err
    assert got == (0 if code is None else code)
    if code is not None:
        assert len(err.strip().split("\n")) == 1
        assert name.rpartition("/")[2] in err
    assert "\x1b" not in err


def test_doctor_tells_mends_and_then_has_nothing_to_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts(tmp_path)
    journal = tmp_path / "review" / "d.jsonl"
    journal.write_bytes(WHOLE + b"<<<<<<< HEAD\n")
    assert run(["doctor", str(tmp_path)]) == 4
    assert "aligner doctor --fix mends it" in capsys.readouterr().out
    assert run(["doctor", "--fix", str(tmp_path)]) == 0
    assert "mended" in capsys.readouterr().out
    assert run(["doctor", str(tmp_path)]) == 0
    assert "Nothing is wrong" in capsys.readouterr().out
    assert journal.read_bytes() == WHOLE


def test_a_lock_that_is_held_is_exit_code_four(tmp_path: Path) -> None:
    texts(tmp_path)
    journal = Journal(tmp_path / "review" / "d.jsonl")
    with journal.held(), pytest.raises(AlignerError) as caught:
        Journal(journal.path, patience=0.05).append(Event("b", "", "", "", "note"))
    assert caught.value.exit_code == 4
    assert encode(Event("b", "", "", "", "note"))["kind"] == "note"
