"""The folder in which the examples of the guides run.

texts/            a copy of the project's own texts
EN.docx, ES.docx  a short draft; a change is tracked and a bracket open in the English alone
v3/, v4/          the draft as two projects; in v4 one paragraph changed in English alone
EN-v3.docx ...    the same as Word files
ARCHIVE, list.tsv the declaration as an archive, and a manifest of it with a date
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

V3 = {
    "en": "# Joint statement\n\nThe two countries will meet every year.\n\nThey will share data.\n",
    "es": "# Declaración conjunta\n\nLos dos países se reunirán cada año.\n\nCompartirán datos.\n",
}
V4_EN = V3["en"].replace("every year", "twice a year")


def lay_out(root: Path, folder: Path) -> None:
    """Writes the files into `folder`, and makes it a git repository with one commit."""
    shutil.copytree(root / "texts", folder / "texts", ignore=shutil.ignore_patterns(".aligner"))
    for name, english in (("v3", V3["en"]), ("v4", V4_EN)):
        for side, text in (("en", english), ("es", V3["es"])):
            path = folder / name / side / "statement.md"
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
    for side in ("en", "es"):
        shutil.copytree(root / "texts" / side, folder / "ARCHIVE" / side)
    (folder / "list.tsv").write_text(
        "name\ten\tes\tdate\tregion_es\n"
        "declaration\tARCHIVE/en/joint-declaration.md\tARCHIVE/es/joint-declaration.md"
        "\t2021-10-08\tes-MX\n",
        encoding="utf-8",
    )
    _drafts(folder)
    _commit(folder)


def _commit(folder: Path) -> None:
    git = shutil.which("git")
    if git is None:
        return
    # The names that git needs are given here: the machine may have none.
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "Begin")):
        subprocess.run([git, *words], cwd=folder, check=True)


def _drafts(folder: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    english = docx.Document()
    english.add_heading("Joint statement", 1)
    paragraph = english.add_paragraph("The two countries will meet ")
    _track(paragraph, "del", "delText", "every two years")
    _track(paragraph, "ins", "t", "every year")
    paragraph.add_run(".")
    english.add_paragraph("They [shall] share information.")
    english.save(str(folder / "EN.docx"))
    spanish = docx.Document()
    spanish.add_heading("Declaración conjunta", 1)
    spanish.add_paragraph("Los dos países se reunirán cada dos años.")
    spanish.add_paragraph("Compartirán información.")
    spanish.save(str(folder / "ES.docx"))
    for name, text in (
        ("EN-v3", V3["en"]),
        ("EN-v4", V4_EN),
        ("ES-v3", V3["es"]),
        ("ES-v4", V3["es"]),
    ):
        document = docx.Document()
        heading, *paragraphs = text.removeprefix("# ").split("\n\n")
        document.add_heading(heading, 1)
        for each in paragraphs:
            document.add_paragraph(each.strip())
        document.save(str(folder / f"{name}.docx"))


def _track(paragraph: Any, kind: str, tag: str, text: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    change = OxmlElement(f"w:{kind}")
    for name, value in (("id", "1"), ("author", "Ana"), ("date", "2021-10-05T10:00:00Z")):
        change.set(qn(f"w:{name}"), value)
    run, words = OxmlElement("w:r"), OxmlElement(f"w:{tag}")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)
