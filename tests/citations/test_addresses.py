"""Addresses as text layers and OCR leave them, and the dates on which they were read."""

import pytest

from kaoju.citations import parse_note

WORK = "Mark Lowe, “Deal,” *The New York Times*, May 3, 2018, "


@pytest.mark.parametrize(
    ("printed", "url", "accessed"),
    [
        ("https://example.org/a_b.html", "https://example.org/a_b.html", None),
        # spaces within
        ("https://www. example. com/2018/05/03/asia/ports- and-power. html.", "/2018/05/03/asia/ports-and-power.html", None),
        ("https: //www. example. com/files/100161035. pdf", "/files/100161035.pdf", None),
        ("https://www.example. com/web/ wjb_ 673085/ zzjg_673183/ t1234567. shtml", "/web/wjb_673085/zzjg_673183/t1234567.shtml", None),
        ("https://www.example.com/a/sign- new-deal-2024- 10-04/, accessed 5 May 2025.", "/a/sign-new-deal-2024-10-04/", "2025-05-05"),
        # the sentence goes on behind it
        ("https://www.example.com/a/ accessed May 1, 2020.", "/a/", "2020-05-01"),
        # half-width signs before Chinese words
        ("https://www.example.com/a/b,访问时间:2018年6月1日.", "/a/b", "2018-06-01"),
        ("https://www.example.com/b.html(访问时间:2021年3月10日)", "/b.html", "2021-03-10"),
        ("https://www.example.com/b.html（2021年3月1日アクセス）。", "/b.html", "2021-03-01"),
        ("https://www.example.com/b.html (дата обращения: 12.03.2021).", "/b.html", "2021-03-12"),
        # 2021- 04- 02
        ("https://www.example.com/b.html，检索日期：2021- 04- 02。", "/b.html", "2021-04-02"),
        # a second date, behind the address
        ("https://www.example.com/b.html，2022-03-01.", "/b.html", "2022-03-01"),
    ],
)  # fmt: skip
def test_an_address_is_whole_and_apart_from_what_follows(printed: str, url: str, accessed: str | None) -> None:
    whole = url if url.startswith("https") else f"https://www.example.com{url}"
    read = [(cite.title, cite.date, cite.url, cite.accessed) for cite in parse_note(WORK + printed)]
    assert read == [("Deal", "2018-05-03", whole, accessed)]


def test_the_only_date_is_the_work_s() -> None:
    (cite,) = parse_note("外交部网站,https://www.example.com/t1. shtml,2019 年8 月1 日.")
    assert (cite.url, cite.date, cite.accessed) == ("https://www.example.com/t1.shtml", "2019-08-01", None)
