"""`aligner glossary add` and `undo`: a decision, with its effect shown before it is kept."""

from __future__ import annotations

import sys
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import UsageError
from aligner.glossary.concept import Concept, Evidence, Glossary, Source, Status, Term
from aligner.review.event import Role

_STATUSES = [status.value for status in Status]
_SHOWN = 10


def _who(function: Any) -> Any:
    for option in (
        click.option(
            "--role",
            type=click.Choice([role.value for role in Role]),
            default=Role.TERMINOLOGIST.value,
            show_default=True,
        ),
        click.option("--reviewer", default="", metavar="NAME", help="Who decides."),
        click.option("--project", default="", metavar="DIR", help="The project."),
    ):
        function = option(function)
    return function


@click.command("add")
@click.option("--en", "english", default="", metavar="TERM", help="The English term.")
@click.option("--es", "spanish", default="", metavar="TERM", help="The Spanish term.")
@click.option("--concept", default="", metavar="ID", help="A concept that exists, or a new id.")
@click.option(
    "--status", type=click.Choice(_STATUSES), default="preferred", show_default=True,
    help="The status of the terms given.",
)  # fmt: skip
@click.option("--why", required=True, metavar="TEXT", help="The reason.")
@click.option(
    "--former", type=click.Choice(_STATUSES), default=None,
    help="What becomes of terms that were preferred before.",
)  # fmt: skip
@click.option("--region", default="", metavar="TAG", help="Only in this region (es-MX).")
@click.option("--scope", default="", metavar="IDS", help="Only in these documents.")
@click.option("--domain", default="", metavar="TEXT")
@click.option("--definition", default="", metavar="TEXT")
@click.option("--note", default="", metavar="TEXT", help="A note on the terms given.")
@click.option("--part-of-speech", "part", default="", metavar="WORD")
@click.option("--source", "sources", multiple=True, metavar="INSTRUMENT[, ARTICLE]")
@click.option("--evidence", multiple=True, metavar="DOCUMENT: QUOTE")
@click.option("--shared", is_flag=True, help="The decision may leave the house in exports.")
@click.option("--dry-run", is_flag=True, help="Show the effect and keep nothing.")
@click.option("--yes", is_flag=True, help="Keep it without asking.")
@_who
@options.common
def add_command(**given: Any) -> int:
    """Decide a term. With --concept ID of one that exists, the terms given are added to it or get
    the status; else a new concept is made of --en and --es."""
    from aligner.cli.opening import project_of_terms, reviews_of
    from aligner.cli.terms import GlossaryDesk
    from aligner.glossary.effect import effect

    project = project_of_terms(given["project"])
    by = _reviewer(given, project.root)
    before, after, changed = _decided(project.glossary, given, by)
    reviews = reviews_of(project, jobs=given["jobs"]).reviews
    seen = effect([(review.document, review.bitext) for review in reviews], after)
    output.say(f"{after.id}: {seen}")
    for name, places in (("follows", seen.follows), ("violates", seen.violates)):
        for place in places[:_SHOWN]:
            words = " / ".join(f"{t.side}: {t.text}" for t in place.terms)
            output.say(f"  {name}  {place.document}, bead {place.bead + 1}: {words}")
        if len(places) > _SHOWN:
            output.say(f"  {name}  and {len(places) - _SHOWN} more")
    if given["dry_run"]:
        return 0
    interactive = sys.stdin is not None and sys.stdin.isatty() and output.to_terminal()
    if interactive and not given["yes"] and not click.confirm("Keep it?", default=True, err=True):
        return 0
    GlossaryDesk(project).save(before, after, given["why"], by=by, role=given["role"])
    options.note(f"kept: {changed}", quiet=given["quiet"])
    return _conflicts(project.glossary, after)


def _conflicts(before: Glossary, after: Concept) -> int:
    from aligner.glossary.conflicts import conflicts

    old = {str(conflict) for conflict in conflicts(before)}
    fresh = [str(c) for c in conflicts(before.with_concept(after)) if str(c) not in old]
    for line in fresh:
        options.note(f"conflict: {line}", quiet=False)
    return 1 if fresh else 0


def _reviewer(given: dict[str, Any], folder: Any) -> str:
    from aligner.store.reviewer import reviewer

    by = reviewer(given["reviewer"], folder=folder)
    if not by:
        raise UsageError("who decides? --reviewer NAME, ALIGNER_REVIEWER, or git's user.name")
    return by


def _decided(
    glossary: Glossary, given: dict[str, Any], by: str
) -> tuple[Concept | None, Concept, str]:
    from aligner.cli.terms import now
    from aligner.glossary.deciding import Author, add_concept, decide

    author = Author(by, now(), given["role"])
    terms = {
        side: Term(
            text.strip(),
            Status(given["status"]),
            part_of_speech=given["part"],
            region=given["region"],
            note=given["note"],
        )
        for side, text in (("en", given["english"]), ("es", given["spanish"]))
    }
    if not any(term.text for term in terms.values()):
        raise UsageError("no term: give --en, --es or both")
    evidence = tuple(
        Evidence(document.strip(), quote=quote.strip())
        for document, _, quote in (each.partition(":") for each in given["evidence"])
    )
    known = {concept.id: concept for concept in glossary.concepts}
    before = known.get(given["concept"])
    if before is None:
        _refuse_twin(glossary, terms)
        after = add_concept(
            glossary,
            terms["en"],
            terms["es"],
            author,
            why=given["why"],
            concept_id=given["concept"],
            definition=given["definition"],
            domain=given["domain"],
            scope=given["scope"],
            sources=tuple(_source(each) for each in given["sources"]),
            evidence=evidence,
            shared=given["shared"],
        )
    else:
        if given["definition"] or given["domain"] or given["scope"] or given["sources"]:
            raise UsageError(
                f"{before.id} exists: its definition, domain, scope and sources are edited in "
                "glossary.yaml"
            )
        after = glossary
        former = Status(given["former"]) if given["former"] else None
        for side in ("en", "es"):
            if terms[side].text:
                after = decide(
                    after,
                    before.id,
                    "en" if side == "en" else "es",
                    _kept(before, side, terms[side]),
                    author,
                    why=given["why"],
                    evidence=evidence,
                    shared=given["shared"],
                    former=former,
                )
    fresh = next(c for c in after.concepts if c != known.get(c.id))
    said = ", ".join(f"{t.text} {t.status.value}" for t in terms.values() if t.text)
    return before, fresh, f"{fresh.id}: {said}"


def _refuse_twin(glossary: Glossary, terms: dict[str, Term]) -> None:
    """Raises UsageError where a concept holds both terms already: a second one would contradict it."""
    from aligner.language.folding import fold

    for concept in glossary.concepts:
        held = [
            any(fold(term.text) == fold(terms[side].text) for term in own)
            for side, own in (("en", concept.en), ("es", concept.es))
        ]
        if all(held):
            raise UsageError(
                f"{concept.id} holds these terms already: decide there by --concept {concept.id}"
            )


def _kept(concept: Concept, side: str, term: Term) -> Term:
    """A term that the concept has keeps what the command does not say of it."""
    from dataclasses import replace

    for own in concept.en if side == "en" else concept.es:
        if (own.text, own.region) == (term.text, term.region):
            return replace(
                own,
                status=term.status,
                note=term.note or own.note,
                part_of_speech=term.part_of_speech or own.part_of_speech,
            )
    return term


def _source(text: str) -> Source:
    instrument, _, article = text.partition(",")
    return Source(instrument.strip(), article.strip())


@click.command("undo")
@_who
@options.common
def undo_command(**given: Any) -> int:
    """Take back your last change of the glossary, if nobody has changed the concept since."""
    from aligner.cli.opening import project_of_terms
    from aligner.cli.terms import GlossaryDesk

    project = project_of_terms(given["project"])
    by = _reviewer(given, project.root)
    _, concept = GlossaryDesk(project).undo(by=by, role=given["role"])
    options.note(f"taken back: {concept}", quiet=given["quiet"])
    return 0
