"""Notes that point back: ``Ibid.``, 同上, 同注3, 前引文, op. cit., short titles; each to the note that it repeats.

A pointer is resolved only where one note can be meant; one that follows a failed pointer fails too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kaoju.citations.citation import Citation
from kaoju.citations.names import is_body
from kaoju.citations.plain import plain

_PREVIOUS = re.compile(
    r"^\W{0,9}(?:(?:see|cf\.?|参见|參見|见)\s{0,9})?\W{0,9}(?:ibid\b|ib\.|idem\b|id\.(?=[\s,])|loc\. ?cit|"
    r"同上|同前[註注揭]?|同前引|同上[註注]|[参參]?见?上注|上注|上引[书文]|前注(?!\s?[\[［〔(（【]?\s?[\d①-⑳㉑-㊿]))",
    re.IGNORECASE,
)
_LABEL = r"[\[［〔(（【]?\s*(?P<label>\d{1,4}|[①-⑳㉑-㊿])\s*[\]］〕)）】]?"
_SEE = r"(?:see\s{1,9}(?:also\s{1,9})?)?"
_NOTE = r"(?:注|註|note|n\.|fn\.?)"
_NUMBERED = re.compile(
    rf"^\W{{0,9}}(?:[参參]?[见見閱阅]?\s{{0,9}})(?:同|前引|前揭|前|上引|见|見|[参參]见)?\s*(?:[前上]文?|本文)?(?:注|註|引|文献)(?:释|釋)?\s*{_LABEL}"
    rf"|^\W{{0,9}}同\s*[\[［〔(（]?\s*(?P<bare>\d{{1,4}}|[①-⑳㉑-㊿])\s*[\]］〕)）]?"
    rf"|{_SEE}(?:前引|前揭|同前|supra|above|see)[，,\s]*{_NOTE}\s*{_LABEL.replace('label', 'supra')}"
    rf"|{_SEE}{_NOTE}\s*{_LABEL.replace('label', 'above')}[，,\s]*(?:above|supra)\b",
    re.IGNORECASE,
)
_OP_CIT = re.compile(r"\b(?:op\. ?cit|loc\. ?cit)\b|前引[书書文著]?|前揭[书書文]?|同前引|上引[书書文]", re.IGNORECASE)
_ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Reference:
    """A note that points back to ``same_as``, or to none for a reason; ``pure`` where it cites nothing itself."""

    note: int
    same_as: int | None
    reason: str | None
    pure: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A note as resolving sees it."""

    note: int
    label: str
    text: str
    citations: tuple[Citation, ...]
    page: int = 0


def is_pointer(text: str) -> bool:
    """Whether a citation is no more than a pointer: it is ``Ibid.``, 同上 or 同注3, perhaps with a page."""
    bare = plain(text).text
    return bool(
        _PREVIOUS.match(bare) or (_NUMBERED.match(bare) and not re.search(r"[《“〈「]", bare)) or _is_op_cit_alone(bare)
    )


def _is_op_cit_alone(text: str) -> bool:
    """``Prescott, op. cit., p. 5`` names an author and no title."""
    return bool(_OP_CIT.search(text)) and not re.search(r"[《“〈「]|\ue000(?!op)", text)


def resolve(sources: Sequence[Source]) -> list[Reference]:
    """The references among the notes of an article, in order."""
    found: dict[int, Reference] = {}
    for at, source in enumerate(sources):
        reference = _reference(source, sources[:at], found)
        if reference:
            found[source.note] = reference
    return list(found.values())


def _reference(source: Source, before: Sequence[Source], found: dict[int, Reference]) -> Reference | None:
    text = plain(source.text).text
    pure = not source.citations
    if _PREVIOUS.match(text) and not re.match(r"\W*(?:同前[註注]|前[註注])\s*\d", text):
        return _previous(source, before, found, pure)
    numbered = _NUMBERED.match(text) or (
        _NUMBERED.search(text)
        if _OP_CIT.search(text) or re.search(r"\b(?:supra|above)\b", text, re.IGNORECASE)
        else None
    )
    if numbered:
        return _by_number(source, numbered, before, found, pure)
    if _OP_CIT.search(text):
        return _by_name(source, text, before, found, pure)
    return _by_short_title(source, before, found)


def _previous(source: Source, before: Sequence[Source], found: dict[int, Reference], pure: bool) -> Reference:
    if not before:
        return Reference(source.note, None, "no note before it", pure)
    last = before[-1]
    there = found.get(last.note)
    if there and there.same_as is None:
        return Reference(source.note, None, f"note {last.note} before it points to none", pure)
    if not there and not last.citations:
        return Reference(source.note, None, f"note {last.note} before it cites nothing", pure)
    return Reference(source.note, there.same_as if there else last.note, None, pure)


def _by_number(
    source: Source, match: re.Match[str], before: Sequence[Source], found: dict[int, Reference], pure: bool
) -> Reference:
    groups = match.groupdict()
    label = _plain_label(
        next(value for value in (groups[name] for name in ("label", "bare", "supra", "above")) if value)
    )
    same = [one for one in before if _plain_label(one.label) == label]
    on_page = [one for one in same if one.page == source.page]
    if not same:
        return Reference(source.note, None, f"no note {label} before it", pure)
    # labels that start anew on every page mean this page's note, else the nearest
    meant = (on_page or same)[-1]
    return _followed(source.note, meant, found, pure)


def _followed(note: int, meant: Source, found: dict[int, Reference], pure: bool) -> Reference:
    there = found.get(meant.note)
    if there and there.same_as is None:
        return Reference(note, None, f"note {meant.note} points to none", pure)
    return Reference(note, there.same_as if there else meant.note, None, pure)


def _by_name(source: Source, text: str, before: Sequence[Source], found: dict[int, Reference], pure: bool) -> Reference:
    """``Prescott, op. cit.``: the last note before it by that author, or with the title that it gives."""
    titled = _by_short_title(source, before, found)
    if titled:
        return titled
    head = _OP_CIT.split(text)[0]
    meant = [one for one in before if any(_is_named(author, head) for cite in one.citations for author in cite.authors)]
    if not meant:
        return Reference(source.note, None, "no note before it by that author", pure)
    return _followed(source.note, meant[-1], found, pure)


def _is_named(author: str, head: str) -> bool:
    """Whether the words before ``op. cit.`` name an author: a body in full, a person by the surname."""
    return author in head or (
        not is_body(author) and bool(re.search(rf"\b{re.escape(_surname(author))}\b", head.casefold()))
    )


def _by_short_title(source: Source, before: Sequence[Source], found: dict[int, Reference]) -> Reference | None:
    """A citation without particulars whose author and title an earlier note gives in full."""
    for cite in source.citations[:1]:
        if cite.title is None or cite.date or cite.container or cite.publisher or cite.url:
            continue
        full = [one for one in before if any(_is_short_for(cite, other) for other in one.citations)]
        if full:
            first = next((one for one in full if one.note not in found), full[0])
            return _followed(source.note, first, found, pure=False)
    return None


def _is_short_for(short: Citation, full: Citation) -> bool:
    if full.title is None or not (full.date or full.container or full.publisher or full.url):
        return False
    told, whole = _title_key(short.title), _title_key(full.title)
    main = _title_key(re.split("[:：—?？]", full.title)[0])
    titles = (
        told in (whole, main)
        or (len(told) >= 5 and whole.startswith(told))
        or SequenceMatcher(None, told, whole, autojunk=False).ratio() >= _ALIKE
    )
    if not titles:
        return False
    return (
        not short.authors
        or not full.authors
        or any(_surname(a) == _surname(b) or a in b for a in short.authors for b in full.authors)
    )


def _title_key(title: str | None) -> str:
    return re.sub(r"\W", "", re.sub(r"^(?:the|an?) ", "", (title or "").casefold()))


def _surname(name: str) -> str:
    words: list[str] = re.findall(r"[\w’'-]+", name.casefold())
    if not words:
        return ""
    # GB/T prints the surname first and in capitals
    return words[0] if re.match(r"[A-Z’'-]{2,} [A-Z]{1,3}\b", name) else words[-1]


def _plain_label(label: str) -> str:
    label = re.sub(r"[^\w①-⑳㉑-㊿]", "", label)
    if len(label) == 1 and "①" <= label <= "⑳":
        return str(ord(label) - ord("①") + 1)
    return label.lstrip("注註0") or label
