"""What a sentence without figures claims, where a note stands behind it: of whom, on whose word, in what mood."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import kaoju
from kaoju.documents import to_doc

# sentence → subject, speaker, modality
STATEMENTS: dict[str, tuple[str | None, str | None, str]] = {
    # how it is said is no part of who says it
    "德国政府坚持要求今后每季度审议一次补贴清单。": ("德国政府", "德国政府", "demanded"),
    "俄方一口回绝了波兰的提议，表示对降价没有兴趣。": ("俄方", "俄方", "asserted"),
    "教育部认为各省有能力自行筹款，不能一味指望中央的补助。": ("教育部", "教育部", "asserted"),
    "双方同意明年继续磋商。": ("双方", None, "planned"),
    # a paper in which it is said
    "在三国发表的联合公报中强调，各方应当尊重渔民的权利。": ("各方", "三国", "demanded"),
    "在发布的备忘录中指出，渔民的权利没有受到尊重。": ("渔民的权利", "备忘录", "asserted"),
    # who is made to believe says nothing, nor does an answer that is received, nor a threat that grows
    "这套方案既没有缓解短缺，更未能让农户相信政府的承诺。": ("这套方案", None, "asserted"),
    "泰国的倡议得到越南的积极回应，泰越两国确定，每年举行部长会议。": ("泰国的倡议", None, "asserted"),
    "面对俄罗斯在北极的扩张以及伊朗威胁升级，波兰与美国的同盟是其安全的基石。": ("波兰与美国的同盟", None, "asserted"),
    # terms in marks, and nouns that are verbs elsewhere
    "所谓“公平竞争”，用部长的话说，就是外国企业与本国企业一样纳税。": ("“公平竞争”", "部长", "asserted"),
    "法国与德国的“预算分摊”矛盾没有缓解。": ("法国与德国的“预算分摊”矛盾", None, "asserted"),
    "部长的一连串举措，没有赢得农民的信任。": ("部长的一连串举措", None, "asserted"),
    # who speaks as a whole
    "越来越多的学者注意到，联盟的可靠性正在下降。": ("越来越多的学者", "越来越多的学者", "asserted"),
    "正因为如此，不少观察家断言，同盟的基础已经动摇。": ("不少观察家", "不少观察家", "asserted"),
    # what sets the scene is no subject
    "能源方面，波兰在重申气候目标的同时，加快兴建核电站。": ("波兰", None, "asserted"),
    "在国会的强力干预下，两国最终就渔业达成协议。": ("两国", None, "asserted"),
    # arranged, and answered
    "此外，两国将就互免签证达成备忘录。": ("两国", None, "planned"),
    "波兰希望德国作出书面承诺，但是德国一直没有应允。": ("波兰", None, "asserted"),
}


@pytest.fixture(scope="module")
def stated(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str | None, str | None, str]]:
    """What is read of each of the sentences, in an article that has each as a paragraph."""
    paragraphs = "\n\n".join(f"{sentence}[^{index}]" for index, sentence in enumerate(STATEMENTS, start=1))
    notes = "\n".join(
        f"[^{index}]: 王平：《税论》，商务印书馆2020年版，第{index}页。" for index, _ in enumerate(STATEMENTS, 1)
    )
    path: Path = tmp_path_factory.mktemp("articles") / "treaties.md"
    path.write_text(f"# 论条约\n\n王平\n\n## 一、往来\n\n{paragraphs}\n\n{notes}\n", encoding="utf-8")
    doc = nlp(to_doc(nlp, kaoju.read(path)))
    return {
        doc.text[claim["start"] : claim["end"]]: (
            *(phrase and doc.text[phrase["start"] : phrase["end"]] for phrase in (claim["subject"], claim["speaker"])),
            claim["modality"],
        )
        for claim in doc._.claims
        if claim["kind"] == "statement"
    }


@pytest.mark.parametrize("sentence", STATEMENTS)
def test_of_whom_and_on_whose_word(stated: dict[str, tuple[str | None, str | None, str]], sentence: str) -> None:
    assert stated[sentence] == STATEMENTS[sentence]
