"""The formats in which a glossary can leave and come in, by name and by suffix.

What always holds: each format is one module; this table is the only place that knows them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from aligner.errors import InputError, UsageError
from aligner.exchange.terms import Exported, Parsed, Progress
from aligner.glossary.concept import Glossary


class Exporter(Protocol):
    """Writes a glossary; gives the bytes and what they could not hold."""

    def __call__(self, glossary: Glossary, *, include_internal: bool = False) -> Exported: ...


class Importer(Protocol):
    """Reads a file; raises InputError where it is not of the format at all."""

    def __call__(
        self, content: bytes, *, name: str = ..., progress: Progress | None = None
    ) -> Parsed: ...


@dataclass(frozen=True, slots=True)
class GlossaryFormat:
    """`module` and the names of its functions; `suffixes` of files that hold it, the usual one first;
    `about` is one line for people."""

    name: str
    module: str
    exporter: str
    importer: tuple[str, str]
    suffixes: tuple[str, ...]
    about: str

    def write(self, glossary: Glossary, *, include_internal: bool = False) -> Exported:
        """The file, and what it could not hold."""
        function: Exporter = _function(self.module, self.exporter)
        return function(glossary, include_internal=include_internal)

    def read(self, content: bytes, *, name: str, progress: Progress | None = None) -> Parsed:
        """What the file holds. Raises InputError or LimitError."""
        function: Importer = _function(*self.importer)
        return function(content, name=name, progress=progress)


def _function(module: str, name: str) -> Any:
    return getattr(import_module(f"aligner.exchange.{module}"), name)


_TBX = ("tbx_reading", "read_tbx")
FORMATS = {
    each.name: each
    for each in (
        GlossaryFormat("tbx", "tbx3", "export_dca", _TBX, (".tbx",), "TBX v3, TBX-Basic, DCA"),
        GlossaryFormat("tbx-dct", "tbx3", "export_dct", _TBX, (".tbx",), "TBX v3, TBX-Basic, DCT"),
        GlossaryFormat("tbx2", "tbx2", "export_martif", _TBX, (".tbx",), "TBX v2, martif"),
        GlossaryFormat(
            "csv", "glossary_csv", "export_csv", ("glossary_csv", "read_csv"), (".csv",),
            "CSV with every field, safe in spreadsheets",
        ),
        GlossaryFormat(
            "tsv", "glossary_csv", "export_tsv", ("glossary_csv", "read_tsv"), (".tsv",),
            "the same, parted by tabs",
        ),
        GlossaryFormat(
            "omegat", "omegat", "export_omegat", ("omegat", "read_omegat"),
            (".utf8", ".txt", ".tab"), "OmegaT's glossary",
        ),
        GlossaryFormat(
            "weblate", "weblate", "export_weblate", ("weblate", "read_weblate"), (".csv",),
            "Weblate's CSV with flags",
        ),
        GlossaryFormat(
            "tmx", "term_tmx", "export_term_tmx", ("term_tmx", "read_term_tmx"), (".tmx",),
            "TMX of term pairs",
        ),
        GlossaryFormat(
            "json", "glossary_json", "export_json", ("glossary_json", "read_json"), (".json",),
            "JSON with every field; also reads a list of pairs",
        ),
        GlossaryFormat(
            "markdown", "glossary_markdown", "export_markdown",
            ("glossary_markdown", "read_markdown"), (".md", ".markdown"), "Markdown for people",
        ),
        GlossaryFormat(
            "html", "glossary_html", "export_html", ("glossary_html", "read_html"),
            (".html", ".htm"), "an HTML page for people",
        ),
    )
}  # fmt: skip
"""Every format by its name."""


def format_named(name: str) -> GlossaryFormat:
    """The format called `name`. Raises UsageError."""
    try:
        return FORMATS[name]
    except KeyError:
        known = ", ".join(FORMATS)
        raise UsageError(f"no glossary format is called {name!r}; known are {known}") from None


def format_of(path: str, content: bytes = b"") -> GlossaryFormat:
    """The format of the file at `path`, by its suffix and, for CSV, its header. Raises InputError."""
    suffix = "." + path.rpartition(".")[2].lower()
    if suffix == ".csv" and b"translator_comments" in content.split(b"\n", 1)[0]:
        return FORMATS["weblate"]
    for each in FORMATS.values():
        if suffix in each.suffixes:
            return each
    raise InputError(f"{path}: no glossary format has the suffix {suffix!r}; name it by --format")


def read_any(content: bytes, *, path: str, progress: Progress | None = None) -> Parsed:
    """The glossary in a file of any format but YAML, by its suffix. Raises InputError."""
    return format_of(path, content).read(content, name=path, progress=progress)
