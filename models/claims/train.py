"""Train the ranker of what claims are about, and say how often it is right on articles that it has not seen.

    python models/claims/train.py ARTICLES… [--out pipeline/kaoju/claims/ranking/weights.json] [--apart ARTICLES…]

ARTICLES are folders of articles with their annotations beside them, as ``corpus/`` has them: ``a.md`` and
``a.gold.json``. The model is a conditional logit: the candidates of a claim compete, and one that an annotator would
accept should win (McFadden 1974, with several right answers). Those ``--apart`` are not trained on.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import kaoju
from kaoju.claims import find_claims
from kaoju.claims.body import Body, Span
from kaoju.claims.measures import Arguments
from kaoju.claims.ranking import Asked, Candidate, Choice, Phrases
from kaoju.documents import source_range, to_doc

SOUGHT = ("subject", "metric")
# rarer features are left out, weights that move nothing too
LEAST, SLIGHT = 3, 0.01
RIDGE = 1.0
# a phrase of so many characters more or fewer than an answer is worth 1/e of it
SPARE = 16


class Example(NamedTuple):
    """A claim: the features of its candidates, what each of them is worth, and what the rules' own choice is, for each
    sought."""

    features: list[tuple[str, ...]]
    worth: dict[str, list[float]]
    rules: dict[str, float]


def plain(text: object) -> str:
    """Letters and digits, width and case aside."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", str(text)).casefold())


def worth(answers: Sequence[str], said: str | None) -> float:
    """How good it is to say this: 1 for an answer, less for a part of one or a phrase that holds one, 0 for others."""
    told = plain(said or "")
    held = [plain(one) for one in answers if plain(one) in told or (len(told) > 1 and told in plain(one))]
    return max((math.exp(-abs(len(told) - len(one)) / SPARE) for one in held), default=0.0) if told else 0.0


def examples(folders: Iterable[Path]) -> list[Example]:
    """The claims of all annotated articles of some folders."""
    nlp = kaoju.load()
    golds = sorted(path for folder in folders for path in folder.glob("*.gold.json"))
    return [example for gold in golds for example in _of_article(nlp, gold)]


def _of_article(nlp: Any, gold: Path) -> Iterator[Example]:
    path = next(one for one in gold.parent.glob(gold.name.removesuffix("gold.json") + "*") if one.suffix != ".json")
    article, told = kaoju.read(path), json.loads(gold.read_text(encoding="utf-8"))
    doc = to_doc(nlp, article)
    for name, stage in nlp.pipeline:
        if name == "kaoju_claims":
            break
        doc = stage(doc)
    recorder = Recorder()
    find_claims(stage.body(doc), recorder)
    answers = [(told["figures"][one], claim) for claim in told["claims"] for one in claim["figures"]]
    for asked, candidates in recorder.claims:
        start, end = source_range(doc, asked.start, asked.end)
        claim = next((claim for figure, claim in answers if figure["start"] < end and start < figure["end"]), None)
        if claim is not None:
            surface = {one: article.surface(*source_range(doc, *one.span)) for one in candidates}
            yield Example(
                [(*one.own, *one.here) for one in candidates],
                {name: [worth(claim[name], surface[one]) for one in candidates] for name in SOUGHT},
                {name: _of_rules(asked.read, name, candidates, surface, claim) for name in SOUGHT},
            )


def _of_rules(read: Arguments, name: str, candidates: list[Candidate], surface: Any, claim: Any) -> float:
    span = getattr(read, name)
    return worth(claim[name], next((surface[one] for one in candidates if one.span == span), None))


class Recorder:
    """Leaves what the rules read as it is, and keeps what could have been chosen."""

    def __init__(self) -> None:
        self.claims: list[tuple[Asked, list[Candidate]]] = []

    def __call__(self, body: Body, sentence: Span) -> Choice:
        """What keeps the claims of a sentence."""
        phrases = Phrases(body, sentence)

        def choice(asked: Asked) -> Arguments:
            self.claims.append((asked, phrases.candidates(asked)))
            return asked.read

        return choice


def fit(told: Sequence[Example], name: str) -> dict[str, float]:
    """The weights of features with which right candidates win."""
    told = [one for one in told if any(one.worth[name])]
    counts = Counter(feature for one in told for feature in {feature for each in one.features for feature in each})
    index = {feature: at for at, feature in enumerate(sorted(f for f, count in counts.items() if count >= LEAST))}
    rows = [[index[feature] for feature in each if feature in index] for one in told for each in one.features]
    ends = np.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), len(index)))
    good = np.array([each for one in told for each in one.worth[name]])
    sizes = np.array([len(one.features) for one in told])
    starts, group = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(told)), sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        likely = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every, won = np.add.reduceat(likely, starts), np.add.reduceat(likely * good, starts)
        slope = matrix.T @ (likely / every[group] - likely * good / won[group])
        return -np.log(won / every).sum() + RIDGE / 2 * weights @ weights, slope + RIDGE * weights

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {feature: round(float(found[at]), 3) for feature, at in index.items() if abs(found[at]) >= SLIGHT}


def shares_right(worths: Sequence[float]) -> str:
    """How many hold an answer or a part of it, and how many say no more than that."""
    return f"{np.mean(np.array(worths) > 0):.3f} ({np.mean(np.array(worths) == 1):.3f} to the point)"


def chosen(told: Sequence[Example], name: str, weights: dict[str, float]) -> list[float]:
    """What the candidate that weighs most is worth, in each claim."""
    best = [[sum(weights.get(feature, 0.0) for feature in each) for each in one.features] for one in told]
    return [one.worth[name][int(np.argmax(scores))] for one, scores in zip(told, best, strict=True)]


def main() -> None:
    """Train on the articles given, test on those apart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--apart", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    told = examples(options.articles)
    weights = {name: fit(told, name) for name in SOUGHT}
    print(f"{len(told)} claims; features: " + ", ".join(f"{name} {len(weights[name])}" for name in SOUGHT))
    for folder in options.apart:
        apart = examples([folder])
        for name in SOUGHT:
            learnt, rules = chosen(apart, name, weights[name]), [one.rules[name] for one in apart]
            print(f"{folder}: {name} {shares_right(learnt)}, by the rules {shares_right(rules)}, of {len(apart)}")
    if options.out:
        options.out.write_text(_written(weights), encoding="utf-8")


def _written(weights: dict[str, dict[str, float]]) -> str:
    """A line for each feature, with what it weighs for a subject and for a metric."""
    features = sorted({feature for one in weights.values() for feature in one})
    both = {feature: [weights[name].get(feature, 0.0) for name in SOUGHT] for feature in features}
    lines = (f"{json.dumps(feature, ensure_ascii=False)}: {json.dumps(pair)}" for feature, pair in both.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
