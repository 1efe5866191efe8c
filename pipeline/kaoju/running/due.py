"""Which articles are due, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from kaoju.running.inputs import Failure, Input
from kaoju.running.limits import Limits
from kaoju.running.manifest import Last, key_of
from kaoju.running.store import Store

Why = Literal["new", "changed", "failed before", "kaoju has changed", "asked for", "lost"]


@dataclass(frozen=True, slots=True)
class Due:
    """An article to be read, and why."""

    input: Input
    why: Why


@dataclass(slots=True)
class Plan:
    """What a run is to do: ``keys`` and ``hashes`` of all articles that can be read, those ``due``, their size in
    bytes, and what has failed already, in this run or for good in one before."""

    keys: dict[Input, str] = field(default_factory=dict)
    hashes: dict[Input, str] = field(default_factory=dict)
    due: list[Due] = field(default_factory=list)
    size: int = 0
    failures: list[Failure] = field(default_factory=list)


def plan(inputs: Iterable[Input], store: Store, made_by: str, last: Last, limits: Limits, *, force: bool) -> Plan:
    """An article is due when its bytes, its path, or the program it goes through has changed since its part was made.

    One that failed is not tried again until then, or until it may take more; ``force`` makes all due.
    """
    made = Plan()
    for one in inputs:
        try:
            data = one.path.read_bytes()
        except OSError as error:
            reason = f"{one.path}: cannot be read ({error.strerror}); check its rights"
            made.failures.append(Failure(str(one.path), reason, article=one.id))
            continue
        made.hashes[one] = hashlib.sha256(data).hexdigest()
        made.keys[one] = key = key_of(one, made.hashes[one], made_by)
        if not force and (failed := store.failure(key, limits)):
            made.failures.append(failed)
        elif force or not store.has(key):
            made.due.append(Due(one, "asked for" if force else _why(one, made.hashes[one], last, made_by)))
            made.size += len(data)
    return made


def _why(one: Input, sha256: str, last: Last, made_by: str) -> Why:
    before = last.inputs.get(one.id)
    if before is None:
        return "failed before" if any(failure.get("article") == one.id for failure in last.failures) else "new"
    if before.get("sha256") != sha256:
        return "changed"
    return "kaoju has changed" if last.program != made_by else "lost"
