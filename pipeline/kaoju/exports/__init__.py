"""The works of a run for reference managers: CSL-JSON, biblatex, RIS."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kaoju.errors import KaojuError
from kaoju.exports.biblatex import to_biblatex
from kaoju.exports.csl import Item, csl_item, to_json
from kaoju.exports.ris import to_ris
from kaoju.places import Place, place

FORMATS: dict[str, Callable[[Iterable[Item]], str]] = {"csl": to_json, "biblatex": to_biblatex, "ris": to_ris}


def export(out: str | Path, form: str) -> str:
    """The works of the run in ``out``, a folder here or in a store, in one of ``FORMATS``, as the text of a file.

    Raises:
        KaojuError: no such format, or the folder holds no run.
    """
    if form not in FORMATS:
        raise KaojuError(f"{form}: no such format; choose one of {', '.join(FORMATS)}")
    return FORMATS[form](csl_item(work) for work in _works(place(out)))


def _works(out: Place) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = out / "tables" / "works.parquet"
    try:
        rows: list[dict[str, Any]] = pq.read_table(pa.BufferReader(path.read())).to_pylist()
    except FileNotFoundError as error:
        raise KaojuError(f"{out}: holds no results; give the folder that kaoju run -o has written") from error
    except (OSError, pa.ArrowException) as error:
        raise KaojuError(f"{path}: cannot be read ({error}); run kaoju again") from error
    return rows
