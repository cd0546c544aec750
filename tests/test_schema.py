"""What the pipeline puts out fits the JSON Schema that `vnreports schema` prints."""

import json

import jsonschema
import pytest

from vnreports.lexicon import read_table
from vnreports.report import extract
from vnreports.schema import record_schema
from vnreports.tables import encode

TEXT = """Tỉnh Quảng Ninh giảm 6 cơ quan

Ngày 12/9, Chủ tịch UBND tỉnh Quảng Ninh Trần Văn Mẫu cho biết tỉnh chi hơn 4,5 tỷ đồng, tăng 8,3-8,5%."""
VALIDATOR = jsonschema.Draft202012Validator(record_schema(), format_checker=jsonschema.FormatChecker())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())


def test_what_comes_out_fits() -> None:
    records = extract(TEXT, doc="mau", date="2025-09-13").records
    assert len(records) > 1
    for record in records:
        VALIDATOR.validate(json.loads(encode(record)))


@pytest.mark.parametrize(
    "record",
    [
        {"type": "opinion", "doc": "a", "id": "x1", "rule": "r"},
        {"type": "date", "doc": "a", "id": "d1", "rule": "r", "start": 0, "end": 1, "text": "x", "kind": "day"},
        {"type": "claim", "doc": "a", "id": "c1", "rule": "r", "start": 0, "end": 1, "text": "6", "value": "6"},
    ],
)
def test_what_is_wrong_does_not_fit(record: dict) -> None:
    assert not VALIDATOR.is_valid(record)


def test_every_field_is_described_and_nothing_else() -> None:
    described = {row["field"] for row in read_table("fields")}
    fields = {
        f"{name.lower()}.{field}"
        for name, definition in record_schema()["$defs"].items()
        for field in definition["properties"]
        if field != "type"
    }
    assert described == fields
