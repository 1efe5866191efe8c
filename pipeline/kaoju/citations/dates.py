"""Dates as notes print them, as EDTF (ISO 8601-2): ``April 14, 2022``, ``2021年12月3日``, ``Spring 2014``."""

from __future__ import annotations

import re
from functools import lru_cache

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# years in which works are printed
YEAR = r"(?:1[5-9]|20)\d\d"
# 乾隆五十八年, 光绪三年: a year of an emperor's reign
REIGN_YEAR = "[洪永宣正成弘嘉隆万天崇顺康雍乾道咸同光][\u3400-\u9fff][元一二三四五六七八九十]{1,3}年"
_HAN = "[一二三四五六七八九十〇零○廿]"
# the months of Russian, German and French, as they stand behind a day
_MONTHS_ABROAD = (
    ("января", "januar", "janvier"), ("февраля", "februar", "février"), ("марта", "märz", "mars"),
    ("апреля", "april", "avril"), ("мая", "mai"), ("июня", "juni", "juin"), ("июля", "juli", "juillet"),
    ("августа", "august", "août"), ("сентября", "september", "septembre"), ("октября", "oktober", "octobre"),
    ("ноября", "november", "novembre"), ("декабря", "dezember", "décembre"),
)  # fmt: skip
_NUMBERS_ABROAD = {name: number for number, names in enumerate(_MONTHS_ABROAD, 1) for name in names}
_ABROAD = f"(?:{'|'.join(sorted(_NUMBERS_ABROAD, key=len, reverse=True))})\\b"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "春": 21, "夏": 22, "秋": 23, "冬": 24}
_FORMS = (
    # Chinese, with spaces as OCR leaves them
    rf"(?P<zy>(?:(?:民國|民国)\s*(?:\d{{1,3}}|{_HAN}{{1,4}})|民\s?\d{{2,3}}|{YEAR}|(?:一九|二[〇零○]){_HAN}{{2}}))\s*年"
    rf"(?:\s*(?P<zm>\d{{1,2}}|{_HAN}{{1,3}})\s*月(?:\s*(?P<zd>\d{{1,2}}|{_HAN}{{1,3}})\s*日)?)?",
    rf"(?P<em>{MONTH})\s*(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?(?:[,，]\s*|\s+)(?P<ey>{YEAR})",
    # March 27-30, 2019; 12.03.2021; 2019년 2월 11일; 15 июня 2020, 3. Mai 2019; 2020. 15 июня
    rf"(?P<rm>{MONTH})\s*(?P<rd>\d{{1,2}})\s?[–-]\s?(?P<re>\d{{1,2}}),?\s+(?P<ry>{YEAR})",
    rf"(?<![\d.])(?P<td>\d{{1,2}})\.\s?(?P<tm>\d{{1,2}})\.\s?(?P<ty>{YEAR})(?!\d)",
    rf"(?P<ny>{YEAR})\s?년\s?(?P<nm>\d{{1,2}})\s?월(?:\s?(?P<nd>\d{{1,2}})\s?일)?",
    rf"(?P<ud>\d{{1,2}})\.?\s+(?P<um>{_ABROAD})\s+(?P<uy>{YEAR})",
    rf"(?P<vy>{YEAR})[.,]\s+(?P<vd>\d{{1,2}})\s+(?P<vm>{_ABROAD})",
    rf"(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<fm>{MONTH})(?:[,，]\s*|\s+)(?P<fy>{YEAR})",
    rf"(?P<hm>{MONTH})\s?[/–-]\s?(?P<hn>{MONTH}),?\s+(?P<hy>{YEAR})",
    rf"(?<!p\. )(?<!p\.)(?<!第)(?<![\d–—-])(?P<oy>{YEAR})\s?[/–—-]\s?(?P<oz>{YEAR})(?!\d)",
    rf"(?P<ls>spring|summer|autumn|fall|winter),?\s+(?P<ly>{YEAR})",
    rf"(?P<my>{YEAR})\s*年\s*(?P<ms>[春夏秋冬])[季之]",
    rf"(?P<gm>{MONTH}),?\s+(?P<gy>{YEAR})",
    rf"(?P<iy>{YEAR})[-–./](?P<im>\d{{1,2}})[-–./](?P<id>\d{{1,2}})(?!\d)",
    rf"(?P<jy>{YEAR})[-/.](?P<jm>0[1-9]|1[0-2])(?![-\d])",
    rf"(?<![Vv]ol\. )(?P<ky>(?<![\d–—-]){YEAR})(?![\d]|[-–—]\d{{3}})",
)
DATE = "(?i:" + "|".join(re.sub(r"\?P<\w+>", "?:", form) for form in _FORMS) + ")"
_PATTERNS = [re.compile(form, re.IGNORECASE) for form in _FORMS]
_DIGITS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def read_date(text: str) -> str | None:
    """The first date in a text as EDTF; None where there is none.

    >>> read_date("April 14, 2022"), read_date("民國114年6月"), read_date("Spring 2014"), read_date("2020年版")
    ('2022-04-14', '2025-06', '2014-21', '2020')
    """
    found = find_date(text)
    return found[2] if found else None


@lru_cache(maxsize=1 << 10)
def find_date(text: str) -> tuple[int, int, str] | None:
    """Where the most precise date of a text stands, and the date as EDTF; the first of those that are as precise."""
    best: tuple[int, int, str] | None = None
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            told = _edtf(match)
            if told and (best is None or _precision(match.start(), told) > _precision(best[0], best[2])):
                best = (match.start(), match.end(), told)
                break
    return best


def _precision(at: int, told: str) -> tuple[int, int]:
    """How precise a date is, and how early it stands; of two months, the first counts."""
    return len(told.partition("/")[0]), -at


def _edtf(match: re.Match[str]) -> str | None:
    groups = {name[1]: value for name, value in match.groupdict().items() if value}
    year = _year(groups["y"])
    if "s" in groups:
        return f"{year:04}-{_SEASONS[groups['s'].lower()]}"
    if "z" in groups:
        return f"{year:04}/{groups['z']}"
    month = _month(groups.get("m"))
    if "n" in groups:
        return f"{year:04}-{month:02}/{year:04}-{_month(groups['n']):02}"
    day = _number(groups["d"]) if groups.get("d") else None
    if "e" in groups and month and day:
        return f"{year:04}-{month:02}-{day:02}/{year:04}-{month:02}-{int(groups['e']):02}"
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def _year(text: str) -> int:
    if text[0] == "民":
        digits = re.sub(r"\D", "", text)
        return 1911 + (int(digits) if digits else _number(re.sub("[民國国\\s]", "", text)))
    if text.isdigit():
        return int(text)
    return int("".join(str(_DIGITS.get(char, 0)) for char in text))


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    if text.lower() in _NUMBERS_ABROAD:
        return _NUMBERS_ABROAD[text.lower()]
    return _MONTHS.index(text[:3].lower()) + 1 if text[0].isalpha() and text.isascii() else _number(text)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十")
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return _DIGITS.get(text[-1], 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
