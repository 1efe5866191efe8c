"""Every house style of marks and labels, wherever the notes stand and however they are numbered."""

import re

import pytest
from house_styles import LAYOUTS, STYLES, article

from kaoju.reading import parse
from kaoju.reading.signs import same_label


def squeezed(text):
    return re.sub(r"\s", "", text)


def found(source):
    """The notes, the notes called, and the running text of a source, without white space."""
    read = parse(source)
    notes = [(same_label(note.label), squeezed(note.text.text)) for note in read.notes]
    body = "".join(block.text.text for block in read.blocks if block.kind == "paragraph")
    return notes, [mark.note for mark in read.markers], squeezed(body)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("style", STYLES, ids=" ".join)
def test_notes_are_found_and_called(style, layout):
    for seed in range(3):
        made = article(style, layout, seed)
        notes = [(str(number), squeezed(text)) for number, text in made.notes]
        assert found(made.source) == (notes, made.calls, squeezed(made.body)), made.source
