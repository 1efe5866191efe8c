"""The trained reader of names: what it reads, on any text, in both scripts."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import kaoju
from kaoju.errors import KaojuError

MODEL = Path(__file__).parents[2] / "models" / "zh_kaoju"


@pytest.fixture(scope="module")
def reader():
    return spacy.load(MODEL)


def read(reader, text):
    return [(entity.text, entity.label_) for entity in reader(text).ents]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("茂木敏充在东京会见了加拿大总理。", [("茂木敏充", "PERSON"), ("东京", "LOC"), ("加拿大", "LOC")]),
        ("安徒生出生于丹麦。", [("安徒生", "PERSON"), ("丹麦", "LOC")]),
        ("他毕业于北京大学，后来到上海工作。", [("北京大学", "ORG"), ("上海", "LOC")]),
        ("这种方法的优点是简单。", []),
        ("", []),
    ],
)
def test_persons_places_and_organisations_are_read(reader, text, names):
    assert read(reader, text) == names


def test_traditional_script_is_read_as_simplified(reader):
    plain, traditional = "他毕业于北京大学，后来到台湾工作。", "他畢業於北京大學，後來到臺灣工作。"
    found = [[(e.start_char, e.end_char, e.label_) for e in reader(text).ents] for text in (plain, traditional)]
    assert found[0] == found[1] != []


def test_words_are_cut_where_a_name_ends_in_them(reader):
    doc = reader("列车由涟源开往邵东县城。")
    assert "".join(token.text_with_ws for token in doc) == doc.text
    assert all(doc.text[entity.start_char : entity.end_char] == entity.text for entity in doc.ents)


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("习近平在北京大学说，。\n ABC12·（）臺灣\ud800\U0001f600"), max_size=80))
def test_any_text_is_read_and_twice_the_same(reader, text):
    once, twice = reader(text), reader(text)
    spans = [(entity.start_char, entity.end_char) for entity in once.ents]
    assert spans == [(entity.start_char, entity.end_char) for entity in twice.ents]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_text_without_an_end_of_a_sentence_is_read(reader):
    names = read(reader, "安徒生出生于丹麦，" * 300 + "a" * 5000)
    assert names.count(("丹麦", "LOC")) > 290


def test_without_weights_it_says_what_to_load():
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
    nlp.add_pipe("kaoju_ner")
    with pytest.raises(KaojuError, match="zh_kaoju"):
        nlp("安徒生出生于丹麦。")


def test_written_and_read_again_it_is_the_same(reader, tmp_path):
    reader.to_disk(tmp_path)
    text = "茂木敏充在东京会见了加拿大总理。"
    assert read(spacy.load(tmp_path), text) == read(reader, text) != []


def test_a_config_of_ones_own_has_it_before_the_lexicon_and_the_rules(nlp, tmp_path):
    config = nlp.config.copy()
    config["nlp"]["pipeline"] = ["kaoju_sentences", "kaoju_ner", "kaoju_entities"]
    config["components"] = {"kaoju_ner": {"source": str(MODEL)}} | {
        name: config["components"][name] for name in ("kaoju_sentences", "kaoju_entities")
    }
    path = tmp_path / "own.cfg"
    type(nlp.config)(config).to_disk(path)
    doc = kaoju.load(path)("安徒生出生于丹麦。")
    assert ("安徒生", "PERSON") in [(entity.text, entity.label_) for entity in doc.ents]


def test_the_card_says_what_was_measured():
    told = json.loads((MODEL / "meta.json").read_text("utf-8"))["performance"]
    card = (MODEL / "README.md").read_text("utf-8")
    assert f"precision {told['ents_p']:.3f}, recall {told['ents_r']:.3f}, F1 {told['ents_f']:.3f}" in card
