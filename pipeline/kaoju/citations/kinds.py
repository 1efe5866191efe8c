"""What kind of work a citation is, by CSL's types, from its parts."""

from __future__ import annotations

import re
from csv import DictReader
from functools import cache
from importlib import resources

from kaoju.citations.names import has_body_word

_NEWS_WORDS = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|"
    r"Guardian|Daily|Star|Globe|Mail|Observer|Chronicle|Telegraph|Standard|Mirror|"
    r"Sun|Press|News|Shimbun|Journal-Constitution|Zeitung|"
    r"Examiner|Independent|Inquirer|Bulletin of News|Broadcasting|Newspaper|Dispatch|Monitor|Register"
    r"|Wire|Weekly|Express|Newsroom|Agency|Radio|Television|TV)\b"
)
_ZH_NEWS = re.compile(
    r"(?:日报|日報|晚报|晚報|时报|時報|早报|早報|晨报|晨報|商报|商報|周报|周報|导报|導報|新闻|新聞|新闻社|通讯社|通訊社|电视台|電視台|报|報|社)$"
)
_SITE = re.compile(
    r"(?:网站|網站|官网|官網|网页|網頁|网|網|"
    r"公众号|公眾號|平台|微博|博客|部落格|Blog|Website|Web site|\.com|\.org|\.net"
    r"|\.gov|\.edu|\.cn|\.tw|\.hk|Twitter|X|Facebook|YouTube|Weibo|Medium|Substack|Online|Wikipedia|Reddit|Instagram)$",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:Journal|Review|Quarterly|Annals|Proceedings|Studies|Affairs|Politics|Economics|Letters|Research|Transactions"
    r"|Bulletin|Security|Organization|Magazine|Annual)\b"
)
# Center for Strategic and International Studies is no journal
_SEAT = re.compile(
    r"(?:The )?(?:U\.S\. )?(?:Cent(?:er|re) (?:for|on)|Institute|Council (?:on|for|of)|Department of|Ministry|Office of"
    r"|Bureau|Embassy|Prime Minister|President of|Government of|Parliament of|Cabinet)\b"
)
_LAW = re.compile(
    r"\b(?:Act|Law|Code|Treaty|Convention|Protocol|Regulation|Directive|Constitution|Ordinance|Statute|Charter|Bill"
    r"|Resolution)\b(?: (?:of|for|on|to) [^:]*)?(?:, .*)?$"
)
_LAW_START = re.compile(r"^(?:Public Law|Executive Order|Regulation \(E[UC]\)|Directive \d|H\.R\.|P\.L\.)")
_ZH_LAW = re.compile(
    r"(?:(?<![方做看手说說想书書语語用打疗療算技笔筆兵])法|[总總分通][则則]|法典|條例|条例|规定|規定|办法|辦法|公约|公約|条约|條約|协定|協定|宪法|憲法|细则|細則|法律|法案|决议|決議|议定书|宪章)$"
)
_REPORT = re.compile(
    r"\b(?:Annual|Financial|Progress|Interim|Status|Quarterly) Report\b"
    r"|(?:报告|報告|白皮书|白皮書|公报|公報|年鉴)(?:（[^）]*）)?$"
)
# a series of reports stands where a newspaper would: PIIE Policy Brief, CRS Report
_SERIES = re.compile(
    r"\b(?:(?:Research|Special|Country|Congressional Research Service|CRS|Staff) Reports?"
    r"|(?:Policy|Issue|Research|Economic|Data) Briefs?(?:ing)?|(?:Working|Discussion|Policy|Occasional|Staff) Papers?"
    r"|Fact ?Sheet|In Focus|Backgrounder|Policy Memo|[A-Z]{2,6} (?:Briefs?|Reports?|Papers?|Insights?))\b[^,]{0,20}$"
    r"|(?:工作[论論]文|[讨討][论論]稿)$"
)
_THESIS = re.compile(
    r"(?:博士|硕士|碩士|学位|學位)[^，。]{0,6}论?[文]"
    r"|\b(?:Ph\.?\s?D\.?|Doctoral|Master’?s|M\.?A\.?)\s+(?:diss|thesis|dissertation)"
    r"|\b(?:diss\.|dissertation|thesis)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"(?:在[^，]{2,40}上的(?:讲话|演讲|致辞|發言|演說)|主旨演讲|主旨演講)"
    r"|^(?:Remarks|Opening Remarks|Speech|Keynote|Address)\b"
    r"|\b(?:Remarks (?:by|at)|Speech (?:at|to)|Keynote (?:Speech|Address))\b"
)


@cache
def _newspapers() -> frozenset[str]:
    with (resources.files("kaoju.citations") / "newspapers.tsv").open(encoding="utf-8") as file:
        return frozenset(_key(row["name"]) for row in DictReader(file, delimiter="\t"))


def _key(name: str) -> str:
    return re.sub(r"^the |[\s’'.·]", "", name.casefold())


def is_known_newspaper(name: str) -> bool:
    """Whether a name is on the list of newspapers, agencies and broadcasters."""
    return _key(name) in _newspapers()


@cache
def _hosts() -> frozenset[str]:
    with (resources.files("kaoju.citations") / "hosts.tsv").open(encoding="utf-8") as file:
        return frozenset(_key(row["name"]) for row in DictReader(file, delimiter="\t"))


def is_host(name: str) -> bool:
    """Whether a name is that of a government, an institute or an organisation that has a site: by the list, or by the
    words that bodies have in their names."""
    if _key(name) in _hosts() or _SEAT.match(name):
        return True
    news = (
        re.search(r"\b(?:Conference|Symposium|Workshop|Meeting)\b", name)
        or is_newspaper(name)
        or _JOURNAL.search(name)
        or is_series(name)
    )
    return has_body_word(name.removeprefix("The World")) and not news


def is_newspaper(name: str) -> bool:
    """Whether a container is a newspaper, an agency or a broadcaster: by the list, or by its words."""
    if is_known_newspaper(name):
        return True
    if re.search("[\u3400-\u9fff]", name):
        return bool(_ZH_NEWS.search(name)) and not name.endswith(("学报", "學報"))
    return bool(_NEWS_WORDS.search(name)) and not _JOURNAL.search(name)


def is_site(name: str) -> bool:
    """Whether a container is a website, a blog or an account."""
    return bool(_SITE.search(name)) and _key(name) not in _newspapers()


def is_law(title: str) -> bool:
    """Whether a title is a law's, a treaty's or a regulation's."""
    return bool(_LAW.search(title) or _LAW_START.match(title) or _ZH_LAW.search(title))


def is_report(title: str) -> bool:
    """Whether a title is a report's: Annual Report 2023, 执行报告, 白皮书."""
    return bool(_REPORT.search(title))


def is_series(container: str) -> bool:
    """Whether a container is a series of reports: PIIE Policy Brief, IMF Working Paper."""
    return bool(_SERIES.search(container))


def is_thesis(text: str) -> bool:
    """Whether a citation says that it is a thesis."""
    return bool(_THESIS.search(text))


def is_speech(title: str) -> bool:
    """Whether a title is a speech's."""
    return bool(_SPEECH.search(title))
