"""Official papers as lawyers cite them: registers and law reviews by volume and page, orders, hearings, and the symbols
that resolutions and reports bear."""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations.citation import Citation
from kaoju.citations.dates import DATE, YEAR, find_date, read_date
from kaoju.citations.mending.spans import MARKS
from kaoju.citations.names import has_body_word, split_authors
from kaoju.citations.plain import bare

_REGISTER = r"Fed\. ?Reg\.|F\.R\.|Stat\.|U\.N\.T\.S\.|I\.L\.M\."
_NAME = r"[A-Z][\w.’'&]*(?: (?:[A-Z&][\w.’'&]*|of|and|on|the|for|in)){0,8}"
_PAGE = r"\d{1,3},\d{3}(?!\d)|\d{1,6}"
# 107 Cal. L. Rev. 583, 590 (2019); 84 Fed. Reg. 22,961 (May 21, 2019); 85 Fed. Reg. 73185
_PRINTED = re.compile(
    rf"(?:^|[,.”:)] ?)(?P<volume>\d{{1,4}}) (?:(?P<register>{_REGISTER})|(?P<review>{_NAME}))"
    rf" (?P<pages>{_PAGE})(?:, (?:at )?(?:{_PAGE})(?:[-–]\d+)?)?"
    rf"(?: \((?P<date>[^()]{{0,20}}\b{YEAR})\)|(?(register)(?=[,.;]|\s?$|\s?\(|\s)|(?!)))"
)
# an order or a bill, named before the title that stands in quotes or alone
_ORDERS = r"Exec(?:\.|utive) Order|Proclamation|Presidential Determination"
_ACT = rf"(?:{_ORDERS}|Pub(?:\.|lic) L(?:\.|aw)|H\.R\.|S\.)"
_NUMBERED = re.compile(
    rf"{_ACT} (?:No\. ?)?\d|\d+$|[^，]{{0,30}}通[过過]$|[十百二三四五六七八九一]{{1,4}}[届屆次]"
    r"|(?:Fed\. ?Reg|Pub|Stat|Exec|Cong|Proc)\.?$"
)
# S/RES/2270, WT/DS543/R, GAO-21-270, RR-1140-A
_SYMBOL = re.compile(
    r",? [(]?(?P<number>(?:RL|RS|R|IF|IN|IB|LSB)\d{5}|(?:[A-Z]{1,6}/)+[\w./-]*\d[\w./-]*(?:\(\d{4}\))?(?:/[A-Z]+)?"
    r"|[A-Z]{2,4}-(?:\d\d-)?\d{3,5}(?:-[A-Z]{1,2})?)[)]?$"
)
_CONGRESS_OF = r"\b\d{2,3}(?:st|nd|rd|th|d) Cong(?:ress\b|\.?)"
_HEARING = re.compile(rf"\bHearings?\b(?: (?:[Bb]efore|[Oo]n|[Tt]o)\b|,)[^;]*{_CONGRESS_OF}")
_SESSION = re.compile(rf",? {_CONGRESS_OF}.*$")
# March 22, 2025, Articles 109 and 115.: what is cited by its articles is a law
_ARTICLES = re.compile(
    rf"{DATE},? (?P<told>(?:Articles?|Arts?\.) [\dIVXLC]+(?:[–—-][\dIVXLC]+)?"
    r"(?:(?:, | and |, and )[\dIVXLC]+)*)\s*\.?\s*$"
)
# 119th Congress, 1st Sess.: what holds and issues nothing
_SITTING = re.compile(r"\d{1,3}(?:st|nd|rd|th|d) (?:Cong|Sess)")
_CHAMBERS = re.compile(
    r"\W{0,2}(?=[^,]{0,60}Congress|[^“\ue000]{0,60}[Cc]ommittee)"
    r"(?P<body>(?:(?:(?:U\.S\. )?Congress|(?:U\.S\. )?(?:Senate|House(?: of Representatives)?)"
    r"|(?:Sub)?[Cc]ommittee on [^,:]{3,60}), )+)(?=[A-Z“\ue000])"
)
# Australian Government, Department of Defence, *…*: a part of a government
_DEPARTMENT = re.compile(
    r"\W{0,2}(?:[Ss]ee )?(?P<body>(?:(?:[A-Z][\w.’-]* ){1,4}Government|Government of (?:the )?[A-Z][\w ]{2,40}), "
    r"(?:Department|Ministry|Office|Bureau|Agency|Directorate|Treasury) (?:of|for) [^,:“\ue000]{3,60}), (?=[“\ue000])"
)
# JOIN(2020) 22 final; OJ L 79I
_EUROPEAN = re.compile(r"\b(?P<number>(?:COM|JOIN|SWD|SEC)\(\d{4}\) ?\d{1,4}(?: final)?)(?:, (?=[A-Z])|,|$)")
_JOURNAL_OF_UNION = re.compile(r"\bOJ (?P<series>[LC]) ?(?P<issue>\d{1,3}[A-Z]?)\b")
_ORDER = re.compile(rf"\W*(?P<title>(?:{_ORDERS}) (?:No\. ?)?\d[\d,–-]*\d)")
# The Brussels Effect 25 (2020): a page behind the title
_PINNED = re.compile(
    rf" (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?) \((?:\d{{1,2}}(?:st|nd|rd|th|d) ed\. )?(?P<year>{YEAR})\)[.;]?\s*$"
)
_UNITED_NATIONS = re.compile(r"\b[ASE]/(?:RES/|PV\.|[A-Z.]{1,6}/)?\d[\d/]*\d")
_RESOLUTION = re.compile(r"[,(] ?(?P<number>[ASE]/(?:[A-Z]{1,6}/)?\d[\d/]*\d(?:\(\d{4}\))?)(?=[,)])")
# at 112: where lawyers cite a page
_AT = re.compile(r",? at (?P<pages>\d{1,5}(?:[-–]\d{1,5})?)(?=[ ,.;]|$)")


# 19 U.S.C. § 2411(b); 15 C.F.R. pt. 744
_CODE = re.compile(
    r"\W{0,2}(?:[Ss]ee )?(?P<title>\d{1,3} (?:U\.S\.C\.(?: ?A\.)?|C\.F\.R\.) (?:§+ ?|[Pp]t\. ?)"
    r"[\w()., –-]{1,60}?)[.,;]?\s*(?:\(\d{4}\)\.?\s*)?$"
)
# Karen M. Sutter, Cong. Rsch. Serv., IF10964, Industrial Policies (2023)
_RESEARCH = re.compile(
    r"(?P<name>[^“,]{3,60}(?:, [^“,]{3,60}){0,3}), "
    r"(?:Cong\. Rsch\. Serv\.|Cong\. Research Serv\.|Congressional Research Service), "
    r"(?P<number>[A-Z]{1,3}\d{4,5}), (?P<title>[^()]{3,200}?)(?: (?P<pages>\d{1,3}))? \(",
    re.IGNORECASE,
)
# U.S. Gov’t Accountability Off., GAO-23-105697, Export Controls 14 (2023)
_ACCOUNTED = re.compile(
    r"\W{0,2}(?P<name>(?:U\.S\. )?(?:Gov(?:ernment|[’']t) Accountability Off(?:ice|\.)|GAO)), "
    r"(?P<number>GAO-\d\d-\d{2,6}[A-Z]{0,3}), (?P<title>[^()]{3,200}?)(?: (?P<pages>\d{1,3}))? \("
)
# 北京市高级人民法院（2020）京民终字第567号民事判决书; 司法院釋字第499號解釋
_DECISION = re.compile(
    r"\W{0,2}(?:[参參][见見]|[见見])?(?P<title>(?:[\u3400-\u9fff]{2,20}法院)?[（(〔\[]\d{4}[）)〕\]][^，。；《》]{2,24}[号號]"
    r"(?:[\u3400-\u9fff]{0,6}[书書])?|(?:司法院|大法官)[^，。；《》]{0,6}[释釋]字第? ?\d{1,4} ?[号號](?:解[释釋])?)"
    r"(?=[，,。；;]|\s*$)"
)
# the series in which treaties are printed, cited by volume alone
_TREATIES = ("Treaty Series", "League of Nations Treaty Series", "International Legal Materials")
_PUBLIC_LAW = re.compile(r", Pub(?:\.|lic) L(?:\.|aw) .*$")
_AGREED = re.compile(
    r"\W{0,2}(?P<title>(?:[A-Z][\w’-]+ ){0,4}"
    r"(?:Agreement|Treaty|Convention|Protocol|Memorandum of Understanding|Charter|Exchange of Notes)"
    r" (?:[Bb]etween|[Aa]mong|[Oo]n|[Oo]f|[Ff]or|[Aa]mending|[Cc]oncerning|[Rr]elating)[^;“\ue000]{3,200}?)"
    r"(?:, U\.S\.-|,? \(?(?:[A-Z][a-z]{2,8}\.? )?\d)"
)
# a title in capitals all through, and the day behind it: no sentence on a treaty
_LINK = "of|the|and|for|on|to|in|with|between|among|by|from|its"
_FORMAL = re.compile(rf"\W{{0,2}}(?:(?:[A-Z(][\w’.()-]*|{_LINK}),? )+\(?{DATE}")
# Statement of Admiral Harry B. Harris Jr., U.S. Pacific Command, before the Senate Armed Services Committee
_TESTIMONY = re.compile(
    r"\W{0,2}(?P<title>(?:Prepared )?(?:Statement|Testimony) (?:of|by) (?P<name>[^,;“]{4,60})(?:, [^,;“]{2,60}){0,4}?"
    r",? before the [^,;“]{4,80}(?:, (?:U\.S\. )?(?:Senate|House)[^,;“]{0,30})?), "
)

# Regulation (EU) 2023/1781 of the European Parliament and of the Council
_REGULATION = re.compile(
    r"\W{0,2}(?:[Ss]ee )?(?P<title>(?:Commission |Council )?(?:Implementing |Delegated )?"
    r"(?:Regulation|Directive|Decision)"
    r" \((?:EU|EC|EEC|CFSP)\)(?: [Nn]o\.?)? \d[^,;“]{3,200}?)(?=, )"
)
_CONGRESS = re.compile(r"\W{0,2}(?:[Ss]ee )?(?:H\.R\.|S\.|H\.) (?:Rep|Doc|Res|Con\. Res)\. (?:No\. )?\d")
_FORMS = (
    (_CODE, "legislation"),
    (_RESEARCH, "report"),
    (_ACCOUNTED, "report"),
    (_DECISION, "legal_case"),
    (_AGREED, "treaty"),
    (_TESTIMONY, "speech"),
    (_REGULATION, "legislation"),
)


def is_official(text: str) -> bool:
    """Whether a citation is of a register, a code, a treaty or a paper of Congress by its form alone."""
    printed = _PRINTED.search(text)
    formed = any(form.match(text) for form in (_CODE, _RESEARCH, _CONGRESS, _DECISION))
    agreed = _AGREED.match(text) and _FORMAL.match(text)
    return bool((printed and printed["register"]) or formed or agreed or _UNITED_NATIONS.search(text))


def official(text: str, citation: Citation) -> Citation:
    """A citation of an official paper with what holds it, its page and its symbol.

    >>> cite = official("Entity List, 84 Fed. Reg. 22,961 (May 21, 2019).", Citation(title="Entity List"))
    >>> cite.type, cite.container, cite.volume, cite.pages, cite.date
    ('legislation', 'Fed. Reg.', '84', '22,961', '2019-05-21')
    """
    if citation.title in _TREATIES:
        return replace(citation, type="treaty")
    for step in (_formed, _printed, _pinned, _ordered, _heard, _of_union, _marked, _by_article):
        citation = step(text, citation)
    return citation


def _formed(text: str, citation: Citation) -> Citation:
    """A section of a code, a report of Congress's researchers, a treaty or a testimony: named by their form."""
    for form, kind in _FORMS:
        match = form.match(text)
        if match and (form is _REGULATION or not citation.publisher):
            told = match.groupdict()
            dated = find_date(text[match.end("title") :])
            date = dated[2] if dated else None if form is _CODE else citation.date
            return Citation(
                type=kind,
                authors=split_authors(told.get("name") or ""),
                title=bare(told["title"]),
                container=citation.container if form is _AGREED else None,
                date=date,
                pages=told.get("pages") or (citation.pages if form in (_TESTIMONY, _REGULATION) else None),
                number=told.get("number"),
            )
    return citation


def _printed(text: str, citation: Citation) -> Citation:
    match = _PRINTED.search(text) if text.isascii() or re.search(r"\d [A-Z]", text) else None
    if match is None or not citation.title:
        return citation
    date = read_date(match["date"]) if match["date"] else citation.date
    title = citation.title.partition(match.group().lstrip(",.”:) "))[0].rstrip(" ,.") or citation.title
    before = text[: match.start()].partition(f"{citation.authors[-1]}, ")[2] if citation.authors else ""
    if title in before and "“" in before and not before.endswith(("”", ",")):
        # The “China, Inc.” Challenge to Global Trade, 57 Harv. Int’l L.J. 261
        title = before
    return replace(
        citation,
        type="legislation" if match["register"] else citation.type,
        title=_PUBLIC_LAW.sub("", title),
        container=match["register"] or match["review"],
        volume=match["volume"],
        issue=None,
        pages=match["pages"],
        date=date,
    )


def _pinned(text: str, citation: Citation) -> Citation:
    """A book with the page that lawyers put behind its title."""
    match = _PINNED.search(text)
    held = citation.container or citation.publisher or citation.issue
    title = (citation.title or "").removesuffix(match.group("page")).rstrip() if match else ""
    persons = citation.authors and not any(map(has_body_word, citation.authors))
    if match is None or held or not persons or not text[: match.start()].endswith(title):
        return citation
    return replace(citation, title=title, volume=None, pages=match["page"])


def _of_union(text: str, citation: Citation) -> Citation:
    """A paper of the European Union by its number, a regulation by the Official Journal that holds it."""
    match, journal = _EUROPEAN.search(text), _JOURNAL_OF_UNION.search(text)
    if match:
        named = (citation.title or "").startswith(match["number"][:10]) and citation.container
        title = citation.container if named else (citation.title or "").removeprefix(f"{match['number']}, ")
        return replace(citation, type="report", title=title, container=None, number=match["number"])
    if journal:
        authors = tuple(author for author in citation.authors if not author.startswith("OJ"))
        held = replace(citation, container=f"OJ {journal['series']}", issue=journal["issue"], volume=None)
        return replace(held, type="legislation", authors=authors, publisher=None)
    return citation


def _ordered(text: str, citation: Citation) -> Citation:
    """A citation without what is no author: the number of an order or a bill before the title."""
    order = _ORDER.match(text)
    if order and citation.title and order["title"].startswith(citation.title):
        return replace(citation, title=order["title"], authors=(), type="legislation")
    authors = tuple(author for author in citation.authors if not _NUMBERED.match(author))
    if authors == citation.authors:
        return citation
    ordered = any(re.match(_ACT, author) for author in citation.authors)
    return replace(citation, authors=authors, type="legislation" if ordered else citation.type)


def _heard(text: str, citation: Citation) -> Citation:
    """A hearing of Congress, by its title and the committee that held it."""
    session, chambers = _SESSION.search(text), _CHAMBERS.match(text)
    if part := chambers or _DEPARTMENT.match(text):
        citation = replace(citation, authors=(bare(part["body"]),))
    if session and chambers and not MARKS.search(text, chambers.end(), session.start()):
        title = bare(text[chambers.end() : session.start()])
        citation = replace(citation, title=title, publisher=None)
    if not _HEARING.search(text):
        return citation
    container, publisher = citation.container, citation.publisher
    held = container and (_SITTING.match(container) or re.match(r"Hearings?\b", container))
    return replace(
        citation,
        type="hearing",
        title=_SESSION.sub("", citation.title or "") or None,
        container=None if held else container,
        publisher=None if publisher and _SITTING.match(publisher) else publisher,
    )


def _marked(text: str, citation: Citation) -> Citation:
    """A title without the symbol behind it, and a page that lawyers cite."""
    symbol = _SYMBOL.search(citation.title or "")
    if symbol and symbol.start():
        before = (citation.title or "")[: symbol.start()]
        citation = replace(citation, title=before, number=citation.number or symbol["number"])
    elif not citation.number and (shown := _RESOLUTION.search(text)):
        citation = replace(citation, number=shown["number"])
    at = _AT.search(text) if not citation.pages else None
    if at:
        title = _AT.sub("", citation.title or "") or None
        return replace(citation, pages=at["pages"], title=title)
    return citation


def _by_article(text: str, citation: Citation) -> Citation:
    """A law or a treaty by its articles, which neither hold it nor are its pages."""
    cited = _ARTICLES.search(text) if "Art" in text else None  # a date is looked for at length
    if cited is None or not all(map(has_body_word, citation.authors)):
        return citation
    container, pages = citation.container, citation.pages
    return replace(
        citation,
        type=citation.type if citation.type == "treaty" else "legislation",
        container=None if container and container in cited["told"] else container,
        pages=None if pages and pages in cited["told"] else pages,
    )
