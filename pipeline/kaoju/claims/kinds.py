"""What a phrase names: something that is measured, somebody by name, people or places of a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaoju.claims.body import Body, Name, Span, Word
from kaoju.claims.words import lines

_MEASURES = tuple(lines("measures.txt"))
# what ends as a measure does and is none
_NO_MEASURES = ("年度", "制度", "季度", "角度", "印度")
TOTAL = re.compile("(?:总额|规模|总量|总数|金额|水平|总规模|占比|比例|比重)$")
HOLDERS = re.compile(
    r"(?:^人|企业|受访者|央行|居民|民众|学生|公司|国家|家庭|工人|者|的人|机构|成员国|银行|船舶|国人|员工|[日美中韩欧德台外]企|[农商渔牧]户|民|人士|议员|[日美中韩德法英俄]人)$"
)
# a name that one of these follows goes on: 老挝—中国铁路
_JOINED = frozenset("—-·、和与及至") | {"及其", "以及"}
# 菲律宾籍, 印度一国
_PART_OF_NAME = frozenset(["籍", "一国", "一家"])
# 东京电力公司 is one name
_BODY = re.compile("(?:公司|集团|银行|协会|委员会|政府|大学|研究所|研究院|组织|机构|联盟)$")
# 宁波舟山港 is one name
_PLACE_KIND = re.compile("[港市省州县镇区岛湾河海山]|[大特辖郊]区|自治[区州县]|机场|地区|群岛|半岛")
# what the name of a place or a body ends with
_OF_KIND = re.compile(
    "(?:机场|体育[场馆]|教堂|寺|[油气]田|矿|铁路|公路|高铁|运河|水库|大坝|电站|大桥|隧道|码头|[园军邦党社会院馆]"
    "|[省州市县区镇港湾])$"
)
# people and places by their kinds
GROUPS = (
    "家庭|居民|住户|农户|企业|公司|大学|学校|医院|银行|机构|女性|男性|妇女|儿童|青年|老年?人|学生|教师|工人|农民"
    "|人群|群体|地区|国家"
)
_IS_GROUP = re.compile(f"(?:{GROUPS})$")
_WITHIN_NAMES = frozenset("、和与及籍")
# 该国, 两国, 双方: who was told of before
PARTY = re.compile("[一该我本两三四五各双][国家行省市县州校院企方]")
_NAME_TAGS = ("ns", "nr", "nt", "nz", "j", "nrt")


def is_measure(body: Body, span: Span) -> bool:
    """Whether a phrase names something that is measured: 贸易逆差, 支持率."""
    phrase = body.text[span.start : span.end].strip()
    return phrase.endswith(_MEASURES) and not phrase.endswith(_NO_MEASURES)


def is_total(body: Body, span: Span) -> bool:
    """Whether a phrase but sums up what it is of: 总额, 金额."""
    return bool(TOTAL.search(body.masked, span.start, span.end))


def is_of_holders(body: Body, span: Span) -> bool:
    """Whether a phrase says what kind of people do or hold something: 愿意捐款的受访者."""
    return "的" in body.masked[span.start : span.end] and bool(HOLDERS.search(body.masked, span.start, span.end))


def is_name(body: Body, span: Span) -> bool:
    """Whether a phrase is but a name, or names side by side: 阿曼, 三国, 法国和比利时两国."""
    words = body.words_in(span.start, span.end)
    return bool(words) and all(
        word.tag in _NAME_TAGS or PARTY.fullmatch(word.text) or (word.text in _WITHIN_NAMES and word.start > span.start)
        for word in words
    )


def is_person(body: Body, span: Span) -> bool:
    """Whether a phrase names a person: 财政部长帕尼乌."""
    return any(name.label == "PERSON" for name in body.names_over(*span))


def is_group(body: Body, span: Span) -> bool:
    """Whether a phrase is of people or places of a kind: 本地居民."""
    return bool(_IS_GROUP.search(body.masked, span.start, span.end))


def leading_name(body: Body, phrase: Span) -> Span | None:
    """The name that a phrase is or begins with."""
    if is_name(body, phrase) or (_BODY.search(body.masked, *phrase) and "的" not in body.masked[slice(*phrase)]):
        return phrase  # 智利国家铜业公司
    first = body.word_over(phrase.start)
    if first and PARTY.fullmatch(first.text):
        return Span(phrase.start, first.end)  # 我国 in 我国网民
    named = past_names(body, phrase)
    return Span(phrase.start, named) if named else None


def past_names(body: Body, phrase: Span) -> int | None:
    """Where the names that a phrase begins with end and its measure begins; None where it begins with none."""
    words = body.words_in(phrase.start, phrase.end)
    index = _after_names(words)
    if not 0 < index < len(words) or words[index].text in _PART_OF_NAME:
        return None
    rest = Span(words[index].start, phrase.end)
    name = body.name_at(rest.start - 1)
    if name and name.end > rest.start and _is_of_kind(body, name):
        return name.end if name.end < phrase.end else None  # 厦门高崎国际机场
    is_part = _BODY.search(body.masked, *rest) or _PLACE_KIND.fullmatch(body.masked, *rest)
    return None if is_part else rest.start


def _is_of_kind(body: Body, name: Name) -> bool:
    """Whether the last word of a name tells its kind: 厦门高崎国际机场, not 加拿大林业."""
    return any(kind.search(body.masked, name.start, name.end) for kind in (_BODY, _OF_KIND))


def _after_names(words: Sequence[Word]) -> int:
    """The index of the word after the names that words begin with, and after a part of a place: 地中海|中部|航线."""
    last = len(words) - 1
    index = 2 if last > 1 and words[0].text == "该" else 0
    while index < last and _is_named(words[index]) and words[index + 1].text not in _JOINED:
        index += 1
    if 0 < index < last and words[index].tag == "f":
        index += 1 + (words[index + 1].tag[0] == "n" and index + 1 < last)
    return index


def _is_named(word: Word) -> bool:
    """Whether a word is a name: 日本, not 日均."""
    return word.tag in ("ns", "nt") or (word.tag in _NAME_TAGS and word.text[0] not in "对人年日总")
