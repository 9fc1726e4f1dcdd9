"""One document pair aligned, checked and measured: the unit of work of every engine.

What always holds: `judge` is a function of its task alone. Two machines, two days and two engines
give the same outcome byte for byte; a pair that cannot be read is an outcome too, with its reason.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any

from aligner import __version__
from aligner.divergence.settings import Authenticity, Instrument, Settings
from aligner.errors import OUR_FAULT, AlignerError
from aligner.glossary.canonical import canonical
from aligner.glossary.concept import Glossary
from aligner.language.tables import digest_of_tables

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Rules:
    """What is the same for all pairs of a run."""

    glossary: Glossary = field(default_factory=Glossary)
    settings: Settings = field(default_factory=Settings)
    memory: tuple[tuple[str, str], ...] = ()

    def digest(self) -> str:
        """Names everything but the texts that an outcome depends on."""
        settings = self.settings
        shape = json.dumps(
            [
                SCHEMA,
                __version__,
                digest_of_tables(),
                canonical(self.glossary),
                sorted(
                    (k, v.word if v is not None else "off") for k, v in settings.severities.items()
                ),
                sorted((k, sorted(v.items())) for k, v in settings.options.items()),
                [(e.en, e.es, e.check, e.document) for e in settings.equivalences],
                self.memory,
            ],
            ensure_ascii=False,
        )
        return hashlib.sha256(shape.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Task:
    """One pair to judge: its name, the bytes of both texts with the paths they came from, and the
    languages' regions, and how both versions stand to each other. `date` (ISO 8601 or empty) is carried along for the index."""

    name: str
    en_path: str
    es_path: str
    en: bytes
    es: bytes
    region_en: str = "en-US"
    region_es: str = "es-MX"
    date: str = ""
    encoding: str | None = None
    authenticity: Authenticity = "equal"
    instrument: Instrument = "political"

    def digest(self, rules: str) -> str:
        """Names the content of both texts and the rules: the key under which an outcome is kept."""
        state = hashlib.sha256()
        parts = (
            rules,
            self.name,
            self.en_path,
            self.es_path,
            self.region_en,
            self.region_es,
            self.date,
            self.encoding or "",
            self.authenticity,
            self.instrument,
        )
        for part in parts:
            state.update(part.encode("utf-8", "surrogatepass") + b"\0")
        for content in (self.en, self.es):
            state.update(len(content).to_bytes(8, "big"))
            state.update(content)
        return state.hexdigest()


def judge(task: Task, rules: Rules, digest: str) -> dict[str, Any]:
    """The outcome of one pair as a JSON record: beads, findings, metrics; or `error`. A fault of
    ours on one pair is its outcome too, and does not end the run."""
    try:
        return _head(task, digest) | _judged(task, rules)
    except AlignerError as error:
        return failed(task, digest, error.exit_code, str(error))
    except RecursionError as error:  # a text nested beyond anything readable
        return failed(task, digest, 3, f"nested too deeply: {error}")
    except Exception as error:  # noqa: BLE001  one pair never costs the others
        return failed(task, digest, OUR_FAULT, f"a fault of ours: {type(error).__name__}: {error}")


def failed(task: Task, digest: str, code: int, message: str) -> dict[str, Any]:
    """The outcome of a pair that could not be judged: the exit code and the reason."""
    return _head(task, digest) | {"error": {"code": code, "message": message}}


def _head(task: Task, digest: str) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "name": task.name,
        "digest": digest,
        "date": task.date,
        "en": {"path": task.en_path, "region": task.region_en},
        "es": {"path": task.es_path, "region": task.region_es},
    }


def _judged(task: Task, rules: Rules) -> dict[str, Any]:
    # Loaded where the work is done: the engines bring numpy, a run with nothing to do needs none.
    from aligner.review.assembly import assemble
    from aligner.review.listing import entries, record_of
    from aligner.review.metrics import measure
    from aligner.text.reading import read_document

    en = read_document(
        task.en, path=task.en_path, side="en", region=task.region_en, encoding=task.encoding
    )
    es = read_document(
        task.es, path=task.es_path, side="es", region=task.region_es, encoding=task.encoding
    )
    review = assemble(
        en,
        es,
        (),
        document=task.name,
        glossary=rules.glossary,
        settings=replace(
            rules.settings,
            document=task.name,
            authenticity=task.authenticity,
            instrument=task.instrument,
        ),
        memory=rules.memory,
    )
    metrics = measure([review], rules.glossary)
    return {
        "signature": review.bitext.signature,
        "beads": [
            [list(bead.en), list(bead.es), bead.score, int(bead.crossing)]
            for bead in review.bitext.beads
        ],
        "texts": [list(review.bitext.texts(bead)) for bead in review.bitext.beads],
        "lines": [
            [
                en.segments[bead.en[0]].first_line if bead.en else 0,
                es.segments[bead.es[0]].first_line if bead.es else 0,
            ]
            for bead in review.bitext.beads
        ],
        "metrics": {
            name: [metric.n, metric.d, metric.words_n, metric.words_d]
            for name, metric in metrics.items()
        },
        "findings": [record_of(entry) for entry in entries([review])],
    }
