"""Records as JSON Lines, CSV, Parquet and pandas frames.

A frame holds one kind of record with a column for each field, ready for statistics: amounts are `float64` (a number of
up to 15 digits is still the one that was printed; the exact `int` or `Decimal` stays on the record), days are
`datetime64[s]`. The files keep every amount exact: its digits in JSON and CSV, `decimal(38, 9)` in Parquet. A CSV or
Parquet file holds all kinds in one table, with a column `type`; lists are lists in Parquet and JSON in CSV.
"""

import csv
import datetime
import io
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Context, Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, get_args

import msgspec

from vnreports.records import Check, Claim, Date, Document, Official, Place, Record

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

KINDS: dict[str, type[Record]] = {
    str(kind.__struct_config__.tag): kind for kind in (Document, Official, Place, Date, Claim, Check)
}
_FIELDS = {kind: {field.name: field.type for field in msgspec.structs.fields(of)} for kind, of in KINDS.items()}
COLUMNS: tuple[str, ...] = ("type", *dict.fromkeys(itertools.chain.from_iterable(_FIELDS.values())))
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_ROWS_IN_A_GROUP = 10_000
_DECIMALS = 9  # of a Parquet number: 29 digits are left before the point
_QUANTUM = Decimal(1).scaleb(-_DECIMALS)
_38_DIGITS = Context(prec=38)


def encode(value: object) -> str:
    """The value as one line of JSON, its numbers digit for digit.

    >>> encode({"đạt": Decimal("95.9")})
    '{"đạt":95.9}'
    """
    return _ENCODER.encode(value).decode()


def to_frame(records: Iterable[Record], *, kind: str = "claim") -> "pd.DataFrame":
    """The records of one kind as a pandas frame, one row a record, one column a field.

    Raises ValueError where `kind` is not one of `document`, `official`, `place`, `date`, `claim`, `check`.
    """
    import pandas as pd  # noqa: PLC0415  (pandas takes longer to import than many reports to read)

    if kind not in KINDS:
        raise ValueError(f"no records of kind {kind!r}; there are {', '.join(KINDS)}")
    chosen = [record for record in records if isinstance(record, KINDS[kind])]
    return pd.DataFrame(
        {
            name: pd.Series([_frame_cell(getattr(record, name)) for record in chosen], dtype=_frame_type(of))
            for name, of in _FIELDS[kind].items()
        }
    )


def _frame_type(of: object) -> str:
    if Decimal in get_args(of):
        return "float64"
    if datetime.date in get_args(of):
        return "datetime64[s]"
    return "int64" if of is int else "bool" if of is bool else "object"


def _frame_cell(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else msgspec.to_builtins(value, builtin_types=(datetime.date,))


def write_jsonl(values: Iterable[object], stream: IO[str]) -> None:
    """Write records, or other values, as JSON Lines."""
    import jsonlines  # noqa: PLC0415  (only the writer needs it)

    with jsonlines.Writer(stream, dumps=encode) as writer:
        writer.write_all(values)


def write_csv(records: Iterable[Record], stream: IO[str]) -> None:
    """Write the records as one CSV table."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in records:
        row = _row(record)
        writer.writerow([_csv_cell(row.get(column)) for column in COLUMNS])


def _csv_cell(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return encode(value).strip('"')


def write_parquet(records: Iterable[Record], stream: IO[bytes]) -> None:
    """Write the records as one Parquet table, a group of rows at a time."""
    import pyarrow.parquet as pq  # noqa: PLC0415  (an extra)

    with pq.ParquetWriter(stream, arrow_schema()) as writer:
        for table in _tables(records):
            writer.write_table(table)


def write_arrow(records: Iterable[Record], stream: IO[bytes]) -> None:
    """Write the records as the same table in Arrow's stream format, for another program's memory."""
    import pyarrow as pa  # noqa: PLC0415  (an extra)

    with pa.ipc.new_stream(stream, arrow_schema()) as writer:
        for table in _tables(records):
            writer.write_table(table)


def _tables(records: Iterable[Record]) -> Iterator["pa.Table"]:
    """The records as Arrow tables, a group of rows in each."""
    import pyarrow as pa  # noqa: PLC0415  (an extra)

    schema = arrow_schema()
    numbers = [field.name for field in schema if pa.types.is_decimal(field.type)]
    rows = iter(map(_row, records))
    while group := list(itertools.islice(rows, _ROWS_IN_A_GROUP)):
        for row in group:
            # `date` is a day in a document and the id of a date in a claim
            row["date"] = None if row.get("date") is None else str(row["date"])
            row.update({name: _fixed(row[name]) for name in numbers if row.get(name) is not None})
        yield pa.Table.from_pylist(group, schema=schema)


def arrow_schema() -> "pa.Schema":
    """The schema of the Parquet table."""
    import pyarrow as pa  # noqa: PLC0415  (an extra)

    text, whole = pa.string(), pa.int64()
    span = {"start": whole, "end": whole, "text": text}
    types = {
        **dict.fromkeys(("start", "end", "length"), whole),
        **dict.fromkeys(
            ("value", "low", "high", "total", "precision", "expected", "found", "tolerance"),
            pa.decimal128(38, _DECIMALS),
        ),
        **dict.fromkeys(("first", "last"), pa.date32()),
        **dict.fromkeys(("authors", "photo_credits", "current", "claims"), pa.list_(text)),
        "difference": pa.bool_(),
        "note": pa.struct({"vi": text, "en": text}),
        "unread": pa.struct({"numbers": whole, "titles": whole}),
        "sentence": pa.list_(whole),
        "positions": pa.list_(pa.struct({"title": text, "body": text, "place": text})),
        "mentions": pa.list_(pa.struct({**span, "form": text})),
    }
    return pa.schema([(column, types.get(column, text)) for column in COLUMNS])


def _fixed(number: int | Decimal) -> Decimal:
    return Decimal(number).quantize(_QUANTUM, context=_38_DIGITS)


def _row(record: Record) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(record, builtin_types=(datetime.date, Decimal))
    return row


WRITERS: dict[str, Callable[[Iterable[Record], Any], None]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
    "arrow": write_arrow,
}
BINARY = frozenset({"parquet", "arrow"})


def render(records: Iterable[Record], *, format: str) -> bytes:
    """The content of a file of the records in one of the formats of `WRITERS`."""
    if format in BINARY:
        content = io.BytesIO()
        WRITERS[format](records, content)
        return content.getvalue()
    text = io.StringIO(newline="")
    WRITERS[format](records, text)
    return text.getvalue().encode()


class TableError(ValueError):
    """A file of records that can't be read: the message names file, line and remedy."""


def read_records(file: Path) -> Iterator[Record]:
    """The records of a JSON Lines file, exact again; raises TableError at the first line that is none.

    Gold leaves the name of the rule out: such records have the rule `gold`.
    """
    number = 0
    try:
        with file.open("rb") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    yield read_record(line)
    except (ValueError, TypeError) as error:
        raise TableError(f"{file}:{number}: {error}; write one record a line, as `vnreports schema` says") from None
    except OSError as error:
        raise TableError(f"{file}: {error.strerror}; check the path") from None


def read_record(line: bytes) -> Record:
    """The record of one line of JSON, exact again; raises ValueError where it is none."""
    record: Record = msgspec.convert({"rule": "gold", **json.loads(line, parse_float=Decimal)}, Record)
    return record
