"""Several works in one note: where one ends and the next begins."""

import pytest

from kaoju.citations import parse_note

WANG = "王逸舟：《当代国际政治析论》，上海人民出版社1995年版，第42页"
QIN = "秦亚青：《国际关系理论》，北京大学出版社2012年版，第188页"
SANDLER = "Todd Sandler, “NATO Burden Sharing,” *Foreign Policy Analysis*, Vol.10, No.1, 2014, pp.43-60"
KEOHANE = "Robert Keohane, *After Hegemony*, Princeton: Princeton University Press, 1984, p. 31"
FOUR = {
    "当代国际政治析论": WANG,
    "国际关系理论": QIN,
    "NATO Burden Sharing": SANDLER,
    "After Hegemony": KEOHANE,
}


@pytest.mark.parametrize(
    ("note", "count"),
    [
        (f"{WANG}；{QIN}。", 2),
        (f"{WANG}。{QIN}。", 2),
        (f"{WANG}、{QIN}。", 2),
        (f"{WANG}。另见{QIN}。", 2),
        (f"{WANG}。不同的看法，参见{QIN}。", 2),
        (f"{WANG}。英文原文见{KEOHANE}.", 2),
        (f"{WANG}，转引自{QIN}。", 2),
        (f"{SANDLER}. See also {KEOHANE}.", 2),
        (f"{SANDLER}. {KEOHANE}.", 2),
        (f"{SANDLER}, and {KEOHANE}.", 2),
        (f"{SANDLER}。中文版参见{QIN}。", 2),
        (f"参见{WANG}；{QIN}；{SANDLER}。", 3),
        # a pointer, a remark
        (f"同上，第3页；{QIN}。", 1),
        (f"{WANG}。又见同上书，第5页。", 1),
        (f"{WANG}。此处的“新常态”指2014年以后的情况。", 1),
        (f"{WANG}。该书作者认为：“美国的衰落”始于1971年。", 1),
        (f"{WANG}。作者认为，《巴黎协定》2015年即已失效。", 1),
        (f"按2019年汇率计算，1美元约合6.9元。参见{WANG}。", 1),
    ],
)
def test_each_work_of_a_note_is_read_by_itself(note, count):
    titles = [cite.title for cite in parse_note(note)]
    printed = {note.index(whole): title for title, whole in FOUR.items() if whole in note}
    assert titles == [printed[at] for at in sorted(printed)]
    assert len(titles) == count


@pytest.mark.parametrize(
    ("note", "titles"),
    [
        ("A. Vale, “One,” *Reuters*, May 1, 2020; B. Hill, “Two,” *Reuters*, May 2, 2020.", ["One", "Two"]),
        ("赵宁：《甲》，载《国际问题研究》2019年第2期；钱岳：《乙》，北京：商务印书馆2011年版。", ["甲", "乙"]),
        # the source that it was taken from is a work cited too
        ("赵宁：《甲》，商务印书馆1935年版，转引自钱岳：《乙》，商务印书馆2011年版，第7页。", ["甲", "乙"]),
        ("赵宁：《甲》，第30页；Ann Vale, Theory of Ports, p. 33.", ["甲", "Theory of Ports"]),
        # a semicolon within a title parts nothing
        ("Ana Prado, “Water; or, the Price,” *Energy Policy*, Vol.4, No.2, 2012, pp.1-3.", ["Water; or, the Price"]),
        (
            "Ana Ruiz, “Rain; and Sun,” *Reuters*, May 3, 2020; 李明：《盐》，《海洋研究》2022年第4期。",
            ["Rain; and Sun", "盐"],
        ),
        # two that issued one work
        (
            "LOWE H. 2017. Ports and Power[M/OL]. Trade Association; Larch Press. https://example.org/a.",
            ["Ports and Power"],
        ),
        # remarks and pointers cite nothing
        ("Hale, op. cit., p. 5.", []),
        ("The World Bank, however, revised this figure in 2020.", []),
        ("GDP of Japan, in constant prices of 2015.", []),
        ("2019年，《国家安全战略》把此列为“优先事项”。", []),
        ("此处“出口”一词沿用赵宁2011年的说法。", []),
        ("这里的“出口”不包括再出口。", []),
        ("The figures exclude re-exports.", []),
        ("Ibid., p. 4.", []),
        ("同上，第5页。", []),
        ("同注③，第9页。", []),
        ("", []),
    ],
)
def test_how_many_works(note: str, titles: list[str]) -> None:
    assert [citation.title for citation in parse_note(note)] == titles


def test_each_of_several_works_keeps_its_own_address() -> None:
    found = parse_note(
        "World Bank, “Rain,” May 3, 2020, https://example.org/a; World Bank, “Sun,” May 4, 2020, https://example.org/b."
    )
    assert [one.url for one in found] == ["https://example.org/a", "https://example.org/b"]
