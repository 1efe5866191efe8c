"""From the article's own characters to the ones that the stages read, offsets kept."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

import opencc

from kaoju.text import Text

Script = Literal["Hans", "Hant"]

CJK = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# widths only: circled digits and superscripts keep their form, for they are note marks or enumerate
# all full-width forms but ，：；？！（）
_WIDE = re.compile(
    "[\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\u3000\u00a0\u2002-\u200a\u202f]"
    "|[\u2e80-\u2fdf\uf900-\ufaff]"
)
# marks that take no room, and controls of direction
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")
# signs of formulas by their names in LaTeX
_SIGNS = {"sim": "~", "pm": "±", "times": "×"}
_SIGN = re.compile(rf"(?:(?<! )[ ]+)?\\({'|'.join(_SIGNS)})(?![A-Za-z])[ ]*")
# a number with letters for digits in it, before what follows a number: 5OO亿, l.2万, 2O%
_MISREAD = re.compile(
    r"(?<![A-Za-z0-9.,])(?=[lIOo.,]*[0-9])(?=[0-9.,]*[lIOo])(?:[Oo](?=\.)|[0-9lI])[0-9OolI.,]*+(?=[%‰亿万千年元]|个百分点)"
)
_DIGITS = str.maketrans("OolI", "0011")
_SET_TIGHT = CJK + "，。；：、！？“”‘’（）《》〈〉「」『』"
# the first space of a run looks at what stands before it: a search leaps from space to space
_GAP = re.compile(
    rf"[ \t](?:(?<=[{_SET_TIGHT}%％].)[ \t]*(?=[{_SET_TIGHT}0-9A-Za-z])|(?<=[0-9A-Za-z%％].)[ \t]*(?=[{_SET_TIGHT}]))"
)

# half-width signs beside Chinese characters, and straight quotes around some
_NARROW = re.compile(rf"(?<=[{CJK}）》”%])[,;:?!]|[,;:?!](?= ?[{CJK}《“])")
_STRAIGHT = re.compile(rf'"(?=[^"\n]{{0,400}}[{CJK}])([^"\n]{{1,400}})"')
_CHINESE = dict(zip(",;:?!", "，；：？！", strict=True))


def fold_width(text: Text) -> Text:
    """Full-width letters, digits and signs and compatibility ideographs as their plain forms; the punctuation of
    Chinese text stays."""
    return text.replace(_WIDE, lambda match: unicodedata.normalize("NFKC", match.group()))


def drop_unseen(text: Text) -> Text:
    """Without controls and characters that take no room."""
    return text.delete([match.span() for match in _UNSEEN.finditer(text.text)])


def write_signs(text: Text) -> Text:
    r"""With the signs of formulas themselves in place of their names: ``5 \sim 8`` is ``5~8``."""
    return text.replace(_SIGN, lambda match: _SIGNS[match[1]])


def mend_digits(text: Text) -> Text:
    """With digits where OCR has read letters in a number: ``5OO亿`` is ``500亿``."""
    return text.replace(_MISREAD, lambda match: match.group().translate(_DIGITS))


def set_signs(text: Text) -> Text:
    """With the signs of Chinese text where half-width ones stand in it: ``出口,进口`` is ``出口，进口``."""
    quoted = text.replace(_STRAIGHT, lambda match: f"“{match[1]}”")
    return quoted.replace(_NARROW, lambda match: _CHINESE[match.group()])


def close_gaps(text: Text) -> Text:
    """Without the spaces that OCR sets between Chinese characters and beside digits: ``2012 年`` is ``2012年``."""
    return text.delete([match.span() for match in _GAP.finditer(text.text)])


def simplify(text: Text) -> Text:
    """Traditional characters as Simplified ones by OpenCC's ``t2s``; what would change its length stays as it is."""
    return Text(simplified(text.text), text.start, text.end)


def simplified(text: str) -> str:
    """A string in Simplified characters, as many as it had: ``simplified("韓國") == "韩国"``."""
    simple = _converter("t2s").convert(text)
    return simple if len(simple) == len(text) else "".join(_one_for_one(char) for char in text)


def _one_for_one(char: str) -> str:
    simple = _converter("t2s").convert(char)
    return simple if len(simple) == 1 else char


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


def script_of(text: str) -> Script:
    """``Hant`` where more characters would change on the way to Simplified than on the way to Traditional."""
    simple = _converter("t2s").convert(text)
    if simple == text:
        return "Hans"
    to_simple = sum(a != b for a, b in zip(text, simple, strict=False))
    to_traditional = sum(a != b for a, b in zip(text, _converter("s2t").convert(text), strict=False))
    return "Hant" if to_simple > to_traditional else "Hans"


def normalise(text: Text) -> Text:
    """All of the above: the form in which the stages read the running text."""
    return simplify(mend_digits(close_gaps(set_signs(fold_width(write_signs(drop_unseen(text)))))))
