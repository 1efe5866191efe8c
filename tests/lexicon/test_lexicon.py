"""Names and glosses in two languages."""

import os
import pickle
import subprocess
import sys

import pytest

from kaoju.errors import KaojuError
from kaoju.lexicon import open_lexicon
from kaoju.lexicon.cedict import english_names, glosses
from kaoju.lexicon.place import lexicon_file
from kaoju.lexicon.sources import table

LABELS = {"PERSON", "GPE", "LOC", "ORG", "NORP", "LAW", "WORK_OF_ART", "EVENT"}


@pytest.mark.parametrize(
    ("zh", "english", "label", "canonical"),
    [
        ("川普", "Donald Trump", "PERSON", "特朗普"),  # Taiwan's form of a name, joined with the mainland's
        ("南韩", "South Korean", "GPE", "韩国"),  # an adjective counts
        ("寮国", "Laos", "GPE", "老挝"),  # Taiwan's name of a country
        ("北约", "NATO", "ORG", "北大西洋公约组织"),  # initials on one side, an abbreviation on the other
        ("国际货币基金组织", "IMF", "ORG", "国际货币基金组织"),
        ("华沙", "Warsaw", "GPE", "华沙"),  # CC-CEDICT: "Warsaw, capital of Poland"
        ("仁川", "Incheon", "GPE", "仁川"),  # "Incheon Metropolitan City in Gyeonggi Province"
        ("里约热内卢", "Rio de Janeiro", "GPE", "里约热内卢"),
        ("得克萨斯", "Texas", "GPE", "得克萨斯州"),  # a state without the word for one
        ("纽约时报", "The New York Times", "WORK_OF_ART", "纽约时报"),
        ("美墨加协定", "USMCA", "LAW", "美墨加协定"),
        ("杨尚昆", "Yang Shangkun", "PERSON", "杨尚昆"),
        ("美联储", "Federal Reserve", "ORG", "美国联邦储备委员会"),
    ],
)
def test_a_name_is_known_in_english(zh: str, english: str, label: str, canonical: str) -> None:
    name = open_lexicon().name(zh)
    assert name is not None
    assert english in name.english
    assert (name.label, name.canonical) == (label, canonical)


@pytest.mark.parametrize("zh", ["合作", "世界", "大会", "", "没有这个名字", "\ud800"])
def test_what_is_no_name_is_none(zh: str) -> None:
    assert open_lexicon().name(zh) is None


def test_glosses_say_what_a_word_means() -> None:
    assert "tariff" in open_lexicon().glosses("关税")
    assert open_lexicon().glosses("\udfff") == ()


@pytest.mark.parametrize(
    ("definition", "names"),
    [
        ("North Atlantic Treaty Organization (NATO)", ("North Atlantic Treaty Organization", "NATO")),
        ("Warsaw, capital of Poland", ("Warsaw",)),
        ("Dan Brown (American novelist)", ("Dan Brown",)),
        ("Yang Shangkun (1907-1998), former president of PRC", ("Yang Shangkun",)),
        ("Xiuwen County in Guiyang 貴陽|贵阳[Gui4 yang2], Guizhou", ("Xiuwen",)),
        ("to levy a tax", ()),  # no name
    ],
)
def test_the_name_in_a_definition(definition: str, names: tuple[str, ...]) -> None:
    assert english_names(definition) == names


def test_glosses_leave_out_readings_and_classifiers() -> None:
    assert glosses(["tariff", "CL:個|个[ge4]", "see 關稅|关税[guan1 shui4]"]) == ["tariff"]


def test_every_listed_name_has_both_languages_a_label_and_a_source() -> None:
    for row in table("names.tsv"):
        assert row["zh"] and row["en"] and row["source"], row
        assert row["label"] in LABELS, row
        assert row["canonical"] in row["zh"].split("|"), row


def test_no_form_is_listed_twice() -> None:
    forms = [form for row in table("names.tsv") for form in row["zh"].split("|")]
    assert len(forms) == len(set(forms))


def test_a_users_own_names_go_first(tmp_path) -> None:
    own = tmp_path / "names.tsv"
    own.write_text(
        "zh\ten\tlabel\n石头城研究所\tStone City Institute\tORG\n华沙\tWarsaw Pact House\tORG\n", encoding="utf-8"
    )
    lexicon = open_lexicon(str(own))
    assert lexicon.name("石头城研究所").english == ("Stone City Institute",)
    assert lexicon.name("华沙").label == "ORG"
    assert lexicon.segmentation().frequencies["石头城研究所"] > 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("石头城\tStone City\tGPE\n", "line 1: begin with a line of the columns zh, en, label"),
        ("zh\ten\tlabel\n\n石头城\tStone City\tTOWN\n", "line 3: TOWN is no label"),
        ("zh\ten\n\tStone City\n", "line 2: no name of two Chinese characters"),
    ],
)
def test_a_line_of_a_users_names_that_says_nothing_is_named(text, said, tmp_path) -> None:
    own = tmp_path / "names.tsv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(KaojuError, match=said):
        open_lexicon(str(own))


def test_a_users_names_that_cannot_be_read_are_named(tmp_path) -> None:
    (tmp_path / "names.tsv").write_bytes("zh\ten\n石头城研究所\tStone\n".encode("gb18030"))
    for name in ("names.tsv", "missing.tsv"):
        with pytest.raises(KaojuError, match="cannot be read"):
            open_lexicon(str(tmp_path / name))


def test_it_goes_to_another_process_by_name() -> None:
    assert pickle.loads(pickle.dumps(open_lexicon())) is open_lexicon()  # noqa: S301


def test_without_a_home_it_stands_among_the_temporary_files(tmp_path, monkeypatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("kaoju.lexicon.building.build", lambda path, own: path.write_bytes(b""))
    assert lexicon_file().is_relative_to(tmp_path)


def test_processes_that_build_at_once_end_with_one_whole_file(tmp_path) -> None:
    ask = "from kaoju.lexicon import open_lexicon; print(open_lexicon().name('北约').english[1])"
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    racers = [
        subprocess.Popen([sys.executable, "-c", ask], env=env, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    assert [racer.communicate()[0].strip() for racer in racers] == ["NATO", "NATO"]
    assert [path.suffix for path in (tmp_path / "kaoju").iterdir()] == [".sqlite"]
