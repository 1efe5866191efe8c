"""How much a Latin name sounds like a Chinese one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaoju.names.sounds import enough, likeness, plain, transcribed


@pytest.mark.parametrize(
    ("chinese", "latin", "others"),
    [
        ("莱特希泽", "Lighthizer", ["Tariff", "Reuters", "Washington"]),
        ("麦卡斯基尔", "MacAskill", ["McCarthy", "Macmillan", "Michael"]),
        ("冯德莱恩", "von der Leyen", ["Leonard", "Brussels", "European"]),
        ("格伦伊格尔斯", "Gleneagles", ["General", "Glasgow", "Congress"]),
    ],
)
def test_the_name_sounds_likest(chinese: str, latin: str, others: list[str]) -> None:
    assert likeness(chinese, latin) > 1 > max(likeness(chinese, other) for other in others)


@pytest.mark.parametrize(("latin", "letters"), [("Erdoğan", "erdogan"), ("Łódź", "lodz"), ("O’Neill", "oneill")])
def test_letters_lose_case_and_accents(latin: str, letters: str) -> None:
    assert plain(latin) == letters


def test_no_name_is_as_long_as_an_article() -> None:
    assert likeness("斯" * 5_000, "s" * 5_000) == -math.inf


@given(st.text(max_size=12), st.text(max_size=30))
def test_any_two_strings_can_be_compared(chinese: str, latin: str) -> None:
    assert not math.isnan(likeness(chinese, latin))


@given(st.text("麦卡斯基尔特莱希泽", min_size=1, max_size=5), st.text("mackilstrehz", min_size=1, max_size=12))
def test_what_is_given_up_early_would_not_have_been_enough(chinese: str, latin: str) -> None:
    whole = likeness(chinese, latin)
    early = likeness(chinese, latin, enough(chinese))
    assert early == whole if whole > enough(chinese) else early <= enough(chinese)


@pytest.mark.parametrize(
    ("name", "expected"), [("托夫特", True), ("格伦伊格尔斯", True), ("劳工处", False), ("石破政府", False)]
)
def test_transcribed_names_are_told_from_translated_ones(name: str, expected: bool) -> None:
    assert transcribed(name) is expected
