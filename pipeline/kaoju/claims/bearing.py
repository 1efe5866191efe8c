"""Which times told in a sentence are still those of a figure behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.annotations import Time
from kaoju.claims import comparing
from kaoju.claims.against import is_baseline, is_of_origin
from kaoju.claims.body import Body, Span
from kaoju.claims.conditions import CONDITION, SUPPOSED

# 青岛2012年便划拨, 10月起执行, 至2029年降到60%
_AT_ONCE = re.compile("(?:便|即(?![使便将])|才|就(?!业)|率先)|起(?:[执施]行|生效|实施)")
_TO_LEVEL = re.compile("[^，。；]{0,4}[降升增减提]")
# 2022年8月的调查显示, 截至2022年: of all that is told
_STUDIED = re.compile("的?[^，。；]{0,8}(?:调查|报告|统计|民调|问卷|数据|[公发]布)")
_LED = re.compile("(?:截[至止]|[到至])$")
_HEAD = re.compile("[^，。；：]{0,2}")
_AND = ("与", "和", "及", "、")
# how far before a time the one before it in a list may begin
_LISTED = 12
_MONTH = len("2018-03")
# 报告也指出，倘若: what is supposed, whoever says so
_SUPPOSES = re.compile(rf"(?:[^。；，]{{1,12}}，)?(?!若[论以按从])(?:{SUPPOSED.pattern})")
# of the year that a forecast is for, whatever it supposes
_FORETOLD = re.compile(f"{CONDITION.pattern}|将(?!近)|预[计测期]")
# 十年前只有16%
_BACK = ("年前", "年之前", "年以前")
_BUT = re.compile("[只仅才尚还]|不过|不到|不足")
# 收购2008年以后毁林的豆子
_NAMES = re.compile("(?:[以之]?[后前])(?=[^，。；]{2,12}的)")
# 每上涨1%，翌年便下降; 第一年为五成，第二年
_OF_ANY = re.compile("[次翌]年|第二年|同一年")
_ANY = re.compile("每(?![年周届逢])[^，。；]{0,12}，|只要|凡是?|一旦|若|如果|倘")
_FIRST = re.compile("第一年|[首头]年|头一年|当年")
# 如今, 数年前, 四十年后, 五年耗资, 到他离任时
_UNDATED = re.compile(
    "(?:如今|现今|而今)(?!年)|时至今日|今年"
    "|(?:[数几余多]|[十百][几余多]?|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+[余多])年[余多]?[以之]?前"
    "|[一二两三四五六七八九]年[余多][以之]?前"
    "|(?<![0-9一二两三四五六七八九十])[0-9一二两三四五六七八九十]+年[以之]?后(?=，)"
    "|(?<![^，。；：])(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})年(?![间之内来后前里以期中初底末多余合共总累均级度代一])"
    "|(?<![^，。；：])(?:[到至待]|等到|直到)(?![此那这当同其])[^，。；：0-9]{2,8}(?:时|之[时日际])(?=，)"
)
# 还要招20万人, 而空缺率已在8%以上
_AHEAD = re.compile("将(?!近)|必?须|应|还?得|可望|有望|力争|(?<![需主重首必])要(?![求素因点])|规划|目标")
_SO_FAR = re.compile("(?:已(?!.{0,3}将)|目前|迄今|至今|眼下)(?!的)")


def bearing(body: Body, sentence: Span, clause: Span, times: Sequence[Time], figure: int) -> list[Time]:
    """The times of a sentence, of those before a figure in a clause, that are the figure's: neither what it is held
    against, nor of another item of a list, nor told in passing or of what is yet to be, nor before 如今."""
    since = undated(body, sentence.start, figure)
    return [
        time
        for time in times
        if time["start"] >= since
        if not is_baseline(body, time, figure) and not is_of_origin(body, time, figure)
        if not _is_until(body, time) or time["end"] == figure
        if not _is_of_another(body, sentence, time, figure)
        if not _is_aside(body, sentence, time, clause)
        if not _is_ahead(body, sentence, time, clause, figure)
    ]


def undated(body: Body, start: int, end: int) -> int:
    """Where the last time without a date ends in a range: what is told behind 如今, 数年前 or 到他离任时 is of no
    time told before."""
    found = (match for match in _UNDATED.finditer(body.masked, start, end) if not body.is_time(match.start()))
    return max((match.end() for match in found), default=start)


def is_of_any(body: Body, sentence: Span, time: Time) -> bool:
    """每上涨1%，翌年便下降: the year after any; 第一年为五成，第二年: the second of a course."""
    words = body.text[time["start"] : time["end"]]
    if words.startswith("第二年") and _FIRST.search(body.masked, sentence.start, time["start"]):
        return True
    dated = any(not _OF_ANY.match(body.text, one["start"]) for one in body.times_in(sentence.start, time["start"]))
    return bool(not dated and _OF_ANY.match(words) and _ANY.search(body.masked, sentence.start, time["start"]))


def _is_until(body: Body, time: Time) -> bool:
    """期限延长至2030年, with all that stands in its list: 延后至2049年与2048年."""
    start = time["start"]
    if body.masked.endswith(_AND, 0, start):
        beside = {one["end"]: one["start"] for one in body.times_in(start - _LISTED, start - 1)}
        start = beside.get(start - 1, start)
    return comparing.is_until(body.masked, start)


def _is_ahead(body: Body, sentence: Span, time: Time, clause: Span, figure: int) -> bool:
    """到2030年还要招20万人，而空缺率已在8%以上: whether a time is a target told in an earlier clause, and the figure of
    what is so already."""
    told = body.clause_at(sentence, time["start"])
    return bool(
        told.end <= clause.start
        and body.masked.endswith(("到", "至"), 0, time["start"])
        and _AHEAD.search(body.masked, told.start, clause.start)
        and _SO_FAR.search(body.masked, clause.start, figure)
    )


def _is_aside(body: Body, sentence: Span, time: Time, clause: Span) -> bool:
    """Whether an earlier clause only told of a time in passing: to look back (十年前只有16%), or to name something
    (收购2008年以后毁林的豆子)."""
    told = body.clause_at(sentence, time["start"])
    if told.end > clause.start or not body.times_in(sentence.start, time["start"]):
        return False
    if body.masked.endswith(_BACK, time["start"], time["end"]) and _BUT.search(body.masked, time["end"], told.end):
        return True
    last = body.word_over(time["start"] - 1)
    return last is not None and last.tag == "v" and bool(_NAMES.match(body.masked, time["end"], told.end))


def _is_of_another(body: Body, sentence: Span, time: Time, figure: int) -> bool:
    """Whether a time belongs to another item of a list than the figure, between semicolons (青岛2012年便已开办；成都
    缴费100元), or what is supposed there has none (2024年为44%；倘若煤价再跌三成)."""
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
    if _AT_ONCE.match(body.masked, end) or body.masked.endswith("早在", sentence.start, start):
        return True
    if _LED.search(body.masked, sentence.start, start):
        return _TO_LEVEL.match(body.masked, end) is not None
    if _STUDIED.match(body.masked, end) or "/" in time["edtf"] or len(time["edtf"]) < _MONTH:
        return False
    ends = [one["end"] for one in body.times_in(sentence.start, start)]
    head = max([body.clause_at(sentence, start).start, *ends])  # 三年后的7月
    return not _HEAD.fullmatch(body.masked, head, start)
