"""The words and terms of a text: what is counted, and as what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kaoju.annotations import Block, Figure
from kaoju.terms import count_terms, general_words

VOCAB = Vocab()


def doc(tagged: str) -> Doc:
    """A doc of words as ``word/flag`` with spaces between; a bare line break ends a block."""
    lines = [[pair.rsplit("/", 1) for pair in line.split()] for line in tagged.strip().split("\n")]
    words = [pair for line in lines for pair in line]
    made = Doc(VOCAB, words=[word for word, _ in words], spaces=[False] * len(words))
    for token, (_, flag) in zip(made, words, strict=True):
        token.tag_ = flag
    at = 0
    for line in lines:
        length = sum(len(word) for word, _ in line)
        made._.blocks = [*made._.blocks, Block(kind="paragraph", level=0, start=at, end=at + length)]
        at += length
    return made


def counted(made: Doc) -> dict[str, int]:
    rows = count_terms(made)
    return {row["term"]: sum(r["count"] for r in rows if r["term"] == row["term"]) for row in rows}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        # repeated: a term of two words; its words do not count a second time
        ("气候/n 融资/vn ，/x 气候/n 融资/vn", {"气候融资": 2}),
        # once only: two words
        ("气候/n 融资/vn", {"气候": 1, "融资": 1}),
        # a part that never stands outside the longer term is none
        ("绿色/n 气候/n 基金/n 。/x 绿色/n 气候/n 基金/n", {"绿色气候基金": 2}),
        # a part that also stands alone is one of its own
        ("气候/n 融资/vn 缺口/n 、/x 气候/n 融资/vn 缺口/n ，/x 气候/n 融资/vn", {"气候融资缺口": 2, "气候融资": 1}),
        # a verb that only carries its object is no part of a term
        ("提高/v 关税/n ，/x 提高/v 关税/n", {"关税": 2}),
        # nor do particles, numbers and punctuation join words
        ("战略/n 的/uj 转型/n ，/x 战略/n 的/uj 转型/n", {"战略": 2, "转型": 2}),
        # a single character is no word of a subject, but may be part of one
        ("货/n 机/n ，/x 北极/ns 港/n ，/x 北极/ns 港/n", {"北极港": 2}),
        # Latin names
        ("OECD/eng 成员/n ，/x OECD/eng 成员/n", {"OECD成员": 2}),
    ],
)
def test_terms(text, terms):
    assert counted(doc(text)) == terms


def test_terms_do_not_reach_across_blocks_and_are_counted_in_each():
    made = doc("能源/n 转型/n ，/x 能源/n\n转型/n 能源/n 转型/n")
    assert [(row["paragraph"], row["term"], row["count"]) for row in count_terms(made)] == [
        (0, "能源转型", 1),
        (0, "能源", 1),
        (1, "转型", 1),
        (1, "能源转型", 1),
    ]


def test_units_of_figures_are_no_words_of_the_subject():
    made = doc("疫苗/n 3/m 万剂/n")
    made._.figures = [Figure(start=2, end=5, kind="QUANTITY", low=3e4, high=3e4, unit="剂", approx=None)]
    assert counted(made) == {"疫苗": 1}


def test_surface_is_what_the_article_has():
    made = doc("国防/n 预算/v ，/x 国防/n 预算/v")
    source = "國防預算，國防預算"
    assert [(r["term"], r["surface"], r["pos"]) for r in count_terms(made, lambda start, end: source[start:end])] == [
        ("国防预算", "國防預算", "n+v")
    ]


def test_an_empty_text_has_no_terms():
    assert count_terms(Doc(VOCAB)) == []


def test_general_words_stand_once_each():
    assert len(general_words()) > 150
    assert "关税" not in general_words()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["关税", "壁垒", "的", "港", "美国", "提高", "5", "，"]),
            st.sampled_from(["n", "v", "uj", "x", "ns", "m"]),
        )
    )
)
def test_no_stretch_counts_twice(words):
    made = doc(" ".join(f"{word}/{flag}" for word, flag in words)) if words else Doc(VOCAB)
    rows = count_terms(made)
    assert sum(len(row["term"]) * row["count"] for row in rows) <= len(made.text)
    assert rows == count_terms(made)
