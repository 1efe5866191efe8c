"""Train the labeller of citations, and the classifier of their types.

    python models/citations/train.py NOTES_ZH CORE_XML TITLES… --out pipeline/kaoju/citations

NOTES_ZH is the folder of rendered notes, CORE_XML AnyStyle's references, TITLES files of Chinese titles (JSON lines,
gzip). ``--apart N`` leaves out a fifth of the items, so that ``score.py`` can measure on them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import aligned
import listed
import pycrfsuite
import rendered
import written
from pools import Pools
from swapped import swapped

from kaoju.citations.features import features
from kaoju.citations.labelled import cited
from kaoju.citations.likely import traits
from kaoju.citations.tokens import tokens

Pieces = list[tuple[str, str]]
SEED = 7
WRITTEN = 24_000
LATIN = ("en", "fr", "de")
LABELLER = {"c1": 0.6, "c2": 0.03, "max_iterations": 100, "feature.minfreq": 5, "feature.possible_transitions": True}
CLASSIFIER = {"c1": 0.5, "c2": 0.02, "max_iterations": 100, "feature.minfreq": 4}


def labelled(pieces: Pieces) -> tuple[str, list[str]]:
    """The text of a citation and the label of each of its words; ``O`` for what is no part."""
    text = "".join(words for _, words in pieces)
    chars: list[str] = []
    for label, words in pieces:
        chars += [label if not (label == "A" and at) else "a" for at in range(len(words))]
    return text, [_of(chars[word.start : word.end]) for word in tokens(text)]


def _of(labels: list[str]) -> str:
    told = [label for label in labels if label]
    return told[0] if len(told) * 2 >= len(labels) and told else "O"


def read_titles(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The records of files of titles."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)


def make_pools(references: list[Pieces], titles: list[dict[str, Any]]) -> Pools:
    """What invented citations are filled with."""
    parts: dict[str, list[str]] = {label: [] for label in "TCP"}
    for label, words in (piece for pieces in references for piece in pieces):
        if label in parts and len(words) > 3:
            parts[label].append(words)
    remarks = [
        f"{sentence}。"
        for record in titles
        for sentence in re.split("[。；;]", record.get("abstract", ""))
        if 8 < len(sentence) < 120
    ]
    chinese = [record["title"] for record in titles]
    return Pools(
        SEED, {"en": parts["T"], "journal": parts["C"], "publisher": parts["P"], "zh": chinese, "remark": remarks}
    )


def examples(notes: list[aligned.Example], references: list[Pieces], pools: Pools) -> Iterator[tuple[str, Pieces]]:
    """All that is trained on: a type, where it is sure, and a citation in pieces."""
    works = {example.item["id"]: example.item for example in notes if example.item.get("language", "en")[:2] in LATIN}
    for example in rendered.of_items(list(works.values()), pools.random, 12):
        yield str(example.item["type"]), example.pieces
        yield str(example.item["type"]), swapped(pools, str(example.item["type"]), example.pieces)
    for example in rendered.of_references(references, pools.random, 3):
        yield "", example.pieces
    for example in notes:
        kind = str(example.item["type"])
        yield kind, example.pieces
        # the rarer a type, the more copies with other parts in them
        for _ in range(2 if kind in ("book", "article-journal") else 4):
            yield kind, swapped(pools, kind, example.pieces)
    for pieces in map(listed.headed, references):
        yield "", pieces
        yield "", swapped(pools, "", pieces)
    yield from written.write(pools, WRITTEN)


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notes", type=Path)
    parser.add_argument("references", type=Path)
    parser.add_argument("titles", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--apart", type=int, help="the fifth of the items that is left out")
    options = parser.parse_args()
    notes = [one for one in aligned.read(options.notes) if one.fold != options.apart]
    references = listed.read(options.references)
    if options.apart is not None:
        references = [one for at, one in enumerate(references) if at % aligned.FOLDS != options.apart]
    pools = make_pools(references, list(read_titles(options.titles)))
    parts = pycrfsuite.Trainer(algorithm="lbfgs", params=LABELLER, verbose=False)
    types = pycrfsuite.Trainer(algorithm="lbfgs", params=CLASSIFIER, verbose=False)
    for kind, pieces in examples(notes, references, pools):
        text, labels = labelled(pieces)
        if not labels:
            continue
        words = tokens(text)
        parts.append(features(text, words), labels)
        if kind:
            types.append([traits(text, cited(text, words, labels))], [kind])
    options.out.mkdir(parents=True, exist_ok=True)
    types.train(str(options.out / "types.crfsuite"))
    parts.train(str(options.out / "labeller.crfsuite"))


if __name__ == "__main__":
    main()
