"""Names in the running text: where they stand, what kind of thing each names, what it is called."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

import kaoju.stages.entities
import kaoju.stages.tokenizer  # noqa: F401  registers it
from kaoju.annotations import Block, Figure

NLP = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
NLP.add_pipe("kaoju_entities")


def found(text: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in NLP(text).ents]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the lexicon's
        ("特朗普要求韩国支付。", [("特朗普", "PERSON"), ("韩国", "GPE")]),
        ("国际货币基金组织预测", [("国际货币基金组织", "ORG")]),
        # foreign names that no dictionary has, though jieba cuts them wrongly
        ("历史学家莱文森曾说", [("莱文森", "PERSON")]),
        ("麦克尔罗伊和韦斯特贝里早在当时就指出", [("麦克尔罗伊", "PERSON"), ("韦斯特贝里", "PERSON")]),
        ("学者若泽·阿方索·席尔瓦认为", [("若泽·阿方索·席尔瓦", "PERSON")]),
        # organisations by their last word, from the name before
        ("肯尼亚卫生部表示", [("肯尼亚卫生部", "ORG")]),
        ("国际清洁运输理事会估计", [("国际清洁运输理事会", "ORG")]),
        ("七国集团和二十国集团", [("七国集团", "ORG"), ("二十国集团", "ORG")]),
        ("拜登签署法案", [("拜登", "PERSON")]),  # 签署 is no office
        # laws and works
        ("《数字市场法》生效", [("数字市场法", "LAW")]),
        ("据《世界能源展望》", [("世界能源展望", "WORK_OF_ART")]),
        # an office that the lexicon knows as another country's, with its own country
        ("北韩外务省发表声明", [("北韩外务省", "ORG")]),
        ("日本外务省发表声明", [("日本外务省", "ORG")]),
        # names with a dash, as one where a word binds them
        ("将克拉里昂—克利珀顿区划为矿区", [("克拉里昂—克利珀顿区", "LOC")]),
        ("斯托尔珀—萨缪尔森定理表明", [("斯托尔珀—萨缪尔森定理", "WORK_OF_ART")]),
        ("俄罗斯—格鲁吉亚协定", [("俄罗斯", "GPE"), ("格鲁吉亚", "GPE")]),
        ("中国—东盟自贸区", [("中国", "GPE"), ("东盟", "ORG")]),
        # a person whom no dictionary has, by the original behind the name
        ("突尼斯总统赛义德（Kais Saied）退回拨款", [("突尼斯", "GPE"), ("赛义德", "PERSON")]),
        ("学者曼瑟尔·奥尔森（Mancur Olson）认为", [("曼瑟尔·奥尔森", "PERSON")]),
        # countries by one character
        ("中美经贸关系", [("中美", "GPE")]),
        ("驻韩部队", [("韩", "GPE")]),
        ("美丽的河流", []),
        # words that happen to name a place somewhere
        ("达到高峰，太平无事，新建工厂", []),
        ("提高关税，比上年多，约占三成", []),
        ("300万里拉", []),
        ("2018年3月1日起", [("2018年3月1日", "DATE")]),
    ],
)
def test_names_are_found(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "canonical", "english"),
    [
        ("川普", "特朗普", "Donald Trump"),
        ("南韩", "韩国", "South Korea"),
        ("中美", "中国、美国", "China, United States"),
    ],
)
def test_variants_share_a_canonical_form_and_an_english_name(text: str, canonical: str, english: str) -> None:
    span = NLP(text).ents[0]
    assert (span._.canonical, span._.english) == (canonical, english)


def test_a_surname_is_the_person_named_in_full_elsewhere() -> None:
    doc = NLP("若泽·席尔瓦认为如此。席尔瓦还认为不然。")
    assert [span._.canonical for span in doc.ents] == ["若泽·席尔瓦"] * 2


def test_the_original_in_brackets_is_the_english_name() -> None:
    doc = NLP("莱文森（Marc Levinson）认为如此。莱文森又说。")
    assert [span._.english for span in doc.ents] == ["Marc Levinson"] * 2


def test_entities_that_are_there_stay() -> None:
    doc = NLP.make_doc("特朗普要求韩国支付")
    doc.ents = [Span(doc, 0, 1, label="NORP")]
    assert [(s.text, s.label_) for s in NLP.get_pipe("kaoju_entities")(doc).ents] == [
        ("特朗普", "NORP"),
        ("韩国", "GPE"),
    ]


def test_a_place_is_without_the_count_of_more() -> None:
    doc = NLP.make_doc("湖南、广西九省受灾")
    doc.ents = [Span(doc, 2, 4, label="LOC")]
    assert [s.text for s in NLP.get_pipe("kaoju_entities")(doc).ents] == ["湖南", "广西"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("丰田三家工厂", ["丰田"]), ("三家集团", []), ("中兴两大公司", ["中兴"]), ("四川大学", ["四川大学"])],
)
def test_a_firm_is_without_the_count_of_more(text: str, names: list[str]) -> None:
    doc = NLP.make_doc(text)
    doc.ents = [Span(doc, 0, len(doc), label="ORG")]
    assert [s.text for s in NLP.get_pipe("kaoju_entities")(doc).ents] == names


def test_no_entity_is_in_a_figure() -> None:
    doc = NLP.make_doc("韩国出资50亿美元")
    doc._.figures = [
        Figure(start=0, end=9, kind="MONEY", low=5e9, high=5e9, unit="USD", approx=None)  # 0: the country too
    ]
    assert not NLP.get_pipe("kaoju_entities")(doc).ents


def test_no_entity_crosses_blocks() -> None:
    doc = NLP.make_doc("肯尼亚卫生部")
    doc._.blocks = [
        Block(kind="heading", level=1, start=0, end=3),
        Block(kind="paragraph", level=0, start=3, end=6),
    ]
    assert all(s.end_char <= 3 or s.start_char >= 3 for s in NLP.get_pipe("kaoju_entities")(doc).ents)


def test_the_pipeline_knows_what_it_gives() -> None:
    told = NLP.analyze_pipes()
    assert told["summary"]["kaoju_entities"]["assigns"][0] == "doc.ents"


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("美国韩莱文森曾·《》（A）在和部，。9年月\n 克斯"), max_size=40))
def test_the_text_stays_and_two_runs_agree(text: str) -> None:
    doc: Doc = NLP(text)
    assert doc.text == text
    assert found(text) == [(span.text, span.label_) for span in doc.ents]


def test_long_runs_are_no_trouble() -> None:
    for char in "斯，9《·":
        assert isinstance(NLP(char * 20_000), Doc)
    assert isinstance(NLP, Language)
