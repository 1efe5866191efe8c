"""One citation out of two readings: what the labeller found, and what the grammar of the form knows better."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from kaoju.citations.citation import Citation
from kaoju.citations.dates import YEAR, find_date, read_date
from kaoju.citations.gbt import STANDARD, is_gbt
from kaoju.citations.listed import is_listed
from kaoju.citations.names import JUNIOR, NAME_WORD, has_body_word
from kaoju.citations.plain import ADDRESS, ITALIC

# what the grammar adds where the labeller found none
_FILLED = ("title", "authors", "date", "container")
_IMPRINT = ("publisher", "place")
# Faust Attempts to Seduce Marguerite, 1826–1827
_DATED_TITLE = re.compile(f"(?P<title>.{{4,}}), (?P<date>{YEAR}(?:[–—-]{YEAR})?)$")
# : Vol. 2, ：（1990）民上字5号
_NUMBERED = re.compile(
    r"\s?[:：]\s?(?:\d{1,3}(?!\d)|[（(]|第|卷|v\.|Vol\b|Box \d|[A-Z]{2}[,，]"
    r"|\S{1,12}〔|Season \d|[A-Z]{2,6}[-/]|\S{0,8}档案)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:佚名|Anon)\b")
_WORDS_OF_NAME = 6
_FULL_NAME = re.compile(rf"[A-ZÀ-Ý][\w’'.-]*(?: {NAME_WORD}){{0,3}} [A-ZÀ-Ý][\w’'-]+(?:, Jr\.?)?")
_SUFFIX = re.compile(rf", {JUNIOR}\.?$")
_SURNAME = re.compile(r"[^\W\d_]{2}")
_CHINESE = re.compile("[\u3400-\u9fff]")
_EAST_ASIAN = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
_DAY = re.compile(r"\d{4}-\d\d?-\d")
# behind an author: the words of a title; behind pages: more of them
_TITLE_AFTER = re.compile(r"\. \w{3}")
_VOLUME_AFTER = re.compile("[:：] ?[上中下一二三四五六七八九十]{1,2}[部册编]")
# in: Siegmar Schmidt (Hrsg.), Handbuch
_EDITS = re.compile(r",? \(?(?:eds?|Hrsg|Hg)\.?\)?, ")
_PAGES_AFTER = re.compile(r"\s?[,，、&版]")

Parts = dict[str, Any]


def merged(text: str, found: Citation, read: Citation) -> Citation:
    """What the labeller found in a citation; what it missed, or cut, as the grammar read it, and the grammar's type."""
    imprint = _IMPRINT if is_gbt(text) or _EAST_ASIAN.search(text) or _is_one_imprint(found, read) else ()
    filled = {name: getattr(read, name) for name in (*_FILLED, *imprint) if not getattr(found, name)}
    better = filled | _numbers(text, found, read) | _host(text, found, read) | _title(text, found, read)
    if is_gbt(text) and read.publisher and found.publisher and _is_of_host(found.publisher, read.container or ""):
        # //Beethoven: Complete Symphonies. Brilliant Classics: a colon within what holds a work places nothing
        better |= {"publisher": read.publisher, "place": read.place}
    return _apart(text, replace(found, type=read.type, **better), read)


def _is_of_host(publisher: str, container: str) -> bool:
    """Whether what was taken for a publisher is of what holds the work, or its edition: ``药典：一部. 2020版``."""
    return publisher in container or publisher.endswith("版")


def _is_one_imprint(found: Citation, read: Citation) -> bool:
    """Whether both readings have the same place, or the same publisher."""
    return bool(read.place and (read.place == found.place or (read.publisher and read.publisher == found.publisher)))


def _numbers(text: str, found: Citation, read: Citation) -> Parts:
    """Dates, volumes, issues and pages that the grammar reads more of."""
    better: Parts = {}
    if found.container and not (found.volume or found.issue or found.publisher):
        better |= {"volume": read.volume, "issue": read.issue}
    if is_gbt(text) and found.volume == read.volume and not found.issue and read.issue != found.pages:
        better["issue"] = read.issue
    if found.date and not is_gbt(text) and (read.date or "").startswith((f"{found.date}-", f"{found.date}/")):
        better["date"] = read.date
    if found.volume and found.volume == read.pages and not found.container:
        better["volume"] = None
    if found.issue and (read.issue or "").startswith(f"{found.issue}-"):
        better["issue"] = read.issue
    if read.pages and not _DAY.search(read.pages) and _goes_on(read.pages, found.pages or ""):
        better["pages"] = read.pages
    return better


def _host(text: str, found: Citation, read: Citation) -> Parts:
    """The grammar's container where it is surer."""
    hosted = found.container and read.container and (is_gbt(text) or not is_listed(text))
    return {"container": read.container} if hosted and _is_better_host(text, read.container or "", found) else {}


def _title(text: str, found: Citation, read: Citation) -> Parts:
    """The grammar's title where it is surer, and what the labeller's had swallowed or lost to the names."""
    if read.title and is_gbt(text) and _is_of_other_parts(text, found, read):
        return {"authors": read.authors, "title": read.title}
    shown = (author for author in read.authors if _SURNAME.search(author))
    if any(_begins(name, author, _TITLE_AFTER) for author in shown for name in found.authors):
        # LOWE H, WILK P. Steel, Trust and Reform: a title is no name
        return {"authors": read.authors, "title": read.title}
    if found.title and read.title and _is_better_title(text, read.title, found):
        more = _are_more(text, found, read) and read.authors[-1] in found.title
        return {"title": read.title, "authors": read.authors} if more else {"title": read.title}
    if _CHINESE.search("".join(found.authors)) and read.authors[-len(found.authors) :] == found.authors:
        return {"authors": read.authors}
    if _knows_names(text, found, read):
        return {"authors": read.authors, "title": read.title}
    if found.title and read.title and not is_marked(text, found.title):
        return _parted(found, read)
    return {}


def _is_of_other_parts(text: str, found: Citation, read: Citation) -> bool:
    """Whether the labeller took names for a title, or a title for names, where a code of GB/T 7714 tells them apart."""
    if read.authors and (_is_of_authors(found.title or "", read) or _is_cut_at_comma(found, read)):
        # 标准委员会. GB/T 3792—2021 资源描述[S]: the body before a title is its author
        # 楼适夷. 读家书，想傅雷[M]: what stands behind the stop is no name
        return True
    # Graham G. Behaviorism[M]//Zalta E N: those who edited the book are no authors
    return bool(found.authors) and text.find(found.authors[0]) > text.find(read.title or "") >= 0


def _is_of_authors(title: str, read: Citation) -> bool:
    """Whether a title is the grammar's author, or begins with that and goes on with the grammar's title."""
    author = read.authors[0]
    between = title.removeprefix(author).removesuffix(read.title or "")
    return title == author or (title.startswith(author) and len(title) > len(author) and not between.strip(" .．"))


def _is_cut_at_comma(found: Citation, read: Citation) -> bool:
    """Whether the title of the grammar, behind all of its names, was taken for more names and the rest of it; or its
    names for the begin of the title, or the whole of it."""
    names, title, told = read.authors, read.title or "", found.title or ""
    more = found.authors[len(names) :]
    if more and found.authors[: len(names)] == names:
        return title.startswith(more[0]) and title.endswith(told)
    before = told.removesuffix(title).rstrip(" .．")
    if len(names) < 2 or not before or not before.endswith(names[-1]):
        return False
    # 洛威, 沃尔德伦. 港口数学[M]: the last name of several in Chinese
    return all(map(has_body_word, names)) or (before == names[-1] and bool(_CHINESE.match(before)))


def _knows_names(text: str, found: Citation, read: Citation) -> bool:
    """Whether the grammar reads more names before the same title: the labeller took some for the title, or cut one.

    ``Barry Buzan, Ole Wæver and Jaap de Wilde, Security``; ``Office of the U.S. Trade Representative, Agenda``."""
    title, names = read.title or "", read.authors
    if not (found.authors and title and (found.title or "").endswith(title)) or is_gbt(text):
        return False
    if len(found.authors) == 1 == len(names) and names[0].startswith(f"{found.authors[0]} ") and not is_listed(text):
        return has_body_word(names[0]) and not has_body_word(found.authors[0].split()[-1])
    return _are_more(text, found, read)


def _are_more(text: str, found: Citation, read: Citation) -> bool:
    """Whether the grammar reads all of the labeller's names and more persons."""
    names = read.authors
    shown = tuple(_SUFFIX.sub("", name) for name in names[: len(found.authors)])
    more = found.authors in (shown, names[: len(found.authors)]) and len(names) > len(found.authors)
    more = more and bool(re.search(rf"(?:and|&) {re.escape(names[-1])}", text))
    return more and all(_FULL_NAME.fullmatch(name) and not has_body_word(name) for name in names)


def _parted(found: Citation, read: Citation) -> Parts:
    """An unmarked title apart from the author before it or the imprint behind it: ``Pfizer, Annual Review 2022``."""
    before, met, behind = (found.title or "").partition(read.title or "")
    named = len(before.split()) <= _WORDS_OF_NAME and not re.search(r"[\d?!]", before)
    if met and named and (before.removesuffix(", "),) == read.authors:
        return {"title": read.title, "authors": read.authors}
    housed = read.place and read.publisher and len(read.publisher.split()) <= _WORDS_OF_NAME
    if met and not before and housed and behind == f", {read.place}: {read.publisher}":
        return {"title": read.title, "place": read.place, "publisher": read.publisher}
    return {}


def _apart(text: str, citation: Citation, read: Citation) -> Citation:
    """A citation whose title, as the grammar read it, is no name and no container too."""
    title = citation.title or ""
    # 李强. 企业史第1卷: the begin of a title is no name
    shown = (*citation.authors[:1], *read.authors)
    named = [name for name in citation.authors if name in shown or not title.startswith(name)]
    outside = text.replace(title, " ", 1)
    named = [name for name in named if name.strip("«» ") != title]
    # Lowe, Power and Grain: a word behind the first of a title, and nowhere else, is no name
    named = [name for name in named if name in outside or title.find(name) <= 0]
    names = (name for name in named if not f"{title},".startswith(f"{name},"))
    authors = (name.removesuffix(f", {title}") for name in names)
    hosts = (host for host in (citation.container, read.container) if host != title and host not in _place(citation))
    container = next((host for host in hosts if host == citation.container or host != citation.publisher), None)
    citation = replace(citation, authors=tuple(authors), container=container, date=_date_beside(text, citation))
    dated = _DATED_TITLE.match(title)
    if dated and not (citation.date or citation.volume or is_marked(text, title)):
        return replace(citation, title=dated["title"], date=read_date(dated["date"]))
    return citation


def _place(citation: Citation) -> tuple[str, ...]:
    """A place, and the parts of it that a comma parts: ``Canberra, Australian Capital Territory``."""
    place = citation.place or ""
    return (place, *place.split(", ")) if place else ()


def _goes_on(read: str, found: str) -> bool:
    """Whether the grammar's pages are all that the labeller found, and more: 35, 47-48, or 第1张第4版."""
    return not found or any(_begins(pages, found, _PAGES_AFTER) for pages in (read, read.removeprefix("第")))


def _begins(text: str, words: str, after: re.Pattern[str]) -> bool:
    """Whether a text begins with some words, and goes on in a certain way after them."""
    return text.startswith(words) and bool(after.match(text, len(words)))


def _date_beside(text: str, citation: Citation) -> str | None:
    """The date of a citation beside its title: Defense of Japan 2019 has none, Survey, 2012. Press, 2014 has 2014."""
    date, title = citation.date, citation.title or ""
    if not date or date[:4] not in title:
        return date
    beside = find_date(text.replace(ADDRESS, " ").replace(title, " ", 1))
    return beside[2] if beside else None


def _is_better_title(text: str, read: str, found: Citation) -> bool:
    """Whether the grammar's title is surer: in its marks, or whole and before a code of GB/T 7714."""
    title = found.title or ""
    if is_gbt(text) and _is_whole(text, read, title, found.authors):
        return True
    if title.startswith(f"{read}“, "):
        # „Terrorismus heute“, Internationale Politik
        return is_marked(text, read)
    return is_marked(text, read) and not is_marked(text, title) and read not in title


def _is_whole(text: str, read: str, title: str, authors: tuple[str, ...]) -> bool:
    """Whether the grammar's title before a code goes on where the labeller's ends, or begins before it and behind the
    authors; or leaves out the number of a volume, of a standard, a patent or a case."""
    begin, at = text.find(read), text.find(title)
    end, its_end = begin + len(read), at + len(title)
    if its_end != end:
        return at > end or begin <= its_end < end or bool(_NUMBERED.match(title.removeprefix(read)))
    if begin < at:
        return not any(author in text[begin:at] for author in authors)
    numbered = bool(STANDARD.match(title)) or bool(_NOBODY.match(text, at, begin))
    return at < begin and (numbered or not any(char.isalpha() for char in text[at:begin]))


def _is_better_host(text: str, read: str, found: Citation) -> bool:
    """Whether the grammar's container is surer: the labeller's lacks its begin, or goes on behind the marks of it."""
    host, title = found.container or "", found.title or ""
    if _EDITS.match(text, text.find(host) + len(host)) and host not in read:
        return True
    if host.startswith((f"{read}, ", f"{read}. ")):
        return is_gbt(text) or is_marked(text, read)
    if is_gbt(text) and f"//{host}. {read}. " in text:
        # //金融四十人论坛. 全球智慧. : who edited a book stands before it
        return True
    if is_gbt(text) and _VOLUME_AFTER.match(host.removeprefix(read)):
        return True
    return read.endswith(host) and title not in read and not title.endswith(read.removesuffix(host).strip(" .,") or ".")


def is_marked(text: str, title: str | None) -> bool:
    """Whether a title stands in quotes, in title marks or in italics."""
    at = text.find(title) if title else -1
    return at > 0 and (text[at - 1] in '“„《〈「『"«' + ITALIC or text[:at].endswith("« "))
