"""The same work on a Dask cluster (extra `cluster`).

What always holds: a task on the wire holds several pairs, so that it lasts a second or more; the
scheduler gives a dead worker's tasks to another; outcomes are those of every other engine, byte for
byte, since `judge` depends on its task alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any

from aligner import __version__
from aligner.archive.engine import TRIES, Job, died
from aligner.archive.work import Rules, failed, judge
from aligner.errors import OUR_FAULT, InputError, UsageError

_WAIT = 30.0
"""Seconds to wait for the scheduler."""
_AHEAD = 4
"""Tasks on the wire for each thread of the cluster."""


@dataclass(frozen=True, slots=True)
class Security:
    """TLS: files of the authority, the certificate and the key, as Dask names them."""

    ca_file: str = ""
    certificate: str = ""
    key: str = ""

    @property
    def given(self) -> bool:
        """Whether TLS was asked for."""
        return bool(self.ca_file or self.certificate or self.key)


def judge_several(jobs: list[Job], rules: Rules, version: str) -> list[dict[str, Any]]:
    """What a worker does with one task on the wire. Raises UsageError where the worker is of
    another version than the one that asks: it would answer otherwise."""
    if version != __version__:
        raise UsageError(f"a worker runs aligner {__version__}, here is {version}")
    return [judge(task, rules, digest) for task, digest in jobs]


def version_here() -> str:
    """The version of this program, asked on every worker before the work."""
    return __version__


class Cluster:
    """Judges on the cluster behind a scheduler's address or scheduler file."""

    def __init__(
        self,
        address: str = "",
        *,
        scheduler_file: str = "",
        security: Security | None = None,
        pairs_per_task: int = 16,
    ) -> None:
        """`pairs_per_task` pairs make one task of about a second."""
        if address.startswith("tls://") and not (security or Security()).given:
            raise UsageError("tls:// needs --tls-ca, and what the cluster asks of its clients")
        if bool(address) == bool(scheduler_file):
            raise UsageError(
                "a cluster needs a scheduler's address or a scheduler file, one of them"
            )
        self.address = address
        self.scheduler_file = scheduler_file
        self.security = security or Security()
        self.pairs_per_task = pairs_per_task

    @property
    def _where(self) -> str:
        return self.address or self.scheduler_file

    def _client(self) -> Any:
        try:
            # An extra: it brings tornado and a second of start-up.
            import distributed
        except ImportError:
            raise UsageError("a cluster needs Dask: pip install 'aligner[cluster]'") from None
        dask: Any = distributed  # it ships no types
        options: dict[str, Any] = {"timeout": _WAIT, "set_as_default": False}
        if self.security.given:
            options["security"] = dask.Security(
                tls_ca_file=self.security.ca_file or None,
                tls_client_cert=self.security.certificate or None,
                tls_client_key=self.security.key or None,
                require_encryption=True,
            )
        if self.scheduler_file:
            options["scheduler_file"] = self.scheduler_file
        else:
            options["address"] = self.address
        try:
            return dask.Client(**options)
        except (OSError, ValueError, TimeoutError) as error:
            raise InputError(f"{self._where}: no scheduler answers ({error})") from error

    def run(self, jobs: Iterable[Job], rules: Rules) -> Iterator[dict[str, Any]]:
        """The outcomes as they are ready. Raises UsageError where a worker is of another version,
        InputError where nobody answers."""
        client = self._client()
        dask: Any = import_module("distributed")
        try:
            self._greet(client)
            yield from self._judged(client, dask, iter(jobs), rules)
        except TimeoutError as error:
            raise InputError(f"no worker of the cluster answered within {_WAIT:.0f} s") from error
        except (OSError, dask.CancelledError) as error:
            raise InputError(f"{self._where}: the scheduler has gone ({error})") from error
        finally:
            client.close()

    def _greet(self, client: Any) -> None:
        """Waits for a worker, and asks all that are there for their version."""
        client.wait_for_workers(1, timeout=_WAIT)
        try:
            versions = client.run(version_here)
        except (ImportError, AttributeError) as error:
            raise UsageError(f"a worker has no aligner to work with ({error})") from error
        for worker, version in versions.items():
            if version != __version__:
                raise UsageError(f"worker {worker} runs aligner {version}, here is {__version__}")

    def _judged(
        self, client: Any, dask: Any, source: Iterator[Job], rules: Rules
    ) -> Iterator[dict[str, Any]]:
        under_way: dict[Any, list[Job]] = {}

        def submit() -> Any | None:
            several = list(islice(source, self.pairs_per_task))
            if not several:
                return None
            # The rules go with each task: kept on workers, they would die with them. Pure work
            # under a name of its own: another run's results are never taken.
            future = client.submit(
                judge_several, several, rules, __version__, retries=TRIES, pure=False
            )
            under_way[future] = several
            return future

        ahead = _AHEAD * max(sum(client.nthreads().values()), 1)
        ready = dask.as_completed(
            [future for _ in range(ahead) if (future := submit())], loop=client.loop
        )
        for future in ready:
            several = under_way.pop(future)
            if future.status == "finished":
                yield from future.result()
            elif future.status == "cancelled":
                raise dask.CancelledError("its work was cancelled")
            else:
                error = future.exception()
                if isinstance(error, UsageError):
                    raise error
                for task, digest in several:
                    yield (
                        died(task, digest)
                        if isinstance(error, dask.KilledWorker)
                        else failed(task, digest, OUR_FAULT, f"{type(error).__name__}: {error}")
                    )
            following = submit()
            if following is not None:
                ready.add(following)
