"""A glossary that uses every field, with text that formats stumble over."""

from __future__ import annotations

from aligner.glossary.concept import (
    Authority,
    Concept,
    ConceptKind,
    Decision,
    Evidence,
    Glossary,
    Source,
    Status,
    Term,
)

SECRET = "a secret rationale 7f3a"
HOSTILE = (
    "quote \" apostrophe ' <&> ]]> --> =cmd|x \n second line\ttab 🇲🇽👩‍⚕️ שלום \u202eabc\u2066 "
    '{"a":1} | \\ # -- [x] `code` *b* $ é e\u0301 &amp; '
)


def _term(number: int, status: Status) -> Term:
    return Term(
        f"=cmd {number} {HOSTILE}",
        status,
        "noun",
        "masculine",
        "plural",
        "es-MX",
        ("form, one", "form | two\\", "=f\nx"),
        ("-ex; one", "@two"),
        f"note {HOSTILE}",
    )


def hostile() -> Glossary:
    """Every field, every status, and every sign that some format treats as its own."""
    terms = tuple(_term(number, status) for number, status in enumerate(Status))
    shared = Decision(
        f"By {HOSTILE}",
        "2026-01-12T10:00:00Z",
        f"why {HOSTILE}",
        "reviser",
        f"term {HOSTILE}",
        "preferred",
        f"old; {HOSTILE}",
        (Evidence(f"doc {HOSTILE}", "ab", f"quote {HOSTILE}"), Evidence("other")),
        True,
    )
    internal = Decision(
        "Ana", "sometime", SECRET, "translator", evidence=(Evidence("d", "", SECRET),)
    )
    whole = Concept(
        "a-concept",
        terms,
        terms[::-1],
        ConceptKind.QUOTATION,
        f"definition {HOSTILE}",
        f"domain {HOSTILE}",
        f"scope {HOSTILE}",
        Authority.AGREED,
        (
            Source(f"instrument {HOSTILE}", f"article {HOSTILE}", "record", "2020-01-01"),
            Source("b"),
        ),
        (shared, internal),
        f"aligner.kind: {HOSTILE}",
    )
    pair = Concept(
        "pair",
        (Term("human trafficking"), Term("trafficking in persons", Status.ADMITTED)),
        (Term("trata de personas"), Term("tráfico de personas", Status.FORBIDDEN)),
    )
    alone = Concept("alone", (Term("@only english", Status.PROPOSED, "pronoun", "common"),), ())
    return Glossary((whole, alone, pair))
