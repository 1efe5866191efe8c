"""Noun phrases by the tags of their words: who does, what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.claims.body import Body, Span, Word

_LEADS = re.compile(
    r"(?:其中|而且|而|但是?|然而|不过|并且?|同时|此外|另外|其次|首先|例如|比如|因此|所以|于是|其后|此后|随后|后来|之后|此前|目前|当前"
    r"|如今|现在|近年来?|与此同时|相比之下|从构成上看|在国际上|又|也|则|更|还|就|再|有|另有|仍|却|且|即|即便|虽然?|尽管|由于|因为"
    r"|若|如果|倘若|据称|据悉|一些)+"
)
# 厚生劳动省公布的推计: whose they are stands before
_TAIL_NOUNS = re.compile(
    r"(?:公布|发布|发表|委托|出台|主持|开展|进行|提出|给出|编制|撰写|所做|所作)?的?(?:一[项份次])?(?:最新|初步|年度)?的?"
    r"(?:问卷|民意|精算|财政|总体|联合|专题|抽样|实证)?"
    r"(?:调查|研究|统计|评估|报告|数据|数字|资料|估算|测算|推计|推估|核算|检证|观测|分析|结果|民调|预测|计算|模型|说法)+$"
)
_COUNTED = re.compile("[一两三几多有某该上述此这]+[项份个家篇次]?")
_AFTER_TIME = re.compile(r"(?:年?度|[末底初]|起|以?[来前后]|之[前后]|期间|[间内]|的|，|、|曾|便|就)+")
_PREPOSITIONS = frozenset("在于就对向从因以同跟被把将自由按依随为应趁到至比较与") | {
    *(
        "对于",
        "关于",
        "根据",
        "按照",
        "随着",
        "通过",
        "为了",
        "除了",
        "自从",
        "至于",
        "针对",
        "围绕",
        "经由",
        "作为",
        "因为",
        "由于",
    ),
    *("鉴于", "早在", "截至"),
}
_TRAILING = re.compile(r"(?:大多数?|普遍|纷纷|一致|[的地了曾也已又还均都则便就早在，、：“「]|\s)+$")
_LOCATIVE = re.compile("[中上下后前时间里内外]$|以来|方面|而言|来看|来说|之下|之后|之前|期间|过程中|基础上")


def holder(body: Body, span: Span) -> Span | None:
    """Whose the words are before a verb of saying: 国际货币基金组织 in 国际货币基金组织2022年的报告.

    None where nobody stands there.
    """
    start = past_leads(body, span)
    for time in body.times_in(start, span.end):
        if time["start"] <= start + 1:
            start = time["end"]
            break
    start = past_leads(body, Span(start, span.end))
    end = _before_circumstance(body, Span(start, span.end))
    text = body.text[start:end]
    tail = _TAIL_NOUNS.search(text)
    if tail and tail.start() > 1 and not _COUNTED.fullmatch(text[: tail.start()]):
        end = start + tail.start()
    return trimmed(body, start, end)


def past_leads(body: Body, span: Span) -> int:
    """Where a range begins after white space and conjunctions: 但, 其中, 与此同时."""
    start = span.start
    while start < span.end and (body.text[start] in " ，、,：:　" or body.text[start].isspace()):
        start += 1
    match = _LEADS.match(body.text, start, span.end)
    return match.end() if match else start


def past_time(body: Body, span: Span) -> Span:
    """What follows a time: without 起, 底, 以来, 的."""
    match = _AFTER_TIME.match(body.text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _before_circumstance(body: Body, span: Span) -> int:
    """Where a noun phrase gives way to a time, a preposition, an adverb or a verb."""
    for time in body.times_in(span.start, span.end):
        span = Span(span.start, time["start"])
        break
    words = body.words_in(span.start, span.end)
    for index, word in enumerate(words):
        if index and (word.text in _PREPOSITIONS or word.tag in ("d", "p") or _is_predicate(words, index)):
            return word.start
    return span.end


def _is_predicate(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.tag not in ("v", "vd", "vi", "zg") or len(word.text) < 1:
        return False
    following = words[index + 1].text if index + 1 < len(words) else ""
    return following != "的" and index + 1 < len(words) and not words[index + 1].tag.startswith(("n", "v"))


def trimmed(body: Body, start: int, end: int) -> Span | None:
    """A range without particles, adverbs and signs at its end; None where nothing is left."""
    match = _TRAILING.search(body.text[start:end])
    end = start + match.start() if match else end
    return Span(start, end) if start < end else None


def subject_of(body: Body, clause: Span) -> Span | None:
    """The noun phrase that a clause begins with, after prepositional phrases; None where there is none."""
    start = past_leads(body, clause)
    for time in body.times_in(start, clause.end):
        if time["start"] <= start + 2:
            start = past_leads(body, past_time(body, Span(time["end"], clause.end)))
    words = body.words_in(start, clause.end)
    index = _past_circumstances(words)
    begin = index
    while index < len(words) and _is_nominal(words, index):
        index += 1
    if index == begin:
        return None
    return trimmed(body, words[begin].start, words[index - 1].end)


def _past_circumstances(words: Sequence[Word]) -> int:
    """The index after adverbs and after a prepositional phrase that closes with a word of place."""
    index = 0
    while index < len(words) and (words[index].tag in ("d", "c", "t", "x") or words[index].text in ("的", "，")):
        index += 1
    if index < len(words) and words[index].text in _PREPOSITIONS:
        for later in range(index + 1, min(len(words), index + 14)):
            if _LOCATIVE.search(words[later].text):
                return later + 1
        return len(words)
    return index


def _is_nominal(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.tag[0] in "nrjbamqsglhk" or word.tag in ("eng", "vn", "uj", "an", "i", "m", "f"):
        return True
    if word.text in ("、", "和", "与", "及", "以及", "·", "“", "”", "「", "」", "《", "》", "等", "的", "（", "）"):
        return index > 0
    return False
