"""What is a figure, what is none, and what it is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaoju.figures import find_figures

# text → "surface kind low high unit approx", the kinds by their first letters
VALUES = [
    # money
    ("经费增至9.23亿美元。", ["9.23亿美元 MONEY 923000000 923000000 USD -"]),
    ("投入1.2万亿元", ["1.2万亿元 MONEY 1200000000000 1200000000000 CNY -"]),
    ("预算三百二十亿日元", ["三百二十亿日元 MONEY 32000000000 32000000000 JPY -"]),
    ("共12兆8,416億新臺幣", ["12兆8,416億新臺幣 MONEY 12841600000000 12841600000000 TWD -"]),
    ("NT$2,300億元", ["NT$2,300億元 MONEY 230000000000 230000000000 TWD -"]),
    ("US$350 million", ["US$350 million MONEY 350000000 350000000 USD -"]),
    (
        "融资US$1.5 bn，其中$300m与£2b",
        [
            "US$1.5 bn MONEY 1500000000 1500000000 USD -",
            "$300m MONEY 300000000 300000000 USD -",
            "£2b MONEY 2000000000 2000000000 GBP -",
        ],
    ),
    ("人民币500亿元", ["人民币500亿元 MONEY 50000000000 50000000000 CNY -"]),
    ("四百七十八元五角", ["四百七十八元五角 MONEY 478.5 478.5 CNY -"]),
    ("人民币伍仟零叁拾贰元肆角捌分", ["人民币伍仟零叁拾贰元肆角捌分 MONEY 5032.48 5032.48 CNY -"]),
    ("应缴壹仟玖佰圆整，", ["壹仟玖佰圆整 MONEY 1900 1900 CNY -"]),
    ("卖三块五毛", ["三块五毛 MONEY 3.5 3.5 CNY -"]),
    ("卖10块5", ["10块5 MONEY 10.5 10.5 CNY -"]),
    ("每度两毛五", ["两毛五 MONEY 0.25 0.25 CNY -"]),
    ("每度降五分钱", ["五分钱 MONEY 0.05 0.05 CNY -"]),
    ("每度降5角、1元", ["5角 MONEY 0.5 0.5 CNY -", "1元 MONEY 1 1 CNY -"]),
    ("每度3美分", ["3美分 MONEY 0.03 0.03 USD -"]),
    ("票价两美元又三美分", ["两美元又三美分 MONEY 2.03 2.03 USD -"]),
    ("挣了三五百块", ["三五百块 MONEY 300 500 CNY -"]),
    ("砌了3000块砖", ["3000块 QUANTITY 3000 3000 块 -"]),  # not of money
    ("合5万港纸", ["5万港纸 MONEY 50000 50000 HKD -"]),
    ("折合人民币12.5亿", ["人民币12.5亿 MONEY 1250000000 1250000000 CNY -"]),
    ("人民币3亿至5亿", ["人民币3亿至5亿 MONEY 300000000 500000000 CNY -"]),
    ("美元5亿桶", ["5亿桶 QUANTITY 500000000 500000000 桶 -"]),  # what follows is counted
    ("出资50亿RMB", ["50亿RMB MONEY 5000000000 5000000000 CNY -"]),
    ("500 million euros", ["500 million euros MONEY 500000000 500000000 EUR -"]),
    ("US$300–350 million", ["US$300–350 million MONEY 300000000 350000000 USD -"]),
    ("亏损为-5亿元", ["-5亿元 MONEY -500000000 -500000000 CNY -"]),
    ("一百二十点五亿元", ["一百二十点五亿元 MONEY 12050000000 12050000000 CNY -"]),
    ("十几亿元", ["十几亿元 MONEY 1000000000 2000000000 CNY -"]),
    ("肯尼亚拨款300亿先令", ["300亿先令 MONEY 30000000000 30000000000 KES -"]),
    ("乌干达拨款300亿先令", ["300亿先令 MONEY 30000000000 30000000000 UGX -"]),
    ("数百亿美元", ["数百亿美元 MONEY 10000000000 100000000000 USD -"]),
    ("在市场上占50.3%", ["50.3% PERCENT 50.3 50.3 % -"]),
    ("贸易上达5亿美元", ["5亿美元 MONEY 500000000 500000000 USD -"]),
    ("最多只会接受两成", ["两成 PERCENT - 20 % at_most"]),
    ("近半企业在近半年内迁走", ["近半 PERCENT 50 50 % about"]),
    ("上百亿美元", ["百亿美元 MONEY 10000000000 - USD at_least"]),
    # what OCR sets between digits
    ("涨幅为8. 2%", ["8. 2% PERCENT 8.2 8.2 % -"]),
    ("约1 940亿至3 660亿美元", ["1 940亿至3 660亿美元 MONEY 194000000000 366000000000 USD about"]),
    ("投入830万 美\n元", ["830万 美\n元 MONEY 8300000 8300000 USD -"]),
    ("约 1 2 0 亿美元", ["1 2 0 亿美元 MONEY 12000000000 12000000000 USD about"]),
    ("占股 5 1%", ["5 1% PERCENT 51 51 % -"]),
    ("高达21 .3％", ["21 .3％ PERCENT 21.3 21.3 % -"]),
    # what tables say once
    ("单位：亿元", []),
    ("出口额（亿美元）由302.4增至548.1", []),
    (
        "表1 军费（单位：亿美元）\n\n| 国家 | 2019 | 占比（%） |\n|---|---|---|\n| 韩国 | 85.3 | 2.4 |",
        ["85.3 MONEY 8530000000 8530000000 USD -", "2.4 PERCENT 2.4 2.4 % -"],
    ),
    (
        "（單位：新臺幣億元）\n| 項目 | 2019年 |\n|---|---|\n| 歲入 | 2,000 |\n| 成長率 | 3.5% |\n| 人口（萬人） | 2,360 |",
        [
            "2,000 MONEY 200000000000 200000000000 TWD -",
            "3.5% PERCENT 3.5 3.5 % -",
            "2,360 QUANTITY 23600000 23600000 人 -",
        ],
    ),
    # taels and piculs
    (
        "岁入白银约400万两，漕粮三百万石",
        ["400万两 MONEY 4000000 4000000 两 about", "三百万石 QUANTITY 3000000 3000000 石 -"],
    ),
    ("用银六百九十三万五千零八十六两", ["六百九十三万五千零八十六两 MONEY 6935086 6935086 两 -"]),
    ("进口300万石油桶，三万两千人", ["三万两千人 QUANTITY 32000 32000 人 -"]),
    # a deed, or what it is a share of, between the bound and its number
    ("最多征收150万美元", ["150万美元 MONEY - 1500000 USD at_most"]),
    ("最多罚款1万元", ["1万元 MONEY - 10000 CNY at_most"]),
    ("至少缴纳3000元", ["3000元 MONEY 3000 - CNY at_least"]),
    ("不到预算三成", ["三成 PERCENT - 30 % under"]),
    ("至少要下降三分之一", ["三分之一 PERCENT 33.3333 - % at_least"]),
    ("镍价最多反弹一成五", ["一成五 PERCENT - 15 % at_most"]),
    ("至少失去一半的市场", ["一半 PERCENT 50 - % at_least"]),
    ("至少夺走了三成的份额", ["三成 PERCENT 30 - % at_least"]),
    ("运量连设计能力的两成也没有达到", ["两成 PERCENT - 20 % under"]),
    ("连三成都没有。", ["三成 PERCENT - 30 % under"]),
    ("三成都没有任何收入", ["三成 PERCENT 30 30 % -"]),
    # what is exceeded is the other's
    ("首次超过美国的650亿欧元", ["650亿欧元 MONEY 65000000000 65000000000 EUR -"]),
    ("不及中国的三成", ["三成 PERCENT - 30 % under"]),
    ("不得超过中国的100万元", ["100万元 MONEY - 1000000 CNY at_most"]),
    # a range whose two ends have a counter
    ("高出30个至35个百分点", ["30个至35个百分点 PERCENTAGE_POINT 30 35 pp -"]),
    # a shilling beside pounds, and one of a country that has its own
    ("英镑不保，每加仑加征1先令", ["1先令 MONEY 0.05 0.05 GBP -"]),
    ("肯尼亚每公斤80先令，以英镑计", ["80先令 MONEY 80 80 KES -"]),
    # so many elements, and so much money
    ("三元锂电池占四成", ["四成 PERCENT 40 40 % -"]),
    ("票价三元，电池五元", ["三元 MONEY 3 3 CNY -", "五元 MONEY 5 5 CNY -"]),
    ("每户三元材料费", ["三元 MONEY 3 3 CNY -"]),
    ("不到渔获价值6%", ["6% PERCENT - 6 % under"]),
    ("在此基础上增加5%", ["5% PERCENT 5 5 % -"]),
    # what a rate is halved to
    ("税率由16%减半至8%", ["16% PERCENT 16 16 % -", "8% PERCENT 8 8 % -"]),
    # shares
    ("2019年-5%，2020年－3.2%", ["-5% PERCENT -5 -5 % -", "－3.2% PERCENT -3.2 -3.2 % -"]),
    ("同比-4.5%，环比+1.2%", ["-4.5% PERCENT -4.5 -4.5 % -", "1.2% PERCENT 1.2 1.2 % -"]),
    ("增长率（-2%）", ["-2% PERCENT -2 -2 % -"]),
    ("一度冲上85.5%", ["85.5% PERCENT 85.5 85.5 % -"]),
    ("介于5亿元与7亿元之间", ["5亿元与7亿元 MONEY 500000000 700000000 CNY -"]),
    ("在5%和8%之间", ["5%和8% PERCENT 5 8 % -"]),
    ("5%与8%之间的差距", ["5% PERCENT 5 5 % -", "8% PERCENT 8 8 % -"]),
    ("绵延上百公里", ["百公里 QUANTITY 100 - 公里 at_least"]),
    ("增长3pp", ["3pp PERCENTAGE_POINT 3 3 pp -"]),
    ("五千瑞典克朗", ["五千瑞典克朗 MONEY 5000 5000 SEK -"]),
    ("5千克朗", ["5千克朗 MONEY 5000 5000 SEK -"]),
    ("1兆欧元", ["1兆欧元 MONEY 1000000000000 1000000000000 EUR -"]),
    ("THB 500 million", ["THB 500 million MONEY 500000000 500000000 THB -"]),
    ("百慕大元5百慕大元", ["5百慕大元 MONEY 5 5 BMD -"]),
    ("增速为-3.2%", ["-3.2% PERCENT -3.2 -3.2 % -"]),
    ("误差为±3个百分点，汇率浮动正负2%", ["±3个百分点 PERCENTAGE_POINT -3 3 pp -", "正负2% PERCENT -2 2 % -"]),
    ("负3%的利率", ["负3% PERCENT -3 -3 % -"]),
    ("担负3%的费用", ["3% PERCENT 3 3 % -"]),
    ("百分之负五", ["百分之负五 PERCENT -5 -5 % -"]),
    ("打七五折", ["七五折 PERCENT 75 75 % -"]),
    ("打8.5折", ["8.5折 PERCENT 85 85 % -"]),
    ("打对折", ["对折 PERCENT 50 50 % -"]),
    ("百分之十五点二", ["百分之十五点二 PERCENT 15.2 15.2 % -"]),
    ("占三分之二", ["三分之二 PERCENT 66.6667 66.6667 % -"]),
    ("降幅两成半", ["两成半 PERCENT 25 25 % -"]),
    ("占五成七", ["五成七 PERCENT 57 57 % -"]),
    ("约占三四成", ["三四成 PERCENT 30 40 % about"]),
    ("致死率3.6‰", ["3.6‰ PERCENT 0.36 0.36 % -"]),
    ("不到承诺额的一半", ["一半 PERCENT - 50 % under"]),
    ("不及韩国之五分之一", ["五分之一 PERCENT - 20 % under"]),
    ("过半受访者", ["过半 PERCENT 50 - % over"]),
    ("租佃者十之六七，荒者十之二", ["十之六七 PERCENT 60 70 % -", "十之二 PERCENT 20 20 % -"]),
    ("约1/3的企业", ["1/3 PERCENT 33.3333 33.3333 % about"]),
    # points are no percentages
    ("其中三成为国家注资", ["三成 PERCENT 30 30 % -"]),
    ("高出17个百分点", ["17个百分点 PERCENTAGE_POINT 17 17 pp -"]),
    ("加息25个基点", ["25个基点 PERCENTAGE_POINT 0.25 0.25 pp -"]),
    ("相差一个半百分点", ["一个半百分点 PERCENTAGE_POINT 1.5 1.5 pp -"]),
    ("2.5 percentage points", ["2.5 percentage points PERCENTAGE_POINT 2.5 2.5 pp -"]),
    # multiples, the number as written
    ("增长两倍半", ["两倍半 MULTIPLE 2.5 2.5 x -"]),
    ("翻了近三番", ["翻了近三番 MULTIPLE 8 8 x -"]),
    ("十倍以上", ["十倍以上 MULTIPLE 10 - x at_least"]),
    ("贫困人口减半", ["减半 MULTIPLE 0.5 0.5 x -"]),
    ("增加一倍多", ["一倍多 MULTIPLE 1 - x over"]),
    ("提供3亿基纳援助", ["3亿基纳 MONEY 300000000 300000000 PGK -"]),
    # quantities
    ("2.5 万辆汽车", ["2.5 万辆 QUANTITY 25000 25000 辆 -"]),
    ("裁员两千多名", ["两千多名 QUANTITY 2000 - 名 over"]),
    ("约14亿成年人没有账户", ["14亿成年人 QUANTITY 1400000000 1400000000 成年人 about"]),
    ("欧盟26国与20国集团", ["26国 QUANTITY 26 26 国 -"]),  # the group is a name
    ("发射2000发炮弹", ["2000发 QUANTITY 2000 2000 发 -"]),
    ("每千人拥有医生2.3人", ["2.3人 QUANTITY 2.3 2.3 人 -"]),  # 每千人 is what it is measured by
    ("航程约3500海里", ["3500海里 QUANTITY 3500 3500 海里 about"]),
    ("骨干带宽140Tbps，海缆2.2兆位元", ["140Tbps QUANTITY 140 140 Tbps -", "2.2兆位元 QUANTITY 2.2 2.2 兆位元 -"]),
    ("31.4GW/66.9GWh", ["31.4GW QUANTITY 31.4 31.4 GW -", "66.9GWh QUANTITY 66.9 66.9 GWh -"]),
    ("吞吐量4916万TEU", ["4916万TEU QUANTITY 49160000 49160000 TEU -"]),
    ("订单7120万载重吨", ["7120万载重吨 QUANTITY 71200000 71200000 载重吨 -"]),
    ("發電約86億度，高溫37度", ["86億度 QUANTITY 8600000000 8600000000 度 about"]),
    ("耗电50至55度", ["50至55度 QUANTITY 50 55 度 -"]),
    ("剩下不足百户", ["百户 QUANTITY - 100 户 under"]),
    ("每百万英热单位4美元", ["4美元 MONEY 4 4 USD -"]),
    ("惠及数千万农户", ["数千万农户 QUANTITY 10000000 100000000 农户 -"]),
    # bounds
    ("不少于700亿元", ["700亿元 MONEY 70000000000 - CNY at_least"]),
    ("不得低于百分之三十", ["百分之三十 PERCENT 30 - % at_least"]),
    ("不应超过5亿元", ["5亿元 MONEY - 500000000 CNY at_most"]),
    ("没有达到2%", ["2% PERCENT - 2 % under"]),
    ("至多150万美元", ["150万美元 MONEY - 1500000 USD at_most"]),
    ("十万元以下", ["十万元以下 MONEY - 100000 CNY at_most"]),
    ("200亿韩元左右", ["200亿韩元左右 MONEY 20000000000 20000000000 KRW about"]),
    ("高达5亿美元", ["5亿美元 MONEY 500000000 500000000 USD -"]),  # rhetoric
    ("节约5%", ["5% PERCENT 5 5 % -"]),  # 约 in 节约 is no bound
    ("跌破每桶80美元", ["80美元 MONEY - 80 USD under"]),
    ("虧損恐破500億元", ["500億元 MONEY 50000000000 - CNY over"]),
    ("运出黄金400万两，白银三万两", ["400万两 QUANTITY 4000000 4000000 两 -", "三万两 MONEY 30000 30000 两 -"]),
    ("查获鸦片二百两，罚银五十两", ["二百两 QUANTITY 200 200 两 -", "五十两 MONEY 50 50 两 -"]),
    ("北京的牌价为1300韩元", ["1300韩元 MONEY 1300 1300 KRW -"]),  # not of the North
    ("票价5皮阿斯特", ["5皮阿斯特 MONEY 0.05 0.05 EGP -"]),
    ("占逾期贷款的五成四", ["五成四 PERCENT 54 54 % -"]),
    ("失业率低于5%的警戒线", ["5% PERCENT 5 5 % -"]),  # the line, not what is below it
    ("不低于5%的标准", ["5% PERCENT 5 - % at_least"]),
    ("尚不过24%", ["24% PERCENT 24 24 % -"]),  # no more than: but little
    ("总额不下白银五千万两", ["五千万两 MONEY 50000000 - 两 at_least"]),
    ("不得低于约定工资的百分之八十", ["百分之八十 PERCENT 80 - % at_least"]),
    ("不得超过成交价百分之五", ["百分之五 PERCENT - 5 % at_most"]),
    # a bound after the amount, or the beginning of another word
    ("占三分之二强，", ["三分之二强 PERCENT 66.6667 - % over"]),
    ("四成弱的票", ["四成弱 PERCENT - 40 % under"]),
    ("三成多受访者", ["三成多 PERCENT 30 - % over"]),
    ("9.3億元強化備援", ["9.3億元 MONEY 930000000 930000000 CNY -"]),
    ("拨款2亿元强制收购", ["2亿元 MONEY 200000000 200000000 CNY -"]),
    ("余款20%余下两年付清", ["20% PERCENT 20 20 % -"]),
    ("5亿美元多边贷款", ["5亿美元 MONEY 500000000 500000000 USD -"]),
    ("5亿美元多用于还债", ["5亿美元 MONEY 500000000 500000000 USD -"]),
    ("卖三块多钱", ["三块多 MONEY 3 - CNY over"]),
    ("投入3亿元不到两年", ["3亿元 MONEY 300000000 300000000 CNY -"]),
    ("三成不到的企业", ["三成不到 PERCENT - 30 % under"]),
    ("不超过去年的8%", ["8% PERCENT 8 8 % -"]),  # last year's value is exact
    # ranges and lists
    ("关税5%—10%", ["5%—10% PERCENT 5 10 % -"]),
    ("500—700亿美元", ["500—700亿美元 MONEY 50000000000 70000000000 USD -"]),
    ("5万里拉至200万里拉", ["5万里拉至200万里拉 MONEY 50000 2000000 TRY -"]),
    ("百分之五到十", ["百分之五到十 PERCENT 5 10 % -"]),
    ("三至五成", ["三至五成 PERCENT 30 50 % -"]),
    ("三、四百亿元", ["三、四百亿元 MONEY 30000000000 40000000000 CNY -"]),
    ("十三、四亿人", ["十三、四亿人 QUANTITY 1300000000 1400000000 人 -"]),
    ("两到三千元", ["两到三千元 MONEY 2000 3000 CNY -"]),
    ("五万元以上二十万元以下罚款", ["五万元以上二十万元以下 MONEY 50000 200000 CNY -"]),
    ("五万以上二十万元以下罚款", ["五万以上二十万元以下 MONEY 50000 200000 CNY -"]),
    ("一千元以上不满五千元", ["一千元以上不满五千元 MONEY 1000 5000 CNY -"]),
    ("一倍以上五倍以下", ["一倍以上五倍以下 MULTIPLE 1 5 x -"]),
    ("5%以上，8%以下", ["5%以上 PERCENT 5 - % at_least", "8%以下 PERCENT - 8 % at_most"]),
    ("每吨上涨12.5美元至118美元", ["12.5美元 MONEY 12.5 12.5 USD -", "118美元 MONEY 118 118 USD -"]),
    ("每人补助增加3万元至5万元", ["3万元至5万元 MONEY 30000 50000 CNY -"]),
    ("将增长5%至16%", ["5%至16% PERCENT 5 16 % -"]),
    ("1万（含）—5万元", ["1万（含）—5万元 MONEY 10000 50000 CNY -"]),
    ("-3.2%至5%", ["-3.2%至5% PERCENT -3.2 5 % -"]),
    ("从5%到8%不等", ["5%到8% PERCENT 5 8 % -"]),
    ("从5%到8%", ["5% PERCENT 5 5 % -", "8% PERCENT 8 8 % -"]),
    (
        "12、15和18亿美元",
        [
            "12 MONEY 1200000000 1200000000 USD -",
            "15 MONEY 1500000000 1500000000 USD -",
            "18亿美元 MONEY 1800000000 1800000000 USD -",
        ],
    ),
    ("由3亿增至5亿美元", ["3亿 MONEY 300000000 300000000 USD -", "5亿美元 MONEY 500000000 500000000 USD -"]),
]

NOTHING = [
    "份额由零升至新高",
    "2023年3月5日",
    "20国集团与七国集团",
    "几次拜访几家公司",
    "第六代战机F-35",
    "成本+50方案",
    "2023/24年度",
    "第三家与前10名",
    "百分百支持",
    "成员国的成本与成果",
    "第一成为主流，其二成为例外",
    "他，一成为众矢之的便沉默",
    "一成不变",
    "万一发生",
    "千方百计",
    "一元化领导与多元文化",
    "国家元首",
    "十二个月",
    "第一百零五条",
    "10万吨级码头",
    "一波三折",
    "每一分钱都来自公众",
    "二元结构与三元里",
    "三元电池、三元正极材料与二元期权",
    "晚上二十点五十分",
    "2.2本计划的范围",
    "七国集团与九一一事件",
    "上午10:30，下午3点一刻",
    "二〇一九年与1990年代",
    "https://example.org/a?b=5%20c",
    "doi:10.1000/182",
    "电话010-62751234",
    "5G基站",
    "第3.2节与第128页",
    "一亿中流股份公司",
    "十分重要",
    "美元化与去美元化",
    "五角大楼",
    "百年未有之大变局",
    "三分天下，一分为二",
    "四分五裂",
    "五四运动与二战",
    "十八届三中全会",
    "五年计划",
    "三农问题",
    "一带一路",
    "百万富翁",
    "亿万富豪",
    "百里挑一，万里长城",
    "COP26与SDG 13",
    "以亿元计",
    "翻译与翻案",
    "注3与图2.5",
    "单位为US$ 亿",
    "四十呎貨櫃",
    "传言十之八九不可信",
    "二十之一",
    "千篇一律，万家灯火",
    "13812345678",
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text for text, _ in VALUES])
def test_a_figure_is_read_with_its_exact_value(text: str, expected: list[str]) -> None:
    told = [
        " ".join([f.text, f.kind, _number(f.low), _number(f.high), f.unit, f.approx or "-"]) for f in find_figures(text)
    ]
    assert told == expected


def _number(value: float | None) -> str:
    return "-" if value is None else f"{round(value, 4):.4f}".rstrip("0").rstrip(".")


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert find_figures(text) == []


def test_a_bare_yuan_is_the_money_of_whom_the_text_speaks() -> None:
    text = "民國112年臺灣國防預算為6,068億元。香港政府則撥款20億元，內地撥款30億元。"
    assert [figure.unit for figure in find_figures(text)] == ["TWD", "HKD", "CNY"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("民國二十四年歲出九億元", "CNY"), ("民國八十四年歲出九千億元", "TWD"), ("民國39年撥款3億元", "TWD")],
)
def test_a_year_of_the_republic_tells_taiwan_from_1950_on(text: str, unit: str) -> None:
    assert [figure.unit for figure in find_figures(text)] == [unit]


def test_the_caller_may_say_what_a_bare_yuan_is() -> None:
    assert [figure.unit for figure in find_figures("预算6068亿元", currency="TWD")] == ["TWD"]


LIKELY = st.text(
    st.sampled_from("0123456789.,，、 %‰一二三两十百千万亿兆成倍番半多余几数个点分之元美日至到—-约超过不以上翻"),
    max_size=60,
)


@given(LIKELY | st.text(max_size=60))
def test_offsets_slice_to_the_surface_and_figures_never_overlap(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start >= end
        end = figure.end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
