"""Subject and metric: of whom or what a figure is said, and what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kaoju.claims.body import Body, Span
from kaoju.claims.clause import ITS_CHANGE, PRONOUN, Clause
from kaoju.claims.listed import Place, Turn, in_turn, is_converted, place, ranked
from kaoju.claims.measures import NOTHING, Arguments, is_measure, is_name, leading_name, split
from kaoju.claims.nouns import is_nominal_verb, is_noun
from kaoju.claims.phrases import is_study, subject_of
from kaoju.claims.predicates import read_clause
from kaoju.claims.shares import whole_before
from kaoju.claims.tails import tail_noun
from kaoju.claims.ties import Tie
from kaoju.claims.trimming import before_time, clean, making

_RATIOS = ("PERCENT", "MULTIPLE", "PERCENTAGE_POINT")
_IS_COMPARED = re.compile(r"(?:比|较|相较|同比|环比)(?![重例率值])|(?<![^，；\s])其中")
# whose measure it is, is told by another claim
_FORMER = re.compile(
    "[前后]者$|(?:这一|该|此一?|上述|[前后]一)(?:比例|比重|份额|占比|数字|数值|金额|数额|规模|数量|总额|指标|差距)$"
)
# 价值2000亿美元的中国商品
_IF = re.compile(r"\s*(?:如果|倘若|假如|假若|若|即使|只要|除非|一旦|受|随着|由于|为了?)")
_WHY = re.compile(r"\s*(?:受|随着|由于)")
# 面包价格, 战争险费率: of a thing
_PRICE = re.compile("价格?$|费率$")
# 影响约370万人: what is done to those who are counted
_TOUCHES = re.compile("(?:影响|涉及|波及|惠及|殃及|覆盖|牵涉)[了到]?")
_MEMBER = re.compile("[^，。；：、]{2,}、(?=(?:约|近|逾|超过|至少|至多|不足|不到)?$)")
_EVERYWHERE = re.compile("国际|全球|世界|全国")
_WHEN = re.compile("(?:以来|期间|之际)$")
_DURATION = re.compile(r"[0-9一二三四五六七八九十]+年$")
# 世界银行警告，将有…: what is said follows
_WARNS = re.compile("(?:警告|警示|提醒|呼吁)$")
_PLACE_FIRST = re.compile(r"\s*(?:但|而|然而)?在(?P<place>[^，。；：的上下中内里后前]{2,8})，")


@dataclass(frozen=True, slots=True)
class Told:
    """What has been said before a claim.

    Words up to ``end`` are used up by frames and earlier claims; ``earlier`` is what the last claim of the sentence was
    about, ``said`` what each was, by its figure. ``speaker`` acts by saying it (宣布, 承诺), ``sayer`` says it in the
    figure's own clause (财政部预计可以入库); ``topic`` is the first subject of the sentence before. Clauses up to
    ``judged`` name who judges the matter (估计), not what it is about.
    """

    end: int
    earlier: Arguments | None = None
    speaker: Span | None = None
    sayer: Span | None = None
    topic: Span | None = None
    judged: int = 0
    said: tuple[tuple[int, Arguments], ...] = ()


def spoken_of(body: Body, sentence: Span) -> Span | None:
    """The name that a sentence begins with, which the next may go on about: 日本 in 日本少子化的速度超出预期."""
    first = next(iter(body.clauses(sentence)), None)
    phrase = first and subject_of(body, first)
    return phrase and leading_name(body, phrase)


def arguments(body: Body, sentence: Span, tie: Tie, told: Told) -> Arguments:
    """Who or what a claim is about and what it measures; what its clause leaves out is taken from before."""
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    if told.earlier and _is_conversion(body, tie.figures[0]):
        return told.earlier
    part = Span(first["end"], last["start"] - 1) if _is_part(body, tie) else None
    figure = last if len(tie.figures) > 1 and tie.origin is None and part is None else first
    clause = body.clause_at(sentence, figure["start"])
    tail = _tail(body, clause, tie)
    start = _past_member(body, max(clause.start, told.end), figure["start"], tail)
    head = Span(start, _head(body, start, figure["start"], tie))
    if tie.origin is not None and not body.text[head.start : head.end].strip():
        head = _before(body, sentence, clause, told) or head
    units = ((body.figures[index]["unit"], about.metric) for index, about in reversed(told.said))
    alike = next((metric for unit, metric in units if unit == figure["unit"]), None)
    own = read_clause(Clause(body, head, tail, figure["start"], told.earlier, figure["kind"] in _RATIOS, alike))
    if part and part.end - part.start > 1:
        own = Arguments(own.subject, part)
    if told.earlier and _goes_on(body, clause, tie) and _is_told(body, own, figure["start"]):
        own = Arguments(None, own.metric, own.is_share)
    if where := place(body, sentence, tie):
        own = _in_turn(body, sentence, where, own, told)
    return _completed(body, sentence, clause, own, told)


def _past_member(body: Body, start: int, figure: int, tail: Span) -> int:
    """Where the words before a figure begin: after a 、 that parts it from others: 平台关闭、2万名员工失业."""
    listed = _MEMBER.search(body.masked, start, figure)
    who = tail_noun(body, tail) if listed else None
    does = who and body.masked[who.end : tail.end].strip("，。；、 ")
    return listed.end() if listed and does else start


def _in_turn(body: Body, sentence: Span, where: Place, own: Arguments, told: Told) -> Arguments:
    """What a figure of a list is about: the name in its place, or what the claim in that place was about."""
    turn = in_turn(body, sentence, where)
    before = [about for figure, about in told.said if figure < where.first]
    if turn is None:  # 出口3亿元，进口2亿元，分别增长5%和3%
        return before[where.index - where.count] if len(before) >= where.count else own
    if all(is_measure(body, name) for name in turn.names) and (whose := _whose(body, sentence, turn)):
        return Arguments(whose, turn.name)
    first = next((about for figure, about in told.said if figure == where.first), None)
    metric = first.metric if first else _of_turn(body, sentence, where, turn, told) or own.metric
    # 军费和教育支出分别增长: each is the measure itself
    is_name = metric is None or metric.start <= turn.start < metric.end or metric == turn.names[0]
    return Arguments(turn.name, turn.name if is_name else metric)


def _whose(body: Body, sentence: Span, turn: Turn) -> Span | None:
    """Whose the measures of a list are: 日本和韩国 in 日本和韩国的出口与进口分别下降."""
    clause = body.clause_at(sentence, turn.start)
    return clean(body, Span(clause.start, turn.start)) if body.masked[turn.start - 1] == "的" else None


def _of_turn(body: Body, sentence: Span, where: Place, turn: Turn, told: Told) -> Span | None:
    """The measure of a list: the words between names and 分别, or, where they say none, what was told before."""
    clause = body.clause_at(sentence, where.at)
    said = Span(max(turn.end, clause.start), where.at)
    goes_on = told.end > clause.start or ITS_CHANGE.fullmatch(body.masked, said.start, said.end)
    own = None if told.earlier and goes_on else clean(body, said)
    rank = ranked(body, sentence, turn)
    if own is None or not is_measure(body, own):
        own = (clean(body, rank) if rank else whole_before(body, turn.start)) or own
    return own or (told.earlier.metric if told.earlier else None)


def _is_told(body: Body, own: Arguments, at: int) -> bool:
    """Whether what stands between two figures of a clause is no subject of its own, as another's (比韩国的5%) or the
    next name of a list (、秘鲁火山公司持股40%) is."""
    if own.aside_of is not None or own.subject is None or own.subject.end > at:
        return False
    return not (body.masked[own.subject.start - 1] == "、" and body.is_named(own.subject.start))


def _goes_on(body: Body, clause: Span, tie: Tie) -> bool:
    """Whether another claim's figure stands before in the clause, so that what is between is no subject."""
    return tie.figures[0] > 0 and clause.holds(body.figures[tie.figures[0] - 1]["start"])


def _tail(body: Body, clause: Span, tie: Tie) -> Span:
    """The words after a figure, and after its amount in another unit, up to the next one or the end of the clause."""
    later = tie.figures[-1] + 1
    start = body.figures[later - 1]["end"]
    if later < len(body.figures) and _is_conversion(body, later):
        start = body.figures[later]["end"] + 1
        later += 1
    following = body.figures[later]["start"] if later < len(body.figures) else clause.end
    return Span(start, max(start, min(following, clause.end)))


def _is_conversion(body: Body, index: int) -> bool:
    """Whether a figure is the one before it in another unit."""
    return index > 0 and is_converted(body.text[body.figures[index - 1]["end"] : body.figures[index]["start"]])


def _is_part(body: Body, tie: Tie) -> bool:
    """108亿美元建设费用的90%: a share of an amount, which names what it is an amount of."""
    last = body.figures[tie.figures[-1]]
    return tie.origin is None and len(tie.figures) > 1 and body.text[last["start"] - 1] == "的"


def _before(body: Body, sentence: Span, clause: Span, told: Told) -> Span | None:
    """一般会计中的社会保障关系费，由…增至…: the clause before one that begins with 由."""
    pieces = [piece for piece in body.clauses(sentence) if told.end <= piece.start and piece.end <= clause.start]
    return pieces[-1] if pieces else None


def _head(body: Body, start: int, figure: int, tie: Tie) -> int:
    """Where the words before a figure end: at 由 for a change between two values."""
    if tie.origin is None:
        return figure
    led = body.lead(start, figure)
    return led if led >= 0 else figure


def _completed(body: Body, sentence: Span, clause: Span, own: Arguments, told: Told) -> Arguments:
    """With what the clause leaves out: who says it, the subject of the clauses before, the last claim's, the topic."""
    subject, metric = own.subject, own.metric
    subject = subject and before_time(body, subject)
    if subject and (PRONOUN.fullmatch(body.masked, subject.start, subject.end) or _is_deed(body, subject)):
        subject = None
    if metric and told.earlier and _FORMER.match(body.text[metric.start : metric.end]):
        metric = None
    if subject is None and told.earlier and body.cut(_IS_COMPARED, clause.start, min(clause.start + 5, clause.end)):
        subject = told.earlier.subject
    fronted = (
        _fronted(body, sentence, clause) if not told.earlier and not (metric and is_measure(body, metric)) else NOTHING
    )
    subject, metric = (fronted.subject or subject, fronted.metric) if fronted.metric else (subject, metric)
    if subject and metric and _is_kind(body, subject, metric) and (whose := _somebody(body, sentence, clause, told)):
        subject, metric = whose, Span(subject.start, metric.end)
    subject = subject or _maker(body, clause, told)
    if subject is None:
        measured = metric is not None and is_measure(body, metric)
        left_out = _left_out(body, sentence, clause, told, measured=measured)
        left_out = left_out and before_time(body, left_out)
        subject = left_out or metric
        said_since = told.earlier is None or (left_out is not None and left_out.start >= told.end)
        if left_out and own == NOTHING and said_since and is_measure(body, left_out):
            whole = split(body, left_out)  # 防卫预算连年增长，2023年达到…
            subject, metric = whole.subject or left_out, whole.metric
        elif own == NOTHING and said_since:
            metric = _ended_with(body, sentence, clause)
    if metric is None:
        metric = (told.earlier.metric if told.earlier else None) or subject
    return Arguments(subject or metric, metric, own.is_share, own.aside_of)


def _ended_with(body: Body, sentence: Span, clause: Span) -> Span | None:
    """财政盈余 in 首次实现财政盈余，达5亿元: the measure that the clause before ends with."""
    before = [piece for piece in body.clauses(sentence) if piece.end <= clause.start]
    words = body.words_in(*before[-1]) if before else []
    start = len(words)
    while start and is_noun(words[start - 1]):
        start -= 1
    measure = Span(words[start].start, words[-1].end) if start < len(words) else None
    return measure if measure and is_measure(body, measure) else None


def _is_object(body: Body, rest: Span) -> bool:
    """三十二项措施 in 提出三十二项措施: no more than a noun stands behind the verb of saying."""
    words = body.words_in(*rest)
    return bool(words) and all(word.tag[0] in "mqnabjs" for word in words)


def _is_deed(body: Body, phrase: Span) -> bool:
    """Whether a phrase is no more than what somebody does, and how: 只筹得, 不得不, 在原有."""
    first = body.word_over(phrase.start)
    if first is None or "的" in body.masked[phrase.start : phrase.end]:
        return False  # 已获批准的项目
    if _TOUCHES.fullmatch(body.masked, phrase.start, phrase.end):
        return True
    adverb = first.tag == "d" and (first.end - first.start == 1 or first.text[0] in "不未无")
    named = any(word.tag[0] in "njs" or is_nominal_verb(word) for word in body.words_in(phrase.start, phrase.end))
    return adverb or (first.tag == "p" and not named)


def _is_kind(body: Body, subject: Span, metric: Span) -> bool:
    """政策利率, 信贷资金额度: what stands before a measure says of what kind it is, not whose; not so of who does
    something (丝路基金持股), nor where 则 turns to another."""
    whole = Span(subject.start, metric.end)
    words = body.words_in(*whole)
    close = subject.end == metric.start or (subject.start == metric.start and subject.end < metric.end)
    named = not words or words[-1].tag[0] == "v" or leading_name(body, whole) is not None
    named = named or bool(_EVERYWHERE.match(body.masked, subject.start))
    return close and not named and len(words) < 4 and not _PRICE.search(body.masked, *whole)


def _somebody(body: Body, sentence: Span, clause: Span, told: Told) -> Span | None:
    """The name that the clauses before in the sentence are about."""
    before = replace(told, topic=None)
    whose = told.earlier.subject if told.earlier else _left_out(body, sentence, clause, before, measured=True)
    return leading_name(body, whose) if whose and whose.start >= sentence.start else None


def _maker(body: Body, clause: Span, told: Told) -> Span | None:
    """该法案 in 该法案将使财政赤字增加3.4万亿美元."""
    made = making(body, Span(max(clause.start, told.end), clause.end))
    return subject_of(body, Span(*made.span("maker"))) if made else None


def _can_be_subject(body: Body, phrase: Span) -> bool:
    """Not what figures come from (某中心的数据), nor who warns of them, nor how long a thing lasts (偿还期50年), nor
    when (冲突升级以来)."""
    others = (_WARNS, _DURATION, _WHEN)
    return not is_study(body, phrase) and not any(one.search(body.masked, phrase.start, phrase.end) for one in others)


def _fronted(body: Body, sentence: Span, clause: Span) -> Arguments:
    """废炉费用 in 核电站的废炉费用，该公司估计为2万亿: a measure that the sentence sets in front as its topic."""
    first = body.clauses(sentence)[0]
    phrase = clean(body, first) if first.end < clause.start else None
    whole = phrase and subject_of(body, first)
    return split(body, phrase) if phrase and whole == phrase and is_measure(body, phrase) else NOTHING


def _topic_of(body: Body, pieces: Iterable[Span], *, measured: bool, or_any: bool) -> Span | None:
    """The first subject of some clauses; for a measure the first that is no measure, or any where no other is told."""
    passed = None
    for piece in pieces:
        found = subject_of(body, piece)
        if found and _can_be_subject(body, found):
            if not (measured and is_measure(body, found)):
                return found
            passed = passed or found
    return split(body, passed).subject if passed and or_any else None


def _place_named(body: Body, piece: Span, clause: Span) -> Span | None:
    """日本 in 在日本，后一比例更高: the name that the clause right before a clause sets its place by."""
    place = _PLACE_FIRST.fullmatch(body.masked, piece.start, clause.start)
    named = Span(*place.span("place")) if place else None
    return named if named and is_name(body, named) else None


def _left_out(body: Body, sentence: Span, clause: Span, told: Told, *, measured: bool) -> Span | None:
    """The subject of the nearest clause before, from where the last claim or the frame of saying ended; for a measure
    none that is a measure itself: 还款期延长，利率降至1%."""
    pieces = [piece for piece in reversed(body.clauses(sentence)) if piece.end <= clause.start]
    whole = [piece for piece in pieces if piece.start >= told.end]
    told_of = [one for one in whole if not _IF.match(body.masked, one.start)]
    told_of += [] if told.earlier else [one for one in whole if not _WHY.match(body.masked, one.start)]
    if told.earlier or told.speaker:
        cut = next((Span(told.end, piece.end) for piece in pieces if piece.start < told.end < piece.end), None)
        told_of += [cut] if cut and not told.earlier and not _is_object(body, cut) else []
    else:
        told_of += [piece for piece in pieces if piece.end > told.judged]
    if pieces and (named := _place_named(body, pieces[0], clause)):
        return named
    if measured and (whole := whole_before(body, clause.start)):
        return whole
    if found := _topic_of(body, told_of, measured=measured, or_any=told.earlier is None):
        return found
    if told.earlier is None and (place := _PLACE_FIRST.match(body.masked, sentence.start, clause.start)):
        return Span(*place.span("place"))  # 在阿根廷，月通胀率升至25.5%
    if told.speaker and told.said and told.speaker.start > body.figures[told.said[-1][0]]["end"]:
        return told.speaker  # 甲要求减5亿元，乙要求增3亿元
    sayer = None if measured else told.sayer
    return (told.earlier.subject if told.earlier else None) or told.speaker or sayer or told.topic
