"""Subject and metric: of whom or what a figure is said, and what it measures."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.annotations import Figure
from kaoju.claims.body import Body, Span
from kaoju.claims.clause import ITS_CHANGE, Clause, whole_before
from kaoju.claims.kinds import is_measure, is_name, leading_name
from kaoju.claims.listed import Place, Turn, in_turn, is_converted, past_all, place, ranked
from kaoju.claims.measures import Arguments
from kaoju.claims.nouns import last_nouns
from kaoju.claims.omitted import Told, completed
from kaoju.claims.phrases import first_subject, subject_of
from kaoju.claims.predicates import read_clause
from kaoju.claims.tails import tail_noun
from kaoju.claims.ties import Tie
from kaoju.claims.trimming import clean, shorn

_RATIOS = ("PERCENT", "MULTIPLE", "PERCENTAGE_POINT")
# 挪威（占41%）
_OPENED = re.compile("[（(](?:[占约近逾]|超过)*$")
# 平台关闭、2万名员工失业
_MEMBER = re.compile("[^，。；：、]{2,}、(?=(?:约|近|逾|超过|至少|至多|不足|不到)?$)")


def spoken_of(body: Body, sentence: Span) -> Span | None:
    """The name that a sentence begins with, which the next may go on about: 日本 in 日本少子化的速度超出预期."""
    phrase = first_subject(body, sentence)
    return phrase and leading_name(body, phrase)


def arguments(body: Body, sentence: Span, tie: Tie, told: Told) -> Arguments:
    """Who or what a claim is about and what it measures; what its clause leaves out is taken from before."""
    if told.earlier and _is_conversion(body, tie.figures[0]):
        return told.earlier
    figure = _figure(body, tie)
    clause = body.clause_at(sentence, figure["start"])
    own = read_clause(_around(body, sentence, clause, tie, told))
    if part := _part(body, tie):
        own = Arguments(own.subject, part)
    own = _before_bracket(body, sentence, tie) or own
    if told.earlier and _goes_on(body, clause, tie) and _is_told(body, own, figure["start"]):
        own = Arguments(None, own.metric, own.is_share)
    if where := place(body, sentence, tie):
        own = _in_turn(body, sentence, where, own, told)
    return _measured(body, completed(body, sentence, clause, own, told), figure["unit"], told)


def _before_bracket(body: Body, sentence: Span, tie: Tie) -> Arguments | None:
    """挪威 in 依次是挪威（41%）和伊朗（24%）: whose a figure is that stands in brackets alone."""
    first, last = body.figures[tie.figures[0]], body.figures[tie.figures[-1]]
    opened = _OPENED.search(body.text, sentence.start, first["start"])
    if opened is None or body.text[last["end"] : last["end"] + 1] not in ("）", ")"):
        return None
    nouns = last_nouns(body.words_in(sentence.start, opened.start()))
    who = Span(nouns[0].start, nouns[-1].end) if nouns else None
    if who is None or not is_name(body, who):
        return None
    thing = subject_of(body, body.clause_at(sentence, opened.start() - 1))
    return Arguments(who, thing if thing and thing.end <= who.start else None)


def _measured(body: Body, about: Arguments, unit: str, told: Told) -> Arguments:
    """日本为29.3%: a name measures nothing, so that its figure measures what one of its unit did in the sentence
    before."""
    who = about.subject if about.subject == about.metric and told.earlier is None else None
    if who is None or not is_name(body, who) or is_measure(body, who):
        return about
    alike = (said.metric for index, said in reversed(told.before) if body.figures[index]["unit"] == unit)
    return replace(about, metric=next(alike, None) or about.metric)


def _figure(body: Body, tie: Tie) -> Figure:
    """The figure around which a claim is read: the last, or the first of a change or of an amount and its part."""
    is_first = tie.origin is not None or _is_part(body, tie)
    return body.figures[tie.figures[0 if is_first else -1]]


def _around(body: Body, sentence: Span, clause: Span, tie: Tie, told: Told) -> Clause:
    """The words of a clause around a claim's figure that are said of it, and what was told before."""
    figure, tail = _figure(body, tie), _tail(body, clause, tie)
    start = _past_member(body, max(clause.start, told.end), figure["start"], tail)
    head = Span(start, _head(body, start, figure["start"], tie))
    if tie.origin is not None and clean(body, head) is None:
        # 一般会计中的社会保障关系费，由…增至…
        head = body.clause_before(sentence, clause, told.end) or head
    units = ((body.figures[index]["unit"], about.metric) for index, about in reversed(told.said))
    alike = next((metric for unit, metric in units if unit == figure["unit"]), None)
    is_ratio = figure["kind"] in _RATIOS
    return Clause(body, shorn(body, head), tail, figure["start"], told.earlier, is_ratio, alike)


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
    if noun := _noun_behind(body, sentence, where):
        return Arguments(turn.name, noun)
    first = next((about for figure, about in told.said if figure == where.first), None)
    metric = first.metric if first else _of_turn(body, sentence, where, turn, told) or _not_all(body, own.metric)
    # 军费和教育支出分别增长: each is the measure itself
    is_name = metric is None or metric.start <= turn.start < metric.end or metric == turn.names[0]
    return Arguments(turn.name, turn.name if is_name else metric)


def _not_all(body: Body, metric: Span | None) -> Span | None:
    """A measure, but not the words that stand for a list: 三者分别为."""
    return metric if metric and past_all(body, metric) < metric.end else None


def _noun_behind(body: Body, sentence: Span, where: Place) -> Span | None:
    """关税 in 对羊毛和丝绸分别征收25%和10%的关税: the measure that stands behind a list."""
    end = body.figures[where.first + where.count - 1]["end"]
    tail = Span(end, max(end, body.clause_at(sentence, end).end))
    noun = tail_noun(body, tail) if body.masked.startswith("的", end) else None
    return noun if noun and is_measure(body, noun) else None


def _whose(body: Body, sentence: Span, turn: Turn) -> Span | None:
    """Whose the measures of a list are: 日本和韩国 in 日本和韩国的出口与进口分别下降."""
    clause = body.clause_at(sentence, turn.start)
    return clean(body, Span(clause.start, turn.start)) if body.masked[turn.start - 1] == "的" else None


def _of_turn(body: Body, sentence: Span, where: Place, turn: Turn, told: Told) -> Span | None:
    """The measure of a list: the words between names and 分别, or, where they say none, what was told before."""
    clause = body.clause_at(sentence, where.at)
    said = Span(max(turn.end, clause.start), where.at)
    said = Span(past_all(body, said), said.end)
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
    """108亿美元建设费用的90%: whether a share of an amount is told."""
    last = body.figures[tie.figures[-1]]
    return tie.origin is None and len(tie.figures) > 1 and body.text[last["start"] - 1] == "的"


def _part(body: Body, tie: Tie) -> Span | None:
    """建设费用 in 108亿美元建设费用的90%: what an amount is of that a share is told of."""
    named = Span(body.figures[tie.figures[0]]["end"], body.figures[tie.figures[-1]]["start"] - 1)
    return named if _is_part(body, tie) and named.end - named.start > 1 else None


def _head(body: Body, start: int, figure: int, tie: Tie) -> int:
    """Where the words before a figure end: at 由 for a change between two values."""
    if tie.origin is None:
        return figure
    led = body.lead(start, figure)
    return led if led >= 0 else figure
