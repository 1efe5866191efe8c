"""Markdown, as OCR gives it, and plain text: from the file to an ``Article``."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kaoju.article import Article, Block, Furniture, Marker, Note
from kaoju.errors import ReadingError
from kaoju.normalising import CJK
from kaoju.reading.apart import gaps, moved
from kaoju.reading.columns import side_by_side
from kaoju.reading.decoding import decode
from kaoju.reading.formulas import markup_of
from kaoju.reading.fused import fused_marks, fused_runs
from kaoju.reading.head import sort_passages
from kaoju.reading.inline import InlineNote, inline_notes
from kaoju.reading.issues import Issue, issue_of
from kaoju.reading.layout import lay_out
from kaoju.reading.lines import Line, lines, plain_twin
from kaoju.reading.linking import Call, Known, enumeration, fitted, is_call, known, link, uncalled
from kaoju.reading.marks import Mark, marks
from kaoju.reading.meta import meta_of
from kaoju.reading.parts import Layout, NoteLines, Passage
from kaoju.text import Text

MAX_BYTES = 16 * 1024 * 1024
# emphasis, images, tags and escapes: signs of the markup, not of the text; a link keeps its words
_MARKUP = re.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)"
    r"|</?(?:sup|sub|u|b|i|em|strong|span|br|div|p|font|center)(?:[ \t][^<>\n]{0,100})?/?>"
    r"|\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|\\(?=[*_#\[\]()~`>.!+-])|(?<=\s)_(?=\S)|`"
)
# a line ends within Chinese words, beside them, or within a range of pages
_WIDE = f"{CJK}\u3001-\u301f\u3040-\u30ff\uff01-\uff65"
_TIGHT_BREAK = re.compile(
    rf"(?<=[{_WIDE}])[ \t]*\r?\n[ \t]*(?=\S)|(?<=[^\s])[ \t]*\r?\n[ \t]*(?=[{_WIDE}])|(?<=\d[-–—])\r?\n[ \t]*(?=\d)"
)
_TITLE_MARK = re.compile(r"(?:\\?[*＊∗※]+|[†‡]|<sup>[^<]{0,8}</sup>|\[\*\])\s*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage as one text: its pieces joined, the gaps between them known."""

    level: int
    text: Text
    plain: str


def read_markdown(path: str, article_id: str, data: bytes | None = None, max_bytes: int = MAX_BYTES) -> Article:
    """The article in a Markdown or plain text file; ``data`` are its bytes where they are at hand.

    Raises:
        ReadingError: the file cannot be read, is larger than any article, is no text, or has its columns side by side.
    """
    try:
        size = Path(path).stat().st_size if data is None else len(data)
        if size > max_bytes:
            raise ReadingError(
                f"{path}: {size / 2**20:.0f} MB is larger than any article (limit {max_bytes / 2**20:.0f} MB); "
                f"split it into one file an article"
            )
        data = Path(path).read_bytes() if data is None else data
    except OSError as error:
        raise ReadingError(f"{path}: cannot be read ({error.strerror}); check that it exists and its rights") from error
    source, encoding = decode(data, path)
    return parse(source, article_id, path, hashlib.sha256(data).hexdigest(), encoding)


def parse(source: str, article_id: str = "", path: str = "", sha256: str = "", encoding: str = "utf-8") -> Article:
    """The article in a string, offsets counted in it.

    Raises:
        ReadingError: its columns stand side by side.

    >>> article = parse("# 题目\\n\\n关税为25%。[1]\\n\\n## 注释\\n\\n[1] Reuters, May 1, 2020.")
    >>> article.blocks[1].text.text, article.markers[0].note
    ('关税为25%。', 1)
    """
    if set_apart := gaps(source):
        closed = Text.of(source).delete(set_apart)
        return moved(parse(closed.text, article_id, path, sha256, encoding), closed, source)
    all_lines = lines(source)
    if side_by_side(all_lines):
        raise ReadingError(
            f"{path}: its columns stand side by side, a line of each in every line; export it column by column, "
            f"as by: pdftotext without -layout"
        )
    layout = lay_out(all_lines)
    pieces = [_piece(source, passage) for passage in layout.passages]
    sorted_ = sort_passages([(piece.level, piece.text, piece.plain) for piece in pieces])
    title_block = [Block("title", sorted_.title, 1)] if sorted_.title else []
    told = known(layout.notes)
    uncleaned = title_block + sorted_.body
    found = [_marks(block, told) for block in uncleaned]
    found = [sorted([*a, *b], key=_start) for a, b in zip(found, _fused(uncleaned, found, layout), strict=True)]
    cleaned = [_clean(block, mine, layout) for block, mine in zip(uncleaned, found, strict=True)]
    calls = [call for one in cleaned for call in one.calls]
    notes = sorted([*layout.notes, *(note for one in cleaned for note in one.notes)], key=lambda note: note.start)
    blocks = tuple(one.block for one in cleaned if len(one.block.text))
    title = next((block.text.text for block in blocks if block.kind == "title"), None)
    names = {name: _printed(texts) for name, texts in sorted_.fields.items()}
    furniture = _furniture(layout, cleaned, sorted_.joins)
    return Article(
        id=article_id,
        path=path,
        source=source,
        sha256=sha256,
        encoding=encoding,
        meta=meta_of(
            sorted_,
            title,
            _issues(source, all_lines, layout.heads),
            [source[slice(*one)] for one in layout.asides],
            names,
        ),
        blocks=blocks,
        notes=_notes(source, notes),
        markers=_markers(calls, notes),
        furniture=furniture,
    )


def _piece(source: str, passage: Passage) -> _Piece:
    text = Text.join(Text.of(source[start:end], start) for start, end in passage.pieces)
    return _Piece(passage.level, text, plain_twin(text.text))


@dataclass(frozen=True, slots=True)
class _Cleaned:
    """A block without marks, markup and notes, and what was taken out of it."""

    block: Block
    calls: list[Call]
    cuts: list[Furniture]
    notes: list[NoteLines]


def _marks(block: Block, notes: Known) -> list[Mark]:
    """The note marks of a block."""
    plain = plain_twin(block.text.text)
    within = [(one.start, one.end) for one in inline_notes(plain)]
    formed = [fitted(mark, notes) for mark in _outside(within, marks(plain))]
    counted = enumeration(formed, plain)
    return [mark for mark in formed if mark not in counted and is_call(mark, plain, notes)]


def _fused(blocks: list[Block], found: list[list[Mark]], layout: Layout) -> list[list[Mark]]:
    """The marks set on the line in each block, for notes by number that no other mark calls."""
    calls = [
        call
        for block, mine in zip(blocks, found, strict=True)
        for mark in mine
        for call in _calls(mark, block.text, layout)
    ]
    wanted = uncalled(calls, layout.notes)
    if not wanted:
        return [[] for _ in blocks]
    runs = [
        (layout.page_of(int(block.text.start[run.start])), at, run)
        for at, block in enumerate(blocks)
        if block.kind != "title"
        for run in fused_runs(plain_twin(block.text.text))
    ]
    marked = fused_marks(runs, wanted)
    return [marked.get(at, []) for at in range(len(blocks))]


def _clean(block: Block, found: list[Mark], layout: Layout) -> _Cleaned:
    text = block.text
    plain = plain_twin(text.text)
    inline = inline_notes(plain)
    within = [(one.start, one.end) for one in inline]
    taken = _merge([*((mark.start, mark.end) for mark in found), *within])
    star = _TITLE_MARK.search(plain) if block.kind == "title" else None
    markup = [match.span() for match in (*_MARKUP.finditer(plain), *([star] if star else []))]
    markup = _merge([*markup, *markup_of(plain)])
    notes = [_inline(one, text, layout) for one in inline]
    calls = [call for mark in found for call in _calls(mark, text, layout)]
    calls += [
        Call(note.start, text.source_range(one.start, one.end)[1], note.label, note.page, note.start)
        for one, note in zip(inline, notes, strict=True)
    ]
    calls.sort(key=lambda call: call.start)
    cuts = [Furniture("marker", *text.source_range(*span)) for span in taken]
    cuts += [Furniture("markup", *text.source_range(*span)) for span in _apart_from(taken, markup)]
    return _Cleaned(replace(block, text=text.delete(_merge(taken + markup)).strip()), calls, cuts, notes)


def _start(mark: Mark) -> int:
    return mark.start


def _outside(spans: list[tuple[int, int]], found: list[Mark]) -> list[Mark]:
    """The marks that stand in none of the spans."""
    starts = [start for start, _ in spans]
    before = [(mark, bisect_right(starts, mark.start) - 1) for mark in found]
    return [mark for mark, at in before if at < 0 or spans[at][1] <= mark.start]


def _inline(one: InlineNote, text: Text, layout: Layout) -> NoteLines:
    """A note that stands in the running text, called by itself."""
    start, _ = text.source_range(one.start, one.end)
    text_start, end = text.source_range(one.text_start, one.text_end)
    return NoteLines("^", "inline", start, [(text_start, end)], layout.page_of(start), "text")


def _calls(mark: Mark, text: Text, layout: Layout) -> list[Call]:
    """One call a label; they share the source range of the mark."""
    start, end = text.source_range(mark.start, mark.end)
    return [Call(start, end, label, layout.page_of(start), pages=mark.pages) for label in mark.labels]


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _apart_from(taken: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of the spans is not taken already; both are in order."""
    apart, at = [], 0
    for start, end in spans:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        low = max(start, taken[at][1]) if at < len(taken) and taken[at][0] <= start else start
        following = at + (low > start)
        high = min(end, taken[following][0]) if following < len(taken) else end
        if low < high:
            apart.append((low, high))
    return apart


def _printed(texts: list[Text]) -> str:
    return _MARKUP.sub("", texts[0].text).strip()


def _notes(source: str, notes: Sequence[NoteLines]) -> tuple[Note, ...]:
    return tuple(
        Note(number, note.label, _note_text(source, note), note.start, note.end, note.page, note.place)
        for number, note in enumerate(notes, start=1)
    )


def _note_text(source: str, note: NoteLines) -> Text:
    """A note's own words, its pieces joined, without the line breaks that no space stands for."""
    text = Text.join((Text.of(source[start:end], start) for start, end in note.pieces), "\n").strip()
    breaks = [match.span() for match in _TIGHT_BREAK.finditer(text.text)]
    return text.delete(_merge([*breaks, *markup_of(text.text)]))


def _markers(calls: list[Call], notes: Sequence[NoteLines]) -> tuple[Marker, ...]:
    numbers = link(calls, notes)
    why = "no note with this label" if notes else "the file has no notes"
    return tuple(
        Marker(call.start, call.end, call.label, number, call.page, None if number else why, call.pages)
        for call, number in zip(calls, numbers, strict=True)
    )


def _issues(source: str, all_lines: list[Line], heads: frozenset[str]) -> list[Issue]:
    """The issues that running heads name."""
    shown = {line.stripped: source[line.start : line.end] for line in reversed(all_lines) if line.stripped in heads}
    told = (issue_of(printed.strip(), plain) for plain, printed in shown.items())
    return [issue for issue in told if issue and issue.whole]


def _furniture(layout: Layout, cleaned: list[_Cleaned], joins: list[tuple[int, int]]) -> tuple[Furniture, ...]:
    """All that was taken out of the running text, in order: what stands between the pieces of one passage or between
    the lines of the title (``joins``), note marks and markup."""
    cuts = [cut for one in cleaned for cut in one.cuts] + [Furniture("line", *between) for between in joins]
    starts = [note.start for note in layout.notes]
    for passage in layout.passages:
        for (_, end), (start, _) in zip(passage.pieces, passage.pieces[1:], strict=False):
            between = bisect_left(starts, end) < bisect_left(starts, start)
            cuts.append(Furniture("page" if between or start - end > 4 else "line", end, start))
    return tuple(sorted(cuts, key=lambda cut: (cut.start, cut.end)))
