"""Persons whose name a text gives in the original behind the Chinese."""

import pytest

from kaoju.names.introduced import persons_in_the_original


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("突尼斯总统赛义德（Kais Saied）退回拨款", ["赛义德"]),
        # with what links the surname, and by the given name alone
        ("欧盟委员会主席冯德莱恩（Ursula von der Leyen）飞赴", ["冯德莱恩"]),
        ("参谋长哈立德（Khalid Sheikh Mohammed）被捕", ["哈立德"]),
        # the dot tells where the name begins
        ("学者曼瑟尔·奥尔森（Mancur Olson）认为", []),
        # what is translated, and one word alone
        ("行政总裁柯文胜（Vincent Clerc）坦言", []),
        ("马士基（Maersk）退出", []),
    ],
)
def test_a_person_is_found_by_the_original(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in persons_in_the_original(text)] == names
