"""What a clause leaves out: of whom or what it is, and what it measures, taken from what has been said before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kaoju.claims.body import Body, Span
from kaoju.claims.clause import PRONOUN, THIS_MEASURE, whole_before
from kaoju.claims.conditions import CONDITION
from kaoju.claims.kinds import is_group, is_measure, is_name, is_person, leading_name
from kaoju.claims.listed import ONE_OF_TWO, first_and_second
from kaoju.claims.measures import NOTHING, Arguments, split
from kaoju.claims.nouns import is_nominal_verb, last_nouns
from kaoju.claims.phrases import is_study, subject_of
from kaoju.claims.trimming import before_time, clean, making

_IS_COMPARED = re.compile(r"(?:比|较|相较|同比|环比)(?![重例率值])|(?<![^，；\s])其中")
# whose measure it is, is told by another claim
_FORMER = re.compile(f"(?:[前后]者|{THIS_MEASURE})$")
# 其出口额: of whom told before
_ITS = re.compile("其(?![余中他间])")
_IF = re.compile(rf"\s*(?:{CONDITION.pattern}|受|随着|由于|为了?|有(?!关))")
# 面包价格, 战争险费率: of a thing
_PRICE = re.compile("价格?$|费率$")
# prices that are nobody's: 油价, 电价
_GOODS = re.compile("[^，。；：]{0,2}[油电房粮米气煤铜铁运菜糖棉豆肉金银地物]价")
# 影响约370万人: what is done to those who are counted
_TOUCHES = re.compile("(?:影响|涉及|波及|惠及|殃及|覆盖|牵涉)[了到]?")
# 东岛园区的情形: how it goes with whom
_STATE = re.compile("的(?:情[形况]|处境|状况|境[遇况]|命运|日子)")
_EVERYWHERE = re.compile("国际|全球|世界|全国")
# whom a poll asked, no more told than that
_PEOPLE = frozenset(["人", "的人"])
_AND_DOES = re.compile("并|且|还|再|同时|又")
_MAKES_DO = re.compile("(?:让|允许|准许|迫使|责令|要)$")
_PLACE_FIRST = re.compile(r"\s*(?:但|而|然而)?在(?P<place>[^，。；：的上下中内里后前]{2,8})，")


@dataclass(frozen=True, slots=True)
class Told:
    """What has been said before a claim.

    Words up to ``end`` are used up by frames and earlier claims; ``earlier`` is what the last claim of the sentence was
    about, ``said`` what each was, by its figure, ``before`` what each of the sentence before was. ``speaker`` acts by
    saying it (宣布, 承诺), ``sayer`` says it in the figure's own clause (财政部预计可以入库); ``topic`` is the first
    subject of the sentence before. Clauses up to ``judged`` name who judges the matter (估计), not what it is about.
    """

    end: int
    earlier: Arguments | None = None
    speaker: Span | None = None
    sayer: Span | None = None
    topic: Span | None = None
    judged: int = 0
    said: tuple[tuple[int, Arguments], ...] = ()
    before: tuple[tuple[int, Arguments], ...] = ()


def completed(body: Body, sentence: Span, clause: Span, own: Arguments, told: Told) -> Arguments:
    """With what the clause leaves out: who says it, the subject of the clauses before, the last claim's, the topic."""
    subject, metric = _said(body, sentence, clause, own, told)
    if not told.earlier and not (metric and is_measure(body, metric)):
        fronted = _fronted(body, sentence, clause)
        subject, metric = (fronted.subject or subject, fronted.metric) if fronted.metric else (subject, metric)
    if subject and metric and _is_kind(body, subject, metric) and (whose := _somebody(body, sentence, clause, told)):
        subject, metric = whose, Span(subject.start, metric.end)
    if subject and body.text[slice(*subject)] in _PEOPLE:
        subject = _asked(body, told) or subject
    if metric and _GOODS.fullmatch(body.masked, *metric):
        subject = subject or metric
    subject = subject or _maker(body, clause, told)
    if subject is None:
        subject, metric = _from_before(body, sentence, clause, Arguments(None, metric), told)
    metric = metric or (told.earlier.metric if told.earlier else None) or subject
    return Arguments(subject or metric, metric, own.is_share, own.aside_of)


def _said(body: Body, sentence: Span, clause: Span, own: Arguments, told: Told) -> tuple[Span | None, Span | None]:
    """Subject and metric as the clause says them, with what was told for what only stands for it: 后者, 这一比例."""
    subject, metric = own.subject, own.metric
    subject = subject and before_time(body, subject)
    if subject and (one := ONE_OF_TWO.match(body.masked, *subject)):
        rest = clean(body, Span(one.end(), subject.end)) if subject.end > one.end() else None
        metric = rest if metric == subject else metric
        subject = _of_two(body, sentence, one, told) or Span(*one.span())
    if subject and _ITS.match(body.masked, *subject):
        metric = clean(body, metric or subject)
        subject = None
    if subject and (PRONOUN.fullmatch(body.masked, subject.start, subject.end) or _is_deed(body, subject)):
        subject = None
    if metric and told.earlier and _FORMER.match(body.text[metric.start : metric.end]):
        metric = told.earlier.metric
    if subject is None and told.earlier and body.cut(_IS_COMPARED, clause.start, min(clause.start + 5, clause.end)):
        subject = told.earlier.subject
    return subject, metric


def _of_two(body: Body, sentence: Span, one: re.Match[str], told: Told) -> Span | None:
    """Whom 前者 or 后者 stands for: of two told side by side, or of the last two that were measured alike."""
    claimed = {about.subject: about.metric for _, about in told.said if about.subject}
    is_both = "前者" in body.masked[sentence.start : one.end()]  # 后者 alone may be any noun
    two = first_and_second(body, one.start()) if is_both else None
    last = [who for who, metric in claimed.items() if metric == told.said[-1][1].metric][-2:]
    if len(last) > 1 and (two is None or two[1].end < last[1].end):
        two = (last[0], last[1])
    return two[0 if one["first"] else 1] if two else None


def _from_before(
    body: Body, sentence: Span, clause: Span, own: Arguments, told: Told
) -> tuple[Span | None, Span | None]:
    """The subject of the clauses before, and their measure for a clause that says no more than how much: 达5亿元."""
    metric = own.metric
    left_out = _left_out(body, sentence, clause, told, measured=metric is not None and is_measure(body, metric))
    left_out = left_out and before_time(body, left_out)
    if metric is not None:
        return left_out or metric, metric
    if left_out and is_measure(body, left_out) and (told.earlier is None or left_out.start >= told.end):
        whole = split(body, left_out)  # 防卫预算连年增长，2023年达到…
        return whole.subject or left_out, whole.metric
    return left_out, _ended_with(body, sentence, clause, told.end)


def _ended_with(body: Body, sentence: Span, clause: Span, since: int) -> Span | None:
    """财政盈余 in 首次实现财政盈余，达5亿元: the measure that the clause before ends with."""
    before = body.clause_before(sentence, clause, since)
    nouns = last_nouns(body.words_in(*before)) if before else ()
    measure = Span(nouns[0].start, nouns[-1].end) if nouns else None
    return measure if measure and is_measure(body, measure) else None


def _is_object(body: Body, rest: Span) -> bool:
    """三十二项措施 in 提出三十二项措施, “两翼计划”: no more than a noun stands behind the verb of saying."""
    words = body.words_in(*rest)
    return rest in body.quoted_in(rest) or (bool(words) and all(word.tag[0] in "mqnabjs" for word in words))


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
    named = named or is_group(body, subject) or bool(_EVERYWHERE.match(body.masked, subject.start))
    return close and not named and len(words) < 4 and not _PRICE.search(body.masked, *whole)


def _somebody(body: Body, sentence: Span, clause: Span, told: Told) -> Span | None:
    """The name that the clauses before in the sentence are about."""
    before = replace(told, topic=None)
    whose = _left_out(body, sentence, clause, before, measured=True)
    if whose is None or whose.start < sentence.start:
        return None
    if state := _STATE.search(body.masked, *whose):
        return Span(whose.start, state.start())
    return whose if is_group(body, whose) else leading_name(body, whose)


def _maker(body: Body, clause: Span, told: Told) -> Span | None:
    """该法案 in 该法案将使财政赤字增加3.4万亿美元."""
    made = making(body, Span(max(clause.start, told.end), clause.end))
    if made and body.masked.startswith("其", made.end()):
        return told.sayer
    return subject_of(body, Span(*made.span("maker"))) if made else None


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
        if found and not is_study(body, found):  # 某中心的数据: what figures come from
            if not (measured and is_measure(body, found)) and not _is_done(body, found):
                return found
            passed = passed or found
    return split(body, passed).subject if passed and or_any else None


def _is_done(body: Body, phrase: Span) -> bool:
    """放弃伦敦的研发项目: a deed, whose doer is told before."""
    words = body.words_in(*phrase)
    return len(words) > 1 and words[0].tag == "v" and not is_nominal_verb(words[0])


def _place_named(body: Body, piece: Span, clause: Span) -> Span | None:
    """日本 in 在日本，后一比例更高: the name that the clause right before a clause sets its place by."""
    place = _PLACE_FIRST.fullmatch(body.masked, piece.start, clause.start)
    named = Span(*place.span("place")) if place else None
    return named if named and is_name(body, named) else None


def _asked(body: Body, told: Told) -> Span | None:
    """英国 in 英国有三成的人赞成，有五成的人反对: of whom the last part was that a poll tells of."""
    is_part = told.said and body.figures[told.said[-1][0]]["unit"] in ("%", "pp")
    return told.earlier.subject if is_part and told.earlier else None


def made_to_do(body: Body, sentence: Span, clause: Span) -> Span | None:
    """该区 in 省政府让该区承担开支，并额外支付: who is made to do what the clause before says does this too."""
    piece = body.clause_before(sentence, clause, sentence.start) if _AND_DOES.match(body.masked, clause.start) else None
    made = making(body, piece) if piece else None
    if piece is None or made is None or not _MAKES_DO.search(body.masked, *made.span()):
        return None
    return subject_of(body, Span(made.end(), piece.end))


def _left_out(body: Body, sentence: Span, clause: Span, told: Told, *, measured: bool) -> Span | None:
    """The subject of the nearest clause before, from where the last claim or the frame of saying ended; for a measure
    none that is a measure itself: 还款期延长，利率降至1%."""
    pieces = [piece for piece in reversed(body.clauses(sentence)) if piece.end <= clause.start]
    if pieces and (named := _place_named(body, pieces[0], clause)):
        return named
    if measured and (group := whole_before(body, clause.start)):
        return group
    if doer := made_to_do(body, sentence, clause):
        return doer
    candidates = _candidates(body, pieces, told)
    if measured and subject_of(body, clause):
        candidates = _beside_conditions(body, clause, candidates)
    if found := _topic_of(body, candidates, measured=measured, or_any=told.earlier is None):
        return found
    if told.earlier is None and (place := _PLACE_FIRST.match(body.masked, sentence.start, clause.start)):
        return Span(*place.span("place"))  # 在阿根廷，月通胀率升至25.5%
    if told.speaker and told.said and told.speaker.start > body.figures[told.said[-1][0]]["end"]:
        return told.speaker  # 甲要求减5亿元，乙要求增3亿元
    return _told_before(body, told, measured=measured)


def _beside_conditions(body: Body, clause: Span, candidates: Iterable[Span]) -> list[Span]:
    """The clauses that may name whose a measure is: none that supposes something (若国会否决，失业率将升),
    and none at all where the measure is supposed itself (若通胀率回到2%)."""
    if CONDITION.match(body.masked, clause.start):
        return []
    return [one for one in candidates if not CONDITION.match(body.masked, one.start)]


def _told_before(body: Body, told: Told, *, measured: bool) -> Span | None:
    """Who the last claim was about, or who acts by saying it, or says it, or whom the sentence before began with; for
    a measure none that is a measure itself (出口增长，进口下降), nor a person of the sentence before."""
    earlier = told.earlier
    owner = earlier.subject if earlier else None
    if not measured:
        return owner or told.speaker or told.sayer or told.topic
    if earlier and owner == earlier.metric and owner and is_measure(body, owner):
        owner = None
    topic = told.topic if told.topic and not (is_measure(body, told.topic) or is_person(body, told.topic)) else None
    return owner or told.speaker or topic


def _candidates(body: Body, pieces: Sequence[Span], told: Told) -> list[Span]:
    """The clauses before, the nearest first, that may name what a clause is about; those of conditions last."""
    whole = [piece for piece in pieces if piece.start >= told.end]
    found = [one for one in whole if not _IF.match(body.masked, one.start)]
    if told.earlier:
        return found
    found += whole
    if told.speaker is None:
        return found + [piece for piece in pieces if piece.end > told.judged]
    cut = next((Span(told.end, piece.end) for piece in pieces if piece.start < told.end < piece.end), None)
    return [*found, cut] if cut and not _is_object(body, cut) else found
