"""The parts of a citation made whole by the order that all citations keep: names, then a title, then what holds it.

The labeller tells each word its part by what stands around it. To a citation of a rare kind it may give no title, or
two, or leave words between the names and the title in no part.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from kaoju.citations.kinds import is_known_newspaper
from kaoju.citations.names import ZH_BODY, has_body_word
from kaoju.citations.plain import ADDRESS, ITALIC, ROMAN


class Span(NamedTuple):
    """A part of a citation.

    The labels: Author, Title, Container, Publisher, pLace, Date, Volume, Issue, paGes, Editors and translators, Series,
    Number.
    """

    label: str
    start: int
    end: int


_MARKED = re.compile(f'[“”"《》〈〉「」『』«»{ITALIC}{ROMAN}]')
_CHINESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_CODE = re.compile(r"[\[［【][A-Z]{1,2}(?:\s?[/／]\s?[A-Z]{2})?[\]］】]")
# what may stand between names and a title and is no title
_ROLES = re.compile(r"[(,]?\s*\b(?:eds?|edt|et al|editors?|dirs?|comps?|trans)\b\.?\)?", re.IGNORECASE)
_WORDS = re.compile(r"[\s.,:：，．)]*(?P<words>[^\W_].*?)[.,:：，．]?[\s.,]*$")
# a word that begins a title, and no word of a role
_OWN = re.compile(r"(?!(?:Translated|Edited|Reprint|In)\b)[A-Z\d][\w’'-]{2}")
_COMMA = re.compile(r",? (?:and |& |or )?|: ")
_SENTENCE = re.compile(r"[.?!…]+ ")
_GLUED = re.compile(r"[,+%–-]*\s?")
_HOST = re.compile(
    r"\b(?:Encyclop\w+|Dictionary|Britannica|Journal|Review|Quarterly|Zeitschrift|Revue|Rivista|Bulletin|Annals)\b"
)
_NUMBERED = re.compile(r"(?P<name>[A-Z][\w.& ]{1,40}?),? (?P<volume>\d{1,3})")
_TOWN = re.compile(r"[,.] (?P<town>[A-ZÀ-Ý][\w’-]+(?: [A-ZÀ-Ý][\w’-]+)?)$")
_SAYS_WHO = re.compile(r"[：:](?!\s?(?:卷|第|Vol))")
# , children and adolescents: a title goes on
_TAIL = re.compile(
    r"(?P<words>,? (?!(?:in|to appear|edited|translated|vol|no|eds?|trans)\b)[a-z][\w’-]+(?: [a-z][\w’-]+){0,6})[.,]? $"
)
_SIDE = r"[A-Z][^,;:“”()\[\d]{1,60}"
_SIDES = re.compile(
    rf"\W{{0,2}}(?:[Ss]ee )?(?P<name>(?=[^,]{{0,60}}?\w{{3}}[^,]{{0,40}} v\.? ){_SIDE} v\.? {_SIDE})(?=[,(\[])"
)
_OF_OTHERS = re.compile(rf"{_ROLES.pattern}|[译譯編编著注訳]|\b(?:in|by)\b", re.IGNORECASE)
# what the labeller leaves out is short; more is prose
_MOST_WORDS = 6
_LAST_DATE = re.compile(r"(?:[,，]\s?|(?<=[\u3400-\u9fff]))(?P<date>(?:1[5-9]|20)\d\d(?:年(?:\d\d?月(?:\d\d?日)?)?)?)$")
_CUT_OFF = re.compile("[\u3400-\u9fff]{1,3}[等和与年月]")
_PART_OF_BODY = re.compile("[和与與及]")
# Bowie D. Blackstar: a surname with its initials, and a title
_NAME_AND_TITLE = re.compile(r"(?P<name>[A-ZÀ-Ý][\w’'-]+,?(?: [A-ZÀ-Ý]\.?){1,3})[.,]? (?P<title>\w{2}.+)")
# C. B. Travis; Travis, C. B.; Travis C B; David Bowie
_SURNAME = r"[A-ZÀ-Ý][\w’'-]+"
_PERSON = re.compile(
    rf"(?:[A-ZÀ-Ý]\.? ?(?:-[A-Z]\. ?)?){{1,3}}{_SURNAME}|{_SURNAME},?(?: [A-ZÀ-Ý]\.?){{1,3}}"
    rf"|{_SURNAME},? (?:(?:[A-ZÀ-Ý][\w’'-]*\.?|de|van|von) ){{0,2}}(?:{_SURNAME}|[A-Z]\.?|de)"
    r"|[\u3400-\u9fff]{2,3}|[\u3400-\u9fff]+·[\u3400-\u9fff·]+"
)


def mended(text: str, found: list[Span]) -> list[Span]:
    """The parts of a citation, in their order, with a title in one piece where it has one.

    >>> text = "Happiness, Vimeo, 2017."
    >>> mended(text, [Span("A", 0, 9), Span("C", 11, 16), Span("D", 18, 22)])[0]
    Span(label='T', start=0, end=9)
    """
    found = _suit(text, _within_marks(text, _bodies(text, found)))
    if _CODE.search(text):
        return found
    titled = any(span.label == "T" for span in found)
    steps: tuple[Callable[[str, list[Span]], list[Span]], ...] = (_left_out, _one_title) if titled else (_titled,)
    steps = (_dated, *steps, _to_end, _hosted, _at_sign, _placed, _in_the_news)
    for step in steps:
        found = step(text, found)
    return found


def _bodies(text: str, found: list[Span]) -> list[Span]:
    """A body with a word for and in its name is one: 中华人民共|和|国国务院."""
    joined: list[Span] = []
    for span in map(partial(_from_begin, text), found):
        before = joined[-1] if joined else None
        if (
            before
            and span.label == before.label == "A"
            and _PART_OF_BODY.fullmatch(text, before.end, span.start)
            and ZH_BODY.search(text[span.start : span.end])
            and not ZH_BODY.search(text[before.start : before.end])
        ):
            joined[-1] = before._replace(end=span.end)
        else:
            joined.append(span)
    return joined


def _from_begin(text: str, span: Span) -> Span:
    """A Chinese author with the characters before it that a word for others had cut off: 高|等|教育文献保障系统."""
    lost = _CUT_OFF.match(text) if span.label == "A" and text.startswith(("：", "．"), span.end) else None
    return span._replace(start=0) if lost and lost.end() == span.start else span


def _within_marks(text: str, found: list[Span]) -> list[Span]:
    """A title ends with its marks; what was taken for more of it is what issued it: 《卷宗》国家档案馆，2019年."""
    for at, span in enumerate(found):
        end = text.find("》", span.start, span.end) if span.label == "T" and text[span.start - 1] == "《" else -1
        if end >= 0 and "《" not in text[span.start : span.end]:
            rest = [Span("P", end + 1, span.end)] if all(other.label != "P" for other in found) else []
            return [*found[:at], span._replace(end=end), *rest, *found[at + 1 :]]
    return found


def _suit(text: str, found: list[Span]) -> list[Span]:
    """A case is named by its sides: ``Lowe R. S. v. State, 2010``."""
    named = _SIDES.match(text)
    if named is None or any(span.label == "T" and span.end == named.end("name") for span in found):
        return found
    return [Span("T", *named.span("name")), *(span for span in found if span.start >= named.end())]


def _dated(text: str, found: list[Span]) -> list[Span]:
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
        or _MARKED.search(text, found[begin].start, found[at].end)
        or any(s.label not in "LN" for s in between)
    ):
        return found
    return [*found[:begin], found[begin]._replace(end=found[at].end), *found[at + 1 :]]


def _cut_date(text: str, found: list[Span]) -> list[Span]:
    host = found[-1]
    date = _LAST_DATE.search(text, host.start, host.end)
    if date is None or date.start() == host.start or text.startswith(("-", "–", "—"), host.end):
        return found
    return [*found[:-1], host._replace(end=date.start()), Span("D", date.start("date"), host.end)]


def _one_title(text: str, found: list[Span]) -> list[Span]:
    """A title cut at a comma, or whose first sentence was taken for what holds it, is one:
    ``N. Lowe, I Am a Pilot. Ask Me Anything, Reddit, 2018``."""
    at = max(place for place, span in enumerate(found) if span.label == "T")
    begin = at
    while begin and _is_one(text, found[begin - 1], found[begin]):
        begin -= 1
    if begin == at or text[found[begin].start].islower():
        return found
    return [*found[:begin], Span("T", found[begin].start, found[at].end), *found[at + 1 :]]


def _to_end(text: str, found: list[Span]) -> list[Span]:
    """A title with the small words behind it that are in no part."""
    for at, (title, behind) in enumerate(pairwise(found)):
        tail = _TAIL.fullmatch(text, title.end, behind.start) if title.label == "T" and behind.label in "CPL" else None
        if tail:
            return [*found[:at], title._replace(end=tail.end("words")), *found[at + 1 :]]
    return found


def _is_one(text: str, first: Span, second: Span) -> bool:
    """Whether two parts, the second of a title, are of one title by the sign between them."""
    gap = text[first.end : second.start]
    if first.label == "T" == second.label:
        return bool(_COMMA.fullmatch(gap)) or (
            _sign_before(text, first.start) == "," and bool(_SENTENCE.fullmatch(gap))
        )
    return first.label in "CV" and bool(_SENTENCE.fullmatch(gap) or _GLUED.fullmatch(gap))


def _sign_before(text: str, at: int) -> str:
    """The sign that parts what begins here from what stands before it."""
    return text[:at].rstrip()[-1:]


def _left_out(text: str, found: list[Span]) -> list[Span]:
    """Words between the names and the title that are in no part are the title, and what was it is what holds it; or its
    first words, where no sign stands between."""
    for at, (before, title) in enumerate(pairwise(found)):
        own = _unread(text, before.end, title.start) if before.label in "AE" and title.label == "T" else None
        if own:
            parted = not text[own.end : title.start].isspace() and all(span.label != "C" for span in found)
            parts = [own, title._replace(label="C")] if parted else [own._replace(end=title.end)]
            return [*found[: at + 1], *parts, *found[at + 2 :]]
    return found


def _unread(text: str, begin: int, end: int) -> Span | None:
    """The words of a stretch of Latin text that is in no part, as a title."""
    gap = text[begin:end]
    roles = list(_ROLES.finditer(gap))
    if roles:
        begin += roles[-1].end()
        gap = text[begin:end]
    words = _WORDS.match(gap)
    foreign = _MARKED.search(gap) or _CHINESE.search(gap)
    if not words or foreign or len(gap.split()) > _MOST_WORDS or not _OWN.match(words["words"]):
        return None
    return Span("T", begin + words.start("words"), begin + words.end("words"))


def _titled(text: str, found: list[Span]) -> list[Span]:
    """A citation with the title that the labeller has not told from the names, or left in no part."""
    names = [at for at, span in enumerate(found) if span.label == "A"]
    if not names:
        return found
    first, last = found[names[0]], found[names[-1]]
    words = text[first.start : first.end]
    both = _NAME_AND_TITLE.fullmatch(words) if len(names) == 1 else None
    if both and not both["title"][0].islower():
        start = first.start
        parts = [Span("A", start, start + both.end("name")), Span("T", start + both.start("title"), first.end)]
        return [*parts, *found[1:]]
    behind = found[names[-1] + 1] if names[-1] + 1 < len(found) else None
    alone = len(names) == 1 and not _SAYS_WHO.match(text, first.end)
    if alone and (": " in words or (_CHINESE.search(words) and behind and behind.label in "LP")):
        return [span._replace(label="T") if span is first else span for span in found]
    own = _unread(text, last.end, behind.start if behind else len(text.partition(ADDRESS)[0]))
    if own:
        return [*found[: names[-1] + 1], own, *found[names[-1] + 1 :]]
    named = behind and behind.label == "E" and not _OF_OTHERS.search(text, last.end, behind.end + 8)
    edited = behind and behind.label == "P" and _ROLES.search(text, last.end, behind.start)
    if (
        behind
        and (behind.label == "C" or edited or named)
        and not _MARKED.search(text)
        and _is_named(text, [found[at] for at in names])
    ):
        return [*found[: names[-1] + 1], *_title_and_host(text, behind, last.end), *found[names[-1] + 2 :]]
    if alone and not _PERSON.fullmatch(words):
        return [span._replace(label="T") if span is first else span for span in found]
    return found


def _title_and_host(text: str, span: Span, names_end: int) -> list[Span]:
    """What was taken for a container, as a title; parted at its last stop where stops part the citation."""
    at = text.rfind(". ", span.start, span.end) if text[names_end : names_end + 1] == "." else -1
    if at < 0:
        return [span._replace(label="T")]
    return [Span("T", span.start, at), Span("C", at + 2, span.end)]


def _hosted(text: str, found: list[Span]) -> list[Span]:
    """A title that goes on with what holds it: ``Relativity, The New Encyclopedia``, ``Schuld, ZStW 129 (2017)``."""
    labels = [span.label for span in found]
    if "T" not in labels or "C" in labels:
        return found
    at = labels.index("T")
    start, end = found[at].start, found[at].end
    sign = _sign_before(text, start) if not _MARKED.search(text, max(start - 1, 0), end + 2) else ""
    last = text.rfind(f"{sign} ", start, end) if sign and sign in ",." else -1
    if last < 0:
        return found
    numbered = _NUMBERED.fullmatch(text, last + 2, end) if text.startswith(" (", end) else None
    if numbered:
        parts = [Span("C", *numbered.span("name")), Span("V", *numbered.span("volume"))]
    elif _HOST.search(text, last, end) or {"V", "I"} <= set(labels):
        parts = [Span("C", last + 2, end)]
    else:
        return found
    return [*found[:at], Span("T", start, last), *parts, *found[at + 1 :]]


def _at_sign(text: str, found: list[Span]) -> list[Span]:
    """A title and what holds it are parted by the sign that parts the names from the title, and by no colon."""
    for at, (title, host) in enumerate(pairwise(found)):
        if (title.label, host.label) == ("T", "C") and not _MARKED.search(text, title.start - 1, host.end):
            sign, gap = _sign_before(text, title.start), text[title.end : host.start]
            last = text.rfind(f"{sign} ", host.start, host.end) if sign and sign in ",." else -1
            if last >= 0 and (gap == ": " or (sign == "." and gap == "? ")):
                return [*found[:at], title._replace(end=last), Span("C", last + 2, host.end), *found[at + 2 :]]
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


def _in_the_news(text: str, found: list[Span]) -> list[Span]:
    """A newspaper or a broadcaster holds an article, and publishes no book: ``The Secret, CNN, 2019``."""
    if any(span.label in "CL" for span in found):
        return found
    return [
        span._replace(label="C") if span.label == "P" and is_known_newspaper(text[span.start : span.end]) else span
        for span in found
    ]


def _is_named(text: str, names: list[Span]) -> bool:
    """Whether all that were taken for names look like names."""
    words = [text[span.start : span.end] for span in names]
    return all(_PERSON.fullmatch(name) or has_body_word(name) or ZH_BODY.search(name) for name in words)
