"""What is queried in sentences as authors write them: nothing where the author is right, the one slip where not."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import kaoju

RIGHT = [
    # a rate of one thing before a change of another
    "客运列车减少12%，票款收入却由20亿元增至25亿元，增幅为25%。",
    "棉花种植面积下降29%，棉农收入由10亿元升至12亿元。",
    "2022年稻米出口额为100亿美元，同比增长20%，小麦进口额由50亿美元增至55亿美元，增长10%。",
    "法国的葡萄酒出口增长20%，西班牙由50亿欧元增至55亿欧元。",
    "政府债务增加8%，赤字则由300亿元降到240亿元，减少两成。",
    # a rate on the year before, of the last of several years
    "该国咖啡出口由2015年的50亿美元增至2020年的80亿美元，同比增长5%。",
    # a balance is no part of the trade
    "双边贸易额为90亿美元，其中出口60亿美元，进口30亿美元，顺差30亿美元。",
    # what agrees, in many builds
    "粮食产量由500万吨增至600万吨，增加100万吨，增长20%，单产提高8%。",
    "失业率从8%降至6%，降低2个百分点，降幅达25%。",
    "公司去年营业收入为120亿元，比上年的100亿元增长20%，净利润为12亿元，增长5%。",
    "债务由200亿美元增至400亿美元，翻了一番，利息负担增加了三倍。",
    "煤矿、铁路和港口分别出资30亿元、20亿元和10亿元，共计60亿元。",
    "总投资100亿元，其中政府出资40亿元，占40%，企业出资60亿元，占60%。",
    "市场份额为45%，高于对手的30%，领先15个百分点。",
    "过路费上调15%，每船平均由40万美元提高到46万美元。",
    "政府补贴减少三成，由100亿元减至70亿元。",
    "港口吞吐量比上年的500万箱增长10%，达到550万箱。",
    "前三大股东分别持股30%、20%和10%，合计持股60%。",
    "与前一年相比，客运量下降15%，货运量则由200万吨提高到230万吨。",
    "进口额为60亿元，是出口额（20亿元）的3倍。",
    # four times as much, and, loosely said, more by four times
    "运费从2000美元涨到8000美元，上涨了三倍。",
    "运费从2000美元涨到8000美元，上涨了四倍。",
]
# sentence → the figure that is wrong
WRONG = {
    "稻米出口额增长20%，由50亿美元增至55亿美元。": "20%",
    "失业人数增加30%，由100万人增至120万人。": "30%",
    "客运列车减少12%，票款收入却由20亿元增至25亿元，增幅为35%。": "35%",
    "该国咖啡出口由2015年的50亿美元增至2020年的80亿美元，增长30%。": "30%",
    "该国咖啡出口由2019年的50亿美元增至2020年的80亿美元，同比增长30%。": "30%",
    "运费从2000美元涨到8000美元，上涨了400%。": "400%",
    "运费从2000美元涨到8000美元，上涨了七倍。": "七倍",
}


@pytest.fixture(scope="module")
def queried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The messages at each sentence, each read as an article of its own."""
    place: Path = tmp_path_factory.mktemp("sentences")
    texts = {f"{index:02}": sentence for index, sentence in enumerate([*RIGHT, *WRONG])}
    for name, sentence in texts.items():
        (place / f"{name}.md").write_text(f"# 数字\n\n{sentence}\n", encoding="utf-8")
    out = kaoju.run([place], place / "out").out
    audit = pd.read_parquet(out / "tables" / "audit.parquet")
    sums = audit[audit.kind.isin(["arithmetic", "conflict"])]
    return {sentence: list(sums[sums.article == name].message) for name, sentence in texts.items()}


@pytest.mark.parametrize("sentence", RIGHT)
def test_who_is_right_is_not_queried(queried: dict[str, list[str]], sentence: str) -> None:
    assert queried[sentence] == []


@pytest.mark.parametrize(("sentence", "figure"), WRONG.items())
def test_who_is_wrong_is_queried_once(queried: dict[str, list[str]], sentence: str, figure: str) -> None:
    [message] = queried[sentence]
    assert message.endswith(f"文中作{figure}。")
