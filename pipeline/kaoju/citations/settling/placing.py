"""The place of a work: it holds nothing, and keeps the stop of what is short."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations import kinds
from kaoju.citations.citation import Citation
from kaoju.citations.names import ZH_BODY

# 《豆农成本》，皮拉西卡巴，2025年6月: a town alone, between the title of a report and its date
_TOWN = r"》[，,]\s?{}[，,]\s?(?:1[5-9]|20)\d\d\s?年"
_HAN = re.compile("[\u3400-\u9fff]{2,8}")
_SERIAL = re.compile("(?:杂志|雜誌|刊|[学學][报報]|[论論][丛叢坛壇]|[评評][论論])$")
_LOOSE = ("report", "book", "document")
# Washington, D.C
_SHORT = re.compile(r"\b[A-Z]\.[A-Z]$")


def placed(text: str, citation: Citation) -> Citation:
    """A citation whose place is told, and is no part of what holds it.

    >>> placed("*Update*, Washington, D.C., 2025.", Citation(place="Washington, D.C")).place
    'Washington, D.C.'
    """
    return _whole(text, _town(text, _imprint(citation)))


def _imprint(citation: Citation) -> Citation:
    """墨西哥城: 墨西哥银行 is where a report is printed, and by whom."""
    place, rest = citation.place or "", (citation.container or "").removeprefix(citation.place or "")
    is_imprint = place and rest != citation.container and rest.lstrip(" :：") == citation.publisher
    return replace(citation, container=None) if is_imprint else citation


def _town(text: str, citation: Citation) -> Citation:
    """A report that no journal, newspaper, site or body holds is held by nothing."""
    held = citation.container or ""
    told = citation.place or citation.publisher or citation.volume or citation.issue
    if told or citation.type not in _LOOSE or not _HAN.fullmatch(held) or not re.search(_TOWN.format(held), text):
        return citation
    other = ZH_BODY.search(held) or _SERIAL.search(held) or kinds.is_newspaper(held) or kinds.is_site(held)
    return citation if other else replace(citation, container=None, place=held)


def _whole(text: str, citation: Citation) -> Citation:
    """Washington, D.C. with its last stop, where the text has it."""
    place = citation.place or ""
    return replace(citation, place=f"{place}.") if _SHORT.search(place) and f"{place}." in text else citation
