"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaoju.claims.sentences import split_sentences

# text → its sentences
SENTENCES = [
    ("水位上升。河堤加高。", ["水位上升。", "河堤加高。"]),
    ("水位上升，河堤加高；渡口停航。", ["水位上升，河堤加高；渡口停航。"]),  # commas and semicolons end nothing
    ("没有句号的标题", ["没有句号的标题"]),
    # stops that go together
    ("真的吗？！当然……然后走了。", ["真的吗？！", "当然……", "然后走了。"]),
    ("是吗?是!", ["是吗?", "是!"]),
    ("。。。", ["。。。"]),
    # a decimal point ends nothing
    ("产量增长2.5%。价格下跌。", ["产量增长2.5%。", "价格下跌。"]),
    # what is quoted, bracketed or a title stays together
    ("馆长说：“可以。”随后离开。", ["馆长说：“可以。”随后离开。"]),
    ("馆长说「先修。再议。」，众人点头。", ["馆长说「先修。再议。」，众人点头。"]),
    ("渔民（他们是谁？）纷纷离开。", ["渔民（他们是谁？）纷纷离开。"]),
    ("《河水为何变清？》出版。印数不多。", ["《河水为何变清？》出版。", "印数不多。"]),
    ("报告（见“表1。”）发布。", ["报告（见“表1。”）发布。"]),
    # the quotation closes the sentence
    ("馆长说：“可以。”\n\n随后离开。", ["馆长说：“可以。”", "随后离开。"]),
    ("众人离开。（全文完。）", ["众人离开。", "（全文完。）"]),
    ("到此为止。）下一章。", ["到此为止。）", "下一章。"]),
    # what follows a quotation with its own stop is the next sentence
    ("馆长说：“水位会降。”渔民不信。", ["馆长说：“水位会降。”", "渔民不信。"]),
    ("館長說：「水位會降。」漁民不信。", ["館長說：「水位會降。」", "漁民不信。"]),
    ("馆长问：“水位会降吗？”众人不答。", ["馆长问：“水位会降吗？”", "众人不答。"]),
    ("馆长感叹道，“水位降了！”2018年河水断流。", ["馆长感叹道，“水位降了！”", "2018年河水断流。"]),
    ("馆长要求把堤坝“修好守好。”堤高加到5米。", ["馆长要求把堤坝“修好守好。”", "堤高加到5米。"]),
    ("“河水不会说谎。”旱情期间，这句话常被引用。", ["“河水不会说谎。”", "旱情期间，这句话常被引用。"]),
    ("馆长说：“所谓『大河。』”渔民不信。", ["馆长说：“所谓『大河。』”", "渔民不信。"]),
    ("馆长说：“可以。”随后，渔民离开。", ["馆长说：“可以。”", "随后，渔民离开。"]),
    ("馆长说：“水位会降。”之后水位又升。", ["馆长说：“水位会降。”", "之后水位又升。"]),
    # unless it says whose words they were, or does something with them
    ("“水位会降。”馆长说。渔民不信。", ["“水位会降。”馆长说。", "渔民不信。"]),
    ("“水位会降。”在会上，一位代表如是说。", ["“水位会降。”在会上，一位代表如是说。"]),
    ("馆长说：“先修。”又说：“再议。”众人点头。", ["馆长说：“先修。”又说：“再议。”", "众人点头。"]),
    ("村民喊着“还我河水！”的口号走来。", ["村民喊着“还我河水！”的口号走来。"]),
    ("面对“谁来治水？”之问，无人作答。", ["面对“谁来治水？”之问，无人作答。"]),
    ("馆长抛出“谁来治水？”这一问题。", ["馆长抛出“谁来治水？”这一问题。"]),
    ("“谁来治水？”成为议题。", ["“谁来治水？”成为议题。"]),
    ("文章以“谁来治水？”为题。", ["文章以“谁来治水？”为题。"]),
    ("馆长说：“水位会降。”（李某，2019：3）渔民不信。", ["馆长说：“水位会降。”（李某，2019：3）", "渔民不信。"]),
    ("馆长说：“水位会降。”（李某，2019：3）。渔民不信。", ["馆长说：“水位会降。”（李某，2019：3）。", "渔民不信。"]),
    # a remark in brackets of its own
    ("众人离开。（以下略。）次日又来。", ["众人离开。", "（以下略。）", "次日又来。"]),
    # a mark that is never closed holds nothing together
    ("“没有结束的引语。后面还有话。", ["“没有结束的引语。", "后面还有话。"]),
    ("（没有结束" + "的括号。" * 2, ["（没有结束的括号。", "的括号。"]),
    # paragraphs
    ("一、引言\n\n河水变清。", ["一、引言", "河水变清。"]),
    ("水位上升，\n河堤加高。", ["水位上升，\n河堤加高。"]),  # a single line break is a wrapped line
    ("  水位上升。  ", ["水位上升。"]),
    # nothing there
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_a_piece_of_a_text_is_split_by_itself() -> None:
    text = "序言。“甲。乙。”丙。"
    assert [text[start:end] for start, end in split_sentences(text, 3, 8)] == ["“甲。", "乙。"]


TEXTS = st.text(st.sampled_from("水位上升25.，；。！？…“”‘’「」『』（）《》()[]!? \n\u3000a"), max_size=60)


@given(TEXTS)
def test_sentences_hold_every_character_but_white_space_once_and_in_order(text: str) -> None:
    ranges = split_sentences(text)
    assert all(start < end for start, end in ranges)
    assert all(one[1] <= other[0] for one, other in pairwise(ranges))
    held = "".join(text[start:end] for start, end in ranges)
    assert "".join(held.split()) == "".join(text.split())


@given(TEXTS)
def test_sentences_begin_and_end_with_a_character(text: str) -> None:
    pieces = [text[start:end] for start, end in split_sentences(text)]
    assert pieces == [piece.strip() for piece in pieces]


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_the_sentences_of_a_piece_lie_in_it(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert all(start <= first < last <= end for first, last in split_sentences(text, start, end))
