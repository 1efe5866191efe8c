"""A run on one page of Markdown: what the articles say, on what it rests, and what a reader would query."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import Any, TypedDict

import pandas as pd

from kaoju.audit.frames import records
from kaoju.report.news import News
from kaoju.report.values import shown_value

Row = Mapping[str, Any]
Groups = Mapping[Any, list[Row]]

# the page tells of so many articles one by one; the tables tell of all
MOST_ARTICLES = 100
_KEYWORDS, _CORPUS_KEYWORDS = 10, 20
_TERMS, _TOPICS_OF_ARTICLE, _ARTICLES_OF_TOPIC = 8, 3, 3
# a share below this is no word about an article
_LEAST_SHARE = 0.1
_MOST_WORKS = 10
_MOST_CHANGED, _MOST_NAMED = 20, 10
_SHARED = 4
_KINDS = {
    "arithmetic": "数字不合 · arithmetic",
    "conflict": "前后不一 · conflict",
    "url_date": "日期与网址不符 · date and address differ",
    "url_shared": "一址两题 · one address, two titles",
    "access_before_date": "访问早于发表 · read before it appeared",
    "unresolved_back_reference": "前注不明 · back reference unresolved",
    "dangling_marker": "注码无注 · mark without a note",
    "orphan_note": "注无注码 · note without a mark",
    "unsourced": "出处不明 · unsourced",
    "unsupported": "注文不合 · note on another matter",
}
_WHY = {
    "lexicon": "词典 in the lexicon",
    "article": "文中括注 given in the text",
    "transliteration": "音近 sounds alike",
    "reading": "读音 its reading",
    "gloss": "逐词对译 word by word",
}
_ARROWS = {"increase": "↑ ", "decrease": "↓ "}
_ACTIVE = re.compile(r"([\\`*<|\[\]$~])")
# signs that are not seen but turn the order of those around them; halves of characters, which no file can hold
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALVES = re.compile("[\ud800-\udfff]")


class Totals(TypedDict):
    """What all articles of a run come to, where the tables at hand are those of the first: the numbers at the top of
    the page, the findings by kind, and the titles of articles that topics are told by."""

    counts: dict[str, int]
    findings: Mapping[str, int]
    titles: Mapping[str, str]


def write_summary(tables: Mapping[str, pd.DataFrame], new: News | None = None, totals: Totals | None = None) -> str:
    """The page of a run, with what is ``new`` in it at the top, from its tables ``articles``, ``figures``, ``claims``,
    ``notes``, ``audit``, ``keywords``, ``topics``, ``article_topics``, ``works``, ``pairs`` and ``failures``; the same
    tables give the same page. Where the tables are those of the first articles alone, ``totals`` says what all come
    to."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415

    environment = Environment(  # noqa: S701  Markdown: cells are escaped by ``plain``
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    environment.filters["plain"] = plain
    template = resources.files("kaoju.report") / "summary.md.j2"
    page = environment.from_string(template.read_text(encoding="utf-8")).render(
        _contents(tables, totals) | {"news": _news(new), "named": _MOST_NAMED}
    )
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


def _news(new: News | None) -> dict[str, Any] | None:
    """What is new, the values as a person reads them, and no more of them than fit on a page."""
    if new is None:
        return None
    shown = [
        {**row, "before": _then(row, "before"), "now": _then(row, "now")} for row in new["changed"][:_MOST_CHANGED]
    ]
    return {**new, "changed": len(new["changed"]), "shown": shown}


def _then(row: Row, when: str) -> str:
    ends = {"low": row[f"low_{when}"], "high": row[f"high_{when}"], "unit": row["unit"]}
    known = {name: None if pd.isna(value) else value for name, value in ends.items()}
    return shown_value({**known, "from_low": None, "from_high": None, "approx": None})


def plain(value: Any) -> str:
    """A value as words in a cell of a Markdown table: on one line, nothing in them taken for markup.

    >>> plain("5|6\\n*")
    '5\\\\|6 \\\\*'
    """
    text = _HALVES.sub("\ufffd", _UNSEEN.sub("", "" if value is None else str(value)))
    return _ACTIVE.sub(r"\\\1", re.sub(r"\s+", " ", text).strip())


def _contents(tables: Mapping[str, pd.DataFrame], totals: Totals | None) -> dict[str, Any]:
    """All that the template prints."""
    rows = {name: records(tables[name]) for name in ("articles", "claims", "notes", "audit", "topics", "pairs")}
    shares = records(tables["article_topics"])
    keywords = _grouped(records(tables["keywords"]), "article")
    titles = _titles(rows["articles"])
    counts = totals["counts"] if totals else _counts(rows, len(tables["figures"]))
    findings = totals["findings"] if totals else Counter(row["kind"] for row in rows["audit"])
    topics = _topics(rows["topics"], _grouped(shares, "topic"), dict(totals["titles"] if totals else {}) | titles)
    return {
        "counts": counts,
        "findings": [(_kind(kind), findings[kind]) for kind in sorted(findings, key=_place)],
        "keywords": _keywords(keywords.get(None, []), _CORPUS_KEYWORDS),
        "topics": topics,
        "works": [work for work in records(tables["works"][:_MOST_WORKS]) if work["cited"] > 1],
        "articles": _articles(tables, rows, keywords, _grouped(shares, "article"), topics),
        "failures": records(tables["failures"]),
        "left_out": max(0, counts["articles"] - MOST_ARTICLES),
    }


def _titles(articles: Sequence[Row]) -> dict[str, str]:
    """What each article is called: its title, with its id where another has the same."""
    shared = Counter(row["title"] for row in articles)
    twins = {row["article"] for row in articles if row["title"] and shared[row["title"]] > 1}
    named = {row["article"]: row["title"] or row["article"] for row in articles}
    return {name: f"{title} ({name})" if name in twins else title for name, title in named.items()}


def _grouped(rows: Iterable[Row], name: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[name]].append(row)
    return dict(groups)


def _counts(rows: Mapping[str, list[Row]], figures: int) -> dict[str, int]:
    kinds = Counter(row["kind"] for row in rows["claims"])
    return {
        "articles": len(rows["articles"]),
        "notes": len(rows["notes"]),
        "figures": figures,
        "claims": len(rows["claims"]),
        "quotations": kinds["quotation"],
        "findings": len(rows["audit"]),
    }


def _kind(kind: str) -> str:
    return _KINDS.get(kind, kind)


def _place(kind: str) -> tuple[int, str]:
    """Where a kind stands among the findings: what weighs most comes first."""
    known = list(_KINDS)
    return (known.index(kind) if kind in _KINDS else len(known), kind)


def _keywords(rows: Iterable[Row], most: int) -> list[Row]:
    return sorted(rows, key=lambda row: row["rank"])[:most]


def _topics(rows: Iterable[Row], shares: Groups, titles: Mapping[str, str]) -> dict[int, dict[str, Any]]:
    """The topics by their numbers: their best terms, and the articles that are most about them."""
    topics = {}
    for number, terms in sorted(_grouped(rows, "topic").items()):
        about = sorted(shares.get(number, []), key=lambda row: (-row["weight"], row["article"]))
        topics[int(number)] = {
            "terms": [row["term"] for row in sorted(terms, key=lambda row: row["rank"])[:_TERMS]],
            "articles": [
                (titles[row["article"]], row["weight"])
                for row in about[:_ARTICLES_OF_TOPIC]
                if row["weight"] >= _LEAST_SHARE and row["article"] in titles
            ],
        }
    return topics


def _articles(
    tables: Mapping[str, pd.DataFrame],
    rows: Mapping[str, list[Row]],
    keywords: Groups,
    shares: Groups,
    topics: Mapping[int, dict[str, Any]],
) -> list[dict[str, Any]]:
    claims, findings = (_grouped(rows[name], "article") for name in ("claims", "audit"))
    notes, pairs = (_grouped(rows[name], "article") for name in ("notes", "pairs"))
    figures = dict(zip(tables["figures"].figure, tables["figures"].text, strict=True))
    return [
        {
            "row": row,
            "issue": _issue(row),
            "notes": len(notes.get(name, [])),
            "claims": [_claim(one, figures) for one in claims.get(name, []) if one["kind"] == "figure"],
            "quotations": [one for one in claims.get(name, []) if one["kind"] == "quotation"],
            "names": _names(pairs.get(name, [])),
            "findings": _findings(findings.get(name, []), claims.get(name, []), notes.get(name, [])),
            "keywords": _keywords(keywords.get(name, []), _KEYWORDS),
            "topics": _topics_of(shares.get(name, []), topics),
        }
        for name, row in ((row["article"], row) for row in rows["articles"][:MOST_ARTICLES])
    ]


def _issue(article: Row) -> str:
    """Where an article appeared."""
    number = f"第{article['issue']}期" if article["issue"] else ""
    year = f"{article['year']}年" if article["year"] else ""
    return f"{article['journal'] or ''}{year}{number}"


def _claim(claim: Row, figures: Mapping[str, str]) -> dict[str, Any]:
    return {
        **claim,
        "printed": _printed(claim, figures),
        "borne": _borne(claim),
        "value": _ARROWS.get(claim["direction"] or "", "") + shown_value(claim),
    }


def _borne(claim: Row) -> str:
    """How far the note's own words bear a claim out, and which words do."""
    words = ", ".join((claim["shared"] or [])[:_SHARED])
    return f"{claim['support']:.2f}: {words}" if words and claim["support"] else ""


def _printed(claim: Row, figures: Mapping[str, str]) -> str:
    return " → ".join(re.sub(r"\s+", "", figures[one]) for one in claim["figures"] or [] if one in figures)


def _names(pairs: Iterable[Row]) -> list[dict[str, Any]]:
    """The names of an article with their English forms, the notes that print them, and why they are taken for one."""
    groups = _grouped(({**pair, "both": (pair["zh"], pair["en"])} for pair in pairs), "both")
    return [
        {
            "zh": zh,
            "en": en,
            "notes": sorted({int(row["note"]) for row in rows}),
            "why": f"{_WHY[best['method']]} ({best['score']:.2f})",
        }
        for (zh, en), rows in groups.items()
        if (best := max(rows, key=lambda row: row["score"]))
    ]


def _findings(findings: Iterable[Row], claims: Iterable[Row], notes: Iterable[Row]) -> list[dict[str, Any]]:
    """The findings of an article by their kinds, those about one sentence or note together, with its words."""
    said = {claim["claim"]: claim["text"] for claim in claims}
    noted = {note["note"]: note["text"] for note in notes}
    groups = _grouped(findings, "kind")
    return [
        {
            "kind": _kind(kind),
            "count": len(groups[kind]),
            "about": _grouped(
                ({**row, "about": said.get(row["claim"]) or noted.get(row["note"])} for row in groups[kind]), "about"
            ),
        }
        for kind in sorted(groups, key=_place)
    ]


def _topics_of(shares: Iterable[Row], topics: Mapping[int, dict[str, Any]]) -> list[tuple[int, list[str], float]]:
    ordered = sorted(shares, key=lambda row: (-row["weight"], row["topic"]))[:_TOPICS_OF_ARTICLE]
    return [
        (int(row["topic"]), topics[int(row["topic"])]["terms"][:4], row["weight"])
        for row in ordered
        if row["weight"] >= _LEAST_SHARE and int(row["topic"]) in topics
    ]
