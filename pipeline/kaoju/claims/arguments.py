"""Subject and metric: of whom or what a figure is said, and what it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kaoju.claims.body import Body, Span
from kaoju.claims.listed import in_turn
from kaoju.claims.phrases import is_nominal_verb, is_study, openings, subject_of, trimmed
from kaoju.claims.ties import Tie

# words of degree that stand between the predicate and the number
_MODIFIERS = re.compile(
    r"(?:大约|将近|接近|超过|不超过|至少|至多|不到|不足|不低于|不少于|高达|仅仅?|只|约|近|逾|超|了|人民币|新台币|每[^，。；：的将会须多少增减]{1,6}"
    r"|最多|最少|首次|整整|还|也|却|则|竟|或|因此|为此|由此|各|均|分别|一度|已|又|再|共|将|正好|足足|几乎|差不多|为每[^，。]{1,6}|合计|累计|共计|总计|一共|折合|相当于|估计为?|据称|预计|折算|[数几一二两三四五六七八九十0-9]+年[间来内里]|连续[数两三四五六七八九十0-9]+[年月季]度?)*$"
)
_ADVERBS = (
    r"(?:由此|随之|因而|从而|因此|一共|合计|共计|总计|累计|大约|约|仅|只|已经|已|也|则|便|就|更|均|都|各|又|还|再|共|虽|曾|一度|将会|将|会|至今|仍|早已|分别|竟|几乎|正|刚刚|实际"
    r"|大幅|逆势|每年|每月|逐年|同比|环比|按年|进一步|年均|平均|一举|猛|骤|急剧?|锐|剧|陡|激|略|微|小幅|稳步|持续|不断|显著|明显|快速|迅速|陆续|先后|须|(?<![答适供相反回效响对因顺])应|勉强|再度|亦|尚须|逐步|逐期|首次|合共|反而|却|才|至多|至少"
    r"|估计|据称|预计|只能|恐怕|也只能|一项|或|仅能|只够|足以|即|更是|主要|大概|不得|从未)*"
)
_SHARE = re.compile(
    rf"{_ADVERBS}(?P<verb>占到?去?|相当于|是|为|不到|不及|超过|突破|不足|达到?|只及|仅及|及|高出|只有|仅有|弥补|覆盖|满足|抵消|完成|承担|贡献)"
    r"(?P<whole>[^，。；：]{1,24})的$"
)
# 把国防支出提高到GDP的5%: the whole stands after the verb of change
_SHARE_REACHED = re.compile(
    rf"{_ADVERBS}(?:提高|增加|提升|上升|扩大|升|增|降|下降|降低|减少|削减|缩减)[到至](?P<whole>[^，。；：]{{1,24}})的$"
)
# 远低于私人债权人的35%: a figure of another, to compare with
_OTHERS = re.compile(
    rf"^{_ADVERBS}[远大稍略明显]*(?:低于|高于|多于|少于|优于|好于|逊于|大于|小于|[这此]?(?:比|较))(?P<whose>[^，。；：的]{{2,16}})的$"
)
_CHANGED = re.compile(
    rf"{_ADVERBS}(?:提高|提升|上调|调升|调高|上升|攀升|飙升|升|增加|增长|成长|增|激增|扩大|扩张|上涨|涨|翻|回升|反弹|下降|降低|降|下调|调降|调低|下滑|下跌|跌破|跌"
    r"|减少|减|缩减|削减|裁减|压缩|缩短|缩|回落|萎缩|贬值|升值|超支|缩水|扩充|止)(?:去|了|到|至|为|成|出|于)*$"
)
_COPULA = re.compile(
    rf"{_ADVERBS}(?:达到?|高达|为|是|有|占到?|超过|突破|不足|低于|高于|接近|逾|只剩|仅剩|剩|控制在|在|居|高出|多出|低|高|共有|约有|仅有|只有|拥有|维持|介于|定为|设为|位居|创下)$"
)
# 蒙内铁路耗资38亿美元: the verb is the measure
_COSTS = re.compile(rf"{_ADVERBS}(?P<verb>需要?|耗资|斥资|花费|耗费|造价)$")
_OBJECT = re.compile(r"(?:将?把|将)(?P<object>[^，。；：]{2,30})$")
_COMPARED = re.compile(r"(?:(?<![同环对占相日])比(?![例重率值])|较|(?<!参)与|相较于?)[^，。；：的]{1,16}(?:相比)?$")
_IS_COMPARED = re.compile(r"(?:[^，。；：]{0,3})(?:(?:比|较|相较|同比|环比)(?![重例率值])|(?<![^，；\s])其中)")
_MEASURE = re.compile(
    r"(?:额|量|率|数|价|值|比重|份额|比例|占比|规模|支出|收入|预算|经费|费用?|成本|税|利润|缺口|需求|投资|贷款|援助|赤字|顺差|逆差|债务?|工资|薪|幅"
    r"|面积|产能|余额|上限|下限|门槛|开支|补贴|拨款|股份|运力|距离|航程|薪资|存款|订单|斜率|容量|额度|配额|规费|津贴|罚款|比|期|负债|负担|涨幅"
    r"|价格|关税|总额|金额|支持率|人数|目标|出价|门槛|人口占比|总数|次数|出口|进口|总[重长])$"
)
# a change by name goes on about what the last claim measured
_ITS_CHANGE = re.compile(
    r"(?:(?:这一|该|此一?|上述)(?:比例|比重|份额|数字|数值|金额|数额|规模|数量|总额|指标|差距)|(?:其|总|平均|实际|同比)?(?:增幅|降幅|减幅|涨幅|跌幅|升幅|加幅|幅度|增速|差距|比重|占比|相差|即)?)"
)
_AMONG = re.compile(r"(?<=[者员人众国业民])[之当]?[中里]$")
_WHILE = re.compile("在?(?:未来|过去|今后|此后|最近|近)[^，。；：的]{1,4}[年月周天](?:[间内里])?$")
_WITHIN = re.compile(r"在(?P<whole>[^，。；：]{2,24}?)[之当]?中[，,]$")
_AND = re.compile("[和与及、]$")
_A_WHILE = re.compile(r"(?:[一二两三四五六七八九十百0-9]+多?个?[年月日天季周]度?[来间内里中]?)")
_TOTAL = re.compile("(?:总额|规模|总量|总数|金额|水平|总规模|占比|比例|比重)$")
# aggregates of the national accounts are one word
_TOTAL_OF = re.compile("[总均年]|平均|累计|实际|名义|总体|整体|单价?|每[^，]")
_SHARE_BY_NAME = re.compile("[所]?占[^，。；：的]{2,16}的(?:比重|比例|份额|百分比)$")
_ACCOUNTS = re.compile("(?:国内生产总值|国民生产总值|国民总收入|国民收入)$")
_PLACE_FIRST = re.compile(r"\s*在(?P<place>[^，。；：的上下中内里后前]{2,8})，")
_PLACE = re.compile("[中上里内下]$")
_THE_OLD = re.compile(
    r"(?:原来|原先|当初|此前|先前|以前|[上前]者|后者|其中?|上年同期|去年同期|上一?年度?|去年|前一年|前一个[^，。的]{1,8})?(?:水平|数量)?"
)
_TAIL = re.compile(r"(?:以上|以下|左右|的|之多|多|余)*(?P<noun>[^，。；：、（(的]{1,14})")
_TAIL_STOP = re.compile(
    r"[，。；：、（）()]|来自|流向|用于|以|并|而|的|由|向|在|入市|与|和|转为|转化|左右|须|应|仍|被|是|不等|还要|会|将|有关"
)
_DESTINED = re.compile(
    r"(?:须|应|将|被|还|则)*(?:流向|用于|投向|来自|拨给|归|源于|转为|投入)(?P<where>[^，。；：]{2,20})"
)
# 其余九成由中国进出口银行贷款解决: who bears it
_BORNE = re.compile(
    r"(?:[^，。；：由]{0,8}?(?:应|须|将|全部|主要|则|都|均|仍)*)由(?P<who>[^，。；：以按]{2,16}?)(?:[以按][^，。；：]{1,14})?(?:共同|分别|全额|平均|贷款|出资)*"
    r"(?:承担|解决|提供|负担|支付|出资|筹集|负责|分担|分摊|创造|贡献|完成|控制|持有|生产|供应|补贴|偿还|垫付|资助|拨付|买单)"
)
_HOLDERS = re.compile(
    r"(?:企业|受访者|央行|居民|民众|学生|公司|国家|家庭|工人|者|的人|机构|成员国|银行|船舶|选民|国人|员工)$"
)
_RATIOS = ("PERCENT", "MULTIPLE", "PERCENTAGE_POINT")
# a noun of one character
_PERSONS = ("人", "者")
# a name that one of these follows goes on: 老挝—中国铁路
_JOINED = frozenset("—-·、和与及至")
_NAME_TAGS = ("ns", "nr", "nt", "nz", "j", "nrt")
_PRONOUN = re.compile(
    r"(?:其|他们?|她们?|它们?|[两二三四五六][者案项家]|此|此一|该|这|这一|其余|余下|其他|各|我们|为此|因此)"
)
# whose measure it is, is told by another claim
_FORMER = re.compile("[前后]者$|(?:这一|该|此一?|上述)(?:比例|比重|份额|数字|数值|金额|数额|规模|数量|总额|指标|差距)$")
_OF_IT = re.compile(r"其(?![余中他])的?(?=.)")
# 绕行使亚欧航线的航程增加: what is made to change stands after the verb
_MADE = re.compile(r"[^，。；：]{0,14}?(?:使得?(?!用|馆|命)|令|让|导致|带动|促使|致使|推动|允许|准许|迫使|责令|(?:(?<![^，；\n])|一度|并)要(?=[^求是么素点塞闻件职]))(?=.{2,})")
# a level, not a measure: 降到10%的水平
_DECIDED = re.compile("(?:则|却|也|一致|已|曾|共同)*(?:决定|宣布|同意|计划|承诺|商定|打算|准备|坚持|主张|拟)")
_MODALS = re.compile(
    "(?:为此|每[年月日]|至少|至多|最多|只|仅|已经?|需要|需|必须|须|应当?|可以?|能够?|将|会|再|又|也|均|都|共|累计|合计)*(?=.{2})"
)
_NEEDS = re.compile("(?:为此|每[年月日]|至少|至多|最多|必须|需要|应当|须)+(?=.{2})")
_LEVEL_NOUN = re.compile("水平|程度|目标|底线|高位|低点|低位|高点|纪录|说法|传闻|承诺|规模")
_EACH = re.compile(r"(?:每[年月日天季周人艘个次](?:每?[年月日人])?的?)+")
# 价值2000亿美元的中国商品
_IF = re.compile(r"\s*(?:如果|倘若|假如|假若|若|即使|只要|除非|一旦|受|随着|由于|为了?)")
_DURATION = re.compile(r"[0-9一二三四五六七八九十]+年$")
_VALUED = re.compile("(?:价值|(?<!生产)总值|市值|作价)$")
_TOWARDS = re.compile(
    r"[对向](?P<whom>[^，。；：]{2,14}?)(?:一律|再|分别|全面|也|将)?(?:加征|征收|课征|开征|施加|处以|罚款)"
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The subject and the metric of a claim, as ranges of the text."""

    subject: Span | None
    metric: Span | None
    is_share: bool = False  # the metric is the whole that the figure is a share of
    is_aside: bool = False  # the subject is another, named to compare with

    def since(self, earlier: Arguments | None) -> Arguments:
        """What the next claim goes on about: after a share of a whole, the measure told before it; after an aside, all."""
        if earlier and self.is_aside:
            return earlier
        return Arguments(self.subject, earlier.metric) if self.is_share and earlier else self


NOTHING = Arguments(None, None)


@dataclass(frozen=True, slots=True)
class Told:
    """What has been said before a claim.

    Words up to ``end`` are used up by frames and earlier claims; ``earlier`` is what the last claim of the sentence was
    about, ``speaker`` who acts by saying it (宣布, 承诺), ``topic`` the last subject before the sentence.
    """

    end: int
    earlier: Arguments | None = None
    speaker: Span | None = None
    topic: Span | None = None


def arguments(body: Body, sentence: Span, tie: Tie, told: Told) -> Arguments:
    """Who or what a claim is about and what it measures; what its clause leaves out is taken from before."""
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    part = Span(first["end"], last["start"] - 1) if _is_part(body, tie) else None
    figure = last if len(tie.figures) > 1 and tie.origin is None and part is None else first
    clause = body.clause_at(sentence, figure["start"])
    start = max(clause.start, told.end)
    head = Span(start, _head(body, start, figure["start"], tie))
    if tie.origin is not None and not body.text[head.start : head.end].strip():
        head = _before(body, sentence, clause, told) or head
    own = _read(body, head, Span(last["end"], clause.end), told.earlier, is_ratio=figure["kind"] in _RATIOS)
    if part and part.end - part.start > 1:
        own = Arguments(own.subject, part)
    if told.earlier and _goes_on(body, clause, tie) and own.subject and own.subject.end <= figure["start"]:
        own = Arguments(None, own.metric, own.is_share, own.is_aside)
    if turn := in_turn(body, sentence, tie):
        name, said = turn
        said = Span(max(said.start, clause.start), said.end)
        goes_on = start > clause.start or _ITS_CHANGE.fullmatch(body.masked, said.start, said.end)
        before = told.earlier.metric if told.earlier and goes_on else None
        own = Arguments(name, before or _clean(body, said) or own.metric)
    return _completed(body, sentence, clause, own, told)


def _goes_on(body: Body, clause: Span, tie: Tie) -> bool:
    """Whether another claim's figure stands before in the clause, so that what is between is no subject."""
    return tie.figures[0] > 0 and body.figures[tie.figures[0] - 1]["start"] in clause


def _is_part(body: Body, tie: Tie) -> bool:
    """108亿美元建设费用的90%: a share of an amount, which names what it is an amount of."""
    last = body.figures[tie.figures[-1]]
    return tie.origin is None and len(tie.figures) > 1 and body.text[last["start"] - 1] == "的"


def _before(body: Body, sentence: Span, clause: Span, told: Told) -> Span | None:
    """一般会计中的社会保障关系费，由…增至…: the clause before one that begins with 由."""
    pieces = [piece for piece in body.clauses(sentence) if told.end <= piece.start and piece.end <= clause.start]
    return pieces[-1] if pieces else None


def _head(body: Body, start: int, figure: int, tie: Tie) -> int:
    """Where the words before a figure end: at 由 for a change between two values."""
    if tie.origin is None:
        return figure
    led = max(body.masked.rfind(word, start, figure) for word in "由从自")
    return led if led >= 0 else figure


def _read(body: Body, head: Span, tail: Span, earlier: Arguments | None, *, is_ratio: bool) -> Arguments:
    """What the words before a figure say, and those after it where they say nothing."""
    head = _shorn(body, head)
    text = body.masked[head.start : head.end]
    if is_ratio and (borne := _BORNE.match(body.masked, tail.start, tail.end)):
        part = _of_it(body, head) or _tail_noun(body, Span(tail.start, borne.start("who") - 1))
        return Arguments(Span(*borne.span("who")), part or (earlier.metric if earlier else None))
    if reached := _SHARE_REACHED.search(text):
        return _of_phrase(body, Span(head.start, head.start + reached.start()), earlier)
    if other := _OTHERS.search(text):
        return Arguments(Span(head.start + other.start("whose"), head.start + other.end("whose")), None, is_aside=True)
    if is_ratio and (share := _SHARE.search(text)):
        return _of_share(body, head, share, earlier)
    if (valued := _VALUED.search(text)) and (noun := _tail_noun(body, tail)):
        buyer = subject_of(body, Span(head.start, head.start + valued.start()))
        return Arguments(buyer, noun) if buyer else Arguments(noun, Span(head.start + valued.start(), head.end))
    if text.endswith("的") and (subject := subject_of(body, head)):
        if noun := _tail_noun(body, tail):
            return Arguments(subject, noun)  # 部署系统的10亿美元费用
        return Arguments(subject, _clean(body, Span(_past_verb(body, subject.end, head.end), head.end)))
    if costs := _COSTS.search(text):
        thing = _clean(body, Span(head.start, head.start + costs.start()))
        return Arguments(thing, _tail_noun(body, tail) or Span(head.start + costs.start("verb"), head.end))
    if predicate := _CHANGED.search(text) or _COPULA.search(text):
        return _of_predicate(body, head, predicate, tail, earlier)
    if earlier and _AND.search(text):
        return Arguments(None, _tail_noun(body, tail))  # 三分之二的人口和四成的经济总量
    if not text.strip("，、 的至到") or _A_WHILE.fullmatch(text.strip()):
        return _of_tail(body, tail, earlier)
    return _of_rest(body, head, tail, earlier)


def _whole_before(body: Body, head: Span) -> Span | None:
    """对印官方发展援助 in 在对印官方发展援助中，日元贷款占九成以上."""
    whole = _WITHIN.search(body.masked, max(0, head.start - 40), head.start)
    return Span(*whole.span("whole")) if whole else None


def _of_it(body: Body, head: Span) -> Span | None:
    """建设费用的 in 建设费用的90%由韩国承担; nothing where it is what was told before (其余, 其中)."""
    clean = _clean(body, head)
    if clean is None or _PRONOUN.match(body.masked, clean.start, clean.end) or _is_the_old(body, clean):
        return None
    return clean


def _of_predicate(body: Body, head: Span, predicate: re.Match[str], tail: Span, earlier: Arguments | None) -> Arguments:
    """What stands before a verb of change or of being."""
    read = _of_phrase(body, Span(head.start, head.start + predicate.start()), earlier)
    if predicate.re is _CHANGED:
        return _with_noun_after(body, read, tail)
    if predicate.group().endswith(("占", "占到")) and (whole := _whole_before(body, head)):
        return Arguments(_clean(body, Span(head.start, head.start + predicate.start())), whole)
    among = _AMONG.search(body.masked, head.start, head.start + predicate.start())
    if predicate.group().endswith("有") and among and read.subject:
        # 受访者中有六成认为
        return Arguments(Span(read.subject.start, among.start()), trimmed(body, tail.start, tail.end) or read.metric)
    if predicate.group().endswith("有"):
        after = _of_tail(body, tail, earlier)  # 将有2.16亿人沦为气候移民, 日本只有39%的人认为
        return Arguments(read.subject or after.subject, after.metric or read.metric)
    told = earlier.metric if earlier else None
    if told and read.subject and read.subject == read.metric and _is_measure(body, told):
        return Arguments(read.subject, told)  # 三级医院为四成二: the same measure of another
    return _with_noun_after(body, read, tail) if read == NOTHING else read


def _of_rest(body: Body, head: Span, tail: Span, earlier: Arguments | None) -> Arguments:
    """A noun phrase that the figure follows at once (总价80亿美元), or a deed."""
    whole = subject_of(body, head)
    text = body.masked[head.start : head.end]
    if _MEASURE.search(text.strip()) or (whole and whole.end >= head.end - 1):
        return _of_phrase(body, head, earlier)
    return _of_action(body, head, tail, earlier)


def _past_verb(body: Body, start: int, end: int) -> int:
    """社会保障支出吞噬了中央岁出的三分之一: where the object begins."""
    for word in body.words_in(start, end):
        if not (word.tag.startswith(("v", "d", "u")) or word.text in ("了", "过")):
            return word.start
    return end


def _with_noun_after(body: Body, read: Arguments, tail: Span) -> Arguments:
    """增加700亿美元的投资: the noun that the figure qualifies is the measure, where none stands before."""
    if read.metric is not None and read.metric != read.subject:
        return read
    noun = _tail_noun(body, tail) if body.masked.startswith("的", tail.start) else None
    if noun is None or _LEVEL_NOUN.search(body.text[noun.start : noun.end]):
        return read
    return Arguments(read.subject, noun)


def _shorn(body: Body, head: Span) -> Span:
    """Without leading conjunctions and times and without the words of degree at the end."""
    match = _MODIFIERS.search(body.masked[head.start : head.end])
    end = head.start + match.start() if match else head.end
    return Span(min(_past_openings(body, Span(head.start, end)), end), end)


def _past_openings(body: Body, span: Span) -> int:
    start = openings(body, span)
    need = _NEEDS.match(body.masked, start, span.end)
    start = openings(body, Span(need.end(), span.end)) if need else start
    made = _MADE.match(body.masked, start, span.end)
    start = openings(body, Span(made.end(), span.end)) if made else start
    each = _EACH.match(body.masked, start, span.end)
    return each.end() if each else start


def _of_share(body: Body, head: Span, share: re.Match[str], earlier: Arguments | None) -> Arguments:
    """占出口总额的一半: the whole is the measure, unless what stands before names one."""
    whole = Span(head.start + share.start("whole"), head.start + share.end("whole"))
    before = _clean(body, Span(head.start, head.start + share.start()))
    if before is None:
        told = _is_the_old(body, whole) and earlier is not None
        return Arguments(None, None if told else _clean(body, whole), is_share=not told)
    read = _of_phrase(body, before, earlier)
    # 发展援助占国民收入的3.6‰: the share of one thing in another, unless the first is said to be somebody's
    of_another = share["verb"][0] == "占" and "的" not in body.masked[before.start : before.end]
    if read.metric and _is_measure(body, read.metric) and not of_another:
        return read
    subject = read.subject if read.subject and read.subject.end >= before.end else before
    if earlier and _is_the_old(body, whole):
        return Arguments(subject, None)  # 肯尼亚政府承担其中的一成
    return Arguments(subject, _clean(body, whole) or whole, is_share=True)


def _is_the_old(body: Body, whole: Span) -> bool:
    """约为原先的3倍, 不到2000年的一半: the thing itself at another time."""
    clean = _clean(body, whole)
    return clean is None or bool(_THE_OLD.fullmatch(body.masked[clean.start : clean.end]))


def _of_phrase(body: Body, phrase: Span, earlier: Arguments | None) -> Arguments:
    """What stands before 为, 达, 增长: with 把, the agent and the object; else the thing and its measure."""
    object_ = _OBJECT.search(body.masked, phrase.start, phrase.end)
    if object_:
        at = max(phrase.start, object_.start())
        return Arguments(subject_of(body, Span(phrase.start, at)), _clean(body, Span(*object_.span("object"))))
    clean = _clean(body, phrase)
    if clean and body.masked.startswith("的", clean.end) and clean.end < phrase.end:
        return Arguments(earlier.subject if earlier else None, clean)  # 认为影响有限的仅有8.3%
    if clean is None or _PRONOUN.fullmatch(body.masked[clean.start : clean.end]):
        return NOTHING
    if earlier and _ITS_CHANGE.fullmatch(body.masked[clean.start : clean.end]):
        return NOTHING
    if body.masked[clean.start - 1 : clean.start] == "其":
        return Arguments(None, clean)  # 其外债总额
    return _split(body, clean)


def _of_tail(body: Body, tail: Span, earlier: Arguments | None) -> Arguments:
    """百分之八十五的受访央行已经投资人民币资产: who stands after the figure, what after them."""
    if body.text[tail.start - 1] in "人户名" and body.masked[tail.start : tail.start + 1] != "的":
        return Arguments(None, trimmed(body, tail.start, tail.end))  # 有33亿人生活在…
    destined = _DESTINED.match(body.masked, tail.start, tail.end)
    if destined and earlier:
        return Arguments(None, Span(tail.start, destined.end()))
    noun = _tail_noun(body, tail)
    if noun is None:
        return (
            Arguments(None, _clean(body, tail)) if earlier and body.masked[tail.start : tail.end].strip() else NOTHING
        )
    if earlier and _is_measure(body, noun):
        return Arguments(None, noun)
    return Arguments(noun, _clean(body, Span(noun.end, tail.end)) or (earlier.metric if earlier else None))


def _of_action(body: Body, phrase: Span, tail: Span, earlier: Arguments | None) -> Arguments:
    """美国对进口钢铁加征25%的关税: the agent, and the noun after the figure or else the verb with its object."""
    subject = subject_of(body, phrase)
    after = _tail_noun(body, tail)
    if subject is None and (towards := _TOWARDS.search(body.masked, phrase.start, phrase.end)):
        subject = trimmed(body, *towards.span("whom"))
    if after:
        return Arguments(subject, after)
    if subject and _is_measure(body, subject):
        return Arguments(None, subject)
    rest = Span(_past_decision(body, subject.end if subject else phrase.start, phrase.end), phrase.end)
    return Arguments(subject, _clean(body, rest) or (earlier.metric if earlier else None) or subject)


def _past_decision(body: Body, start: int, end: int) -> int:
    """决定自11月起日均减产: what was decided stands after the verb and its time."""
    decided = _DECIDED.match(body.masked, start, end)
    begin = openings(body, Span(decided.end(), end)) if decided else openings(body, Span(start, end))
    modal = _MODALS.match(body.masked, begin, end)
    return modal.end() if modal else begin


def _is_measure(body: Body, span: Span) -> bool:
    return bool(_MEASURE.search(body.text[span.start : span.end]))


def _tail_noun(body: Body, tail: Span) -> Span | None:
    """The noun right after a figure: 关税 in 25%的关税."""
    match = _TAIL.match(body.masked, tail.start, tail.end)
    if match is None:
        return None
    start = match.start("noun")
    stop = _TAIL_STOP.search(body.masked, start + 1)
    end = min(match.end("noun"), stop.start() if stop else match.end("noun"))
    last = start
    words = body.words_in(start, end + 6)
    for word, following in zip(words, [*words[1:], None], strict=False):
        nominal = word.tag[0] in "njbsalq" or word.tag in ("vn", "eng", "an") or is_nominal_verb(word)
        nominal = nominal or (last == start and word.text in ("对", "驻"))
        nominal = nominal or (following is not None and following.text in ("率", "额", "量", "费"))
        nominal = nominal or (last == start and word.tag == "v" and body.text[start - 1] == "的")
        if word.start >= end or not nominal:
            break
        last = word.end
    return Span(start, last) if last - start >= 2 or body.text[start:last] in _PERSONS else None


def _split(body: Body, phrase: Span) -> Arguments:
    """The thing and its measure: at the last 的, or where the names or the qualifying nouns end."""
    if share := _SHARE_BY_NAME.search(body.masked, phrase.start, phrase.end):
        times = body.times_in(phrase.start, share.start())
        if times:
            who = subject_of(body, Span(phrase.start, times[0]["start"]))
            return Arguments(who, _clean(body, Span(times[-1]["start"], phrase.end)))
        who = trimmed(body, phrase.start, share.start())
        if who is None or _is_measure(body, who):
            return Arguments(None, phrase)
        return Arguments(who, Span(share.start(), phrase.end))  # 服务业占国内生产总值的比重
    at = _last_of(body, phrase)
    if phrase.start < at:
        return _thing_and_measure(body, Span(phrase.start, at), Span(at + 1, phrase.end))
    if inside := body.times_in(phrase.start + 1, phrase.end - 1):
        who = trimmed(body, phrase.start, inside[0]["start"])
        return Arguments(who, _clean(body, Span(inside[-1]["start"], phrase.end)))  # 该国2019年人均国内生产总值
    words = body.words_in(phrase.start, phrase.end)
    index = 2 if len(words) > 2 and words[0].text == "该" else 0
    while index < len(words) - 1 and words[index].tag in _NAME_TAGS and words[index].text[0] not in "对人年日总" and words[index + 1].text not in _JOINED:
        index += 1
    if 0 < index < len(words):
        return Arguments(Span(phrase.start, words[index - 1].end), _clean(body, Span(words[index].start, phrase.end)))
    part = re.fullmatch(r"(?P<whole>.{2,})(?:(?<!发展)之?中)(?P<part>[^的]{2,})", body.masked[phrase.start : phrase.end])
    if part:  # 公共资金中贷款约占69%
        middle = phrase.start + part.end("whole")
        return Arguments(Span(phrase.start + part.start("part"), phrase.end), Span(phrase.start, middle))
    over = re.match(r"(?P<who>[^对向为在]{2,})(?=[对向为在])", body.masked[phrase.start : phrase.end])
    if over:
        middle = phrase.start + over.end()
        return Arguments(Span(phrase.start, middle), Span(middle, phrase.end))
    return _of_compound(body, phrase)


def _last_of(body: Body, phrase: Span) -> int:
    """Where the last 的 of a phrase stands that is not part of a name (波罗的海)."""
    at = body.masked.rfind("的", phrase.start, phrase.end)
    while at > phrase.start and body.is_named(at):
        at = body.masked.rfind("的", phrase.start, at)
    return at


def _of_compound(body: Body, phrase: Span) -> Arguments:
    """复苏基金总规模: the last noun of a compound is the measure, what qualifies it the subject."""
    if not _is_measure(body, phrase):
        return Arguments(phrase, phrase)
    if _ACCOUNTS.search(body.masked, phrase.start, phrase.end):
        return Arguments(None, phrase)
    total = _TOTAL.search(body.masked, phrase.start, phrase.end)
    if total and total.start() > phrase.start:
        thing = Span(phrase.start, total.start())
        return Arguments(thing, phrase) if _is_thing(body, thing) else Arguments(None, Span(total.start(), phrase.end))
    words = body.words_in(phrase.start, phrase.end)
    last = len(words) - 1
    last -= last > 0 and words[last].end - words[last].start == 1  # 关系|费
    while last > 1 and words[last - 1].tag in ("b", "a", "n") and words[last - 1].text in ("总", "平均", "累计", "年"):
        last -= 1
    nouns = words[:last]
    if (
        nouns
        and not _TOTAL_OF.fullmatch("".join(word.text for word in nouns))
        and all(word.tag[0] in "njsbeqr" or word.tag == "vn" or is_nominal_verb(word) for word in nouns)
        and any(word.tag[0] in "njs" for word in nouns)
    ):
        return Arguments(Span(phrase.start, nouns[-1].end), Span(words[last].start, phrase.end))
    return Arguments(None, phrase)


def _is_thing(body: Body, span: Span) -> bool:
    """Whether a range has more than verbs in it: not 设立 in 设立总额20亿澳元的机制."""
    words = body.words_in(span.start, span.end)
    return not words or any(word.tag[0] != "v" or is_nominal_verb(word) for word in words)


def _thing_and_measure(body: Body, thing: Span, measure: Span) -> Arguments:
    """Who holds the measure: 俄罗斯 in 俄罗斯在欧盟天然气进口中的份额, 受访者 in 愿意多付电价的受访者."""
    who = subject_of(body, thing)
    if _HOLDERS.search(body.text[measure.start : measure.end]):
        if who and who.end < thing.end and not who.start > thing.start:
            return Arguments(who, Span(who.end, measure.end))
        return Arguments(measure, thing)
    if who and who.start == thing.start and who.end < thing.end and not body.times_in(who.start, thing.end):
        return Arguments(who, Span(who.end + body.text.startswith("在", who.end), measure.end))
    words = body.words_in(thing.start, thing.end)
    qualifies = len(words) == 1 and words[0].tag[0] not in "nrjl"  # 生效的, 法定的
    if qualifies or _PLACE.search(body.text[thing.start : thing.end]):
        return _of_compound(body, measure)
    if who is None or who.start > thing.start:
        return Arguments(_clean(body, thing), measure)
    times = body.times_in(who.start, thing.end)
    return Arguments(trimmed(body, thing.start, times[0]["start"]) if times else thing, measure)


def _clean(body: Body, span: Span) -> Span | None:
    """Without times, leading conjunctions, comparisons and trailing signs."""
    start = _past_openings(body, span)
    compared = _COMPARED.search(body.masked, start, span.end)
    end = compared.start() if compared else span.end
    for time in body.times_in(start, end):
        if time["end"] >= end - 1:
            end = time["start"]
    while_ = _WHILE.search(body.masked, start, end)
    end = while_.start() if while_ and while_.start() > start else end
    end -= end > start and body.masked[end - 1] in "由从自"
    own = _OF_IT.match(body.masked, start, end)
    start = own.end() if own else start
    return trimmed(body, start + body.text.startswith("的", start), end)


def _completed(body: Body, sentence: Span, clause: Span, own: Arguments, told: Told) -> Arguments:
    """With what the clause leaves out: who says it, the subject of the clauses before, the last claim's, the topic."""
    subject, metric = own.subject, own.metric
    subject = subject and _before_time(body, subject)
    if subject and _PRONOUN.fullmatch(body.text[subject.start : subject.end]):
        subject = None
    if metric and told.earlier and _FORMER.match(body.text[metric.start : metric.end]):
        metric = None
    if subject is None and told.earlier and _IS_COMPARED.match(body.masked, clause.start, clause.end):
        subject = told.earlier.subject
    if subject is None:
        left_out = _left_out(body, sentence, clause, told)
        left_out = left_out and _before_time(body, left_out)
        subject = left_out or metric
        if left_out and own == NOTHING and not told.earlier and _is_measure(body, left_out):
            whole = _split(body, left_out)  # 防卫预算连年增长，2023年达到…
            subject, metric = whole.subject or left_out, whole.metric
    if metric is None:
        metric = told.earlier.metric if told.earlier else subject
    return Arguments(subject, metric, own.is_share, own.is_aside)


def _before_time(body: Body, phrase: Span) -> Span | None:
    """赞比亚 in 赞比亚2020年; nothing where no more than a verb is left (拟到2035年)."""
    inside = body.times_in(phrase.start + 1, phrase.end)
    if not inside:
        return phrase
    words = body.words_in(phrase.start, inside[0]["start"])
    named = not words or any(word.tag[0] not in "vpdcu" for word in words)
    return trimmed(body, phrase.start, inside[0]["start"]) if named else None


def _left_out(body: Body, sentence: Span, clause: Span, told: Told) -> Span | None:
    """The subject of the nearest clause before, from where the last claim or the frame of saying ended."""
    pieces = [piece for piece in reversed(body.clauses(sentence)) if piece.end <= clause.start]
    pieces = [piece for piece in pieces if not _DURATION.search(body.masked, piece.start, piece.end)]
    whole = [piece for piece in pieces if piece.start >= told.end]
    told_of = [*(one for one in whole if not _IF.match(body.masked, one.start)), *whole]
    if told.earlier or told.speaker:
        cut = next((Span(told.end, piece.end) for piece in pieces if piece.start < told.end < piece.end), None)
        told_of += [cut] if cut and not told.earlier else []
    else:
        told_of += pieces
    if found := next((found for piece in told_of if (found := subject_of(body, piece)) and not is_study(body, found)), None):
        return found
    if told.earlier is None and (place := _PLACE_FIRST.match(body.masked, sentence.start, clause.start)):
        return Span(*place.span("place"))  # 在阿根廷，月通胀率升至25.5%
    return (told.earlier.subject if told.earlier else None) or told.speaker or told.topic
