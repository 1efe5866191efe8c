"""Notes of every convention, one line each, and the parts read from them."""

from typing import Any

import pytest

from kaoju.citations import Citation, parse_note
from kaoju.citations.gbt import read_gbt
from kaoju.citations.merging import merged


def parts(citation: Citation, wanted: dict[str, Any]) -> dict[str, Any]:
    """The parts of a citation that a case names, authors as one line."""
    return {name: "; ".join(citation.authors) if name == "authors" else getattr(citation, name) for name in wanted}


CASES: dict[str, tuple[str, dict[str, Any]]] = {
    # Chicago's notes, italics as Markdown
    "journal": (
        "Harriet Lowe and Piotr Wilk, “Grain, Ports and Power,” *World Politics*, Vol.61, No.3, 2009, pp.412-447.",
        {"type": "article-journal", "authors": "Harriet Lowe; Piotr Wilk", "title": "Grain, Ports and Power"}
        | {"container": "World Politics", "date": "2009", "volume": "61", "issue": "3", "pages": "412-447"},
    ),
    "journal, volume and issue bare": (
        "Ana Prado, “The Price of Water,” *Energy Policy* 48, no. 2 (March 2012): 19–31.",
        {"container": "Energy Policy", "volume": "48", "issue": "2", "date": "2012-03", "pages": "19–31"},
    ),
    "initials and others": (
        "S. A. Prado et al., “The Price of Water,” Energy Policy, Vol. 48, No. 2, 2012, pp. 19-31.",
        {"authors": "S. A. Prado", "title": "The Price of Water", "container": "Energy Policy", "volume": "48"},
    ),
    "journal of a season": (
        "Ana Prado, “The Price of Water,” *Survival*, Vol. 39, No. 1, Spring 1997, pp. 156-179.",
        {"container": "Survival", "volume": "39", "issue": "1", "date": "1997-21", "pages": "156-179"},
    ),
    "journal of two months": (
        "Ana Prado, “The Price of Water,” *Foreign Affairs* 99, no. 4 (July/August 2020): 133–42.",
        {"container": "Foreign Affairs", "date": "2020-07/2020-08", "pages": "133–42"},
    ),
    "pages that are no range": (
        "Ana Prado, *The Price of Water*, Boston: Larch Books, 2019, pp. 35, 47-48.",
        {"title": "The Price of Water", "date": "2019", "pages": "35, 47-48"},
    ),
    "newspaper": (
        "Tom Barlow, “Ministers Delay Fuel Tax,” *Financial Times*, March 3, 2022, p.4.",
        {"type": "article-newspaper", "authors": "Tom Barlow", "title": "Ministers Delay Fuel Tax"}
        | {"container": "Financial Times", "date": "2022-03-03", "pages": "4"},
    ),
    "series of reports": (
        "Tom Barlow, “Fuel Tax after All,” *PIIE Policy Brief*, March 3, 2022.",
        {"type": "report", "container": "PIIE Policy Brief", "date": "2022-03-03"},
    ),
    "book": (
        "Ruth Adler, *The Long Harvest*, London: Hollis Press, 1998, pp.12-13.",
        {"type": "book", "authors": "Ruth Adler", "title": "The Long Harvest", "container": None}
        | {"place": "London", "publisher": "Hollis Press", "date": "1998", "pages": "12-13"},
    ),
    "book, edited": (
        "Ruth Adler and Kim Noll, eds., *After the Mines*, Oxford: Larch Books, 2004, p.9.",
        {"type": "book", "authors": "Ruth Adler; Kim Noll", "title": "After the Mines", "publisher": "Larch Books"},
    ),
    "book, edited by initials": (
        "A. B. Larsen & C. D. Holm (eds.), Handbook of Arctic Governance, Routledge, 2018.",
        {"authors": "A. B. Larsen; C. D. Holm", "title": "Handbook of Arctic Governance", "publisher": "Routledge"},
    ),
    "book, a page alone": (
        "Kari Larsen, ed., *Handbook of Arctic Governance* (London: Routledge, 2018), 3.",
        {"title": "Handbook of Arctic Governance", "pages": "3", "volume": None},
    ),
    "report of a firm, italics lost": (
        "Hollisar, Annual Review 2022, February 2023, p.12.",
        {"authors": "Hollisar", "title": "Annual Review 2022", "date": "2023-02", "pages": "12"},
    ),
    "book, italics lost": (
        "Ruth Adler, The Long Harvest, London: Hollis Press, 1998, p.12.",
        {"type": "book", "authors": "Ruth Adler", "title": "The Long Harvest", "date": "1998", "pages": "12"},
    ),
    "chapter": (
        "Ida Moss, “Rails,” in Paul Gray, ed., *Roads of Empire*, New York: Hollis Press, 2001, pp.55-80.",
        {"type": "chapter", "authors": "Ida Moss", "title": "Rails", "container": "Roads of Empire", "date": "2001"}
        | {"publisher": "Hollis Press", "pages": "55-80"},
    ),
    "report of a body": (
        "International Energy Agency, *Coal Outlook*, December 2021, p.17, https://example.org/coal.pdf.",
        {"type": "report", "authors": "International Energy Agency", "title": "Coal Outlook", "date": "2021-12"}
        | {"pages": "17", "url": "https://example.org/coal.pdf"},
    ),
    "law": (
        "U.S. Congress, *Clean Harbors Act of 2018*, October 4, 2018.",
        {"type": "legislation", "title": "Clean Harbors Act of 2018", "date": "2018-10-04"},
    ),
    "thesis": (
        "Leo Hart, “Tin and Labour,” Ph.D. dissertation, University of Leeds, 1994, p.3.",
        {"type": "thesis", "authors": "Leo Hart", "title": "Tin and Labour", "date": "1994", "pages": "3"},
    ),
    "website": (
        "Ministry of Finance, “Budget at a Glance,” April 2, 2020, https://example.org/b (accessed May 6, 2021).",
        {"type": "webpage", "authors": "Ministry of Finance", "title": "Budget at a Glance", "date": "2020-04-02"}
        | {"url": "https://example.org/b", "accessed": "2021-05-06"},
    ),
    "lead before the authors": (
        "See Tom Barlow, “Ministers Delay Fuel Tax,” *Reuters*, March 3, 2022.",
        {"authors": "Tom Barlow", "container": "Reuters"},
    ),
    "journal, italics lost": (
        "Harriet Lowe and Piotr Wilk, Grain and Power, World Politics, Vol. 61, No. 3, 2009, pp. 412-447.",
        {"authors": "Harriet Lowe; Piotr Wilk", "title": "Grain and Power", "container": "World Politics"}
        | {"volume": "61", "issue": "3", "date": "2009", "pages": "412-447"},
    ),
    "chapter, italics lost": (
        "Ida Moss, Rails, in Paul Gray and Kim Noll, eds., Roads of Empire, Hollis Press, 2001, pp. 55-80.",
        {"type": "chapter", "authors": "Ida Moss", "title": "Rails", "container": "Roads of Empire", "date": "2001"},
    ),
    "law review": (
        "Ida Moss, “The Reach of Tariffs,” 77 Harbor Law Review 437 (1996).",
        {"title": "The Reach of Tariffs", "container": "Harbor Law Review", "volume": "77", "date": "1996"}
        | {"pages": "437"},
    ),
    "no town before a state holds a work": (
        "Harbor Bureau, “Estimated Residents,” Canberra, Australian Capital Territory: Author, 1991.",
        {"title": "Estimated Residents", "container": None, "place": "Canberra, Australian Capital Territory"},
    ),
    # lists at the end of an article
    "author and year": (
        "Lowe, H., & Wilk, P. (2009). Grain and power. World Politics, 61(3), 412–447.",
        {"type": "article-journal", "authors": "Lowe, H.; Wilk, P.", "title": "Grain and power", "date": "2009"}
        | {"container": "World Politics", "volume": "61", "issue": "3", "pages": "412–447"},
    ),
    "author and stop": (
        "H. Lowe and P. Wilk. Grain and power. World Politics, 61(3):412-447, 2009.",
        {"authors": "H. Lowe; P. Wilk", "title": "Grain and power", "container": "World Politics", "date": "2009"},
    ),
    "author and year, a book": (
        "Adler, R. (1998). The long harvest. London: Hollis Press.",
        {"type": "book", "authors": "Adler, R.", "title": "The long harvest", "publisher": "Hollis Press"},
    ),
    # GB/T 7714
    "GB/T journal": (
        "赵宁,钱岳.老龄化与储蓄率[J].人口研究,2019,43(2):15-29.",
        {"type": "article-journal", "authors": "赵宁; 钱岳", "title": "老龄化与储蓄率", "container": "人口研究"}
        | {"date": "2019", "volume": "43", "issue": "2", "pages": "15-29"},
    ),
    "GB/T book": (
        "赵宁.迁徙的世纪[M].北京:商务印书馆,2011:77.",
        {"type": "book", "authors": "赵宁", "title": "迁徙的世纪", "place": "北京", "publisher": "商务印书馆"}
        | {"date": "2011", "pages": "77"},
    ),
    "GB/T newspaper": (
        "赵宁.疫苗援助抵达港口[N].人民日报,2021-03-05(3).",
        {"type": "article-newspaper", "container": "人民日报", "date": "2021-03-05", "pages": "3"},
    ),
    "GB/T report": (
        "WORLD HEALTH ORGANIZATION. Nurses at Work[R]. Geneva: WHO, 2017: 8.",
        {"type": "report", "authors": "WORLD HEALTH ORGANIZATION", "title": "Nurses at Work", "date": "2017"},
    ),
    "GB/T thesis": (
        "钱岳.煤炭补贴研究[D].武汉:武汉大学,2015.",
        {"type": "thesis", "authors": "钱岳", "title": "煤炭补贴研究", "date": "2015"},
    ),
    "GB/T electronic": (
        "国家统计局.能源生产情况[EB/OL].(2022-01-17)[2022-03-01].http://example.cn/a.html.",
        {"type": "webpage", "authors": "国家统计局", "title": "能源生产情况", "date": "2022-01-17"}
        | {"accessed": "2022-03-01", "url": "http://example.cn/a.html"},
    ),
    "GB/T chapter": (
        "钱岳.煤与铁[M]//赵宁.工业史论集.上海:上海人民出版社,2003:40-52.",
        {"type": "chapter", "authors": "钱岳", "title": "煤与铁", "container": "工业史论集", "date": "2003"},
    ),
    "GB/T English journal": (
        "LOWE H, WILK P. Grain and power[J]. World Politics, 2009, 61(3): 412-447.",
        {"authors": "LOWE H; WILK P", "title": "Grain and power", "container": "World Politics", "pages": "412-447"},
    ),
    # Chinese journals of international relations: 载, 第几期, 第几页
    "Chinese journal": (
        "赵宁、钱岳：《老龄化与储蓄率》，载《世界经济与政治》，2019年第2期，第15—29页。",
        {"type": "article-journal", "authors": "赵宁; 钱岳", "title": "老龄化与储蓄率", "container": "世界经济与政治"}
        | {"date": "2019", "issue": "2", "pages": "15—29"},
    ),
    "Chinese journal, no 载": (
        "赵宁：《老龄化与储蓄率》，《中国社会科学》2019年第2期。",
        {"authors": "赵宁", "container": "中国社会科学", "date": "2019", "issue": "2", "pages": None},
    ),
    "Chinese book": (
        "赵宁：《迁徙的世纪》，北京：商务印书馆2011年版，第77页。",
        {"type": "book", "authors": "赵宁", "title": "迁徙的世纪", "place": "北京", "publisher": "商务印书馆"}
        | {"date": "2011", "pages": "77"},
    ),
    "Chinese book, translated": (
        "[美]哈莉特·洛：《粮食与权力》，钱岳译，上海：上海人民出版社，2010年，第3页。",
        {"authors": "哈莉特·洛", "title": "粮食与权力", "publisher": "上海人民出版社", "date": "2010", "pages": "3"},
    ),
    "Chinese chapter": (
        "钱岳：《煤与铁》，载赵宁主编：《工业史论集》，上海人民出版社2003年版，第40—52页。",
        {"type": "chapter", "authors": "钱岳", "title": "煤与铁", "container": "工业史论集", "date": "2003"},
    ),
    "Chinese newspaper": (
        "钱岳：《煤价连涨三周》，《人民日报》2021年10月9日，第3版。",
        {"type": "article-newspaper", "container": "人民日报", "date": "2021-10-09", "pages": "3"},
    ),
    "Chinese thesis": (
        "钱岳：《煤炭补贴研究》，武汉大学博士学位论文，2015年，第20页。",
        {"type": "thesis", "authors": "钱岳", "title": "煤炭补贴研究", "date": "2015", "pages": "20"},
    ),
    "Chinese website": (
        "《商务部谈稀土出口》，商务部网站，2023年7月6日，http://example.cn/x，访问时间：2023年8月1日。",
        {"type": "webpage", "title": "商务部谈稀土出口", "container": "商务部网站", "date": "2023-07-06"}
        | {"accessed": "2023-08-01", "url": "http://example.cn/x"},
    ),
    "Chinese law": ("《中华人民共和国海上交通安全法》，2021年4月29日。", {"type": "legislation", "date": "2021-04-29"}),
    "Chinese law alone": ("《海上交通安全法》第12条。", {"type": "legislation", "title": "海上交通安全法"}),
    "publisher abroad": (
        "H. Lowe、P. Wilk主编：《Grain and Power》，London：Sage，1989年。",
        {"authors": "H. Lowe; P. Wilk", "title": "Grain and Power", "place": "London", "publisher": "Sage"},
    ),
    "title within a title": (
        "赵宁：《评〈粮食与权力〉》，载《外交评论》2012年第1期，第150页。",
        {"title": "评〈粮食与权力〉", "container": "外交评论"},
    ),
    "Taiwan": (
        "趙寧，〈老年化與儲蓄率〉，《臺灣經濟學刊》，第12卷第3期，民國98年6月，頁15-29。",
        {"type": "article-journal", "authors": "趙寧", "title": "老年化與儲蓄率", "container": "臺灣經濟學刊"}
        | {"date": "2009-06", "volume": "12", "issue": "3", "pages": "15-29"},
    ),
    "Taiwan, book": (
        "趙寧，《遷徙的世紀》（臺北：聯經出版公司，2011年），頁77。",
        {"type": "book", "authors": "趙寧", "title": "遷徙的世紀", "publisher": "聯經出版公司", "pages": "77"},
    ),
    # what italics, brackets and marks of titles are
    "report of a body by its month": (
        "World Bank, *Water and Growth*, June 2020, p. 4.",
        {"type": "report", "authors": "World Bank", "title": "Water and Growth", "date": "2020-06", "pages": "4"},
    ),
    "Markdown's escapes in an address": (
        "World Bank, “Data on Water,” May 3, 2020, https://example.org/a\\_b\\_c.",
        {"url": "https://example.org/a_b_c", "date": "2020-05-03"},
    ),
    "a link gives its address": (
        "World Bank, “Data on Water,” May 3, 2020, [https://example.org/a](https://example.org/a).",
        {"url": "https://example.org/a"},
    ),
    "no mark at all": (
        "T. Hale and A. Ruiz, Salt and Grain in the Long Nineteenth Century (2016).",
        {"authors": "T. Hale; A. Ruiz", "title": "Salt and Grain in the Long Nineteenth Century", "date": "2016"},
    ),
    "a journal's name with colon and commas": (
        "Ana Ruiz, “Salt,” Journal of Grain: Learning, Memory, and Trade, Vol. 28, No. 1, 2002, pp. 162～170.",
        {"container": "Journal of Grain: Learning, Memory, and Trade", "volume": "28", "pages": "162～170"},
    ),
    "the translator is no author": (
        "[美]黑尔著，李明译：《盐之路》，北京：商务印书馆2004年版，第31页。",
        {"type": "book", "title": "盐之路", "date": "2004", "pages": "31", "publisher": "商务印书馆"},
    ),
    "years of the Republic": (
        "經濟部：《能源白皮書》，民國112年6月，頁5。",
        {"date": "2023-06", "pages": "5", "title": "能源白皮書"},
    ),
    "the date of access is not that of the work": (
        "《中国的能源》，人民网，2020年3月5日，https://example.org/a，访问时间：2021年2月1日。",
        {"date": "2020-03-05", "accessed": "2021-02-01", "url": "https://example.org/a"},
    ),
    "GB/T, bodies before a title": (
        "Harbor Trade Commission, Port Labour Commission. Strengthening maritime relations[R/OL]. 2012. https://www.example.org/a.",
        {"authors": "Harbor Trade Commission; Port Labour Commission", "title": "Strengthening maritime relations"},
    ),
    "GB/T, a body for two things": (
        "CENTERS FOR HARBORS & MARITIME SERVICES. Berths in the first year[EB/OL]. (2024-08-15)[2025-03-01]. https://www.example.org/x.",
        {"authors": "CENTERS FOR HARBORS & MARITIME SERVICES", "title": "Berths in the first year"},
    ),
    "GB/T, a comma in a title": (
        "楼宁．读家书，想家（代序）［M］//汪远．家书．北京：海运书店，1998．",
        {"authors": "楼宁", "title": "读家书，想家（代序）", "container": "家书"},
    ),
    "GB/T, a colon in what holds a work": (
        "LOWE L. Sonata No. 3 in E-flat major[Z]//Lowe: Complete Sonatas. Gray Classics, 2012.",
        {"title": "Sonata No. 3 in E-flat major", "container": "Lowe: Complete Sonatas", "publisher": "Gray Classics"},
    ),
    "GB/T, the number of a standard with its year": (
        "Explosive dust — Part 20-2: Test methods: ISO/IEC 80079-20-2:2016(en)[S].",
        {"type": "standard", "title": "Explosive dust — Part 20-2: Test methods"},
    ),
    "elements parted by stops, words in quotes": (
        "汪宁. 为什么称为“大历史”？——中文版自序. 见: 大历史. 北京: 海运书店, 1997",
        {
            "authors": "汪宁",
            "title": "为什么称为“大历史”？——中文版自序",
            "container": "大历史",
            "publisher": "海运书店",
        },
    ),
    "GB/T, the year after the authors": (
        "李明, 王芳, 2022. 港口与权力[J]. 海洋研究, 15(4): 66-79.",
        {"authors": "李明; 王芳", "title": "港口与权力", "container": "海洋研究", "date": "2022", "volume": "15"},
    ),
    "GB/T, full-width signs": (
        "李明．港口与权力［M］．北京：海洋出版社，2022：66．",
        {"type": "book", "title": "港口与权力", "publisher": "海洋出版社", "place": "北京", "pages": "66"},
    ),
    "GB/T, an edition is no publisher": (
        "HALE T, RUIZ A. The salt road[M]. 2nd ed. Oxford: Salt Press, 2004: 3.",
        {"authors": "HALE T; RUIZ A", "title": "The salt road", "publisher": "Salt Press", "pages": "3"},
    ),
    "GB/T, initials end the authors": (
        "Hale T R. The salt road[D]. Berkeley: University of California, 1965: 15.",
        {"type": "thesis", "authors": "Hale T R", "title": "The salt road", "date": "1965"},
    ),
    "GB/T, stops in an abbreviation": (
        "U.S. Treasury. Clean Energy[R]. Washington, D.C.: U.S. Treasury, 2023: 4.",
        {"type": "report", "publisher": "U.S. Treasury", "date": "2023", "pages": "4"},
    ),
    # without marks of titles
    "publisher without a place": (
        "Ruth Adler, The Long Harvest: Grain and Empire, 1870–1914, Princeton University Press, 2003.",
        {"type": "book", "authors": "Ruth Adler", "title": "The Long Harvest: Grain and Empire, 1870–1914"}
        | {"publisher": "Princeton University Press", "place": None, "date": "2003"},
    ),
    "inverted author": (
        "Kissinger, Henry A., “Nixon’s Key Adviser on Defense,” The New York Times, December 3, 1968.",
        {"authors": "Kissinger, Henry A.", "container": "The New York Times", "date": "1968-12-03"},
    ),
    "inverted author, a book": (
        "Vedantam, S., The Hidden Brain, Spiegel & Grau, 2010.",
        {"authors": "Vedantam, S.", "title": "The Hidden Brain", "publisher": "Spiegel & Grau", "date": "2010"},
    ),
    "Bluebook": (
        "Ida Moss, The Reach of Tariffs, 77 Harbor Law Review 437, 440 (1996).",
        {"type": "article-journal", "authors": "Ida Moss", "title": "The Reach of Tariffs"}
        | {"container": "Harbor Law Review", "volume": "77", "pages": "437", "date": "1996"},
    ),
    "an act": (
        "Clean Harbors Act of 2018, Pub. L. No. 115-282, 132 Stat. 4192 (2018).",
        {"type": "legislation", "title": "Clean Harbors Act of 2018", "date": "2018"},
    ),
    "a paper of the government": (
        "U.S. Government Accountability Office, GAO-21-123, *Ports: Dredging Costs Rose*, Washington, D.C., March 2021, p. 7.",
        {"type": "report", "authors": "U.S. Government Accountability Office", "title": "Ports: Dredging Costs Rose"}
        | {"date": "2021-03", "pages": "7"},
    ),
    "list parted by stops": (
        "赵宁. 老龄化与储蓄率. 人口研究, 2019, 43(2): 15-29",
        {
            "authors": "赵宁",
            "title": "老龄化与储蓄率",
            "container": "人口研究",
            "volume": "43",
            "issue": "2",
            "pages": "15-29",
        },
    ),
    "translators before the title": (
        "〔英〕哈·洛著，钱岳、孙立译：《粮食与权力》上册，商务印书馆，1985年，第3页。",
        {"authors": "哈·洛", "title": "粮食与权力", "publisher": "商务印书馆", "date": "1985", "pages": "3"},
    ),
    "standard": (
        "国家标准化管理委员会. 信息与文献: GB/T 7714—2015[S]. 北京: 中国标准出版社, 2015.",
        {"type": "standard", "authors": "国家标准化管理委员会", "title": "信息与文献", "publisher": "中国标准出版社"},
    ),
    "patent": (
        "李华. 一种桥梁模型: CN218214474U[P]. 2023-01-03.",
        {"type": "patent", "authors": "李华", "title": "一种桥梁模型", "date": "2023-01-03", "pages": None},
    ),
    # a year, a bracket, a number that is no part of the title, or is one
    "GB/T 7714, a year at the end of the title": (
        "LOWE H D, WILK P. Summary of ports: harbour survey, 2012[R/OL]. Harbour Board, 2014. https://example.org/a.",
        {"title": "Summary of ports: harbour survey, 2012", "date": "2014"},
    ),
    "GB/T 7714, a title that might be names": (
        "KERR J L, SANTOSA P. Steel, Trust and Reform: Railway Compacts[M]. Singapore: Larch Press, 2024: 88-95.",
        {"authors": "KERR J L; SANTOSA P", "title": "Steel, Trust and Reform: Railway Compacts", "pages": "88-95"},
    ),
    "GB/T 7714, the volume of a piece is of its title": (
        "海国外传：卷5[M]//周正. 海宁全书: 第1册. 海宁: 海宁书社, 2011: 983-1029.",
        {"title": "海国外传：卷5", "container": "海宁全书"},
    ),
    "GB/T 7714, two names in Chinese": (
        "洛威森, 沃尔德伦. 港口数学[M]. 北京: 海宁大学出版社, 2012: 235.",
        {"authors": "洛威森; 沃尔德伦", "title": "港口数学"},
    ),
    "GB/T 7714, the number of a patent": (
        "周正. 港口装卸车: 200610171314.3[P]. 2006-12-13.",
        {"type": "patent", "title": "港口装卸车", "date": "2006-12-13"},
    ),
    "a title of several words that might be names": (
        "Ann Lowe, Power, Grain, and Ports, p. 3.",
        {"authors": "Ann Lowe", "title": "Power, Grain, and Ports", "pages": "3"},
    ),
    "an issue, an address and the day it was read": (
        "周正：《茶与港口》，《海宁通讯》2006年第1期，http://example.org/a?ID=199，2007年9月13日。",
        {"container": "海宁通讯", "issue": "1", "date": "2006", "accessed": "2007-09-13"},
    ),
    "GB/T 7714, a volume behind the title": (
        "ADLER R. Handbook of ports: Vol. 1 History and theory[M]. London: Larch Press, 2018.",
        {"title": "Handbook of ports", "volume": "1"},
    ),
    "years from one to another": ("E. Adler, Ports at Sea, 1826–1827.", {"title": "Ports at Sea", "date": "1826/1827"}),
    "who compiled": (
        "沈若川汇编：《沿海商埠丛书》，北京：商务印书馆1936年版，第3页。",
        {"authors": "沈若川", "editors": ("沈若川",), "title": "沿海商埠丛书"},
    ),
    "standard with its number before": (
        "全国港口标准化技术委员会. GB/T 31234.5—2018 港口设备 岸电装置 第5部分：移动岸电[S]. 2018.",
        {"title": "港口设备 岸电装置 第5部分：移动岸电", "date": "2018"},
    ),
    "a bracket that the title leaves open": (
        "Ruth Adler, 334 (Larch, 1974).",
        {"authors": "Ruth Adler", "title": "334", "date": "1974"},
    ),
    "volume behind the title": (
        "P. G. Adler, Relativity, Vol.26, New York: Encyclopedia Britannica, 1993, pp.501–508.",
        {"title": "Relativity", "date": "1993", "pages": "501–508"},
    ),
    "edited by a journal": (
        "林舟：《说说潮汐》，载《海洋天地》杂志社主编，何以南译：《读懂大海》，北京：海图出版社，2023年，第15～18页。",
        {"type": "chapter", "authors": "林舟", "title": "说说潮汐", "container": "读懂大海", "date": "2023"},
    ),
    "written by a journal": (
        "《海洋天地》杂志社：《读懂大海》，北京：海图出版社，2023年，第15页。",
        {"title": "读懂大海", "container": None, "date": "2023"},
    ),
    "a name that ends in a word for and": (
        "魏清和：《多边机构》，载《非洲论丛》2024年第3期，第41—58页。",
        {"authors": "魏清和", "title": "多边机构", "container": "非洲论丛"},
    ),
    "a year in the title alone": (
        "OECD, *Development Assistance in 2024*, 7.",
        {"authors": "OECD", "title": "Development Assistance in 2024", "date": None},
    ),
    "no date": (
        "《海关志》，出版时间不详。",
        {"title": "海关志", "date": None},
    ),
    "letters and digits of full width": (
        "Ａｎａ Ｐｒａｄｏ， “Ｔｈｅ Ｐｒｉｃｅ ｏｆ Ｗａｔｅｒ，” Ｅｎｅｒｇｙ Ｐｏｌｉｃｙ， Ｖｏｌ．４８， Ｎｏ．２， ２０１２， ｐｐ．１９－３１．",
        {"authors": "Ana Prado", "title": "The Price of Water", "container": "Energy Policy"}
        | {"volume": "48", "issue": "2", "date": "2012", "pages": "19-31"},
    ),
    "Chinese with digits and address of full width": (
        "赵宁：《海上丝路》，《太平洋学报》２０１４年第５期，第１２－１５页，ｈｔｔｐ：／／ｗｗｗ．ｅｘａｍｐｌｅ．ｏｒｇ／ａ＿ｂ．ｈｔｍｌ（访问时间：２０１８年３月１日）。",
        {
            "authors": "赵宁",
            "title": "海上丝路",
            "container": "太平洋学报",
            "issue": "5",
            "date": "2014",
            "pages": "12-15",
        }
        | {"url": "http://www.example.org/a_b.html", "accessed": "2018-03-01"},
    ),
    "two authors behind 参见": (
        "参见包澄章、孙德刚：《海湾国家的对冲战略》，第20页。",
        {"authors": "包澄章; 孙德刚", "title": "海湾国家的对冲战略", "pages": "20"},
    ),
    "volume and issue without 第": (
        "張弘遠，〈兩岸貿易〉，《中國大陸研究》，62卷2期（2019年6月），頁1-24。",
        {"container": "中國大陸研究", "volume": "62", "issue": "2", "date": "2019-06", "pages": "1-24"},
    ),
    "a press by its name alone": (
        "林弘遠：《海》（臺北：聯經，民國109年），頁3。",
        {"place": "臺北", "publisher": "聯經", "date": "2020", "pages": "3"},
    ),
    "two issues in one": (
        "赵宁：《甲》，载《太平洋学报》2014年第5-6期，第12页。",
        {"container": "太平洋学报", "issue": "5-6", "date": "2014", "pages": "12"},
    ),
    "newspaper of sheets": (
        "《西南反对开会》，载《民国日报》1933年8月11日，第1张第4版。",
        {"container": "民国日报", "date": "1933-08-11", "pages": "第1张第4版"},
    ),
    "a title alone": ("参见《海关志》。", {"title": "海关志", "container": None}),
    # titles of other languages
    "Japanese": (
        "田中明彦『世界システム』東京大学出版会、1989年、23頁。",
        {"authors": "田中明彦", "title": "世界システム", "publisher": "東京大学出版会", "date": "1989", "pages": "23"},
    ),
    "Korean": (
        "김철수, 「한국의 외교정책」, 『국제정치논총』 제45권 제2호, 2005, 33-58쪽.",
        {
            "authors": "김철수",
            "title": "한국의 외교정책",
            "container": "국제정치논총",
            "date": "2005",
            "pages": "33-58",
        },
    ),
    "French": (
        "Jean Dupont, « La politique du blé », Revue française de science politique, vol. 12, n° 3, 1998, p. 45-67.",
        {"authors": "Jean Dupont", "title": "La politique du blé", "container": "Revue française de science politique"}
        | {"volume": "12", "issue": "3", "date": "1998", "pages": "45-67"},
    ),
    "German": (
        "Karl Weber, „Die Macht der Häfen“, in: Osteuropa 45 (1995), H. 3, S. 12–30.",
        {
            "authors": "Karl Weber",
            "title": "Die Macht der Häfen",
            "container": "Osteuropa",
            "volume": "45",
            "pages": "12–30",
        },
    ),
}


@pytest.mark.parametrize(("note", "wanted"), CASES.values(), ids=CASES.keys())
def test_a_note_of_one_work(note: str, wanted: dict[str, Any]) -> None:
    citations = parse_note(note)
    assert len(citations) == 1
    assert parts(citations[0], wanted) == wanted


def test_a_short_form_has_author_title_and_page() -> None:
    (citation,) = parse_note("赵宁：《迁徙的世纪》，第80页。")
    assert (citation.authors, citation.title, citation.pages, citation.date) == (("赵宁",), "迁徙的世纪", "80", None)


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("Tom Barlow, “Fuel,” *Reuters*, March 3, 2022.", "en"),
        ("赵宁：《甲》，载《国际问题研究》2019年第2期。", "zh"),
        ("田中：《エネルギー》，东京：有斐阁1999年版。", "ja"),
    ],
)
def test_language(note: str, language: str) -> None:
    assert parse_note(note)[0].language == language


def test_words_and_addresses_cut_at_the_end_of_a_line_are_whole_again():
    note = (
        "Robert Lighthizer, No Trade Is Free: Chang-\ning Course (New York: Broad-\nside, 2023), p. 12, "
        "https://www.example.org/re-\nports/2023/trade.pdf[2023-05-06]."
    )
    [citation] = parse_note(note)
    assert citation.title == "No Trade Is Free: Changing Course"
    assert citation.publisher == "Broadside"
    assert citation.url == "https://www.example.org/reports/2023/trade.pdf"


def test_the_grammar_adds_the_issue_that_the_labeller_left_out() -> None:
    text = "LOWE C. Loss of smell[J/OL]. Trade Review, 2018, 28(3): 155-161."
    found = Citation(authors=("LOWE C",), title="Loss of smell", container="Trade Review", volume="28", date="2018")
    assert merged(text, found, read_gbt(text)).issue == "3"
