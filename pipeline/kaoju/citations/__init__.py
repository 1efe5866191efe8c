"""Citations: the works that a note cites, and the notes that point back to others.

A note loses its markup (``plain``) and is parted into citations (``splitting``), each without what leads to it
(``leading``) and what is remarked on it (``remarks``). Its parts are found by a trained labeller (``labelled``), made
whole by the order that all citations keep (``mending``), and by the grammar of its form: GB/T 7714 (``gbt``), the
Chinese manner (``chinese``), lists (``listed``) or Chicago's (``english``); ``merging`` says whose word counts, and
``settling`` what the conventions of its kind say. What says itself what it is stands in ``details``. ``pointing`` reads
what points back, ``references`` resolves it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from kaoju.citations.chinese import read_chinese
from kaoju.citations.citation import Citation
from kaoju.citations.dates import REIGN_YEAR, YEAR
from kaoju.citations.details import Details, read_details
from kaoju.citations.english import read_english
from kaoju.citations.gbt import is_gbt, read_gbt
from kaoju.citations.kinds import is_law, is_series
from kaoju.citations.labelled import Labelled, read_labelled
from kaoju.citations.leading import after_lead, without_label
from kaoju.citations.likely import likely_type
from kaoju.citations.listed import is_listed, read_listed
from kaoju.citations.mending.stops import is_stopped
from kaoju.citations.merging import is_marked, merged
from kaoju.citations.names import without_lead
from kaoju.citations.plain import ADDRESS, ITALIC, bare, plain, take_accessed
from kaoju.citations.pointing import is_pointer, without_pointer
from kaoju.citations.references import Reference, Source, resolve, typed
from kaoju.citations.remarks import is_remark, without_remark
from kaoju.citations.settling import settled
from kaoju.citations.settling.archives import is_filed
from kaoju.citations.settling.official import is_official
from kaoju.citations.signs import signed
from kaoju.citations.spacing import spaced
from kaoju.citations.splitting import split_citations

__all__ = ["Citation", "Reference", "Source", "parse_note", "resolve", "typed"]

# how sure of a type the classifier must be, and of which types the grammar knows more where it read the same title
_SURE = 0.9
_COMMON = ("article-journal", "article-newspaper", "book", "chapter", "webpage", "report", "thesis")
# the share of a piece that must be parts of a work where its form does not say that it is one
_KNOWN, _ALL = 0.7, 0.9
# a citation is shorter; what a reader looks at stays bounded
_LONGEST = 3000
# author, title and year with no marks at all: what stands before the first comma is all names
_NAMED = r"(?:[A-ZÀ-Ý][\w’'.-]*|and|&|et|al\.|of|the|for|on|de|van|von|eds?\.)"
_UNMARKED = re.compile(
    rf"\W{{0,3}}[A-ZÀ-Ý][\w’'.-]*(?: {_NAMED}){{1,12}}, (?:eds?\., )?(?!(?:19|20)\d\d)[A-ZÀ-Ý\d].*"
    rf"{YEAR}\)?(?:, pp?\. ?[A-Z]?\d{{1,4}}(?:[–—-]\d{{1,4}})?)?\s?\.?\s?$"
)
# what an old print says in place of a year: 光绪三年, 乾隆刻本, 文学山房活字本
_OLD = re.compile(
    rf"{REIGN_YEAR}"
    r"|[刻刊写寫抄钞鈔稿]本|(?:活字|铅印|鉛印|石印|影印|标点|標點|点校|點校|整理|校注)本"
)
# an article that its volume tells
_SERIAL = re.compile(rf"[”\"],? {ITALIC}?[A-Z][^“”]{{2,60}}[,(]\s?(?:[Vv]ol|[Nn]o)\.? ?\d")
# 《海关志》，出版时间不详: that there is no date is said as a date
_UNDATED = re.compile(
    r"\bn\.d\.|\bno date\b|\bs\.d\.|\bforthcoming\b|\bin press\b|待刊|即将出版"
    r"|出版(?:时间|年|日期|者)不[详明]|出版(?:時間|年|日期|者)不[詳明]"
)
# a title and nothing else; 《海上交通安全法》第12条: a law needs no imprint
_ALONE = re.compile(r"(?:参见|参看|见|详见|參見|見)?《[^《》]{2,160}》[。.]?$")
_LAW_ALONE = re.compile(
    r"(?:参见|见)?《[^《》]{2,60}(?:法|条例|规定|办法|公约|条约|宪章|公报|声明|协定|协议|议定书|宣言|章程)》(?:第[\d一二三四五六七八九十百]{1,6}[条條款项項]){0,3}[。.]?$"
)
_QUOTING = re.compile("[\u3400-\u9fff][“「](?=[^”」\u3400-\u9fff]{0,400}[\u3400-\u9fff])[^”」]{1,400}[”」]")
# 「担保の意義」民法研究会編『民法の争点』, as Japanese lawyers cite
_JAPANESE = re.compile("「[^」]{2,80}」[^，。「」]{0,60}『[^』]{2,60}』")
# behind a title stands a sign, a number or 载; behind words in quotes the sentence goes on
_PARTED = re.compile(r"[,，.。]?[”》〉」』\"»]\s*(?:[，,。.；;：:（(、《〈\[［第载載见見卷上下\d]|$)")
# 李某诉海运局案，某市中级人民法院（2018）…号; Texas v. Lowe
_CASE = re.compile(
    r"\W{0,2}(?:参见|见)?[^《》，。]{4,80}案[，,（(][^。；]{0,40}(?:法院|号|发布|公布)"
    r"|[^《》，。]{2,40}[诉訴][^《》，。]{2,40}案(?:\s?[（(]\d{4}[）)][^，。]{2,20}号)?[。.．]?\s*$"
    r"|\W{0,2}[A-Z][^,;]{1,60} v\.? [A-Z][^;]{1,200}\d"
)
# § 32 II StGB; StGB, § 32; StGB (no date); 19 U.S.C. § 2411(b)
_SECTION = re.compile(
    r"\W{0,2}(?:(?:§+|Art\.) ?\d[\w. ]{0,20} [A-Z]\w*[A-Z]\w*|[A-Z][\w .]{0,60}, (?:§|Art\.) ?\d[\w. ]{0,10}"
    r"|“?[A-Z][\w .]{2,60} (?:[Aa]rt|[Aa]mend|[Ss]ec)\. [\dIVXLC]+(?:, (?:[Pp]ara|[Cc]l|[Ss]ec)\. \d+)?[,.” ]*"
    r"|\d{1,3} [A-Z][\w.]*\. §+ ?\d[\w().–-]*|\S[^(]{1,160}[,(] ?no date\)?)\.?\s*$"
)
# Foreign Relations of the United States: papers by volume and document, without an imprint
_PAPERS = re.compile(r"\b(?:FRUS|Foreign Relations of the United States)\b.*\b(?:Vol(?:ume|s)?|Doc(?:ument|s)?|No|p)\b")
# “…,” in 金子, 中里 and 森, eds., 租税: a foreign work in Chicago's manner
_FOREIGN = re.compile(r"[”\w,.] in (?:[^“”]{2,120}?\beds?\b|(?=[\u3040-\u9fff]))")
_CJK = re.compile("[\u3400-\u9fff]")
_CHINESE_TITLE = re.compile("[《〈「『]|[\u3400-\u9fff][：:，]?\\s*“[^”]*[\u3400-\u9fff]|^\\W*“[^”]*[\u3400-\u9fff]")


def parse_note(text: str) -> list[Citation]:
    """The citations of a note, in their order; none for a note that only points back or remarks.

    >>> cite = parse_note("Noah Feld, “Powell Says,” *Reuters*, April 29, 2021, pp.1-2.")[0]
    >>> cite.type, cite.authors, cite.title, cite.container, cite.date
    ('article-newspaper', ('Noah Feld',), 'Powell Says', 'Reuters', '2021-04-29')
    """
    read = plain(text)
    addresses = iter(read.addresses)
    pieces = split_citations(without_label(read.text))
    works = [_work(piece, tuple(islice(addresses, piece.count(ADDRESS)))) for piece in pieces]
    return [work for work in works if work]


def _work(piece: str, addresses: tuple[str, ...]) -> Citation | None:
    """The work that a piece of a note cites; None for a pointer or a remark."""
    piece = without_remark(after_lead(piece[:_LONGEST]))
    if is_pointer(piece):
        return None
    piece = without_pointer(piece)
    text, accessed = take_accessed(spaced(piece))
    labelled = read_labelled(text)
    if not _is_titled(text, labelled.citation) or not (_cites(piece) or _is_cited(labelled)):
        return None
    citation = _read(text, labelled.citation)
    if not citation.title or is_remark(text, citation.title):
        return None
    url = next(iter(addresses), None)
    citation = replace(citation, url=url, accessed=accessed, language=_language(citation))
    return _detailed(signed(text, citation), read_details(text, addresses))


def _detailed(citation: Citation, details: Details) -> Citation:
    """A citation with what says itself what it is; a newspaper's 第2版 is its page, a shelf mark is none."""
    pages = citation.pages
    is_page = (pages or "-") in (details.edition or "") and not citation.publisher
    told = details._replace(
        edition=None if is_page or citation.type == "article-newspaper" else details.edition,
        series=details.series or citation.series,
        number=details.number or citation.number,
    )
    return replace(
        citation,
        container=_without_number(citation.container, told.number),
        pages=None if pages and pages in (details.archive_location or "") else pages,
        issue=None if citation.issue == details.number else citation.issue,
        **told._asdict(),
    )


def _without_number(container: str | None, number: str | None) -> str | None:
    """A series without the number of the report: CRS Report R41481."""
    return container.removesuffix(number).rstrip(" ,#") or None if container and number else container


def _cites(piece: str) -> bool:
    """Whether a piece holds a work: a title in its marks, a code of GB/T 7714, an address, or an imprint."""
    if (
        is_gbt(piece)
        or ADDRESS in piece
        or _CASE.match(piece)
        or _SECTION.match(piece)
        or is_listed(piece.strip())
        or _PAPERS.search(piece)
        or is_official(piece)
        or is_filed(piece)
    ):
        return True
    dated = re.search(rf"{YEAR}|[民國国]{{2}}\s*[\d一二三四五六七八九十]+\s*年", piece) or _UNDATED.search(piece)
    dated = dated or _OLD.search(piece)
    paged = re.search(r"\bpp?\. ?\d|第\s*\d+[^，。]{0,8}[页頁版期]|[页頁]\s*\d", piece)
    serial = _SERIAL.search(piece)
    titled = re.search(r"[《〈“「『«\ue000]|\"\S", piece)
    if titled:
        return bool(dated or paged or serial or _LAW_ALONE.match(piece.strip()) or _ALONE.match(piece.strip())) or (
            len(piece) < 60 and not re.search("[。！？]", piece.strip()[:-1]) and "：" in piece
        )
    return bool(
        (dated and (paged or re.search(r"[A-Z]\w+: [A-Z]|出版社|书局|专利|Press", piece)))
        or (paged and not _CJK.search(piece))
        or (dated and _UNMARKED.match(without_lead(piece)))
    )


def _is_titled(text: str, found: Citation) -> bool:
    """Whether what the labeller found is no prose: Chinese prose has words in quotes and years too."""
    if not _QUOTING.search(text) or is_gbt(text) or ADDRESS in text or _JAPANESE.search(text) or is_stopped(text):
        return True
    at = text.find(found.title or "")
    return is_marked(text, found.title) and bool(_PARTED.match(text, at + len(found.title or "")))


def _is_cited(found: Labelled) -> bool:
    """Whether the labeller found a work: a title, what dates or places it, and little else."""
    cite, share = found
    if not cite.title or share < _KNOWN:
        return False
    dated = cite.date or cite.pages
    placed = cite.authors or cite.container or cite.publisher or cite.volume or is_law(cite.title)
    return bool((dated and placed) or (share >= _ALL and (dated or placed)))


def _read(text: str, found: Citation) -> Citation:
    """A citation as labelled, and what was missed as the grammar reads it."""
    if is_gbt(text):
        read = read_gbt(text.replace(ADDRESS, " "))
    elif _FOREIGN.search(text):
        read = read_english(text)
    elif _CHINESE_TITLE.search(text) or len(_CJK.findall(text)) > len(re.findall("[A-Za-z]", text)):
        read = read_chinese(text)
    elif is_listed(text):
        read = read_listed(text)
    else:
        read = read_english(text)
    citation = merged(text, found, read)
    kind, chance = likely_type(text, citation)
    if (
        chance >= _SURE
        and (read.title != citation.title or kind not in _COMMON)
        and not is_series(read.container or "")
    ):
        citation = replace(citation, type=kind)
    return settled(text, citation)


def _language(citation: Citation) -> str:
    words = f"{citation.title or ''}{citation.container or ''}"
    if re.search("[\u3040-\u30ff]", words):
        return "ja"
    if re.search("[\uac00-\ud7af]", words):
        return "ko"
    return "zh" if _CJK.search(words) else "en" if bare(words) else "und"
