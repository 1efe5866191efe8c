"""What a run made from what, told to an OpenLineage collector (https://openlineage.io) where one is configured, by
``OPENLINEAGE_URL`` or an ``openlineage.yml``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kaoju.places import Place
from kaoju.running.inputs import Input
from kaoju.running.manifest import Last

if TYPE_CHECKING:
    from openlineage.client import OpenLineageClient

_HELP = "the run is not affected; check OPENLINEAGE_URL or openlineage.yml"


@dataclass(slots=True)
class Trace:
    """A run that a collector is told of; what it ``made``, once it has; ``warnings`` where telling fails."""

    client: OpenLineageClient
    run: str
    out: Place
    inputs: Sequence[Input]
    warnings: list[str]
    made: Last = field(default_factory=Last)

    def tell(self, state: str, error: BaseException | None = None) -> None:
        """Sends an event."""
        try:
            from kaoju.running.events import run_event  # noqa: PLC0415

            event = run_event(state, self.run, out=self.out, inputs=self.inputs, made=self.made, error=error)
            self.client.emit(event)
        except Exception as failed:  # each transport has errors of its own
            self.warnings.append(f"{state} was not told to the OpenLineage collector ({failed}); {_HELP}")


@contextmanager
def traced(out: Place, inputs: Sequence[Input], warnings: list[str]) -> Iterator[Trace | None]:
    """Tells of a run's start and of its end, COMPLETE, FAIL or ABORT; None where no collector is configured.

    The run never fails for it: what cannot be told is a warning.
    """
    trace = _trace(out, inputs, warnings) if _is_configured() else None
    if trace is None:
        yield None
        return
    trace.tell("START")
    try:
        yield trace
    except BaseException as error:
        trace.tell("FAIL" if isinstance(error, Exception) else "ABORT", error)
        raise
    trace.tell("COMPLETE")


def _is_configured() -> bool:
    """Where OpenLineage's own client would look."""
    files = (Path("openlineage.yml"), Path("~/.openlineage/openlineage.yml").expanduser())
    named = any(name.startswith(("OPENLINEAGE_URL", "OPENLINEAGE_CONFIG", "OPENLINEAGE__")) for name in os.environ)
    return named or any(file.is_file() for file in files)


def _trace(out: Place, inputs: Sequence[Input], warnings: list[str]) -> Trace | None:
    try:
        from openlineage.client import OpenLineageClient  # noqa: PLC0415
        from openlineage.client.uuid import generate_new_uuid  # noqa: PLC0415

        return Trace(OpenLineageClient(), str(generate_new_uuid()), out, inputs, warnings)
    except ImportError:
        warnings.append(f"OpenLineage's client is not installed: pip install 'kaoju[lineage]'; {_HELP}")
    except Exception as error:  # a config may be wrong in many ways
        warnings.append(f"OpenLineage's client cannot be made ({error}); {_HELP}")
    return None
