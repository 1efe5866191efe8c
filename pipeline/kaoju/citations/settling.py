"""What conventions say of a citation once its parts are read: who reported, who put it online, what stands where."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations import kinds
from kaoju.citations.abroad import abroad
from kaoju.citations.archives import filed
from kaoju.citations.citation import Citation
from kaoju.citations.dates import read_date
from kaoju.citations.names import has_body_word, is_body
from kaoju.citations.official import official
from kaoju.citations.paging import paged
from kaoju.citations.plain import ADDRESS, ITALIC

# 新华社华盛顿2018年3月22日电, 路透社纽约2021年9月21日电: the town and the day of a dispatch
_DISPATCH = re.compile(
    r"(?P<agency>[\u3400-\u9fff]{1,4}社)(?P<town>[\u3400-\u9fff]{0,8}?)(?P<date>\d{4}年\d{1,2}月\d{1,2}日)?[电電]"
)
_SCHOOL = re.compile(
    r"(?P<school>[\u3400-\u9fff]{2,16}?(?:大[学學]|[学學]院)(?:[\u3400-\u9fff]{1,14}?(?:[学學]系|系|所|[学學]院|中心))?)"
    r"[，,]?(?:博士|硕士|碩士|[学學]士)"
)
_MEETING = re.compile(
    r"(?:会议|會議|年会|年會|研讨会|研討會|论坛|論壇)(?:会议)?[论論]文|\bpapers? (?:presented|delivered|read) (?:at|to)\b",
    re.IGNORECASE,
)
# RAND and others print reports that have authors
_BODY_ISSUES = re.compile(
    r"\b(?:Report|Brief|Paper|RAND|Institute|Center|Centre|Council|Commission|Office|Ministry|Department)\b"
    r"|报告|白皮书|\[R\]"
)
_HOUSE = re.compile(r"\b(?:Press|Books?|Inc|Publish\w+|Verlag|Norton|Routledge)\b")
_QUOTED = re.compile('[”"][,，]?\\s|[,，][”"]')
# what governments, institutes and organisations put on their own sites
_OWN_TYPES = ("article-newspaper", "article-journal", "article-magazine", "post", "post-weblog", "book", "entry")
# a part of the book itself: “中文版序言”, “导论”
_FOREWORD = re.compile(
    r"[\u3400-\u9fff]{0,6}(?:序言?|前言|导论|導論|导言|導言|引言|绪论|緒論|后记|後記|跋|附录|附錄|题记|凡例)"
)
# 第2卷, 下册, 中卷
_VOLUME = re.compile(r"第?(?P<number>[\d一二三四五六七八九十百上中下IVXLC]{1,6})[卷册冊辑輯部]?$")
_PIECE = re.compile(r"》卷[\d一二三四五六七八九十百之]{1,6}《(?P<piece>[^》]{1,30})》")
_PART = re.compile(r"》[，,]?\s?[（(]?(?P<part>[上中下])[卷册冊编編集][）)]?")


def settled(text: str, citation: Citation) -> Citation:
    """A citation by the conventions of its kind.

    >>> settled("《日韩重启穿梭外交》，共同社2023年3月16日电。", Citation("book", publisher="共同社")).container
    '共同社'
    """
    for step in (paged, official, filed, abroad, _dispatched, _reported, _online, _issued, _read_at, _whole, _part_of):
        citation = step(text, citation)
    return citation


def _dispatched(text: str, citation: Citation) -> Citation:
    """The dispatch of an agency: 新华社华盛顿2018年3月22日电：《…》."""
    match = _DISPATCH.search(text)
    if match is None or not kinds.is_known_newspaper(match["agency"]):
        return citation
    authors = tuple(author for author in citation.authors if not author.startswith(match["agency"]))
    date = read_date(match["date"]) if match["date"] else None
    return replace(
        citation,
        type="article-newspaper",
        authors=authors,
        container=match["agency"],
        publisher=None,
        place=None,
        date=date or citation.date,
    )


def _reported(text: str, citation: Citation) -> Citation:
    """Who reports is no publisher: 《…》，韩联社，2021年3月8日; Associated Press, “…,” March 30, 2019."""
    source = citation.publisher if citation.container in (None, citation.publisher) else None
    if source and kinds.is_known_newspaper(source) and not citation.place:
        return replace(citation, type="article-newspaper", container=source, publisher=None)
    if citation.container or citation.publisher or len(citation.date or "") < len("2019-03-30"):
        return citation
    reports = len(citation.authors) == 1 and kinds.is_known_newspaper(citation.authors[0])
    return replace(citation, type="article-newspaper") if reports and citation.type == "webpage" else citation


def _online(text: str, citation: Citation) -> Citation:
    """“Title,” White House, June 1, 2017, https://…: what a body puts online is no newspaper's and no journal's."""
    host = citation.container or citation.publisher or ""
    told = citation.volume or citation.issue or citation.place
    if told or citation.type not in _OWN_TYPES or ITALIC in text or not _QUOTED.search(text):
        return citation
    site, _, owner = host.rpartition(", ")
    if site and ADDRESS in text and kinds.is_host(owner) and not kinds.is_host(site):
        # The World Factbook, CIA
        return replace(citation, type="webpage", container=site, publisher=owner)
    if not kinds.is_host(host):
        return citation
    if ADDRESS in text or len(citation.date or "") == len("2017-06-01"):
        publisher = None if citation.publisher == host else citation.publisher
        return replace(citation, type="webpage", container=host, publisher=publisher)
    return citation


def _issued(text: str, citation: Citation) -> Citation:
    """What its form says: a numbered journal without 《》 is a journal, a paper of a body alone is a report."""
    titled = citation.title and not citation.publisher
    numbered = citation.issue and citation.container and not kinds.is_site(citation.container)
    if citation.type == "webpage" and numbered and ADDRESS not in text:
        return replace(citation, type="article-journal")
    bodies = citation.authors and all(has_body_word(author) for author in citation.authors)
    if citation.type == "book" and titled and bodies and citation.place:
        return replace(citation, type="report")
    persons = citation.authors and not any(is_body(author) for author in citation.authors)
    printed = citation.place or _HOUSE.search(citation.publisher or "")
    if citation.type == "report" and persons and citation.publisher and printed and not _BODY_ISSUES.search(text):
        return replace(citation, type="book")
    return citation


def _read_at(text: str, citation: Citation) -> Citation:
    """A thesis by the school it was written at, a paper by the meeting it was read at."""
    school = _SCHOOL.search(text) if citation.type == "thesis" and not citation.publisher else None
    if school:
        return replace(citation, publisher=school["school"])
    if citation.type == "thesis" and re.match(
        r"(?:Ph\.?\s?D\.? )?[Dd]issertation$|[Tt]hesis$", citation.container or ""
    ):
        return replace(citation, container=None)
    meeting = _MEETING.search(text) if not citation.publisher and not citation.issue and ITALIC not in text else None
    return replace(citation, type="paper-conference") if meeting else citation


def _part_of(text: str, citation: Citation) -> Citation:
    """A book is not held by a piece of its own: 《日知录集释》卷13《正始》."""
    part = _PIECE.search(text) if citation.container else None
    return replace(citation, container=None) if part and part["piece"] == citation.container else citation


def _whole(text: str, citation: Citation) -> Citation:
    """A volume by its number alone, and no foreword as what holds the book."""
    volume = _VOLUME.fullmatch(citation.volume or "")
    part = _PART.search(text) if not citation.volume and not citation.issue else None
    number = volume["number"] if volume else part["part"] if part else citation.volume
    container = citation.container
    if container and citation.publisher and f"“{container}”" in text and _FOREWORD.fullmatch(container):
        return replace(citation, volume=number, container=None, type="book")
    return replace(citation, volume=number)
