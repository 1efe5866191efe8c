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
    # a denial of something else denies nothing before it
    "谈判代表提出，返还的比例不得低于50%，该国官员当场否认曾作出承诺。": [("谈判代表", "demanded")],
    # denied, and told against a charge
    "市长不承认工程超支了30%。": [("市长", "denied")],
    "卫生大臣断然否定了床位裁减两成的说法。": [("卫生大臣", "denied")],
    "发言人驳斥，该国的市场占有率仅为1.3%。": [("发言人", "asserted")],
    "坊间另传，收购价为9000万美元。": [("坊间", "reported")],
}


@pytest.mark.parametrize(("text", "wanted"), (SOURCES | SPEAKERS | MOODS).items())
def test_who_says_it_and_how_far_it_is_meant(nlp: Language, text: str, wanted: Voices) -> None:
    doc = nlp(normalise(Text.of(text)).text)
    claims = [claim for claim in doc._.claims if claim["kind"] == "figure"]
    assert [(_words(doc.text, claim["speaker"]), claim["modality"]) for claim in claims] == wanted


def _words(text: str, phrase: dict[str, int] | None) -> str | None:
    return text[phrase["start"] : phrase["end"]] if phrase else None
