"""What a clause says by a verb of change or of being: 贸易额增至8亿美元, 赠款占三成, 海军有12艘巡逻艇."""

from __future__ import annotations

import re

from kaoju.claims.body import Body, Span
from kaoju.claims.changes import BECOMES
from kaoju.claims.clause import Clause, of_phrase, whole_before
from kaoju.claims.kinds import is_measure
from kaoju.claims.measures import Arguments
from kaoju.claims.shares import part_taken
from kaoju.claims.tails import of_tail, with_noun_after
from kaoju.claims.trimming import THAN, clean, trimmed

_CHANGED = re.compile(f"(?:{BECOMES})[去掉了到至为成出于]*$")
_COPULA = re.compile(
    r"(?:达到?|高达|为|是|[占持含享具设备辖]?有|占到?|超过|突破|不足|低于|高于|接近|逾|恢复[到至]|不超过|不低于|不高于|只剩|仅剩|剩|(?:控制|维持|保持|稳定|徘徊|停留|锁定|固定|设定|限制|限定|定|冻结)[在于]|在|居|高出|多出|低|高|共有|约有|仅有|只有|拥有|维持|介于|[仅只可获]得|定为|设为|位居|创下|止步?于)其?$"
)
_WORTH = re.compile("贬值|升值|缩水|超支")
_AGAINST_MONEY = re.compile("[对兑][^的]{0,6}(?:元|镑|币|货币)")
_THAN = re.compile(THAN)
_COMPARATIVE = ("低", "高", "多", "少", "高出", "多出")
_AMONG = re.compile(r"(?<=[者员人众国业民])[之当]?[中里]$")


def predicate(clause: Clause) -> Arguments | None:
    """贸易额增至8亿美元, 贸易额为8亿美元: what stands before the verb."""
    if changed := clause.cut(_CHANGED):
        return _changing(clause, changed)
    if (is_ := clause.cut(_COPULA)) is None:
        return None
    verb = is_.group()
    if verb.endswith(("占", "占到")) and (taken := part_taken(clause, is_)):
        return taken
    if verb.endswith("有"):
        return _having(clause, is_)
    read = of_phrase(clause.body, _compared(clause, is_), clause.earlier)
    is_one = read.subject == read.metric and not (read.metric and is_measure(clause.body, read.metric))
    return with_noun_after(clause.body, read, clause.tail) if is_one else read


def _compared(clause: Clause, verb: re.Match[str]) -> Span:
    """The words before a verb, without what a thing is compared with: 该报价比韩美两国的方案低两成."""
    before = clause.before_verb(verb)
    than = clause.body.cut(_THAN, before.start, before.end) if verb.group().endswith(_COMPARATIVE) else None
    return Span(before.start, than.start()) if than else before


def _changing(clause: Clause, verb: re.Match[str]) -> Arguments:
    """贸易额增至8亿美元; 人民币对美元贬值8%: what changes, or the verb where it names the measure itself."""
    body = clause.body
    read = of_phrase(body, _compared(clause, verb), clause.earlier)
    if read.metric and _AGAINST_MONEY.fullmatch(body.masked, *read.metric):
        return Arguments(read.subject, Span(read.metric.start, verb.end()))
    if (worth := _WORTH.search(body.masked, *verb.span())) and read.subject and read.subject == read.metric:
        return Arguments(read.subject, Span(*worth.span()))
    return with_noun_after(body, read, clause.tail)


def _having(clause: Clause, verb: re.Match[str]) -> Arguments:
    """海军仅有12艘巡逻艇, 受访者中有六成认为, 将有2亿人沦为移民, 日本只有39%的人认为."""
    body, tail, before = clause.body, clause.tail, clause.before_verb(verb)
    read = of_phrase(body, before, clause.earlier)
    among = body.cut(_AMONG, before.start, before.end)
    if among and read.subject:
        return Arguments(Span(read.subject.start, among.start()), trimmed(body, tail.start, tail.end) or read.metric)
    after = of_tail(body, tail, clause.earlier)
    had = _had(body, before, read, after)
    if had and not body.masked.startswith("的", tail.start):
        return had
    read = had or read
    whole = whole_before(body, clause.head.start)  # 在受访企业中，有62%
    return Arguments(read.subject or after.subject or whole, after.metric or read.metric)


def _had(body: Body, before: Span, read: Arguments, after: Arguments) -> Arguments | None:
    """印度海军 and 航母 in 印度海军拥有2艘航母: who has is whole, what they have is the measure."""
    if read.subject is None or after.subject is None or (read.metric and is_measure(body, read.metric)):
        return None
    return Arguments(clean(body, before), after.subject)
