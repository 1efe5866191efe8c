"""Names that a text gives in the original, in brackets after them."""

import pytest

from kaoju.names.mentions import Passage
from kaoju.names.originals import Original, originals

# the words that jieba cuts, with its tags
PASSAGES = {
    "the word that sounds like it": (
        "突尼斯/ns 总统/n 赛义德/nr （/x Kais/eng  /x Saied/eng ）/x",
        "赛义德",
        "Kais Saied",
    ),
    "words that sound like it together": (
        "学者/n 古铁/n 雷斯/n （/x Ana/eng  /x Gutierrez/eng ）/x",
        "古铁雷斯",
        "Ana Gutierrez",
    ),
    "a term of several words": ("开征/v 电子/n 税/n （/x E/eng -/x Levy/eng ）/x", "电子税", "E-Levy"),
    "a title": ("签署/v 《/x 瑙鲁/ns 协定/n 》/x （/x Nauru/eng  /x Accord/eng ）/x", "瑙鲁协定", "Nauru Accord"),
    "a title before its kind": ("“/x 海鹭/n ”/x 联盟/n （/x Egret/eng  /x Alliance/eng ）/x", "海鹭", "Egret Alliance"),
}


def passage(told: str) -> Passage:
    """``word/tag`` with a space between; a word that is a space is written as one."""
    pairs = [piece.rsplit("/", 1) for piece in told.replace("  /", " \0/").split(" ")]
    return Passage([word.replace("\0", " ") for word, _ in pairs], [tag for _, tag in pairs])


@pytest.mark.parametrize(("told", "name", "latin"), PASSAGES.values(), ids=PASSAGES)
def test_a_name_is(told: str, name: str, latin: str) -> None:
    words = passage(told)
    assert [(words.text[one.start : one.end], one.latin) for one in originals(words, [])] == [(name, latin)]


def test_a_known_name_is_taken_whole() -> None:
    words = passage("北方/f 渔业/n 部/n （/x Fisheries/eng ）/x")
    assert [(one.start, one.end) for one in originals(words, [(0, 5)])] == [(0, 5)]


@pytest.mark.parametrize(
    "told", ["组成/v 联盟/n （/x Egret/eng ）/x", "增长/v 了/ul （/x Growth/eng ）/x", "（/x Growth/eng ）/x"]
)
def test_words_that_are_no_name_have_no_original(told: str) -> None:
    assert [*originals(passage(told), [])] == []


@pytest.mark.parametrize(
    ("name", "latin", "forms"),
    [
        ("赛义德", "Kais Saied", ("Kais Saied", "Saied")),
        ("世界银行", "World Bank", ("World Bank",)),
        ("贝莱德", "BlackRock", ("BlackRock",)),
    ],
)
def test_a_person_is_also_called_by_the_surname(name: str, latin: str, forms: tuple[str, ...]) -> None:
    assert Original(0, len(name), latin).forms(name) == forms
