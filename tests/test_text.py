"""Offsets survive every change of a text."""

import re
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kaoju.normalising import (
    close_gaps,
    drop_unseen,
    fold_width,
    mend_digits,
    normalise,
    script_of,
    set_signs,
    simplify,
    write_signs,
)
from kaoju.text import Text

MIXED = st.text(alphabet="美元亿 国國體　１２％12,.，。“”（）()\n\tAbé①²\u200b\ufeff\u0301臺灣台湾⼀金", max_size=60)


def monotone(values):
    return all(a <= b for a, b in pairwise(values))


@given(MIXED)
def test_a_text_of_a_source_stands_for_itself(source):
    text = Text.of(source, 7)
    assert text.text == source
    assert [text.source_range(i, i + 1) for i in range(len(source))] == [(i + 7, i + 8) for i in range(len(source))]


@given(MIXED)
def test_normalising_keeps_every_character_on_its_source(source):
    text = normalise(Text.of(source))
    assert len(text.text) == len(text.start) == len(text.end)
    assert monotone(text.start)
    assert monotone(text.end)
    for i, char in enumerate(text.text):
        start, end = text.source_range(i, i + 1)
        assert simplify(fold_width(Text.of(source[start:end]))).text == char or len(source[start:end]) == 1


@given(MIXED)
def test_normalising_twice_is_normalising_once(source):
    once = normalise(Text.of(source)).text
    assert normalise(Text.of(once)).text == once


@given(st.lists(st.tuples(MIXED, st.integers(0, 500)), max_size=4))
def test_joined_parts_keep_their_ranges(parts):
    texts = [Text.of(source, offset) for source, offset in parts]
    joined = Text.join(texts, "\n")
    assert joined.text == "\n".join(source for source, _ in parts)


def test_a_replacement_of_another_length_stands_for_the_whole_match():
    text = Text.of("共10 000元").replace(re.compile(r"\d+ \d+"), lambda match: match.group().replace(" ", ""))
    assert text.text == "共10000元"
    assert text.source_range(1, 6) == (1, 7)
    assert text.source_range(6, 7) == (7, 8)


def test_an_offset_of_the_source_is_found_again():
    text = Text.of("增长①8.2%").delete([(2, 3)])
    assert text.text == "增长8.2%"
    assert text.at_source(2) == text.at_source(3) == 2
    assert text.at_source(99) == len(text)


NORMALISED = [
    (fold_width, "５００个基点", "500个基点", "full-width digits"),
    (fold_width, "９．１％", "9.1%", "full-width point and per cent"),
    (fold_width, "（ＧＤＰ），①㎡", "（GDP），①㎡", "the punctuation of Chinese text, circled digits and units stay"),
    (close_gaps, "在 2012 年签署", "在2012年签署", "spaces that OCR sets beside digits"),
    (close_gaps, "5 500 亿美元", "5 500亿美元", "a space between digits is the number's own"),
    (set_signs, "出口,进口;税率:8.2%,跌!", "出口，进口；税率：8.2%，跌！", "half-width signs between Chinese words"),
    (set_signs, "1,000元 at 3:20, he said", "1,000元 at 3:20, he said", "signs of numbers and of English stay"),
    (set_signs, '所谓"贸易战"和"deal"', '所谓“贸易战”和"deal"', "straight quotes around Chinese words"),
    (close_gaps, "The New York Times 报道", "The New York Times报道", "spaces of English stay"),
    (drop_unseen, "\ufeff费\u200b用\u202e", "费用", "byte order mark, zero width space, direction"),
    (mend_digits, "从l0%升至2O%，共5OO亿", "从10%升至20%，共500亿", "letters for digits in a number"),
    (mend_digits, "5l水，含O2，CO2%，I%，F-15", "5l水，含O2，CO2%，I%，F-15", "letters that are letters"),
    (simplify, "國防預算與後台", "国防预算与后台", "Traditional to Simplified"),
]


def test_normalisers():
    for normaliser, given_, expected, why in NORMALISED:
        assert normaliser(Text.of(given_)).text == expected, why


def test_script_is_told_by_the_characters():
    assert script_of("國防預算與對美軍購") == "Hant"
    assert script_of("国防预算与对美军购") == "Hans"
    assert script_of("") == "Hans"


def test_a_gap_without_end_is_read_in_no_time():
    gap = " " * 200_000
    began = time.perf_counter()
    assert write_signs(Text.of(rf"5{gap}8 \sim 9")).text == f"5{gap}8~9"
    assert time.perf_counter() - began < 2
