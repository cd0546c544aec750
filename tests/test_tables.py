"""Records as files and frames: nothing is lost, every amount stays exact."""

import csv
import datetime
import io
import json
from decimal import Decimal

import pandas as pd
import pyarrow.parquet as pq
import pytest

from vnreports.records import Check, Claim, Date, Document, Mention, Note, Official, OfficialMention, Place, Position
from vnreports.tables import (
    COLUMNS,
    KINDS,
    TableError,
    arrow_schema,
    read_records,
    to_frame,
    write_csv,
    write_jsonl,
    write_parquet,
)

DAY = datetime.date(2025, 9, 12)
RECORDS = [
    Document(doc="tin-1", title="Tỉnh Mẫu", date=DAY, date_source="given", authors=("Lê Thử",), length=40),
    Official(
        doc="tin-1",
        id="o1",
        rule="r",
        name="Trần Văn Mẫu",
        positions=(Position("Giám đốc", "Sở Nội vụ", "Mẫu"),),
        mentions=(OfficialMention(3, 15, "Trần Văn Mẫu", "name"),),
    ),
    Place(doc="tin-1", id="p1", rule="r", name="Mẫu", level="province", code="01", mentions=(Mention(0, 3, "Mẫu"),)),
    Date(doc="tin-1", id="d1", rule="r", start=0, end=4, text="12/9", kind="date", first=DAY, last=DAY),
    Claim(doc="tin-1", id="c1", rule="r", start=5, end=9, text="95,9%", value=Decimal("95.9"), date="d1"),
    Claim(
        doc="tin-1", id="c2", rule="r", start=9, end=30, text="…", value=123_456_789_012_345_678_901, sentence=(0, 30)
    ),
    Check(
        doc="tin-1",
        id="k1",
        rule="r",
        claims=("c1", "c2"),
        verdict="agrees",
        expected=Decimal("95.9"),
        note=Note("Hai số khớp nhau.", "They agree."),
    ),
]


def rows(kind: str) -> list[dict[str, str]]:
    stream = io.StringIO()
    write_csv(RECORDS, stream)
    return [row for row in csv.DictReader(io.StringIO(stream.getvalue())) if row["type"] == kind]


def parquet(kind: str) -> list[dict]:
    stream = io.BytesIO()
    write_parquet(RECORDS, stream)
    return [row for row in pq.read_table(io.BytesIO(stream.getvalue())).to_pylist() if row["type"] == kind]


def test_json_lines_come_back_as_the_same_records(tmp_path) -> None:
    path = tmp_path / "records.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        write_jsonl(RECORDS, stream)
    assert list(read_records(path)) == RECORDS
    assert '"value":95.9,' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "says"),
    [("{", ":2: "), ("7", ":2: "), ('{"type": "claim", "doc": "a"}', ":2: Object missing required field `id`")],
)
def test_a_broken_file_of_records_is_named(tmp_path, line: str, says: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"type": "document", "doc": "a"}\n' + line, encoding="utf-8")
    with pytest.raises(TableError, match=f"records.jsonl{says}"):
        list(read_records(path))


def test_csv_holds_digits_days_and_lists() -> None:
    assert [row["value"] for row in rows("claim")] == ["95.9", "123456789012345678901"]
    assert rows("claim")[0] | {"difference": "false", "was": "", "date": "d1"} == rows("claim")[0]
    assert json.loads(rows("claim")[1]["sentence"]) == [0, 30]
    (official,) = rows("official")
    assert json.loads(official["positions"]) == [{"title": "Giám đốc", "body": "Sở Nội vụ", "place": "Mẫu"}]
    assert rows("document")[0]["date"] == rows("date")[0]["first"] == "2025-09-12"
    assert json.loads(rows("document")[0]["authors"]) == ["Lê Thử"]


def test_parquet_holds_decimals_days_and_lists() -> None:
    assert [row["value"] for row in parquet("claim")] == [Decimal("95.9"), 123_456_789_012_345_678_901]
    assert parquet("claim")[0]["date"] == "d1"
    assert parquet("document")[0]["date"] == "2025-09-12"
    assert parquet("date")[0]["first"] == DAY
    assert parquet("official")[0]["mentions"] == [{"start": 3, "end": 15, "text": "Trần Văn Mẫu", "form": "name"}]
    assert parquet("place")[0]["current"] == []
    (check,) = parquet("check")
    assert (check["claims"], check["expected"], check["note"]["en"]) == (["c1", "c2"], Decimal("95.9"), "They agree.")


def test_the_files_have_a_column_for_every_field() -> None:
    assert tuple(arrow_schema().names) == COLUMNS
    assert set(COLUMNS) == {"type"}.union(*(kind.__struct_fields__ for kind in KINDS.values()))


@pytest.mark.parametrize("kind", KINDS)
def test_a_frame_has_a_row_a_record_and_a_column_a_field(kind: str) -> None:
    frame = to_frame(RECORDS, kind=kind)
    assert tuple(frame.columns) == KINDS[kind].__struct_fields__
    assert len(frame) == sum(isinstance(record, KINDS[kind]) for record in RECORDS)
    assert list(to_frame([], kind=kind).dtypes) == list(frame.dtypes)


def test_a_frame_is_ready_for_statistics() -> None:
    frame = to_frame(RECORDS, kind="claim")
    assert frame["value"].dtype == "float64"
    assert Decimal(str(frame["value"][0])) == Decimal("95.9")
    assert frame["difference"].dtype == "bool"
    dates = to_frame(RECORDS, kind="date")
    assert dates["first"][0] == pd.Timestamp(DAY)
    (office,) = to_frame(RECORDS, kind="official")["positions"][0]
    assert office == {"title": "Giám đốc", "body": "Sở Nội vụ", "place": "Mẫu"}


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="there are document, official, place, date, claim, check"):
        to_frame(RECORDS, kind="claims")
