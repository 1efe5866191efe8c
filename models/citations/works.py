"""What works of rarer kinds are called, and who made them: laws, decisions of courts, posts, entries, old prints."""

from __future__ import annotations

from pools import Pools

_LAWS = (
    "Clean Harbors",
    "Foreign Investment",
    "National Defense",
    "Export Control",
    "Mental Health",
    "Equal Pay",
    "Trade",
)
_CODES = ("BGB", "StGB", "ZPO", "GG", "HGB", "StPO", "AktG", "UrhG", "OR", "ABGB", "VwGO", "GmbHG")
_RULES = (
    "Defining and Limiting the Duties of {}",
    "Protection of {}",
    "Regulations Governing {}",
    "Standards for {}",
    "Hearing on {}",
)
_ATTACHED = (
    "",
    "",
    "",
    " [Image attached]",
    " [Video]",
    " [Status update]",
    " [Thumbnail with link attached]",
    " [Tweet]",
)
_BOARDS = (
    "Facebook",
    "Twitter",
    "Instagram",
    "Reddit",
    "YouTube",
    "Weibo",
    "Medium",
    "Tumblr",
    "LinkedIn",
    "Vimeo",
    "X",
)
_REFERENCE = (
    "The {} Encyclopedia of {}",
    "Encyclopedia of {}",
    "{} Dictionary of {}",
    "{}.com Dictionary",
    "The New Encyclopedia {}",
    "Dictionary of {}",
    "The {} Handbook of {}",
)
_HOUSES = (
    "{} Data Service",
    "{} Archive",
    "The {} Museum",
    "{} Play Store",
    "App Store",
    "{} Radio",
    "The {} Gallery",
    "{} Clinic",
)
_REPORTERS = (
    *("F.2d", "F.3d", "U.S.", "S.W.2d", "F.Supp.2d", "S. Ct.", "F.R.", "C.F.R.", "U.S.C.", "Stat.", "Cal. App. 4th"),
    *("Fla. Stat.", "Cong. Rec.", "A.C.", "Q.B.", "W.L.R.", "BGHZ", "BVerfGE", "N.E.2d"),
)
_OLD = (
    "日记",
    "录",
    "集",
    "志",
    "考",
    "传",
    "年谱",
    "文集",
    "全集",
    "奏议",
    "县志",
    "府志",
    "通志",
    "丛书",
    "实录",
    "杂记",
    "笔记",
    "御览",
    "纪略",
    "书",
)
_REIGNS = (
    "洪武",
    "永乐",
    "嘉靖",
    "万历",
    "崇祯",
    "顺治",
    "康熙",
    "雍正",
    "乾隆",
    "嘉庆",
    "道光",
    "咸丰",
    "同治",
    "光绪",
    "宣统",
    "民国",
)
_PRINTS = ("刻本", "刊本", "活字本", "抄本", "稿本", "铅印本", "石印本", "影印本", "重刊本")
_SUITS = (
    "房屋买卖合同纠纷",
    "侵害商标权纠纷",
    "行政处罚",
    "不正当竞争纠纷",
    "人身损害赔偿",
    "强制拆除房屋",
    "故意伤害",
    "劳动争议",
)


def law(p: Pools) -> str:
    """``Exec. Order No. 12,345``, ``Mental Health Act § 6``, ``StGB``, ``H.R. Rep. No. 114-20``"""
    chance = p.random
    number, many = chance.randint(2, 700), f"{chance.randint(9, 14)},{chance.randint(100, 999)}"
    article = chance.choice(("art.", "Art."))
    act = f"{chance.choice((*_LAWS, p.one('topic')))} Act"
    topic = ", ".join(p.one("topic") for _ in range(chance.randint(1, 4)))
    laws = (
        f"Exec. Order No. {many}",
        f"Proclamation No. {many}",
        f"H.R. Rep. No. {chance.randint(90, 118)}-{number}",
        f"{chance.choice(('S. Res.', 'H.R. Res.', 'H.R.', 'S. Rep. No.'))} {number}",
        f"S. Res. {number}, {chance.randint(90, 118)}th Cong.",
        f"H.R. {number}, {chance.randint(90, 118)}th Cong.",
        f"U.S. Const. art. {chance.choice(('I', 'II', 'IV'))}, § {chance.randint(1, 9)}",
        f"U.S. Const. {chance.choice(('amend.', 'Amend.'))} {chance.choice(('I', 'V', 'XIV', 'XXI'))}",
        f"{chance.choice(('U.N. Charter', 'E.U. Treaty'))} {article} {number}, {chance.choice(('para.', 'Para.'))} 3",
        f"{act} § {chance.randint(1, 90)}",
        f"{p.one('country')} {act}",
        f"{act} of {p.year()}",
        f"Treaty on {p.one('topic')}",
        f"{p.one('country')}–{p.one('country')} Agreement on {p.one('topic')}",
        f"{chance.choice(_RULES).format(topic)} and {p.one('topic')}",
        chance.choice(_CODES),
        p.case(),
        p.case(),
    )
    return chance.choice(laws)


def code(p: Pools) -> str:
    """``BGB``"""
    return p.random.choice(_CODES)


def reporter(p: Pools) -> str:
    """``C.F.R.``"""
    return p.random.choice(_REPORTERS)


def title(p: Pools) -> str:
    """A title of any kind: an entry of a word or two, one in brackets, a post of some sentences, one with a year."""
    chance = p.random
    how = chance.random()
    if how < 0.3:
        return " ".join(p.title("en").split()[: chance.randint(1, 3)]).strip(",:;.“”‘’()?")
    if how < 0.42:
        return post(p)
    if how < 0.45:
        return piece(p)
    if how < 0.49:
        return f"[{chance.choice(('Letter to', 'Interview with', 'Photograph of', 'Untitled map of'))} {p.person_en()}]"
    if how < 0.54:
        return f"{p.title('en').rstrip('.?!')}, {when(p)}"
    return p.title("en").rstrip(".")


def piece(p: Pools) -> str:
    """A piece of music, a part of a series: ``Sonata No. 3 in E-flat major``, ``Who Is Mr. Lowe? (Part One)``"""
    chance = p.random
    form = chance.choice(("Symphony", "Sonata", "Concerto", "Quartet", "Suite"))
    scale = chance.choice(("major", "minor", "Major"))
    key = f"{chance.choice('ABCDEFG')}{chance.choice(('', '-flat', '-sharp'))} {scale}"
    part = chance.choice(("", "", " (Part One)", " (Part 2)"))
    asked = chance.choice(("Who Is", "Where Was", "Goodbye,", "Hello,", "The Trial of"))
    name = f"{asked} {chance.choice(('Mr.', 'Dr.', 'Mrs.'))} {p.surname()}"
    return chance.choice((f"{form} No. {chance.randint(1, 40)} in {key}", f"{name}?{part}", f"{name}{part}"))


def french(p: Pools) -> str:
    """``l’Université de Marseille``"""
    return p.random.choice(
        (f"l’Université de {p.one('en_place')}", f"Université {p.surname()}", f"l’Institut {p.surname()}")
    )


def when(p: Pools) -> str:
    """The time that a title ends with: ``August 23-25, 1971``, ``June 1990``"""
    chance = p.random
    month = chance.choice(("January", "March", "April", "June", "July", "August", "October", "December"))
    day, year = chance.randint(1, 25), p.year()
    return chance.choice((f"{year}", f"{month} {year}", f"{month} {day}-{day + 3}, {year}", f"{year}-{year + 3}"))


def post(p: Pools) -> str:
    """What somebody wrote to all, as its title: ``Ask me anything. Ports are fun! [Image attached]``"""
    chance = p.random
    words = [p.english().rstrip(".?!") for _ in range(chance.choice((1, 2, 2, 3)))]
    ends = [chance.choice((".", ".", "!", "?")) for _ in words]
    ends[-1] = chance.choice(("", "", "!", "?"))
    begin = chance.choice(("", "", "", "I’m ", f"{chance.randint(2, 90)},000+ ", f"{chance.randint(2, 40)} "))
    said = " ".join(word + end for word, end in zip(words, ends, strict=True))
    return begin + said + chance.choice(("", "", "", f" @{p.surname().lower()}")) + chance.choice(_ATTACHED)


def host(p: Pools) -> str:
    """What holds an entry, an episode or a post."""
    chance = p.random
    how = chance.random()
    if how < 0.5:
        name = chance.choice(_REFERENCE)
        return (
            name.format(*(p.one("topic") if part else p.surname() for part in range(2)))
            if name.count("{}") > 1
            else (name.format(chance.choice((p.surname(), p.one("topic")))))
        )
    if how < 0.7:
        return chance.choice(_BOARDS)
    if how < 0.8:
        return f"{chance.choice(('Proceedings', 'Symposium', 'Papers'))} on {p.title('en').rstrip('.?!')}, {when(p)}"
    return " ".join(p.title("en").split()[: chance.randint(2, 4)]).strip(",:;.“”‘’()?")


def house(p: Pools) -> str:
    """What issues works of all kinds: presses, companies, bodies, stores and museums."""
    chance = p.random
    draw = (p.publisher, p.publisher, p.company, p.company, p.body_en, p.body_en, p.surname)
    if chance.random() < 0.15:
        return chance.choice(_HOUSES).format(p.surname())
    return chance.choice(draw)()


def maker(p: Pools) -> str:
    """One name as the house styles print it: ``N. Lowe``, ``Lowe, N.``, ``N Lowe``, ``Nora Lowe``."""
    chance = p.random
    letters = [p.letter() for _ in range(chance.choice((1, 1, 2)))]
    stops = " ".join(f"{letter}." for letter in letters)
    return chance.choice(
        (
            f"{stops} {p.surname()}",
            f"{stops} {p.surname()}",
            f"{p.surname()}, {stops}",
            f"{' '.join(letters)} {p.surname()}",
        )
    )


def poster(p: Pools) -> str:
    """A body or a person with the name under which they post: ``Harbor Board [@harbors]``."""
    name = p.body_en() if p.random.random() < 0.6 else p.person_en()
    return f"{name} [@{p.surname().lower()}]"


def old_title(p: Pools) -> str:
    """``荣庆日记``"""
    chance = p.random
    return p.person_zh()[: chance.randint(2, 3)] + chance.choice(_OLD)


def old_print(p: Pools) -> str:
    """``光绪三年刻本``"""
    chance = p.random
    year = (
        chance.choice("元二三四五六七八九")
        if chance.random() < 0.5
        else f"{chance.choice(('十', '二十'))}{chance.choice('一二三四五六七八九')}"
    )
    dated = f"{chance.choice(_REIGNS)}{year}年" if chance.random() < 0.7 else chance.choice(_REIGNS)
    place = p.one("zh_place") if chance.random() < 0.4 else ""
    return dated + place + chance.choice(("", "", "书局", "山房", "官书局", "书院")) + chance.choice(_PRINTS)


def suit(p: Pools) -> str:
    """``李强诉海宁市人民政府行政处罚案``"""
    chance = p.random
    other = chance.choice(
        (p.person_zh(), p.body_zh(), f"{p.one('zh_place')}市人民政府", f"{p.one('zh_place')}海运有限公司")
    )
    return f"{p.person_zh()}{chance.choice(('诉', '诉', '与'))}{other}{chance.choice(_SUITS)}案"


def court(p: Pools) -> str:
    """``浙江省高级人民法院``"""
    place = p.one("zh_place")
    return p.random.choice(
        (
            f"{place}省高级人民法院",
            f"{place}市中级人民法院",
            f"{place}市第二中级人民法院",
            "最高人民法院",
            f"{place}知识产权法院",
        )
    )


def docket(p: Pools) -> str:
    """``（2018）浙01民终123号``"""
    chance = p.random
    where = chance.choice(("", "京01", "沪02", "浙"))
    which = chance.choice(("民终", "民初", "行终", "刑初", "民申", "法民上字", "最高法民再"))
    space = chance.choice(("", " "))
    return f"（{p.year()}）{where}{which}{space}{chance.randint(1, 9000)}{space}号"
