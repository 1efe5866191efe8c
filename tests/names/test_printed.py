"""Where English names stand in a note."""

import pytest

from kaoju.names.printed import Printed


@pytest.mark.parametrize(
    ("note", "form", "printed"),
    [
        ("U.S. Congress, *Act*", "US", "U.S."),
        ("What it tells us", "US", None),  # initials are in capitals
        ("EUROPEAN COMMISSION. Outlook[R]", "European Commission", "EUROPEAN COMMISSION"),
        ("Erdogan’s Rate Cuts", "Erdoğan", "Erdogan"),
        ("The Trump-Ishiba Statement", "Ishiba", "Ishiba"),
        ("Ministry of Health, Labour and Welfare", "Ministry of Health, Labor and Welfare", "Ministry of Health, Labour and Welfare"),
        ("a turkey in the oven", "Turkey", None),
        ("see https://example.org/Turkey", "Turkey", None),
    ],
)  # fmt: skip
def test_find(note: str, form: str, printed: str | None) -> None:
    words = Printed(note)
    places = words.find(form)
    assert [words.surface(*place) for place in places] == ([printed] if printed else [])


@pytest.mark.parametrize(
    ("note", "word", "whole"),
    [
        ("Helen Prior, “Paying More,”", "Prior", "Helen Prior"),
        ("Todd Sandler and Hirofumi Shimizu, “NATO”", "Shimizu", "Hirofumi Shimizu"),
        ("“Trump Sets Tariffs,”", "Trump", "Trump"),
        ("“Germany’s Olaf Scholz Speaks,”", "Scholz", "Olaf Scholz"),
    ],
)
def test_a_surname_brings_the_given_name(note: str, word: str, whole: str) -> None:
    words = Printed(note)
    assert words.person(words.find(word)[0][0]) == whole
