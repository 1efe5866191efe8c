"""Heads of articles as journals of the mainland, Taiwan and Hong Kong print them, and what each says.

A head is its lines; ``said`` holds what a reader takes from it, and nothing else of it may get into the running text.
The persons and works are made up.
"""

from typing import Any, NamedTuple

TITLE = "关税壁垒与全球产业链的重构"
SAID = "本文讨论关税对产业链的影响，认为其成本由进口国承担。"
WORDS = ("关税", "产业链", "对外投资")


class Head(NamedTuple):
    """A head, where such heads stand, and what it says."""

    why: str
    text: str
    said: dict[str, Any]


def _by(*authors: str, at: str | None = None, title: str = TITLE, **more: Any) -> dict[str, Any]:
    return {"title": title, "authors": authors, "affiliation": at, **more}


_PEKING, _TSINGHUA = "北辰大学国际关系学院", "清河大学社会科学学院"
BYLINES = [
    Head("a bracket on the author's line", f"王明（{_PEKING}）", _by("王明", at=_PEKING)),
    Head("a space before the bracket", f"王明 （{_PEKING}，北京 100871）", _by("王明", at=_PEKING)),
    Head("Traditional", "陳雅雯（國立暨南國際大學東南亞學系）", _by("陳雅雯", at="國立暨南國際大學東南亞學系")),
    Head("each author has a bracket", f"王明（{_PEKING}）　李雷（{_TSINGHUA}）", _by("王明", "李雷", at=_PEKING)),
    Head("and a comma between", f"王明（{_PEKING}），李晓雷（{_TSINGHUA}）", _by("王明", "李晓雷", at=_PEKING)),
    Head("each on a line", f"王明（{_PEKING}）\n\n李晓雷（{_TSINGHUA}）", _by("王明", "李晓雷", at=_PEKING)),
    Head(
        "numbered, all on one line",
        f"张三丰１ 李晓雷２（1. {_PEKING}，北京 100871；2. {_TSINGHUA}，北京 100084）",
        _by("张三丰", "李晓雷", at=_PEKING),
    ),
    Head(
        "numbered, in lines",
        f"张三丰<sup>1</sup>，李晓雷<sup>1,2</sup>\n\n（1. {_PEKING}，北京 100871；2. {_TSINGHUA}，北京 100084）",
        _by("张三丰", "李晓雷", at=_PEKING),
    ),
    Head(
        "numbered, an institution a line",
        f"张三丰¹　李晓雷²*\n\n1. {_PEKING}，北京 100871\n\n2. {_TSINGHUA}，北京 100084",
        _by("张三丰", "李晓雷", at=_PEKING),
    ),
    Head(
        "raised in TeX",
        f"张三丰$^{{1}}$，李晓雷$^{{2*}}$\n\n（1.{_PEKING}，北京100871；2.{_TSINGHUA}，北京100084）",
        _by("张三丰", "李晓雷", at=_PEKING),
    ),
    Head("a circle", "○ 李明", _by("李明")),
    Head("a black circle, spread out", "● 李 明", _by("李明")),
    Head("a square", "■李明　王晓雷", _by("李明", "王晓雷")),
    Head("an asterisk", "李明*", _by("李明")),
    Head("asterisks, one each", "李明\\*　王晓雷\\*\\*", _by("李明", "王晓雷")),
    Head("spread out", "王 明", _by("王明")),
    Head("two spread out", "王 明　李 雷", _by("王明", "李雷")),
    Head("two spread out, set with equal gaps", "王 明 李 雷", _by("王明", "李雷")),
    Head("spread out beside a long name", "王 明 欧阳修远 李晓雷", _by("王明", "欧阳修远", "李晓雷")),
    Head("a label", "作者：李明", _by("李明")),
    Head("a label, two", "作者：李明 王晓雷", _by("李明", "王晓雷")),
    Head("a label set wide", "作　者：李明", _by("李明")),
    Head("a label and the institution", f"作者：李明（{_PEKING}）", _by("李明", at=_PEKING)),
    Head("a magazine's", "文/李雷", _by("李雷")),
    Head("a magazine's, a bar", "文｜李雷", _by("李雷")),
    Head("a magazine's, behind", "李雷/文", _by("李雷")),
    Head("a magazine's writer", "撰文 / 李雷", _by("李雷")),
    Head("a magazine's writer, a colon", "撰文：李雷", _by("李雷")),
    Head("translated", "[美]约翰·史密斯 著　王明 译", _by("约翰·史密斯")),
    Head("translated, slashes", "〔英〕玛丽·琼斯/文　王明/译", _by("玛丽·琼斯")),
    Head("translated, brackets", "［日］山田太郎（著）　王明（译）", _by("山田太郎")),
    Head("translated, a line each", "（美）约翰·史密斯　著\n\n王 明　译", _by("约翰·史密斯")),
    Head("a reporter, an editor beside", "文 / 本刊记者 李晓雷　编辑 / 王明", _by("李晓雷")),
    Head("one of abroad", f"謝昀蓁、Martin Holub\n\n謝昀蓁為{_PEKING}副教授；Martin Holub為布拉格學院訪問學人", _by("謝昀蓁", "Martin Holub", at=_PEKING)),
    Head("a Tibetan", f"左依岚　巴桑次仁\n\n（{_PEKING}，拉萨　859999）", _by("左依岚", "巴桑次仁", at=_PEKING)),
    Head("a Tibetan alone", f"巴桑次仁\n\n（{_PEKING}，拉萨　859999）", _by("巴桑次仁", at=_PEKING)),
    Head("a verb between", f"李明系{_PEKING}教授", _by("李明", at=_PEKING)),
    Head("five", "李明，王晓雷，张三丰，赵一曼，钱学文", _by("李明", "王晓雷", "张三丰", "赵一曼", "钱学文")),
    Head("spread out with full-width gaps", "李　明　　王　雷", _by("李明", "王雷")),
    Head("one spread out with a full-width gap", "陆　迟", _by("陆迟")),
    Head("each with a line for the institution", f"李明\n{_PEKING}教授\n王晓雷\n{_TSINGHUA}博士生", _by("李明", "王晓雷", at=_PEKING)),
    Head("a bar", f"李明 | {_PEKING}教授", _by("李明", at=_PEKING)),
    Head("labels for both", f"**作者：** 李明　**单位：** {_PEKING}", _by("李明", at=_PEKING)),
    Head("a star at the foot", "王明義*\n\n* 東岸大學外交學系教授，E-mail: wang@example.org。", _by("王明義", at="東岸大學外交學系")),
    Head("Latin letters first", "Marta Lindqvist　邵闻筝", _by("Marta Lindqvist", "邵闻筝")),
    Head("Latin letters last", "欧阳澄 Ingrid Halvorsen", _by("欧阳澄", "Ingrid Halvorsen")),
    Head("Latin letters between", "邵闻筝　José García　李 明", _by("邵闻筝", "José García", "李明")),
    Head("Latin letters behind 和", "邵闻筝和 Marta Lindqvist", _by("邵闻筝", "Marta Lindqvist")),
    Head("Latin letters and marks", "Jean-Pierre Dubois¹　邵 闻 筝²", _by("Jean-Pierre Dubois", "邵闻筝")),
    Head("of a minority", "阿不都热依木·买买提　李明", _by("阿不都热依木·买买提", "李明")),
    Head("a team", "北辰大学国际关系学院课题组", _by("北辰大学国际关系学院课题组", at=_PEKING)),
    Head("the institution behind a space", f"李明　{_PEKING}", _by("李明", at=_PEKING)),
    Head("the post too", f"李明　{_PEKING}副教授", _by("李明", at=_PEKING)),
    Head("the post behind a comma", f"李明，{_PEKING}教授、博士生导师", _by("李明", at=_PEKING)),
    Head("the institution in pieces", "李明\n\n（北辰大学 国际关系学院，北京 100871）", _by("李明", at="北辰大学 国际关系学院")),
    Head("the original beside the name", "王明義（Ming-Yi Wang）\n\n東岸大學外交學系教授", _by("王明義", at="東岸大學外交學系")),
    Head("set as headings", f"## 李明\n\n### （{_PEKING}）", _by("李明", at=_PEKING)),
    Head("in bold", "**李明**　**王晓雷**", _by("李明", "王晓雷")),
]  # fmt: skip

_ABSTRACT = f"【摘要】{SAID}\n\n【关键词】关税；产业链；对外投资"
_FILED: dict[str, Any] = {"abstract": SAID, "keywords": WORDS}
FIELDS = [
    Head("【】", _ABSTRACT, _FILED),
    Head("〔〕", f"〔提　要〕{SAID}\n\n〔关键词〕关税、产业链、对外投资", _FILED),
    Head("[]", f"[摘 要] {SAID}\n\n[关键词] 关税；产业链；对外投资", _FILED),
    Head("bold", f"**内容提要**：{SAID}\n\n**关键词**：关税　产业链　对外投资", _FILED),
    Head("contents", f"【内容摘要】 {SAID}\n【关 键 词】 关税 产业链 对外投资", _FILED),
    Head("no colon", f"摘　要　{SAID}\n关键词　关税　产业链　对外投资", _FILED),
    Head("no colon, a space", f"内容提要 {SAID}\n\n关键词 关税；产业链；对外投资", _FILED),
    Head("as headings", f"## 摘要\n\n{SAID}\n\n## 关键词\n\n关税、产业链、对外投资", _FILED),
    Head("a bar", f"摘要 | {SAID}\n\n关键词 | 关税；产业链；对外投资", _FILED),
    Head("on one line", f"摘要：{SAID} 关键词：关税；产业链；对外投资", _FILED),
    Head("two paragraphs", f"摘要：{SAID[:17]}\n{SAID[17:]}\n关键词：关税；产业链；对外投资", _FILED),
    Head(
        "numbers of all kinds",
        f"{_ABSTRACT}\n\n中图分类号：F752.5　文献标识码：A　文章编号：1009-9990（2023）06-0012-15\n\n"
        "DOI：10.12345/j.cnki.1009-9990.2023.06.002",
        {**_FILED, "clc": "F752.5", "article_number": "1009-9990（2023）06-0012-15", "year": "2023", "issue": "6"},
    ),
    Head(
        "dates, funds and the author",
        f"{_ABSTRACT}\n\n收稿日期：2023-03-05；修回日期：2023-05-01\n\n基金项目：国家社会科学基金项目（23BGJ041）\n\n"
        "作者简介：李明（1980—），男，湖南长沙人，北辰大学国际关系学院教授，博士，研究方向：国际贸易。",
        {**_FILED, "received": "2023-03-05", "completed": "2023-05-01", "authors": ("李明",), "affiliation": _PEKING},
    ),
    Head(
        "labels without signs",
        f"摘要　{SAID}\n\n关键词　关税　产业链　对外投资\n\n作者简介　李明，北辰大学国际关系学院教授，博士。",
        {**_FILED, "authors": ("李明",), "affiliation": _PEKING},
    ),
    Head(
        "dates in Republic years",
        f"摘要：{SAID}\n\n關鍵詞：關稅、產業鏈\n\n收稿日期：民國113年3月5日；接受刊登日期：民國113年6月20日",
        {"abstract": SAID, "keywords": ("關稅", "產業鏈"), "received": "2024-03-05"},
    ),
    Head(
        "the author is …",
        f"{_ABSTRACT}\n\n（作者系北辰大学国际关系学院教授，北京 100871）",
        {**_FILED, "affiliation": _PEKING},
    ),
    Head(
        "where the author works",
        f"{_ABSTRACT}\n\n（作者单位：北辰大学国际关系学院　责任编辑：王晓雷）",
        {**_FILED, "affiliation": _PEKING, "editor": "王晓雷"},
    ),
    Head(
        "in English beside",
        f"{_ABSTRACT}\n\nTariffs and the Global Chains of Production\n\nLI Ming\n\n"
        "(School of International Studies, Beichen University, Beijing 100871, China)\n\n"
        "Abstract: This article asks who bears the cost of tariffs.\n\nKey words: tariffs; global value chains",
        _FILED,
    ),
    Head("JEL", f"{_ABSTRACT}\n\nJEL分类号：F13, F23", _FILED),
    Head("how to cite it", f"{_ABSTRACT}\n\n引用格式：李明. 关税壁垒[J]. 北辰学刊, 2023(6): 12-26.", _FILED),
]

_LONG = "——以半导体和汽车产业为例"
TITLES = [
    Head("a subtitle below", f"# {TITLE}\n\n{_LONG}\n\n李明", _by("李明", title=TITLE + _LONG)),
    Head("a subtitle as a heading", f"# {TITLE}\n\n## {_LONG}\n\n李明", _by("李明", title=TITLE + _LONG)),
    Head("a subtitle in plain text", f"{TITLE}\n{_LONG}\n李 明\n（{_PEKING}）", _by("李明", at=_PEKING, title=TITLE + _LONG)),
    Head("in two lines", f"{TITLE[:9]}\n{TITLE[9:]}\n\n李明\n\n{_ABSTRACT}", _by("李明", **_FILED)),
    Head("in two lines, a colon", "关税壁垒的代价：\n半导体和汽车产业的重构\n\n李明", _by("李明", title="关税壁垒的代价：半导体和汽车产业的重构")),
    Head("with a star", f"# {TITLE}\\*\n\n李明", _by("李明")),
    Head("with a raised star", f"# {TITLE}<sup>*</sup>\n\n李明", _by("李明")),
    Head("with a note's mark", f"{TITLE}※\n\n李明", _by("李明")),
    Head("a column before", f"·国际经济·\n\n# {TITLE}\n\n李明", _by("李明")),
    Head("a column in brackets", f"【国际经济】\n\n{TITLE}\n\n李明", _by("李明")),
    Head("a column as a heading", f"## 国际经济\n\n# {TITLE}\n\n李明", _by("李明")),
    Head("a column of research", f"专题研究\n\n# {TITLE}\n\n李明", _by("李明")),
    Head("an English title", f"# {TITLE}\n\nTariffs and Global Chains of Production\n\n李明\n\nLi Ming", _by("李明")),
    Head(
        "a journal's issue before",
        f"国际经济论丛 2023年第6期\n\n# {TITLE}\n\n李明",
        _by("李明", journal="国际经济论丛", year="2023", issue="6"),
    ),
    Head(
        "the issue before the journal",
        f"2023年第6期　国际经济论丛　No. 6 2023\n\n{TITLE}\n\n李明",
        _by("李明", journal="国际经济论丛", year="2023", issue="6"),
    ),
    Head(
        "a university's journal",
        f"第41卷第3期\n2023年5月\n北辰大学学报（社会科学版）\nJournal of Beichen University\nVol. 41 No. 3\nMay 2023\n\n"
        f"{TITLE}\n\n李明",
        _by("李明", journal="北辰大学学报（社会科学版）", year="2023", issue="3"),
    ),
    Head(
        "Taiwan's",
        f"《問題與對策》第63卷第2期（民國113年6月）頁1-45\n\n{TITLE}\n\n陳雅雯",
        _by("陳雅雯", journal="問題與對策", year="2024", issue="2"),
    ),
    Head(
        "Taiwan's, in numerals",
        f"東岸政治學報／2024／第四十二卷第一期／頁1-66\n\n{TITLE}\n\n陳雅雯",
        _by("陳雅雯", journal="東岸政治學報", year="2024", issue="1"),
    ),
    Head(
        "Hong Kong's",
        f"廿二世紀雙月刊　2024年6月號　總第203期\n\n{TITLE}\n\n● 麥允之",
        _by("麥允之", journal="廿二世紀雙月刊", year="2024", issue="203"),
    ),
    Head("a page number before", f"12\n\n{TITLE}\n\n李明", _by("李明")),
    Head("a DOI before", f"DOI：10.12345/j.cnki.2023.06.002\n\n{TITLE}\n\n李明", _by("李明")),
    Head(
        "numbers before",
        f"文章编号：1009-9990（2023）06-0012-15\n\n{TITLE}\n\n李明\n\n{_ABSTRACT}",
        _by("李明", article_number="1009-9990（2023）06-0012-15", year="2023", issue="6", **_FILED),
    ),
]  # fmt: skip

_TARIFFS = "论关税"
_SHORT = "摘  要：本文讨论关税。\n\n关键词：关税  贸易"
_BRIEF: dict[str, Any] = {"abstract": "本文讨论关税。", "keywords": ("关税", "贸易")}
WHOLE = [
    Head(
        "authors told of in a sentence",
        f"# {_TARIFFS}*\n\n张 三  李晓雷\n\n{_SHORT}\n\n作者张三，{_PEKING}教授（北京 100871）；李晓雷，{_TSINGHUA}副教授（北京 100084）。",
        _by("张三", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a star for two",
        f"# {_TARIFFS}\n\n张三丰 李晓雷*\n\n{_SHORT}\n\n* 张三丰、李晓雷：{_PEKING} 北京市海淀区 100871 电子信箱：zhang@example.org。",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a star with post codes",
        f"# {_TARIFFS}*\n\n张 三 李晓雷 王 明\n\n{_SHORT}\n\n* 张三，{_PEKING}，邮政编码：100871，电子信箱：z@example.org；李晓雷，{_TSINGHUA}。本文受国家社会科学基金资助。",
        _by("张三", "李晓雷", "王明", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "stars of Taiwan",
        f"# {_TARIFFS}\n\n張三豐**\n\n摘　　要\n\n　　本文讨论关税。\n\n關鍵詞：关税、贸易\n\n---\n\n* 本文為科技部專題研究計畫之部分成果。\n\n** 國立東岸大學政治學系教授。E-mail: c@example.org",
        _by("張三豐", at="國立東岸大學政治學系", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "an institution a line below",
        f"# {_TARIFFS}\n\n張三豐\n\n國立東岸大學政治學系副教授\n\n摘要\n\n本文讨论关税。\n\n關鍵字：关税、贸易",
        _by("張三豐", at="國立東岸大學政治學系", title=_TARIFFS, **_BRIEF),
    ),
    Head("a square and a slash", f"# {_TARIFFS}\n\n■ 张三丰 / 文", _by("张三丰", title=_TARIFFS)),
    Head("told of at the end", f"# {_TARIFFS}\n\n张三丰\n\n（作者为{_PEKING}教授）", _by("张三丰", at=_PEKING, title=_TARIFFS)),
    Head(
        "half-width signs",
        f"#  {_TARIFFS}\n\n## 张 三\n\n({_PEKING},北京 100871)\n\n摘 要:本文讨论关税。\n\n关键词:关税;贸易",
        _by("张三", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "square brackets",
        f"# {_TARIFFS}\n\n张三丰\n\n[摘要]本文讨论关税。\n\n[关键词]关税;贸易\n\n[中图分类号] F752 [文献标识码] A [文章编号] 1000-1234(2024)03-0001-15",
        _by("张三丰", clc="F752", year="2024", issue="3", article_number="1000-1234(2024)03-0001-15", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a year in the title",
        f"# 中国对外贸易发展报告（2024）\n\n张三丰\n\n{_SHORT}",
        _by("张三丰", title="中国对外贸易发展报告（2024）", **_BRIEF),
    ),
    Head(
        "all on one line",
        f"# {_TARIFFS}\n\n张三丰\n\n{_SHORT}\n\n收稿日期: 2024-03-05 基金项目: 国家社科基金(20BGJ041) 作者简介: 张三丰(1980-),男,湖南长沙人,{_PEKING}教授,博士.",
        _by("张三丰", at=_PEKING, received="2024-03-05", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "numbers before institutions",
        f"# {_TARIFFS}\n\n张三丰1 , 李晓雷2\n\n(1 {_PEKING},北京 100871;2 {_TSINGHUA},北京 100084)\n\n{_SHORT}",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "circles before institutions",
        f"# {_TARIFFS}\n\n张三丰①②  李晓雷③\n\n（①{_PEKING}；②{_TSINGHUA}；③南湖财经大学）\n\n{_SHORT}",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "an author a bracket",
        f"# {_TARIFFS}\n\n张三丰 （{_PEKING}） 、 李晓雷 （{_TSINGHUA}）\n\n{_SHORT}",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a dot of Taiwan",
        f"# {_TARIFFS}\n\n約瑟夫‧奈（Joseph S. Nye, Jr.）\n\n{_SHORT}",
        _by("約瑟夫‧奈", title=_TARIFFS, **_BRIEF),
    ),
    Head("a slash", f"# {_TARIFFS}\n\n張三豐／國立東岸大學教授\n\n{_SHORT}", _by("張三豐", at="國立東岸大學", title=_TARIFFS, **_BRIEF)),
    Head(
        "the institution first",
        f"# {_TARIFFS}\n\n國立東岸大學政治學系教授 張三豐\n\n{_SHORT}",
        _by("張三豐", at="國立東岸大學政治學系", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "two with institutions on a line",
        f"# {_TARIFFS}\n\n张三丰 {_PEKING} 教授　李晓雷 {_TSINGHUA} 讲师\n\n{_SHORT}",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "labels on two lines",
        f"# {_TARIFFS}\n\n作者：张三丰\n\n单位：{_PEKING}\n\n{_SHORT}",
        _by("张三丰", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "an editor without a colon",
        f"# {_TARIFFS}\n\n张三丰\n\n{_SHORT}\n\n（责任编辑　王晓雷）",
        _by("张三丰", editor="王晓雷", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "an editor in square brackets",
        f"# {_TARIFFS}\n\n张三丰\n\n{_SHORT}\n\n[责任编辑 王晓雷]",
        _by("张三丰", editor="王晓雷", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "an editor, half-width",
        f"# {_TARIFFS}\n\n张三丰\n\n{_SHORT}\n\n(责编:王晓雷)",
        _by("张三丰", editor="王晓雷", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a journal and its issue in lines",
        f"国际经济论丛\n\n2024年第3期（总第239期）\n\n# {_TARIFFS}\n\n张三丰\n\n{_SHORT}",
        _by("张三丰", journal="国际经济论丛", year="2024", issue="3", title=_TARIFFS, **_BRIEF),
    ),
    Head("a DOI below", f"# {_TARIFFS}\n\nDOI: 10.1234/abc\n\n张三丰\n\n{_SHORT}", _by("张三丰", title=_TARIFFS, **_BRIEF)),
    Head(
        "a star after a gap",
        f"# {_TARIFFS}：一个分析框架 *\n\n张三丰 李晓雷 **\n\n{_SHORT}",
        _by("张三丰", "李晓雷", title="论关税：一个分析框架", **_BRIEF),
    ),
    Head(
        "a comma and a line each",
        f"# {_TARIFFS}\n\n张三丰，{_PEKING}\n\n李晓雷，{_TSINGHUA}\n\n{_SHORT}",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a line each for both",
        f"# {_TARIFFS}\n\n张三丰\n{_PEKING}\n\n李晓雷\n{_TSINGHUA}\n\n{_SHORT}",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a bracket for both",
        f"{_TARIFFS}\n张三丰　李晓雷\n（{_PEKING}，北京　100871；{_TSINGHUA}，北京　100084）\n摘　要：本文讨论关税。\n关键词：关税；贸易\n",
        _by("张三丰", "李晓雷", at=_PEKING, title=_TARIFFS, **_BRIEF),
    ),
    Head("and others", f"# {_TARIFFS}\n\n张三丰 等\n\n{_SHORT}", _by("张三丰", title=_TARIFFS, **_BRIEF)),
    Head(
        "all in a bracket",
        f"# {_TARIFFS}\n\n（北辰大学 张三丰）\n\n{_SHORT}",
        _by("张三丰", at="北辰大学", title=_TARIFFS, **_BRIEF),
    ),
    Head(
        "a Russian, translated",
        f"# {_TARIFFS}\n\n[俄] 谢·卡拉加诺夫 著　李晓雷 译\n\n{_SHORT}",
        _by("谢·卡拉加诺夫", title=_TARIFFS, **_BRIEF),
    ),
    Head("a Korean", f"# {_TARIFFS}\n\n[韩]金永浩　李晓雷\n\n{_SHORT}", _by("金永浩", "李晓雷", title=_TARIFFS, **_BRIEF)),
    Head(
        "letters for institutions",
        f"# {_TARIFFS}\n\n孙雨薇<sup>a,b</sup>，周航<sup>a</sup>\n\n（北辰大学 a. 经济学院；b. 国际关系学院，北京 100871）\n\n{_SHORT}",
        _by("孙雨薇", "周航", at="北辰大学", title=_TARIFFS, **_BRIEF),
    ),
    Head("a star in brackets", f"# {_TARIFFS}[*]\n\n孙雨薇[**]\n\n{_SHORT}", _by("孙雨薇", title=_TARIFFS, **_BRIEF)),
    Head("initials", f"# {_TARIFFS}\n\n(美)J.奈  著\n\n{_SHORT}", _by("J.奈", title=_TARIFFS, **_BRIEF)),
    Head("a Korean in letters", f"# {_TARIFFS}\n\n周 航、Lee Jong-wha\n\n{_SHORT}", _by("周航", "Lee Jong-wha", title=_TARIFFS, **_BRIEF)),
    Head("columns", f"# {_TARIFFS}\n\n孙雨薇　　　{_PEKING}\n周　航　　　{_TSINGHUA}\n\n{_SHORT}", _by("孙雨薇", "周航", at=_PEKING, title=_TARIFFS, **_BRIEF)),
    Head(
        "an issue in words",
        f"《國際論叢》第十二卷第三期，民國一一三年九月，頁1-40\n\n# {_TARIFFS}\n\n孫雨薇\n\n{_SHORT}",
        _by("孫雨薇", title=_TARIFFS, journal="國際論叢", year="2024", issue="3", **_BRIEF),
    ),
    Head(
        "an issue and a column",
        f"国际经济论丛2024年第3期·国际政治·\n\n# {_TARIFFS}\n\n孙雨薇\n\n{_SHORT}",
        _by("孙雨薇", title=_TARIFFS, journal="国际经济论丛", year="2024", issue="3", **_BRIEF),
    ),
]  # fmt: skip
