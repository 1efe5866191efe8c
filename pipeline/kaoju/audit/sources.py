"""Notes, their addresses and dates, and claims that rest on none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from kaoju.audit.dates import dates_in_address, shown, span
from kaoju.audit.passages import plain
from kaoju.audit.records import ArticleRows, Finding, Row

# why a back reference points to none, as the table says it, and in the margin
_WHY = (
    (re.compile(r"no note before it"), "前面没有注释"),
    (re.compile(r"note (\d+) before it cites nothing"), r"注\1没有引用文献"),
    (re.compile(r"note (\d+) points to none"), r"注\1本身所指不明"),
    (re.compile(r"no note (\S+) before it"), r"前面没有注\1"),
    (re.compile(r"no note (\S+) before it on its page"), r"本页前面没有注\1"),
    (re.compile(r"it names notes (\S+) and (\S+)"), r"同时指向注\1和注\2"),
    (re.compile(r"several works before it fit"), "前文所引有不止一种与之相合"),
    (re.compile(r"no work before it fits"), "前文所引没有与之相合的"),
)


def url_dates(article: ArticleRows) -> Iterator[Finding]:
    """Notes that cite a day where the address says another one."""
    for citation in article.citations:
        cited = span(citation["date"])
        found = dates_in_address(citation["url"] or "")
        if cited and cited.by_day and found and not any(cited.start <= one <= cited.end for one in found):
            message = f"注文日期为{shown(cited.start)}，网址中的日期却是{shown(found[0])}。"
            yield _at_note("url_date", citation["note"], message)


def access_before_date(article: ArticleRows) -> Iterator[Finding]:
    """Notes whose work was read before it appeared."""
    for citation in article.citations:
        appeared, accessed = span(citation["date"]), span(citation["accessed"])
        if appeared and accessed and accessed.end < appeared.start:
            message = f"访问日期（{citation['accessed']}）早于发表日期（{citation['date']}）。"
            yield _at_note("access_before_date", citation["note"], message)


def urls_shared(article: ArticleRows) -> Iterator[Finding]:
    """Notes that give a work the address that an earlier note gave to another; each stands at the later note."""
    pointing = {row["note"] for row in article.back_references}
    seen: dict[str, list[Row]] = {}
    for citation in article.citations:
        address = _address(citation["url"] or "")
        if not address or not citation["title"] or citation["note"] in pointing:
            continue
        earlier = seen.setdefault(address, [])
        others = [one for one in earlier if one["note"] != citation["note"]]
        if others and not any(_same_title(citation["title"], one["title"]) for one in earlier):
            message = f"网址与注{int(others[0]['note'])}相同，题名却不同：{_short(citation['title'])}。"
            yield _at_note("url_shared", citation["note"], message)
        earlier.append(citation)


def _address(url: str) -> str | None:
    """An address without what does not tell pages apart; None for the front page of a site."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not path and not parts.query and "/" not in parts.fragment:
        return None
    page = "#" + parts.fragment if "/" in parts.fragment else ""
    return parts.netloc.lower().removeprefix("www.") + path + ("?" + parts.query if parts.query else "") + page


def _same_title(a: str, b: str) -> bool:
    """Whether two titles are one, as printed once in full and once in part, or with a slip."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    left, right = (re.sub(r"\W", "", plain(title)).casefold() for title in (a, b))
    return left in right or right in left or ratio(left, right) >= 85


def unresolved_back_references(article: ArticleRows) -> Iterator[Finding]:
    """Notes that point back to nothing that can be found."""
    texts = {note["note"]: note["text"] for note in article.notes}
    for row in article.back_references:
        if row["same_as"] is None:
            message = f"“{_short(texts.get(row['note']) or '')}”所指的前注无法确定{_why(row.get('reason') or '')}。"
            yield _at_note("unresolved_back_reference", row["note"], message)


def _why(reason: str) -> str:
    """The reason of a failed back reference in an editor's words, after a colon; nothing for one without words."""
    for pattern, words in _WHY:
        if match := pattern.fullmatch(reason):
            return "：" + match.expand(words)
    return ""


def dangling_markers(article: ArticleRows) -> Iterator[Finding]:
    """Markers that call a note that is not there."""
    for marker in article.markers:
        if marker["note"] is None:
            message = f"正文注码{marker['label']}没有对应的注释（全文共{len(article.notes)}条）。"
            yield Finding(kind="dangling_marker", claim=None, note=None, message=message)


def orphan_notes(article: ArticleRows) -> Iterator[Finding]:
    """Notes that nothing in the text calls, each by itself; where most are not called, one finding for them all. Where
    most of a list of references is not called, it is a bibliography and no notes."""
    called = {marker["note"] for marker in article.markers}
    orphans = [note for note in article.notes if note["note"] not in called]
    if 2 * len(orphans) <= len(article.notes):
        for note in orphans:
            message = f"正文没有注码引用此注：“{_short(note['text'] or '')}”。"
            yield _at_note("orphan_note", note["note"], message)
    elif not all(note["place"] == "references" for note in orphans):
        some = "均无" if len(orphans) == len(article.notes) else f"中有{len(orphans)}条没有"
        message = f"全文{len(article.notes)}条注释{some}注码引用，注码或已脱落。"
        yield Finding(kind="orphan_note", claim=None, note=None, message=message)


def unsourced(article: ArticleRows) -> Iterator[Finding]:
    """Claims with figures after which no note stands in their paragraph, or a mark that calls none."""
    texts = {figure["figure"]: re.sub(r"\s+", "", figure["text"]) for figure in article.figures}
    for claim in article.claims:
        if claim["kind"] == "figure" and not claim["notes"]:
            printed = "、".join(texts[one] for one in claim["figures"] if one in texts)
            lack = "本段无注" if claim["link"] == "none" else "的注码没有对应的注释"
            near = f"；文意近于无人引用的注{claim['proposed']}，或漏排注码" if claim["proposed"] else ""
            message = f"“{printed}”之后{lack}，出处不明{near}。"
            yield Finding(kind="unsourced", claim=claim["claim"], note=None, message=message)


def unsupported(article: ArticleRows) -> Iterator[Finding]:
    """Claims that share nothing with their notes, and much with another note of the article."""
    for claim in article.claims:
        if claim["notes"] and claim["proposed"]:
            own = "、".join(f"注{note}" for note in claim["notes"])
            message = f"{own}与此处没有一个相同的名称、数字或词语，文意却近于注{claim['proposed']}；注码或有错位。"
            yield Finding(kind="unsupported", claim=claim["claim"], note=None, message=message)


def _at_note(kind: str, note: int, message: str) -> Finding:
    return Finding(kind=kind, claim=None, note=int(note), message=message)


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
