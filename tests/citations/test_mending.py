"""The order that all citations keep, where the labels of their words break it."""

from __future__ import annotations

import re

import pytest

from kaoju.citations.mending import mended
from kaoju.citations.mending.spans import Span

_PART = re.compile(r"\{(?P<label>[A-Z]):(?P<words>[^{}]*)\}")


def marked(told: str) -> tuple[str, list[Span]]:
    """A text and its parts out of ``{A:Lowe}, {T:Steel}``."""
    text, parts, at = "", [], 0
    for match in _PART.finditer(told):
        text += told[at : match.start()]
        parts.append(Span(match["label"], len(text), len(text) + len(match["words"])))
        text += match["words"]
        at = match.end()
    assert not set("{}") & set(told[at:]), told
    return text + told[at:], parts


@pytest.mark.parametrize(
    ("labelled", "whole"),
    [
        # without a title what is no name is the title
        ("{A:Harvest}, {C:Vimeo}, {D:2017}.", "{T:Harvest}, {P:Vimeo}, {D:2017}."),
        ("{A:Harvest}, {C:The Post}, {D:2017}.", "{T:Harvest}, {C:The Post}, {D:2017}."),
        ("{A:Ann Lowe}, {T:Faces}, {C:Experimental Psychology}, {D:2017}.", "{A:Ann Lowe}, {T:Faces}, {C:Experimental Psychology}, {D:2017}."),
        ("{A:汪宁}：《{T:往事}》，{P:人民出版社}、{P:文献出版社}，{D:1989年}。", "{A:汪宁}：《{T:往事}》，{P:人民出版社、文献出版社}，{D:1989年}。"),
        ("{T:Harbor Museum [@harbors]}, Grade 6 Visits, {C:Instagram}, {D:May 3, 2018}.", "{A:Harbor Museum [@harbors]}, {T:Grade 6 Visits}, {C:Instagram}, {D:May 3, 2018}."),
        ("{A:航海日记}．{L:西安}：{P:海运出版社}，{D:1986}", "{T:航海日记}．{L:西安}：{P:海运出版社}，{D:1986}"),
        ("{A:Lowe D. Blackwater}. {P:Columbia}, {D:2016}", "{A:Lowe D.} {T:Blackwater}. {P:Columbia}, {D:2016}"),
        # editors first, then their book
        (
            "{A:C. B. Lowe} & {A:J. Wilk} (eds.), {C:Handbook of Trade}, {P:Trade Association}, {D:2018}.",
            "{A:C. B. Lowe} & {A:J. Wilk} (eds.), {T:Handbook of Trade}, {P:Trade Association}, {D:2018}.",
        ),
        # what the labeller took for one may be title and journal
        ("{A:D. Lowe}. {C:Steel. Trade Review}, {D:2016}, {V:4}.", "{A:D. Lowe}. {T:Steel}. {C:Trade Review}, {D:2016}, {V:4}."),
        # a body that says something is no title
        ("{A:海运信息中心}：海运论文平台，{D:2025年}。", "{A:海运信息中心}：海运论文平台，{D:2025年}。"),
        # an entry between the author and the encyclopaedia
        (
            "{A:Lowe, G.}, Steel, {T:The Harbor Encyclopedia}, {P:Harbor University}, {D:2019}.",
            "{A:Lowe, G.}, {T:Steel}, {C:The Harbor Encyclopedia}, {P:Harbor University}, {D:2019}.",
        ),
        # a title cut at a comma, or after its first sentence
        ("{T:Rules for Executive}, {T:Administrative and Sales Employees}, {D:2016}.", "{T:Rules for Executive, Administrative and Sales Employees}, {D:2016}."),
        ("{A:N. Lowe}, {C:I Am a Pilot}. {T:Ask Me Anything}, {C:Reddit}, {D:2018}.", "{A:N. Lowe}, {T:I Am a Pilot. Ask Me Anything}, {C:Reddit}, {D:2018}."),
        ("{A:Lowe K}. {T:Teaching with parents}, children and teachers. {P:Springer}, {D:2018}", "{A:Lowe K}. {T:Teaching with parents, children and teachers}. {P:Springer}, {D:2018}"),
        # the sign that parts the citation parts title and journal
        (
            "{A:Lowe, J.}, {T:Metadata Quality}: {C:Criteria and Mechanisms, Trade Quarterly}, {D:2010}, {V:48}.",
            "{A:Lowe, J.}, {T:Metadata Quality: Criteria and Mechanisms}, {C:Trade Quarterly}, {D:2010}, {V:48}.",
        ),
        ("{A:Ben Lowe}, {T:Schuld und Norm, ZStW 129} ({D:2017}).", "{A:Ben Lowe}, {T:Schuld und Norm}, {C:ZStW} {V:129} ({D:2017})."),
        # the first of two dates is of the title, and of what it says when and where
        ("{A:Lowe}, {T:Papers on Soft Steel}, {D:May 1990}, {P:ASME}, {D:1991}.", "{A:Lowe}, {T:Papers on Soft Steel, May 1990}, {P:ASME}, {D:1991}."),
        ("{A:汪宁}：《{T:调查}》，载{C:人民网2004年1月10日}。", "{A:汪宁}：《{T:调查}》，载{C:人民网}{D:2004年1月10日}。"),
        # a town before a country
        ("{T:Sleep}, in {C:Reducing Noise, Uppsala}, {L:Sweden}, {D:1990}.", "{T:Sleep}, in {C:Reducing Noise}, {L:Uppsala, Sweden}, {D:1990}."),
        ("{A:N. Lowe}, {T:The Secret}, {P:CNN}, {D:2019}.", "{A:N. Lowe}, {T:The Secret}, {C:CNN}, {D:2019}."),
        # marks of titles and names of bodies
        ("{A:王宁}等：《{T:数据集》海运数据平台}，{D:2025年}。", "{A:王宁}等：《{T:数据集}》{P:海运数据平台}，{D:2025年}。"),
        ("{A:中华人民共}和{A:国国务院新闻办公室}：《{T:世界}》", "{A:中华人民共和国国务院新闻办公室}：《{T:世界}》"),
        ("高等{A:教育文献系统}：《{T:服务}》", "{A:高等教育文献系统}：《{T:服务}》"),
        # what stands in marks is the title, and what bears its author's name begins with it
        ("{A:楼宁}：《{E:读家书}，{P:想家（代序}）》，载《{C:家书}》，{D:1998年}。", "{A:楼宁}：《{T:读家书，想家（代序）}》，载《{C:家书}》，{D:1998年}。"),
        ("{A:Harborpedia, Harborpedia Maps}, {P:App Store}, {D:2019}.", "{A:Harborpedia}, {T:Harborpedia Maps}, {P:App Store}, {D:2019}."),
        # no name is a question, and small words are in one
        ("{A:Who Saw Mr. Lowe}? (Part One), {T:The Harbor}, {P:Films}, {D:1995}.", "{T:Who Saw Mr. Lowe? (Part One)}, {C:The Harbor}, {P:Films}, {D:1995}."),
        ("KS in {A:NJ}, “{T:I Know of Many},” {C:The Post}, {D:2019}.", "{A:KS in NJ}, “{T:I Know of Many},” {C:The Post}, {D:2019}."),
        ("{A:Lowe} and {A:Wilk}, “{T:Alliances},” p. {G:9}.", "{A:Lowe} and {A:Wilk}, “{T:Alliances},” p. {G:9}."),
        ("{A:Lowe v}. {P:State}, {D:2010}.", "{T:Lowe v. State}, {D:2010}."),
        ("{A:H.R. Res. 1151}, {T:105th Cong}. ({D:1998}).", "{T:H.R. Res. 1151, 105th Cong}. ({D:1998})."),
        ("{A:S}. {T:Res. 438}, {V:162} {C:Cong. Rec.} {G:2394} ({D:2016}).", "{T:S. Res. 438}, {V:162} {C:Cong. Rec.} {G:2394} ({D:2016})."),
        # a title goes on to the next sign
        ("{A:Ann Lowe}, {T:Fire Management: The 2010 Cohesive} Science Report, {D:2011}.", "{A:Ann Lowe}, {T:Fire Management: The 2010 Cohesive Science Report}, {D:2011}."),
        ("{A:Ann Lowe}, {T:Fire Management}: the 2010 cohesive report, {D:2011}.", "{A:Ann Lowe}, {T:Fire Management: the 2010 cohesive report}, {D:2011}."),
        ("{A:B. Lowe}, {T:Algorithms}: {P:The Science of Ports, Henry Wilk}, {D:2016}.", "{A:B. Lowe}, {T:Algorithms: The Science of Ports}, {P:Henry Wilk}, {D:2016}."),
        # names and a title that stops part, whatever signs are in it
        ("{A:楼宁}. {C:读家书}，{T:想家（代序）}. 见: {E:汪远}编. {C:家书}. {L:北京}: {P:海运书店}, {D:1998}", "{A:楼宁}. {T:读家书，想家（代序）}. 见: {E:汪远}编. {C:家书}. {L:北京}: {P:海运书店}, {D:1998}"),
        ("{A:汪宁}．{T:公司法——方法}·判例·制度．{L:北京}：{P:海运出版社}，{D:2001}", "{A:汪宁}．{T:公司法——方法·判例·制度}．{L:北京}：{P:海运出版社}，{D:2001}"),
        ("{A:汪宁, 楼远}. 冰川目录: 2006. {T:国家冰川研究所重点实验室}, {D:2012}.", "{A:汪宁, 楼远}. {T:冰川目录: 2006}. {P:国家冰川研究所重点实验室}, {D:2012}."),
        ("{A:汪宁}. {T:海运史} 卷 1. {L:北京}: {P:海运书局}, {D:2000}", "{A:汪宁}. {T:海运史} 卷 1. {L:北京}: {P:海运书局}, {D:2000}"),
        ("{A:Lowe E, Wilk S}, {T:Joseph D. The Grain Project}. {C:Trade Review}, {D:1996}", "{A:Lowe E}, {A:Wilk S}, {A:Joseph D.} {T:The Grain Project}. {C:Trade Review}, {D:1996}"),
        ("{A:Harbor Trade Commission}, {T:Port Labour Commission. Strengthening Relations}, {D:2012}.", "{A:Harbor Trade Commission}, {A:Port Labour Commission}. {T:Strengthening Relations}, {D:2012}."),
        ("{T:Harbor Nurses. What employers should do about plague}. {D:2019}", "{A:Harbor Nurses}. {T:What employers should do about plague}. {D:2019}"),
        ("{A:Lowe A}, {A:Wilk B.} {T:The nature of homes in Norway. Harbor and Social Care}, {D:2015}.", "{A:Lowe A}, {A:Wilk B.} {T:The nature of homes in Norway}. {P:Harbor and Social Care}, {D:2015}."),
        # a title does not end with a word cut short, or go on behind a question, or with who issued it
        ("{A:Sonata No}. {T:3 in E-flat}. {P:Gray Classics}, {D:2012}.", "{T:Sonata No. 3 in E-flat}. {P:Gray Classics}, {D:2012}."),
        ("{T:Who Saw Mr. Lowe? (Part One), The Harbor}, {P:Films}, {D:1995}.", "{T:Who Saw Mr. Lowe? (Part One)}, {C:The Harbor}, {P:Films}, {D:1995}."),
        ("{T:The Harbor. Gray Line Productions; Larch}, 2002–{D:2008}.", "{T:The Harbor}. {P:Gray Line Productions; Larch}, {D:2002–2008}."),
        # who stands alone between a title and its year issued it
        ("{A:S. Lowe}, {T:Useless Things} (Gray Conferences, {D:2018}).", "{A:S. Lowe}, {T:Useless Things} ({P:Gray Conferences}, {D:2018})."),
        ("{A:汪宁}：《{T:冰川目录}》国家冰川研究所重点实验室，{D:2012年}。", "{A:汪宁}：《{T:冰川目录}》{P:国家冰川研究所重点实验室}，{D:2012年}。"),
        ("{A:汪宁}：《{T:调查}》，人民日报，{D:2012年}。", "{A:汪宁}：《{T:调查}》，{C:人民日报}，{D:2012年}。"),
        ("{A:Ann Lowe}, “{T:Trade by Sea},” arXiv, {D:2018}.", "{A:Ann Lowe}, “{T:Trade by Sea},” {P:arXiv}, {D:2018}."),
        ("{A:Ann Lowe}, {A:Ben Wilk}, and {A:Cai Mo}, {P:Sea Power}, {D:2019}.", "{A:Ann Lowe}, {A:Ben Wilk}, and {A:Cai Mo}, {T:Sea Power}, {D:2019}."),
        ("{A:Ann Lowe} and {A:Ben Wilk}, After Hegemony, p. {G:3}.", "{A:Ann Lowe} and {A:Ben Wilk}, {T:After Hegemony}, p. {G:3}."),
        ("{A:Ann Lowe}, {T:Ben Wilk, and Cai Mo}, eds. {C:Proceedings of Ports}. {P:Larch}. {D:2014}.", "{A:Ann Lowe}, {A:Ben Wilk}, and {A:Cai Mo}, eds. {T:Proceedings of Ports}. {P:Larch}. {D:2014}."),
        ("{A:K. Lowe}, {A:Humble}, {P:Larch Records}, {D:2017}.", "{A:K. Lowe}, {T:Humble}, {P:Larch Records}, {D:2017}."),
        ("{A:K. Lowe}, {T:The Secret to a Long, Happy}, {C:Healthy Life}, {P:CNN}, {D:2019}.", "{A:K. Lowe}, {T:The Secret to a Long, Happy, Healthy Life}, {C:CNN}, {D:2019}."),
        ("{A:Cutts S}, dir. {T:Happiness. Vimeo}, {D:2017}.", "{A:Cutts S}, dir. {T:Happiness}. {P:Vimeo}, {D:2017}."),
        ("{A:Lowe N}, {A:Wilk H}. {T:Lexical Ports v. 7. Sansei-do}, {D:2000}.", "{A:Lowe N}, {A:Wilk H.} {T:Lexical Ports v. 7}. {P:Sansei-do}, {D:2000}."),
        ("{A:关于港口的通告暂行章程}. {T:海宁日报}, {D:1933.8.11}.", "{T:关于港口的通告暂行章程}. {C:海宁日报}, {D:1933.8.11}."),
        ("{A:Ann S. Lowe}, {A:Jr}., {P:Among Nations}, {D:2019}.", "{A:Ann S. Lowe, Jr}., {T:Among Nations}, {D:2019}."),
        # no part stands in a DOI
        ("{A:汪宁}. {T:海运}[J]. {C:海运评论}, {D:1993}. DOI: 10.14111/j.{C:cnki.hypl.1993}", "{A:汪宁}. {T:海运}[J]. {C:海运评论}, {D:1993}. DOI: 10.14111/j.cnki.hypl.1993"),
        # names that were taken for titles, and houses for journals
        ("{T:Ann von Lowe}, {T:Germany and the Ports} ({L:Boston}: {P:Larch Press}, {D:2016}).", "{A:Ann von Lowe}, {T:Germany and the Ports} ({L:Boston}: {P:Larch Press}, {D:2016})."),
        ("{A:Harbor House of Representatives}, {T:Committee on Ports}, “{T:The State of Ports},” {D:March 27, 2019}.", "{A:Harbor House of Representatives, Committee on Ports}, “{T:The State of Ports},” {D:March 27, 2019}."),
        ("{A:張登}，「{T:想像}」，{P:政治科學論叢}，第{I:71}期（{D:2017年3月}）。", "{A:張登}，「{T:想像}」，{C:政治科學論叢}，第{I:71}期（{D:2017年3月}）。"),
        ("[{A:美]富勤}：《{T:道德性}》，{P:海运书局}{D:2005年}版。", "[美]{A:富勤}：《{T:道德性}》，{P:海运书局}{D:2005年}版。"),
        ("{A:楼宁}：《{T:想家}》，载《{C:家书}》{P:增补本，海运书店}，{D:1998年}版。", "{A:楼宁}：《{T:想家}》，载《{C:家书}》增补本，{P:海运书店}，{D:1998年}版。"),
        ("{T:Ruth Lowe}, {V:334} ({P:Larch}, {D:1974}).", "{A:Ruth Lowe}, {T:334} ({P:Larch}, {D:1974})."),
        ("{A:國防院}，〈{T:調查}〉，{D:民國113年}{C:10月9日}", "{A:國防院}，〈{T:調查}〉，{D:民國113年}10月9日"),
        # when and where a meeting was held
        ("{A:Lowe M}. {T:Optics}. In: {E:Wilk W}, ed. {C:Symposium on Optics, August 23-25, 1971}, {P:Harbor University}, {L:Larchville}. {L:Boston}: {P:ASME}, {D:1971}", "{A:Lowe M}. {T:Optics}. In: {E:Wilk W}, ed. {C:Symposium on Optics, August 23-25, 1971, Harbor University, Larchville}. {L:Boston}: {P:ASME}, {D:1971}"),
        ("{A:Lowe M}. {T:Proceedings of the Ports Conference}, {C:Moscow, Russia, 1-4 February 2000}. {L:Boston}: {P:ASME}, {D:2000}", "{A:Lowe M}. {T:Proceedings of the Ports Conference, Moscow, Russia, 1-4 February 2000}. {L:Boston}: {P:ASME}, {D:2000}"),
        # nobody wrote what somebody translated
        ("{A:The Psalms}, trans. {T:M. A. Lowe}, {P:Larch Press}, {D:2004}.", "{T:The Psalms}, trans. {E:M. A. Lowe}, {P:Larch Press}, {D:2004}."),
        ("{A:Ann Lowe}, trans. {E:Bo Wilk}, {T:Facts and Norms}, {P:Larch Press}, {D:1996}.", "{A:Ann Lowe}, trans. {E:Bo Wilk}, {T:Facts and Norms}, {P:Larch Press}, {D:1996}."),
        ("{A:汪宁}. {T:海运思想研究}: 〔学位论文〕. {P:海港大学}, {D:2000}.", "{A:汪宁}. {T:海运思想研究}: 〔学位论文〕. {P:海港大学}, {D:2000}."),
        ("{T:海运案}. 见: {C:民事判例集}. {D:1982}", "{T:海运案}. 见: {C:民事判例集}. {D:1982}"),
        # no sign parts a title from in
        ("{A:A. Lowe}, {T:Use of technology} in {C:U.S. public schools}, {D:2009}.", "{A:A. Lowe}, {T:Use of technology in U.S. public schools}, {D:2009}."),
        ("{A:A. Lowe}, {T:The Search for Rank: Ports, Power}, and Ambition in {C:Cold War Asia}, {L:Oxford}: {P:Larch Press}, {D:2009}.", "{A:A. Lowe}, {T:The Search for Rank: Ports, Power, and Ambition in Cold War Asia}, {L:Oxford}: {P:Larch Press}, {D:2009}."),
        ("{A:A. Lowe}, {T:Guarding the Straits: Ports, Pilots}, and {C:Politics in Asia}, {L:Ithaca}: {P:Larch Press}, {D:2009}.", "{A:A. Lowe}, {T:Guarding the Straits: Ports, Pilots, and Politics in Asia}, {L:Ithaca}: {P:Larch Press}, {D:2009}."),
        ("{A:A. Lowe}, “{T:From This Article}, {C:I Know” The Post}, {D:2019}.", "{A:A. Lowe}, “{T:From This Article, I Know}” {C:The Post}, {D:2019}."),
        ("{A:Grain} {T:Procedure Act § 6}, {D:2006}.", "{T:Grain Procedure Act § 6}, {D:2006}."),
        # the pages of an article that goes on at the end of an issue; a day of a month is no issue
        ("{A:汪宁}. {T:海运}[J]. {C:学海}, {D:2021}({I:4}): {G:12}{C:-25+}{G:160}.", "{A:汪宁}. {T:海运}[J]. {C:学海}, {D:2021}({I:4}): {G:12-25+160}."),
        ("{A:汪宁}. {T:海运}. {C:学海}, {D:2021}({I:4}): {G:12-25}+160-161.", "{A:汪宁}. {T:海运}. {C:学海}, {D:2021}({I:4}): {G:12-25+160-161}."),
        ("{A:Harbor Council}, {T:Food in War}, {N:A/71/314}, October {I:3}, {D:2016}.", "{A:Harbor Council}, {T:Food in War}, {N:A/71/314}, October 3, {D:2016}."),
        ("{A:A. Lowe}, “{T:Ports},” {C:World Trade}, No. {I:3}, {D:2016}.", "{A:A. Lowe}, “{T:Ports},” {C:World Trade}, No. {I:3}, {D:2016}."),
        # what stands in brackets behind a paper of Congress
        ("{T:S. Rep. No. 107-351}, at {I:3} ({D:2002}) ({L:Comm}. Rep.).", "{T:S. Rep. No. 107-351}, at 3 ({D:2002}) (Comm. Rep.)."),
        ("{T:S. Rep. No. 107-351} ({L:Larchville}: {P:Gray Press}, {D:2002}).", "{T:S. Rep. No. 107-351} ({L:Larchville}: {P:Gray Press}, {D:2002})."),
        # a town before its state, and the towns at which the university of a state is
        ("{A:A. Lowe}, {C:Theory of Trade}, {T:Reading}, {L:Mass.}: {P:Larch Press}, {D:1979}.", "{A:A. Lowe}, {T:Theory of Trade}, {L:Reading, Mass.}: {P:Larch Press}, {D:1979}."),
        ("{A:A. Lowe}, {T:Theory of Trade, Gray Cliffs}, {L:N.J}.: {P:Larch Press}, {D:1979}.", "{A:A. Lowe}, {T:Theory of Trade}, {L:Gray Cliffs, N.J.}: {P:Larch Press}, {D:1979}."),
        ("{A:A. Lowe}, {T:Theory of Trade}, {L:Boston}: {P:Larch Press}, {D:1979}.", "{A:A. Lowe}, {T:Theory of Trade}, {L:Boston}: {P:Larch Press}, {D:1979}."),
        ("{A:A. Lowe}, “{T:Ports}” (PhD diss., {P:University of California}, {L:Larchville}, {D:2008}), {G:12}.", "{A:A. Lowe}, “{T:Ports}” (PhD diss., {P:University of California, Larchville}, {D:2008}), {G:12}."),
        ("{A:A. Lowe}, “{T:Ports}” (PhD diss., {P:Gray University}, {L:Larchville}, {D:2008}), {G:12}.", "{A:A. Lowe}, “{T:Ports}” (PhD diss., {P:Gray University}, {L:Larchville}, {D:2008}), {G:12}."),
        # companies issue works
        ("{A:B. Lowe}, {T:Algorithms}, {C:Henry Wilk and Co}., {D:2016}.", "{A:B. Lowe}, {T:Algorithms}, {P:Henry Wilk and Co}., {D:2016}."),
        # where all is well, or a code of GB/T 7714 stands, nothing changes
        ("{A:Ann Lowe}, “{T:Steel, Trade},” {C:Trade Review}, {D:2016}.", "{A:Ann Lowe}, “{T:Steel, Trade},” {C:Trade Review}, {D:2016}."),
        ("{A:LOWE A}[M]. {P:Springer}, {D:2018}", "{A:LOWE A}[M]. {P:Springer}, {D:2018}"),
    ],
)  # fmt: skip
def test_parts_made_whole(labelled: str, whole: str) -> None:
    text, parts = marked(labelled)
    assert (text, mended(text, parts)) == marked(whole)
