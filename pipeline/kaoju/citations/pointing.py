"""What a note says that points back: ``Ibid.``, 同上, 同注3, 前引书, ``op. cit.``, ``supra note 5``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kaoju.citations.plain import plain
from kaoju.normalising import fold_width, simplified
from kaoju.reading.signs import BRACKETED, CIRCLED, DIGITS, NUMERAL
from kaoju.text import Text

Kind = Literal["previous", "numbered", "named"]
Genre = Literal["book", "article"]

# all patterns are of Simplified text in plain widths
_SIGNS = CIRCLED + BRACKETED
_LABEL = rf"[\[［〔(（【]?\s?(?P<label>\d{{1,3}}(?!\d)|[{_SIGNS}]|{NUMERAL}(?![\u4e00-\u9fff]))\s?[\]］〕)）】]?"
_LEAD = (
    r"^\W{0,9}(?:(?:but |and )?(?:see(?: also| generally)?|cf\.?|compare|转引自|引自|转自|可?参[见看阅考]|另参?见"
    r"|又见|亦见|并见|详见|见|参)[:：,，]?\s{0,9}){0,2}\W{0,9}"
)
_LED = re.compile(rf"{_LEAD}同?", re.IGNORECASE)
# a few words that name an author
_WHO = r"(?:[^《》“”〈〉「」。；;\ue000]{1,30}?[，,：:]\s?)?"
_ZH_NOTE = r"(?:脚注|尾注|注释|注|参考文献|文献|引注|引)"
_NOTE = r"(?:notes?|nn?\b\.?|fns?\b\.?)"
_NUMBERED = re.compile(
    rf"{_LEAD}{_WHO}(?:同|前引|前揭|前述|上引|本文|上文|前文|前|上|本页){{1,3}}{_ZH_NOTE}\s?{_LABEL}"
    rf"|^\W{{0,9}}(?:see|cf\.?)(?: also)?\s{_NOTE}\s?{_LABEL.replace('label', 'seen')}"
    rf"|{_LEAD}{_ZH_NOTE}\s?{_LABEL.replace('label', 'plain')}"
    rf"|{_LEAD}同\s?(?P<same>[\[［〔(（【]\s?(?:\d{{1,3}}|[{_SIGNS}]|{NUMERAL})\s?[\]］〕)）】]|[{_SIGNS}]"
    r"|\d{1,3}(?=\s*(?:[，。,.:：]|$)))",
    re.IGNORECASE,
)
_MORE = r"(?P<more>\s?(?:[-–—,&]|and)\s?\d{1,3}(?!\s?(?:[-–—]|p))\b)?"
_SUPRA = re.compile(
    rf"\b(?:supra|above),?\s{_NOTE}\s?{_LABEL}{_MORE}"
    rf"|\b{_NOTE}\s?{_LABEL.replace('label', 'above')}[，,]?\s(?:above|supra)\b"
    rf"|\((?:n|fn|note)\.?\s?(?P<short>\d{{1,3}})\)",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    rf"{_LEAD}(?:[il1|]\s?bid\b|ibíd|ibidem|ib\.|idem\b|id\.(?=[\s,;]|$)|loc\. ?cit"
    r"|同上|同前(?!述|所)|上注|上引(?=[书文])|前注"
    # Japanese, Korean, Russian and German
    r"|同(?:书|论文)(?=[、，,。.\s]|$)|(?:위의|같은)\s?(?:책|글|논문)|там же|ebd\b|ebenda)",
    re.IGNORECASE,
)
# Gilpin, p. 50.; 李巍，第50页。: names and pages, and nothing else
_SURNAME = r"[A-ZÀ-Þ][\w’'-]+"
_ALONE = re.compile(
    rf"\W{{0,3}}(?:[Ss]ee (?:also )?|[Cc]f\. )?"
    rf"(?P<who>{_SURNAME}(?:(?: and | & ){_SURNAME}| et al\.)?|[\u4e00-\u9fff·]{{2,4}})"
    r"[,，:：]\s?(?:pp?\. ?|第 ?)\d[\d–—~\-, ]*页?[.。]?\s*$"
)
# USTR, Section 301 Report, supra note 1
_UNMARKED = re.compile(r"\W{0,3}[^,，;“《]{2,60}, (?=[A-Z])(?=[^,;“]*(?:\w+ ){2}\w)[^,;“]{6,120}, $")
_SUPRA_WORDS = re.compile(rf",? (?:supra|above),? {_NOTE} ?\d{{1,3}}", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:op\. ?cit|loc\. ?cit)\b"
    r"|(?:前引|前揭|同前引|上引|上揭)(?:\s?(?:[书文著]|论文|文章)|(?=[《“〈「，,])|(?=[^《》，。；]{1,12}[书文著][，,。]))",
    re.IGNORECASE,
)
_GENRE = re.compile(r"(?:前引|前揭|上引|上揭)[^《》，。；]{0,12}?(?P<genre>[书著]|文)(?=[，,。第]|$)")
_TITLE = re.compile(
    r"[《〈“「\ue000](?P<title>(?!op\b|ibid|loc\b)[^》〉”」\ue001]{2,200})[》〉”」\ue001]", re.IGNORECASE
)
_SPAN = r"(?P<{}>[A-Z]?\d{{1,4}}(?:\s?[-–—~～至]\s?\d{{1,4}})?(?:[、,]\s?\d{{1,4}}(?:[-–—~～至]\d{{1,4}})?){{0,4}})"
_PAGES = re.compile(
    rf"^\W*(?:[Ii]bid|[Ii]d)\.?,?\s?{_SPAN.format('bare')}[.。]?$|(?<![第\d]){_SPAN.format('behind')}\s?(?:页|쪽|면)|\b[SС]\.\s?{_SPAN.format('other')}"
    rf"|第\s?{_SPAN.format('zh')}\s?页|页\s?{_SPAN.format('hant')}|\bpp?\.?\s?{_SPAN.format('en')}|\bat\s{_SPAN.format('at')}"
    rf"|(?<=[:：,)\]］〕】])\s?{_SPAN.format('end')}[.。]?$"
)
_PARTING = re.compile("[;；]")
# a remark may speak of 前引数据 after a while
_LONGEST_LEAD = 60


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a note says of the note that it repeats: the one before it, the one of a number, or the one by an author or
    with a title that its words name; ``pages`` are those of the work that it cites now."""

    kind: Kind
    words: str
    labels: tuple[str, ...] = ()
    title: str | None = None
    genre: Genre | None = None
    pages: str | None = None


def read_pointer(note: str) -> Pointer | None:
    """The pointer that a note begins with, or that an author's name and a title lead to; None for any other note.

    >>> read_pointer("赵宁，前引书，第80—81页。")
    Pointer(kind='named', words='赵宁，', labels=(), title=None, genre='book', pages='80-81')
    """
    return _read(_folded(plain(note).text))


def _read(text: str) -> Pointer | None:
    if numbered := _NUMBERED.match(text) or _SUPRA.search(text):
        return Pointer("numbered", text[: numbered.start()], _labels(numbered), pages=_pages(text))
    previous, named = _PREVIOUS.match(text), _NAMED.search(text)
    if named and named.start() <= _LONGEST_LEAD and not (previous and _is_alone(text, named)):
        text = text[: named.end()] + _PARTING.split(text[named.end() :])[0]  # what follows is of another work
        title = _TITLE.search(text)
        return Pointer("named", _words(text, named), (), title["title"] if title else None, _genre(text), _pages(text))
    if previous:
        return Pointer("previous", "", pages=_pages(text))
    alone = _ALONE.match(text)
    return Pointer("named", alone["who"], pages=_pages(text)) if alone else None


def is_pointer(text: str) -> bool:
    """Whether a citation is no more than a pointer: it is ``Ibid.``, 同上 or 同注3, perhaps with a page."""
    folded = _folded(text)
    found = _read(folded)
    titled = found and (_TITLE.search(folded) or (found.kind == "numbered" and _UNMARKED.match(found.words)))
    return found is not None and (found.kind == "previous" or not titled)


def without_pointer(text: str) -> str:
    """A short form without the note that it names.

    >>> without_pointer("USTR, Section 301 Report, supra note 1, at 50.")
    'USTR, Section 301 Report, p. 50.'
    """
    short = _SUPRA_WORDS.sub("", text)
    return text if short == text else re.sub(r", at (?=\d)", ", p. ", short)


def _folded(text: str) -> str:
    """A text in Simplified characters and plain widths."""
    return simplified(fold_width(Text.of(text)).text)


def _labels(match: re.Match[str]) -> tuple[str, ...]:
    """The labels that a pointer by number names: one, or several that leave it open which is meant."""
    groups = match.groupdict()
    names = ("label", "plain", "seen", "same", "above", "short")
    first = next(groups[name] for name in names if groups.get(name))
    more = groups.get("more")
    return (_bare(first), _bare(more)) if more else (_bare(first),)


def _bare(label: str) -> str:
    return re.sub(rf"[^\d{_SIGNS}{DIGITS}十○]", "", label)


def _is_alone(text: str, named: re.Match[str]) -> bool:
    """Whether 上引书 or ``loc. cit.`` stands without a name: it means the note before."""
    nameless = not re.search(r"\w", _words(text, named)) and not _TITLE.search(text)
    return nameless and not named.group().startswith("前")


def _words(text: str, named: re.Match[str]) -> str:
    """The words around a pointer that can name an author."""
    behind = re.match(r"[^，,。；;]{0,12}(?=[书文著])", text[named.end() :])
    return _LED.sub("", text[: named.start()]) + (behind.group() if behind else "")


def _genre(text: str) -> Genre | None:
    match = _GENRE.search(text)
    return None if match is None else "article" if match["genre"] == "文" else "book"


def _pages(text: str) -> str | None:
    match = _PAGES.search(text)
    told = next((value for value in match.groups() if value), None) if match else None
    return re.sub(r"\s?[–—~～至]\s?", "-", told) if told else None
