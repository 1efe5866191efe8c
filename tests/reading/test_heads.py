"""Heads in every manner: the title, who wrote it, where, in which issue; none of it gets into the running text."""

import pytest
from heads import BYLINES, FIELDS, SAID, TITLE, TITLES, WHOLE

from kaoju.reading import parse

BODY = "2024年，出口增长8.2%。其后又下降3%。"
DEFAULTS = {"title": TITLE, "authors": (), "affiliation": None, "abstract": None, "keywords": ()}
PRINTED = ("journal", "year", "issue", "clc", "article_number", "received", "completed", "editor")


def _head(head):
    return head.why


def read(text, opening):
    """What is read of a head, and the running text below it."""
    article = parse(f"{text}\n\n{opening}{BODY}\n")
    said = {name: getattr(article.meta, name) for name in (*DEFAULTS, *PRINTED)}
    return said, [block.text.text for block in article.blocks if block.kind not in ("title", "abstract")]


def expected(said, opening):
    body = [opening.strip(), BODY] if opening else [BODY]
    return DEFAULTS | dict.fromkeys(PRINTED) | said, [text.lstrip("# ") for text in body]


@pytest.mark.parametrize("opening", ["一、引言\n\n", "## 一、引言\n\n", ""])
@pytest.mark.parametrize("head", BYLINES, ids=_head)
def test_who_wrote_it(head, opening):
    assert read(f"# {TITLE}\n\n{head.text}", opening) == expected(head.said, opening)


@pytest.mark.parametrize("head", BYLINES, ids=_head)
def test_who_wrote_it_above_an_abstract(head):
    said = head.said | {"abstract": SAID}
    assert read(f"{TITLE}\n\n{head.text}\n\n摘要：{SAID}", "一、引言\n\n") == expected(said, "一、引言\n\n")


@pytest.mark.parametrize("head", FIELDS, ids=_head)
def test_the_fields_of_a_head(head):
    assert read(f"# {TITLE}\n\n{head.text}", "一、引言\n\n") == expected(head.said, "一、引言\n\n")


@pytest.mark.parametrize("opening", ["一、引言\n\n", "## 一、引言\n\n", ""])
@pytest.mark.parametrize("head", TITLES, ids=_head)
def test_what_it_is_called(head, opening):
    assert read(head.text, opening) == expected(head.said, opening)


@pytest.mark.parametrize("head", WHOLE, ids=_head)
def test_whole_heads(head):
    assert read(head.text, "") == expected(head.said, "")


def test_the_author_told_of_behind_the_notes():
    foot = "麥允之　香港濱城大學社會科學系助理教授"
    article = parse(f"# {TITLE}\n\n● 麥允之\n\n{BODY}①\n\n註釋\n\n① Reuters, May 1, 2020.\n\n{foot}\n")
    assert (article.meta.authors, article.meta.affiliation) == (("麥允之",), "香港濱城大學社會科學系")
    assert [note.text.text for note in article.notes] == ["Reuters, May 1, 2020."]


def test_a_star_at_the_foot_that_cuts_a_paragraph():
    foot = "* 李明，北辰大学国际关系学院教授。\n\n① Reuters, May 1, 2020.\n\n· 3 ·"
    article = parse(f"# {TITLE}\n\n李明*\n\n2024年，出口①增\n\n---\n\n{foot}\n\n长8.2%。\n")
    assert article.meta.affiliation == "北辰大学国际关系学院"
    assert [block.text.text for block in article.blocks] == [TITLE, "2024年，出口增长8.2%。"]


@pytest.mark.parametrize(
    "text",
    [
        "关税的代价由进口国承担，而非出口国",
        "【一】问题",
        "北约中心化的趋势已经十分明显，各国对此看法不一。",
        "作者是谁？这个问题至今没有答案。",
        "摘要写作的方法很多。",
        "* 北京大学的一位教授认为，关税会上升。",
        "俄罗斯文学的翻译",
        "## 方法",
        "## 关税",
    ],
)
def test_what_is_of_no_head_stays_text(text):
    assert read(f"# {TITLE}\n\n李明\n\n{text}", "")[1] == [text.lstrip("# "), BODY]


def test_a_text_without_a_head_has_no_title():
    text = "2024年，该国的出口增长8.2%，进口增长3%，贸易顺差扩大到500亿美元。其后形势急转直下，出口连续三个季度下降，顺差随之缩小了一半。"
    article = parse(f"{text}\n\n其后又升。\n")
    assert (article.meta.title, [block.text.text for block in article.blocks]) == (None, [text, "其后又升。"])


def test_a_list_of_persons_stays_text():
    persons = "* 王明，北辰大学教授，主张加税。\n* 李雷，清河大学讲师，主张减税。"
    assert read(f"# {TITLE}\n\n李明\n\n{BODY}\n\n{persons}", "")[1] == [BODY, *persons.split("\n"), BODY]


@pytest.mark.parametrize("head", [TITLE, f"# {TITLE}", f"国际经济\n\n# {TITLE}"])
def test_sections_of_the_first_level_are_no_titles(head):
    article = parse(f"{head}\n\n李明\n\n# 方法\n\n{BODY}\n\n# 代价的分担\n\n{BODY}\n")
    assert [block.text.text for block in article.blocks] == [TITLE, "方法", BODY, "代价的分担", BODY]
    assert (article.meta.title, article.meta.authors) == (TITLE, ("李明",))


@pytest.mark.parametrize(
    "text", ["摘要：甲。" + " 关键词：乙。" * 20_000, "王 " * 100_000, "（" * 100_000, "作者" * 100_000]
)
def test_no_head_takes_long(text):
    assert parse(f"# {TITLE}\n\n{text}\n").meta.title == TITLE


PLACE = "北辰大学国际关系学院"


@pytest.mark.parametrize(
    "post",
    [
        *(
            "副教授、博士生导师",
            "名誉教授",
            "讲座教授",
            "长聘副教授",
            "准聘助理教授、东方书院研究员",
            "特聘教授兼副院长",
        ),
        *("教授、欧洲研究中心主任", "党委书记、教授", "荣休教授，前驻外大使", "青年研究员", "博士后、助理研究员"),
        *("2021级博士生", "博士候选人", "访问学者", "高级经济师", "首席经济学家", "系主任、教授、博导", "研究助理"),
    ],
)
def test_where_an_author_works_is_told_without_the_posts(post):
    for told in (
        f"王明（{PLACE}{post}）",
        f"王明，{PLACE}{post}",
        f"王明　{PLACE}{post}",
        f"作者：王明，{PLACE}{post}",
    ):
        meta = parse(f"# {TITLE}\n\n{told}\n\n摘要：{SAID}\n\n一、引言\n\n{BODY}\n").meta
        assert (meta.authors, meta.affiliation) == (("王明",), PLACE), told


@pytest.mark.parametrize(
    "place", ["外交部欧洲司", "海东银行", "北京市海东律师事务所", "联合国工业发展理事会", "国际关系杂志编辑部"]
)
def test_what_holds_the_word_of_a_post_is_no_post(place):
    assert parse(f"# {TITLE}\n\n王明（{place}）\n\n摘要：{SAID}\n\n{BODY}\n").meta.affiliation == place


@pytest.mark.parametrize(
    "foot",
    [
        f"* {PLACE}教授，兼任南海研究院研究员。\n** 南海研究院副研究员。",  # each author's stars
        f"本文作者王明，{PLACE}访问学者。",
        f"作者王明系{PLACE}教授、博士生导师。",
        f"（王明，{PLACE}教授）",
        f"王明　{PLACE}博士候选人",
    ],
)
def test_the_author_told_of_at_the_foot_of_the_last_page(foot):
    article = parse(f"# {TITLE}\n\n王明\n\n{BODY}①\n\n① Reuters, May 1, 2020.\n\n{foot}\n")
    assert (article.meta.authors, article.meta.affiliation) == (("王明",), PLACE)
    assert [note.text.text for note in article.notes] == ["Reuters, May 1, 2020."]


def test_bold_keywords_are_not_told_of_an_author():
    assert parse(f"# {TITLE}\n\n王明\n\n**关键词：** 大学　银行\n\n{BODY}\n").meta.keywords == ("大学", "银行")
