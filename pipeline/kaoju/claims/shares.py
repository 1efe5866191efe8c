"""Shares and comparisons: whose a part is, what it is a part of, what it is set against."""

from __future__ import annotations

import re

from kaoju.claims.body import Body, Span
from kaoju.claims.changes import BECOMES, CHANGE
from kaoju.claims.clause import ADVERBS, PRONOUN, Clause, is_stance, of_phrase, whole_before
from kaoju.claims.kinds import is_measure, is_name, is_of_holders
from kaoju.claims.measures import NOTHING, Arguments
from kaoju.claims.tails import tail_noun
from kaoju.claims.trimming import clean

# what somebody does with a part of a whole
_BEARS = "弥补|覆盖|满足|抵消|完成|承担|贡献"
_TAKES = "供应|生产|购买|控制|掌握|吸收|消耗"
_SHARE = re.compile(
    rf"(?P<verb>占[到了去]*|相当于|是|(?:[定设调]|确定|规定|设定)?(?<![认因以])为|不到|不及|不超过|不低于|不高于|超过|突破|不足|达到?|恢复[到至]|回升[到至]|[只仅]?剩|只及|仅及|(?<![涉普遍波惠殃顾以])及|高出|只有|仅有|{_BEARS}|(?:{_TAKES})(?![商者权力方总])[了着]?)了?"
    r"(?P<whole>[^，。；：]{1,24})的$"
)
_SHARE_NAMED = re.compile("占(?P<whole>[^，。；：的]{1,16})的?(?:比重|比例|份额)(?:[为达仅约近超]|高达)*$")
_EXCEEDS = re.compile(rf"[，、]?{ADVERBS}(?:高出|多出|超出|低于|高于|领先|落后于?)[^，。；：的]{{1,12}}")
_ACTS = re.compile(f"{_BEARS}|{_TAKES}")
# 把国防支出提高到GDP的5%: the whole stands after the verb of change
_SHARE_REACHED = re.compile(f"(?:{BECOMES})[到至](?P<whole>[^，。；：]{{1,24}})的$")
# 远低于私人债权人的35%, 比2016年的11亿美元: a figure of another or of another time, to compare with
_OTHERS = re.compile(
    r"[远大稍略明显]*(?:低于|高于|多于|少于|优于|好于|逊于|大于|小于|(?<![^，；：\s])[这此]?较|(?<![比相计])较(?![为大小高低多少])|相较于?|(?<![同环对占相])比(?![例重率值]))(?P<whose>[^，。；：的]{2,16})(?P<of>的?)$"
)
# 低于北欧国家45%的平均水平
_LEVEL_AFTER = re.compile("的(?:年?平?均)?(?:水平|比例|比率|标准|占比|增速|增长率|[增降涨跌]幅|[税利]率)")
# 疫情高峰期: a time, if none that can be told
_TIMELY = re.compile("(?:期|时|前夕?|[初末底]|以来|水平|[0-9一二三四五六七八九十]年)$")
_SET_AGAINST = re.compile("[与同和](?P<whose>[^，。；：的]{2,16})的$")
_THE_OLD = re.compile(
    r"(?:原来|原先|当初|此前|先前|以前|[上前]者|后者|其中?|上年同期|去年同期|上一?年度?|去年|前一年|前一个[^，。的]{1,8}|[数几0-9一二两三四五六七八九十]+年之?前|[战灾疫]前)?(?:水平|数量)?"
)
# 其余九成由中国进出口银行贷款解决: who bears it
_BORNE = re.compile(
    r"(?:[^，。；：由]{0,8}?(?:应|须|将|全部|主要|则|都|均|仍)*)由(?P<who>[^，。；：以按]{2,16}?)(?:[以按][^，。；：]{1,14})?(?:共同|分别|全额|平均|贷款|出资)*"
    r"(?:承担|解决|提供|贷给|借给|捐给|认购|吸纳|购买|负担|支付|出资|筹集|负责|分担|分摊|创造|贡献|完成|控制|持有|生产|供应|补贴|偿还|垫付|自筹|自负|资助|拨付|买单)"
)
_DOES = re.compile(
    rf"(?:由|(?<![^，、；：。中\n]))[^，。；：、由的]{{2,16}}?{ADVERBS}(?P<deed>控股|持股|出资|贡献|承担|负担|分担|供应|认购)了?{ADVERBS}$"
)
_INSIDE = re.compile("在(?P<whole>[^，。；：在]{2,16}?)[之当]?中$")
_FROM = re.compile("(?:[来出产源取流]自|[流投销运]往|[流投]向|欠)")
_ASPECT = re.compile("年?(?:价值|数量|规模|产能|面积|重量|人[口数]|[产金数总市销][量额值]|销售额)")
_SCOPE = re.compile("(?:全球|世界|全世界|全国|全省|全部|整体|总体|[世全][界球国])(?:总[量额数])?|总[量额数]")


def borne(clause: Clause) -> Arguments | None:
    """建设费用的90%由韩国承担."""
    borne = _BORNE.match(clause.body.masked, clause.tail.start, clause.tail.end)
    if borne is None or not clause.is_ratio:
        return None
    part = _of_it(clause.body, clause.head)
    part = part or tail_noun(clause.body, Span(clause.tail.start, borne.start("who") - 1))
    return Arguments(Span(*borne.span("who")), part or clause.told)


def share_reached(clause: Clause) -> Arguments | None:
    """把国防支出提高到国内生产总值的5%."""
    reached = clause.cut(_SHARE_REACHED) if clause.text.endswith("的") else None
    return of_phrase(clause.body, clause.before_verb(reached), clause.earlier) if reached else None


def of_another(clause: Clause) -> Arguments | None:
    """远低于私人债权人的35%, 失业率比2016年的5%高; 与2016年的5%相比."""
    body, set_against = clause.body, clause.body.masked.startswith("相比", clause.tail.start)
    other = clause.cut(_SET_AGAINST if set_against else _OTHERS)
    if other is None or not (set_against or other["of"] or _LEVEL_AFTER.match(body.masked, clause.tail.start)):
        return None
    before = clean(body, clause.before_verb(other))
    against = (of_phrase(body, before, clause.earlier) if before else clause.earlier) or NOTHING
    whose = None if _TIMELY.search(other["whose"]) else clean(body, Span(*other.span("whose")))
    bare = body.masked.startswith(("的", "相比"), clause.tail.start) or CHANGE.match(body.masked, clause.tail.start)
    own = None if bare else clause.noun_after
    return Arguments(whose or against.subject, own or against.metric, aside_of=against)


def exceeding(clause: Clause) -> Arguments | None:
    """高出男性2.4个百分点: by how much what was told exceeds another's."""
    told = clause.is_ratio and clause.earlier is not None
    by = _EXCEEDS.fullmatch(clause.body.masked, clause.head.start, clause.head.end) if told else None
    return NOTHING if by else None


def share(clause: Clause) -> Arguments | None:
    """占出口总额的一半."""
    share = clause.cut(_SHARE) if clause.is_ratio and clause.text.endswith("的") else None
    return _of_share(clause, share) if share else None


def share_named(clause: Clause) -> Arguments | None:
    """升至410亿美元，占全球比重11%: a share by name of what was told before."""
    named = clause.cut(_SHARE_NAMED) if clause.is_ratio and clause.earlier else None
    if named is None or clean(clause.body, clause.before_verb(named)) is not None:
        return None
    whole = Span(*named.span("whole"))
    return NOTHING if is_scope(clause.body, whole) else Arguments(None, whole, is_share=True)


def part_taken(clause: Clause, verb: re.Match[str]) -> Arguments | None:
    """赠款在公共资金中占三成; 贷款占七成, after another's; 在选民当中，赞成的占55%; None where no whole is told of."""
    body, earlier, before = clause.body, clause.earlier, clause.before_verb(verb)
    inside = body.cut(_INSIDE, *before)
    part = clean(body, Span(before.start, inside.start()) if inside else before)
    whole = Span(*inside.span("whole")) if inside else whole_before(body, before.start)
    if whole and part and (body.masked.startswith("的", part.end) or is_of_holders(body, part)):
        return Arguments(whole, part)
    if whole and part is None and earlier and earlier.metric and is_of_holders(body, earlier.metric):
        return Arguments(whole, None)
    if whole is None and (part is None or earlier is None or not _is_thing(body, part)):
        return None
    return Arguments(part, whole or (earlier.metric if earlier else None))


def _is_thing(body: Body, part: Span) -> bool:
    """Not those who think or do so (认为影响有限的, 愿意捐款者) nor a measure of what was told of before (价值); but
    what comes from somewhere: 来自香港的."""
    if _FROM.match(body.masked, *part):
        return True
    qualified = body.masked.startswith("的", part.end) or is_of_holders(body, part) or is_stance(body, part)
    return not qualified and _ASPECT.fullmatch(body.masked, part.start, part.end) is None


def by_whom(clause: Clause) -> Arguments | None:
    """由中远海运控股60%, 民营企业贡献了两成: a part that somebody does of what was told before."""
    does = clause.cut(_DOES) if clause.is_ratio or clause.told else None
    if does is None or not (clause.is_ratio or does["deed"] == "贡献"):
        return None  # 印尼一国贡献了900亿美元
    who = clean(clause.body, Span(clause.before(does).end + does.group().startswith("由"), does.start("deed")))
    held = does["deed"][-1] in "股资"
    told = None if held else whole_before(clause.body, clause.head.start) or clause.told
    return Arguments(who, told or Span(*does.span("deed"))) if who else None


def _of_it(body: Body, head: Span) -> Span | None:
    """建设费用的 in 建设费用的90%由韩国承担; nothing where it is what was told before (其余, 其中)."""
    thing = clean(body, head)
    if thing is None or PRONOUN.match(body.masked, thing.start, thing.end) or _is_the_old(body, thing):
        return None
    return thing


def _of_share(clause: Clause, share: re.Match[str]) -> Arguments:
    """占出口总额的一半: the whole is the measure, unless what stands before names one."""
    body, earlier, whole = clause.body, clause.earlier, Span(*share.span("whole"))
    before = clean(body, clause.before_verb(share))
    if before is None:
        compared = not share["verb"].startswith("占") and not _ACTS.match(share["verb"])
        told = compared or (earlier is not None and (_is_the_old(body, whole) or is_scope(body, whole)))
        return Arguments(None, None if told else clean(body, whole), is_share=not told)
    if _ASPECT.fullmatch(body.masked, *before):
        return Arguments(None, before)  # 年产值占国内生产总值的8%
    if earlier and _ACTS.match(share["verb"]) and _is_the_old(body, whole):
        return Arguments(before, earlier.metric)  # 财政拨款承担其中的三成
    read = of_phrase(body, before, earlier)
    if read.subject is None and read.metric and not share["verb"].startswith("占"):
        return read  # 其耕地不及全国的1%
    if is_scope(body, whole):  # 非洲的碳排放占全球的3.8%
        return read
    # 发展援助占国民收入的3.6‰: the share of one thing in another, unless the first is said to be somebody's
    of_another = share["verb"][0] == "占" and "的" not in body.masked[before.start : before.end]
    if read.metric and is_measure(body, read.metric) and not of_another:
        return read
    subject = read.subject if read.subject and read.subject.end >= before.end else before
    if earlier and _is_the_old(body, whole):
        return Arguments(subject, None)  # 入渔费占其中的一成
    return Arguments(subject, clean(body, whole) or whole, is_share=True)


def is_scope(body: Body, whole: Span) -> bool:
    """占全球的七成, 是缅甸的70倍: whose the whole is; what it is of stands before."""
    thing = clean(body, whole)
    return thing is not None and (bool(_SCOPE.fullmatch(body.masked, thing.start, thing.end)) or is_name(body, thing))


def _is_the_old(body: Body, whole: Span) -> bool:
    """约为原先的3倍, 不到2000年的一半: the thing itself at another time."""
    thing = clean(body, whole)
    return thing is None or bool(_THE_OLD.fullmatch(body.masked, thing.start, thing.end))
