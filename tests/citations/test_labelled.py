"""The trained labeller: words, what it looks at in them, and the parts that it finds where the grammar has no marks."""

from __future__ import annotations

import time

import pytest

from kaoju.citations import parse_note
from kaoju.citations.features import features, kind_of, shape
from kaoju.citations.labelled import read_labelled
from kaoju.citations.tokens import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("钱岳译，2010年", ["钱岳", "译", "，", "2010", "年"]),
        ("载赵宁主编", ["载", "赵宁", "主编"]),
        ("O’Brien, J.-P.", ["O’Brien", ",", "J", ".", "-", "P", "."]),
        ("pp.12–15", ["pp", ".", "12", "–", "15"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = tokens(text)
    assert [word.text for word in found] == words
    assert all(text[word.start : word.end] == word.text for word in found)


def test_shapes() -> None:
    words = ("2019", "31", "商务印书馆", "エネルギー", "Press", "of", "UNESCO", "J", "，")
    assert [shape(word) for word in words] == ["Y", "d2", "Z5", "K", "C", "l", "A4", "I", "，"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("press", "press"),
        ("商务印书馆", "press"),
        ("世界经济与政治学报", "journal"),
        ("王芳", "named"),
        ("harvest", ""),
    ],
)
def test_words_on_the_lists(word: str, kind: str) -> None:
    assert kind_of(word) == kind


def test_a_row_of_features_for_every_word() -> None:
    text = "赵宁：《甲》，载《国际问题研究》2019年第2期。"
    assert len(features(text, tokens(text))) == len(tokens(text))
    assert features("", []) == []


def test_nothing_is_found_in_nothing() -> None:
    assert read_labelled("").citation.title is None
    assert read_labelled("这里的数字不包括再出口。").citation.title is None


def test_a_thousand_notes_a_second() -> None:
    notes = [f"赵宁：《老龄化与储蓄率》，载《人口研究》，{year}年第2期，第15—29页。" for year in range(1800, 2025)]
    notes += [
        f"Ana Prado, “The Price of Water,” *Energy Policy* 48, no. 2 ({year}): 19–31." for year in range(1800, 2025)
    ]
    parse_note(notes[0])
    began = time.process_time()
    for note in notes:
        parse_note(note)
    # a machine that does other things too is given four times the time
    assert time.process_time() - began < 4 * len(notes) / 1000
