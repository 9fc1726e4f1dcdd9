"""Records behind the writer's thread: taking an event on is instant, writing it is reported."""

from __future__ import annotations

from aligner.review.event import Event
from aligner.review.session import Records
from aligner.tui.writer import Writer


class Queued:
    """Records that hand each event to the one writer."""

    def __init__(self, records: Records, writer: Writer) -> None:
        self._records = records
        self._writer = writer

    def append(self, event: Event) -> None:
        """Take `event` on; it is on disk once the writer says so."""
        self._writer.write(lambda: self._records.append(event))
