"""Noun phrases by the tags of their words: who does, what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.claims.body import HIDDEN, Body, Span, Word

_LEADS = re.compile(
    r"(?:其中|而且|而|但是?|然而|不过|并且?|同时|此外|另外|其次|首先|例如|比如|因此|所以|于是|其后|此后|随后|后来|之后|此前|目前|当前"
    r"|如今|现在|近年来?|与此同时|相比之下|从[^，]{1,4}看|在国际上|又|也|则|更|还|就|再|有|另有|仍|却|且|即|即便|虽然?|尽管|由于|因为"
    r"|若|如果|倘若|据称|据悉|一些|甚至|不仅如此|一方面|另一方面|所谓|至于|额外|(?:同年|同期|当年)(?![度0-9一二三四五六七八九十])|届时|彼时|为此|拟(?=[到于在将把向对投用以])|要(?![求是么素点塞闻件职]))+"
)
# 今后三年, 连续四次, 十年间
_LASTING = re.compile(
    r"(?:今后|未来|过去|近|此后|在|连续|接连)?(?:[0-9]{1,2}(?![0-9])|[数几一二两三四五六七八九十]+)多?(?:年(?![初底末度0-9])|个月|次|轮)(?:之?间|来|内|里|期间|之内)?的?[，、]?(?=.)"
)
# 厚生劳动省公布的推计: whose they are stands before
_TAIL_NOUNS = re.compile(
    r"(?:公布|发布|发表|援引|引用|引述|委托|出台|主持|开展|进行|提出|给出|编制|撰写|所做|所作)?的?(?:一[项份次])?(?:最新|初步|年度)?的?"
    r"(?:问卷|民意|舆论|精算|财政|总体|联合|专题|抽样|实证)?"
    r"(?:调查|研究|统计|评估|报告|数据|数字|资料|估算|测算|推计|推估|核算|检证|观测|分析|结果|民调|预测|计算|模型|说法)+$"
)
_STUDY = re.compile(r"(?:问卷|民意|舆论|专题|抽样|实证)?(?:调查|研究|统计|评估|报告|民调|分析)$")
# what a study is about, not whose it is
_ABOUT = re.compile("针对|关于|有关|涉及|覆盖|面向|围绕|对(?!外|华)")
_WORK = re.compile(r"(?<=..)(?:最近|近日)?(?:公布|发布|发表|出版|推出|提交|编制|撰写|主编)?的?(?:题为|最新|年度)?的?《[^《》]*》(?:一[书文])?$")
_COUNTED = re.compile("[一两三几多有某该上述此这]+[项份个家篇次]?")
# what leads a time in, and what is left of it after its words
_TO_TIME = re.compile(r"(?:在|于|到|至|自|从|截至|截止|早在|直到|迟至|仅在|和|，|、|\s|从|即)*")
_AFTER_TIME = re.compile(r"(?:年?度|[末底初]|起|以?[来前后]|之[前后]|期间|[间内]|的|，|、|曾|便|就|时|\s)+")
_PREPOSITIONS = frozenset("在于就对向从因以同跟被把将自由按依随为应趁到至比较与") | {
    *("对于", "关于", "根据", "按照", "随着", "通过", "为了", "除了", "自从", "至于", "针对", "围绕", "经由"),
    *("作为", "因为", "由于", "鉴于", "早在", "截至"),
}
_TRAILING = re.compile(
    r"(?:为此|因此|由此|随之|每[年月周天日季]|不得|不能|大多数?|普遍|纷纷|予以?|最初|此后|此前|随后|日前|先后|公开|明确|再次|继续|一致|一度|极力|拟|虽|须|(?<![供反相效响对适回答])应|将|可|可能|恐|(?<![这该此其的一项期定])(?:承诺|宣布|决定|计划|同意)|答应|达|竟|的|地|了|曾|也|已|又|还|均|都|则|便|就|更|早|在|自|从|以|按|，|、|：|“|「|\s)+$"
)
_LOCATIVE = re.compile("[中上下后前时间里内外]$|以来|方面|而言|来看|来说|之下|之后|之前|期间|过程中|基础上")
_JOINTS = frozenset("、和与及·“”「」《》（）") | {"以及", "等", "的"}
# verbs that name a thing as often as a deed
NOMINAL_VERBS = frozenset(
    (
        *(
            "适应",
            "进口",
            "出口",
            "贷款",
            "投资",
            "援助",
            "补贴",
            "消费",
            "储蓄",
            "生产",
            "销售",
            "采购",
            "供应",
            "融资",
        ),
        *(
            "发电",
            "支出",
            "收入",
            "承诺",
            "拨款",
            "合作",
            "贸易",
            "开支",
            "出生",
            "死亡",
            "缺口",
            "预算",
            "津贴",
            "保险",
        ),
        *(
            "运输",
            "航运",
            "就业",
            "失业",
            "移民",
            "接种",
            "捐赠",
            "调查",
            "研究",
            "改革",
            "谈判",
            "协议",
            "计划",
            "占比",
            "需求",
            "供应",
            "防卫",
            "维修",
            "开发",
            "训练",
            "产出",
            "损失",
        ),
    )
)
# verbs that open a clause without its subject, whatever their tag
_OPENING_VERBS = frozenset(
    ["承诺", "计划", "规定", "决定", "拟", "表示", "目标", "打算", "要求", "准备", "提供", "预定"]
)
# what ends in one of these is a noun
_SUFFIX = re.compile("[率额量费者值]$")
_LONG_QUOTE = re.compile(f"[“「]{HIDDEN}{{9,}}")
_DEMONSTRATIVES = frozenset(["这一", "该", "此", "其", "各", "某", "这", "此一", "上述", "的", "两", "三"])


def holder(body: Body, span: Span) -> Span | None:
    """Whose the words are before a verb of saying: 国际货币基金组织 in 国际货币基金组织2022年的报告.

    None where nobody stands there.
    """
    start = openings(body, span)
    if work := _WORK.search(body.masked, start, span.end):
        return trimmed(body, start, work.start())  # 韩国统计厅公布的《出生统计》
    end = _before_circumstance(body, Span(start, span.end))
    text = body.text[start:end]
    tail = _TAIL_NOUNS.search(text)
    if tail and _ABOUT.match(text) and (study := _STUDY.search(text)):
        return Span(start + study.start(), end)  # 针对韩国民众的一份舆论调查
    if tail and tail.start() > 1 and not _COUNTED.fullmatch(text[: tail.start()]):
        end = start + tail.start()
    elif _COUNTED.fullmatch(text) and (study := _TAIL_NOUNS.search(body.text[start : span.end])):
        return Span(start + study.start() + study.group().startswith("的"), span.end)  # 一项覆盖九个省份的研究
    elif _COUNTED.fullmatch(text):
        end = span.end  # 一位不具名的官员
    return trimmed(body, start, end)


def is_study(body: Body, span: Span) -> bool:
    """Whether a phrase is of what figures come from (某中心的数据), not of what they are said."""
    return bool(_TAIL_NOUNS.search(body.text[span.start : span.end]))


def openings(body: Body, span: Span) -> int:
    """Where a range begins after white space, conjunctions and times: 但2018年3月，."""
    start = _past_leads(body, span)
    for time in body.times_in(start, span.end):
        if not _TO_TIME.fullmatch(body.text, start, time["start"]):
            break
        match = _AFTER_TIME.match(body.text, time["end"], span.end)
        start = _past_leads(body, Span(match.end() if match else time["end"], span.end))
    return start


def _past_leads(body: Body, span: Span) -> int:
    start = span.start
    while start < span.end and (body.text[start] in "，、,：:" or body.text[start].isspace()):
        start += 1
    match = _LEADS.match(body.text, start, span.end)
    start = match.end() if match else start
    lasting = _LASTING.match(body.text, start, span.end)
    return lasting.end() if lasting else start


def _before_circumstance(body: Body, span: Span) -> int:
    """Where a noun phrase gives way to a time, a preposition, an adverb or a verb."""
    times = body.times_in(span.start, span.end)
    end = times[0]["start"] if times else span.end
    words = body.words_in(span.start, end)
    for index, word in enumerate(words):
        if index and (word.text in _PREPOSITIONS or word.tag in ("d", "p") or _is_predicate(words, index)):
            return word.start
    return end


def _is_predicate(words: Sequence[Word], index: int) -> bool:
    if (
        words[index].tag not in ("v", "vd", "vi", "zg")
        or words[index].text in ("组织", "委员")
        or index + 1 >= len(words)
    ):
        return False
    following = words[index + 1]
    return following.text != "的" and not following.tag.startswith(("n", "v"))


def trimmed(body: Body, start: int, end: int) -> Span | None:
    """A range without particles, adverbs and signs at its end; None where nothing is left."""
    match = _TRAILING.search(body.text[start:end])
    end = start + match.start() if match else end
    return Span(start, end) if start < end else None


def subject_of(body: Body, clause: Span) -> Span | None:
    """The noun phrase that a clause begins with, after prepositional phrases; None where there is none.

    A clause that is nothing but a noun with what qualifies it (享受免税待遇的整车) is one phrase.
    """
    start = openings(body, clause)
    words = body.words_in(start, clause.end)
    begin = end = _past_circumstances(words)
    if begin == len(words) and (noun := _noun_led_by_preposition(words)):
        return noun
    if begin < len(words) and _LONG_QUOTE.match(body.masked, words[begin].start):
        return None
    if begin + 1 < len(words) and words[begin].text in _OPENING_VERBS and words[begin + 1].text != "的":
        return None
    while end < len(words) and _is_nominal(words, end) and not (end > begin and body.is_time(words[end].start)):
        end += 1
    if end == begin:
        whole = _qualified(words, begin)
        return trimmed(body, words[begin].start, clause.end) if whole else None
    if all(word.tag in ("i", "m", "q", "f", "a") for word in words[begin:end]):
        return None
    return trimmed(body, words[begin].start, words[end - 1].end)


def _noun_led_by_preposition(words: Sequence[Word]) -> Span | None:
    """以油价为基准的长期合同 before a verb: what a phrase that begins with a preposition qualifies."""
    for of in (index for index, word in enumerate(words) if word.text == "的"):
        end = of + 1
        while end < len(words) and _is_noun(words[end]):
            end += 1
        if of + 1 < end < len(words) and words[end].tag[0] in "vd":
            start = next(word.start for word in words if word.tag[0] not in "dx")
            return Span(start, words[end - 1].end)
    return None


def _qualified(words: Sequence[Word], begin: int) -> bool:
    """Whether words are a noun with what qualifies it: the last 的 followed by nouns alone."""
    last = max((index for index, word in enumerate(words) if word.text == "的"), default=-1)
    after = words[last + 1 :]
    return begin < last and len(after) > 0 and all(_is_noun(word) for word in after)


def _is_noun(word: Word) -> bool:
    return word.tag[0] in "njs" or word.tag in ("vn", "eng", "b", "an") or is_nominal_verb(word)


def is_nominal_verb(word: Word) -> bool:
    """Whether a word is a noun whatever its tag: 预算, 缴费率."""
    return word.text in NOMINAL_VERBS or bool(_SUFFIX.search(word.text))


def _past_circumstances(words: Sequence[Word]) -> int:
    """The index after adverbs, counts of times, and a prepositional phrase that closes with a word of place."""
    index = 0
    while index < len(words) and (
        words[index].tag in ("d", "c", "t", "x", "ad") or words[index].text in ("的", "连续")
    ):
        index += 1
    if index + 1 < len(words) and words[index].tag == "m" and words[index + 1].text in ("次", "年", "天", "度"):
        return _past_circumstances(words[index + 2 :]) + index + 2
    if index < len(words) and words[index].text in _PREPOSITIONS:
        for later in range(index + 1, min(len(words), index + 14)):
            if _LOCATIVE.search(words[later].text):
                return later + 1
        return len(words)
    return index


def _is_nominal(words: Sequence[Word], index: int) -> bool:
    """Whether a word belongs to a noun phrase that began before it or begins with it."""
    word = words[index]
    if HIDDEN in word.text or word.text in _JOINTS:
        return index > 0 or word.text in ("“", "「", "《")
    if word.text in _PREPOSITIONS or word.tag in ("d", "p", "c") or word.text in ("连续", "接连", "累计"):
        return False
    if word.tag[0] in "nrjbamqsglhki" or word.tag in ("eng", "vn", "an", "f"):
        return True
    if is_nominal_verb(word) or (index + 1 < len(words) and _SUFFIX.fullmatch(words[index + 1].text)):
        return True  # 缴费|率
    return index > 0 and words[index - 1].text in _DEMONSTRATIVES
