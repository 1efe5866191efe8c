"""The word lists: anybody may add a line, and these say what a line may be."""

from __future__ import annotations

import re

import pytest

from kaoju.claims.words import lines, table

LISTS = ["adverbs", "degrees", "leads", "measures", "nominal_verbs", "plans", "trailing"]
SEARCHED = [*lines("plans.txt"), *lines("trailing.txt"), *(row["word"] for row in table("changes.tsv"))]
SOURCES = ("deed", "work", "record", "paper", "view", "opinion")
FORCES = {"report", "reckon", "forecast", "warning", "hearsay", "announce", "demand", "threat", "denial"}


@pytest.mark.parametrize("name", LISTS)
def test_lists_have_each_word_once(name: str) -> None:
    words = lines(f"{name}.txt")
    assert sorted(set(words)) == sorted(words)
    assert all(re.compile(word) and word == word.strip() != "" for word in words)


@pytest.mark.parametrize("word", SEARCHED)
def test_what_is_searched_for_begins_with_a_plain_character(word: str) -> None:
    assert word[0] not in "([.^$?\\"


def test_words_of_change_say_which_way_and_what_they_are() -> None:
    rows = table("changes.tsv")
    assert len({row["word"] for row in rows}) == len(rows)
    assert {row["way"] for row in rows} == {"increase", "decrease"}
    assert {row["what"] for row in rows} == {"becomes", "does", "is"}


def test_words_of_saying_have_a_force() -> None:
    rows = table("saying.tsv")
    assert len({row["word"] for row in rows}) == len(rows)
    assert {row["force"] for row in rows} <= FORCES


def test_sources_are_of_known_kinds() -> None:
    rows = table("sources.tsv")
    assert len({row["word"] for row in rows}) == len(rows)
    assert {kind for row in rows for kind in row["kinds"].split()} == {*SOURCES}
