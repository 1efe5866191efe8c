"""Citations whose elements end with stops, as lists print them without a code: names, a title, what holds it.

Within such an element a comma, a mark of quotation or a dot parts nothing.
"""

from __future__ import annotations

import re

from kaoju.citations.dates import YEAR
from kaoju.citations.mending.spans import Span, place_of
from kaoju.citations.names import BODY_WORD, PARTICLES, ZH_BODY, has_body_word

_STOP = r"(?:．|\.(?=\s|$))\s*"
_HAN = "[\u3400-\u9fff]"
_NAME = rf"{_HAN}[\u3400-\u9fff·]{{1,29}}"
_ROLE = "(?:主编|主編|编著|編著|[编編著辑輯撰]|点校|點校)?"
# 西安：海运出版社，1986 is an imprint
_PRINTED = rf"[^.．]{{0,80}}[,，]\s?{YEAR}"
# 刘时银, 郭万钦, 等. 水川编目. ; no year stands in a title's place
_CHINESE = re.compile(
    rf"\W?(?P<names>(?>{_NAME}(?:[,，、]\s?{_NAME}){{0,9}})){_ROLE}(?:[,，]?\s?等)?{_STOP}"
    rf"(?P<title>(?=\S)(?!\d{{4}}|[见見载載][:：]|[^.．]{{2,30}}编{_STOP}|{_PRINTED})(?=[^.．]{{0,200}}{_HAN})"
    rf"(?:[^.．]|\.(?=[\d\w])){{2,200}}?)(?={_STOP}|$)"
)
# 約束手形金. 见: 民事判例集: a work of nobody
_HELD = re.compile(rf"\W?(?P<title>{_HAN}[^.．]{{1,200}}){_STOP}[见見载載][:：]")
# 关于港口的通告. 海宁日报, 1933.8.11: no name is so long, and a newspaper no title
_IN_THE_NEWS = re.compile(rf"\W?(?P<title>{_HAN}[^.．,，]{{7,80}}){_STOP}(?P<host>{_HAN}{{2,10}}[报報])[,，]\s?{YEAR}")
# what may follow a title without a stop: its number, 卷 1, ：［博士学位论文］
_NUMBER = re.compile(r"[）)]?\s?[:：]?\s?(?:[〔［\[（(]|\s[A-Z\d第卷]|\s[\u3400-\u9fff]{1,6}〔)")
# Lowe E, Mo K C, Wilk D. : several surnames with initials, which end with a stop
_SURNAME = rf"{PARTICLES}[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?"
# a name is read in one way: many are looked at in no time
_SURNAMED = rf"(?>{_SURNAME}(?: [A-Z](?:-?[A-Z])?\b\.?){{1,3}})"
_INITIALLED = re.compile(
    rf"(?P<names>{_SURNAMED}(?:(?:, {_SURNAMED}){{1,40}}|(?=, (?:dir|eds?|comp)\.)))(?<=[A-Z.])"
    r"(?:, et al)?(?:, (?:dir|eds?|trans|comp))?\.?(?<=\.) "
    r"(?=[A-Z\d][\w’'-]*[a-z\d]|A )"
)
# Lowe G. Behaviorism. In: Wilk E, ed. The Harbor encyclopedia.
_WITHIN = re.compile(
    rf"(?P<names>{_SURNAMED}(?:, {_SURNAMED}){{0,40}})(?<=[A-Z.])(?:, et al)?\.?(?<=\.) "
    rf"(?P<title>[A-Z\d][^.]{{3,250}})\. In: "
    rf"(?:{_SURNAMED}(?:, {_SURNAMED}){{0,9}}(?:, et al)?(?:, eds?)?\.?(?<=\.) )?"
    rf"(?P<host>(?:[^.]|\b[Vv]ol\. ?\d{{1,3}}\. ){{3,200}}?)(?<!\b[Vv]ol)(?=\. )"
)
# New Zealand Productivity Commission. Strengthening relations
_BODY = re.compile(rf"(?P<name>{BODY_WORD}(?: {BODY_WORD}){{1,9}})\. (?=[A-Z]\w+ \w)")
_YEAR = re.compile(f"[,.] {YEAR}")
# Lexical Characteristics v. 7.
_VOLUME_END = re.compile(r" [Vv](?:ol)?\. \d{1,3}\. $")
# a word of so many letters has a capital in a name; so many without are of a sentence
_LONG, _FEW = 4, 3
_ONE_SURNAMED = re.compile(_SURNAMED)
# 国家重点实验室, 2012: who issues a work that no place is given of
_IMPRINT = re.compile(rf"{_STOP}(?P<publisher>{_NAME})[,，]\s?{YEAR}")


def is_stopped(text: str) -> bool:
    """Whether a Chinese citation has its elements ended by stops.

    >>> is_stopped("楼适夷. 读家书，想傅雷. 北京: 三联书店, 1998"), is_stopped("楼适夷：《读家书》，1998年")
    (True, False)
    """
    return bool(_CHINESE.match(text))


def stopped(text: str, found: list[Span]) -> list[Span]:
    """The parts of a citation, its names and its title as the stops part them.

    >>> text = "楼适夷. 读家书，想傅雷. 北京: 三联书店, 1998"
    >>> stopped(text, [Span("A", 0, 3), Span("C", 5, 8), Span("T", 9, 12)])
    [Span(label='A', start=0, end=3), Span(label='T', start=5, end=12)]
    """
    news = _IN_THE_NEWS.match(text)
    if news and not ZH_BODY.search(news["title"]):
        parts = [Span("T", *news.span("title")), Span("C", *news.span("host"))]
        return [*parts, *(span for span in found if span.start >= news.end("host"))]
    chinese = _CHINESE.match(text) or _HELD.match(text)
    if chinese:
        return _issued(text, _told(text, found, Span("T", *chinese.span("title"))))
    within = _WITHIN.match(text)
    if within:
        return _held(text, found, within)
    named = _INITIALLED.match(text)
    return _named(text, found, named) if named else _without_bodies(text, found)


def _told(text: str, found: list[Span], title: Span) -> list[Span]:
    """The parts with one title; what was taken for another, behind it, is in no part."""
    told = next((span for span in found if span.label == "T" and span.start == title.start), title)
    title = told if told.end < title.end and _NUMBER.match(text, told.end) else title
    names = [span for span in found if span.end <= title.start]
    behind = [span for span in found if span.start >= title.end and span.label != "T"]
    return [*names, title, *behind]


def _issued(text: str, found: list[Span]) -> list[Span]:
    """The parts with who issued the work, where it stands alone between the title and the year."""
    at = next(at for at, span in enumerate(found) if span.label == "T")
    imprint = _IMPRINT.match(text, found[at].end)
    if imprint is None or any(span.label in "CP" for span in found):
        return found
    publisher = Span("P", *imprint.span("publisher"))
    return [*found[: at + 1], publisher, *(span for span in found[at + 1 :] if span.start >= publisher.end)]


def _held(text: str, found: list[Span], match: re.Match[str]) -> list[Span]:
    """The parts with names, title and what holds the work as ``In:`` parts them."""
    names = [Span("A", *one.span()) for one in _ONE_SURNAMED.finditer(text, *match.span("names"))]
    told = [span for span in found if span.end <= match.end("names")]
    editors = [span for span in found if span.label == "E" and match.end("title") < span.start < match.start("host")]
    title, host = (Span(label, *match.span(name)) for label, name in (("T", "title"), ("C", "host")))
    behind = [span for span in found if span.start >= host.end and span.label not in "TC"]
    return [*(told if len(told) == len(names) else names), title, *editors, host, *behind]


def _without_bodies(text: str, found: list[Span]) -> list[Span]:
    """The parts with the body apart from the title that it stands before: ``Trade Commission. Strengthening Ports``."""
    at = place_of("T", found)
    if at is None or any(span.label != "A" for span in found[:at]):
        return found
    listed = text[found[at - 1].end : found[at].start] == ", " if at else found[at].start == 0
    body = _BODY.match(text, found[at].start, found[at].end) if listed else None
    if body is None or not (has_body_word(body["name"]) or _is_sentence(text[body.end() : found[at].end])):
        return found
    return [*found[:at], Span("A", *body.span("name")), found[at]._replace(start=body.end()), *found[at + 1 :]]


def _is_sentence(title: str) -> bool:
    """Whether few capitals are in a title: its first words, if all have them, are of a name."""
    return sum(word.islower() and len(word) >= _LONG for word in title.split()) >= _FEW


def _issuer(text: str, title: Span) -> Span | None:
    """Who issued a work, at the end of what was taken for its title: ``The Nature of Ports. Port Labour, 2015``."""
    at = text.rfind(". ", title.start, title.end) + 2
    before = text[title.start : at]
    parted = at > title.start + 2 and (len(before.rsplit(maxsplit=1)[-1]) > _LONG or bool(_VOLUME_END.search(before)))
    large = all(word[0].isupper() or len(word) < _LONG for word in text[at : title.end].split())
    return Span("P", at, title.end) if parted and large and _YEAR.match(text, title.end) else None


def _named(text: str, found: list[Span], match: re.Match[str]) -> list[Span]:
    """The parts with all names before the stop that ends them, and none of them in the title."""
    names = [Span("A", *one.span()) for one in _ONE_SURNAMED.finditer(text, *match.span("names"))]
    behind = [span._replace(start=max(span.start, match.end())) for span in found if span.end > match.end()]
    issuer = _issuer(text, behind[0]) if behind and behind[0].label == "T" else None
    if issuer and all(span.label not in "CP" for span in behind):
        behind[:1] = [behind[0]._replace(end=issuer.start - 2), issuer]
    return [*names, *behind]
