"""What kind of name a Chinese string looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaoju.names import shapes


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("历史学家莱文森曾说", ["莱文森"]),
        ("麦克尔罗伊与韦斯特贝里", ["麦克尔罗伊", "韦斯特贝里"]),
        ("关税由百分之十提高到百分之二十五", []),
    ],
)
def test_foreign_names_stand_out(text: str, runs: list[str]) -> None:
    gains = [shapes.gain(char) for char in text]
    assert [text[start:end] for start, end in shapes.foreign_runs(gains)] == runs


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("芯片与科学法", "LAW"),
        ("巴黎协定", "LAW"),
        ("数字市场法（草案）", "LAW"),
        ("纽约时报", "WORK_OF_ART"),
        ("国富论", "WORK_OF_ART"),
    ],
)
def test_titles_are_laws_or_works(title: str, label: str) -> None:
    assert shapes.title_label(title) == label


@pytest.mark.parametrize("text", ["2018年3月1日", "3月1日", "1960年代", "20世纪80年代", "二〇二四年"])
def test_dates(text: str) -> None:
    match = shapes.DATE.search(f"于{text}起")
    assert match is not None and match[0] == text


@given(st.lists(st.floats(-6, 4), max_size=60), st.floats(0, 3))
def test_runs_are_apart_and_in_order(gains: list[float], ease: float) -> None:
    runs = list(shapes.foreign_runs(gains, ease))
    edges = [edge for run in runs for edge in run]
    assert edges == sorted(edges)
    assert all(end - start > 1 for start, end in runs)
