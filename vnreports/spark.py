"""vnreports for houses that run Spark: a function for `DataFrame.mapInArrow`, and the schema of what it gives.

    from vnreports.spark import SCHEMA, extract_batches

    articles = spark.read.parquet("articles").select("id", "text", "date")
    articles.mapInArrow(extract_batches, schema=SCHEMA).write.parquet("records")

The table is that of `vnreports extract --format parquet`. This module needs no pyspark, only pyarrow; each machine of
the cluster needs vnreports. An article that can't be read is left out and told in the log of its task, under the name
`vnreports.spark`.
"""

import logging
from collections.abc import Iterable, Iterator

import pyarrow as pa

from vnreports.readers import InputProblem, read_row
from vnreports.report import Article
from vnreports.shards import cut_shards, extract_shard
from vnreports.tables import arrow_schema

COLUMNS = ("id", "text", "date", "title", "publisher", "url")
_LOG = logging.getLogger(__name__)
_NAMES = {pa.string(): "string", pa.int64(): "bigint", pa.date32(): "date", pa.bool_(): "boolean"}


def extract_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The records of the articles in the batches, in their order, as batches of the one table of all kinds.

    The columns `id` and `text` are needed; `date`, `title`, `publisher` and `url` are read where they are there.

    >>> (batch,) = extract_batches([pa.record_batch({"id": ["tin-1"], "text": ["Giảm 6 xã."]})])
    >>> batch.column("type").to_pylist()
    ['document', 'claim']
    """
    for shard in cut_shards(_read_batches(batches)):
        extracted = extract_shard(shard, format="arrow")
        for problem in extracted.problems:
            _tell(problem)
        yield from pa.ipc.open_stream(extracted.content)


def _read_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[Article]:
    for batch in batches:
        missing = {"id", "text"} - set(batch.schema.names)
        if missing:
            raise ValueError(f"the table has no column {' and no '.join(sorted(missing))}; select it before mapInArrow")
        for row in batch.select([name for name in COLUMNS if name in batch.schema.names]).to_pylist():
            try:
                if row["id"] is None:  # the place of a row in Spark is not the same in the next run
                    raise ValueError("an article without an id; give each one an id of its own")
                yield read_row(row, name="")
            except ValueError as error:
                _tell(InputProblem(str(row["id"]), str(error)))


def _tell(problem: InputProblem) -> None:
    _LOG.warning("%s", problem)


def _describe(of: pa.DataType) -> str:
    """The type as Spark writes it."""
    if pa.types.is_struct(of):
        return f"struct<{', '.join(f'`{field.name}`: {_describe(field.type)}' for field in of)}>"
    if pa.types.is_list(of):
        return f"array<{_describe(of.value_type)}>"
    if pa.types.is_decimal(of):
        return f"decimal({of.precision},{of.scale})"
    return _NAMES[of]


# a column may be called like a word of SQL (`end`)
SCHEMA = ", ".join(f"`{field.name}` {_describe(field.type)}" for field in arrow_schema())
