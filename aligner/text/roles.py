"""What each segment does in a declaration: title, preamble, operative part, annex, signatures.

What always holds: a role is given by structure first and by opening words of either language
second; where neither speaks, a segment has none. The words are few and fixed by diplomatic usage,
so they stand here and not in the linguistic tables, which lie above this room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from aligner.text.segment import Kind, Role

# Participles that open a preambular paragraph, in UN and bilateral usage.
_PREAMBULAR = re.compile(
    r"(?:recalling|reaffirming|recogni[sz]ing|considering|noting|bearing in mind|convinced|guided by"
    r"|mindful|aware|acknowledging|whereas|emphasi[sz]ing|desiring|determined|taking into account"
    r"|committed to|inspired by|having regard|welcoming|conscious"
    r"|recordando|reafirmando|reconociendo|considerando|observando|teniendo (?:presente|en cuenta)"
    r"|convencid[oa]s|guiad[oa]s|conscientes|destacando|subrayando|deseos[oa]s|decidid[oa]s"
    r"|tomando en (?:cuenta|consideración)|comprometid[oa]s|inspirad[oa]s|animad[oa]s|acogiendo)\b",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"(?:annex|appendix|schedule|anexo|apéndice)\b(?!es)", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:done (?:at|in)\b|signed (?:at|in)\b|in witness whereof\b|(?:adopted|issued) (?:at|in)\b"
    r"|hech[oa] en\b|firmad[oa] en\b|suscrit[oa] en\b|en fe de lo cual\b|en testimonio de lo cual\b"
    r"|adoptad[oa] en\b|emitid[oa] en\b|dad[oa] en\b)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:for (?:the|and on behalf of)\b.{0,120}(?:government|republic|states|kingdom|secretar|department"
    r"|ministry|mexic)|por (?:el|los|la|las)\b.{0,120}(?:gobierno|república|estados|reino|secretar"
    r"|departamento|ministerio|méxic)|_{5,}|/s/|\(f(?:irmado|dos?)\.?\))",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE_LENGTH = 200
_TITLE_LENGTH = 160
_TITLE_WITHIN = 4
_SENTENCE_END = re.compile(r"[.;:]\s*$")


class Structured(Protocol):
    """What is looked at: read-only views of a block or a segment."""

    @property
    def kind(self) -> Kind:
        """What it is on the page."""

    @property
    def text(self) -> str:
        """The text without its label."""

    @property
    def label(self) -> str:
        """The printed label."""

    @property
    def level(self) -> int:
        """A heading's rank or a list's depth."""

    @property
    def role(self) -> Role | None:
        """The role that the reader knows already, such as a footnote's."""


def roles_of(blocks: Sequence[Structured]) -> list[Role | None]:
    """The role of each of `blocks`, in order; a role that the reader gave stays."""
    roles: list[Role | None] = []
    first_number = _first_numbered(blocks)
    title = _title(blocks)
    annexed, closed = False, False
    for place, block in enumerate(blocks):
        role: Role | None = block.role
        if role is not None:
            roles.append(role)
            continue
        if block.kind is Kind.HEADING and _ANNEX.match(block.text):
            annexed, closed = True, False
        if place == title:
            role = Role.TITLE
        elif annexed:
            role = Role.ANNEX
        elif _CLOSING.match(block.text):
            role, closed = Role.CLOSING_FORMULA, True
        elif len(block.text) <= _SIGNATURE_LENGTH and (_SIGNATURE.match(block.text) or closed):
            role = Role.SIGNATURE_BLOCK
        elif block.kind is Kind.HEADING:
            role = None
        elif _PREAMBULAR.match(block.text) and not block.label:
            role = Role.PREAMBULAR
        elif first_number is not None and place >= first_number:
            role = Role.OPERATIVE if block.label or block.kind is not Kind.CELL else None
        roles.append(role)
    return roles


def _first_numbered(blocks: Sequence[Structured]) -> int | None:
    """Where the numbered part begins: the first numbered paragraph, or None."""
    for place, block in enumerate(blocks):
        numbered = block.label and block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
        if numbered and block.role is None:
            return place
    return None


def _title(blocks: Sequence[Structured]) -> int | None:
    """Where the title stands: a heading of the first rank among the first few blocks (a notice may
    stand before it), or else the first paragraph when it is short and no sentence."""
    for place, block in enumerate(blocks[:_TITLE_WITHIN]):
        if block.kind is Kind.HEADING and block.level <= 1 and not _ANNEX.match(block.text):
            return place
    if not blocks:
        return None
    first = blocks[0]
    short = len(first.text) <= _TITLE_LENGTH and not _SENTENCE_END.search(first.text)
    return 0 if short and first.kind is Kind.PARAGRAPH and not first.label else None
