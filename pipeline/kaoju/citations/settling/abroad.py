"""Citations in the manner of other countries: Russian ones by GOST R 7.0.5, German volumes and numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from kaoju.citations.citation import Citation
from kaoju.citations.dates import YEAR, read_date
from kaoju.citations.plain import ADDRESS, bare

_AUTHOR = r"[А-ЯЁ][а-яё-]+(?:,? (?:[А-ЯЁ]\. ?){1,2}| [А-ЯЁ][а-яё]+\. )"
_TOWN = r"(?:М\.|СПб\.|Л\.|Москва|Санкт-Петербург|[А-ЯЁ][а-яё-]+)"
_PAGES = r"(?:\. ?[СсC]\. ?(?P<pages>\d[\d–—, -]*))?"
# Иванов И.С. Внешняя политика. М.: РОССПЭН, 2000. С. 55.
_BOOK = re.compile(
    rf"\W*(?P<authors>{_AUTHOR}(?:, {_AUTHOR}){{0,3}})(?P<title>\S[^/]{{2,250}}?)(?:\. ?(?:[–—-] )?|(?<=[?!]) )"
    rf"(?P<place>{_TOWN}) ?: (?P<publisher>[^,:]{{2,80}}), (?P<date>{YEAR}){_PAGES}"
)
# Караганов С.А. Каким будет мир? // Россия в глобальной политике. 2019. Т. 17. № 1. С. 8–21.
_ARTICLE = re.compile(
    rf"\W*(?:(?P<authors>{_AUTHOR}(?:, {_AUTHOR}){{0,3}}))?(?P<title>[^/]{{3,250}}?)[.]? ?// ?"
    rf"(?P<container>[^/]{{2,100}}?)"
    rf"\. ?(?:[–—-] )?(?P<date>{YEAR}(?:[.,] \d{{1,2}} [а-я]+)?)(?:\. ?Т\. ?(?P<volume>\d+))?"
    rf"(?:\. ?(?:№|Вып\.) ?(?P<issue>\d+(?:[-–/]\d+)?))?{_PAGES}"
)
# Ведомости. 2020. 15 июня. С. 3.
_PAPER = re.compile(rf"\W*(?P<container>[А-ЯЁ][^.,/]{{2,60}})\. (?P<date>{YEAR}\. \d{{1,2}} [а-я]+){_PAGES}")
_KINDS = ((_ARTICLE, "article-journal"), (_BOOK, "book"), (_PAPER, "article-newspaper"))
_NAME = re.compile(_AUTHOR)
_CYRILLIC = re.compile("[А-ЯЁа-яё]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_PAGE = re.compile(r"(?P<pages>\d{1,4}(?:[-–~]\d{1,4})?)\s?[면쪽]")
# Jg. 57, Nr. 16/17; 14. Jg., Heft 1
_VOLUME = re.compile(r"\bJ(?:g\.|ahrgang) (?P<volume>\d{1,3})\b|\b(?P<before>\d{1,3})\. J(?:g\.|ahrgang)")
_NUMBER = re.compile(r"\b(?:Nr\.|Heft|H\.) ?(?P<issue>\d{1,3}(?:[/–-]\d{1,3})?)")
_HOSTED = re.compile(r"[“”»], (?:in: )?(?P<container>[^,“„:()]{3,80}), (?:\d{1,3}\. )?J(?:g\.|ahrgang)")


def abroad(text: str, citation: Citation) -> Citation:
    """A citation as its own country writes it.

    >>> abroad("Иванов И.С. Внешняя политика. М.: РОССПЭН, 2000. С. 55.", Citation()).title
    'Внешняя политика'
    """
    if _CYRILLIC.search(text):
        return _russian(text, citation)
    return _korean(text, citation) if _HANGUL.search(text) else _german(text, citation)


def _russian(text: str, citation: Citation) -> Citation:
    for form, kind in _KINDS:
        match = form.match(text.partition(ADDRESS)[0])
        if match:
            return _as_read(citation, match, kind)
    return citation


def _as_read(citation: Citation, match: re.Match[str], kind: str) -> Citation:
    """A citation with the parts that a form reads; who stands elsewhere in the form is no author."""
    parts: dict[str, Any] = {name: bare(value) for name, value in match.groupdict().items() if value}
    names = tuple(name.strip(" ,") for name in _NAME.findall(match.groupdict().get("authors") or ""))
    parts["date"] = read_date(parts["date"])
    parts["authors"] = names or tuple(name for name in citation.authors if name not in parts.values())
    by_day = kind == "article-journal" and len(parts["date"] or "") > len("2020-06")
    return replace(citation, **parts | {"type": "article-newspaper" if by_day else kind})


def _korean(text: str, citation: Citation) -> Citation:
    """The page behind which 면 or 쪽 stands; a day of the month is no volume."""
    page = _PAGE.search(text) if not citation.pages else None
    numbered = citation.volume and not citation.volume.isdigit()
    if not (page or numbered):
        return citation
    volume = None if numbered else citation.volume
    return replace(citation, volume=volume, pages=page["pages"] if page else citation.pages)


def _german(text: str, citation: Citation) -> Citation:
    volume = _VOLUME.search(text)
    if volume is None:
        return citation
    number, host = _NUMBER.search(text, volume.end()), _HOSTED.search(text)
    return replace(
        citation,
        type="article-journal",
        container=host["container"] if host else citation.container,
        volume=volume["volume"] or volume["before"],
        issue=number["issue"] if number else None,
    )
