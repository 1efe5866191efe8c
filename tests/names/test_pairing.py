"""Names translated word by word."""

import pytest

from kaoju.lexicon import open_lexicon
from kaoju.names.originals import Original
from kaoju.names.pairing import Chinese, Paragraph, by_country, by_gloss, by_joined, by_kind, by_lexicon, by_sound
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
    ("name", "note", "printed"),
    [
        ("国防部", "U.S. Department of Defense, *Base Structure*, 2022", "U.S. Department of Defense"),
        ("财政部", "HM Treasury, *Budget*, 2021, p. 5", "HM Treasury"),
        ("国防部", "U.S. Department of Commerce, *Exports*, 2022", None),
    ],
)  # fmt: skip
def test_an_office_whose_country_only_the_note_names(name: str, note: str, printed: str | None) -> None:
    matches = list(by_country([Chinese(name, 0, len(name), "ORG")], Printed(note), LEXICON))
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


@pytest.mark.parametrize(
    ("name", "note", "printed"),
    [
        ("斯托尔珀—萨缪尔森定理", "J. Smith, “The Stolper–Samuelson Theorem Revisited,” *Trade*", "Stolper–Samuelson Theorem"),
        ("斯姆特—霍利关税法", "“The Smoot-Hawley Tariff Act,” 2001", "Smoot-Hawley Tariff Act"),
        ("克拉里昂—克利珀顿区", "International Seabed Authority, *Clarion-Clipperton Zone*", "Clarion-Clipperton Zone"),
        ("格拉姆—利奇—布莱利法案", "“The Gramm–Leach–Bliley Act,” 2001", "Gramm–Leach–Bliley Act"),
        ("莫洛托夫—里宾特洛甫条约", "Molotov–Ribbentrop in history", "Molotov–Ribbentrop"),
        ("莫洛托夫—里宾特洛甫条约", "“The Hitler–Stalin Pact,” 2001", None),
        ("莫洛托夫—里宾特洛甫条约", "Molotov and Ribbentrop", None),
        ("莫洛托夫", "“The Molotov–Ribbentrop Pact,” 2001", None),
    ],
)  # fmt: skip
def test_names_with_a_dash(name: str, note: str, printed: str | None) -> None:
    matches = list(by_joined([Chinese(name, 0, len(name), "LAW")], Printed(note), LEXICON))
    assert [match.english for match in matches] == ([printed] if printed else [])


@pytest.mark.parametrize(
    ("name", "learned", "note", "printed"),
    [
        ("赛义德", "Kais Saied", "Tarek Amara, “EU Funds as Saied Rejects ‘Charity’,” *Reuters*", "Saied"),
        ("赛义德", "Kais Saied", "“Kais Saied Wins,” *Reuters*", "Kais Saied"),
        ("赛义德", "Kais Saied", "Edward Saied, *Orientalism*", None),
        ("电子税", "Electronic Levy", "“Levy Rejected,” *Reuters*", None),
    ],
)
def test_a_person_whose_name_the_article_gives(name: str, learned: str, note: str, printed: str | None) -> None:
    label = "PERSON" if "Saied" in learned else "LAW"
    names = [Chinese(name, 0, len(name), label, Original(0, len(name), learned).forms(name))]
    matches = by_lexicon(names, Printed(note), LEXICON, LEXICON.everyday_english())
    assert [match.english for match in matches] == ([printed] if printed else [])


@pytest.mark.parametrize(("name", "printed"), [("帕克", "PARK E"), ("多诺万", "DONOVAN K P"), ("贝特曼", None)])
def test_surnames_in_capitals_before_initials(name: str, printed: str | None) -> None:
    note = Printed("DONOVAN K P, PARK E. Perpetual debt[J]. Boston Review, 2019.")
    matches = by_sound([Chinese(name, 0, len(name), "PERSON")], note, LEXICON.everyday_english())
    assert [match.english for match in matches] == ([printed] if printed else [])


@pytest.mark.parametrize(
    ("name", "note", "printed"),
    [
        ("联合国资本发展基金", "UNCDF, *Annual Report 2021*, p. 3.", "UNCDF"),
        ("国际清洁运输理事会", "ICCT, *Fuel*, 2020.", "ICCT"),
        ("欧洲证券与市场管理局", "ESMA, *Trends*, 2020.", "ESMA"),
        ("欧洲证券与市场管理局", "IOSCO, *Trends*, 2020.", None),
        ("清洁运输理事会", "CTC, *Fuel*, 2020.", None),
    ],
)
def test_an_organisation_by_its_initials(name: str, note: str, printed: str | None) -> None:
    matches = by_gloss([Chinese(name, 0, len(name), "ORG")], Printed(note), LEXICON)
    assert [match.english for match in matches] == ([printed] if printed else [])


@pytest.mark.parametrize("start", [2, 3])
def test_the_note_tells_where_the_name_of_a_place_begins(start: int) -> None:
    text = "又在因迪奥河兴建水库"
    name = Chinese(text[start:6], start, 6, "LOC")
    [match] = by_kind(Paragraph(text, 0, [name], [], [], [], []), Printed("“The Indio River Dam,” 2025."), LEXICON)
    assert (match.name.text, match.name.start, match.english) == ("因迪奥河", 2, "Indio River")
