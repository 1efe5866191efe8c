"""What stands in the parts of invented citations: names, titles, journals, presses, drawn at random."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from csv import DictReader
from pathlib import Path

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪"
    "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉建国春红梅志海燕林峰宇浩天晓东亚庆永生立新德成良友光先荣祥兴家"
    "思永中正义长宝仁泽润学曾凡和"
)
_SOUNDS = "斯特尔克罗德里亚拉姆伯格森曼诺维夫奇多马布达卡尼纳西贝莱史密约翰逊安迪保哈弗戈蒂瓦基塞费雷詹麦波伦丹艾比"
_SMALL = frozenset(
    (
        *("a", "an", "the", "and", "as", "but", "nor", "or", "so", "v", "vs"),
        *("at", "by", "for", "from", "in", "into", "of", "on", "to", "up", "via", "with", "over"),
    )
)


class Pools:
    """Random parts. Names come from ``names.tsv``, titles from what the training data holds."""

    def __init__(self, seed: int, titles: dict[str, list[str]]) -> None:
        self.random = random.Random(seed)
        self.lists: dict[str, list[str]] = defaultdict(list)
        with (Path(__file__).parent / "names.tsv").open(encoding="utf-8") as file:
            for row in DictReader(file, delimiter="\t"):
                self.lists[row["kind"]].append(row["name"])
        self.titles = titles

    def one(self, kind: str) -> str:
        """A name of a kind, as ``zh_journal``."""
        return self.random.choice(self.lists[kind])

    def letter(self) -> str:
        """A capital."""
        return chr(self.random.randint(65, 90))

    def body_en(self) -> str:
        """A body, off the list or put together: ``Ministry of Trade and Energy, Norway``."""
        chance = self.random
        if chance.random() < 0.4:
            return self.one("en_body")
        topic = self.one("topic") + (f" and {self.one('topic')}" if chance.random() < 0.4 else "")
        seat, where = self.one("seat"), self.one("country")
        names = (
            f"{seat} of {topic}",
            f"{seat} for {topic}",
            f"{seat} of {topic}, {where}",
            f"{seat} of {topic} of {where}",
            f"{where} {seat} of {topic}",
            f"{topic} {seat}",
            f"{topic} {seat} of the United Nations",
            f"U.S. {seat} of {topic}",
            f"{seat} of {topic} at {self.one('en_university')}",
            f"International {topic} {seat}",
            f"{where} {topic} {seat}",
            f"Embassy of {where}",
            "".join(self.letter() for _ in range(chance.randint(3, 5))),
            f"Senate Committee on {topic}",
            f"National {topic} {seat}",
        )
        return chance.choice(names)

    def body_zh(self) -> str:
        """A body, off the list or put together: 挪威能源部."""
        chance = self.random
        if chance.random() < 0.04:
            return f"《{self.one('zh_journal')}》{chance.choice(('杂志社', '编辑部', '课题组'))}"
        if chance.random() < 0.5:
            return self.one("zh_body")
        where = chance.choice(("", self.one("zh_country"), self.one("zh_place")))
        topic = "".join(self.one("zh_topic") for _ in range(chance.choice((1, 1, 2))))
        return where + topic + self.one("zh_seat")

    def surname(self) -> str:
        """``Keohane``"""
        return self.one("surname")

    def first(self) -> str:
        """``Mary``"""
        return self.one("first")

    def person_en(self) -> str:
        """``Mary J. Amiti``"""
        chance = self.random
        middle = f" {self.letter()}." if chance.random() < 0.25 else ""
        first = f"{self.letter()}." if chance.random() < 0.3 else self.first()
        return f"{first}{middle} {self.surname()}"

    def initialled(self, large: bool) -> str:
        """``REICH C A``, or ``Reich C A``; a first name in full now and then."""
        chance = self.random
        surname = self.surname().upper() if large else self.surname()
        if chance.random() < 0.1:
            return f"{surname} {self.first()}"
        stop = "." if chance.random() < 0.05 else ""
        return surname + "".join(f" {self.letter()}{stop}" for _ in range(chance.choice((1, 1, 2))))

    def person_zh(self) -> str:
        """A Chinese name; now and then a foreign one by its sound."""
        chance = self.random
        if chance.random() < 0.15:
            parts = range(chance.randint(1, 2))
            return "·".join("".join(chance.choice(_SOUNDS) for _ in range(chance.randint(2, 4))) for _ in parts)
        return chance.choice(_SURNAMES) + "".join(chance.choice(_GIVEN) for _ in range(chance.choice((1, 2, 2, 2))))

    def company(self) -> str:
        """What issues records, films and programs: ``Columbia``, ``Gray Films``."""
        chance = self.random
        kind = chance.choice(
            ("Records", "Films", "Pictures", "Entertainment", "Productions", "Studios", "Press", "Music")
        )
        return chance.choice(
            (f"{self.surname()} {kind}", f"{self.surname()} {kind}", self.surname(), self.one("en_place"))
        )

    def site(self, chinese: bool) -> str:
        """A site, a paper or a medium."""
        if chinese:
            return self.one(self.random.choice(("zh_site", "zh_newspaper")))
        word = self.random.choice(self.title("en").split()).strip(",.:;?!“”‘’()\"'").capitalize()
        return self.random.choice(
            (self.one("en_news"), self.one("site"), self.surname(), word or "Medium", self.body_en())
        )

    def journal(self) -> str:
        """An English journal."""
        return self.one("en_journal") if self.random.random() < 0.6 else self.random.choice(self.titles["journal"])

    def publisher(self) -> str:
        """An English publisher."""
        return self.one("en_publisher") if self.random.random() < 0.6 else self.random.choice(self.titles["publisher"])

    def case(self) -> str:
        """``Roe v. Wade``"""
        sides = [self.random.choice((self.surname(), self.surname(), self.body_en())) for _ in range(2)]
        return " v. ".join(sides)

    def title(self, language: str) -> str:
        """A title; English ones with capitals as often as not."""
        chance = self.random
        if language == "en":
            title = self.english()
            return capitals(title) if chance.random() < 0.6 else title
        title = chance.choice(self.titles[language])
        if len(title) > 28 and chance.random() < 0.7:
            title = chance.choice(self.titles[language])
        if chance.random() < 0.4:
            title = re.split("[：—]", title)[0]
        if chance.random() < 0.25:
            title = re.sub(r"[的与和及、“（(《].*$", "", title[: chance.randint(3, 9)]) or title
        if chance.random() < 0.08:
            year = chance.randint(1840, 2000)
            title += f"（{year}—{year + chance.randint(3, 60)}）"
        return title

    def english(self) -> str:
        """An English title; now and then with a year at its end, or of two sentences."""
        chance = self.random
        title = chance.choice(self.titles["en"])
        how = chance.random()
        if how < 0.03 and title[-1].isalpha():
            return f"{title}, {self.year()}"
        if how < 0.04 and title[-1].isalpha():
            return f"{title}. {chance.choice(self.titles['en'])}"
        return title

    def remark(self, date: str) -> str:
        """A sentence that cites nothing, though it may hold years, bodies, titles and words in quotes."""
        chance = self.random
        if chance.random() < 0.6:
            lead = chance.choice(
                ("", "", "", "按：", "笔者注：", f"{self.year()}年，", f"根据{self.body_zh()}的数据，")
            )
            return lead + self._quoting(chance.choice(self.titles["remark"]))
        year, other, share, title = self.year(), self.year(), chance.randint(2, 97), self.title("en")
        body, person, place = self.body_en(), self.person_en(), self.one("en_place")
        sentences = (
            f"The {body}, however, revised this figure in {year}.",
            f"Figures are in constant prices of {year} and exclude re-exports.",
            f"{person} makes a similar point about the years between {year} and {other}.",
            f"This argument was first made in {year} and has since been criticised by {person} and others.",
            f"In {year} the share rose to {share} percent, the highest since {other}.",
            f"I thank {person}, {self.person_en()} and two anonymous reviewers for their comments.",
            f"Author’s interview with an official of the {body}, {place}, {date}.",
            f"Data for {year} are estimates by the {body}.",
            f"On {date}, the {body} announced that it would end the programme.",
            f"The author’s calculation based on data from the {body}.",
            f"GDP of {place}, in billions of {year} dollars.",
            f"By “{title.split(':')[0].lower()}” I mean what others call trade in {year}.",
            f"For the opposite view, {person} holds that {title[:1].lower() + title[1:]}.",
            f"As of {year}, {share} countries had signed; {share + 3} had ratified by {other}.",
            f"The {body} is a member of the group that was founded in {year}, not the one of {other}.",
            f"See the discussion in chapter {chance.randint(1, 9)} below.",
        )
        return chance.choice(sentences)

    def _quoting(self, sentence: str) -> str:
        """A sentence with a word or two of it in quotes, or in the marks of a title, as often as not."""
        chance = self.random
        at = chance.randint(0, max(len(sentence) - 12, 0))
        end = at + chance.randint(2, 10)
        marks = chance.choice(("“”", "“”", "《》", "「」", "", "", ""))
        return sentence[:at] + marks[:1] + sentence[at:end] + marks[1:] + sentence[end:] if marks else sentence

    def year(self) -> int:
        """A year, a late one as a rule."""
        chance = self.random
        return chance.randint(1990, 2025) if chance.random() < 0.8 else chance.randint(1880, 1990)

    def pages(self, dash: str = "-") -> str:
        """A page or a range of them."""
        begin = self.random.randint(1, 600)
        return str(begin) if self.random.random() < 0.4 else f"{begin}{dash}{begin + self.random.randint(1, 30)}"


def capitals(title: str) -> str:
    """A title with the capitals of headlines.

    >>> capitals("The new property of trade")
    'The New Property of Trade'
    """
    words = title.split(" ")
    return " ".join(
        word if at and word in _SMALL and not words[at - 1].endswith((":", ".", "?")) else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    )
