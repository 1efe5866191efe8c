"""From bytes to the characters of a file, one code point for one code point, and never by a guess that may be wrong."""

from __future__ import annotations

import codecs
import re

from kaoju.errors import ReadingError

# the byte order mark stays, as the first code point: offsets count from the start of the file as stored
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("gb18030", "big5hkscs")
# the commonest characters of running Chinese, both scripts: about a fifth of any text, next to none of a misread one
_COMMON = frozenset(
    "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年"
)
_SURE = 0.06
# a text may hold this many control characters, however short it is
_STRAY = 3
_SAMPLE = 200_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text of a file and the encoding it was read in.

    A byte order mark is believed; then UTF-8; then UTF-16, GB18030 and Big5 where the text that comes out is plainly
    Chinese in one of them and in no other.

    Raises:
        ReadingError: the file is empty, is no text, or its encoding cannot be told for certain.
    """
    if not data.strip():
        raise ReadingError(f"{path}: the file is empty; put the article's text into it or leave it out")
    text, encoding = _by_bom(data, path) or _by_content(data, path)
    if len(_CONTROL.findall(text[:_SAMPLE])) > max(_STRAY, len(text[:_SAMPLE]) // 100):
        raise _no_text(path)
    return text, encoding


def _by_bom(data: bytes, path: str) -> tuple[str, str] | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, path), encoding
    return None


def _strictly(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"{path}: broken {encoding.upper()} at byte {error.start}; the file is damaged or cut off: export it again"
        ) from error


def _by_content(data: bytes, path: str) -> tuple[str, str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _plainly_chinese(data) or _refuse(data, path, error)
    if "\0" not in text:
        return text, "utf-8"
    return _plainly_chinese(data) or (text, "utf-8")


def _plainly_chinese(data: bytes) -> tuple[str, str] | None:
    names = [*_LEGACY, "utf-16-le", "utf-16-be"] if len(data) % 2 == 0 else _LEGACY
    found = []
    for name in names:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        found.append((_common_share(text), name, text))
    found.sort(reverse=True)
    if not found or found[0][0] < _SURE or (len(found) > 1 and found[1][0] > found[0][0] / 3):
        return None
    return found[0][2], found[0][1]


def _common_share(text: str) -> float:
    letters = [char for char in text[:_SAMPLE] if not char.isascii()]
    return sum(char in _COMMON for char in letters) / max(1, len(letters))


def _refuse(data: bytes, path: str, error: UnicodeDecodeError) -> tuple[str, str]:
    if len(_CONTROL.findall(data[:_SAMPLE].decode("latin-1"))) > len(data[:_SAMPLE]) // 20:
        raise _no_text(path) from error
    raise ReadingError(
        f"{path}: not UTF-8 (byte {error.start}) and not plainly GB18030, Big5 or UTF-16 either; "
        f"convert it, as by: iconv -f ENCODING -t UTF-8"
    ) from error


def _no_text(path: str) -> ReadingError:
    return ReadingError(f"{path}: this is no text file (control characters all over); give a .md or .txt file")
