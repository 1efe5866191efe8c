"""Remarks cite nothing, though they name works, put words in quotes, and tell years."""

import pytest
from opencc import OpenCC

from kaoju.citations import parse_note

REMARKS = [
    # what goes on behind a title as a sentence does
    "《防御条约》于1953年10月1日签署，1954年11月17日生效。",
    "《伙伴关系协定》（TPP）的谈判始于2010年3月。",
    "“印太经济框架”（IPEF）于2022年5月23日在东京启动，有14个创始成员。",
    "所谓“安倍经济学”，系指2012年底安倍再度执政后推出的宽松政策。",
    "需要指出的是，“印太”概念在2010年前后即已出现。",
    "《晨报》2018年5月曾披露此事，但白宫予以否认。",
    "如1994年《框架协议》和2005年《共同声明》。",
    "以《制裁法》和《阻断办法》为代表，2021年以来中国的涉外立法明显加快。",
    "“海湖会晤”指2017年4月6日至7日的会晤。",
    "《原子能协定》2015年修订后，韩国获得有限的浓缩权。",
    "韩国学者多称其为“防卫费分担金”，日本则称“同情预算”，始于1978年。",
    "文在寅在2019年新年记者会上称：“美军驻韩与半岛无核化无关。”",
    # what stands before it
    "2019年2月10日，两国草签第十份《特别措施协定》，有效期一年。",
    "到2020年为止，《特别措施协定》共续签十次。",
    "按照《武装力量管理法》，2018财年起驻军不得少于22000人。",
    # what the author did
    "笔者根据《中国统计年鉴2020》计算。",
    "此处数据系作者根据国防部历年《国防白皮书》计算得出：9.23÷8.5≈1.086。",
    "笔者对外交部官员的访谈，首尔，2019年5月12日。",
]
ENGLISH = [
    "Author’s interview with a former official of the Ministry, Seoul, May 12, 2019.",
    "The “Guam Doctrine” was announced on Guam on July 25, 1969.",
    "The two governments signed the first agreement on special measures in 1991.",
    "The author is grateful to two reviewers for comments on the draft of March 2020.",
    "As the minister put it, “We will not yield to pressure,” and the talks ended in May 2018.",
    "In the minister’s view, “the pact is a matter of survival,” p. 3 of the draft said.",
    "As one diplomat put it, “The devil is in the details,” pp. 3-4.",
]


@pytest.mark.parametrize("remark", REMARKS + ENGLISH)
def test_a_remark_cites_nothing(remark: str) -> None:
    assert parse_note(remark) == []


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_in_traditional_characters_cites_nothing(remark: str) -> None:
    assert parse_note(OpenCC("s2t").convert(remark)) == []


@pytest.mark.parametrize(
    "work",
    [
        "White House, *National Security Strategy*, December 2017, p. 25.",
        "李宁：《制度之战》，中信出版社2017年版，第3页。",
    ],
)
@pytest.mark.parametrize(
    "remark",
    [
        "该报告将中国定性为“战略竞争者”。",
        "此处“韬光养晦”为概括。",
        " The author counts sixteen cases.",
        "译文由笔者自译。",
    ],
)
def test_a_remark_behind_a_citation_is_none_of_it(work: str, remark: str) -> None:
    assert parse_note(work + remark) == parse_note(work)


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("《关于贸易摩擦的事实与中方立场》白皮书，人民出版社2018年版。", "关于贸易摩擦的事实与中方立场"),
        ("李巍：《制度之战》，即将出版，中信出版社2018年。", "制度之战"),
        ("《外贸形势》对外贸易出版社1984年版，第3页。", "外贸形势"),
        ("根据《统计年鉴2020》，中国统计出版社2020年版，第3页。", "统计年鉴2020"),
        ("赵汀：《天下概念与“世界”的制度》，新世界出版社2007年版，第3页。", "天下概念与“世界”的制度"),
        ("舒仁，《东都事略与宋史比较研究》。北京：商务，2007年。", "东都事略与宋史比较研究"),
        (
            "Cooper, G. F. (1990). The complexity of networks. *Artificial Minds*, 42(2), 393-405.",
            "The complexity of networks",
        ),
        ("《中美联合公报》，《人民日报》1972年2月28日，第1版。", "中美联合公报"),
        ("《海洋公约》第121条第3款。", "海洋公约"),
        ("Joe Smith, “Deal,” *Survival*, vol. 66, no. 1.", "Deal"),
        ("Joe Smith, “Deal,” *International Security* (forthcoming).", "Deal"),
    ],
)
def test_a_citation_without_year_or_pages_is_one(note: str, title: str) -> None:
    assert [cite.title for cite in parse_note(note)] == [title]
