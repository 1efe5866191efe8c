"""Names of a paragraph and their English form in the notes that it cites."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import kaoju.stages.entities
import kaoju.stages.pairs
import kaoju.stages.tokenizer  # noqa: F401  registers it
from kaoju.annotations import Block, Marker, Note
from kaoju.stages.citations import Citations

NLP = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
ENTITIES = NLP.create_pipe("kaoju_entities")
PAIRS = NLP.create_pipe("kaoju_pairs")


def annotated(paragraphs: list[str], notes: list[str]):
    """Each paragraph cites the note of its number."""
    doc = NLP.make_doc("\n\n".join(paragraphs))
    at = 0
    blocks, markers = [], []
    for number, paragraph in enumerate(paragraphs, 1):
        end = at + len(paragraph)
        blocks.append(Block(kind="paragraph", level=0, start=at, end=end))
        markers.append(Marker(at=end, start=end, end=end, label=str(number), note=number, reason=None, pages=None))
        at = end + 2
    doc._.blocks, doc._.markers = blocks, markers
    doc._.notes = [
        Note(note=number, label=str(number), text=text, start=0, end=0, page=1) for number, text in enumerate(notes, 1)
    ]
    return PAIRS(ENTITIES(doc))


def pairs(paragraph: str, note: str) -> list[tuple[str, str, str]]:
    doc = annotated([paragraph], [note])
    return [(doc.text[pair["start"] : pair["end"]], pair["en"], pair["method"]) for pair in doc._.pairs]


@pytest.mark.parametrize(
    ("paragraph", "note", "expected"),
    [
        ("加拿大宣布反制。", "“Canada Strikes Back,” Reuters, 2018.", [("加拿大", "Canada", "lexicon")]),
        ("加拿大宣布反制。", "“Ｃａｎａｄａ　Ｓｔｒｉｋｅｓ　Ｂａｃｋ，” 2018.", [("加拿大", "Canada", "lexicon")]),
        # adjectives and abbreviations
        ("加拿大的钢铁", "“Canadian Steel,” 2018.", [("加拿大", "Canadian", "lexicon")]),
        ("巴基斯坦的货币", "“Pakistani Rupee,” 2018.", [("巴基斯坦", "Pakistani", "lexicon")]),
        ("国际货币基金组织预测", "IMF, *Outlook*, 2022.", [("国际货币基金组织", "IMF", "lexicon")]),
        ("美国与盟友", "“What It Means for US Farmers,” 2019.", [("美国", "US", "lexicon")]),
        ("美国与盟友", "“They told us so,” 2019.", []),  # us is no country
        # one name inside another
        ("中国在谈判", "“Patrols in the South China Sea,” 2019.", []),
        ("韩国在谈判", "“North Korea Fires Missile,” 2019.", []),
        # addresses are no text
        ("加拿大宣布反制。", "Reuters, 2018, https://example.org/Canada/canada.html", []),
        # foreign names by their sound
        ("麦克尔罗伊的研究", "Jane McElroy, *Ports*, 2018.", [("麦克尔罗伊", "Jane McElroy", "transliteration")]),
        ("麦克尔罗伊的研究", "John Smith, *Ports and Trade Market*, 2018.", []),
        # what is no known name, and no doubt sounds like a word of the note
        ("总理图斯克宣布", "“Tusk Raises Spending,” 2018.", [("图斯克", "Tusk", "transliteration")]),
        # a dictionary's surname, however who bears it spells it
        ("国防部长马尔斯反驳", "“Marles Hits Back,” 2018.", [("马尔斯", "Marles", "transliteration")]),
        # a place by the word of its name that it is called by
        ("安得拉邦要求补偿", "“Andhra Seeks Relief,” 2018.", [("安得拉邦", "Andhra", "lexicon")]),
        # an office without its country, in the text or in the note
        ("美国海军的潜艇", "*Navy Submarine Program*, 2018.", [("美国海军", "Navy", "lexicon")]),
        # with what tells the kind of a place
        ("在科洛雷河筑坝", "“The Colore River Dam,” 2019.", [("科洛雷河", "Colore River", "transliteration")]),
        ("巴尔塔湖的水位", "“Lake Balta Shrinks,” 2019.", [("巴尔塔湖", "Lake Balta", "transliteration")]),
        ("在科洛雷河筑坝", "“The Danube River Dam,” 2019.", []),
        # Chinese names by their reading
        ("经济学家林毅夫认为", "Justin Yifu Lin, *Demystifying*, 2012.", [("林毅夫", "Justin Yifu Lin", "reading")]),
        ("学者周其仁认为", "Zhou Qiren, *Reform*, 2012.", [("周其仁", "Zhou Qiren", "reading")]),
        ("学者爱德华·卢斯认为", "Edward Luce, “Gamble,” 2022.", [("爱德华·卢斯", "Edward Luce", "transliteration")]),
        # names by their reading that no dictionary has, in full rather than the surname that it has
        ("小泉进次郎竞选", "“Shinjiro Koizumi Runs,” 2021.", [("小泉进次郎", "Shinjiro Koizumi", "reading")]),
        ("外相茂木敏充表示", "“Toshimitsu Motegi,” 2019.", [("茂木敏充", "Toshimitsu Motegi", "reading")]),
        ("企业家张忠谋认为", "“Morris Chang on Chips,” 2022.", [("张忠谋", "Morris Chang", "reading")]),
        # a name and its part are one, a name and what it belongs to are two
        ("得克萨斯州获益", "“Texas Gains,” 2023.", [("得克萨斯州", "Texas", "lexicon")]),
        (
            "美国参议院否决",
            "“U.S. Senate,” 2001.",
            [("美国参议院", "U.S. Senate", "lexicon"), ("美国", "U.S.", "lexicon")],
        ),
        ("洛克希德马丁交付", "“Lockheed Martin Delivers,” 2024.", [("洛克希德马丁", "Lockheed Martin", "lexicon")]),
        # what the lexicon has in English is not guessed at, an everyday word is no name
        ("国际货币基金组织预测", "International Maritime Organization, *Outlook*, 2022.", []),
        ("特朗普当选", "“Tran Elected,” 2016.", []),
        ("朝野一致认为", "Fumiko Asano, *Consensus*, 2016.", []),
        # translated word by word
        (
            "国际清洁运输理事会估计",
            "International Council on Clean Transportation, *Fuel*, 2018.",
            [("国际清洁运输理事会", "International Council on Clean Transportation", "gloss")],
        ),
        (
            "国际清洁运输理事会（ICCT）估计",
            "ICCT, *Fuel*, 2018.",
            [("国际清洁运输理事会", "ICCT", "article")],
        ),
        # authors as GB/T 7714 has them, with a word that is no name elsewhere
        ("多诺万指出", "DONOVAN K P, MOORE J. Lakes[J]. 2022.", [("多诺万", "DONOVAN K P", "transliteration")]),
        ("帕克指出", "PARK E. Lakes[J]. 2022.", [("帕克", "PARK E", "transliteration")]),
        ("帕克指出", "“A Park in the City,” 2022.", []),
        # in pinyin, of what no dictionary has
        ("晶澳锂业投产", "“Jingao Opens Plant,” 2022.", [("晶澳", "Jingao", "reading")]),
        ("U. S. 之外，美国也在谈判", "U. S. GEOLOGICAL SURVEY. Minerals[R]. 2023.", [("美国", "U. S.", "lexicon")]),
    ],
)
def test_pairs(paragraph: str, note: str, expected: list[tuple[str, str, str]]) -> None:
    assert pairs(paragraph, note) == expected


def test_only_the_notes_that_the_paragraph_cites_count() -> None:
    doc = annotated(["加拿大宣布反制。", "墨西哥也如此。"], ["“Mexico,” 2018.", "“Mexico and Canada,” 2018."])
    assert [(pair["en"], pair["note"]) for pair in doc._.pairs] == [("Mexico", 2)]


@pytest.mark.parametrize(
    ("paragraph", "note", "expected"),
    [
        (
            "前总理基廷嘲讽说",
            "Paul Keating, “Statement,” March 15, 2023.",
            [("基廷", "Paul Keating", "transliteration")],
        ),
        ("米勒也承认", "Miller, *Chip War*, p. 18.", [("米勒", "Miller", "transliteration")]),
        (
            "公共投资基金的资产翻了一番",
            "Public Investment Fund, *Annual Report*, Riyadh, 2025.",
            [("公共投资基金", "Public Investment Fund", "gloss")],
        ),
        (
            "军事工业总局局长称",
            "General Authority for Military Industries, *Report 2024*, 2025, p. 5.",
            [("军事工业总局", "General Authority for Military Industries", "gloss")],
        ),
        # a term of the text that is only a part of a body's name
        ("公共投资基金的资产翻了一番", "Public Investment Fund Association, *Report*, Riyadh, 2025.", []),
    ],
)
def test_those_who_wrote_what_a_note_cites(paragraph, note, expected):
    doc = annotated([paragraph], [note])
    PAIRS(Citations()(doc))
    assert [(doc.text[pair["start"] : pair["end"]], pair["en"], pair["method"]) for pair in doc._.pairs] == expected


@pytest.mark.parametrize(
    ("paragraph", "note", "expected"),
    [
        # a surname alone is of the name whose original has it last
        ("总统赛义德（Kais Saied）退款。", "“Saied Refuses Funds,” 2023.", [("赛义德", "Saied", "article")]),
        # a term that is no name by itself
        ("加纳开征电子税（E-Levy）。", "“Rate of the E-Levy,” 2022.", [("电子税", "E-Levy", "article")]),
        # a title, whose last word is then not looked for alone
        ("《瑙鲁渔业协定》（The Nauru Accord）", "“The Nauru Accord,” 2010.", [("瑙鲁渔业协定", "Nauru Accord", "article"), ("瑙鲁", "Nauru", "lexicon")]),
        ("《瑙鲁渔业协定》（The Nauru Accord）", "“Fishery Agreements,” 2010.", []),
        ("组成“海鹭”联盟（Egret Alliance）", "“The Egret Alliance,” 2024.", [("海鹭", "Egret Alliance", "article")]),
        # everyday words alone are none: 联盟 is not the alliance
        ("组成联盟（Egret Alliance）", "“The Egret Alliance,” 2024.", []),
    ],
)  # fmt: skip
def test_what_the_article_gives_the_original_of_stands_for_it_everywhere(
    paragraph: str, note: str, expected: list[tuple[str, str, str]]
) -> None:
    assert pairs(paragraph, note) == expected
    name = expected[0][0] if expected else "联盟"
    doc = annotated([paragraph, f"此后，{name}另有打算。"], ["*Trade*, 1999.", note])
    found = [doc.text[pair["start"] : pair["end"]] for pair in doc._.pairs if pair["note"] == 2]
    assert (name in found) == bool(expected)


def test_an_entity_gets_the_name_that_its_note_prints() -> None:
    doc = annotated(["麦克尔罗伊的研究", "麦克尔罗伊又说"], ["Jane McElroy, *Ports*, 2018.", "*Trade*"])
    assert [span._.english for span in doc.ents] == ["Jane McElroy"] * 2


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("美国麦克尔罗伊的·“”（）和，。9\n"), max_size=40),
    st.text(st.sampled_from("USA McElroy,.“”-()&'’<>:/国"), max_size=40),
)
def test_any_text_and_any_note_go_together(paragraph: str, note: str) -> None:
    first, again = pairs(paragraph, note), pairs(paragraph, note)
    assert first == again
    assert all(english in note for _, english, _ in first)
