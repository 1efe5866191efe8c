"""The names before a title: of a list of them none is the title, nor is who edited what holds the work."""

from __future__ import annotations

import re

from kaoju.citations.mending.spans import FOREIGN, Span, has_marks, place_of
from kaoju.citations.names import has_body_word

# what may stand between names and a title and is no title
ROLES = re.compile(r"[(,]?\s*\b(?:eds?|edt|et al|editors?|dirs?|comps?|trans)\b\.?\)?", re.IGNORECASE)
# B. V. Lowe, Atulya Wilk, Kusum Mo, and Umesh Sund, eds. : a list of full names that ends where it says and
_FULL = r"(?:[A-ZÀ-Ý][\w’'-]+|[A-Z]\.)(?: (?:[A-ZÀ-Ý][\w’'-]+|[A-Z]\.|de|van|von|der|bin)){1,3}"
_LIST = re.compile(
    rf"\W{{0,2}}(?P<names>{_FULL}(?:, {_FULL}){{1,12}},? (?:and|&) {_FULL})(?:,? \(?[Ee]ds?\.?\)?)?[.,] (?=\S)"
)
_EDITOR = re.compile(r"(?P<name>(?:[A-ZÀ-Ý]\.? ?){1,3} ?[A-ZÀ-Ý][\w’'-]+),? \(?eds?\.?\)?[.,] (?=\S)")
# I. Lowe, I Lowe, Lowe, I.
_INITIALLED = re.compile(
    r"(?:[A-ZÀ-Ý]\.? ?(?:-[A-Z]\.? ?)?){1,3}[A-ZÀ-Ý][\w’'-]+|[A-ZÀ-Ý][\w’'-]+,(?: [A-ZÀ-Ý]\b\.?){1,3}"
)
_INITIAL = re.compile(r"\b[A-ZÀ-Ý]\b")
_EACH = re.compile(_FULL)


def names_apart(text: str, found: list[Span]) -> list[Span]:
    """The parts of a citation with its names apart from its title.

    >>> text = "I. Lowe, Harbor Park, Larch Radio, 2011."
    >>> [part.label for part in names_apart(text, [Span("A", 0, 7), Span("A", 9, 20), Span("T", 22, 33)])]
    ['A', 'T', 'C']
    """
    for step in (_listed, _of_one_form, _edited_before):
        found = step(text, found)
    return found


def _listed(text: str, found: list[Span]) -> list[Span]:
    """The last names of a list are no title: ``Ann Lowe, Ben Wilk, and Cai Mo, eds. Proceedings of Ports``."""
    names = _LIST.match(text)
    at = place_of("T", found) if names else None
    if names is None or at is None or found[at].start >= names.end("names") or has_body_word(names["names"]):
        return found
    authors = [Span("A", *one.span()) for one in _EACH.finditer(text, *names.span("names"))]
    behind = [span for span in found[at:] if span.end > names.end()]
    if not behind or behind[0].label not in "TCP":
        return found
    return [*authors, Span("T", max(behind[0].start, names.end()), behind[0].end), *behind[1:]]


def _of_one_form(text: str, found: list[Span]) -> list[Span]:
    """Names are of one form: behind ``I. Lowe,`` or ``Lowe, I.,`` what has no initial, and no *and* before it, is the
    title, and what was taken for that holds or issues it: ``I. Lowe, Harbor Park, Larch Radio, 2011``."""
    names = [span for span in found if span.label == "A"]
    at = len(names)
    if at < 2 or found[:at] != names or at >= len(found) or has_marks(text, 0, found[at].start):
        return found
    last = text[names[-1].start : names[-1].end]
    listed = text[names[-2].end : names[-1].start] in (", ", "., ") and not ROLES.match(text, names[-1].end)
    initialled = all(_INITIALLED.fullmatch(text, *span[1:]) for span in names[:-1]) and not _INITIAL.search(last)
    if not (listed and initialled) or FOREIGN.search(last) or has_body_word(last):
        return found
    hosted = any(span.label == "C" for span in found)
    label = "P" if hosted else "C"
    behind = [span._replace(label=label) if span.label == "T" else span for span in found[at:]]
    return [*names[:-1], names[-1]._replace(label="T"), *behind]


def _edited_before(text: str, found: list[Span]) -> list[Span]:
    """Who edited what holds a piece is not of its title: ``G. Lowe, E. N. Wilk ed., Behaviorism``."""
    at = place_of("T", found)
    editor = _EDITOR.match(text, *found[at][1:]) if at is not None else None
    if at is None or editor is None:
        return found
    name = Span("E", *editor.span("name"))
    return [*found[:at], name, found[at]._replace(start=editor.end()), *found[at + 1 :]]
