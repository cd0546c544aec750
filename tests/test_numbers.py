"""Numerals in digits and words, and what is no numeral."""

from decimal import Decimal

import pytest

from vnreports.normalize.numbers import match_number, read_number

VALUES = [
    ("5.258", 5258),
    ("4.063,6 tỷ", 4_063_600_000_000),
    ("4,063.6", Decimal("4063.6")),
    ("1,234,567", 1_234_567),
    ("1.234", 1234),
    ("1.5 triệu", 1_500_000),
    ("0.125", Decimal("0.125")),
    ("12 500", 12_500),
    ("05", 5),
    ("95,9", Decimal("95.9")),
    ("3,5 nghìn tỷ", 3_500_000_000_000),
    ("3,5 ngàn tỉ", 3_500_000_000_000),
    ("1 tỷ 200 triệu", 1_200_000_000),
    ("1 nghìn 200 tỷ", 1_200_000_000_000),
    ("5 trăm triệu", 500_000_000),
    ("2 vạn", 20_000),
    ("một tỷ rưỡi", 1_500_000_000),
    ("hai trăm ba mươi lăm nghìn", 235_000),
    ("hai mươi ba nghìn năm trăm tỷ", 23_500_000_000_000),
    ("một nghìn không trăm linh năm", 1005),
    ("ba trăm lẻ tư", 304),
    ("một trăm rưỡi", 150),
    ("mười lăm", 15),
    ("hai mươi mốt", 21),
    ("năm mươi lăm triệu", 55_000_000),
    ("hai phẩy không năm", Decimal("2.05")),
    ("một phẩy năm triệu", 1_500_000),
    ("tám nghìn chín trăm tỷ, bốn trăm bảy mươi chín triệu", 8_900_479_000_000),
    ("âm 3,5", Decimal("-3.5")),
    ("không", 0),
    ("HAI TRIỆU", 2_000_000),
    ("hai tỷ", 2_000_000_000),
]
REFUSED = [
    "",
    "năm học",
    "mươi",
    "triệu",
    "một triệu hai",
    "ba mươi năm",
    "mười năm",
    "1.2.3",
    "1 tỷ 200",
    "hai ba",
    "xã",
]


@pytest.mark.parametrize(("numeral", "value"), VALUES)
def test_value(numeral, value):
    assert read_number(numeral) == value


@pytest.mark.parametrize("string", REFUSED)
def test_is_no_numeral(string):
    assert read_number(string) is None


@pytest.mark.parametrize(
    ("numeral", "precision"),
    [("4.063,6 tỷ", 100_000_000), ("95,9", Decimal("0.1")), ("6.000", 1), ("3,5 nghìn tỷ", 100_000_000_000)],
)
def test_precision_is_the_last_printed_digit(numeral, precision):
    assert match_number(numeral, 0).precision == precision


def test_value_is_exact():
    assert isinstance(read_number("0,1"), Decimal)
    assert read_number("307.150,66 tỷ") == 307_150_660_000_000
