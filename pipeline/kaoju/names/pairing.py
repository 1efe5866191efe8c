"""Which names of a paragraph stand in English in a note."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kaoju.lexicon import Lexicon
from kaoju.names import persons, shapes
from kaoju.names.bound import parts_of
from kaoju.names.glossing import best_window, leading_places, pieces, spelled_by, stem, translated
from kaoju.names.printed import Printed
from kaoju.names.readings import given_names
from kaoju.names.shapes import DOT
from kaoju.names.sounds import enough, likeness, transcribed


class Chinese(NamedTuple):
    """A name in a paragraph: its characters, where they stand, and English forms that the article itself gives."""

    text: str
    start: int
    end: int
    label: str
    learned: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """A paragraph: its text and where it begins, its names, what in it sounds foreign, the names that a note may
    translate word by word, the words that are in no dictionary, and where all words begin and end, with their tags."""

    text: str
    start: int
    names: list[Chinese]
    sounding: list[Chinese]
    translated: list[Chinese]
    unheard: list[Chinese]
    words: list[tuple[int, int, str]]


class Match(NamedTuple):
    """A Chinese name and its English form as printed; how sure, and by what means."""

    name: Chinese
    english: str
    score: float
    method: str


# 金正恩 is a name in full, of as many characters at most
_FULL = 3
# the letters of a word in pinyin at the least
_PINYIN = 5
# the characters of an office at the least
_OFFICE = 3
# how much of a name must be translated
_GLOSS = 0.6


def by_lexicon(
    names: Sequence[Chinese], note: Printed, lexicon: Lexicon, everyday: frozenset[str] = frozenset()
) -> Iterator[Match]:
    """Names whose English forms, as the lexicon or the article has them, stand in the note.

    A surname that stands for a person whose name is told in full must be nobody else's: ``everyday`` are English words
    that are no names.
    """
    for name in names:
        known = lexicon.name(name.text)
        surnames = _surnames(name)
        forms = dict.fromkeys(name.learned, "article") | dict.fromkeys(known.english if known else (), "lexicon")
        taken: set[int] = set()
        for form in sorted(forms, key=lambda form: (-len(form), form)):
            alone = name.label == "PERSON" and len(name.text) <= _FULL and persons.is_surname(form, forms)
            for start, end in note.find(form):
                western = form in surnames
                if (alone or western) and persons.is_of_another(note, start, everyday, western=western):
                    continue
                if taken.isdisjoint(range(start, end)) and not _in_wider(form, start, end, note, lexicon):
                    taken.update(range(start, end))
                    yield Match(name, note.surface(start, end), 1.0, forms[form])
        if not taken and known and known.label in ("GPE", "LOC"):
            for start, end in (place for form in known.english for place in _of_place(name.text, form, note)):
                yield Match(name, note.surface(start, end), 0.9, "lexicon")


def _of_place(chinese: str, form: str, note: Printed) -> Iterator[tuple[int, int]]:
    """The words that name the people of a place, Pakistani, or the place by the one word of its name that sounds like
    the Chinese, Andhra for 安得拉邦."""
    yield from note.find_demonym(form)
    words = form.split()
    for word in words if len(words) > 1 else ():
        if likeness(chinese, word) >= enough(chinese):
            yield from note.find(word)


def by_country(names: Iterable[Chinese], note: Printed, lexicon: Lexicon) -> Iterator[Match]:
    """Offices named without their country, 国防部, whose form with it the note has, U.S. Department of Defense; and
    those of America that the note names without it: 美国海军 is the Navy."""
    for name in names:
        if name.label == "ORG" and len(name.text) >= _OFFICE:
            told = [lexicon.name(name.text), *(lexicon.name(country + name.text) for country in _countries(lexicon))]
            every = {form for one in told if one for form in one.english}
            every |= {form.removeprefix("U.S. ") for form in every if name.text.startswith("美国")}
            forms = sorted(every, key=lambda form: (-len(form), form))
            if found := next((place for form in forms for place in note.find(form)), None):
                yield Match(name, note.surface(*found), 0.8, "lexicon")


def _countries(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.short_countries().values())


def _surnames(name: Chinese) -> list[str]:
    """The surnames by which a note may call a person of abroad whose name the article gives in full: 赛义德（Kais
    Saied）."""
    given = name.learned if transcribed(name.text) else ()
    return [form for form in given if any(other.endswith(f" {form}") for other in given)]


def _in_wider(form: str, start: int, end: int, note: Printed, lexicon: Lexicon) -> bool:
    """Whether the words are part of another name: China in South China Sea."""
    return any(left <= start and end <= right for wider in lexicon.wider(form) for left, right in note.find(wider))


def by_sound(names: Iterable[Chinese], note: Printed, everyday: frozenset[str]) -> Iterator[Match]:
    """Names in the characters of foreign names that sound like a word of the note: the likest, if it is like enough; a
    name with · by what stands after it, the surname."""
    words = [(i, note.surface(i, j)) for i, j in note.names]
    latin = [(i, word) for i, word in words if word.casefold() not in everyday or note.person(i) != word]
    for name in names:
        surname = DOT.split(name.text)[-1]
        told = [(likeness(surname, word, enough(surname)), -i, word) for i, word in latin]
        score, place, word = max(told, default=(0.0, 0, ""))
        if score >= enough(surname):
            english = note.person(-place) if " " not in word and "-" not in word else word
            yield Match(name, english, round(min((score + 1) / 5, 1.0), 3), "transliteration")


def by_kind(paragraph: Paragraph, note: Printed, lexicon: Lexicon) -> Iterator[Match]:
    """Places with the word that tells their kind, 因迪奥河, where the note says both, Indio River, Lake Balta, Port of
    Moradi; the name may begin a character before the place where it was told."""
    for name in paragraph.names:
        kind = shapes.ending(name.text) if name.label in ("LOC", "GPE") else None
        if kind is None or not transcribed(name.text.removesuffix(kind)):
            continue
        told = [
            (likeness(proper, note.surface(at, at + 1), enough(proper)), start, first, last)
            for at, first, last in _beside_kind(kind, note, lexicon)
            for start, proper in _readings(name, kind, paragraph)
        ]
        score, start, first, last = max(told, default=(-math.inf, 0, 0, 0))
        if score > -math.inf:
            whole = name._replace(
                text=paragraph.text[start - paragraph.start : name.end - paragraph.start], start=start
            )
            yield Match(whole, note.surface(first, last), round(min((score + 1) / 5, 1.0), 3), "transliteration")


def _beside_kind(kind: str, note: Printed, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """The words beside one that says what kind of place it is, before it or after it and ``of``, each with the range of
    both."""
    stems = frozenset().union(*(piece.stems for piece in pieces(kind, lexicon)))
    for i, word in enumerate(note.words):
        for at in (i - 1, i + 2 if _is_of(note, i + 1) else i + 1):
            if stem(word.key) in stems and 0 <= at < len(note.words) and note.words[at].text[0].isupper():
                yield at, min(at, i), max(at, i) + 1


def _is_of(note: Printed, i: int) -> bool:
    return i < len(note.words) and note.words[i].text == "of"


def _readings(name: Chinese, kind: str, paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """Where a name may begin, and what it is then without its kind."""
    end = name.end - len(kind) - paragraph.start
    for start in (name.start, name.start - 1):
        proper = paragraph.text[max(start - paragraph.start, 0) : end]
        if start >= paragraph.start and transcribed(proper):
            yield start, proper


def by_joined(names: Iterable[Chinese], note: Printed, lexicon: Lexicon) -> Iterator[Match]:
    """Names with a dash whose parts sound like words that a hyphen joins in the note, with what translates their end:
    斯托尔珀—萨缪尔森定理 is the Stolper–Samuelson Theorem."""
    for name in names:
        parts, end = parts_of(name.text)
        runs = [run for run in note.joined if run[1] - run[0] == len(parts) > 1]
        told = [(_joined_likeness(parts, run, note), run) for run in runs]
        score, (first, last) = max(told, default=(0.0, (0, 0)))
        if score > 0:
            english = note.surface(first, last + translated(end, note, last, lexicon))
            yield Match(name, english, round(min((score + 1) / 5, 1.0), 3), "transliteration")


def _joined_likeness(parts: Sequence[str], run: tuple[int, int], note: Printed) -> float:
    """How much the parts of a name sound like the words of a run, where each does and one does clearly; else 0."""
    told = [likeness(part, note.words[at].text) for part, at in zip(parts, range(*run), strict=True)]
    clear = any(one >= enough(part) for part, one in zip(parts, told, strict=True))
    return sum(told) / len(told) if clear and min(told) > 0 else 0.0


def by_gloss(names: Iterable[Chinese], note: Printed, lexicon: Lexicon) -> Iterator[Match]:
    """Names that a passage of the note translates word by word, and what it calls them for short."""
    for name in names:
        whole = pieces(name.text, lexicon)
        places = leading_places(whole, lexicon) if len(whole) > 1 else 0
        head = name.label != "WORK_OF_ART"
        windows = [best_window(whole, note, head=head, first=places)]
        if places == 1 and len(whole) > 3:
            windows.append(best_window(whole[1:], note, head=head))
        score, start, end = max(windows, key=lambda window: window[0])
        if score >= _GLOSS:
            called = [note.surface(start, end), *note.abbreviations(start, end)]
            yield from (Match(name, english, round(score, 3), "gloss") for english in called)
        elif name.label == "ORG" and (english := spelled_by(whole, note)):
            yield Match(name, english, _GLOSS, "gloss")


def by_reading(
    paragraph: Paragraph, note: Printed, surnames: frozenset[str], everyday: frozenset[str]
) -> Iterator[Match]:
    """Persons of East Asia in a paragraph whose names the note spells as they are read, known to be names or not;
    ``surnames`` are Chinese ones."""
    people = [name for name in paragraph.names if name.label == "PERSON"]
    taken: list[persons.Spelled] = []
    spelled = persons.find(paragraph.text, note, surnames, everyday)
    for found in sorted(spelled, key=lambda one: (one.start - one.end, one.start)):
        name = _person(paragraph, found, people)
        if name and not any(_overlap(found, other) for other in taken):
            taken.append(found)
            yield Match(name, found.english, found.score, "reading")


def _person(paragraph: Paragraph, found: persons.Spelled, people: Sequence[Chinese]) -> Chinese | None:
    """The person who is spelled so: one whose name is known, which may be longer than a surname, or one that the note
    alone tells of; two characters are too few for that."""
    chars = paragraph.text[found.start : found.end]
    alone = found.score < persons.FULL
    known = next((name for name in people if name.text == chars or (alone and name.text.startswith(chars))), None)
    if known or not (alone or len(chars) > 2):
        return known
    return Chinese(chars, paragraph.start + found.start, paragraph.start + found.end, "PERSON")


def _overlap(found: persons.Spelled, other: persons.Spelled) -> bool:
    """Whether two findings are of one person: in the text or in the note they overlap."""
    return (found.start < other.end and other.start < found.end) or found.english in other.english


def by_surname(
    names: Iterable[Chinese], note: Printed, surnames: frozenset[str], everyday: frozenset[str]
) -> Iterator[Match]:
    """Chinese persons whose surname stands in the note after a Western name: 张忠谋 is Morris Chang."""
    for name in names:
        chinese = name.label == "PERSON" and len(name.text) in (2, 3) and name.text[0] in surnames
        if chinese and (english := persons.with_western_name(name.text[0], note, surnames, everyday)):
            yield Match(name, english, persons.WESTERN, "reading")


def by_pinyin(names: Iterable[Chinese], note: Printed) -> Iterator[Match]:
    """Names that the note spells in pinyin, in one word: 天齐 is Tianqi."""
    for name in names:
        spelled = given_names(name.text, "mandarin") if len(name.text) <= _FULL else ()
        places = [i for key in spelled if len(key) >= _PINYIN for i in note.places.get(key, ())]
        if capital := [i for i in sorted(places) if note.words[i].text[0].isupper()]:
            yield Match(name, note.surface(capital[0], capital[0] + 1), persons.WESTERN, "reading")
