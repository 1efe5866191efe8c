"""What is more or less than another: a change where the other is an earlier time of the same, else a difference.

比2019年高5个百分点 is a rise; 比全国平均高5个百分点 and 航程比绕行缩短四成 are none.
"""

from __future__ import annotations

import re

from kaoju.annotations import Direction
from kaoju.claims.body import Body, Span
from kaoju.claims.changes import CHANGE

_THAN = re.compile(
    "比起|相较于?|相比于?|较之|(?<![占同环百之可相对性])比(?![例重率值价较如])|(?<![比计])较(?![为高低大小多少快慢强弱好])"
)
_ADVERBS = "(?:分别|足足|整整|竟|却|则|还|更|又|也|亦|仍|只|仅|约|反而)*"
_ENDED = "(?:[出了上达]|约|近|逾|超过|不止|不足|将近)*"
_MORE = re.compile(f"{_ADVERBS}(?:[高多超][出了]?|[大长快贵重宽深])(?:{_ENDED})$")
_LESS = re.compile(f"{_ADVERBS}(?:[低少][出了]?|[小短慢轻窄浅]|便宜)(?:{_ENDED})$")
# 比战前, 较改革前夕, 比峰值: an earlier time of the same thing
_EARLIER = re.compile(
    "(?<!之)前[夕期年届次任]?|当[初时年]|起初|最初|原[来先有本]|往[年昔日]|过去|以往|早[年先期]|[初同]期|去年|历史|旧"
    "|上[年月季周届期次轮一]|[顶高低]点|高?峰|谷底?|基[期线]|基准(?!情[形景]|方案|假设)|[发招]行?价|首[年期季月]|年代|世纪"
)
_NOW = re.compile("目前|当[前下今]|现[时在行有今]|如今|今[年日天]")


def way(body: Body, words: Span) -> Direction | None:
    """What the words before a figure say by comparing; None where they compare nothing, or a verb tells which way."""
    than = body.cut(_THAN, words.start, words.end)
    if than is None:
        return None
    said = body.masked[than.end() : words.end]
    more, less = _MORE.search(said), _LESS.search(said)
    if adjective := more or less:
        other = Span(than.end(), than.end() + adjective.start())
        return ("increase" if more else "decrease") if _is_earlier(body, other) else "level"
    changes = list(CHANGE.finditer(said))
    if not changes:
        return None
    other = Span(than.end(), than.end() + changes[0].start())
    is_time = _is_earlier(body, other) or _NOW.search(body.masked, *other)
    return None if is_time or other.start == other.end else "level"


def _is_earlier(body: Body, other: Span) -> bool:
    """Whether what is compared with is an earlier time."""
    return bool(body.times_in(other.start, other.end) or _EARLIER.search(body.masked, *other))
