"""Which articles are due, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from kaoju.running.inputs import Failure, Input
from kaoju.running.manifest import fingerprint, key_of
from kaoju.running.store import Store

Why = Literal["new", "changed", "kaoju has changed", "asked for", "lost"]


@dataclass(frozen=True, slots=True)
class Due:
    """An article to be read, and why."""

    input: Input
    why: Why


@dataclass(slots=True)
class Plan:
    """What a run is to do: ``keys`` of all articles that can be read, those ``due``, their size in bytes, and what has
    failed already, in this run or for good in one before."""

    keys: dict[Input, str] = field(default_factory=dict)
    hashes: dict[Input, str] = field(default_factory=dict)
    due: list[Due] = field(default_factory=list)
    size: int = 0
    failures: list[Failure] = field(default_factory=list)


def plan(inputs: Iterable[Input], store: Store, failures: Sequence[Failure] = (), *, force: bool = False) -> Plan:
    """An article is due when its bytes, its path, kaoju or a library that matters has changed since its rows were made.

    One that failed is not tried again until then; ``force`` makes all due.
    """
    made = Plan(failures=list(failures))
    before = store.manifest() or {}
    for one in inputs:
        try:
            data = one.path.read_bytes()
        except OSError as error:
            reason = f"{one.path}: cannot be read ({error.strerror}); check its rights"
            made.failures.append(Failure(str(one.path), reason))
            continue
        made.hashes[one] = hashlib.sha256(data).hexdigest()
        made.keys[one] = key = key_of(one, made.hashes[one])
        if not force and store.has(key):
            continue
        if not force and (failed := store.failure(key)):
            made.failures.append(failed)
            continue
        made.due.append(Due(one, "asked for" if force else _why(one, made.hashes[one], before)))
        made.size += len(data)
    return made


def _why(one: Input, sha256: str, before: dict[str, Any]) -> Why:
    told = before.get("inputs", {}).get(one.id)
    if told is None:
        return "new"
    if told.get("sha256") != sha256:
        return "changed"
    return "kaoju has changed" if before.get("fingerprint") != fingerprint() else "lost"
