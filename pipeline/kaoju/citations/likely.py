"""The type of a work as a trained classifier tells it, from the parts of its citation and the words between them."""

from __future__ import annotations

import re

from kaoju.citations import kinds
from kaoju.citations.citation import Citation
from kaoju.citations.gbt import code_of
from kaoju.citations.labelled import tagger
from kaoju.citations.names import is_body
from kaoju.citations.plain import ADDRESS, ITALIC

_WORD = re.compile(r"[^\W\d_\u3000-\uffff]+|[\u3000-\uffef]+")
_PARTS = ("authors", "title", "container", "date", "volume", "issue", "pages", "publisher", "place")


def likely_type(text: str, citation: Citation) -> tuple[str, float]:
    """The likeliest of CSL's types, and how likely it is."""
    classifier = tagger("types")
    (kind,) = classifier.tag([traits(text, citation)])
    return kind, classifier.marginal(kind, 0)


def traits(text: str, citation: Citation) -> list[str]:
    """What the classifier looks at in a citation, its address taken out before."""
    match = code_of(text)
    code, online = match["code"] if match else "", ADDRESS in text
    has = "".join(name[:2] if getattr(citation, name) else "--" for name in _PARTS)
    dated = len(citation.date or "")
    body = bool(citation.authors) and is_body(citation.authors[0])
    said = _said(text, citation)
    return [
        f"code={code}",
        f"code+={code}{bool(citation.container)}{online}",
        f"has={has}",
        *(f"{name}={bool(getattr(citation, name))}" for name in _PARTS),
        *_around(text, citation.title or ""),
        f"online={online}{dated}{bool(citation.publisher)}{bool(citation.container)}",
        f"body={body}{dated}{online}",
        f"said={','.join(said)}",
        *said,
        *_words("t", citation.title or ""),
        *_words("c", citation.container or ""),
        *_words("p", citation.publisher or ""),
        *_between(text, citation),
    ]


def _around(text: str, title: str) -> list[str]:
    """The signs around a title."""
    at = text.find(title) if title else -1
    if at < 0:
        return []
    before, after = text[max(at - 1, 0) : at] or "^", text[at + len(title) : at + len(title) + 1] or "$"
    return [f"before={'w' if before.isalnum() else before}", f"after={'w' if after.isalnum() else after}"]


def _said(text: str, citation: Citation) -> list[str]:
    """What the words of a citation say by the lists and patterns of ``kinds``."""
    title, container = citation.title or "", citation.container or ""
    rest = text[text.find(title) + len(title) :] if title and title in text else ""
    told = {
        "law": kinds.is_law(title),
        "report": kinds.is_report(title),
        "speech": kinds.is_speech(title),
        "thesis": kinds.is_thesis(text),
        "news": kinds.is_newspaper(container),
        "site": kinds.is_site(container),
        "italic": ITALIC in text,
        "within": bool(re.search(r"\bin:? |载|載|//|见", rest)),
        "edited": bool(re.search(r"\beds?\b|编|編", rest)),
    }
    return [name for name, holds in told.items() if holds]


def _words(name: str, part: str) -> list[str]:
    """The words of a part; of a Chinese one, how it begins and ends."""
    words = {word.lower()[:10] for word in _WORD.findall(part) if word[0] < "\u3000"}
    found = [f"{name}:{word}" for word in sorted(words)]
    if part and part[-1] > "\u3000":
        found += [f"{name}~{part[-1]}", f"{name}~{part[-2:]}", f"{name}~{part[-3:]}", f"{name}^{part[:2]}"]
    return found


def _between(text: str, citation: Citation) -> list[str]:
    """The words that are in no part."""
    for part in (citation.title, citation.container, citation.publisher, citation.place, *citation.authors):
        if part:
            text = text.replace(part, " ", 1)
    words = {word.lower()[:10] for word in _WORD.findall(text) if len(word) > 1 and word[0].isalpha()}
    return [f"o:{word}" for word in sorted(words)]
