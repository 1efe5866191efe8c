"""How long an article may take and how much memory, so that one that goes on without end stops nothing but itself."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

# how many new objects the garbage collector waits for: articles and their rows leave next to none that hold themselves
COLLECTED = 20_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that one article may take, the bytes above the loaded pipeline's and on Linux alone; None is
    without limit."""

    seconds: float | None = 600
    memory: int | None = 4 * 2**30


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Has garbage collected seldom, by this process and those that it forks, until it ends."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def give_back() -> None:
    """Gives memory that is free back to the system, where the C library would keep it: in pieces, so that a hundred
    groups of articles take more than one."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)
