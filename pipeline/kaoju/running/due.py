"""Which articles are due, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kaoju.running.inputs import Failure, Input, loaded, unreadable
from kaoju.running.limits import Limits
from kaoju.running.manifest import Last, key_of
from kaoju.running.store import Store

Why = Literal["new", "changed", "failed before", "kaoju or its setup has changed", "asked for", "lost"]


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

    def standing(self) -> dict[Input, str]:
        """The keys of the articles that have not failed: those that go into the tables."""
        failed = {failure.article for failure in self.failures}
        return {one: key for one, key in self.keys.items() if one.id not in failed}


def plan(inputs: Sequence[Input], store: Store, made_by: str, last: Last, limits: Limits, *, force: bool) -> Plan:
    """An article is due when its bytes, its path, or the program it goes through has changed since its part was made.

    One that failed is not tried again until then, or until it may take more; ``force`` makes all due.
    """
    made = Plan()
    hashes = _hashes(inputs, last, made.failures)
    kept, failed = store.kept(), store.failures(limits)
    for one in inputs:
        if one not in hashes:
            continue
        made.hashes[one] = hashes[one]
        made.keys[one] = key = key_of(one, hashes[one], made_by)
        if not force and key in failed:
            made.failures.append(failed[key])
        elif force or key not in kept:
            made.due.append(Due(one, "asked for" if force else _why(one, hashes[one], last, made_by)))
            made.size += one.size
    return made


def _hashes(inputs: Sequence[Input], last: Last, failures: list[Failure]) -> dict[Input, str]:
    """The hash of each article. One is not read for it where the checksum that its store keeps says that it is as it
    was in the last run."""
    hashes = dict(_known(inputs, last))
    for one, data in loaded(one for one in inputs if one not in hashes):
        if isinstance(data, OSError):
            failures.append(Failure(one.path, unreadable(one, data), article=one.id))
        else:
            hashes[one] = hashlib.sha256(data).hexdigest()
    return hashes


def _known(inputs: Iterable[Input], last: Last) -> Iterable[tuple[Input, str]]:
    for one in inputs:
        before = last.inputs.get(one.id, {})
        if one.checksum and (before.get("path"), before.get("checksum")) == (one.path, one.checksum):
            yield one, before["sha256"]


def _why(one: Input, sha256: str, last: Last, made_by: str) -> Why:
    before = last.inputs.get(one.id)
    if before is None:
        return "failed before" if any(failure.get("article") == one.id for failure in last.failures) else "new"
    if before.get("sha256") != sha256:
        return "changed"
    return "kaoju or its setup has changed" if last.program != made_by else "lost"
