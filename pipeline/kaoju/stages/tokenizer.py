"""Words: jieba inside a spaCy tokenizer, with the lexicon's names among its words."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc
from spacy.util import registry

import kaoju.annotations  # noqa: F401  makes doc._.body known
from kaoju.lexicon import Lexicon, open_lexicon
from kaoju.normalising import simplified

if TYPE_CHECKING:
    import jieba
    from spacy.language import Language
    from spacy.vocab import Vocab

_HYPHENED = re.compile(r"(?<![A-Za-z\d])[A-Za-z][A-Za-z\d]*(?:[-‐‑&][A-Za-z\d]+)+(?![A-Za-z\d%.])")
_SURROGATE = re.compile("[\ud800-\udfff]")


class JiebaTokenizer:
    """Splits a string into jieba's words; ``doc.text`` is the string itself, white space and all.

    The names of the lexicon are words. ``token.tag_`` is what jieba's dictionary says a word mostly is (``n``, ``v``,
    ``nr`` a person, ``ns`` a place, ``nt`` an organisation …), ``m`` for digits, ``eng`` for Latin letters, ``x`` for
    signs, and ``n`` for a word that no dictionary has, whose ``token.pos_`` is ``X``. Text in Traditional characters is
    cut as if it stood in Simplified ones, which the stages then read as ``doc._.body``. A lone surrogate, which spaCy
    cannot hold, becomes U+FFFD.

    >>> import spacy
    >>> nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kaoju.jieba.v1"}}})
    >>> [(token.text, token.tag_) for token in nlp("特朗普要求韩国支付50亿美元。")]  # doctest: +ELLIPSIS
    [('特朗普', 'nr'), ('要求', 'v'), ('韩国', 'ns'), ('支付', 'v'), ('50', 'm'), ...]
    """

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self.vocab = vocab
        self.lexicon = lexicon
        self._cutter, self._tags = _cutter(lexicon)

    def __call__(self, text: str) -> Doc:
        """The words of a text."""
        given = _SURROGATE.sub("\ufffd", text)
        simple = simplified(given)
        words, spaces = _spaced(self._pieces(simple))
        known = [self._tags.get(word) or _tag_by_form(word) for word in words]
        tags = [tag or "n" for tag in known]
        doc = Doc(self.vocab, words=_as_given(words, spaces, given), spaces=spaces, tags=tags)
        if simple != given:
            doc._.body = simple
        for at, tag in enumerate(known):
            if tag is None:
                doc[at].pos_ = "X"
        return doc

    def _pieces(self, text: str) -> Iterator[str]:
        """The words and what stands between them; Latin words that a hyphen joins are one: M-Pesa, COVID-19."""
        at = 0
        for match in _HYPHENED.finditer(text):
            yield from self._cutter.cut(text[at : match.start()])
            yield match.group()
            at = match.end()
        yield from self._cutter.cut(text[at:])

    def __reduce__(self) -> tuple[Any, ...]:
        return JiebaTokenizer, (self.vocab, self.lexicon)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing: the words come from the lexicon, which is built where it is used."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> JiebaTokenizer:
        """Itself."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write nothing, for the same reason."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> JiebaTokenizer:
        """Itself."""
        return self


@registry.tokenizers("kaoju.jieba.v1")  # type: ignore[untyped-decorator]
def make_tokenizer(names: Iterable[str] = ()) -> Callable[[Language], JiebaTokenizer]:
    """The tokenizer for a config; ``names`` are TSV files of the user's own names (``zh``, ``en``, ``label``)."""
    return lambda nlp: JiebaTokenizer(nlp.vocab, open_lexicon(*names))


def _cutter(lexicon: Lexicon) -> tuple[jieba.Tokenizer, dict[str, str]]:
    """A jieba of our own: filled from the lexicon, so that it neither reads nor writes jieba's own cache."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    cutter.FREQ, cutter.total, tags = lexicon.segmentation()
    cutter.initialized = True
    return cutter, tags


def _spaced(pieces: Iterable[str]) -> tuple[list[str], list[bool]]:
    """Words, and whether a space follows each: spaCy's way to hold a text."""
    words: list[str] = []
    spaces: list[bool] = []
    for piece in pieces:
        if piece == " " and words and not spaces[-1]:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return words, spaces


def _as_given(words: list[str], spaces: list[bool], given: str) -> list[str]:
    """The characters of a text behind its words in Simplified characters."""
    ends = accumulate(len(word) + space for word, space in zip(words, spaces, strict=True))
    return [given[end - space - len(word) : end - space] for word, space, end in zip(words, spaces, ends, strict=True)]


def _tag_by_form(word: str) -> str | None:
    """The tag of digits, signs and Latin letters; None for another word."""
    first = word[0]
    if first.isdigit():
        return "m"
    if not first.isalpha():
        return "x"
    return "eng" if first.isascii() else None
