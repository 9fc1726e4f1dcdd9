"""`aligner find` (also `kwic`): every bead where words occur, both sides."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from aligner.archive.index import Index
from aligner.cli import options, output
from aligner.errors import UsageError
from aligner.language.query import parse, places
from aligner.report.kwic import Occurrence
from aligner.review.review import Review


@click.command("find")
@click.argument("query", default="")
@options.paths
@options.common
@options.reading
@click.option("--en", "english", default="", metavar="QUERY", help="Must occur in the English.")
@click.option("--es", "spanish", default="", metavar="QUERY", help="Must occur in the Spanish.")
@click.option("--regex", "pattern", is_flag=True, help="QUERY, --en and --es are patterns.")
@click.option("--document", default="", metavar="PART", help="Only documents with this in the id.")
@click.option("--index", "index_file", metavar="FILE", help="Search this archive index.")
@click.option("--since", default="", metavar="DATE", help="Archive: from this date or year on.")
@click.option("--until", default="", metavar="DATE", help="Archive: up to this date or year.")
@click.option("--region", default="", metavar="TAG", help="Archive: this language tag (es-MX).")
@click.option("--concept", default="", metavar="ID", help="Archive: renderings over the years.")
@click.option("--glossary", metavar="FILE", help="With --concept: the glossary that holds it.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(min=1))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "tsv"]),
    default="text",
    show_default=True,
)
def command(**given: Any) -> int:
    """Find words in both versions: words, "phrases", beginnings*. Accents and case do not count."""
    if given["concept"]:
        from aligner.cli.concept_history import show

        if given["query"]:
            given["paths"] = (given["query"], *given["paths"])
        given["index_file"] = given["index_file"] or _index_here(given)
        return show(given)
    if (given["english"] or given["spanish"]) and Path(given["query"]).is_dir():
        # `find --en should --es deberá texts`: the one word left is the project.
        given["paths"], given["query"] = (given["query"], *given["paths"]), ""
    seek = _seeking(given)
    if not any(seek(given[name], None) for name in ("query", "english", "spanish")):
        raise UsageError("nothing to look for: give at least one word")
    code = 0
    given["index_file"] = given["index_file"] or _index_here(given)
    if given["index_file"]:
        found = _in_index(given)
    else:
        from aligner.cli.opening import project_of, read_reviews

        if any(given[name] for name in ("since", "until", "region")):
            raise UsageError("--since, --until and --region go with --index FILE")
        project = project_of(given)
        read = read_reviews(project, given, checked=False)
        code = read.code
        found = list(islice(_in_reviews(read.reviews, given), given["limit"] + 1))
    more = len(found) > given["limit"]
    found = found[: given["limit"]]
    _show(found, given)
    if not found:
        options.note("aligner: not found", quiet=given["quiet"])
    elif more:
        options.note(f"aligner: the first {len(found)}; --limit N shows more", quiet=given["quiet"])
    return code


def _show(found: list[Occurrence], given: dict[str, Any]) -> None:
    from aligner.report import kwic

    if given["form"] == "json":
        output.emit(kwic.render_json(found))
    elif given["form"] == "tsv":
        output.emit(kwic.render_tsv(found))
    else:
        width = shutil.get_terminal_size().columns
        output.emit(kwic.render(found, width=width, colour=output.in_colour()), styled=True)


def _in_reviews(reviews: tuple[Review, ...], given: dict[str, Any]) -> Iterator[Occurrence]:
    for review in reviews:
        if given["document"] not in review.document:
            continue
        for number, bead in enumerate(review.bitext.beads):
            en, es = (unicodedata.normalize("NFC", text) for text in review.bitext.texts(bead))
            spans = _spans(given, en, es)
            if spans is None:
                continue
            english, spanish = review.bitext.en, review.bitext.es
            yield Occurrence(
                review.document,
                number,
                en,
                es,
                *spans,
                english.path,
                spanish.path,
                english.segments[bead.en[0]].first_line if bead.en else 0,
                spanish.segments[bead.es[0]].first_line if bead.es else 0,
            )


_Spans = tuple[tuple[int, int], ...]
_Seek = Callable[[str, str | None], Any]


def _seeking(given: dict[str, Any]) -> _Seek:
    """How a query is looked for: called with a query and a text, the spans; without a text,
    whether there is anything to look for. Raises UsageError for a pattern that is none."""
    if not given["pattern"]:
        return lambda query, text: places(parse(query), text) if text is not None else parse(query)
    from aligner.language.pattern import spans

    if given["index_file"]:
        raise UsageError("--regex goes without --index: an index holds words")
    return lambda query, text: spans(query, text) if text is not None else query


def _spans(given: dict[str, Any], en: str, es: str) -> tuple[_Spans, _Spans] | None:
    """Where the words stand on both sides; None where the bead does not answer."""
    seek = _seeking(given)
    found: dict[str, _Spans] = {"english": (), "spanish": ()}
    texts = {"english": en, "spanish": es}
    if seek(given["query"], None):
        found = {side: seek(given["query"], text) for side, text in texts.items()}
        if not any(found.values()):
            return None
    for side, text in texts.items():
        if seek(given[side], None):
            own = seek(given[side], text)
            if not own:
                return None
            found[side] = tuple(sorted({*found[side], *own}))
    return found["english"], found["spanish"]


def _index_here(given: dict[str, Any]) -> str | None:
    """The index of the archive in the folder that is asked about, where the archive is meant: what
    only an index knows is asked for, or the folder is no project of its own."""
    from aligner.archive.rebuilding import FILE, archive_in

    if len(given["paths"]) > 1 or given["pattern"]:
        return None
    folder = Path(given["paths"][0] if given["paths"] else ".")
    archive = archive_in(folder)
    archived = any(given[name] for name in ("since", "until", "region", "concept"))
    if archive is None or ((folder / "aligner.yaml").exists() and not archived):
        return None
    options.note(f"aligner: in the archive {archive / FILE}", quiet=given["quiet"])
    return str(archive / FILE)


def _in_index(given: dict[str, Any]) -> list[Occurrence]:
    from aligner.archive.rebuilding import answered

    found, anew = answered(Path(given["index_file"]), lambda index: list(_asked(index, given)))
    if anew:
        options.note("aligner: the index was damaged; it was built again", quiet=False)
    return found


def _asked(index: Index, given: dict[str, Any]) -> Iterator[Occurrence]:
    from aligner.archive.search import Query, search

    query = Query(
        given["query"],
        given["english"],
        given["spanish"],
        given["document"],
        given["since"],
        given["until"],
        given["region"],
        given["limit"] + 1,
    )
    for hit in search(index, query):
        spans = _spans(given, hit.en, hit.es) or ((), ())
        yield Occurrence(
            hit.document,
            hit.n,
            hit.en,
            hit.es,
            *spans,
            hit.en_path,
            hit.es_path,
            hit.en_line,
            hit.es_line,
            hit.date,
        )
