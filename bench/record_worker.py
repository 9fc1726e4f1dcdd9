"""A reviewer who acts at random until stopped: python -m bench.record_worker PROJECT SEED [COUNT].

Each event's id is printed once the records have confirmed it, so that whoever kills this process
knows what must be there. Used by the benchmarks of records and by tests/store.
"""

from __future__ import annotations

import os
import random
import sys

from aligner.errors import UsageError
from aligner.review.event import Event
from aligner.review.session import Session
from aligner.store.project import open_project
from aligner.store.records import DocumentRecords


def act(session: Session, chance: random.Random) -> Event | None:
    """One random action; None where it made no sense."""
    beads = range(len(session.review.beads))
    some = sorted(chance.sample(beads, min(len(beads), chance.randint(1, 3))))
    one = chance.choice(beads)
    findings = range(len(session.review.findings))
    actions = [
        lambda: session.accept(some),
        lambda: session.needs_work(some, reason="tilde ñ " * chance.randint(0, 4)),
        lambda: session.note([one], "nota " * chance.randint(1, 200)),
        lambda: session.query([one], "¿cuál?", addressee="drafter"),
        lambda: session.agreement(some, "agreed"),
        lambda: session.undo(),
        lambda: session.redo(),
        lambda: session.merge([one, one + 1]),
        lambda: session.pin(one),
        lambda: session.unpin(one),
    ]
    if findings:
        number = chance.choice(findings)
        scope = chance.choice(["place", "document", "always"])
        actions.append(lambda: session.verdict(number, "intended", scope=scope))
        actions.append(lambda: session.verdict(number, "mend-es", proposed="x"))
    try:
        return chance.choice(actions)()
    except UsageError:
        return None


class Telling:
    """Records that print what was confirmed."""

    def __init__(self, records: DocumentRecords) -> None:
        self._records = records

    def append(self, event: Event) -> None:
        self._records.append(event)
        os.write(1, f"{event.id}\n".encode())


def main(folder: str, seed: str, count: str = "100000") -> None:
    chance = random.Random(seed)
    project = open_project(folder)
    document = project.documents[0].id
    session = Session(
        project.review(document), Telling(DocumentRecords(project, document)), by=f"R{seed}"
    )
    os.write(1, b"ready\n")
    done = 0
    while done < int(count):
        done += act(session, chance) is not None


if __name__ == "__main__":
    main(*sys.argv[1:])
