"""Dates of citations and dates in addresses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaoju.audit.dates import dates_in_address, span


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2024-02-20", (date(2024, 2, 20), date(2024, 2, 20))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2019/2021-03", (date(2019, 1, 1), date(2021, 3, 31))),
        ("2019?", (date(2019, 1, 1), date(2019, 12, 31))),
    ],
)
def test_the_days_that_a_date_stands_for(edtf, days):
    found = span(edtf)
    assert found is not None
    assert (found.start, found.end) == days


@pytest.mark.parametrize("edtf", [None, "", "2024-13", "2023-02-29", "2024/..", "spring 2024", "0000"])
def test_what_is_no_date_or_is_open(edtf):
    assert span(edtf) is None


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://example.org/2024/1/9/title", [date(2024, 1, 9)]),
        ("https://example.org/2022/sep/18/title", [date(2022, 9, 18)]),
        ("https://example.org/2022/september/18/title", [date(2022, 9, 18)]),
        ("https://example.org/2022-10/11/c_112.htm", [date(2022, 10, 11)]),
        ("https://example.org/t20230219_99.html", [date(2023, 2, 19)]),
        ("https://example.org/2022/1011/c1002.html", [date(2022, 10, 11)]),
        ("https://example.org/id/120230219", []),  # the digits of a number
        ("https://example.org/2023/title-2030-goals", []),
        ("https://example.org/20231399/", []),
    ],
)
def test_the_days_that_an_address_names(url, days):
    assert dates_in_address(url) == days


@given(st.text(alphabet="0123456789-/?. aß年", max_size=40))
def test_no_text_is_too_strange(text):
    span(text)
    dates_in_address(text)
