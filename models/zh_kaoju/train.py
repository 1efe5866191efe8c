"""Train the reader of names, score it, and write the pipeline.

Usage: python models/zh_kaoju/train.py TRAIN… --test TEST --out models/zh_kaoju

The files are Universal NER's, IOB2 (columns: number, word, tag; ``# text =`` before each sentence), plain or .xz. There
are no random numbers: the same files give the same bytes, in two minutes on one core.
"""

import argparse
import lzma
import tempfile
from pathlib import Path

import numpy as np
import pycrfsuite
import spacy
from spacy.scorer import Scorer
from spacy.training import Example

from kaoju.names.features import BITS, features
from kaoju.names.tagger import LABELS, Tagger
from kaoju.stages.ner import gazetteer
from kaoju.stages.tokens import cut_at

SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 150, "feature.possible_transitions": True}
META = {
    "name": "kaoju",
    "version": "0.1.0",
    "description": "Persons, places and organisations in Chinese text, read by character",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "UNER_Chinese-GSDSIMP",
            "url": "https://github.com/UniversalNER/UNER_Chinese-GSDSIMP",
            "license": "CC BY-SA 4.0",
        }
    ],
}
# what being no name loses: the model would rather miss a name than make one up, and the best F1 lies in between
CAUTION = 0.3
OURS = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}


def sentences(path):
    """Every sentence of an IOB2 file: its text, and its names as (start, end, label)."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        for block in file.read().strip().split("\n\n"):
            yield sentence(block.splitlines())


def sentence(lines):
    """One sentence, its words found again in its text."""
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    names, end = [], 0
    for line in lines:
        if not line.startswith("#"):
            _, word, tag, *_ = line.split("\t")
            start = text.index(word, end)
            end = start + len(word)
            kind = OURS.get(tag[2:])
            if kind and tag[0] == "I" and names and names[-1][2] == kind:
                names[-1] = (names[-1][0], end, kind)
            elif kind:
                names.append((start, end, kind))
    return text, names


def labels(text, names):
    """The label of each character."""
    given = ["O"] * len(text)
    for start, end, kind in names:
        given[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
    return given


def train(given, nlp):
    """A tagger trained on sentences."""
    trainer, known = pycrfsuite.Trainer(verbose=False), gazetteer(nlp)
    for text, names in given:
        doc = nlp.make_doc(text)
        rows = features([word.text_with_ws for word in doc], [word.tag_ for word in doc], known)
        trainer.append([[str(number) for number in row] for row in rows], labels(text, names))
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return weighed(tagger.info())


def weighed(info):
    """CRFsuite's weights as tables."""
    number = {label: i for i, label in enumerate(LABELS)}
    weights = np.zeros((1 << BITS, len(LABELS)), np.float32)
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (row, label), weight in info.state_features.items():
        weights[int(row), number[label]] = weight
    for (before, after), weight in info.transitions.items():
        steps[number[before], number[after]] = weight
    steps[:, 0] -= CAUTION
    return Tagger(weights, steps)


def score(given, nlp):
    """Precision, recall and F1 of whole names with their labels, in all and by label, as spaCy calls them."""
    examples = []
    for text, names in given:
        gold, found = nlp.make_doc(text), nlp(text)
        cut_at(gold, {place for start, end, _ in names for place in (start, end)})
        gold.ents = [gold.char_span(*name) for name in names]
        examples.append(Example(found, gold))
    return {name: told for name, told in Scorer.score_spans(examples, "ents").items() if name.startswith("ents")}


def main(asked):
    """Train on the files, score on the test file, and write what spaCy loads."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
    reader = nlp.add_pipe("kaoju_ner")
    reader.tagger = train([one for path in asked.files for one in sentences(path)], nlp)
    nlp.meta |= META | {"performance": score(sentences(asked.test), nlp)}
    nlp.to_disk(asked.out, exclude=["vocab", "tokenizer"])
    print(nlp.meta["performance"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    main(parser.parse_args())
