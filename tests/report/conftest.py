"""A judged run over two short texts, with decisions of people in it; internal ones hold a secret."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from aligner.glossary.concept import Concept, Decision, Glossary, Status, Term
from aligner.report.run import CheckRun
from aligner.review.assembly import assemble
from aligner.review.event import Event
from aligner.review.gates import judge, profile
from aligner.review.listing import entries, shape
from aligner.review.metrics import measure
from aligner.review.session import Session
from aligner.text.reading import read_document

SHARED = Path(__file__).parents[3] / "shared"
SECRET = "xyzzy-secret"

EN = """# Joint &lt;Statement&gt; & [/]

1. The two governments met on 8 October 2021.

2. They agreed on 26 objectives and 101 actions against human trafficking.

3. No government shall tolerate corruption.

4. The next meeting takes place in Washington.
"""
ES = """# Declaración &lt;conjunta&gt; y [/]

1. Los dos gobiernos se reunieron el 8 de octubre de 2021.

2. Acordaron 26 objetivos y 110 acciones contra el tráfico de personas.

3. Ningún gobierno tolerará la corrupción.
"""


class Kept:
    """Records that keep events in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, event: Event) -> None:
        """Takes it on."""
        self.events.append(event)


def glossary() -> Glossary:
    """One concept, one internal and one shared decision."""
    decisions = (
        Decision(
            "Ana", "2026-01-01T00:00:00Z", f"{SECRET} in a rationale", term="trata de personas"
        ),
        Decision(
            "Ana",
            "2026-01-02T00:00:00Z",
            "the term of the law",
            term="trata de personas",
            shared=True,
        ),
    )
    concept = Concept(
        "human-trafficking",
        (Term("human trafficking"),),
        (Term("trata de personas"), Term("tráfico de personas", Status.FORBIDDEN)),
        decisions=decisions,
    )
    return Glossary((concept,))


def make_run(*, internal: bool = False, language: str = "en") -> CheckRun:
    """A run with a note, a query, a proposal and verdicts, shared and internal."""
    en = read_document(EN.encode(), path="en/a.md", side="en", region="en-US")
    es = read_document(ES.encode(), path="es/a.md", side="es", region="es-MX")
    kept = Kept()
    terms = glossary()
    review = assemble(en, es, (), document="a", glossary=terms)
    ids = itertools.count()
    session = Session(
        review,
        kept,
        by="Ana",
        role="reviser",
        now=lambda: "2026-01-03T00:00:00Z",
        new_id=lambda: f"00000000-0000-4000-8000-{next(ids):012d}",
    )
    session.accept([1])
    session.note([1], f"{SECRET} in a note")
    session.note([1], "a shared note", shared=True)
    session.query([2], f"{SECRET} in a query?", addressee="drafter")
    places = {each.divergence.check: n for n, each in enumerate(session.review.findings)}
    reason, wording = f"{SECRET} in a verdict", f"{SECRET} as wording"
    session.verdict(places["number"], "mend-es", reason=reason, proposed=wording)
    session.verdict(places["gap"], "intended", reason="agreed by both", shared=True)
    review = session.review
    metrics = measure([review], terms)
    return CheckRun(
        "a <project>",
        (shape("a", review.bitext),),
        tuple(entries([review], internal=internal, language="es" if language == "es" else "en")),
        metrics,
        judge(metrics, profile("concordance")),
        review.bitext.signature,
        "concordance",
        reviews=(review,),
    )


@pytest.fixture(scope="session")
def run() -> CheckRun:
    """The run as others may see it."""
    return make_run()


@pytest.fixture(scope="session")
def terms() -> Glossary:
    """The glossary of the run."""
    return glossary()


def schema(path: str) -> Path:
    """A file of the schemas beside the project; skips where they are absent."""
    found = SHARED / "schemas" / path
    if not found.exists():
        pytest.skip(f"the schema {path} is not here: the schemas lie beside the project")
    return found
