"""What a citation prints that tells what kind of work it is of: 导演, App Store, Season 3, twitter.com/…/status."""

from __future__ import annotations

import re
from csv import QUOTE_NONE, DictReader
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import NamedTuple

from kaoju.citations.citation import Citation
from kaoju.citations.gbt import is_gbt
from kaoju.citations.kinds import is_newspaper
from kaoju.citations.names import is_body

# what the grammar says where it knows no better, and a sign may tell apart
_LOOSE = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "document"),
    *("entry", "post", "post-weblog", "report", "speech", "webpage", "motion_picture", "broadcast"),
)
# [A] may be a letter
_CODED = (*_LOOSE, "manuscript")
# what volumes hold that are no journals'
_IN_VOLUMES = ("legal_case", "legislation", "entry-dictionary", "entry-encyclopedia", "map")
_PRESS = re.compile(
    r"出版|[书書][局店社]|印[书書][馆館]|\b(?:Press|Publish(?:ers|ing)|Books|Verlag|Routledge|Springer|Wiley|Elsevier|Kaufmann)\b"
)
_DAY = len("2019-03-30")


class Sign(NamedTuple):
    """A type of work, where a citation tells it, and the words that do."""

    type: str
    where: str
    form: re.Pattern[str]


@cache
def signs() -> tuple[Sign, ...]:
    """The signs, those that count first before the others."""
    with (resources.files("kaoju.citations") / "signs.tsv").open(encoding="utf-8") as file:
        rows = DictReader(file, delimiter="\t", quoting=QUOTE_NONE)
        return tuple(Sign(row["type"], row["where"], re.compile(row["sign"])) for row in rows)


def signed(text: str, citation: Citation) -> Citation:
    """A citation with the type that its signs tell, where its form told none that is sure.

    >>> signed("Lowe, Port Planner, App Store, 2019", Citation("book", container="App Store")).type
    'software'
    """
    if citation.issue or citation.type not in (_CODED if is_gbt(text) else _LOOSE):
        return citation
    printed = _printed(text, citation)
    told = next((sign.type for sign in signs() if _tells(sign, printed, citation)), None)
    if told == "motion_picture" and citation.container not in (None, citation.publisher) and citation.publisher:
        # a film is held by nothing, the part of a series is
        told = "broadcast"
    return replace(citation, type=told) if told else citation


def _printed(text: str, citation: Citation) -> dict[str, tuple[str, ...]]:
    """What a citation prints, by where it stands: around its title, as what holds or issues it, its address, itself."""
    title = citation.title or ""
    own = title.partition(" [")[0]
    hosts = tuple(name for name in (citation.container, citation.publisher) if name)
    said = text.replace(own, " ", 1) if own else text
    return {"said": (said,), "host": hosts, "address": (citation.url or "",), "title": (title,)}


def _tells(sign: Sign, printed: dict[str, tuple[str, ...]], citation: Citation) -> bool:
    return any(map(sign.form.search, printed[sign.where])) and _may_be(sign, citation)


def _may_be(sign: Sign, citation: Citation) -> bool:
    """Whether a sign counts: what has a volume is of a journal, what a press prints a book, the news of a day news."""
    if (citation.volume and sign.type not in _IN_VOLUMES) or (sign.type == "post" and not citation.date):
        return False
    if sign.type == "standard" and sign.where == "title" and not all(map(is_body, citation.authors)):
        return False
    if sign.where == "title" and sign.type != "map" and (citation.container or _PRESS.search(citation.publisher or "")):
        return bool(citation.container and citation.publisher and not _PRESS.search(citation.publisher))
    daily = len(citation.date or "") == _DAY and is_newspaper(citation.container or "")
    return not (sign.type == "broadcast" and daily)
