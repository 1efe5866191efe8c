"""Learn how the sounds of foreign names are written in Chinese characters.

    python models/transliteration/train.py PAIRS.tsv [PAIRS.tsv …] --out pipeline/kaoju/names

Each line of PAIRS is a Latin name, a tab, and its Chinese characters, apart by spaces or not. Every character is taken
to stand for a run of none to six letters; which run is learned by expectation maximisation over all ways to cut the
Latin name, as in the IBM models of translation. What a character was seen with is mixed with what its Mandarin syllable
was seen with, and that with what the two halves of the syllable were seen with, so that there are few runs of which
nothing is known. A pair counts for as much as it is likelier than its letters are by themselves, for the pairs are
mined.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import jieba
import opencc
from pypinyin import lazy_pinyin

from kaoju.names.sounds import LONGEST, halves, plain, products

Pairs = list[tuple[str, str]]
Table = dict[str, dict[str, float]]
Sightings = defaultdict[str, defaultdict[str, float]]
ROUNDS = 8
# chances below these are not written, and not worked with
LEAST, SLIGHT = 0.002, 0.0003
# how many sightings the more general chances count for
PRIOR = 20.0
_HAN = re.compile(r"[\u3400-\u9fff]+")
# the vowel that a run of letters is cut before
_CUT = re.compile(r"([^aeiouy]*)(.*)")


def read(paths: list[Path]) -> Pairs:
    """The pairs in Simplified characters, Latin letters without accents, those that can be aligned at all."""
    convert = opencc.OpenCC("t2s").convert
    pairs = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            latin, chinese, *_ = line.split("\t")
            letters, chars = plain(latin), "".join(_HAN.findall(convert(chinese)))
            if chars and len(chars) <= len(letters) <= LONGEST * len(chars):
                pairs.append((letters, chars))
    return pairs


class Model:
    """What was seen with characters, syllables and the halves of syllables, as chances."""

    def __init__(self, seen: Sightings, syllable: Mapping[str, str]) -> None:
        self.syllable = syllable
        sums = {char: sum(runs.values()) for char, runs in seen.items()}
        syllables, parts = _none_yet(), _none_yet()
        for char, run, count in _each(seen):
            syllables[syllable[char]][run] += count
        for sound, run, count in _each(syllables):
            for half, letters in zip(halves(sound), _CUT.fullmatch(run).groups(), strict=True):
                parts[half][letters] += count
        self.parts = {half: _share(letters) for half, letters in parts.items()}
        general = {sound: _mixed(runs, products(self.parts, sound, SLIGHT)) for sound, runs in syllables.items()}
        self.runs = {char: _mixed(runs, general[syllable[char]]) for char, runs in seen.items()}
        # what is left to the halves of the syllable where neither character nor syllable was seen with a run
        self.left = {
            char: PRIOR / (sums[char] + PRIOR) * PRIOR / (sum(syllables[syllable[char]].values()) + PRIOR)
            for char in seen
        }


def train(pairs: Pairs) -> Model:
    """Chances of runs of letters by character."""
    syllable = {char: lazy_pinyin(char)[0] for _, chars in pairs for char in chars}
    alone = _likelihoods(pairs)
    runs = _first_guess(pairs)
    for _ in range(ROUNDS):
        seen = _none_yet()
        for (letters, chars), by_themselves in zip(pairs, alone, strict=True):
            _count(letters, chars, runs, seen, by_themselves)
        model = Model(seen, syllable)
        runs = model.runs
    return model


def _likelihoods(pairs: Pairs) -> list[float]:
    """How likely the letters of each pair are in any name."""
    after = letters(pairs)
    return [
        math.prod(after[first][second] for first, second in zip("^" + name, name + "$", strict=True))
        for name, _ in pairs
    ]


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


def _each(seen: Sightings) -> Iterator[tuple[str, str, float]]:
    return ((unit, run, count) for unit, runs in seen.items() for run, count in runs.items())


def _share(counter: Mapping[str, float]) -> dict[str, float]:
    total = sum(counter.values())
    return {run: count / total for run, count in counter.items()}


def _mixed(counter: Mapping[str, float], general: Mapping[str, float]) -> dict[str, float]:
    total = sum(counter.values()) + PRIOR
    return {run: (counter.get(run, 0.0) + PRIOR * general.get(run, 0.0)) / total for run in {**counter, **general}}


def _count(letters: str, chars: str, table: Table, counts: Sightings, by_themselves: float) -> None:
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
    whole = ahead[n][m] + by_themselves
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
                        seen[letters[j:k]] += ahead[i][j] * chance / whole


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


def write(model: Model, told: Mapping[str, float], out: Path) -> None:
    """One line a character: its syllable, its runs of letters with their chances, what is left to the halves of the
    syllable, and its odds."""
    lines = [
        f"{char}\t{model.syllable[char]}\t{_told(model.runs[char], LEAST)}\t{model.left[char]:.2g}\t{told[char]:.1f}"
        for char in sorted(model.runs)
    ]
    out.write_text("\n".join(["unit\tsyllable\truns\tleft\todds", *lines]) + "\n", encoding="utf-8")


def write_table(table: Table, least: float, out: Path) -> None:
    """One line a unit: its runs of letters and their chances in thousandths, the likeliest first."""
    lines = [f"{unit}\t{_told(runs, least)}" for unit, runs in sorted(table.items())]
    out.write_text("\n".join(["unit\truns", *lines]) + "\n", encoding="utf-8")


def _told(runs: Mapping[str, float], least: float) -> str:
    kept = sorted((-chance, run) for run, chance in runs.items() if chance >= least)
    return " ".join(f"{run}:{-chance * 1000:.3g}" for chance, run in kept)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    known = read(options.pairs)
    model = train(known)
    write(model, odds(known), options.out / "sounds.tsv")
    write_table(model.parts, 0.003, options.out / "halves.tsv")
    write_table(letters(known), 0.0005, options.out / "letters.tsv")
