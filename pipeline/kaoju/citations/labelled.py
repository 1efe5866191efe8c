"""The parts of a citation as a trained labeller finds them: a conditional random field over its words and signs.

``models/citations`` says what it was trained on and how well it does.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

from kaoju.citations.chinese import CLOSING, LONGEST_TITLE, closed
from kaoju.citations.citation import Citation
from kaoju.citations.contributors import contributors
from kaoju.citations.dates import read_date
from kaoju.citations.details import REVISED
from kaoju.citations.features import features
from kaoju.citations.mending import mended
from kaoju.citations.mending.spans import Span
from kaoju.citations.names import (
    BODY_OF,
    EDITING,
    SEMICOLON,
    has_body_word,
    is_chamber,
    parted_names,
    split_authors,
    without_beside,
    without_country,
    without_handle,
    without_lead,
    without_making,
)
from kaoju.citations.plain import ITALIC, ROMAN, bare, before_open
from kaoju.citations.tokens import Token, tokens

_PAIRS = dict(zip("(（[［《〈“‘「『„«", ")）]］》〉”’」』“»", strict=True))
# 黑尔著，李明译：《盐之路》: those who translate are no authors
_TRANSLATING = re.compile(
    "(?:[、，, ](?:(?![著编編撰])[\u3400-\u9fff·]){2,8}){0,3}等?(?:[译譯]|[集校笺音疏][释注证]|点校|點校)"
)
_MARK = re.compile(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}]")
# Relativity, Vol. 26; Lemons Season 3, Episode 12: the number of a volume is not its title's
_NUMBERED = re.compile(
    r",? ?(?:(?:[Vv]ols?|[Nn]os?|Bd|(?<= )v)\. ?[\dIVXLC]+|Season \d{1,2}(?:, Episode \d{1,3})?"
    r"|(?:(?<= )v|: ?Vol)\. ?\d{1,3} [A-Z].*|(?<=[\u3400-\u9fff]) 卷 \d{1,4}(?: .*)?"
    r"|(?<= )[A-Z]{2,6}(?:/[A-Z]{1,5})? (?:\d{5,}|\d{3,}(?:-\d+)+)(?::\d{4})?)$"
)
# Basic Writings trans. J. Sallis: who translated a book is not in its title
_TRANSLATED = re.compile(r",? (?:trans\.|translated by) .+$")
_EDITION = re.compile(rf"(?:{REVISED}|[第新初再][\d一二三四五六七八九十]{{0,3}})[本版]")
# 魏清和：, 李与，: a word for and that nothing follows is of the name
_IN_NAME = re.compile("(?<=[\u3400-\u9fff])[和与與及](?=[：:，,《])")
_VOLUME_AND_ISSUE = re.compile("第?(?P<volume>[^卷]{1,6})卷第?(?P<issue>[^期]{1,6})")
# 沈若川汇|编: the labels may cut the word of a role
_CUT_ROLE = re.compile("[合选選汇彙总總][编編](?![译譯著])")
_SHORTEST_NAME = 2
_PAGE_SIGN = re.compile(r"\s*[页頁]")
_AND = re.compile(",? (?:and|&) ")
# Centers for Medicare & Medicaid Services are one body
_OF_BOTH = re.compile(r"[^,;&]+ (?:of|for) [^,;&]+ & (?![^,;&]*\b(?:of|for)\b)[^,;&]+", re.IGNORECASE)
_FULL = r"[A-ZÀ-Ý][\w’'.-]*(?: [A-ZÀ-Ý][\w’'.-]*)+"
# Keohane and Nye; K White, Anshuman Razdan
_SEVERAL = re.compile(rf" (?:and|&) |(?<=[A-Za-z. ])[、，]|^{_FULL}, {_FULL}(?:, |$)")
_GIVEN = re.compile(r"(?:[A-Z][\w’'-]* )*[A-Z]\.?")
_DOTTED = re.compile(r"[,.].*\b[A-Z]$|, (?:Jr|Sr)$")
_TITLE_MARKS = CLOSING | {ITALIC: ROMAN}


class Labelled(NamedTuple):
    """What the labeller read, and the share of the letters and digits that are in parts of it."""

    citation: Citation
    share: float


@cache
def tagger(name: str) -> Any:
    """A trained model of this package."""
    import pycrfsuite  # noqa: PLC0415

    found = pycrfsuite.Tagger()
    with resources.as_file(resources.files("kaoju.citations") / f"{name}.crfsuite") as path:
        found.open(str(path))
    return found


def read_labelled(text: str) -> Labelled:
    """The parts of a citation, its address and date of access taken out before."""
    words = tokens(text)
    if not words:
        return Labelled(Citation(), 0.0)
    labels = tagger("labeller").tag(features(text, words))
    found = _parts(text, words, labels)
    told = bytearray(len(text))
    for span in found:
        told[span.start : span.end] = b"\1" * (span.end - span.start)
    read = [word for word in words if word.text[0].isalnum()]
    known = sum(sum(told[word.start : word.end]) for word in read)
    return Labelled(_cited(text, found), known / max(sum(word.end - word.start for word in read), 1))


def cited(text: str, words: list[Token], labels: list[str]) -> Citation:
    """A citation out of the labels of its words."""
    return _cited(text, _parts(text, words, labels))


def _parts(text: str, words: list[Token], labels: list[str]) -> list[Span]:
    joined = [_before_role(text, span) for span in _joined(text, _spans(words, labels))]
    return mended(text, _until_last_author(text, joined))


def _cited(text: str, found: list[Span]) -> Citation:
    parts: dict[str, list[str]] = {}
    for span in found:
        part = _whole(text, span)
        if part and not _is_of_others(text, span, part):
            parts.setdefault(span.label, []).append(part)
    first = {label: max(several, key=len) if label in "TP" else several[0] for label, several in parts.items()}
    if "T" in parts and any(_marked(text, span) for span in found if span.label == "T"):
        # of two titles in their marks the second is where the first stands
        first["T"] = parts["T"][0]
    hosts = [part for part in parts.get("C", []) if part != first.get("T") and not _EDITION.fullmatch(part)]
    dates = [told for part in parts.get("D", []) if (told := read_date(part))]
    named = contributors(text, _ranges("A", found), _ranges("E", found))
    volume, issue = _serial(first.get("V"), first.get("I"))
    return Citation(
        authors=_authors(text, found, tuple(parts.get("A", ()))),
        title=first.get("T"),
        container=max(hosts, key=len, default=None),
        date=max(dates, key=len) if dates else None,
        volume=volume,
        issue=issue,
        pages=_pages(text, found) or first.get("G"),
        publisher=first.get("P"),
        place=first.get("L"),
        series=first.get("S"),
        editors=named.editors,
        translators=named.translators,
    )


def _serial(volume: str | None, issue: str | None) -> tuple[str | None, str | None]:
    """Volume and issue, where the labeller took 62卷2期 for one number too."""
    both = _VOLUME_AND_ISSUE.fullmatch(volume or "")
    return (both["volume"], issue or both["issue"]) if both else (volume, issue)


def _pages(text: str, found: list[Span]) -> str | None:
    """The pages that say they are: 第7版 may be an edition."""
    said = (span for span in found if span.label == "G" and _PAGE_SIGN.match(text, span.end))
    return next((_whole(text, span) for span in said), None)


def _ranges(label: str, found: list[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in found if span.label == label]


def _is_of_others(text: str, span: Span, part: str) -> bool:
    """Whether a part is one of the names of those who translated or edited."""
    if span.label == "A":
        return bool(_TRANSLATING.match(text, span.end))
    return bool(BODY_OF.match(text, span.end)) or ("》" in part and part.endswith(EDITING))


def _spans(words: list[Token], labels: list[str]) -> list[Span]:
    """Words of one label that stand together; ``A`` begins a name, ``a`` goes on in it."""
    found: list[Span] = []
    before = "O"
    for word, label in zip(words, labels, strict=True):
        kind = label.upper()
        if kind != "O" and before == kind and label != "A":
            found[-1] = Span(kind, found[-1].start, word.end)
        elif kind != "O":
            found.append(Span(kind, word.start, word.end))
        before = kind
    return found


def _joined(text: str, found: list[Span]) -> list[Span]:
    """A title that goes on behind the number of a volume is one: ``Handbook of Trade: Vol. 4. Ports and Power``."""
    joined: list[Span] = []
    for span in found:
        if len(joined) > 1 and _goes_on(text, joined[-2], joined[-1], span):
            volume = joined.pop()
            joined[-1] = Span(span.label, joined[-1].start, span.end)
            joined.append(volume)
        else:
            joined.append(span)
    return joined


def _before_role(text: str, span: Span) -> Span:
    """A name without the first half of the word of its role."""
    cut = span.label == "A" and span.end - span.start > _SHORTEST_NAME and _CUT_ROLE.match(text, span.end - 1)
    return span._replace(end=span.end - 1) if cut else span


def _until_last_author(text: str, found: list[Span]) -> list[Span]:
    """A list of persons ends with the name that ``and`` leads: in ``A. Lowe and B. Wilk, Grain and Power, 2009`` the
    words of the title are no names."""
    names = [span for span in found if span.label == "A"]
    for before, last in pairwise(names):
        led = _AND.fullmatch(text, before.end, last.start) and text.startswith(",", last.end)
        if led and not has_body_word(text[names[0].start : last.end]):
            return [span for span in found if span.label != "A" or span.start <= last.start]
    return found


def _goes_on(text: str, first: Span, between: Span, last: Span) -> bool:
    # 31 Journal of Law: a number alone stands before the name of a journal
    gap = text[first.end : last.start]
    said = between.label == "V" and len(gap) < 12 and any(char.isalpha() for char in gap)
    return first.label == last.label in ("T", "C") and said and not set(gap) & set("》”")


def _authors(text: str, found: list[Span], names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as labelled; bodies among others, and surnames joined by ``and``, are parted by their words."""
    listed = [span for span in found if span.label == "A"]
    if listed and SEMICOLON.search(text, listed[0].start, listed[-1].end):
        # Lowe, J.; Wilk, K.
        return parted_names(text[listed[0].start : listed[-1].end])
    names = tuple(name for one in names if (name := _bare_name(one)))
    several = len(names) > 1 and all(map(_is_whole_body, names)) and not any(map(is_chamber, names))
    if any(has_body_word(name) for name in names):
        printed = text[listed[0].start : listed[-1].end]
        if not several or _OF_BOTH.fullmatch(printed):
            return split_authors(printed)
    parted = [one for name in names for one in (split_authors(name) if _SEVERAL.search(name) else (name,))]
    if len(parted) > 1 and " " not in parted[0] and _GIVEN.fullmatch(parted[1]) and f"{parted[0]}, {parted[1]}" in text:
        # Kissinger, Henry A.: the first name stands behind
        parted[:2] = [f"{parted[0]}, {parted[1]}"]
    return tuple(parted)


def _bare_name(name: str) -> str:
    """A name alone, without country, handle, the original in brackets and what its bearer made."""
    return without_making(without_beside(without_handle(without_country(without_lead(name)))))


def _is_whole_body(name: str) -> bool:
    """Whether a name begins or ends with a word of bodies: ``Ministry of Trade``, not ``Institute of European``."""
    words = name.split()
    return has_body_word(words[-1]) or (has_body_word(words[0]) and not words[-1].endswith(("an", "ese", "ish")))


def _whole(text: str, span: Span) -> str:
    """The text of a span; a title or a container within its marks is all that stands within them."""
    marked = _marked(text, span) if span.label in "TC" else None
    start, end = marked or (span.start, span.end)
    if span.label == "A" and _IN_NAME.match(text, end):
        end += 1
    part = bare(_balanced(text[start:end], text[end : end + 1]))
    if span.label in "TC" and not marked:
        part = bare(_TRANSLATED.sub("", _NUMBERED.sub("", before_open(part))))
    # Lowe, H. and S. A., or Lowe, Jr.: the stop of an initial is the name's
    dotted = span.label == "A" and "." in text[end - 1 : end + 1] and _DOTTED.search(part)
    return f"{part}." if dotted else part


def _marked(text: str, span: Span) -> tuple[int, int] | None:
    """What stands within the marks of a title that are open where a span begins."""
    shut = 0
    for at in range(span.start - 1, max(span.start - LONGEST_TITLE, -1), -1):
        char = text[at]
        if char in _TITLE_MARKS.values():
            shut += 1
        elif char in _TITLE_MARKS and shut:
            shut -= 1
        elif char in _TITLE_MARKS or (at == span.start - 1 and char in _PAIRS):
            end = closed(text, at, _TITLE_MARKS.get(char) or _PAIRS[char])
            if end >= span.end:
                return at + 1, end
            # 《“天下”概念与世界制度》: marks that close within it are not around it
    return None


def _balanced(part: str, following: str) -> str:
    """A part with the closing mark that it lacks, and without marks around it or half a pair at its ends."""
    if not _MARK.search(part):
        return part
    for opening, closing in _PAIRS.items():
        if part.count(opening) > part.count(closing) and following == closing:
            part += closing
        around = part.startswith(opening) and part.endswith(closing) and part.count(opening) == 1
        half = (part.startswith(opening) and closing not in part) or (part.endswith(closing) and opening not in part)
        if around or half:
            part = part.strip(opening + closing)
    return part
