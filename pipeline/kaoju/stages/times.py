"""Expressions of time, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from kaoju.annotations import Time, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Times:
    """Finds years, months, days, halves, quarters and decades, and the periods that they stand for, as EDTF.

    Writes ``doc._.times``, a list of ``Time``.

    >>> import spacy
    >>> nlp = spacy.blank("zh")
    >>> times = nlp.add_pipe("kaoju_times")
    >>> [time["edtf"] for time in nlp("2018年3月加征关税，同年9月再次加征。")._.times]
    ['2018-03', '2018-09']
    """

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its times."""
        from kaoju.claims.times import find_times

        doc._.times = [Time(start=time.start, end=time.end, edtf=time.edtf) for time in find_times(text_of(doc))]
        return doc


@Language.factory("kaoju_times", assigns=["doc._.times"])
def make_times(nlp: Language, name: str) -> Times:
    """The stage for a pipeline."""
    return Times()
