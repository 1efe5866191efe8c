"""Who says it: frames of saying (据…统计, X指出, X威胁)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaoju.claims.body import Body, Span
from kaoju.claims.kinds import is_measure
from kaoju.claims.phrases import holder, subject_of
from kaoju.claims.reach import next_subject, reach
from kaoju.claims.saying import force_of, is_verb, says_at, words_of_saying

_ACCORDING = re.compile(
    r"(?:据|根据|按照|依据|依(?![法据此靠托])|援引|引述)(?P<who>[^，。；：]{1,30}?)(?:提交|出具|公布|发布|发表)?(?:的)?(?:一[项份次])?(?:初步|最新|不完全|公开|此前|综合)?"
    r"(?P<how>(?:民意|舆论|问卷)调查|民调|统计|估算|测算|估计|评估|核算|推估|预测|预计|推算|推计|查核|核查|报道|介绍|披露|传闻|分析|计算|调查|数据|资料|报告|消息|说法|透露|观测|研究|文件|数据库)"
    r"(?:显示|表明|指出|称|认为)?(?:的?(?:数据|结果|报告|资料))?(?=[，,：、]|显示|表明|$)"
)
_IN_WORDS_OF = re.compile(r"用(?P<who>[^，。；：]{1,20})的(?:话|说法)(?:来)?[说讲]")
# 在某协会2018年的民意测验中，九成受访者表示
_IN_SURVEY = re.compile(
    r"(?<![^，。；：\s])在(?P<who>[^，。；：]{0,24}?(?:民调|民意测验|(?:民意|舆论|问卷|抽样)调查))[之当]?中，"
)
# after a quotation, who said it: …，”发言人何某说
_AFTERWARDS = re.compile(r"[，,]?(?!并|而|且|但|又|还|也|同时)[^，。；：“”「」]{0,30}")
_UNSAID = re.compile("(?:拒绝|不愿|不肯|[并从尚]未|没有|无法|难以)$")
# 迫于债权人的要求，: a noun
_PREPOSED = re.compile(
    "(?:迫于|应(?![用对付急当该])|鉴于|出于|按照?|根据|依照|由于|为满足|面对|针对|围绕)[^，。；：]+$"
)
# 全面实施后: a circumstance, nobody who speaks
_WHEN = re.compile("(?:后|时|之际|以来|期间|前)$")
# 提出到2040年把…提高到: one's own aim
_AIMED = re.compile("，?(?:力争)?[到至在][0-9]{4}年")
# without a subject of its own, nobody says it: 预计十年内将耗资
_IMPERSONAL = re.compile("预计|预料|估计|预期|据称|据传")
_GOES_ON = re.compile(r"\s*(?:并且?|而且|且|又|还|也|同时)?")
_SURVEY = re.compile("(?:问卷|民意|抽样)?调查|民调|研究|评估|统计|测算|试验|观测")
# 据其估算: who was told of before
_ITSELF = re.compile("其|他们?|她们?")
_JUDGES = re.compile("(?:认为|估计|估算|测算|发现|显示|表明|反映|揭示|相信|断言|断定)$")
_ESTIMATES = ("估计", "估算")
# what people hold, too
_HELD = ("认为", "自称", "相信", "表示", "承认", "希望", "主张")
_ALSO = ("并", "又", "且", "还", "仅", "只")
_QUOTES = ("，", "：", "“", "「")
# what stands before a verb of saying and says nothing
_NOBODY = frozenset(["传闻", "消息", "传言", "报道", "据", "根据", "有", "照此", "据此", "以此"])
# 驳斥，所谓倾销纯属虚构: what follows is the answer
_REBUTS = ("驳斥", "批驳")
# a verb so far behind 据 is no part of what it says
_FAR = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of saying at ``start``: its force, whose words they are, and how far they go.

    Where it follows what is said, ``since`` is where the quotation begins, else the verb's own place.
    """

    start: int
    end: int
    force: str
    speaker: Span | None
    until: int
    since: int

    def holds(self, at: int) -> bool:
        """Whether what is said goes over a place: after the verb, or in the quotation before it from ``since`` on."""
        return self.end <= at < self.until or self.since <= at < self.start

    @property
    def acts(self) -> bool:
        """Whether to say it is to do it, so that who speaks is who does: 宣布, 威胁, 要求, 否认."""
        return self.force in ("announce", "threat", "demand", "denial")


def frames(body: Body, sentence: Span) -> list[Frame]:
    """The frames of saying in a sentence, in order."""
    found = sorted([*_according(body, sentence), *_said(body, sentence)], key=lambda frame: frame.start)
    for index, frame in enumerate(found[1:], start=1):
        # 布朗批评说…，并要求…: the same one goes on
        lead = body.masked[body.clause_at(sentence, frame.start).start : frame.start]
        if _GOES_ON.fullmatch(lead):
            found[index] = replace(frame, speaker=found[index - 1].speaker or frame.speaker)
    return found


def is_judgement(body: Body, frame: Frame) -> bool:
    """Whether who says it judges a matter of others: 估计, 认为; not 表示, which may be of oneself."""
    return frame.force in ("forecast", "warning") or bool(_JUDGES.search(body.masked, frame.start, frame.end))


def _according(body: Body, sentence: Span) -> Iterator[Frame]:
    for match in _ACCORDING.finditer(body.masked, sentence.start, sentence.end):
        how = match["how"]
        force = {"传闻": "hearsay", "消息": "hearsay"}.get(how) or force_of(how)
        who = holder(body, Span(*match.span("who")))
        if who and _ITSELF.fullmatch(body.masked, *who):
            who = _spoken_of(body, sentence, match.start())
        if who is None and _SURVEY.fullmatch(how):
            who = Span(*match.span("how"))  # 据2018年底调查显示
        yield Frame(match.start(), match.end(), force, who, sentence.end, match.start())


def _said(body: Body, sentence: Span) -> Iterator[Frame]:
    for match in _IN_WORDS_OF.finditer(body.masked, sentence.start, sentence.end):
        who = holder(body, Span(*match.span("who")))
        yield Frame(match.start(), match.end(), "report", who, sentence.end, match.start())
    for match in _IN_SURVEY.finditer(body.masked, sentence.start, sentence.end):
        who = Span(*match.span("who"))
        yield Frame(match.start(), match.end(), "report", who, sentence.end, match.start())
    for match in words_of_saying(body, sentence):
        if not _is_saying(body, sentence, match):
            continue
        begin, force = _chained(body, sentence, match)
        unsaid = match.group() in ("据称", "据传") or body.masked.endswith("被", 0, begin)
        speaker = None if unsaid else speaker_before(body, sentence, begin)
        if (force == "forecast" or match.group() in _ESTIMATES) and speaker and is_measure(body, speaker):
            force, speaker = "forecast", None  # 人力缺口预计仍达…: what is forecast, not who forecasts
        until = reach(body, sentence, match.end(), force)
        if force == "forecast" and speaker is None and begin > body.clause_at(sentence, begin).start + 1:
            until = min(until, next_subject(body, sentence, match.end()))
        yield Frame(begin, match.end(), force, speaker, until, _since(body, sentence, begin))


def _since(body: Body, sentence: Span, at: int) -> int:
    """Where the quotation begins that a verb of saying follows: “我们已投资5亿元，”他说."""
    before = [one for one in body.quoted_in(sentence) if one.end <= at]
    if not before or not _AFTERWARDS.fullmatch(body.masked, before[-1].end, at):
        return at
    return before[-1].start if _is_saying_of(body, before[-1]) else at


def _is_saying_of(body: Body, quoted: Span) -> bool:
    """Whether a quotation is a sentence, or part of one, rather than a term: by its last stop or the comma after it."""
    return body.text[quoted.end - 2] in "，。！？,!?" or body.text.startswith(("，", ","), quoted.end)


def _chained(body: Body, sentence: Span, match: re.Match[str]) -> tuple[int, str]:
    """Where a chain of verbs begins, and its force: 警告说 warns, 评估显示 reports."""
    word = body.word_over(match.start())
    begin = word.start if word and word.known and word.tag[0] not in "na" else match.start()  # 如是说
    force = force_of(match.group())
    if match.group() == "提出" and _AIMED.match(body.masked, match.end()):
        force = "announce"
    if match.group() in _REBUTS and body.masked.startswith("，", match.end()):
        force = "report"
    for earlier in words_of_saying(body, Span(max(sentence.start, begin - 4), begin)):
        if earlier.end() == begin and force == "report":
            begin, force = earlier.start(), force_of(earlier.group())
    return begin, force


def _is_saying(body: Body, sentence: Span, match: re.Match[str]) -> bool:
    """Whether somebody says something with a word of saying, by the words before it in its clause."""
    if not is_verb(body, match) or says_at(body, match.end()):
        return False  # 评估显示: the second verb says it
    start, text = body.clause_at(sentence, match.start()).start, body.masked
    if match.group() in _HELD and _is_held(body, start, match):
        return False
    if _UNSAID.search(text, start, match.start()) or _IN_WORDS_OF.match(text, start):
        return False  # 拒绝透露, 并未指出
    if text.startswith("，", match.end()) and _PREPOSED.match(text, start, match.start()):
        return False
    return not _ACCORDING.match(text, start) or match.start() > start + _FAR


def _is_held(body: Body, start: int, match: re.Match[str]) -> bool:
    """认为影响有限的仅有8.3%, 17%的民众认为: those who hold it, not what somebody says."""
    lead = body.masked[start : match.start()]
    if len(lead) < 2 and lead not in _ALSO and not body.masked.startswith(_QUOTES, match.end()):
        return True
    return any(start <= figure["start"] < match.start() for figure in body.figures_near(match.start()))


def speaker_before(body: Body, sentence: Span, at: int) -> Span | None:
    """The one before the verb, or the subject of an earlier clause where the verb begins its own."""
    pieces = [clause for clause in body.clauses(sentence) if clause.start <= at]
    own = holder(body, Span(pieces[-1].start, at)) if pieces else None
    if own and body.text[own.start : own.end] in _NOBODY:
        return None
    if own and body.text[own.start : own.end].rstrip("则也还") in ("结果", "数据", "报告", "结论"):
        surveys = list(_SURVEY.finditer(body.masked, sentence.start, own.start))
        return Span(*surveys[-1].span()) if surveys else own
    if own:
        return own
    if _IMPERSONAL.match(body.masked, at):
        return None
    return _spoken_of(body, sentence, pieces[-1].start if pieces else at)


def _spoken_of(body: Body, sentence: Span, at: int) -> Span | None:
    """The subject of the nearest clause before a place."""
    before = [clause for clause in body.clauses(sentence) if clause.end <= at]
    said_in = (clause for clause in reversed(before) if not _WHEN.search(body.masked, clause.start, clause.end))
    return next((found for clause in said_in if (found := subject_of(body, clause))), None)
