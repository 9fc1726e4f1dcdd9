"""The Spanish names of checks, metrics and roles, and figures in Spanish.

What always holds: they are the words of the screen (a test compares them). English papers name
checks and metrics by their keys in aligner.yaml, as the command line does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from aligner.review.metrics import Metric

Language = Literal["en", "es"]

CHECKS: Mapping[str, str] = {
    "number": "número",
    "percentage": "porcentaje",
    "money": "dinero",
    "date": "fecha",
    "duration": "duración",
    "frequency": "frecuencia",
    "ordinal": "ordinal",
    "name": "nombre",
    "office": "cargo",
    "acronym": "sigla",
    "reference": "referencia",
    "link": "enlace",
    "forbidden-term": "término prohibido",
    "deprecated-term": "término desaconsejado",
    "preferred-term": "término preferido",
    "inconsistent-term": "término no uniforme",
    "untranslated": "sin traducir",
    "untranslated-part": "parte sin traducir",
    "duplicate": "repetido",
    "gap": "texto ausente",
    "punctuation": "puntuación",
    "number-format": "formato de número",
    "characters": "caracteres",
    "negation": "negación",
    "modality": "obligación",
    "quantifier": "cuantificador",
    "conjunction": "y / o",
    "actor": "actor",
    "antonym": "contrario",
    "safeguard": "salvaguardia",
    "binding-register": "lenguaje vinculante",
    "agreed-wording": "redacción acordada",
    "brackets": "corchetes",
    "tracked-change": "control de cambios",
    "performative": "acto de las partes",
    "open-list": "enumeración abierta",
    "mismatch": "discordancia",
    "missing-sentence": "oración ausente",
    "missing-clause": "cláusula ausente",
    "missing-coordinate": "palabras ausentes",
    "list-length": "extensión de la lista",
    "numbering": "numeración",
    "annex": "anexo",
    "inconsistent-rendering": "traducción no uniforme",
    "mixed-spelling": "grafía mixta",
    "state-order": "orden de los Estados",
}
METRICS: Mapping[str, str] = {
    "coverage.en": "Inglés cubierto",
    "coverage.es": "Español cubierto",
    "coverage.confirmed": "Confirmado por una persona",
    "signed": "Con conformidad de otra persona",
    "reviewed": "Revisado",
    "stale": "Cambió tras decidirse",
    "orphaned": "Decisiones sin lugar",
    "divergence.open.critical": "Divergencias críticas abiertas",
    "divergence.open.major": "Divergencias graves abiertas",
    "divergence.open.minor": "Divergencias leves abiertas",
    "divergence.open.info": "Avisos abiertos",
    "glossary.compliance": "Términos según lo decidido",
    "glossary.forbidden": "Términos prohibidos",
    "glossary.conflicts": "Conflictos en el glosario",
    "review.conflicts": "Conflictos entre revisores",
    "brackets.open": "Corchetes abiertos",
    "queries.open": "Consultas abiertas",
    "coverage.justified": "Solo en un lado, con motivo",
}
ROLES: Mapping[str, str] = {
    "translator": "traductor/a",
    "reviser": "revisor/a",
    "terminologist": "terminólogo/a",
    "legal adviser": "asesor/a jurídico/a",
    "verifier": "verificador/a",
}


def check_name(check: str, language: Language) -> str:
    """A check as a reader of `language` knows it."""
    return CHECKS.get(check, check) if language == "es" else check


def metric_name(metric: str, language: Language) -> str:
    """A metric as a reader of `language` knows it."""
    return METRICS.get(metric, metric) if language == "es" else metric


def role_name(role: str, language: Language) -> str:
    """A role; one that people put in words of their own stays as it is."""
    return ROLES.get(role, role) if language == "es" else role


def figure(metric: Metric, language: Language) -> str:
    """The value of a metric: `98 % (45/46 segmentos, 98 % de las palabras)`."""
    return figure_in(metric.printed, language)


def figure_in(printed: str, language: Language) -> str:
    """A printed value, such as that of a gate, in `language`."""
    if language == "en":
        return printed
    if printed == "n/a":
        return "no aplica"
    return printed.replace(" segments", " segmentos").replace("% of words", "% de las palabras")
