"""Learn how the sounds of foreign names are written in Chinese characters.

    python models/transliteration/train.py PAIRS.tsv [PAIRS.tsv …] --out pipeline/kaoju/names

Each line of PAIRS is a Latin name, a tab, and its Chinese characters apart by spaces. Every character is taken to stand
for a run of none to six letters; which run is learned by expectation maximisation over all ways to cut the Latin name,
as in the IBM models of translation. A rare character profits from the others of its Mandarin syllable.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import jieba
import opencc
from pypinyin import lazy_pinyin

from kaoju.names.sounds import LONGEST, plain

Pairs = list[tuple[str, tuple[str, ...]]]
Table = dict[str, dict[str, float]]
Sightings = defaultdict[str, defaultdict[str, float]]
ROUNDS = 8
LEAST = 0.004
# how many sightings of the syllable a character's own sightings are mixed with
PRIOR = 4.0


def read(paths: list[Path]) -> Pairs:
    """The pairs in Simplified characters, Latin letters without accents, those that can be aligned at all."""
    convert = opencc.OpenCC("t2s").convert
    pairs = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            latin, chinese, *_ = line.split("\t")
            letters, chars = plain(latin), tuple(convert(chinese.replace(" ", "")))
            if chars and len(chars) <= len(letters) <= LONGEST * len(chars):
                pairs.append((letters, chars))
    return pairs


def train(pairs: Pairs) -> Table:
    """Chances of letter runs by character, and by syllable (the keys in Latin letters)."""
    syllable = {char: lazy_pinyin(char)[0] for _, chars in pairs for char in chars}
    table = _first_guess(pairs)
    for _ in range(ROUNDS):
        counts = _none_yet()
        for letters, chars in pairs:
            _count(letters, chars, table, counts)
        table = _mixed(counts, syllable)
    return table


def _first_guess(pairs: Pairs) -> Table:
    """Runs seen where an even cut would have them."""
    counts = _none_yet()
    for letters, chars in pairs:
        step = len(letters) / len(chars)
        for i, char in enumerate(chars):
            for start in {int(i * step), round(i * step)}:
                for length in range(LONGEST + 1):
                    counts[char][letters[start : start + length]] += math.exp(-abs(length - step))
    return {char: _share(counter) for char, counter in counts.items()}


def _none_yet() -> Sightings:
    return defaultdict(lambda: defaultdict(float))


def _share(counter: Mapping[str, float]) -> dict[str, float]:
    total = sum(counter.values())
    return {run: count / total for run, count in counter.items()}


def _count(letters: str, chars: tuple[str, ...], table: Table, counts: Sightings) -> None:
    """Add the expected sightings of one pair: forwards, backwards, and the share of each cut."""
    n, m = len(chars), len(letters)
    ahead = [[0.0] * (m + 1) for _ in range(n + 1)]
    ahead[0][0] = 1.0
    for i, char in enumerate(chars):
        row = table[char]
        for j in range(m + 1):
            if ahead[i][j]:
                for k in range(j, min(m, j + LONGEST) + 1):
                    ahead[i + 1][k] += ahead[i][j] * row.get(letters[j:k], 0.0)
    if not ahead[n][m]:
        return
    behind = [[0.0] * (m + 1) for _ in range(n + 1)]
    behind[n][m] = 1.0
    for i in range(n - 1, -1, -1):
        row, seen = table[chars[i]], counts[chars[i]]
        for j in range(m + 1):
            for k in range(j, min(m, j + LONGEST) + 1):
                chance = row.get(letters[j:k], 0.0) * behind[i + 1][k]
                if chance:
                    behind[i][j] += chance
                    if ahead[i][j]:
                        seen[letters[j:k]] += ahead[i][j] * chance / ahead[n][m]


def _mixed(counts: Sightings, syllable: dict[str, str]) -> Table:
    shared = _none_yet()
    for char, counter in counts.items():
        for run, count in counter.items():
            shared[syllable[char]][run] += count
    table = {key: _share(counter) for key, counter in shared.items()}
    for char, counter in counts.items():
        total = sum(counter.values()) + PRIOR
        general = table[syllable[char]]
        table[char] = {run: (counter[run] + PRIOR * general[run]) / total for run in general}
    return table


def odds(pairs: Pairs) -> dict[str, float]:
    """How much commoner each character is in foreign names than in Chinese words, as a logarithm."""
    names = Counter(char for _, chars in pairs for char in chars)
    words: Counter[str] = Counter()
    with closing(jieba.Tokenizer().get_dict_file()) as file:
        for line in file.read().decode("utf-8").splitlines():
            word, frequency, _ = line.rsplit(" ", 2)
            words.update(dict.fromkeys(word, int(frequency)))
    written, read = sum(names.values()), sum(words.values())
    return {char: math.log(count / written) - math.log((words[char] + 1) / read) for char, count in names.items()}


def letters(pairs: Pairs) -> Table:
    """Chances of a letter after a letter in the Latin names, ``^`` before the first and ``$`` after the last."""
    after: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, _ in pairs:
        for first, second in zip("^" + name, name + "$", strict=True):
            after[first][second] += 1
    return {letter: _share(counter) for letter, counter in after.items()}


def write(table: Table, least: float, out: Path, odds: dict[str, float] | None = None) -> None:
    """One line a unit: its runs of letters and their chances in thousandths, the likeliest first."""
    lines = ["unit\truns" + ("\todds" if odds else "")]
    for unit in sorted(table):
        kept = sorted(((p, run) for run, p in table[unit].items() if p >= least), key=lambda x: (-x[0], x[1]))
        if kept:
            told = f"\t{odds[unit]:.1f}" if odds else ""
            lines.append(f"{unit}\t{' '.join(f'{run}:{round(p * 1000)}' for p, run in kept)}{told}")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    known = read(options.pairs)
    characters = {unit: runs for unit, runs in train(known).items() if not unit.isascii()}
    write(characters, LEAST, options.out / "sounds.tsv", odds(known))
    write(letters(known), 0.001, options.out / "letters.tsv")
