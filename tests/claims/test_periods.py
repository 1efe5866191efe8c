"""When a claim's figure was so, and what its change is measured against."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

# text → the time of each claim with a figure
PERIODS = {
    # the time of a deed in one item of a list is not that of the next; what was so in a year is of the whole list
    "青岛2012年便拨款5亿元；成都人均缴费100元。": ["2012", None],
    "欧洲央行在7月加息。英国央行2022年8月加息1%；法国拨款5亿元。": ["2022-08", None],
    "2022年8月6日，美国加征25%的关税，8月27日起执行；欧盟加征10%。": ["2022-08-06", "2022-08-06"],
    "2022年，青岛拨款5亿元；成都拨款3亿元。": ["2022", "2022"],
    "研究所2022年8月的调查显示，支持者占六成；反对者占三成。": ["2022-08", "2022-08"],
    "2024年债务占四成；倘若煤价下跌三成，逆差将达5亿元。": ["2024", None, None],
    "预计2025年汇款增长2%；如果工人遭遣返，则会减少1%。": ["2025", "2025"],
    # told in passing
    "2024年该港运出三成，十年前只有一成，运费省下20美元。": ["2024", "2014", "2024"],
    "2024年该港运出三成，十年前出口占5%，进口占2%。": ["2024", "2014", "2014"],
    "2006年的协定禁止收购2008年以后毁林的地块上的豆子，此后豆田增加了三倍。": ["2006"],
    # a time without a date
    "2023年总统承诺捐款5亿美元，到他离任时，国会批准的不过一成。": ["2023", None],
    "到2024年夏，油轮已运出七成，而一年多以前，货轮运出过半。": ["2024", None],
    "该国2024年的产值为1万亿元，五年耗资6000亿元。": ["2024", None],
    "1869年利率为9%；四十年后，同一个政府以4%的利率借款。": ["1869", "1909"],
    # what is so already is of no target
    "到2030年须招20万人，而空缺率已达8%。": ["2030", None],
    # the year after any, the second of a course
    "政府2023年规定，每户只要缴费1000元，次年便可领取500元。": ["2023", "2024"],
    "房价每上涨1%，翌年的生育率便下降2%。": [None],
    "自2024年起，第一年的补贴为70万元，第二年为35万元。": ["2024", "2024"],
    # what is so each year from then on
    "自2025年起改征从价税，国库每年增收13亿元。": ["2025/.."],
    # a figure that another is held against has its own time
    "合同价值9亿元，比2016年签约时的5亿元高出八成。": [None, "2016", None],
    "2025年9月的通胀率为33%，比央行年初设定的24%高出9个百分点。": ["2025-09", "2025", "2025-09"],
    "2025年的民调显示，67%的人支持，与2022年的70%相差无几；愿意付钱的仅占两成半。": ["2025", "2022", "2025"],
    "占比一直不足5%，距政府为2025年定下的18%的指标甚远。": [None, "2025"],
    "用罄年度可延后至2049年与2048年，节省1兆元。": [None],
    "2010年出口7亿元，2022年增至37亿元，年均增速14%，相当于同期邻国增速的1.9倍。": [
        "2010",
        "2022",
        "2010/2022",
        "2010/2022",
    ],
    # a sentence that goes on about the one before
    "2023年，巴西出口大豆5亿美元。中国买走其中的七成。": ["2023", "2023"],
    "1956年秋，英国出兵埃及。三个月内，央行流失了两成储备。": ["1956"],
    "2022年，央行加息。利率升至4%。": [None],
    "2023年，巴西出口大豆5亿美元。该国拨款3亿元，其中一成用于铁路。": ["2023", None, None],
}

# text → what the change of each claim is measured against
BASELINES = {
    # where it began
    "2024财年的军售比2023财年的809亿美元增加370亿美元。": [None, "2023"],
    "2019年至2023年，债务从21亿元攀升至40亿元。": ["2019"],
    "2021年第一季度，交付量由8000万剂减至3000万剂。": [None],
    # the year before, the month before
    "2023年，该国的出口同比增长8.2%。": ["2022"],
    "2023年上半年，该国的出口同比增长8.2%，环比下降1%。": ["2022-01/2022-06", None],
    "2023年3月，该国的出口环比下降1%。": ["2023-02"],
    "2023年第二季度，该国的出口环比下降1%。": ["2023-01/2023-03"],
    "该国的出口同比增长8.2%。": [None],
    "2023年1月至7月，入境人数较上年同期减少64%。": ["2022-01/2022-07"],
    "汇款由2023年的335亿元增至2024年的345亿元，按年上升3%。": ["2023", "2023"],
    # where a count begins
    "欧盟要在2030年前将排放量在1990年的水平上削减55%。": ["1990"],
    # a time without a date, or within the claim's own
    "截至2022年底，贷款较年初增加3000亿元。": [None],
    "2024年，运力比战前下跌八成。": [None],
}


@pytest.mark.parametrize(("text", "wanted"), PERIODS.items(), ids=list(PERIODS))
def test_when_a_figure_was_so(nlp: Language, text: str, wanted: list[str | None]) -> None:
    assert [claim["time"] for claim in nlp(text)._.claims if claim["kind"] == "figure"] == wanted


@pytest.mark.parametrize(("text", "wanted"), BASELINES.items(), ids=list(BASELINES))
def test_what_a_change_is_measured_against(nlp: Language, text: str, wanted: list[str | None]) -> None:
    assert [claim["baseline"] for claim in nlp(text)._.claims if claim["kind"] == "figure"] == wanted


@pytest.mark.parametrize("piece", ["1年", "二", "十年前，"])
def test_a_sentence_of_many_times_is_read_in_little_time(nlp: Language, piece: str) -> None:
    began = time.perf_counter()
    told = nlp(piece * (20_000 // len(piece)) + "该国的出口为5%。")
    assert told._.claims[-1]["low"] == 5
    assert time.perf_counter() - began < 5
