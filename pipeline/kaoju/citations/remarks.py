"""Sentences that name a work, or put words in quotes, and cite nothing."""

from __future__ import annotations

import re

from kaoju.citations.gbt import is_gbt
from kaoju.citations.plain import ITALIC, ROMAN

_YEAR = r"(?:1[5-9]|20)\d\d"
# what goes on behind a title as a sentence does; none of it begins the name of a house
_ON = "|".join(
    (
        "的|于|在|系(?!列)|是|即|为|為|里|所|对(?!外经)|對|将(?!军)|將|由|被|已|曾|均|都|也|则|从|從|向|而|一[词詞语說说文書书语案]|以[及来]",
        "中(?:的|所|对|有|规定|指出|，)|概念|[简又亦也]称|截至|缔约|规定|規定|指出|认为|显示|表明|提出|强调|政策|战略|问题|等(?:[^著编译，。《]|$)",
        "计算|計算|整理|编制|绘制|测算|推算|统计(?!出版|局|年)|换算|估算|改编|签署|生效|成员",
    )
)
_SUCH = "系|指|是|即|并|但|而|也|其|该|这|此|有效期|旨在|用以|意为"
_BEHIND = re.compile(
    rf"[》〉”」』]\s?(?:[（(][^（()）]{{1,40}}[）)]|{_YEAR}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)?[^\W\d_A-Za-z]{{0,2}}?(?:{_ON})|[》〉”」』][，,]\s?(?:{_SUCH})"
    # 《框架协议》和2005年《共同声明》。
    r"|》[和与及、]\s?(?:\d{4}年的?)?《[^》]{1,60}》(?:[。；]|$|[中的都均等])"
    r"|[”\"]\s(?:was|were|is|are|has|had|have|refers?|means?|denotes?)\b"
)
_BEFORE = re.compile(
    # 2019年2月10日，韩美草签
    rf"\W{{0,3}}(?:(?:[在自从到]|自从|截至)?{_YEAR}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?，[^《“]+"
    r"|(?:此处|这里|本[文表图]|[表图]中|笔者|作者|以上|上述)[^《》“”：:]{0,40}(?:根据|依据|采用|整理|计算|据|系|指)[^：:《》]*"
    r"|(?:需要|应当|应|值得|必须)(?:指出|说明|注意|强调)的是[^《]*|所谓)$"
)
_SAYING = re.compile(r"(?:[称稱说說道]|指出|表示|认为|写道|强调|警告|承认)[：:，,]?$")
_CLOSING = {"《": "》", "〈": "〉", "“": "”", "「": "」", "『": "』", '"': '"', ITALIC: ROMAN}
# what the author did: the interview, the calculation
_OWN = re.compile(
    r"\W{0,3}(?:(?:The )?[Aa]uthors?[’']s? (?:own )?(?:\w+ )?(?:interviews?|calculations?|estimates?|compilation|translation)\b"
    r"|(?:笔者|筆者|作者)[于在对對與与曾的][^《》“”]{0,40}(?:访谈|訪談|采访|採訪|交流|调研|会谈))"
)
# no sign stands in it, which parts the title of a work from what dates it
_UNPARTED = re.compile(rf"\W{{0,2}}[A-Z][^,:;()“”.{ITALIC}]{{20,}} in {_YEAR}\.?\s*$")


def is_remark(text: str, title: str | None) -> bool:
    """Whether a title stands in a sentence rather than a citation.

    >>> is_remark("《防御条约》于1953年10月1日签署。", "防御条约")
    True
    """
    if _OWN.match(text) or _UNPARTED.match(text):
        return True
    at = text.find(title) if title else -1
    if at <= 0 or text[at - 1] not in _CLOSING or is_gbt(text):
        return False
    end = _end(text, at, at + len(title or ""))
    return bool(_BEHIND.match(text, end) or _BEFORE.match(text[: at - 1]) or _is_spoken(text, at, end))


def _end(text: str, at: int, end: int) -> int:
    """Where the marks close in which a title begins; the title may have been read short of them, or past them."""
    closed = text.find(_CLOSING[text[at - 1]], at)
    return closed if closed > 0 and text[at - 1] not in text[at:closed] else end


def _is_spoken(text: str, at: int, end: int) -> bool:
    """Whether words in quotes are what somebody says, to the end: 他称：“……。”"""
    return text[end - 1] in "。！？" and bool(_SAYING.search(text, 0, at - 1)) and text[end:].strip("”」 。.") == ""
