"""Characters that OCR has set apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaoju.reading import parse

ARTICLE = """# 液化天然气贸易格局的调整

□ 岑既明

〔关键词〕液化天然气、能源安全

## 一、问题

进口量由2021年的20%升至 42%。[1]同期价格也翻了一番。[2]

42

## 注释

[1] Reuters, May 1, 2020（访问时间：2020年5月3日）.
[2] 周砚秋：《来源多元化的成效与限度》，《国际论丛》2023年第4期，第21页。
"""


def apart(text: str) -> str:
    return re.sub("(?<=[\u4e00-\u9fff，。：、《》])(?=[\u4e00-\u9fff，。：、《》])", " ", text)


def test_an_article_set_apart_is_read_as_if_its_characters_stood_together() -> None:
    source = apart(ARTICLE)
    plain, read = parse(ARTICLE), parse(source)
    assert "进 口 量" in source
    assert read.source == source
    assert read.meta == plain.meta
    assert [block.text.text for block in read.blocks] == [block.text.text for block in plain.blocks]
    assert [note.text.text for note in read.notes] == [note.text.text for note in plain.notes]
    assert [source[note.start : note.end] for note in read.notes] == [
        apart(ARTICLE[note.start : note.end]) for note in plain.notes
    ]
    assert [(source[mark.start : mark.end], mark.note) for mark in read.markers] == [("[1]", 1), ("[2]", 2)]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# 液 化 天 然 气 贸 易\n\n正文由此开始，此后都连在一起。\n", "液化天然气贸易"),
        ("# 论衡 读后 二题\n\n正文由此开始，此后都连在一起。\n", "论衡 读后 二题"),  # a space parts words
    ],
)
def test_a_line_may_be_set_apart_by_itself(source: str, title: str) -> None:
    assert parse(source).meta.title == title


LINES = st.lists(st.text(st.sampled_from("进口量升至，。年8%[1]①A"), min_size=1, max_size=20), min_size=1, max_size=8)


@given(LINES)
def test_whatever_is_set_apart_leads_back_to_the_source(lines: list[str]) -> None:
    source = apart("\n\n".join(lines))
    article = parse(source)
    for block in article.blocks:
        start, end = block.text.source_range(0, len(block.text))
        assert article.surface(start, end) == block.text.text
    for note in article.notes:
        behind = zip(note.text.text, note.text.start, note.text.end, strict=True)
        assert all(source[start:end] in (char, "") for char, start, end in behind)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("增长到2 0 1 8 年的 8 . 2 %。", "增长到2018 年的 8.2 %。"),
        ("在( 2 0 0 9—2 0 1 6年)增长。", "在( 2009—2016年)增长。"),
        ("共5 500 亿元, 3 4 章。", "共5 500 亿元, 3 4 章。"),
    ],
)
def test_digits_may_be_set_apart_by_themselves(source: str, read: str) -> None:
    whole = f"# 题目\n\n{source}\n"
    (block,) = parse(whole).blocks[1:]
    assert block.text.text == read
    assert "".join(whole[low:high] for low, high in zip(block.text.start, block.text.end, strict=True)) == read
