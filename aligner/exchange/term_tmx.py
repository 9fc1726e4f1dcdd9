"""Term pairs as TMX 1.4b, for tools that know translation memories but no glossaries.

What always holds: only terms that may be used stand beside each other in a unit, so that no tool
ever offers a forbidden one as a translation; the other terms are units of one language. The first
unit of a concept carries the whole concept as a property, so that our reader loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import aligner
from aligner.errors import InputError
from aligner.exchange.markup import attribute, content
from aligner.exchange.terms import Exported, Gathering, Parsed, Progress, encoded, outgoing
from aligner.glossary.concept import Concept, Glossary, Term
from aligner.glossary.evidence import usable_pairs
from aligner.glossary.record import concept_record
from aligner.text.xml import line_of, local, parse_xml

_ID, _STATUS, _CONCEPT = "x-concept-id", "x-status", "x-aligner-concept"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def export_term_tmx(glossary: Glossary, *, include_internal: bool = False) -> Exported:
    """A unit for each pair of usable terms, and for each other term by itself."""
    going, kept = outgoing(glossary, include_internal=include_internal)
    losses = list(kept)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        _header(),
        "  <body>",
    ]
    for concept in going.concepts:
        if concept.en or concept.es:
            lines.extend(_units(concept))
        else:
            losses.append(f"{concept.id} has no term: left out")
    lines.extend(("  </body>", "</tmx>"))
    return encoded("".join(f"{line}\n" for line in lines), losses), tuple(losses)


def _header() -> str:
    version = attribute(aligner.__version__)
    return (
        f'  <header creationtool="aligner" creationtoolversion={version} segtype="phrase"'
        ' o-tmf="aligner" adminlang="en" srclang="*all*" datatype="plaintext"/>'
    )


def _units(concept: Concept) -> Iterator[str]:
    pairs = usable_pairs(concept)
    joined = {id(term) for pair in pairs for term in pair}
    units: list[tuple[Term | None, Term | None]] = [
        *pairs,
        *((term, None) for term in concept.en if id(term) not in joined),
        *((None, term) for term in concept.es if id(term) not in joined),
    ]
    whole = json.dumps(concept_record(concept), ensure_ascii=True, separators=(",", ":"))
    for number, (en, es) in enumerate(units):
        yield f"    <tu tuid={attribute(f'{concept.id}#{number + 1}')}>"
        yield f'      <prop type="{_ID}">{concept.id}</prop>'
        if number == 0:
            yield f'      <prop type="{_CONCEPT}">{content(whole)}</prop>'
        for side, term in (("en", en), ("es", es)):
            if term is not None:
                yield (
                    f'      <tuv xml:lang="{side}">{_note(term)}'
                    f'<prop type="{_STATUS}">{term.status.value}</prop>'
                    f"<seg>{content(term.text)}</seg></tuv>"
                )
        yield "    </tu>"


def _note(term: Term) -> str:
    return f"<note>{content(term.note)}</note>" if term.note else ""


def read_term_tmx(content: bytes, *, name: str = "TMX", progress: Progress | None = None) -> Parsed:
    """The glossary in a TMX file, ours or any whose units are terms. Raises InputError or LimitError
    for what is no XML, declares entities, or is no TMX."""
    root = parse_xml(content, name=name)
    if local(root) != "tmx":
        raise InputError(f"{name}: not a TMX file")
    gathering = Gathering()
    ours: set[str] = set()
    units = [element for element in root.iter() if local(element) == "tu"]
    for number, unit in enumerate(units, 1):
        line = line_of(unit)
        properties = {
            child.get("type") or "": "".join(map(str, child.itertext()))
            for child in unit
            if local(child) == "prop"
        }
        concept_id = properties.get(_ID, "")
        if concept_id and _CONCEPT in properties:
            try:
                gathering.records[concept_id] = json.loads(properties[_CONCEPT])
            except ValueError:
                gathering.problem(line, f"the concept {concept_id} is damaged")
            gathering.lines[concept_id] = line
            ours.add(concept_id)
        elif concept_id not in ours:
            texts: dict[str, str] = {}
            for child in unit:
                if local(child) != "tuv":
                    continue
                tag = (child.get(_LANG) or child.get("lang") or "").lower()
                segment = next((each for each in child if local(each) == "seg"), None)
                side = tag.replace("_", "-").split("-")[0]
                if side not in ("en", "es"):
                    gathering.notice(f"terms in {tag or 'an unnamed language'} are not read")
                elif segment is not None:
                    texts[side] = "".join(map(str, segment.itertext())).strip()
            if not any(texts.values()):
                gathering.problem(line, "a unit without an English or Spanish term")
                continue
            fresh = gathering.fresh_id(texts.get("en") or texts["es"])
            gathering.records[fresh] = {
                side: [{"text": text}] for side, text in sorted(texts.items()) if text
            }
            gathering.lines[fresh] = line
        if progress is not None and (number % 500 == 0 or number == len(units)):
            progress(number, len(units))
    return gathering.result()
