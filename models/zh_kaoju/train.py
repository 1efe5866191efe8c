"""Train the reader of names, score it, and write its weights and the pipeline.

Usage: python models/zh_kaoju/train.py TRAIN DEV --beside SPOKEN --test TEST --out models/zh_kaoju

TRAIN, DEV and TEST are Universal NER's, IOB2 (columns: number, word, tag; ``# text =`` before each sentence); SPOKEN is
AISHELL-NER's (a character and its tag a line). Plain or .xz. The weights go to ``pipeline/kaoju/names/tagger.npz``. The
random numbers are seeded: the same files give the same bytes, in a minute or two on one core.
"""

import argparse
import lzma
from pathlib import Path

import numpy as np
import spacy
from crf import Sentences, learned
from scipy.sparse import csr_matrix
from spacy.scorer import Scorer
from spacy.training import Example

from kaoju.names.features import BITS, features
from kaoju.names.tagger import LABELS, UNIT, Tagger
from kaoju.stages.ner import WEIGHTS, gazetteer
from kaoju.stages.tokens import cut_at

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
        },
        {
            "name": "AISHELL-NER",
            "url": "https://github.com/Alibaba-NLP/AISHELL-NER",
            "license": "Apache-2.0",
        },
    ],
}
# what being no name loses: the model would rather miss a name than make one up, and the best F1 lies in between
CAUTION = 0.3
# how much a sentence of the other annotation counts, and how many without a name are taken for one with a name
BESIDE, NAMELESS = 0.5, 0.6
OURS = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
# jieba's tags and the lexicon's labels: 0 persons, 1 places, 2 organisations
KINDS = {"nr": 0, "nrt": 0, "nrfg": 0, "ns": 1, "nt": 2, "PERSON": 0, "GPE": 1, "LOC": 1, "ORG": 2}
UNKNOWN = 9


def blocks(path):
    """The lines of every sentence of a file."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [block.splitlines() for block in file.read().strip().split("\n\n")]


def written(lines):
    """A sentence of Universal NER, its words found again in it: its text, and its names as (start, end, label)."""
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    names, end = [], 0
    for line in lines:
        if not line.startswith("#"):
            _, word, tag, *_ = line.split("\t")
            start = text.index(word, end)
            end = start + len(word)
            name(names, start, end, tag)
    return text, names


def spoken(lines):
    """A sentence of AISHELL-NER, likewise."""
    marks = [line.split() for line in lines if len(line.split()) == 2]
    names = []
    for at, (_, tag) in enumerate(marks):
        name(names, at, at + 1, tag)
    return "".join(char for char, _ in marks), names


def name(names, start, end, tag):
    """Add a name, or make the last longer."""
    kind = OURS.get(tag[2:])
    if kind and tag[0] == "I" and names and names[-1][2] == kind:
        names[-1] = (names[-1][0], end, kind)
    elif kind:
        names.append((start, end, kind))


def some(sentences):
    """The sentences with names, and the first few without."""
    named = [one for one in sentences if one[1]]
    return named + [one for one in sentences if not one[1]][: round(NAMELESS * len(named))]


def labels(text, names):
    """The number of each character's label."""
    given = np.zeros(len(text), np.int64)
    for start, end, kind in names:
        given[start:end] = LABELS.index("I-" + kind)
        given[start] = LABELS.index("B-" + kind)
    return given


def character_odds(known):
    """How each character speaks for the kinds of names, as their first, inside them and as their last: how much
    commoner the dictionary has it there than in other words, as a logarithm, in small whole numbers."""
    kinds = {word: KINDS.get(tag, 3) for word, tag in known.tags.items() if len(word) > 1}
    kinds |= {word: KINDS[label] for word, label in known.labels.items() if label in KINDS}
    counts = np.zeros((3, 4, 1 << 16))
    for word, kind in kinds.items():
        for place, chars in enumerate((word[:1], word[1:-1], word[-1:])):
            for char in chars:
                counts[place, kind, min(ord(char), 0xFFFF)] += 1
    shares = (counts + 0.3) / counts.sum(axis=2, keepdims=True)
    odds = np.log(3 * shares / (shares.sum(axis=1, keepdims=True) - shares))
    rare = counts.sum(axis=1, keepdims=True) < 2
    steps = np.where(rare, UNKNOWN, np.clip(np.round(1.5 * odds), -5, 5))
    return steps[:, :3].reshape(9, -1).T.astype(np.int8)


def matrix(given, nlp, odds):
    """The features of the sentences' characters that occur twice or more, and their numbers."""
    known, docs = gazetteer(nlp), [nlp.make_doc(text) for text, _ in given]
    told = [features([w.text_with_ws for w in doc], [w.tag_ for w in doc], known, odds) for doc in docs]
    rows = np.concatenate([np.stack(columns, axis=1) for columns in told])
    at = np.arange(len(rows) + 1) * rows.shape[1]
    counted = csr_matrix((np.ones(rows.size, np.float32), rows.reshape(-1), at), shape=(len(rows), 1 << BITS))
    counted.sum_duplicates()
    numbers = np.flatnonzero(counted.getnnz(axis=0) > 1)
    return counted[:, numbers], numbers


def train(ours, others, nlp):
    """A tagger trained on our sentences, and on others that are annotated in another way and count less."""
    given = [*ours, *others]
    odds = character_odds(gazetteer(nlp))
    told, numbers = matrix(given, nlp, odds)
    weights, steps = learned(
        Sentences(
            features=told,
            labels=np.concatenate([labels(*one) for one in given]),
            lengths=np.array([len(text) for text, _ in given]),
            counts=np.repeat(np.float32([1, BESIDE]), [len(ours), len(others)]),
        )
    )
    table = np.zeros((1 << BITS, len(LABELS) + 1), np.int8)
    table[numbers, :-1] = np.clip(np.round(weights * UNIT), -127, 127)
    steps[:, 0] -= CAUTION
    return Tagger(table, steps, odds)


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
    """Train on the files, score on the test file, and write the weights and what spaCy loads."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
    ours = [written(lines) for path in asked.files for lines in blocks(path)]
    train(ours, some([spoken(lines) for lines in blocks(asked.beside)]), nlp).write(WEIGHTS)
    nlp.add_pipe("kaoju_ner")
    nlp.meta |= META | {"performance": score([written(lines) for lines in blocks(asked.test)], nlp)}
    nlp.to_disk(asked.out, exclude=["vocab", "tokenizer", "kaoju_ner"])
    print(nlp.meta["performance"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--beside", type=Path, required=True)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    main(parser.parse_args())
