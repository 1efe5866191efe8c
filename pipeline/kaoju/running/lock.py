"""Two runs into one folder are kept apart."""

from __future__ import annotations

import os
import socket
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from kaoju.errors import OutputError, StoreError, not_written
from kaoju.places import Folder, Place

# the system keeps processes apart, not the threads of one
_HELD: set[Path] = set()
# a lease that has not been renewed for so many seconds is a dead run's
LEASE = 60.0

StillHeld = Callable[[], None]


@contextmanager
def only_run(out: Place) -> Iterator[StillHeld]:
    """Holds a folder for this process, by a lock that the system lets go of when the process ends, however it ends; in
    a store elsewhere, which knows of no processes, by a lease. What it gives raises where the folder is held no more.

    Raises:
        OutputError: another process is at it, or it cannot be written.
    """
    with _locked(out) if isinstance(out, Folder) else _leased(out) as still_held:
        yield still_held


@contextmanager
def _locked(out: Folder) -> Iterator[StillHeld]:
    path = Path(out.path)
    place = path.resolve()
    if place in _HELD:
        raise _taken(out, str(os.getpid()))
    try:
        path.mkdir(parents=True, exist_ok=True)
        file = (path / "lock").open("a+", encoding="ascii")
    except OSError as error:
        raise not_written(out, error) from error
    with file:
        if not _lock(file.fileno()):
            file.seek(0)
            raise _taken(out, file.read().strip() or "unknown")
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        _HELD.add(place)
        try:
            yield lambda: None
        finally:
            _HELD.discard(place)


def _taken(out: Place, process: str) -> OutputError:
    return OutputError(f"{out}: another run is writing here (process {process}); wait for it or choose another folder")


def _lock(descriptor: int) -> bool:
    """Takes the lock of a file where it is free. Such a lock is not handed on to the processes that a run forks, so
    that none of them can hold it after the run."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        take = (msvcrt.locking, descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        take = (fcntl.lockf, descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        take[0](*take[1:])
    except OSError:
        return False
    return True


@contextmanager
def _leased(out: Place) -> Iterator[StillHeld]:
    """Holds a folder in a store: by the highest of its ``leases``, a file that is put there only where none of its name
    is, and again and again while the run goes on. No clocks are compared."""
    try:
        lease = _take(out)
    except FileNotFoundError as error:
        raise StoreError(f"{out}: the store has no such bucket ({error}); make it or check the address") from error
    ended, lost = Event(), Event()
    renewing = Thread(target=_renew, args=(lease, ended, lost), daemon=True)
    renewing.start()

    def still_held() -> None:
        if lost.is_set() or _leases(out)[-1:] != [lease.name]:
            raise OutputError(f"{out}: another run took this folder while this one stood still; run again")

    try:
        yield still_held
    finally:
        ended.set()
        renewing.join()
        if not lost.is_set():
            lease.remove()


def _take(out: Place) -> Place:
    """A lease of one's own, once that of another run, if there is one, has shown no sign of life."""
    before = _leases(out)
    if before:
        _watch(out, out / "leases" / before[-1])
    mine = out / "leases" / f"{int(before[-1]) + 1 if before else 1:08}"
    try:
        mine.create(_sign())
    except FileExistsError as error:
        raise _taken(out, _holder(mine)) from error
    others = [name for name in _leases(out) if name not in before and name != mine.name]
    if others:
        mine.remove()
        raise _taken(out, _holder(out / "leases" / others[-1]))
    for name in before:
        (out / "leases" / name).remove()
    return mine


def _watch(out: Place, lease: Place) -> None:
    """Waits for as long as a dead run's lease counts.

    Raises:
        OutputError: it was renewed: the run that holds it is alive.
    """
    seen, until = lease.checksum(), time.monotonic() + LEASE
    now = seen
    while now and time.monotonic() < until:
        time.sleep(LEASE / 12)
        now = lease.checksum()
        if now and now != seen:
            raise _taken(out, _holder(lease))


def _renew(lease: Place, ended: Event, lost: Event) -> None:
    last = time.monotonic()
    while not ended.wait(LEASE / 6):
        try:
            if lease.entry() is None:  # taken over
                break
            lease.write(_sign())
            last = time.monotonic()
        except StoreError:
            if time.monotonic() - last > LEASE:
                break
    else:
        return
    lost.set()


def _sign() -> bytes:
    """Whose lease it is, and a sign of life that is another each time."""
    return f"{os.getpid()} on {socket.gethostname()}\n{uuid.uuid4().hex}\n".encode()


def _holder(lease: Place) -> str:
    try:
        return lease.read().decode().splitlines()[0]
    except (OSError, ValueError, IndexError):
        return "unknown"


def _leases(out: Place) -> list[str]:
    return sorted(name for name in (out / "leases").files() if name.isdecimal())
