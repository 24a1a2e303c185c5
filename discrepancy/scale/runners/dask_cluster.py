"""The workers of a Dask cluster: machines of an agency, or processes of this one."""

from __future__ import annotations

import asyncio
import logging
import queue
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias, cast

from discrepancy.errors import DiscrepancyError, RunnerError, SchedulerLost, UsageError, WorkersFail
from discrepancy.scale.runners.attempts import failed_by, name_of
from discrepancy.scale.runners.dask_worker import attempt_there
from discrepancy.scale.runners.interface import MOST_TRIES, Failed, Item, Job, Result
from discrepancy.scale.runners.versions import PACKAGES, must_agree, our_version

# distributed says that it is typed, but few of its methods say how.
_Client: TypeAlias = Any
_Cluster: TypeAlias = Any
_Future: TypeAlias = Any

_LOCAL = "local"
_CONNECT = "20s"
_PATIENCE = 60.0
"""Seconds that a cluster may be without any worker: one that grows by need has to start a machine."""
_LOOK = 1.0
"""Seconds after which a quiet scheduler is looked after."""
_AHEAD = 2
"""Items in flight for each worker: one that it works on and one that waits for it there."""
_LOCAL_CONFIG = {
    "distributed.scheduler.allowed-failures": 0,  # an item over which a worker died is tried again alone, see _Flight
    "distributed.deploy.lost-worker-timeout": "1h",  # one that dies twice in a short time is started again, too
}
_AGAIN = "Start it again, and run the same command again: what is done is kept."


def local_size(address: str) -> int | None:
    """How many processes ``local:4`` asks for; 0 for as many as there are cores, None for another address.

    Raises:
        UsageError: ``local:`` is followed by no number of processes.
    """
    if address == _LOCAL:
        return 0
    head, _, size = address.partition(":")
    if head != _LOCAL:
        return None
    if not size.isdecimal() or int(size) < 1:
        raise UsageError(f"{address!r} names no number of processes.", remedy="Write local:4, or local.")
    return int(size)


class DaskCluster:
    """See :func:`~discrepancy.scale.runners.dask_at`."""

    def __init__(self, address: str, size: int | None) -> None:
        self._address = address
        self._size = size
        self._client: _Client | None = None
        self._cluster: _Cluster | None = None
        self._kept = ExitStack()

    def __enter__(self) -> Self:
        """Connect, and hold the versions on all machines against ours."""
        self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the cluster; one of our own ends."""
        client, cluster = self._client, self._cluster
        self._client = self._cluster = None
        for each in (client, cluster):
            if each is not None:
                with suppress(Exception):  # a scheduler that is gone can not be told goodbye
                    each.close(timeout=5)
        self._kept.close()

    def run(
        self, task: Callable[[Item, Job], Result], items: Iterable[Item], job: Job
    ) -> Iterator[tuple[Item, Result | Failed]]:
        """See :class:`~discrepancy.scale.runners.Runner`."""
        name = name_of(task)
        if self._client is not None:
            flight = _Flight(self._client, self._address)
            yield from cast("Iterator[tuple[Item, Result | Failed]]", flight.run(name, items, job))
            return
        with self:
            yield from self.run(task, items, job)

    def _open(self) -> _Client:
        import distributed

        if self._client is not None:
            return self._client
        _quiet()
        with _in_words(self._address):
            if self._size is not None:
                self._cluster = _cluster_of_this_machine(self._size, self._kept)
                target: dict[str, Any] = {"address": self._cluster}
            elif self._address.endswith(".json"):
                if not Path(self._address).is_file():
                    raise UsageError("There is no such scheduler file.", where=self._address)
                target = {"scheduler_file": self._address}
            else:
                target = {"address": _checked(self._address)}
            connect: Any = distributed.Client
            self._client = connect(**target, timeout=_CONNECT, set_as_default=False, name="discrepancy")
        try:
            self._greet(self._client)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self._client

    def _greet(self, client: _Client) -> None:
        with _in_words(self._address):
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError as problem:
                raise _no_workers(self._address) from problem
            must_agree(client.get_versions(check=False, packages=list(PACKAGES)), self._address)


class _Flight:
    """One run on a cluster: what is out, and what comes back.

    When a worker dies, Dask blames all that it had before it. So an item that is blamed too often is not given up but
    kept until nothing else is out, and tried again alone: one that then sees its worker die is to blame itself.
    """

    def __init__(self, client: _Client, address: str) -> None:
        self._client = client
        self._address = address
        self._out: dict[_Future, object] = {}
        self._done: queue.SimpleQueue[_Future] = queue.SimpleQueue()
        self._without_workers_since: float | None = None

    def run(self, task: str, items: Iterable[object], job: object) -> Iterator[tuple[object, object]]:
        blamed: list[tuple[object, int]] = []
        try:
            for item, said in self._all(task, items, job):
                if isinstance(said, _Blamed):
                    blamed.append((item, said.deaths))
                else:
                    yield item, said
            for item, deaths in blamed:
                yield item, self._alone(task, item, job, deaths)
        finally:
            for future in self._out:
                with suppress(Exception):  # what is under way is dropped, as far as anybody still listens
                    future.cancel()

    def _all(self, task: str, items: Iterable[object], job: object) -> Iterator[tuple[object, object]]:
        waiting = iter(items)
        room = self._room()
        while True:
            for item in self._taken(waiting, room):
                self._submit(task, item, job)
            if not self._out:
                return
            future = self._next()
            if future is None:
                room = self._room()
            else:
                yield self._out.pop(future), self._result(future)

    def _alone(self, task: str, item: object, job: object, deaths: int) -> object:
        """Try again an item that was blamed, until it is through or was the only one to blame often enough."""
        while True:
            ((_, said),) = self._all(task, [item], job)
            if not isinstance(said, _Blamed):
                return said
            deaths += said.deaths
            if deaths >= MOST_TRIES:
                return Failed("WorkerLost", f"{deaths} workers died over it.", deaths)

    def _taken(self, waiting: Iterator[object], room: int) -> Iterator[object]:
        while len(self._out) < room:
            for item in waiting:
                yield item
                break
            else:
                return

    def _submit(self, task: str, item: object, job: object) -> None:
        with _in_words(self._address):
            future = self._client.submit(
                attempt_there, our_version(), task, item, job, pure=False, retries=MOST_TRIES - 1
            )
        self._out[future] = item
        future.add_done_callback(self._done.put)

    def _next(self) -> _Future | None:
        """A future that is done; None if there was none for a while, and the cluster is there still."""
        try:
            return self._done.get(timeout=_LOOK)
        except queue.Empty:
            if self._client.status != "running":
                raise _lost(self._address) from None
            return None

    def _room(self) -> int:
        """How many items may be out: workers come and go during a run."""
        with _in_words(self._address):
            workers = len(self._client.nthreads())
        now = time.monotonic()
        if workers:
            self._without_workers_since = None
        elif self._without_workers_since is None:
            self._without_workers_since = now
        elif now - self._without_workers_since > _PATIENCE:
            raise _no_workers(self._address)
        return max(workers, 1) * _AHEAD

    def _result(self, future: _Future) -> object:
        from distributed import KilledWorker

        if future.cancelled():
            raise _lost(self._address)
        with _in_words(self._address):
            try:
                return future.result()
            except KilledWorker as problem:
                return _Blamed(problem.allowed_failures + 1)
            except (DiscrepancyError, OSError, CancelledError):
                raise
            except Exception as problem:  # noqa: BLE001 - such as what a worker could not read or send back
                return failed_by(problem)
            finally:
                future.release()


class _Blamed:
    """What Dask says of an item whose workers died.

    Attributes:
        deaths: how many.
    """

    def __init__(self, deaths: int) -> None:
        self.deaths = deaths


def _cluster_of_this_machine(size: int, kept: ExitStack) -> _Cluster:
    """Processes that only this machine can reach, without the web page that Dask would serve.

    Dask reads its configuration now and later; what we want of it stays until ``kept`` is closed.
    """
    import dask
    import distributed

    kept.enter_context(dask.config.set(_LOCAL_CONFIG))
    start: Any = distributed.LocalCluster
    return start(
        n_workers=size or None,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=logging.CRITICAL,
    )


def _checked(address: str) -> str:
    """The address as it is; a client that is made for one that is none waits long before it gives up, and shouts.

    Raises:
        ValueError: Dask knows no such scheme, there is no port, or no certificate for a connection that needs one.
    """
    from distributed.comm.addressing import get_address_host_port
    from distributed.security import Security

    get_address_host_port(address)
    security: Any = Security
    if address.startswith("tls://") and security().get_connection_args("client")["ssl_context"] is None:
        raise ValueError("Dask's configuration names no certificates for TLS")
    return address


def _quiet() -> None:
    """What Dask logs on lost connections says less than the error that the user gets."""
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.batched"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def _in_words(address: str) -> Iterator[None]:
    """Turn what Dask raises when nobody answers into an error that says so."""
    try:
        yield
    except DiscrepancyError:
        raise
    except (
        OSError,
        CancelledError,
        asyncio.CancelledError,
    ) as problem:  # distributed's own errors of connections are OSErrors
        raise _lost(address) from problem
    except (ValueError, ImportError, RuntimeError) as problem:
        raise RunnerError(
            f"can not be used as a scheduler ({problem}).", where=address, remedy="Give one such as tcp://host:8786."
        ) from problem


def _lost(address: str) -> SchedulerLost:
    return SchedulerLost("The scheduler does not answer.", where=address, remedy=_AGAIN)


def _no_workers(address: str) -> WorkersFail:
    return WorkersFail(
        f"The scheduler has had no worker for {_PATIENCE:.0f} seconds.",
        where=address,
        remedy=f"Start some: dask worker {address} --nthreads 1.",
    )
