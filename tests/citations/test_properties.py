"""What holds for a note of any text."""

import re
import time
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaoju.citations import Source, parse_note, resolve
from kaoju.citations.plain import plain

PIECES = [
    "《",
    "》",
    "“",
    "”",
    "〈",
    "〉",
    "，",
    "：",
    "；",
    ". ",
    ", ",
    "*",
    "[J]",
    "[M]//",
    "(2020)",
    "2020年第3期",
    "第5页",
]
PIECES += [
    "Ibid.",
    "同注①",
    "转引自",
    "载",
    "赵宁",
    "Ruth Adler",
    "Vol.3",
    "pp.1-2",
    "https://example.org/a_b",
    "主编",
    "in ",
]
NOTES = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@given(NOTES)
def test_any_text_is_a_note(text: str) -> None:
    assert parse_note(text) == parse_note(text)


@given(NOTES)
def test_parts_are_made_of_the_characters_of_the_note(text: str) -> None:
    for citation in parse_note(text):
        for part in (citation.title, citation.container, citation.publisher, citation.pages, *citation.authors):
            assert set(part or "") <= set(text) | set(normalize("NFKC", text)) | {" "}


@given(NOTES)
@example("〈第0页,第0页")
def test_what_is_read_stands_in_the_note(text: str) -> None:
    # titles stand around an address that is taken out, the address itself stands in the note
    here = _letters(plain(text).text)
    for citation in parse_note(text):
        for part in (citation.title, citation.container, citation.publisher, *citation.authors):
            assert _letters(part or "") in here
        # 第3页, 第5页 are the pages 3, 5
        assert _letters(citation.pages or "") in here or _letters(citation.pages or "") in re.sub("[第页頁]", "", here)
        assert _letters(citation.url or "") in _letters(text)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@given(st.lists(NOTES, max_size=6))
def test_what_points_back_points_back(texts: list[str]) -> None:
    sources = [Source(at, str(at), text, tuple(parse_note(text))) for at, text in enumerate(texts)]
    for reference in resolve(sources):
        assert reference.same_as is None or reference.same_as < reference.note
        assert (reference.same_as is None) == (reference.reason is not None)


PATIENCE = [
    ", ",
    "《",
    "》",
    ";",
    "“",
    "*",
    "[",
    "(",
    "1",
    "A. ",
    "第1",
    "同注",
    "2020年",
    "a",
    "http://",
    "RG 1, 2, ",
    "AB CD EF, ",
    "AB, C; ",
    "和",
]


@pytest.mark.parametrize("piece", PATIENCE)
def test_a_megabyte_is_read_in_no_time(piece: str) -> None:
    began = time.perf_counter()
    parse_note(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - began < 5


def test_an_open_quote_is_read_in_no_time() -> None:
    began = time.perf_counter()
    parse_note("见“甲" * 1000)
    assert time.perf_counter() - began < 1


def test_a_note_of_many_citations_is_read_to_its_end() -> None:
    works = [f"赵宁：《乡村之{number}》，北京：商务印书馆2011年版，第{number}页" for number in range(1, 401)]
    assert len(parse_note("；".join(works) + "。")) == len(works)
