"""Latin text as text layers damage it: no space behind any sign, or signs of full width throughout."""

from __future__ import annotations

import re

from kaoju.citations.gbt import is_gbt

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af《》「」『』]")
_WIDE = str.maketrans({"，": ", ", "：": ": ", "；": "; ", "（": " (", "）": ") "})
_GLUED = re.compile(r"(?<=[\w”’.]),(?=[A-Z“\d])|(?<=[a-z]):(?=[A-Z])")
_SPACED = re.compile(r"[,:] ")
_LEAST = 2


def spaced(text: str) -> str:
    """A citation in Latin letters with the spaces that a text layer has dropped behind all of its signs.

    >>> spaced("DavidShambaugh,ChinaGoesGlobal:ThePartialPower,NewYork:OxfordUniversityPress,2013,p.7.")
    'DavidShambaugh, ChinaGoesGlobal: ThePartialPower, NewYork: OxfordUniversityPress, 2013,p.7.'
    """
    if _EAST_ASIAN.search(text) or is_gbt(text):
        # GB/T 7714 is printed with signs of full width, and read with them
        return text
    if text.count("，") >= _LEAST and ", " not in text:
        text = re.sub(r" {2,}", " ", text.translate(_WIDE))
    glued = len(_GLUED.findall(text)) >= _LEAST and not _SPACED.search(text)
    return _GLUED.sub(lambda match: f"{match.group()} ", text) if glued else text
