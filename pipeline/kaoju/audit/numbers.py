"""A change against its ends: 由8.5亿美元增至9.23亿美元，增长8.2%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from kaoju.audit.passages import Mention, Passage, agrees, amount, misfit, precision, printed, rounded
from kaoju.audit.records import Finding, Row

_RISE = "增加|增长|增|成长|上升|上涨|上浮|上调|调升|调高|升高|升幅|升|涨|提高|提升|扩大|扩张|多|高"
_FALL = "减少|缩减|削减|缩小|压缩|减|下降|下跌|下滑|下调|调降|调低|降低|降|跌|萎缩|缩水|蒸发|耗[掉去]|回落|收窄|少|低"
_CHANGE = f"{_RISE}|{_FALL}"
# the words of a clause that says no more than by how much: nothing in it may name another thing or another time
_BY_HOW_MUCH = re.compile(
    rf"""(?:也就是|相当于|换言之|即|共计?|总共|累计|合计|一举|整整|足足|大幅度?|猛|骤|急|净|按年|同比|较上年|较上一年|比上年
        |[一两三四五六七八九十几0-9]+年[间来内里]?|[只仅就])*+
    (?:(?:{_CHANGE})++(?:的?(?:幅度?|比例|比率|率|速度?)|出)?|[增涨降减升跌加]幅)
    (?:[仅只就却竟也已]|了|为|达到?|高达|多达|将近|接近|近|约为?|大约|超过?|逾|不到|不足|至少|足有|有)*+""",
    re.VERBOSE,
)
# by how much a year: 年均增长5%
_A_YEAR = re.compile(
    rf"(?:年均|平均每年|每年平均)(?:{_CHANGE})++(?:幅度?|率|速度?)?(?:了|为|达到?|高达|近|约为?|超过?|逾)*+"
)
_YEARS = re.compile("([0-9]{4})(?:-[0-9]{2})?/([0-9]{4})(?:-[0-9]{2})?")
# told as two: 2015年为50亿美元，2020年增至80亿美元
_BECAME = re.compile(
    rf"(?:到|至)?(?:[0-9]{{4}}年|次年|翌年)?度?(?:则|又|已|就|便|却|迅速|大幅|进一步)*(?:(?:{_CHANGE})[到至为]|达到?|为)"
)
# 1130亿美元，到2025年1月仅余375亿美元: what is left is of what was there
_LEFT = re.compile(
    r"[，,](?:但|而)?(?:到|至)?(?:[0-9]{4}年|次年|翌年|如今|目前)?(?:[0-9]{1,2}月)?[初底末]?(?:时|却|已|就|便)*"
    r"[仅只尚还]*(?:余下?|剩下?|剩余)(?:了|约|不到)*"
)
# of another base than the earlier of two
_ANOTHER_BASE = re.compile("同比|按年|较|比|年均")
# of the year before: not of the first of several years
_YEAR_BEFORE = re.compile("同比|按年|[较比]上一?年")
_NAMED = re.compile(rf"(?:{_CHANGE})++(?:幅度?|率)?(?:了|为|达到?|高达|近|约为?|超过?|逾)*+$")
# 为9.23亿美元，比上一年的8.5亿美元增长8.2%: the later end stands first
_COMPARED = re.compile("[，,]?(?:比|较|相较|相比)[^，,。；;]{0,20}的")
# 增长8.2%，已由8.5亿美元: a change that a rate leads to, and the thing that it is of where it is named
_FROM = re.compile(
    "[，,（(](?:已经?|即|也?就是|却|则|又|分别)*(?P<thing>[^，,。；;]{0,8}?)[由从自](?:[^，,。；;]{0,12}[年月]的?)?(?:约|近)*"
)
_DOUBLED = re.compile(r"(?:整整|足足|正好|几乎|大约|约|一举|已|共)*(?:又)?")
_TIMES = re.compile(
    "(?:[也已]|正好|大约|约)*(?:为|是|相当于)"
    "(?:[其它]|此前|之前|原来|原先|原有|当初|当年|最初|起初|先前|以前)+(?:水平)?的?(?:近|约|整整)*"
)


@dataclass(frozen=True, slots=True)
class Change:
    """From one figure to another of the same kind and unit."""

    before: Mention
    after: Mention

    @property
    def ends(self) -> tuple[float, float] | None:
        """Both values, where both are exact."""
        before, after = self.before.exact, self.after.exact
        return (before, after) if before is not None and after is not None else None


def arithmetic(sentences: Sequence[Passage]) -> Iterator[Finding]:
    """Changes whose stated rate, difference or multiple does not follow from their ends.

    The ends are two figures that one claim ties together, or of which one is set against the other; the change is what
    the words right after them state, or the words right before. A row stands at the claim of the stated change.
    """
    for number, sentence in enumerate(sentences):
        for change, last in _changes(sentence):
            following = zip(repeat(sentence), range(last + 1, len(sentence.mentions)))
            for place, index in _stated_after(chain(following, _first_of_next(sentences, number)), change):
                yearly = _A_YEAR.fullmatch(place.clause(index))
                yield from (_checked_by_year if yearly else _checked)(change, place.mentions[index])
            if stated := _stated_before(sentence, last - 1, change):
                yield from _checked(change, stated)


def _first_of_next(sentences: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    """The first figure of the sentence right after one."""
    following = sentences[number + 1 : number + 2]
    yield from ((one, 0) for one in following if one.mentions and 0 <= one.start - sentences[number].end <= 2)


def _changes(sentence: Passage) -> Iterator[tuple[Change, int]]:
    """The changes whose ends stand in a sentence, each with the index of the end that is printed last."""
    for index, (before, after) in enumerate(zip(sentence.mentions, sentence.mentions[1:], strict=False), start=1):
        if before.like != after.like:
            continue
        left = _LEFT.fullmatch(sentence.before(index)) and (before.exact or 0) > (after.exact or 0)
        if left or (before.claim is after.claim and _is_from_to(before, after)):
            yield Change(before, after), index
        elif _COMPARED.fullmatch(sentence.before(index)):
            yield Change(after, before), index
        elif _is_told_as_two(before.claim, after.claim) and _BECAME.fullmatch(sentence.clause(index)):
            yield Change(before, after), index


def _is_told_as_two(before: Row, after: Row) -> bool:
    """Whether two claims give the value of one thing at an earlier and a later time."""
    same = all(before[name] and before[name] == after[name] for name in ("subject", "metric"))
    return bool(same and before["time"] and after["time"] and before["time"][:4] < after["time"][:4])


def _is_from_to(before: Mention, after: Mention) -> bool:
    claim = after.claim
    return (claim["from_low"], claim["from_high"]) == (before.figure["low"], before.figure["high"]) and (
        claim["low"],
        claim["high"],
    ) == (after.figure["low"], after.figure["high"])


def _stated_after(following: Iterable[tuple[Passage, int]], change: Change) -> Iterator[tuple[Passage, int]]:
    """The figures right after the ends that say by how much; the first that says something else ends them."""
    apart = change.before.claim is not change.after.claim and change.before.start < change.after.start
    for place, index in following:
        words = place.clause(index)
        doubled = "番" in place.mentions[index].words and _DOUBLED.fullmatch(words)
        if not (doubled or any(form.fullmatch(words) for form in (_BY_HOW_MUCH, _TIMES, _A_YEAR))):
            return
        if (apart and _ANOTHER_BASE.search(words)) or (_YEAR_BEFORE.search(words) and _takes_years(change)):
            return
        if _clauses(place.before(index)) > 2:
            return
        yield place, index


def _takes_years(change: Change) -> bool:
    years = _YEARS.fullmatch(change.after.claim["time"] or "")
    return years is not None and int(years[2]) - int(years[1]) > 1


def _clauses(words: str) -> int:
    return len(re.findall(r"[，,。；;]", words)) + 1


def _stated_before(sentence: Passage, index: int, change: Change) -> Mention | None:
    """The rate that is stated right before the words 由 … 到 …: 增长8.2%，由8.5亿美元增至9.23亿美元.

    Not that of another thing: 船舶减少29%，净收入由31.5亿美元增至34.5亿美元.
    """
    opens = _FROM.fullmatch(sentence.before(index))
    if not index or opens is None or not _NAMED.search(sentence.clause(index - 1)[-20:]):
        return None
    stated = sentence.mentions[index - 1]
    again = opens["thing"] in sentence.clause(index - 1)
    return stated if again and _are_of_one_thing(stated.claim, change.after.claim) else None


def _are_of_one_thing(one: Row, other: Row) -> bool:
    return all(one[name] == other[name] for name in ("subject", "metric"))


def _checked(change: Change, stated: Mention) -> Iterator[Finding]:
    ends = change.ends
    if ends is None or ends[0] <= 0 or ends[1] <= 0:
        return
    answers = _right_answers(change, stated, ends)
    if answers and not any(agrees(answer, stated, _tolerance(change, stated)) for answer in answers):
        yield misfit(stated, _message(change, stated, ends))


def _checked_by_year(change: Change, stated: Mention) -> Iterator[Finding]:
    """年均增长5%, compounded or not, over the years of the change, which may be counted with either end or without."""
    years = _YEARS.fullmatch(change.after.claim["time"] or "")
    if change.ends is None or min(change.ends) <= 0 or years is None or stated.figure["kind"] != "PERCENT":
        return
    (before, after), span = change.ends, int(years[2]) - int(years[1])
    spans = [count for count in (span, span - 1, span + 1) if count > 0]
    rates = [100 * abs((after / before) ** (1 / count) - 1) for count in spans]
    means = [100 * abs(after - before) / before / count for count in spans]
    room = precision(stated.figure) + 0.03 * max(rates, default=0)
    if rates and not any(agrees(answer, stated, room) for answer in (*rates, *means)):
        ends = "到".join(printed(end) for end in (change.before, change.after))
        message = f"由{ends}，{span}年间年均变动{rounded(rates[0])}%，文中作{printed(stated)}。"
        yield misfit(stated, message)


def _right_answers(change: Change, stated: Mention, ends: tuple[float, float]) -> list[float]:
    """What the ends come to, in the kind of the stated change; more than one where the words can be read both ways."""
    before, after = ends
    kind = stated.figure["kind"]
    is_share = change.after.figure["kind"] == "PERCENT"
    if kind == "PERCENTAGE_POINT":
        return [abs(after - before)] if is_share else []
    if kind == "PERCENT":
        # 由4%提高到5%，提高1% is loose for a point, and 25% is as right
        return [100 * abs(after - before) / before, *([abs(after - before)] if is_share else [])]
    if kind == "MULTIPLE" and "番" in stated.words:
        return [after / before] if after > before else []
    if kind == "MULTIPLE":
        return [after / before, after / before - 1] if after > before else []
    return [abs(after - before)] if stated.like == change.after.like else []


def _tolerance(change: Change, stated: Mention) -> float:
    """How far a stated change may be off: by its last digit, and by those of ends that give fewer."""
    own = precision(stated.figure)
    ends = [precision(end.figure) for end in (change.before, change.after)]
    if stated.figure["kind"] == "PERCENT":
        return max(own, 0.02 * (stated.figure["low"] or 0)) + _of_bare_ends(change, ends)
    if "基点" in stated.words:  # interest rates are set, not measured: 4% is 4.00%
        return own / 2
    if "番" in stated.words:
        return 0.15 * (stated.figure["low"] or 0)  # 翻一番 is said of a little less or more
    if stated.figure["kind"] == "MULTIPLE":
        return max(own, 0.1 * (stated.figure["low"] or 0)) / 2 + 0.05
    return own / 2 + sum(end / 2 for end in ends if end > own) + 1e-6 * own


def _of_bare_ends(change: Change, digits: list[float]) -> float:
    """What rounding an end to a single digit does to a rate: 由3万亿元增至4万亿元 says little."""
    before, after = change.before.exact or 1.0, change.after.exact or 1.0
    bare = [digit / 2 for end, digit in zip((before, after), digits, strict=True) if end < 10 * digit]
    return 100 * sum(bare) * max(1.0, after / before) / before if change.after.figure["kind"] != "PERCENT" else 0.0


def _message(change: Change, stated: Mention, ends: tuple[float, float]) -> str:
    answer = _right_answers(change, stated, ends)[0]
    verb = "增加" if ends[1] > ends[0] else "减少"
    kind = stated.figure["kind"]
    if kind == "PERCENT":
        said = f"应为{'增长' if ends[1] > ends[0] else '下降'}{rounded(answer)}%"
    elif kind == "PERCENTAGE_POINT":
        points = f"{rounded(100 * answer)}个基点" if "基点" in stated.words else f"{rounded(answer)}个百分点"
        said = f"应为{'上升' if ends[1] > ends[0] else '下降'}{points}"
    elif kind == "MULTIPLE":
        said = f"后者为前者的{rounded(answer)}倍"
    else:
        said = f"应{verb}{amount(answer, stated)}"
    before, after = (printed(end) for end in (change.before, change.after))
    return f"由{before}到{after}，{said}，文中作{printed(stated)}。"
