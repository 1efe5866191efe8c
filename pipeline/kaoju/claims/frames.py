"""Who says it: frames of saying (X指出, X威胁), and the sources that words rest on (据…统计)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaoju.claims.body import HIDDEN, Body, Span
from kaoju.claims.conditions import SUPPOSED
from kaoju.claims.kinds import is_measure
from kaoju.claims.phrases import holder, subject_of
from kaoju.claims.reach import next_subject, reach
from kaoju.claims.referring import PRONOUN, antecedent, is_body, is_somebody
from kaoju.claims.saying import force_at, force_of, is_verb, says_at, words_of_saying
from kaoju.claims.sources import STUDY, grounds, is_led, sources
from kaoju.claims.trimming import trimmed

# after a quotation, who said it: …，”发言人何某说
_AFTERWARDS = re.compile(r"[，,]?(?!并|而|且|但|又|还|也|同时)[^，。；：“”「」]{0,30}")
# 拒绝透露, 并未指出; 仅为预计的, 低于估计: what is measured by it
_UNSAID = re.compile(
    "(?:拒绝|不愿|不肯|[并从尚]未|没有|无法|难以|不(?:能|应该?|可|宜|必|该)(?:一味|总是|再|只|仅)?|[为占达]|高于|低于|不[及足到]|(?<![于但可总还而只凡若要如更也都却则])是)$"
)
# 未能让农户相信: those who are made to do it say nothing
_CAUSED = re.compile("(?:让|使得?|令)[^，。；：的]{1,12}$")
_CAUSES = frozenset(["让", "使", "使得", "令"])
# 得到邻国的积极回应，: a noun
_RECEIVED = re.compile("(?:得到|获得|赢得|引起|引发|招致|招来|遭到|受到)[^，。；：]{1,16}$")
# 在两国发表的公报中强调: where it is said, and by whom
_IN_PAPER = re.compile(
    "在(?P<who>[^，。；：]{1,12}?)?(?:联合|共同)?(?:签署|签订|发表|发布|公布|出版|提交|达成|通过|撰写)的?(?P<work>[^，。；：的]{2,12}?)[之当]?[中里]$"
)
# 若要日本让步, 主要 …: no demand
_NO_WANT = frozenset(["若", "如", "想", "才", "就", "将", "不", "需", "只", "还", "是"])
_ASKED = re.compile(
    "[^，。；：的]{0,6}?(?:政府|方面)?(?:每年|也|再|多|立即|全额|单独|一次)*(?:承担|支付|负担|分担|缴纳|交出|出资|购买|增加|提高|降低|削减|减少|开放|放弃|让出|拿出|投资|偿还|赔偿|撤出|取消)"
)
# 迫于债权人的要求，: a noun
_PREPOSED = re.compile("(迫于|应|鉴于|出于|按照?|根据|依照|由于|为满足|面对|针对|围绕)[^，。；：]+$")
# 全面实施后: a circumstance, nobody who speaks
_WHEN = re.compile("(?:后|时|之际|以来|期间|前)$")
# 基金组织在批准贷款时，要求: who does it is told first
_DOES_THEN = re.compile("(?![在当于自从])[^，。；：]{2,16}?[在于][^，。；：]{2,}(?:时|之际|[之以]?后)")
# 反观巴基斯坦，: of whom it is told, not by whom
_OF_WHOM = re.compile("反观|[再回转来]看|至于|对于|关于|说到|论及|谈及")
# 转而预计: no more than how it is said
_ONLY_ADVERB = re.compile("(?:转而|进而|继而|改而|改口|旋即|随即|随后)[又再也]?")
# 原先估计: before it came about
_AT_FIRST = re.compile("(?:原[先来本]?|当初|事[前先]|起初)$")
# 受疫情及本土化要求拖累: what bears on it, a noun
_BORNE = re.compile("[受因为被][^，。；：]{1,20}$")
_BEARS = re.compile("拖累|影响|制约|限制|约束|推动|带动|刺激|驱动|驱使|所[限迫]|压力|左右")
# 提出到2040年把…提高到: one's own aim
_AIMED = re.compile(
    f"，?(?:力争)?[到至在][0-9]{{4}}年|[“「]{HIDDEN}+.[”」]?[^，。；：]{{0,6}}：|[^，。；：]{{0,10}}(?:目标|愿景|规划|路线图)："
)
# nobody who speaks: 有传闻称, 坊间盛传; what the author infers: 这表明
_NOBODY = re.compile(
    "传闻|消息|传言|报道|[估统]计|[推估测]算|据|根据|有|外界|这[一些点种]{0,2}|[由据凡]?此|上述|以上|照此"
)
# the author speaks
_OWN = re.compile("(?:本文|笔者|拙文|本书|本研究|本章|本节|我们)(?!的?(?:读者|学者))")
# without a subject of its own, nobody says it: 预计十年内将耗资
_IMPERSONAL = re.compile("预计|预料|估计|预期|据称|据传")
_GOES_ON = re.compile(r"\s*(?:并且?|而且|且|又|还|也|同时)?")
_AGAINST = re.compile("则|却|亦|也|反倒")
_STUDY = re.compile(STUDY)
_JUDGES = re.compile("(?:认为|估计|估算|测算|发现|显示|表明|揭示|相信|断言|断定)$")
_RECKONED = ("forecast", "reckon")
# what people hold, too
_HELD = ("认为", "相信", "表示", "承认", "希望", "主张")
# 认为影响有限的仅有8.3%: those who hold it; not 认为收入将减少30%
_HOLDER = re.compile("[^，。；：0-9]*(?:[的者]|[之当]?中)")
_AMOUNTS = re.compile("将|有|约|为|[高多]?达|仍|会|可|在|超|近|至少|最多|不|[0-9]")
_STOP = re.compile("[，；：]")
_ALSO = ("并", "又", "且", "还", "仅", "只")
_QUOTES = ("，", "：", "“", "「")
# 估计, 威胁道: a verb with nothing of what it says in its clause
_SHORT = 3
# 预计要持续: what is to be of what stands before
_TO_BE = re.compile("[将要会可仍还]")
_WHO = re.compile("[者员家人长方们他她它其团队校厂]$")
# 他所说的近3亿元: the figure begins here or a character on
_NEAR = 2
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
    said = list(_said(body, sentence))
    found = sorted([*_sourced(body, sentence), *said], key=lambda frame: frame.start)
    for index, frame in enumerate(found[1:], start=1):
        # 布朗批评说…，并要求…: the same one goes on
        lead = body.masked[body.clause_at(sentence, frame.start).start : frame.start]
        if frame in said and _GOES_ON.fullmatch(lead) and not _takes_over(body, found[index - 1], frame):
            found[index] = replace(frame, speaker=found[index - 1].speaker or frame.speaker)
    found = sorted([*found, *_grounded(body, sentence)], key=lambda frame: frame.start)
    return list(_taking_turns(body, [_of_others(body, sentence, frame, found) for frame in found]))


def _takes_over(body: Body, earlier: Frame, frame: Frame) -> bool:
    """该行估计…，惠誉则以此为由，断定…: another, set against the one before, goes on."""
    who = frame.speaker
    return who is not None and who.start >= earlier.end and bool(_AGAINST.match(body.masked, who.end))


def _of_others(body: Body, sentence: Span, frame: Frame, found: list[Frame]) -> Frame:
    """A frame with the one whom 他 or 其 stands for."""
    if frame.speaker is None or not PRONOUN.fullmatch(body.text, *frame.speaker):
        return frame
    earlier = [one.speaker for one in reversed(found) if one.speaker and one.end <= frame.start]
    return replace(frame, speaker=_whole(body, antecedent(body, sentence, frame.speaker, earlier)) or frame.speaker)


def _whole(body: Body, found: Span | None) -> Span | None:
    """Whose words a phrase is: 基金会 of 基金会的估计."""
    return (holder(body, found) or found) if found else None


def _taking_turns(body: Body, found: list[Frame]) -> Iterator[Frame]:
    """Frames in order, each no further than where the author speaks (本文认为), and a forecast no further than where
    somebody begins to tell in a clause of his own. The author is no speaker."""
    for index, frame in enumerate(found):
        turns = (one.start for one in found[index + 1 :] if _is_turn(body, frame, one))
        speaker = None if _is_author(body, frame) else frame.speaker
        yield replace(frame, speaker=speaker, until=min(frame.until, next(turns, frame.until)))


def _is_turn(body: Body, frame: Frame, other: Frame) -> bool:
    if _is_author(body, other):
        return True
    begins = (
        other.force == "report" and other.speaker is not None and _STOP.search(body.masked, frame.end + 1, other.start)
    )
    return frame.force not in ("report", "hearsay", "denial") and bool(begins)


def _is_author(body: Body, frame: Frame) -> bool:
    """Whether it is the author who speaks: 本文认为; not 我们 in a quotation."""
    if frame.speaker is None or not _OWN.match(body.text, frame.speaker.start):
        return False
    return not any(quoted.holds(frame.start) for quoted in body.quoted)


def is_judgement(body: Body, frame: Frame) -> bool:
    """Whether who says it judges a matter of others: 估计, 认为; not 表示, which may be of oneself."""
    return frame.force in ("forecast", "reckon", "warning") or bool(_JUDGES.search(body.masked, frame.start, frame.end))


def _sourced(body: Body, sentence: Span) -> Iterator[Frame]:
    for one in sources(body, sentence):
        goes_on = body.masked[one.end : one.end + 1] in "，,：、"  # 据领事会勘缩减了: of its clause alone
        end = reach(body, sentence, one.end, one.force) if goes_on else body.clause_at(sentence, one.end).end
        end = one.end + _NEAR if one.alone else end
        yield Frame(one.start, one.end, one.force, one.who, end, one.start)


def _grounded(body: Body, sentence: Span) -> Iterator[Frame]:
    for match in grounds(body, sentence):
        who = speaker_before(body, sentence, match.start())
        if who and any(who.holds(one["start"]) for one in body.figures_near(who.end)):
            who = None  # 四分之一的企业: those of whom a survey tells
        yield Frame(match.start(), match.end(), "report", who, sentence.end, match.start())


def _said(body: Body, sentence: Span) -> Iterator[Frame]:
    for at in _wants(body, sentence):
        yield Frame(
            at, at + 1, "demand", speaker_before(body, sentence, at), reach(body, sentence, at + 1, "demand"), at
        )
    for match in words_of_saying(body, sentence):
        if not _is_saying(body, sentence, match):
            continue
        begin, force = _chained(body, sentence, match)
        unsaid = body.masked.startswith("据", begin) or _is_unsaid(body, begin)
        speaker = None if unsaid else speaker_before(body, sentence, begin)
        if force == "reckon" and _is_no_deed(body, match.end(), speaker):
            continue
        if force in _RECKONED and speaker and _is_reckoned(body, speaker, match.end()):
            force, speaker = "forecast", None  # 人力缺口预计仍达…: what is forecast, not who forecasts
        if force == "reckon" and _AT_FIRST.search(body.masked, max(0, begin - 2), begin):
            force = "forecast"
        until = reach(body, sentence, match.end(), force)
        if force == "forecast" and speaker is None and begin > body.clause_at(sentence, begin).start + 1:
            until = min(until, next_subject(body, sentence, match.end()))
        yield Frame(begin, match.end(), force, speaker, until, _since(body, sentence, begin))


def _wants(body: Body, sentence: Span) -> Iterator[int]:
    """Where 要 asks somebody by name to do something: 要该国承担3亿元; not 若要, nor 只要."""
    words = body.words_in(*sentence)
    for last, word, after in zip(words, words[1:], words[2:], strict=False):
        asked = word.text == "要" and last.text not in _NO_WANT and last.tag[0] not in "dc"
        if asked and body.name_at(after.start) and _ASKED.match(body.masked, after.end, sentence.end):
            yield word.start


def _is_no_deed(body: Body, at: int, speaker: Span | None) -> bool:
    """造价估算低估了四成, 造价估计为3亿元: a noun, or nobody who reckons; 该公司估计为3亿元 is a deed."""
    if body.masked.startswith("估计为", at - 2):
        return speaker is None or not is_body(body, speaker)
    return speaker is not None and is_measure(body, speaker) and not _AMOUNTS.match(body.masked, at)


def _is_reckoned(body: Body, phrase: Span, at: int) -> bool:
    """人力缺口预计仍达, 旱情预计要持续: what is forecast, not who forecasts."""
    if is_measure(body, phrase):
        return True
    return bool(_TO_BE.match(body.masked, at)) and not (is_body(body, phrase) or _WHO.search(body.masked, *phrase))


def _is_unsaid(body: Body, at: int) -> bool:
    """费用据估计, 被指控: nobody is named."""
    before = body.word_over(at - 1) if at else None
    return before is not None and before.text in ("据", "被")


def _since(body: Body, sentence: Span, at: int) -> int:
    """Where the quotation begins that a verb of saying follows: “我们已投资5亿元，”他说."""
    if (supposed := _supposition(body, sentence, at)) is not None:
        return supposed
    before = [one for one in body.quoted_in(sentence) if one.end <= at]
    if not before or not _AFTERWARDS.fullmatch(body.masked, before[-1].end, at):
        return at
    return before[-1].start if _is_saying_of(body, before[-1]) else at


def _supposition(body: Body, sentence: Span, at: int) -> int | None:
    """Where what is supposed begins, before one who is put in between: 倘若加息一成，该行估计，要多付3亿元."""
    own = body.clause_at(sentence, at)
    before = body.clause_before(sentence, own, sentence.start)
    put_in = body.masked.startswith("，", own.end) and own.end - at <= _SHORT
    return before.start if put_in and before and SUPPOSED.match(body.masked, before.start) else None


def _is_saying_of(body: Body, quoted: Span) -> bool:
    """Whether a quotation is a sentence, or part of one, rather than a term: by its last stop or the comma after it."""
    return body.text[quoted.end - 2] in "，。！？,!?" or body.text.startswith(("，", ","), quoted.end)


def _chained(body: Body, sentence: Span, match: re.Match[str]) -> tuple[int, str]:
    """Where a chain of verbs begins, and its force: 警告说 warns, 评估显示 reports."""
    word = body.word_over(match.start())
    begin = word.start if word and word.known and word.tag[0] not in "na" else match.start()  # 如是说
    force = force_at(body, match)
    if match.group() == "提出" and _AIMED.match(body.masked, match.end()):
        force = "announce"
    for earlier in words_of_saying(body, Span(max(sentence.start, begin - 4), begin)):
        led = force_of(earlier.group())
        is_noun = led == "report" and body.masked.startswith("的", earlier.start() - 1)  # 北约发布的报告显示
        if earlier.end() == begin and force == "report" and len(earlier.group()) > 1 and not is_noun:
            begin, force = earlier.start(), led
    return begin, force


def _is_saying(body: Body, sentence: Span, match: re.Match[str]) -> bool:
    """Whether somebody says something with a word of saying, by the words before it in its clause."""
    if not is_verb(body, match) or says_at(body, match.end()):
        return False  # 评估显示: the second verb says it
    start, text = body.clause_at(sentence, match.start()).start, body.masked
    if _is_held(body, body.clause_at(sentence, match.start()), match):
        return False
    if _UNSAID.search(text, start, match.start()):
        return False
    if _is_caused(body, start, match.start()) and force_of(match.group()) == "report":
        return False
    if text.startswith(("，", "、"), match.end()) and _RECEIVED.search(text, start, match.start()):
        return False
    if _BEARS.match(text, match.end()) and _BORNE.search(text, start, match.start()):
        return False
    if text.startswith("，", match.end()) and _is_preposed(body, start, match.start()):
        return False
    return not is_led(body, start) or match.start() > start + _FAR


def _is_caused(body: Body, start: int, at: int) -> bool:
    """未能让农户相信: whether somebody is made to say or believe it; not 让步后，该国表示."""
    caused = _CAUSED.search(body.masked, start, at)
    word = body.word_over(caused.start()) if caused else None
    return word is not None and word.text in _CAUSES


def _is_preposed(body: Body, start: int, at: int) -> bool:
    """迫于债权人的要求，: a noun behind a preposition; not 应用材料公司预计，."""
    preposed, first = _PREPOSED.match(body.masked, start, at), body.word_over(start)
    return preposed is not None and (first is None or not first.known or preposed.group(1).startswith(first.text))


def _is_held(body: Body, clause: Span, match: re.Match[str]) -> bool:
    """认为影响有限的仅有8.3%, 17%的民众认为: those who hold it, not what somebody says."""
    before = (one for one in body.figures_near(match.start()) if clause.holds(one["start"]))
    if any(one["unit"] == "%" for one in before):
        return True
    if not any(match.end() <= one["start"] for one in body.figures_near(clause.end)):
        return False
    lead = body.masked[clause.start : match.start()]
    bare = len(lead) < 2 and lead not in _ALSO and not body.masked.startswith(_QUOTES, match.end())
    return bare and match.group() in _HELD and _HOLDER.match(body.masked, match.end(), clause.end) is not None


def _is_aside(body: Body, clause: Span) -> bool:
    """Whether a clause says only when, or of whom, and not who speaks."""
    if _OF_WHOM.match(body.masked, clause.start):
        return True
    when = _WHEN.search(body.masked, clause.start, clause.end)
    return when is not None and not _DOES_THEN.fullmatch(body.masked, *clause)


def _is_led(body: Body, phrase: Span) -> bool:
    """假如按旧制计算，: a preposition and what it leads, nobody who speaks."""
    first = body.word_over(phrase.start)
    is_first = first is not None and first.start == phrase.start and first.tag == "p"
    return is_first and "的" not in body.masked[slice(*phrase)]


def speaker_before(body: Body, sentence: Span, at: int) -> Span | None:
    """The one before the verb, or the subject of an earlier clause where the verb begins its own."""
    pieces = [clause for clause in body.clauses(sentence) if clause.start <= at]
    own = holder(body, Span(pieces[-1].start, at)) if pieces else None
    if paper := _IN_PAPER.match(body.masked, pieces[-1].start, at) if pieces else None:
        return trimmed(body, *paper.span("who" if paper["who"] else "work"))
    if own and body.masked.startswith("据", own.start):
        own = trimmed(body, own.start + 1, own.end)  # 据调查显示
    if own and _ONLY_ADVERB.fullmatch(body.text, *own):
        own = None
    if own and (_NOBODY.fullmatch(body.text, *own) or _is_led(body, own)):
        return None
    if own and body.text[own.start : own.end].rstrip("则也还") in ("结果", "数据", "报告", "结论"):
        surveys = list(_STUDY.finditer(body.masked, sentence.start, own.start))
        return Span(*surveys[-1].span()) if surveys else own
    if own:
        return own
    said_in = (clause for clause in reversed(pieces[:-1]) if not _is_aside(body, clause))
    earlier = (found for clause in said_in if (found := subject_of(body, clause)))
    if _IMPERSONAL.match(body.masked, at):
        return next((one for one in earlier if is_somebody(body, one)), None)
    return next(earlier, None)
