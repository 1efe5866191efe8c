"""The trained reader of names: what it reads, on any text, in both scripts."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_the_pipeline_of_the_package_reads_names_of_no_dictionary(nlp):
    assert ("加通湖", "LOC") in read(nlp, "现象引发的干旱使加通湖水位骤降。")
    assert ("岚桥集团", "ORG") in read(nlp, "2015年，岚桥集团以5.06亿澳元租下港口。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("作为美国“豁免”韩国钢铁产品加征关税的交换。", "韩国钢铁"),  # 韩国 made longer by an everyday word
        ("在天然气、铁路、港湾、电力领域合作。", "港湾"),  # an everyday word
        ("国防预算与对美军购的演变。", "美军"),  # 对美 + 军购
        ("贾科维罗和拉瓦特的研究表明如此。", "贾科维罗和拉瓦特"),  # two names
    ],
)
def test_what_its_words_do_not_bear_out_is_read_only_without_doubt(reader, nlp, text, name):
    assert name in [found for found, _ in read(reader, text)]
    assert name not in [found for found, _ in read(nlp, text)]


def test_the_surer_a_name_must_be_the_fewer_there_are(reader):
    text = "茂木敏充在东京会见了加拿大总理，多措并举。"
    found = []
    for least in (0.0, 3.0, 1e9):
        plain = spacy.blank("zh", config={"nlp": {"tokenizer": reader.config["nlp"]["tokenizer"]}})
        plain.add_pipe("kaoju_ner", config={"least": least})
        found.append(read(plain, text))
    assert set(found[0]) >= set(found[1]) > set(found[2]) == set()


def test_written_and_read_again_it_is_the_same(reader, tmp_path):
    reader.to_disk(tmp_path)
    text = "茂木敏充在东京会见了加拿大总理。"
    assert read(spacy.load(tmp_path), text) == read(reader, text) != []


def test_the_lexicon_goes_before_where_it_says_more(nlp):
    found = read(nlp, "特朗普政府与韩国谈判，安徒生出生于丹麦。")
    assert found == [("特朗普政府", "ORG"), ("韩国", "GPE"), ("安徒生", "PERSON"), ("丹麦", "GPE")]


def test_the_card_says_what_was_measured():
    told = json.loads((MODEL / "meta.json").read_text("utf-8"))["performance"]
    card = (MODEL / "README.md").read_text("utf-8")
    assert f"precision {told['ents_p']:.3f}, recall {told['ents_r']:.3f}, F1 {told['ents_f']:.3f}" in card


def test_a_text_full_of_names_is_read_in_proportion_to_its_length(nlp):
    once, twice = fastest(nlp, 1_500), fastest(nlp, 3_000)
    assert twice < 3 * once + 0.1


def fastest(nlp, count):
    seconds = []
    for _ in range(2):
        doc = nlp.make_doc("据王明估算，" * count)
        began = time.process_time()
        nlp.get_pipe("kaoju_ner")(doc)
        seconds.append(time.process_time() - began)
    return min(seconds)
