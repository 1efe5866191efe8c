"""The title of a citation in one piece: where the labeller gave it none, cut it, or left its words in no part."""

from __future__ import annotations

import re
from itertools import pairwise

from kaoju.citations.mending.naming import ROLES, names_apart
from kaoju.citations.mending.spans import FOREIGN, MARKS, Span, has_marks, sign_before
from kaoju.citations.names import JUNIOR, ZH_BODY, has_body_word
from kaoju.citations.plain import ADDRESS

_OF_OTHERS = re.compile(rf"{ROLES.pattern}|[译譯編编著注訳]|\b(?:in|by)\b", re.IGNORECASE)
_WORDS = re.compile(r"[\s.,:：，．)]*(?P<words>[^\W_].*?)(?:,? pp?)?[.,:：，．]?[\s.,]*$")
# a word that begins a title, and no word of a role
_OWN = re.compile(r"(?!(?:Translated|Edited|Reprint|In)\b)[A-Z\d][\w’'-]{2}")
# what the labeller leaves out is short; more is prose
_MOST_WORDS = 6
_COMMA = re.compile(r",? (?:and |& |or )?|: ")
_SENTENCE = re.compile(r"[.?!…]+ ")
_ASKED = re.compile(r"[?!]+(?: \([^()]{1,30}\))?")
_OF_NOBODY = re.compile(
    r"\W{0,2}(?P<title>[A-Z][^,.()“”]{2,80}?)(?:,? (?:trans\.|translated by) (?=[A-Z])"
    r"|\. [A-Z][\w’-]+(?: [A-Z][\w’-]+)*(?: [A-Z]\b){1,3},? trans\.)"
)
_ARTICLE = re.compile(r"\W{0,2}(?:The|An?) ")
_NOBLE = re.compile(
    r"\W{0,2}(?P<name>[A-ZÀ-Ý][\w’-]+ (?:[A-Z]\. )?(?:von|van|de|del|della|di|da|bin|ibn)(?: (?:der|den|la))?"
    r" [A-ZÀ-Ý][\w’-]+), (?=[A-ZÀ-Ý])"
)
_SHORT = re.compile(r"\W{0,2}(?P<word>[^\W\d_][^,;.]{0,80}\b(?:No|Mr|Mrs|Dr|St|vs)|No|Mr|Mrs|Dr|St)\. ")
_POSTER = re.compile(r"(?P<name>[^,\[“]{2,80} \[@[\w.]+\])[,.] (?=[^“])")
_TWICE = re.compile(
    r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3})(?P<sign>[,.]) (?P<title>(?P=name)\b(?:(?!(?P=sign)(?: |$)| \().)+)"
)
_GLUED = re.compile(r"[,+%–-]*\s?")
_SAYS_WHO = re.compile(r"[：:](?!\s?(?:卷|第|Vol))")
# , children and adolescents: a title goes on
_TAIL = re.compile(
    r"(?P<words>,? (?!(?:in|to appear|edited|translated|vol|no|eds?|trans)\b)[a-z][\w’-]+(?: [a-z][\w’-]+){0,6})[.,]? $"
)
# , Disarmament and International Security, before the place
_MORE = re.compile(r"(?P<words>, [A-Z][\w’-]+(?: [\w’-]+){0,7}), ")
_CUT = re.compile(
    r"(?P<words>(?: (?!(?:in|on|ed|eds|edited|trans|translated|vol|no|by|at|载|見|见)\b)|·)[\w’'-]"
    r"[^,.;:()\[\]，。．：；《》“”\d]*)(?=[,.;:(\[，。．]\s?)"
)
# : the 2010 science report, : what stands behind the colon and in no part
_SUBTITLE = re.compile(r"(?P<words>: (?!in\b)(?=[^,.]*[A-Za-z]{3})[\w’'-][^,.;:()\[\]“”]{2,120})(?=[,.]\s)")
# Bowie D. Blackstar: a surname with its initials, and a title
_NAME_AND_TITLE = re.compile(
    rf"(?P<name>[A-ZÀ-Ý][\w’'-]+,?(?: [A-ZÀ-Ý]\.?){{1,3}})[.,]? (?P<title>\w{{2}}(?:(?!, {JUNIOR}\b).)+)"
)
# C. B. Travis; Travis, C. B.; Travis C B; David Bowie
_SURNAME = r"[A-ZÀ-Ý][\w’'-]+"
_PERSON = re.compile(
    rf"(?:(?:[A-ZÀ-Ý]\.? ?(?:-[A-Z]\. ?)?){{1,3}}{_SURNAME}|{_SURNAME},?(?: [A-ZÀ-Ý]\.?){{1,3}}"
    rf"|{_SURNAME},? (?:(?:[A-ZÀ-Ý][\w’'-]*\.?|de|van|von) ){{0,2}}(?:{_SURNAME}|[A-Z]\.?|de))(?:,? {JUNIOR}\.?)?"
    r"|[\u3400-\u9fff]{2,3}|[\u3400-\u9fff]+·[\u3400-\u9fff·]+"
)


def titled(text: str, found: list[Span]) -> list[Span]:
    """The parts of a citation with its title in one piece, where it has one.

    >>> titled("Harvest, Vimeo, 2017.", [Span("A", 0, 7), Span("C", 9, 14), Span("D", 16, 20)])[0]
    Span(label='T', start=0, end=7)
    """
    for step in (names_apart, _named_before, _cut_short, _asked, _named_after, _posted, _translated):
        found = step(text, found)
    told = any(span.label == "T" for span in found)
    return _to_end(text, _one_title(text, _left_out(text, found)) if told else _told(text, found))


def _asked(text: str, found: list[Span]) -> list[Span]:
    """No name ends with a question: ``Who Shot Mr. Burns? (Part One), The Simpsons, 1995``."""
    first = found[0] if found and found[0].label == "A" and text.startswith(("?", "!"), found[0].end) else None
    if first is None or any(span.label == "A" for span in found[1:]):
        return found
    end = _ASKED.match(text, first.end)
    hosted = any(span.label == "C" for span in found)
    rest = [span._replace(label="C") if span.label == "T" and not hosted else span for span in found[1:]]
    return [Span("T", first.start, end.end() if end else first.end + 1), *rest]


def _named_before(text: str, found: list[Span]) -> list[Span]:
    """A name with a small word in it, before a comma, begins no title: ``Mathilde von Lowe, Germany and the Ports``; no
    name is one before a number that nothing has: ``Ruth Lowe, 334 (Larch)``."""
    labels = [span.label for span in found]
    numbered = labels[:2] == ["T", "V"] and "C" not in labels and text[found[0].end : found[1].start] == ", "
    if numbered and _PERSON.fullmatch(text, *found[0][1:]):
        return [found[0]._replace(label="A"), found[1]._replace(label="T"), *found[2:]]
    named = _NOBLE.match(text)
    if named is None or labels[:1] != ["T"]:
        return found
    behind = [span._replace(start=max(span.start, named.end())) for span in found if span.end > named.end()]
    return [Span("A", *named.span("name")), *behind]


def _cut_short(text: str, found: list[Span]) -> list[Span]:
    """No name ends with a word that is cut short: ``Symphony No. 3 in E-flat major``, ``Who Shot Mr. Burns``."""
    at = next((at for at, span in enumerate(found[:2]) if span.label == "T"), -1)
    cut = _SHORT.fullmatch(text, 0, found[at].start) if at >= 0 else None
    if cut is None or any(span.label != "A" for span in found[:at]):
        return found
    return [Span("T", cut.start("word"), found[at].end), *found[at + 1 :]]


def _named_after(text: str, found: list[Span]) -> list[Span]:
    """What bears the name of its author begins with it: ``Harborpedia, Harborpedia Medical References, 2019``."""
    twice = _TWICE.match(text)
    if (
        twice is None
        or MARKS.search(text)
        or any(span.label == "T" and span.start == twice.start("title") for span in found)
    ):
        return found
    parts = [Span("A", *twice.span("name")), Span("T", *twice.span("title"))]
    return [*parts, *(span for span in found if span.start >= twice.end())]


def _posted(text: str, found: list[Span]) -> list[Span]:
    """Who posts is named with a handle, and what was posted stands behind: ``Museum [@museum], Grade 6 Visits``."""
    named = _POSTER.match(text)
    if named is None or any(span.label == "T" and span.start == named.end() for span in found):
        return found
    rest = [span for span in found if span.start >= named.end() and span.label not in "TN"]
    host = next((span.start for span in rest if span.label in "CPD"), len(text.partition(ADDRESS)[0]))
    title = Span("T", named.end(), named.end() + len(text[named.end() : host].rstrip(" ,.(")))
    return [Span("A", *named.span("name")), title, *(span for span in rest if span.start >= title.end)]


def _translated(text: str, found: list[Span]) -> list[Span]:
    """A work of nobody begins with its title, and names who translated it: ``The Qur’an, trans. M. Lowe``."""
    named = _OF_NOBODY.match(text)
    alone = all(span.label not in "AT" for span in found[1:])
    if named is None or (alone and found[:1] == [Span("T", *named.span("title"))]):
        return found
    told = any(span.label == "T" and span.start > named.end() for span in found)
    if told and found[0] == Span("A", *named.span("title")) and not _ARTICLE.match(text):
        # Jürgen Habermas, trans. William Rehg, Between Facts and Norms
        return found
    behind = [
        span._replace(label="E") if span.label in "AT" else span for span in found if span.start >= named.end("title")
    ]
    return [Span("T", *named.span("title")), *behind]


def _left_out(text: str, found: list[Span]) -> list[Span]:
    """Words between the names and the title that are in no part are the title, and what was it is what holds it; or its
    first words, where no sign stands between."""
    for at, (before, title) in enumerate(pairwise(found)):
        own = _unread(text, before.end, title.start) if before.label in "AE" and title.label == "T" else None
        if own:
            parted = not text[own.end : title.start].isspace() and all(span.label != "C" for span in found)
            parts = [own, title._replace(label="C")] if parted else [own._replace(end=title.end)]
            return [*found[: at + 1], *parts, *found[at + 2 :]]
    return found


def _unread(text: str, begin: int, end: int) -> Span | None:
    """The words of a stretch of Latin text that is in no part, as a title."""
    gap = text[begin:end]
    roles = list(ROLES.finditer(gap))
    if roles:
        begin += roles[-1].end()
        gap = text[begin:end]
    words = _WORDS.match(gap)
    foreign = MARKS.search(gap) or FOREIGN.search(gap)
    if not words or foreign or len(gap.split()) > _MOST_WORDS or not _OWN.match(words["words"]):
        return None
    return Span("T", begin + words.start("words"), begin + words.end("words"))


def _one_title(text: str, found: list[Span]) -> list[Span]:
    """A title cut at a comma, or whose first sentence was taken for what holds it, is one:
    ``N. Lowe, I Am a Pilot. Ask Me Anything, Reddit, 2018``."""
    at = max(place for place, span in enumerate(found) if span.label == "T")
    begin = at
    while begin and _is_one(text, found[begin - 1], found[begin]):
        begin -= 1
    if begin == at or text[found[begin].start].islower():
        return found
    return [*found[:begin], Span("T", found[begin].start, found[at].end), *found[at + 1 :]]


def _is_one(text: str, first: Span, second: Span) -> bool:
    """Whether two parts, the second of a title, are of one title by the sign between them."""
    gap = text[first.end : second.start]
    if first.label == "T" == second.label:
        return bool(_COMMA.fullmatch(gap)) or (sign_before(text, first.start) == "," and bool(_SENTENCE.fullmatch(gap)))
    return first.label in "CV" and bool(_SENTENCE.fullmatch(gap) or _GLUED.fullmatch(gap))


def _to_end(text: str, found: list[Span]) -> list[Span]:
    """A title with the words behind it that are in no part, small ones or up to the next sign."""
    for at, (title, behind) in enumerate(pairwise(found)):
        if title.label != "T" or has_marks(text, title.start, behind.start):
            continue
        tail = _TAIL.fullmatch(text, title.end, behind.start) if behind.label in "CPL" else None
        tail = tail or (_MORE.fullmatch(text, title.end, behind.start) if behind.label == "L" else None)
        tail = tail or _CUT.match(text, title.end, behind.start) or _SUBTITLE.match(text, title.end, behind.start)
        if tail:
            return [*found[:at], title._replace(end=tail.end("words")), *found[at + 1 :]]
    return found


def _told(text: str, found: list[Span]) -> list[Span]:
    """A citation with the title that the labeller has not told from the names, or left in no part."""
    names = [span for span in found if span.label == "A"]
    if not names:
        return found
    at = found.index(names[-1]) + 1
    behind = found[at] if at < len(found) else None
    alone = len(names) == 1
    if alone and (parts := _out_of_name(text, names[0], behind)):
        return [*found[: at - 1], *parts, *found[at:]]
    own = _unread(text, names[-1].end, behind.start if behind else len(text.partition(ADDRESS)[0]))
    if own and behind and behind.label == "C" and any(span.label == "C" for span in found[at + 1 :]):
        # From This Article, It Sounds like Men Know, The Post: the title goes on behind its comma
        return [*found[:at], own._replace(end=behind.end), *found[at + 1 :]]
    if own:
        return [*found[:at], own, *found[at:]]
    if behind and _is_title(text, names, behind):
        return [*found[:at], *_title_and_host(text, behind, names[-1].end), *found[at + 1 :]]
    if behind and not FOREIGN.search(text):
        # K. Lowe, Power, Grain, and Ports, 2017: the words behind the last person are the title
        persons = max((place for place in range(len(names)) if _are_names(text, [names[place]])), default=-1) + 1
        if 0 < persons < len(names):
            begin = found.index(names[persons])
            return [*found[:begin], Span("T", names[persons].start, names[-1].end), *found[at:]]
    if alone and not _PERSON.fullmatch(text, names[0].start, names[0].end) and not _SAYS_WHO.match(text, names[0].end):
        return [*found[: at - 1], names[0]._replace(label="T"), *found[at:]]
    return found


def _out_of_name(text: str, name: Span, behind: Span | None) -> list[Span]:
    """A title that was taken for a name, with the name before it if there is one; nothing where it is a name."""
    held = behind is not None and behind.label == "C" and text.startswith(",", name.end)
    both = None if held else _NAME_AND_TITLE.fullmatch(text, name.start, name.end)
    if both and not both["title"][0].islower():
        return [Span("A", *both.span("name")), Span("T", *both.span("title"))]
    words = text[name.start : name.end]
    printed = FOREIGN.search(words) and behind and behind.label in "LP"
    title = (": " in words or printed) and not _SAYS_WHO.match(text, name.end)
    return [name._replace(label="T")] if title else []


def _is_title(text: str, names: list[Span], behind: Span) -> bool:
    """Whether what stands behind the names, and was taken for something else, is the title: there are no marks."""
    if MARKS.search(text) or not _are_names(text, names):
        return False
    if behind.label == "E":
        return not _OF_OTHERS.search(text, names[-1].end, behind.end + 8)
    # Lowe, Wilk, and Mo, Sea Power, 2019: what names nobody, and stands behind persons, is no house
    return behind.label in "CP"


def _title_and_host(text: str, span: Span, names_end: int) -> list[Span]:
    """What was taken for a container, as a title; parted at its last stop where stops part the citation."""
    at = text.rfind(". ", span.start, span.end) if text[names_end : names_end + 1] == "." else -1
    if at < 0:
        return [span._replace(label="T")]
    return [Span("T", span.start, at), Span("C", at + 2, span.end)]


def _are_names(text: str, names: list[Span]) -> bool:
    """Whether all that were taken for names look like names."""
    words = [text[span.start : span.end] for span in names]
    return all(_PERSON.fullmatch(name) or has_body_word(name) or ZH_BODY.search(name) for name in words)
