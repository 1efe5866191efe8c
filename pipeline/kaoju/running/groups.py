"""Articles some dozens at a time: their parts joined to tables, with what the whole corpus is told from."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

import pyarrow as pa

from kaoju.running.parts import AUDIT, CHECKSUM, TOLD, Part, checked
from kaoju.schemas import OF_ARTICLES, SCHEMAS

# what each article by itself says of its terms
WEIGHED = "weighed"

_TEXT, _INT, _REAL = pa.string(), pa.int64(), pa.float64()
_STATEMENT = {"claim": _TEXT, "kind": _TEXT, "unit": _TEXT, "time": _TEXT, "subject": _TEXT, "value": _REAL,
              "room": _REAL, "printed": _TEXT, "words": _TEXT, "text": _TEXT}  # fmt: skip
_TERM = {"term": _TEXT, "surface": _TEXT, "pos": _TEXT, "count": _INT, "weight": _REAL}
KEPT: dict[str, pa.Schema] = {
    **{name: SCHEMAS[name] for name in (*OF_ARTICLES, AUDIT)},
    TOLD: pa.schema([("article", _TEXT), *_STATEMENT.items()]),
    WEIGHED: pa.schema([("article", _TEXT), *_TERM.items()]),
}

# an article may be the last of its group by its name, so that one that comes or goes leaves most groups as they are
_LEAST, _MOST, _ONE_IN = 50, 100, 16
_AT_ONCE = 8

Group = Mapping[str, pa.Table]
# its id, and the key of its part
Article = tuple[str, str]


def divided(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles in their order, by their ids, in groups, each as soon as its last is there; where there are none, one
    group without any.

    >>> list(divided([]))
    [[]]
    """
    group: list[Article] = []
    alone = True
    for article in articles:
        group.append(article)
        if len(group) >= _MOST or (len(group) >= _LEAST and _is_last(article[0])):
            yield group
            group, alone = [], False
    if group or alone:
        yield group


def _is_last(article: str) -> bool:
    return zlib.crc32(article.encode(errors="surrogatepass")) % _ONE_IN == 0


def key_of(keys: Iterable[str]) -> str:
    """The key of a group, from those of its articles' parts."""
    return hashlib.sha256("\0".join(keys).encode()).hexdigest()[:32]


def joined(parts: Iterable[Part]) -> Group:
    """The tables of several articles, one after the other. A few of them at a time are taken, as Python has them, for
    they take ten times the room there."""
    from kaoju.corpus.keywords import weigh  # noqa: PLC0415  a run that joins nothing need not wait for pandas

    taken = iter(parts)
    lots = iter(lambda: list(islice(taken, _AT_ONCE)), [])
    told_in = [{name: _table(lot, name) for name in KEPT if name != WEIGHED} for lot in chain([[]], lots)]
    tables = {name: pa.concat_tables(lot[name] for lot in told_in).combine_chunks() for name in told_in[0]}
    weighed = weigh(tables["terms"].to_pandas(), tables["articles"].to_pandas())
    told = pa.Table.from_pandas(weighed, KEPT[WEIGHED], preserve_index=False).replace_schema_metadata(None)
    return tables | {WEIGHED: told}


def _table(parts: Sequence[Part], name: str) -> pa.Table:
    columns = ((one.type, chain.from_iterable(part[name][one.name] for part in parts)) for one in KEPT[name])
    return pa.table([pa.array(list(values), kind) for kind, values in columns], KEPT[name])


def to_bytes(group: Group) -> bytes:
    """A group as a checksum and Arrow streams, compressed, one for each table."""
    sink, packed = pa.BufferOutputStream(), pa.ipc.IpcWriteOptions(compression="zstd")
    for name, schema in KEPT.items():
        with pa.ipc.new_stream(sink, schema, options=packed) as stream:
            stream.write_table(group[name].cast(schema))
    return checked(sink.getvalue().to_pybytes())


def from_bytes(data: bytes) -> Group:
    """The group that gave such bytes."""
    source = pa.BufferReader(memoryview(data)[CHECKSUM:])
    return {name: pa.ipc.open_stream(source).read_all() for name in KEPT}
