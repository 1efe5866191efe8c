"""Citations: the works that a note cites, and the notes that point back to others.

A note loses its markup (``plain``), is parted into citations (``splitting``), and each is read by its form: GB/T 7714
(``gbt``), the Chinese manner (``chinese``) or Chicago's (``english``). ``references`` resolves what points back.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kaoju.citations.chinese import read_chinese
from kaoju.citations.citation import Citation
from kaoju.citations.english import read_english
from kaoju.citations.gbt import is_gbt, read_gbt
from kaoju.citations.listed import is_listed, read_listed
from kaoju.citations.names import without_lead
from kaoju.citations.plain import ADDRESS, bare, plain, take_accessed
from kaoju.citations.references import Reference, Source, is_pointer, resolve
from kaoju.citations.splitting import split_citations

__all__ = ["Citation", "Reference", "Source", "parse_note", "resolve"]

# a citation is shorter; what a reader looks at stays bounded
_LONGEST = 3000
# author, title and year with no marks at all: what stands before the first comma is all names
_NAMED = r"(?:[A-ZÀ-Ý][\w’'.-]*|and|&|et|al\.|of|the|for|on|de|van|von|eds?\.)"
_UNMARKED = re.compile(
    rf"\W{{0,3}}[A-ZÀ-Ý][\w’'.-]*(?: {_NAMED}){{1,12}}, (?:eds?\., )?(?!(?:19|20)\d\d)[A-ZÀ-Ý\d].*"
    r"(?:1[5-9]|20)\d\d\)?(?:, pp?\. ?[A-Z]?\d{1,4}(?:[–—-]\d{1,4})?)?\s?\.?\s?$"
)
# 《海上交通安全法》第12条: a law needs no imprint
_LAW_ALONE = re.compile(
    r"(?:参见|见)?《[^《》]{2,60}(?:法|条例|规定|办法|公约|条约|宪章)》(?:第[\d一二三四五六七八九十百]{1,6}条)?[。.]?$"
)
_CJK = re.compile("[\u3400-\u9fff]")
_CHINESE_TITLE = re.compile("[《〈「]|[\u3400-\u9fff][：:，]?\\s*“[^”]*[\u3400-\u9fff]|^\\W*“[^”]*[\u3400-\u9fff]")


def parse_note(text: str) -> list[Citation]:
    """The citations of a note, in their order; none for a note that only points back or remarks.

    >>> cite = parse_note("Noah Feld, “Powell Says,” *Reuters*, April 29, 2021, pp.1-2.")[0]
    >>> cite.type, cite.authors, cite.title, cite.container, cite.date
    ('article-newspaper', ('Noah Feld',), 'Powell Says', 'Reuters', '2021-04-29')
    """
    read = plain(text)
    addresses = iter(read.addresses)
    found = []
    for piece in split_citations(read.text):
        mine = [next(addresses) for _ in range(piece.count(ADDRESS))]
        if is_pointer(piece) or not _cites(piece):
            continue
        citation = _read(piece)
        if citation.title:
            found.append(replace(citation, url=mine[0] if mine else None, language=_language(citation)))
    return found


def _cites(piece: str) -> bool:
    """Whether a piece holds a work: a title in its marks, a code of GB/T 7714, an address, or an imprint."""
    if is_gbt(piece) or ADDRESS in piece or is_listed(piece.strip()):
        return True
    dated = re.search(r"(?:1[5-9]|20)\d\d|[民國国]{2}\s*\d+\s*年", piece)
    paged = re.search(r"\bpp?\. ?\d|第\s*\d+[^，。]{0,8}[页頁版期]|[页頁]\s*\d", piece)
    titled = re.search(r"[《〈“「«\ue000]|\"\S", piece)
    if titled:
        return bool(dated or paged or _LAW_ALONE.match(piece.strip())) or (
            len(piece) < 60 and not re.search("[。！？]", piece.strip()[:-1]) and "：" in piece
        )
    return bool(
        (dated and (paged or re.search(r"[A-Z]\w+: [A-Z]|出版社|书局|Press", piece)))
        or (paged and not _CJK.search(piece))
        or (dated and _UNMARKED.match(without_lead(piece[:_LONGEST])))
    )


def _read(piece: str) -> Citation:
    text, accessed = take_accessed(piece[:_LONGEST])
    if is_gbt(text):
        citation = read_gbt(text.replace(ADDRESS, " "))
    elif _CHINESE_TITLE.search(text) or len(_CJK.findall(text)) > len(re.findall("[A-Za-z]", text)):
        citation = read_chinese(text)
    elif is_listed(text):
        citation = read_listed(text)
    else:
        citation = read_english(text)
    return replace(citation, accessed=accessed)


def _language(citation: Citation) -> str:
    words = f"{citation.title or ''}{citation.container or ''}"
    if re.search("[\u3040-\u30ff]", words):
        return "ja"
    if re.search("[\uac00-\ud7af]", words):
        return "ko"
    return "zh" if _CJK.search(words) else "en" if bare(words) else "und"
