"""What stands before a citation in a note and is none of it: the label of the note, sentences, and the words that lead
to a work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kaoju.citations.dates import YEAR
from kaoju.citations.plain import ADDRESS, ITALIC, ROMAN
from kaoju.citations.remarks import SAYS
from kaoju.normalising import simplified

# all patterns are of Simplified text
_HAN = "\u3400-\u9fff"
_OPENS = f'《〈“「『"{ITALIC}'
_SIGNS = f"《》〈〉“”「」『』{ITALIC}-{ADDRESS}"
_BARE_LABEL = rf"[①-⑳㉑-㊿]|[\[［【〔][注註]?\d{{1,3}}[\]］】〕]|\d{{1,3}}[.．、]\s(?=[A-Z“《{_HAN}])"
_LABEL = re.compile(rf"[{ITALIC}{ROMAN}\s]*(?:{_BARE_LABEL})[{ITALIC}{ROMAN}\s]*")

# where a work begins: its title, the country or the names before it, an address
_COUNTRY = r"[\[〔［(（]"
_START = (
    rf"(?=[{_OPENS}{ADDRESS}]|{_COUNTRY}|[A-ZÀ-ÞА-Я]|[{_HAN}][^{_SIGNS}。；;]{{1,60}}[《〈“「『{ADDRESS}]"
    rf"|[{_HAN}]{{2,4}}[.．]\s)"
)
_NAMED_START = rf"(?=[A-ZÀ-Þ][\w’.-]+ [A-ZÀ-Þ]|{_COUNTRY}[{_HAN}]{{1,4}}[\]〕］)）]|[{_HAN}·、]{{2,30}}[：:]\s?《)"
# wherever they stand: 参见, 详见, 可见, 见于, 出自
_SEE = "(?:参[见阅看考照]|详[见参]|查[见阅]|[可另并亦又均]见|见[于诸]|来(?:自|源于)|出自|引自|源自|摘自|取自)"
# behind a comma, or behind words of what is said
_NAMING = "(?:例如|比如|诸如|譬如|如|包括|主要有|分别有|有|见|即)"
_SAID = "原文|引文|数据|全文|内容|论述|讨论|分析|评论|观点|说法|表述|论证|综述|报道"
# before a colon
_LISTING = "(?:有|如|如下|包括|是|为|来源|出处)"
_WORKS = "(?:研究|成果|文献|著作|论著|论述|观点|讨论|作品)"
_REFERS = re.compile(
    rf"{_SEE}[:：,，]?\s?{_START}"
    rf"|(?:^|(?<=[，,：])|(?<={_SAID})){_NAMING}[:：,，]?\s?{_START}"
    rf"|(?<=[{_HAN}]{{3}}){_LISTING}[:：]\s?(?=\S)|来源[:：]\s?(?=\S)"
    rf"|(?:(?<=的)|以下|下列){_WORKS}[:：]\s?{_START}"
)
# 经典阐述见, 代表作是, 借鉴了: behind words that are no name
_WEAKLY = re.compile(rf"(?:[见有如是为]|包括|[借参][鉴考]了|采用了|引用了)[:：]?\s?{_NAMED_START}")
_NAMELESS = re.compile("(?=.*[的对这])[^：:《“「]{5,}$")
_REFERS_IN_ENGLISH = re.compile(
    r"(?:(?<=[,;:] )(?:see|cf\.|compare)|(?<=\. )(?:See|Cf\.|Compare))(?: also| especially)?"
    rf"(?:,? (?:e\.g\.|for example|inter alia),?)?[:,]? (?=[{_OPENS}A-ZÀ-Þ])"
    r"|(?:includes?|are|is|remains)(?: found in| (?:taken|drawn|quoted|adapted) from)?:? (?=[A-ZÀ-Þ][\w’.-]* [A-ZÀ-Þ])"
    r"|(?:Data )?[Ss]ources?(?: of data)?: (?=\S)|Data (?:are )?(?:taken )?from:? (?=\S)"
)
_BEGINS_IN_ENGLISH = re.compile(
    r"(?:On|For|About|As|In|Regarding|Concerning|Recent|Other|Some|Many|Several|There|Th(?:e|is|ese)|Data|An?|Similar"
    r"|Earl\w+|Further|But|Among|Examples?|Important|Notable|Influential|Classic|Useful)\b|$"
)
_STOP = re.compile(rf"(?:。[”」]?|[.?!]”)\s*(?=[{_OPENS}{_HAN}]|{_COUNTRY}|[A-ZÀ-Þ])")
# what ends the words that lead to a work, and what those words look like
_FORMS = (
    (_STOP, re.compile(rf"(?s:.*?)(?:{SAYS.pattern})")),
    (_REFERS, re.compile("")),
    (_WEAKLY, _NAMELESS),
    (_REFERS_IN_ENGLISH, _BEGINS_IN_ENGLISH),
)
# what prints and dates a title, an address, pages, a code: a citation itself; behind a title 见 says what holds it
_CITED = re.compile(
    rf"[》”][^》”]{{0,40}}?(?:{YEAR}|第\s*\d)|{ADDRESS}|页|\bpp?\. ?\d|\[[A-Z]\]|\d\. "
    r"|^(?!有?关于?|对|就).*》\s*[，,。]?\s*$|(?<![称说道出示为])[：:]\s?“[^“”]*”[，,]?\s*$"
)
# nothing leads to a work for longer, nor as often
_LONGEST, _MOST = 640, 12
_MARKED = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」")
_PAIRS = (("《", "》"), ("“", "”"), ("「", "」"), (ITALIC, ROMAN))


def without_label(note: str) -> str:
    """A note without the number or sign by which it is called.

    >>> without_label("①Mark Landler, “Deal,” 2018."), without_label("[15] 新华社[N]")
    ('Mark Landler, “Deal,” 2018.', '新华社[N]')
    """
    match = _LABEL.match(note)
    return note[match.end() :] if match and match.end() < len(note) else note


def after_lead(piece: str) -> str:
    """A citation without the sentences and the words that lead to it.

    >>> after_lead("有学者认为不然。对此的批评，见阎学通：《惯性》，2013年版。")
    '阎学通：《惯性》，2013年版。'
    """
    return piece[max(_leads(simplified(piece)), default=0) :]


def _leads(piece: str) -> Iterator[int]:
    """Where words end that lead to a work, and cite none themselves."""
    for form, look in _FORMS:
        for match in islice(form.finditer(piece, 0, _LONGEST), _MOST):
            before = piece[: match.end() if form is _STOP else match.start()]
            if _CITED.search(before):
                break
            # what a title or words in quotes say is not said by the sentence
            if look.match(_MARKED.sub("", before)) and _is_whole(before):
                yield match.end()


def _is_whole(words: str) -> bool:
    """Whether no mark is left open in some words."""
    return all(words.count(opening) == words.count(closing) for opening, closing in _PAIRS)
