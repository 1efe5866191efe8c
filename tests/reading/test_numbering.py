"""What the numbering tells: lost marks, numbers within notes, page numbers, the page that a mark gives."""

import pytest

from kaoju.reading import parse

BURDEN = "Todd Sandler, *Burden*, p. 3."
TRADE = "王某：《贸易》，第3页。"
NEWS = "Reuters, May 1, 2020."


def notes(article):
    return [(note.label, "".join(note.text.text.split("\n"))) for note in article.notes]


@pytest.mark.parametrize(("label", "mark"), [("2 ", "{}"), ("2. ", "<sup>{}</sup>"), ("[2] ", "[{}]")])
def test_a_note_whose_mark_was_lost_is_a_note(label, mark):
    called = "".join(f"甲说如此。{mark.format(number)}" for number in (1, 3))
    listed = "".join(label.replace("2", str(at)) + note + "\n" for at, note in enumerate((BURDEN, TRADE, NEWS), 1))
    article = parse(f"题\n\n{called}\n\n{listed}\n")
    assert notes(article) == [("1", BURDEN), ("2", TRADE), ("3", NEWS)]
    assert [one.note for one in article.markers] == [1, 3]


@pytest.mark.parametrize("heading", ["", "註釋\n\n"])
@pytest.mark.parametrize("below", ["", f"7 {NEWS}\n"])
def test_a_number_that_a_note_goes_on_with_is_no_label(heading, below):
    called = "甲說。6" + ("乙說。7" if below else "")
    article = parse(f"題目\n\n{called}\n\n{heading}6 陳某：〈甲〉，《學報》第\n7 號，頁3。\n{below}")
    assert notes(article) == [("6", "陳某：〈甲〉，《學報》第7 號，頁3。"), ("7", NEWS)][: 1 + bool(below)]


OPENINGS = (
    "2014 年 9 月，各国承诺提高军费。",
    "1 月的峰会上，秘书长称之为“转折”。",
    "1 年后，“转折”并未到来。",
    "1 个月之后，“转折”并未到来。",
    "1 亿美元的军费被称为“转折”。",
    "1 % 的军费被称为“转折”。",
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_paragraph_that_begins_with_a_number_set_apart_is_no_note(opening):
    article = parse(f"# 题\n\n甲说。[1]\n\n{opening}[2]\n\n---\n\n[1] {BURDEN}\n\n[2] {TRADE}\n")
    assert notes(article) == [("1", BURDEN), ("2", TRADE)]
    assert [one.note for one in article.markers] == [1, 2]


@pytest.mark.parametrize("folio", ["37", "· 37 ·", "1037"])
def test_a_page_number_below_a_note_without_a_stop_is_none_of_it(folio):
    article = parse(f"# 题\n\n甲说。[1]\n\n---\n\n[1] 外交部，https://www.example.org/a\n{folio}\n\n乙说。\n")
    assert notes(article) == [("1", "外交部，https://www.example.org/a")]


@pytest.mark.parametrize("year", ["1990", "2014"])
def test_a_year_below_a_note_without_a_stop_is_of_it(year):
    article = parse(f"# 题\n\n甲说。[1]\n\n---\n\n[1] Sandler, Burden, Oxford University Press\n{year}\n\n乙说。\n")
    assert notes(article) == [("1", f"Sandler, Burden, Oxford University Press{year}")]


COLUMN = "　　" + "关" * 30 + "。1\n" + "税" * 32 + "\n" + "贸" * 32 + "\n" + "易" * 31 + "。\n{}\n\n其后下降。\n\n"


def test_a_number_alone_below_a_full_line_is_the_next_mark():
    article = parse(f"题目\n\n{COLUMN.format(2)}1 {BURDEN}\n2 {TRADE}\n")
    assert [one.note for one in article.markers] == [1, 2]


def test_a_number_alone_that_does_not_count_on_is_a_page_number():
    article = parse(f"题目\n\n{COLUMN.format(37)}1 {BURDEN}\n")
    assert [one.note for one in article.markers] == [1]
    assert not any("37" in block.text.text for block in article.blocks)


@pytest.mark.parametrize(
    ("mark", "pages"),
    [
        ("[1](P25)", "25"),
        ("[1]（P12-13）", "12-13"),
        ("[1]26", "26"),
        ("[1]（第12页）", "12"),
        ("[1]（頁12-15）", "12-15"),
        ("<sup>[1]</sup>(P25)", "25"),
        ("<sup>[1](P25)</sup>", "25"),
        ("<sup>[1]25</sup>", "25"),
        ("[1]", None),
    ],
)
def test_the_page_that_a_mark_gives_is_kept_with_it(mark, pages):
    article = parse(f"# 题\n\n增长8.2%{mark}。其后下降。\n\n## 注释\n\n[1] {TRADE}\n")
    assert [(article.source[one.start : one.end], one.note, one.pages) for one in article.markers] == [(mark, 1, pages)]
    assert "".join(block.text.text for block in article.blocks if block.kind == "paragraph") == "增长8.2%。其后下降。"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("abstract", "keywords"),
    [("摘要", "关键词"), ("內容提要", "關鍵詞"), ("摘　要", "关 键 词"), ("提要：", "【关键词】")],
)
def test_fields_whose_labels_have_lines_of_their_own(abstract, keywords, gap):
    said = f"{abstract}{gap}本文讨论贸易问题，认为出口增长。\n{keywords}{gap}贸易；出口\n\nAbstract\nOn trade.\n"
    article = parse(f"论贸易\n\n张三\n\n{said}\n一、引言\n\n出口增长。\n")
    assert (article.meta.abstract, article.meta.keywords) == ("本文讨论贸易问题，认为出口增长。", ("贸易", "出口"))
    assert [block.kind for block in article.blocks] == ["title", "abstract", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("heading", "place"), [("---", "foot"), ("注释", "end"), ("参考文献", "references"), ("## Notes", "end")]
)
def test_where_a_note_stands(heading, place):
    article = parse(f"# 题\n\n甲说。[1]乙说。^[王某：《贸易》。]\n\n{heading}\n\n[1] {NEWS}\n")
    assert [note.place for note in article.notes] == (["text"] if place == "references" else ["text", place])


def test_a_list_of_references_that_the_text_calls_is_told_as_such():
    assert [note.place for note in parse(f"# 题\n\n甲说。[1]\n\n参考文献\n\n[1] {NEWS}\n").notes] == ["references"]


LONG = [
    "。注一" * 20_000,
    "。(1)" * 30_000,
    "[1](第" * 20_000,
    "<sup>[1]1-1" * 10_000,
    "。1。2\n\n1. 甲。 " + "2. " * 50_000,
    "\n\n".join(f"{number}. 甲" for number in range(1, 10_000)),
]


@pytest.mark.parametrize("text", LONG)
def test_no_numbering_takes_long(text):
    assert parse(f"# 题\n\n正文[1]{text}\n\n## 注释\n\n[1] {BURDEN}\n").notes


@pytest.mark.parametrize("lost", [{1}, {4, 5}, {4, 5, 6}, {2, 9}])
@pytest.mark.parametrize(("mark", "label"), [("{}", "{} "), ("({})", "({}) "), ("{})", "{}) ")])
def test_marks_on_the_line_are_told_though_others_were_lost(mark, label, lost):
    kept = [number for number in range(1, 10) if number not in lost]
    text = "".join(
        f"甲某说第{number}项增长2%。{mark.format(number) if number in kept else ''}" for number in range(1, 10)
    )
    listed = "\n".join(f"{label.format(number)}{TRADE}" for number in range(1, 10))
    article = parse(f"题\n\n{text}\n\n注释\n\n{listed}\n")
    assert [one.note for one in article.markers] == kept


def test_marks_that_begin_anew_in_each_section_are_told_where_a_year_looks_like_one():
    sections = ["一、甲\n\n增长8%。1其后又降。2\n\n", "二、乙\n\n协议已签。1年内生效。1其后又升。2\n\n"]
    article = parse(f"题\n\n{''.join(sections)}注释\n\n1 {BURDEN}\n2 {TRADE}\n1 {NEWS}\n2 同上。\n")
    assert [one.note for one in article.markers] == [1, 2, 3, 4]
    assert article.blocks[-1].text.text == "协议已签。1年内生效。其后又升。"


@pytest.mark.parametrize("heading", ["参考文献", "注释"])
@pytest.mark.parametrize("label", ["{}. ", "{} ", "({}) "])
def test_figures_do_not_call_a_list_that_nothing_calls(label, heading):
    listed = "\n".join(f"{label.format(number)}{TRADE}" for number in range(1, 9))
    text = "共有两类。1这是前者，2家企业退出，增加4。其后升至3，另有(2)种。"
    assert parse(f"题\n\n{text}\n\n{heading}\n\n{listed}\n").markers == ()


def test_a_figure_does_not_stand_for_a_mark_that_was_lost():
    article = parse(f"题\n\n甲说。[1]贸易增长，增加2。\n\n注释\n\n[1] {BURDEN}\n[2] {TRADE}\n")
    assert [one.note for one in article.markers] == [1]


def test_two_marks_behind_words_call_the_two_notes_of_an_article():
    article = parse(f"题\n\n甲说增加1。乙说减少2，又升。\n\n注释\n\n1 {BURDEN}\n2 {TRADE}\n")
    assert [one.note for one in article.markers] == [1, 2]


def test_a_number_on_the_line_calls_its_note_once_more():
    article = parse(f"题\n\n甲说增。1乙说降。2丙又说增。1丁说不变。3\n\n注释\n\n1 {BURDEN}\n2 {TRADE}\n3 {NEWS}\n")
    assert [one.note for one in article.markers] == [1, 2, 1, 3]
    assert article.blocks[-1].text.text == "甲说增。乙说降。丙又说增。丁说不变。"


@pytest.mark.parametrize(
    "text",
    ["原因有三。1市场广阔。2政策得当。3资金充足。", "协议签署。2国代表出席。", "其后增加2，另有1种。", "第1，其2。"],
)
def test_numbers_that_count_do_not_call_a_note_once_more(text):
    article = parse(f"题\n\n甲说增。1乙说降。2丁说不变。3\n\n{text}\n\n注释\n\n1 {BURDEN}\n2 {TRADE}\n3 {NEWS}\n")
    assert [one.note for one in article.markers] == [1, 2, 3]
    assert article.blocks[-1].text.text == text


IN_WORDS = f"（一）{BURDEN}\n\n（二）{TRADE}\n\n（三）{NEWS}\n"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("甲说增。（一）乙说降（二）。丙又说增。（三）", [1, 2, 3]),
        ("（一）问题\n\n甲说增。（一）乙说降。（二）\n\n（二）方法\n\n丙又说增。（三）", [1, 2, 3]),
        ("原因有三：（一）市场；（二）政策；（三）资金。", []),
        ("（一）问题\n\n甲说增。\n\n（二）方法\n\n见第（三）项。", []),
    ],
)
def test_marks_in_words_and_brackets_are_told_from_headings_and_points(text, called):
    article = parse(f"题\n\n{text}\n\n注释\n\n{IN_WORDS}")
    assert [one.note for one in article.markers] == called
    assert notes(article) == [("一", BURDEN), ("二", TRADE), ("三", NEWS)]


def test_a_heading_below_the_notes_of_a_section_is_no_note():
    first = f"（一）问题\n\n甲说增。[1]\n\n注释\n\n[1] {BURDEN}"
    article = parse(f"题\n\n{first}\n\n（二）方法\n\n乙说降。[1]\n\n注释\n\n[1] {TRADE}\n")
    assert notes(article) == [("1", BURDEN), ("1", TRADE)]
