"""The pages of a citation where it cites several: ``第10、15—18、99页``, ``88–90, 101``."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations.citation import Citation
from kaoju.citations.dates import YEAR
from kaoju.citations.plain import ADDRESS

_NUMBER = r"(?:[A-Z]?\d{1,4}|[ivxlcIVXLC]{1,7})"
_RANGE = rf"{_NUMBER}(?:\s?[—–\-~～－]{{1,2}}\s?{_NUMBER})?"
_SHEET = rf"第\s?{_RANGE}\s?[页頁]"
_LIST = rf"{_RANGE}(?:(?:, (?:and )?| and | & )(?!{YEAR}\b){_RANGE}){{1,20}}"
_SEVERAL = (
    # 第10、15—18、99页; 第12页、第45—48页; 頁12、15-18
    re.compile(rf"第\s?(?P<pages>{_RANGE}(?:\s?[、，,]\s?{_RANGE}){{1,20}})\s?[页頁]"),
    re.compile(rf"(?P<pages>{_SHEET}(?:\s?[、，,和及]\s?{_SHEET}){{1,10}})"),
    re.compile(rf"[，,]\s?[页頁]\s?(?P<pages>{_RANGE}(?:\s?、\s?{_RANGE}){{1,20}})(?!\w)"),
    # pp. 5, 9, 22-36; (Boston: Beacon, 1996), 28, 45–48, 207
    re.compile(rf"\bpp?\.\s?(?P<pages>{_LIST})(?![\w-])"),
    re.compile(rf"\)\s?[,:]\s(?P<pages>(?!{YEAR}\b){_LIST})\s?[.;]?\s?(?:{ADDRESS}|$)"),
)
_SIGNS = re.compile(r"[第页頁\s]")
_DIGITS = re.compile(r"\d+")


def paged(text: str, citation: Citation) -> Citation:
    """A citation with all of its pages, none of which is a volume or an issue.

    >>> paged("北京大学出版社2011年版，第10、15—18页。", Citation(volume="10", pages="18")).pages
    '10、15—18'
    """
    for form in _SEVERAL:
        match = form.search(text)
        if match:
            rest = _DIGITS.findall(text[: match.start()] + text[match.end() :])
            pages = _SIGNS.sub("", match["pages"]) if "第" in match["pages"] else match["pages"]
            volume, issue = (_elsewhere(number, pages, rest) for number in (citation.volume, citation.issue))
            return replace(citation, pages=pages.strip(), volume=volume, issue=issue)
    return citation


def _elsewhere(number: str | None, pages: str, rest: list[str]) -> str | None:
    """A volume or an issue, if it is not one of the pages alone."""
    return None if number and number in _DIGITS.findall(pages) and number not in rest else number
