"""The line that says in which issue of which journal an article stands: 国际经济论丛 2023年第6期."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_NUMBER = r"[\d〇零○一二三四五六七八九十]{1,4}"
# what such a line may hold beside the journal's name, in any order
_PIECES = re.compile(
    r"(?P<republic>民国[ \t]*(?P<roc>\d{2,3}|[一二三四五六七八九十百〇零○]{2,5})[ \t]*年)"
    r"|(?P<year>(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})[ \t]*(?:年度?|(?=[ \t]*[/.·]|[ \t]*$))"
    rf"|总?第?[ \t]*(?P<volume>{_NUMBER})[ \t]*卷"
    rf"|[总總][ \t]*第?[ \t]*(?P<whole>{_NUMBER})[ \t]*[期号]"
    rf"|第?[ \t]*(?P<issue>{_NUMBER})[ \t]*期"
    r"|(?P<month>(?:\d{1,2}|十?[一二三四五六七八九十])(?:[、,，/-]\d{1,2})*)[ \t]*月"
    r"(?:[ \t]*号|刊)?(?:[ \t]*\d{1,2}[ \t]*日)?"
    r"|(?:第?[ \t]*\d{1,4}(?:[ \t]*[-–—~～][ \t]*\d{1,4})?[ \t]*页|页[ \t]*\d{1,4}(?:[ \t]*[-–—~～][ \t]*\d{1,4})?)"
    r"|(?:Vol|No|Ser|Sum|Serial)[ .,]*(?:No[ .]*)?\d{1,4}|(?:19|20)\d\d(?=\D|$)"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"|[·•][ \t]*[^\s\d·•]{2,10}[ \t]*[·•]|【[^\d【】]{2,10}】"
    r"|IS[SB]N[ \d-]+[Xx]?|CN[ \d/A-Z-]{6,14}|(?<![\d])\d{1,3}(?=[ \t]*$)|^[·• \t]*\d{1,3}(?=[ \t·•])"
)
_SIGNS = " \t·•|/-—–《》〈〉,，、.:：；;()（）[]【】"
_NAME = re.compile(r"[^\d。！？；：，、《》“”]{2,24}")
# names that are a journal's, without an issue beside them
_JOURNAL = re.compile(
    r"《?[^\d。！？；：，、《》“”]{2,16}(?:学报|学刊|论丛|月刊|双月刊|季刊)(?:[（(][^（()）]{2,8}版[)）])?》?"
)


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of a journal: each part as far as a line says it."""

    journal: str | None = None
    year: str | None = None
    number: str | None = None

    @property
    def whole(self) -> bool:
        """Whether journal, year and issue are all told."""
        return bool(self.journal and self.year and self.number)


def issue_of(line: str, plain: str) -> Issue | None:
    """What a line says that holds nothing but the parts of an issue; None for any other.

    >>> issue_of("國際論叢 第四十二卷第一期／2024／頁1-66", "国际论丛 第四十二卷第一期/2024/页1-66")
    Issue(journal='國際論叢', year='2024', number='1')
    """
    if len(plain) > 80:
        return None
    found = list(_PIECES.finditer(plain))
    said = {name: value for match in reversed(found) for name, value in match.groupdict().items() if value}
    journal = _rest(line, plain, found)
    told = said.keys() & ({"issue", "whole", "month"} if journal else {"issue", "whole", "volume", "year", "republic"})
    if journal is None or not told:
        return None
    number = said.get("issue") or said.get("whole")
    return Issue(journal or None, _year(said), _number(number) if number else None)


def is_journal(plain: str) -> bool:
    """Whether a line is the name of a journal by its last word: 北辰大学学报（社会科学版）."""
    return bool(_JOURNAL.fullmatch(plain.strip()))


def _rest(line: str, plain: str, found: list[re.Match[str]]) -> str | None:
    """What such parts leave of a line, where it may be a journal's name, or nothing."""
    edges = [0, *(edge for match in found for edge in match.span()), len(plain)]
    gaps = [_stripped(plain, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    names = [gap for gap in gaps if gap[0] < gap[1] and not plain[gap[0] : gap[1]].isascii()]
    if not names:
        return ""
    start, end = names[0]
    return line[start:end] if len(names) == 1 and _NAME.fullmatch(plain, start, end) else None


def _stripped(plain: str, start: int, end: int) -> tuple[int, int]:
    """A range without signs at its ends; a closing bracket stays with its opening one."""
    start += len(plain[start:end]) - len(plain[start:end].lstrip(_SIGNS))
    end -= len(plain[start:end]) - len(plain[start:end].rstrip(_SIGNS))
    return start, end + (plain.startswith(("）", ")"), end) and bool(re.search("[（(][^）)]*$", plain[start:end])))


def _year(said: dict[str, str]) -> str | None:
    if roc := said.get("roc"):
        return str(1911 + int(_number(roc)))
    return said["year"].translate(_DIGITS) if "year" in said else None


def _number(printed: str) -> str:
    """A number in digits: ``四十二`` is ``42``, ``06`` is ``6``.

    >>> [_number(printed) for printed in ("06", "一", "十二", "四十二", "一一三", "一百一十三")]
    ['6', '1', '12', '42', '113', '113']
    """
    hundreds, hundred, rest = printed.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    if not (hundred or ten):
        return str(int(printed.translate(_DIGITS)))
    digits = [hundreds or "零", (tens or "一") if ten else "零", ones.lstrip("零〇") or "零"]
    return str(int("".join(digits).translate(_DIGITS)))
