"""The same articles as other hands would have typed, scanned or saved them: the same is read."""

import re
import unicodedata
from pathlib import Path

import pandas as pd
import pytest

import kaoju

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = ("arctic-shipping", "container-ports", "lng-trade")
HAN = "[\u4e00-\u9fff]"
# what is read, of each table; texts are compared by their letters and digits
READ = {
    "figures": ["article", "kind", "low", "high", "unit", "approx"],
    "claims": ["article", "kind", "subject", "metric", "time", "speaker", "modality", "direction", "notes"],
    "citations": ["article", "note", "type", "title", "container", "date", "pages"],
    "markers": ["article", "label", "note"],
    "back_references": ["article", "note", "same_as"],
}


def spaces_beside_digits(text):
    return re.sub(rf"(?<={HAN})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?={HAN})", " ", text)


def a_paragraph_a_line(text):
    return re.sub(rf"\n\n(?={HAN}|“)", "\n", text)


def indented(text):
    return re.sub(rf"(?m)^(?={HAN}|“)", "　　", text)


def digits_set_apart(text):
    return re.sub(r"\d{4}(?=年)|\d+(?:\.\d+)?(?=[%亿万])", lambda match: " ".join(match.group()), text)


def half_width_signs(text):
    return text.translate(str.maketrans("，；：？！", ",;:?!"))


def straight_quotes(text):
    return re.sub("[“”]", '"', text)


def windows_lines(text):
    return text.replace("\n", "\r\n")


def plain(value):
    if isinstance(value, str):
        return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", value))
    return tuple(value) if hasattr(value, "__len__") else None if pd.isna(value) else value


def read(folder, out):
    kaoju.run([folder], out, jobs=1)
    tables = {name: pd.read_parquet(out / "tables" / f"{name}.parquet") for name in READ}
    return {name: [tuple(map(plain, row)) for row in tables[name][READ[name]].values.tolist()] for name in READ}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    at = tmp_path_factory.mktemp("undisturbed")
    (at / "in").mkdir()
    for name in ARTICLES:
        (at / "in" / f"{name}.md").write_bytes((CORPUS / f"{name}.md").read_bytes())
    return read(at / "in", at / "out")


@pytest.mark.parametrize(
    "disturb",
    [
        spaces_beside_digits,
        a_paragraph_a_line,
        indented,
        digits_set_apart,
        half_width_signs,
        straight_quotes,
        windows_lines,
    ],
    ids=lambda disturb: disturb.__name__,
)
def test_an_article_in_another_hand_reads_the_same(disturb, undisturbed, tmp_path):
    (tmp_path / "in").mkdir()
    for name in ARTICLES:
        text = (CORPUS / f"{name}.md").read_text("utf-8")
        assert disturb(text) != text
        (tmp_path / "in" / f"{name}.md").write_bytes(disturb(text).encode())
    assert read(tmp_path / "in", tmp_path / "out") == undisturbed
