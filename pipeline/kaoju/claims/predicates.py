"""What a clause says of a figure: by its verb, or by the noun after the figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kaoju.claims.body import Body, Span
from kaoju.claims.clause import Clause, of_phrase, same_of_another, whole_before
from kaoju.claims.kinds import is_group, is_measure, is_name, is_total
from kaoju.claims.measures import WAYS, Arguments, among_whom, split
from kaoju.claims.nouns import is_nominal_verb, is_noun, last_nouns
from kaoju.claims.phrases import subject_of
from kaoju.claims.shares import (
    borne,
    by_whom,
    exceeding,
    is_scope,
    of_another,
    share,
    share_named,
    share_reached,
)
from kaoju.claims.tails import LEVEL_NOUN, destined, of_tail, tail_noun
from kaoju.claims.trimming import clean, openings, shorn, trimmed
from kaoju.claims.verbs import predicate

# 澳大利亚将为核潜艇项目花费2680亿澳元
_TO = re.compile("[为对向给在](?=[^，。；：]{2,}$)")
# 蒙内铁路耗资38亿美元: the verb is the measure
_COSTS = re.compile(
    r"(?P<verb>需要?|(?:人均|户均|平均)?(?:耗资|斥资|花费|耗费|消费)|总?造价"
    r"|减产|增产|裁员|减排|增资|注资|出资|捐款|融资|举债|亏损|盈利|盈余|获利|发电|增兵|撤军|(?<=[年月日天周均共将已])损失)$"
)
_BY = re.compile("(?:(?<![予得可加所难足借])以|凭借?)$")
# 新加坡以18%居次: by what it ranks was told before
_RANKS = re.compile("(?:位?[居列]|排|名列|领先|[拔夺摘]得|紧[随跟]|殿后|垫底|登顶|问鼎|[高稳]居)")
_OBJECT_MARK = re.compile("[把将](?:不超过|不低于|不少于|至少|至多|其余的?|另外的?|约|近)?$")
# 以2000万个标准箱的吞吐量居首
_COUNTED_NOUN = re.compile("[^，。；：的]{1,8}的(?=[^，。；：]{2,})")
_VOTES = re.compile("对[0-9一二三四五六七八九十百千]{1,5}[票席](?P<deed>[^，。；：]{2,20})")
_OF_RUMOUR = re.compile(r"(?:对于|关于|至于|针对)")
_RUMOUR = re.compile("的(?:说法|传闻|传言|消息|报道|指控|指责|猜测|质疑|主张|提议)")
_ADVERBIAL = frozenset(["每年", "每月", "每天", "每周", "可", "可以", "能", "能够", "需", "须", "需要"])
_AND = re.compile("[和与及、]$")
_THE_REST = re.compile("其余|余下|剩下|另外?|其他")
_A_WHILE = re.compile(r"(?:[一二两三四五六七八九十百0-9]+多?个?[年月日天季周]度?[来间内里中]?)")
# 南苏丹九成以上的财政收入: a part of somebody's
_PART_OF = re.compile("(?:以上|以下|左右)?的")
_DECIDED = re.compile("(?:则|却|也|一致|已|曾|共同)*(?:决定|宣布|同意|计划|承诺|商定|打算|准备|坚持|主张|拟)")
_MODALS = re.compile(
    "(?:为此|每[年月日]|至少|至多|最多|只|仅|已经?|需要|需|必须|须|应当?|可以?|能够?|将|会|再|又|也|均|都|共|累计|合计)*(?=.{2})"
)
# what figures of people end with: 14亿人, 20万户, 3亿成年人
_COUNTED_BY = "人户名民众童年女者"
_VALUED = re.compile("(?:价值|(?<!生产)总值|市值|作价)$")
_TOWARDS = re.compile(
    r"[对向](?P<whom>[^，。；：]{2,14}?)(?:每[年月日次][^，。；：]{0,10}|一律|再|分别|全面|也|将)?(?:加征|征收|课征|开征|施加|处以|罚款)"
)


def read_clause(clause: Clause) -> Arguments:
    """What the words before a figure say, and those after it where they say nothing.

    The first of ``_READINGS`` that fits is taken.
    """
    return same_of_another(clause, next(read for reading in _READINGS if (read := reading(clause)) is not None))


def _valued(clause: Clause) -> Arguments | None:
    """从美国购买了价值198亿美元的军事装备, 价值2000亿美元的中国商品."""
    valued, noun = clause.cut(_VALUED), clause.noun_after
    if valued is None or noun is None:
        return None
    buyer = subject_of(clause.body, clause.before(valued))
    return Arguments(buyer, noun) if buyer else Arguments(noun, Span(clause.before(valued).end, clause.head.end))


def _qualifying(clause: Clause) -> Arguments | None:
    """韩国承担部署系统的10亿美元费用, 所获利润的九成归美国."""
    body, end = clause.body, clause.head.end
    if not clause.text.endswith("的"):
        return None
    if clause.noun_after is None and (among := among_whom(body, Span(clause.head.start, end - 1))):
        return among  # 上诉案件中改判的不足一成
    subject = clause.subject
    if subject is None:
        return None
    metric = clause.noun_after or clean(body, Span(_past_verb(body, subject.end, end), end))
    is_whole = is_measure(body, subject) and not LEVEL_NOUN.search(body.text, subject.start, subject.end)
    return Arguments(subject, metric or (subject if is_whole else None))


def _measured_noun(clause: Clause) -> Arguments | None:
    """年进口额约30亿欧元的市场, 失业率超过5%的国家: the noun has the measure that stands before the figure."""
    body, tail = clause.body, clause.tail
    noun = clause.noun_after if body.masked.startswith("的", tail.start) else None
    if noun is None or is_measure(body, noun) or LEVEL_NOUN.search(body.text, noun.start, noun.end):
        return None
    nouns = last_nouns(body.words_in(*clause.head))
    measure = Span(nouns[0].start, clause.head.end) if nouns else None
    is_own = measure and is_measure(body, measure) and not is_total(body, measure)
    return Arguments(noun, measure) if is_own else None


def _costing(clause: Clause) -> Arguments | None:
    """蒙内铁路耗资38亿美元."""
    costs = clause.cut(_COSTS)
    if costs is None:
        return None
    before = clause.before_verb(costs)
    who = subject_of(clause.body, before) if clause.cut(_TO) else None
    if clause.told and clean(clause.body, before) is None and costs["verb"].startswith("需"):
        return Arguments(None, clause.noun_after or clause.told)  # 重建资金为530亿美元，前三年即需200亿
    return Arguments(who or clean(clause.body, before), clause.noun_after or Span(*costs.span("verb")))


def _by_way_of(clause: Clause) -> Arguments | None:
    """法国以11%的份额升至第二位, 该公司以3亿欧元收购港口的股权."""
    body, by, tail = clause.body, clause.cut(_BY), clause.tail
    if by is None:
        return None
    noun = clause.noun_after if body.masked.startswith("的", tail.start) else None
    deed = body.word_over(tail.start)
    if noun is None and _RANKS.match(body.masked, tail.start):
        noun = clause.told or clause.alike
    if noun is None and deed and deed.start == tail.start and deed.tag == "v":
        noun = trimmed(body, tail.start, tail.end)
    if noun is None and (counted := _COUNTED_NOUN.match(body.masked, tail.start, tail.end)):
        noun = tail_noun(body, Span(counted.end() - 1, tail.end))
    before = clause.before(by)
    led = body.lead(before.start, before.end)
    who = clean(body, Span(led + 1, before.end)) if led >= 0 else subject_of(body, before)
    return Arguments(who, noun) if noun else None


def _against(clause: Clause) -> Arguments | None:
    """以165票对2票通过决议: both are what is done."""
    body, tail = clause.body, clause.tail
    if votes := _VOTES.match(body.masked, tail.start):
        return Arguments(clause.subject, trimmed(body, *votes.span("deed")))
    return Arguments(None, trimmed(body, tail.start, tail.end)) if clause.earlier and clause.text == "对" else None


def _counted_object(clause: Clause) -> Arguments | None:
    """日本政府把23种设备列入清单: what is counted is the object."""
    marked = _OBJECT_MARK.search(clause.body.masked, clause.head.start, clause.at)
    noun = clause.noun_after if marked else None
    return Arguments(subject_of(clause.body, clause.before(marked)), noun) if marked and noun else None


def _as_rumoured(clause: Clause) -> Arguments | None:
    """对于韩国须支付3500亿美元的说法: what is said to be is read as the clause that it is."""
    said = _OF_RUMOUR.match(clause.body.masked, clause.head.start, clause.head.end)
    if said is None or not _RUMOUR.match(clause.body.masked, clause.tail.start):
        return None
    nothing = Span(clause.tail.start, clause.tail.start)
    return read_clause(replace(clause, head=shorn(clause.body, Span(said.end(), clause.head.end)), tail=nothing))


def _going_on(clause: Clause) -> Arguments | None:
    """覆盖三分之二的人口和四成的经济总量."""
    return Arguments(None, clause.noun_after) if clause.earlier and _AND.search(clause.text) else None


def _nothing_before(clause: Clause) -> Arguments | None:
    """百分之七十的受访企业已经削减海外订单."""
    alone = clause.text.strip("，、 的至到")
    if alone and not _A_WHILE.fullmatch(alone) and not _THE_REST.fullmatch(alone):
        return None
    body, whole = clause.body, whole_before(clause.body, clause.head.start)
    read = of_tail(body, clause.tail, clause.earlier)
    if whole and read.subject is None:
        return Arguments(whole, read.metric or clean(body, clause.tail))  # 在受访企业中，有62%表示…
    return read


def _people(clause: Clause) -> Arguments | None:
    """全球约14亿成年人没有银行账户."""
    body, tail = clause.body, clause.tail
    ratio = clause.is_ratio and not body.masked.startswith("的", tail.start) and clause.noun_after is not None
    if not (ratio or body.text[tail.start - 1] in _COUNTED_BY):
        return None
    if not (is_name(body, clause.head) or is_scope(body, clause.head)):
        return None
    said = trimmed(body, tail.start, tail.end)
    return Arguments(clean(body, clause.head), said) if said and not clause.text.endswith("的") else None


def _otherwise(clause: Clause) -> Arguments:
    """A noun phrase that the figure follows at once (总价80亿美元), or a deed."""
    body, head, tail, whole, noun = clause.body, clause.head, clause.tail, clause.subject, clause.noun_after
    if noun and is_measure(body, noun) and (is_name(body, head) or (noun.start == tail.start and whole)):
        return Arguments(head if is_name(body, head) else whole, noun)  # 该国130亿美元外债, 违者可处5万元罚款
    if whole is None and (goes := _going_by_way(body, head)):
        return Arguments(goes, goes)
    if whole and whole.end >= head.end - 1 and not is_measure(body, head) and _PART_OF.match(body.masked, tail.start):
        return Arguments(whole, noun or whole)
    if (is_measure(body, head) and not _is_deed(body, whole, head.end)) or (whole and whole.end >= head.end - 1):
        return of_phrase(body, head, clause.earlier)
    return _of_action(clause)


def _going_by_way(body: Body, head: Span) -> Span | None:
    """船舶 in 经由运河的船舶: what is counted, and told of by the way that it goes."""
    words = body.words_in(*head)
    thing = Span(words[-1].start, words[-1].end) if words else head
    by_way = len(words) > 3 and words[0].text in WAYS and words[-2].text == "的" and is_noun(words[-1])
    return thing if by_way and not is_measure(body, thing) else None


_READINGS: tuple[Callable[[Clause], Arguments | None], ...] = (
    _as_rumoured,
    _against,
    _counted_object,
    borne,
    share_reached,
    of_another,
    exceeding,
    share,
    share_named,
    _valued,
    _measured_noun,
    _qualifying,
    by_whom,
    _costing,
    _by_way_of,
    predicate,
    _going_on,
    _nothing_before,
    _people,
    _otherwise,
)


def _is_deed(body: Body, subject: Span | None, end: int) -> bool:
    """冯德莱恩提出总额8000亿欧元的计划: somebody, and a verb with its object."""
    words = body.words_in(subject.end, end) if subject else []
    if words and words[0].tag == "p":  # 向突尼斯许诺了
        return any(word.tag == "v" and body.masked.startswith("了", word.end) for word in words)
    while len(words) > 1 and (words[0].tag == "d" or words[0].text in _ADVERBIAL):
        words = words[1:]  # 每年可节约用工成本
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


def _of_action(clause: Clause) -> Arguments:
    """美国对进口钢铁加征25%的关税: the agent, and the noun after the figure or else the verb with its object."""
    body, head, subject = clause.body, clause.head, clause.subject
    if subject is None and (towards := clause.cut(_TOWARDS)):
        subject = trimmed(body, *towards.span("whom"))
    if clause.noun_after:
        return Arguments(subject, clause.noun_after)
    if subject and is_measure(body, subject):
        read = split(body, subject)
        owned = "的" in body.masked[subject.start : subject.end] or (read.subject and is_group(body, read.subject))
        return read if owned else Arguments(None, subject)  # 农民收入
    rest = Span(_past_decision(body, subject.end if subject else head.start, head.end), head.end)
    if rest.end - rest.start == 1 and (where := destined(body, clause.tail)):
        return Arguments(subject, where)  # 另拨1亿元用于采购
    return Arguments(subject, clean(body, rest) or clause.told or subject)


def _past_decision(body: Body, start: int, end: int) -> int:
    """决定自11月起日均减产: what was decided stands after the verb and its time."""
    decided = _DECIDED.match(body.masked, start, end)
    begin = openings(body, Span(decided.end(), end)) if decided else openings(body, Span(start, end))
    modal = _MODALS.match(body.masked, begin, end)
    return modal.end() if modal else begin
