"""Addresses of the web made whole where breaks and spaces have cut them, as text layers and OCR do."""

from __future__ import annotations

import re

# Chinese words or a date behind a sign are no more of it: …/a,访问时间：2018年, …/a.html(上网时间…), …/a,2019 年
_CHAR = (
    r"(?:[^\s<>\"“”，。；、（）《》\[\]\ue000-\ue00f,;(]"
    r"|(?<![\u3400-\u9fff])[,;(](?![\u3400-\u9fff]|(?:19|20)\d\d[ 年]|\s*$))"
)
ADDRESS_FORM = re.compile(rf"(?:https?://|www\.){_CHAR}+")
_OPEN = re.compile(r"https?://[^\s<>\"“”，。；、（）《》]*(?:[/\-_?=&%#.]|[^\s.,;）)>]{30})")
_MORE = re.compile(r"(?![A-Z][a-z]+[ ,])[A-Za-z0-9/_?=&%#-]")
# https: //www. a. org/b- c. html
_LATIN = r"[\w\-./?=&%#~:+@!]"
_ENDING = r"(?:com|cn|org|net|gov|edu|mil|int|eu|uk|us|jp|kr|tw|hk|ru|de|fr|go|co|or|s?html?|pdf|aspx?|php|jsp|docx?)\b"
_GOES_ON = "|".join(
    (
        r"(?<=[-_=&?%])\s(?!(?:last|accessed|访问)\b)(?=[a-z\d])",
        rf"(?<=[./])\s(?=(?:[\w-]+\.\s?)?{_ENDING}|[a-z][\w-]*[/_=?&%-]\s?\w)",
        r"(?<=[./])\s(?!\d{1,2}/\d)(?=[\w-]+/|(?=[a-z]*\d)[a-z][a-z\d]+\.\s?[a-z])",
    )
)
_SPACED = re.compile(rf"(?P<begin>https?)\s?:\s?/\s?/\s?(?P<rest>{_LATIN}+(?:(?:{_GOES_ON}){_LATIN}+)*)", re.ASCII)


def with_whole_addresses(note: str) -> str:
    """A note whose addresses no break and no space cuts.

    >>> with_whole_addresses("https: //www. mofa. go. jp/files/a- b. pdf, accessed 1 May 2020")
    'https://www.mofa.go.jp/files/a-b.pdf, accessed 1 May 2020'
    """
    joined = _without_breaks(note)
    return _SPACED.sub(lambda match: f"{match['begin']}://{re.sub(' ', '', match['rest'])}", joined)


def _without_breaks(note: str) -> str:
    """A note whose lines are joined where the end of a line has cut an address."""
    first, *rest = note.split("\n")
    lines = [first]
    for line in rest:
        at, more = lines[-1].rfind("http"), line.lstrip(" \t")
        if at >= 0 and _OPEN.fullmatch(lines[-1], at) and _MORE.match(more):
            lines[-1] += more
        else:
            lines.append(line)
    return "\n".join(lines)
