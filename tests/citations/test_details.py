"""What stands in a note beside title and imprint: who edited and translated, edition, series, numbers, shelf marks."""

from __future__ import annotations

from typing import Any

import pytest

from kaoju.citations import parse_note

NAMES = ("editors", "translators", "edition", "series", "number", "doi", "isbn", "archive", "archive_location")
CASES: list[tuple[str, dict[str, Any]]] = [
    # who edited a work that names no author is its author too
    ("赵宁、钱岳主编：《海上》，北京：商务印书馆，2013年，第2页。", {"editors": ("赵宁", "钱岳")}),
    (
        "[美]汉斯·魏森：《国家间》（第7版），徐昕、郝望译，北京：商务印书馆，2006年，第12页。",
        {"translators": ("徐昕", "郝望"), "edition": "第7版"},
    ),
    (
        "Ida Moss, “Rails,” in *Roads of Empire*, ed. Paul M. Gray, Ann Lee, and Rosa Foot (Oxford: Hollis Press, 2001), 5–8.",
        {"editors": ("Paul M. Gray", "Ann Lee", "Rosa Foot")},
    ),
    ("Jan Weber, *Ports*, trans. William Hale (Boston: Larch Books, 1996), p. 3.", {"translators": ("William Hale",)}),
    ("Ruth Adler, *Power*, 4th ed. (Boston: Larch Books, 2012), 23–24.", {"edition": "4th ed."}),
    # the 版 of a newspaper is its page
    ("李明：《论开放》，《人民日报》2019年3月5日，第2版。", {}),
    (
        "Ana Prado, “Rain,” NBER Working Paper No. 12345, National Bureau of Economic Research, 2018.",
        {"series": "NBER Working Paper", "number": "12345"},
    ),
    (
        "Ana Prado, “Rain,” *Energy Policy* 48, no. 2 (2012): 19–31, https://doi.org/10.1016/j.enpol.2012.01.003.",
        {"doi": "10.1016/j.enpol.2012.01.003"},
    ),
    ("赵宁：《海上》，北京：商务印书馆，2013年，ISBN 978-7-100-09876-5。", {"isbn": "978-7-100-09876-5"}),
    (
        "《关于会议的请示》，1955年3月4日，外交部档案馆藏，档号：102-00057-03，第15页。",
        {"archive": "外交部档案馆", "archive_location": "102-00057-03"},
    ),
    (
        "Telegram from Tokyo to State, March 5, 1958, RG 84, Box 12, National Archives, College Park, MD.",
        {"archive": "National Archives", "archive_location": "RG 84, Box 12"},
    ),
    ("“Minutes of a Meeting,” March 3, 1950, FO 371/83013, p. 2.", {"archive_location": "FO 371/83013"}),
]


@pytest.mark.parametrize(("note", "wanted"), CASES, ids=[note[:40] for note, _ in CASES])
def test_details(note: str, wanted: dict[str, Any]) -> None:
    (citation,) = parse_note(note)
    found = {name: value for name in NAMES if (value := getattr(citation, name))}
    assert found == wanted
    assert all(value in note for value in found.values() if isinstance(value, str))


@pytest.mark.parametrize(("note", "pages"), [(CASES[1][0], "12"), (CASES[5][0], "2"), (CASES[9][0], "15")])
def test_an_edition_or_a_shelf_mark_is_no_page(note: str, pages: str) -> None:
    (citation,) = parse_note(note)
    assert citation.pages == pages


def test_papers_by_volume_and_document_are_a_work() -> None:
    (citation,) = parse_note("FRUS, 1969–1976, Vol. XIX, Korea, 1969–1972, Document 27.")
    assert (citation.title, citation.authors) == ("FRUS, 1969–1976", ())
