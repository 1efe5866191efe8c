"""Notes that point back, and the note that each repeats."""

import pytest
from opencc import OpenCC

from kaoju.citations import Reference, Source, parse_note, resolve, typed

ADLER = "Ruth Adler, *The Long Harvest*, London: Hollis Press, 1998, p.12."
BARLOW = "Tom Barlow, “Ministers Delay Fuel Tax,” *Reuters*, March 3, 2022."
UNCTAD = "United Nations Conference on Trade and Development, *Grain in Africa* (Geneva: United Nations, 2020), 45."
BANK = "African Development Bank, *African Harvest* (Abidjan: African Development Bank, 2024), 55."
ZHAO = "赵宁：《迁徙的世纪》，北京：商务印书馆2011年版，第77页。"
QIAN = "钱岳：《煤与铁：一部工业史》，上海人民出版社2003年版，第40页。"
GRAIN = "Ruth Adler, “Grain and Power,” *Foreign Affairs*, Vol.79, No.2, 2000, pp.33-51."
ESSAY = "赵宁：《从乡村到城市》，《社会学研究》2015年第3期，第20-41页。"
MEARSHEIMER = "[美]约翰·米尔斯海默：《大国政治的悲剧》，王义桅、唐小松译，上海：上海人民出版社，2008年，第12页。"
SCHOTT = "Jeffrey Schott and Euijin Jung, “18–22 KORUS Amendments: A Review,” *Policy Brief*, March 28, 2018, pp.1-4."
FILES = "外交部档案馆：《中国驻印度使馆来电》，档号：105-00032-02。"
REPORT_2021 = "World Bank, *World Development Report 2021: Data*, Washington, DC: World Bank, 2021, p. 3."
REPORT_2022 = "World Bank, *World Development Report 2022: Finance*, Washington, DC: World Bank, 2022."
TUNA = "Fisheries Agency, *Tuna Indicators: The Western Ocean 2022*, Honiara: Fisheries Agency, 2022, p. 3."
WORKS_3 = "《邓文选》第3卷，北京：人民出版社，1993年，第363页。"
WORKS_2 = "《邓文选》第2卷，北京：人民出版社，1994年，第12页。"
SPEECH_2019 = "《政府工作报告》，《人民日报》2019年3月17日，第1版。"
SPEECH_2020 = "《政府工作报告》，《人民日报》2020年5月30日，第1版。"
REMARK = "这里的数字不包括再出口。"


def sources(notes: list[str], page: int = 0) -> list[Source]:
    """Notes numbered from 1."""
    return [Source(at, str(at), text, tuple(parse_note(text)), page) for at, text in enumerate(notes, start=1)]


def last(notes: list[str]) -> Reference | None:
    """What the last of the notes points to."""
    return next((one for one in resolve(sources(notes)) if one.note == len(notes)), None)


@pytest.mark.parametrize(
    ("notes", "same_as"),
    [
        # the note before
        ([ADLER, BARLOW, "Ibid."], 2),
        ([ADLER, BARLOW, "Ibid., pp. 3-4."], 2),
        ([ADLER, "*Ibid.*, p.8."], 1),
        ([ADLER, "See ibid., p.8."], 1),
        ([ADLER, "Id. at 9."], 1),
        ([ADLER, "Id., p. 9."], 1),
        ([ZHAO, "同上，第78页。"], 1),
        ([ZHAO, "同上书，第78页。"], 1),
        ([ZHAO, "同上註，頁78。"], 1),
        # through other pointers to the note that cites
        ([ADLER, "Ibid.", "Ibid., p. 5."], 1),
        # a number, in any of its brackets
        ([ZHAO, QIAN, "同注1，第80页。"], 1),
        ([ZHAO, QIAN, "同注②，第80页。"], 2),
        ([ZHAO, QIAN, "同[2]。"], 2),
        ([ZHAO, QIAN, "同注释[1]，第9页。"], 1),
        ([ZHAO, QIAN, "同前註1，頁9。"], 1),
        ([ZHAO, QIAN, "见前注①，第9页。"], 1),
        ([ADLER, BARLOW, "Adler, supra note 1, p.14."], 1),
        ([ADLER, BARLOW, "See above note 1, p. 14."], 1),
        ([ADLER, BARLOW, "See note 2 above."], 2),
        ([ZHAO, QIAN, "参见上文注2，第15页。"], 2),
        ([ZHAO, QIAN, "參見前文註1，頁15。"], 1),
        ([ADLER, BARLOW, "Adler (n 1) 14."], 1),
        ([ADLER, BARLOW, "Barlow, above n 2."], 2),
        ([ZHAO, QIAN, "同脚注1。"], 1),
        ([ZHAO, QIAN, "同本页注①。"], 1),
        ([ZHAO, QIAN, "赵宁，前引注1，第3页。"], 1),
        ([ZHAO, QIAN, "同参考文献[1]。"], 1),
        ([ZHAO, "转引自同上书，第8页。"], 1),
        ([ADLER, "See id."], 1),
        ([FILES, "同上。"], 1),
        # an author
        ([ADLER, BARLOW, "Adler, op. cit., p. 14."], 1),
        ([BANK, UNCTAD, "African Development Bank, op. cit., 102."], 1),  # and not Development
        ([ZHAO, QIAN, "赵宁，前引书，第80页。"], 1),
        ([ZHAO, QIAN, "赵宁，前引书，第80页；孙立主编：《港口》，北京：商务印书馆2012年版，第5页。"], 1),
        ([ZHAO, QIAN, "赵宁：《迁徙的世纪》，前引书，第80页。"], 1),
        ([ZHAO, QIAN, "前揭《迁徙的世纪》，第80页。"], 1),
        ([ADLER, GRAIN, BARLOW, "Adler, *Long Harvest*, op. cit., p. 14."], 1),
        ([ZHAO, ESSAY, QIAN, "赵宁，前引书，第80页。"], 1),
        ([ZHAO, ESSAY, QIAN, "赵宁，前引文，第30页。"], 2),
        ([ZHAO, QIAN, "前引赵宁书，第80页。"], 1),
        ([MEARSHEIMER, QIAN, "米尔斯海默：前引书，第80页。"], 1),
        ([ZHAO, "前引书，第80页。"], 1),
        ([ZHAO, QIAN, "上引书，第80页。"], 2),
        # author and title, short for what came before
        ([SCHOTT, BARLOW, "Schott and Jung, “18–22 KORUS Amendments,” p. 3."], 1),
        ([SCHOTT, BARLOW, "Schott and Jung, “KORUS Amendments,” p. 3."], 1),
        ([MEARSHEIMER, QIAN, "《大国政治的悲剧》，第80页。"], 1),
        ([ZHAO, QIAN, "赵宁：《迁徙的世纪》，第80页。"], 1),
        ([ZHAO, QIAN, "钱岳：《煤与铁》，第41页。"], 2),
        ([ADLER, BARLOW, "Adler, *The Long Harvest*, p. 40."], 1),
        # a year that goes on from a short title, and volumes, tell works apart
        ([REPORT_2021, REPORT_2022, "World Bank, World Development Report 2021, p. 17."], 1),
        ([REPORT_2021, REPORT_2022, "World Development Report 2022, p. 30."], 2),
        # without the subtitle, and with the year behind it
        ([TUNA, ADLER, "Fisheries Agency, *Tuna Indicators 2022*, p. 19."], 1),
        ([WORKS_3, WORKS_2, "《邓文选》第2卷，第80页。"], 2),
        # an author and a page, and nothing else
        ([ADLER, BARLOW, "Adler, p. 50."], 1),
        ([ADLER, SCHOTT, "Schott and Jung, p. 3."], 2),
        ([ZHAO, QIAN, "赵宁，第50页。"], 1),
        # in other languages, and as OCR reads it
        ([ADLER, "Там же. С. 60."], 1),
        ([ADLER, "Ebd., S. 143."], 1),
        ([ADLER, "Ebenda, S. 143."], 1),
        ([ADLER, "ibíd., p. 3."], 1),
        ([ADLER, "同書、34頁。"], 1),
        ([ADLER, "위의 책, 34쪽."], 1),
        ([ADLER, "같은 책, 34쪽."], 1),
        ([ADLER, "l bid., p. 84."], 1),
    ],
)
def test_same_as(notes: list[str], same_as: int | None) -> None:
    reference = last(notes)
    assert (reference.same_as if reference else None) == same_as


@pytest.mark.parametrize(
    "notes",
    [
        ["Ibid."],  # nothing before it
        [ADLER, GRAIN, BARLOW, "Adler, op. cit., p. 14."],  # two works by her
        [ZHAO, QIAN, "前引书，第80页。"],  # two books
        [ADLER, BARLOW, "See supra notes 1-2."],  # two notes
        [REMARK, "同上。"],  # a remark cites nothing
        [ZHAO, "同注7，第3页。"],  # no such note
        [ZHAO, "同注2，第3页。"],  # itself
        [ADLER, "Moss, op. cit., p. 2."],  # no work of hers before
        [ADLER, "Moss’s book, op. cit., p. 2."],  # a book, but none of hers
        [REPORT_2021, REPORT_2022, "World Development Report, p. 3."],  # of two years
        [WORKS_3, WORKS_2, "《邓文选》，第82页。"],  # two volumes
        [SPEECH_2019, SPEECH_2020, "《政府工作报告》，第2版。"],  # two years
        [ZHAO, "同注9。", "同上。"],  # after one that points to nothing
    ],
)
def test_points_to_none_for_a_reason(notes: list[str]) -> None:
    reference = last(notes)
    assert reference is not None
    assert reference.same_as is None
    assert reference.reason


@pytest.mark.parametrize(
    ("hans", "same_as"), [("同上注，第78页。", 2), ("赵宁，前引书，第80页。", 1), ("见前注1。", 1)]
)
def test_pointers_in_both_scripts(hans: str, same_as: int) -> None:
    hant = OpenCC("s2t").convert
    reference = last([hant(ZHAO), hant(QIAN), hant(hans)])
    assert reference is not None
    assert reference.same_as == same_as


@pytest.mark.parametrize(
    ("pointer", "pages"),
    [
        ("同上。", None),
        ("同上，第78—79页。", "78-79"),
        ("同註1，頁80。", "80"),
        ("同[1]: 151-152.", "151-152"),
        ("Ibid., pp. 3–4.", "3-4"),
        ("Id. at 9.", "9"),
        ("赵宁：《迁徙的世纪》，第42页。", "42"),
        ("Ibid 78.", "78"),
        ("Там же. С. 60.", "60"),
        ("Ebd., S. 143.", "143"),
        ("同書、34頁。", "34"),
        ("위의 책, 34쪽.", "34"),
        ("赵宁，第42页。", "42"),
    ],
)
def test_a_pointer_gives_its_own_pages(pointer: str, pages: str | None) -> None:
    reference = last([ZHAO, pointer])
    assert reference is not None
    assert (reference.same_as, reference.pages) == (1, pages)


@pytest.mark.parametrize(
    "notes",
    [
        [ADLER, BARLOW],
        [ZHAO, QIAN],
        [ZHAO, REMARK],
        [ZHAO, "赵宁：《移民与城市》，第8页。"],
        [ZHAO, "同1978年相比，增长了3倍。"],
        [ZHAO, "前引数据均为估计值。"],
        [ZHAO, "如前所述，此处不赘。"],
        [ZHAO, "参见本文第三部分。"],
    ],
)
def test_what_points_to_nothing(notes: list[str]) -> None:
    assert resolve(sources(notes)) == []


def test_a_label_used_on_every_page_means_the_note_of_this_page() -> None:
    notes = [
        Source(1, "①", ZHAO, tuple(parse_note(ZHAO)), page=1),
        Source(2, "①", QIAN, tuple(parse_note(QIAN)), page=2),
        Source(3, "②", "同注①，第6页。", (), page=2),
    ]
    assert [one.same_as for one in resolve(notes)] == [2]


def test_a_label_that_this_page_has_not_had_yet_means_no_note_of_another_page() -> None:
    notes = [
        Source(1, "①", ZHAO, tuple(parse_note(ZHAO)), page=1),
        Source(2, "②", QIAN, tuple(parse_note(QIAN)), page=1),
        Source(3, "①", "同注②，第6页。", (), page=2),
    ]
    assert [(one.same_as, one.reason) for one in resolve(notes)] == [(None, "no note 2 before it on its page")]


def test_a_pure_pointer_cites_nothing_itself() -> None:
    with_more = f"同注1；{QIAN}"
    assert [one.pure for one in resolve(sources([ZHAO, "同注1，第3页。", with_more]))] == [True, False]


@pytest.mark.parametrize("labels", ["123", "①②③", "⑴⑵⑶", "一二三", "１２３"])
@pytest.mark.parametrize(
    "pointer", ["同註2", "同註二", "同注②", "同註⑵", "同註（二）", "前揭註二", "同註［2］", "同〔二〕"]
)
def test_a_number_means_the_same_in_whatever_signs(labels: str, pointer: str) -> None:
    texts = [ZHAO, QIAN, f"{pointer}，頁5。"]
    notes = [Source(at, labels[at - 1], text, tuple(parse_note(text)), 0) for at, text in enumerate(texts, start=1)]
    assert [(one.note, one.same_as, one.pages) for one in resolve(notes)] == [(3, 2, "5")]


def test_a_remark_that_begins_with_a_number_in_words_points_to_nothing() -> None:
    assert resolve(sources([ZHAO, "引一位官员的话说明此点。"])) == []


def test_a_short_form_with_its_note_is_a_citation_and_points_back() -> None:
    notes = [ADLER, BARLOW, "Adler, The Long Harvest, supra note 1, at 50."]
    (cite,) = parse_note(notes[-1])
    assert (cite.authors, cite.title, cite.pages) == (("Adler",), "The Long Harvest", "50")
    reference = last(notes)
    assert reference is not None
    assert (reference.same_as, reference.pure) == (1, False)


@pytest.mark.parametrize(
    ("notes", "kind"),
    [
        ([BARLOW, "Barlow, “Ministers Delay Fuel Tax.”"], "article-newspaper"),
        ([ESSAY, "赵宁：《从乡村到城市》，第31页。"], "article-journal"),
        ([REPORT_2021, REPORT_2022, "World Bank, *World Development Report 2021*, p. 17."], "report"),
        ([ADLER, "Adler, *The Long Harvest*, p. 40."], "book"),
        ([BARLOW, "赵宁：《从乡村到城市》，第31页。"], "book"),  # nothing says what it was
    ],
)
def test_a_short_title_is_of_the_type_of_the_work_that_it_repeats(notes: list[str], kind: str) -> None:
    (*_, last_note) = typed(sources(notes))
    assert [cite.type for cite in last_note.citations] == [kind]
