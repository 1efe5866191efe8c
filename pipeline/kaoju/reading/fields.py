"""The labelled fields at the head and the foot of an article: 〔提 要〕, 【关键词】, 中图分类号：, 责任编辑：…"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kaoju.reading.institutions import POSTS


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field in a line: its name, and the range of its value."""

    name: str
    start: int
    end: int


# 作者系北辰大学教授, 作者王明系北辰大学教授, 作者王明，北辰大学教授
_WORKS = (
    "(?:分别|[\u4e00-\u9fff·]{2,10})?(?:[系为是]|现[任为])[^，。？！]{2,30}[学院所会心社部局司校]"
    rf"|[\u4e00-\u9fff·]{{2,10}}，[^。？！]{{2,30}}(?:{POSTS})"
)


@cache
def _labels() -> dict[str, str]:
    with (resources.files(__package__) / "labels.tsv").open(encoding="utf-8") as file:
        return {row["label"].replace(" ", ""): row["field"] for row in csv.DictReader(file, delimiter="\t")}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_labels(), key=len, reverse=True)
    spaced = "|".join(r"[ \t]{0,4}".join(name) if not name.isascii() else name for name in names)
    editors = "|".join(name for name in names if _labels()[name] == "editor")
    spaced_out = "|".join(r"[ \t]{0,4}".join(name) for name in names if _stands_alone(name))
    return re.compile(
        rf"(?:^[ \t]*(?P<spaced>{spaced_out})[ \t]+(?=[^\s:：|])|(?:^|(?<=[\s。；，,;)）】〕\]*]))(?:"
        rf"[*]{{0,2}}[〔【\[(（《]{{1,2}}[ \t]*(?P<bracketed>{spaced})[ \t]*[〕】\])）》]{{1,2}}[*]{{0,2}}[ \t]*[:：]?"
        rf"|[*]{{2}}[ \t]*(?P<bold>{spaced})[ \t]*[:：]?[ \t]*[*]{{2}}[ \t]*[:：]?"
        rf"|[【〔\[(（]?[ \t]*(?P<colon>{spaced})[ \t]*(?:[:：]|\|(?!.*\|))"
        rf"|[【〔\[(（][ \t]*(?P<within>{editors})[ \t]+(?=\S)"
        rf"|[（(]?(?:本文)?(?P<said>作者)(?={_WORKS})))[ \t]*"
    )


# fields whose labels need no sign behind them: 摘要　本文…, 作者简介 王明，北辰大学教授
_ALONE_IN_LINE = ("abstract", "keywords", "author_note")
# what may stand behind an abstract on its line
_BEHIND = re.compile("[。.！？…”」][ \t*]*$")
_ALONE = re.compile(r"[#*〔【\[(（《\s]*(?P<label>[^#*〕】\])）》：:]{2,12}?)[*〕】\])）》：:\s]*")


def fields_of(plain: str) -> list[Field]:
    """The labelled fields of a passage in plain widths and Simplified characters, in order.

    >>> [(field.name, "【中图分类号】F831.6 【文献标识码】A"[field.start : field.end]) for field in
    ...  fields_of("【中图分类号】F831.6 【文献标识码】A")]
    [('clc', 'F831.6'), ('document_code', 'A')]
    """
    if not is_field(plain):
        return []
    found = list(_pattern().finditer(plain))
    if not found:
        return [Field(_labels()[_label_alone(plain)], len(plain), len(plain))]
    if _names(found[0]) == "abstract":
        found = found[:1] + [one for one in found[1:] if _is_behind(plain, one)]
    ends = [match.start() for match in found[1:]] + [len(plain)]
    return list(_trimmed(plain, found, ends))


def _stands_alone(label: str) -> bool:
    """Whether a label needs no sign behind it; 作者 is a word too."""
    return _labels()[label] in _ALONE_IN_LINE and label != "作者"


def _trimmed(plain: str, found: list[re.Match[str]], ends: list[int]) -> Iterator[Field]:
    for match, end in zip(found, ends, strict=True):
        value = plain[match.end() : end].rstrip(" \t\n】〕])）*")
        closed = plain[match.end() + len(value) : match.end() + len(value) + 1]
        opened = closed and plain[match.start()] not in "【〔[(（" and value.count("（") + value.count("(") > 0
        yield Field(_names(match), match.end(), match.end() + len(value) + (1 if opened and closed in ")）" else 0))


def _is_behind(plain: str, match: re.Match[str]) -> bool:
    """Whether a label stands behind the whole abstract, not within it."""
    return _names(match) != "abstract" and bool(_BEHIND.search(plain[max(0, match.start() - 8) : match.start()]))


def _names(match: re.Match[str]) -> str:
    label = next(label for label in match.groupdict().values() if label)
    return _labels()[re.sub(r"\s", "", label)]


def _label_alone(plain: str) -> str:
    match = _ALONE.fullmatch(plain.strip()) if len(plain) <= 40 else None
    return re.sub(r"\s", "", match["label"]) if match else ""


def is_field(plain: str) -> bool:
    """Whether a line opens with a labelled field, or is such a label and nothing else."""
    return bool(_pattern().match(plain.lstrip())) or is_bare_field(plain)


def is_bare_field(plain: str) -> bool:
    """Whether a line is the label of a field and nothing else: its value stands below."""
    return _label_alone(plain) in _labels()
