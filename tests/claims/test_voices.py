"""Who says it, by the manners of attribution in scholarly prose, and how far it is meant."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kaoju.normalising import normalise
from kaoju.text import Text

Voices = list[tuple[str | None, str]]

# sentence → (speaker, modality) of each claim of a figure
SOURCES: dict[str, Voices] = {
    "依主計總處推估，負債占所得之比將升至210％。": [("主计总处", "projected")],
    "據審計處查核，溢付的工程款達3億元。": [("审计处", "asserted")],
    "据港务公司提交给法院的文件，泊位的使用率只有35%。": [("港务公司", "asserted")],
    "据财政部《2019年决算报告》，社会保障支出占财政支出的12.4%。": [("财政部", "asserted")],
    "按国土部门的口径，闲置土地只占储备总量的6%。": [("国土部门", "asserted")],
    "从国家审计局的数据看，被挪用的资金接近三成。": [("国家审计局", "asserted")],
    "在反对派看来，被挪用的款项至少有7000万英镑。": [("反对派", "asserted")],
    "正如经济史学者艾伦所说，英国的工资水平是欧陆的两倍。": [("经济史学者艾伦", "asserted")],
    "黄国华等人的结论更为悲观：湿地面积丧失了54%。": [("黄国华等人", "asserted")],
    "受灾田亩，据县志所载，占全县耕地的六成以上。": [("县志", "asserted")],
    "水利厅公布的漏损率高达21%，民间测得的数字则是28%。": [("水利厅", "asserted"), ("民间", "asserted")],
    "审计署自己的一项研究戳中要害：港口的闲置率为37%。": [("审计署", "asserted")],
    "在瓷业公会的年度调查中，41%的窑户缺少柴薪。": [("瓷业公会", "asserted")],
    "按盐务署的说明书，缉私经费占盐税的一成二。": [("盐务署", "asserted")],
    "棉田据农务司踏勘减少了三成，税银只少了5%。": [("农务司", "asserted"), (None, "asserted")],
    # a study that is told of without 在, one that speaks for itself, and what another made known
    "《晨报》委托民调公司所做的问卷里，渔民中赞成禁捕的占四成二。": [("《晨报》", "asserted")],
    "海洋研究中心测得的数据颇能说明问题：仅有4%的珊瑚尚存。": [("海洋研究中心", "asserted")],
    "财政部公布的估算为80亿元。": [("财政部", "asserted")],
    "坊间盛传的数目则高达6亿元。": [("坊间", "reported")],
    "据环境研究所模拟，治理之后损失可减少15%。": [("环境研究所", "asserted")],
    "户部的奏折称，镑亏已达一千余万两。": [("户部的奏折", "asserted")],
    # one who tells of another, and what another reckons, set beside what is
    "报人陈平转述过一位高官的话：“关税贵一倍也值得。”": [("一位高官", "asserted")],
    "决算为3000万元，比外界猜测的5000万元少了2000万元。": [
        (None, "asserted"),
        ("外界", "reported"),
        (None, "asserted"),
    ],
    "减记的比例为37%，比政府最初要求的四成略低。": [(None, "asserted"), ("政府", "demanded")],
    "央行在通胀报告中把增长率的预测由5%上调至6%。": [("央行", "projected")],
    "因此损失的岁入，印度事务大臣克鲁在上院估计为二百万英镑。": [("印度事务大臣克鲁", "asserted")],
    "林岚认为债务被低估了。照她的说法，利息每年为3亿元。": [("林岚", "asserted")],
    # one view and another, which are those of nobody named
    "一种看法较为乐观，认为运价可恢复到3000美元；另一种看法则强调，降幅将达40%。": [
        ("一种看法", "asserted"),
        ("另一种看法", "projected"),
    ],
    "另一种想法则认为，关税应升至20%。": [("另一种想法", "demanded")],
    # who is named before a denial
    "西门子否认公司正考虑在德国裁员10%。": [("西门子", "denied")],
    "特斯拉否认公司计划对华降价20%。": [("特斯拉", "denied")],
    # 将 that leads an object as 把 does, and 将 of what is to come
    "2021年，世界银行将对赞比亚的贷款额度从3亿美元提高到8亿美元。": [(None, "asserted")],
    "越南已将对美出口的关税从5%降至3%。": [(None, "asserted")],
    "该行将对中小企业的贷款利率由5%下调至4%。": [(None, "asserted")],
    "越南将对进口钢铁加征25%的关税。": [(None, "planned")],
    "越南将把税率从10%提高到12%。": [(None, "planned")],
    # what is laid down, how it is counted, and for whom it is so, say nothing
    "依《所得稅法》，營利事業的稅率為20％。": [(None, "asserted")],
    "按可比价格计算，工业增加值增长了9.6%。": [(None, "asserted")],
    "对出口商而言，利润减少了2.5%。": [(None, "asserted")],
    "这表明，关税的转嫁率约为64%。": [(None, "asserted")],
}
SPEAKERS: dict[str, Voices] = {
    "赖特根据海关册重新核算，得出平均税率是3.2%。": [("赖特", "asserted")],
    "主计长坦言，地方政府的负债比率已逼近五成。": [("主计长", "asserted")],
    "副总理并不讳言，国企的平均负债率已突破七成。": [("副总理", "asserted")],
    "两广总督张之洞奏称，赌饷岁入约一百二十万元。": [("两广总督张之洞", "asserted")],
    "商会会长致函市府，谓停工造成的损失已达80万元。": [("商会会长", "asserted")],
    "香港金管局指，外匯基金首季虧損1,040億港元。": [("香港金管局", "asserted")],
    # who works for somebody, or is of a rank, is named in full
    "联合国驻当地代表抱怨，援助只到位了11%。": [("联合国驻当地代表", "asserted")],
    "时任首相吕特解释说，逆差缩小了5%。": [("时任首相吕特", "asserted")],
    # 应 of 应用材料公司 is no preposition
    "应用材料公司预计，销售额将减少25亿美元。": [("应用材料公司", "projected")],
    # a pronoun stands for who spoke before
    "陈岚认为债务率被低估了。她发现，隐性负债相当于财政收入的2.4倍。": [("陈岚", "asserted")],
    "渔业协会的估计与此接近，但它提醒说，捕获量会先减少7%。": [("渔业协会", "projected")],
    "工会主席乌图指控，抽成已达35%，他要求把上限砍到15%。": [
        ("工会主席乌图", "asserted"),
        ("工会主席乌图", "demanded"),
    ],
    # who is put in between what is supposed and what would come of it
    "倘若利率再涨一个百分点，开发银行估计，各国每年要多付12亿美元。": [
        ("开发银行", "projected"),
        ("开发银行", "projected"),
    ],
    # who does something when he asks for something; of whom it is told
    "反观智利，矿业公会在2015年批准合约时，要求各矿把回收率提高到20%。": [("矿业公会", "demanded")],
    "智囊团“绿色观察”批评说，免税的好处七成归了富户。": [("智囊团“绿色观察”", "asserted")],
    "一项覆盖八千户家庭的调查发现，伙食占支出的62%。": [(None, "asserted"), ("调查", "asserted")],
    "环保组织对此表示欢迎，渔业收入减少了8%。": [(None, "asserted")],
    "工程受成本上涨和环评要求拖累，完工率只有46%。": [(None, "asserted")],
    # nouns that are verbs where they say something: 报告，, 列出，; 他质疑
    "投资部报告，全年吸收外资528亿美元。": [("投资部", "asserted")],
    "审计署提交了报告，全年节约经费3亿元。": [(None, "asserted")],
    "国会研究处去年的报告列出，对海湾各国的军售累计1390亿美元。": [("国会研究处", "asserted")],
    "总裁哈桑告诉投资者，海外资产占投资组合的18%。": [("总裁哈桑", "asserted")],
    "他质疑贷款的年息高达11%。": [("他", "asserted")],
    # what is asked for
    "特使飞抵东京，索价每年80亿美元。": [("特使", "demanded")],
    "总统重返白宫后索要的却是5%。": [("总统", "demanded")],
    "商会会长放话说，若不减税，就裁员三成。": [("商会会长", "threatened")],
    "议员在联名信里更是要求追加40亿美元的拨款。": [("议员", "demanded")],
    # another begins, or grants less
    "世界银行估计出口会增加两成，惠誉则以需求见顶为由，断定增量只有5%。": [
        ("世界银行", "projected"),
        ("惠誉", "asserted"),
    ],
    "国防部长要求每年追加100亿元，财政部长却只肯拿出17亿元。": [
        ("国防部长", "demanded"),
        (None, "asserted"),
    ],
    "委员会建议，到2030年，国产装备的比重应不低于50%，五年后再升至60%。": [
        ("委员会", "demanded"),
        ("委员会", "demanded"),
    ],
    # a person with his office and his country, a foreign name, a ministry of two things
    "西班牙首相桑切斯拒绝照办，坚称2.1%的比例已经足够。": [("西班牙首相桑切斯", "asserted")],
    "协调委员会主任阿雷加维·伯赫称，民间认捐累计195亿元。": [("协调委员会主任阿雷加维·伯赫", "asserted")],
    "能源与矿产资源部长巴赫利尔回应说，国有公司出资3亿美元。": [("能源与矿产资源部长巴赫利尔", "asserted")],
    # what is forecast of something is not said by it
    "旱情预计要毁掉全省三成的收成。": [(None, "projected")],
    "峰会给出了答案：2024年的开支为3.5%。": [(None, "asserted")],
    # the author is no speaker
    "笔者估算，实际的税负约为名义税率的七成。": [(None, "asserted")],
    "法官指出，案件增加了一成；本文认为，增幅只有5%。": [("法官", "asserted"), (None, "asserted")],
    # a share of those asked speaks for nobody
    "在央行的问卷调查中，四成的人自称失业。": [("央行", "asserted")],
    # what came of an announcement, and the reasons that another gives
    "该国宣布撤回医疗队，北部地区受到的冲击最大，门诊量减少了八成。": [(None, "asserted")],
    "顾问主张把税率提高到12%，商人代表坚拒，理由是出口的六成会因此丧失。": [
        ("顾问", "demanded"),
        ("商人代表", "projected"),
    ],
}
MOODS: dict[str, Voices] = {
    # reckoned of what is, or of what lies ahead
    "布劳恩推算，种植园每年雇用的劳工中有12%死于热病。": [("布劳恩", "asserted")],
    "部长估算，新法十年内可节省1.4万亿元。": [("部长", "projected")],
    "该行称股指年内还会上涨15%。": [("该行", "projected")],
    # 将 before an object leads it
    "改革将所得替代率自75%调降至60%。": [(None, "asserted")],
    "铁路公司曾考虑将客票价格上调两成。": [(None, "planned")],
    "该省计划将森林覆盖率恢复到35%，省长坦承经费缺口高达60亿元。": [(None, "planned"), ("省长", "asserted")],
    "当初许诺的援助只到位了11%。": [(None, "asserted")],
    "交通部宣布，去年地铁的准点率为98.6%。": [("交通部", "asserted")],
    "倘使当年按市价收购，国库就得多付三百万元。": [(None, "projected")],
    "如再不修缮堤坝，下游六成的农田势必被淹。": [(None, "projected")],
    "各省应解款项仅到三成。": [(None, "asserted")],
    "高盛把对经济增速的预测从2.1%下调到1.4%。": [(None, "projected")],
    "拨款为42亿美元，比总统要求的少了三成。": [(None, "asserted"), (None, "asserted")],
    "公司预计利润率为22%，而今利润率只有7%。": [("公司", "projected"), (None, "asserted")],
    "该公司估算，新渠五年累计可为农户节约水费3亿元。": [("该公司", "projected")],
    "渔业部不排除裁减补助，减幅或达12%。": [("渔业部", "projected")],
    "水泥厂以停产换得8亿元的补偿，股价应声大跌11%。": [(None, "asserted"), (None, "asserted")],
    "明年打算招工的窑厂还不足两成。": [(None, "asserted")],
    "有43%的厂家打算外迁，较上年增加了5个百分点。": [(None, "asserted"), (None, "asserted")],
    "市政府允诺把候位的比例压缩至5%，结果仍有21%在排队。": [(None, "planned"), (None, "asserted")],
    "预计岁入五百万元，实收仅及其七成。": [(None, "projected"), (None, "asserted")],
    "铁路耗资三百万元，为原定预算的三倍。": [(None, "asserted"), (None, "asserted")],
    "船厂原先估计可造船30艘，结果只造了14艘。": [("船厂", "projected"), (None, "asserted")],
    "水利厅长强调，漏损率三年内可降到两成。": [("水利厅长", "projected")],
    # what is aimed at, appointed, or refuted behind the figure
    "距政府定下的18%的指标甚远。": [(None, "planned")],
    "另有3亿美元将在年底之前付清。": [(None, "planned")],
    "按照规划，到2030年，本国企业的份额要占到50%。": [(None, "planned")],
    "联合声明提出“使命五百”：到2030年，双边贸易额要扩大到5000亿美元。": [("联合声明", "planned")],
    "公司计划分四年把电价提高到6美分，仍低于10美分的成本。": [(None, "planned"), (None, "asserted")],
    "行长反驳说，军工贷款占企业信贷的三分之一纯属无稽之谈。": [("行长", "denied")],
    "开支的比重将由此从2%升到2.3%。": [(None, "projected")],
    "欧盟通过制裁，将上限从60美元调降到47美元。": [(None, "asserted")],
    # hearsay goes no further than its part of the sentence; how a thing is counted is no condition
    "据称开工率跌到四成以下；商会估计，损失达25亿元。": [(None, "reported"), ("商会", "asserted")],
    "若以人均计，该国只及丹麦的四分之一。": [(None, "asserted")],
    "总统承诺五年内捐款5亿美元，到他离任时，国会批准的却不过一成。": [
        (None, "planned"),
        (None, "asserted"),
    ],
    # a denial of something else denies nothing before it
    "谈判代表提出，返还的比例不得低于50%，该国官员当场否认曾作出承诺。": [("谈判代表", "demanded")],
    # denied, and told against a charge
    "市长不承认工程超支了30%。": [("市长", "denied")],
    "卫生大臣断然否定了床位裁减两成的说法。": [("卫生大臣", "denied")],
    "发言人驳斥，该国的市场占有率仅为1.3%。": [("发言人", "asserted")],
    "坊间另传，收购价为9000万美元。": [("坊间", "reported")],
    # asked of somebody by name, and said to be impossible
    "矿业公司漫天要价，要智利承担搬迁村庄的2亿美元费用。": [("矿业公司", "demanded")],
    "若要智利再让步，就得补偿2亿美元。": [(None, "projected")],
    "银行官员表示，“房价翻三倍是绝不可能的”。": [("银行官员", "denied")],
    # a meeting is nothing to come; what an agreement lays down is
    "总理与邻国首脑举行了3次会晤。": [(None, "asserted")],
    "协定规定，渔船的配额将由25艘增加到40艘。": [(None, "planned")],
    # how and where it is said, and how well a study is named
    "澳大利亚率先宣布把援助增加3亿澳元。": [("澳大利亚", "planned")],
    "在四国签署的公报中指出，债务已达3亿美元。": [("四国", "asserted")],
    "环境论坛上首相拉尔森宣布将援助增加3亿澳元。": [("首相拉尔森", "planned")],
    "北欧银行发布的报告显示，该国债务达3亿美元。": [("北欧银行", "asserted")],
    "据调查显示，三成的渔船没有登记。": [("调查", "asserted")],
    "据世行2015年《展望》估计，非洲的需求将增加20%。": [("世行", "projected")],
    "在债务问题上，总统卡马拉反对减记。他认为，损失只有5%。": [("总统卡马拉", "asserted")],
}


@pytest.mark.parametrize(("text", "wanted"), (SOURCES | SPEAKERS | MOODS).items())
def test_who_says_it_and_how_far_it_is_meant(nlp: Language, text: str, wanted: Voices) -> None:
    doc = nlp(normalise(Text.of(text)).text)
    claims = [claim for claim in doc._.claims if claim["kind"] == "figure"]
    assert [(_words(doc.text, claim["speaker"]), claim["modality"]) for claim in claims] == wanted


def _words(text: str, phrase: dict[str, int] | None) -> str | None:
    return text[phrase["start"] : phrase["end"]] if phrase else None
