"""Subject and metric: of whom or what a figure is said, and what it measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kaoju.claims.body import Body, Span
from kaoju.claims.phrases import past_leads, past_time, subject_of, trimmed
from kaoju.claims.ties import Tie

# words of degree that stand between the predicate and the number
_MODIFIERS = re.compile(
    r"(?:大约|将近|接近|超过|不超过|至少|至多|不到|不足|不低于|不少于|高达|仅仅?|只|约|近|逾|超|了|人民币|新台币|每[^，。；：的]{1,6}|最多|最少"
    r"|首次|整整|还|也|各|均|分别|一度|已|又|再|共|将|正好|足足|几乎|差不多|为每[^，。]{1,6})*$"
)
_ADVERBS = (
    r"(?:一共|合计|共计|总计|累计|大约|约|仅|只|已经|已|也|则|便|就|更|均|都|各|又|还|再|共|虽|曾|一度|将会|将|会|至今|仍|早已|分别|竟|几乎|正|刚刚|实际|"
    r"大幅|逐年|同比|环比|按年|进一步|年均|平均|一举|猛|骤|急|陆续|先后|须|应|勉强|再度|亦|尚须|逐步|逐期|首次|合共|反而|却|才|至多|至少|只能|恐怕|也只能|一项即|即|就已)*"
)
_SHARE = re.compile(
    rf"{_ADVERBS}(?:占到?去?|相当于|是|为|不到|超过|不足|达到?|只及|仅及|及|高出|只有|仅有|提高[到至]|增[加至]到?|升至|降至|弥补|完成|承担|贡献|不得超过)"
    r"(?P<whole>[^，。；：]{1,24})的$"
)
_CHANGED = re.compile(
    rf"{_ADVERBS}(?:提高|提升|上调|调升|调高|上升|攀升|飙升|升|增加|增长|成长|增|激增|扩大|扩张|上涨|涨|翻|下降|降低|降|下调|调降|调低|下滑|下跌|跌"
    r"|减少|减|缩减|压缩|缩短|缩|回落|萎缩|贬值|升值|缩水|扩充|止)(?:去|了|到|至|为|成|出|于)*$"
)
_COPULA = re.compile(
    rf"{_ADVERBS}(?:达到?|高达|为|是|有|占到?|超过|突破|不足|低于|高于|接近|逾|只剩|仅剩|剩|在|居|值|计|高出|多出|共有|约有|仅有|只有|拥有|维持)$"
)
_OBJECT = re.compile(r"[把将](?P<object>[^，。；：]{2,30})$")
_MEASURE = re.compile(
    r"(?:额|量|率|数|价|值|比重|份额|比例|占比|规模|支出|收入|预算|经费|费用?|成本|税|利润|缺口|需求|投资|贷款|援助|赤字|顺差|逆差|债务?|工资|薪|幅|面积|产能"
    r"|余额|上限|下限|门槛|开支|补贴|拨款|股份|运力|距离|航程|薪资|存款|订单|斜率|容量|额度|配额|规费|津贴|罚款|比|期)$"
)
# a change by name goes on about what the last claim measured
_ITS_CHANGE = re.compile(r"(?:其|总|平均|实际|同比)?(?:增幅|降幅|减幅|涨幅|跌幅|升幅|加幅|幅度|增速|差距)")
_THE_OLD = re.compile(r"(?:原来|原先|当初|此前|先前|以前|上一?年度?|去年|前一年|[上前]者|后者|上年同期|去年同期|年|月)")
_TAIL = re.compile(r"(?:以上|以下|左右|的|之多|多|余)*(?P<noun>[^，。；：、（(的]{1,14})")
_TAIL_STOP = re.compile(
    r"[，。；：、（）()]|来自|流向|用于|以|并|而|的|由|向|在|入市|与|和|转为|转化|左右|须|应|仍|被|是|不等|还要|会|将"
)
_HOLDERS = re.compile(
    r"(?:企业|受访者|受访央行|居民|民众|人口|学生|公司|国家|家庭|工人|者|人|机构|成员国|项目|地区|城市|银行|船舶)$"
)
_PRONOUN = re.compile(r"(?:其|他们?|她们?|它们?|该国|两国|双方|后者|前者|两者|三者|此|这|这一|其余|余下|其他|各)")
_OF_IT = re.compile(r"^(?:其|该国|两国|双方|后者|前者)(?=.)")
_EACH = re.compile(r"(?:每[年月日天季周人艘个次](?:每?[年月日人])?的?)+")
_SEPARATOR = re.compile(r"、|和|与|及|以及|或")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The subject and the metric of a claim, as ranges of the text."""

    subject: Span | None
    metric: Span | None


NOTHING = Arguments(None, None)


@dataclass(frozen=True, slots=True)
class Told:
    """What has been said before a claim: words up to ``end`` are used up by frames and earlier claims; ``earlier`` is
    what the last claim of the sentence was about, ``topic`` the last subject before the sentence."""

    end: int
    earlier: Arguments | None = None
    topic: Span | None = None


def arguments(body: Body, sentence: Span, tie: Tie, told: Told) -> Arguments:
    """Who or what a claim is about and what it measures; what its clause leaves out is taken from before."""
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    clause = _clause(body, sentence, first["start"])
    start = max(clause.start, told.end)
    head = Span(start, _head(body, start, first["start"], tie))
    listed = _in_turn(body, sentence, tie)
    own = _read(body, head, last["end"], clause, told.earlier)
    if listed:
        own = Arguments(listed, own.metric if start == clause.start or not told.earlier else told.earlier.metric)
    return _completed(body, sentence, clause, own, told)


def _clause(body: Body, sentence: Span, at: int) -> Span:
    return next((clause for clause in reversed(body.clauses(sentence)) if clause.start <= at), sentence)


def _head(body: Body, start: int, figure: int, tie: Tie) -> int:
    """Where the words before a figure end: at 由 for a change between two values."""
    if tie.origin is None:
        return figure
    led = max(body.masked.rfind(word, start, figure) for word in "由从自")
    return led if led >= 0 else figure


def _read(body: Body, head: Span, tail: int, clause: Span, earlier: Arguments | None) -> Arguments:
    """What the words before a figure say, and those after it where they say nothing."""
    head = _shorn(body, head)
    text = body.masked[head.start : head.end]
    share = _SHARE.search(text)
    if share:
        return _of_share(body, head, share, earlier)
    for pattern in (_CHANGED, _COPULA):
        match = pattern.search(text)
        if match:
            return _of_phrase(body, Span(head.start, head.start + match.start()), earlier)
    if not text.strip("，、 的"):
        return _of_tail(body, tail, clause, earlier)
    whole = subject_of(body, head)
    if whole and whole.end >= head.end - 1:
        return _of_phrase(body, head, earlier)
    return _of_action(body, head, tail)


def _shorn(body: Body, head: Span) -> Span:
    """Without leading conjunctions and times and without the words of degree at the end."""
    text = body.masked[head.start : head.end]
    match = _MODIFIERS.search(text)
    end = head.start + (match.start() if match else len(text))
    start = _past_openings(body, Span(head.start, end))
    return Span(min(start, end), end)


def _past_openings(body: Body, span: Span) -> int:
    start = past_leads(body, span)
    for time in body.times_in(start, span.end):
        if time["start"] <= start + 2:
            start = past_leads(body, past_time(body, Span(time["end"], span.end)))
    each = _EACH.match(body.masked, start, span.end)
    return each.end() if each else start


def _of_share(body: Body, head: Span, share: re.Match[str], earlier: Arguments | None) -> Arguments:
    """占出口总额的一半: the whole is the measure, unless what stands before names one."""
    whole = Span(head.start + share.start("whole"), head.start + share.end("whole"))
    before = Span(head.start, head.start + share.start())
    subject, metric = _split(body, before)
    if subject is None:
        old = _THE_OLD.search(share["whole"])
        return Arguments(None, None if old and earlier else whole)
    return Arguments(subject, whole if metric is None or metric == subject else metric)


def _of_phrase(body: Body, phrase: Span, earlier: Arguments | None) -> Arguments:
    """What stands before 为, 达, 增长: with 把, the agent and the object; else the thing and its measure."""
    object_ = _OBJECT.search(body.masked, phrase.start, phrase.end)
    if object_:
        thing = _clean(body, Span(*object_.span("object")))
        return Arguments(
            subject_of(body, Span(phrase.start, phrase.start + max(0, object_.start() - phrase.start))), thing
        )
    if earlier and _ITS_CHANGE.fullmatch(body.masked[phrase.start : phrase.end].strip()):
        return NOTHING
    subject, metric = _split(body, phrase)
    if subject and subject == metric and _MEASURE.search(body.text[subject.start : subject.end]):
        return Arguments(None, metric)
    return Arguments(subject, metric)


def _of_tail(body: Body, tail: int, clause: Span, earlier: Arguments | None) -> Arguments:
    """百分之八十五的受访央行已经投资人民币资产: who stands after the figure, what after them."""
    noun = _tail_noun(body, tail)
    if noun is None or noun.end > clause.end:
        return NOTHING
    rest = _clean(body, Span(noun.end, clause.end))
    return Arguments(noun, rest or (earlier.metric if earlier else None))


def _of_action(body: Body, phrase: Span, tail: int) -> Arguments:
    """美国对进口钢铁加征25%的关税: the agent, and the noun after the figure or else the verb with its object."""
    subject = subject_of(body, phrase)
    after = _tail_noun(body, tail)
    if after:
        return Arguments(subject, after)
    rest = Span(subject.end if subject else phrase.start, phrase.end)
    return Arguments(subject, _clean(body, rest) or subject)


def _tail_noun(body: Body, tail: int) -> Span | None:
    match = _TAIL.match(body.masked, tail)
    if match is None:
        return None
    start = match.start("noun")
    stop = _TAIL_STOP.search(body.masked, start + 1)
    end = min(match.end("noun"), stop.start() if stop else match.end("noun"))
    last = start
    for word in body.words_in(start, end + 6):
        nominal = word.tag[0] in "njbsalq" or word.tag in ("vn", "eng", "an") or (word.tag == "v" and last == start)
        if word.start >= end or not nominal:
            break
        last = word.end
    return Span(start, last) if last - start >= 2 else None


def _split(body: Body, phrase: Span) -> tuple[Span | None, Span | None]:
    """The thing and its measure: at the last 的, or after the names that the phrase begins with."""
    clean = _clean(body, phrase)
    if clean is None:
        return None, None
    at = body.masked.rfind("的", clean.start, clean.end)
    if clean.start < at < clean.end - 1:
        return _thing_and_measure(body, Span(clean.start, at), Span(at + 1, clean.end))
    words = body.words_in(clean.start, clean.end)
    index = 0
    while index < len(words) - 1 and words[index].tag in ("ns", "nr", "nt", "nz", "j", "nrt"):
        index += 1
    if 0 < index < len(words):
        return Span(clean.start, words[index - 1].end), Span(words[index].start, clean.end)
    over = re.match(r"(?P<who>[^对向为在]{2,})(?=[对向为在])", body.masked[clean.start : clean.end])
    if over:
        return Span(clean.start, clean.start + over.end()), Span(clean.start + over.end(), clean.end)
    return clean, clean


def _thing_and_measure(body: Body, thing: Span, measure: Span) -> tuple[Span, Span]:
    if _HOLDERS.search(body.text[measure.start : measure.end]) and not _MEASURE.search(
        body.text[thing.start : thing.end]
    ):
        return measure, thing
    inner = re.match(r"(?P<who>[^在]{2,})在(?P<where>.+)", body.masked[thing.start : thing.end])
    if inner:
        return Span(thing.start, thing.start + inner.end("who")), Span(thing.start + inner.start("where"), measure.end)
    return thing, measure


def _clean(body: Body, span: Span) -> Span | None:
    """Without times, leading conjunctions and trailing signs."""
    start = _past_openings(body, span)
    end = span.end
    for time in body.times_in(start, span.end):
        if time["end"] >= span.end - 1:
            end = time["start"]
    return trimmed(body, start, end)


def _in_turn(body: Body, sentence: Span, tie: Tie) -> Span | None:
    """南非、印尼和越南分别为A、B和C: the name that the figure's place in its list gives it."""
    figure = body.figures[tie.figures[0]]
    at = body.masked.rfind("分别", sentence.start, figure["start"])
    if at < 0:
        return None
    mates = _listed_figures(body, at, sentence.end)
    if tie.figures[0] not in mates or len(mates) < 2:
        return None
    names = _listed_names(body, Span(sentence.start, at), len(mates))
    return names[mates.index(tie.figures[0])] if names else None


def _listed_figures(body: Body, start: int, end: int) -> list[int]:
    """The figures after 分别 that nothing but 、 and 和 parts."""
    mates: list[int] = []
    for index, figure in enumerate(body.figures):
        if not start <= figure["start"] < end:
            continue
        if mates:
            between = body.masked[body.figures[mates[-1]]["end"] : figure["start"]]
            if not _SEPARATOR.match(between) or len(between) > 8:
                break
        mates.append(index)
    return mates


def _listed_names(body: Body, span: Span, count: int) -> list[Span]:
    """The last list of so many names in a range."""
    runs: list[list[Span]] = [[]]
    joined = False
    for word in body.words_in(span.start, span.end):
        if _SEPARATOR.fullmatch(word.text):
            joined = True
        elif word.tag[0] in "njrbs" or word.tag in ("vn", "eng"):
            _extend(runs, word.start, word.end, joined)
            joined = False
        else:
            runs.append([])
            joined = False
    return next((run for run in reversed(runs) if len(run) == count), [])


def _extend(runs: list[list[Span]], start: int, end: int, joined: bool) -> None:
    run = runs[-1]
    if run and not joined and run[-1].end == start:
        run[-1] = Span(run[-1].start, end)
    elif not run or joined:
        run.append(Span(start, end))
    else:
        runs.append([Span(start, end)])


def _completed(body: Body, sentence: Span, clause: Span, own: Arguments, told: Told) -> Arguments:
    """With what the clause leaves out: the subject of the clauses before it, else the last claim's, else the topic."""
    subject, metric = own.subject, own.metric
    if subject and _PRONOUN.fullmatch(body.text[subject.start : subject.end]):
        subject = None
    if subject is None:
        start = told.end if told.earlier else sentence.start
        pieces = [one for one in body.clauses(sentence) if start <= one.start and one.end <= clause.start]
        found: Sequence[Span] = [one for piece in reversed(pieces) if (one := subject_of(body, piece))]
        subject = next(iter(found), None) or (told.earlier.subject if told.earlier else None) or told.topic or metric
    if metric is None:
        metric = told.earlier.metric if told.earlier else subject
    return Arguments(subject, metric)
