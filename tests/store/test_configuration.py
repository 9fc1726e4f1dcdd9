"""aligner.yaml: what it may say, and how it is told that it may not."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from aligner.divergence.divergence import Severity
from aligner.errors import ConfigurationError
from aligner.store.configuration import Configuration, read_configuration


def read(folder: Path, text: str) -> Configuration:
    (folder / "aligner.yaml").write_text(text, encoding="utf-8")
    return read_configuration(folder / "aligner.yaml", folder)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        read(folder, text)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_a_full_configuration_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
schema: 1
languages: {en: en-GB, es: es-419}
documents:
  - {id: a, en: en/a.md, es: [es/a1.md, es/a2.md], authenticity: prevails-es, instrument: binding}
checks:
  number: minor
  duplicate: off
  modality: {severity: critical}
gates: {profile: signature, coverage.en: 99.5, divergence.open.major: 3}
equivalences:
  - {en: mdd, es: millones, check: money, why: usage}
keys: {accept: enter}
memories: [memory.tmx]
""",
    )
    assert found.regions == {"en": "en-GB", "es": "es-419"}
    assert found.documents[0].es == ("es/a1.md", "es/a2.md")
    assert found.documents[0].instrument == "binding"
    assert found.severities == {
        "number": Severity.MINOR,
        "duplicate": None,
        "modality": Severity.CRITICAL,
    }
    gates = {gate.metric: gate.limit for gate in found.gates()}
    assert gates["coverage.en"] == Fraction("99.5")
    assert gates["divergence.open.major"] == 3
    assert gates["signed"] == 100
    assert "signed" not in {gate.metric for gate in found.gates("draft")}
    assert found.keys == {"accept": "enter"}
    assert found.equivalences[0].check == "money"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "schema: 1\ndocumnets: []\n",
            "line 2, column 1: unknown key 'documnets'; did you mean documents",
        ),
        ("languages: {es: no}\nschema: 1\n", "line 1, column 13: 'no' is no language tag of es"),
        ("languages: {en: es-MX}\nschema: 1\n", "no language tag of en"),
        ("schema: 1\nlanguages: {fr: fr-FR}\n", "unknown key 'fr'"),
        ("schema: 2\n", "newer version of aligner"),
        ("schema: one\n", "`schema: 1` must stand here"),
        ("languages: {}\n", "`schema: 1` must stand here"),
        ("schema: 0\n", "first schema"),
        ("schema: 1\nchecks: {number: {sevrity: minor}}\n", "unknown key 'sevrity'; did you mean"),
        ("schema: " + "9" * 5000 + "\n", "a newer version of aligner"),
        ("schema: 1\nchecks: {numbr: off}\n", "unknown check 'numbr'; did you mean number"),
        ("schema: 1\nchecks: {number: severe}\n", "checks.number: 'severe'"),
        ("schema: 1\ngates: concord\n", "did you mean concordance"),
        (
            "schema: 1\ngates: {coverage.enn: 1}\n",
            "no metric is called 'coverage.enn' (did you mean coverage.en?)",
        ),
        ("schema: 1\ngates: {coverage.en: lots}\n", "is no number"),
        ("schema: 1\ngates: {coverage.en: 101}\n", "between 0 and 100"),
        ("schema: 1\ngates: {queries.open: 1.5}\n", "no whole number"),
        ("schema: 1\ndocuments: [{id: a, en: a.md}]\n", "needs `es`"),
        ("schema: 1\ndocuments: [{id: ../a, en: a.md, es: b.md}]\n", "is no id"),
        ("schema: 1\ndocuments: [{id: glossary, en: a.md, es: b.md}]\n", "journal of the glossary"),
        ("schema: 1\ndocuments: [{id: a, en: ../a.md, es: b.md}]\n", "outside the project"),
        ("schema: 1\ndocuments: [{id: a, en: /etc/passwd, es: b.md}]\n", "inside the project"),
        ("schema: 1\ndocuments: [{id: a, en: 'C:\\a.md', es: b.md}]\n", "inside the project"),
        (
            "schema: 1\ndocuments: [{id: a, en: a, es: b}, {id: A, en: c, es: d}]\n",
            "two documents are called 'A'",
        ),
        ("schema: 1\nmemories: [../other.tmx]\n", "outside the project"),
        ("schema: 1\nequivalences: [{check: number}]\n", "needs `en` or `es`"),
        ("schema: 1\ndocuments: {a: b}\n", "must be a list"),
        ("schema: 1\nextends: aligner.yaml\n", "circle"),
        ("schema: 1\nextends: none.yaml\n", "cannot be read"),
        ("- a\n", "must be a mapping"),
        ("schema: [1]\n", "must stand here"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    message = refused(tmp_path, text)
    assert words in message
    assert "\n" not in message


def test_files_that_are_extended_give_way(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text(
        "schema: 1\nchecks: {number: minor, date: off}\ngates: {profile: draft, queries.open: 5}\n"
        "keys: {accept: a}\n"
    )
    found = read(
        tmp_path, "schema: 1\nextends: house.yaml\nchecks: {number: major}\nkeys: {note: n}\n"
    )
    assert found.severities == {"number": Severity.MAJOR, "date": None}
    assert found.profile == "draft"
    assert {gate.metric for gate in found.limits} == {"queries.open"}
    assert found.keys == {"accept": "a", "note": "n"}


def test_a_link_that_leads_out_and_a_loop_of_links_are_refused(tmp_path: Path) -> None:
    project = tmp_path / "p"
    project.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (project / "out.md").symlink_to(tmp_path / "secret.md")
    (project / "loop.md").symlink_to(project / "loop.md")
    (project / "a").symlink_to(project / "b")
    (project / "b").symlink_to(project / "a")
    documents = "schema: 1\ndocuments: [{{id: a, en: {}, es: b.md}}]\n"
    assert "outside the project" in refused(project, documents.format("out.md"))
    assert "loop" in refused(project, documents.format("loop.md"))
    assert "loop" in refused(project, documents.format("a/x.md"))


def test_major_divergences_of_courtesy_versions_fell_no_gate_unless_asked(tmp_path: Path) -> None:
    text = (
        "schema: 1\ndocuments:\n  - {{id: a, en: a, es: b, authenticity: courtesy-en}}\n"
        "  - {{id: c, en: c, es: d, authenticity: {}}}\n{}"
    )

    def gates(other: str, more: str = "") -> set[str]:
        return {each.metric for each in read(tmp_path, text.format(other, more)).gates()}

    assert "divergence.open.major" not in gates("courtesy-es")
    assert "divergence.open.critical" in gates("courtesy-es")
    assert "divergence.open.major" in gates("equal")
    assert "divergence.open.major" in gates("courtesy-es", "gates: {divergence.open.major: 0}\n")
