"""Names translated word by word."""

import pytest

from kaoju.lexicon import open_lexicon
from kaoju.names.pairing import Chinese, by_gloss, by_lexicon
from kaoju.names.printed import Printed

LEXICON = open_lexicon()


@pytest.mark.parametrize(
    ("name", "label", "note", "printed"),
    [
        ("国际清洁运输理事会", "ORG", "International Council on Clean Transportation, *Fuel*", "International Council on Clean Transportation"),
        ("肯尼亚卫生部", "ORG", "Ministry of Health of Kenya, *Budget*", "Ministry of Health of Kenya"),
        ("海运改革法", "LAW", "U.S. Congress, *Ocean Shipping Reform Act*", "Shipping Reform Act"),
        # every country that a name begins with
        ("美韩自由贸易协定", "LAW", "“The U.S.-Korea Free Trade Agreement,” 2019", "U.S.-Korea Free Trade Agreement"),
        ("美韩自由贸易协定", "LAW", "“United States-Japan Trade Agreement,” 2019", None),
        ("美墨加贸易协定", "LAW", "“U.S.-Japan Trade Deal May Be Delayed,” 2019", None),
        # general words alone are no name
        ("美韩自由贸易协定", "LAW", "“Trade Agreement Signed,” 2019", None),
        ("国际清洁运输理事会", "ORG", "“The council discussed clean transportation,” 2019", None),
        # by the first letters of what its words mean
        ("联合国海洋发展基金", "ORG", "UNODF, *Oceans*, 2018", "UNODF"),
        ("联合国海洋发展基金", "ORG", "UNOAF, *Oceans*, 2018", None),
        ("联合国海洋发展基金", "ORG", "UNESCO, *Oceans*, 2018", None),
    ],
)  # fmt: skip
def test_gloss(name: str, label: str, note: str, printed: str | None) -> None:
    matches = list(by_gloss([Chinese(name, 0, len(name), label)], Printed(note), LEXICON))
    assert [match.english for match in matches] == ([printed] if printed else [])


@pytest.mark.parametrize(
    ("note", "short"),
    [
        ("Northern Fisheries Commission (NOFICO), *Stocks*, 2018", ["NOFICO"]),
        ("Northern Fisheries Commission, *Stocks*, Oslo: NFC, 2018", ["NFC"]),
        ("Northern Fisheries Commission, *Stocks*, Oslo: OECD, 2018", []),
    ],
)
def test_a_translated_name_is_also_called_for_short(note: str, short: list[str]) -> None:
    matches = by_gloss([Chinese("北方渔业委员会", 0, 7, "ORG")], Printed(note), LEXICON)
    assert [match.english for match in matches] == ["Northern Fisheries Commission", *short]


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("“Kim Jong-un Speaks,” *KCNA*", "Kim Jong-un"),
        ("“Trump Meets Kim in Hanoi,” *BBC*", "Kim"),
        # somebody else of that name
        ("Patricia Kim, “Nuclear Options,” *Foreign Affairs*", None),
        ("Sung-han Kim, “Nuclear Options,” *Foreign Affairs*", None),
        ("Kim Sung-han, “Nuclear Options,” *Foreign Affairs*", None),
        ("Kim, “Nuclear Options,” *Foreign Affairs*", None),
    ],
)
def test_a_surname_alone_is_not_that_of_another(note: str, printed: str | None) -> None:
    matches = by_lexicon([Chinese("金正恩", 0, 3, "PERSON")], Printed(note), LEXICON, LEXICON.everyday_english())
    assert [match.english for match in matches] == ([printed] if printed else [])
