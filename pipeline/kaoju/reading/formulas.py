r"""Numbers that OCR has set as formulas, $8.2\%$, and signs that it has spelled as entities, AT&amp;T: what of them is
markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

# numbers, signs and the words of LaTeX for these alone; a dollar before a digit ends no formula
_FORMULA = re.compile(
    r"(?<![\\$A-Za-z])\$(?P<body>(?:[\d\s.,%+\-–—~<>=/:()×·{}]"
    r"|\\(?:[%,;:! ]|(?:sim|pm|times|approx|leq?|geq?|quad|text|mathrm|mathbf)(?![A-Za-z]))){1,60})\$(?![$\d])"
)
_MARKUP = re.compile(r"\s+|\\(?=%)|\\[,;:! ]|\\(?:text|mathrm|mathbf|quad)|[{}]")
_ENTITY = re.compile("&nbsp;|(?<=&)amp;")


def markup_of(text: str) -> Iterator[tuple[int, int]]:
    r"""Where such markup stands.

    >>> text = r"增长$8.2\%$，AT&amp;T"
    >>> [text[start:end] for start, end in markup_of(text)]
    ['$', '\\', '$', 'amp;']
    """
    for formula in _FORMULA.finditer(text):
        if _is_number(formula["body"]):
            yield formula.start(), formula.start() + 1
            yield from (match.span() for match in _MARKUP.finditer(text, *formula.span("body")))
            yield formula.end() - 1, formula.end()
    yield from (match.span() for match in _ENTITY.finditer(text))


def _is_number(body: str) -> bool:
    """Whether a formula is a number or two; dollars may stand before numbers too: $3, $5."""
    return any(map(str.isdecimal, body)) and (body == body.strip(" ,-–—/") or "\\" in body)
