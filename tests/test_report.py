"""The report as a library user holds it: what `extract` takes, and what it gives."""

import datetime

import pytest

from vnreports import extract, extract_many, to_frame
from vnreports.records import Claim, Date, Document, Official, Place

TEXT = (
    "Quảng Ninh: Giảm 6 cơ quan\n\nNgày 12/9, Chủ tịch UBND tỉnh Quảng Ninh Trần Văn Mẫu cho biết tỉnh chi 4,5 tỷ đồng."
)
DAY = datetime.date(2025, 9, 13)


@pytest.mark.parametrize(
    "date", [DAY, "2025-09-13", "2025-09-13T08:30:00+07:00", datetime.datetime(2025, 9, 13, 8, 30)], ids=str
)
def test_the_date_may_be_given_in_any_form(date) -> None:
    report = extract(TEXT, date=date)
    assert (report.document.date, report.document.date_source) == (DAY, "given")
    assert report.dates[0].first == datetime.date(2025, 9, 12)


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="13/9/2025"):
        extract(TEXT, date="13/9/2025")


def test_records_by_kind() -> None:
    report = extract(TEXT, doc="mau", date=DAY)
    kinds = {Document: [report.document], Official: report.officials, Place: report.places, Date: report.dates}
    for kind, records in {**kinds, Claim: report.claims}.items():
        assert records
        assert all(type(record) is kind and record.doc == "mau" for record in records)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\ufeff", "%", "1" * 5000, "ông ông ông", "a\u0300" * 99, "\x00", "😀 6 hộ"]
)
def test_odd_text_gives_records_or_none(text: str) -> None:
    report = extract(text)
    assert report.document.length == len(text)


def test_articles_without_an_id_are_numbered() -> None:
    reports = list(extract_many([{"text": TEXT}, {"text": TEXT, "id": 7}, {"text": TEXT, "id": None}]))
    assert [report.document.doc for report in reports] == ["doc1", "7", "doc3"]
    assert set(to_frame(reports)["doc"]) == {"doc1", "7", "doc3"}
    assert len(to_frame(reports, kind="document")) == 3
    assert reports[0].to_frame("date").equals(to_frame(reports[:1], kind="date"))


def test_the_same_text_gives_the_same_records() -> None:
    assert extract(TEXT, date=DAY) == extract(TEXT, date=DAY)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("NFD", __import__("unicodedata").normalize("NFD", TEXT)),
        ("CRLF", TEXT.replace("\n", "\r\n")),
        ("NBSP", TEXT.replace(" ", "\u00a0")),
        ("BOM", "\ufeff" + TEXT),
        ("zero width", TEXT.replace(" ", " \u200b")),
        ("leading blank", " " + TEXT),
    ],
)
def test_offsets_are_those_of_the_text_as_given(name: str, source: str) -> None:
    report = extract(source, date=DAY)
    assert [claim.value for claim in report.claims] == [6, 4_500_000_000]
    assert [official.name for official in report.officials] == ["Trần Văn Mẫu"]
    spans = [*report.claims, *report.dates, *report.officials[0].mentions, *report.places[0].mentions]
    for span in spans:
        assert source[span.start : span.end] == span.text
