"""Notes whose parts a convention of their kind decides, one line each: pages, names, official papers, agencies, archives."""

from __future__ import annotations

from typing import Any

import pytest

from kaoju.citations import parse_note

Wanted = dict[str, Any]

PAGES: dict[str, Wanted] = {
    "赵宁：《迁徙的世纪》，海港大学出版社2011年版，第10、15—18、99页。": {"pages": "10、15—18、99", "volume": None},
    "赵宁：《迁徙的世纪》，海港大学出版社2011年版，第1—5、10页。": {"pages": "1—5、10"},
    "赵宁：《迁徙的世纪》，海港大学出版社2005年版，第12页、第45—48页。": {"pages": "12、45—48"},
    "赵宁：《迁徙的世纪》，上海：海港出版社，2007年，“导论”第1—10页。": {
        "pages": "1—10",
        "container": None,
        "type": "book",
    },
    "Ann Lowe, Grain and Power, Boston: Larch Press, 1965, pp. 5, 9, 22-36.": {"pages": "5, 9, 22-36", "issue": None},
    "Ann Lowe, Grain and Power (Boston: Larch Press, 1996), 28, 45–48, 207.": {
        "pages": "28, 45–48, 207",
        "volume": None,
    },
}

NAMES: dict[str, Wanted] = {
    "Joseph R. Lowe, Jr., “Grain Ports,” World Politics, Vol. 9, No. 2, 2020, pp. 4-6.": {"authors": ("Joseph R. Lowe, Jr.",)},
    "Anne Lowe, Øle Wæver and Jaap de Wilk, Security: A New Frame, Boulder, CO: Larch Press, 1998, p. 24.": {
        "authors": ("Anne Lowe", "Øle Wæver", "Jaap de Wilk"), "title": "Security: A New Frame", "type": "book"
    },
    "Mathilde von Lowe, West Germany, the Cold War and the Ports (Boston: Larch Press, 2016).": {
        "authors": ("Mathilde von Lowe",), "title": "West Germany, the Cold War and the Ports"
    },
    "[新加坡]马凯文著、翟明等译：《新半球》，北京：海运出版社，2010年版，第5页。": {"authors": ("马凯文",), "place": "北京"},
    "保罗·洛（Paul Lowe）：《大国的港口》，王宁译，海运出版社2013年版，第100页。": {"authors": ("保罗·洛",)},
    "林弘毅（國立海濱大學政治系）：〈印太的轉折〉，《問題與研究》，第61卷第3期（2022年9月），頁1-40。": {"authors": ("林弘毅",)},
    "Office of the U.S. Trade Representative, 2018 Trade Agenda, March 2018, pp. 2-5.": {
        "authors": ("Office of the U.S. Trade Representative",), "title": "2018 Trade Agenda"
    },
    "海運及物流局：《策略行動綱領》（香港：海港出版社，2023）。": {"authors": ("海運及物流局",), "title": "策略行動綱領"},
    "汪宁：《“海港”概念与世界制度》，海运出版社2007年版，第3页。": {"title": "“海港”概念与世界制度"},
    # what stands before who issued a book
    "[美]富勤：《道德性》，郑宁译海运书局2005年版。": {"authors": ("富勤",), "publisher": "海运书局"},
    "楼宁：《读家书》，载汪远主编：《家书》增补本海运书店，1998年版。": {"container": "家书", "publisher": "海运书店"},
    # a list of names that semicolons part
    "Lowe, J.; Wilk, K.; Lee, H. Grain and ports. Journal of Trade 2010, 12, 3–5.": {
        "authors": ("Lowe, J.", "Wilk, K.", "Lee, H."), "title": "Grain and ports"
    },
    "Lowe, John; Wilk, Karen. The Grain Ports. London: Larch Press, 2011.": {
        "authors": ("Lowe, John", "Wilk, Karen"), "title": "The Grain Ports"
    },
    "汪宁；楼远．论海运[J]．国际贸易，2010（3）：3-5．": {"authors": ("汪宁", "楼远"), "title": "论海运"},
    # a book is no chapter of what follows “in”
    "Eve Lowe, The Struggle for Order: Transition in Post-Cold War East Asia, Oxford: Oxford University Press, 2013, p. 12.": {
        "title": "The Struggle for Order: Transition in Post-Cold War East Asia", "container": None, "type": "book"
    },
}  # fmt: skip

OFFICIAL: dict[str, Wanted] = {
    "海宁市高级人民法院（2020）海民终字第567号民事判决书。": {
        "type": "legal_case",
        "title": "海宁市高级人民法院（2020）海民终字第567号民事判决书",
        "authors": (),
        "date": "2020",
    },
    "司法院釋字第499號解釋，2000年3月24日。": {
        "type": "legal_case",
        "title": "司法院釋字第499號解釋",
        "date": "2000-03-24",
    },
    "U.S. Gov’t Accountability Off., GAO-23-105697, Port Controls: Gaps to Close 14 (2023).": {
        "type": "report",
        "title": "Port Controls: Gaps to Close",
        "number": "GAO-23-105697",
        "pages": "14",
    },
    "Addition of Entities, 84 Fed. Reg. 22,961 (May 21, 2019) (to be codified at 15 C.F.R. pt. 744).": {
        "title": "Addition of Entities", "container": "Fed. Reg.", "volume": "84", "pages": "22,961", "date": "2019-05-21"
    },
    "Exec. Order No. 13,959, 85 Fed. Reg. 73185 (Nov. 12, 2020).": {
        "type": "legislation", "title": "Exec. Order No. 13,959", "authors": (), "pages": "73185", "date": "2020-11-12"
    },
    "Executive Order 14257 of April 2, 2025, “Regulating Imports,” Federal Register, Vol. 90, No. 65, April 7, 2025.": {
        "type": "legislation", "title": "Regulating Imports", "authors": (), "container": "Federal Register", "volume": "90"
    },
    "Trade Act of 1974, Pub. L. No. 93-618, § 301, 88 Stat. 1978, 2041 (1975).": {"date": "1975", "volume": "88"},
    "19 U.S.C. § 2411(b).": {"type": "legislation", "title": "19 U.S.C. § 2411(b)", "date": None},
    "Tim Lowe & Ann Wilk, Trade and Powers, 107 Cal. L. Rev. 583, 590 (2019).": {
        "authors": ("Tim Lowe", "Ann Wilk"), "title": "Trade and Powers", "container": "Cal. L. Rev.", "pages": "583"
    },
    "Ann Lowe, The Harbor Effect 25 (2020).": {"title": "The Harbor Effect", "pages": "25", "date": "2020"},
    "H.R. Rep. No. 115-874, at 112 (2018) (Conf. Rep.).": {"title": "H.R. Rep. No. 115-874", "pages": "112"},
    "Ann Lowe, Cong. Rsch. Serv., IF10964, Grain Policies: Issues for Congress (Mar. 10, 2023).": {
        "type": "report", "authors": ("Ann Lowe",), "title": "Grain Policies: Issues for Congress", "number": "IF10964"
    },
    "UN Security Council, Resolution 2270 (2016), S/RES/2270, March 2, 2016.": {
        "authors": ("UN Security Council",), "number": "S/RES/2270", "date": "2016-03-02"
    },
    "United Nations, Treaty Series, vol. 1833, No. 31363, p. 397.": {"volume": "1833", "date": None, "pages": "397"},
    "《联合国海洋法公约》第121条第3款。": {"type": "legislation", "title": "联合国海洋法公约"},
    "Regulation (EU) 2023/1781 of the European Parliament and of the Council, OJ L 229, 18.9.2023, p. 1.": {
        "type": "legislation", "container": "OJ L", "issue": "229", "authors": (), "date": "2023-09-18", "pages": "1",
        "title": "Regulation (EU) 2023/1781 of the European Parliament and of the Council",
    },
    "Treaty of Cooperation between Japan and the United States of America, January 19, 1960.": {
        "type": "treaty", "title": "Treaty of Cooperation between Japan and the United States of America", "date": "1960-01-19"
    },
    "Testimony of Susan Lowe before the Senate Foreign Relations Committee, February 15, 2018, p. 2.": {
        "type": "speech", "authors": ("Susan Lowe",), "pages": "2", "date": "2018-02-15"
    },
    "U.S. House of Representatives, Committee on Ports, “The State of Ports,” Hearing, 116th Cong., March 27, 2019.": {
        "type": "hearing", "authors": ("U.S. House of Representatives, Committee on Ports",), "title": "The State of Ports"
    },
    "U.S. Congress, Senate, Committee on Foreign Relations, Policy toward Ports: Hearing before the Committee on "
    "Foreign Relations, 110th Cong., 2nd sess., May 15, 2008, 12.": {
        "type": "hearing", "authors": ("U.S. Congress, Senate, Committee on Foreign Relations",), "pages": "12",
        "title": "Policy toward Ports: Hearing before the Committee on Foreign Relations",
    },
    "U.S. Senate, Committee on Ports, *Hearing on the Port Bill*, 117th Congress, 2nd Session, May 4, 2022, p. 9.": {
        "type": "hearing", "authors": ("U.S. Senate, Committee on Ports",), "title": "Hearing on the Port Bill",
        "container": None, "publisher": None, "pages": "9", "date": "2022-05-04",
    },
    "U.S. Congress, House, *Port Authorization Act for Fiscal Year 1991*, September 1990.": {
        "type": "legislation", "authors": ("U.S. Congress, House",)
    },
    "Canadian Government, Department of Ports, *The Northern Harbours*, Ottawa, March 2023, p. 3.": {
        "authors": ("Canadian Government, Department of Ports",), "title": "The Northern Harbours", "place": "Ottawa"
    },
    # a treaty by its formal title, its parties and its day
    "Agreement among Norway, the Kingdom of Denmark and Iceland for Cooperation on Ports, May 5, 2021, Article 4.": {
        "type": "treaty", "pages": None, "date": "2021-05-05",
        "title": "Agreement among Norway, the Kingdom of Denmark and Iceland for Cooperation on Ports",
    },
    "Mutual Aid Treaty between Norway and Iceland, June 2, 1950.": {"type": "treaty", "date": "1950-06-02"},
    # its articles neither hold a law nor are its pages
    "Deutscher Bundestag, “Act on Ports,” March 2, 2025, Articles 19 and 25.": {
        "type": "legislation", "container": None, "pages": None
    },
    "European Union, “Council Directive 2003/88/EC,” November 4, 2003, Article 3.": {"type": "legislation", "pages": None},
    "European Commission, “The Strategy for the Decade,” JOIN(2020) 18 final, December 16, 2020, p. 4.": {
        "type": "report", "container": None, "number": "JOIN(2020) 18 final", "pages": "4"
    },
}  # fmt: skip

REPORTED: dict[str, Wanted] = {
    "“港口将重新开放”，海宁通讯社，2022年3月23日，https://example.org/a。": {
        "type": "article-newspaper",
        "container": "海宁通讯社",
        "publisher": None,
    },
    "《日韩重启穿梭外交》，共同社2023年3月16日电。": {"type": "article-newspaper", "container": "共同社", "publisher": None},
    "《拜登称不寻求新冷战》，路透社纽约2021年9月21日电。": {"container": "路透社", "date": "2021-09-21", "type": "article-newspaper"},
    "新华社华盛顿2018年3月22日电：《特朗普签署备忘录》。": {"container": "新华社", "authors": (), "date": "2018-03-22"},
    "Associated Press, “What Is Next for the Port?,” March 30, 2019.": {"type": "article-newspaper"},
    # where a person spoke is no newspaper
    "Ann Lowe, “A Statement on Ports,” National Press Club, March 15, 2023.": {"type": "speech", "container": None},
    "Ann Lowe, “A Statement on Ports,” *The Guardian*, March 15, 2023.": {"type": "article-newspaper"},
    "Ann Lowe, Interview with Radio Harbor, August 19, 2025.": {"type": "interview", "title": "Interview with Radio Harbor"},
    "“Remarks on the Accord,” The White House, June 1, 2017, https://www.example.gov/remarks/.": {
        "type": "webpage", "container": "The White House", "date": "2017-06-01"
    },
    "Ann Lowe, “Gray Zones,” Center for Strategic and International Studies, May 3, 2022, https://www.example.org/a.": {
        "type": "webpage", "authors": ("Ann Lowe",)
    },
    "汪宁：《好律师的样子》，载微信公众号“海运评论”2018年12月1日，https://www.example.com/a。": {"container": "海运评论"},
    # a kind of paper is no newspaper
    "European Commission, “Commission Warns Three Ports,” Press Release, December 12, 2014, https://www.example.eu/a.": {
        "type": "webpage", "authors": ("European Commission",), "container": None, "date": "2014-12-12"
    },
    "海港训练局：《海运业人力更新报告》（海港：海港训练局，2024），第17页。": {"type": "report", "publisher": "海港训练局"},
    "Ann Lowe, “U.S.-Port Relations,” CRS Report R41481, May 23, 2017, p. 12.": {
        "type": "report", "container": "CRS Report", "number": "R41481"
    },
}  # fmt: skip

ARCHIVES: dict[str, Wanted] = {
    "外交部档案：《会谈记录》，1960年4月23日，档案号：204-01499-01。": {"type": "manuscript", "date": "1960-04-23"},
    "《会见大使谈话记录》，1955年4月5日，外交部档案馆，档号：105-00057-03。": {
        "publisher": None, "pages": None, "archive_location": "105-00057-03", "date": "1955-04-05"
    },
    "外交部档案：《关于边界问题》，106-01380-17(1)，1963年2月，第7页。": {"title": "关于边界问题", "issue": None, "pages": "7"},
    "Foreign Relations of the United States, 1950, Vol. VII, Korea, Washington: Government Printing Office, 1976, p. 178.": {
        "date": "1976", "volume": "VII", "pages": "178", "publisher": "Government Printing Office"
    },
    "Memo, Lowe to Wilk, 7 February 1955, Gray File, Country File, Harborland, Box 13, Larch Library.": {
        "title": "Memo, Lowe to Wilk", "date": "1955-02-07", "type": "manuscript", "authors": (), "container": None
    },
    "Minutes, Harbor Council, 25 June 1954, Gray File, Box 5, Larch Library.": {
        "title": "Minutes, Harbor Council", "date": "1954-06-25", "volume": None, "publisher": None
    },
    "Letter from Lowe to Wilk, August 8, 1968, Box 256, Country File, LBJ Library.": {
        "type": "manuscript", "title": "Letter from Lowe to Wilk", "container": None, "volume": None, "date": "1968-08-08"
    },
}  # fmt: skip

BOOKS: dict[str, Wanted] = {
    # a university that is no press is where a thesis was written
    "周正：《海港的演化》，海宁大学历史系，2000年。": {"type": "thesis", "publisher": "海宁大学历史系"},
    "周正：《海港的演化》，海宁大学出版社，2000年。": {"type": "book"},
    # who wrote a law book wrote no law
    "周正：《海商法》，海宁书局，1971年。": {"type": "book", "publisher": "海宁书局"},
    "贾宁导演：《海港》，海宁电影集团，2006年。": {"type": "motion_picture", "authors": ("贾宁",)},
    "周正：《海权的演化》，海宁大学讲座，2021年11月3日。": {"type": "speech", "container": None},
    "《周宁年谱（1975—1997）》下卷，海运出版社2004年版，第1024页。": {"volume": "下", "pages": "1024"},
    "《会谈记录》（1949年12月16日），沈宁主编：《解密档案选编》第2卷，东方出版中心2014年版，第176页。": {"volume": "2"},
    "周宁、李明：《伙伴的升级》，载《当代海运》，2021年第10、11期，第4、9页。": {"issue": "10、11", "volume": None, "pages": "4、9"},
    "Dan Lowe, “Left Behind,” World Ports 61:2 (April 2009), pp. 10-15.": {"volume": "61", "issue": "2", "pages": "10-15"},
    "《周宁文选》，海运出版社、世界知识出版社1994年版，第129页。": {"publisher": "海运出版社、世界知识出版社"},
    "周宁：《港口》，王明译，南京：海运出版社，1996年，“中文版序言”，第3页。": {"container": None, "type": "book", "pages": "3"},
    "《清实录》卷1435，乾隆五十八年八月己卯，北京：中华书局，1986年，第185页。": {"publisher": "中华书局", "date": "1986"},
    "陳怡，《美援與農村》（臺北：國立海濱大學歷史學系碩士論文，民國九十八年），頁66。": {
        "type": "thesis", "publisher": "國立海濱大學歷史學系", "date": "2009"
    },
    "張登，「本體安全的想像」，政治科學論叢，第71期（2017年3月），頁89-122。": {"type": "article-journal", "issue": "71"},
    "金宁：《“印太”四论》，2021年全国学术年会会议论文，广州，2021年11月20日，第4页。": {"type": "paper-conference"},
}  # fmt: skip

ABROAD: dict[str, Wanted] = {
    "Иванов И.С. Порты и власть. М.: РОССПЭН, 2000. С. 55.": {
        "authors": ("Иванов И.С.",), "title": "Порты и власть", "publisher": "РОССПЭН", "pages": "55", "type": "book"
    },
    "Караганов С.А. Каким будет мир? // Россия в политике. 2019. Т. 17. № 1. С. 8–21.": {
        "container": "Россия в политике", "volume": "17", "issue": "1", "pages": "8–21", "type": "article-journal"
    },
    "Ведомости. 2020. 15 июня. С. 3.": {"container": "Ведомости", "date": "2020-06-15", "type": "article-newspaper"},
    "Karl Weber, „Die Macht der Häfen“, Aus Politik und Zeitgeschichte, Jg. 57, Nr. 16/17, 2007, S. 3–9.": {
        "title": "Die Macht der Häfen", "container": "Aus Politik und Zeitgeschichte", "volume": "57", "issue": "16/17"
    },
    "Karl Weber, „Außenpolitik“, in: Anna Lowe (Hrsg.), Handbuch der Häfen, Wiesbaden: VS Verlag, 2007, S. 605–616.": {
        "container": "Handbuch der Häfen", "type": "chapter", "publisher": "VS Verlag"
    },
    "防衛省編『防衛白書』日経印刷、2022年、第110-112頁。": {"publisher": "日経印刷", "pages": "110-112"},
    "김계동, 『분단과 전쟁』, 서울: 서울대학교출판부, 2000, pp. 45-47.": {"place": "서울", "publisher": "서울대학교출판부"},
    "Ли Син. Новый порядок // Международная жизнь. 2018. № 5. С. 44–52.": {"authors": ("Ли Син.",), "title": "Новый порядок"},
    "“협상 타결”, 『조선일보』, 2019년 2월 11일.": {"type": "article-newspaper", "date": "2019-02-11"},
    # letters and signs of full width, and no spaces, as text layers have them
    "Ｊａｍｅｓ Ｌｏｗｅ，Ｇｒａｉｎ ａｎｄ Ｐｏｗｅｒ，Ｂｏｓｔｏｎ：Ｌａｒｃｈ Ｐｒｅｓｓ，２０１４，ｐ．７９．": {
        "authors": ("James Lowe",), "title": "Grain and Power", "place": "Boston", "publisher": "Larch Press"
    },
    "JamesLowe,GrainGoesGlobal:ThePartialPower,NewYork:LarchPress,2013,p.7.": {
        "title": "GrainGoesGlobal: ThePartialPower", "publisher": "LarchPress", "place": "NewYork", "type": "book"
    },
}  # fmt: skip

PLACED: dict[str, Wanted] = {
    "港务委员会. 港口年度报告[R]. 乌兰巴托: 港务委员会, 2024: 6.": {
        "container": None, "publisher": "港务委员会", "place": "乌兰巴托"
    },
    "港务研究中心：《港口成本》，塔那那利佛，2025年6月，第14页。": {"container": None, "place": "塔那那利佛", "type": "report"},
    "港务研究中心：《港口成本》，中国港口杂志，2025年6月，第14页。": {"container": "中国港口杂志", "place": None},
    "金宁：《草原》，乌兰巴托：蒙古科学院，2024年，第6页。": {"type": "book", "publisher": "蒙古科学院"},
    "World Bank, *Harbor Update*, Washington, D.C., April 2025, p. 17.": {"place": "Washington, D.C."},
    "Ann Lowe, “Ports and Power,” *IMF Staff Papers*, Vol. 48, No. 3 (2001), pp. 425–446.": {"type": "article-journal"},
    # dates of full width
    "海宁通讯社：《港口》，《光明日报》２０２４．５．６，第３版。": {"date": "2024-05-06", "pages": "3"},
    "“Ports，” *Reuters*, Ｍａｙ　６，　２０２４.": {"date": "2024-05-06"},
}  # fmt: skip

CASES = PLACED | PAGES | NAMES | OFFICIAL | REPORTED | ARCHIVES | BOOKS | ABROAD


@pytest.mark.parametrize(("note", "wanted"), CASES.items(), ids=CASES.keys())
def test_a_convention(note: str, wanted: Wanted) -> None:
    (citation,) = parse_note(note)
    assert {name: getattr(citation, name) for name in wanted} == wanted
