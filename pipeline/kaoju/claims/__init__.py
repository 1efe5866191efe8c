"""Claims: what a text says with figures, in quotations and in statements that carry a note."""

from __future__ import annotations

from kaoju.annotations import Claim
from kaoju.claims.body import Body
from kaoju.claims.claims import claims

__all__ = ["Body", "find_claims"]


def find_claims(body: Body) -> list[Claim]:
    """The claims of a text, in the order of the text."""
    return list(claims(body))
