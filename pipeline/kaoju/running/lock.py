"""Two runs into one folder are kept apart."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kaoju.errors import OutputError

# the system keeps processes apart, not the threads of one
_HELD: set[Path] = set()


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Holds a folder for this process; the system lets go of it when the process ends, however it ends.

    Raises:
        OutputError: another process is at it, or it cannot be written.
    """
    place = out.resolve()
    if place in _HELD:
        raise _taken(out, str(os.getpid()))
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = (out / "lock").open("a+", encoding="ascii")
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); choose another folder") from error
    with file:
        if not _locked(file.fileno()):
            file.seek(0)
            raise _taken(out, file.read().strip() or "unknown")
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        _HELD.add(place)
        try:
            yield
        finally:
            _HELD.discard(place)


def _taken(out: Path, process: str) -> OutputError:
    return OutputError(f"{out}: another run is writing here (process {process}); wait for it or choose another folder")


def _locked(descriptor: int) -> bool:
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
