"""How far what is said goes.

A report or forecast holds to the end of its sentence; what is announced, demanded or threatened until a semicolon, a
clause that begins with a time of its own, or one that says what came of it.
"""

from __future__ import annotations

import re

from kaoju.claims.body import Body, Span
from kaoju.claims.conditions import SUPPOSED
from kaoju.claims.phrases import subject_of

_LEADS_TO = re.compile(r"[，：道说]{0,2}")
# what may follow a quotation that is all that is said; “债务陷阱”之说 goes on
_CLOSES = "，。；！？\n"
_OUTCOME = re.compile(
    "[^，。；：]{0,10}?(?:(?<!将)因此|(?<=[，；：])[0-9一二两三数几半]{1,3}个?(?:[天日周月年]|星期)之?后|最终|最后|于是|随即|结果|遂|终于|一度|[而如迄至]今|现已|[只仅]?同意|拒绝|答应)"
)
# 预计入库5亿元，实际只有3亿元: what came of a forecast
_ACTUALLY = re.compile("[但而然却]{0,2}(?:实际|实[收支付得到发征缴]|事实上|结果|[而如]今|[迄至]今|现已)(?!上?可能)")
_IS_SO = re.compile("了(?![结解])|已经?|受到|遭到|遭受")
# 资方的报价是3%: what is, whatever is demanded
_IS = re.compile("[^，。；：应须将]{2,14}(?:却|则|仅|只|还|已)*是")
# 财政部却只肯拿出十亿: what another grants
_GRANTS = re.compile("[^，。；：]{2,}?(?:却|[只仅][肯愿准允能]|不[肯愿]|坚拒)")
# 五年后再升至六成: more of what is demanded
_MORE = re.compile("[^，。；：]{0,12}?(?:再|应|须|将|要)")
# 宣布加税后, 提出十年来: what was said is when, and no more
_ONCE_SAID = re.compile("[^，。；：]{0,40}?(?:[以年月日]来|之?[后前]|之际|时)(?=[，,])")


def reach(body: Body, sentence: Span, at: int, force: str) -> int:
    """Where what is said ends: with a quotation, else with the sentence; what is announced, demanded or threatened also
    at a semicolon, or where a later clause begins with its own time."""
    quoted = next((one for one in body.quoted_in(sentence) if one.start >= at), None)
    if once := _ONCE_SAID.match(body.masked, at, sentence.end):
        return once.end()
    if (
        quoted
        and _LEADS_TO.fullmatch(body.text, at, quoted.start)
        and body.text[quoted.end : quoted.end + 1] in _CLOSES
    ):
        return quoted.end
    later = [clause for clause in body.clauses(sentence) if clause.start > at + 1]
    if force in ("forecast", "reckon"):
        return next((one.start for one in later if _ACTUALLY.match(body.masked, one.start)), sentence.end)
    if force in ("report", "warning"):
        return sentence.end
    end = body.segment(sentence, at).end
    acts = not body.masked.startswith(("，", "："), at)  # 宣布撤回, not 宣布，该区已…
    if force == "hearsay":
        return end
    over = (one for one in later if _is_another(body, one, force) or (acts and _came_about(body, one)))
    return next((one.start for one in over if one.start < end), end)


def next_subject(body: Body, sentence: Span, at: int) -> int:
    """Where a later clause has its own subject, which a forecast put into a clause (产量预计减少) does not reach."""
    later = (one.start for one in body.clauses(sentence) if one.start > at and subject_of(body, one))
    return next(later, sentence.end)


def _is_another(body: Body, clause: Span, force: str) -> bool:
    """Whether a clause is no more of what is announced or demanded."""
    if force != "demand":
        return _begins_with_time(body, clause) or _is_outcome(body, clause)
    if SUPPOSED.match(body.masked, clause.start) or _is_so(body, clause) or _is_granted(body, clause):
        return True  # 若照此执行: what would come of what is proposed
    goes_on = _MORE.match(body.masked, *clause) is not None
    return (_begins_with_time(body, clause) and not goes_on) or _is_outcome(body, clause)


def _is_so(body: Body, clause: Span) -> bool:
    is_told = body.begins_figure(clause.start) or subject_of(body, clause) is not None
    return is_told and bool(_IS.match(body.masked, *clause))


def _is_granted(body: Body, clause: Span) -> bool:
    return bool(_GRANTS.match(body.masked, *clause)) and subject_of(body, clause) is not None


def _is_outcome(body: Body, clause: Span) -> bool:
    """各方最终认捐: what came of what was announced or demanded."""
    return bool(_OUTCOME.match(body.masked, clause.start, clause.end))


def _came_about(body: Body, clause: Span) -> bool:
    """北部受到的冲击最大: what is so of another, behind an act that is announced, demanded or threatened."""
    return bool(_IS_SO.search(body.masked, *clause)) and subject_of(body, clause) is not None


def _begins_with_time(body: Body, clause: Span) -> bool:
    return any(not body.text[clause.start : time["start"]].strip() for time in body.times_in(clause.start, clause.end))
