"""Articles as they come: pages, notes, marks, heads and feet."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kaoju.errors import ReadingError
from kaoju.reading import parse, read

PAGED = """# 论防务分担\\*

□ 韦某友

〔提 要〕本文讨论分担问题。

〔关键词〕分担、同盟

〔作者简介〕韦某友，复江大学美国研究中心副教授

## 一、问题

韩国承担了 10 亿

---

[1] Todd Sandler, “Burden Sharing,” *Foreign Policy Analysis*, 2014.

[2] *Ibid.*

· 37 ·

美元费用。<sup>[1]</sup> 日本也提出异

---

[1] Reuters, May 1, 2019.

议。<sup>[1]</sup>

【完稿日期：2019-11-6】

【责任编辑：姜某安】
"""


def paragraphs(article):
    return [block.text.text for block in article.blocks if block.kind == "paragraph"]


def test_a_space_before_a_line_begins_no_paragraph_within_a_sentence():
    line = "年费由二〇一二年的水平一路上升到今天的水平，合计达到9"
    assert paragraphs(parse(f"# 题目\n\n{line}\n 000万美元，此后回落。\n")) == [f"{line}000万美元，此后回落。"]


def test_a_figure_cut_by_a_page_is_whole_again_and_knows_where_it_stood():
    article = parse(PAGED)
    assert paragraphs(article) == ["韩国承担了 10 亿美元费用。 日本也提出异议。"]
    text = article.blocks[3].text
    at = text.text.index("10 亿美元")
    start, end = text.source_range(at, at + 6)
    assert PAGED[start:].startswith("10 亿\n")
    assert PAGED[:end].endswith("\n美元")
    assert article.surface(start, end) == "10 亿美元"


def test_numbers_that_begin_anew_on_every_page_are_tied_page_by_page():
    article = parse(PAGED)
    assert [(note.number, note.label, note.page) for note in article.notes] == [(1, "1", 0), (2, "2", 0), (3, "1", 1)]
    assert [(PAGED[m.start : m.end], m.note) for m in article.markers] == [
        ("<sup>[1]</sup>", 3),
        ("<sup>[1]</sup>", None),
    ]


def test_the_head_and_the_foot_are_told_from_the_text():
    meta = parse(PAGED).meta
    assert meta.title == "论防务分担"
    assert meta.authors == ("韦某友",)
    assert meta.affiliation == "复江大学美国研究中心"
    assert meta.keywords == ("分担", "同盟")
    assert meta.abstract == "本文讨论分担问题。"
    assert meta.completed == "2019-11-06"
    assert meta.editor == "姜某安"


MARKS = [
    ("<sup>[1]</sup>", "[1] Reuters, 2019.", "square brackets, raised"),
    ("[1]", "[1] Reuters, 2019.", "square brackets"),
    ("**[1]**", "[1] Reuters, 2019.", "bold square brackets"),
    ("^[1]^", "[1] Reuters, 2019.", "raised in Markdown"),
    ("<sup>1</sup>", "1. Reuters, 2019.", "raised number"),
    ("$^{[1]}$", "[1] Reuters, 2019.", "raised in TeX"),
    ("①", "① Reuters, 2019.", "circled"),
    ("①", "①Reuters, 2019.", "circled, glued to its note"),
    ("¹", "1 Reuters, 2019.", "superscript character"),
    ("〔1〕", "〔1〕 Reuters, 2019.", "tortoise shell brackets"),
    ("（注1）", "注1：Reuters, 2019.", "annotated"),
    ("（註1）", "（註1）Reuters, 2019.", "annotated, Traditional"),
    ("［１］", "［１］Reuters, 2019.", "full width"),
    ("[^1]", "[^1]: Reuters, 2019.", "pandoc"),
]


@pytest.mark.parametrize(("mark", "note", "why"), MARKS)
def test_every_form_of_mark_calls_its_note(mark, note, why):
    source = f"# 题目\n\n关税升至25%。{mark}其后又降。\n\n## 注释\n\n{note}\n"
    article = parse(source)
    assert [(m.note, source[m.start : m.end]) for m in article.markers] == [(1, mark)], why
    assert article.notes[0].text.text == "Reuters, 2019."
    assert article.notes[0].label in ("1", "①", "１")
    assert paragraphs(article) == ["关税升至25%。其后又降。"]


def test_one_mark_may_call_several_notes():
    source = "# 题\n\n众说纷纭。[1-3]又[2][3]\n\n注释\n\n[1] 甲书。\n\n[2] 乙书。\n\n[3] 丙书。\n"
    assert [m.note for m in parse(source).markers] == [1, 2, 3, 2, 3]


def test_a_mark_without_a_note_stays_with_its_reason():
    article = parse("# 题\n\n此说可疑。[7]\n\n## 注释\n\n[1] 甲书。\n")
    assert [(m.label, m.note) for m in article.markers] == [("7", None)]
    assert article.markers[0].reason


def test_circled_digits_that_enumerate_are_no_marks():
    article = parse("# 题\n\n原因有三：①市场；②政策；③资金。[1]\n\n## 注释\n\n[1] 甲书。\n")
    assert [m.label for m in article.markers] == ["1"]


def test_circled_digits_enumerate_beside_circled_notes():
    source = (
        "# 题目\n\n原因有三：①市场；②政策；③资金。学界另有他说，①也有人反对。②\n\n---\n① 甲书。\n② 乙书。\n③ 丙书。\n"
    )
    assert [m.note for m in parse(source).markers] == [1, 2]


def test_an_unnumbered_bibliography_is_no_notes():
    article = parse("# 题\n\n此说可疑。[1]\n\n## 注释\n\n[1] 甲书。\n\n## 参考文献\n\n丁某. 书名[M]. 北京, 2022.\n")
    assert len(article.notes) == 1
    assert paragraphs(article) == ["此说可疑。"]


def test_a_references_section_that_the_text_calls_is_its_notes():
    article = parse("# 题\n\n此说可疑。[1]\n\n## 参考文献\n\n[1] 丁某. 书名[M]. 北京, 2022.\n")
    assert [m.note for m in article.markers] == [1]


def test_running_heads_and_page_numbers_are_taken_out():
    source = "# 题\n\n吞吐量逐年上升，增至五百\n\n世界港口评论 2024年第2期\n\n— 12 —\n\n万箱，创下新高。\n"
    assert paragraphs(parse(source)) == ["吞吐量逐年上升，增至五百万箱，创下新高。"]


def test_a_running_head_that_repeats_the_title_is_taken_out():
    source = "# 航运的瓶颈：运河与港口\n\n班轮停靠的港口日\n\n· 36 ·\n\n纪某澜：航运的瓶颈\n\n益集中，已成定局。\n"
    assert paragraphs(parse(source)) == ["班轮停靠的港口日益集中，已成定局。"]


@pytest.mark.parametrize(
    "line",
    [
        "{}年出口增长5.{}%，见部报告。[{}]",  # sentences of one form, each with its note
        "{}年：{}.{}亿美元",  # a list of values
        "{}年的份额为{}%",
        "{}年，{}家船厂关门<sup>[{}]</sup>",
    ],
)
def test_lines_of_one_form_that_say_something_are_no_running_heads(line):
    said = [line.format(2000 + n, n, n) for n in range(1, 6)]
    notes = "\n".join(f"[{n}] Report {n}, 2019." for n in range(1, 6))
    article = parse("# 船\n\n" + "\n\n".join(said) + f"\n\n## 注释\n\n{notes}\n")
    assert [text[:5] for text in paragraphs(article)] == [text[:5] for text in said]


def test_wrapped_lines_are_joined_and_paragraphs_are_kept_apart():
    source = "题目\n\n　　第一段的文字在这里换行，还没有\n结束，下一行才结束。\n　　第二段另起。\n"
    assert paragraphs(parse(source)) == ["第一段的文字在这里换行，还没有结束，下一行才结束。", "第二段另起。"]


def test_plain_text_headings_are_known_by_their_form():
    source = "论港口\n\n一、引言\n\n正文在此。\n\n（一）背景\n\n又一段。\n\n结语\n\n完了。\n"
    headings = [(block.level, block.text.text) for block in parse(source).blocks if block.kind == "heading"]
    assert headings == [(2, "一、引言"), (3, "（一）背景"), (2, "结语")]


def test_an_article_without_notes_has_none():
    article = parse("# 题\n\n只有一段正文，增长8.2%。\n")
    assert article.notes == article.markers == ()


NOTE_LAYOUTS = [
    ("---\n\n① Sandler, “Burden,” 2014.\n\n② Reuters, 2019.\n", "a rule, then notes"),
    ("① Sandler, “Burden,” 2014.\n② Reuters, 2019.\n", "no rule, no blank lines between"),
    ("①Sandler, “Burden,” 2014. ②Reuters, 2019.\n", "running together on one line"),
    ("---\n①\n②\nSandler, “Burden,” 2014.\nReuters, 2019.\n", "labels stacked apart from their notes"),
    ("---\n\n① Sandler, “Burden,”\n2014.\n② Reuters, 2019.\n", "a note of two lines"),
]


@pytest.mark.parametrize(("notes", "why"), NOTE_LAYOUTS)
def test_notes_are_found_however_they_are_set(notes, why):
    article = parse(f"# 题目\n\n甲说如此，①乙说不然，②两说并\n\n{notes}\n存。\n")
    assert paragraphs(article) == ["甲说如此，乙说不然，两说并存。"], why
    assert [(n.label, " ".join(n.text.text.split())) for n in article.notes] == [
        ("①", "Sandler, “Burden,” 2014."),
        ("②", "Reuters, 2019."),
    ], why
    assert [m.note for m in article.markers] == [1, 2]


def test_notes_with_bare_numbers_stand_below_a_rule():
    article = parse(
        "# 题目\n\n甲说<sup>1</sup>与乙说<sup>2</sup>。\n\n---\n1. Sandler, 2014.\n2. Reuters, 2019.\n\n下一页的正文。\n"
    )
    assert [(n.label, n.text.text) for n in article.notes] == [("1", "Sandler, 2014."), ("2", "Reuters, 2019.")]
    assert paragraphs(article) == ["甲说与乙说。", "下一页的正文。"]


INLINE = [
    (
        "2018年出口增长8%。^[Todd Sandler, *Burden* [2nd ed.], p. 3.]其后下降。",
        "Todd Sandler, *Burden* [2nd ed.], p. 3.",
    ),
    (r"2018年出口增长8%\footnote{王某：《\textit{贸易}》，第3页。}。", r"王某：《\textit{贸易}》，第3页。"),
]


@pytest.mark.parametrize(("text", "words"), INLINE)
def test_notes_that_stand_in_the_text_call_themselves(text, words):
    article = parse(f"# 题\n\n{text}\n\n又增2%。^[同上。]")
    assert [note.text.text for note in article.notes] == [words, "同上。"]
    assert [marker.note for marker in article.markers] == [1, 2]
    assert "增长8%" in paragraphs(article)[0] and words not in paragraphs(article)[0]


def test_a_note_in_the_text_that_never_ends_is_text():
    article = parse("# 题\n\n增长8%。^[Todd Sandler, p. 3.")
    assert article.notes == () and "Todd Sandler" in paragraphs(article)[0]


def test_digits_set_on_the_line_call_notes_with_such_numbers():
    article = parse(
        "# 题\n\n增长8%。1其后下降2%，2又升。\n\n1 Todd Sandler, *Burden*, p. 3.\n2 王某：《贸易》，第3页。"
    )
    assert paragraphs(article) == ["增长8%。其后下降2%，又升。"]
    assert [marker.note for marker in article.markers] == [1, 2]


def test_numbered_points_are_no_notes():
    article = parse("# 题\n\n增长8%。1其后下降。\n\n1 第一点：其一。\n\n2 第二点：其二。")
    assert article.notes == () and len(paragraphs(article)) == 3


def test_thousands_of_notes_are_tied():
    body = "".join(f"第{i}句话。[{i}]" for i in range(1, 5001))
    notes = "\n\n".join(f"[{i}] 书{i}。" for i in range(1, 5001))
    article = parse(f"# 题\n\n{body}\n\n## 注释\n\n{notes}\n")
    assert [m.note for m in article.markers] == list(range(1, 5001))


PIECES = (
    "# 题\n|\n|---\n|[1] 注。\n|①甲书\n|正文，|。|[1]|<sup>[2]</sup>|①|10 亿|\r\n|摘要：|## 注释\n|[^a]|[^a]: 乙\n"
    "|**粗**|\\*|\u3000|\x00|\ufeff|<sup>|國防|*|\f|· 3 ·\n|^[丙|]|\\footnote{丁|}|。1其|1 戊：《己》。\n"
    "|。註1|註1：庚\n|（註一）|。註一二|註一：辛\n|⑴|⑵ 壬\n|。(1)|(1) 癸\n|{2}|〔二〕|[1〕|2\n|註釋\n|[1](P2)|<sup>[1]2</sup>"
    "|——副题\n|□ 王　明\n|王明（北辰大学）\n|* 王明，北辰大学教授。\n|·专题·\n|关键词　甲　乙\n|2024年第3期\n|（一）子\n|〈1〉|*1|※1 丑\n|作者系北辰大学教授\n"
)
PARTS = st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join)


@settings(max_examples=300)
@given(PARTS)
@example("---\n<sup>[2]</sup>\n1 戊：《己》。\n")  # a label that waits for its note
@example("①甲书\n\x0c摘要：# 题\n[1] 注。\n")  # a field that stands within a paragraph
@example("增长$8 \\%$\\*，A&amp;T。[1]\n\n[1] 注&amp;。\n")  # markup beside markup
@example("**粗***[1] 注。\n")  # a mark and markup that share a sign
@example("# 题\n^[丙# 题\n作者系北辰大学教授\n①甲书\n作者系北辰大学教授\n")  # names below what is no title
def test_whatever_comes_offsets_lead_back_to_the_source(source):
    article = parse(source)
    for block in article.blocks:
        start, end = block.text.source_range(0, len(block.text))
        assert article.surface(start, end) == block.text.text
    for note in article.notes:
        behind = zip(note.text.text, note.text.start, note.text.end, strict=True)
        assert all(source[start:end] in (char, "") for char, start, end in behind)
    for marker in article.markers:
        assert 0 <= marker.start < marker.end <= len(source)
    assert parse(source) is not article
    assert [b.text.text for b in parse(source).blocks] == [b.text.text for b in article.blocks]


def test_columns_side_by_side_are_refused_with_the_remedy():
    left, right = "进口量由前年的两成升至去年的四成，", "而同期的价格却下降了一成半左右，"
    with pytest.raises(ReadingError, match=r"a\.txt.*side by side.*-layout"):
        parse(f"{left}    {right}\n" * 12, path="a.txt")
    assert parse(f"{left}    {right}\n" * 2 + f"{left}\n" * 10).blocks  # two lines are no columns


def test_a_file_of_another_kind_is_refused_by_name(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK")
    with pytest.raises(ReadingError, match=r"a\.docx.*\.md"):
        read(path)


def test_a_file_larger_than_any_article_is_refused(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes("字".encode() * 6_000_000)
    with pytest.raises(ReadingError, match="split it"):
        read(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ReadingError, match="gone"):
        read(tmp_path / "gone.md")
