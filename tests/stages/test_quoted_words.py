"""Whose words a claim is: a quotation's speaker and mood end with the quotation."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "博尔顿警告说：“日本若不出钱，关税将升至25%。”2019年日本承担了20亿美元。",
            [("25%", "博尔顿", "projected"), ("20亿美元", None, "asserted")],
        ),
        (
            "马斯克威胁道：“税率会加到50%！”2018年3月，美国加征25%的关税。",
            [("50%", "马斯克", "threatened"), ("25%", None, "asserted")],
        ),
        (
            "“工资只升了3.5%。”一名工会干事如是说。2024年物价上升两成。",
            [("3.5%", "一名工会干事", "asserted"), ("两成", None, "asserted")],
        ),
        (
            "博尔顿说：“先付50亿美元。”又说：“再付80亿美元。”韩国付了9亿美元。",
            [("50亿美元", "博尔顿", "asserted"), ("80亿美元", "博尔顿", "asserted"), ("9亿美元", None, "asserted")],
        ),
    ],
)
def test_who_says_a_figure_beside_a_quotation(nlp: Language, text: str, said: list[tuple[str, str, str]]) -> None:
    doc = nlp(text)
    found = []
    for claim in doc._.claims:
        speaker = claim["speaker"] and doc.text[claim["speaker"]["start"] : claim["speaker"]["end"]]
        figures = [doc._.figures[at] for at in claim["figures"]]
        found += [(doc.text[one["start"] : one["end"]], speaker, claim["modality"]) for one in figures]
    assert found == said
