"""A file's characters, or an error that says what to do."""

import pytest

import kaoju
from kaoju.errors import ReadingError
from kaoju.reading.decoding import decode

ARTICLE = "“美国优先”对同盟的影响。特朗普政府要求韩国的分担增长8.2%，这是在一年之内的事，他们不同意。" * 3
TRADITIONAL = "川普衝擊下的國防預算，這是在一年之內的事，他們不同意國會對預算的審查，也不能說沒有道理。" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_simplified_text_is_read_in_any_of_its_encodings(encoding):
    text, _ = decode(ARTICLE.encode(encoding), "a.md")
    assert text.removeprefix("\ufeff") == ARTICLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
def test_traditional_text_is_read_in_any_of_its_encodings(encoding):
    text, _ = decode(TRADITIONAL.encode(encoding), "a.md")
    assert text.removeprefix("\ufeff") == TRADITIONAL


def test_a_byte_order_mark_counts_as_the_first_character():
    assert decode(ARTICLE.encode("utf-8-sig"), "a.md")[0][0] == "\ufeff"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\r\n ", "empty"),
        (bytes(range(256)) * 20, "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "no text"),
        (ARTICLE.encode()[:-1] + b"\xff\xfe\xff", "iconv"),
        ("Übergröße façade".encode("latin-1"), "iconv"),
        (ARTICLE.encode("utf-16")[:-1], "damaged"),
        (b"\xef\xbb\xbf\xe7\xbe", "damaged"),
        (b"\xed\xa0\x80 lone surrogate", "iconv"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data, said):
    with pytest.raises(ReadingError, match=said) as error:
        decode(data, "folder/a.md")
    assert "folder/a.md" in str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_heading_behind_a_byte_order_mark_is_a_heading(encoding, tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(f"# 论港口\n\n{ARTICLE}\n".encode(encoding))
    assert kaoju.read(path).meta.title == "论港口"
