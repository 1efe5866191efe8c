"""Noun phrases: who does, who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.claims.body import Body, Span, Word
from kaoju.claims.nouns import PREPOSITIONS, is_nominal, is_nominal_verb, is_noun
from kaoju.claims.trimming import before_time, openings, trimmed

# 厚生劳动省公布的推计: whose they are stands before
_TAIL_NOUNS = re.compile(
    r"(?:公布|发布|发表|援引|引用|引述|委托|出台|主持|开展|进行|提出|给出|编制|撰写|所做|所作)?的?(?:一[项份次])?(?:最新|初步|年度)?的?"
    r"(?:问卷|民意|舆论|追踪|跟踪|精算|财政|工作|总体|联合|专题|抽样|实证|审计|中期)?"
    r"(?:调查|研究|统计|评估|报告|数据|数字|资料|估算|估计|测算|推算|推计|推估|核算|检证|观测|分析|结果|民调|预测|计算|模型|说法)+$"
)
_WHEN = re.compile("[^，。；：的]{1,6}(?:[前后]|期间|之际|以来)")
_AFTER_DEED = re.compile("[^，。；：]{4}(?:之?后|时|之际|期间)$")
# 战争爆发以来: when, not who
_SINCE = re.compile("(?:以来|以[前后]|之[前后]|期间|之际|(?<!同)时|后|方面|而言|(?:问题|领域|层面)上)$")
# 总统在任期间，: who does it is told first
_DOES_THEN = re.compile("(?![在当于自从])[^，。；：在于]{2,16}[在于][^，。；：]{2,}")
_STUDY = re.compile(r"(?:问卷|民意|舆论|专题|抽样|实证)?(?:调查|研究|统计|评估|报告|民调|分析)$")
# what a study is about, not whose it is
_ABOUT = re.compile("(?:[一两三几多]+[项份个次篇])?(?:针对|关于|有关|涉及|覆盖|面向|围绕|对(?!外|华))")
_WORK = re.compile(
    r"(?<=..)(?:最近|近日)?(?:公布|发布|发表|出版|推出|提交|编制|撰写|主编)?的?(?:题为|最新|年度)?的?《[^《》]*》(?:一[书文])?$"
)
_COUNTED = re.compile("[一两三几多有某该上述此这]+[项份个家篇次]?")
_LOCATIVE = re.compile("[中上下后前时间里内外]$|以来|方面|而言|来看|来说|之下|之后|之前|期间|过程中|基础上")
# a quotation no longer than this, its marks with it, is a term
_TERM = 10
# verbs that open a clause without its subject, whatever their tag
_OPENING_VERBS = frozenset(
    ["承诺", "计划", "规定", "决定", "拟", "表示", "目标", "打算", "要求", "准备", "提供", "预定"]
)
# 日均发送旅客: how a deed is counted
_RATES = frozenset(["日均", "月均", "年均", "周均", "季均", "人均", "户均", "实际"])
# 全部脱贫: how many of those told of before
_FLOATING = frozenset(["全部", "全体", "大部", "大部分", "绝大部分", "大多", "大多数", "多数"])
# 提高关税至5%: the noun is an object
_REACHING = frozenset(["至", "到", "为", "增至", "降至", "升至"])
_JOINED_TO = ("c", "f")
# 可以入库, 应当转型: a deed follows, whatever its tag
_BY_WHOM = frozenset(["由", "按", "按照"])
_MODALS = frozenset(["可以", "能够", "必须", "应当", "应该", "需要"])


def holder(body: Body, span: Span) -> Span | None:
    """Whose the words are before a verb of saying: 国际货币基金组织 in 国际货币基金组织2022年的报告.

    None where nobody stands there.
    """
    start = _past_adverb(body, Span(openings(body, span), span.end))
    if (work := _WORK.search(body.masked, start, span.end)) and (
        work.start() > start or not body.masked.startswith("《", start)
    ):
        whose = trimmed(body, start, work.start())
        return before_time(body, whose) if whose else None  # 韩国统计厅2020年公布的《出生统计》
    end = _before_circumstance(body, Span(start, span.end))
    if _AFTER_DEED.search(body.masked, start, end) and (who := subject_of(body, Span(start, end))):
        return who  # 总统重返白宫后
    text = body.text[start:end]
    tail = _TAIL_NOUNS.search(text)
    if tail and _ABOUT.match(text) and (study := _STUDY.search(text)):
        return Span(start + study.start(), end)  # 针对韩国民众的一份舆论调查
    if tail and _WHEN.fullmatch(text, 0, tail.start()):
        end, start = start + len(text), start + tail.start() + tail.group().startswith("的")  # 选后的民调
    elif tail and tail.start() > 1 and not _COUNTED.fullmatch(text[: tail.start()]):
        end = start + tail.start()
    elif _COUNTED.fullmatch(text) and (study := _TAIL_NOUNS.search(body.text[start : span.end])):
        return Span(start + study.start() + study.group().startswith("的"), span.end)  # 一项覆盖九个省份的研究
    elif _COUNTED.fullmatch(text):
        end = span.end  # 一位不具名的官员
    return trimmed(body, start, end)


def _past_adverb(body: Body, span: Span) -> int:
    """Where a phrase begins after an adverb of one character: 只说 is said by nobody named here."""
    first = body.word_over(span.start)
    return first.end if first and first.tag == "d" and first.end - first.start == 1 else span.start


def is_study(body: Body, span: Span) -> bool:
    """Whether a phrase is of what figures come from (某中心的数据), not of what they are said."""
    return bool(_TAIL_NOUNS.search(body.text[span.start : span.end]))


def _before_circumstance(body: Body, span: Span) -> int:
    """Where a noun phrase gives way to a time, a preposition, an adverb or a verb."""
    times = body.times_in(span.start, span.end)
    end = times[0]["start"] if times else span.end
    words = body.words_in(span.start, end)
    for index, word in enumerate(words):
        if index + 1 < len(words) and words[index + 1].tag == "uv":
            return word.start  # 坦率地
        if any(quoted.holds(word.start) for quoted in body.quoted_in(span)):
            continue  # 环保团体“碳市场观察”
        if body.is_in_name(word.start) or _joins(words, index):
            continue  # 张嘉|璈
        if index and (word.text in PREPOSITIONS or _is_adverb(words, index) or _is_predicate(words, index)):
            return word.start
    return end


def _joins(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the 与 between nouns: 能源与矿产部长."""
    after = words[index + 1 :]
    return words[index].text == "与" and bool(after) and all(is_noun(word) for word in after)


def _is_adverb(words: Sequence[Word], index: int) -> bool:
    """Whether a word is an adverb or preposition: 同时, not the 首相 (an adverb to jieba) of a person."""
    named = words[index + 1 : index + 2]
    titled = len(words[index].text) > 1 and any(word.tag.startswith("nr") for word in named)
    return (words[index].tag in ("d", "p") and not titled) or words[index].text == "同时"


def _is_predicate(words: Sequence[Word], index: int) -> bool:
    if (
        words[index].tag not in ("v", "vd", "vi", "zg")
        or words[index].text in ("组织", "委员", "驻")
        or is_nominal_verb(words[index])
        or index + 1 >= len(words)
    ):
        return False
    following, rare = words[index + 1], words[index].tag == "zg" and words[index - 1].tag.startswith("nr")
    if rare:
        return False  # 张嘉璈: the last character of a name
    return following.text != "的" and not following.tag.startswith(("n", "v"))


def subject_of(body: Body, clause: Span) -> Span | None:
    """The noun phrase that a clause begins with, after prepositional phrases; None where there is none.

    A clause that is nothing but a noun with what qualifies it (享受免税待遇的整车) is one phrase.
    """
    words = _before_being(body.words_in(openings(body, clause), clause.end))
    begin = _past_circumstances(body, words)
    if begin == len(words):
        return _noun_led_by_preposition(words)
    if _is_opening_verb(words, begin):
        return None
    end = _past_noun(body, words, begin)
    if begin < end and not _is_count(words[begin:end]):
        modal = begin and words[begin - 1].text in _MODALS
        return None if modal else trimmed(body, words[begin].start, words[end - 1].end)
    whole = clause.end if end == begin and _qualified(words, begin) else _relative(words, begin)
    return trimmed(body, words[begin].start, whole) if whole else None


def first_subject(body: Body, sentence: Span) -> Span | None:
    """The first noun phrase that a clause of a sentence begins with: 日本 in 战争爆发以来，日本少子化的速度超出预期."""
    clauses = body.clauses(sentence)
    told = (clause for clause in clauses if not _is_scene(body, clause)) if len(clauses) > 1 else clauses
    return next((found for clause in told if (found := subject_of(body, clause))), None)


def _is_scene(body: Body, clause: Span) -> bool:
    """Whether a clause tells when, or in what respect, and not of whom: 战争爆发以来, 安全方面."""
    return bool(_SINCE.search(body.masked, *clause)) and not _DOES_THEN.match(body.masked, *clause)


def _before_being(words: Sequence[Word]) -> Sequence[Word]:
    """The words before 是, or before a guess of jieba's that ends with it (这是): 甲湖 in 甲湖是乙国的湖泊."""
    ends = (i for i, word in enumerate(words) if word.text == "是" or (word.text[-1] == "是" and not word.known))
    return words[: next(ends, len(words))]


def _is_opening_verb(words: Sequence[Word], begin: int) -> bool:
    """承诺减税: a verb, unless it qualifies what follows: 承诺的援助."""
    return begin + 1 < len(words) and words[begin].text in _OPENING_VERBS and words[begin + 1].text != "的"


def _past_noun(body: Body, words: Sequence[Word], begin: int) -> int:
    """The index after the words of a noun phrase, without what is said of it: 出口 of 出口降幅最大."""
    end = begin
    while end < len(words) and (is_nominal(words, end) or body.name_at(words[end].start) or _is_term(body, words[end])):
        if end > begin and body.is_time(words[end].start):
            break
        end += 1
    while begin + 1 < end == len(words) and words[end - 1].tag in ("a", "i") and is_noun(words[end - 2]):
        end -= 1
    return end


def _is_term(body: Body, word: Word) -> bool:
    """Whether a word stands in a term in marks: 分摊 in “预算分摊”矛盾."""
    quoted = body.quoted_in(Span(word.start - _TERM, word.end))
    return any(one.holds(word.start) and one.end - one.start <= _TERM for one in quoted)


def _is_count(words: Sequence[Word]) -> bool:
    """Whether words are no more than a number or a quality: 三分之二, 较高; not so 第一期."""
    named = any(is_nominal_verb(word) or word.text[0] == "第" for word in words)
    return not named and all(word.tag in ("i", "m", "q", "f", "a", "b") for word in words)


def _noun_led_by_preposition(words: Sequence[Word]) -> Span | None:
    """以油价为基准的长期合同 before a verb: what a phrase that begins with a preposition qualifies."""
    if any(word.text in _BY_WHOM for word in words[:2]) or (words and words[-1].tag == "f"):
        return None  # 在国会的强力干预下
    for of in (index for index, word in enumerate(words) if word.text == "的"):
        end = of + 1
        while end < len(words) and is_noun(words[end]):
            end += 1
        if of + 1 < end < len(words) and words[end].tag[0] in "vd":
            start = next(word.start for word in words if word.tag[0] not in "dx")
            return Span(start, words[end - 1].end)
    return None


def _qualified(words: Sequence[Word], begin: int) -> bool:
    """Whether words are a noun with what qualifies it: the last 的 followed by nouns alone, or a deed by 者."""
    if begin < len(words) - 1 and words[-1].text == "者":
        return True
    last = max((index for index, word in enumerate(words) if word.text == "的"), default=-1)
    after = words[last + 1 :]
    return begin < last and len(after) > 0 and all(is_noun(word) for word in after)


def _relative(words: Sequence[Word], begin: int) -> int | None:
    """Where a noun ends that a deed qualifies, if a predicate follows it: 公布的定案 in 公布的定案有所软化."""
    for of in (index for index in range(begin + 1, len(words)) if words[index].text == "的"):
        end = of + 1
        while end < len(words) and (is_noun(words[end]) or words[end].tag in _JOINED_TO):
            end += 1
        if of + 1 < end < len(words) and words[end].tag[0] in "vdp" and words[end].text not in _REACHING:
            return words[end - 1].end
    return None


def _past_circumstances(body: Body, words: Sequence[Word]) -> int:
    """The index after adverbs, counts of times, and a prepositional phrase that closes with a word of place."""
    index = _past_adverbs(body, words, 0)
    while index + 1 < len(words) and words[index].tag == "m" and words[index + 1].text in ("次", "年", "天", "度"):
        index = _past_adverbs(body, words, index + 2)
    if index < len(words) and words[index].text in PREPOSITIONS:
        for later in range(index + 1, min(len(words), index + 14)):
            if _LOCATIVE.search(words[later].text) and not body.masked.startswith("的", words[later].end):
                return later + 1
        return len(words)
    return index


def _past_adverbs(body: Body, words: Sequence[Word], index: int) -> int:
    """The index of the first word from ``index`` on that is a name, or no adverb."""
    while (
        index < len(words)
        and body.name_at(words[index].start) is None
        and (
            words[index].tag in ("d", "c", "t", "x", "ad")
            or words[index].text in ("的", "连续")
            or (
                words[index].text in _RATES | _FLOATING
                and index + 1 < len(words)
                and words[index + 1].tag in ("v", "p")
            )
        )
    ):
        index += 1
    return index
