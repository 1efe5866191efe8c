"""What a citation prints that tells what kind of work it is of."""

from __future__ import annotations

from csv import QUOTE_NONE, DictReader
from importlib import resources

import pytest

from kaoju.citations import parse_note


def _rows() -> list[dict[str, str]]:
    with (resources.files("kaoju.citations") / "signs.tsv").open(encoding="utf-8") as file:
        return list(DictReader(file, delimiter="\t", quoting=QUOTE_NONE))


def _type(note: str) -> str | None:
    (cite,) = parse_note(note)
    return cite.type


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['type']} by its {row['where']}")
def test_each_sign_tells_the_type_of_its_example(row: dict[str, str]) -> None:
    assert row["where"] in ("said", "host", "address", "title")
    assert _type(row["example"]) == row["type"]


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        # what a numbered issue of a journal holds is an article, whatever the words
        (
            "Nora Lowe, “A Database of Ports,” Journal of Data Archives, Vol. 3, No. 2, 2019, pp. 1-9.",
            "article-journal",
        ),
        ("周正：《一种港口装卸车的设计》，《海洋工程》2019年第3期，第12页。", "article-journal"),
        # what a press prints is a book
        ("周正：《港口数据库》，海宁大学出版社2019年版，第12页。", "book"),
        ("Nora Lowe, The Map Database (London: Larch Press, 2019), p. 12.", "book"),
        # an encyclopedia itself is a book, a film held by a series an episode
        ("《海宁大百科全书》，海宁出版社1993年版，第12页。", "book"),
        ("“Harvest,” in The Coast, Larch Pictures, 2017.", "broadcast"),
        # the radio's news of a day are news
        ("Nora Lowe, “Ports Open,” NPR, March 2, 2019.", "article-newspaper"),
    ],
)
def test_a_sign_does_not_tell_against_what_a_work_is_in(note: str, kind: str) -> None:
    assert _type(note) == kind
