"""The words around a figure, and the noun phrase that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kaoju.claims.body import Body, Span
from kaoju.claims.kinds import is_measure, is_name
from kaoju.claims.measures import NOTHING, Arguments, among_whom, split
from kaoju.claims.nouns import is_noun
from kaoju.claims.phrases import subject_of
from kaoju.claims.tails import tail_noun
from kaoju.claims.trimming import clean
from kaoju.claims.words import lines, one_of

# what may stand before a verb: 同比, 已经, 大幅
ADVERBS = f"(?:{one_of(lines('adverbs.txt'))})*"
_ADVERBS_LAST = re.compile(f"{ADVERBS}$")
_STANCE = re.compile(
    "(?:不|未|较为|非常|很|十分)?(?:认为|相信|表示|承认|希望|主张|支持|反对|赞成|同意|愿意?|打算|准备|计划|有意|担[心忧]|满意|信任|关[心注切])(?=..)"
)
_OBJECT = re.compile(r"(?:将?把|将)(?P<object>[^，。；：]{2,30})$")
_WITHIN = re.compile(
    r"(?:在|每|(?<![^，。；：\n]))(?P<whole>[^，。；：]{2,24}?)(?<!过程)(?<!谈判)(?<!冲突)(?<!危机)(?<!实践)[之当]?(?:中|(?<![公海英])里)[，,]有?$"
)
# 这一比例: what the last claim measured
THIS_MEASURE = "(?:这一|该|此一?|上述|[前后]一)(?:比例|比重|份额|占比|数字|数值|金额|数额|规模|数量|总额|指标|差距)"
# a change by name goes on about what the last claim measured
ITS_CHANGE = re.compile(
    rf"(?:{THIS_MEASURE}|(?:其|总|平均|实际|同比)?(?:增幅|降幅|减幅|涨幅|跌幅|升幅|加幅|幅度|增速|差距|比重|占比|相差|即)?)"
)
PRONOUN = re.compile(
    r"(?:其|他们?|她们?|它们?|此|此一|此举|该|这|这一|其余|余下|其他|另外|各|最[高低大小多少]者|我们|为此|因此)"
)
# 按市场汇率仅为六成: by what, not what
_BY = frozenset(["按", "按照", "以", "就", "凭", "因", "随"])


@dataclass(frozen=True)
class Clause:
    """The words around the figure that begins at ``at``: ``head`` before it, shorn of what is no part of the phrase,
    ``tail`` after it.

    ``earlier`` is what the last claim was about, ``alike`` the measure of the last one before with the same unit.
    """

    body: Body
    head: Span
    tail: Span
    at: int
    earlier: Arguments | None
    is_ratio: bool
    alike: Span | None

    @cached_property
    def text(self) -> str:
        """The words before the figure, what is quoted hidden."""
        return self.body.masked[self.head.start : self.head.end]

    @cached_property
    def subject(self) -> Span | None:
        """The noun phrase that the words before the figure begin with."""
        return subject_of(self.body, self.head)

    @cached_property
    def noun_after(self) -> Span | None:
        """The noun right after the figure."""
        return tail_noun(self.body, self.tail)

    @property
    def told(self) -> Span | None:
        """The measure of the last claim."""
        return self.earlier.metric if self.earlier else None

    def cut(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Where a pattern parts the words before the figure, no noun and no name parted."""
        return self.body.cut(pattern, self.head.start, self.head.end)

    def before(self, match: re.Match[str]) -> Span:
        """The words before a match."""
        return Span(self.head.start, match.start())

    def before_verb(self, verb: re.Match[str]) -> Span:
        """The words before a verb and its adverbs: 贸易额 before 已经大幅|增至."""
        adverbs = _ADVERBS_LAST.search(self.body.masked, self.head.start, verb.start())
        return Span(self.head.start, adverbs.start() if adverbs else verb.start())


def whole_before(body: Body, at: int) -> Span | None:
    """对印官方发展援助 in 在对印官方发展援助中，日元贷款占九成以上."""
    whole = _WITHIN.search(body.masked, max(0, at - 40), at)
    return clean(body, Span(*whole.span("whole"))) if whole else None


def is_stance(body: Body, phrase: Span) -> bool:
    """认为影响有限者, 愿意捐款者: who think so, which is a measure by itself."""
    return bool(_STANCE.match(body.masked, phrase.start, phrase.end))


def same_of_another(clause: Clause, read: Arguments) -> Arguments:
    """三级医院为四成二, 阿曼4亿美元: after another's, somebody or something that is no measure has the same measure."""
    body, who = clause.body, read.subject
    if who is None or who != read.metric or not _is_somebody(body, who):
        return read
    alike = clause.alike if clause.noun_after is None else None
    whole = whole_before(body, clause.head.start) if clause.is_ratio else None
    told = whole or alike or clause.told
    if told is None:
        return read
    another = clause.earlier is not None and told != clause.earlier.subject
    same = whole or alike or is_name(body, who) or (clause.is_ratio and (another or is_measure(body, told)))
    return Arguments(who, told) if same else read


def _is_somebody(body: Body, phrase: Span) -> bool:
    """Whether a phrase is somebody or something, not a deed (只筹得), nor a measure by itself."""
    words = body.words_in(phrase.start, phrase.end)
    noun = bool(words) and (is_noun(words[-1]) or words[-1].text == "者")
    return noun and not is_stance(body, phrase) and not is_measure(body, phrase)


def _says_by_what(body: Body, phrase: Span) -> bool:
    first = body.word_over(phrase.start)
    return first is not None and first.text in _BY and "的" not in body.masked[phrase.start : phrase.end]


def of_phrase(body: Body, phrase: Span, earlier: Arguments | None) -> Arguments:
    """What stands before 为, 达, 增长: with 把, the agent and the object; else the thing and its measure."""
    object_ = body.cut(_OBJECT, phrase.start, phrase.end)
    if object_:
        at = max(phrase.start, object_.start())
        return Arguments(subject_of(body, Span(phrase.start, at)), clean(body, Span(*object_.span("object"))))
    thing = clean(body, phrase)
    if thing and body.masked.startswith("的", thing.end) and thing.end < phrase.end:
        if among := among_whom(body, thing):
            return among  # 成年人中拥有账户的仅占5.6%
        return Arguments(earlier.subject if earlier else None, thing)  # 主张维持现状的仅有6%
    if thing is None or PRONOUN.fullmatch(body.masked, thing.start, thing.end) or _says_by_what(body, thing):
        return NOTHING
    if ITS_CHANGE.fullmatch(body.masked, thing.start, thing.end):
        if earlier:
            return NOTHING
        if body.masked[thing.start] in "这该此上":
            return Arguments(None, thing)  # 该比例, told of in the sentence before
    if body.masked[thing.start - 1 : thing.start] == "其":
        return Arguments(None, thing)  # 其外债总额
    return split(body, thing)
