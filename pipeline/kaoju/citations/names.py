"""Authors as printed: one name an entry, persons and bodies."""

from __future__ import annotations

import re
from csv import DictReader
from functools import cache
from importlib import resources

from kaoju.citations.plain import bare

# a word of a person's name in full, and one of a body's or an act's
NAME_WORD = r"(?:[A-ZÀ-Ý][\w’'.-]*|de|van|von|der|den|la|bin|al)"
BODY_WORD = r"(?:[A-Z][\w’-]+|of|for|and|the|on|in)"
# what stands before a surname, van der Wilk, and behind it, Wilk Jr
PARTICLES = "(?:(?:van|von|de|der|den|la|le|di|al) ){0,2}"
JUNIOR = "(?:Jr|Sr|II|III|IV)"
_LEAD = re.compile(
    r"^(?:(?:详细?内容|相关(?:论述|研究|内容|讨论))?(?:可?参[见见閱阅考]|詳?見|详见|"
    r"参看|見於|亦见|另见|又见|见|另參見|參見|參閱|參考|例如|比如|如|同?前[揭引][书書文著]?|[前上]引[书書文著]?|上揭[书書文著]?)[：:，,\s]*|"
    r"(?:For (?:example|more|details)[^,]*, )?(?:see also|see|cf\.?|e\.g\.,?|compare|for example,?)[,:]?\s+)+",
    re.IGNORECASE,
)
_REIGN = re.compile(
    "(?:洪武|永乐|宣德|正统|成化|弘治|正德|嘉靖|隆庆|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国|"
    "永樂|正統|隆慶|萬曆|崇禎|順治|嘉慶|咸豐|光緒|宣統|民國)$"
)
_ROLE = re.compile(
    r"[,，、\s(（]{0,4}(?:(?:等)?(?:主编|主編|编著|編著|编译|編譯|汇编|彙編|选编|選編|编|編|著|译|譯|撰|等著|合著|总编|校注|校|整理|讲述|口述"
    r"|集释|集解|集注|校释|校點|点校|笺注|疏证|辑|纂)"
    r"|\(?\b(?:eds?|trans|comps?)\b\.?\)?|\bet al\b\.?)[)）]*\s*$",
    re.IGNORECASE,
)
# 布热津斯基（Zbigniew Brzezinski）, 林弘毅（國立海濱大學政治系）: the name in the original, and where somebody works
_BESIDE = re.compile(
    r"(?<=[\u3400-\u9fff])\s?[（(](?:[A-ZÀ-Ý][A-Za-zÀ-ÿ.’' -]{3,60}"
    r"|[\u3400-\u9fff]{2,24}(?:大[学學]|[学學]院|[学學]?系|研究所|研究院|中心))[）)]$"
)
_COUNTRY = re.compile(r"^[\[（(〔【［][^\])）〕】］]{1,4}[\])）〕】］]\s*")
# APA Education [@APAEducation]: the name under which somebody posts
_HANDLE = re.compile(r"\s*\[@[^\]]*\]?$")
_MAKING = re.compile(
    "(?<=[\u3400-\u9fff]{2})(?:导演|導演|执导|執導|编剧|編劇|演唱|演奏|作曲|作词|作詞|词曲|主持|主讲|主講)$"
)
_OTHERS = re.compile(r"[,，、\s]{0,4}(?:等人?|et al\.?|and others)\s*$", re.IGNORECASE)
_CJK = re.compile("[\u3400-\u9fff]")
_ZH_SEPARATOR = re.compile(r"[、，,]|\s*(?:和|与|與|及)\s*(?=[\u3400-\u9fff]{2,4}(?:$|[、，]))")
SEMICOLON = re.compile("[;；]")
# the commas of Chinese stand between foreign names, never within one
_WIDE_COMMA = re.compile("[、，]")
_EN_SEPARATOR = re.compile(r",?\s+(?:and|&)\s+|[,，、]\s*(?:and|&)?\s*")
_INITIALS = re.compile(r"\b[A-Z](?:[. -]{1,2}[A-Z])*\.?$")
_WITH_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[A-ZÀ-Ý][\w’'-]+")
_JUNIOR = re.compile(rf"^{JUNIOR}\.?$")
_CHAMBER = re.compile(r"(?:(?:Sub)?[Cc]ommittee|Commission) on\b|Division of\b")
_SUFFIX = re.compile(rf", {JUNIOR}\.?$")
_PERSON = re.compile(
    r"^(?:(?:[A-Z][\w’'.-]*|de|van|von|der|den|la|le|di|da|dos|del|bin|al|el|ibn|af)\s+){1,4}[A-Z][\w’'-]+\.?$"
)
_GBT_NAME = re.compile(r"^[A-ZÀ-Ý][A-ZÀ-Ý'’-]+(?: [A-Z]{1,3}(?:-[A-Z])?)+$")
# 《海洋天地》杂志社主编：《读懂大海》: the journal's title is in the editor's name
EDITING = (
    "评论员", "評論員", "记者", "記者", "杂志社", "雜誌社", "编辑部", "編輯部",
    "编委会", "編委會", "编写组", "編寫組", "课题组", "課題組",
)  # fmt: skip
BODY_OF = re.compile(f"》?(?:{'|'.join(EDITING)})")
ZH_BODY = re.compile(
    r"(?:部|局|署|会|會|院|委|厅|廳|处|處|社|所|中心|公司|集团|集團|银行|銀行|组织|組織|政府|总署|總署|联盟|聯盟|协会|大学|办公室|小组|论坛|論壇|智库|编辑部|课题组|网|报)$"
)


@cache
def _body_words() -> frozenset[str]:
    with (resources.files("kaoju.citations") / "bodies.tsv").open(encoding="utf-8") as file:
        return frozenset(row["word"] for row in DictReader(file, delimiter="\t"))


def without_lead(text: str) -> str:
    """Without 参见, See also and the like, and without the reign of 乾隆《嘉定县志》."""
    return _REIGN.sub("", _LEAD.sub("", text.strip()))


def is_body(name: str) -> bool:
    """Whether a name is that of a body rather than a person's: by its words, or for being one word or initials."""
    if _CJK.search(name):
        return bool(ZH_BODY.search(name)) or len(name) > 8
    name = _SUFFIX.sub("", name)
    if has_body_word(name) or len(name.split()) < 2:
        return True
    return not _PERSON.match(name) and not _GBT_NAME.match(name)


def without_country(name: str) -> str:
    """A name without the country before it: ``without_country("〔英〕哈·洛") == "哈·洛"``."""
    return _COUNTRY.sub("", name)


def without_beside(name: str) -> str:
    """A Chinese name without what a bracket adds: ``without_beside("布热津斯基（Zbigniew）") == "布热津斯基"``."""
    return _BESIDE.sub("", name)


def without_making(name: str) -> str:
    """A Chinese name without the word of what somebody made: ``without_making("贾宁导演") == "贾宁"``."""
    return _MAKING.sub("", name)


def without_handle(name: str) -> str:
    """A name without the one under which it posts: ``without_handle("Harbor Board [@harbors]") == "Harbor Board"``."""
    return _HANDLE.sub("", name)


def split_authors(text: str) -> tuple[str, ...]:
    """The names before a title, 参见 before them and 主编 or eds. after them left out.

    >>> split_authors("Mary Amiti, Stephen J. Redding and David E. Weinstein")
    ('Mary Amiti', 'Stephen J. Redding', 'David E. Weinstein')
    >>> split_authors("Food and Agriculture Organization of the United Nations")
    ('Food and Agriculture Organization of the United Nations',)
    """
    ends_in_initial = re.search(r"\b[A-Z]\.\W*$", text)
    text = bare(without_lead(text))
    for _ in range(3):
        text = bare(_OTHERS.sub("", _ROLE.sub("", text)))
    text = without_handle(without_country(text))
    if not text or not re.search(r"[^\W\d_]", text):
        return ()
    if SEMICOLON.search(text):
        return parted_names(text)
    if not _CJK.search(text) and _WIDE_COMMA.search(text):
        return tuple(name for part in _WIDE_COMMA.split(text) for name in split_authors(part))
    names = _chinese(text) if _CJK.search(text) else _english(text)
    return (*names[:-1], names[-1] + ".") if ends_in_initial and names and _INITIALS.search(names[-1]) else names


def parted_names(text: str) -> tuple[str, ...]:
    """Names that semicolons part: ``parted_names("Lowe, J.; Wilk, K") == ("Lowe, J.", "Wilk, K.")``."""
    names = [bare(name) for name in SEMICOLON.split(text)]
    stop = "." if re.search(r"[A-Z]\.\s*[;；]", text) else ""
    return tuple(f"{name}{stop}" if _INITIALS.search(name) else name for name in names if name)


def _chinese(text: str) -> tuple[str, ...]:
    names = [bare(name) for part in re.split("[、，,]", text) for name in _parted(part)]
    names = [without_beside(bare(_ROLE.sub("", without_country(name)))) for name in names]
    return tuple(name for name in names if name)


def _parted(part: str) -> list[str]:
    """张三和李四 are two, 工业和信息化部 is one."""
    return [part] if ZH_BODY.search(part) else _ZH_SEPARATOR.split(part)


def _english(text: str) -> tuple[str, ...]:
    names = [bare(name) for name in _EN_SEPARATOR.split(text)]
    names = [name for name in names if name]
    if len(names) > 1 and "," not in text and not _are_persons(names):
        return (text,)
    joined: list[str] = []
    for name in names:
        if joined and _INITIALS.fullmatch(name) and not _INITIALS.search(joined[-1]):
            # Lee, L. L.: the surname stands first
            joined[-1] += f", {name}." if f"{name}." in text else f", {name}"
        elif joined and (_JUNIOR.match(name) or (_is_place_of(name, joined[-1]))):
            joined[-1] += f", {name}"
        else:
            joined.append(name)
    if len(joined) == 2 and " " not in joined[0] and " " in joined[1] and not is_body(joined[1]) and "and" not in text:
        return (text,) if not has_body_word(joined[0]) else tuple(joined)
    return tuple(joined)


def _are_persons(names: list[str]) -> bool:
    """Full names, or surnames alone: ``Olson and Zeckhauser``."""
    if any(has_body_word(name) for name in names):
        return False
    return all(_PERSON.match(name) for name in names) or all(re.fullmatch(r"[A-Z][\w’'-]+", name) for name in names)


def has_body_word(name: str) -> bool:
    """Whether a word of a name is one that bodies have in theirs: Ministry, Institute."""
    if _WITH_INITIALS.fullmatch(name):
        return False
    return any(word.strip(".").casefold() in _body_words() for word in re.findall(r"[\w’'.&-]+", name))


def is_chamber(name: str) -> bool:
    """Whether a name is that of a part of a body: ``is_chamber("Committee on Armed Services")``."""
    return bool(_CHAMBER.match(name))


def _is_place_of(name: str, before: str) -> bool:
    """``Ministry of Defence, Denmark``: a country after a body, or ``Congress, Committee on Trade``: a part of it."""
    return has_body_word(before) and (is_chamber(name) or (" " not in name and not name.isupper()))
