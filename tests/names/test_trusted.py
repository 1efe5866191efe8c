"""Which names that a model reads are borne out by their words."""

import math

import pytest

from kaoju.lexicon import open_lexicon
from kaoju.names.trusted import Read, doubt


@pytest.mark.parametrize(
    ("words", "label", "told"),
    [
        # by the last word
        ([("加通", "n"), ("湖", "n")], "LOC", 0.0),
        ([("岚桥", "n"), ("集团", "n")], "ORG", 0.0),
        ([("俄罗斯", "ns"), ("远东地区", "ns")], "LOC", 0.0),
        # the lexicon knows it as that, or as something else
        ([("韩国", "ns")], "LOC", 0.0),
        ([("韩国", "ns")], "PERSON", math.inf),
        # a Latin name of a person
        ([("Joan", "eng"), ("Ferrer", "eng")], "PERSON", 0.0),
        # nothing for it, and something against it
        ([("茂木", "n"), ("敏充", "n")], "PERSON", 0.5),
        ([("日本", "ns"), ("钢铁", "n")], "ORG", 1.0),
        ([("苏伊士", "ns"), ("航线", "n")], "LOC", 1.0),
        ([("发达国家", "n"), ("集团", "n")], "ORG", 1.0),
        ([("中日韩", "ns"), ("自贸区", "n")], "LOC", 1.0),
        # none at all
        ([("港湾", "n")], "LOC", math.inf),
        ([("奥尔森", "nr"), ("和", "c"), ("豪瑟", "n")], "PERSON", math.inf),
    ],
)
def test_how_doubtful_a_name_is(words: list[tuple[str, str]], label: str, told: float) -> None:
    assert doubt(Read(words, label), open_lexicon()) == told


def test_a_word_beside_it_bears_a_person_out() -> None:
    words = [("茂木", "n"), ("敏充", "n")]
    assert doubt(Read(words, "PERSON", before="大臣"), open_lexicon()) == 0.0
    assert doubt(Read(words, "PERSON", after="认为"), open_lexicon()) == 0.0
