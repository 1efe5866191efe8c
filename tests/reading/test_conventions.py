"""Notes in every manner that OCR and the text layers of PDFs give them: found whole, and tied to their marks."""

import pytest

from kaoju.reading import parse

BURDEN = "Todd Sandler, *Burden*, p. 3."
TRADE = "王某：《贸易》，第3页。"
NEWS = "Reuters, May 1, 2020."


def notes(article):
    return [(note.label, " ".join(note.text.text.split())) for note in article.notes]


def ties(article):
    """The marks as printed, and the notes that they call."""
    return [(article.source[mark.start : mark.end], mark.note) for mark in article.markers]


def body(article):
    return [block.text.text for block in article.blocks if block.kind == "paragraph"]


@pytest.mark.parametrize(
    ("mark", "label", "why"),
    [
        ("$^{①}$", "$^{①}$ ", "circled, raised in TeX"),
        ("$^{[1]}$", "$^{[1]}$ ", "square, raised in TeX"),
        ("$^{1}$", "$^{1}$ ", "a number raised in TeX"),
        ("^1^", "1. ", "raised in Markdown"),
        ("<sup>①</sup>", "<sup>①</sup> ", "circled and raised"),
        ("$\\textcircled{1}$", "$\\textcircled{1}$ ", "circled by TeX"),
        ("${}^{1}$", "${}^{1}$ ", "raised beside nothing in TeX"),
        ("<sup>1)</sup>", "1) ", "half brackets"),
        ("[[1]](#_ftn1)", "[[1]](#_ftnref1) ", "as Word leaves it"),
        ('<sup id="r1"><a href="#n1">1</a></sup>', "1. ", "a link, raised"),
        ("①", "①、", "circled, with a comma"),
        ("（注①）", "注①：", "annotated and circled"),
        ("[ 1 ]", "[ 1 ] ", "brackets set wide"),
        ("【註1】", "【註1】", "lenticular brackets, Traditional"),
        ("（注１）", "注１：", "full-width digits"),
        ("\\[1\\]", "\\[1\\] ", "escaped brackets"),
    ],
)
@pytest.mark.parametrize("above", ["\n---\n\n", "\n", "\n* 本文为国家社科基金项目（23GJ0417）的阶段性成果。\n"])
def test_a_page_whose_notes_stand_below_a_rule_a_gap_or_thanks(mark, label, why, above):
    article = parse(f"# 题目\n\n关税升至25%。{mark}其后又\n{above}{label}{BURDEN}\n\n降。\n")
    assert [text for _, text in notes(article)] == [BURDEN], why
    assert ties(article) == [(mark, 1)]
    assert body(article) == ["关税升至25%。其后又降。"]


def test_more_than_twenty_notes_on_a_page_run_together_on_one_line():
    circles = [chr(0x2460 + n) for n in range(20)] + [chr(0x3251 + n) for n in range(5)]
    text = "".join(f"第{n}句话。{mark}" for n, mark in enumerate(circles, start=1))
    article = parse(f"# 题\n\n{text}\n\n" + "".join(f"{mark}书{n}，第{n}页" for n, mark in enumerate(circles, start=1)))
    assert notes(article) == [(mark, f"书{n}，第{n}页") for n, mark in enumerate(circles, start=1)]
    assert [mark.note for mark in article.markers] == list(range(1, 26))


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        ("Defense Economics, 2014.\n② ", "foreign words in a Chinese text"),
        ("北京：未名出版社2008年版。\n② ", "an imprint"),
    ],
)
def test_a_note_goes_on_on_the_next_page_above_the_notes_there(rest, why):
    first = "① Todd Sandler, “NATO Burden Sharing,”" if "D" in rest else "① 张三：《心理学史》，"
    article = parse(f"# 题\n\n甲说如此，①乙说\n\n{first}\n\n不然。②完了。\n\n{rest}{NEWS}\n")
    told = notes(article)
    assert [label for label, _ in told] == ["①", "②"], why
    assert told[0][1].endswith(rest.split("\n")[0])
    assert body(article) == ["甲说如此，乙说不然。完了。"]


def test_line_breaks_in_a_note_part_no_chinese_word_and_keep_apart_foreign_ones():
    article = parse(
        f"# 题\n\n甲。[1]乙。[2]\n\n---\n[1] 王某：《国际贸\n易》，第3页。\n[2] {BURDEN[:12]}\n{BURDEN[13:]}\n"
    )
    assert [note.text.text for note in article.notes] == [
        "王某：《国际贸易》，第3页。",
        f"{BURDEN[:12]}\n{BURDEN[13:]}",
    ]


@pytest.mark.parametrize(
    "cut", ["2018.", "2014, pp. 611-618.", "[2019]. https://example.org/", "12 pages in all.", "#koko"]
)
def test_a_line_within_a_note_is_no_label_no_page_number_and_no_heading(cut):
    article = parse(f"# 题\n\n甲。[1]乙。[2]\n\n## 注释\n\n[1] Smith, “Trade,”\n{cut}\n[2] {TRADE}\n")
    assert notes(article) == [("1", f"Smith, “Trade,” {cut}"), ("2", TRADE)]


FUSED = [
    ("出口增长了8.2%1。其后下降至4.1%2，又升。", "before a stop"),
    ("出口增长。1此后，第2季度又升。22018年下降。", "beside years and ordinals"),
    ("其中3处在大温哥华地区，1处在多伦多。1这是2倍。2", "beside counted things"),
    ("出口增长。1939年开战。1后来又升。2", "a year that begins with the number"),
]


@pytest.mark.parametrize(("text", "why"), FUSED)
def test_numbers_set_on_the_line_are_marks_where_the_notes_count_so(text, why):
    article = parse(f"# 题\n\n{text}\n\n---\n\n1 {BURDEN}\n2 {TRADE}\n")
    assert [mark.note for mark in article.markers] == [1, 2], why
    told = "".join(body(article))
    assert len(told) == len(text) - 2
    assert all(
        figure in told
        for figure in ("8.2%", "4.1%", "2018年", "1939年", "1处", "3处", "2倍", "第2季")
        if figure in text
    )


@pytest.mark.parametrize(
    "points",
    [
        "原因有三：①市场；②政策；③资金。",
        "包括①市场、②政策、③资金。",
        "分述如下：\n①市场广阔；\n②政策得当；\n③资金充足。",
        "| 类别 | 份额 |\n| --- | --- |\n| ①出口 | 8% |\n| ②进口 | 7% |",
    ],
)
def test_circled_digits_count_off_points_in_the_text_and_in_tables(points):
    article = parse(f"# 题\n\n甲说如此。①乙说不然。②\n\n{points}\n\n---\n\n① {BURDEN}\n② {TRADE}\n")
    assert ties(article) == [("①", 1), ("②", 2)]
    assert len(article.notes) == 2


def test_points_that_a_page_cuts_are_no_notes():
    page = f"甲说。①乙说。②原因有三：①市场；②政策；\n\n---\n\n① {BURDEN}\n\n② {TRADE}\n\n"
    article = parse(f"# 题\n\n{page}③资金。丙说。①\n\n---\n\n① {NEWS}\n")
    assert [text for _, text in notes(article)] == [BURDEN, TRADE, NEWS]
    assert [mark.note for mark in article.markers] == [1, 2, 3]


@pytest.mark.parametrize(
    ("mark", "called"),
    [
        ("[1,2-3]", [1, 2, 3]),
        ("[1]-[3]", [1, 2, 3]),
        ("[1－3]", [1, 2, 3]),
        ("<sup>1,3</sup>", [1, 3]),
        ("<sup>[1][3]</sup>", [1, 3]),
        ("[1, 3]", [1, 3]),
        ("$^{[1~2]}$", [1, 2]),
        ("〔2〕", [2]),
    ],
)
def test_one_mark_for_several_notes(mark, called):
    article = parse(f"# 题\n\n众说纷纭。{mark}\n\n## 注释\n\n[1] {BURDEN}\n[2] {TRADE}\n[3] {NEWS}\n")
    assert [one.note for one in article.markers] == called


def test_notes_that_begin_behind_their_heading_on_its_line():
    article = parse(f"# 题\n\n甲。①乙。②\n\n注释：① {BURDEN}\n② {TRADE}\n")
    assert [text for _, text in notes(article)] == [BURDEN, TRADE]
    assert ties(article) == [("①", 1), ("②", 2)]


def test_circled_ranges_call_each_note():
    article = parse(f"# 题\n\n众说纷纭。①—③\n\n---\n① {BURDEN}\n② {TRADE}\n③ {NEWS}\n")
    assert [one.note for one in article.markers] == [1, 2, 3]


@pytest.mark.parametrize("said", ["国发〔2018〕12号文件", "法释[2018]1号", "区间[0,1]内", "面积3km<sup>2</sup>"])
def test_years_intervals_and_square_metres_are_no_marks(said):
    article = parse(f"# 题\n\n{said}如此。[1]\n\n## 注释\n\n[1] {BURDEN}\n[2] {TRADE}\n")
    assert ties(article) == [("[1]", 1)]


def test_raised_digits_call_notes_behind_foreign_words_and_are_powers_behind_units():
    article = parse(f"# 题\n\n占地5km²，见Keohane³。\n\n## 注释\n\n1 {BURDEN}\n2 {TRADE}\n3 {NEWS}\n")
    assert ties(article) == [("³", 3)]


STACKS = ["①\n②\n", "[1]\n[2]\n", "1\n2\n"]


@pytest.mark.parametrize("labels", STACKS)
def test_labels_stacked_above_their_notes(labels):
    one, two = labels.split()
    marks = (f"<sup>{one}</sup>", f"<sup>{two}</sup>") if one == "1" else (one, two)
    article = parse(f"# 题\n\n甲。{marks[0]}乙。{marks[1]}\n\n---\n\n{labels}{BURDEN}\n{TRADE}\n")
    assert [text for _, text in notes(article)] == [BURDEN, TRADE]
    assert ties(article) == [(marks[0], 1), (marks[1], 2)]


def test_the_author_at_the_foot_of_a_page_cuts_no_paragraph():
    foot = f"---\n\n作者简介：张某，东江大学教授。\n\n① {BURDEN}\n\n· 3 ·\n\n"
    article = parse(f"# 题\n\n出口增长①，后来又\n\n{foot}上升了。\n")
    assert body(article) == ["出口增长，后来又上升了。"]
    assert article.meta.affiliation == "东江大学"


def test_a_mark_that_begins_a_page_is_no_label():
    article = parse(f"# 题\n\n甲①。其后下降\n\n---\n\n① {BURDEN}\n② {TRADE}\n\n· 3 ·\n\n②，又升。\n")
    assert ties(article) == [("①", 1), ("②", 2)]
    assert body(article) == ["甲。其后下降，又升。"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_notes_that_ocr_has_lost_leave_the_others_apart(gap):
    article = parse(f"# 题\n\n甲。[1]乙。[9]\n\n## 注释\n\n[1] {BURDEN}{gap}[9] {TRADE}\n")
    assert notes(article) == [("1", BURDEN), ("9", TRADE)]


SECTIONS = ["## 一、甲\n\n首先。[1]其次。[2]\n\n", "## 二、乙\n\n再次。[1]最后。[2]\n\n"]


def test_notes_that_begin_anew_in_each_section_together_at_the_end():
    article = parse("# 题\n\n" + "".join(SECTIONS) + f"注释\n\n[1] {BURDEN}\n[2] {TRADE}\n[1] {NEWS}\n[2] 同上。\n")
    assert [mark.note for mark in article.markers] == [1, 2, 3, 4]


@pytest.mark.parametrize("heading", ["注释", "## 参考文献", "【注释】", "Notes", "注释与参考文献"])
def test_notes_that_begin_anew_below_each_section(heading):
    first = f"{SECTIONS[0]}{heading}\n\n[1] {BURDEN}\n[2] {TRADE}\n\n"
    article = parse(f"# 题\n\n{first}{SECTIONS[1]}{heading}\n\n[1] {NEWS}\n[2] 同上。\n")
    assert [mark.note for mark in article.markers] == [1, 2, 3, 4]
    assert body(article) == ["首先。其次。", "再次。最后。"]


def test_an_endnote_called_twice_and_a_list_of_references_that_nothing_calls():
    text = "甲。<sup>①</sup>乙。<sup>②</sup>又甲。<sup>①</sup>"
    article = parse(f"# 题\n\n{text}\n\n注释\n\n① {BURDEN}\n② {TRADE}\n\n参考文献\n\n[1] 丁某. 书名[M]. 北京, 2022.\n")
    assert [mark.note for mark in article.markers] == [1, 2, 1]
    assert len(article.notes) == 2


def test_footnotes_beside_a_list_of_references_that_the_text_calls():
    article = parse(
        f"# 题\n\n甲。[1]此处的数字不含港澳。①乙\n\n---\n① 按现价计算。\n\n说。\n\n参考文献\n\n[1] {NEWS}\n"
    )
    assert ties(article) == [("[1]", 2), ("①", 1)]


def test_lines_of_a_column_belong_to_one_paragraph_even_where_a_sentence_ends_at_the_margin():
    lines = [
        "　　" + "关" * 36,
        "税" * 37 + "。",
        "贸" * 37 + "，",
        "易" * 30 + "。",
        "　　" + "另" * 36,
        "起" * 20 + "。",
    ]
    found = body(parse("# 题\n\n" + "\n".join(lines) + "\n"))
    assert [text[0] for text in found] == ["关", "另"]


UNCLOSED = ["^[" * 20_000, r"\footnote{" * 20_000, "[" * 50_000, "①" * 50_000, "。1" * 50_000, "* 点\n---\n" * 2_000]


@pytest.mark.parametrize("text", UNCLOSED)
def test_no_text_takes_long(text):
    assert parse(f"# 题\n\n正文[1]{text}\n\n---\n\n[1] {BURDEN}\n").notes


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ("[1](P25)", "as GB/T 7714 sets it"),
        ("[1]（P12-13）", "in full width"),
        ("[1]26", "raised digits fallen on the line"),
        ("[1]26-28", "a range of them"),
    ],
)
def test_the_page_behind_a_mark_is_of_the_mark(mark, why):
    article = parse(f"# 题\n\n增长8.2%{mark}。其后下降3%。\n\n## 注释\n\n[1] {TRADE}\n", "a.md")
    assert (body(article), ties(article)) == (["增长8.2%。其后下降3%。"], [(mark, 1)])


def test_a_number_in_brackets_behind_a_mark_is_no_page():
    article = parse(f"# 题\n\n增长8.2%[1](2019)。\n\n## 注释\n\n[1] {TRADE}\n", "a.md")
    assert body(article) == ["增长8.2%(2019)。"]


def test_a_circled_mark_whose_note_was_lost_calls_none():
    article = parse(f"# 题\n\n出口增长。①进口下降。② 外资增长。③\n\n---\n\n① {TRADE}\n② {NEWS}\n", "a.md")
    assert ties(article) == [("①", 1), ("②", 2), ("③", None)]


@pytest.mark.parametrize("word", ["关注", "加注", "投注", "倾注", "關注", "專注"])
def test_a_mark_behind_a_word_that_ends_like_a_note(word):
    article = parse(f"# 题\n\n出口受到{word}①，进口见注②。又增。②\n\n---\n\n① {TRADE}\n② {NEWS}\n")
    assert ties(article) == [("①", 1), ("②", 2)]
    assert body(article) == [f"出口受到{word}，进口见注②。又增。"]
