"""What we write as Markdown we read as the same segments."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import InputError
from aligner.exchange.bitext import export_bitext
from aligner.exchange.markdown_text import as_markdown
from aligner.text.bilingual import read_bilingual, read_units
from aligner.text.reading import read_document
from aligner.text.segment import Kind
from tests.exchange.bitexts import bitext

SIGNS = st.text(
    st.sampled_from("ab ñ1.)(-+*_[]<>&|~#`\\=:!\"'/;{}^$%@\u00a0"), min_size=1, max_size=30
)


@given(st.lists(SIGNS, min_size=1, max_size=4))
@settings(deadline=None, max_examples=300)
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    try:
        first = read_document("\n\n".join(texts).encode(), path="a.txt", side="en", region="en-US")
    except InputError:
        return
    again = read_document(as_markdown(first).encode(), path="a.md", side="en", region="en-US")
    # Markdown folds blanks.
    assert [s.printed for s in again.segments] == [
        re.sub(" +", " ", s.printed) for s in first.segments
    ]


def test_headings_and_labels_come_back() -> None:
    source = "# Title\n\n## II. Part\n\n(a) one\n\n7\\. seven\n\n9\\. nine"
    first = read_document(source.encode(), path="a.md", side="en", region="en-US")
    again = read_document(as_markdown(first).encode(), path="a.md", side="en", region="en-US")
    assert [(s.kind, s.level, s.label, s.text) for s in again.segments] == [
        (Kind.HEADING, 1, "", "Title"),
        (Kind.HEADING, 2, "II.", "Part"),
        (Kind.PARAGRAPH, 0, "(a)", "one"),
        (Kind.PARAGRAPH, 0, "7.", "seven"),
        (Kind.PARAGRAPH, 0, "9.", "nine"),
    ]


@pytest.mark.parametrize("form", ["tmx", "xliff1.2", "xliff2.1", "csv", "jsonl", "po"])
def test_a_bitext_goes_out_and_comes_back_as_the_texts_of_a_project(form: str) -> None:
    texts = bitext()
    suffix = {"xliff1.2": "xlf", "xliff2.1": "xlf"}.get(form, form)
    content = export_bitext(texts, form, name="sample")
    assert len(list(read_units(io.BytesIO(content), path=f"a.{suffix}"))) == len(texts.beads)
    found = read_bilingual(content, path=f"a.{suffix}")
    for before, came in ((texts.en, found.en), (texts.es, found.es)):
        again = read_document(
            as_markdown(came).encode(), path="a.md", side=before.side, region=before.region
        )
        # ESC cannot stand in XML: it comes back as its symbol there.
        assert [s.printed.replace("\x1b", "␛") for s in again.segments] == [
            s.printed.replace("\x1b", "␛") for s in before.segments
        ]
