"""What comes of an article: its part of the tables, or why it was set aside."""

from __future__ import annotations

from dataclasses import dataclass

from kaoju.running.inputs import Failure, Input
from kaoju.running.limits import Limits


@dataclass(frozen=True, slots=True)
class Done:
    """An article's part of the tables, the hash of the bytes that were read, its length, and the seconds that each
    stage took."""

    input: Input
    part: bytes
    sha256: str
    characters: int
    stages: dict[str, float]

    @property
    def seconds(self) -> float:
        """The seconds that it took in all."""
        return sum(self.stages.values())


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that gave no rows, and why."""

    input: Input
    failure: Failure


Outcome = Done | Failed
# a process may be killed for no fault of its article: it is blamed when the second one dies over it
ATTEMPTS = 2


def failed(one: Input, kind: str, reason: str, trace: str | None = None) -> Failed:
    """An article's failure."""
    return Failed(one, Failure(one.path, reason, kind, one.id, trace))


def died(one: Input) -> Failed:
    """An article over which processes died."""
    reason = f"{one.path}: {ATTEMPTS} processes died over it (out of memory?); split it or free memory"
    return failed(one, "died", reason)


def late(one: Input, limits: Limits) -> Failed:
    """An article that took longer than it may."""
    reason = f"{one.path}: not done within {limits.seconds:g} seconds; raise --time-limit or split it"
    return failed(one, "time", reason)
