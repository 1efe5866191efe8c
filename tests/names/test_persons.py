"""Persons of East Asia, spelled in a note by how their names are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaoju.lexicon import open_lexicon
from kaoju.names.persons import find, with_western_name
from kaoju.names.printed import Printed
from kaoju.names.readings import LANGUAGES, short, spellings

LEXICON = open_lexicon()
SURNAMES, EVERYDAY = LEXICON.surnames(), LEXICON.everyday_english()


def found(text: str, note: str) -> list[tuple[str, str]]:
    """The surest of what is found, longest first."""
    told = sorted(find(text, Printed(note), SURNAMES, EVERYDAY), key=lambda one: (-one.score, one.start - one.end))
    return [(text[one.start : one.end], one.english) for one in told[:1]]


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        # Japanese, surname first or last, long vowels or not
        ("外相茂木敏充与代表会谈", "“Toshimitsu Motegi in Talks”", [("茂木敏充", "Toshimitsu Motegi")]),
        ("安倍晋三访美", "“Abe Shinzo Visits”", [("安倍晋三", "Abe Shinzo")]),
        ("河野太郎当选", "“Tarō Kōno Elected”", [("河野太郎", "Tarō Kōno")]),
        ("大野健一认为", "Kenichi Ohno, *Industry*", [("大野健一", "Kenichi Ohno")]),
        ("渡边赖纯认为", "Watanabe, Yorizumi, *Essays*", [("渡边赖纯", "Watanabe, Yorizumi")]),
        # the surname alone, if it is long enough to tell
        ("外相茂木表示", "“Motegi Disagrees”", [("茂木", "Motegi")]),
        ("防卫省小野发布", "“Ono and Others”", []),
        # Korean, with the spellings that families choose
        ("总统文在寅", "“Moon Jae-in Speaks”", [("文在寅", "Moon Jae-in")]),
        ("总统尹锡悦", "“Yoon Suk Yeol Speaks”", [("尹锡悦", "Yoon Suk Yeol")]),
        ("候选人李在明", "“Lee Jae-myung Runs”", [("李在明", "Lee Jae-myung")]),
        ("秘书长潘基文", "“Ban Ki-moon Speaks”", [("潘基文", "Ban Ki-moon")]),
        ("外长康京和", "“Kang Kyung-wha Speaks”", [("康京和", "Kang Kyung-wha")]),
        # Taiwan and Hong Kong
        ("赖清德表示", "“Lai Ching-te Speaks”", [("赖清德", "Lai Ching-te")]),
        ("蔡英文表示", "“Tsai Ing-wen Speaks”", [("蔡英文", "Tsai Ing-wen")]),
        ("黄之锋被捕", "“Joshua Wong Chi-fung Held”", [("黄之锋", "Wong Chi-fung")]),
        # Vietnamese
        ("主席陈大光访华", "“Tran Dai Quang Visits”", [("陈大光", "Tran Dai Quang")]),
        # the mainland
        ("周其仁认为", "Zhou Qiren, *Reform*", [("周其仁", "Zhou Qiren")]),
        ("周其仁认为", "“Qiren Zhou on Reform”", [("周其仁", "Qiren Zhou")]),
        # another person, half a name, another word
        ("周其仁认为", "“Trade and the Zhou Dynasty”", []),
        ("总统文在寅", "“Moon Jae-ho Speaks”", []),
        ("马英表示", "“Ma Ying-jeou Speaks”", []),
        ("地名很多", "“China and Korea”", []),
    ],
)
def test_find(text: str, note: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, note) == expected


@pytest.mark.parametrize(
    ("surname", "note", "expected"),
    [
        ("张", "“Morris Chang on Chips”", "Morris Chang"),
        ("李", "“John Lee Elected”", "John Lee"),
        ("李", "“The Lee Paper”", None),
        ("李", "“Blinken, Wang Yi Speak”", None),  # the surname stands before
    ],
)
def test_with_western_name(surname: str, note: str, expected: str | None) -> None:
    assert with_western_name(surname, Printed(note), SURNAMES, EVERYDAY) == expected


@pytest.mark.parametrize(
    ("char", "language", "some"),
    [
        ("德", "mandarin", {"de", "te"}),
        ("清", "mandarin", {"qing", "ching"}),
        ("峰", "cantonese", {"fung"}),
        ("成", "cantonese", {"shing", "sing"}),
        ("李", "korean", {"ri", "lee", "yi"}),
        ("荣", "korean", {"yeong", "young"}),
        ("晋", "japanese", {"shin"}),
        ("泽", "japanese", {"sawa", "zawa"}),
        ("邓", "vietnamese", {"dang"}),
    ],
)
def test_spellings(char: str, language: str, some: set[str]) -> None:
    assert some <= spellings(char, language)


@given(st.characters(), st.sampled_from(LANGUAGES))
def test_any_character_may_be_asked_for(char: str, language: str) -> None:
    assert all(latin.rstrip("*").isalpha() for latin in spellings(char, language))


@pytest.mark.parametrize(
    ("one", "other"),
    [("ohno", "ono"), ("kouno", "kono"), ("yuuki", "yuki"), ("homma", "honma"), ("ha*tori", "hattori")],
)
def test_long_vowels_and_the_n_before_a_consonant_make_no_difference(one: str, other: str) -> None:
    assert short(one) == short(other)


@settings(max_examples=60)
@given(st.text("文在寅安倍晋三的，", max_size=12), st.text("Moon Jae-in Abe Shinzo,“ ", max_size=24))
def test_what_is_found_stands_in_both(text: str, note: str) -> None:
    for one in find(text, Printed(note), SURNAMES, EVERYDAY):
        assert text[one.start : one.end]
        assert one.english in note
