"""The fields of the forms in ``forms.tsv``, filled at random."""

from __future__ import annotations

import works
from pools import Pools

Pieces = list[tuple[str, str]]
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_ABBREVIATED = ("Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_COURTS = ("F.2d", "U.S.", "S.W.2d", "F.Supp.2d", "F.3d", "S. Ct.", "F.R.")
_ARCHIVE = (
    "Memorandum of Conversation",
    "Telegram From the Embassy in Japan to the Department of State",
    "National Intelligence Estimate",
    "Minutes of a Meeting",
    "Letter From President Johnson to Prime Minister Wilson",
)
_FRUS = ("FRUS", "Foreign Relations of the United States", "FRUS, 1969–1976", "FRUS, 1964–1968", "DBPO")
_LAWS = ("Clean Harbors", "Foreign Investment", "National Defense", "Export Control", "CHIPS and Science", "Trade")
_LAWS_ZH = ("对外贸易", "海上交通安全", "行政诉讼", "民法典", "出口管制", "国家安全", "网络安全", "反垄断", "外商投资")
_LAW_NUMBERS = ("Pub. L. No. ", "H.R. ", "S. ", "Public Law ")
_REPORTS = ("Working Paper No. ", "NBER Working Paper No. ", "Report No. ", "Discussion Paper ", "RR-")
_STANDARDS = ("GB/T", "ISO", "NB/T", "GB", "IEC")
_EDITIONS = {
    "en": ("2nd ed.", "3rd edition", "rev. ed.", "Second Edition"),
    "zh": ("第2版", "第三版", "修订版", "增订本"),
}


class Fields:
    """The parts of one citation; those in ``gb`` are Chinese or English as the whole is."""

    def __init__(self, pools: Pools, *, chinese: bool, early: bool) -> None:
        self.pools = pools
        self.language = "zh" if chinese else "en"
        self.early = early
        self.capitals = pools.random.random() < 0.5

    def of(self, name: str) -> Pieces:
        """A field of a form, as pieces."""
        if ":" in name:
            listed, label = name.split(":")
            return [(label, self.pools.one(listed))]
        if name.endswith("gb"):
            return self._gb(name)
        if name[0] in "AE":
            return self._names(name)
        if name in ("y1", "y2"):
            return self._year_of_list(name)
        label, text = self._plain(name)
        return [*text] if isinstance(text, list) else [(label, text)]

    def _gb(self, name: str) -> Pieces:
        base = name.removesuffix("gb")
        if base in ("A", "E"):
            return self._gb_names(base)
        if base == "T" and self.pools.random.random() < 0.1:
            short = self.pools.title(self.language)
            return [("T", short[:4] if self.language == "zh" else " ".join(short.split()[:2]).strip(",:;."))]
        if base == "T":
            return [("T", self.pools.title(self.language).rstrip("?？."))]
        return self.of(base + ("z" if self.language == "zh" else ""))

    def _year_of_list(self, name: str) -> Pieces:
        """The year after the authors, or at the end, and the stop before a title."""
        chance = self.pools.random
        if name == "y2":
            return [] if self.early else [("", ", "), ("D", str(self.pools.year()))]
        if self.early:
            return [("", chance.choice((", ", ". "))), ("D", str(self.pools.year())), ("", ". ")]
        return [("", ". ")]

    def _plain(self, name: str) -> tuple[str, str | Pieces]:
        pools, chance = self.pools, self.pools.random
        draw = {
            "T": lambda: pools.title("en"),
            "Ts": lambda: pools.title("en").rstrip("."),
            "Tshort": lambda: " ".join(pools.title("en").split()[: chance.randint(1, 3)]).strip(",:;."),
            "Tz": lambda: pools.title("zh").replace("《", "〈").replace("》", "〉"),
            "Tzq": lambda: pools.title("zh").replace("“", "‘").replace("”", "’"),
            "Tzt": lambda: pools.title("zh").replace("〈", "「").replace("〉", "」"),
            "Tfrus": lambda: chance.choice(_FRUS),
            "Tlaw": lambda: f"{chance.choice(_LAWS)} Act of {pools.year()}",
            "Tlawz": lambda: chance.choice(_LAWS_ZH) + chance.choice(("法", "条例", "管理办法", "若干规定")),
            "Tcase": pools.case,
            "Tarchive": lambda: chance.choice(_ARCHIVE),
            "Tx": lambda: works.title(pools),
            "Tpost": lambda: works.post(pools),
            "Tl": lambda: works.law(pools),
            "Tcode": lambda: works.code(pools),
            "Told": lambda: works.old_title(pools),
            "Tsuit": lambda: works.suit(pools),
            "Cx": lambda: works.host(pools),
            "Cl": lambda: works.reporter(pools),
            "Px": lambda: works.house(pools),
            "Pfr": lambda: works.french(pools),
            "Pcourt": lambda: works.court(pools),
            "Ndocket": lambda: works.docket(pools),
            "print": lambda: works.old_print(pools),
            "C": pools.journal,
            "Cz": lambda: pools.one("zh_journal"),
            "Cfrus": lambda: chance.choice(_FRUS),
            "P": pools.publisher,
            "Pz": lambda: pools.one("zh_publisher"),
            "Pb": pools.body_en,
            "Pbz": pools.body_zh,
            "Pu": lambda: pools.one("en_university"),
            "Puz": lambda: pools.one("zh_university") + chance.choice(("", "", "", "历史系", "法学院")),
            "Pmany": lambda: "; ".join(pools.company() for _ in range(chance.randint(2, 3))),
            "Pword": pools.surname,
            "L": lambda: pools.one("en_place"),
            "Lz": lambda: pools.one("zh_place"),
            "D": lambda: str(pools.year()),
            "V": lambda: str(chance.randint(1, 130)),
            "Vz": lambda: chance.choice("123456一二三四五"),
            "Vroman": lambda: chance.choice(("II", "XVII", "VI", "XIII", "IX", "3")),
            "I": lambda: str(chance.randint(1, 24)),
            "G": lambda: pools.pages(chance.choice("-–—")),
            "Gnews": lambda: chance.choice(("", "", "A", "B")) + str(chance.randint(1, 30)),
            "Nlaw": lambda: f"{chance.choice(_LAW_NUMBERS)}{chance.randint(80, 118)}-{chance.randint(1, 400)}",
            "Nreport": lambda: f"{chance.choice(_REPORTS)}{chance.randint(1, 40000)}",
            "Nstandard": lambda: f"{chance.choice(_STANDARDS)} {chance.randint(1000, 40000)}—{pools.year()}",
            "Nedition": lambda: chance.choice(_EDITIONS["en"]),
            "Neditionz": lambda: chance.choice(_EDITIONS["zh"]),
            "n": lambda: str(chance.randint(2, 3000)),
            "nroc": lambda: str(chance.randint(60, 114)),
            "nmonth": lambda: str(chance.randint(1, 12)),
            "remark": lambda: pools.remark(self.of("Dday")[0][1]),
        }  # fmt: skip
        if name in draw:
            return (name[0] if name[0] in "TCPLDVIGN" else ""), draw[name]()
        return "", self._named(name)

    def _named(self, name: str) -> Pieces:
        pools, chance = self.pools, self.pools.random
        if name in ("Tq", "Tqs"):
            return self._quoted("." if name == "Tqs" else ",")
        if name in ("Dday", "Ddayz", "Diso"):
            return [("D", self._date(name))]
        if name == "Gz":
            return self._pages_zh()
        if name == "Court":
            return [("C", chance.choice(_COURTS))]
        if name in ("Book", "Bookz"):
            title = pools.title("zh" if name == "Bookz" else "en")
            return [("C", title.replace("《", "〈").replace("》", "〉").rstrip("."))]
        lists = {"News": "en_news", "Newsz": "zh_newspaper"}
        return [("C", pools.one(lists[name]) if name in lists else pools.site(name == "Sitez"))]

    def _quoted(self, comma: str) -> Pieces:
        """A title in quotes, the comma in them or behind; the form's own sign after it is swallowed."""
        chance = self.pools.random
        title = self.pools.title("en").replace("“", "‘").replace("”", "’")
        inside = "" if title.endswith(("?", "!")) else comma
        opening, closing = chance.choice(("“”", "“”", "“”", '""'))
        if chance.random() < 0.3:
            return [("", opening), ("T", title), ("", closing)]
        return [("", opening), ("T", title), ("", inside + closing), ("", "\ue012")]

    def _date(self, name: str) -> str:
        pools, chance = self.pools, self.pools.random
        year, month, day = pools.year(), chance.randint(1, 12), chance.randint(1, 28)
        if name == "Diso":
            return f"{year}-{month:02}-{day:02}"
        if name == "Ddayz":
            full = f"{year}年{month}月{day}日"
            return chance.choice((full, full, full, f"{year}年{month}月", f"{year}-{month}-{day}"))
        words = chance.choice(_MONTHS + _MONTHS + _ABBREVIATED)
        first = f"{words} {day}, {year}"
        return chance.choice((first, first, f"{day} {words} {year}", f"{words} {year}", f"{words} {day} {year}"))

    def _pages_zh(self) -> Pieces:
        chance = self.pools.random
        if chance.random() < 0.2:
            return []
        pages = ("G", self.pools.pages(chance.choice("—-～–~")))
        before, after = chance.choice(
            (("，第", "页"), ("，第", "页"), ("，第", "頁"), ("，頁", ""), (", p. ", ""), ("，第 ", " 页"))
        )
        return [("", before), pages, ("", after)]

    def _names(self, name: str) -> Pieces:
        """``A`` English, ``A1`` one, ``Ai`` inverted, ``Al`` in the Chinese manner, ``Az`` Chinese, ``Ab`` a body."""
        pools, chance = self.pools, self.pools.random
        label = name[0]
        if name[1:] in ("b", "bz"):
            return [(label, pools.body_zh() if name.endswith("z") else pools.body_en())]
        if name[1:] == "x":
            return self._of_any_kind(label)
        if name[1:] == "z":
            lead = chance.choice(("[美]", "〔美〕", "［英］", "（日）", "【法】", "(美)", "[德] "))
            country = [("", lead)] if label == "A" and chance.random() < 0.12 else []
            names = self._list(label, pools.person_zh, ("、", "、", "，", ",", "和"), "等")
            where = pools.one("zh_university") + chance.choice(("", "历史系", "國際關係學院", "社会学院"))
            affiliation = [("", f"（{where}）")] if label == "A" and chance.random() < 0.03 else []
            return [*country, *names, *affiliation]
        if name[1:] == "l":
            return self._list(label, pools.person_en, ("、", "、", ", ", " and "), "等")
        if name[1:] == "i":
            return self._inverted()
        if name[1:] == "1":
            return [(label, pools.person_en())]
        return self._list(label, pools.person_en, (", ",), " et al.", last=(" and ", " and ", ", and ", " & "))

    def _list(self, label: str, person, between: tuple[str, ...], others: str, last: tuple[str, ...] = ()) -> Pieces:  # type: ignore[no-untyped-def]
        chance = self.pools.random
        count = chance.choice((1, 1, 1, 2, 2, 3, 4))
        sign, end = chance.choice(between), chance.choice(last or between)
        pieces: Pieces = []
        for at in range(count):
            if at:
                pieces.append(("", end if at == count - 1 else sign))
            pieces.append((label, person()))
        return [*pieces, ("", chance.choice((others, f",{others}")))] if chance.random() < 0.1 else pieces

    def _of_any_kind(self, label: str) -> Pieces:
        """Names as the house styles have them; a body, or who posts, now and then."""
        pools, chance = self.pools, self.pools.random
        how = chance.random()
        if how < 0.25:
            return [(label, chance.choice((pools.body_en, pools.body_en, pools.surname))())]
        if how < 0.35:
            return [(label, works.poster(pools))]
        person = (lambda: works.maker(pools)) if how < 0.8 else pools.person_en
        return self._list(label, person, (", ",), " et al.", last=(" and ", ", and ", " & "))

    def _inverted(self) -> Pieces:
        """``Lowe, H., & Wilk, P.`` or ``Lowe, Harriet, and Piotr Wilk``"""
        pools, chance = self.pools, self.pools.random
        full, count = chance.random() < 0.4, chance.choice((1, 1, 1, 2, 3))
        last = chance.choice((", & ", " & ", ", and ", " and "))
        pieces: Pieces = []
        for at in range(count):
            if at:
                pieces.append(("", last if at == count - 1 else ", "))
            given = pools.first() if full else " ".join(f"{pools.letter()}." for _ in range(chance.choice((1, 1, 2))))
            pieces.append(("A", pools.person_en() if at and full else f"{pools.surname()}, {given}"))
        return pieces

    def _gb_names(self, label: str) -> Pieces:
        """``赵宁, 钱岳, 等`` or ``LOWE H T, WILK P, et al``"""
        pools, chinese = self.pools, self.language == "zh"
        if pools.random.random() < 0.15:
            return [(label, pools.body_zh() if chinese else pools.body_en())]
        person = pools.person_zh if chinese else (lambda: pools.initialled(self.capitals))
        return self._list(label, person, (", ",), " 等" if chinese else " et al")
