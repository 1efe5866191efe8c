"""Numbers that OCR has set as formulas, signs that it has spelled as entities."""

from __future__ import annotations

import pytest

from kaoju.normalising import normalise
from kaoju.reading import parse
from kaoju.text import Text


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (r"增长$8.2\%$，达$1.2$万亿元。", "增长8.2%，达1.2万亿元。"),
        (r"占比由$20 \%$升至$2 5 . 5 \%$。", "占比由20%升至25.5%。"),
        (r"增速在$3.5\% \sim 4\%$之间。", r"增速在3.5%\sim4%之间。"),
        (r"共$1{,}234$万吨。", "共1,234万吨。"),
        ("AT&amp;T出资5&nbsp;亿美元。", "AT&T出资5亿美元。"),
        # dollars
        ("由$3.5亿增至$5亿。", "由$3.5亿增至$5亿。"),
        ("分别为$300, $400和$500。", "分别为$300, $400和$500。"),
        ("由US$5-US$10亿起。", "由US$5-US$10亿起。"),
        # other formulas
        (r"设$x = 5$，则$\alpha$为正。", r"设$x = 5$，则$\alpha$为正。"),
    ],
)
def test_a_number_in_a_formula_is_read_without_its_markup(source: str, read: str) -> None:
    article = parse(f"# 题目\n\n{source}\n")
    [text] = [block.text for block in article.blocks if block.kind == "paragraph"]
    assert text.text == read
    assert article.surface(*text.source_range(0, len(text))) == read


def test_a_sign_by_its_name_is_the_sign_to_the_stages() -> None:
    assert normalise(Text.of(r"3.5% \sim 4%，误差\pm3%，\similar")).text == r"3.5%~4%，误差±3%，\similar"


def test_notes_are_without_entities_too() -> None:
    [note] = parse("# 题目\n\n正文由此。[1]\n\n## 注释\n\n[1] AT&amp;T, *Annual Report*, 2021.\n").notes
    assert note.text.text == "AT&T, *Annual Report*, 2021."
