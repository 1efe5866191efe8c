"""Names that a dash makes of several, bound by what they name or by the original beside them: 克拉里昂—克利珀顿区,
斯托尔珀—萨缪尔森定理. What no such word binds stays apart: 里根—尼克松时期, 北京—上海高铁, 中国—东盟自贸区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kaoju.names import shapes

_HAN, _DASH = "[\u3400-\u9fff]", shapes.DASH.pattern
# （Clarion-Clipperton Zone）
_ORIGINAL = r"[（(][A-ZÀ-Þ][A-Za-zÀ-ÿ.’']*[-–—][A-ZÀ-Þ]"
# 区域 is no 区
_GOES_ON = "[域间别分块划]"
# what the characters of the parts must gain together, and each part by the character
_ENOUGH, _EACH = 4.6, -0.6


def bound_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such names stand in a text, and their labels.

    >>> text = "国际海底管理局把克拉里昂—克利珀顿区划为采矿区"
    >>> [(text[start:end], label) for start, end, label in bound_names(text)]
    [('克拉里昂—克利珀顿区', 'LOC')]
    """
    for match in _pattern().finditer(text):
        gained = [_left(match["left"]), *(_gain(part) for part in re.split(_DASH, match["right"]))]
        if sum(sum(gains) for gains in gained) < _ENOUGH or any(sum(one) < _EACH * len(one) for one in gained):
            continue
        label = shapes.words("bound")[match["end"]] if match["end"] else _label(match["right"])
        yield match.end("left") - len(gained[0]), match.end(), label


def parts_of(name: str) -> tuple[list[str], str]:
    """The parts of a name with a dash, and the word that binds them.

    >>> parts_of("斯托尔珀—萨缪尔森定理")
    (['斯托尔珀', '萨缪尔森'], '定理')
    """
    *before, last = re.split(_DASH, name)
    end = shapes.ending(last, "bound") or ""
    return [*before, last.removesuffix(end)], end


@cache
def _pattern() -> re.Pattern[str]:
    ends = "|".join(sorted(shapes.words("bound"), key=len, reverse=True))
    return re.compile(
        rf"(?P<left>{_HAN}{{2,7}}){_DASH}(?P<right>{_HAN}{{2,6}}?(?:{_DASH}{_HAN}{{2,6}}?)?)"
        rf"(?:(?P<end>{ends})(?!{_GOES_ON}(?!为))|(?={_ORIGINAL}))"
    )


def _gain(part: str) -> list[float]:
    return [shapes.gain(char) for char in part]


def _left(before: str) -> list[float]:
    """What the characters of the first part gain: as many before the dash as gain most."""
    gains = _gain(before)
    return max((gains[at:] for at in range(len(gains) - 1)), key=sum)


def _label(last: str) -> str:
    """What a name is by the end of its last part, where only the original binds it."""
    for kind in ("end", "tail"):
        if end := shapes.ending(last, kind):
            return shapes.words(kind)[end]
    return "PERSON"
