"""One figure set against another: 甲为36%，乙为28%，相差9个百分点; 前者是后者的3倍; 由9亿元降至10亿元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kaoju.audit.passages import Mention, Passage, agrees, amount, misfit, precision, printed, rounded
from kaoju.audit.records import Finding

_NEAR = "(?:将近|接近|近|约为?|大约|超过?|逾|不到|不足|仅|只|高达|达到?|为|有|了)*"
_APART = re.compile(rf"(?:两者|二者|两国|双方|两地|彼此|前后|其间)?(?:之间)?的?(?:相差|相去|差距|之差|差额){_NEAR}")
# 36.2%，高于乙国（28.4%）7.8个百分点
_BESIDE = re.compile("[，,]?(?:比|较|高于|低于|多于|少于|超出|超过)[^，,。；0-9]{1,14}[（(]")
_BY = re.compile(rf"[)）](?:的水平)?(?:高|低|多|少|高出|低出|多出|少了)?{_NEAR}")
_FORMER = re.compile(rf"前者(?:[约正]好?|几乎|大约|已)?(?:是|为|相当于)后者的{_NEAR}")
_LATTER = re.compile(rf"后者(?:[约正]好?|几乎|大约|已)?(?:是|为|相当于)前者的{_NEAR}")
# 300亿元，是乙国（100亿元）的3倍
_IS = re.compile(r"[，,、]?(?:约|大约|几乎)?(?:是|为|相当于)[^，,。；0-9]{1,14}[（(]?")
_OF = re.compile(rf"[)）]?的{_NEAR}")
# 跌落到51%，比原先少了27个百分点: of what was told before, of whichever figure that is
_THAN_BEFORE = re.compile(
    "[比较](?:原先|原来|此前|之前|先前|最初|起初|当初)(?:的水平)?"
    f"(?:(?P<up>[高多升涨]|上升|提高|增加)|[少低降跌]|下降|减少)[出了]*{_NEAR}"
)
_TO = re.compile("[到至]$")
_POINTS = ("PERCENT", "PERCENTAGE_POINT")
# the price of a currency falls as the currency rises
_TURNED = re.compile("汇率|升值|贬值|兑")
_WAYS = {"increase": "上升", "decrease": "下降"}


def differences(sentences: Iterable[Passage]) -> Iterator[Finding]:
    """Differences and multiples that do not follow from the two figures right before them, and changes that go the
    other way than their words say."""
    earlier: list[Mention] = []
    for sentence in sentences:
        for index, mention in enumerate(sentence.mentions):
            if index > 1:
                yield from _of_two(sentence, index)
                yield from _than_before(sentence, index, [*earlier, *sentence.mentions[: index - 1]])
            if index:
                yield from _turned(sentence, sentence.mentions[index - 1], mention)
        earlier = sentence.mentions


def _of_two(sentence: Passage, index: int) -> Iterator[Finding]:
    one, two, stated = sentence.mentions[index - 2 : index + 1]
    first, second = one.exact, two.exact
    if one.like != two.like or not first or not second or min(first, second) <= 0:
        return
    words, led, own = sentence.clause(index), sentence.before(index - 1), sentence.before(index)
    if _APART.fullmatch(words) or (_BESIDE.fullmatch(led) and _BY.fullmatch(own)):
        yield from _apart(one, two, stated, abs(first - second))
    elif stated.figure["kind"] == "MULTIPLE" and "番" not in stated.words:
        if (_IS.fullmatch(led) and _OF.fullmatch(own)) or _FORMER.fullmatch(words):
            yield from _times(one, two, stated, first / second)
        elif _LATTER.fullmatch(words):
            yield from _times(two, one, stated, second / first)


def _than_before(sentence: Passage, index: int, told: list[Mention]) -> Iterator[Finding]:
    """A difference from what was told before, where no share in this sentence or the one before makes it come out."""
    last, stated = sentence.mentions[index - 1 : index + 1]
    way = _THAN_BEFORE.fullmatch(sentence.clause(index))
    bases = [one for one in told if one.like == last.like and one.exact]
    own = next((one for one in bases if one in sentence.mentions), None)
    kinds = last.figure["kind"], stated.figure["kind"]
    if not (way and own and last.exact and _TO.search(sentence.before(index - 1)) and kinds == _POINTS):
        return
    room = precision(last.figure) + precision(stated.figure)
    answers = [(last.exact - (base.exact or 0)) * (1 if way["up"] else -1) for base in bases]
    if not any(agrees(answer, stated, room) for answer in answers):
        message = f"前文的{printed(own)}与{printed(last)}相差{rounded(abs(answers[bases.index(own)]))}个百分点"
        yield misfit(stated, f"{message}，文中作{printed(stated)}。")


def _apart(one: Mention, two: Mention, stated: Mention, answer: float) -> Iterator[Finding]:
    is_points = one.figure["kind"] == "PERCENT" and stated.figure["kind"] == "PERCENTAGE_POINT"
    room = sum(precision(each.figure) for each in (one, two, stated)) / 2
    if (is_points or stated.like == one.like) and not agrees(answer, stated, room):
        told = f"{rounded(answer)}个百分点" if is_points else amount(answer, stated)
        yield misfit(stated, f"{printed(one)}与{printed(two)}相差{told}，文中作{printed(stated)}。")


def _times(one: Mention, two: Mention, stated: Mention, answer: float) -> Iterator[Finding]:
    if not agrees(answer, stated, max(precision(stated.figure), 0.1 * answer) / 2 + 0.05):
        yield misfit(stated, f"{printed(one)}是{printed(two)}的{rounded(answer)}倍，文中作{printed(stated)}。")


def _turned(sentence: Passage, before: Mention, mention: Mention) -> Iterator[Finding]:
    """A change of a claim that names both its ends, the one right before the other."""
    way = _WAYS.get(mention.claim["direction"])
    if way is None or not _are_ends(before, mention) or _TURNED.search(sentence.text):
        return
    first, last = before.exact, mention.exact
    if first is not None and last is not None and first != last and (first < last) != (way == "上升"):
        other = "下降" if way == "上升" else "上升"
        yield misfit(mention, f"由{printed(before)}到{printed(mention)}是{other}，文中作{way}。")


def _are_ends(before: Mention, after: Mention) -> bool:
    claim = after.claim
    ends = before.figure["low"], after.figure["low"]
    return before.claim is claim and before.like == after.like and (claim["from_low"], claim["low"]) == ends
