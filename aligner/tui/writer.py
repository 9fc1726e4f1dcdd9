"""The one thread that writes: decisions go to disk in the order in which they were taken.

What always holds: an action counts as saved only after the records took it without an error; what
could not be written is kept, in order, and tried again before anything newer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

from aligner.errors import AlignerError

Job = Callable[[], None]


class Writer:
    """A queue of writes. `on_change` is called, from the writer's thread, after each of them."""

    RETRY = 2.0
    GRACE = 0.05
    """Seconds before a write begins: the screen answers the key press first, as turning the texts
    of a long document into a line holds up every other thread."""

    def __init__(self, on_change: Callable[[], None] = lambda: None) -> None:
        self.on_change = on_change
        self.saved = 0
        self.wrong = ""
        self._jobs: deque[Job] = deque()
        self._turn = Condition()
        self._ending = False
        self._hurried = False
        self._telling = False
        self._thread = Thread(target=self._run, name="aligner-writer", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many actions are not on disk."""
        return len(self._jobs)

    def write(self, job: Job) -> None:
        """Have `job` done after everything before it."""
        with self._turn:
            self._jobs.append(job)
            self._turn.notify()

    def retry(self) -> None:
        """Try again now."""
        with self._turn:
            self._turn.notify()

    def settle(self, patience: float) -> None:
        """Wait until everything is on disk, or something is wrong, and `on_change` was told so, or
        patience ends (seconds)."""
        with self._turn:
            self._hurried = True
            self._turn.notify_all()
            self._turn.wait_for(
                lambda: not self._telling and (not self._jobs or bool(self.wrong)), patience
            )
            self._hurried = False

    def _tell(self) -> None:
        self.on_change()
        with self._turn:
            self._telling = False
            self._turn.notify_all()

    def _run(self) -> None:
        while True:
            with self._turn:
                while not self._jobs:
                    if self._ending:
                        return
                    self._turn.wait()
                self._turn.wait_for(lambda: self._ending or self._hurried, self.GRACE)
                job = self._jobs[0]
            try:
                job()
            except (AlignerError, OSError) as error:
                with self._turn:
                    self.wrong = str(error)
                    self._telling = True
                self._tell()
                with self._turn:
                    if self._ending:
                        return
                    self._turn.wait(self.RETRY)
                continue
            with self._turn:
                self._jobs.popleft()
                self.saved += 1
                self.wrong = ""
                self._telling = True
            self._tell()

    def close(self, patience: float = 10.0) -> int:
        """Write what is left and end; the number of actions that could not be written."""
        with self._turn:
            self._ending = True
            self._turn.notify_all()
        self._thread.join(patience)
        return len(self._jobs)
