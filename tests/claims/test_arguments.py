"""Of whom a figure is said and what it measures, in the kinds of sentences that articles are made of."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

# sentence → (subject, metric) of each claim of a figure
ARGUMENTS = {
    # who bears it stands after 由
    "建设费用的90%由韩国承担。": [("韩国", "建设费用")],
    "铁路耗资38亿美元，其中三分之一由联邦预算承担。": [("铁路", "耗资"), ("联邦预算", "耗资")],
    # a comparison goes on about what was compared
    "调查显示，东南亚受访者中有61.1%认为应与美国结盟，比2022年高出4.1个百分点。": [
        ("东南亚受访者", "认为应与美国结盟"),
        ("东南亚受访者", "认为应与美国结盟"),
    ],
    "2022年，非洲国家欠中国的债务仅占其外债总额的12%，远低于私人债权人的35%。": [
        ("非洲国家", "欠中国的债务"),
        ("私人债权人", "欠中国的债务"),
    ],
    # after a share of a whole, a change is that of the measure told before
    "台湾方面2023年度防务预算为190亿美元，占GDP的2.4%，较上年度增加13.9%。": [
        ("台湾方面", "防务预算"),
        ("台湾方面", "GDP"),
        ("台湾方面", "防务预算"),
    ],
    # a time inside a phrase parts the two
    "该国2019年人均国内生产总值仅为1585美元，外债余额却高达278亿美元。": [
        ("该国", "人均国内生产总值"),
        ("外债", "余额"),
    ],
    # lists told in turn: the measure stands between the names and 分别
    "2022年，越南、泰国和印尼对华出口分别为577亿美元、344亿美元和659亿美元。": [
        ("越南", "对华出口"),
        ("泰国", "对华出口"),
        ("印尼", "对华出口"),
    ],
    "日元贷款居多，技术合作和无偿援助所占比重分别为3.4%和1.1%。": [
        ("技术合作", "所占比重"),
        ("无偿援助", "所占比重"),
    ],
    # a whole named before
    "在对印官方发展援助中，日元贷款占九成以上。": [("日元贷款", "对印官方发展援助")],
    # 其: whose measure it is was told before
    "斯里兰卡2022年5月首次违约，其外债总额约510亿美元。": [("斯里兰卡", "外债总额")],
    # 这一比重 is the measure told before
    "瓦努阿图的外债约有四成欠中国，汤加的这一比重更高达六成。": [("瓦努阿图", "外债"), ("汤加", "外债")],
    # a measure set in front of the sentence
    "核电站的废炉费用，该公司最初估计为2万亿日元，2016年调高至8万亿日元。": [
        ("核电站", "废炉费用"),
        ("核电站", "废炉费用"),
    ],
    # who supplies a share of another's need
    "后者供应了美国浓缩铀需求的四分之一。": [("后者", "美国浓缩铀需求")],
    # a word of hearsay between a subject and its verb
    "该集团在海外承建核电站，其订单总额据称超过2000亿美元。": [("该集团", "订单总额")],
    # 再 and 也 begin nouns too
    "该公司承诺2030年再生能源使用占比提高到六成。": [("该公司", "再生能源使用占比")],
    "2020年，也门的粮食进口增加3亿美元。": [("也门", "粮食进口")],
    "日本的失业率升至5%，韩国则稳定在3%左右。": [("日本", "失业率"), ("韩国", "失业率")],
    "韩国的失业率维持在3%左右。": [("韩国", "失业率")],
    "非洲的外债总额已突破1.1万亿美元，其中对华债务约占12%。": [("非洲", "外债总额"), ("非洲", "对华债务")],
    "澳大利亚将在30年内为核潜艇项目花费2680亿澳元。": [("澳大利亚", "花费")],
    "丰田把在美产能扩大一倍，并新增4000个就业岗位。": [("丰田", "在美产能"), ("丰田", "就业岗位")],
    "该公司裁减4000个岗位。": [("该公司", "岗位")],
    "国际货币基金组织警告，明年全球增速将降至2.8%。": [("全球增速", "全球增速")],
    "双方商定，中方五年内向巴新提供3亿元援助。": [("中方", "援助")],
    # causatives: who is made to do it
    "协定允许美国对韩国卡车继续征收25%的关税。": [("美国", "关税")],
    # what is bought for a value
    "2012—2016年间，韩国从美国购买了价值198亿美元的军事装备。": [("韩国", "军事装备")],
    # who holds an opinion, where one character names them
    "2018年，日本只有39%的人认为日美关系良好。": [("日本", "认为日美关系良好")],
    # one side and the other
    "在野党主张把收入替代率由40%提高到45%，执政党则坚持43%。": [
        ("在野党", "收入替代率"),
        ("执政党", "收入替代率"),
    ],
    # 的 in a name parts nothing
    "2024年，波罗的海三国的军费不低于2.5%。": [("波罗的海三国", "军费")],
    # a place in front
    "在阿根廷，2023年12月的月通胀率升至25.5%。": [("阿根廷", "月通胀率")],
    # two objects of one verb
    "该倡议覆盖全球三分之二的人口和四成的经济总量。": [("该倡议", "人口"), ("该倡议", "经济总量")],
    # the object of the claim before is nobody's subject
    "2020年，中国向非洲国家的政府提供了5亿美元贷款，总额16亿美元。": [("中国", "贷款"), ("中国", "总额")],
    # what a clause does, why, by what way and of what part
    "德国联邦议院批准设立1000亿欧元特别基金。": [("德国联邦议院", "特别基金")],
    "国会预算办公室估计，该法案将使财政赤字在十年内增加3.4万亿美元。": [("该法案", "财政赤字")],
    "法国以11%的份额升至第二位。": [("法国", "份额")],
    "沙特阿美2023年净利润为1213亿美元，而向股东派发的股息反而增加了30%。": [
        ("沙特阿美", "净利润"),
        ("沙特阿美", "向股东派发的股息"),
    ],
    "同期，美国从中国的进口减少了20%，从墨西哥的进口则增加了5%。": [
        ("美国", "从中国的进口"),
        ("美国", "从墨西哥的进口"),
    ],
    "出口量下跌12%，出口额却因价格上涨而增长了9%。": [("出口量", "出口量"), ("出口量", "出口额")],
    "2023年地中海中部航线死亡和失踪人数为2498人。": [("地中海中部航线", "死亡和失踪人数")],
    "在受访企业中，有62%表示将推迟投资。": [("受访企业", "表示将推迟投资")],
    "石油输出国组织与俄罗斯等国商定，自2022年11月起每日减产200万桶。": [("石油输出国组织与俄罗斯等国", "减产")],
    "南苏丹九成以上的财政收入依赖石油。": [("南苏丹", "财政收入")],
    "2023年访问日本的外国游客共消费5.3万亿日元。": [("访问日本的外国游客", "消费")],
    "土耳其里拉在一年内贬值44%。": [("土耳其", "里拉")],
    # names and nouns are whole, whatever prepositions and adverbs they hold
    "阿布扎比对非洲的投资增长18%。": [("阿布扎比", "对非洲的投资")],
    "2023年，乌干达的咖啡出口额为9亿美元。": [("乌干达", "咖啡出口额")],
    "卢旺达将军费提高到2亿美元。": [("卢旺达", "军费")],
    "2023年，哥伦比亚的失业率比古巴高5个百分点。": [("哥伦比亚", "失业率")],
    "埃塞俄比亚较肯尼亚低3个百分点。": [("埃塞俄比亚", "埃塞俄比亚")],
    "成都的人均收入增长了5%。": [("成都", "人均收入")],
    "基地的建设费用为5亿美元。": [("基地", "建设费用")],
    "25%的社会保障支出来自中央财政。": [("社会保障支出", "来自中央财政")],
    # a figure of another time or of another, to compare with
    "阿联酋的非石油出口比2020年的480亿美元提高了35%。": [("阿联酋", "非石油出口"), ("阿联酋", "非石油出口")],
    "2023年，中小企业贷款占比为68%，比2020年的53%提高了15个百分点。": [("中小企业", "贷款占比")] * 3,
    "印度的贫困率比越南的5%高6个百分点。": [("越南", "贫困率"), ("印度", "贫困率")],
    # told in turn: the measures of one, whatever is said of the names, what stands in the clauses before
    "2022年，日本和韩国的出口与进口分别下降了5%和3%。": [("日本和韩国", "出口"), ("日本和韩国", "进口")],
    "安哥拉和赞比亚所占比重最大，分别为25%和7%。": [("安哥拉", "所占比重"), ("赞比亚", "所占比重")],
    "越南、泰国分别吸引外资285亿美元和42亿美元，较2019年分别下降25%和55%。": [
        ("越南", "吸引外资"),
        ("泰国", "吸引外资"),
        ("越南", "吸引外资"),
        ("泰国", "吸引外资"),
    ],
    "出口3.2万亿美元，进口2.6万亿美元，分别增长5%和2%。": [("出口", "出口"), ("出口", "进口")] * 2,
    "石油、天然气和煤炭分别占其总进口量的27%、45%和46%。": [
        ("石油", "总进口量"),
        ("天然气", "总进口量"),
        ("煤炭", "总进口量"),
    ],
    # the same measure of another; a share of all there is
    "沙特吸收外资79亿美元，阿联酋227亿美元，阿曼4亿美元。": [
        ("沙特", "吸收外资"),
        ("阿联酋", "吸收外资"),
        ("阿曼", "吸收外资"),
    ],
    "摩洛哥的磷酸盐储量约为500亿吨，占全球的七成。": [("摩洛哥", "磷酸盐储量"), ("摩洛哥", "磷酸盐储量")],
    "新加坡的人均收入为8万美元，是缅甸的70倍。": [("新加坡", "人均收入"), ("新加坡", "人均收入")],
    "欧盟及其成员国对乌援助总额已超过1330亿欧元。": [("欧盟及其成员国", "对乌援助总额")],
    # in a quotation
    "匈牙利总理欧尔班说：“匈牙利的通胀率为25%，失业率降至4%。”": [("匈牙利", "通胀率"), ("匈牙利", "失业率")],
    "“我们将投资500亿美元发展清洁能源，”阿联酋工业部长贾比尔说。": [("阿联酋工业部长贾比尔", "投资")],
}


def phrase(doc: Doc, span: dict[str, int] | None) -> str | None:
    return doc.text[span["start"] : span["end"]] if span else None


@pytest.mark.parametrize(("text", "wanted"), ARGUMENTS.items(), ids=list(ARGUMENTS))
def test_subject_and_metric(nlp: Language, text: str, wanted: list[tuple[str, str]]) -> None:
    doc = nlp(text)
    claims = [claim for claim in doc._.claims if claim["kind"] == "figure"]
    assert [(phrase(doc, claim["subject"]), phrase(doc, claim["metric"])) for claim in claims] == wanted


# sentence → (speaker, modality) of each claim of a figure
VOICES = {
    "据2018年底调查显示，39%的人对此满意。": [("调查", "asserted")],
    "2019年初针对韩国民众的一份舆论调查显示，45%的民众希望维持现状。": [("舆论调查", "asserted")],
    "专家警告说，到2050年将有3亿吨粮食缺口。": [("专家", "projected")],
    "世界卫生组织警告说，高收入国家已经接种了3900万剂。": [("世界卫生组织", "asserted")],
    "据估算，该铁路需要投资约67亿美元。": [(None, "asserted")],
    "有消息称，合同金额可能超过200亿美元。": [(None, "reported")],
    "学者李明认为，“债务陷阱”之说缺乏依据，中国免除了34亿美元的债务。": [("学者李明", "asserted")],
    "总统否认该国生产毒品，并表示缉获的毒品在四年内增加了两倍。": [("总统", "asserted")],
    "统计厅公布的《2023年出生统计》显示，出生人数减少7.7%。": [("统计厅", "asserted")],
    "总理要求重新谈判，铁路的造价最终由655亿元削减至440亿元。": [(None, "asserted")],
    "该公司预计，锂需求将增长三成，该公司计划到2030年将产量提高到25万吨。": [
        ("该公司", "projected"),
        ("该公司", "planned"),
    ],
    "全球卫生人力缺口到2030年预计仍达1000万人。": [(None, "projected")],
    "一位不愿具名的官员透露，驻军费用将提高到50亿美元。": [("一位不愿具名的官员", "reported")],
    # who speaks stands after what is said
    "“非洲每年因此损失880亿美元，”肯尼亚总统鲁托在峰会上说。": [("肯尼亚总统鲁托", "asserted")],
    "“制裁是一把双刃剑。”欧尔班指出，“匈牙利因此多支出100亿欧元。”": [("欧尔班", "asserted")],
    # how it is said is no part of who says it
    "高盛首席经济学家哈祖斯乐观地预计，油价将升至100美元。": [("高盛首席经济学家哈祖斯", "projected")],
    "总理李某十分坦率地指出，军费占比为2%。": [("总理李某", "asserted")],
    "总理李某之前曾多次公开重申，军费占比为2%。": [("总理李某", "asserted")],
    "财政部长李某匿名透露，赤字已达5亿元。": [("财政部长李某", "reported")],
    "发言人毛某拒绝评论，只说贸易额增长8%。": [("发言人毛某", "asserted")],
    "印度外长苏杰生如是说，进口增长了3%。": [("印度外长苏杰生", "asserted")],
    "注1 蔡某表示，预算为5亿元。": [("蔡某", "asserted")],
    # denied, or not said
    "国际能源署署长比罗尔矢口否认油价将升至200美元。": [("国际能源署署长比罗尔", "denied")],
    "财政部长李某拒绝承认赤字达5亿元。": [("财政部长李某", "denied")],
    "财政部长李某拒绝透露赤字是否达5亿元。": [(None, "asserted")],
    "他的学说影响了35%的学者。": [(None, "asserted")],
    # what came of a promise
    "发达国家承诺提供1000亿美元，但实际到位的仅为833亿美元。": [(None, "planned"), (None, "asserted")],
}


@pytest.mark.parametrize(("text", "wanted"), VOICES.items(), ids=list(VOICES))
def test_speaker_and_modality(nlp: Language, text: str, wanted: list[tuple[str | None, str]]) -> None:
    doc = nlp(text)
    claims = [claim for claim in doc._.claims if claim["kind"] == "figure"]
    assert [(phrase(doc, claim["speaker"]), claim["modality"]) for claim in claims] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2018年，该国的出口比2016年增长8.2%。", ["2016"]),
        ("2018年，该国的出口较上一年下降3亿美元，降幅为两成。", ["2017", None]),
        ("与2010年相比，该地区贫困人口在2020年减少了三分之一。", ["2010"]),
        ("该国的出口由2015年的12亿美元增至2019年的14亿美元。", ["2015"]),
        ("2018年，该国的出口增长8.2%。", [None]),
        ("2018年，该国的出口为12亿美元，比2016年的11亿美元高出一成。", [None, None, None]),
    ],
)
def test_what_a_change_is_measured_against(nlp: Language, text: str, wanted: list[str | None]) -> None:
    claims = [claim for claim in nlp(text)._.claims if claim["kind"] == "figure"]
    assert [claim["baseline"] for claim in claims] == wanted
