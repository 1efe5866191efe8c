"""The words that lead to a work, and the label of a note, are no part of a citation."""

import pytest
from opencc import OpenCC

from kaoju.citations import parse_note

QIN = "秦亚青：《关系与过程》，上海人民出版社2012年版，第23页。"
BREZINSKI = "[美]兹比格纽·布热津斯基：《大棋局》，上海人民出版社1998年版，第3页。"
CHA = "Victor D. Cha, “Abandonment and Entrapment,” *World Politics*, Vol. 44, No. 2, 2000, pp. 261-291."
COPELAND = "Dale Copeland, *The Origins of Major War*, Ithaca: Cornell University Press, 2000, p. 4."

LEADS = [
    # 参见 and the like, behind prose of any length
    "参见",
    "对此的批评，参见",
    "相关论述，可参阅",
    "有关该问题的讨论，详见",
    "近年来的新进展，请参阅",
    "这一概念最早由这些学者提出，参见",
    "学界对“软制衡”的批评，另见",
    "“战略三角”的提法见于",
    # 见, 如, 有 behind a comma, or behind words of what is said
    "对此的批评，见",
    "韩国学界的讨论，如",
    "但也有不同意见，如",
    "国内的研究成果，主要有：",
    "原文见",
    # a colon
    "国内学者的代表性研究有：",
    "国外的研究，可参看以下文献：",
    "数据来源：",
    "资料来源：",
    # words that are no name
    "对“不对称相互依赖”的经典阐述见",
    "最早系统研究这一问题的著作是",
    # a sentence
    "有学者认为，“权力转移未必导致战争”。参见",
    "布热津斯基称之为“战略三角”。",
    "2018年分担金为9602亿韩元，2019年为1.0389万亿韩元。数据来源：",
]
ENGLISH = [
    "See ",
    "On this debate, see also ",
    "For a dissenting view, see ",
    "Several scholars have questioned this view; see, for example, ",
    "Recent studies include ",
    "The classic statement is ",
    "Data source: ",
    "There is a large literature on this. See especially ",
    "These figures are taken from ",
    "As Waltz put it, “states seek to ensure their survival.” ",
]


@pytest.mark.parametrize("work", [QIN, BREZINSKI, CHA, COPELAND])
@pytest.mark.parametrize("lead", LEADS)
def test_words_that_lead_to_a_work_are_none_of_it(lead: str, work: str) -> None:
    assert parse_note(lead + work) == parse_note(work)


@pytest.mark.parametrize("work", [CHA, COPELAND])
@pytest.mark.parametrize("lead", ENGLISH)
def test_english_words_that_lead_to_a_work_are_none_of_it(lead: str, work: str) -> None:
    assert parse_note(lead + work) == parse_note(work)


@pytest.mark.parametrize("lead", LEADS)
def test_words_that_lead_to_a_work_in_traditional_characters(lead: str) -> None:
    hant = OpenCC("s2t").convert
    assert parse_note(hant(lead + QIN)) == parse_note(hant(QIN))


@pytest.mark.parametrize("label", ["①", "[15] ", "［3］", "【註2】", "1. ", "**[1]** "])
@pytest.mark.parametrize("work", [QIN, CHA, "秦亚青. 关系与过程[M]. 上海: 上海人民出版社, 2012: 23."])
def test_the_label_of_a_note_is_none_of_the_work(label: str, work: str) -> None:
    assert parse_note(label + work) == parse_note(work)


@pytest.mark.parametrize(
    ("note", "authors", "title"),
    [
        # names and titles that hold such words
        ("王见川：《从新史料看台湾》，《台湾史料研究》2010年第35期。", ("王见川",), "从新史料看台湾"),
        ("“关于朝鲜战争的几个问题”，《历史研究》1998年第2期。", (), "关于朝鲜战争的几个问题"),
        ("Thomas Lowe, The World Is Flat, New York: Hollis Press, 2005.", ("Thomas Lowe",), "The World Is Flat"),
        ("“As It Was,” *New York Times*, May 3, 2018.", (), "As It Was"),
        ("Lee, Kim. “How ports argue.” *Foreign Affairs* 90, no. 3 (2011): 20-29.", ("Lee, Kim",), "How ports argue"),
        # behind a title 见 says what holds it
        ("王宁：《机关构造》，见梁星编：《论丛》第1卷，法律出版社1994年版。", ("王宁",), "机关构造"),
    ],
)
def test_names_and_titles_are_no_leads(note: str, authors: tuple[str, ...], title: str) -> None:
    assert [(cite.authors, cite.title) for cite in parse_note(note)] == [(authors, title)]


def test_each_work_keeps_its_own_address() -> None:
    note = (
        f"全文见https://example.org/a。参见外交部：《声明》，2019年5月6日，https://example.org/b。对此的批评，见{QIN}"
    )
    assert [cite.url for cite in parse_note(note)][-2:] == ["https://example.org/b", None]
