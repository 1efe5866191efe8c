"""Books by their parts: volumes, forewords, pieces within them."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations.citation import Citation
from kaoju.citations.dates import REIGN_YEAR, YEAR
from kaoju.citations.details import REVISED

# a part of the book itself: “中文版序言”, “导论”
_FOREWORD = re.compile(
    r"[\u3400-\u9fff]{0,6}(?:序言?|前言|导论|導論|导言|導言|引言|绪论|緒論|后记|後記|跋|附录|附錄|题记|凡例)"
)
# 第2卷, 下册, 中卷
_VOLUME = re.compile(r"第?(?P<number>[\d一二三四五六七八九十百上中下IVXLC]{1,6})[卷册冊辑輯部]?$")
_PART = re.compile(r"》[，,]?\s?[（(]?(?P<part>[上中下])[卷册冊编編集][）)]?")
_ORDINAL = re.compile(r"第(?P<pages>[\d—–~～-]+)")
_PIECE = re.compile(r"》(?:卷|第)[\d一二三四五六七八九十百之]{1,6}册?《(?P<piece>[^》]{1,30})》")
# 乾隆五十八年八月己卯 is the day of an entry; who printed the book stands behind it
_REIGN = re.compile(REIGN_YEAR)
_LATER_HOUSE = re.compile(
    r"[：:，,](?P<house>[\u3400-\u9fff]{2,12}(?:书局|書局|出版社|书店|印书馆|古籍社))[，,]?\s?\d{4}"
)
# 郑戈译商务印书馆, 增补本三联书店: what stands before who issued a work, and no sign between
_BEFORE_HOUSE = re.compile(
    f"(?:[\u3400-\u9fff·、]{{2,12}}(?<!编)[译譯](?![文林丛]|出版|局)|(?:{REVISED})本"
    "|第[\\d一二三四五六七八九十]{1,3}版)(?=[\u3400-\u9fff]{3})"
)
# 第10、11期; World Politics 61:1 (January 2009), pp.
_ISSUES = re.compile(r"(?<!卷)第(?P<issue>\d{1,3}(?:、\d{1,3}){1,5})期")
_VOLUME_AND_ISSUE = re.compile(
    rf" (?P<volume>\d{{1,3}}):(?P<issue>\d{{1,2}}) \([^()]{{0,20}}{YEAR}\)[,:] (?:pp?\. ?)?\d"
)
_EDITION = re.compile(
    r", (?:(?:\d{1,2}(?:st|nd|rd|th|d)|[Ss]econd|[Tt]hird|[Rr]ev(?:ised|\.)|[Ee]xpanded|[Uu]pdated|[Nn]ew|[Ee]nlarged)"
    r",? (?:and |& )?){1,3}ed(?:ition|n|\.)?$"
)


def bound(text: str, citation: Citation) -> Citation:
    """A citation with its volume and its pages by their numbers alone, held by no part of its own.

    >>> bound("《邓小平年谱》下卷，中央文献出版社2004年版", Citation(title="邓小平年谱")).volume
    '下'
    """
    return _housed(_part_of(text, _prefaced(text, _numbered(text, _issued(text, citation)))))


def _issued(text: str, citation: Citation) -> Citation:
    """第10、11期 are two issues in one, 61:1 (2009) is a volume and an issue; an edition is not of the title."""
    several, both = _ISSUES.search(text), _VOLUME_AND_ISSUE.search(text)
    edition = _EDITION.search(citation.title) if citation.title else None
    if several:
        return replace(citation, volume=None, issue=several["issue"])
    if both and citation.container:
        return replace(citation, volume=both["volume"], issue=both["issue"])
    return replace(citation, title=(citation.title or "")[: edition.start()]) if edition else citation


def _numbered(text: str, citation: Citation) -> Citation:
    """第2卷 is volume 2, 下册 is 下, “导论”第1—10页 are pages 1—10."""
    volume = _VOLUME.fullmatch(citation.volume) if citation.volume else None
    part = None if citation.volume or citation.issue else _PART.search(text)
    number = volume["number"] if volume else part["part"] if part else citation.volume
    ordinal = _ORDINAL.fullmatch(citation.pages) if citation.pages else None
    if number == citation.volume and not ordinal:
        return citation
    return replace(citation, volume=number, pages=ordinal["pages"] if ordinal else citation.pages)


def _prefaced(text: str, citation: Citation) -> Citation:
    """A book whose foreword is cited is held by nothing: ``1996年，“中文版序言”，第3页``."""
    part = citation.container
    prefaced = part and citation.publisher and f"“{part}”" in text and _FOREWORD.fullmatch(part)
    return replace(citation, container=None, type="book") if prefaced else citation


def _part_of(text: str, citation: Citation) -> Citation:
    """A book is not held by a piece of its own: 《日知录集释》卷13《正始》."""
    part = _PIECE.search(text) if citation.container else None
    if part and part["piece"] == citation.container:
        citation = replace(citation, type="book", container=None)
    house = _LATER_HOUSE.search(text) if _REIGN.match(citation.publisher or "") else None
    return replace(citation, publisher=house["house"]) if house else citation


def _housed(citation: Citation) -> Citation:
    """Who issued a book, without who translated it and its edition: 郑戈译商务印书馆."""
    publisher = citation.publisher
    before = _BEFORE_HOUSE.match(publisher) if publisher else None
    return replace(citation, publisher=publisher[before.end() :]) if publisher and before else citation
