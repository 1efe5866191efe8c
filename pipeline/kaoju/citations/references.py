"""Notes that point back, each to the note that it repeats: what ``pointing`` reads in it, and short titles.

A pointer is resolved only where one note can be meant; one that follows a failed pointer fails too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from rapidfuzz.fuzz import ratio

from kaoju.citations.citation import Citation
from kaoju.citations.pointing import Pointer, read_pointer
from kaoju.citations.surnames import surname
from kaoju.normalising import simplified
from kaoju.reading.signs import same_label

# what a note names that cites no printed work: 档案馆 files, interviews, documents of a series
_KEPT = re.compile(
    r"档案|檔案|档号|檔號|卷宗|访谈|訪談|采访|採訪|\b(?:Archives?|Interview|Box|Folder|Document|Doc\.|FRUS|Vol\.)\s?"
)
_ALIKE = 90
_SUBTITLE = re.compile("[:：—?？]")
_BEGINNING = 4
# nobody is cited for more works in one article
_MOST = 200
_CJK = re.compile("[\u3400-\u9fff]")
_DIGITS = re.compile(r"\d+")
_LAST_YEAR = re.compile(r"\d{4}$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# a part of a title that names it, where the author is the same
_TELLING = 8
# the shelves of all books and of all articles; no name is written so: Adler’s book, op. cit.
_EVERY = ("#book", "#article")
_ARTICLES = ("article-journal", "article-newspaper", "article-magazine", "chapter", "paper-conference", "webpage")


@dataclass(frozen=True, slots=True)
class Reference:
    """A note that points back to ``same_as``, or to none for a reason; ``pure`` where it cites nothing itself;
    ``pages`` where it names others."""

    note: int
    same_as: int | None
    reason: str | None
    pure: bool
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A note as resolving sees it."""

    note: int
    label: str
    text: str
    citations: tuple[Citation, ...]
    page: int = 0


# a note, and a work that it cites
Cited = tuple[Source, Citation]


@dataclass(slots=True)
class _Before:
    """The notes before one, as they are looked up: the last, those of a label, and the works that they cite, by their
    authors' names, by the beginning of their titles and by their kind, each work once, where it is cited first."""

    last: Source | None = None
    labels: dict[str, list[Source]] = field(default_factory=lambda: defaultdict(list))
    shelves: dict[str, dict[str, Cited]] = field(default_factory=lambda: defaultdict(dict))
    anew: bool = False

    def add(self, source: Source, works: Iterable[Citation]) -> None:
        self.last = source
        self.anew |= self.is_elsewhere(source)
        self.labels[_plain_label(source.label)].append(source)
        for cite in works:
            for shelf in _shelves(cite):
                if _is_full(cite):
                    self.shelves[shelf].setdefault(_key(cite), (source, cite))

    def is_elsewhere(self, source: Source) -> bool:
        """Whether the label of a note has stood on another page already: numbering starts anew on every page."""
        same = self.labels.get(_plain_label(source.label), ())
        return any(one.page != source.page for one in same[-1:])

    def on(self, shelves: Iterable[str]) -> list[Cited]:
        """The works on some shelves, each once, and no more than can tell whether one is meant."""
        every = (one for shelf in shelves for one in self.shelves.get(shelf, {}).items())
        return list(dict(islice(every, _MOST)).values())

    def by(self, names: Iterable[str]) -> list[Cited]:
        """The works by the longest of some names that anybody has: Development is a name too, African Development Bank
        the one that is meant."""
        return next((works for name in sorted(names, key=len, reverse=True) if (works := self.on([name]))), [])


def _shelves(cite: Citation) -> set[str]:
    title = _title_key(cite.title)
    names = {name for author in cite.authors for name in (simplified(author).casefold(), surname(author))}
    return {*names, f"《{title[:_BEGINNING]}", f"《{_main(cite.title)}》", f"#{_genre(cite)}"} if title else set()


def _key(cite: Citation) -> str:
    """What tells a work from others: its title and its volume, and when it appeared."""
    date = cite.date or ""
    return f"{_main(cite.title)} {cite.volume or ''} {date if _DAY.fullmatch(date) else date[:4]}"


def _genre(cite: Citation) -> str:
    return "article" if cite.type in _ARTICLES else "book"


def resolve(sources: Sequence[Source]) -> list[Reference]:
    """The references among the notes of an article, in order."""
    found: dict[int, Reference] = {}
    before = _Before()
    for source in sources:
        pointer = read_pointer(source.text)
        meant = _meant(pointer, source, before, found) if pointer else _titled(source, before)
        if meant is not None:
            pages = pointer.pages if pointer else source.citations[0].pages
            found[source.note] = _followed(source, meant, found, pages)
        # what repeats a work is none of its own
        before.add(source, source.citations[1:] if meant and not pointer else source.citations)
    return list(found.values())


def typed(sources: Sequence[Source]) -> list[Source]:
    """The notes of an article, in order, each work that gives but author and title of the type of the one work before
    it that it is short for: ``Lowe, “Grain”`` is a newspaper's where that was."""
    before = _Before()
    told = []
    for source in sources:
        told.append(replace(source, citations=tuple(_typed(cite, source, before) for cite in source.citations)))
        before.add(source, told[-1].citations)
    return told


def _typed(cite: Citation, source: Source, before: _Before) -> Citation:
    whole = _with_year(cite, source.text)
    repeated = [] if whole.title is None or _is_full(whole) else _repeated(whole, before)
    return replace(cite, type=repeated[0][1].type) if len(repeated) == 1 else cite


def _meant(pointer: Pointer, source: Source, before: _Before, found: dict[int, Reference]) -> Source | str:
    """The note that a pointer means, or why there is none."""
    if pointer.kind == "previous":
        return _previous(before.last, found)
    return _numbered(pointer, source, before) if pointer.kind == "numbered" else _named(pointer, before)


def _followed(source: Source, meant: Source | str, found: dict[int, Reference], pages: str | None) -> Reference:
    """A reference to a note, or to the one that this note repeats itself."""
    pure = not source.citations
    if isinstance(meant, str):
        return Reference(source.note, None, meant, pure, pages)
    there = found.get(meant.note)
    if there and there.same_as is None:
        return Reference(source.note, None, f"note {meant.note} points to none", pure, pages)
    return Reference(source.note, there.same_as if there else meant.note, None, pure, pages)


def _previous(last: Source | None, found: dict[int, Reference]) -> Source | str:
    if last is None:
        return "no note before it"
    if last.note not in found and not last.citations and not _KEPT.search(last.text):
        return f"note {last.note} before it cites nothing"
    return last


def _numbered(pointer: Pointer, source: Source, before: _Before) -> Source | str:
    """Where labels start anew on every page, a label means this page's note; else the nearest."""
    if len(pointer.labels) > 1:
        return f"it names notes {' and '.join(pointer.labels)}"
    label = _plain_label(pointer.labels[0])
    same = before.labels.get(label, [])
    if not same:
        return f"no note {label} before it"
    anew = before.anew or before.is_elsewhere(source)
    return same[-1] if same[-1].page == source.page or not anew else f"no note {label} before it on its page"


def _named(pointer: Pointer, before: _Before) -> Source | str:
    """``Prescott, op. cit.``: the one work before it by that author, with that title, of that kind."""
    named = bool(re.search(r"\w", pointer.words))
    works = before.by(_names_in(pointer.words)) if named else before.on(_EVERY)
    if title := pointer.title:
        titled = [one for one in works if _is_short_title(title, one[1].title or "", sure=named)]
        works = titled or _by_title(title, before)
    if pointer.genre:
        works = [one for one in works if _genre(one[1]) == pointer.genre] or works
    if len(works) == 1:
        return works[0][0]
    return "several works before it fit" if works else "no work before it fits"


def _names_in(words: str) -> list[str]:
    """Whatever in a few words may be an author's name: runs of words, and of Chinese characters."""
    latin = re.findall(r"[\w’'&.-]+", simplified(words).casefold())
    runs = [" ".join(latin[at : at + size]).strip(".") for size in range(1, 9) for at in range(len(latin))]
    chinese = re.findall("[\u3400-\u9fff·]+", simplified(words))
    return runs + [run[at : at + size] for run in chinese for size in range(2, 21) for at in range(len(run))]


def _by_title(title: str, before: _Before) -> list[Cited]:
    shelf = f"《{_title_key(title)[:_BEGINNING]}"
    return [one for one in before.on([shelf]) if _is_short_title(title, one[1].title or "", sure=False)]


def _titled(source: Source, before: _Before) -> Source | str | None:
    """The note that gives author and title of a citation without particulars in full; None where none does."""
    cite = next((_with_year(cite, source.text) for cite in source.citations[:1]), None)
    if cite is None or cite.title is None or _is_full(cite):
        return None
    full = [noted for noted, _ in _repeated(cite, before)]
    if len(full) > 1:
        return "several works before it fit"
    return next(iter(full), None)


def _repeated(cite: Citation, before: _Before) -> list[Cited]:
    """The works before that a citation without particulars may be short for."""
    shelves = sorted(_shelves(cite).difference(_EVERY), key=lambda shelf: (-len(shelf), shelf))
    fitting = [one for one in before.on(shelves) if _is_short_for(cite, one[1])]
    same = [one for one in fitting if _title_key(cite.title) in (_title_key(one[1].title), _main(one[1].title))]
    return same or fitting


def _with_year(cite: Citation, text: str) -> Citation:
    """A citation whose year goes on from its title, and is all that dates it: World Development Report 2021, p. 17."""
    whole = f"{cite.title} {cite.date}"
    if cite.date is None or cite.container or cite.publisher or cite.url or whole not in text:
        return cite
    return replace(cite, title=whole, date=None)


def _is_full(cite: Citation) -> bool:
    """Whether a citation tells more than an author and a title."""
    return bool(cite.title and (cite.date or cite.container or cite.publisher or cite.url))


def _is_short_for(short: Citation, full: Citation) -> bool:
    shared = any(surname(a) == surname(b) or a in b for a in short.authors for b in full.authors)
    if not shared and short.authors and full.authors:
        return False
    if short.volume and full.volume and short.volume != full.volume:
        return False
    return _is_short_title(short.title or "", full.title or "", sure=shared)


def _is_short_title(short: str, full: str, *, sure: bool) -> bool:
    """Whether a title is another, its beginning, or, where the author is ``sure``, a telling part of it."""
    told, whole = _title_key(short), _title_key(full)
    if told in (whole, _main(full), _main_of_year(full)) or (len(told) >= 5 and whole.startswith(told)):
        return True
    if sure and told in whole and len(told) >= (_TELLING // 2 if _CJK.search(told) else _TELLING):
        return True
    return _DIGITS.findall(told) == _DIGITS.findall(whole) and ratio(told, whole) >= _ALIKE


def _main(title: str | None) -> str:
    """A title without its subtitle, as a key."""
    return _title_key(_SUBTITLE.split(title or "")[0]) or _title_key(title)


def _main_of_year(title: str) -> str:
    """A title without its subtitle, and with the year at its end: ``Tuna Statistics: The Western Ocean 2022``."""
    return _main(title) + "".join(_LAST_YEAR.findall(title))


@lru_cache(maxsize=4096)
def _title_key(title: str | None) -> str:
    folded = simplified(unicodedata.normalize("NFKC", title or "")).casefold()
    return re.sub(r"\W", "", re.sub(r"^(?:the|an?) ", "", folded))


def _plain_label(label: str) -> str:
    label = same_label(re.sub(r"[^\w①-⑳㉑-㊿]", "", label).lstrip("注註"))
    return label.lstrip("0") or label
