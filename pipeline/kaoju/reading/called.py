"""What the running text has called so far: the labels that the notes below it should have."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaoju.reading.fused import fused_labels
from kaoju.reading.inline import inline_notes
from kaoju.reading.marks import marks
from kaoju.reading.signs import same_label


@dataclass(slots=True)
class Called:
    """The labels called since the last notes: by any mark (``labels``, as printed and as numbers), by numbers that are
    no circled digits (``numbers``), and by numbers on the line that may be marks (``fused``). ``ever_numbered`` and
    ``ever_inline`` say whether the text has called numbers, or brought notes with it, anywhere."""

    labels: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    fused: set[str] = field(default_factory=set)
    ever_numbered: bool = False
    ever_inline: bool = False

    def take(self, plain: str) -> None:
        """Takes in a line of running text."""
        found = marks(plain)
        self.labels.update(one for mark in found for label in mark.readings for one in (label, same_label(label)))
        self.numbers.update(label for mark in found if mark.form != "bare" for label in mark.labels if label.isascii())
        self.fused |= fused_labels(plain)
        self.ever_numbered |= bool(self.numbers)
        self.ever_inline |= bool(inline_notes(plain))

    def forget(self) -> None:
        """Begins anew below the notes of a page or section."""
        for labels in (self.labels, self.numbers, self.fused):
            labels.clear()

    @property
    def any(self) -> set[str]:
        """The labels that may have been called in any way."""
        return self.labels | self.fused
