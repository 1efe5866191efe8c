"""Whether a time told earlier in a sentence is still that of a figure."""

from __future__ import annotations

import re

from kaoju.annotations import Time
from kaoju.claims.body import Body, Span
from kaoju.claims.conditions import CONDITION, SUPPOSED

# 青岛2012年便划拨, 10月起执行, 至2029年降到60%
_AT_ONCE = re.compile("(?:[便即才]|就(?!业)|率先)|起(?:[执施]行|生效|实施)")
_TO_LEVEL = re.compile("[^，。；]{0,4}[降升增减提]")
_STUDIED = re.compile("的?[^，。；]{0,8}(?:调查|报告|统计|民调|问卷|数据|[公发]布)")
_LED = re.compile("(?:截至|截止|[到至])$")
_BARE = re.compile("[^，。；：]{0,2}")
# 报告也指出，倘若: what is supposed, whoever says so
_SUPPOSES = re.compile(rf"(?:[^。；，]{{1,12}}，)?(?!若[论以按从])(?:{SUPPOSED.pattern})")

# of the year that a forecast is for, whatever it supposes
_FORETOLD = re.compile(f"{CONDITION.pattern}|将(?!近)|预[计测期]")


def is_of_another(body: Body, sentence: Span, time: Time, figure: int) -> bool:
    """Whether a time belongs to another item of a list than the figure, between semicolons: 青岛2012年便已开办；成都人均
    缴费100元; or what is supposed there has none: 2024年为44%；倘若煤价再跌三成."""
    item = body.segment(sentence, time["start"])
    if item.end >= figure:
        return False
    here = body.segment(sentence, figure).start
    if _SUPPOSES.match(body.masked, here, figure) and not _FORETOLD.search(body.masked, *item):
        return True
    return _is_of_deed(body, sentence, time)


def _is_of_deed(body: Body, sentence: Span, time: Time) -> bool:
    """欧洲央行在7月加息, 2012年便划拨: when somebody did something, not when all that is told was so."""
    start, end = time["start"], time["end"]
    led = _LED.search(body.masked, sentence.start, start)
    if _AT_ONCE.match(body.masked, end) or body.masked.endswith("早在", sentence.start, start):
        return True
    if led or _STUDIED.match(body.masked, end):
        return bool(led and _TO_LEVEL.match(body.masked, end))
    before = body.times_in(sentence.start, start)
    heads = _BARE.fullmatch(body.masked, max([body.clause_at(sentence, start).start, *(one["end"] for one in before)]), start)
    return not heads and len(time["edtf"]) >= len("2018-03") and "/" not in time["edtf"]
