"""Which of the phrases around a figure is what it is said of, and which is what it measures: those that weigh most.

The weights are learnt from annotated articles (``models/claims``): a conditional logit over the candidates of a claim
(McFadden 1974). What the rules read is one candidate, and that the rules read it one of its features.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from kaoju.claims.body import Body, Span
from kaoju.claims.measures import Arguments
from kaoju.claims.ranking.candidates import Asked, Candidate, Phrases

__all__ = ["Asked", "Candidate", "Choice", "Chooser", "Phrases", "Ranker", "as_read", "ranker"]

# what a claim of a sentence is about
Choice = Callable[[Asked], Arguments]
# what makes the choices in a sentence
Chooser = Callable[[Body, Span], Choice]

# of a subject, of a metric
Weights = tuple[float, float]
_NOTHING: Weights = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ranker:
    """What each feature of a phrase weighs for a subject and for a metric."""

    weights: Mapping[str, Weights]

    def __call__(self, body: Body, sentence: Span) -> Choice:
        """What makes the choices in a sentence."""
        phrases = Phrases(body, sentence)
        known: dict[Span, Weights] = {}

        def choice(asked: Asked) -> Arguments:
            subject: Span | None = None
            metric: Span | None = None
            of_subject = of_metric = -math.inf
            for span, own, here in phrases.candidates(asked):
                if span not in known:
                    known[span] = self._weigh(own)
                by_itself, by_place = known[span], self._weigh(here)
                if by_itself[0] + by_place[0] > of_subject:
                    subject, of_subject = span, by_itself[0] + by_place[0]
                if by_itself[1] + by_place[1] > of_metric:
                    metric, of_metric = span, by_itself[1] + by_place[1]
            return replace(asked.read, subject=subject, metric=metric)

        return choice

    def _weigh(self, features: Iterable[str]) -> Weights:
        subject = metric = 0.0
        for feature in features:
            of_subject, of_metric = self.weights.get(feature, _NOTHING)
            subject += of_subject
            metric += of_metric
        return subject, metric


def as_read(body: Body, sentence: Span) -> Choice:
    """Leaves what the rules read as it is."""
    return lambda asked: asked.read


@cache
def ranker() -> Ranker:
    """The ranker that is shipped."""
    told = json.loads((resources.files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return Ranker({feature: (subject, metric) for feature, (subject, metric) in told.items()})
