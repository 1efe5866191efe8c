"""The citations of a note, one after the other: parted by semicolons, by 转引自, and by a full stop that a new one
follows."""

from __future__ import annotations

import re

from kaoju.citations.dates import YEAR
from kaoju.citations.gbt import is_gbt
from kaoju.citations.plain import ADDRESS

_OPEN = {"“": "”", "《": "》", "〈": "〉", "「": "」", "『": "』", "（": "）", "(": ")", "[": "]", "\ue000": "\ue001"}
_QUOTING = re.compile(
    r"[，,。.；;（(]?\s*(?:转引自|轉引自|转自|引自|"
    r"(?:quoted|cited|reprinted) (?:in|from|by)|as (?:quoted|cited) in|qtd\. in)[：:\s]*",
    re.IGNORECASE,
)
# where a citation may end: its pages, its year, its address
_ENDED = rf"(?<=[页頁版年期日号號\d{ADDRESS}）)])"
_SEE = r"(?:(?:可|另|并|亦|又)?(?:参见|參見|参阅|參閱|参看|參看|详见|詳見)|另见|另見|亦见|亦見|又见|又見|见|見)"
_SAYS = r"[^。；，,：:]{0,40}(?:认为|認為|指出|表示|主张|主張|强调|強調|称|稱|说|說)[：:，,]"
_OPENS = "[《〈“「『\ue000]"
_PROSE = f"[^。；;.《》〈〉“”「」{ADDRESS}\ue000\ue001]"
_DATED = rf"(?:\d{{4}}|第\s?\d|[页頁]|{ADDRESS})"
_NEXT = re.compile(
    "|".join(
        (
            # 。不同的看法，参见秦亚青：《…》，2012年版
            rf"{_ENDED}[。.]\s*{_PROSE}{{0,30}}?(?={_SEE}[：:]?[^。；《》“”]{{0,60}}?{_OPENS}[^。；]{{2,200}}?{_DATED})",
            # 。秦亚青：《…》，2012年版
            rf"{_ENDED}[。、]\s*(?=(?!{_SAYS})[^。；，,《》“”]{{2,40}}[：:，,]\s*[《〈][^》〉]{{2,100}}[》〉][^。；]{{0,100}}?{_DATED})",
            # . See also Keohane
            rf"(?<=[\d{ADDRESS})])\.\s+(?=(?:See(?: also)?|Cf\.|But see|Compare)\s[A-Z{_OPENS[1:-1]}])",
            # pp. 43-60. Robert Keohane, “…”
            rf"(?:(?<=\bp\. \d)|(?<=[-–—]\d)|(?<=\d{{2}})|(?<={ADDRESS}))(?:\.|, and)\s+"
            r"(?=[A-Z][\w’-]+(?: [A-Z][\w’.-]*){1,3}(?:,? and [^“\ue000]{3,60})?, [“\ue000][^”\ue001]{2,200}[”\ue001])",
        )
    )
)
# 10.1080; a Chicago list of places is no list of works
_WORK = re.compile(
    rf"[“《〈「\ue000]|{ADDRESS}|\[[A-Z]{{1,2}}(?:/OL)?\]|\b{YEAR}\b|[Ii]bid|同上|同注|同前|前引|op\. cit"
    # Wendt, Social Theory, p. 33: a short title
    r"|^[;；]\s*[A-Z][\w’-]+(?: [A-Z][\w’.-]*){0,3}, [A-Z][^;；]{6,120}, pp?\. ?\d",
    re.IGNORECASE,
)
# ; Top Records, 2017. : another that issued what stands before, which has no year yet
_ISSUER = re.compile(
    rf"[;；]\s*[^\W\d][^,，.。;；\d《“\ue000]{{1,60}}[,，.]?\s?\(?{YEAR}(?:[/–—-]\d{{4}})?\)?年?版?"
    rf"[.。]?\s*(?:DOI:\S+|{ADDRESS})?[.。]?$"
)
# [M/OL]. Trade Association; Larch Press. https://… : another, where the year stands before
_HOUSE = re.compile(rf"[;；]\s*[^\W\d_][^,，.。;；\d《“\ue000]{{1,60}}[.。]?\s*(?:DOI:\S+|{ADDRESS})?[.。]?$")
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
# Lowe, J.; Wilk, K. A. Title; 张三；李四：《…》: names of one list
_LISTED = (
    r"(?>[A-ZÀ-Ý][\w’'-]+, [A-ZÀ-Ý][\w’'-]+(?: [A-Z]\.?)?|[A-ZÀ-Ý][\w’'-]+,? [A-Z]\b(?:\.?[ -]?[A-Z]\b){0,2}"
    r"|[\u3400-\u9fff·]{2,4})"
)
_NAMES = re.compile(
    rf"\W{{0,2}}(?!同[上前]|前[引揭])(?:{_LISTED}\.?\s?[;；]\s?){{1,30}}(?={_LISTED}(?:[.．：:，,(（ ]|$))"
)


def split_citations(text: str) -> list[str]:
    """The pieces of a note, each of which may be a citation.

    >>> split_citations("A, “B; C,” 2020; D, “E,” 2021.")
    ['A, “B; C,” 2020', ' D, “E,” 2021.']
    >>> split_citations("甲：《乙》，2011年版，第3页。不同的看法，参见丙：《丁》，2012年版。")
    ['甲：《乙》，2011年版，第3页。', '参见丙：《丁》，2012年版。']
    >>> split_citations("Lowe, J.; Wilk, K. Grain. Trade, 2010, 12(3): 3-5.")
    ['Lowe, J.; Wilk, K. Grain. Trade, 2010, 12(3): 3-5.']
    """
    pieces = [part for piece in _at_semicolons(text) for one in _at_stops(piece) for part in _at_quotings(one)]
    joined: list[str] = []
    for piece in pieces:
        if joined and (not _WORK.search(piece) or _is_of_one(joined[-1], piece)):
            joined[-1] += piece
        else:
            joined.append(piece)
    return [_unled(piece.lstrip(";；")) for piece in joined if piece.strip(" ;；")]


def _is_of_one(before: str, piece: str) -> bool:
    """Whether what follows a semicolon is another that issued the work before it."""
    return bool((_ISSUER.match(piece) and not _YEAR.search(before)) or (_HOUSE.match(piece) and is_gbt(before)))


def _at_semicolons(text: str) -> list[str]:
    pieces, begin, closing = [], 0, ""
    named = _NAMES.match(text)
    first = named.end() if named else 0
    for at, char in enumerate(text[first:], first):
        if closing:
            if char == closing:
                closing = ""
        elif char in _OPEN and text.find(_OPEN[char], at + 1, at + 400) > 0:
            closing = _OPEN[char]
        elif char in ";；":
            pieces.append(text[begin:at])
            # the sign stays with what follows, for pieces that are joined again
            begin = at
    return [*pieces, text[begin:]]


def _at_stops(piece: str) -> list[str]:
    """The citations between which a stop stands; a remark that leads to the second is left out."""
    pieces, begin, read = [], 0, 0
    for match in _NEXT.finditer(piece):
        if _WORK.search(piece, read, match.start()):
            pieces.append(piece[begin : match.start() + 1])
            begin = match.end()
        read = match.end()
    return [*pieces, piece[begin:]]


def _at_quotings(piece: str) -> list[str]:
    match = _QUOTING.search(piece)
    if match is None or match.start() == 0:
        return [piece]
    # the words that lead to the second stay with it, for pieces that are joined again
    return [piece[: match.start()], piece[match.start() :]]


def _unled(piece: str) -> str:
    """A piece without 转自 before it."""
    match = _QUOTING.match(piece)
    return piece[match.end() :] if match else piece
