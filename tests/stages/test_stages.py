"""What holds for every stage and for all of them together, whatever the text."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kaoju.annotations import LISTS

STAGES = sorted(one.name for one in entry_points(group="spacy_factories") if one.name.startswith("kaoju_"))
# spaCy has no sentences for a stage that reads them until one sets them
NEEDS_SENTENCES = {"kaoju_claims"}
TEXT = "2019年，挪威鳕鱼产量由2.1万吨增至2.6万吨，同年9月又增长8%。据渔业局统计，“渔民的收入没有跟着增加”。"
# texts that are no prose
ODD = {
    "empty": "",
    "nothing but a verb of saying": "表示",
    "a space": " ",
    "line breaks": "\n\n\n",
    "punctuation": "，。！？“”《》（）、；：……——",
    "opened, never closed": "“（《「" * 500,
    "closed, never opened": "”）》」" * 500,
    "no stop": "产量增长8%而" * 1250,
    "digits": "9" * 10_000,
    "scales": "亿" * 10_000,
    "commas": "，" * 10_000,
    "years": "2019年" * 2_000,
    "sayings": "他说" * 2_000,
    "English": "Output rose by 8% in 2019. “We are not paid more,” said Carson.",
    "beyond the first plane": "𠮷野家涨价8%。😀",
}


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def annotated(doc: Doc) -> dict[str, Any]:
    """All that the stages left on a doc."""
    kept = {name: getattr(doc._, name) for name in LISTS}
    entities = [(one.start_char, one.end_char, one.label_) for one in doc.ents]
    return {**kept, "sentences": [(one.start_char, one.end_char) for one in doc.sents], "entities": entities}


def test_a_text_in_traditional_characters_is_read_as_in_simplified_ones(nlp: Language) -> None:
    plain = "据台湾经济部统计，2019年亚马逊的机房用电由2.1亿度增至2.6亿度，同年9月又增长8%。"
    traditional = "據臺灣經濟部統計，2019年亞馬遜的機房用電由2.1億度增至2.6億度，同年9月又增長8%。"
    doc = nlp(traditional)
    assert doc.text == traditional
    assert annotated(doc) == annotated(nlp(plain))
    assert len(doc._.claims) == 2
    assert {one._.canonical for one in doc.ents} == {"台湾经济部", "2019年", "亚马逊"}


@pytest.mark.parametrize("text", [TEXT, "", "。"])
@pytest.mark.parametrize("name", STAGES)
def test_a_stage_can_stand_alone_in_a_pipeline_of_spacys(name: str, text: str) -> None:
    nlp = spacy.blank("zh")
    if name in NEEDS_SENTENCES:
        nlp.add_pipe("kaoju_sentences")
    nlp.add_pipe(name)
    assert nlp(text).text == text


def test_the_pipeline_has_every_stage(nlp: Language) -> None:
    assert sorted(nlp.pipe_names) == STAGES


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_says_what_it_writes_and_what_it_needs(nlp: Language, name: str) -> None:
    meta = nlp.get_factory_meta(name)
    assert meta.assigns
    written = [
        one for before in nlp.pipe_names[: nlp.pipe_names.index(name)] for one in nlp.get_pipe_meta(before).assigns
    ]
    given_by_the_article = {"doc._.blocks", "doc._.notes", "doc._.markers", "token.tag"}
    assert set(meta.requires) <= {*written, *given_by_the_article}


def test_figures_times_and_claims_slice_to_their_words(doc: Doc) -> None:
    def words(found: Any) -> list[str]:
        return [doc.text[one["start"] : one["end"]] for one in found]

    assert words(doc._.figures) == ["2.1万吨", "2.6万吨", "8%"]
    assert words(doc._.times) == ["2019年", "同年9月"]
    assert words(doc._.claims)[0] == TEXT[: TEXT.index("。") + 1]
    assert words([doc._.claims[0]["subject"], doc._.claims[0]["metric"]]) == ["挪威", "鳕鱼产量"]
    assert words([doc._.claims[-1]["speaker"], doc._.claims[-1]["quotation"]]) == ["渔业局", "渔民的收入没有跟着增加"]


def test_many_texts_at_once_give_what_each_gives_alone(nlp: Language) -> None:
    texts = [TEXT, "", "次年产量降至2万吨。", TEXT[:30], "。"]
    assert [annotated(doc) for doc in nlp.pipe(texts, batch_size=2)] == [annotated(nlp(text)) for text in texts]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_a_text_that_is_no_prose_goes_through(nlp: Language, text: str) -> None:
    check(nlp(text))


def check(doc: Doc) -> None:
    """Every range lies in the text, and is not empty; every index leads somewhere."""
    size = len(doc.text)
    claims = doc._.claims
    phrases = [claim[name] for claim in claims for name in ("subject", "metric", "speaker", "quotation") if claim[name]]
    for one in [*doc._.figures, *doc._.times, *claims, *phrases]:
        assert 0 <= one["start"] < one["end"] <= size
    assert all(index < len(doc._.figures) for claim in claims for index in claim["figures"])
    told = [index for claim in claims for index in claim["figures"]]
    assert len(told) == len(set(told))  # a figure is claimed once
    assert set(told) == set(range(len(doc._.figures)))


PIECES = st.sampled_from(
    [
        *"，。；：、！？“”‘’《》（）—\n 的了是为约由从到至把将占每",
        *("2019年", "次年", "3月", "上一年", "8%", "三成", "5亿美元", "2.1万吨", "一倍", "12个百分点", "翻了一番"),
        *("增至", "降至", "下降", "提高到", "分别", "占", "比", "相比", "以上", "不到", "以来"),
        *("卡特", "挪威", "渔业局", "产量", "失业率", "报告", "其", "该国"),
        *("说", "表示", "威胁", "要求", "宣布", "否认", "据", "统计", "传闻", "预计", "如果", "计划", "承诺", "认为"),
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_words_of_the_grammar_in_any_order_go_through(nlp: Language, text: str) -> None:
    check(nlp(text))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_text_goes_through_and_gives_the_same_each_time(nlp: Language, text: str) -> None:
    doc = nlp(text)
    check(doc)
    assert annotated(doc) == annotated(nlp(text))
