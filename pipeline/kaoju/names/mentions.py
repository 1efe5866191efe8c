"""Finding the names in a passage of Chinese words: by the lexicon, by jieba's tags, by their shapes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from kaoju.lexicon import Lexicon
from kaoju.names import shapes
from kaoju.names.bound import bound_names
from kaoju.names.introduced import persons_in_the_original

# tags of the words that the name of an organisation may be made of
_INSIDE = frozenset(["n", "vn", "v", "b", "j", "a", "an", "l", "s", "nz", "nt", "ns", "nr", "nrt", "v"])
_NEVER_INSIDE = frozenset("的了在是和与及对由将把被向从为以等并也就都而至或称该其本这那各某我你他她它让使令过两")
_JOINED_BY = frozenset(["和", "与", "及", "暨"])
# endings that need more than a name before them: 全球联盟 is none, 国际天然气联盟 is one
GENERAL = frozenset(["联盟", "中心", "机构", "组织", "机关", "学校", "公司", "集团", "基金会"])
_LONGEST = 7
_OFFICES = ("局", "署", "厅", "处")
_AGAINST = -3.6
_AT = frozenset(["在", "从", "位于", "前往", "抵达", "赴", "至", "到"])
_PLACES = ("GPE", "LOC")
# the surer of two names that overlap: 《》, lexicon, a full date, joined words, shapes
_SURE, _LISTED, _JOINED, _SHAPED = 4, 3, 2, 1


class Mention(NamedTuple):
    """A name: the words from ``start`` up to ``end``, and how sure, the surer winning where two overlap."""

    start: int
    end: int
    label: str
    sure: int


@dataclass(frozen=True)
class Passage:
    """The words of a paragraph with jieba's tags."""

    words: list[str]
    tags: list[str]

    @cached_property
    def text(self) -> str:
        """The passage as one string."""
        return "".join(self.words)

    @cached_property
    def starts(self) -> dict[int, int]:
        """The word that begins at a character, or after the white space there."""
        starts = list(accumulate(map(len, self.words), initial=0))
        spaced = {starts[i + 1] - 1: i + 1 for i, word in enumerate(self.words) if len(word) > 1 and word[-1] == " "}
        return spaced | {at: i for i, at in enumerate(starts)}

    def within(self, start: int, end: int) -> tuple[int, int] | None:
        """The words that make up a range of characters, None where it cuts one."""
        first, last = self.starts.get(start), self.starts.get(end)
        return None if first is None or last is None or first == last else (first, last)


def mentions(passage: Passage, lexicon: Lexicon) -> list[Mention]:
    """The names in a passage, none over another, in their order."""
    listed = list(_listed(passage, lexicon))
    found = [*_titles(passage), *_dates(passage), *_told(passage, lexicon), *listed, *_people(passage, lexicon)]
    places = {m.start: m for m in found if m.label in (*_PLACES, "ORG", "PERSON")}
    found += _endings(passage, places, lexicon)
    return _apart(found, len(passage.words))


def _apart(found: list[Mention], length: int) -> list[Mention]:
    """The surer, then the longer, of those that overlap."""
    taken = [False] * length
    kept = []
    for mention in sorted(found, key=lambda m: (-m.sure, m.start - m.end, m.start)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
            kept.append(mention)
    return sorted(kept)


def _listed(passage: Passage, lexicon: Lexicon) -> Iterator[Mention]:
    """Words that the lexicon knows, unless they may as well be everyday words; 中美 before Central America."""
    short = set(lexicon.short_countries())
    for i, (word, tag) in enumerate(zip(passage.words, passage.tags, strict=True)):
        if word in short and not _stands_for_a_country(passage, i):
            continue
        if short.issuperset(word):
            yield Mention(i, i + 1, "GPE", _LISTED)
        elif len(word) > 1 and (label := known_label(word, tag, lexicon)):
            yield Mention(i, i + 1, label, _LISTED)


def known_label(word: str, tag: str, lexicon: Lexicon) -> str | None:
    """What the lexicon says that a word of running text names; None for everyday words and for titles of works, which
    stand in 《》."""
    name = lexicon.name(word)
    if name is None:
        office = tag == "nt" or (tag in ("n", "l") and word.endswith(_OFFICES) and not lexicon.glosses(word))
        return "ORG" if office and len(word) > 2 and shapes.ending(word) and not everyday(word, lexicon, 9) else None
    if everyday(word, lexicon) and word not in lexicon.own_names():
        return None
    if name.label == "WORK_OF_ART":
        return "LOC" if tag == "ns" else name.label if len(word) > 3 else None
    return name.label or {"ns": "LOC", "nt": "ORG"}.get(tag[:2])


def everyday(word: str, lexicon: Lexicon, longest: int = 2) -> bool:
    """Whether a short word that names something means something else in the first place: 高峰, 太平, 新建."""
    if len(word) > longest:
        return False
    told = (gloss.removeprefix("the ") for gloss in lexicon.glosses(word) if not gloss.startswith(("(", "abbr")))
    return next(told, "")[:1].islower()


def _stands_for_a_country(passage: Passage, i: int) -> bool:
    """One character for a country is read so between words that go with countries: 对美投资."""
    before = passage.words[i - 1] if i else ""
    after = passage.words[i + 1] if i + 1 < len(passage.words) else ""
    return before in ("对", "赴", "驻", "访", "输") or after in ("方", "军", "两国", "三国", "双方")


def _titles(passage: Passage) -> Iterator[Mention]:
    for match in shapes.TITLE.finditer(passage.text):
        if span := passage.within(*match.span(1)):
            yield Mention(*span, shapes.title_label(match[1]), _SURE)


def _dates(passage: Passage) -> Iterator[Mention]:
    for match in shapes.DATE.finditer(passage.text):
        if span := passage.within(*match.span()):
            yield Mention(*span, "DATE", _SURE)


def _told(passage: Passage, lexicon: Lexicon) -> Iterator[Mention]:
    for start, end, label in told(passage, lexicon):
        if span := passage.within(start, end):
            yield Mention(*span, label, _SURE)


def told(passage: Passage, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The ranges of characters of names that a dash or the original beside them tells, and their labels; places with a
    dash stay apart: 俄罗斯—格鲁吉亚协定."""
    bound = bound_names(passage.text)
    apart = [one for one in bound if not _begins_with_a_place(passage.text, one[0], lexicon)]
    return apart + [(*span, "PERSON") for span in persons_in_the_original(passage.text)]


def _begins_with_a_place(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether what stands before the first dash from ``start`` on is known as a place, or ends one: (俄)罗斯."""
    dash = shapes.DASH.search(text, start)
    end = dash.start() if dash else start
    names = (lexicon.name(text[at:end]) for at in range(max(0, end - _LONGEST), start + 1))
    return any(name is not None and name.label in _PLACES for name in names)


def gains(passage: Passage, lexicon: Lexicon) -> list[float]:
    """What each character says for a foreign name; those of everyday words and of other names say nothing for one."""
    told: list[float] = []
    for word, tag in zip(passage.words, passage.tags, strict=True):
        told += _gains_of(word, tag, lexicon)
    return told


@lru_cache(maxsize=1 << 16)
def _gains_of(word: str, tag: str, lexicon: Lexicon) -> tuple[float, ...]:
    return (-6.0,) * len(word) if _ordinary(word, tag, lexicon) else tuple(map(shapes.gain, word))


def _ordinary(word: str, tag: str, lexicon: Lexicon) -> bool:
    """Whether a word is no part of an unlisted foreign name: an everyday word, or the name of something else."""
    if len(word) == 1:
        return tag == "m"
    if name := lexicon.name(word):
        return name.label not in ("PERSON", None)
    return tag != "ns" and (everyday(word, lexicon, 9) or tag == "nt" or tag[0] in "vdacrpx")


def foreign(passage: Passage, lexicon: Lexicon, ease: float = 0.0) -> list[tuple[int, int]]:
    """The ranges of characters that look like foreign names, the parts of a name with · together; the more of them the
    more ``ease``."""
    told = gains(passage, lexicon)
    dotted = list(_dotted(passage, told))
    alone = [_with_surname(passage, *run) for run in shapes.foreign_runs(told, ease)]
    return sorted(
        [*dotted, *(run for run in alone if not any(run[0] < end and start < run[1] for start, end in dotted))]
    )


def _dotted(passage: Passage, told: list[float]) -> Iterator[tuple[int, int]]:
    """Names with ·, as far as the characters before the first and after the last do not speak against it."""
    text, end = passage.text, 0
    for dot in shapes.DOT.finditer(text):
        if dot.start() < end:
            continue
        start = _reach(text, told, dot.start() - 1, -1) + 1
        end = _reach(text, told, dot.end(), 1)
        while end < len(text) and shapes.DOT.match(text, end):
            end = _reach(text, told, end + 1, 1)
        if start < dot.start() and end > dot.end():
            yield start, end


def _reach(text: str, told: list[float], first: int, step: int) -> int:
    """The first place from here on that speaks against a foreign name; one character is of it in any case."""
    at = first
    while (
        0 <= at < len(text) and abs(at - first) < 8 and (told[at] > _AGAINST or (at == first and text[at] > "\u4e00"))
    ):
        at += step
    return at


def _with_surname(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """A run goes back to a surname that is a word of its own: 金|德尔伯格."""
    word = passage.starts.get(start - 1)
    surname = word is not None and passage.tags[word] == "nr" and shapes.gain(passage.text[start - 1]) > -1
    return start - 1 if surname else start, end


def edges(passage: Passage, lexicon: Lexicon) -> set[int]:
    """The characters at which a name begins or ends inside a word; jieba guesses words that no dictionary has wrongly,
    as in 森曾, 日起, 对美."""
    starts = sorted(passage.starts)
    ranges = foreign(passage, lexicon) + [match.span() for match in shapes.DATE.finditer(passage.text)]
    short = lexicon.short_countries()
    ranges += [(m.start(1), m.end()) for m in shapes.COUNTRY_AFTER.finditer(passage.text) if m[1] in short]
    found: set[int] = set()
    for start, end in ranges:
        if bisect_right(starts, start) < bisect_left(starts, end) or start in passage.starts or end in passage.starts:
            found.update((start, end))
    return found - set(passage.starts)


def _people(passage: Passage, lexicon: Lexicon) -> Iterator[Mention]:
    """Foreign names by their characters, and unlisted words in the shape of a Chinese name beside a word that goes with
    persons."""
    for start, end in foreign(passage, lexicon):
        if (span := passage.within(start, end)) and not _counted(passage, span[0]):
            name = lexicon.name(passage.text[start:end])
            sure = _LISTED if name or end - start > 3 else _SHAPED
            place = span[0] > 0 and passage.words[span[0] - 1] in _AT
            yield Mention(*span, (name and name.label) or ("GPE" if place else "PERSON"), sure)
    surnames = lexicon.surnames()
    for i in range(len(passage.words)):
        if _unlisted_chinese(passage, i, lexicon, surnames) and _beside_a_person(passage, i, i + 1):
            yield Mention(i, i + 1, "PERSON", _SHAPED)


def _counted(passage: Passage, i: int) -> bool:
    """Whether a number stands before: 300万里拉 is money."""
    return i > 0 and passage.tags[i - 1] == "m"


def _unlisted_chinese(passage: Passage, i: int, lexicon: Lexicon, surnames: frozenset[str]) -> bool:
    word, tag = passage.words[i], passage.tags[i]
    named = tag == "nr" or (tag == "n" and not lexicon.glosses(word))
    return named and shapes.looks_chinese(word, surnames) and not lexicon.glosses(word)


def _beside_a_person(passage: Passage, start: int, end: int) -> bool:
    before = passage.words[start - 1] if start else ""
    after = passage.words[end] if end < len(passage.words) else ""
    office = shapes.words("office")
    return before in office or after in office or after in shapes.words("verb")


def _endings(passage: Passage, names: dict[int, Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Names that end in what tells their kind: 美国国家冰雪数据中心, 北约峰会, 因迪奥河."""
    heads = shapes.words("head")
    for i, word in enumerate(passage.words):
        first = names.get(i)
        if first is None and word not in heads:
            if last := _bare_office(passage, i):
                yield Mention(i, last, "ORG", _SHAPED)
            continue
        end = first.end if first else i + 1
        found = None
        while end < len(passage.words) and end - i < _LONGEST and _goes_on(passage, end, names):
            end += 1
            if label := _kind(passage.words[i:end], first, lexicon):
                found = Mention(i, end, label, _SURE if end - i > 2 else _LISTED)
        if found:
            yield found


def _bare_office(passage: Passage, i: int) -> int | None:
    """Where an office without a name before it ends: 劳工及福利局; not the place in 在边境处."""
    if not _is_noun(passage, i) or (i and passage.words[i - 1] in ("在", "于", "从")):
        return None
    if i and (_is_noun(passage, i - 1) or passage.words[i - 1] in _JOINED_BY):
        return None
    end = i + 1
    while end < len(passage.words) and end - i < 5 and (_is_noun(passage, end) or passage.words[end] in _JOINED_BY):
        end += 1
    return end + 1 if end < len(passage.words) and passage.words[end] in _OFFICES else None


def _is_noun(passage: Passage, i: int) -> bool:
    word = passage.words[i]
    return passage.tags[i] in ("n", "vn", "ns") and len(word) > 1 and not _NEVER_INSIDE.intersection(word)


def _goes_on(passage: Passage, i: int, names: dict[int, Mention]) -> bool:
    """Whether a word can stand inside a name: no other name after a conjunction or a verb."""
    word, tag = passage.words[i], passage.tags[i]
    if word in _JOINED_BY:
        return i + 1 < len(passage.words) and passage.tags[i + 1] in _INSIDE and i + 1 not in names
    if tag == "v":
        return passage.words[i + 1 : i + 2] != [] and passage.words[i + 1] in shapes.words("end")
    return tag in _INSIDE and not _NEVER_INSIDE.intersection(word) and word[0] > "\u3400"


def _kind(words: list[str], first: Mention | None, lexicon: Lexicon) -> str | None:
    """What a name is by its last word."""
    last = words[-1]
    end = shapes.ending("".join(words))
    if end is None or not last.endswith(end) or (len(end) == 1 and last != end and everyday(last, lexicon, 9)):
        return None
    label = shapes.words("end")[end]
    if first is None and end in GENERAL and len(words) < 3:
        return None
    if label in ("LOC", "GPE", "NORP") and (first is None or len(words) > 2 or first.label not in (*_PLACES, "PERSON")):
        return None
    return label
