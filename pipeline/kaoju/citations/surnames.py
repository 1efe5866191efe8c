"""What a name is shortened to where it is cited again."""

from __future__ import annotations

import re
from functools import lru_cache

from kaoju.citations.names import JUNIOR, without_country
from kaoju.normalising import simplified

_CJK = re.compile("[\u3400-\u9fff]")
_SUFFIX = re.compile(rf",? {JUNIOR}\.?$")
# Sandler T, LICHSTEIN K L, Vedantam SM: initials behind a surname
_INITIALS = re.compile(r"(?<=[^\W\d_]{2})(?: (?:[A-Z]\.?-?){1,3})+$")


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The surname of a person, in small letters and Simplified characters; the whole of a Chinese name, the last part
    of one that is spelt out in Chinese.

    >>> [surname(name) for name in ("Todd Sandler", "SANDLER T", "Nye, J. S.", "约翰·米尔斯海默", "王逸舟")]
    ['sandler', 'sandler', 'nye', '米尔斯海默', '王逸舟']
    """
    name = without_country(simplified(name).strip()).strip()
    if _CJK.search(name):
        return re.split("[·・•]", name)[-1]
    name = _INITIALS.sub("", _SUFFIX.sub("", name).split(", ")[0])
    words: list[str] = re.findall(r"[\w’'-]+", name.casefold())
    return words[-1] if words else ""
