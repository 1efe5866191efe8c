"""What several tests need: the pipeline loaded once, and one run over the sample corpus."""

from pathlib import Path

import pandas as pd
import pytest

import kaoju
from kaoju.claims import find_claims
from kaoju.claims.ranking import as_read

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def nlp():
    return kaoju.load()


@pytest.fixture(scope="session")
def by_rules(nlp):
    """The doc of a text with its claims as the rules read them, before phrases are weighed."""
    stage = nlp.get_pipe("kaoju_claims")

    def read(text):
        doc = nlp(text)
        doc._.claims = find_claims(stage.body(doc), as_read)
        return doc

    return read


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The result of a run over the sample corpus."""
    return kaoju.run([CORPUS], tmp_path_factory.mktemp("sample") / "out")


@pytest.fixture(scope="session")
def tables(sample):
    """The tables of the run over the sample corpus, by name."""
    return {path.stem: pd.read_parquet(path) for path in sorted((sample.out / "tables").glob("*.parquet"))}
