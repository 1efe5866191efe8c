"""The years of reigns and of the Republic: 光绪三十四年 is 1908, 民国114年 is 2025.

``eras.tsv`` has the reigns of Ming and Qing, the Republic and the eras of Japan since 1868, each with its first and
last year and the months that it counted by. A lunar year is taken for the one in which most of it fell.
"""

from __future__ import annotations

import re

from kaoju.claims.words import one_of, table

_ERAS = {row["era"]: row for row in table("eras.tsv")}
ERA = one_of(_ERAS)
# 民国114年, 民国一〇五年: a text that counts so goes on with a bare 114年
_COUNTS = re.compile("民国(?:[0-9]|[一二][〇零○一二三四五六七八九]{2}年)")


def first_year(era: str) -> int:
    """The year that an era calls 元年."""
    return int(_ERAS[era]["first"])


def reign(era: str, part: str) -> str:
    """A reign as EDTF, or the decade that it began or ended in: 咸丰年间, 嘉庆初年, 光绪末.

    >>> reign("咸丰", "年间"), reign("嘉庆", "初年")
    ('1851/1861', '179X')
    """
    first, last = _ERAS[era]["first"], _ERAS[era]["last"]
    if part.startswith("初"):
        return f"{first[:3]}X"
    return f"{last[:3]}X" if part.startswith("末") and last.isdecimal() else f"{first}/{last}"


def is_lunar(era: str) -> bool:
    """Whether an era's months are those of the moon, for which no month of ours stands."""
    return era in _ERAS and _ERAS[era]["months"] == "lunar"


def counts_by_republic(text: str) -> bool:
    """Whether a text gives its years as those of the Republic, as texts from Taiwan do.

    >>> counts_by_republic("民国114年出口增长8%。"), counts_by_republic("民国初年出口增长8%。")
    (True, False)
    """
    return _COUNTS.search(text) is not None
