"""Words, with the names among them."""

import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import kaoju.stages.tokenizer  # noqa: F401  registers it


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})


NLP = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("他在《华盛顿邮报》的访谈中", "华盛顿邮报"),
        ("参议院军事委员会举行听证会", "参议院军事委员会"),
        ("国际货币基金组织预测", "国际货币基金组织"),
        ("根据《美墨加协定》", "美墨加协定"),
        ("美国贸易代表办公室声明", "美国贸易代表办公室"),
        ("亚利桑那州工厂", "亚利桑那州"),
    ],
)
def test_names_are_words(nlp: Language, text: str, name: str) -> None:
    assert name in [token.text for token in nlp(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M-Pesa一家的份额", ["M-Pesa", "一家", "的", "份额"]),
        ("F-16战机", ["F-16", "战机"]),
        ("COVID-19疫情", ["COVID-19", "疫情"]),
        ("R&D投入", ["R&D", "投入"]),
        ("歼-20", ["歼", "-", "20"]),
        ("2019-2021年", ["2019", "-", "2021", "年"]),
        ("A-10.5%", ["A", "-", "10.5%"]),
    ],
)
def test_latin_words_that_a_hyphen_joins_are_one(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp(text)] == words


@pytest.mark.parametrize(
    ("word", "tag"),
    [("特朗普", "nr"), ("韩国", "ns"), ("北约", "nt"), ("2018", "m"), ("GDP", "eng"), ("，", "x"), ("提高", "v")],
)
def test_tags_say_what_a_word_mostly_is(nlp: Language, word: str, tag: str) -> None:
    assert [token.tag_ for token in nlp(word)] == [tag]


def test_a_word_that_no_dictionary_has_is_marked(nlp: Language) -> None:
    doc = nlp("受访者中有六成支持")
    assert [token.text for token in doc if token.pos_ == "X"] == ["中有"]


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n\t\r美国8.5亿國臺灣發頭%，《》\u3000\x00"),
        max_size=60,
    )
)
def test_the_text_comes_through_as_it_is(text: str) -> None:
    doc = NLP.make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_traditional_characters_are_cut_as_simplified_ones(nlp: Language) -> None:
    doc = nlp("國際貨幣基金組織 預測")
    assert [(token.text_with_ws, token.tag_) for token in doc] == [("國際貨幣基金組織 ", "nt"), ("預測", "vn")]
    assert doc.text == "國際貨幣基金組織 預測"
    assert doc._.body == "国际货币基金组织 预测"


def test_a_lone_surrogate_keeps_its_place(nlp: Language) -> None:
    assert nlp("美\ud800国").text == "美\ufffd国"


def test_it_survives_pickling_and_the_disk(nlp: Language, tmp_path) -> None:
    again = pickle.loads(pickle.dumps(nlp.tokenizer))  # noqa: S301
    assert again("北约峰会")[0].text == "北约"
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline")("北约峰会")[0].text == "北约"


def test_jieba_itself_is_left_alone(nlp: Language) -> None:
    import jieba

    nlp("国际货币基金组织")
    assert not jieba.dt.initialized or "美墨加协定" not in jieba.dt.FREQ


def test_a_long_run_of_one_sign_is_no_trouble(nlp: Language) -> None:
    for char in "9亿，甲":
        assert len(nlp.make_doc(char * 20_000).text) == 20_000
