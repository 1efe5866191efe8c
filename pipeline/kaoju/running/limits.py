"""How long an article may take and how much memory, so that one that goes on without end stops nothing but itself."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


class TimeLimitError(Exception):
    """An article took longer than it may."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that one article may take; None is without limit.

    Held on systems that have POSIX alarms and resource limits; elsewhere articles run without.
    """

    seconds: float | None = 600
    memory: int | None = 4 * 2**30


@contextmanager
def held(limits: Limits) -> Iterator[None]:
    """Holds what runs inside to its limits.

    Raises:
        TimeLimitError: it took too long.
        MemoryError: it asked for more memory than it may.
    """
    with _memory(limits.memory), _alarm(limits.seconds):
        yield


@contextmanager
def _alarm(seconds: float | None) -> Iterator[None]:
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_long(signum: int, frame: FrameType | None) -> None:
    raise TimeLimitError


@contextmanager
def _memory(size: int | None) -> Iterator[None]:
    """Room for ``size`` bytes more than the process has now."""
    if not size or sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415  not everywhere

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _address_space() + size
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  read on every article
        return int(file.read().split()[0]) * 4096
