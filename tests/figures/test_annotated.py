"""Whole sentences in the manner of newspapers, bulletins, central banks, yearbooks, laws and histories, of the mainland,
Taiwan, Hong Kong and Singapore, annotated before they were read; exercises, what they state is not meant."""

from __future__ import annotations

from csv import QUOTE_NONE, DictReader
from pathlib import Path

import pytest

from kaoju.figures import Figure, find_figures


def sentences() -> list[tuple[str, str]]:
    with (Path(__file__).parent / "sentences.tsv").open(encoding="utf-8") as file:
        return [(row["text"], row["figures"]) for row in DictReader(file, delimiter="\t", quoting=QUOTE_NONE)]


@pytest.mark.parametrize(("text", "expected"), sentences())
def test_every_figure_of_a_sentence_is_read_and_no_other(text: str, expected: str) -> None:
    assert " | ".join(map(told, find_figures(text))) == expected


def told(figure: Figure) -> str:
    """A figure as the table has it: its characters, kind, low, high, unit and bound."""
    ends = (number(figure.low), number(figure.high))
    return " ".join([figure.text, figure.kind, *ends, figure.unit, figure.approx or "-"])


def number(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def test_there_are_sentences() -> None:
    assert len(sentences()) > 200
