"""Names with a dash: one where a word or the original binds them, else as many as there are."""

import pytest

from kaoju.names.bound import bound_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("把克拉里昂—克利珀顿区划为采矿区", [("克拉里昂—克利珀顿区", "LOC")]),
        ("签署的莫洛托夫—里宾特洛甫条约瓜分了波兰", [("莫洛托夫—里宾特洛甫条约", "LAW")]),
        ("根据格拉姆—利奇—布莱利法案", [("格拉姆—利奇—布莱利法案", "LAW")]),
        ("斯托尔珀—萨缪尔森定理表明", [("斯托尔珀—萨缪尔森定理", "WORK_OF_ART")]),
        ("指出巴拉萨—萨缪尔森效应", [("巴拉萨—萨缪尔森效应", "WORK_OF_ART")]),
        ("赫克歇尔-俄林模型", [("赫克歇尔-俄林模型", "WORK_OF_ART")]),
        ("里根—尼克松（Reagan–Nixon）时期", [("里根—尼克松", "PERSON")]),
        # nothing binds these
        ("里根—尼克松时期", []),
        ("克利珀顿—克拉里昂区域", []),
        ("北京—上海铁路、中国—东盟自贸区、投入—产出模型", []),
        ("1990—2000年", []),
        ("他来了——马歇尔条件得到满足", []),
    ],
)
def test_names_that_a_dash_joins(text: str, names: list[tuple[str, str]]) -> None:
    assert [(text[start:end], label) for start, end, label in bound_names(text)] == names
