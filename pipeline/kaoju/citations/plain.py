"""A note without its markup: addresses and dates of access read out, italics kept as marks of their own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kaoju.citations.addresses import ADDRESS_FORM, with_whole_addresses
from kaoju.citations.dates import DATE, YEAR, read_date

ITALIC, ROMAN = "\ue000", "\ue001"
ADDRESS = "\ue002"
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\(\s*<?(?P<url>[^()\s>]+(?:\([^()\s]*\)[^()\s>]*)*)>?[^()]*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1|(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)|<(?:i|em)>(.+?)</(?:i|em)>"
)
_SAID = (
    r"(?:(?:最[后後]?(?:访问|登录|浏览|訪問|登錄|瀏覽)|访问|訪問|上网|上網|登录|登錄|登陆|浏览|瀏覽|检索|檢索|引用|查询|查詢|查阅|查閱|下载|下載|阅读|點閱|点阅|查看|擷取|读取|讀取)"
    r"(?:日期|时间|時間|于|於)?[：: ]*"
    r"|дата обращения:? *|(?:최종 ?)?(?:접속|검색|방문)일?[：: ]*)"
)
_ENGLISH = (
    r"(?:(?:last )?(?:accessed|retrieved|visited|viewed|checked|consulted)(?: on| at)?[:,]? ?|access(?:ed)? date:? ?)"
)
_ACCESSED = re.compile(
    rf"[，,;.。 ]{{0,4}}[（(\[]?\s{{0,3}}(?:{_SAID}|{_ENGLISH})(?P<date>{DATE})\s*"
    rf"(?:[访訪][问問]|检索|檢索|登录|登錄|查阅|查閱|瀏覽|浏览)?[。.]?\s*[）)\]]?[。.]?"
    rf"|[，,（(]\s{{0,3}}(?P<after>{DATE})\s*(?:访问|訪問|检索|檢索|登录|浏览|瀏覽|查阅|下载|上网|アクセス|閲覧|접속|검색)"
    r"[）)]?[。.]?",
    re.IGNORECASE,
)
# …, 5 May 2020, https://…, 2022-03-01.: of two dates, the one behind the address
_BEHIND = re.compile(rf"(?<={ADDRESS})[，,;；.。 ]{{0,3}}[（(\[]?(?P<date>{DATE})[）)\]]?\s*[.。]?\s*$")
# 2006年第1期，https://…，2007年9月13日; , 2008, https://…, March 17, 2010: a year or an issue right before the address
_DATED = re.compile(rf"(?:[，, ](?:{YEAR})年?|[期號号])[，,] ?{ADDRESS}$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# 2021- 04- 02
_CUT_DATE = re.compile(r"(?<![\d-])((?:19|20)\d\d)- ?(\d{1,2})- ?(\d{1,2})(?![\d-])")
# no note is longer
_LONGEST = 200_000
# our own marks, where a note has such characters
_OWN = re.compile(f"[{ITALIC}-{ADDRESS}]")
# a word that the end of a line has cut
_CUT_WORD = re.compile(r"(?<=[a-zà-ž])[-\u00ad‐]\n\s*(?=[a-zà-ž])")
# letters, digits and addresses of full width, as text layers have them; signs of full width are signs of Chinese
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE_ADDRESS = re.compile(r"(?:https?：|www．)[\w．／－＿？＝＆％＃：～~-]+", re.ASCII)
_WIDE_STOP = re.compile(r"(?<=[a-z])．(?=\s?\d)|(?<=\d)－(?=\d)")
# ２０２４．５．６
_WIDE_DATE = re.compile(rf"(?<!\d){YEAR}[．／]\d{{1,2}}[．／]\d{{1,2}}(?!\d)")
_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_LATEX = re.compile(r"\\(?:textit|emph|textsl)\s*\{([^{}]*)\}")
# "Title," as typewriters quote
_STRAIGHT = re.compile(r'(?<![\w"])"(?=[^\s"])([^"]{1,400})(?<!\s)"(?!\w)')
_ACCESSED_GBT = re.compile(r"[\[［](?P<date>\d{4}[-–—]\d{1,2}[-–—]\d{1,2})[\]］]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A note's text with italics between ``ITALIC`` and ``ROMAN`` and each address as one ``ADDRESS``."""

    text: str
    addresses: tuple[str, ...]


@lru_cache(maxsize=1 << 10)
def plain(note: str) -> Plain:
    """A note without Markdown: links as their addresses, escapes undone, straight quotes curled.

    >>> plain("*Reuters*, <https://example.org/a\\\\_b>").addresses
    ('https://example.org/a_b',)
    """
    note = with_whole_addresses(_CUT_WORD.sub("", _narrow(_OWN.sub("", note[:_LONGEST]))))
    note = _CUT_DATE.sub(r"\1-\2-\3", note)
    note = re.sub(r"\s+", " ", _LATEX.sub(r"*\1*", note))
    addresses: list[str] = []

    def take(address: str) -> str:
        kept = _ESCAPE.sub(r"\1", address).rstrip(".,;:!?'’”>")
        addresses.append(kept)
        return ADDRESS

    text = _LINK.sub(lambda match: _linked(match, take), note)
    text = ADDRESS_FORM.sub(lambda match: take(match.group()) + _tail(match.group()), text)
    text = re.sub(rf"<\s*({ADDRESS})[.,]*\s*>|\[\s*({ADDRESS})\s*\]", ADDRESS, text)
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub(_emphasised, text))
    return Plain(_STRAIGHT.sub(r"“\1”", text), tuple(addresses))


def _narrow(note: str) -> str:
    """A note without letters and digits of full width: ``Ｖｏｌ．１０`` is ``Vol.10``."""
    note = note.translate(_WIDE)
    for form in (_WIDE_STOP, _WIDE_DATE, _WIDE_ADDRESS):
        note = form.sub(lambda match: unicodedata.normalize("NFKC", match.group()), note)
    return note


def _linked(match: re.Match[str], take) -> str:  # type: ignore[no-untyped-def]
    """A link as its address, with its words before it where they are no address themselves."""
    words = match["text"].strip()
    if not re.match(r"(?:https?:|www\.|mailto:)", match["url"]):
        within = _IN_ADDRESS.search(match.string, max(0, match.start() - 200), match.start())
        return match.group() if within else words or " "
    address: str = take(match["url"])
    is_address = words.replace("\\", "").startswith(("http", "www.", match["url"][:8])) or not words
    return address if is_address else f"{words} {address}"


def _tail(address: str) -> str:
    """The stop that follows an address rather than ends it."""
    stripped = address.rstrip(".,;:!?'’”>")
    return address[len(stripped) :].replace(">", "")


def _emphasised(match: re.Match[str]) -> str:
    inner = match[2] or match[3] or match[4] or ""
    # a comma or stop inside the italics belongs to the sentence
    words = inner.rstrip(",，.。;；:： ")
    if inner.rstrip().endswith(".") and len(inner.split()) > 1:
        words = inner.rstrip(",，;；:： ")
    return f"{ITALIC}{words}{ROMAN}{inner[len(words) :]}"


def take_accessed(text: str) -> tuple[str, str | None]:
    """The text without its date of access, and that date as EDTF."""
    for pattern in (_ACCESSED, _ACCESSED_GBT):
        found = list(pattern.finditer(text))
        if found:
            match = found[-1]
            told = match["date"] or match.groupdict().get("after")
            left = text
            for one in reversed(found):
                left = left[: one.start()] + (" " if pattern is _ACCESSED else "") + left[one.end() :]
            return left, read_date(told) if told else None
    behind = _BEHIND.search(text)
    if behind and (_DATED.search(text, 0, behind.start()) or _DAY.fullmatch(read_date(text[: behind.start()]) or "")):
        return text[: behind.start()], read_date(behind["date"])
    return text, None


def bare(text: str) -> str:
    """Words without marks of italics and addresses, trimmed of signs."""
    return re.sub(f"[{ITALIC}{ROMAN}{ADDRESS}]", "", text).strip(" \t\n,，.。;；:：")


def before_open(text: str) -> str:
    """What stands before a bracket that is not closed.

    >>> before_open("Tides (Filmhaus")
    'Tides '
    """
    depth, opened = 0, len(text)
    for at, char in enumerate(text):
        if char in "(（":
            opened = at if not depth else opened
            depth += 1
        elif char in ")）" and depth:
            depth -= 1
    return text[:opened] if depth else text
