"""A thing and its measure: 日本 and 贸易逆差 in 日本的贸易逆差."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kaoju.claims.body import Body, Span, Word
from kaoju.claims.kinds import GROUPS, HOLDERS, PARTY, TOTAL, is_measure, past_names
from kaoju.claims.nouns import is_nominal_verb
from kaoju.claims.phrases import subject_of
from kaoju.claims.trimming import clean, openings, trimmed

# 累计支出, 人均收入: how a measure is taken, not whose it is
_TOTAL_OF = re.compile("[总均年]|[人户年月日]均|平均|累计|实际|名义|总体|整体|单价?|每[^，]")
_SHARE_BY_NAME = re.compile("[所]?占[^，。；：的]{2,16}的(?:比重|比例|份额|百分比)$")
# where a measure begins: 走私烟所占份额, 农村居民人均收入
_BEGINS = re.compile("(?:所[占持获得]|(?<!按)[人户生亩年月日周]均)(?=[^的]{2,}$)")
_HOW_MUCH = ("总", "平均", "累计", "年")
# 国防预算: of what kind a measure is, not whose
_KIND = re.compile("(?:国防|防务|军事|财政|经济|教育|医疗|科研|贸易|外贸|公共|研发|基建|基础设施|关税|年度|中央|双边)+")
# aggregates of the national accounts are one word
_ACCOUNTS = re.compile("(?:国内生产总值|国民生产总值|国民总收入|国民收入)$")
# 中国持有的美国国债: whoever holds or moves it has it
_HELD = re.compile("(?:债券?|债务|贷款|投资|援助|股份|股权|资金|商品|产品|货物)$")
# nouns to jieba that say which, not whose
_ATTRIBUTES = frozenset(["法定", "现有", "既定", "额定", "名义", "实际", "正式", "官方"])
# 经由运河的船舶: by which way, prepositions to jieba
WAYS = frozenset(["经由", "经过", "通过"])
_PLACE = re.compile("[中上里内下]$")
# 公共资金中贷款: a part of a whole; 中国对美投资: one towards another
_AMONG = re.compile(r"(?<!发展)之?中(?P<part>[^的]{2,})$")
_TOWARDS_WHOM = re.compile(r"(?:[人户]均)?(?:每[年月日])?(?:[对向为在凭]|以(?![上下内外及来前后]))")
# 对华债务 is a measure as a whole, and nobody's
_TOWARDS = re.compile("[对自](?:[华美日韩中俄欧英法德印台澳加非](?![比照立抗])|外(?!交)|[^，的]{1,3}[国洲盟])")
# 低收入家庭可支配收入: whose, by a word for people or places
_GROUP = re.compile(f"[^的]*(?:{GROUPS})(?=[^的者们]{{2,}})")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The subject and the metric of a claim, as ranges of the text."""

    subject: Span | None
    metric: Span | None
    is_share: bool = False  # the metric is the whole that the figure is a share of
    aside_of: Arguments | None = None  # the subject is another, or another time's: what it is set against

    def since(self, earlier: Arguments | None) -> Arguments:
        """What the next claim goes on about: after a share, the measure told before it; after an aside, what it was
        set against."""
        if self.aside_of:
            return self.aside_of
        same = earlier is not None and earlier.subject == self.subject
        return Arguments(self.subject, earlier.metric) if self.is_share and earlier and same else self


NOTHING = Arguments(None, None)


def split(body: Body, phrase: Span) -> Arguments:
    """The thing and its measure: at the last 的, or where the names or the qualifying nouns end."""
    if share := _SHARE_BY_NAME.search(body.masked, phrase.start, phrase.end):
        return _share_by_name(body, phrase, share.start())
    if begins := body.cut(_BEGINS, phrase.start, phrase.end):
        at = begins.start()
        return Arguments(trimmed(body, phrase.start, at), clean(body, Span(at, phrase.end)))
    at = _last_of(body, phrase)
    if phrase.start < at:
        return _thing_and_measure(body, Span(phrase.start, at), Span(at + 1, phrase.end))
    if inside := body.times_in(phrase.start + 1, phrase.end - 1):
        who = trimmed(body, phrase.start, inside[0]["start"])
        return Arguments(who, clean(body, Span(inside[-1]["start"], phrase.end)))  # 该国2019年人均国内生产总值
    if named := past_names(body, phrase):
        return Arguments(Span(phrase.start, named), clean(body, Span(named, phrase.end)))
    if _TOWARDS.match(body.masked, phrase.start, phrase.end):
        return Arguments(None, phrase)
    return _of_part(body, phrase) or _of_group(body, phrase) or _of_compound(body, phrase)


def _of_group(body: Body, phrase: Span) -> Arguments | None:
    """低收入家庭可支配收入: whose a measure is, by a word for people or places."""
    group = _GROUP.match(body.masked, phrase.start, phrase.end) if is_measure(body, phrase) else None
    return Arguments(Span(*group.span()), Span(group.end(), phrase.end)) if group else None


def _share_by_name(body: Body, phrase: Span, start: int) -> Arguments:
    """军费占国内生产总值的比重: a measure as a whole; of whom it is told where somebody stands before it."""
    if times := body.times_in(phrase.start, start):
        who = subject_of(body, Span(phrase.start, times[0]["start"]))
        return Arguments(who, clean(body, Span(times[-1]["start"], phrase.end)))
    who = trimmed(body, phrase.start, start)
    if who is None or is_measure(body, who):
        return Arguments(split(body, who).subject if who else None, phrase)
    return Arguments(who, Span(start, phrase.end))


def _of_part(body: Body, phrase: Span) -> Arguments | None:
    """公共资金中贷款: a part of a whole; 年轻人中失业率: whose; 中国对美投资: one towards another."""
    if among := among_whom(body, phrase):
        whole, part = among.subject, among.metric
        is_whose = part and is_measure(body, part) and not _HELD.search(body.masked, *part)
        return among if is_whose and whole and not is_measure(body, whole) else Arguments(part, whole)
    towards = body.cut(_TOWARDS_WHOM, phrase.start + 2, phrase.end)
    if towards:
        who = _before_deed(body, Span(phrase.start, towards.start()))
        return Arguments(who, clean(body, Span(towards.start(), phrase.end)))
    return None


def _before_deed(body: Body, phrase: Span) -> Span | None:
    """政府 in 政府正研究对进口汽车加税: who stands before an adverb and a verb, else the whole phrase."""
    who = subject_of(body, phrase)
    after = body.word_over(who.end) if who and who.end < phrase.end else None
    return who if after and after.tag == "d" else trimmed(body, *phrase)


def among_whom(body: Body, phrase: Span) -> Arguments | None:
    """成年人 and 拥有账户 in 成年人中拥有账户: those among whom, and what stands behind 中."""
    among = body.cut(_AMONG, phrase.start + 2, phrase.end)
    word = body.word_over(among.start()) if among else None
    if among is None or (word and word.known and word.end > among.start("part")):
        return None  # 中线
    return Arguments(Span(phrase.start, among.start()), Span(among.start("part"), phrase.end))


def _last_of(body: Body, phrase: Span) -> int:
    """Where the last 的 of a phrase stands that is not part of a name (波罗的海)."""
    at = body.masked.rfind("的", phrase.start, phrase.end)
    while at > phrase.start and body.is_named(at):
        at = body.masked.rfind("的", phrase.start, at)
    return at


def _of_compound(body: Body, phrase: Span) -> Arguments:
    """复苏基金总规模: the last noun of a compound is the measure, what qualifies it the subject."""
    if not is_measure(body, phrase):
        return _of_deed(body, phrase) or Arguments(phrase, phrase)
    if _ACCOUNTS.search(body.masked, phrase.start, phrase.end):
        return Arguments(None, phrase)
    total = TOTAL.search(body.masked, phrase.start, phrase.end)
    if total and total.start() > phrase.start:
        thing = Span(phrase.start, total.start())
        if _is_thing(body, thing):
            return Arguments(thing, phrase)
        of_deed = total.group()[-1] in "例比重"  # 返还比例, but 设立总额
        return Arguments(None, phrase if of_deed else Span(total.start(), phrase.end))
    words = body.words_in(phrase.start, phrase.end)
    measure = _last_noun(words)
    if _is_owner(words[:measure]):
        return Arguments(Span(phrase.start, words[measure - 1].end), Span(words[measure].start, phrase.end))
    return Arguments(None, phrase)


def _last_noun(words: Sequence[Word]) -> int:
    """The index of the word that a compound's measure begins with: 关系 in 关系|费, 申请 in 申请|人数."""
    last = len(words) - 1
    last -= last > 0 and words[last].end - words[last].start == 1
    while last > 1 and words[last - 1].tag in ("b", "a", "n") and words[last - 1].text in _HOW_MUCH:
        last -= 1
    return last - (last > 1 and words[last - 1].tag == "v" and not is_nominal_verb(words[last - 1]))


def _is_owner(words: Sequence[Word]) -> bool:
    """Whether words before a measure are nouns that it may be of, and say more than of what kind it is (国防预算)."""
    text = "".join(word.text for word in words)
    if not words or _TOTAL_OF.fullmatch(text) or _KIND.fullmatch(text):
        return False
    nouns = all(word.tag[0] in "njsbeqrmf" or word.tag == "vn" or is_nominal_verb(word) for word in words)
    return nouns and any(word.tag[0] in "njs" or PARTY.fullmatch(word.text) for word in words)


def _of_deed(body: Body, phrase: Span) -> Arguments | None:
    """下游鱼类死亡: what befell whom."""
    words = body.words_in(phrase.start, phrase.end)
    if len(words) < 2 or words[-1].tag[0] != "v" or not is_nominal_verb(words[-1]) or words[-2].tag[0] != "n":
        return None
    return Arguments(Span(phrase.start, words[-1].start), Span(words[-1].start, phrase.end))


def _is_thing(body: Body, span: Span) -> bool:
    """Whether a range has more than verbs in it: not 设立 in 设立总额20亿澳元的机制."""
    words = body.words_in(span.start, span.end)
    return not words or any(
        (word.tag[0] != "v" or is_nominal_verb(word)) and word.text not in _ATTRIBUTES for word in words
    )


def _thing_and_measure(body: Body, thing: Span, measure: Span) -> Arguments:
    """Who holds the measure: 俄罗斯 in 俄罗斯在欧盟天然气进口中的份额, 受访者 in 愿意多付电价的受访者."""
    who = subject_of(body, thing)
    if HOLDERS.search(body.text[measure.start : measure.end]):
        if who and who.end < thing.end and not who.start > thing.start:
            return Arguments(who, Span(who.end, measure.end))
        return Arguments(measure, thing)
    if of_head := _of_head(body, thing, measure):
        return of_head
    if who and who.start == thing.start and who.end < thing.end and not body.times_in(who.start, thing.end):
        return Arguments(who, Span(who.end + body.text.startswith("在", who.end), measure.end))
    return _by_what_qualifies(body, thing, measure, who)


def _of_head(body: Body, thing: Span, measure: Span) -> Arguments | None:
    """雅万高铁 in 中国企业承建的雅万高铁全长: what a clause qualifies has the measure, not who does it."""
    words = body.words_in(thing.start, thing.end)
    if len(words) < 2 or words[-1].tag[0] != "v" or is_nominal_verb(words[-1]):
        return None
    read = _of_compound(body, measure)
    if _HELD.search(body.masked, measure.start, measure.end):
        return None
    if read.subject is None or is_measure(body, read.subject) or TOTAL.search(body.masked, measure.start, measure.end):
        return None
    return read if read.subject != measure else None


def goes_by_way(body: Body, sentence: Span, thing: Span) -> bool:
    """Whether a thing is told of by the way that it goes: 船舶 in 经由运河的船舶."""
    words = body.words_in(openings(body, body.clause_at(sentence, thing.start)), thing.start)
    by_way = words[:1] and words[0].text in WAYS and words[-1].text == "的"
    return bool(by_way) and not is_measure(body, thing)


def _by_what_qualifies(body: Body, thing: Span, measure: Span, who: Span | None) -> Arguments:
    """What stands before 的 as a deed (治疗罕见病的注射液), a direction (对非洲的援助), a place, or whose it is."""
    words = body.words_in(thing.start, thing.end)
    led_by_verb = len(words) > 1 and (words[0].tag[0] == "v" or words[0].text in WAYS)
    if led_by_verb and not is_measure(body, measure):
        return Arguments(measure, measure)
    attribute = len(words) == 1 and (words[0].tag[0] not in "nrjl" or words[0].text in _ATTRIBUTES)
    qualifies = attribute or not _is_thing(body, thing)  # 生效的, 受冲击的
    if qualifies and led_by_verb and words[0].tag == "v":
        return Arguments(Span(thing.start, measure.end), measure)  # 流入发展中国家的外国直接投资
    if words and words[0].text in ("对", "向", "从", "自"):
        return Arguments(None, Span(thing.start, measure.end))
    if qualifies or _PLACE.search(body.text[thing.start : thing.end]):
        return _of_compound(body, measure)
    if who is None or who.start > thing.start:
        return Arguments(clean(body, thing), measure)
    times = body.times_in(who.start, thing.end)
    return Arguments(trimmed(body, thing.start, times[0]["start"]) if times else thing, measure)
