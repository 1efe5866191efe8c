"""Where authors work: institutions in bylines, in notes on authors, and at the foot of the first page."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from importlib import resources

_ENDS = (
    "大学|学院|学校|研究院|研究所|研究中心|研究会|研究室|研究部|科学院|社科院|党校|书院|委员会|智库|中心|国防部"
    "|外交部|商务部|财政部|银行|协会|学会|基金会|联合会|医院|图书馆|博物馆|出版社|报社|杂志社|编辑部|公司|法院"
    "|理事会|事务所|实验室|档案馆|教育部|国家.{2,12}局|总署|政府|集团"
    "|University|Institute|College|Academy"
)
_ORGANISATION = re.compile(_ENDS)


def _listed(kind: str) -> str:
    """The posts, or the ranks that may stand before them, as a pattern, the longest first."""
    listed = (resources.files(__package__) / "posts.tsv").read_text(encoding="utf-8")
    words = [row["post"] for row in csv.DictReader(listed.splitlines(), delimiter="\t") if row["kind"] == kind]
    return "|".join(sorted(words, key=len, reverse=True))


POSTS = _listed("post")
# posts that a name follows without a space: 教授王明
_TITLES = "教授|研究员|讲师|博士|院长|所长|主任|会长|社长|馆长|学者|主编|顾问"
# from the first post on: 系主任、教授、博士生导师, 2021级博士生; not the 编辑 of 编辑部
_FROM_POST = re.compile(
    rf"(?:[ \t、，]|兼|暨|及|\d{{4}}级|(?<=[院校学])系(?=主任)|{_listed('rank')})*"
    rf"(?:(?:{POSTS})(?=[ \t、，,；;。（(兼暨及和与]|$)|(?:{_TITLES})(?=[\u3400-\u9fff]{{2,3}}$)).*"
)
_NAME_BEHIND = re.compile(rf"(?<=[\u3400-\u9fff])(?:{_TITLES})(?P<name>[\u3400-\u9fff]{{2,4}})$")
# 1. 北辰大学国际关系学院，北京 100871；
_ADDRESS = re.compile(
    rf"[^，。；：《》“”\d]{{0,24}}(?:{_ENDS})[^，。；：《》“”\d]{{0,24}}(?:[，, ][^，。；：《》“”]{{2,20}})?[；;。]?"
)
_HAN = "[\u3400-\u9fff·]"
# * 王明义，东岸大学外交学系。 王明义 东岸大学外交学系教授
_AUTHOR = re.compile(
    rf"(?P<star>\\?[*＊†]{{1,3}})?[ \t]*(?:作者)?"
    rf"(?P<name>{_HAN}{{2,10}}(?:、{_HAN}{{2,10}})*(?:[，,系为是:：]|[ \t]+))?"
    rf"[^，。；：《》]{{0,30}}(?:{_ENDS})(?P<post>[^，。；：《》]{{0,20}}(?:{POSTS})(?:(?P<end>。?$)|[，,。；;（(]))?"
)
# 北京市海淀区 100871, or a. 经济学院, behind an institution
_TOWN = re.compile(r"[ \t]+(?:(?:[^ \t]{2,12}[ \t]+)?\d{5,6}|[a-d][.．]).*$")
_ENTRY_ENDS = re.compile("[；;。]")
_LEAD = re.compile(
    rf"[\d①-⑳¹²³⁰-⁹.、\s（(*]*(?:(?:本文)?作者)?(?:{_HAN}{{2,4}}?(?=[为是]|(?<!关)系(?!学)|现)|[A-Z][A-Za-z .’'-]+)?"
    r"(?:现?[为是]|(?<!关)系(?!学)|现任|就职于|任职于)?"
)
_SHORTEST, _LONGEST = 4, 40


def names_one(plain: str) -> bool:
    """Whether a text names an institution.

    >>> names_one("北辰大学国际关系学院"), names_one("王明")
    (True, False)
    """
    return bool(_ORGANISATION.search(plain))


def name_behind(plain: str) -> str:
    """The name at the end of what names an institution and a post, empty where there is none.

    >>> name_behind("北辰大学名誉教授王明"), name_behind("北辰大学教授 王明"), name_behind("北辰大学教授")
    ('王明', '王明', '')
    """
    before, _, last = plain.rpartition(" ")
    if names_one(before):
        return last
    glued = _NAME_BEHIND.search(plain)
    return glued["name"] if glued and names_one(plain[: glued.start()]) else ""


def is_address(plain: str) -> bool:
    """Whether a line is an institution and where it is, and nothing else: 北辰大学国际关系学院，北京 100871."""
    return bool(_ADDRESS.fullmatch(plain.strip()))


def tells_of_an_author(plain: str) -> bool:
    """Whether a line says who holds a post where: in a note with a star, or as all that it says."""
    match = _AUTHOR.match(plain.strip(" \t（()）"))
    if match is None:
        return False
    return bool(match["name"] or match["post"]) if match["star"] else bool(match["name"] and match["end"] is not None)


def institutions(line: str, plain: str) -> Iterator[str]:
    """The institutions in what stands beside names, one an entry, as printed, without posts and towns.

    >>> line = "1. 北辰大学外交学系教授，北京 100871；2. 清河大学"
    >>> list(institutions(line, line))
    ['北辰大学外交学系', '清河大学']
    """
    at = 0
    for end in [*(match.start() for match in _ENTRY_ENDS.finditer(plain)), len(plain)]:
        if found := _institution(line[at:end], plain[at:end]):
            yield found
        at = end + 1


def _institution(line: str, plain: str) -> str | None:
    for part in re.finditer(r"[^，,：:]+", plain):
        lead = _LEAD.match(part.group())
        start = part.start() + (lead.end() if lead else 0)
        trimmed = _FROM_POST.sub("", _TOWN.sub("", plain[start : part.end()].rstrip(" ）)")))
        if names_one(trimmed) and _SHORTEST <= len(trimmed) <= _LONGEST:
            return line[start : start + len(trimmed)]
    return None
