"""Sentences in notes that name a work, or put words in quotes, and cite nothing: whole notes, and behind a citation."""

from __future__ import annotations

import re

from kaoju.citations.chinese import CLOSING
from kaoju.citations.dates import YEAR
from kaoju.citations.gbt import is_gbt
from kaoju.citations.plain import ADDRESS, ITALIC, ROMAN, take_accessed
from kaoju.normalising import simplified

# all patterns are of Simplified text: how a sentence shows that it is one
SAYS = re.compile(
    r"认为|指出|表示|强调|主张|提出|写道|所谓|[称说道][：:，]|称[之为作]|[是的在将被其该此这]"
    r"|不同|均|并非|[也都已曾]|需要|可以|应当|作者|笔者|本文|系|即"
    r"|\b(?:puts?|says?|said|argue[sd]?|writes?|wrote|note[sd]?|observe[sd]?|claim(?:s|ed)|state[sd]|remark(?:s|ed)"
    r"|explain(?:s|ed)|declare[sd]?|warn(?:s|ed)|words of|According to)\b"
)
_DATE = rf"{YEAR}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?"
# what goes on behind a title as a sentence does; none of it begins the name of a house
_ON = (
    "(?:的|于|在|系(?!列)|是|即|为|里|所|对(?!外)|将(?!军)|由|被|已|曾|均|都|也|则|从|向|而|以[及来]"
    "|一[词语说文书案]|中(?:的|所|对|有|规定|指出|，)|概念|规定|指出|认为|显示|表明|提出|强调|政策|战略|问题"
    "|[简又亦也]称|截至|缔约|等(?:[^著编译，。《]|$)|计算|整理|编制|绘制|测算|推算|统计(?!出版|局|年)|换算|估算|改编"
    "|指(?!南)|自(?=\\d)|签[署订]|续签|缔结|达成|谈判|修订(?![版本])|生效|失效|到期|废止|终止|成员)"
)
_BEHIND = re.compile(
    rf"[》〉”」』]\s?(?:[（(][^（()）]{{1,40}}[）)])?(?:{_DATE})?[^\W\d_A-Za-z]{{0,2}}?{_ON}"
    r"|[》〉”」』][，,]\s?(?:系|指(?!南)|是|即(?!将)|并|但|而|也|其|该|这|此|有效期|旨在|用以|意为)"
    # 《框架协议》和2005年《共同声明》。
    rf"|》[和与及、]\s?(?:\d{{4}}年的?)?《[^》]{{1,60}}》(?:[。；]|$|{_ON})"
    r"|[”\"]\s(?:was|were|is|are|has|had|have|refers?|means?|denotes?)\b"
)
_BEFORE = re.compile(
    # 2019年2月10日，韩美草签
    rf"\W{{0,3}}(?:(?:[在自从到]|自从|截至)?{_DATE}(?:，[^《“]+|(?:为止|以来|[起前后间底初]|之[前后]|期间)，[^《“]*)"
    r"|(?:此处|这里|本[文表图]|[表图]中|笔者|作者|以上|上述)[^《》“”：:]{0,40}(?:根据|依据|采用|整理|计算|据|系|指)[^：:《》]*"
    r"|(?:需要|应当|应|值得|必须)(?:指出|说明|注意|强调)的是[^《]*|所谓)$"
    # 多称其为“同情预算”
    r"|.*(?:称[其之]?[为作]|视[其之]?为|译[为作]|意为|名为|简称|叫作?)$"
)
# 根据《管理法》，……: what the sentence says goes by it
_BASED = re.compile(r"\W{0,3}(?:按照|根据|依据|依照|基于|据)$")
_PRINTED = re.compile(rf"{ADDRESS}|[版页期网]|出版")
_SAYING = re.compile(r"(?:[称说道]|指出|表示|认为|写道|强调|警告|承认)[：:，,]?$")
_CLOSING = CLOSING | {'"': '"', ITALIC: ROMAN}
# As the minister put it, “…,” and so on; As noted in Lowe, “…” cites
_LED_IN = re.compile(
    r"\W{0,3}(?:As|When|While|Al?though|Asked|In|To|Whether|If|According to)\b[^“”]{0,160}?\b(?:puts? it|put|says?|said"
    r"|ask(?:s|ed)|repl(?:ies|ied)|den(?:ies|ied)|note[sd]?|argue[sd]?|wrote|writes?|quotes?|view|words|explain(?:s|ed)"
    r"|declare[sd]?|warn(?:s|ed)|claim(?:s|ed)|told|call(?:s|ed)|described?)\b[^“”A-Z]{0,40}[,:]\s?$"
    r"|\W{0,3}To quote\b[^“”]{0,80},\s?$"
)
# what the authors did: interviews, calculations, thanks
_OWN = re.compile(
    r"\W{0,3}(?:(?:The )?[Aa]uthors?[’']s? (?:own )?(?:\w+ )?(?:interviews?|calculations?|estimates?|compilation)\b"
    r"|(?:The authors?|I|We) (?:is|are|am|thanks?|wish|would)\b"
    r"|(?:笔者|作者)[于在对与曾的][^《》“”]{0,40}(?:访谈|采访|交流|调研|会谈))"
)
# no sign parts a title from the year
_UNPARTED = re.compile(rf"\W{{0,2}}[A-Z][^,:;()“”.{ITALIC}]{{20,}} in {YEAR}\.?\s*$")

# where a citation ends and a sentence may follow
_STOP = re.compile(rf"(?<=[页版年期日号號\d{ADDRESS}）)])[。.．]\s*(?=[\u3400-\u9fff“《「（])")
_ENGLISH = re.compile(
    r"\.\s+(?=(?:The|This|These|That|It|He|She|They|Here|However|Emphasis|Italics|Translation|I|We|Both|All|On)\b"
    r"[^;]*\b(?:is|are|was|were|have|had|can|would|will|also|do|mine|[a-z]{3,}(?:ed|es|s))\b)"
)
# pages and addresses end a citation in English; behind a year its title may begin
_ENDED = re.compile(rf"(?:\bpp?\. ?|\), )[A-Z]?\d[\d, –—-]*$|{ADDRESS}\)?$")
# what only a citation has
_MORE = re.compile(rf"{ADDRESS}|页|\bpp?\. ?\d|[》”][^》”。.]{{0,30}}?{YEAR}|\({YEAR}\)")


def without_remark(piece: str) -> str:
    """A citation without the sentences that follow it.

    >>> without_remark("阎学通：《惯性》，2013年版，第77页。该书作者认为不然。")
    '阎学通：《惯性》，2013年版，第77页。'
    """
    if is_gbt(piece):
        return piece
    simple = simplified(piece)
    cited = max((match.end() for match in _MORE.finditer(simple)), default=0)
    for stop in (_STOP, _ENGLISH):
        match = stop.search(simple, cited)
        rest = simple[match.end() :] if match else ""
        shown = _ENDED.search(simple[: match.start()]) if match and stop is _ENGLISH else SAYS.search(rest)
        if match and shown and not take_accessed(rest)[1]:
            return piece[: match.start() + 1]
    return piece


def is_remark(text: str, title: str | None) -> bool:
    """Whether a title stands in a sentence rather than a citation.

    >>> is_remark("《防御条约》于1953年10月1日签署。", "防御条约")
    True
    """
    text, title = simplified(text), simplified(title or "")
    if _OWN.match(text) or _UNPARTED.match(text):
        return True
    at = _begin(text, title) if title else -1
    if at <= 0 or text[at - 1] not in _CLOSING or is_gbt(text):
        return False
    end = _end(text, at, text.find(title) + len(title))
    before = text[: at - 1]
    based = _BASED.match(before) and not _PRINTED.search(text, end)
    return bool(
        based
        or _BEHIND.match(text, end)
        or _BEFORE.match(before)
        or _LED_IN.match(before)
        or _is_spoken(before, text[:end], text[end:])
    )


def _begin(text: str, title: str) -> int:
    """Where a title begins, or the one around it: 《“天下”概念》."""
    at = text.find(title)
    around = text.rfind("《", 0, max(at, 0))
    return around + 1 if around >= 0 and "》" not in text[around:at] else at


def _end(text: str, at: int, end: int) -> int:
    """Where the marks close in which a title begins; the title may have been read short of them, or past them."""
    opening = text[at - 1]
    closed = text.find(_CLOSING[opening], at)
    return closed if closed > 0 and opening not in text[at:closed] else end


def _is_spoken(before: str, words: str, behind: str) -> bool:
    """Whether words in quotes are what somebody says, to the end: 他称：“……。”"""
    return words[-1] in "。！？" and bool(_SAYING.search(before)) and not behind.strip("”」 。.")
