"""When something was, which way it went, and which figures are one claim."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kaoju.annotations import Claim
from kaoju.normalising import normalise
from kaoju.text import Text

# text → "from → value time direction", a claim each; - where the text gives no time
CHANGES = [
    # a rise and a fall, by whatever verb
    ("2021年，棉价飙至每吨2万元，次年滑落到1.5万元。", ["20000.0 2021 increase", "15000.0 2022 decrease"]),
    ("2019年，社员由300人发展到900人。", ["300.0 → 900.0 2019 increase"]),
    ("2012年，药价从每盒500元砍到200元以下。", ["500.0 → 200.0 2012 decrease"]),
    ("2015年，装机从3万千瓦起步，一路扩张到90万千瓦。", ["30000.0 → 900000.0 2015 increase"]),
    ("2009年第一季，经济负成长8%。", ["8.0 2009-01/2009-03 decrease"]),
    ("2003年4月，旅客急挫65%。", ["65.0 2003-04 decrease"]),
    ("2014年，客户恢复到撤离前的85%。", ["85.0 2014 increase"]),
    ("若停工，订单的六成会因此流失。", ["60.0 - decrease"]),
    ("煤的比重自2006年的32.4%起逐年增加，2014年达到42.4%。", ["32.4 → 42.4 2006/2014 increase"]),
    ("2009年，股价较发行价跌去74%。", ["74.0 2009 decrease"]),
    ("2009年资助额为500元，翌年再加一倍。", ["500.0 2009 level", "1.0 2010 increase"]),
    ("2004年，工薪的购买力被侵蚀三成。", ["30.0 2004 decrease"]),
    # by what is lost, wanting, spared, or paid more
    ("2024年，收入减少19%，数量却仅少3%。", ["19.0 2024 decrease", "3.0 2024 decrease"]),
    ("1956年9月储备为8亿美元，10月再失1亿美元。", ["800000000.0 1956-09 level", "100000000.0 1956-10 decrease"]),
    ("1956年，原油供应短缺四分之一。", ["25.0 1956 decrease"]),
    ("2019年，产油国一夜之间损失了一半的产量。", ["50.0 2019 decrease"]),
    ("煤价每跌10美元，国库就要损失3亿元。", ["300000000.0 - decrease"]),
    ("2020年，每吨运费平均省下20美元。", ["20.0 2020 decrease"]),
    ("2020年，该国愿意多掏两倍的价钱。", ["2.0 2020 increase"]),
    ("2025年的协定规定，98%的税目关税归零。", ["98.0 2025 decrease"]),
    ("2020年以后，军费的比重一路攀升，2024年已至6.7%。", ["6.7 2024 increase"]),
    ("2010年，总额一跃而至280亿元。", ["28000000000.0 2010 increase"]),
    # how fast, how much is written off, and at what rate a new tax is taken: no change
    ("2022年，该省的经济增速高达15.2%。", ["15.2 2022 level"]),
    ("2024年，矿业公司计提减值38亿美元。", ["3800000000.0 2024 level"]),
    ("1934年，政府开征10%的白银出口税。", ["10.0 1934 level"]),
    ("2018年，该国对进口药品征收10%的关税。", ["10.0 2018 increase"]),
    # so much for each, and another figure; bought from somewhere, and no change
    ("2022年，电价每度上调7元，销售税提高到18%。", ["7.0 2022 increase", "18.0 2022 increase"]),
    ("2023年从荷兰进口12亿元，荷方的顺差高达10亿元。", ["1200000000.0 2023 level", "1000000000.0 2023 level"]),
    # so much a year, over the years told before
    (
        "2004年发电量为700亿度，2014年增至1400亿度，年均增速7.2%。",
        ["70000000000.0 2004 level", "140000000000.0 2014 increase", "7.2 2004/2014 increase"],
    ),
    ("2016年，该厂减排两成。", ["20.0 2016 decrease"]),
    # a time behind the figure, where none was told before
    ("该行的63亿元债务在2013年6月达成协议。", ["6300000000.0 2013-06 level"]),
    # what is so now
    ("该公司2008年投了7亿元，如今累计投资达22亿元。", ["700000000.0 2008 level", "2200000000.0 - level"]),
    # what two sound like, and what is no change
    ("2020年，该州年降水量400毫米。", ["400.0 2020 level"]),
    ("2020年，该省实现工业增加值450亿元。", ["45000000000.0 2020 level"]),
    ("各业的增值税率从6%到13%不等。", ["6.0 - level"]),
    # more than it was is a change, more than another is none
    ("2018年，国内客户占86%，较两年前高出17个百分点。", ["86.0 2018 level", "17.0 2018 increase"]),
    ("2018年，该国关税比邻国高5个百分点，比十年前则低了2个百分点。", ["5.0 2018 level", "2.0 2018 decrease"]),
    ("航程比绕行好望角缩短四成。", ["40.0 - level"]),
    ("1929年，税收比上一年多七成。", ["70.0 1929 increase"]),
    # set against each other in one breath
    ("账面上增长了十倍，折成英镑，则五倍不到。", ["10.0 - increase", "5.0 - increase"]),
    # until a year: all that went before, or a term
    ("2009年以前，超售的天数达28%。", ["28.0 ../2009 level"]),
    ("该国承诺，2030年之前把占比提高到80%。", ["80.0 2030 increase"]),
    ("目标是在2021年之前提供20亿剂疫苗。", ["2000000000.0 2021 level"]),
    # what was planned for a year is told in the year before
    ("2021年，联盟提出，到2040年把比重提高到60%。同年，各国出资10亿元。", ["60.0 2040 increase", "1000000000.0 2021 level"]),
    # times to compare with
    ("1902年的税则以1897年至1899年的平均货价为准，征收5%。", ["5.0 1902 increase"]),
    ("到2030年，排放在2005年的基础上减少26%。", ["26.0 2030 decrease"]),
    ("2023年，基金增至79亿元，较改革前夕的57亿元成长四成。", ["7900000000.0 2023 increase", "5700000000.0 - level", "40.0 2023 increase"]),
    ("2024年底，佣工共36万名。与1990年的7万名相比，增加了四倍。", ["360000.0 2024 level", "70000.0 1990 level", "4.0 2024 increase"]),
    # how long something lasts is no time of what is said next
    ("2017年修法，用罄年度延后至2049年，政府节省经费14亿元。", ["1400000000.0 2017 level"]),
    # several times together
    ("央行在9月和10月入市，2022年9月和10月分别动用3亿元和6亿元，两个月合计9亿元。", ["300000000.0 2022-09 level", "600000000.0 2022-10 level", "900000000.0 2022-09/2022-10 level"]),
    # the reign goes on
    ("民国十七年，关税收入为1.3亿元，二十年猛增至3.9亿元。", ["130000000.0 1928 level", "390000000.0 1931 increase"]),
    ("民國108年，服務人數為28萬人；110年增至38萬人。", ["280000.0 2019 level", "380000.0 2021 increase"]),
    ("由2000年的26%升至2023年的52%；同期，成员增加20个。", ["26.0 → 52.0 2000/2023 increase", "20.0 2000/2023 increase"]),
    # since an event
    ("自2013年开馆以来，借出图书4.7万册。", ["47000.0 2013/.. level"]),
    # at a rate
    ("2012年至2019年，投资额以年均13%的速度递增。", ["13.0 2012/2019 increase"]),
    # what is set beside a time that is told with its figure
    ("与2008年不足2亿元的规模相比，2018年的援助翻了上百倍。", ["200000000.0 2008 level", "100.0 2018 increase"]),
    ("2015年的产量是2005年的3倍，却只有计划的60%。", ["3.0 2015 level", "60.0 2015 level"]),
    # how many hold something is no change, whatever they hold; as far as another value is one
    ("15%的居民认为票价应该下降，只有30%的居民认为应该增加。", ["15.0 - level", "30.0 - level"]),
    ("该党主张把教育经费提高到国民收入的4%甚至是6%。", ["4.0 - increase", "6.0 - increase"]),
    # in brackets
    ("2020年，稻米进口额降至4亿欧元（比上年减半），玉米进口额仅有1亿欧元（下降93%）。", ["400000000.0 2020 decrease", "0.5 2020 decrease", "100000000.0 2020 level", "93.0 2020 decrease"]),
    # two values in two years, the first of which begins no change
    ("2010年，该国自北方进口的木材占26%，2013年升至32%。", ["26.0 2010 level", "32.0 2013 increase"]),
    ("自2010年协议签署至2020年到期，贸易额从14亿美元增至26亿美元。", ["1400000000.0 → 2600000000.0 2010/2020 increase"]),
    ("2009年和2010年，政府先后注资2亿元和3亿元，两年合计5亿元。", ["200000000.0 2009 level", "300000000.0 2010 level", "500000000.0 2009/2010 level"]),
]  # fmt: skip


def said(claim: Claim) -> str:
    """A claim's values, its time and which way it goes, in a line."""
    value = claim["high"] if claim["low"] is None else claim["low"]
    values = value if claim["from_low"] is None else f"{claim['from_low']} → {value}"
    return f"{values} {claim['time'] or '-'} {claim['direction']}"


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_when_and_which_way(nlp: Language, text: str, expected: list[str]) -> None:
    assert [said(claim) for claim in nlp(normalise(Text.of(text)).text)._.claims] == expected
