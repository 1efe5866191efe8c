"""More citations out of labelled ones: the same frame, other names, titles, journals and numbers in it."""

from __future__ import annotations

import re

from pools import Pools, capitals

Pieces = list[tuple[str, str]]
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_KEPT = 0.2


def swapped(p: Pools, kind: str, pieces: Pieces) -> Pieces:
    """A citation of a type with most of its parts exchanged for others of the same form."""
    chance = p.random
    return [
        (label, text if not label or chance.random() < _KEPT else _other(p, kind, label, text))
        for label, text in pieces
    ]


def _other(p: Pools, kind: str, label: str, text: str) -> str:
    chinese = bool(_CJK.search(text))
    chance = p.random
    if label == "T" and kind in ("legal_case", "legislation"):
        return p.case() if " v" in text and chance.random() < 0.7 else text
    if label == "T" or (label == "C" and len(text) > (14 if chinese else 60)):
        return _title(p, text, chinese)
    if label in "AE":
        return _name(p, text, chinese)
    if label == "C":
        return _container(p, kind, chinese)
    if label == "P":
        return _publisher(p, text, chinese)
    if label == "L":
        return p.one("zh_place" if chinese else "en_place")
    if label in "DVIG":
        return re.sub(r"\d+", lambda match: _number(p, match.group()), text)
    return text


def _container(p: Pools, kind: str, chinese: bool) -> str:
    if kind == "article-newspaper":
        return p.one("zh_newspaper" if chinese else "en_news")
    if chinese:
        return p.one("zh_journal")
    if kind in ("webpage", "post", "post-weblog") or p.random.random() < 0.15:
        return p.site(False)
    return p.random.choice(p.titles["journal"]) if p.random.random() < 0.4 else p.one("en_journal")


def _publisher(p: Pools, text: str, chinese: bool) -> str:
    if chinese:
        return p.one("zh_university" if re.search("大学$|大學$|学院$", text) else "zh_publisher")
    if "; " in text:
        return "; ".join(p.company() for _ in text.split("; "))
    return p.random.choice(
        (p.one("en_publisher"), p.one("en_publisher"), p.random.choice(p.titles["publisher"]), p.body_en(), p.company())
    )


def _number(p: Pools, digits: str) -> str:
    if len(digits) == 4 and digits[:2] in ("18", "19", "20"):
        return str(p.year())
    if len(digits) == 2:
        return str(p.random.randint(10, 12))
    return str(p.random.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))


def _title(p: Pools, text: str, chinese: bool) -> str:
    if chinese:
        title = p.title("zh")
        return title.replace("《", "〈").replace("》", "〉")
    title = p.english()
    large = sum(word[:1].isupper() for word in text.split()) * 2 > len(text.split()) + 1
    return (capitals(title) if large else title).replace("“", "‘").replace("”", "’")


def _name(p: Pools, text: str, chinese: bool) -> str:
    """A name of the same form: ``REICH C A`` for ``HO H K``, a body for a body."""
    if chinese:
        return p.body_zh() if len(text) > 5 and "·" not in text else p.person_zh()
    words = re.findall(r"[\w’'-]+", text)
    body = (
        len(words) > 4
        or any(word in ("of", "for", "the", "and") for word in words)
        or (len(words) == 1 and len(text) < 9 and text.isupper())
    )
    if body:
        return p.body_en()
    first = True

    def word(match: re.Match[str]) -> str:
        nonlocal first
        old = match.group()
        if len(old) == 1:
            return p.letter()
        new = (
            p.surname()
            if (first and not text.startswith(old + " ")) or old.isupper() or "," in text
            else p.random.choice((p.first(), p.surname()))
        )
        first = False
        return new.upper() if old.isupper() else new

    return re.sub(r"[^\W\d_][\w’'-]*", word, text)
