"""A reader's library is loaded when a file needs it, and not before."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from aligner.text.reading import read_document
read_document({content!r}, path={path!r}, side="en", region="en-US")
print(*sorted({{"lxml", "markdown_it", "html.parser", "zipfile", "pypdf"}} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("path", "content", "loaded"),
    [
        ("a.txt", b"x", ""),
        ("a.md", b"x", "markdown_it"),
        ("a.html", b"<p>x", "lxml"),
        ("a.tsv", b"x\ty\n", ""),
    ],
)
def test_reading_loads_only_what_the_file_needs(path: str, content: bytes, loaded: str) -> None:
    program = PROGRAM.format(content=content, path=path)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == loaded.split()
