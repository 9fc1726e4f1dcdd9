"""Amounts of money, with their currency.

What always holds: a billion is mil millones and billón is ten to the twelfth, each on its own side.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.divergence.divergence import Divergence, Severity
from aligner.divergence.passage import Passage
from aligner.divergence.quantity_finding import findings
from aligner.divergence.registry import Check


def _run(passage: Passage) -> Iterator[Divergence]:
    return findings(CHECK, passage, "money")


CHECK = Check(
    name="money",
    mqm="currency-format",
    severity=Severity.MAJOR,
    version=1,
    about="An amount or a currency that differs",
    in_bead=_run,
)
