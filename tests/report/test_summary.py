"""The page that a run leaves for its reader."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from kaoju.report import write_summary
from kaoju.report.summary import MOST_ARTICLES, plain
from kaoju.report.values import shown_value
from kaoju.schemas import SCHEMAS

NAMES = (
    "articles", "figures", "claims", "notes", "audit", "keywords", "topics", "article_topics", "works", "pairs", "failures"
)  # fmt: skip


def tables(**rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Tables with the columns of a run; what a row does not say is missing."""
    return {
        name: pd.DataFrame(
            [{**dict.fromkeys(SCHEMAS[name].names), **row} for row in rows.get(name, [])],
            columns=SCHEMAS[name].names,
            dtype=object,
        )
        for name in NAMES
    }


ONE = tables(
    articles=[{"article": "a", "title": "论军费分担", "authors": ["林远", "Jane Roe"], "journal": "国际研究", "year": "2019", "issue": "6"}],
    figures=[
        {"article": "a", "figure": "f1", "text": "8.5 亿\n美元"},
        {"article": "a", "figure": "f2", "text": "9.23亿美元"},
    ],
    claims=[
        {
            "article": "a", "claim": "c1", "kind": "figure", "text": "韩国的分担由8.5亿美元提升到9.23亿美元。", "figures": ["f1", "f2"],
            "subject": "韩国", "metric": "驻韩美军费用", "time": "2019", "speaker": "韩国|外交部", "low": 9.23e8, "high": 9.23e8,
            "from_low": 8.5e8, "from_high": 8.5e8, "unit": "USD", "direction": "increase", "notes": [1, 3], "support": 0.5714, "shared": ["Korea", "2019"],
        },
        {"article": "a", "claim": "c2", "kind": "quotation", "text": "他说，“不”。", "quotation": "不", "speaker": "他", "notes": []},
    ],
    notes=[{"article": "a", "note": 1, "text": "Doe, “Title,” 2019."}],
    audit=[
        {"article": "a", "kind": "unsourced", "claim": "c1", "message": "“8.5亿美元”之后本段无注，出处不明。"},
        {"article": "a", "kind": "url_date", "note": 1, "message": "日期不符。"},
        {"article": "a", "kind": "dangling_marker", "message": "正文注码[9]没有对应的注释。"},
    ],
    keywords=[
        {"term": "军费", "english": "military spending", "rank": 1},
        {"article": "a", "term": "分担", "rank": 2},
        {"article": "a", "term": "驻军", "english": "garrison", "rank": 1},
    ],
    topics=[{"topic": 1, "term": "同盟", "rank": 2}, {"topic": 1, "term": "美军", "rank": 1}],
    article_topics=[{"article": "a", "topic": 1, "weight": 0.875}],
    pairs=[
        {"article": "a", "zh": "莱特希泽", "en": "Lighthizer", "note": 3, "score": 0.9, "method": "transliteration"},
        {"article": "a", "zh": "莱特希泽", "en": "Lighthizer", "note": 1, "score": 0.93, "method": "transliteration"},
    ],
    works=[
        {"work": "w1", "authors": ["Jane Doe"], "title": "Title", "date": "2019", "cited": 3, "articles": 1, "cited_in": []},
        {"work": "w2", "title": "Cited once", "cited": 1, "articles": 1, "cited_in": []},
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def page() -> str:
    return write_summary(ONE)


def test_the_page_says_what_the_corpus_is(page):
    assert "**1** 篇文章：**2** 个数字，**2** 条论断（其中引语 1 条），**1** 条注释；可疑之处 **3** 处" in page


def test_an_article_stands_under_its_title_with_authors_and_journal(page):
    assert "## 1. 论军费分担\n\n林远、Jane Roe · 国际研究2019年第6期 · a\n" in page


def test_a_name_stands_once_with_its_english_form_its_notes_and_why(page):
    assert page.count("Lighthizer") == 1
    assert "| 莱特希泽 | Lighthizer | 1, 3 | 音近 sounds alike (0.93) |\n" in page


def test_a_claim_is_a_line_of_a_table(page):
    assert (
        "| 8.5亿美元 → 9.23亿美元 | 韩国 | 驻韩美军费用 | 2019 | 韩国\\|外交部 | ↑ USD 850 million → USD 923 million | 1, 3 | 0.57: Korea, 2019 |\n"
    ) in page


def test_a_quotation_has_its_speaker(page):
    assert "| 他 | 不 | — |" in page


def test_a_finding_stands_with_the_words_that_it_is_about(page):
    assert "- “8.5亿美元”之后本段无注，出处不明。\n\n  > 韩国的分担由8.5亿美元提升到9.23亿美元。\n" in page
    assert "- 注 1：日期不符。\n\n  > Doe, “Title,” 2019.\n" in page
    assert "- 正文注码\\[9\\]没有对应的注释。\n" in page


def test_findings_about_one_sentence_share_it():
    twice = [{"article": "a", "kind": "unsourced", "claim": "c1", "message": message} for message in ("甲。", "乙。")]
    page = write_summary(ONE | {"audit": tables(audit=twice)["audit"]})
    assert "- 甲。\n- 乙。\n\n  > 韩国" in page


def test_keywords_stand_in_their_order_with_their_english(page):
    assert "## 关键词 · Keywords\n\n军费 (military spending)\n" in page
    assert "驻军 (garrison)、分担\n" in page


def test_topics_stand_with_the_articles_that_are_about_them(page):
    assert "| 1 | 美军、同盟 | 论军费分担 88% |" in page
    assert "**主题 Topics** 1 美军、同盟 (88%)\n" in page


def test_every_table_is_whole(page):
    """A row has as many cells as its head, and a blank line before the head."""
    for block in page.split("\n\n"):
        lines = [line for line in block.splitlines() if line.startswith("|")]
        cells = {line.replace("\\|", "").count("|") for line in lines}
        assert len(cells) <= 1
        assert not lines or block.startswith("|")


def test_works_cited_more_than_once_are_counted(page):
    assert "| 1 | Jane Doe · Title · 2019 | 3 | 1 |" in page and "Cited once" not in page


def test_no_line_is_left_blank_twice(page):
    assert "\n\n\n" not in page


def test_the_same_tables_give_the_same_page(page):
    assert write_summary(ONE) == page


def test_an_empty_corpus_has_a_page():
    assert "**0** 篇文章" in write_summary(tables())


def test_an_article_of_which_nothing_is_known_stands_under_its_id():
    assert "## 1. folder/name" in write_summary(tables(articles=[{"article": "folder/name"}]))


def test_a_large_corpus_is_not_told_of_one_by_one():
    page = write_summary(tables(articles=[{"article": f"a{n:04}"} for n in range(MOST_ARTICLES + 5)]))
    assert "另有 5 篇" in page
    assert "a0205" not in page


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("甲\n 乙", "甲 乙"),
        ("甲|乙", "甲\\|乙"),
        ("<script>", "\\<script>"),
        ("HK$4,870至$4,990", "HK\\$4,870至\\$4,990"),  # or it would be read as mathematics
        ("5~10%", "5\\~10%"),
        (None, ""),
        ("正\u202e反\x00", "正反"),
        ("半\ud800", "半\ufffd"),
    ],
)
def test_words_are_words_and_no_markup(value, shown):
    assert plain(value) == shown


@pytest.mark.parametrize(
    ("low", "high", "unit", "approx", "shown"),
    [
        (9.23e8, 9.23e8, "USD", None, "USD 923 million"),
        (1.2e12, 1.2e12, "CNY", "about", "≈ CNY 1.2 trillion"),
        (2e11, 3e11, "JPY", None, "JPY 200–300 billion"),
        (4870.0, 4870.0, "HKD", None, "HKD 4,870"),
        (66.666667, 66.666667, "%", None, "66.67%"),
        (0.35, 0.35, "%", None, "0.35%"),
        (5.0, 10.0, "%", None, "5–10%"),
        (17.0, 17.0, "pp", None, "17 pp"),
        (5.0, None, "x", "over", "> 5×"),
        (None, 30.0, "%", "under", "< 30%"),
        (85000.0, 85000.0, "人", "at_least", "≥ 85,000 人"),
        (-3.5, -3.5, "%", None, "-3.5%"),
        (None, None, None, None, ""),
    ],
)
def test_values_as_a_person_writes_them(low, high, unit, approx, shown):
    claim = {"low": low, "high": high, "from_low": None, "from_high": None, "unit": unit, "approx": approx}
    assert shown_value(claim) == shown


def test_what_could_not_be_read_stands_at_the_top_with_its_reason():
    page = write_summary(
        ONE | {"failures": tables(failures=[{"path": "in/b.md", "reason": "in/b.md: empty"}])["failures"]}
    )
    assert "| in/b.md | in/b.md: empty |" in page.split("## 1. ")[0]


def test_articles_of_one_title_are_told_apart_by_their_files():
    twins = [{"article": name, "title": "论军费分担"} for name in ("a", "b")]
    shares = [{"article": name, "topic": 1, "weight": 0.9} for name in ("a", "b")]
    page = write_summary(
        ONE
        | {"articles": tables(articles=twins)["articles"]}
        | {"article_topics": tables(article_topics=shares)["article_topics"]}
    )
    assert "论军费分担 (a) 90%；论军费分担 (b) 90%" in page
