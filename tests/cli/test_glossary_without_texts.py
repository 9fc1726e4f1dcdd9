"""Terms can be worked on before there is a text."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_glossary_goes_into_an_empty_project_and_out_again(cli: Run, tmp_path: Path) -> None:
    source = tmp_path / "terms.csv"
    source.write_text("source,target\nhuman rights,derechos humanos\n", encoding="utf-8")
    project = tmp_path / "empty"
    cli("init", project)
    assert cli("glossary", "import", source, "--project", project).code == 0
    assert "derechos humanos" in cli("glossary", "list", "--project", project).out
    first = cli("glossary", "export", "--format", "tbx", "--project", project).out
    assert "derechos humanos" in first
    answer = cli(
        "glossary",
        "add",
        "--en",
        "rule of law",
        "--es",
        "estado de derecho",
        "--why",
        "usual",
        "--project",
        project,
    )
    assert answer.code == 0
    assert "estado de derecho" in (project / "glossary.yaml").read_text(encoding="utf-8")
