"""The names of a corpus: an entity a row, whatever it is called."""

import pandas as pd

from kaoju.corpus.names import names

ENTITIES = [
    ("a", "特朗普", "PERSON", "特朗普", "Donald Trump"),
    ("a", "特朗普", "PERSON", "特朗普", "Donald Trump"),
    ("b", "川普", "PERSON", "特朗普", "Donald Trump"),
    ("b", "阿米蒂", "PERSON", None, None),
    ("b", "阿米蒂", "ORG", None, None),
    ("b", "2018年", "DATE", None, None),
    ("b", "阿米蒂", "PERSON", None, None),
]
PAIRS = [
    ("b", "川普", "Trump", "gloss"),
    ("b", "阿米蒂", "Amiti", "transliteration"),
    ("a", "日本", "Japan", "lexicon"),
]


def table():
    return names(
        pd.DataFrame(ENTITIES, columns=["article", "text", "label", "canonical", "english"]),
        pd.DataFrame(PAIRS, columns=["article", "zh", "en", "method"]),
    )


def test_the_forms_of_a_name_are_one_row():
    trump = table().set_index("canonical").loc["特朗普"]
    assert list(trump.zh) == ["特朗普", "川普"]
    assert (trump.mentions, trump.articles, trump.label) == (3, 2, "PERSON")


def test_every_english_form_says_where_it_came_from():
    found = table().set_index("canonical")
    told = dict(zip(found.loc["特朗普"].en, found.loc["特朗普"].sources, strict=True))
    assert told == {"Donald Trump": "lexicon", "Trump": "gloss"}
    assert list(found.loc["阿米蒂"].en) == ["Amiti"]


def test_the_commonest_label_is_the_label():
    assert table().set_index("canonical").loc["阿米蒂"].label == "PERSON"


def test_a_pair_of_no_entity_is_no_row():
    assert set(table().canonical) == {"特朗普", "阿米蒂"}
