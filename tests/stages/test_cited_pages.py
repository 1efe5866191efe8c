"""The pages that a mark gives, [4](P25), reach the work that its note cites."""

import pytest
import spacy

from kaoju.documents import to_doc
from kaoju.reading import parse
from kaoju.stages.citations import Citations

BOOK = "张某. 国际贸易[M]. 北京: 未名出版社, 2018."
ARTICLE = "李某. 贸易之争[J]. 世界观察, 2018(3): 41-56."


@pytest.mark.parametrize(
    ("text", "note", "pages"),
    [
        ("增长8%[1](P25)。", BOOK, "25"),
        ("增长8%[1](P25)，又降[1](P25)。", BOOK, "25"),
        ("增长8%[1](P25)，又降[1](P30)。", BOOK, None),  # of two places, neither
        ("增长8%[1](P25)，又降[1]。", BOOK, None),
        ("增长8%[1](P43)。", ARTICLE, "41-56"),  # what the note itself says stays
        ("增长8%[1]。", BOOK, None),
    ],
)
def test_a_work_without_pages_has_those_that_all_its_marks_give(text, note, pages):
    doc = Citations()(to_doc(spacy.blank("zh"), parse(f"# 题\n\n{text}\n\n参考文献\n\n[1] {note}\n")))
    assert [one["pages"] for one in doc._.citations] == [pages]
