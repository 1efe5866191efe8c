"""References by GB/T 7714: ``作者. 题名[J]. 刊名, 2023, 15(4): 66-79.``"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from kaoju.citations.citation import Citation
from kaoju.citations.dates import YEAR, find_date, read_date
from kaoju.citations.names import PARTICLES, ZH_BODY, split_authors
from kaoju.citations.plain import ITALIC, ROMAN, bare

# GB/T 7714-2015, table of document types, as CSL types
_TYPES = {
    "J": "article-journal",
    "M": "book",
    "N": "article-newspaper",
    "R": "report",
    "D": "thesis",
    "C": "paper-conference",
    "G": "book",
    "EB": "webpage",
    "PP": "article",
    "S": "standard",
    "P": "patent",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
    "CM": "map",
    "A": "manuscript",
    "Z": "document",
}
# [M], [EB/OL], ［N］, [Z/educational DVD]
_CODE = re.compile(rf"\s*[\[［【](?P<code>{'|'.join(_TYPES)})(?:\s*[/／]\s*[^\[\]］】]{{1,20}})?[\]］】]")
_STOP = re.compile(r"[.．]\s+|．|\.(?=[\u3400-\u9fff“《])")
# U. S., A. P.: a stop that ends an initial; HOFFMANN K, Cairns B R end an author
_INITIAL = re.compile(r"(?:^|[\s.])[A-Z]$")
# Symphony No. 3, U.S. Const. amend. XIX, Mr. Lowe: a stop within a title
_ABBREVIATED = re.compile(r"\b(?:vs?|art|para|amend|sec|cl|[Nn]os?|Const|Res|Rep|Cong|Rec|Mrs?|Dr|St|Exec)$")
_MORE_INITIALS = re.compile(r"[A-Z]\.(?:[ -][A-Z]\.)* \w")
_GBT_AUTHOR = re.compile(
    rf"(?:^|[,，]\s*){PARTICLES}"
    r"[A-ZÀ-Ý][\w’'-]*[^\W\d_](?: [A-Z][\w’'-]*[a-z])?(?: [A-Z](?:-?[A-Z])?\.?){1,4}$"
    r"|[A-Z]{2,}$"
)
_INITIALLED = r"(?:[A-Z]\. ?){1,3}[A-ZÀ-Ý][\w’'-]+"
_FIRST_NAMES_FIRST = re.compile(rf"{_INITIALLED}(?:, {_INITIALLED}){{0,3}}")
# Kenneth L. Lowe, Ann S. Wilk. : first names in full, with the initials of others
_FIRST_NAMED = r"(?:[A-ZÀ-Ý][\w’'-]+|[A-Z]\.)(?: (?:[A-ZÀ-Ý][\w’'-]+|[A-Z]\.|de|van|von)){0,2} [A-ZÀ-Ý][\w’'-]+"
_FULL_NAMES = re.compile(rf"(?=[^.]*\b[A-Z]\. ){_FIRST_NAMED}(?:, {_FIRST_NAMED}){{0,5}}(?=\. )")
_CHINESE_NAMES = re.compile(r"[\u3400-\u9fff·]{2,4}(?:, ?[A-Z.\u3040-\u30ff\u3400-\u9fff·]{2,16}){0,3}")
_AUTHOR_YEAR = re.compile(
    rf"^(?P<authors>.{{1,300}}?)[,，.．]\s*\[?(?P<year>{YEAR})[a-z]?(?:[/–-]{YEAR})?\]?[.．]\s*(?P<title>\S.*)$"
)
_NOBODY = re.compile(r"^(?:佚名|Anon|\[?S\.\s?n\.\]?)$", re.IGNORECASE)
_TITLE_VOLUME = re.compile(
    r"\s*[:：]\s*(?:卷\s?|第|v\.|Vol\.?\s?)(?P<volume>[\d一二三四五六七八九十]+)[卷册集辑]?(?: .*)?$", re.IGNORECASE
)
_TITLE_NUMBER = re.compile(
    r"\s?[:：]\s?(?:Season \d+, Episode \d+"
    r"|(?=[^A-Z]{0,20}[A-Z])[A-Z0-9][\w./—-]{1,40}(?: [\w./—-]{1,40})?(?<=[\dA-Z])(?::\d{4})?(?:\([a-z]{2}\))?"
    r"|Box \d{1,5}\b[^:：]{0,120}"
    r"|\d{8,14}(?:\.[\dX])?"
    r"|\S{1,12}〔\d{4}〕\d+号|[\u3400-\u9fff]{0,8}档案 ?[\d—–-]+|\d{1,3}(?:-\d{1,4})?|[（(]\d{4}[）)][^:：]{2,20}号"
    r"|[\u3400-\u9fffA-Z]{2,8}[,，] ?[A-Z]{0,2}[\d.]{6,}[A-Z]?\d?)$"
)
_HOST_VOLUME = re.compile(
    r":\s?(?:(?:Vol\.|v\.|卷|第)\s?\d+(?:卷\d+号|[卷册集辑号])?(?!\w)|[上中下一二三四五六七八九十]{1,2}[部册編编])"
)
STANDARD = re.compile(r"^[A-Z]{2,5}(?:/[A-Z]{1,5})? [\d.-]+[—–:-]\d{4}(?:\([a-z]{2}\))? ")
# 2nd ed., 影印本, 谢远涛, 译: what stands between a title and its imprint
_BETWEEN = re.compile(
    r"^(?:[^.:]{0,30}(?:\bed|版|本|译|譯|校|注|编|trans|eds)|[Vv]?\d{1,2}\.\d{1,3})[.．]\s*(?=\S)|^\[[^\]]{1,20}\]\s*",
    re.IGNORECASE,
)
_NO_DETAIL = re.compile(r"\bDOI\s?[:：]?\s?\S+|\[\d{4}-\d\d?-\d\d?\]|\([^()]*\)(?=\s*\[)", re.IGNORECASE)
_PAGE_LIST = r"(?P<pages>[\w\-–—~～,+ ]{1,40})"
_SERIAL = re.compile(
    rf"^(?P<container>(?:[^()]|\([^()\d]{{1,20}}\)){{1,150}}?)[,.:]\s*(?:(?P<date>{YEAR})(?:-\d\d?){{0,2}}(?:\s*,|(?=\s*[(:.]|\s*$)))?\s*"
    rf"(?:(?P<volume>[A-Z]?\d{{1,4}}(?:-\d+)?))?\s*(?:\((?P<issue>[^()]{{1,20}})\))?\s*(?:[:,]\s*{_PAGE_LIST})?\s*\.?\s*$"
)
_IMPRINT = re.compile(
    rf"^(?:(?P<place>[^:\d]{{1,40}}):\s*)?(?P<publisher>[^:]{{2,80}}?)\s*(?:,\s*\[?(?P<date>{YEAR}(?:-\d\d?){{0,2}})\]?)?\s*"
    rf"(?::\s*{_PAGE_LIST})?\s*(?:(?<![A-Z])\.(?:\s|$)|$)"
)
_YEAR_AND_PAGES = re.compile(rf"^(?:(?P<date>{YEAR})\s*(?::\s*|$))?{_PAGE_LIST}?$")
_PAGES_ALONE = re.compile(r"\d{1,4}(?:\s?[-–—~～]\s?\d{1,4})?")
_PAPER = re.compile(rf"(?P<container>[^,]{{1,60}}),\s*(?P<date>{YEAR}(?:-\d\d?){{0,2}})\s*(?:\((?P<pages>[^()]+)\))?")
_PAPER_UNDATED = re.compile(r"(?P<container>[^,.(]{1,60})\s*(?:\((?P<pages>[^()-]{1,8})\))?")
_RELEASED = re.compile(rf"\((?P<date>{YEAR}-\d\d?-\d\d?)\)")
_WIDE = str.maketrans("．：，［］（）／", ".:,[]()/")


# many ask it of one citation
@lru_cache(maxsize=16)
def code_of(text: str) -> re.Match[str] | None:
    """The code of document type that a citation carries, its letters as ``code``."""
    return _CODE.search(text)


def is_gbt(text: str) -> bool:
    """Whether a citation carries a code of document type."""
    return code_of(text) is not None


def read_gbt(text: str) -> Citation:
    """A citation with a code of document type, its address and date of access taken out before."""
    text = re.sub(f"[{ITALIC}{ROMAN}]", "", text)
    match = code_of(text)
    code = match["code"] if match else ""
    head, rest = (text[: match.start()], text[match.end() :]) if match else (text, "")
    host, rest = _host(rest.translate(_WIDE))
    authors, year, title, volume = _head(head, whole=host is None)
    parts: dict[str, Any] = {name: _as_printed(value, text) for name, value in _rest(code, rest, bool(year)).items()}
    kind = "chapter" if host and code in ("M", "G") else _TYPES.get(code, "document")
    released = _RELEASED.search(rest)
    date = parts.pop("date", None) or year or (released and released["date"]) or _last_date(rest)
    return Citation(
        type=kind,
        authors=() if _NOBODY.match(authors) else split_authors(re.sub(r"([，,])", r"\1 ", authors)),
        title=bare(title) or None,
        container=parts.pop("container", None) or _as_printed(host, text),
        date=read_date(date) if date else None,
        volume=parts.pop("volume", None) or volume,
        **parts,
    )


def _as_printed(value: str | None, text: str) -> str | None:
    """A part with the signs that it has in print: narrowed signs stand where the wide ones stood."""
    at = text.translate(_WIDE).find(value) if value else -1
    return text[at : at + len(value)] if value and at >= 0 else value


def _last_date(rest: str) -> str | None:
    found = find_date(rest)
    return found[2] if found else None


def _head(head: str, *, whole: bool) -> tuple[str, str | None, str, str | None]:
    """Authors, the year after them, title and volume; the title begins after a stop that ends no initial.

    A volume is a whole book's: that of a piece in a book, 周易外传：卷5[M]//船山全书, is of its title.
    """
    head = head.strip()
    dated = _AUTHOR_YEAR.match(head)
    authors, year, title = dated.group("authors", "year", "title") if dated else ("", None, head)
    if not dated:
        authors, title = _parted(head)
    volume = _TITLE_VOLUME.search(title) if whole else None
    title = title[: volume.start()] if volume else _TITLE_NUMBER.sub("", STANDARD.sub("", title))
    return authors, year, title, volume["volume"] if volume else None


def _parted(text: str) -> tuple[str, str]:
    """What stands before and behind the first stop that ends no initial; all behind it where there is none."""
    named = _FULL_NAMES.match(text)
    if named and named.end() + 2 < len(text) and not _ABBREVIATED.search(named.group()):
        return named.group(), text[named.end() + 2 :]
    for match in _STOP.finditer(text):
        before = text[: match.start()]
        if _MORE_INITIALS.match(text, match.end()) or _ABBREVIATED.search(before):
            continue
        if before and match.end() < len(text) and (_GBT_AUTHOR.search(before) or not _INITIAL.search(before)):
            return before, text[match.end() :]
    return "", text


def _host(rest: str) -> tuple[str | None, str]:
    """The book or proceedings after ``//``, without its editor and volume, and what follows it."""
    at = rest.find("//")
    if at < 0:
        return None, rest
    after = _HOST_VOLUME.sub("", rest[at + 2 :].strip())
    editor, behind = _parted(after)
    if (_is_editor(editor) or ZH_BODY.search(editor)) and _STOP.search(behind):
        after = behind
    stop = next((stop for stop in _STOP.finditer(after) if not _ABBREVIATED.search(after[: stop.start()])), None)
    name, after = (after[: stop.start()], after[stop.end() :]) if stop else (after, "")
    name = _TITLE_VOLUME.sub("", name[: code.start()] if (code := _CODE.search(name)) else name)
    return bare(name) or None, after


def _is_editor(words: str) -> bool:
    """Persons by their look: surnames with initials, or Chinese names of two to four characters."""
    last = re.sub(r"[,，]?\s*(?:等|et al)$", "", words)
    return bool(_GBT_AUTHOR.search(last) or _FIRST_NAMES_FIRST.fullmatch(last) or _CHINESE_NAMES.fullmatch(last))


def _rest(code: str, rest: str, dated: bool) -> dict[str, str | None]:
    """What follows the code, by the form that its type has."""
    rest = re.sub(r"\s+", " ", _NO_DETAIL.sub("", rest)).strip(" .。")
    released = _RELEASED.search(rest)
    rest = re.sub(r"\((?=\d{4}\))[^()]*\)$", "", _RELEASED.sub("", rest).strip(" ."))
    for _ in range(2):
        rest = _BETWEEN.sub("", rest)
    forms = {"N": [_PAPER, _PAPER_UNDATED] if dated or released else [_PAPER], "J": [_SERIAL]}.get(code, [_IMPRINT])
    if code != "J" and (rest[:4].isdigit() or _PAGES_ALONE.fullmatch(rest)):
        forms = [_YEAR_AND_PAGES]
    match = next((found for form in forms if (found := form.match(rest))), None)
    if match is None:
        return {}
    parts = {name: bare(value) or None for name, value in match.groupdict().items() if value}
    if code in ("EB", "N") and released:
        parts.setdefault("date", released["date"])
    if code == "EB" and "publisher" in parts:
        parts["container"] = parts.pop("publisher")
    return parts
