"""What words rest on, said with a preposition or a noun rather than a verb of saying.

据…统计, 在…的调查中, 正如…所言, 在…看来, …的结论是：.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaoju.claims.body import HIDDEN, Body, Span
from kaoju.claims.changes import BECOMES
from kaoju.claims.kinds import is_measure
from kaoju.claims.phrases import holder, subject_of
from kaoju.claims.referring import PRONOUN
from kaoju.claims.saying import force_of
from kaoju.claims.words import one_of, table


def _called(*kinds: str) -> str:
    """A pattern of what sources of some kinds are called, the longest first.

    A ``deed`` is what somebody does to know (据…推计), a ``work`` what he makes of it, a ``record`` where figures are
    kept, a ``paper`` what he writes to somebody, a ``view`` what he holds (按…的说法), an ``opinion`` what he says
    after it (…的结论是：).
    """
    words = [row["word"] for row in table("sources.tsv") if set(kinds) & set(row["kinds"].split())]
    return one_of(sorted(words, key=len, reverse=True))


_WHO = "(?P<who>[^，。；：]{1,30}?)"
_WHOSE = (
    "(?:提交|递交|出具|公布|发布|发表|提供)?的?(?:一[项份次封篇])?"
    "(?:官方|初步|最新|不完全|公开|此前|综合|有关|相关|内部|同一|年度|季度|半年度|中期|年终)?的?"
)
# where a clause begins
_OPENS = r"(?<![^，。；：！？”」）\s但而另又再若仅且])"
_SHOWS = "(?:显示|表明|指出|称|认为)?(?:的?(?:数据|结果|报告|资料|记录))?(?:来?[看说])?"
_TITLE = f"《{HIDDEN}+.》"
_TOLD = _called("deed", "view", "paper")
_WRITTEN = _called("work", "paper")
# 据…统计, 根据…的数据, 据…《年度报告》
_ACCORDING = re.compile(
    f"(?P<by>据|根据|按照|依据|援引|引述|引用){_WHO}{_WHOSE}"
    f"(?P<how>{_TITLE}|{_called('deed', 'work', 'record', 'paper', 'view')}){_SHOWS}"
    f"(?=[，,：、]|显示|表明|$|{BECOMES}|[共约已仅为达近逾]|超过|高达)"
)
# 依…推计, 照…的说法: 按人头, 照章 are no source
_BY = re.compile(f"{_OPENS}(?P<by>按|依|照){_WHO}{_WHOSE}(?P<how>{_TOLD}){_SHOWS}(?=[，,：])")
_IN_WORDS_OF = re.compile(r"[用借](?P<who>[^，。；：]{1,20})的(?P<how>话|说法)(?:来)?[说讲]")
_IN_EYES_OF = re.compile(r"[在依据照就](?P<who>[^，。；：]{1,20}?)(?P<how>看来|眼[里中]|的?心目中)")
# 从国家审计局抽查的结果看，
_SEEN_FROM = re.compile(f"{_OPENS}从{_WHO}{_WHOSE}(?P<how>结果|{_called('deed', 'work', 'record')})来?看(?=，)")
_AS_SAID_BY = re.compile(
    f"(?:正|诚|一|恰)?如{_WHO}所(?P<how>[言说述云见示料称指记载]|[^，。；：的所]{{2}})(?:的)?(?:那样|一样)?(?=，)"
)
# 在…的民意测验中，
_IN_WORK = re.compile(
    f"{_OPENS}在{_WHO}{_WHOSE}(?P<how>{_TITLE}|{_WRITTEN}|(?:问卷|抽样|舆论|民意|年度|季度|月度|专项|电话|入户|网络|网上|追踪|跟踪)调查|民调)(?:报告|结果)?(?:之?[中里内]|上)(?=，)"
)
# 商会委托大学所做的问卷里，: the study is told of without 在
_IN_STUDY_BY = re.compile(
    f"{_OPENS}{_WHO}(?:委托[^，。；：]{{2,14}}?)?(?:所[做作]|[进举]行|开展|合作|联合|发起|实施|主持|公布|发布|组织)的?(?:一[项份次])?"
    f"(?P<how>(?:问卷|抽样|舆论|民意|专项|电话|入户|网络|网上|追踪|跟踪)?调查|民调|{_WRITTEN})(?:报告|结果)?(?:之?[中里内]|上)(?=，)"
)
# 转述过一位高官的话：
_RETOLD = re.compile(
    "(?:转述|复述|转引|援引|引述|引用)[了过]?(?P<who>[^，。；：]{2,20}?)的(?P<how>原?话|说法|观点|看法|见解|判断)(?=[，：])"
)
# 与议员所说的3亿元相差甚远, 比外界猜测的少: of the figure behind it alone
_WORDED = re.compile(
    "(?:(?<=[，；：])|(?<=[与和同比较跟于足过到及]))(?P<who>[^，。；：与和同比较跟于的由从]{2,14}?)(?:此前|先前|当初|最初|早先|原先|一度|曾经?)*"
    "(?P<how>所(?:说|称|言|讲|指|述|估|估计|声称|宣称)|声称|宣称|夸口|吹嘘|猜测|传说|盛传|风传|估计|估算|推算|预测|要求|主张|索要)的"
)
# 央行在通胀报告中把…的预测上调
_IN_OWN_WORK = re.compile(
    f"{_OPENS}{_WHO}(?:也|还|又|则|却|曾)?在[^，。；：]{{0,16}}?(?P<how>{_WRITTEN})[中里内](?=[把将])"
)
# …的结论更为悲观：, …的判断是
_OF_OPINION = f"的(?P<how>{_called('opinion')})"
_OPINION = re.compile(
    f"{_WHO}(?:[得作做给提]出)?{_OF_OPINION}"
    "(?:[^，。；：]{0,14}(?=：)|(?:则|也|却|只)?(?:是|为|乃)(?=[：，“]|[^，。；：]{4}))"
)
# 统计局公布的涨幅到达, 民间团体给出的数字则是
_BY_GIVING = "(?P<told>公布|发布|给出|提供|得出|测得|算出|披露|报出|估得|盛传|流传|风传)的"
_GIVEN = re.compile(
    f"{_WHO}{_BY_GIVING}"
    "(?P<how>[^，。；：0-9]{0,10}?(?:数字|数目|数据|数值|结果|指数|估算|估计|估值|说法|造价|[涨跌升降增减]幅|[率额量]))"
    "(?=[则却也仅只约]*(?:高达|为|是|[到高]?达|显示|[0-9]))"
)
# 国防部自己的一项研究把矛头指向股东：
_STUDY_TELLS = re.compile(
    f"{_OPENS}{_WHO}(?:自己|公布|发布|测得|得出|所[做作])?的(?:一[项份次篇])?[^，。；：的]{{0,4}}?"
    "(?P<how>研究|调查|民调|问卷|统计|评估|审计|模拟|模型|测算|报告|数据|数字)[^，。；：]{2,16}(?=：)"
)
# what tells at once that a sentence has none
_TOLD_BY = {_OPINION: re.compile(_OF_OPINION), _GIVEN: re.compile(_BY_GIVING)}
_GIVES = re.compile("[得作做给提]出了")
_GROUNDS = re.compile("(?<![^，。；：])其?(?P<how>理由)(?:是|为|乃)[：，]?")
# 根据《芯片法》: an act lays down, it tells nothing
_TELLING = re.compile(
    "(?:报告书?|年报|年鉴|公报|统计|调查|手册|日记|回忆录|[日时晚周快]报|[志录史记]|纪要|白皮书|展望|概览|数据|文件|档案)》$"
)
_BODY = re.compile("[部局署厅处院会所行社司署委校方者家员人长]$|部门|机构|机关|公司|当局|官方|政府|中心|法庭|媒体")
_THIS = re.compile("[这此该]|以?上述?|前述|有关|相关|其他")
STUDY = "(?:问卷|民意|舆论|抽样)?调查|民调|民意测验|研究|评估|统计|测算|试验|观测"
_STUDY = re.compile(f"{STUDY}|《.*")
_HEARSAY = ("传闻", "消息", "猜测", "盛传", "风传", "流传", "传说")


@dataclass(frozen=True, slots=True)
class Source:
    """Words at a place that say on what the words after them rest, or the figure after them ``alone``, and with what
    force; ``who`` where they name it."""

    start: int
    end: int
    force: str
    who: Span | None
    alone: bool = False


def sources(body: Body, sentence: Span) -> Iterator[Source]:
    """The sources of a sentence: 国家统计局 in 据国家统计局统计，."""
    for pattern in (
        _ACCORDING,
        _BY,
        _SEEN_FROM,
        _IN_WORDS_OF,
        _IN_EYES_OF,
        _AS_SAID_BY,
        _IN_WORK,
        _IN_STUDY_BY,
        _IN_OWN_WORK,
        _RETOLD,
        _OPINION,
        _GIVEN,
        _STUDY_TELLS,
        _WORDED,
    ):
        if pattern in _TOLD_BY and not _TOLD_BY[pattern].search(body.masked, sentence.start, sentence.end):
            continue
        for match in pattern.finditer(body.masked, sentence.start, sentence.end):
            if _is_source(body, sentence, match):
                who = _who(body, match)
                if who or pattern is _ACCORDING:
                    yield Source(match.start("who"), match.end(), _force(match), who, pattern is _WORDED)


def grounds(body: Body, sentence: Span) -> Iterator[re.Match[str]]:
    """Where somebody who was told of before gives his reasons: 理由是."""
    return _GROUNDS.finditer(body.masked, sentence.start, sentence.end)


def is_led(body: Body, clause: int) -> bool:
    """Whether a clause begins with what it rests on, so that its verb says nothing by itself: 据…调查显示."""
    return any(pattern.match(body.masked, clause) for pattern in (_ACCORDING, _IN_WORDS_OF))


def _is_source(body: Body, sentence: Span, match: re.Match[str]) -> bool:
    """Whether what matches is a source: no act that lays down, no part of a word, nor what somebody works with."""
    if match["how"].startswith("《") and not _TELLING.search(body.text, 0, match.end("how")):
        return False
    if match.re is _WORDED and not _is_of_figure(body, match):
        return False
    if any(body.is_inside(place) for place in (match.start(), match.start("who"))):
        return False
    if len(match["how"]) == 1 and body.is_inside(match.start("how")):
        return False  # 据传说
    if match.re is _IN_WORK:
        return not _has_subject(body, sentence, match.start())
    return match.re is not _ACCORDING or match["by"] == "据" or not _has_subject(body, sentence, match.start())


def _is_of_figure(body: Body, match: re.Match[str]) -> bool:
    """Whether a figure is what is told: 所说的3亿元, 要求的四成; not 预测的三倍, 估计的四成."""
    figure = body.figures_near(match.end() + 2)[-1:]
    if not figure or figure[0]["start"] < match.end():
        return False
    return figure[0]["kind"] in ("MONEY", "QUANTITY") or force_of(match["how"]) == "demand"


def _has_subject(body: Body, sentence: Span, at: int) -> bool:
    """赖特根据关册推算: who works with a source says it himself."""
    user = subject_of(body, Span(body.clause_at(sentence, at).start, at))
    return user is not None and not is_measure(body, user)


def _force(match: re.Match[str]) -> str:
    told = match.groupdict().get("told") or match["how"]
    return "hearsay" if told in _HEARSAY or match["how"] in _HEARSAY else force_of(match["how"])


def _who(body: Body, match: re.Match[str]) -> Span | None:
    """Who a source is; a study or a work by itself, where nobody made it that is told of."""
    if _THIS.fullmatch(match["who"]):
        return None
    if match.re is _OPINION and _GIVES.search(match["who"]):
        return None  # 峰会给出了折中的答案
    who = holder(body, Span(*match.span("who")))
    if match.re in (_OPINION, _GIVEN) and who and (is_measure(body, who) or _has_deed(body, who)):
        return None  # 失业率的估计, 招致垄断的指责: what is judged, not who judges
    if who and (match.re in (_BY, _SEEN_FROM) or match.groupdict().get("by") == "按照") and not _is_body(body, who):
        return None  # 按可比价格计算, 从长期的统计看
    nameless = match.re in (_ACCORDING, _IN_WORK) and _STUDY.fullmatch(match["how"])
    return Span(*match.span("how")) if nameless and who is None else who


def _is_body(body: Body, span: Span) -> bool:
    """Whether a phrase is somebody, or a body of people, that can tell: 审计部, 国土部门, 世界银行."""
    last = body.words_in(*span)[-1:]
    is_named = body.is_named(span.start) or PRONOUN.fullmatch(body.text, *span) is not None
    return is_named or any(word.tag[:2] in ("nt", "nr") or _BODY.search(word.text) for word in last)


def _has_deed(body: Body, span: Span) -> bool:
    return any(word.tag == "v" for word in body.words_in(span.start, span.end))
