"""What conventions say of a citation once its parts are read, one room after the other."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations import kinds
from kaoju.citations.citation import Citation
from kaoju.citations.gbt import is_gbt
from kaoju.citations.names import has_body_word, is_body
from kaoju.citations.plain import ADDRESS, ITALIC
from kaoju.citations.settling.abroad import abroad
from kaoju.citations.settling.archives import filed
from kaoju.citations.settling.binding import bound
from kaoju.citations.settling.official import official
from kaoju.citations.settling.paging import paged
from kaoju.citations.settling.placing import placed
from kaoju.citations.settling.reporting import reported

_SCHOOL = re.compile(
    r"(?P<school>[\u3400-\u9fff]{2,16}?(?:大[学學]|[学學]院)(?:[\u3400-\u9fff]{1,14}?(?:[学學]系|系|所|[学學]院|中心))?)"
    r"[，,]?(?:博士|硕士|碩士|[学學]士)"
)
# The College of William & Mary Master’s thesis
_COLLEGE = re.compile(
    r"[(\[,] ?(?P<school>(?:The )?[A-ZÀ-Ý][^,()\[\]:“”]{3,60}?),? (?:[Mm]aster[’']?s|[Dd]octoral|Ph\.? ?D\.?)"
    r" (?:[Tt]hesis|[Dd]iss(?:ertation|\.))"
)
_DEGREE = re.compile(r"Ph\.?\s?D\b|(?:[Dd]issertation|[Tt]hesis)$")
_SPOKEN = re.compile(
    r"”,? (?:[Oo]pening |[Kk]eynote )?(?:remarks|speech|address|keynote|lecture|testimony|statement)"
    r" (?:to|at|before|delivered|given)\b"
)
# “A Statement on the Pact,” National Press Club, March 15, 2023: where a person spoke is no newspaper
_ADDRESSED = re.compile(r"\b(?:Address|Lecture|Remarks|Speech|Statement|Testimony)(?: (?:at|before|by|on|to) .*)?$")
_INTERVIEW = re.compile(r"Interview (?:with|by)\b")
# 海宁大学讲座: what somebody gave a talk in holds nothing
_TALK = re.compile("[\u3400-\u9fff](?:[讲講]座|演[讲講])$")
_MEETING = re.compile(
    r"(?:会议|會議|年会|年會|研讨会|研討會|论坛|論壇)(?:会议)?[论論]文"
    r"|\bpapers? (?:presented|prepared|delivered|read) (?:at|to|for)\b",
    re.IGNORECASE,
)
# RAND and others print reports that have authors
_BODY_ISSUES = re.compile(
    r"\b(?:Report|Brief|Paper|RAND|Institute|Center|Centre|Council|Commission|Office|Ministry|Department)\b"
    r"|报告|白皮书|\[R\]"
)
# 海宁大学历史系, University of Harbor: no press, but where a thesis was written
_UNIVERSITY = re.compile(
    r"[\u3400-\u9fff]{2,12}(?:大[学學]|(?<!科)[学學]院)(?:[\u3400-\u9fff]{2,10}(?:[学學]?系|[学學]院|所))?"
    r"|(?:The )?(?:[A-Z][\w’'-]+ ){1,3}University|University of (?:(?!Press)[A-Z][\w’'-]+,? ?){1,4}|l’Université .+"
)
# DavidShambaugh
_GLUED = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+$")
_HOUSE = re.compile(r"\b(?:Press|Books?|Inc|Publish\w+|Verlag|Norton|Routledge)\b")


def settled(text: str, citation: Citation) -> Citation:
    """A citation by the conventions of its kind.

    >>> settled("《大国》，第3、7页。", Citation("book", title="大国", volume="3", pages="7")).pages
    '3、7'
    """
    for step in (paged, official, filed, abroad, reported, _issued, _read_at, bound, placed):
        citation = step(text, citation)
    return citation


def _issued(text: str, citation: Citation) -> Citation:
    """What its form says: what is numbered is a journal, what a body prints a report, what persons print a book."""
    publisher = citation.publisher
    if citation.type == "webpage":
        numbered = citation.issue and citation.container and not kinds.is_site(citation.container)
        return replace(citation, type="article-journal") if numbered and ADDRESS not in text else citation
    persons = _are_persons(citation.authors)
    if citation.type == "report" and citation.volume and citation.issue and citation.container:
        # IMF Staff Papers, Vol. 48, No. 3
        return replace(citation, type="article-journal")
    if citation.type in ("legislation", "document") and publisher and persons and not citation.container:
        # 民法总论, of which a person is the author, is no law
        return replace(citation, type="book")
    if citation.type == "book" and persons and _is_of_school(text, citation):
        return replace(citation, type="thesis")
    if citation.type == "book":
        bodies = citation.authors and all(has_body_word(author) for author in citation.authors)
        own = citation.authors == (publisher,) and kinds.is_report(citation.title or "")
        return replace(citation, type="report") if own or (bodies and citation.place and not publisher) else citation
    printed = publisher and (citation.place or _HOUSE.search(publisher))
    if citation.type == "report" and printed and persons and not _BODY_ISSUES.search(text):
        return replace(citation, type="book")
    return citation


def _is_of_school(text: str, citation: Citation) -> bool:
    """Whether a university, and no press of it, stands behind a book that nobody edited."""
    edited = citation.editors or citation.edition or is_gbt(text)
    return bool(_UNIVERSITY.fullmatch(citation.publisher or "")) and not edited


def _are_persons(names: tuple[str, ...]) -> bool:
    return bool(names) and all(_GLUED.match(name) or not is_body(name) for name in names)


def _read_at(text: str, citation: Citation) -> Citation:
    """A thesis by the school it was written at, a paper by the meeting it was read at, a speech."""
    if citation.type == "thesis":
        unread = not citation.publisher or citation.publisher.endswith(("论文", "論文"))
        school = (_SCHOOL.search(text) or _COLLEGE.search(text)) if unread else None
        container = None if _DEGREE.match(citation.container or "") else citation.container
        return replace(citation, container=container, publisher=school["school"] if school else citation.publisher)
    if _SPOKEN.search(text) or _TALK.search(citation.container or "") or _is_address(text, citation):
        return replace(citation, type="speech", container=None, publisher=None)
    if _INTERVIEW.match(citation.title or "") and not citation.container and _are_persons(citation.authors):
        return replace(citation, type="interview")
    unheld = not (citation.publisher or citation.issue) and ITALIC not in text
    return replace(citation, type="paper-conference") if unheld and _MEETING.search(text) else citation


def _is_address(text: str, citation: Citation) -> bool:
    """Whether a title is that of what a person said, and what follows it, not in italics, tells where."""
    told = _ADDRESSED.search(citation.title or "") and len(citation.date or "") == len("2023-03-15")
    printed = ITALIC in text or ADDRESS in text or kinds.is_known_newspaper(citation.container or "")
    return bool(told and not printed and _are_persons(citation.authors))
