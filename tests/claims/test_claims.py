"""What a sentence claims: of whom, what, when, how much, on whose word, in what mood, and on which notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import kaoju
from kaoju.documents import to_doc
from kaoju.normalising import normalise
from kaoju.text import Text

PHRASES = ("subject", "metric", "speaker", "quotation")
SHORT = {"from": "from_low", "to": "low"}


def read(doc: Doc, **wanted: Any) -> list[dict[str, Any]]:
    """The claims of a doc by the fields asked for, phrases as their words."""
    return [{name: value(doc, claim[SHORT.get(name, name)]) for name in wanted} for claim in doc._.claims]


def value(doc: Doc, field: Any) -> Any:
    return doc.text[field["start"] : field["end"]] if isinstance(field, dict) else field


# text → the fields that it is about, a claim each
CLAIMS = [
    # a change and its ends are one claim; its period is the interval
    (
        "肯尼亚茶叶出口额由2015年的12亿美元增至2019年的14亿美元。",
        [{"from": 1.2e9, "to": 1.4e9, "time": "2015/2019", "direction": "increase", "subject": "肯尼亚"}],
    ),
    (
        "该岛的人口从1960年的3.2万人减少到2010年的1.9万人。",
        [{"from": 32000, "to": 19000, "time": "1960/2010", "direction": "decrease", "metric": "人口"}],
    ),
    ("2018年，瑞典失业率由7.1%降至6.4%。", [{"from": 7.1, "to": 6.4, "time": "2018", "metric": "失业率"}]),
    ("2016年至2021年，丹麦风电装机容量从5200兆瓦提高到7000兆瓦。", [{"time": "2016/2021", "metric": "风电装机容量"}]),
    ("2020年，越南大米出口额由上一年的28亿美元增加到31亿美元。", [{"from": 2.8e9, "to": 3.1e9, "time": "2019/2020"}]),
    # a rate after a change goes on about it
    (
        "2020年，越南大米出口额由上一年的28亿美元增加到31亿美元，增幅为10.7%。",
        [
            {"to": 3.1e9, "subject": "越南", "metric": "大米出口额", "direction": "increase"},
            {"to": 10.7, "subject": "越南", "metric": "大米出口额", "direction": "increase"},
        ],
    ),
    (
        "2021年，越南咖啡出口额增至30亿美元，增长9.4%。",
        [{"to": 3e9, "metric": "咖啡出口额", "time": "2021"}, {"to": 9.4, "metric": "咖啡出口额", "time": "2021"}],
    ),
    # a share
    ("该工程承担了60亿元修复费用的70%。", [{"figures": [0, 1], "to": 70, "subject": "该工程"}]),
    ("冰岛的渔业收入占出口总额的四成。", [{"to": 40, "subject": "冰岛", "metric": "渔业收入", "direction": "level"}]),
    ("加拿大林业产值相当于国内生产总值的1.3%。", [{"subject": "加拿大", "metric": "林业产值", "direction": "level"}]),
    # one cause, one effect
    ("每增加100毫米降水，小麦产量下降2%。", [{"figures": [0, 1], "to": 2, "direction": "decrease"}]),
    # told in turn
    (
        "2020年，法国、西班牙和葡萄牙的葡萄酒产量分别为46亿升、41亿升和6亿升。",
        [
            {"subject": "法国", "metric": "葡萄酒产量", "time": "2020", "to": 4.6e9},
            {"subject": "西班牙", "metric": "葡萄酒产量", "time": "2020", "to": 4.1e9},
            {"subject": "葡萄牙", "metric": "葡萄酒产量", "time": "2020", "to": 6e8},
        ],
    ),
    (
        "秘鲁和智利的铜产量分别增长4%和降低2%。",
        [{"subject": "秘鲁", "direction": "increase"}, {"subject": "智利", "direction": "decrease"}],
    ),
    # when
    ("欧盟计划到2030年将可再生能源占比提高到42.5%。", [{"time": "2030", "modality": "planned", "subject": "欧盟"}]),
    ("2021年，荷兰天然气产量比上一年下降15%。", [{"time": "2021", "metric": "天然气产量"}]),  # not the year before
    ("2015年以来，乌拉圭牛肉出口增长了35%。", [{"time": "2015/.."}]),
    ("1999年，印度婴儿死亡率为68‰，到2019年降至28‰。", [{"time": "1999"}, {"time": "2019"}]),
    (
        "2014年，加纳可可产量比上一年增加12%；2016年，产量回落到78万吨。",
        [{"time": "2014", "direction": "increase"}, {"time": "2016", "direction": "decrease", "subject": "加纳"}],
    ),
    ("该国的顺差却缩小为90亿美元。", [{"direction": "decrease", "subject": "该国", "metric": "顺差"}]),
    ("日元贬值推高采购成本三成。", [{"direction": "increase"}]),
    ("通货膨胀率上升3个百分点。", [{"time": None, "speaker": None, "modality": "asserted"}]),
    # the year that a figure is compared with is its own, and none that goes on
    (
        "2023年，失业率为6%，比2020年的9%低3个百分点。同年出口增长5%。",
        [{"time": "2023", "to": 6}, {"time": "2020", "to": 9}, {"time": "2023", "to": 3}, {"time": "2023", "to": 5}],
    ),
    ("到2020年，人均收入仍不足2000年的一半。同年，贫困率为20%。", [{"time": "2020"}, {"time": "2020"}]),
    ("2023年，军费由2019年的12亿元增至15亿元。同年，出口下降3%。", [{"time": "2019/2023"}, {"time": "2023"}]),
    # a comparison is not with the period that a change ends in
    ("2023年，进口比2022年下降两成，份额由2017年的22%跌到14%。", [{"time": "2023"}, {"time": "2017/2023"}]),
    # the change of another part of a sentence goes on no further
    (
        "信任者由2022年的65%减至2025年的36%；反对者比上年减少3个百分点。",
        [{"time": "2022/2025", "direction": "decrease"}, {"time": "2025", "direction": "decrease"}],
    ),
    ("2022—2023双年度会费为13亿美元。", [{"time": "2022/2023"}]),
    # 其中 goes on about the sentence before
    ("2023年，该地区吸收外资3亿元。其中，巴西吸收1亿元。", [{"time": "2023"}, {"time": "2023"}]),
    ("2022年前9个月，进口量增长5%。", [{"time": "2022-01/2022-09"}]),
    ("以2015年为基期，出口增长了10%。", [{"time": None, "metric": "出口"}]),
    # a list told in turn goes one way until a word says otherwise
    (
        "秘鲁、智利和古巴的铜产量分别下降4%、2%和增长3%。",
        [{"direction": "decrease"}, {"direction": "decrease"}, {"direction": "increase"}],
    ),
    # two figures of which one is no end of the other
    ("54%的波兰人支持将军费提高到4%。", [{"to": 54}, {"to": 4}]),
    ("贸易额由2010年的3亿美元，增加到2020年的9亿美元。", [{"from": 3e8, "to": 9e8, "time": "2010/2020"}]),
    ("边界由1215公里延长至2500余公里。", [{"from": 1215, "to": 2500}]),
    # on whose word
    ("据国家统计局统计，2021年全国人口为14.1亿人。", [{"speaker": "国家统计局", "modality": "asserted"}]),
    ("根据世界卫生组织的估算，2019年疟疾死亡人数为40.9万人。", [{"speaker": "世界卫生组织"}]),
    ("世界银行指出，2022年埃及外债达1550亿美元。", [{"speaker": "世界银行", "subject": "埃及", "metric": "外债"}]),
    ("联合国难民署的报告显示，2022年全球难民人数增至3500万人。", [{"speaker": "联合国难民署"}]),
    ("有专家指出，湄公河流域的渔获量减少了三分之一。", [{"speaker": "专家", "subject": "湄公河流域"}]),
    ("调查显示，约六成受访者支持延长开馆时间。", [{"speaker": "调查", "subject": "受访者", "approx": "about"}]),
    # in what mood
    (
        "卡森威胁对进口木材加征30%的关税。",
        [{"modality": "threatened", "speaker": "卡森", "metric": "关税", "direction": "increase"}],
    ),
    ("土耳其总统扬言，将把通行费提高到每艘50万美元。", [{"modality": "threatened", "speaker": "土耳其总统"}]),
    ("工会要求把最低工资提高到每小时15欧元。", [{"modality": "demanded", "speaker": "工会", "metric": "最低工资"}]),
    ("世界粮食计划署呼吁各国提供6亿美元援助。", [{"modality": "demanded", "subject": "各国", "metric": "援助"}]),
    ("报告建议将图书馆经费增加5000万克朗。", [{"modality": "demanded", "speaker": "报告"}]),
    (
        "智利政府宣布，将向渔民发放2亿美元补贴。",
        [{"modality": "planned", "speaker": "智利政府", "subject": "智利政府", "metric": "补贴"}],
    ),
    # to promise, to resolve and to plan is to do, not to say
    ("芬兰政府承诺到2035年把碳排放量减少60%。", [{"modality": "planned", "speaker": None, "metric": "碳排放量"}]),
    ("德国政府决定把农业柴油补贴削减40%。", [{"modality": "planned", "speaker": None, "direction": "decrease"}]),
    ("公司否认裁员5000人。", [{"modality": "denied", "speaker": "公司"}]),
    ("外交部否认向该国提供5亿美元贷款。", [{"modality": "denied", "speaker": "外交部"}]),
    ("俄罗斯否认将小麦出口税提高一倍的说法。", [{"modality": "denied", "speaker": "俄罗斯"}]),
    ("有传闻称，该银行的亏损高达30亿美元。", [{"modality": "reported", "subject": "该银行", "metric": "亏损"}]),
    ("一位不具名的官员透露，改建费用高达4亿英镑。", [{"modality": "reported"}]),
    ("国际能源署预计，2030年全球电动汽车销量将达4500万辆。", [{"modality": "projected", "speaker": "国际能源署"}]),
    ("如果干旱持续，玉米产量可能下降20%。", [{"modality": "projected", "speaker": None, "subject": "玉米"}]),
    ("专家警告，如不采取措施，鳗鱼种群将减少90%。", [{"modality": "projected", "speaker": "专家"}]),
    # rise and fall
    ("秘鲁铜产量翻了一番。", [{"direction": "increase", "to": 2, "unit": "x"}]),
    ("水库蓄水量降到三成以下。", [{"direction": "decrease", "approx": "at_most", "low": None, "high": 30}]),
    ("印度尼西亚棕榈油出口量为2700万吨。", [{"direction": "level", "metric": "棕榈油出口量"}]),
    # no figure, nobody who speaks, no note
    ("湖水变清了。", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claims_of_figures(by_rules: Callable[[str], Doc], text: str, expected: list[dict[str, Any]]) -> None:
    doc = by_rules(text)
    assert [claim["kind"] for claim in doc._.claims] == ["figure"] * len(expected)
    assert [read(doc, **wanted)[index] for index, wanted in enumerate(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "水利部长卡特表示，“河流不会等待我们的辩论结束”。",
        "“河流不会等待我们的辩论结束”，水利部长卡特说。",
        "水利部长卡特坦言：“河流不会等待我们的辩论结束”。",
    ],
)
def test_a_quotation_has_the_one_who_says_it(nlp: Language, text: str) -> None:
    wanted = {"kind": "quotation", "quotation": "河流不会等待我们的辩论结束", "speaker": "水利部长卡特"}
    assert read(nlp(text), **wanted) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "“我们不会等待，河流也不会，”水利部长卡特在会上对记者说。",
        "「這是一場豪賭。」水利部長卡特如是說。",
        "“这不是我们要的河流，”水利部长卡特强调，“我们要的是清水。”",
    ],
)
def test_who_speaks_may_stand_after_what_is_said(nlp: Language, text: str) -> None:
    claims = read(nlp(normalise(Text.of(text)).text), kind=..., speaker=...)
    assert {(claim["kind"], claim["speaker"]) for claim in claims} == {("quotation", "水利部长卡特")}


@pytest.mark.parametrize("text", ["所谓“绿色长城”遭到批评。", "墙上写着“河流不会等待我们的辩论结束”。"])
def test_words_in_marks_that_nobody_says_are_no_claim(nlp: Language, text: str) -> None:
    assert nlp(text)._.claims == []


def test_a_sentence_with_a_figure_and_a_quotation_makes_both_claims(nlp: Language) -> None:
    doc = nlp("市长坦言，“我们没有钱来修复所有的桥梁”，并宣布追加2000万元预算。")
    assert read(doc, kind=..., speaker=..., modality=...) == [
        {"kind": "figure", "speaker": "市长", "modality": "planned"},
        {"kind": "quotation", "speaker": "市长", "modality": "asserted"},
    ]


ARTICLE = """# 湖区渔业的兴衰

李某

## 一、背景

2019年，坎普湖的渔获量降至1200吨[^1]，渔民人数减少了两成，渔船减至40艘[^2]。湖区的生态正在恢复[^3]。合作社收入增长6%。

渔业局长卡森说，“湖水比我们记忆中的任何时候都要清”[^2][^3]。

合作社拥有80名社员。

湖水变清。村庄空了[^4]。

[^1]: Carson, *Fish of Lake Camp*, 2020.
[^2]: “Fishermen Leave the Lake,” *Lake Times*, May 3, 2020.
[^3]: 周某：《湖泊生态》，《湖沼学报》2021年第2期，第3—9页。
"""


@pytest.fixture(scope="module")
def article(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Doc:
    path: Path = tmp_path_factory.mktemp("articles") / "lake.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return nlp(to_doc(nlp, kaoju.read(path)))


# the beginning of what the claim is about → kind, notes
NOTED = [
    ("渔获量降至1200吨", "figure", [1]),
    ("减少了两成", "figure", [2]),  # the first mark after it, though another stands before
    ("减至40艘", "figure", [2]),
    ("生态正在恢复", "statement", [3]),
    ("收入增长6%", "figure", []),  # no mark after it in its paragraph
    ("湖水比我们", "quotation", [2, 3]),  # marks side by side
    ("拥有80名", "figure", []),  # a paragraph without a mark
]


def test_every_claim_rests_on_the_first_marks_after_it_in_its_paragraph(article: Doc) -> None:
    claims = [claim for claim in article._.claims if "村庄" not in value(article, claim)]
    assert [(claim["kind"], claim["notes"]) for claim in claims] == [(kind, notes) for _, kind, notes in NOTED]
    for claim, (words, _, _) in zip(claims, NOTED, strict=True):
        assert words in value(article, claim)


def test_a_claim_says_whether_a_mark_links_it_to_its_notes(article: Doc) -> None:
    assert {(bool(claim["notes"]), claim["link"]) for claim in article._.claims} == {(True, "marker"), (False, "none")}


def test_a_sentence_without_figure_quotation_or_mark_is_no_claim(article: Doc) -> None:
    assert "湖水变清。" not in [value(article, claim) for claim in article._.claims]


def test_a_mark_whose_note_is_missing_gives_no_note(article: Doc) -> None:
    claim = next(claim for claim in article._.claims if "村庄" in value(article, claim))
    assert (claim["kind"], claim["notes"], claim["link"]) == ("statement", [], "none")
