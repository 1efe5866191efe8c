"""kaoju 考据: what Chinese scholarly articles claim, by which figures, on whose word.

>>> import kaoju
>>> [(figure.text, figure.low) for figure in kaoju.find_figures("由8.5亿美元提升到9.23亿美元")]
[('8.5亿美元', 850000000.0), ('9.23亿美元', 923000000.0)]
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from kaoju.article import Article
    from kaoju.citations import Citation
    from kaoju.figures import Figure
    from kaoju.loading import Setup
    from kaoju.running import Result

__all__ = ["find_figures", "load", "parse_note", "read", "run"]
__version__ = "0.1.0"

# each import stands in its function: `kaoju --help` must not wait for spaCy


def load(config: str | Path | None = None, lexicon: Iterable[str | Path] = ()) -> Language:
    """The whole pipeline as a spaCy ``Language``; ``config`` is a config file to use in place of kaoju's own,
    ``lexicon`` TSV files of the user's own names. A text may be in either script; ``doc.text`` stays as it is given.

    >>> doc = load()("韩国的分担增长8.2%。")
    >>> doc._.figures[0]["low"]
    8.2
    """
    from kaoju.loading import load_pipeline

    return load_pipeline(_setup(config, lexicon))


def read(path: str | Path) -> Article:
    """The article in a ``.md`` or ``.txt`` file: its source as stored, and what stands where in it.

    Raises:
        ReadingError: the file is missing, empty, no text, or of a kind that kaoju does not read.
    """
    from kaoju.reading import read as read_article

    return read_article(path)


def run(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    jobs: int | None = None,
    topics: int | None = None,
    config: str | Path | None = None,
    lexicon: Iterable[str | Path] = (),
    time_limit: float | None = 600,
    memory_limit: float | None = 4,
    force: bool = False,
    scheduler: str | None = None,
) -> Result:
    """Reads the articles in files and folders and writes their tables, claims.csv, summary.md and manifest.json to
    ``out``. Articles that fail are in the result's ``failures``; the others are done all the same.

    Args:
        paths: files, and folders to search for articles, here or in a store: ``s3://bucket/articles``.
        out: the folder of the results, here or in a store; made where it is missing.
        jobs: processes to use; all cores by default.
        topics: the number of topics; chosen by the size of the corpus by default.
        config: a pipeline config to use in place of kaoju's own.
        lexicon: TSV files of the user's own names (columns ``zh``, ``en``, ``label``), which go before the lexicon's.
        time_limit: the seconds that an article may take; None is without limit.
        memory_limit: the GiB of memory that an article may take, on Linux; None is without limit.
        force: read all articles again, those too whose rows are there and those that failed before.
        scheduler: the address of a Dask scheduler that is to do the work, ``tcp://HOST:PORT``, in place of processes.

    Raises:
        OutputError: ``out`` cannot be written, or another run is writing there.
        StoreError: a store cannot be reached.
    """
    from kaoju.running import run_articles
    from kaoju.running.limits import Limits

    return run_articles(
        list(paths),
        out,
        jobs=jobs,
        topics=topics,
        setup=_setup(config, lexicon),
        limits=Limits(time_limit, int(memory_limit * 2**30) if memory_limit else None),
        force=force,
        scheduler=scheduler,
    )


def _setup(config: str | Path | None, lexicon: Iterable[str | Path]) -> Setup:
    from kaoju.loading import Setup

    return Setup(Path(config) if config else None, tuple(map(Path, lexicon)))


def find_figures(text: str) -> list[Figure]:
    """The figures of a text: objects with start, end, text, kind, low, high, unit and approx."""
    from kaoju.figures import find_figures as find

    return find(text)


def parse_note(text: str) -> list[Citation]:
    """The citations of a note: objects with type, authors, title, container, date, volume, issue, pages, publisher,
    url and accessed; none for a note that only points back or remarks."""
    from kaoju.citations import parse_note as parse

    return parse(text)
