"""The work on articles done by a Dask cluster: a scheduler that runs already, and its workers."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from kaoju.errors import KaojuError
from kaoju.loading import Setup
from kaoju.running.inputs import Input, loaded
from kaoju.running.limits import Limits
from kaoju.running.manifest import program
from kaoju.running.outcomes import Done, Outcome, died, late

if TYPE_CHECKING:
    from distributed import Client

# tasks on their way for each thread of the cluster, so that none waits for the next
_AHEAD = 3
# so many articles a task at most, or so many bytes: a scheduler is asked less often
_TOGETHER, _LONG = 8, 100_000
_PATIENCE = 30
_START = 120


# some articles with their bytes, or why they cannot be read
Bundle = list[tuple[Input, bytes | OSError]]


class OtherProgram(Exception):  # noqa: N818  it is told to the user in other words
    """A worker has another kaoju, other libraries or another config than the run."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask scheduler, by its address. The bytes of an article travel with it, the models are loaded once a worker.

    The time limit holds here too; how much memory a worker may take is the cluster's own setting.
    """

    scheduler: str

    def outcomes(self, inputs: Sequence[Input], setup: Setup, limits: Limits) -> Generator[Outcome]:
        """See :class:`~kaoju.running.executors.Executor`.

        Raises:
            KaojuError: the scheduler or its workers cannot be reached, or have another kaoju than this one.
        """
        if not inputs:
            return
        with _client(self.scheduler) as client:
            try:
                yield from _outcomes(client, inputs, (setup, limits, program(setup)))
            except OtherProgram as error:
                raise KaojuError(
                    f"{self.scheduler}: {error}; install the same kaoju and libraries on all machines"
                ) from error
            except (CancelledError, OSError) as error:
                raise KaojuError(
                    f"{self.scheduler}: the scheduler was lost; what is done is kept: start it and run again"
                ) from error


def _client(scheduler: str) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415
    except ImportError as error:
        raise KaojuError("a scheduler needs Dask; pip install 'kaoju[cluster]'") from error
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise KaojuError(f"{scheduler}: no Dask scheduler answers there; start one or check the address") from error
    try:
        client.wait_for_workers(1, timeout=_START)
    except TimeoutError as error:
        client.close()
        raise KaojuError(f"{scheduler}: the scheduler has no workers; start some: dask worker {scheduler}") from error
    return client


def _outcomes(client: Client, inputs: Sequence[Input], how: tuple[Any, ...]) -> Iterator[Outcome]:
    from distributed import as_completed  # noqa: PLC0415

    at: dict[str, Bundle] = {}

    def send(bundle: Bundle) -> Any:
        future = client.submit(work, bundle, *how, pure=False)
        at[future.key] = bundle
        return future

    ahead = _AHEAD * max(1, sum(client.nthreads().values()))
    todo = _bundles(inputs, min(_TOGETHER, len(inputs) // ahead))
    coming = as_completed(loop=client.loop)
    coming.update(map(send, islice(todo, ahead)))
    for future in coming:
        bundle = at.pop(future.key)
        outcomes = _taken(client, future, bundle)
        yield from outcomes
        alone = [[one] for one in bundle[len(outcomes) :]]  # that one of them stood in their way is no fault of theirs
        coming.update(map(send, alone or islice(todo, 1)))


def _bundles(inputs: Sequence[Input], most: int) -> Iterator[Bundle]:
    """Articles with their bytes, so many together, or fewer where they are long."""
    bundle: Bundle = []
    for one, data in loaded(inputs):
        bundle.append((one, data))
        if len(bundle) >= most or sum(other.size for other, _ in bundle) >= _LONG:
            yield bundle
            bundle = []
    if bundle:
        yield bundle


def _taken(client: Client, future: Any, bundle: Bundle) -> list[Outcome]:
    """The outcomes of the first articles of a bundle: of all, but where one of them stood in the way."""
    from distributed import KilledWorker  # noqa: PLC0415

    try:
        outcomes, worker = future.result()
    except KilledWorker:
        return [died(bundle[0][0])] if len(bundle) == 1 else []
    if _is_stuck(outcomes[-1]):
        client.restart_workers([worker])  # it is at the article still, or holds what it took
    found: list[Outcome] = outcomes
    return found


def _is_stuck(outcome: Outcome) -> bool:
    return not isinstance(outcome, Done) and outcome.failure.kind in {"time", "memory"}


def work(bundle: Bundle, setup: Setup, limits: Limits, made_by: str) -> tuple[list[Outcome], str]:
    """What a worker does for some articles, up to one that it cannot go on from; the outcomes and the worker's address.

    Raises:
        OtherProgram: the worker's kaoju is not that of the run.
    """
    from distributed import get_worker  # noqa: PLC0415

    address = get_worker().address
    if program(setup) != made_by:
        raise OtherProgram(f"the worker {address} has another kaoju, library or config than this machine")
    outcomes: list[Outcome] = []
    with _ONE_AT_A_TIME:
        _thread().submit(_load, setup).result()
        for one, data in bundle:
            outcomes.append(_worked(one, data, setup, limits))
            if _is_stuck(outcomes[-1]):
                break
    return outcomes, address


def _worked(one: Input, data: bytes | OSError, setup: Setup, limits: Limits) -> Outcome:
    from kaoju.running.articles import annotate  # noqa: PLC0415

    try:
        return _thread().submit(annotate, one, data, setup).result(limits.seconds)
    except TooLate:
        return late(one, limits)


@cache
def _load(setup: Setup) -> None:
    from kaoju.running.articles import pipeline, settle  # noqa: PLC0415

    pipeline(setup)
    settle()


# stages are not made for threads: whatever threads a worker has, articles go through one
_ONE_AT_A_TIME = threading.Lock()


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1)
