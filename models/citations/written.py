"""Citations written by rule, by the forms of ``forms.tsv``: the house styles that notes are printed in.

A form is text with ``[one|other|]`` for a choice, ``{field}`` for a part, ``*…*`` for italics and ``@`` for an address.
``{ru_title:T}`` is a name off the list ``ru_title`` as a part ``T``.
What is written is in pieces, ``(label, text)``; the label of what is no part is ``""``.
"""

from __future__ import annotations

import random
import re
from csv import QUOTE_NONE, DictReader
from pathlib import Path

from fields import Fields
from pools import Pools

from kaoju.citations.plain import ADDRESS, ITALIC, ROMAN

Pieces = list[tuple[str, str]]
# the codes of GB/T 7714 stand in brackets of their own, and so do its hosts: [M]//
_CODE = re.compile(r"\[((?:J|M|C|N|D|R|S|Z|A|DS|CM|CP|EB)(?:/OL)?)\]")
_INNER = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{([\w:]+)\}")
_WIDE = str.maketrans({",": "，", ".": "．", ":": "：", "(": "（", ")": "）", "[": "［", "]": "］"})


def write(pools: Pools, count: int) -> list[tuple[str, Pieces]]:
    """Citations of all forms, the commoner ones oftener, each with its type where its form has one."""
    with (Path(__file__).parent / "forms.tsv").open(encoding="utf-8") as file:
        rows = list(DictReader(file, delimiter="\t", quoting=QUOTE_NONE))
    drawn = pools.random.choices(rows, [int(row["weight"]) for row in rows], k=count)
    return [(row["type"], _written(pools, row["form"])) for row in drawn]


def _written(pools: Pools, form: str) -> Pieces:
    chance = pools.random
    form = _chosen(chance, form)
    fields = Fields(pools, chinese=chance.random() < 0.5, early=chance.random() < 0.35)
    pieces: Pieces = []
    for at, part in enumerate(_FIELD.split(form)):
        pieces += fields.of(part) if at % 2 else _signs(part)
    pieces = _parted(pieces)
    if "{y1}" in form:
        pieces = _widened(chance, pieces)
    return _worn(chance, pieces)


def _chosen(chance: random.Random, form: str) -> str:
    """A form with its choices made, the innermost first; the marks of a nation stay."""
    form = form.replace("[日]", "\ue010日\ue011")
    form = _CODE.sub("\ue010\\1\ue011", form)
    while _INNER.search(form):
        form = _INNER.sub(lambda match: chance.choice(match[1].split("|")), form)
    return form.replace("\ue010", "[").replace("\ue011", "]")


def _parted(pieces: Pieces) -> Pieces:
    """A comma in the quotes is not behind them again; 年 is of its date; nothing stands before the first part."""
    parted: Pieces = []
    for label, text in pieces:
        if parted and parted[-1][1] == "\ue012":
            parted[-1] = (label, text.removeprefix(",").removeprefix("."))
        elif parted and parted[-1][0] == "D" and text.startswith("年"):
            parted[-1] = ("D", parted[-1][1] + "年")
            parted.append((label, text[1:]))
        else:
            parted.append((label, text))
    while parted and not parted[0][0] and not parted[0][1].strip(" .,"):
        del parted[0]
    return parted


def _signs(text: str) -> Pieces:
    """What stands between parts: italics begin at a ``*`` behind a space and end at one behind a part."""
    pieces: Pieces = []
    for at, part in enumerate(re.split(r"(\*)", text)):
        if at % 2:
            pieces.append(("", "*"))
        elif part:
            pieces.append(("", part.replace("@", ADDRESS)))
    return pieces


def _worn(chance: random.Random, pieces: Pieces) -> Pieces:
    """Italics lost, 参见 or See before it, the last stop gone, OCR's spaces: each now and then."""
    italics = iter([ITALIC, ROMAN] * 9 if chance.random() < 0.6 else [""] * 18)
    pieces = [(label, next(italics) if text == "*" and not label else text) for label, text in pieces]
    chinese = any("\u3400" <= char <= "\u9fff" for _, text in pieces for char in text)
    if chance.random() < 0.1:
        leads = ("参见", "参见：", "见", "详见", "參見", "转引自") if chinese else ("See ", "See also ", "Cf. ", "see ")
        pieces = [("", chance.choice(leads)), *pieces]
    if chance.random() < 0.15 and not pieces[-1][0]:
        pieces = [*pieces[:-1], ("", pieces[-1][1].rstrip("。."))]
    if chinese and chance.random() < 0.05:
        pieces = [(label, re.sub(r"(?<=\d)(?=[年月日期页])|(?<=第)(?=\d)", " ", text)) for label, text in pieces]
    return [(label, text) for label, text in pieces if text]


def _widened(chance: random.Random, pieces: Pieces) -> Pieces:
    """The signs of a list entry in full width, or without their spaces, now and then."""
    how = chance.random()
    if how < 0.25:
        return [(label, text if label else text.translate(_WIDE).replace(" ", "")) for label, text in pieces]
    if how < 0.4:
        return [
            (label, text if label else re.sub("([,:]) ?", lambda m: m[1].translate(_WIDE), text))
            for label, text in pieces
        ]
    if how < 0.55:
        return [(label, text if label else text.replace(" ", "")) for label, text in pieces]
    return pieces


def _wide(match: re.Match[str]) -> str:
    return match[1].translate(_WIDE)
