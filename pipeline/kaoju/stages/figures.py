"""Figures of the running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from kaoju.annotations import Figure, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Figures:
    """Finds money, percentages, percentage points, multiples and quantities with their exact values.

    Writes ``doc._.figures``, a list of ``Figure``.

    >>> import spacy
    >>> nlp = spacy.blank("zh")
    >>> figures = nlp.add_pipe("kaoju_figures")
    >>> [(figure["low"], figure["unit"]) for figure in nlp("韩国的分担提升到9.23亿美元。")._.figures]
    [(923000000.0, 'USD')]
    """

    def __init__(self, *, currency: str | None = None) -> None:
        self.currency = currency

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its figures."""
        from kaoju.figures import find_figures, read_figures

        # text that kaoju has not read itself comes as it is: in any width and script
        find = read_figures if doc._.blocks else find_figures

        doc._.figures = [
            Figure(
                start=figure.start,
                end=figure.end,
                kind=figure.kind,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                approx=figure.approx,
            )
            for figure in find(text_of(doc), currency=self.currency)
        ]
        return doc


@Language.factory("kaoju_figures", assigns=["doc._.figures"])
def make_figures(nlp: Language, name: str, *, currency: str | None = None) -> Figures:
    """The stage for a pipeline; ``currency`` is the ISO 4217 code of a bare 元, by default told from the text."""
    return Figures(currency=currency)
