"""Other readers' own test cases, read as this project reads figures; peers/README.md says where they come from."""

from __future__ import annotations

from csv import QUOTE_NONE, DictReader
from pathlib import Path

import pytest

from kaoju.figures import Figure, find_figures


def cases() -> list[tuple[str, str]]:
    found = []
    for path in sorted((Path(__file__).parent / "peers").glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            found += [(row["text"], row["figures"]) for row in DictReader(file, delimiter="\t", quoting=QUOTE_NONE)]
    return found


@pytest.mark.parametrize(("text", "expected"), cases())
def test_what_other_readers_are_tested_on_is_read(text: str, expected: str) -> None:
    # plain counts are no business of theirs
    assert " | ".join(told(figure) for figure in find_figures(text) if figure.kind != "QUANTITY") == expected


def told(figure: Figure) -> str:
    return " ".join([number(figure.low), number(figure.high), figure.unit, figure.approx or ""]).rstrip()


def number(value: float | None) -> str:
    return "-" if value is None else f"{value:.16g}" if abs(value) < 1e15 else f"{value:.0f}"


def test_there_are_cases() -> None:
    assert len(cases()) > 200
