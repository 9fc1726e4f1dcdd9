"""A project on disk: its configuration, texts, glossary and journals, and the reviews of them.

What always holds: nothing is read before it is asked for; a path that the project names stays
inside it; two files without a project are a project of one document whose decisions lie beside
the English file.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from aligner.divergence.settings import Settings
from aligner.errors import AlignerError, ConfigurationError, InputError
from aligner.glossary.concept import Glossary
from aligner.review.assembly import Aligning, Checking, aligning, assemble, checking
from aligner.review.review import Review
from aligner.store.atomic import sweep
from aligner.store.cache import Cache
from aligner.store.configuration import Configuration, Listed, read_configuration
from aligner.store.discovery import find_project, pairs
from aligner.store.equivalences_file import Taught, read_taught
from aligner.store.glossary_file import GlossaryText, read_glossary
from aligner.store.inherited import Departure, departures, over
from aligner.store.inside import inside, relative
from aligner.store.journal import Journal
from aligner.store.reading import Texts, read_memories, read_texts
from aligner.text.runs import Tracked

GLOSSARY = "glossary.yaml"
EQUIVALENCES = "equivalences.yaml"
JOURNALS = "review"
PRIVATE = ".aligner"


@dataclass(frozen=True)
class Project:
    """An open project. `root` is its folder; `alone` says that it is two files without a project.
    `encoding` and `tracked` are the options of reading; `glossary_given` stands in place of
    glossary.yaml (`--glossary`)."""

    root: Path
    configuration: Configuration
    documents: tuple[Listed, ...]
    alone: bool = False
    encoding: str | None = None
    tracked: Tracked = "show"
    glossary_given: Glossary | None = None
    cached: bool = True
    _kept: dict[str, Texts] = field(default_factory=dict, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The project's name for people."""
        return self.documents[0].id if self.alone else self.root.resolve().name

    @property
    def glossary_path(self) -> Path:
        """Where the glossary lies or will lie. Raises ConfigurationError for a link that leads out
        of the project (`extends` is the way to share one)."""
        return inside(self.root, GLOSSARY)

    @property
    def equivalences_path(self) -> Path:
        """Where equivalences that verdicts taught lie or will lie. Raises as `glossary_path`."""
        return inside(self.root, EQUIVALENCES)

    @cached_property
    def glossary_text(self) -> GlossaryText:
        """glossary.yaml with its leading comment. Raises RecordError."""
        if self.alone:
            return GlossaryText(Glossary())
        return read_glossary(self.glossary_path, name=GLOSSARY)

    @property
    def glossary(self) -> Glossary:
        """The glossary in force: the project's own over what it inherits. Raises RecordError."""
        if self.glossary_given is not None:
            return self.glossary_given
        local = self.glossary_text.glossary
        return over(local, self.inherited) if self.inherited else local

    @cached_property
    def inherited(self) -> tuple[Glossary, ...]:
        """The glossaries of the folders that `extends` names. Raises RecordError."""
        return tuple(
            read_glossary(folder / GLOSSARY, name=f"{folder.name}/{GLOSSARY}").glossary
            for folder in self.configuration.inherited
        )

    @property
    def departures(self) -> tuple[Departure, ...]:
        """Where the project's own glossary contradicts what it inherits. Raises RecordError."""
        return departures(self.glossary_text.glossary, self.inherited) if self.inherited else ()

    @cached_property
    def taught(self) -> tuple[Taught, ...]:
        """The equivalences that verdicts taught. Raises RecordError."""
        return () if self.alone else read_taught(self.equivalences_path)

    @cached_property
    def memories(self) -> tuple[tuple[str, str], ...]:
        """Pairs of parallel text from the files that the configuration names. Raises InputError,
        LimitError."""
        return read_memories(self.root, self.configuration.memories)

    @property
    def cache(self) -> Cache | None:
        """The project's cache; two files alone have none."""
        return None if self.alone or not self.cached else Cache(self.root / PRIVATE / "cache")

    def listed(self, document: str) -> Listed:
        """The document with that id. Raises ConfigurationError if there is none."""
        for each in self.documents:
            if each.id == document:
                return each
        raise ConfigurationError(f"no document is called {document!r}")

    def settings(self, document: str) -> Settings:
        """What the checks are asked for in one document."""
        listed = self.listed(document)
        return Settings(
            severities=self.configuration.severities,
            equivalences=(
                *self.configuration.equivalences,
                *(each.equivalence for each in self.taught),
            ),
            authenticity=listed.authenticity,
            instrument=listed.instrument,
            document=listed.id,
        )

    def journal_path(self, document: str) -> Path:
        """Where the decisions on one document lie or will lie."""
        if self.alone:
            english = self.root / self.documents[0].en[0]
            return english.with_name(f"{english.stem}.review.jsonl")
        return inside(self.root, f"{JOURNALS}/{document}.jsonl")

    def journal(self, document: str) -> Journal:
        """The journal of one document."""
        path = self.journal_path(document)
        return Journal(path, name=relative(self.root, path))

    def texts(self, document: str) -> Texts:
        """The two texts of one document, read once. Raises InputError."""
        if document not in self._kept:
            self._kept[document] = read_texts(
                self.root,
                self.listed(document),
                regions=self.configuration.regions,
                encoding=self.encoding,
                tracked=self.tracked,
                cache=self.cache,
                alone=self.alone,
            )
        return self._kept[document]

    def engines(self, document: str) -> tuple[Aligning, Checking]:
        """What aligns and what checks one document, asking the cache first. Raises InputError,
        RecordError."""
        settings = self.settings(document)
        align = aligning(self.glossary, self.memories)
        check = checking(self.glossary, settings)
        if self.cache is None:
            return align, check
        texts = self.texts(document)
        keep = self.cache.keeping(texts.key, self.glossary, settings, self.memories)
        return keep.aligning(align), keep.checking(check)

    def review(self, document: str, *, engines: tuple[Aligning, Checking] | None = None) -> Review:
        """The review of one document, put together from disk; `engines` stand in for its own.
        Raises InputError, RecordError."""
        reading = self.journal(document).read()
        texts = self.texts(document)
        align, check = engines or self.engines(document)
        return assemble(
            texts.en,
            texts.es,
            reading.events,
            document=document,
            align=align,
            check=check,
            problems=reading.problems,
        )

    def reviews(self) -> tuple[Review, ...]:
        """The reviews of all documents, in their order."""
        return tuple(self.review(listed.id) for listed in self.documents)

    def with_glossary(self, glossary: Glossary) -> Project:
        """This project with `glossary` in place of its own."""
        return replace(self, glossary_given=glossary)


def open_project(
    path: Path | str = ".",
    *,
    upward: bool = False,
    encoding: str | None = None,
    tracked: Tracked = "show",
    cached: bool = True,
    texts: bool = True,
) -> Project:
    """The project at `path` (a folder or its aligner.yaml); `upward`, also in a folder above.
    Without `texts` a project whose texts are missing or unpaired has no documents: its terms can
    be worked on all the same. Raises ConfigurationError for none or a faulty one, InputError for
    unpaired texts."""
    found = find_project(Path(path), upward=upward)
    if found.configuration is None:
        configuration = Configuration()
    else:
        configuration = read_configuration(found.configuration, found.root)
    documents = configuration.documents or _paired(found.root, texts)
    private = found.root / PRIVATE
    for folder in (found.root, found.root / JOURNALS, private / "cache", private / "presence"):
        sweep(folder)
    return Project(
        found.root, configuration, documents, encoding=encoding, tracked=tracked, cached=cached
    )


def _paired(root: Path, needed: bool) -> tuple[Listed, ...]:
    try:
        return pairs(root)
    except InputError:
        if needed:
            raise
        return ()


def open_pair(
    en: Path | str,
    es: Path | str,
    *,
    encoding: str | None = None,
    tracked: Tracked = "show",
) -> Project:
    """Two files without a project: the id is the stem of the English one. Raises InputError for a
    file that is not there."""
    paths = Path(en), Path(es)
    for path in paths:
        try:
            folder = stat.S_ISDIR(path.stat().st_mode)
        except FileNotFoundError:
            raise InputError(f"{path}: no such file") from None
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror})") from error
        if folder:
            raise InputError(f"{path}: a folder, where a text was expected")
    root = paths[0].absolute().parent
    english, spanish = (_named(root, path) for path in paths)
    listed = Listed(paths[0].stem, (english,), (spanish,))
    sweep(root)
    return Project(root, Configuration(), (listed,), alone=True, encoding=encoding, tracked=tracked)


def _named(root: Path, path: Path) -> str:
    return relative(root, path.absolute())


def first_fault(errors: Iterable[AlignerError]) -> AlignerError | None:
    """The error that decides the exit code when several documents fail."""
    return max(errors, key=lambda error: error.exit_code, default=None)
