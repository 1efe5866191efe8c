"""Which words belong to a noun phrase, by their tags and their endings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.claims.body import HIDDEN, Word
from kaoju.claims.words import lines

PREPOSITIONS = frozenset("在于就对向从因以同跟被把将自由按依随为应趁到至比较与") | {
    *("对于", "关于", "根据", "按照", "随着", "通过", "为了", "除了", "自从", "至于", "针对", "围绕", "经由"),
    *("作为", "因为", "由于", "鉴于", "早在", "截至"),
}
# words that name a thing as often as a deed
_NOMINAL_VERBS = frozenset(lines("nominal_verbs.txt"))
_JOINTS = frozenset("、和与及·-–&“”「」《》（）") | {"以及", "等", "的"}
# what ends in one of these is a noun
_SUFFIX = re.compile("[率额量费者值]$|.方$")
_DEMONSTRATIVES = frozenset(["这一", "该", "此", "其", "各", "某", "这", "此一", "上述", "的", "两", "三"])


def is_nominal_verb(word: Word) -> bool:
    """Whether a word is a noun whatever its tag: 预算, 利息支出, 缴费率."""
    return word.text[-2:] in _NOMINAL_VERBS or bool(_SUFFIX.search(word.text))


def is_noun(word: Word) -> bool:
    """Whether a word can be the head of a noun phrase."""
    return word.tag[0] in "njs" or word.tag in ("vn", "eng", "b", "an") or is_nominal_verb(word)


def last_nouns(words: Sequence[Word]) -> Sequence[Word]:
    """The nouns that words end with: 财政|盈余 of 实现|财政|盈余."""
    start = len(words)
    while start and is_noun(words[start - 1]):
        start -= 1
    return words[start:]


def is_nominal(words: Sequence[Word], index: int) -> bool:
    """Whether a word belongs to a noun phrase that began before it or begins with it."""
    word = words[index]
    if HIDDEN in word.text or word.text in _JOINTS:
        return index > 0 or word.text in ("“", "「", "《")
    if index and word.tag == "d" and len(word.text) > 1 and words[index + 1 : index + 2]:
        return words[index + 1].tag.startswith("nr")  # 首相, an adverb to jieba, before its person
    if word.text in PREPOSITIONS or word.tag in ("d", "p", "c") or word.text in ("连续", "接连", "累计"):
        return False
    if word.tag[0] in "nrjbamqsglhki" or word.tag in ("eng", "vn", "an", "f"):
        return True
    if is_nominal_verb(word) or (index + 1 < len(words) and _SUFFIX.fullmatch(words[index + 1].text)):
        return True  # 缴费|率
    return index > 0 and words[index - 1].text in _DEMONSTRATIVES
