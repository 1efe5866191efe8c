"""Every house style of marks and labels, wherever the notes stand and however they are numbered."""

import re

import pytest
from house_styles import LAYOUTS, STYLES, article

from kaoju.reading import parse
from kaoju.reading.signs import same_label


def squeezed(text):
    return re.sub(r"\s", "", text)


def found(source):
    """The notes, the notes called, and the running text of a source, without white space."""
    read = parse(source)
    notes = [(same_label(note.label), squeezed(note.text.text)) for note in read.notes]
    body = "".join(block.text.text for block in read.blocks if block.kind == "paragraph")
    return notes, [mark.note for mark in read.markers], squeezed(body)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("style", STYLES, ids=" ".join)
def test_notes_are_found_and_called(style, layout):
    for seed in range(3):
        made = article(style, layout, seed)
        notes = [(str(number), squeezed(text)) for number, text in made.notes]
        assert found(made.source) == (notes, made.calls, squeezed(made.body)), made.source


LIST = "\n\n註釋\n\n註1：Reuters, May 1, 2020.\n註2：王某：《贸易》，第3页。\n註3：同上。\n"
WORDS_IN_A_LIST = "\n\n註釋\n\n註一：Reuters, May 1, 2020.\n註二：王某：《贸易》，第3页。\n註三：同上。\n"


@pytest.mark.parametrize(
    ("text", "listed", "called", "body"),
    [
        ("增加。註1其後見註1，又參見註2及註3。", LIST, [1], "增加。其後見註1，又參見註2及註3。"),
        ("關注1個問題，附註2，同前註1；註2所述亦同。註3", LIST, [3], "關注1個問題，附註2，同前註1；註2所述亦同。"),
        ("增加。註12018年下降。註2", LIST, [1, 2], "增加。2018年下降。"),
        ("增加。註1、註3又降。", LIST, [1, 3], "增加。又降。"),
        ("增加。註9又降。註1", LIST, [1], "增加。註9又降。"),
        (
            "孤注一擲，關注一下。註一三者相同，註二若把運費計入。",
            WORDS_IN_A_LIST,
            [1, 2],
            "孤注一擲，關注一下。三者相同，若把運費計入。",
        ),
        ("增加。註1又降。", LIST.replace("註1：", "1. ").replace("註2：", "2. "), [], "增加。註1又降。"),
    ],
)
def test_a_label_without_brackets_is_a_mark_behind_a_clause_and_else_a_word(text, listed, called, body):
    _, calls, said = found(f"題目\n\n{text}{listed}")
    assert (calls, said) == (called, body)


@pytest.mark.parametrize(
    "points",
    [
        "原因有三：(1)市场；(2)政策；(3)资金。",
        "原因有三。(1)市场广阔。(2)政策得当。(3)资金充足。",
        "由式(3)可知，见表(2)。",
        "⑴市场广阔；⑵政策得当。",
    ],
)
def test_numbers_in_brackets_that_count_off_points_are_no_marks(points):
    listed = "\n\n注释\n\n(1) Reuters, May 1, 2020.\n(2) 王某：《贸易》，第3页。\n"
    _, calls, said = found(f"题\n\n甲说如此。(1)乙说不然。(2)\n\n{points}{listed}")
    assert (calls, said) == ([1, 2], f"甲说如此。乙说不然。{points}")


def test_a_bibliography_in_brackets_is_not_called_by_points():
    listed = "".join(f"(1{at}) 王某：《贸易》，第{at}页。\n" for at in range(9))
    assert found(f"题\n\n甲说。(10)市场广阔。(11)政策得当。\n\n参考文献\n\n{listed}")[1] == []


def test_headings_in_brackets_are_no_notes():
    text = "【一】问题\n\n甲说。[1]乙说。[2]\n\n【二】方法\n\n丙说。"
    notes, calls, said = found(f"题\n\n{text}\n\n注释\n\n[1] Reuters, 2020.\n[2] 同上。\n")
    assert (len(notes), calls, said) == (2, [1, 2], "【一】问题甲说。乙说。【二】方法丙说。")


DAMAGE = ["[1〕", "〔1]", "［1]", "[1 ]", "[1)", "(1]", "**[1]**"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("damaged", DAMAGE)
@pytest.mark.parametrize("where", ["mark", "label"])
def test_brackets_that_ocr_has_taken_for_others(where, damaged, layout):
    made = article(("[1]", "[1] "), layout, damaged)
    second = (damaged if where == "mark" else f"{damaged} ").replace("1", "2")
    source = made.source.replace("[2]" if where == "mark" else "[2] ", second)
    notes = [(str(number), squeezed(text)) for number, text in made.notes]
    assert found(source) == (notes, made.calls, squeezed(made.body)), source
