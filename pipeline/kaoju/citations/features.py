"""What the labeller looks at in a citation: each word, its neighbours, its marks, and the run of words it stands in."""

from __future__ import annotations

import re
from csv import DictReader
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from kaoju.citations.gbt import code_of
from kaoju.citations.kinds import is_newspaper
from kaoju.citations.plain import ADDRESS, ITALIC, ROMAN
from kaoju.citations.tokens import Token

_OPEN = frozenset("《〈“「『（([［【")
_CLOSED_BY = dict(zip("》〉”」』）)]］】", "《〈“「『（([［【", strict=True))
_TITLE_MARKS = frozenset("《“「〈『")
_BREAKS = frozenset(",，.．。:：;；/")
_WITHIN = frozenset({"in", "In", "载", "載", "见", "見", "收入"})
# signs that part no run: those within words, and the stop of an initial or of an abbreviation
_JOINING = frozenset("-–—’'&·‐")
_ABBREVIATIONS = frozenset(
    (
        *("vol", "vols", "no", "nos", "pp", "p", "art", "amend", "rev", "v", "vs"),
        *("ed", "eds", "edt", "trans", "comp", "et", "al", "st", "dr", "jr", "sr", "mr", "mrs", "ms"),
        *("univ", "dept", "inc", "ltd", "co", "const", "exec", "para", "sec", "res", "rep", "cong", "rec"),
    )
)
_DAYS = frozenset(("d1", "d2"))
_CENTURIES = frozenset(("15", "16", "17", "18", "19", "20"))


class Place(NamedTuple):
    """Where a word stands."""

    marks: str  # the marks open around it, and italics
    passed: str  # how many titles and italics were begun, whether // and in were passed
    years: str  # how many years are before it, of how many
    code: str  # before, behind or without a code of GB/T 7714
    after: str  # the break or the closing mark before its run


class Run(NamedTuple):
    """Words between two breaks, in short."""

    summary: str  # how they begin and end, and how many they are
    kinds: tuple[str, ...]  # what words on the lists are in them


class Spot(NamedTuple):
    """The run of a word, and how far the word is from its begin and its end."""

    run: int
    begin: int
    end: int


class Look(NamedTuple):
    """What a word looks like, to itself, to the word behind it and to the word before it."""

    shape: str
    low: str
    kind: str
    own: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def features(text: str, words: list[Token]) -> list[list[str]]:
    """The features of each word of a citation."""
    looks = [_look(word.text) for word in words]
    places = _places(text, words, looks)
    runs, spots = _runs(looks)
    script = _script(looks)
    shared = _of_runs(runs, script)
    manner, left = _manner(looks)
    found = []
    for at, (look, place, spot) in enumerate(zip(looks, places, spots, strict=True)):
        spaced = at > 0 and words[at - 1].end < words[at].start
        found.append(
            [
                *_of_place(look.shape, place, script),
                *shared[spot.run],
                *_of_spot(look.shape, place, spot, runs),
                *_of_manner(look.shape, place.after, manner, left[at], script),
                *look.own,
                *_of_neighbours(at, looks),
                f"sp={spaced:d}{look.shape}",
            ]
        )
        if look.kind:
            found[-1].append(f"kc={look.kind}{place.code}")
    return found


@lru_cache(maxsize=65536)
def _look(word: str) -> Look:
    shaped, low = shape(word), word.lower()
    kind, end = kind_of(low), low[-8:]
    own = [f"w={end}"]
    if kind:
        own.append(f"k={kind}")
    if low[0] > "\u3000":
        own += [f"z={low[-1]}", f"y={low[-2:]}", f"a={low[0]}"]
    elif shaped in "Cl":
        own.append(f"e={low[-3:]}")
    left, right = (f"-s={shaped}", f"-w={end}", f"-k={kind}"), (f"+s={shaped}", f"+w={end}", f"+k={kind}")
    return Look(shaped, low, kind, tuple(own), left, right)


def shape(word: str) -> str:
    """The kind of a word in a letter or two: a year, a number or Chinese by its length, capitals; a sign is itself.

    >>> [shape(word) for word in ("2019", "31", "商务印书馆", "Press", "of", "，")]
    ['Y', 'd2', 'Z5', 'C', 'l', '，']
    """
    first = word[0]
    if first == ADDRESS:
        return "U"
    if first.isdigit():
        return "Y" if len(word) == 4 and word[:2] in _CENTURIES else f"d{min(len(word), 5)}"
    if "\u3005" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7af" or "\uf900" <= first <= "\ufaff":
        return "K" if any("\u3040" <= char <= "\u30ff" for char in word) else f"Z{min(len(word), 5)}"
    if not first.isalpha():
        return first
    if len(word) == 1:
        return "I" if first.isupper() else "i"
    if word.isupper():
        return f"A{min(len(word), 4)}"
    return "C" if first.isupper() else "l"


@cache
def _words() -> dict[str, str]:
    with (resources.files("kaoju.citations") / "words.tsv").open(encoding="utf-8") as file:
        return {row["word"]: row["kind"] for row in DictReader(file, delimiter="\t")}


@cache
def _endings() -> re.Pattern[str]:
    endings = sorted((word[1:] for word in _words() if word.startswith("-")), key=len, reverse=True)
    return re.compile(f"({'|'.join(endings)})$")


def kind_of(low: str) -> str:
    """What a word is on the lists: a month, a press, a role, the end of a journal's name; empty for the others."""
    known = _words().get(low)
    if known or low[0] < "\u3000":
        return known or ""
    ending = _endings().search(low)
    if ending:
        return _words()["-" + ending[1]]
    if 2 <= len(low) <= 3 and _words().get(low[0]) == "surname":
        return "named"
    return "news" if is_newspaper(low) else ""


def _script(looks: list[Look]) -> str:
    chinese = sum(look.shape[0] in "ZK" for look in looks)
    return "z" if chinese * 3 >= sum(look.shape[0] in "CAlI" for look in looks) else "e"


def _places(text: str, words: list[Token], looks: list[Look]) -> list[Place]:
    match = code_of(text)
    code_at, behind = (match.start(), f"a{match['code']}") if match else (len(text), "")
    total = min(sum(look.shape == "Y" for look in looks), 3)
    marks: list[str] = []
    titles = italics = years = 0
    italic = hosted = within = False
    after = "^"
    places = []
    for word, look in zip(words, looks, strict=True):
        sign = word.text
        if sign in _OPEN:
            titles += sign in _TITLE_MARKS and not marks
            marks.append(sign)
        elif sign == ITALIC:
            italic, italics = True, italics + 1
        around = "".join(marks[-2:]) + (f"i{min(italics, 2)}" if italic else "")
        passed = f"{min(titles, 3)}{min(italics, 2)}{'h' * hosted}{'n' * within}"
        code = ("b" if word.start < code_at else behind) if behind else "n"
        places.append(Place(around, passed, f"{min(years, 2)}{total}", code, after))
        years += look.shape == "Y"
        if sign == ROMAN:
            italic = False
        elif sign in _CLOSED_BY:
            if _CLOSED_BY[sign] in marks:
                del marks[marks.index(_CLOSED_BY[sign]) :]
            after = sign
        elif not marks and sign in _BREAKS:
            hosted = hosted or sign == after == "/"
            after = sign
        elif not marks and sign in _WITHIN:
            within = True
    return places


def _runs(looks: list[Look]) -> tuple[list[Run], list[Spot]]:
    runs: list[Run] = []
    spots: list[Spot] = []
    begin = 0
    for end in [*(at for at in range(len(looks)) if _parts(at, looks)), len(looks)]:
        if end > begin:
            spots += [Spot(len(runs), at - begin, end - 1 - at) for at in range(begin, end)]
            runs.append(_run(looks[begin:end]))
        if end < len(looks):
            spots.append(Spot(max(len(runs) - 1, 0), 9, 9))
        begin = end + 1
    return runs or [Run("", ())], spots


def _manner(looks: list[Look]) -> tuple[str, list[int]]:
    """The signs that part the elements of a citation, behind the first and before the date; and how many of the latter
    are between each word and the date."""
    first = next((look.low for at, look in enumerate(looks) if _parts(at, looks)), "^")
    end = max((at for at, look in enumerate(looks) if look.shape == "Y"), default=len(looks))
    while end > 1 and _is_dated(looks[end - 1], looks[end - 2]):
        end -= 1
    sign = looks[end - 1].low if looks and end and not looks[end - 1].low[0].isalnum() else "^"
    left, count = [0] * len(looks), 0
    for at in range(min(end, len(looks)) - 1, -1, -1):
        left[at] = count
        count += looks[at].low == sign and _parts(at, looks)
    return first + sign, left


def _is_dated(look: Look, before: Look) -> bool:
    """Whether a word before a year is of its date: March, 22, and the comma behind the day."""
    if look.low == ",":
        return before.shape in _DAYS
    return look.shape in _DAYS or look.kind == "month"


def _parts(at: int, looks: list[Look]) -> bool:
    """Whether a sign parts runs."""
    sign = looks[at].low
    if sign[0].isalnum() or sign in _JOINING:
        return False
    return not (sign == "." and at and (looks[at - 1].shape == "I" or looks[at - 1].low in _ABBREVIATIONS))


def _run(looks: list[Look]) -> Run:
    count = len(looks)
    size = count if count < 4 else 4 if count < 7 else 7
    kinds = tuple(sorted({look.kind for look in looks if look.kind}))
    return Run(f"{looks[0].shape}{size}{looks[-1].shape}{looks[-1].kind[:3]}", kinds)


@lru_cache(maxsize=65536)
def _of_place(shaped: str, place: Place, script: str) -> list[str]:
    marks, passed, years, code, after = place
    return [
        f"s={shaped}",
        f"m={marks}",
        f"cm={code}{marks}{passed}",
        f"cs={code}{shaped}{years}",
        f"t={passed}{script}{shaped}",
        f"yc={years}{code}{marks}",
        f"bs={after}{shaped}{code}",
    ]


def _of_runs(runs: list[Run], script: str) -> list[list[str]]:
    """What all words of a run share: how it and those around it begin and end."""
    ends = ["^", *(run.summary for run in runs), "$", "$"]
    found = []
    for at, (before, run, after, later) in enumerate(zip(ends, ends[1:], ends[2:], ends[3:], strict=False)):
        shared = [f"r={run}", f"rb={before}", f"ra={after}", f"rl={after}{later}"]
        found.append([*shared, f"n={min(at, 7)}{script}", *(f"rk={kind}" for kind in runs[at].kinds)])
    return found


def _of_spot(shaped: str, place: Place, spot: Spot, runs: list[Run]) -> list[str]:
    before = runs[spot.run - 1].summary[-1:] if spot.run else "^"
    return [
        f"rbr={before}{runs[spot.run].summary[:1]}{place.passed}",
        f"nc={min(spot.run, 5)}{place.code}{place.passed}",
        f"i={min(spot.begin, 3)}{min(spot.end, 3)}{shaped}",
    ]


@lru_cache(maxsize=65536)
def _of_manner(shaped: str, after: str, manner: str, left: int, script: str) -> list[str]:
    few = min(left, 3)
    return [f"mn={manner}{after}{shaped}", f"ml={manner}{few}", f"ms={few}{shaped}{script}"]


def _of_neighbours(at: int, looks: list[Look]) -> list[str]:
    found: list[str] = []
    if at:
        before = looks[at - 1]
        found += (*before.left, f"-ss={before.shape}|{looks[at].shape}")
    if at > 1:
        found.append(f"-2={looks[at - 2].shape}|{looks[at - 1].shape}")
    if at + 1 < len(looks):
        after = looks[at + 1]
        found += (*after.right, f"+ss={looks[at].shape}|{after.shape}")
    if at + 2 < len(looks):
        found.append(f"+2={looks[at + 1].shape}|{looks[at + 2].shape}")
    return found
