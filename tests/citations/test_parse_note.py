"""What a note cites, part by part: one line a case, with what it is there for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaoju.citations import Citation, parse_note
from kaoju.citations.plain import plain

CASES = [
    # the form, the note, and the parts that must be read; parts not named are not looked at
    (
        "a news agency makes a piece of news, and italics are its container",
        "Ana Ruiz, “Rains Delay Harvest,” *Reuters*, April 29, 2021, https://example.org/a, accessed May 2, 2021.",
        {
            "type": "article-newspaper",
            "authors": ("Ana Ruiz",),
            "title": "Rains Delay Harvest",
            "container": "Reuters",
            "date": "2021-04-29",
            "url": "https://example.org/a",
            "accessed": "2021-05-02",
        },
    ),
    (
        "a journal with volume, number, year and pages",
        "Ana Ruiz and Tom Hale, “Ports and Power,” *Ocean Politics*, Vol. 18, No. 2, 2019, pp. 211-236.",
        {
            "type": "article-journal",
            "authors": ("Ana Ruiz", "Tom Hale"),
            "volume": "18",
            "issue": "2",
            "pages": "211-236",
            "date": "2019",
        },
    ),
    (
        "a book in italics, its imprint in brackets",
        "Tom Hale, *The Salt Road* (Oxford: Oxford University Press, 2004), p. 31.",
        {
            "type": "book",
            "title": "The Salt Road",
            "place": "Oxford",
            "publisher": "Oxford University Press",
            "date": "2004",
            "pages": "31",
        },
    ),
    (
        "a body with a title in italics and a month is a report",
        "World Bank, *Water and Growth*, June 2020, p. 4.",
        {"type": "report", "authors": ("World Bank",), "title": "Water and Growth", "date": "2020-06", "pages": "4"},
    ),
    (
        "Markdown's escapes are no part of an address",
        "World Bank, “Data on Water,” May 3, 2020, https://example.org/a\\_b\\_c.",
        {"url": "https://example.org/a_b_c", "date": "2020-05-03"},
    ),
    (
        "a link gives its address",
        "World Bank, “Data on Water,” May 3, 2020, [https://example.org/a](https://example.org/a).",
        {"url": "https://example.org/a"},
    ),
    (
        "no mark at all: names, a title, the year in brackets",
        "T. Hale and A. Ruiz, Salt and Grain in the Long Nineteenth Century (2016).",
        {
            "authors": ("T. Hale", "A. Ruiz"),
            "title": "Salt and Grain in the Long Nineteenth Century",
            "date": "2016",
        },
    ),
    (
        "a journal's name may hold a colon and commas",
        "Ana Ruiz, “Salt,” Journal of Grain: Learning, Memory, and Trade, Vol. 28, No. 1, 2002, pp. 162～170.",
        {"container": "Journal of Grain: Learning, Memory, and Trade", "volume": "28", "pages": "162～170"},
    ),
    (
        "a Chinese journal: the issue is none of the pages",
        "李明、王芳：《港口与权力》，载《海洋研究》2022年第4期，第18—37页。",
        {
            "type": "article-journal",
            "authors": ("李明", "王芳"),
            "title": "港口与权力",
            "container": "海洋研究",
            "date": "2022",
            "issue": "4",
            "pages": "18—37",
        },
    ),
    (
        "a book: place and publisher, the translator is no author",
        "[美]黑尔著，李明译：《盐之路》，北京：商务印书馆2004年版，第31页。",
        {"type": "book", "title": "盐之路", "date": "2004", "pages": "31", "publisher": "商务印书馆"},
    ),
    (
        "版 of a newspaper is its page",
        "李明：《雨水推迟收割》，《人民日报》2021年4月29日，第5版。",
        {"type": "article-newspaper", "container": "人民日报", "date": "2021-04-29", "pages": "5"},
    ),
    (
        "years of the Republic are counted from 1911",
        "經濟部：《能源白皮書》，民國112年6月，頁5。",
        {"date": "2023-06", "pages": "5", "title": "能源白皮書"},
    ),
    (
        "the date of access is not that of the work",
        "《中国的能源》，人民网，2020年3月5日，https://example.org/a，访问时间：2021年2月1日。",
        {"date": "2020-03-05", "accessed": "2021-02-01", "url": "https://example.org/a"},
    ),
    (
        "GB/T 7714: a journal",
        "李明, 王芳. 港口与权力[J]. 海洋研究, 2022, 15(4): 66-79.",
        {
            "type": "article-journal",
            "authors": ("李明", "王芳"),
            "title": "港口与权力",
            "container": "海洋研究",
            "volume": "15",
            "issue": "4",
            "pages": "66-79",
        },
    ),
    (
        "GB/T 7714 with the year after the authors",
        "李明, 王芳, 2022. 港口与权力[J]. 海洋研究, 15(4): 66-79.",
        {"authors": ("李明", "王芳"), "title": "港口与权力", "container": "海洋研究", "date": "2022", "volume": "15"},
    ),
    (
        "full-width signs mean what the narrow ones do",
        "李明．港口与权力［M］．北京：海洋出版社，2022：66．",
        {"type": "book", "title": "港口与权力", "publisher": "海洋出版社", "place": "北京", "pages": "66"},
    ),
    (
        "an edition is no publisher",
        "HALE T, RUIZ A. The salt road[M]. 2nd ed. Oxford: Salt Press, 2004: 3.",
        {"authors": ("HALE T", "RUIZ A"), "title": "The salt road", "publisher": "Salt Press", "pages": "3"},
    ),
    (
        "initials behind a surname end the authors",
        "Hale T R. The salt road[D]. Berkeley: University of California, 1965: 15.",
        {"type": "thesis", "authors": ("Hale T R",), "title": "The salt road", "date": "1965"},
    ),
    (
        "a chapter: the editor of the book is not its title",
        "李明. 盐税考[M]//王芳. 海洋史论. 北京: 海洋出版社, 1994: 110.",
        {"type": "chapter", "title": "盐税考", "container": "海洋史论", "publisher": "海洋出版社", "pages": "110"},
    ),
    (
        "stops in an abbreviation end no publisher",
        "U.S. Treasury. Clean Energy[R]. Washington, D.C.: U.S. Treasury, 2023: 4.",
        {"type": "report", "publisher": "U.S. Treasury", "date": "2023", "pages": "4"},
    ),
    (
        "a page on the web: the day of its issue, and that of access",
        "李明. 雨水[EB/OL]. (2018-12-01)[2022-05-03]. http://example.org/a.htm.",
        {"type": "webpage", "date": "2018-12-01", "accessed": "2022-05-03", "url": "http://example.org/a.htm"},
    ),
]

NO_CITATION = [
    ("a pointer", "Ibid., p. 5."),
    ("a pointer", "同上，第5页。"),
    ("a pointer by number", "同注②，第5页。"),
    ("a pointer by author", "Hale, op. cit., p. 5."),
    ("a remark", "此处的数字不含港澳台地区。"),
    ("a remark with a year", "The World Bank, however, revised this figure in 2020."),
    ("a remark of names and a year", "GDP of Japan, in constant prices of 2015."),
    ("nothing", ""),
]


@pytest.mark.parametrize(("reason", "note", "parts"), CASES, ids=[case[0] for case in CASES])
def test_a_note_is_read_part_by_part(reason: str, note: str, parts: dict[str, object]) -> None:
    found = parse_note(note)
    assert len(found) == 1
    assert {name: getattr(found[0], name) for name in parts} == parts


@pytest.mark.parametrize(("reason", "note"), NO_CITATION)
def test_pointers_and_remarks_cite_nothing(reason: str, note: str) -> None:
    assert parse_note(note) == []


def test_semicolons_part_works_but_not_titles() -> None:
    found = parse_note("Ana Ruiz, “Rain; and Sun,” *Reuters*, May 3, 2020; 李明：《盐》，《海洋研究》2022年第4期。")
    assert [one.title for one in found] == ["Rain; and Sun", "盐"]


def test_each_of_several_works_keeps_its_own_address() -> None:
    found = parse_note(
        "World Bank, “Rain,” May 3, 2020, https://example.org/a; World Bank, “Sun,” May 4, 2020, https://example.org/b."
    )
    assert [one.url for one in found] == ["https://example.org/a", "https://example.org/b"]


def test_what_is_quoted_from_another_work_cites_both() -> None:
    found = parse_note(
        "Tom Hale, *The Salt Road*, Oxford: Salt Press, 2004, p. 3，转引自李明：《盐税考》，《海洋研究》2022年第4期。"
    )
    assert [one.title for one in found] == ["The Salt Road", "盐税考"]


PIECES = st.sampled_from(
    [
        "李明",
        "：",
        "《",
        "》",
        "“",
        "”",
        "，",
        "2020年",
        "第5页",
        ". ",
        "[J]",
        "//",
        "*",
        "Vol. 3",
        "http://a.b/c",
        "; ",
        "Ruiz A",
    ]
)


@given(st.text(max_size=80) | st.lists(PIECES, max_size=14).map("".join))
def test_whatever_is_read_stands_in_the_note(note: str) -> None:
    found = parse_note(note)
    assert found == parse_note(note)
    # titles stand around an address that is taken out, the address itself stands in the note
    here = _letters(plain(note).text)
    for citation in found:
        for part in _printed(citation):
            assert _letters(part) in here
        assert _letters(citation.url or "") in _letters(note)


def _printed(citation: Citation) -> list[str]:
    """The parts that are given as printed; dates are given in a form of their own."""
    single = (citation.title, citation.container, citation.pages, citation.publisher)
    return [part for part in (*citation.authors, *single) if part]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize(
    "sign", ["1", "亿", ",", "(", "[", "“", "《", "*", ";", " ", "A. ", "see ", "《“", "http://a.b/ "]
)
def test_a_note_of_one_sign_over_and_over_is_read_at_once(sign: str) -> None:
    # a reader whose time grew with the square of the note would not end
    parse_note(sign * (200_000 // len(sign)))
