"""A part of a whole against the share that is stated: 总额100亿元，其中军援45亿元，占55%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kaoju.audit.passages import Mention, Passage, agrees, amount, misfit, precision, printed, rounded
from kaoju.audit.records import Finding

_NEAR = "(?:将近|接近|近|约为?|大约|超过?|逾|不到|不足|仅|只|高达|达到?|为)*"
# of the whole that was told, and of nothing else: not 占国内生产总值的
_OF_IT = re.compile(rf"(?:约|大约|只|仅|就)?占(?:比|到|了|去)?(?:其|其中|全部|[该这]?总[额量数计])?的?{_NEAR}")
_OF_WHICH = re.compile("[^。；0-9]{0,8}(?:其中|包括|内含)[^，,。；：0-9]{1,14}")
# 45亿元，占总额100亿元的45%
_OUT_OF = re.compile(r"[^，,。；0-9]{0,6}[，,（(](?:约|大约|只|仅)?占(?:到|了|去)?[^，,。；0-9]{0,12}")
_OF = re.compile(f"的{_NEAR}")
# 100亿元的45%，即45亿元
_THAT_IS = re.compile(rf"[，,、（(—]*(?:也就是|即|合|约合|折合|相当于|计){_NEAR}")
_AMOUNTS = ("MONEY", "QUANTITY")


def shares(sentences: Iterable[Passage]) -> Iterator[Finding]:
    """Shares that are not what the part comes to in the whole, where a sentence gives all three one after the other:
    the whole, the part and the share; the part, the whole and the share; the whole, the share and the part."""
    for sentence in sentences:
        for index in range(2, len(sentence.mentions)):
            if told := _told(sentence, index):
                yield from _checked(*told)


def _told(sentence: Passage, index: int) -> tuple[Mention, Mention, Mention] | None:
    """The whole, the part and the share of which a figure is the last that is told."""
    one, two, three = sentence.mentions[index - 2 : index + 1]
    second, third = sentence.before(index - 1), sentence.before(index)
    if _is_share(three) and one.like == two.like:
        if _OF_WHICH.fullmatch(second) and _OF_IT.fullmatch(sentence.clause(index)):
            return one, two, three
        if _OUT_OF.fullmatch(second) and _OF.fullmatch(third):
            return two, one, three
    if _is_share(two) and one.like == three.like and _OF.fullmatch(second) and _THAT_IS.fullmatch(third):
        return one, three, two
    return None


def _is_share(mention: Mention) -> bool:
    return bool(mention.figure["kind"] == "PERCENT")


def _checked(whole: Mention, part: Mention, share: Mention) -> Iterator[Finding]:
    total, own = whole.exact, part.exact
    if whole.figure["kind"] not in _AMOUNTS or not total or not own or min(total, own) <= 0:
        return
    answer = 100 * own / total
    room = answer * (precision(part.figure) / own + precision(whole.figure) / total) / 2
    if not agrees(answer, share, room + max(precision(share.figure) / 2, 0.02 * answer)):
        message = f"{printed(part)}占{printed(whole)}的{rounded(answer)}%，文中作{printed(share)}。"
        if own > total:
            message = f"部分{amount(own, part)}大于整体{amount(total, whole)}，文中占比作{printed(share)}。"
        yield misfit(share, message)
