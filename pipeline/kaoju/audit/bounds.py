"""Figures that cannot be: shares beyond the whole, amounts beyond what the world produces in a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from csv import DictReader
from functools import cache
from importlib import resources

from kaoju.audit.passages import Mention, Passage, misfit, precision, printed
from kaoju.audit.records import ArticleRows, Finding

# what nothing can be more than a part of; debt may well exceed the national product
_OF_WHOLE = re.compile(
    r"占(?:到|去|了|据)?[^，,。；;：:、]{0,20}(?:总[额量数]|人口|全国|全球|世界|全部)的(?:近|约|将近|超过|逾)?$"
)
_IN_TURN = re.compile(r"(?:分别|各)占(?:到|去|了|据)?[^，,。；;：:]{0,20}$")
_AND = re.compile("[、,，和与及以]+")


def beyond_the_whole(sentences: Iterable[Passage]) -> Iterator[Finding]:
    """A share of a whole of more than all of it, and shares told in turn that come to more than all of it."""
    for sentence in sentences:
        for index, mention in enumerate(sentence.mentions):
            if _is_share(mention) and (mention.exact or 0) > 100 and _OF_WHOLE.search(sentence.before(index)):
                yield misfit(mention, f"占比{printed(mention)}超过整体。")
            if _IN_TURN.search(sentence.before(index)):
                yield from _checked(list(_listed(sentence, index)))


def _is_share(mention: Mention) -> bool:
    return mention.figure["kind"] == "PERCENT" and mention.exact is not None


def _listed(sentence: Passage, first: int) -> Iterator[Mention]:
    """The shares of a list from its first on."""
    for index in range(first, len(sentence.mentions)):
        mention = sentence.mentions[index]
        if not _is_share(mention) or (index > first and not _AND.fullmatch(sentence.before(index))):
            return
        yield mention


def _checked(shares: list[Mention]) -> Iterator[Finding]:
    total = sum(share.exact or 0.0 for share in shares)
    room = sum(precision(share.figure) / 2 for share in shares)
    if len(shares) > 1 and total > 100 + room:
        listed = "、".join(printed(share) for share in shares)
        yield misfit(shares[-1], f"{listed}相加为{round(total, 2):g}%，超过整体。")


def beyond_the_world(article: ArticleRows) -> Iterator[Finding]:
    """Amounts that exceed the yearly product of the whole world, most likely 万亿 for 亿."""
    claims = {figure: claim for claim in article.claims for figure in claim["figures"]}
    for figure in article.figures:
        ceiling = _ceilings().get(figure["unit"]) if figure["kind"] == "MONEY" else None
        value = figure["low"] if figure["low"] is not None else figure["high"]
        if ceiling and value and value > ceiling and figure["figure"] in claims:
            words = re.sub(r"\s+", "", figure["text"])
            message = f"{words}超过全世界一年的产出，请核对单位（万、亿、万亿）。"
            yield Finding(kind="arithmetic", claim=claims[figure["figure"]]["claim"], note=None, message=message)


@cache
def _ceilings() -> dict[str, float]:
    """World product by currency: about 110 trillion US dollars in 2024 (IMF, World Economic Outlook), with room."""
    with (resources.files("kaoju.audit") / "ceilings.tsv").open(encoding="utf-8") as file:
        return {row["currency"]: 1e12 * float(row["trillions"]) for row in DictReader(file, delimiter="\t")}
