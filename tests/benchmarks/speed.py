"""How fast the pipeline reads, beside plain word segmentation of the same text in the same run.

Usage: python tests/benchmarks/speed.py [COPIES]
Takes the sample corpus COPIES times (default 3), one process, and prints characters a second and ratios; the seconds that
each stage takes come last.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import jieba
import jieba.posseg

import kaoju
from kaoju.documents import to_doc
from kaoju.running.inputs import find_inputs

CORPUS = Path(__file__).parents[2] / "corpus"


def timed(function, *arguments):
    began = time.perf_counter()
    result = function(*arguments)
    return result, time.perf_counter() - began


def main(copies):
    nlp, start = timed(kaoju.load)
    articles = [kaoju.read(one.path) for one in find_inputs([CORPUS])[0]] * copies
    characters = sum(len(article.source) for article in articles)
    body = ["".join(block.text.text for block in article.blocks) for article in articles]
    jieba.initialize()
    jieba.posseg.lcut("预热")
    _, plain = timed(lambda: [jieba.lcut(text) for text in body])
    _, tagged = timed(lambda: [jieba.posseg.lcut(text) for text in body])
    stages = Counter()
    for article in articles:
        doc, stages["tokens"] = to_doc(nlp, article), stages["tokens"]
        for name, stage in nlp.pipeline:
            doc, seconds = timed(stage, doc)
            stages[name] += seconds
    _, whole = timed(lambda: [nlp(to_doc(nlp, article)) for article in articles])
    print(f"{characters} characters; loading {start:.2f} s")
    print(f"whole pipeline       {characters / whole:10.0f} characters/s")
    print(
        f"jieba alone          {characters / plain:10.0f} characters/s   pipeline takes {whole / plain:.1f} times as long"
    )
    print(
        f"jieba with tags      {characters / tagged:10.0f} characters/s   pipeline takes {whole / tagged:.1f} times as long"
    )
    for name, seconds in stages.most_common():
        print(f"  {name:24}{seconds / whole:6.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
