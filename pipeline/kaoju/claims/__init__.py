"""Claims: what a text says with figures, in quotations and in statements that carry a note."""

from __future__ import annotations

from kaoju.annotations import Claim
from kaoju.claims.body import Body
from kaoju.claims.claims import claims
from kaoju.claims.ranking import Chooser, ranker

__all__ = ["Body", "find_claims"]


def find_claims(body: Body, chooser: Chooser | None = None) -> list[Claim]:
    """The claims of a text, in the order of the text. What each is about is chosen by the ranker, or by another
    ``chooser``."""
    return list(claims(body, chooser or ranker()))
