"""Who edited and who translated a work: the names of a citation by the words of their roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kaoju.citations.names import split_authors

Range = tuple[int, int]
# behind a name, with the rest of its list and its bracket: 、黄平主编, 等译, ), eds., 主编；
_MORE = r"(?:(?:、|，|,| and | & |, and )[^，。：:；;（）()《》“”,\d]{2,40}){0,3}"
_EDITS = r"[ ,，(（]{0,3}等?(?:[主合选選汇彙总總]?(?:编(?![译著])|編(?![譯著]))|\b(?:eds?|editors?|hrsg)\b)"
_TRANSLATES = r"[ ,，(（]{0,3}等?(?:翻译|合译|编译|[译譯](?!林)|\btrans\b)"
_EDIT, _TRANSLATE = re.compile(_MORE + _EDITS), re.compile(_MORE + _TRANSLATES)
_ALL_EDIT = re.compile(_EDITS)
# before a name: ed. Bettina Bradbury and, translated by
_EDITED = re.compile(
    r"(?:\b(?:eds?\.|edited by)|hrsg\. von) (?:[^,;()]{2,40}(?:, | and | & )){0,3}(?:and )?$", re.IGNORECASE
)
_TRANSLATED = re.compile(r"\b(?:trans\.|translated by) (?:[^,;()]{2,40}(?:, | and | & )){0,3}(?:and )?$", re.IGNORECASE)
_NEAR = 90


class Contributors(NamedTuple):
    """The editors and the translators of a work, one name an entry, as printed."""

    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()


def contributors(text: str, authors: Sequence[Range], others: Iterable[Range]) -> Contributors:
    """The roles of the names in the given ranges of a citation: of those that a citation begins with, and of others.

    >>> contributors("赵宁主编：《海上》，钱岳译，商务印书馆2010年版。", [(0, 2)], [(10, 12)])
    Contributors(editors=('赵宁',), translators=('钱岳',))
    """
    found: dict[str, list[str]] = {"editor": [], "translator": []}
    if authors and _ALL_EDIT.match(text, authors[-1][1]):
        found["editor"] += (text[start:end] for start, end in authors)
    for start, end in others:
        role = _role(text, start, end)
        if role:
            found[role] += split_authors(text[start:end])
    return Contributors(tuple(dict.fromkeys(found["editor"])), tuple(dict.fromkeys(found["translator"])))


def _role(text: str, start: int, end: int) -> str | None:
    before = text[max(0, start - _NEAR) : start]
    for role, behind, ahead in (("translator", _TRANSLATE, _TRANSLATED), ("editor", _EDIT, _EDITED)):
        if ahead.search(before) or behind.match(text, end, end + _NEAR):
            return role
    return None
