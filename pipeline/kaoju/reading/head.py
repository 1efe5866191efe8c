"""Who wrote an article, what it is called, and when: the head and the foot, told apart from the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kaoju.article import Block, Meta
from kaoju.normalising import CJK
from kaoju.reading.fields import Field, fields_of
from kaoju.reading.lines import plain_twin
from kaoju.text import Text

_ORGANISATION = re.compile(
    r"大学|学院|学校|研究院|研究所|研究中心|研究会|研究室|科学院|社科院|党校|委员会|智库|中心|国防部|外交部|商务部|财政部|银行|协会|学会|出版社|报社|杂志社|公司|法院|University|Institute"
)
_POSITION = re.compile(
    r"(?:[ \t]|、|兼|，|暨|及|(?:长聘|特聘|讲席|荣誉|客座|兼任|助理|副|名誉)?(?:教授|研究员|讲师"
    r"|研究生|博士后|博士生|硕士生|博士|硕士|院长|所长|主任"
    r"|编辑|导师|学者|候选人|专员|处长|秘书长|主编|会员|理事|人员|院士|顾问|系主任)|副(?=院长|所长|主任))+$"
)
_PLACE = re.compile(r"[，,;；][ \t]*[^，,;；]{0,12}[ \t]*\d{5,6}.*$|[，,][ \t]*[^，,大院所]{2,6}$")
_DATE = re.compile(r"((?:19|20)\d\d)[ \t]*[-—年./][ \t]*(\d{1,2})(?:[ \t]*[-—月./][ \t]*(\d{1,2}))?")
_ISSUE = re.compile(r"[（(]((?:19|20)\d\d)[）)][ \t]*第?(\d{1,2})")
_SEPARATORS = re.compile(r"[、，,；;/&]|[ \t]{2,}|和(?=[^ ]{2,4}$)")
_NOT_NAME = re.compile(r"[□■◇◆●○*＊†‡§\d①-⑳¹²³⁰-⁹\\^<>/\[\]（）()]|</?sup>|文$|\bby\b|著$|撰$")


@dataclass(slots=True)
class Passages:
    """The passages of an article, sorted by what they are."""

    title: Text | None = None
    byline: list[tuple[Text, str]] = field(default_factory=list)
    fields: dict[str, list[Text]] = field(default_factory=dict)
    body: list[Block] = field(default_factory=list)


def sort_passages(passages: list[tuple[int, Text, str]]) -> Passages:
    """Title, byline, labelled fields and running text, from passages of (level, text, its plain twin)."""
    found = Passages()
    awaited: str | None = None
    head = True
    chinese = any(re.search(f"[{CJK}]", plain) for _, _, plain in passages)
    for level, text, plain in passages:
        fields = fields_of(plain)
        if awaited and not fields and not level:
            _file(found, awaited, text)
            awaited = None
        elif fields:
            head = False
            awaited = _take_fields(found, fields, text)
        elif chinese and not re.search(f"[{CJK}]", plain):
            continue
        elif found.title is None and level <= 1:
            found.title = text
        elif head and level < 2 and _is_byline(plain):
            found.byline.append((text, plain))
        else:
            head = False
            found.body.append(Block("heading" if level else "paragraph", text, level))
    return found


def _take_fields(found: Passages, fields: list[Field], text: Text) -> str | None:
    for one in fields:
        if one.start == one.end:
            return one.name
        _file(found, one.name, text[one.start : one.end])
    return None


def _file(found: Passages, name: str, text: Text) -> None:
    found.fields.setdefault(name, []).append(text)
    if name == "abstract":
        found.body.append(Block("abstract", text))


def _is_byline(plain: str) -> bool:
    """A line of names or of institutions: short, and no sentence."""
    if len(plain) > 80 or re.search("[。！？；]", plain):
        return False
    return bool(_ORGANISATION.search(plain)) or ((names := _authors(plain, plain)) != () and all(map(_is_name, names)))


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= 4 or "·" in name or name.isascii()


def meta_of(found: Passages, title: str | None, heads: frozenset[str], names: dict[str, str]) -> Meta:
    """What the sorted passages say of the article. ``names`` maps a field's name to its printed words."""
    authors, affiliation = _by(found)
    number = names.get("article_number")
    issue = _ISSUE.search(number) if number else None
    return Meta(
        title=title,
        authors=authors,
        affiliation=affiliation,
        abstract=names.get("abstract"),
        keywords=_keywords(names.get("keywords")),
        journal=_journal(heads),
        year=issue[1] if issue else None,
        issue=str(int(issue[2])) if issue else None,
        clc=names.get("clc"),
        article_number=number,
        received=_date(names.get("received")),
        completed=_date(names.get("completed")),
        editor=names.get("editor"),
    )


def _keywords(printed: str | None) -> tuple[str, ...]:
    words = re.split(r"[、；;，,]|[ \t\u3000]{1,}(?=[^\x00-\x7f])", printed or "")
    return tuple(word.strip().strip("。.") for word in words if word.strip())


def _date(printed: str | None) -> str | None:
    match = _DATE.search(printed or "")
    return "-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)]) if match else None


def _journal(heads: frozenset[str]) -> str | None:
    names = sorted(
        re.split(r"\d{4}", head)[0].strip(" ·•|-—《》,，") for head in heads if re.search(r"\d{4}.*期", head)
    )
    return names[0] if names and names[0] else None


def _by(found: Passages) -> tuple[tuple[str, ...], str | None]:
    lines = [(text.text, plain) for text, plain in found.byline]
    bio = [(text.text, plain_twin(text.text)) for text in found.fields.get("author_note", [])]
    authors = next((names for line, plain in lines if (names := _authors(line, plain))), ())
    if not authors and bio:
        name = bio[0][0].split("，")[0]
        authors = _authors(name, plain_twin(name))
    return authors, next(_affiliations(lines + bio), None)


def _authors(line: str, plain: str) -> tuple[str, ...]:
    """The names in a byline; none where the line names an institution.

    >>> _authors("□ 韦宗友　郭 晋", "□ 韦宗友 郭 晋")
    ('韦宗友', '郭晋')
    """
    line = re.sub(r"[（(][^）)]*[）)]", "", line)
    if _ORGANISATION.search(plain) or len(plain) > 60:
        return ()
    names = []
    for part in _SEPARATORS.split(line.replace("\u3000", "  ")):
        names += _names_in(_NOT_NAME.sub("", part).strip())
    return tuple(names)


def _names_in(part: str) -> list[str]:
    """Chinese names set side by side are several; single characters set apart are one name spread out."""
    words = part.split()
    if not words or part.isascii():
        return [part] if words else []
    if all(len(word) == 1 for word in words) or (len(words) == 2 and len(words[0]) == 1):
        return ["".join(words)]
    if any(len(word) == 1 for word in words):
        joined = re.sub(r"(?<!\S)(\S) (\S)(?!\S)", r"\1\2", " ".join(words))
        return joined.split()
    return words


def _affiliations(lines: list[tuple[str, str]]) -> Iterator[str]:
    for line, plain in lines:
        whole = re.sub(r"^[□■*\s]+", "", plain).strip()
        enclosed = re.fullmatch(r"[（(](.*)[）)]", whole)
        whole = _PLACE.sub("", enclosed[1]) if enclosed else whole
        for part in re.split(r"[，,；;：:。]", whole):
            trimmed = _POSITION.sub("", re.sub(r"^[\d.、\s]+", "", part)).strip()
            if _ORGANISATION.search(trimmed) and 4 <= len(trimmed) <= 40:
                at = plain.index(trimmed)
                yield line[at : at + len(trimmed)]
                break
