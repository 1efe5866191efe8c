"""What stands around a phrase and is no part of it: conjunctions, times, adverbs, particles."""

from __future__ import annotations

import re

from kaoju.claims.body import HIDDEN, Body, Span
from kaoju.claims.words import lines, one_of

_LEADS = re.compile(f"(?:{one_of(lines('leads.txt'))})")
# 今后三年, 连续四次, 十年间
_LASTING = re.compile(
    r"(?:今后|未来|过去|近|此后|在|连续|接连|前|头|首|短短|仅仅|不到)*(?:[0-9]{1,2}(?![0-9])|[数几一二两三四五六七八九十]+)多?(?:年(?![初底末度0-9])|个月|周|天|次|轮)(?:之?[间内后]|来|里|期间)?+的?+[，、]?(?=.)"
)
# 受冲击最大的是农民: who it was stands behind
_CLEFT = re.compile("[^，。；：]{2,16}的(?:则|便|就|还)?是(?=[^，。；：]{2,})(?![^，。；：]{1,12}的$)")
# 建成后该国: when, not who
_AFTER = frozenset(["后", "之后", "以后"])
_EVENT = 10
# what leads a time in, and what is left of it after its words
_TO_TIME = re.compile(r"(?:在|于|到|至|自|从|截至|截止|早在|直到|迟至|仅在|和|，|、|\s|从|即)*")
_AFTER_TIME = re.compile(
    r"(?:份|年?度|[末底初]|起|以?[来前后]|之[前后]|期间|[间内]|一个?[年月](?=[就便即])|的|，|、|曾|便|就|时|\s)+"
)
_LAST = one_of(lines("trailing.txt"))
_TRAILING = re.compile(rf"(?:{_LAST})(?:{_LAST}|\s)*$")
# 总支出（不含人员支出）: what explains it
_EXPLAINED = re.compile(f"(?<=..)[（(]{HIDDEN}*[）)]$")
_OPENING, _CLOSING = "“「『", "”」』"
# no run of adverbs is longer than this
_LONGEST = 20
# words of degree that stand between the predicate and the number
_MODIFIERS = re.compile(f"(?:{one_of(lines('degrees.txt'))})*$")
# 比 that compares: not that of 同比 and 比例
THAN = "(?<![同环对占相日])比(?![例重率值])"
# 能源与矿产部长: 与 within a title
_TITLED = "[^，。；：的]{1,12}(?:部长?|大臣|委员会|署长?)[^，。；：的]{0,8}$"
_COMPARED = re.compile(rf"(?:{THAN}|较|(?<!参)与(?!{_TITLED})|相较于?)[^，。；：的]{{1,16}}(?:相比)?$")
# 出口额却因价格上涨而增长: why, not what
_BECAUSE = re.compile("[却则也又]?(?:由于|因为|凭借|得益于|(?<![原基成起])因(?!素)|随)[^，。；：]{1,24}而$")
_WHILE = re.compile(
    "(?:在?(?:未来|过去|今后|此后|最近|近)[^，。；：的]{1,4}[年月周天][间内里]?|在[0-9数几半一二两三四五六七八九十百]+多?个?[年月周天]之?[间内里中]|在[^，。；：的在]{2,10}时)$"
)
_OF_IT = re.compile(r"其(?![余中他])的?(?=.)")
_EACH = re.compile(r"(?:平均)?(?:每[年月日天季周人艘个次](?:每?[年月日人])?的?)+")
# a clause that begins with what its subject, told before, does by saying it: 承诺今后的比例不超过15%
_DECIDES = re.compile("(?:承诺|宣布|决定|同意)(?![的书了额])(?=.{3})|规定(?=[^，。；：]{2,16}?(?:应|须|必须|不得|可))")
_NEEDS = re.compile("(?:为此|每[年月日]|至少|至多|最多|必须|需要|应当|须)+(?=.{2})")
# 绕行使亚欧航线的航程增加: what is made to change stands after the verb
_MADE = re.compile(
    r"(?P<maker>[^，。；：]{0,18}?)(?:使得?(?!用|馆|命)|令|让|导致|带动|促使|致使|推动|允许|准许|迫使|责令|(?:(?<![^，；\n])|一度|并)要(?=[^求是么素点塞闻件职]))(?=.{2,})"
)


# 环境论坛上总统提出: where, not who
_AT_MEETING = re.compile(
    "[^，。；：的在于]{0,16}(?:(?<!社)会议?|论坛|会谈|谈判|讲话|演讲|演说|致辞)上(?![层升涨海市限述调下级])(?=..)"
)


def openings(body: Body, span: Span) -> int:
    """Where a range begins after white space, conjunctions and times: 但2018年3月，."""
    start = _past_leads(body, span)
    for time in body.times_in(start, span.end):
        if not _TO_TIME.fullmatch(body.text, start, time["start"]):
            break
        match = _AFTER_TIME.match(body.text, time["end"], span.end)
        start = _past_leads(body, Span(match.end() if match else time["end"], span.end))
    meeting = _AT_MEETING.match(body.masked, start, span.end)
    return meeting.end() if meeting and not body.is_in_name(meeting.end()) else start


def _past_leads(body: Body, span: Span) -> int:
    """Where a range begins after signs, conjunctions, and how long or since what something is so."""
    start = span.start
    while start < span.end and (body.text[start] in "，、,：:" or body.text[start].isspace()):
        start += 1
    while (match := _LEADS.match(body.text, start, span.end)) and (
        match.group() == "拟" or not body.is_inside(match.end())
    ):
        start = match.end()
    past = _LASTING.match(body.text, start, span.end) or _CLEFT.match(body.text, start, span.end)
    return past.end() if past else _past_event(body, Span(start, span.end))


def _past_event(body: Body, span: Span) -> int:
    """Where a range begins behind what was before: 建成后该国, 禁令解除后逐年攀升; not who did it (总统上任后)."""
    end = min(span.end, span.start + _EVENT)
    if "后" not in body.masked[span.start : end]:
        return span.start
    words = body.words_in(span.start, end)
    after = next((word.end for word in words[1:] if word.text in _AFTER), span.end)
    who = any(word.tag in ("nr", "uj") for word in words) or any(word.tag in ("ns", "nt") for word in words[:1])
    return after if not who and after < span.end - 1 else span.start


def trimmed(body: Body, start: int, end: int) -> Span | None:
    """A range without particles, adverbs and signs at its end; None where nothing is left."""
    match = body.cut(_TRAILING, max(start, end - _LONGEST), end)
    end = _before_adverbs(body, Span(start, match.start() if match else end))
    explained = _EXPLAINED.search(body.masked, start, end)
    return _in_marks(body, Span(start, explained.start() if explained else end)) if start < end else None


def _in_marks(body: Body, span: Span) -> Span | None:
    """A phrase with both marks of a term in it, or neither: “公平竞争” for 公平竞争”, 增 for “增."""
    start, end = span
    if body.text[end - 1] in _CLOSING and _OPENING[_CLOSING.index(body.text[end - 1])] not in body.text[start:end]:
        opened = body.text[start - 1 : start] in tuple(_OPENING)
        start, end = (start - 1, end) if opened else (start, end - 1)
        return Span(start, end) if start < end else None
    if body.text[start] in _OPENING and _CLOSING[_OPENING.index(body.text[start])] not in body.text[start:end]:
        return Span(start + 1, end) if start + 1 < end else None
    return span


def _before_adverbs(body: Body, span: Span) -> int:
    """Where a range ends before its last adverbs, as their tags tell them: 长期 of 份额长期."""
    end = span.end
    for word in reversed(body.words_in(*span)):
        if word.tag != "d" or word.end != end:
            break
        end = word.start
    return end


def past_openings(body: Body, span: Span) -> int:
    """Where a range begins after its openings, what is needed (每年至少需要) and a verb of making (使得)."""
    start = openings(body, span)
    decides = _DECIDES.match(body.masked, start, span.end)
    start = openings(body, Span(decides.end(), span.end)) if decides else start
    need = _NEEDS.match(body.masked, start, span.end)
    start = openings(body, Span(need.end(), span.end)) if need else start
    made = making(body, Span(start, span.end))
    start = openings(body, Span(made.end(), span.end)) if made else start
    each = _EACH.match(body.masked, start, span.end)
    return each.end() if each else start


def making(body: Body, span: Span) -> re.Match[str] | None:
    """A verb of making near the beginning of a range, ``maker`` before it: 该法案将使赤字增加."""
    made = _MADE.match(body.masked, span.start, span.end)
    return made if made and not body.is_inside(made.end("maker")) else None  # 出让金, 禁令


def shorn(body: Body, head: Span) -> Span:
    """Without leading conjunctions and times and without the words of degree at the end."""
    match = body.cut(_MODIFIERS, max(head.start, head.end - _LONGEST), head.end)
    end = match.start() if match else head.end
    return Span(min(past_openings(body, Span(head.start, end)), end), end)


def clean(body: Body, span: Span) -> Span | None:
    """Without times, leading conjunctions, comparisons and trailing signs."""
    start = past_openings(body, span)
    compared = body.cut(_COMPARED, start, span.end) or body.cut(_BECAUSE, start, span.end)
    end = compared.start() if compared else span.end
    for time in body.times_in(start, end):
        if time["end"] >= end - 1:
            end = time["start"] - (body.masked[time["start"] - 1] in "到至在于")
    while_ = _WHILE.search(body.masked, start, end)
    end = while_.start() if while_ and while_.start() > start else end
    end -= end > start and body.masked[end - 1] in "由从自"
    own = _OF_IT.match(body.masked, start, end)
    start = own.end() if own else start
    return trimmed(body, start + body.text.startswith("的", start), end)


def before_time(body: Body, phrase: Span) -> Span | None:
    """赞比亚 in 赞比亚2020年; nothing where no more than a verb is left (拟到2035年)."""
    inside = body.times_in(phrase.start + 1, phrase.end)
    if not inside:
        return phrase
    words = body.words_in(phrase.start, inside[0]["start"])
    named = not words or any(word.tag[0] not in "vpdcu" for word in words)
    return trimmed(body, phrase.start, inside[0]["start"]) if named else None
