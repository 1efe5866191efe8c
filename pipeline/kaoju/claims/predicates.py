"""What a clause says of a figure: by its verb, or by the noun after the figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kaoju.claims.body import HIDDEN, Body, Span, Word
from kaoju.claims.measures import NOTHING, Arguments, is_measure, is_name, split
from kaoju.claims.nouns import is_nominal_verb
from kaoju.claims.phrases import subject_of
from kaoju.claims.trimming import clean, openings, shorn, trimmed

_ADVERBS = (
    r"(?:由此|尚|远远?|随之|年(?=[增减降升])|随即|随后|旋即|一路|最终|最初|因而|从而|因此|一共|合计|共计|总计|累计|大约|约|仅|只|已经|已|也|则|便|就|更|均|都|各|又|还|再|共|虽|曾|一度|将会|将|会|至今|仍|早已|分别|竟|几乎|正|刚刚|实际"
    r"|大幅|逆势|每年|每月|逐年|同比|环比|按年|进一步|年均|平均|一举|猛|骤|急剧?|锐|剧|陡|激|略|微|小幅|稳步|持续|不断|显著|明显|快速|迅速|陆续|先后|必须|须|(?<![答适供相反回效响对因顺])应|勉强|再度|亦|尚须|逐步|逐期|首次|合共|反而|却|才|至多|至少"
    r"|估计|据称|预计|只能|恐怕|也只能|一项|或|仅能|只够|足以|即|更是|主要|大概|不得|从未)*"
)
_SHARE = re.compile(
    rf"{_ADVERBS}(?P<verb>占到?去?|相当于|是|为|不到|不及|超过|突破|不足|达到?|只及|仅及|及|高出|只有|仅有|弥补|覆盖|满足|抵消|完成|承担|贡献|(?:供应|生产|购买|控制|掌握|吸收|消耗)(?![商者权力方总])[了着]?)"
    r"(?P<whole>[^，。；：]{1,24})的$"
)
_ACTS = re.compile("承担|贡献|弥补|覆盖|满足|抵消|完成|供应|生产|购买|控制|掌握|吸收|消耗")
# 把国防支出提高到GDP的5%: the whole stands after the verb of change
_SHARE_REACHED = re.compile(
    rf"{_ADVERBS}(?:提高|增加|提升|上升|扩大|升|增|降|下降|降低|减少|削减|缩减)[到至](?P<whole>[^，。；：]{{1,24}})的$"
)
# 远低于私人债权人的35%, 比2016年的11亿美元: a figure of another or of another time, to compare with
_OTHERS = re.compile(
    rf"{_ADVERBS}[远大稍略明显]*(?:低于|高于|多于|少于|优于|好于|逊于|大于|小于|(?<![^，；：\s])[这此]?较|(?<![比相计])较(?![为大小高低多少])|相较于?|(?<![同环对占相])比(?![例重率值]))(?P<whose>[^，。；：的]{{2,16}})的$"
)
# 疫情高峰期: a time, if none that can be told
_TIMELY = re.compile("(?:期|时|前|[初末底]|以来|水平|[0-9一二三四五六七八九十]年)$")
_SET_AGAINST = re.compile("[与同和](?P<whose>[^，。；：的]{2,16})的$")
_CHANGED = re.compile(
    rf"{_ADVERBS}(?:新增|提高|提升|上调|调升|调高|上升|攀升|飙升|升|增加|增长|成长|增|激增|扩大|扩张|上涨|涨|翻|回升|反弹|下降|降低|降|下调|调降|调低|下滑|下跌|跌破|跌"
    r"|减少|减|缩减|削减|裁减|压缩|缩短|缩|回落|萎缩|贬值|升值|超支|缩水|延长|放缓|放慢|加快|收窄|扩充|止)(?:去|了|到|至|为|成|出|于)*$"
)
_COPULA = re.compile(
    rf"{_ADVERBS}(?:达到?|高达|为|是|有|占到?|超过|突破|不足|低于|高于|接近|逾|恢复[到至]|只剩|仅剩|剩|(?:控制|维持|保持|稳定|徘徊|停留|锁定|固定|设定|限制|限定|定)在|在|居|高出|多出|低|高|共有|约有|仅有|只有|拥有|维持|介于|定为|设为|位居|创下)$"
)
# 蒙内铁路耗资38亿美元: the verb is the measure
# 澳大利亚将为核潜艇项目花费2680亿澳元
_TO = re.compile("[为对向给在](?=[^，。；：]{2,}$)")
_COSTS = re.compile(
    rf"{_ADVERBS}(?P<verb>需要?|(?:人均|户均|平均)?(?:耗资|斥资|花费|耗费|消费)|总?造价"
    r"|减产|增产|裁员|减排|增资|注资|出资|捐款|融资|举债|亏损|盈利|获利|发电|增兵|撤军|(?<=[年月日天周均共将已])损失)$"
)
_BY = re.compile("(?<![予得可加所难足借])以$")
_OF_RUMOUR = re.compile(r"(?:对于|关于|至于|针对)")
_RUMOUR = re.compile("的(?:说法|传闻|传言|消息|报道|指控|指责|猜测|质疑|主张|提议)")
_THAN = re.compile("(?<![同环对占相日])比(?![例重率值])")
_COMPARATIVE = ("低", "高", "多", "少", "高出", "多出")
_OBJECT = re.compile(r"(?:将?把|将)(?P<object>[^，。；：]{2,30})$")
# a change by name goes on about what the last claim measured
ITS_CHANGE = re.compile(
    r"(?:(?:这一|该|此一?|上述|[前后]一)(?:比例|比重|份额|占比|数字|数值|金额|数额|规模|数量|总额|指标|差距)|(?:其|总|平均|实际|同比)?(?:增幅|降幅|减幅|涨幅|跌幅|升幅|加幅|幅度|增速|差距|比重|占比|相差|即)?)"
)
_AMONG = re.compile(r"(?<=[者员人众国业民])[之当]?[中里]$")
_WITHIN = re.compile(r"在(?P<whole>[^，。；：]{2,24}?)[之当]?中[，,]有?$")
_AND = re.compile("[和与及、]$")
_A_WHILE = re.compile(r"(?:[一二两三四五六七八九十百0-9]+多?个?[年月日天季周]度?[来间内里中]?)")
_THE_OLD = re.compile(
    r"(?:原来|原先|当初|此前|先前|以前|[上前]者|后者|其中?|上年同期|去年同期|上一?年度?|去年|前一年|前一个[^，。的]{1,8}|[数几0-9一二两三四五六七八九十]+年之?前)?(?:水平|数量)?"
)
_TAIL = re.compile(r"(?:以上|以下|左右|的|之多|多|余)*(?P<noun>[^，。；：、（(的]{1,14})")
# 南苏丹九成以上的财政收入: a part of somebody's
_PART_OF = re.compile("(?:以上|以下|左右)?的")
# 46%的“对等关税”
_QUOTED_NOUN = re.compile(f"的(?P<noun>[“「]{HIDDEN}{{1,10}}[”」])")
_TAIL_STOP = re.compile(
    r"[，。；：、（）()]|来自|流向|用于|以|并|而|的|由|向|在|入市|与|和|转为|转化|左右|须|应|仍|被|是|不等|还要|会|将|有关"
)
_DESTINED = re.compile(
    r"(?:须|应|将|被|还|则)*(?:流向|用于|投向|来自|拨给|归|源于|转为|投入)(?P<where>[^，。；：]{2,20})"
)
# 其余九成由中国进出口银行贷款解决: who bears it
_BORNE = re.compile(
    r"(?:[^，。；：由]{0,8}?(?:应|须|将|全部|主要|则|都|均|仍)*)由(?P<who>[^，。；：以按]{2,16}?)(?:[以按][^，。；：]{1,14})?(?:共同|分别|全额|平均|贷款|出资)*"
    r"(?:承担|解决|提供|贷给|借给|捐给|认购|吸纳|购买|负担|支付|出资|筹集|负责|分担|分摊|创造|贡献|完成|控制|持有|生产|供应|补贴|偿还|垫付|资助|拨付|买单)"
)
# a noun of one character
_PERSONS = ("人", "者")
PRONOUN = re.compile(
    r"(?:其|他们?|她们?|它们?|[两二三四五六][者案项家]|此|此一|该|这|这一|其余|余下|其他|各|我们|为此|因此)"
)
# a level, not a measure: 降到10%的水平
_DECIDED = re.compile("(?:则|却|也|一致|已|曾|共同)*(?:决定|宣布|同意|计划|承诺|商定|打算|准备|坚持|主张|拟)")
_MODALS = re.compile(
    "(?:为此|每[年月日]|至少|至多|最多|只|仅|已经?|需要|需|必须|须|应当?|可以?|能够?|将|会|再|又|也|均|都|共|累计|合计)*(?=.{2})"
)
_LEVEL_NOUN = re.compile("水平|程度|目标|底线|峰值|顶峰|高位|低点|低位|高点|纪录|说法|传闻|承诺|规模")
_DOES = re.compile(
    rf"(?:由|^|(?<=[，、；：中]))[^，。；：、由的]{{2,16}}?{_ADVERBS}(?P<deed>控股|持股|出资|贡献|承担|供应|认购)了?{_ADVERBS}$"
)
# what figures of people end with: 14亿人, 20万户, 3亿成年人
_COUNTED_BY = "人户名民众童年女者"
# 按每净吨50美元起征
_AT_A_RATE = re.compile("[按每以][^，。；：]*$")
_RATE_REACH = 20
# what amounts of money end with
_CURRENCIES = "元圆镑币朗尔比索林盾铢郎"
_SCOPE = re.compile("(?:全球|世界|全世界|全国|全省|全部|整体|总体|[世全][界球国])(?:总[量额数])?|总[量额数]")
_VALUED = re.compile("(?:价值|(?<!生产)总值|市值|作价)$")
_TOWARDS = re.compile(
    r"[对向](?P<whom>[^，。；：]{2,14}?)(?:一律|再|分别|全面|也|将)?(?:加征|征收|课征|开征|施加|处以|罚款)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a figure: ``head`` before it, ``tail`` after it; ``earlier`` what the last claim was about."""

    body: Body
    head: Span
    tail: Span
    earlier: Arguments | None
    is_ratio: bool

    @property
    def text(self) -> str:
        """The words before the figure, what is quoted hidden."""
        return self.body.masked[self.head.start : self.head.end]

    @property
    def told(self) -> Span | None:
        """The measure of the last claim."""
        return self.earlier.metric if self.earlier else None

    def noun_after(self) -> Span | None:
        """The noun right after the figure."""
        return _tail_noun(self.body, self.tail)

    def cut(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Where a pattern parts the words before the figure, no noun and no name parted."""
        return self.body.cut(pattern, self.head.start, self.head.end)

    def before(self, match: re.Match[str]) -> Span:
        """The words before a match."""
        return Span(self.head.start, match.start())


def read_clause(body: Body, head: Span, tail: Span, earlier: Arguments | None, *, is_ratio: bool) -> Arguments:
    """What the words before a figure say, and those after it where they say nothing.

    The first of ``_READINGS`` that fits is taken.
    """
    clause = Clause(body, shorn(body, head), tail, earlier, is_ratio)
    return next(read for reading in _READINGS if (read := reading(clause)) is not None)


def _borne(clause: Clause) -> Arguments | None:
    """建设费用的90%由韩国承担."""
    borne = _BORNE.match(clause.body.masked, clause.tail.start, clause.tail.end)
    if borne is None or not clause.is_ratio:
        return None
    part = _of_it(clause.body, clause.head)
    part = part or _tail_noun(clause.body, Span(clause.tail.start, borne.start("who") - 1))
    return Arguments(Span(*borne.span("who")), part or clause.told)


def _share_reached(clause: Clause) -> Arguments | None:
    """把国防支出提高到国内生产总值的5%."""
    reached = clause.cut(_SHARE_REACHED)
    return _of_phrase(clause.body, clause.before(reached), clause.earlier) if reached else None


def _of_another(clause: Clause) -> Arguments | None:
    """远低于私人债权人的35%, 失业率比2016年的5%高; 与2016年的5%相比."""
    body, set_against = clause.body, clause.body.masked.startswith("相比", clause.tail.start)
    other = clause.cut(_SET_AGAINST if set_against else _OTHERS)
    if other is None:
        return None
    before = clean(body, clause.before(other))
    against = (_of_phrase(body, before, clause.earlier) if before else clause.earlier) or NOTHING
    whose = None if _TIMELY.search(other["whose"]) else clean(body, Span(*other.span("whose")))
    return Arguments(whose or against.subject, against.metric, aside_of=against)


def _share(clause: Clause) -> Arguments | None:
    """占出口总额的一半."""
    share = clause.cut(_SHARE) if clause.is_ratio else None
    return _of_share(clause.body, clause.head, share, clause.earlier) if share else None


def _valued(clause: Clause) -> Arguments | None:
    """从美国购买了价值198亿美元的军事装备, 价值2000亿美元的中国商品."""
    valued, noun = clause.cut(_VALUED), clause.noun_after()
    if valued is None or noun is None:
        return None
    buyer = subject_of(clause.body, clause.before(valued))
    return Arguments(buyer, noun) if buyer else Arguments(noun, Span(clause.before(valued).end, clause.head.end))


def _qualifying(clause: Clause) -> Arguments | None:
    """韩国承担部署系统的10亿美元费用, 所获利润的九成归美国."""
    body, end = clause.body, clause.head.end
    subject = subject_of(body, clause.head) if clause.text.endswith("的") else None
    if subject is None:
        return None
    metric = clause.noun_after() or clean(body, Span(_past_verb(body, subject.end, end), end))
    is_whole = is_measure(body, subject) and not _LEVEL_NOUN.search(body.text, subject.start, subject.end)
    return Arguments(subject, metric or (subject if is_whole else None))


def _costing(clause: Clause) -> Arguments | None:
    """蒙内铁路耗资38亿美元."""
    costs = clause.cut(_COSTS)
    if costs is None:
        return None
    before = clause.before(costs)
    who = subject_of(clause.body, before) if clause.cut(_TO) else None
    if clause.told and clean(clause.body, before) is None and costs["verb"].startswith("需"):
        return Arguments(None, clause.noun_after() or clause.told)  # 重建资金为530亿美元，前三年即需200亿
    return Arguments(who or clean(clause.body, before), clause.noun_after() or Span(*costs.span("verb")))


def _by_way_of(clause: Clause) -> Arguments | None:
    """法国以11%的份额升至第二位, 该公司以3亿欧元收购港口的股权."""
    body, by, tail = clause.body, clause.cut(_BY), clause.tail
    if by is None:
        return None
    noun = clause.noun_after() if body.masked.startswith("的", tail.start) else None
    deed = body.word_over(tail.start)
    if noun is None and deed and deed.start == tail.start and deed.tag == "v":
        noun = trimmed(body, tail.start, tail.end)
    before = clause.before(by)
    led = body.lead(before.start, before.end)
    who = clean(body, Span(led + 1, before.end)) if led >= 0 else subject_of(body, before)
    return Arguments(who, noun) if noun else None


def _as_rumoured(clause: Clause) -> Arguments | None:
    """对于韩国须支付3500亿美元的说法: what is said to be is read as the clause that it is."""
    said = _OF_RUMOUR.match(clause.body.masked, clause.head.start, clause.head.end)
    if said is None or not _RUMOUR.match(clause.body.masked, clause.tail.start):
        return None
    nothing = Span(clause.tail.start, clause.tail.start)
    return read_clause(
        clause.body, Span(said.end(), clause.head.end), nothing, clause.earlier, is_ratio=clause.is_ratio
    )


def _predicate(clause: Clause) -> Arguments | None:
    """贸易额增至8亿美元, 贸易额为8亿美元."""
    predicate = clause.cut(_CHANGED) or clause.cut(_COPULA)
    return _of_predicate(clause.body, clause.head, predicate, clause.tail, clause.earlier) if predicate else None


def _going_on(clause: Clause) -> Arguments | None:
    """覆盖三分之二的人口和四成的经济总量."""
    return Arguments(None, clause.noun_after()) if clause.earlier and _AND.search(clause.text) else None


def _by_whom(clause: Clause) -> Arguments | None:
    """由中远海运控股60%, 民营企业贡献了两成: a part that somebody does of what was told before."""
    does = clause.cut(_DOES) if clause.is_ratio or clause.told else None
    if does is None or not (clause.is_ratio or does["deed"] == "贡献"):
        return None  # 印尼一国贡献了900亿美元
    who = clean(clause.body, Span(clause.before(does).end + does.group().startswith("由"), does.start("deed")))
    held = does["deed"][-1] in "股资"
    told = None if held else clause.told
    return Arguments(who, told or Span(*does.span("deed"))) if who else None


def _nothing_before(clause: Clause) -> Arguments | None:
    """百分之八十五的受访央行已经投资人民币资产."""
    if clause.text.strip("，、 的至到") and not _A_WHILE.fullmatch(clause.text.strip()):
        return None
    body, whole = clause.body, _whole_before(clause.body, clause.head)
    read = _of_tail(body, clause.tail, clause.earlier)
    if whole and read.subject is None:
        return Arguments(whole, read.metric or clean(body, clause.tail))  # 在受访企业中，有62%表示…
    return read


def _people(clause: Clause) -> Arguments | None:
    """全球约14亿成年人没有银行账户."""
    body, tail = clause.body, clause.tail
    if body.text[tail.start - 1] not in _COUNTED_BY:
        return None
    if not (is_name(body, clause.head) or _is_scope(body, clause.head)):
        return None
    said = trimmed(body, tail.start, tail.end)
    return Arguments(clean(body, clause.head), said) if said and not clause.text.endswith("的") else None


def _otherwise(clause: Clause) -> Arguments:
    """总价80亿美元, 美国对进口钢铁加征25%的关税."""
    return _of_rest(clause.body, clause.head, clause.tail, clause.earlier)


_READINGS: tuple[Callable[[Clause], Arguments | None], ...] = (
    _as_rumoured,
    _borne,
    _share_reached,
    _of_another,
    _share,
    _valued,
    _qualifying,
    _by_whom,
    _costing,
    _by_way_of,
    _predicate,
    _going_on,
    _nothing_before,
    _people,
    _otherwise,
)


def _whole_before(body: Body, head: Span) -> Span | None:
    """对印官方发展援助 in 在对印官方发展援助中，日元贷款占九成以上."""
    whole = _WITHIN.search(body.masked, max(0, head.start - 40), head.start)
    return Span(*whole.span("whole")) if whole else None


def _of_it(body: Body, head: Span) -> Span | None:
    """建设费用的 in 建设费用的90%由韩国承担; nothing where it is what was told before (其余, 其中)."""
    thing = clean(body, head)
    if thing is None or PRONOUN.match(body.masked, thing.start, thing.end) or _is_the_old(body, thing):
        return None
    return thing


def _of_predicate(body: Body, head: Span, predicate: re.Match[str], tail: Span, earlier: Arguments | None) -> Arguments:
    """What stands before a verb of change or of being."""
    end = predicate.start()
    if predicate.group().endswith(_COMPARATIVE):
        than = body.cut(_THAN, head.start, end)
        end = than.start() if than else end  # 该报价比韩美两国的方案低两成
    read = _of_phrase(body, Span(head.start, end), earlier)
    if predicate.re is _CHANGED:
        return _with_noun_after(body, read, tail)
    if predicate.group().endswith(("占", "占到")) and (whole := _whole_before(body, head)):
        return Arguments(clean(body, Span(head.start, predicate.start())), whole)
    among = body.cut(_AMONG, head.start, predicate.start())
    if predicate.group().endswith("有") and among and read.subject:
        # 受访者中有六成认为
        return Arguments(Span(read.subject.start, among.start()), trimmed(body, tail.start, tail.end) or read.metric)
    if predicate.group().endswith("有"):
        after = _of_tail(body, tail, earlier)  # 将有2.16亿人沦为气候移民, 日本只有39%的人认为
        whole = _whole_before(body, head)  # 在受访企业中，有62%
        read = _having(body, Span(head.start, predicate.start()), read, after)
        read = Arguments(read.subject or after.subject or whole, after.metric or read.metric)
        return _same_of_another(body, read, earlier)
    return _with_noun_after(body, read, tail) if read == NOTHING else _same_of_another(body, read, earlier)


def _having(body: Body, before: Span, read: Arguments, after: Arguments) -> Arguments:
    """印度海军 and 航母 in 印度海军拥有2艘航母: who has is whole, what they have is the measure."""
    if read.subject is None or after.subject is None or (read.metric and is_measure(body, read.metric)):
        return read
    return Arguments(clean(body, before), after.subject)


def _same_of_another(body: Body, read: Arguments, earlier: Arguments | None) -> Arguments:
    """三级医院为四成二, 阿曼4亿美元: after another's, a thing that is no measure has the same measure."""
    told = earlier.metric if earlier else None
    if told is None or read.subject is None or read.subject != read.metric:
        return read
    return Arguments(read.subject, told) if is_measure(body, told) or is_name(body, read.subject) else read


def _is_given(body: Body, tail: Span, word: Word) -> bool:
    """66亿美元补助: a verb that alone ends a clause after an amount of money names what the money is."""
    rate = _AT_A_RATE.search(body.masked, max(0, tail.start - _RATE_REACH), tail.start)
    return word.tag == "v" and len(word.text) > 1 and body.text[tail.start - 1] in _CURRENCIES and rate is None


def _of_rest(body: Body, head: Span, tail: Span, earlier: Arguments | None) -> Arguments:
    """A noun phrase that the figure follows at once (总价80亿美元), or a deed."""
    whole = subject_of(body, head)
    if is_name(body, head) and (noun := _tail_noun(body, tail)) and is_measure(body, noun):
        return Arguments(head, noun)  # 该国130亿美元外债
    if whole and whole.end >= head.end - 1 and not is_measure(body, head) and _PART_OF.match(body.masked, tail.start):
        return Arguments(whole, _tail_noun(body, tail) or whole)
    if (is_measure(body, head) and not _is_deed(body, whole, head.end)) or (whole and whole.end >= head.end - 1):
        read = _of_phrase(body, head, earlier)
        return _same_of_another(body, read, earlier) if is_name(body, head) else read
    return _of_action(body, head, tail, earlier)


def _is_deed(body: Body, subject: Span | None, end: int) -> bool:
    """冯德莱恩提出总额8000亿欧元的计划: somebody, and a verb with its object."""
    words = body.words_in(subject.end, end) if subject else []
    return (
        len(words) > 1
        and words[0].tag == "v"
        and not is_nominal_verb(words[0])
        and not body.masked.startswith("占比", words[0].start)
        and "的" not in body.masked[words[0].start : end]
    )


def _past_verb(body: Body, start: int, end: int) -> int:
    """社会保障支出吞噬了中央岁出的三分之一: where the object begins."""
    for word in body.words_in(start, end):
        if not (word.tag.startswith(("v", "d", "u")) or word.text in ("了", "过")):
            return word.start
    return end


def _with_noun_after(body: Body, read: Arguments, tail: Span) -> Arguments:
    """增加700亿美元的投资, 裁减4000个岗位: the noun after the figure is the measure, where none stands before."""
    if read.metric is not None and read.metric != read.subject:
        return read
    noun = _tail_noun(body, tail)
    if noun and not body.masked.startswith("的", tail.start) and body.masked[noun.end : tail.end].strip("，。；： \n"):
        return read
    if noun is None or _LEVEL_NOUN.search(body.text[noun.start : noun.end]):
        return read
    return Arguments(read.subject, noun)


def _of_share(body: Body, head: Span, share: re.Match[str], earlier: Arguments | None) -> Arguments:
    """占出口总额的一半: the whole is the measure, unless what stands before names one."""
    whole = Span(*share.span("whole"))
    before = clean(body, Span(head.start, share.start()))
    if before is None:
        told = (_is_the_old(body, whole) or _is_scope(body, whole)) and earlier is not None
        return Arguments(None, None if told else clean(body, whole), is_share=not told)
    if earlier and _ACTS.match(share["verb"]) and _is_the_old(body, whole):
        return Arguments(before, earlier.metric)  # 财政拨款承担其中的三成
    read = _of_phrase(body, before, earlier)
    if _is_scope(body, whole):  # 非洲的碳排放占全球的3.8%
        return _same_of_another(body, read, earlier)
    # 发展援助占国民收入的3.6‰: the share of one thing in another, unless the first is said to be somebody's
    of_another = share["verb"][0] == "占" and "的" not in body.masked[before.start : before.end]
    if read.metric and is_measure(body, read.metric) and not of_another:
        return read
    subject = read.subject if read.subject and read.subject.end >= before.end else before
    if earlier and _is_the_old(body, whole):
        return Arguments(subject, None)  # 入渔费占其中的一成
    return Arguments(subject, clean(body, whole) or whole, is_share=True)


def _is_scope(body: Body, whole: Span) -> bool:
    """占全球的七成, 是缅甸的70倍: whose the whole is; what it is of stands before."""
    thing = clean(body, whole)
    return thing is not None and (bool(_SCOPE.fullmatch(body.masked, thing.start, thing.end)) or is_name(body, thing))


def _is_the_old(body: Body, whole: Span) -> bool:
    """约为原先的3倍, 不到2000年的一半: the thing itself at another time."""
    thing = clean(body, whole)
    return thing is None or bool(_THE_OLD.fullmatch(body.masked, thing.start, thing.end))


def _of_phrase(body: Body, phrase: Span, earlier: Arguments | None) -> Arguments:
    """What stands before 为, 达, 增长: with 把, the agent and the object; else the thing and its measure."""
    object_ = body.cut(_OBJECT, phrase.start, phrase.end)
    if object_:
        at = max(phrase.start, object_.start())
        return Arguments(subject_of(body, Span(phrase.start, at)), clean(body, Span(*object_.span("object"))))
    thing = clean(body, phrase)
    if thing and body.masked.startswith("的", thing.end) and thing.end < phrase.end:
        return Arguments(earlier.subject if earlier else None, thing)  # 认为影响有限的仅有8.3%
    if thing is None or PRONOUN.fullmatch(body.masked[thing.start : thing.end]):
        return NOTHING
    if ITS_CHANGE.fullmatch(body.masked, thing.start, thing.end):
        if earlier:
            return NOTHING
        if body.masked[thing.start] in "这该此上":
            return Arguments(None, thing)  # 该比例, told of in the sentence before
    if body.masked[thing.start - 1 : thing.start] == "其":
        return Arguments(None, thing)  # 其外债总额
    return split(body, thing)


def _of_tail(body: Body, tail: Span, earlier: Arguments | None) -> Arguments:
    """百分之八十五的受访央行已经投资人民币资产: who stands after the figure, what after them."""
    if body.text[tail.start - 1] in "人户名" and body.masked[tail.start : tail.start + 1] != "的":
        return Arguments(None, trimmed(body, tail.start, tail.end))  # 有33亿人生活在…
    destined = _DESTINED.match(body.masked, tail.start, tail.end)
    if destined and earlier:
        return Arguments(None, Span(tail.start, destined.end()))
    noun = _tail_noun(body, tail)
    if noun is None:
        return Arguments(None, clean(body, tail)) if earlier and body.masked[tail.start : tail.end].strip() else NOTHING
    if earlier and is_measure(body, noun):
        return Arguments(None, noun)
    return Arguments(noun, clean(body, Span(noun.end, tail.end)) or (earlier.metric if earlier else None))


def _of_action(body: Body, phrase: Span, tail: Span, earlier: Arguments | None) -> Arguments:
    """美国对进口钢铁加征25%的关税: the agent, and the noun after the figure or else the verb with its object."""
    subject = subject_of(body, phrase)
    after = _tail_noun(body, tail)
    if subject is None and (towards := body.cut(_TOWARDS, phrase.start, phrase.end)):
        subject = trimmed(body, *towards.span("whom"))
    if after:
        return Arguments(subject, after)
    if subject and is_measure(body, subject):
        return Arguments(None, subject)
    rest = Span(_past_decision(body, subject.end if subject else phrase.start, phrase.end), phrase.end)
    return Arguments(subject, clean(body, rest) or (earlier.metric if earlier else None) or subject)


def _past_decision(body: Body, start: int, end: int) -> int:
    """决定自11月起日均减产: what was decided stands after the verb and its time."""
    decided = _DECIDED.match(body.masked, start, end)
    begin = openings(body, Span(decided.end(), end)) if decided else openings(body, Span(start, end))
    modal = _MODALS.match(body.masked, begin, end)
    return modal.end() if modal else begin


def _tail_noun(body: Body, tail: Span) -> Span | None:
    """The noun right after a figure: 关税 in 25%的关税."""
    if quoted := _QUOTED_NOUN.match(body.masked, tail.start, tail.end):
        return Span(*quoted.span("noun"))
    match = _TAIL.match(body.masked, tail.start, tail.end)
    if match is None:
        return None
    start = match.start("noun")
    stop = body.cut(_TAIL_STOP, start + 1, match.end("noun"))
    end = min(match.end("noun"), stop.start() if stop else match.end("noun"))
    last = start
    words = body.words_in(start, end + 6)
    for word, following in zip(words, [*words[1:], None], strict=False):
        nominal = word.tag[0] in "njbsalq" or word.tag in ("vn", "eng", "an") or is_nominal_verb(word)
        nominal = nominal or (last == start and word.text in ("对", "驻", "特别", "额外"))
        if last > start and word.text in ("计划", "承诺", "决定") and following and following.tag == "v":
            break  # 六成企业计划缩减投资
        nominal = nominal or (following is not None and following.text in ("率", "额", "量", "费"))
        nominal = nominal or (last == start and word.tag == "v" and body.text[start - 1] == "的")
        nominal = nominal or (last == start and word.end == tail.end and _is_given(body, tail, word))
        if word.start >= end or not nominal:
            break
        last = word.end
    return Span(start, last) if last - start >= 2 or body.text[start:last] in _PERSONS else None
