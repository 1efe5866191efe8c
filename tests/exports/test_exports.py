"""What reference managers get, read back by the parsers of their formats."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from kaoju.cli import app
from kaoju.errors import KaojuError
from kaoju.exports import export
from kaoju.exports.biblatex import to_biblatex
from kaoju.exports.csl import csl_item, date_of, name_of
from kaoju.exports.ris import to_ris

BOOK = {
    "work": "w1",
    "type": "book",
    "authors": ["Robert O. Keohane", "王逸舟", "World Bank"],
    "title": "After Hegemony: 霸权之后 & {50%} of _it_",
    "container": None,
    "date": "1984",
    "volume": None,
    "issue": None,
    "pages": "31-33",
    "publisher": "Princeton University Press",
    "place": "Princeton",
    "url": "https://example.org/a_b%20c#d",
    "accessed": "2024-05-06",
    "language": "en",
    "cited_in": ["lng-trade#3", "lng-trade#7", "arctic#1"],
}

# what a book and a paper may have besides
TRANSLATED = BOOK | {
    "editors": ["Ann Lee"],
    "translators": ["苏长和"],
    "edition": "第2版",
    "series": "Adelphi Series",
    "doi": "10.1000/a_b",
    "isbn": "978-7-100-09876-5",
    "archive": "外交部档案馆",
    "archive_location": "102-00057-03",
}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Robert O. Keohane", {"family": "Keohane", "given": "Robert O."}),
        ("Ursula von der Leyen", {"family": "von der Leyen", "given": "Ursula"}),
        ("Vedantam, S.", {"family": "Vedantam", "given": "S."}),
        ("Sandler T", {"family": "Sandler", "given": "T"}),
        ("陈登原", {"family": "陈", "given": "登原"}),
        ("欧阳修", {"family": "欧阳", "given": "修"}),
        ("淳于長明", {"family": "淳于", "given": "長明"}),
        ("司馬光", {"family": "司馬", "given": "光"}),
        ("Joseph S. Nye, Jr.", {"family": "Nye", "given": "Joseph S.", "suffix": "Jr."}),
        ("Robert D. Putnam III", {"family": "Putnam", "given": "Robert D.", "suffix": "III"}),
        ("van der Berg J", {"family": "van der Berg", "given": "J"}),
        ("Moon Jae-in", {"family": "Moon", "given": "Jae-in"}),
        ("Сергей Лавров", {"family": "Лавров", "given": "Сергей"}),
        ("佐藤英明", {"literal": "佐藤英明"}),
        ("罗伯特·基欧汉", {"literal": "罗伯特·基欧汉"}),
        ("国家统计局", {"literal": "国家统计局"}),
        ("World Bank", {"literal": "World Bank"}),
    ],
)
def test_names_by_their_parts(name, parts):
    assert name_of(name) == parts


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2018-03-27", {"date-parts": [[2018, 3, 27]]}),
        ("2012/2016", {"date-parts": [[2012], [2016]]}),
        ("2014-21", {"date-parts": [[2014]], "season": 1}),
        ("1937?", {"date-parts": [[1937]], "circa": True}),
        ("199X", {"literal": "199X"}),
    ],
)
def test_dates(edtf, date):
    assert date_of(edtf) == date


def test_the_note_says_where_a_work_is_cited():
    assert csl_item(BOOK)["note"] == "cited in lng-trade, notes 3, 7; cited in arctic, note 1"


def test_citeproc_renders_the_sample_corpus(sample):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

    items = json.loads(export(sample.out, "csl"))
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # citeproc warns of fields that CSL does not have
        source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    assert len(bibliography.bibliography()) == len(items) > 50


TITLES = st.text(st.sampled_from("ab {}$&#_%~^\\\"'“”中文，:"), min_size=1).filter(str.strip)


def read_bib(text: str) -> list[dict[str, Any]]:
    import bibtexparser

    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return [{"type": one.entry_type, "id": one.key, **one.fields_dict} for one in library.entries]


def unescaped(text: str) -> str:
    for said, meant in (
        (r"\textbackslash{}", "\x01"), (r"\textasciitilde{}", "~"), (r"\textasciicircum{}", "^"),
        *((f"\\{sign}", sign) for sign in "{}$&#_%"),
    ):  # fmt: skip
        text = text.replace(said, meant)
    return text.replace("\x01", "\\")


@settings(max_examples=200, deadline=None)
@given(TITLES)
def test_biblatex_gives_back_whatever_title(title):
    [entry] = read_bib(to_biblatex([csl_item(BOOK | {"title": title})]))
    assert unescaped(entry["title"].value) == " ".join(title.split())
    assert entry["date"].value == "1984"
    assert entry["pages"].value == "31--33"


@pytest.mark.parametrize(
    ("edtf", "biblatex", "year", "ris"),
    [
        ("2018-03-27", ("date", "2018-03-27"), "2018", "2018/03/27/"),
        ("2012/2016", ("date", "2012/2016"), "2012", "2012///to 2016"),
        ("2014-21", ("date", "2014-21"), "2014", "2014///Spring"),
        ("1937?", ("date", "1937~"), "1937", "1937///circa"),
        ("199X", ("date", "199X"), None, "///199X"),
        ("forthcoming", ("pubstate", "forthcoming"), None, "///forthcoming"),
    ],
)
def test_no_date_is_lost(edtf, biblatex, year, ris):
    import rispy

    item = csl_item(BOOK | {"date": edtf})
    [entry] = read_bib(to_biblatex([item]))
    name, value = biblatex
    assert entry[name].value == value
    [read] = rispy.loads(to_ris([item]))
    assert (read.get("year"), read["date"]) == (year, ris)


def test_suffixes_stand_where_each_format_has_them():
    import rispy

    item = csl_item(BOOK | {"authors": ["Joseph S. Nye, Jr."]})
    [entry], [read] = read_bib(to_biblatex([item])), rispy.loads(to_ris([item]))
    assert entry["author"].value == "Nye, Jr., Joseph S."
    assert read["authors"] == ["Nye, Joseph S., Jr."]


def test_biblatex_keeps_bodies_whole_and_persons_by_their_parts():
    [entry] = read_bib(to_biblatex([csl_item(BOOK)]))
    assert entry["author"].value == "Keohane, Robert O. and 王, 逸舟 and {World Bank}"
    assert entry["url"].value == "https://example.org/a_b%20c#d"


@settings(max_examples=200, deadline=None)
@given(TITLES)
def test_ris_gives_back_whatever_title(title):
    import rispy

    [entry] = rispy.loads(to_ris([csl_item(BOOK | {"title": title})]))
    assert entry["title"] == " ".join(title.split())
    assert entry["authors"] == ["Keohane, Robert O.", "王, 逸舟", "World Bank"]
    assert (entry["type_of_reference"], entry["year"], entry["start_page"], entry["end_page"]) == (
        "BOOK",
        "1984",
        "31",
        "33",
    )


def test_all_parts_of_a_work_are_read_back():
    import rispy

    [bib], [ris] = read_bib(to_biblatex([csl_item(TRANSLATED)])), rispy.loads(to_ris([csl_item(TRANSLATED)]))
    assert {name: bib[name].value for name in ("editor", "translator", "edition", "series", "isbn", "library")} == {
        "editor": "Lee, Ann",
        "translator": "苏, 长和",
        "edition": "第2版",
        "series": "Adelphi Series",
        "isbn": "978-7-100-09876-5",
        "library": "外交部档案馆, 102-00057-03",
    }
    assert (ris["edition"], ris["doi"], ris["name_of_database"]) == ("第2版", "10.1000/a_b", "外交部档案馆")
    assert csl_item(TRANSLATED) | {"note": ""} == csl_item(BOOK) | {
        "note": "",
        "editor": [{"family": "Lee", "given": "Ann"}],
        "translator": [{"family": "苏", "given": "长和"}],
        "edition": "第2版",
        "collection-title": "Adelphi Series",
        "DOI": "10.1000/a_b",
        "ISBN": "978-7-100-09876-5",
        "archive": "外交部档案馆",
        "archive_location": "102-00057-03",
    }


def test_who_edited_a_work_without_an_author_is_its_editor_alone():
    item = csl_item(BOOK | {"editors": BOOK["authors"]})
    assert "author" not in item
    assert item["editor"] == csl_item(BOOK)["author"]


def test_a_paper_has_its_series_and_its_number():
    item = csl_item(BOOK | {"type": "report", "series": "NBER Working Paper", "number": "24781"})
    assert (item["genre"], item["number"]) == ("NBER Working Paper", "24781")
    [entry] = read_bib(to_biblatex([item]))
    assert (entry["type"].value, entry["number"].value) == ("NBER Working Paper", "24781")


@pytest.mark.parametrize("form", ["csl", "biblatex", "ris"])
def test_every_work_of_the_sample_corpus_is_exported(sample, form):
    text = export(sample.out, form)
    count = {"csl": '"id": ', "biblatex": "\n}\n", "ris": "ER  - "}[form]
    assert text.count(count) == sample.rows["works"]


def test_the_command_writes_a_file(sample, tmp_path):
    file = tmp_path / "works.ris"
    assert CliRunner().invoke(app, ["export", str(sample.out), "-f", "ris", "-o", str(file)]).exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("TY  - ")


def test_a_folder_without_results_and_an_unknown_format_are_named(tmp_path):
    with pytest.raises(KaojuError, match="holds no results"):
        export(tmp_path, "csl")
    with pytest.raises(KaojuError, match="word: no such format"):
        export(tmp_path, "word")
    assert CliRunner().invoke(app, ["export", str(tmp_path)]).exit_code == 1


def test_a_file_that_cannot_be_written_is_named_with_the_remedy(sample, tmp_path):
    told = CliRunner().invoke(app, ["export", str(sample.out), "-o", str(tmp_path / "none" / "works.json")])
    assert told.exit_code == 1
    assert f"{tmp_path / 'none' / 'works.json'}: cannot be written" in told.output
    assert "choose another file" in told.output
