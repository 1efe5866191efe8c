"""What a run leaves where its results go: the rows of each article as soon as it is done, and the results all at once
at the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from kaoju.errors import OutputError
from kaoju.places import Place, read_all
from kaoju.running.groups import Article, Group, divided, from_bytes, joined, key_of, to_bytes
from kaoju.running.inputs import Failure
from kaoju.running.limits import Limits
from kaoju.running.parts import Part, from_part, is_whole
from kaoju.schemas import SCHEMAS

RESULTS = (*(f"tables/{name}.parquet" for name in SCHEMAS), "claims.csv", "summary.md")
# failures that other limits may end
_LIMITED = frozenset({"time", "memory", "died"})


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a run, on this machine or in a store elsewhere.

    ``done/`` holds the part of each article under a key made from all that it depends on, so that a run that was cut
    off goes on where it was; ``joined/`` what groups of them come to, under a key made from theirs; ``failed/`` why an
    article was set aside; ``ready/`` holds results that are whole, whence they take the place of the old ones.
    """

    out: Place

    def open(self) -> None:
        """Makes the folder ready: ends what a run that was killed while it put its results in place had begun."""
        self._put_in_place()

    def kept(self) -> set[str]:
        """The keys of the parts that are there, whole. Those of which the store keeps a checksum are."""
        found = {name: entry for name, entry in (self.out / "done").files().items() if name.endswith(".part")}
        unsure = [name for name, entry in found.items() if not entry.checksum]
        read = read_all(self.out / "done" / name for name in unsure)
        spoilt = {name for name, part in zip(unsure, read, strict=True) if not _is_whole(part)}
        return {PurePosixPath(name).stem for name in found if name not in spoilt}

    def put(self, key: str, part: bytes) -> None:
        """Keeps an article's part."""
        self._part(key).write(part)

    def forget_joined(self) -> None:
        """Has all parts joined anew, whatever they came to before."""
        (self.out / "joined").clear()

    def put_failure(self, key: str, failure: Failure, limits: Limits) -> None:
        """Sets an article aside."""
        self._failed(key).write(json.dumps([asdict(failure), asdict(limits)]).encode())

    def failures(self, limits: Limits) -> dict[str, Failure]:
        """Why articles were set aside, by their keys; those that may now take more are not among them."""
        names = list((self.out / "failed").files())
        read = zip(names, read_all(self.out / "failed" / name for name in names), strict=True)
        found = {PurePosixPath(name).stem: _failure(said, limits) for name, said in read}
        return {key: failure for key, failure in found.items() if failure}

    def groups(self, articles: Iterable[Article]) -> Iterator[Group]:
        """The tables of articles, given by their ids with the keys of their parts, a row group of them at a time: the
        next is read while one is used."""
        coming: Future[Group] | None = None
        with ThreadPoolExecutor(1) as thread:
            for group in divided(articles):
                following = thread.submit(self._group, [key for _, key in group])
                if coming:
                    yield coming.result()
                coming = following
            if coming:
                yield coming.result()

    def _group(self, keys: Sequence[str]) -> Group:
        """The tables of the articles under the keys: as the last run joined them, or joined and kept for the next."""
        kept = self._joined(keys)
        try:
            data = kept.read()
        except FileNotFoundError:
            data = b""
        if is_whole(data):
            return from_bytes(data)
        read = zip(keys, read_all(map(self._part, keys)), strict=True)
        group = joined(self._tables(key, part) for key, part in read)
        kept.write(to_bytes(group))
        return group

    def _tables(self, key: str, part: bytes | OSError) -> Part:
        if not isinstance(part, bytes) or not is_whole(part):
            self._part(key).remove()
            raise OutputError(f"{self._part(key)}: vanished or was altered while the run went on; run again")
        return from_part(part)

    def _joined(self, keys: Sequence[str]) -> Place:
        return self.out / "joined" / f"{key_of(keys)}.arrows"

    def _part(self, key: str) -> Place:
        return self.out / "done" / key[:2] / f"{key}.part"  # no folder with as many files as there are articles

    def _failed(self, key: str) -> Place:
        return self.out / "failed" / f"{key}.json"

    def last_manifest(self) -> dict[str, Any]:
        """The manifest of the results that are in place; empty where there are none, or it cannot be read."""
        return _manifest(self.out / "manifest.json")

    def checksums(self) -> dict[str, str]:
        """What tells of every file of the results in place whether it is as it was, by name; what cannot be read is
        left out."""
        return {name: checksum for name in RESULTS if (checksum := (self.out / name).checksum())}

    def commit(self, made: Path, manifest: dict[str, Any]) -> None:
        """Puts the new results in place of the old, all at once: they are the results from the moment at which their
        manifest is ``ready``, and a run that is killed before they stand where readers look is finished by the next."""
        written = json.dumps(manifest, ensure_ascii=False, indent=1)
        (made / "manifest.json").write_text(written, encoding="utf-8", errors="replace")
        for name in (*RESULTS, "manifest.json"):
            (self._ready / name).take(made / name)
        self._put_in_place()

    @property
    def _ready(self) -> Place:
        return self.out / "ready"

    def _put_in_place(self) -> None:
        """Moves results that are ready. The manifest goes first and comes last: without one, they are not whole."""
        if said := _manifest(self._ready / "manifest.json"):
            (self.out / "manifest.json").remove()
            for name in self._ready.files().keys() & set(RESULTS):  # the others were moved before a run was killed
                (self._ready / name).move(self.out / name)
            for name in (self.out / "tables").files():
                if f"tables/{name}" not in RESULTS:  # another version's
                    (self.out / "tables" / name).remove()
            said["files"] = self.checksums()
            written = json.dumps(said, ensure_ascii=False, indent=1)
            (self.out / "manifest.json").write(written.encode(errors="replace"))
        self._ready.clear()

    def forget_all_but(self, keys: Iterable[str], in_tables: Iterable[Article]) -> None:
        """Removes what is kept of articles that are gone or have changed, and of other versions of kaoju: all but what
        the keys of articles tell of, and those of the articles that are in the tables."""
        known = list(keys)
        groups = [self._joined([key for _, key in group]) for group in divided(in_tables)]
        kept = {"done": map(self._part, known), "failed": map(self._failed, known), "joined": groups}
        for folder, places in kept.items():
            names = {str(place) for place in places}
            for name in (self.out / folder).files():
                if str(path := self.out / folder / name) not in names:
                    path.remove()


def _is_whole(part: bytes | OSError) -> bool:
    return isinstance(part, bytes) and is_whole(part)


def _failure(said: bytes | OSError, limits: Limits) -> Failure | None:
    """Why an article was set aside; None where other limits may let it through, or it cannot be told."""
    try:
        told, under = json.loads(said if isinstance(said, bytes) else b"")
        failure = Failure(**told)
    except (ValueError, TypeError):
        return None
    return None if failure.kind in _LIMITED and under != asdict(limits) else failure


def _manifest(place: Place) -> dict[str, Any]:
    try:
        said = json.loads(place.read())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
