"""What the sorted passages of an article say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaoju.article import Meta
from kaoju.reading.byline import Byline, read_byline
from kaoju.reading.head import Passages
from kaoju.reading.issues import Issue
from kaoju.reading.lines import plain_twin

_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)|(?:民国)?[ \t]*(?P<roc>(?<!\d)(?:1[01]\d|[6-9]\d)))"
    r"[ \t]*[-—–年./][ \t]*(?P<month>\d{1,2})(?:[ \t]*[-—–月./][ \t]*(?P<day>\d{1,2}))?"
)
_ISSUE = re.compile(r"[（(](?P<year>(?:19|20)\d\d)[）)][ \t]*第?(?P<number>\d{1,2})")
# longer ones say more than where an author works
_LONGEST = 400
_ENTRIES = re.compile("[；;。\n]")


def meta_of(
    found: Passages, title: str | None, issues: Sequence[Issue], asides: Sequence[str], names: dict[str, str]
) -> Meta:
    """What the passages say of the article. ``issues`` are those that lines of the file name, ``asides`` are starred
    lines about the authors, ``names`` maps a field's name to its printed words."""
    bios = [
        *(text.text for text in found.fields.get("author_note", [])),
        *(aside.lstrip("\\*＊† ") for aside in asides),
    ]
    by = [*found.byline, *_bios(bios, any(one.authors for one in found.byline))]
    number = names.get("article_number")
    issue = _issue(number, [*found.issues, *issues])
    return Meta(
        title=title,
        authors=tuple(dict.fromkeys(author for one in by for author in one.authors)),
        affiliation=next((affiliation for one in by for affiliation in one.affiliations), None),
        abstract=names.get("abstract"),
        keywords=_keywords(names.get("keywords")),
        journal=issue.journal,
        year=issue.year,
        issue=issue.number,
        clc=names.get("clc"),
        article_number=number,
        received=_date(names.get("received")),
        completed=_date(names.get("completed")),
        editor=names.get("editor"),
    )


def _issue(article_number: str | None, issues: Sequence[Issue]) -> Issue:
    """The issue that the article's number tells, 1009-9990（2023）06-0012-15, and what the lines of the file add."""
    match = _ISSUE.search(article_number or "")
    told = [Issue(None, match["year"], str(int(match["number"])))] if match else []
    every = [*told, *sorted(issues, key=lambda issue: not issue.whole)]
    parts = zip(*((issue.journal, issue.year, issue.number) for issue in every), strict=True)
    return Issue(*(next((value for value in part if value), None) for part in parts))


def _keywords(printed: str | None) -> tuple[str, ...]:
    words = re.split(r"[、；;，,]|[ \t\u3000]{1,}(?=[^\x00-\x7f])", printed or "")
    return tuple(word.strip().strip("。.") for word in words if word.strip())


def _date(printed: str | None) -> str | None:
    """The date in what is printed; years of the Republic are 1911 less."""
    match = _DATE.search(plain_twin(printed or ""))
    if match is None:
        return None
    year = match["year"] or str(1911 + int(match["roc"]))
    return "-".join([year, match["month"].zfill(2), *([match["day"].zfill(2)] if match["day"] else [])])


def _bios(notes: Sequence[str], named: bool) -> Iterator[Byline]:
    """What the notes on the authors say, one entry each: 王明，北辰大学教授；李雷，清河大学讲师。 Names come from the
    byline where there is one."""
    for note in notes:
        at = 0
        plain = plain_twin(note)
        for end in [*(match.start() for match in _ENTRIES.finditer(plain)), len(plain)]:
            by = read_byline(note[at:end], plain[at:end]) if end - at < _LONGEST else Byline()
            if by.affiliations or (at == 0 and by.authors):
                yield Byline(() if named else by.authors, by.affiliations, sure=True)
            at = end + 1
