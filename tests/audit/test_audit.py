"""What a careful reader queries, and what that reader lets stand."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from kaoju.audit import COLUMNS
from kaoju.audit.frames import audit

TABLES = {
    "articles": ["article"],
    "figures": ["article", "figure", "start", "end", "text", "kind", "low", "high", "unit", "approx"],
    "claims": [
        "article", "claim", "kind", "start", "end", "text", "figures", "subject", "metric", "low", "high",
        "from_low", "from_high", "unit", "direction", "time", "modality", "notes", "link", "proposed",
    ],
    "notes": ["article", "note", "label", "text", "place"],
    "citations": ["article", "note", "title", "date", "url", "accessed"],
    "markers": ["article", "start", "label", "note"],
    "back_references": ["article", "note", "same_as", "reason"],
}  # fmt: skip
# how a figure reads: value, unit and kind of the few forms that these tests need
FORMS = [
    (r"([\d.]+)亿美元", 1e8, "USD", "MONEY"),
    (r"([\d.]+)个百分点", 1, "pp", "PERCENTAGE_POINT"),
    (r"([\d.]+)[个個]基[点點]", 0.01, "pp", "PERCENTAGE_POINT"),
    (r"([\d.]+)%", 1, "%", "PERCENT"),
    (r"([\d.]+)倍", 1, "x", "MULTIPLE"),
    (r"([\d.]+)万人", 1e4, "人", "QUANTITY"),
]


def figure(text: str, start: int) -> dict[str, Any]:
    for form, scale, unit, kind in FORMS:
        if match := re.fullmatch(form, text):
            value = float(match[1]) * scale
            place = {"start": start, "end": start + len(text)}
            return {"text": text, "kind": kind, "low": value, "high": value, "unit": unit, **place}
    raise ValueError(text)


def tables(**rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Tables of one article, ``a``; what a row does not say is missing."""
    rows["articles"] = [{}]
    return {
        name: pd.DataFrame(
            [{**dict.fromkeys(columns), "article": "a", **row} for row in rows.get(name, [])], columns=columns
        )
        for name, columns in TABLES.items()
    }


def sentences(*texts: str, **fields: Any) -> dict[str, pd.DataFrame]:
    """Tables of sentences in which ``[…]`` is a claim with a figure, ``[…→…]`` one with a figure from and a figure to.

    The words between the two ends stand between two arrows: ``由[8.5亿美元→提升到→9.23亿美元]``.
    """
    figures: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    start = 0
    for text in texts:
        shown = re.sub(r"[\[\]→]", "", text)
        for match in re.finditer(r"\[(.+?)\]", text):
            at = start + len(re.sub(r"[\[\]→]", "", text[: match.start()]))
            ends = match[1].split("→")
            mine = [figure(ends[0], at)]
            if len(ends) > 1:
                mine.append(figure(ends[2], at + len(ends[0]) + len(ends[1])))
            for one in mine:
                one["figure"] = f"f{len(figures)}"
                figures.append(one)
            first, last = mine[0], mine[-1]
            change = {"from_low": first["low"], "from_high": first["high"]} if len(mine) > 1 else {}
            claims.append(
                {
                    "claim": match[1], "kind": "figure", "start": start, "end": start + len(shown), "text": shown,
                    "figures": [one["figure"] for one in mine], "low": last["low"], "high": last["high"],
                    "unit": last["unit"], "direction": "level", "modality": "asserted", "notes": [1],
                    "link": "marker", **change, **fields,
                }
            )  # fmt: skip
        start += len(shown)
    return tables(figures=figures, claims=claims)


def found(given: dict[str, pd.DataFrame], kind: str) -> list[Any]:
    """Where findings of a kind stand: the note or the claim, None for neither."""
    findings = audit(given)
    mine = findings[findings.kind == kind]
    return [claim if note is None else note for claim, note in zip(mine.claim, mine.note, strict=True)]


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("由[8.5亿美元→提升到→9.23亿美元]，增长[8.2%]。", "8.2%"),  # it is 8.6 %
        (
            "由[121亿欧元→降至→103亿欧元]，减少[17.5%]。".replace("欧元", "美元"),
            "17.5%",
        ),  # 18 of 103 rather than of 121
        ("份额由[45%→降至→15%]，减少了[35个百分点]。", "35个百分点"),
        ("利率由[4%→升至→11.25%]，累计上调[750个基点]。", "750个基点"),  # rates are set: 4 % is 4.00 %
        ("利率由[4%→升至→11.25%]，累計上調[750個基點]。", "750個基點"),
        ("投资由[440亿美元→压缩至→370亿美元]，减少[60亿美元]。", "60亿美元"),
        ("由[10亿美元→增至→30亿美元]，是原来的[5倍]。", "5倍"),
        ("出口额增长[20%]，由[80亿美元→增至→100亿美元]。", "20%"),  # said first
        ("出口额为[9.23亿美元]，比上一年的[8.5亿美元]增长[8.2%]。", "8.2%"),  # the later end first
        ("三国分别出资[85亿美元]、[200亿美元]和[155亿美元]，合计[430亿美元]。", "430亿美元"),
        ("由[5200万人→提高至→7800万人]，年均增长[17%]，累计增长[60%]。", "60%"),  # of what years is not said
        ("比例由[3.1%→升至→6.9%]，高出[2.8个百分点]。", "2.8个百分点"),
        # each part with its name, before the total or after it
        ("其中，石油出口[500亿美元]，天然气出口[300亿美元]，矿产出口[150亿美元]，共[1050亿美元]。", "1050亿美元"),
        ("军费[500亿美元]、医疗[300亿美元]、教育[200亿美元]，总计[1200亿美元]。", "1200亿美元"),
        ("总投资[80亿美元]，其中政府出资[50亿美元]，企业出资[40亿美元]。", "80亿美元"),
        ("共提供援助[100亿美元]，包括军事援助[60亿美元]和财政援助[50亿美元]。", "100亿美元"),
        ("总投资[80亿美元]，其中政府出资[50亿美元]，其余[20亿美元]由企业承担。", "80亿美元"),  # all are told
        # a share against the whole and the part, in whichever order they are told
        ("法案拨款[100亿美元]，其中军事援助[45亿美元]，占[55%]。", "55%"),
        ("该国对华出口[85亿美元]，占出口总额[430亿美元]的[25%]。", "25%"),
        ("外国持有公债[1200亿美元]的[30%]，即[480亿美元]。", "30%"),
        # one figure against another
        ("甲国的城镇化率为[36.2%]，乙国为[28.4%]，两者相差[9.8个百分点]。", "9.8个百分点"),
        ("甲国的城镇化率为[36.2%]，高于乙国（[28.4%]）[9.8个百分点]。", "9.8个百分点"),
        ("甲国的军费为[3000亿美元]，乙国为[500亿美元]，前者是后者的[5倍]。", "5倍"),
        ("乙国的军费为[500亿美元]，甲国为[3000亿美元]，后者是前者的[5倍]。", "5倍"),
        ("甲国的军费为[3000亿美元]，是乙国（[500亿美元]）的[8倍]。", "8倍"),
        ("城镇赞成的占[42%]，乡村只有[16%]，两者相去[24个百分点]。", "24个百分点"),
        # what is left of what was there
        ("储备在战前相当于[1130亿美元]，到2025年1月仅余[375亿美元]，三年间耗掉了[75%]。", "75%"),
        # of what was told before, whichever figure that is
        (
            "[68%]的人反对加税，支持者仅为[11%]；但当问及裁员时，反对者跌落到[51%]，比原先少了[27个百分点]。",
            "27个百分点",
        ),
    ],
)
def test_arithmetic_that_does_not_come_out(sentence, at):
    assert found(sentences(sentence), "arithmetic") == [at]


@pytest.mark.parametrize(
    "sentence",
    [
        "由[8.5亿美元→提升到→9.23亿美元]，增长[8.6%]。",
        "由[3亿美元→增至→4亿美元]，增长[30%]。",  # rounded ends allow anything from 14 to 60
        "份额由[45%→降至→15%]，减少了[30个百分点]。",
        "税率由[4%→提高到→5%]，提高[25%]。",
        "税率由[4%→提高到→5%]，提高[1%]。",  # loose for a point
        "由[10亿美元→增至→30亿美元]，增长[2倍]。",
        "由[10亿美元→增至→30亿美元]，是原来的[3倍]。",
        "由[8.5亿美元→提升到→9.23亿美元]，占总费用的[41%]。",  # speaks of another thing
        "由[8.5亿美元→提升到→9.23亿美元]，同期英国的份额下降[3%]。",
        "出口额为[9.23亿美元]，比上一年的[8.5亿美元]增长[8.6%]。",
        "三国分别出资[85亿美元]、[200亿美元]和[155亿美元]，合计[440亿美元]。",
        "[85亿美元]用于港口，[200亿美元]用于铁路，合计[430亿美元]。",  # nobody says that these are all
        "石油出口[500亿美元]，天然气出口[300亿美元]，共[800亿美元]。",
        "总投资[80亿美元]，其中政府出资[30亿美元]，企业出资[40亿美元]。",  # some of all
        "贸易额[90亿美元]，其中出口[60亿美元]，同比增加[40亿美元]。",  # no part
        "城镇赞成的占[42%]，乡村只有[16%]，两者相去[26个百分点]。",
        "储备在战前相当于[1130亿美元]，到2025年1月仅余[375亿美元]，三年间耗掉了[67%]。",
        "储备为[375亿美元]，到2025年1月仅余[1130亿美元]，三年间耗掉了[67%]。",  # of no one thing
        "[68%]的人反对加税，支持者仅为[11%]；但当问及裁员时，反对者跌落到[51%]，比原先少了[17个百分点]。",
        "反对者跌落到[51%]，比原先少了[27个百分点]。",  # what it was is not said
    ],
)
def test_arithmetic_that_comes_out_or_that_nobody_states(sentence):
    assert found(sentences(sentence), "arithmetic") == []


@pytest.mark.parametrize(
    ("sentence", "direction", "at"),
    [
        ("赤字由[55亿美元→降至→60亿美元]。", "decrease", ["55亿美元→降至→60亿美元"]),
        ("赤字由[55亿美元→增至→60亿美元]。", "increase", []),
        ("汇率由[6.9%→升至→6.5%]，本币升值。", "increase", []),  # the price of the other currency falls
    ],
)
def test_a_change_goes_the_way_that_its_words_say(sentence, direction, at):
    assert found(sentences(sentence, direction=direction), "arithmetic") == at


def told_as_two(second: str) -> list[Any]:
    """What is found where a value of 2015 is followed by one of 2020."""
    given = sentences(f"2015年军费为[50亿美元]，2020年{second}。", subject="该国", metric="军费")
    given["claims"].loc[:, "time"] = ["2015", *["2020"] * (len(given["claims"]) - 1)]
    return found(given, "arithmetic")


@pytest.mark.parametrize(
    ("second", "at"),
    [
        ("达到[80亿美元]，五年间增长了[80%]", ["80%"]),
        ("增至[80亿美元]，增长[60%]", []),
        ("增至[80亿美元]，同比增长[5%]", []),  # on the year before
        ("的预算为[80亿美元]，增长[80%]", []),  # of another thing
    ],
)
def test_a_change_told_as_two_values(second, at):
    assert told_as_two(second) == at


@pytest.mark.parametrize(("rate", "at"), [("7%", []), ("8%", []), ("17%", ["17%"])])
def test_a_yearly_rate_is_held_against_the_years(rate, at):
    given = sentences(f"出口额由[200亿美元→增至→280亿美元]，年均增长[{rate}]。", time="2015/2020")
    assert found(given, "arithmetic") == at


def test_a_finding_says_what_is_stated_and_what_it_should_be():
    findings = audit(sentences("投资由[440亿美元→压缩至→370亿美元]，减少[60亿美元]。"))
    assert list(findings.message) == ["由440亿美元到370亿美元，应减少70亿美元，文中作60亿美元。"]


BETWEEN = "其间各方多次磋商，均无结果。" * 20


def conflicting(first: str, second: str, **fields: Any) -> list[Any]:
    return found(sentences(first, BETWEEN, second, **{"subject": "该港", "time": "2024"} | fields), "conflict")


def test_one_thing_with_two_values_is_a_conflict_at_the_later_place():
    assert conflicting("该港的吞吐量占全国的[84%]。", "该港的吞吐量已占全国的[79%]。") == ["79%"]


@pytest.mark.parametrize(
    ("second", "at"),
    [
        ("该港的吞吐量已占全国的[79%]。", ["79%"]),
        ("该港的吞吐量已占全国的[84%]。", []),
        ("该港的集装箱吞吐量占全世界的[79%]。", []),  # one thing beside another
        ("该港第二码头的吞吐量占全国的[79%]。", []),
    ],
)
def test_a_conflict_between_neighbours_is_plain(second, at):
    near = sentences("该港的吞吐量占全国的[84%]。", second, subject="该港", time="2024")
    assert found(near, "conflict") == at


@pytest.mark.parametrize(
    ("first", "second", "fields", "why"),
    [
        ("该港的吞吐量占全国的[79%]。", "该港的吞吐量已占全国的[79%]。", {}, "the same value"),
        ("该港的吞吐量占全国的[79%]。", "该港的吞吐量已占全国的[79.3%]。", {}, "the same value, told more exactly"),
        ("该港的进口量占全国的[84%]。", "该港的出口量占全国的[79%]。", {}, "two things"),
        ("该港的吞吐量占全国的[84%]。", "投资者中外资企业占[79%]。", {}, "two things"),
        ("该港的吞吐量占全国的[84%]。", "该港的吞吐量占全国的[79%]。", {"time": None}, "at times unknown"),
        ("该港的吞吐量占全国的[84%]。", "该港的吞吐量占全国的[79%]。", {"modality": "projected"}, "forecasts"),
    ],
)
def test_two_values_that_may_both_be_right_are_none(first, second, fields, why):
    assert conflicting(first, second, **fields) == [], why


def of_two_articles(first: str, second: str, **fields: Any) -> pd.DataFrame:
    told = {"subject": "该港", "time": "2024"} | fields
    both = [sentences(first, **told), sentences(second, **told)]
    renamed = [
        {name: frame.assign(article=article) for name, frame in one.items()}
        for article, one in zip("ab", both, strict=True)
    ]
    return audit({name: pd.concat([one[name] for one in renamed], ignore_index=True) for name in TABLES})


def test_two_articles_that_tell_one_thing_differently_are_in_conflict_at_the_later():
    findings = of_two_articles("该港的吞吐量占全国的[84%]。", "该港的吞吐量占全国的[79%]。")
    conflict = findings[findings.kind == "conflict"]
    assert list(conflict.article) == ["b"]
    assert "79%" in conflict.message.iloc[0] and "84%" in conflict.message.iloc[0]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("该港的吞吐量占全国的[84%]。", "该港的吞吐量占全国的[84%]。", "the same value"),
        ("该港的吞吐量占全国的[84%]。", "该港去年新建泊位占全国的[79%]。", "two things"),
        ("该港的进口量占全国的[84%]。", "该港的出口量占全国的[79%]。", "two things"),
    ],
)
def test_two_articles_that_may_both_be_right(first, second, why):
    findings = of_two_articles(first, second)
    assert "conflict" not in set(findings.kind), why


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("钢铁、水泥和铝分别占出口的[60%]、[35%]和[15%]。", ["15%"]),
        ("钢铁、水泥和铝分别占出口的[60%]、[25%]和[15%]。", []),
        ("钢铁、水泥和铝的出口分别增长[60%]、[35%]和[15%]。", []),  # no shares
        ("该国煤炭占出口总额的[130%]。", ["130%"]),
        ("债务占国内生产总值的[130%]。", []),  # debt may exceed a year's product
        ("该国预算为[3000000亿美元]。", ["3000000亿美元"]),
        ("该国预算为[3000亿美元]。", []),
    ],
)
def test_shares_beyond_the_whole_and_amounts_beyond_the_world(sentence, at):
    assert found(sentences(sentence), "arithmetic") == at


@pytest.mark.parametrize(
    ("date", "url", "at"),
    [
        ("2024-02-20", "https://example.org/2024/01/20/tariffs", [1]),
        ("2024-02-20", "https://example.org/20240120-tariffs.html", [1]),
        ("2022-09-28", "https://example.org/world/2022/sep/18/gas", [1]),
        ("2024-02-20", "https://example.org/2024-02-20/tariffs", []),
        ("2024-02", "https://example.org/2024/03/01/tariffs", []),  # no day is cited
        ("2024-02-20", "https://example.org/n/20241399/item", []),  # no date in there
        ("2024-02-20", None, []),
        (None, "https://example.org/2024/01/20/tariffs", []),
    ],
)
def test_the_date_cited_and_the_date_in_the_address(date, url, at):
    assert found(tables(citations=[{"note": 1, "date": date, "url": url, "title": "Tariffs"}]), "url_date") == at


@pytest.mark.parametrize(
    ("date", "accessed", "at"),
    [
        ("2024-10-09", "2024-09-30", [1]),
        ("2024-10", "2024-09-30", [1]),
        ("2024-10-09", "2024-10-09", []),
        ("2024", "2024-03-01", []),  # it may have appeared in January
        (None, "2024-03-01", []),
        ("n.d.", "2024-03-01", []),
    ],
)
def test_access_before_the_date(date, accessed, at):
    assert found(tables(citations=[{"note": 1, "date": date, "accessed": accessed}]), "access_before_date") == at


def shared(first: tuple[str, str], second: tuple[str, str], **more: Any) -> list[Any]:
    citations = [{"note": n, "title": title, "url": url} for n, (title, url) in enumerate((first, second), start=3)]
    return found(tables(citations=citations, **more), "url_shared")


PAGE = "https://www.example.org/news/steel"


def test_one_address_under_two_titles_stands_at_the_later_note():
    assert shared(("Steel Tariffs Return", PAGE), ("Chips Face New Rules", PAGE + "/")) == [4]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Steel Tariffs Return", PAGE), ("Chips Face New Rules", PAGE + "/2")),
        (("Steel Tariffs Return", PAGE), ("Steel Tariffs Return: What Comes Next", PAGE)),  # one of them is cut short
        (("Steel Tariffs Return", PAGE), ("Steel Tarifs Return", PAGE)),  # a slip
        (("Steel Tariffs Return", "https://example.org/"), ("Chips Face New Rules", "https://example.org")),  # a site
    ],
)
def test_addresses_that_differ_or_titles_that_do_not(first, second):
    assert shared(first, second) == []


def test_a_note_that_points_back_shares_an_address_rightly():
    back = [{"note": 4, "same_as": 3}]
    assert shared(("Steel Tariffs Return", PAGE), ("Doe, short title", PAGE), back_references=back) == []


def test_a_back_reference_that_leads_nowhere():
    notes = [{"note": n, "text": "同上。"} for n in (1, 2)]
    given = tables(notes=notes, back_references=[{"note": 1, "same_as": None}, {"note": 2, "same_as": 1}])
    assert found(given, "unresolved_back_reference") == [1]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("note 3 before it cites nothing", "注3没有引用文献"),
        ("no note 7 before it", "前面没有注7"),
        ("no note 2 before it on its page", "本页前面没有注2"),
        ("several works before it fit", "前文所引有不止一种与之相合"),
    ],
)
def test_why_a_back_reference_leads_nowhere_is_said_in_the_margin(reason, words):
    given = tables(
        notes=[{"note": 4, "text": "同上。"}],
        markers=[{"label": "4", "note": 4}],
        back_references=[{"note": 4, "same_as": None, "reason": reason}],
    )
    [message] = audit(given).message
    assert message == f"“同上。”所指的前注无法确定：{words}。"


def test_a_mark_without_a_note_and_a_note_without_a_mark():
    notes = [{"note": n, "text": f"Doe, Title {n}."} for n in (1, 2, 3)]
    markers = [{"label": "[1]", "note": 1}, {"label": "[2]", "note": 2}, {"label": "[9]", "note": None}]
    findings = audit(tables(notes=notes, markers=markers))
    assert list(zip(findings.kind, findings.note, strict=True)) == [("dangling_marker", None), ("orphan_note", 3)]
    assert "[9]" in findings.message[0]


@pytest.mark.parametrize(
    ("place", "called", "messages"),
    [
        ("references", [], []),
        ("references", [1], []),
        ("end", [], ["全文8条注释均无注码引用，注码或已脱落。"]),
        ("foot", [1, 2], ["全文8条注释中有6条没有注码引用，注码或已脱落。"]),
    ],
)
def test_notes_that_are_mostly_not_called_are_one_query_and_a_bibliography_none(place, called, messages):
    notes = [{"note": n, "text": f"Doe, Title {n}.", "place": place} for n in range(1, 9)]
    findings = audit(tables(notes=notes, markers=[{"label": f"[{n}]", "note": n} for n in called]))
    assert list(findings.message) == messages
    assert list(findings.kind) == ["orphan_note"] * len(messages) and list(findings.note.dropna()) == []


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"notes": [], "link": "none"}, ["25%"]),
        ({"notes": [], "link": "marker"}, ["25%"]),  # the mark after it calls no note
        ({"notes": [1], "link": "marker"}, []),
        ({"notes": [], "link": "none", "kind": "quotation"}, []),  # figures are what a reader wants a source for
    ],
)
def test_a_figure_without_a_note_after_it_is_unsourced(fields, at):
    assert found(sentences("加征[25%]的关税。", **fields), "unsourced") == at


def test_nothing_to_query_gives_an_empty_table_with_its_columns():
    for given in (tables(), {name: frame.iloc[:0] for name, frame in tables().items()}):
        findings = audit(given)
        assert findings.empty
        assert list(findings.columns) == COLUMNS


@pytest.mark.parametrize("words", ["升高" * 3000, "一年共" * 3000, "约为" * 3000, "增长约为" * 3000, "，由" * 3000])
def test_long_runs_of_the_words_of_change_take_no_time(words):
    assert found(sentences(f"由[1亿美元→增至→2亿美元]，{words}甲[3%]{words}。"), "arithmetic") == []


def test_articles_do_not_mix():
    one = tables(notes=[{"note": 1, "text": "Doe."}], markers=[{"label": "[1]", "note": 1}])
    other = tables(
        notes=[{"note": 1, "text": "Roe."}, {"note": 2, "text": "Poe."}], markers=[{"label": "[1]", "note": 1}]
    )
    both = {name: pd.concat([frame, other[name].assign(article="b")]) for name, frame in one.items()}
    findings = audit(both)
    assert list(zip(findings.article, findings.kind, findings.note, strict=True)) == [("b", "orphan_note", 2)]


@pytest.mark.parametrize(
    ("notes", "proposed", "queries"),
    [
        ([], None, [("unsourced", "“5亿美元”之后本段无注，出处不明。")]),
        ([], 2, [("unsourced", "“5亿美元”之后本段无注，出处不明；文意近于无人引用的注2，或漏排注码。")]),
        ([1], None, []),
        ([1], 2, [("unsupported", "注1与此处没有一个相同的名称、数字或词语，文意却近于注2；注码或有错位。")]),
    ],
)
def test_a_note_that_fits_better_is_named(
    notes: list[int], proposed: int | None, queries: list[tuple[str, str]]
) -> None:
    given = sentences("出口为[5亿美元]。", notes=notes, proposed=proposed, link="marker" if notes else "none")
    found = audit(given)
    assert list(zip(found.kind, found.message, strict=True)) == queries
