"""The whole pipeline on the sample corpus, held to its hand annotation."""

import hashlib
import json
from pathlib import Path

import pandas as pd
import pytest

import kaoju
from kaoju.schemas import SCHEMAS

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = {
    path.name.removesuffix(".gold.json"): json.loads(path.read_text("utf-8")) for path in CORPUS.glob("*.gold.json")
}
CORE = {"MONEY", "PERCENT", "PERCENTAGE_POINT", "MULTIPLE"}
ARTICLES = sorted(GOLD)


def of(tables, name, article):
    return tables[name][tables[name].article == article]


def test_every_article_is_read(sample):
    assert sample.failures == ()
    assert sorted(sample.articles) == ARTICLES


def test_every_table_has_the_columns_that_its_schema_says(tables):
    assert {name: list(table.columns) for name, table in tables.items()} == {
        name: schema.names for name, schema in SCHEMAS.items()
    }


def same(a, b):
    missing = [pd.isna(value) for value in (a, b)]
    return all(missing) if any(missing) else abs(a - b) <= 1e-4 * max(0.01, abs(b))


@pytest.mark.parametrize("article", ARTICLES)
def test_figures_are_those_of_the_annotation(tables, article):
    gold = [f for f in GOLD[article]["figures"] if f["kind"] in CORE]
    said = [row for row in of(tables, "figures", article).itertuples() if row.kind in CORE]
    found = [
        (f["text"], [row for row in said if row.kind == f["kind"] and row.start < f["end"] and f["start"] < row.end])
        for f in gold
    ]
    missed = [text for text, rows in found if not rows]
    extra = len(said) - (len(gold) - len(missed))
    wrong = [
        (f["text"], row.text, row.low, row.high, row.unit)
        for f, (_, rows) in zip(gold, found, strict=True)
        for row in rows[:1]
        if not (same(row.low, f["low"]) and same(row.high, f["high"]) and row.unit == f["unit"])
    ]
    assert len(missed) + abs(extra) <= 0.05 * len(gold), missed
    assert len(wrong) <= 0.05 * len(gold), wrong


@pytest.mark.parametrize("article", ARTICLES)
def test_notes_and_marks_are_those_of_the_annotation(tables, article):
    gold = GOLD[article]
    notes = of(tables, "notes", article)
    assert list(notes.label) == [str(note["label"]) for note in gold["notes"]]
    marks = [
        (row.start, None if pd.isna(row.note) else int(row.note)) for row in of(tables, "markers", article).itertuples()
    ]
    assert len(marks) == len(gold["markers"])
    for (start, note), mark in zip(marks, gold["markers"], strict=True):
        assert mark["start"] - 2 <= start < mark["end"]
        assert note == mark["note"]


@pytest.mark.parametrize("article", ARTICLES)
def test_back_references_lead_to_the_notes_of_the_annotation(tables, article):
    gold = {n["note"]: n["same_as"] for n in GOLD[article]["notes"]}
    said = {
        int(r.note): None if pd.isna(r.same_as) else int(r.same_as) for r in of(tables, "notes", article).itertuples()
    }
    wrong = {note: (said[note], same_as) for note, same_as in gold.items() if said[note] != same_as}
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("article", ARTICLES)
def test_head_is_that_of_the_annotation(tables, article):
    row, meta = of(tables, "articles", article).iloc[0], GOLD[article]["meta"]
    assert row.title == meta["title"]
    assert list(row.authors) == meta["authors"]
    assert list(row.keywords) == meta["keywords"]


def without(source, start, end, cuts):
    """``source[start:end]`` with the furniture taken out."""
    pieces = [source[i] for i in range(start, end) if not any(low <= i < high for low, high in cuts)]
    return "".join(pieces)


def holds(cut, row):
    return cut[0] <= row.start and row.end <= cut[1]


def test_every_row_points_to_the_characters_that_it_came_from(tables, sample):
    checked = 0
    for article in sample.articles:
        path = Path(of(tables, "articles", article).iloc[0].path)
        source = kaoju.read(path).source
        cuts = [(row.start, row.end) for row in of(tables, "furniture", article).itertuples()]
        for name, column in (
            ("figures", "text"),
            ("claims", "text"),
            ("notes", "text"),
            ("entities", "text"),
            ("times", "text"),
            ("pairs", "zh"),
        ):
            for row in of(tables, name, article).itertuples():
                # a note stands in what was taken out of the running text; all else stands around it
                inside = [cut for cut in cuts if row.start < cut[1] and cut[0] < row.end and not holds(cut, row)]
                assert without(source, row.start, row.end, inside) == getattr(row, column), (name, row)
                checked += 1
    assert checked > 500


def digests(out):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (out / "tables").iterdir()}


def test_the_same_run_gives_the_same_bytes(sample, tmp_path):
    again = kaoju.run([CORPUS], tmp_path / "again", jobs=2)
    assert digests(again.out) == digests(sample.out)
    assert (again.out / "claims.csv").read_bytes() == (sample.out / "claims.csv").read_bytes()


def test_references_between_tables_hold(tables, sample):
    for article in sample.articles:
        figures = set(of(tables, "figures", article).figure)
        notes = set(of(tables, "notes", article).note)
        claims = of(tables, "claims", article)
        assert claims.claim.is_unique
        assert all(set(row.figures) <= figures and set(row.notes) <= notes for row in claims.itertuples())
        assert set(of(tables, "citations", article).note) <= notes
        assert set(of(tables, "audit", article).claim.dropna()) <= set(claims.claim)


def test_claims_open_in_a_spreadsheet(sample):
    data = (sample.out / "claims.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(data.decode("utf-8-sig").splitlines()) > len(sample.articles)


def test_the_summary_names_every_article(sample, tables):
    summary = (sample.out / "summary.md").read_text("utf-8")
    for title in tables["articles"].title:
        assert title in summary


def test_the_manifest_says_what_was_read_and_with_what(sample):
    manifest = json.loads((sample.out / "manifest.json").read_text("utf-8"))
    assert sorted(manifest["inputs"]) == ARTICLES
    assert manifest["versions"]["kaoju"] == kaoju.__version__
    assert manifest["failures"] == []
    assert manifest["rows"] == sample.rows
