"""What stands around a citation in a note and is none of it: the label of the note, the words that lead to a work, and
what is said before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaoju.citations.gbt import is_gbt
from kaoju.citations.plain import ADDRESS, ITALIC, ROMAN, take_accessed

_HAN = "\u3400-\u9fff"
_OPENS = f"《〈“「『\"{ITALIC}"
_SIGNS = f"《》〈〉“”「」『』{ITALIC}-{ADDRESS}"
_LABEL = re.compile(
    rf"[{ITALIC}{ROMAN}\s]*(?:[①-⑳㉑-㊿]|[\[［【〔][注註]?\d{{1,3}}[\]］】〕]|\d{{1,3}}[.．、]\s(?=[A-Z“《{_HAN}]))"
    rf"[{ITALIC}{ROMAN}\s]*"
)
# where a work begins: its title, the country or the names before it, an address
_START = (
    rf"(?=[{_OPENS}\[〔［(（{ADDRESS}]|[A-ZÀ-ÞА-Я]|[{_HAN}][^{_SIGNS}。；;]{{1,60}}[《〈“「『{ADDRESS}]|[{_HAN}]{{2,4}}[.．]\s)"
)
# 参见, 详见, 可见, 见于, 出自: they lead to a work wherever they stand
_SEE = (
    r"(?:[参參][见見阅閱看考照]|[详詳][见見参參]|查[见見阅閱]|[可另并亦又均][见見]|[见見](?:于|於|诸|諸)|[来來](?:自|源[于於])|出自|引自|源自|摘自|取自)"
)
# 见, 如, 有: behind a comma, or where words of what is said stand before them
_NAMING = "(?:例如|比如|诸如|譬如|如|包括|主要有|分别有|有|见|見|即)"
_SAID = "原文|引文|数据|數據|全文|内容|內容|论述|論述|讨论|討論|分析|评论|評論|观点|觀點|说法|說法|表述|论证|論證|综述|綜述|报道|報道"
_LISTING = "(?:有|如|如下|包括|是|为|為|来源|來源|出处|出處)"
_WORKS = "(?:研究|成果|文献|文獻|著作|论著|論著|论述|論述|观点|觀點|讨论|討論|作品)"
_REFERS = re.compile(
    "|".join(
        (
            rf"{_SEE}[:：,，]?\s?{_START}",
            rf"(?:^|(?<=[，,：])|(?<={_SAID})){_NAMING}[:：,，]?\s?{_START}",
            rf"(?<=[{_HAN}]{{3}}){_LISTING}[:：]\s?(?=\S)|来源[:：]\s?(?=\S)",
            rf"(?<=的){_WORKS}[:：]\s?{_START}",
        )
    )
)
_ENGLISH = re.compile(
    r"(?:(?<=, )|(?<=[;:] ))(?:see(?: also)?|cf\.|compare)(?:,? (?:e\.g\.|for example|inter alia),?)?[:,]? "
    rf"(?=[{_OPENS}A-ZÀ-Þ])"
    r"|(?:includes?|are|is|remains)(?: found in)?:? (?=[A-ZÀ-Þ][\w’.-]* [A-ZÀ-Þ])"
    r"|(?:Data )?[Ss]ources?(?: of data)?: (?=\S)|Data (?:are )?(?:taken )?from:? (?=\S)"
)
_ENGLISH_WORDS = re.compile(
    r"(?:On|For|About|As|In|Regarding|Concerning|Recent|Other|Some|Many|This|The|An?|Similar|Earl\w+|Further|But|Among"
    r"|Examples?|Important|Notable|Influential|Classic|Useful)\b|$"
)
_ANY = re.compile("")
# nothing leads to a work for longer
_LONGEST = 640
# a title with what prints and dates it, pages or a code: those words are a citation themselves; behind a title 见 is in
_CITED = re.compile(
    r"[》”][^》”]{0,40}?(?:(?:1[5-9]|20)\d\d|第\s*\d)|[页頁]|\bpp?\. ?\d|\[[A-Z]\]|\d\. "
    r"|^(?!有?关于?|对|就).*》[，,]?\s*$|(?<![称稱说說道出示为])[：:]\s?“[^“”]*”[，,]?\s*$"
)
_STOP = re.compile(rf"(?:。[”」]?|[.?!]”)\s*(?=[{_OPENS}\[〔［(（{_HAN}]|[A-ZÀ-Þ])")
# how a sentence shows that it is one
_SAYS = re.compile(
    r"认为|認為|指出|表示|强调|強調|主张|主張|提出|写道|所谓|所謂|[称稱说說道][：:，]|称[之为作]|[是的在将將被其该該此这這]"
    r"|不同|均|并非|[也都已曾]|需要|可以|应当|作者|笔者|本文|系|即"
    r"|\b(?:puts?|says?|said|argue[sd]?|writes?|wrote|note[sd]?|observe[sd]?|claim(?:s|ed)|state[sd]|remark(?:s|ed)"
    r"|explain(?:s|ed)|declare[sd]?|warn(?:s|ed)|words of|According to)\b"
)
_SENTENCE = re.compile(rf"(?s:.*?)(?:{_SAYS.pattern})")
_BEHIND = re.compile(rf"(?<=[页頁版年期日号號\d{ADDRESS}）)])[。.．]\s*(?=[{_HAN}“《「（])")
_BEHIND_ENGLISH = re.compile(
    rf"(?<=[\d{ADDRESS})])\.\s+(?=(?:The|This|These|That|It|He|She|They|Here|However|Emphasis|Italics|Translation|I|We"
    r"|Both|All|On|Note that)\b[^;]*\b(?:is|are|was|were|has|have|had|can|would|will|also|does|do|mine|[a-z]{3,}(?:ed|es|s))\b)"
)
_MORE = re.compile(rf"{ADDRESS}|[页頁]|\bpp?\. ?\d|[》”][^》”]{{0,30}}?(?:1[5-9]|20)\d\d|\((?:1[5-9]|20)\d\d\)")


def without_label(note: str) -> str:
    """A note without the number or sign by which it is called.

    >>> without_label("①Mark Landler, “Deal,” 2018."), without_label("[15] 新华社[N]")
    ('Mark Landler, “Deal,” 2018.', '新华社[N]')
    """
    match = _LABEL.match(note)
    return note[match.end() :] if match and match.end() < len(note) else note


def cited_part(piece: str) -> str:
    """A citation without the words that lead to it, the sentences before it and the remark behind it.

    >>> cited_part("对此的批评，见阎学通：《惯性》，2013年版，第77页。该书作者认为不然。")
    '阎学通：《惯性》，2013年版，第77页。'
    """
    begin = max((end for end in _leads(piece)), default=0)
    return _without_remark(piece[begin:])


def _leads(piece: str) -> Iterator[int]:
    """Where sentences and words that lead to a work end, those of them that cite none themselves."""
    for form, leads in ((_STOP, _SENTENCE), (_REFERS, _ANY), (_ENGLISH, _ENGLISH_WORDS)):
        for match in form.finditer(piece, 0, _LONGEST):
            before = piece[: match.end() if form is _STOP else match.start()]
            if _CITED.search(before):
                break
            if leads.match(before) and _is_whole(before):
                yield match.end()


def _is_whole(words: str) -> bool:
    """Whether no mark is left open in some words."""
    return all(words.count(opening) == words.count(closing) for opening, closing in ("《》", "“”", "「」", f"{ITALIC}{ROMAN}"))


def _without_remark(piece: str) -> str:
    if is_gbt(piece):
        return piece
    for form in (_BEHIND, _BEHIND_ENGLISH):
        for match in form.finditer(piece):
            rest = piece[match.end() :]
            told = form is _BEHIND_ENGLISH or _SAYS.search(rest)
            if told and not _MORE.search(rest) and not take_accessed(rest)[1]:
                return piece[: match.start() + 1]
    return piece
