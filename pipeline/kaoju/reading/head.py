"""What an article is called, who wrote it, what it says of itself: head and foot, told from the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kaoju.article import Block
from kaoju.normalising import CJK
from kaoju.reading.byline import Byline, has_surname, read_byline
from kaoju.reading.fields import Field, fields_of, is_bare_field, is_field
from kaoju.reading.issues import Issue, is_journal, issue_of
from kaoju.reading.lines import is_section
from kaoju.text import Text

_CHINESE = re.compile(f"[{CJK}]")
# a title stands among the first passages
_LEAD = 10
_SHORT, _LONG = 20, 120
# longer names without a known surname are words
_SYLLABLES = 3
_SENTENCE = re.compile("[。！？]")
# ·国际经济·, 【国际经济】, 专题研究: the column of the journal
_COLUMN = re.compile(
    r"[·•*※○●◆■□—–【〔\[(（]+[ \t]*[^，。；：！？]{2,12}[ \t]*[·•*※○●◆■□—–】〕\])）]+"
    r"|(?:本期|特别)?(?:专题|专栏|特稿|特约稿|笔谈|论坛|书评|综述|评论|论文|专论|译文|栏目)(?:研究|讨论)?(?:[:：][^。]{2,16})?"
    r"|(?:学术|研究|专题)(?:论文|研究|报告|评论|综述)"
)
_DASH = re.compile("[—―─–]|--")
# a title that its line does not end
_OPEN = re.compile(r"[：:、与和及的]$|[“《（][^”》）]*$")
_NUMBERED = re.compile(r"[【〔\[(（][ \t]*[一二三四五六七八九十\d]+[ \t]*[】〕\])）]")
# fields that may stand above the title
_ABOVE = frozenset(["doi", "article_number", "document_code", "clc", "received", "completed", "accepted", "funding"])
# and those that names may stand below
_AMID = _ABOVE | {"author_note"}

Told = tuple[int, Text, str]


@dataclass(slots=True)
class Passages:
    """The passages of an article, sorted by what they are; ``joins`` are the source ranges between the lines of the
    title."""

    title: Text | None = None
    byline: list[Byline] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    fields: dict[str, list[Text]] = field(default_factory=dict)
    joins: list[tuple[int, int]] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)


def sort_passages(passages: Sequence[Told]) -> Passages:
    """Title, byline, labelled fields and running text, from passages of (level, text, its plain twin)."""
    return _Sorting(list(_read(passages))).sorted()


def _read(passages: Sequence[Told]) -> Iterator[Told]:
    """The passages without those of a Chinese article that have no Chinese and are of no field."""
    chinese = any(_CHINESE.search(plain) for _, _, plain in passages)
    labelled = False
    for told in passages:
        if labelled or not chinese or _CHINESE.search(told[2]) or is_field(told[2]):
            yield told
        labelled = is_bare_field(told[2])


class _Sorting:
    """One way down the passages, knowing whether the head has ended and which field waits for its value."""

    def __init__(self, passages: Sequence[Told]) -> None:
        self.passages = passages
        self.title_at = _title_at(passages)
        self.found = Passages()
        self.head = True
        self.awaited: str | None = None

    def sorted(self) -> Passages:
        for at in range(len(self.passages)):
            self._take(at)
        return self.found

    def _take(self, at: int) -> None:
        level, text, plain = self.passages[at]
        fields = fields_of(plain)
        if self.awaited and not fields and not level:
            self._file(self.awaited, text)
            self.awaited = None
        elif fields:
            self.head = self.head and all(one.name in _AMID for one in fields)
            self.awaited = self._take_fields(fields, text)
        elif not (self.head and self._is_of_head(at, level, text, plain)):
            self.head = self.head and len(plain) <= _SHORT and self._are_names(at + 1)
            self.found.body.append(Block("heading" if level else "paragraph", text, level))

    def _is_of_head(self, at: int, level: int, text: Text, plain: str) -> bool:
        """Whether a passage is the title or goes with it; takes it in where it is."""
        found = self.found
        if self.title_at is None or at < self.title_at:
            return self.title_at is not None and self._take_above(text, plain)
        if at == self.title_at:
            found.title = text
        elif found.title is not None and self._goes_on(at):
            found.joins.append((int(found.title.end[-1]), int(text.start[0])))
            found.title = Text.join([found.title, text])
        elif (by := _byline(level, text.text, plain)) and self._names_authors(at, by):
            found.byline.append(by)
        else:
            return False
        return True

    def _take_above(self, text: Text, plain: str) -> bool:
        """Takes in what stands above the title: the issue, an author perhaps; the column of the journal is dropped."""
        if is_journal(plain):
            self.found.issues.append(Issue(journal=text.text.strip(" 《》")))
        elif issue := issue_of(text.text, plain):
            self.found.issues.append(issue)
        elif (by := read_byline(text.text, plain)).sure:
            self.found.byline.append(by)
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether a passage right below the title goes on with it: a subtitle, or the second line of a long title."""
        level, text, plain = self.passages[at]
        before_level, before, before_plain = self.passages[at - 1]
        if self.found.byline or self.found.body or len(plain) > 2 * _SHORT or _SENTENCE.search(before_plain + plain):
            return False
        if _DASH.match(plain):
            return True
        if level != before_level or is_section(plain) or _is_certain(_byline(level, text.text, plain)):
            return False
        adjacent = int(text.start[0]) - int(before.end[-1]) <= 1
        return bool(_OPEN.search(before_plain)) or (adjacent and any(map(self._is_known, (at + 1, at + 2))))

    def _names_authors(self, at: int, by: Byline) -> bool:
        """Whether what may be a byline is one: 方法 as a heading is none, though 方 is a surname."""
        if by.sure or not self.passages[at][0]:
            return by.sure or _may_name(by) or self._is_below(at + 1)
        return not self.found.byline and self._is_below(at + 1)

    def _is_below(self, at: int) -> bool:
        """Whether a passage is what stands below names: where they work, or a field."""
        if at >= len(self.passages):
            return False
        _, text, plain = self.passages[at]
        return bool(fields_of(plain)) or (len(plain) <= _LONG and bool(read_byline(text.text, plain).affiliations))

    def _is_known(self, at: int) -> bool:
        """Whether a passage is a byline or a field."""
        return at < len(self.passages) and (bool(fields_of(self.passages[at][2])) or self._are_names(at))

    def _are_names(self, at: int) -> bool:
        return _are_names(self.passages[at : at + 1])

    def _take_fields(self, fields: list[Field], text: Text) -> str | None:
        for one in fields:
            if one.start == one.end:
                return one.name
            self._file(one.name, text[one.start : one.end])
        return None

    def _file(self, name: str, text: Text) -> None:
        self.found.fields.setdefault(name, []).append(text)
        if name == "abstract":
            self.found.body.append(Block("abstract", text))


def _title_at(passages: Sequence[Told]) -> int | None:
    """Which passage is the title: the first, or a heading of the first level not far below it that is the only one or
    has names below it; the issue, the column and fields that stand above are none, nor is a paragraph."""
    first = None
    only = sum(level == 1 for level, _, _ in passages) == 1
    for at, (level, _, plain) in enumerate(passages[:_LEAD]):
        if level == 1 and not is_section(plain) and (only or _are_names(passages[at + 1 : at + 2])):
            return at
        fields = fields_of(plain)
        if fields and fields[0].name not in _ABOVE:
            break
        if first is None and not fields and not (level == 0 and _is_above(plain)):
            first = at
        if first is not None and (len(plain) > _SHORT or _SENTENCE.search(plain)):
            break
    return None if first is None or is_section(passages[first][2]) or _is_paragraph(passages[first]) else first


def _is_paragraph(told: Told) -> bool:
    level, _, plain = told
    return not level and len(plain) > 3 * _SHORT and bool(_SENTENCE.search(plain))


def _are_names(passages: Sequence[Told]) -> bool:
    """Whether each of the passages is a byline beyond doubt."""
    return bool(passages) and all(_is_certain(_byline(level, text.text, plain)) for level, text, plain in passages)


def _is_above(plain: str) -> bool:
    """Whether a line has the form of what stands above a title."""
    return bool(_COLUMN.fullmatch(plain.strip())) or is_journal(plain) or issue_of(plain, plain) is not None


def _byline(level: int, line: str, plain: str) -> Byline | None:
    """A line of names or of institutions: short, and no sentence; None for any other."""
    if len(plain) > _LONG or _SENTENCE.search(plain) or _NUMBERED.match(plain):
        return None
    by = read_byline(line, plain)
    if is_section(plain) and not by.affiliations:
        return None
    if not (by.authors or by.sure):
        return None
    return by if not level or _is_certain(by) else None


def _may_name(by: Byline) -> bool:
    """Whether a line of nothing but names may be one: they are short, or one has a known surname."""
    return all(len(name) <= _SYLLABLES for name in by.authors) or any(map(has_surname, by.authors))


def _is_certain(by: Byline | None) -> bool:
    """Whether more than their length says that these are names."""
    return by is not None and (by.sure or all(map(has_surname, by.authors)))
