"""Who an article is by: names, and the institutions beside them, in every manner that journals print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from kaoju.normalising import simplified
from kaoju.reading.institutions import institutions, name_behind, names_one

# several under one name: 课题组, 本刊编辑部
_TEAM = re.compile(r".{2,30}(?:课题组|编辑部|编写组|写作组|项目组|联合研究组|评论员)")
_TEAM_ALONE = re.compile(r"(?:联合)?(?:课题组|编写组|写作组|项目组|研究组|编辑部)$")
_NO_NAME = re.compile(
    r".*(?:教授|博士|硕士|讲师|研究员|研究生|学者|主任|院长|所长)|研究|.族|.*人|导读|按语|.{1,2}[论言语]"
)
# marks of notes and of institutions, and what Markdown sets them in
_MARKS = re.compile(
    r"<sup>[^<>]{0,20}</sup>|\$[^$]{0,20}\$|\\?[*†‡§∗※#]|\\|(?:(?<!\d)\d{1,2}(?!\d)|[①-⑳¹²³⁰-⁹])(?:[,，、](?=[\d*†①-⑳¹²³⁰-⁹]))?|\^|[□■◇◆○●◎⊙▲△★☆▪◼]"
)
_BULLET = re.compile(r"^[ \t]*[□■◇◆○●◎⊙▲△★☆▪◼]")
_LABEL = re.compile(
    r"^(?:[ \t]*(?:(?:作[ \t]*者|撰[ \t]*[文稿](?:人)?|文)[ \t]*[:：/|丨]"
    r"|(?:本刊|本报)?(?:特约)?(?:记者|撰稿人|评论员)(?=[ \t])|作者(?=[ \t])))+"
)
_UNIT = re.compile(r"(?:作者|所在|工作)?单位[ \t]*[:：]")
# 王明系北辰大学教授
_IS = re.compile(
    r"(?:(?<=^[\u3400-\u9fff]{2})|(?<=^[\u3400-\u9fff]{3}))(?:现?[为是]|系(?!学)|现任)(?=[\u3400-\u9fff]{4})"
)
_ROLE = re.compile(r"[ \t/|（(]+(?:编?著|撰文?|撰稿|文)[）)]?(?=[ \t，,；;]|$)|等?[ \t]*等[著译]?[ \t]*$")
_TRANSLATED = re.compile(
    r"(?:^|(?<=[\s，,；;、/]))(?:\S [^\s/]{1,2}|[\u3400-\u9fff]{2,4}?)"
    r"(?:[ \t/（(]*(?:编译|翻译|译校|译)|[ \t/（(]+校)[）)]?(?=[ \t，,；;]|$)"
    r"|(?:责任编辑|责编|编辑|摄影|插?图|整理|翻译|译者)[ \t]*[:：/|丨][ \t]*\S+"
)
_BRACKET = re.compile(r"[（(\[〔【](?P<within>[^（()）\[\]〔〕【】]*(?:[（(][^（()）]*[）)][^（()）]*)?)[）)\]〕】]")
_PARTS = re.compile(r"[、，,；;:：/|&]|(?<=[ \u3000])and(?=[ \u3000])|[ ]*(?:和|与)[ ]*(?=[^ ]{2,4}$|[A-Z])")
_WIDE_GAP = re.compile("\u3000+|[ \t]{2,}")
# 约翰·史密斯, J.奈
_DOT = re.compile("[·•‧・∙]|^[A-Z][.．]")
_LETTER = "A-Za-zÀ-ÖØ-öø-ž"
_LATIN = re.compile(rf"[A-ZÀ-ÖØ-ÞŠŽ][{_LETTER}.,'’ -]+")
_LATIN_WORD = re.compile(rf"[{_LETTER}][{_LETTER}.'’-]*")
_FULL = re.compile(rf"[A-ZÀ-ÖØ-ÞŠŽ][{_LETTER}.’'-]+(?: [A-ZÀ-ÖØ-ÞŠŽ][{_LETTER}.’'-]*){{1,3}}")
_LONG = 120
_HAN = re.compile("[\u3400-\u9fff]{2,4}")


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors that a line names, and their institutions, as printed; ``sure`` where more than the shape of the
    names tells so: a label, a bullet, an institution."""

    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    sure: bool = False


def read_byline(line: str, plain: str) -> Byline:
    """What a line says of who wrote the article; ``plain`` is the line in plain widths and Simplified characters.

    >>> read_byline("陳雅雯（東岸大學外交學系教授）", "陈雅雯（东岸大学外交学系教授）")
    Byline(authors=('陳雅雯',), affiliations=('東岸大學外交學系',), sure=True)
    >>> read_byline("□ 韦宗友　郭 晋", "□ 韦宗友  郭 晋").authors
    ('韦宗友', '郭晋')
    """
    pair = _Pair(line, plain)
    decorated = any(sign.search(plain) for sign in (_BULLET, _LABEL, _ROLE, _TRANSLATED))
    for what in (_LABEL, _TRANSLATED, _ROLE, _UNIT, _IS):
        pair = pair.blank(what)
    within = [pair[match.start("within") : match.end("within")] for match in _BRACKET.finditer(pair.plain)]
    rest = pair.blank(_BRACKET).blank(_MARKS)
    if _TEAM.fullmatch(rest.plain.strip()):
        return _team(rest.strip())
    parted = [_parted(piece) for piece in _persons(rest, line)]
    names = [name for mine, _ in parted for name in mine]
    told = [*within, *(behind for _, behind in parted)]
    if not names:
        names, told = _last_names(told)
    affiliations = tuple(one for piece in told for one in institutions(piece.line, piece.plain))
    return Byline(tuple(names), affiliations, decorated or bool(affiliations))


def _team(team: _Pair) -> Byline:
    """Several under one name, and the institution in it: 北辰大学国际关系学院课题组."""
    alone = _TEAM_ALONE.search(team.plain)
    at = alone.start() if alone else len(team.plain)
    return Byline((team.line,), tuple(institutions(team.line[:at], team.plain[:at])), sure=True)


def _persons(pair: _Pair, line: str) -> list[_Pair]:
    """A line cut at its wide gaps where an institution stands in each piece: 王明 北辰大学　李雷 清河大学."""
    edges = [0, *(at for gap in _WIDE_GAP.finditer(line) for at in gap.span()), len(line)]
    pieces = [pair[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    return pieces if len(pieces) > 1 and all(names_one(piece.plain) for piece in pieces) else [pair]


def _last_names(pieces: list[_Pair]) -> tuple[list[str], list[_Pair]]:
    """The names behind institutions, 北辰大学教授 王明, and the institutions."""
    names: list[str] = []
    kept: list[_Pair] = []
    for piece in pieces:
        told = piece[: len(piece.plain.rstrip())]
        last = name_behind(told.plain)
        named = bool(last) and not names_one(last) and is_name(last) and has_surname(last)
        names += [told.line[-len(last) :]] if named else []
        kept.append(told[: -len(last)] if named else piece)
    return names, kept


def is_name(name: str) -> bool:
    """Whether a string has the shape of a person's name."""
    return (
        bool(_DOT.search(name))
        or bool(_LATIN.fullmatch(name))
        or (bool(_HAN.fullmatch(name)) and not _NO_NAME.fullmatch(name))
    )


def has_surname(name: str) -> bool:
    """Whether a Chinese name begins with a surname of the Hundred Families, or a foreign one has a dot or a space."""
    name = simplified(name)
    return (
        bool(_DOT.search(name) or _FULL.fullmatch(name))
        or name[:2] in surnames()
        or (name[:1] in surnames() and len(name) < 4)
    )


def is_byline(plain: str) -> bool:
    """Whether a line consists of names, by their surnames."""
    return len(plain) <= _LONG and bool(names := read_byline(plain, plain).authors) and all(map(has_surname, names))


@cache
def surnames() -> frozenset[str]:
    """Chinese surnames, of one character or two, Simplified: those of the Hundred Families and other common ones."""
    return frozenset((resources.files(__package__) / "surnames.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class _Pair:
    """A line as printed and its plain twin, cut alike."""

    line: str
    plain: str

    def __getitem__(self, piece: slice) -> _Pair:
        return _Pair(self.line[piece], self.plain[piece])

    def blank(self, what: re.Pattern[str]) -> _Pair:
        """With spaces for what is no part of a name."""
        line, plain = list(self.line), list(self.plain)
        for match in what.finditer(self.plain):
            line[slice(*match.span())] = plain[slice(*match.span())] = " " * len(match.group())
        return _Pair("".join(line), "".join(plain))

    def strip(self) -> _Pair:
        """Without white space at both ends."""
        start = len(self.plain) - len(self.plain.lstrip())
        return self[start : max(start, len(self.plain.rstrip()))]


def _parted(pair: _Pair) -> tuple[tuple[str, ...], _Pair]:
    """The names that a line opens with, and what stands behind them."""
    names: list[str] = []
    at = 0
    for match in [*_PARTS.finditer(pair.plain), None]:
        end = match.start() if match else len(pair.plain)
        part = pair[at:end]
        if _PARTS.sub("", part.plain).strip():
            mine, rest = _names_in(part)
            names += mine
            if rest.plain.strip():
                return tuple(names), pair[end - len(rest.plain) :]
        at = match.end() if match else end
    return tuple(names), pair[at:]


def _names_in(part: _Pair) -> tuple[list[str], _Pair]:
    """The names in a part between commas, and what of it is none."""
    if _LATIN.fullmatch(part.plain.strip()):
        return _apart(part.line), part[len(part.plain) :]
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", part.plain)]
    kept = 0
    for start, end in words:
        if names_one(part.plain[start:end]):
            break
        kept += 1
    at = words[kept][0] if kept < len(words) else len(part.plain)
    names = _joined(part.line[:at])
    if not all(is_name(name) for name in names):
        return [], part
    return names, part[at:]


def _apart(line: str) -> list[str]:
    """Names in Latin letters, set apart where each side of a wide gap is one in full.

    >>> _apart("Marta Lindqvist　Ingrid Halvorsen"), _apart("Marta　Lindqvist")
    (['Marta Lindqvist', 'Ingrid Halvorsen'], ['Marta Lindqvist'])
    """
    pieces = [" ".join(piece.split()) for piece in _WIDE_GAP.split(line) if piece.strip()]
    return pieces if all(map(_FULL.fullmatch, pieces)) else [" ".join(pieces)]


def _joined(text: str) -> list[str]:
    """Names set apart by spaces; single characters set apart are names spread out.

    >>> _joined("王 明 欧阳修远 李 晓雷"), _joined("王 明 李 雷"), _joined("王 小 明  李 雷")
    (['王明', '欧阳修远', '李晓雷'], ['王明', '李雷'], ['王小明', '李雷'])
    >>> _joined("Marta Lindqvist 邵闻筝")
    ['Marta Lindqvist', '邵闻筝']
    """
    pieces = [piece.strip() for piece in _WIDE_GAP.split(text) if piece.strip()]
    if any(len(piece) == 1 for piece in pieces):
        pieces = [" ".join(pieces)]
    return [name for piece in pieces for name in _spread(piece.split())]


def _spread(words: list[str]) -> Iterator[str]:
    for latin, run in groupby(words, lambda word: bool(_LATIN_WORD.fullmatch(word))):
        rest = list(run)
        if latin:
            yield " ".join(rest)
        while rest and not latin:
            size = _size(rest)
            yield "".join(rest[:size])
            rest = rest[size:]


def _size(words: list[str]) -> int:
    """How many of the words the first name is spread over."""
    singles = next((at for at, word in enumerate(words) if len(word) > 1), len(words))
    if singles < 2:
        return min(singles + 1, len(words))  # 李 晓雷
    return singles if singles == 3 or simplified(words[0] + words[1]) in surnames() else 2
