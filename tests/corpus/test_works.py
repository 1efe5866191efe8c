"""A work cited twice is one work, however shortly; two works are two, however alike."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from kaoju.corpus.works import works
from kaoju.schemas import SCHEMAS

FIELDS = [name for name in SCHEMAS["citations"].names if name not in ("article", "note", "position")]
SCHOTT = {"authors": ["Jeffrey Schott", "Euijin Jung"], "title": "18–22 KORUS Amendments", "date": "2018-03-28"}
WANG = {"authors": ["王逸舟"], "title": "当代国际政治析论", "publisher": "上海人民出版社", "date": "1995"}


def table(*cited: dict[str, Any], same_as: dict[int, int] | None = None) -> pd.DataFrame:
    """The works of citations, the first in note 1 of article ``a`` and so on; a field ``at`` puts one elsewhere."""
    rows = [
        {"article": "a", "note": number, **dict.fromkeys(FIELDS), "authors": [], **cite}
        for number, cite in enumerate(cited, start=1)
    ]
    back = [{"article": "a", "note": note, "same_as": of} for note, of in (same_as or {}).items()]
    return works(pd.DataFrame(rows), pd.DataFrame(back, columns=["article", "note", "same_as"]))


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (SCHOTT, {"authors": ["Schott", "Jung"], "title": "18–22 KORUS Amendments"}, "surnames alone, no date"),
        (SCHOTT, {**SCHOTT, "title": "18-22 KORUS amendments"}, "another hyphen, another case"),
        (WANG, {"authors": ["王逸舟"], "title": "當代國際政治析論"}, "the other script"),
        (WANG, {"title": "当代国际政治析论", "pages": "42"}, "a short title without its author"),
        (
            {"authors": ["Robert Lighthizer"], "title": "No Trade Is Free: Changing Course", "date": "2023"},
            {"authors": ["Lighthizer"], "title": "No Trade Is Free"},
            "without its subtitle",
        ),
        (WANG, {**WANG, "article": "b"}, "in another article"),
        (
            SCHOTT,
            {**SCHOTT, "authors": ["SCHOTT J", "JUNG E"], "date": "2018"},
            "surnames first, as GB/T 7714 has them",
        ),
        (SCHOTT, {**SCHOTT, "authors": ["Schott Jeffrey"], "date": None}, "a whole name, surname first"),
        (
            {"authors": ["[美]约翰·米尔斯海默"], "title": "大国政治的悲剧", "date": "2008"},
            {"authors": ["米尔斯海默"], "title": "大国政治的悲剧"},
            "a name spelt out in Chinese, in part",
        ),
    ],
)
def test_one_work(first, second, why):
    found = table(first, second)
    assert list(found.title) == [first["title"]], why
    assert list(found.cited) == [2]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (WANG, {**WANG, "date": "2003"}, "another edition"),
        (WANG, {**WANG, "authors": ["李明"]}, "another author"),
        ({"title": "前言", "date": "1995"}, {"title": "前言", "date": "1995"}, "everybody's title"),
        (
            {"authors": ["John Smith"], "title": "China and Africa: Trade"},
            {"authors": ["Mary Jones"], "title": "China and Africa: Aid"},
            "the same main title by another",
        ),
        (
            {"authors": ["Mary Jones"], "title": "China and Africa: Trade", "date": "2010"},
            {"authors": ["Mary Jones"], "title": "China and Africa: Aid", "date": "2010"},
            "another subtitle by the same",
        ),
        (
            {"authors": ["外交部"], "title": "发言人主持例行记者会", "date": "2020-03-01"},
            {"authors": ["外交部"], "title": "发言人主持例行记者会", "date": "2020-03-05"},
            "another day",
        ),
        (
            {"type": "book", "authors": ["邓小平"], "title": "邓小平文选", "volume": "2", "date": "1994"},
            {"type": "book", "authors": ["邓小平"], "title": "邓小平文选", "volume": "3", "date": "1994"},
            "another volume",
        ),
        ({"container": "Reuters", "date": "2020-05-01"}, {"container": "Reuters", "date": "2020-05-02"}, "no titles"),
    ],
)
def test_two_works(first, second, why):
    assert all(table(first, second).cited == 1), why


def test_notes_that_only_point_back_count_and_are_named():
    found = table(WANG, SCHOTT, same_as={3: 1, 4: 1})
    assert list(found.title) == [WANG["title"], SCHOTT["title"]]
    assert list(found.cited) == [3, 1]
    assert list(found.cited_in[0]) == ["a#1", "a#3", "a#4"]


def test_a_short_title_that_two_works_have_is_of_neither():
    past, future = ({"authors": ["赵宁"], "title": f"中国经济：{what}", "date": "2010"} for what in ("过去", "未来"))
    assert list(table(past, future, {"authors": ["赵宁"], "title": "中国经济"}).cited) == [1, 1, 1]


def test_a_short_title_counts_for_the_note_that_it_repeats():
    found = table(SCHOTT, {"authors": ["Schott"], "title": "KORUS Amendments"}, same_as={2: 1})
    assert list(found.cited_in[0]) == ["a#1", "a#2"]


def test_the_fullest_citation_describes_a_work():
    found = table({"authors": ["王逸舟"], "title": "当代国际政治析论"}, WANG)
    assert found.publisher[0] == "上海人民出版社"


def test_an_id_is_the_same_whatever_else_is_cited():
    assert set(table(WANG).work) < set(table(SCHOTT, WANG).work)
