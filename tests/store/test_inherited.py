"""Decisions that several projects share."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.divergence.divergence import Severity
from aligner.errors import ConfigurationError, RecordError
from aligner.store.doctor import examine
from aligner.store.project import Project, open_project

TERMS = """schema: 1
concepts:
  aid:
    en: [{text: aid, status: preferred}]
    es: [{text: ayuda, status: preferred}, {text: apoyo, status: forbidden}]
  law:
    en: [{text: law, status: preferred}]
    es: [{text: ley, status: preferred}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for side in ("en", "es"):
        (project / side).mkdir(parents=True)
        (project / side / "a.txt").write_text("One.")
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "glossary.yaml").write_text(TERMS)
    extend(project, "../terms")
    return project


def extend(project: Path, *folders: str, more: str = "") -> None:
    listed = ", ".join(folders)
    (project / "aligner.yaml").write_text(f"schema: 1\nextends: [{listed}]\n{more}")


def local(project: Path, concept: str) -> Project:
    (project / "glossary.yaml").write_text(f"schema: 1\nconcepts:\n{concept}")
    return open_project(project)


def test_inherited_concepts_stand_below_local_ones(root: Path) -> None:
    assert [concept.id for concept in open_project(root).glossary.concepts] == ["aid", "law"]
    project = local(
        root,
        "  law:\n    en: [{text: statute, status: preferred}]\n"
        "    es: [{text: ley, status: preferred}]\n"
        "  zone:\n    en: [{text: zone, status: preferred}]\n"
        "    es: [{text: zona, status: preferred}]\n",
    )
    assert [concept.id for concept in project.glossary.concepts] == ["aid", "law", "zone"]
    assert project.glossary.concept("law").en[0].text == "statute"
    assert [concept.id for concept in project.glossary_text.glossary.concepts] == ["law", "zone"]


def test_contradictions_with_what_is_inherited_are_shown(root: Path) -> None:
    project = local(
        root,
        "  aid:\n    en: [{text: aid, status: preferred}]\n"
        "    es: [{text: apoyo, status: preferred}]\n"
        "  law:\n    en: [{text: Law, status: preferred}]\n"
        "    es: [{text: derecho, status: preferred}]\n",
    )
    assert [each.line for each in project.departures] == [
        "aid: 'apoyo' is preferred here and forbidden by extends",
        "law: 'derecho' is preferred here, 'ley' by extends",
    ]
    told = [each.words for each in examine(project)]
    assert all(each.line in told for each in project.departures)


def test_a_term_for_another_region_is_no_contradiction(root: Path) -> None:
    project = local(
        root,
        "  law:\n    en: [{text: law, status: preferred}]\n"
        "    es: [{text: norma, status: preferred, region: es-MX}]\n",
    )
    assert project.departures == ()


def test_of_several_folders_the_later_goes_before_the_earlier(root: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "glossary.yaml").write_text(TERMS.replace("ley", "norma"))
    extend(root, "../terms", "../more")
    assert open_project(root).glossary.concept("law").es[0].text == "norma"
    extend(root, "../more", "../terms")
    assert open_project(root).glossary.concept("law").es[0].text == "ley"


def test_checks_and_gates_are_inherited_and_texts_are_not(root: Path, tmp_path: Path) -> None:
    (tmp_path / "terms" / "aligner.yaml").write_text(
        "schema: 1\nlanguages: {es: es-ES}\nextends: ../elsewhere\nmemories: [../x.tmx]\n"
        "documents: [{id: z, en: ../../z, es: z}]\n"
        "checks: {number: minor, date: off}\ngates: {queries.open: 4}\n"
    )
    extend(root, "../terms", more="checks: {date: major}\n")
    project = open_project(root)
    assert project.configuration.severities == {
        "number": Severity.MINOR,
        "date": Severity.MAJOR,
    }
    assert [gate.metric for gate in project.configuration.limits] == ["queries.open"]
    assert project.configuration.regions["es"] == "es-MX"
    assert project.configuration.memories == ()
    assert [listed.id for listed in project.documents] == ["a"]


def test_only_a_folder_with_shared_decisions_may_lie_outside(root: Path, tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("schema: 1\n")
    extend(root, "../house.yaml")
    with pytest.raises(ConfigurationError, match="outside the project"):
        open_project(root)
    (tmp_path / "empty").mkdir()
    extend(root, "../empty")
    with pytest.raises(ConfigurationError, match="holds neither"):
        open_project(root)
    extend(root, "../nowhere")
    with pytest.raises(ConfigurationError):
        open_project(root)


def test_a_link_out_of_the_shared_folder_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(TERMS)
    (tmp_path / "terms" / "glossary.yaml").unlink()
    (tmp_path / "terms" / "glossary.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(ConfigurationError, match="outside"):
        open_project(root)


def test_slips_in_shared_files_are_told_with_their_name(root: Path, tmp_path: Path) -> None:
    (tmp_path / "terms" / "aligner.yaml").write_text("schema: 1\nchekcs: {}\n")
    with pytest.raises(ConfigurationError, match=r"\.\./terms/aligner.yaml, line 2"):
        open_project(root)
    (tmp_path / "terms" / "aligner.yaml").unlink()
    (tmp_path / "terms" / "glossary.yaml").write_text("schema: 1\nconcpts: {}\n")
    with pytest.raises(RecordError, match="terms"):
        _ = open_project(root).glossary
