"""How fast the pipeline reads, beside a plain stack that is put together from what others offer, in the same run.

    pip install jionlp
    python tests/benchmarks/speed.py

One process, processor time. The articles of the sample corpus are read once, none of them seen before by the process,
after an article put together from none of their words has loaded what is loaded on first use; then again. The plain stack
gets their bodies alone: jieba.posseg, a spaCy pipeline with an entity recogniser of default width (random weights),
JioNLP's amounts of money, jieba.analyse. One that is not installed is left out.
"""

import contextlib
import io
import sys
import time
from collections import Counter
from pathlib import Path

import jieba
import jieba.analyse
import jieba.posseg
import spacy

from kaoju.documents import to_doc
from kaoju.loading import Setup
from kaoju.reading import read
from kaoju.running.articles import pipeline, settle
from kaoju.running.inputs import find_inputs

CORPUS = Path(__file__).parents[2] / "corpus"
# reaches every stage and its tables: figures, currencies, a claim, a citation, names to be paired and weighed
FIRST = """\
# 首读

某甲

## 一、正文

2011年，麦克尔罗伊指出，冰島鲱鱼产量由2吨增至逾3吨，值福林8亿、DKK 7亿。[^1]

[^1]: Jane McElroy, “Herring in Iceland,” *Oslo Review*, May 2, 2011. 某乙：《鲱鱼》，2011年。
"""


def timed(function, *arguments):
    began = time.process_time()
    result = function(*arguments)
    return result, time.process_time() - began


def run(nlp, files):
    """The seconds that each stage takes of all articles; ``files`` are their bytes by name."""
    stages = Counter()
    for path, data in files.items():
        article, seconds = timed(read, path, None, data)
        stages["reading"] += seconds
        doc, seconds = timed(to_doc, nlp, article)
        stages["tokens"] += seconds
        for name, stage in nlp.pipeline:
            doc, seconds = timed(stage, doc)
            stages[name] += seconds
    return stages


def recogniser():
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    names = nlp.add_pipe("ner")
    for label in ("PERSON", "LOC", "ORG"):
        names.add_label(label)
    nlp.initialize()
    return nlp


def money():
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
    return lambda text: jionlp.ner.extract_money(text, with_parsing=True)


def plain_stack():
    """The parts of the plain stack that there are on this machine, each a function of a text."""
    parts = {
        "jieba.posseg": jieba.posseg.lcut,
        "spaCy's recogniser": recogniser(),
        "jieba.analyse": jieba.analyse.extract_tags,
    }
    try:
        parts["JioNLP's money"] = money()
    except ImportError:
        print("JioNLP is not installed", file=sys.stderr)
    for part in parts.values():
        part("预热：冰岛鲱鱼产量由2吨增至3吨，值5元。")
    return parts


def tell(what, characters, seconds):
    print(f"{what:28}{characters / seconds:10,.0f} characters/s")


def main():
    nlp, start = timed(pipeline, Setup())
    settle()
    run(nlp, {"first.md": FIRST.encode()})
    files = {one.path: Path(one.path).read_bytes() for one in find_inputs([CORPUS])[0]}
    unseen, again = run(nlp, files), run(nlp, files)
    articles = [read(path) for path in files]
    characters = sum(len(article.source) for article in articles)
    print(f"{characters:,} characters; loading {start:.2f} s")
    tell("articles not seen before", characters, unseen.total())
    tell("the same articles again", characters, again.total())
    for name, seconds in unseen.most_common():
        print(f"  {name:26}{seconds / unseen.total():6.1%}")
    bodies = ["".join(block.text.text for block in article.blocks) for article in articles]
    stack = {name: timed(lambda part=part: [part(text) for text in bodies])[1] for name, part in plain_stack().items()}
    tell("plain stack", characters, sum(stack.values()))
    for name, seconds in stack.items():
        print(f"  {name:26}{seconds / sum(stack.values()):6.1%}")
    print(f"the plain stack takes {sum(stack.values()) / unseen.total():.1f} times as long as the pipeline")


if __name__ == "__main__":
    main()
