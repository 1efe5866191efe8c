"""Whose word a claim is, and in what mood: planned, demanded, projected … or as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaoju.claims.body import Body, Span, Word
from kaoju.claims.conditions import CONDITION, SUPPOSED
from kaoju.claims.frames import Frame, speaker_before
from kaoju.claims.nouns import is_nominal_verb
from kaoju.claims.words import lines, one_of

if TYPE_CHECKING:
    from kaoju.annotations import Modality

_ATTRIBUTIVE = re.compile(r"(?P<verb>要求|主张|建议|呼吁)的(?P<rest>[^，。；：]{0,16})$")
# 比总统要求的少了三成
_COMPARED = re.compile("(?:比|较|[低高少多]于|超过|不及|不足)[^，。；：]*$")
_PLANS = re.compile(one_of(lines("plans.txt")))
# 要求减税，并承诺: another deed than what is demanded
_VOWS = re.compile("，(?:[并又且还也同时则])*(?:承诺|计划|决定)[^，；]*$")
# 根据协议，欧盟将提供: arranged
# 3亿元将在年底付清: appointed
_APPOINTED = re.compile("(?:以上|左右)?(?:的[^，。；：的]{1,8})?[也亦都均]?将[于在][^，。；：]{2,}")
# 达成42.5%的目标: what is aimed at, or pledged
_AIM = re.compile("(?:以上|以下|左右|多|余)?的[^，。；：的]{0,8}(?:目标|指标|承诺|愿景)")
# 到2030年要占到一半
_AIMED = re.compile(
    "[到至在][0-9]{4}(?![0-9])[^。；]{0,40}?(?<![主需重将适供相反回响对])[要应须](?![求是])[^，。；：]{0,12}$"
)
# 会 that is a verb: no meeting, and no body that meets
_TO_BE = "(?<![社机协商工学年议董基委理农大开国峰省市展培拜员])会(?![议员计费长见谈晤同场所社费师徒勘])"
# 三成之说纯属无稽之谈: what the words after a figure deny
_REFUTED = re.compile(
    "[^，。；：]{0,12}?，?[^，。；：]{0,8}?(?:无稽之谈|子虚乌有|一派胡言|空穴来风|凭空捏造|胡编乱造|无中生有|毫无根据|毫无依据|毫无事实|查无实据"
    "|并非事实|并不属实|并不真实|不属实|与事实不符|(?:是|属|乃)?(?:绝|根本|断|完全)?不可能的?(?=[，。；”」]|$)|(?:系|是|属|为|斥为)(?:谣言|谎言|讹传|虚构|捏造|污蔑|诬蔑|不实|假的|假消息))"
)
_ARRANGED = re.compile(
    "(?:根据|按照?|依据|依照)[^，；]{0,20}(?:协议|协定|备忘录|计划|方案|规划|条约|合同|安排|法案?)，[^，；]*将"
    "|(?:协议|协定|备忘录|条约|合同|章程|法案?)[^，；]{0,4}规定，[^；]*将"
)
_DONE = re.compile("已经?|一度|了(?![结解])|曾|一直|至今|[去上前]年|上个?(?:半年|季度|财年|年度|月|周)|昨[天日]")
# 发电能力由此倍增
_SO = re.compile("(?<!将)[由因]此(?!将)")
# 决定脱欧，英镑当天暴跌: what came of a decision is as it is
_CAME = re.compile(
    "^[^把将须应拟]{2,}[由从][^把将须应拟]{0,12}$|当[天日晚]|随即|随之|应声|已经?|一度|至今|了(?![结解])"
    "|因此(?!将)|最终(?:落实|兑现|到[位手账]|拨付|实[付得]|[只仅])|却(?:不过|[只仅]有?|才|连)|^[^，]{0,2}(?:结果|实际|到期|[仍还尚](?:有|达|为|在|欠|差|远|[低高]于|不[及足到]))"
)
# the figure is in the condition itself
_SUPPOSED = re.compile(f"(?:.*[“”])?{SUPPOSED.pattern}")
_FOLLOWS = re.compile("须|需|可(?![是见谓])|能(?![源力])|将|会(?![议员])|有望|势必|恐|[就便]")
# what is to come ends where a clause turns to what is
_TURNS = re.compile("，(?=但|而|然而|却|不过|此前|目前|[12][0-9]{3}年)")
_DEED = re.compile("将(?:于[^，。；]{1,12})?[把对向就签投提建拨购征派斥出给]")
# who says so tells of what is arranged, rather than judging it
_TELLS = re.compile("(?:表示|通知|告知|透露|通报|重申|确认)$")
# 将对埃及的贷款从30亿提高到, 已将: as 把
_AS_BA = re.compile(
    "(?:(?<=已)|(?<=已经)|(?<=曾))将|将[对向与给][^，。；：把将]{2,24}?(?:[由从自](?:[^，。；：起]{0,10}[年月]的?)?[约近]?$"
    "|(?<=的)[^，。；：的把将]{2,8}?(?:提高|提升|增加?|上调|调[高低]|降低?|下调|削减|缩减|压缩|减少?|扩大)[到至])"
)
_OUTCOME_TO_COME = re.compile("将(?:使|令|导致|造成|带来|面临|会|失去|达)")
# a possibility by itself
_HOPED = re.compile(
    "[年月]内[即便就]?可(?![是见谓])|可能(?!性)|(?<![未不])[可会能][使令让]|担[忧心][^，。；]{0,12}[会将]|有望|可望|料将|势将|或[将达升降增减]"
    "|(?:预测|预期|预估)(?:值|数|区间)?(?:由|从|自|[上下]调|调[高低升降])"
)
# 称股指还会上涨: what is yet to be, not 会议 nor what is so each time
_WILL = re.compile(f"{_TO_BE}(?![^，。；]*每)")
_EACH_TIME = re.compile("每|往往|通常|一般|常常|经常|总会|都会")
# what somebody reckons lies ahead: 推算到2047年须有, 估算十年内可节省
_AHEAD = re.compile(
    "将|会(?![议员计费])|须|[尚还仍]需|恐|料|有望|可望|[0-9一二两三四五六七八九十]+年[之以]?内|未来|今后|明年|届时|可(?:为|使|令|让|望|节|省|增|减|带|创|提|降)"
)
# 12亿美元的出口恐将中断
_IN_DOUBT = re.compile(
    "的?[^，。；：的]{1,8}(?:将会|[还也]会)(?![议员])|的[^，。；：的]{1,12}(?:恐|有望|或将|料将|可能|势将|势必)|恐|可能(?!性)|势将|势必|会(?![议员计费长见谈晤同场所社师徒])"
)
_OUGHT = re.compile(
    "(?:应当|必须)(?![^。；]*，(?:比|较))[^。；：]{0,30}$|(?<![答适供相反回效响对因顺])应该?(?![对用付急解收得声邀运允届验聘召诏诺景变激]|$)[^，。；：]{0,30}$"
)
# 对此予以否认, 否认这一说法: what was said before
_OF_THIS = re.compile("了?(?:[这此该上][^，。；：]{0,10})?(?=[，。；]|$)")
# 有四成的企业打算扩产, 不及核定容量的一半: what those asked have in mind, what a number is measured by
_ASIDE = re.compile(
    "(?:%|成|半数?|分之[一二三四五六七八九])(?:以上|左右|多|强|弱)?的[^，。；：]{1,16}$|(?:不[及到足]|[低高多少]于|超过|相当于)$"
)
# 有意扩产的企业还不足两成: those who have it in mind
_MINDS = ("有意", "打算", "准备", "预备", "计划", "意欲")
_OF_THOSE = re.compile("[^，。；：]{1,20}的[^，。；：的]{2,10}(?:[还仍只仅却]|不足|不到|达|占|约|近|逾|超过|为|有)+$")
_UNNAMED = re.compile("有消息|未具名|不愿具名|不愿透露姓名|匿名|不具名|消息人士|知情人士|据称|据传|传闻")

_STOP = re.compile("[，。；：]")
_TURN = re.compile("，(?:但|然而|却|不过|实际)")
# words further back than this set no mood
_REACH = 300


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word a claim is, and in what mood."""

    speaker: Span | None
    modality: Modality


def voice(body: Body, sentence: Span, tie_start: int, tie_end: int, found: list[Frame]) -> Voice:
    """Whose word a figure at a place is, and in what mood."""
    segment = body.segment(sentence, tie_start)
    holding = [f for f in found if f.holds(tie_start) and f.force != "denial"]
    denied = (f for f in found if f.force == "denial" and segment.holds(f.start))
    denial = next((f for f in denied if _denies(body, f, tie_end, holding) or _reaches(f, tie_start, found)), None)
    if denial:
        return Voice(denial.speaker, "denied")
    begin = max(segment.start, tie_start - _REACH)
    before = body.masked[begin:tie_start]
    if (wanted := _ATTRIBUTIVE.search(before)) and not _COMPARED.search(before, 0, wanted.start()):
        return Voice(speaker_before(body, sentence, begin + wanted.start()), "demanded")
    last = next((f for f in reversed(holding) if f.speaker), None)
    if _REFUTED.match(body.text, tie_end, segment.end) and not any(f.force == "hearsay" for f in holding):
        return Voice(last.speaker if last else None, "denied")
    modality = _modality(before, _since(before, begin, holding), holding)
    if modality == "asserted":
        modality = _by_what_follows(body, Span(begin, tie_start), Span(tie_end, segment.end), last)
    return Voice(last.speaker if last else None, modality)


def _by_what_follows(body: Body, before: Span, after: Span, said: Frame | None) -> Modality:
    """The mood that a condition before a figure, the verb after it, or 将 gives to what is else as it is."""
    if _AIM.match(body.masked, *after) or _APPOINTED.match(body.masked, *after):
        return "planned"
    if _IN_DOUBT.match(body.masked, *after) or _is_consequence(body, before, after):
        return "projected"
    if "将" not in (words := body.masked[slice(*before)]):
        return "asserted"
    if _ARRANGED.search(words):
        return "planned"
    ahead = _future(body, before)
    return "asserted" if ahead is None else _to_come(body, ahead, said)


def _is_consequence(body: Body, before: Span, after: Span) -> bool:
    """一旦海峡遭到封锁，两成的供应将受到影响: what follows from a condition, its verb after the figure."""
    if CONDITION.search(body.masked, *before) is None:
        return False
    return bool(_FOLLOWS.search(_STOP.split(body.masked[slice(*after)], maxsplit=1)[0]))


def _future(body: Body, span: Span) -> int | None:
    """Where the 将 stands that says what is to come; 将 before a noun (将税率提高到) leads an object."""
    begin = max((match.end() for match in _TURNS.finditer(body.masked, span.start, span.end)), default=span.start)
    words = body.words_in(begin, span.end)
    led = [match.start() for match in _AS_BA.finditer(body.masked, *span)]
    found = (index for index in range(len(words) - 1) if words[index].text == "将" and words[index].start not in led)
    return next((words[index].start for index in found if _is_adverb(words[index + 1 :])), None)


def _is_adverb(after: Sequence[Word]) -> bool:
    """Whether 将 says what is to come, by what follows: a verb, or what may be one (影响) with no other after it."""
    first, *rest = after
    if is_nominal_verb(first) or first.text[0] == "所" or not (first.tag[0] in "vpdc" or first.text[0] in "每多少"):
        return False
    return first.tag != "vn" or not any(word.tag[0] in "vp" and word.tag != "vn" for word in rest)


def _to_come(body: Body, at: int, said: Frame | None) -> Modality:
    """What somebody says that he will do is planned, as is a deed that nobody tells of; else projected."""
    if _OUTCOME_TO_COME.match(body.masked, at):
        return "projected"
    if said is None:
        return "planned" if _DEED.match(body.masked, at) else "projected"
    own = not body.masked[said.end : at].strip("，：,: ")
    return "planned" if own or _TELLS.search(body.masked, said.start, said.end) else "projected"


def _denies(body: Body, denial: Frame, at: int, holding: list[Frame]) -> bool:
    """Whether a denial behind a figure is of it: any of what nobody else says, else one that says no more than this
    (予以否认), or this (否认这一说法)."""
    if denial.start <= at:
        return False
    return not any(f.speaker for f in holding) or bool(_OF_THIS.match(body.masked, denial.end))


def _reaches(frame: Frame, at: int, found: list[Frame]) -> bool:
    """Whether what is said in a frame goes as far as a place, and no other verb of saying takes over before."""
    return frame.end <= at < frame.until and not any(frame.end < other.start and other.end <= at for other in found)


def _since(before: str, begin: int, holding: list[Frame]) -> str:
    """The words before a figure since somebody began to tell of it: 省长坦承缺口高达 of 该省计划…，省长坦承缺口高达."""
    return (
        before[max(0, holding[-1].start - begin) :] if holding and holding[-1].force in ("report", "reckon") else before
    )


def _modality(before: str, told: str, holding: list[Frame]) -> Modality:
    """The mood that frames give to what they hold, or else the words before a figure in its part of the sentence, of
    which ``told`` are those since the last frame began."""
    forces = [frame.force for frame in holding]
    if "hearsay" in forces or _UNNAMED.search(before):
        return "reported"
    if "threat" in forces:
        return "threatened"
    if forces and forces[-1] == "demand":
        return "planned" if _VOWS.search(before) else "demanded"
    if "warning" in forces and not _DONE.search(before):
        return "projected"
    own = _STOP.split(before)[-1]
    if "forecast" in forces and _PLANS.search(own):
        return "planned"
    if _SUPPOSED.match(own):
        return "projected"
    condition = CONDITION.search(before, before.rfind("：") + 1)  # 一旦问价，情形便不同：仅有两成
    if "规定" in before:
        condition = None  # 合同规定，若延期付款，须支付
    ahead = "forecast" in forces or ("reckon" in forces and _AHEAD.search(told))
    if ahead or (condition and ({"report", "reckon"} & set(forces) or _FOLLOWS.search(before, condition.end()))):
        return "projected"
    return _intent(told, own, forces)


def _means(words: str) -> bool:
    """Whether words say what is meant to be, not of those who mean it (有意扩产的企业)."""
    plans = (plan for plan in _PLANS.finditer(words) if not _ASIDE.search(words, 0, plan.start()))
    return any(not (plan.group() in _MINDS and _OF_THOSE.match(words, plan.end())) for plan in plans)


def _intent(before: str, own: str, forces: list[str]) -> Modality:
    """The mood of what is hoped, meant to be or wanted, or of what is; ``own`` are the words of the figure's clause."""
    if _HOPED.search(own) or (forces and _WILL.search(own) and not _EACH_TIME.search(own)):
        return "projected"
    came = _CAME.search(own)
    if _AIMED.search(before) and not came:
        return "planned"
    meant = _means(own if came else _TURN.split(before)[-1])
    if meant or ("announce" in forces and not (_DONE.search(before) or _SO.search(own))):
        return "planned"
    return "demanded" if _OUGHT.search(before) else "asserted"
