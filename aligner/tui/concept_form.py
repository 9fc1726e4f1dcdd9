"""The form in which a term is decided, and what the decision would do before it is taken.

What always holds: nothing here writes; what would happen is shown from the decision itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from aligner.alignment.bead import Bitext
from aligner.glossary.concept import Authority, Concept, Status
from aligner.tui.catalogue import Catalogue
from aligner.tui.fields import Field
from aligner.tui.literal import paragraph
from aligner.tui.term_decision import FORMER, Decided, TermDraft


def concept_fields(before: Concept | None, draft: TermDraft, words: Catalogue) -> list[Field]:
    """The questions. For a concept that is there, `draft` names the terms to decide on."""
    statuses = tuple((each.value, words.say(f"status.{each.value}")) for each in Status)
    former = tuple((each, words.say(f"former.{each or 'leave'}")) for each in FORMER)
    authorities = tuple((each.value, words.say(f"authority.{each.value}")) for each in Authority)
    authority = (before.authority if before else Authority.HOUSE).value
    return [
        Field("en", "line", words.say("term.en"), draft.en),
        Field("en_status", "choice", words.say("term.status"), draft.en_status.value, statuses),
        Field("es", "line", words.say("term.es"), draft.es),
        Field("es_status", "choice", words.say("term.status"), draft.es_status.value, statuses),
        Field("why", "line", words.say("term.why"), required=True),
        Field("former", "choice", words.say("term.former"), "admitted", former),
        Field("authority", "choice", words.say("term.authority"), authority, authorities),
        Field(
            "definition", "line", words.say("term.definition"), before.definition if before else ""
        ),
    ]


def wrong_in(answers: Mapping[str, str], words: Catalogue) -> str:
    """What keeps the answers from being a decision; empty for nothing."""
    if not answers["en"] and not answers["es"]:
        return words.say("term.wrong.empty")
    return ""


def effect_lines(bitext: Bitext, made: Decided, words: Catalogue) -> Sequence[Content]:
    """What the decision would do in this document."""
    from aligner.glossary.effect import effect

    found = effect([("", bitext)], made.after)
    lines = [
        paragraph(
            words.say("term.new" if made.before is None else "term.known", concept=made.after.id)
        ),
        paragraph(
            words.say("term.effect", follows=len(found.follows), violates=len(found.violates))
        ),
    ]
    for place in found.violates[:3]:
        texts = [f"{each.side.upper()} «{each.text}»" for each in place.terms]
        lines.append(
            paragraph(("  △ ", "$warning"), f"{words.say('block')} {place.bead + 1}: ", *texts)
        )
    return lines
