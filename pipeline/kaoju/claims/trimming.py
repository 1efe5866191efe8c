"""What stands around a phrase and is no part of it: conjunctions, times, adverbs, particles."""

from __future__ import annotations

import re

from kaoju.claims.body import Body, Span

_LEADS = re.compile(
    r"(?:其中|而且|而|但是?|然而|不过|并且?|同时|此外|另外|另(?![一外类])|其次|首先|再次|最后|[一二三四五六]是|第[一二三四五六七八九十]+[年月天周季](?!度)|第[一二三四五六]，|其[一二三四五六](?:是|，)|(?:理由|原因|前提|条件|结果|关键|问题)(?:是|在于|为)|换言之|换句话说|也就是说|例如|比如|因此|所以|于是|其后|此后|随后|后来|之后|此前|目前|当前"
    r"|如今|现在|[今明去后]年度?|[本新]年度|下一?年度|全年(?!期)|近年来?|与此同时|相比之下|从[^，]{1,4}看|在国际上|又|也(?!门)|则|更(?![新换迭高])|还(?![款债贷])|就(?![业医学读诊])|再(?![生保就制分融])|另有|有(?![关效限色机轨线])|仍|却|且|即便|即(?![时期])|虽然?|尽管|由于|因为"
    r"|若|如果|倘若|要是|假使|假如|一旦|据称|据悉|一些|甚至|不仅如此|一方面|另一方面|所谓|至于|额外|分别|到期时的?|实际(?=[只仅到交提完支发筹])|注[0-9]{1,2}\s*(?![0-9])|(?:同年|同期|当年)(?![度0-9一二三四五六七八九十])|届时|彼时|为此|拟(?=[到于在将把向对投用以])|要(?![求是么素点塞闻件职]))"
)
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
_AFTER_TIME = re.compile(r"(?:份|年?度|[末底初]|起|以?[来前后]|之[前后]|期间|[间内]|的|，|、|曾|便|就|时|\s)+")
_TRAILING = re.compile(
    r"(?:(?:十分|非常|相当|颇为|极为)[^，。的]{1,3}地|之前|早前|主要|首次|真的?|的确|确实|事后|如是|如此|私下|匿名|矢口|断然|坚决|[一再反]再|再三|有望|可望|(?<![产功性效职智节动热电核势权才技潜本机储])能够?|多达|反复|多次|屡次|当场|直接|坦率|郑重|正式|为此|因此|由此|随之|每[年月周天日季]|不得|不能|大多数?|普遍|纷纷|予以?|最初|此后|此前|随后|日前|先后|公开|明确|再次|继续|一致|一度|极力|拟|虽|须|(?<![供反相效响对适回答])应|将|可|可能|恐|(?<![这该此其的一项期定])(?:承诺|宣布|决定|计划|同意|商定)|答应|达|(?<![主需只重首摘必])要|竟|的|地|了|曾|也|已|又|还|(?<![人户])均|都|则|便|就|更|早|在|自|从|以|按|，|、|：|“|「|\s)+$"
)
# no run of adverbs is longer than this
_LONGEST = 40
# words of degree that stand between the predicate and the number
_MODIFIERS = re.compile(
    r"(?:(?:创[^，。；：]{0,6}纪录|空前|惊人|史无前例|历史最高|可观)的|大约|将近|接近|超过|不超过|至少|至多|不到|不足|不低于|不少于|不下于?|不亚于|起码|最少|高达|多达|仅仅?|只|约|近|逾|超|了|人民币|新台币|平均|每[年月日天周季]|每[^，。；：的将会须多少增减年月日天周季][^，。；：的将会须多少增减发付缴领拨收征]{0,5}"
    r"|仍|依然|依旧|最多|最少|最高|最低|首次|整整|还|也|却|则|竟|或|因此|为此|由此|最终|最初|随即|各|均|分别|一度|已|又|再|共|将|正好|足足|几乎|差不多|为每[^，。]{1,6}|合计|累计|共计|总计|一共|折合|相当于|估计为?|据称|预计|折算|[数几一二两三四五六七八九十0-9]+年[间来内里]|连续[数两三四五六七八九十0-9]+[年月季]度?)*$"
)
_COMPARED = re.compile(r"(?:(?<![同环对占相日])比(?![例重率值])|较|(?<!参)与|相较于?)[^，。；：的]{1,16}(?:相比)?$")
# 出口额却因价格上涨而增长: why, not what
_BECAUSE = re.compile("[却则也又]?(?:由于|因为|凭借|得益于|(?<![原基成起])因(?!素)|随)[^，。；：]{1,24}而$")
_WHILE = re.compile(
    "(?:在?(?:未来|过去|今后|此后|最近|近)[^，。；：的]{1,4}[年月周天][间内里]?|在[0-9数几半一二两三四五六七八九十百]+多?个?[年月周天]之?[间内里中]|在[^，。；：的在]{2,10}时)$"
)
_OF_IT = re.compile(r"其(?![余中他])的?(?=.)")
_EACH = re.compile(r"(?:平均)?(?:每[年月日天季周人艘个次](?:每?[年月日人])?的?)+")
# a clause that begins with what its subject, told before, does by saying it: 承诺今后的比例不超过15%
_DECIDES = re.compile("(?:承诺|宣布|决定|同意)(?![的书了额])(?=.{3})")
_NEEDS = re.compile("(?:为此|每[年月日]|至少|至多|最多|必须|需要|应当|须)+(?=.{2})")
# 绕行使亚欧航线的航程增加: what is made to change stands after the verb
_MADE = re.compile(
    r"(?P<maker>[^，。；：]{0,18}?)(?:使得?(?!用|馆|命)|令|让|导致|带动|促使|致使|推动|允许|准许|迫使|责令|(?:(?<![^，；\n])|一度|并)要(?=[^求是么素点塞闻件职]))(?=.{2,})"
)


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
    while (match := _LEADS.match(body.text, start, span.end)) and (
        match.group() == "拟" or not body.is_inside(match.end())
    ):
        start = match.end()
    past = _LASTING.match(body.text, start, span.end) or _CLEFT.match(body.text, start, span.end)
    return past.end() if past else _past_event(body, Span(start, span.end))


def _past_event(body: Body, span: Span) -> int:
    """Where a range begins behind what was before: 建成后该国, 禁令解除后逐年攀升; not who did it (总统上任后)."""
    end = min(span.end, span.start + _EVENT)
    words = body.words_in(span.start, end) if "后" in body.masked[span.start : end] else []
    after = next((word for word in words[1:] if word.text in _AFTER), None)
    who = words and (words[0].tag in ("ns", "nr", "nt") or any(word.tag in ("nr", "uj") for word in words))
    return after.end if after and not who and after.end < span.end - 1 else span.start


def trimmed(body: Body, start: int, end: int) -> Span | None:
    """A range without particles, adverbs and signs at its end; None where nothing is left."""
    match = body.cut(_TRAILING, max(start, end - _LONGEST), end)
    end = match.start() if match else end
    return Span(start, end) if start < end else None


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
    return _MADE.match(body.masked, span.start, span.end)


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
