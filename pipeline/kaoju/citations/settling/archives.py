"""Papers out of archives and out of the volumes in which governments print them."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations.citation import Citation
from kaoju.citations.dates import DATE, find_date
from kaoju.citations.plain import ADDRESS

_FRUS = re.compile(r"\b(?:FRUS|Foreign Relations of the United States)\b")
_VOLUME = re.compile(r"\b[Vv]ol(?:ume|\.) (?P<volume>[IVXLC]+|\d{1,3})\b")
_IMPRINTED = re.compile(
    r"[(,] ?[A-Z][^:,()]{1,40}(?:, [A-Z.]{2,5})?: ?[A-Z][^,:()]{1,60}, (?P<year>(?:18|19|20)\d\d)\b"
)
# what a paper is, before those who wrote and received it
_SORT = "(?:Telegram|Memorandum|Memo|Letter|Cable|Despatch|Dispatch|Minutes|Note|Airgram|Record|Report)"
_PAPER = re.compile(rf"{_SORT} (?:of|from|by|to|for)\b")
# Letter from Lowe to Wilk, …; Letter, Lowe to Wilk, 7 February 1965, …
_BEGIN = re.compile(
    rf"\W{{0,2}}(?:See )?(?P<title>{_SORT}, [^,;“”]{{2,100}}(?=, {DATE})|{_PAPER.pattern}[^,;“”]{{2,160}}), "
)
# what no paper in a box is
_UNLIKELY = ("article-newspaper", "article-journal", "article-magazine", "webpage", "report")
_BOX = re.compile(r"(?:Box|Folder|Entry|File|Reel|Series)s?$")
_ARCHIVE = re.compile(r"(?:Library|Archives?|NARA|College Park(?:, M[Dd]\.?)?|[档檔]案[馆館](?:[馆館]?藏)?|史[馆館])$")
_MARK = re.compile(
    r"[档檔]案?[号號]|[馆館]藏号|典藏[号號]|\b(?:Box|RG|Record Group|Folder) \d|(?<!\d)\d{3}-\d{5}-\d{2}(?!\d)"
)
# 106-01380-17(1)
_CALL = re.compile(r"\d{2,6}(?:-\d{2,6}){1,4}\(\d{1,2}\)")


def is_filed(text: str) -> bool:
    """Whether a citation is of a paper in an archive by its form alone.

    >>> is_filed("Memo, Lowe to Wilk, 7 February 1965, Country File, Box 13, Harbor Library.")
    True
    """
    return bool(_BEGIN.match(text) and _MARK.search(text))


def filed(text: str, citation: Citation) -> Citation:
    """A paper with what holds it: the archive publishes nothing, and a box is no journal.

    >>> filed("《谈话》，外交部档案馆，档号：105-00057-03。", Citation(publisher="外交部档案馆")).publisher
    """
    if _FRUS.search(text):
        return _printed(text, citation)
    if not _MARK.search(text):
        return citation
    paper = _BEGIN.match(text)
    if paper:
        return _as_paper(text, citation, paper)
    call = _CALL.search(text)
    marked = (call and f"({citation.issue})" in call.group()) or not re.search(r"\d", citation.issue or "0")
    issue = None if marked else citation.issue
    boxed = _BOX.search(citation.container or "")
    boxed = boxed or re.search(rf"\b(?:Box|Folder|Reel) {re.escape(citation.volume or '#')}\b", text)
    kept = _ARCHIVE.search(citation.publisher or "")
    return replace(
        citation,
        type="manuscript" if citation.type in _UNLIKELY and ADDRESS not in text else citation.type,
        issue=issue,
        authors=tuple(author for author in citation.authors if not _ARCHIVE.search(author)),
        container=None if boxed else citation.container,
        volume=None if boxed else citation.volume,
        publisher=None if kept else citation.publisher,
    )


def _as_paper(text: str, citation: Citation, paper: re.Match[str]) -> Citation:
    """A paper by its sort and those who wrote and received it; nobody holds or issues it."""
    dated = find_date(text[paper.end() :])
    return replace(
        citation,
        type="manuscript",
        authors=(),
        title=paper["title"],
        container=None,
        date=dated[2] if dated else citation.date,
        volume=None,
        issue=None,
        publisher=None,
        place=None,
    )


def _printed(text: str, citation: Citation) -> Citation:
    """A paper in Foreign Relations of the United States, or a volume of it."""
    first = citation.authors[0] if citation.authors else ""
    named = _PAPER.match(first) and citation.title and not text.startswith("“")
    volume = _VOLUME.search(text)
    imprinted = _IMPRINTED.search(text)
    year = imprinted and citation.date and len(citation.date) == len("1950") and imprinted["year"]
    return replace(
        citation,
        date=year or citation.date,
        authors=() if named else citation.authors,
        title=first if named else citation.title,
        volume=volume["volume"] if volume else citation.volume,
        publisher=citation.publisher if imprinted else None,
    )
