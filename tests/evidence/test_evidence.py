"""Which note fits a passage by its words, and how far notes bear claims out."""

from __future__ import annotations

import time
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import kaoju
from kaoju.documents import to_doc

# what a passage says, and the note that shares its names, words, numbers or dates
PASSAGES = {
    "鳕鱼配额由挪威渔业部于2019年4月8日公布": "“Norway Cuts Cod Quota,” *Fishing News*, April 9, 2019.",
    "肯尼亚茶叶的出口额增至14亿美元": "*Kenya Tea Directory: Exports of 1.4 Billion*, Nairobi: Harvest House, 2020.",
    "世界卫生组织估算疟疾死亡人数为40.9万人": "World Health Organization, *World Malaria Report 2020*, Geneva, 2020.",
    "巴拿马运河的水位降至历史低点": "Jane Rivers, “Drought Lowers Panama Canal,” *The Guardian*, August 3, 2023.",
    "湖泊生态的恢复需要数十年": "周某：《湖泊生态恢复研究》，《湖沼学报》2021年第2期，第3—9页。",
}


def article_of(nlp: Language, folder: Path, passages: list[str], notes: list[str], labels: list[int]) -> Doc:
    """An article with a paragraph a passage, each with its mark; the notes at the end in their order."""
    paragraphs = [f"{passage}[^{label}]。" for passage, label in zip(passages, labels, strict=True)]
    listed = [f"[^{label}]: {note}" for note, label in zip(notes, labels, strict=True)]
    path = folder / "article.md"
    path.write_text("\n\n".join(["# 题目", "某某", "## 一、正文", *paragraphs, *listed]) + "\n", encoding="utf-8")
    return nlp(to_doc(nlp, kaoju.read(path)))


def scores(doc: Doc) -> dict[tuple[str, str], float]:
    """The fit of every mark's paragraph with every note's text."""
    notes = {note["note"]: note["text"] for note in doc._.notes}
    paragraphs = {block["end"]: doc.text[block["start"] : block["end"]] for block in doc._.blocks}
    found = {}
    for one in doc._.evidence:
        at = doc._.markers[one["marker"]]["at"]
        paragraph = next(text for end, text in sorted(paragraphs.items()) if at <= end)
        found[paragraph, notes[one["note"]]] = one["score"]
    return found


@pytest.fixture(scope="module")
def doc(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Doc:
    folder = tmp_path_factory.mktemp("evidence")
    return article_of(nlp, folder, list(PASSAGES), list(PASSAGES.values()), [1, 2, 3, 4, 5])


@pytest.mark.parametrize(("passage", "note"), PASSAGES.items())
def test_a_passage_fits_the_note_that_shares_its_words_best(doc: Doc, passage: str, note: str) -> None:
    fits = {text: score for (paragraph, text), score in scores(doc).items() if paragraph.startswith(passage)}
    assert max(fits, key=fits.__getitem__) == note
    assert sorted(fits.values())[-1] > 2 * sorted(fits.values())[-2]


# what a passage says, the note that it rests on, and another note of the article that shares more common words with it
RIVALS = {
    "a name that the text gives in brackets": (
        "奥塔维奥（Lina Ottavio）考察了肯尼亚的茶叶贸易",
        "Lina Ottavio, *Leaves and Ledgers*, Oxford: Harvest House, 2011.",
        "*Tea Trade of Kenya*, Nairobi: Harvest House, 2014.",
    ),
    "the years that a title speaks of": (
        "2012年，肯尼亚的茶叶出口减少两成",
        "Tea Board, *Annual Report 2011-2013*, Nairobi, 2016.",
        "Tea Board, *Annual Report*, Nairobi, 2016.",
    ),
    "the year after, in which a year's figures are printed": (
        "2018年，肯尼亚的茶叶出口减少两成",
        "Tea Board, *Annual Report*, Nairobi, 2019.",
        "Tea Board, *Annual Report*, Nairobi, 2016.",
    ),
    "an amount in words of scale": (
        "肯尼亚的茶叶出口额达到14亿美元",
        "*Exports Reach 1.4 Billion*, Nairobi, 2016.",
        "*Exports Reach 14 Percent*, Nairobi, 2016.",
    ),
    "a share in words": (
        "肯尼亚的茶叶出口减少三成",
        "*Exports Down 30 Percent*, Nairobi, 2016.",
        "*Exports Down 20 Percent*, Nairobi, 2016.",
    ),
    "a character that means one thing": (
        "肯尼亚的钴涨价",
        "*Cobalt*, Nairobi, 2016.",
        "*Poetry*, Nairobi, 2016.",
    ),
    "the parts of a word that is in no dictionary": (
        "航线的战争险涨价",
        "*War*, Nairobi, 2016.",
        "*Poetry*, Nairobi, 2016.",
    ),
}


@pytest.mark.parametrize(("passage", "note", "rival"), RIVALS.values(), ids=RIVALS)
def test_a_note_is_told_by(nlp: Language, tmp_path: Path, passage: str, note: str, rival: str) -> None:
    passages = [passage, "肯尼亚的茶叶另有用途", "肯尼亚的咖啡减产"]
    fits = scores(article_of(nlp, tmp_path, passages, [note, rival, "*Coffee*, 1999."], [1, 2, 3]))
    assert fits[f"{passage}。", note] > fits[f"{passage}。", rival]


def test_a_name_is_known_wherever_it_stands_by_the_original_that_the_text_gives_once(
    nlp: Language, tmp_path: Path
) -> None:
    passages = ["瑞安达电子税（E-Levy）开征", "咖啡减产", "瑞安达电子税遭到反对"]
    notes = ["*Rwandan Affairs*, 2011.", "*Coffee*, 1999.", "“Opposing the E-Levy,” 2012."]
    fits = scores(article_of(nlp, tmp_path, passages, notes, [1, 2, 3]))
    of_last = {note: fits[f"{passages[2]}。", note] for note in notes}
    assert max(of_last, key=of_last.__getitem__) == notes[2]


def test_a_note_that_points_back_fits_as_the_note_that_it_repeats(nlp: Language, tmp_path: Path) -> None:
    passages = ["挪威的鳕鱼配额减少", "巴拿马运河水位下降", "挪威渔民抗议鳕鱼配额"]
    full, pointing = "Jane Rivers, *Cod Quota of Norway*, Bergen, 2019, p. 3.", "Jane Rivers, op. cit., p. 4."
    fits = scores(article_of(nlp, tmp_path, passages, [full, "*Panama Canal*, 2023.", pointing], [1, 2, 3]))
    of_passage = [fits[f"{passages[2]}。", note] for note in (full, "*Panama Canal*, 2023.", pointing)]
    assert of_passage[2] == pytest.approx(of_passage[0], rel=0.1)
    assert of_passage[2] > 2 * of_passage[1]


def test_a_note_that_fits_every_passage_speaks_for_none(nlp: Language, tmp_path: Path) -> None:
    passages = ["挪威的鳕鱼出口增长", "肯尼亚的茶叶出口增长", "巴西的大豆出口增长"]
    notes = ["*Exports*, 2011.", "*Exports of Tea from Kenya*, 2012.", "*Exports of Soybeans from Brazil*, 2013."]
    fits = scores(article_of(nlp, tmp_path, passages, notes, [1, 2, 3]))
    told = [fits[f"{passage}。", notes[0]] for passage in passages]
    assert max(told) < 2 * min(told)
    assert all(fits[f"{passages[at]}。", notes[at]] > fits[f"{passages[at]}。", notes[0]] for at in (1, 2))


def test_every_mark_is_weighed_against_every_note(doc: Doc) -> None:
    pairs = [(one["marker"], one["note"]) for one in doc._.evidence]
    assert sorted(pairs) == [(marker, note) for marker in range(5) for note in range(1, 6)]
    assert all(one["score"] >= 0 for one in doc._.evidence)


@pytest.mark.parametrize("order", list(permutations(range(5)))[1::24])
def test_the_fit_knows_nothing_of_the_order_and_labels_of_the_notes(
    nlp: Language, tmp_path: Path, doc: Doc, order: tuple[int, ...]
) -> None:
    shuffled = [list(PASSAGES.values())[at] for at in order]
    other = article_of(nlp, tmp_path, list(PASSAGES), shuffled, [5, 4, 3, 2, 1])
    assert scores(other) == pytest.approx(scores(doc))


def support_of(nlp: Language, folder: Path, passage: str, note: str) -> tuple[float, list[str]]:
    """The support of the one claim of a passage that one note stands behind, among notes on other matters."""
    others = ["*Bridges*, 1999.", "*Opera*, 2001.", "*Chess*, 2005."]
    fillers = ["桥梁增加一成", "歌剧增加一成", "棋手增加一成"]
    doc = article_of(nlp, folder, [passage, *fillers], [note, *others], [1, 2, 3, 4])
    first = doc._.support[0]
    assert doc._.claims[first["claim"]]["notes"] == [1]
    return first["score"], first["shared"]


def test_support_names_the_words_of_the_note_that_bear_the_claim_out(nlp: Language, tmp_path: Path) -> None:
    score, shared = support_of(
        nlp, tmp_path, "2019年，挪威鳕鱼配额减少8%", "“Norway Cuts Cod Quota,” *Fishing News*, April 9, 2019."
    )
    assert {"Norway", "Cod", "2019-04-09"} <= set(shared)
    assert 0 < score < 1


def test_a_note_on_another_matter_bears_nothing_out(nlp: Language, tmp_path: Path) -> None:
    assert support_of(nlp, tmp_path, "挪威鳕鱼配额减少8%", "*A History of Porcelain*, Kiln Books, 1962.") == (0, [])


def test_the_right_note_supports_more_than_the_wrong_one(nlp: Language, tmp_path: Path) -> None:
    passage = "2020年，肯尼亚茶叶出口额增至14亿美元"
    right, _ = support_of(nlp, tmp_path, passage, "“Kenya Tea Exports Rise,” *Daily Nation*, March 2, 2020.")
    wrong, _ = support_of(nlp, tmp_path, passage, "“Kenya Bans Plastic Bags,” *Daily Nation*, March 2, 2017.")
    assert right > wrong


def test_an_article_without_notes_has_no_evidence(nlp: Language) -> None:
    doc = nlp("挪威鳕鱼配额减少8%。")
    assert (doc._.evidence, doc._.support) == ([], [])


PASSAGE = st.text(st.sampled_from("挪威鳕鱼肯尼亚茶叶增长2019年8%5亿美元，“”"), min_size=1, max_size=30)
NOTE = st.text(st.sampled_from("Norway Tea 2019.,“”《》挪威 https://x.org/"), max_size=40).map("N {}".format)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(PASSAGE, NOTE), min_size=1, max_size=4))
def test_scores_are_never_negative_and_support_lies_between_nothing_and_all(
    nlp: Language, tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str]]
) -> None:
    passages, notes = [one for one, _ in told], [note for _, note in told]
    doc = article_of(nlp, tmp_path_factory.getbasetemp(), passages, notes, list(range(1, len(told) + 1)))
    assert all(one["score"] >= 0 for one in doc._.evidence)
    assert all(0 <= one["score"] <= 1 for one in doc._.support)


def test_a_note_whose_marker_was_lost_is_proposed_for_the_claim_that_it_fits(nlp: Language, tmp_path: Path) -> None:
    passages = [
        "韩国2019年对日本的出口增长8.2%。",
        "肯尼亚的咖啡减产三成。[1]",
        "德国的煤炭进口下降5%。[3]",
        "巴西的大豆涨价四成。[4]",
    ]
    notes = [
        "Coffee Board of Kenya, “Coffee Output in Kenya,” *Reuters*, May 1, 2020.",
        "“South Korea’s Exports to Japan Rise 8.2% in 2019,” *Yonhap*, January 3, 2020.",
        "“German Coal Imports Fall,” *Financial Times*, May 2, 2020.",
        "“Soy Prices in Brazil,” *Bloomberg*, May 3, 2020.",
        *(f"“Wheat Harvest {letter},” *Bloomberg*, May 4, 2021." for letter in "ABCDEFGH"),
    ]
    listed = "\n".join(f"[{number}] {note}" for number, note in enumerate(notes, start=1))
    text = "# 论贸易\n\n" + "\n\n".join(passages) + f"\n\n## 注释\n\n{listed}\n"
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    doc = nlp(to_doc(nlp, kaoju.read(path)))
    [proposal] = doc._.proposals
    claim = doc._.claims[proposal["claim"]]
    assert (doc.text[claim["start"] : claim["end"]], proposal["note"]) == (passages[0], 2)
    assert {"Japan", "Korea"} <= {word.removesuffix("’s") for word in proposal["shared"]}


def test_thousands_of_notes_that_nothing_calls_are_held_against_in_no_time(nlp: Language, tmp_path: Path) -> None:
    body = [f"2019年，韩国第{number}家企业对日本的出口增长{number % 90 + 1}.2%。" for number in range(2000)]
    notes = [
        f"[{n}] Lee {n}, “South Korea’s Exports to Japan {n},” *Reuters*, May {n % 28 + 1}, 2019."
        for n in range(1, 2001)
    ]
    path = tmp_path / "article.md"
    path.write_text("\n\n".join(["# 论贸易", *body, "## 注释", *notes]) + "\n", encoding="utf-8")
    doc = to_doc(nlp, kaoju.read(path))
    seconds = {}
    for name, stage in nlp.pipeline:
        began = time.perf_counter()
        doc = stage(doc)
        seconds[name] = time.perf_counter() - began
    assert len(doc._.notes) == 2000
    assert seconds["kaoju_evidence"] < 5
