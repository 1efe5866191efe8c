"""What holds a work, parted from its title, its place and its date by the sign that parts a citation."""

from __future__ import annotations

import re
from itertools import pairwise

from kaoju.citations.dates import YEAR
from kaoju.citations.features import kind_of
from kaoju.citations.kinds import is_known_newspaper, is_newspaper, is_site
from kaoju.citations.mending.spans import FOREIGN, MARKS, Span, has_marks, joined, place_of, sign_before
from kaoju.citations.plain import ADDRESS

_HOST = re.compile(
    r"\b(?:Encyclop\w+|Dictionary|Britannica|Journal|Review|Quarterly|Zeitschrift|Revue|Rivista|Bulletin|Annals)\b"
)
_ISSUER = re.compile(
    r"(?:出版社|书局|書局|印书馆|大学|大學|学院|研究所|研究院|实验室|公司|博物馆|档案馆|图书馆)$"
    r"|^(?!.*(?:\d|, |Proc|Conference|Meeting|Symposium|Annual))(?:.*\s)?"
    r"(?:Co|Inc|Ltd|LLC|Corporation|Press|Publish\w+|Publication Society|Records|Films|Pictures|Studios|Productions"
    r"|Entertainment|Archive|Museum|University|Department|Ministry|Store)\b"
)
# Experimental Psychology, Clinical Genetics
_FIELD = re.compile(r"(?:ology|(?<!Class)(?<!Com)ics|graphy|istry|Sciences?|Medicine|History|Law)$")
_YEAR_ALONE = re.compile(rf"[,.] {YEAR}\.?$")
_SENTENCES = re.compile(r"(?:[\w’'-]{1,30} ){3}[\w’' -]{0,90}[a-z]{3}[.?!] [A-Z]")
_ASKED = re.compile(r"[?!](?: \([^()]{1,30}\))?, (?P<host>[A-Z].{2,})")
_NUMBERED = re.compile(r"(?P<name>[A-Z][\w.& ]{1,40}?),? (?P<volume>\d{1,3})")
_TOWN = re.compile(r"[,.] (?P<town>[A-ZÀ-Ý][\w’-]+(?: [A-ZÀ-Ý][\w’-]+)?)$")
# Reading, Mass.: , Ithaca, N.Y.: , Cambridge, UK: ; the state of a town, cut short, before who issued a book
_IN_STATE = re.compile(
    r", (?P<place>[A-ZÀ-Ý][\w’-]+(?: [A-ZÀ-Ý][\w’-]+){0,2}, "
    r"(?:(?!Vol|No|Eds?)[A-Z][a-z]{1,4}\.|[A-Z]\. ?[A-Z]\.|[A-Z]{2})) ?: (?=[A-ZÀ-Ý])"
)
# a state whose university is at several towns
_STATE_UNIVERSITY = re.compile(
    r"University of (?:Alabama|Alaska|Arkansas|California|Colorado|Hawai.?i|Illinois|Maryland|Massachusetts|Michigan"
    r"|Minnesota|Missouri|Nebraska|North Carolina|Tennessee|Texas|Wisconsin)|(?:State|City) University of New York"
)
# what a title may have swallowed: names alone, behind a stop or a comma, to its end
_WORD = r"(?:[A-ZÀ-Ý][\w’&'-]*|of|and|for|the|&)"
_LAST = re.compile(rf"(?<=\w{{3}})[.,] (?P<last>[A-ZÀ-Ý][\w’'-]*(?:;? {_WORD}){{0,12}})$")
# . Paris, France: The Louvre
_LAST_IMPRINT = re.compile(
    rf"(?<=\w{{3}})\. (?P<place>[A-ZÀ-Ý][\w’-]+(?:,? [A-ZÀ-Ý][\w.’-]+){{0,3}}) ?: "
    rf"(?P<house>[A-ZÀ-Ý][\w’'-]*(?: {_WORD}){{0,7}})$"
)
_YEAR_BEHIND = re.compile(f"[,.] {YEAR}")
_ALONE = re.compile(
    rf"(?:[.,] | \(|,?[”\"],? )(?P<name>[A-ZÀ-Ý][\w’'-]*(?:;? {_WORD}){{0,12}}|[a-z]{{1,4}}[A-Z]\w*)"
    rf"[,.] {YEAR}(?![\d-])"
)
_ALONE_ZH = re.compile(
    r"》[，,]?\s?(?P<name>(?![载載见見])[^\W\d_](?:(?![第期卷编編译譯著])[\w’; ·.-]){2,60})"
    rf"[，,]?\s?(?<!\d){YEAR}年[^\d]"
)
_MEETING = re.compile(r"\b(?:Symposium|Conference|Proceedings|Workshop|Congress|Colloquium)\b", re.IGNORECASE)
_COLON = re.compile(r" ?[:：]")
_LAST_DATE = re.compile(
    rf"(?:[,，]\s?|(?<=[\u3400-\u9fff]))(?P<date>{YEAR}(?:年(?:\d\d?月(?:\d\d?日)?)?)?"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, ?20\d\d)$"
)


def hosted(text: str, found: list[Span]) -> list[Span]:
    """The parts of a citation with what holds the work apart from title and place.

    >>> text = "B. Lowe, Schuld, ZStW 129 (2017)."
    >>> [text[part.start : part.end] for part in hosted(text, [Span("A", 0, 7), Span("T", 9, 25), Span("D", 27, 31)])]
    ['B. Lowe', 'Schuld', 'ZStW', '129', '2017']
    """
    for step in (
        _issuers,
        _campus,
        _apart,
        _swallowed,
        _left_out,
        _at_sign,
        _placed,
        _of_newspaper,
        _in_the_news,
        _issued,
    ):
        found = step(text, found)
    return found


def _apart(text: str, found: list[Span]) -> list[Span]:
    """A title that goes on with what holds it: ``Relativity, The New Encyclopedia``, ``Schuld, ZStW 129 (2017)``."""
    labels = {span.label for span in found}
    at = place_of("T", found)
    if at is None or "C" in labels:
        return found
    start, end = found[at].start, found[at].end
    asked = _ASKED.search(text, start, end)
    if asked:
        # Who Shot Mr. Burns? (Part One), The Simpsons
        return [
            *found[:at],
            Span("T", start, asked.start("host") - 2),
            Span("C", asked.start("host"), end),
            *found[at + 1 :],
        ]
    sign = sign_before(text, start) if not has_marks(text, start, end + 2) else ""
    last = text.rfind(f"{sign} ", start, end) if sign and sign in ",." else -1
    if last < 0:
        return found
    numbered = _NUMBERED.fullmatch(text, last + 2, end) if text.startswith(" (", end) else None
    if numbered:
        parts = [Span("C", *numbered.span("name")), Span("V", *numbered.span("volume"))]
    elif _HOST.search(text, last, end) or {"V", "I"} <= labels:
        parts = [Span("C", last + 2, end)]
    else:
        return found
    return [*found[:at], Span("T", start, last), *parts, *found[at + 1 :]]


def _swallowed(text: str, found: list[Span]) -> list[Span]:
    """A title that goes on with who issued it, before the year: ``The Wire. Deadline Productions; HBO, 2002``."""
    at = place_of("T", found)
    if at is None or {"C", "P", "L"} & {span.label for span in found} or not _YEAR_BEHIND.match(text, found[at].end):
        return found
    start, end = found[at].start, found[at].end
    imprint = _LAST_IMPRINT.search(text, start, end)
    if imprint and not has_marks(text, start, end + 2):
        parts = [Span("L", *imprint.span("place")), Span("P", *imprint.span("house"))]
        return [*found[:at], Span("T", start, imprint.start()), *parts, *found[at + 1 :]]
    issuer = next(
        (one for one in _LAST.finditer(text, start, end) if _ISSUER.search(one["last"]) or "; " in one["last"]), None
    )
    if issuer is None or has_marks(text, start, end + 2):
        return found
    return [*found[:at], Span("T", start, issuer.start()), Span("P", issuer.start("last"), end), *found[at + 1 :]]


def _left_out(text: str, found: list[Span]) -> list[Span]:
    """Who stands alone between a title and its year, and was left in no part, issued it, or holds it if it is a
    newspaper: ``Grain (TED, 2018)``, ``《冰川目录》国家重点实验室，2012年``, ``《调查》，人民日报，2012年``."""
    at = place_of("T", found)
    if at is None or {"C", "P", "L", "V", "I"} & {span.label for span in found}:
        return found
    end = found[at].end
    alone = _ALONE.match(text, end) or _ALONE_ZH.match(text, end)
    if alone is None or any(span.start < alone.end("name") for span in found[at + 1 :]):
        return found
    label = "C" if is_newspaper(alone["name"]) else "P"
    return [*found[: at + 1], Span(label, *alone.span("name")), *found[at + 1 :]]


def _at_sign(text: str, found: list[Span]) -> list[Span]:
    """A title and what holds it are parted by the sign that parts the names from the title, and by no colon."""
    for at, (title, host) in enumerate(pairwise(found)):
        if title.label == "T" and host.label in "CP" and not has_marks(text, title.start, host.end):
            sign, gap = sign_before(text, title.start), text[title.end : host.start]
            last = text.rfind(f"{sign} ", host.start, host.end) if sign and sign in ",." else -1
            if last >= 0 and (gap == ": " or (sign == "." and gap in ("? ", ", "))):
                parts = [title._replace(end=last), host._replace(start=last + 2)]
                return [*found[:at], *parts, *found[at + 2 :]]
            if sign == "," and gap == ", " and _SENTENCES.search(text, host.start, host.end):
                # From this article, it sounds like men know. I know many, 2019
                return [*found[:at], title._replace(end=host.end), *found[at + 2 :]]
    return found


def _placed(text: str, found: list[Span]) -> list[Span]:
    """The town before a country is no part of what holds a paper: ``Reducing Noise, Uppsala, Sweden, 1990``."""
    for at, (host, place) in enumerate(pairwise(found)):
        imprint = text.startswith(":", place.end)
        if (host.label, place.label) == ("C", "L") and text[host.end : place.start] == ", " and not imprint:
            town = _TOWN.search(text, host.start, host.end)
            if town:
                cut = [host._replace(end=town.start()), Span("L", town.start("town"), place.end)]
                return [*found[:at], *cut, *found[at + 2 :]]
    return found


def _of_newspaper(text: str, found: list[Span]) -> list[Span]:
    """A newspaper that stands behind a title and what was taken for its container holds the article, and the comma
    before it is the title's: ``The Secret to a Long, Happy Life, CNN, 2019``."""
    for at, (title, host, house) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        told = (title.label, host.label, house.label) == ("T", "C", "P") and text[title.end : host.start] == ", "
        if told and is_known_newspaper(text[house.start : house.end]):
            return [*found[:at], title._replace(end=host.end), house._replace(label="C"), *found[at + 3 :]]
    return found


def _in_the_news(text: str, found: list[Span]) -> list[Span]:
    """A newspaper or a broadcaster holds an article, and publishes no book: ``The Secret, CNN, 2019``; and so does who
    stands behind a title that is online: ``Population Clock, Department of Trade, https://…``."""
    if any(span.label in "CL" for span in found):
        return found
    for at, (house, issue) in enumerate(pairwise(found)):
        if (house.label, issue.label) == ("P", "I"):
            # 政治科學論叢，第71期: what has numbers is no house
            return [*found[:at], house._replace(label="C"), *found[at + 1 :]]
    return [span._replace(label="C") if span.label == "P" and _holds(text, span) else span for span in found]


def _holds(text: str, span: Span) -> bool:
    online = ADDRESS in text and not FOREIGN.search(text) and sign_before(text, span.start) in (",", "”", '"')
    return online or is_known_newspaper(text[span.start : span.end])


def _issuers(text: str, found: list[Span]) -> list[Span]:
    """Two that issue a work are named in one: 人民出版社、中央文献出版社."""
    signs = ("、", "；", "; ", " & ")
    return joined(found, lambda one, other: one.label == other.label == "P" and text[one.end : other.start] in signs)


def _campus(text: str, found: list[Span]) -> list[Span]:
    """The town behind the university of a state is of its name: ``University of California, San Diego``."""
    return joined(found, lambda one, other: (one.label, other.label) == ("P", "L") and _is_campus(text, one, other))


def _is_campus(text: str, university: Span, town: Span) -> bool:
    beside = text[university.end : town.start] == ", " and not _COLON.match(text, town.end)
    return beside and bool(_STATE_UNIVERSITY.fullmatch(text, university.start, university.end))


def _issued(text: str, found: list[Span]) -> list[Span]:
    """A press, a company or an institute issues a work that has no volume: ``Algorithms, Henry Holt and Co., 2016``."""
    labels = {span.label for span in found}
    if labels & set("PVI") or ADDRESS in text:
        return found
    return [span._replace(label="P") if span.label == "C" and _is_issuer(text, span) else span for span in found]


def _is_issuer(text: str, span: Span) -> bool:
    held = text.endswith(("in ", "In: ", "at "), 0, span.start)
    if held or has_marks(text, span.start, span.start) or _HOST.search(text, span.start, span.end):
        return False
    name = text[span.start : span.end]
    return bool(_ISSUER.search(name) or (_YEAR_ALONE.match(text, span.end) and not _is_serial(name)))


def _is_serial(name: str) -> bool:
    """Whether a name, in Latin letters, may be a journal's, a newspaper's or a site's."""
    if FOREIGN.search(name) or is_newspaper(name) or is_site(name) or _FIELD.search(name):
        return True
    return any(kind_of(word) == "journal" for word in name.lower().split())


def dated(text: str, found: list[Span]) -> list[Span]:
    """A date before the publisher is of what stands before it where another follows: ``Papers, May 1990, ASME, 1991``;
    one that was taken for the end of a container is none of it."""
    dates = [at for at, span in enumerate(found) if span.label == "D"]
    if not dates and found and found[-1].label == "C":
        return _cut_date(text, found)
    if len(dates) < 2 or not any(span.label in "PL" for span in found[dates[0] : dates[-1]]):
        return found
    at = dates[0]
    begin = max((place for place in range(at) if found[place].label in "TC"), default=at)
    between = found[begin + 1 : at]
    if (
        begin == at
        or MARKS.search(text, found[begin].start, found[at].end)
        or any(s.label not in "LN" for s in between)
    ):
        return found
    return [*found[:begin], found[begin]._replace(end=found[at].end), *found[at + 1 :]]


def of_meeting(text: str, found: list[Span]) -> list[Span]:
    """When and where a meeting was held is of the name of its papers, up to the place and who issued them:
    ``Symposium on Holography, August 23-25, 1971, Los Angeles. New York: ASME``."""
    at = next((at for at, span in enumerate(found) if span.label in "TC" and _MEETING.search(text, *span[1:])), None)
    placed = [place for place, span in enumerate(found) if span.label == "L" and _COLON.match(text, span.end)]
    if at is None or not placed or has_marks(text, found[at].start, found[placed[-1]].start):
        return found
    held = found[at : placed[-1]]
    if len(held) < 2 or any(
        span.label not in "CPLDG" or text[one.end : span.start] != ", " for one, span in pairwise(held)
    ):
        return found
    return [*found[:at], held[0]._replace(end=held[-1].end), *found[placed[-1] :]]


def in_state(text: str, found: list[Span]) -> list[Span]:
    """A town before its state, and before who issued a book, is the place, and ends no title and no name: ``Theory of
    Trade, Reading, Mass.: Larch Press``."""
    place = _IN_STATE.search(text)
    start, end = place.span("place") if place else (0, 0)
    if place is None or not any(span.label == "L" and start < span.end <= end for span in found):
        return found
    before = [span._replace(end=min(span.end, place.start())) for span in found if span.start < place.start()]
    return [*before, Span("L", start, end), *(span for span in found if span.start >= end)]


def _cut_date(text: str, found: list[Span]) -> list[Span]:
    host = found[-1]
    date = _LAST_DATE.search(text, host.start, host.end)
    if date is None or date.start() == host.start or text.startswith(("-", "–", "—"), host.end):
        return found
    return [*found[:-1], host._replace(end=date.start()), Span("D", date.start("date"), host.end)]
