"""The manual says what is there."""

import doctest
import importlib
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

import kaoju
from kaoju.citations import Citation
from kaoju.figures import find_figures
from kaoju.schemas import SCHEMAS

MANUAL = (Path(__file__).parent.parent / "docs" / "tables.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", SCHEMAS)
def test_every_column_of_a_table_is_in_its_section(table):
    section = MANUAL.split(f"\n## {table}\n")[1].split("\n## ")[0] + MANUAL.split("\n## ")[0]
    missing = [name for name in SCHEMAS[table].names if f"`{name}`" not in section]
    assert missing == []


def test_no_section_is_about_a_table_that_is_not_there():
    assert {part.split("\n")[0] for part in MANUAL.split("\n## ")[1:]} == set(SCHEMAS)


CLAIMS = (Path(__file__).parent.parent / "docs" / "claims.md").read_text(encoding="utf-8")


def claims_below(heading):
    """The rows of a table of examples, by its first line."""
    rows = CLAIMS.split(f"{heading}\n")[1].split("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows]


@pytest.mark.parametrize(("field", "text", "value"), claims_below("| field | text | value |"))
def test_the_examples_of_claims_are_true(nlp, field, text, value):
    doc = nlp(text)
    told = doc._.claims[0][field]
    assert (doc.text[told["start"] : told["end"]] if isinstance(told, dict) else told) == value


@pytest.mark.parametrize(("text", "subject", "metric", "why"), claims_below("| text | subject | metric | |"))
def test_the_examples_of_what_a_clause_leaves_out_are_true(by_rules, text, subject, metric, why):
    doc = by_rules(text)
    last = doc._.claims[-1]
    assert [doc.text[one["start"] : one["end"]] for one in (last["subject"], last["metric"])] == [subject, metric]


MANUAL_OF_FIGURES = (Path(__file__).parent.parent / "docs" / "figures.md").read_text(encoding="utf-8")
SHOWN = [
    [cell.strip() for cell in row.removeprefix("|").removesuffix("|").split("|")]
    for row in MANUAL_OF_FIGURES.split("## ")[0].splitlines()
    if row.startswith("|") and not row.startswith(("| ---", "| text"))
]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown[0])
def test_the_examples_of_figures_are_true(shown):
    figure = find_figures(shown[0])[0]
    ends = ["" if end is None else f"{end:.15g}" for end in (figure.low, figure.high)]
    assert [shown[0], figure.text, figure.kind, *ends, figure.unit, figure.approx or ""] == shown


CITATIONS = (Path(__file__).parent.parent / "docs" / "citations.md").read_text(encoding="utf-8")


def test_every_field_of_a_citation_is_explained():
    assert [field.name for field in fields(Citation) if f"`{field.name}`" not in CITATIONS] == []


UNITS = sorted((Path(__file__).parent.parent / "docs" / "systemd").iterdir())


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_the_units_of_systemd_are_sound(tmp_path):
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/opt/kaoju/bin/kaoju", "/bin/true")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    verified = subprocess.run(
        ["systemd-analyze", "verify", *tmp_path.iterdir()], check=False, capture_output=True, text=True
    )
    assert verified.returncode == 0, verified.stderr


HOUSE = Path(kaoju.__file__).parent
SHOWING = sorted(path for path in HOUSE.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: str(path.relative_to(HOUSE)))
def test_the_examples_in_the_code_are_true(path):
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
    assert doctest.testmod(module).failed == 0
