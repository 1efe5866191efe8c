"""What stands after a figure: the noun that it counts, where it goes, who is counted."""

from __future__ import annotations

import re

from kaoju.claims.body import HIDDEN, Body, Span, Word
from kaoju.claims.kinds import is_measure
from kaoju.claims.measures import NOTHING, Arguments
from kaoju.claims.nouns import is_nominal_verb
from kaoju.claims.trimming import clean, trimmed

_TAIL = re.compile(r"(?:以上|以下|左右|的|之多|多|余)*+(?P<noun>[^，。；：、（(的]{1,14})")
# 46%的“对等关税”
_QUOTED_NOUN = re.compile(f"的(?P<noun>[“「]{HIDDEN}{{1,10}}[”」])")
_TAIL_STOP = re.compile(
    r"[，。；：、（）()]|[之当]?中[仅只]?有|来自|流向|用于|以|并|而|的|由|向|在|入市|与|和|转为|转化|左右|须|应|仍|被|是|不等|还要|会|将|有关"
)
# 三成的65岁以上老人
_AGED = re.compile("[0-9一二三四五六七八九十]+周?岁(?:及?以[上下])?")
_TO_FIGURE = re.compile("[对向](?:约|近|逾|价值|总值|超过)*$")
_WAYS = frozenset(["经", "由", "从", "被", "经由", "通过"])
_DESTINED = re.compile(
    r"(?:须|应|将|被|还|则)*(?:流向|用于|投向|来自|拨给|归|源于|转为|投入)(?P<where>[^，。；：]{2,20})"
)
# 其中一半来自美国: of what was told before
_COMES_FROM = re.compile("(?:以上|左右)?(?:(?:来|出|产|源|取|进口)自|位于)")
_SUFFIXES = ("率", "额", "量", "费")
_BEGINNINGS = ("对", "驻", "特别", "额外")
# a noun of one character
_PERSONS = ("人", "者")
# a level, not a measure: 降到10%的水平
LEVEL_NOUN = re.compile(
    "水平|程度|目标|底线|峰值|顶峰|顶点|高峰|谷底|低谷|关口|大关|高位|低点|低位|高点|纪录|说法|传闻|承诺|规模"
)
# 按每净吨50美元起征
_AT_A_RATE = re.compile("[按每以][^，。；：]*$")
_RATE_REACH = 20
# what amounts of money end with, and what deeds are counted by
_CURRENCIES = "元圆镑币朗尔比索林盾铢郎"
_TIMES = "次轮场届"


def _is_given(body: Body, tail: Span, word: Word) -> bool:
    """66亿美元补助, 3次会晤: a verb that alone ends a clause after an amount of money, or after a count of deeds, names
    what they are."""
    rate = _AT_A_RATE.search(body.masked, max(0, tail.start - _RATE_REACH), tail.start)
    return word.tag == "v" and len(word.text) > 1 and body.text[tail.start - 1] in _CURRENCIES + _TIMES and rate is None


def _is_only_deed(body: Body, metric: Span) -> bool:
    """批准 in 批准新增200亿美元贷款: what is done to what stands after the figure."""
    words = body.words_in(metric.start, metric.end)
    return bool(words) and all(word.tag in ("v", "d", "p") and not is_nominal_verb(word) for word in words)


def with_noun_after(body: Body, read: Arguments, tail: Span) -> Arguments:
    """增加700亿美元的投资, 裁减4000个岗位: the noun after the figure is the measure, where none stands before."""
    if read.metric is not None and read.metric != read.subject and not _is_only_deed(body, read.metric):
        return read
    noun = tail_noun(body, tail)
    if noun and not body.masked.startswith("的", tail.start) and body.masked[noun.end : tail.end].strip("，。；： \n"):
        return read
    if noun is None or LEVEL_NOUN.search(body.text[noun.start : noun.end]):
        return read
    return Arguments(read.subject, noun)


def of_tail(body: Body, tail: Span, earlier: Arguments | None) -> Arguments:
    """百分之七十的受访企业已经削减海外订单: who stands after the figure, what after them."""
    if body.text[tail.start - 1] in "人户" and body.masked[tail.start : tail.start + 1] != "的":
        return Arguments(None, trimmed(body, tail.start, tail.end))  # 有33亿人生活在…
    if earlier and _COMES_FROM.match(body.masked, *tail):
        return NOTHING
    if earlier and (where := destined(body, tail)):
        return Arguments(None, where)
    noun = tail_noun(body, tail)
    if noun is None:
        return Arguments(None, clean(body, tail)) if earlier and body.masked[tail.start : tail.end].strip() else NOTHING
    if earlier and is_measure(body, noun):
        return Arguments(None, noun)
    return Arguments(noun, clean(body, Span(noun.end, tail.end)) or (earlier.metric if earlier else None))


def destined(body: Body, tail: Span) -> Span | None:
    """用于采购 after 另拨1亿元: what a figure is for, or where it goes."""
    where = _DESTINED.match(body.masked, tail.start, tail.end)
    return Span(tail.start, where.end()) if where else None


def tail_noun(body: Body, tail: Span) -> Span | None:
    """The noun right after a figure: 关税 in 25%的关税."""
    if quoted := _QUOTED_NOUN.match(body.masked, tail.start, tail.end):
        return Span(*quoted.span("noun"))
    match = _TAIL.match(body.masked, tail.start, tail.end)
    if match is None:
        return None
    start = match.start("noun")
    first = body.word_over(start)
    if first and first.text in _WAYS:
        return None  # 三分之一经俄罗斯转运
    aged = _AGED.match(body.masked, start)
    last = aged.end() if aged else start
    stop = body.cut(_TAIL_STOP, last + 1, match.end("noun"))
    end = stop.start() if stop else match.end("noun")
    words = body.words_in(last, end + 6)
    for word, following in zip(words, [*words[1:], None], strict=False):
        belongs = _is_nominal(word, following) or (last == start and _begins_noun(body, tail, word))
        if word.start >= end or not belongs or _is_deed(word, following, is_first=last == start):
            break
        last = word.end
    if last == tail.end and len(whole := body.words_in(start, last)) > 1 and _is_towards(body, tail):
        last = whole[-1].start  # 对20亿欧元的牛肉开放市场: a noun to jieba
    return Span(start, last) if last - start >= 2 or body.text[start:last] in _PERSONS else None


def _is_towards(body: Body, tail: Span) -> bool:
    """Whether the figure before a tail is of what something is done to: 对约20亿欧元的."""
    figure = body.figures_near(tail.start)[-1:]
    return bool(figure) and _TO_FIGURE.search(body.masked, 0, figure[0]["start"]) is not None


def _is_nominal(word: Word, following: Word | None) -> bool:
    """Whether a word belongs to a noun, by its tag or by what follows it: 缴费 in 缴费|率."""
    suffixed = following is not None and following.text in _SUFFIXES
    return suffixed or word.tag[0] in "njbsalq" or word.tag in ("vn", "eng", "an") or is_nominal_verb(word)


def _begins_noun(body: Body, tail: Span, word: Word) -> bool:
    """Whether a word begins the noun whatever its tag: 对美出口, 14亿元的补助, 66亿美元补助."""
    qualified = word.tag == "v" and body.text[word.start - 1] == "的"
    return qualified or word.text in _BEGINNINGS or (word.end == tail.end and _is_given(body, tail, word))


def _is_deed(word: Word, following: Word | None, *, is_first: bool) -> bool:
    """Whether a word is what is done: 四成五遭遇过事故; 计划 in 六成企业计划缩减投资."""
    if following is None:
        return False
    plans = not is_first and word.text in ("计划", "承诺", "决定")
    return following.text in ("过", "了", "着") or (plans and following.tag == "v")
