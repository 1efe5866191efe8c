"""What several tests need: the pipeline loaded once, and one run over the sample corpus."""

from pathlib import Path

import pandas as pd
import pytest

import kaoju

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def nlp():
    return kaoju.load()


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The result of a run over the sample corpus."""
    return kaoju.run([CORPUS], tmp_path_factory.mktemp("sample") / "out")


@pytest.fixture(scope="session")
def tables(sample):
    """The tables of the run over the sample corpus, by name."""
    return {path.stem: pd.read_parquet(path) for path in sorted((sample.out / "tables").glob("*.parquet"))}
