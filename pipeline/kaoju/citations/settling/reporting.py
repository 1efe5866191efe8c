"""Who reports and who puts online: an agency holds what it reports, a body what stands on its own site."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations import kinds
from kaoju.citations.citation import Citation
from kaoju.citations.dates import read_date
from kaoju.citations.plain import ADDRESS, ITALIC

# 新华社华盛顿2018年3月22日电, 路透社纽约2021年9月21日电: the town and the day of a dispatch
_DISPATCH = re.compile(
    r"[据據]?(?P<agency>[\u3400-\u9fff]{1,4}社)(?P<town>[\u3400-\u9fff]{0,8}?)(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)?[电電]"
)
_ACCOUNT = re.compile("(?:微信)?公[众眾][号號][“「《](?P<name>[^”」》]+)[”」》]?")
_DAILY = re.compile("(?:日报|日報|晚报|晚報|時報|时报|[新朝读讀每产產]\\S{1,3}新[闻聞])$")
_AGENCY = re.compile("(?:通[讯訊]|新[闻聞])社$|[电電][视視][台臺]$")
# what kind of paper it is stands where a newspaper would
_KIND = re.compile(
    r"(?:Press|News|Media) Release|Press Statement|Statement|Fact ?Sheet|Press Briefing|Communiqu[eé]", re.IGNORECASE
)
_QUOTED = re.compile('[”"][,，]?\\s|[,，][”"]')
# what governments, institutes and organisations put on their own sites
_OWN_TYPES = ("article-newspaper", "article-journal", "article-magazine", "post", "post-weblog", "book", "entry")


def reported(text: str, citation: Citation) -> Citation:
    """A citation with the agency, the newspaper or the site that it is from.

    >>> reported("《日韩重启穿梭外交》，共同社2023年3月16日电。", Citation("book", publisher="共同社")).container
    '共同社'
    """
    for step in (_of_account, _dispatched, _of_source, _of_kind, _online):
        citation = step(text, citation)
    return citation


def _of_account(text: str, citation: Citation) -> Citation:
    """微信公众号“法律评论” is called 法律评论."""
    account = _ACCOUNT.fullmatch(citation.container or "")
    return replace(citation, container=account["name"]) if account else citation


def _dispatched(text: str, citation: Citation) -> Citation:
    """The dispatch of an agency: 新华社华盛顿2018年3月22日电：《…》."""
    match = _DISPATCH.search(text)
    if match is None or not kinds.is_known_newspaper(match["agency"]):
        return citation
    authors = tuple(author for author in citation.authors if not author.startswith(match["agency"]))
    if citation.container and f"《{citation.container}》" in text:
        return replace(citation, authors=authors or (match["agency"],))
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


def _of_source(text: str, citation: Citation) -> Citation:
    """Who reports is no publisher: 《…》，韩联社，2021年3月8日; Associated Press, “…,” March 30, 2019."""
    source = citation.publisher if citation.container in (None, citation.publisher) else None
    daily = len(citation.date or "") == len("2019-03-30") and _AGENCY.search(source or "")
    if source and (kinds.is_known_newspaper(source) or daily) and not citation.place:
        return replace(citation, type="article-newspaper", container=source, publisher=None)
    loose = citation.type in ("article-journal", "book", "chapter", "report") and not (
        citation.volume or citation.issue
    )
    if loose and kinds.is_known_newspaper(citation.container or ""):
        return replace(citation, type="article-newspaper")
    if citation.container or citation.publisher or len(citation.date or "") < len("2019-03-30"):
        return citation
    if citation.title and not citation.authors and _is_paper(citation.title):
        # 《朝日新闻》2015年9月19日: the day's paper as a whole
        return replace(citation, type="article-newspaper", container=citation.title)
    reports = len(citation.authors) == 1 and kinds.is_known_newspaper(citation.authors[0])
    return replace(citation, type="article-newspaper") if reports and citation.type == "webpage" else citation


def _of_kind(text: str, citation: Citation) -> Citation:
    """European Commission, “Title,” Press Release, December 12, 2014: a press release is no newspaper."""
    if not _KIND.fullmatch(citation.container or ""):
        return citation
    online = ADDRESS in text or len(citation.date or "") == len("2014-12-12")
    return replace(citation, type="webpage" if online else citation.type, container=None)


def _is_paper(title: str) -> bool:
    return kinds.is_known_newspaper(title) or bool(_DAILY.search(title))


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
