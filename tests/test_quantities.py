"""Amounts with unit, hedge, range, total and order."""

from decimal import Decimal

import pytest

from vnreports.normalize.quantities import read_quantity

# phrase, dimension, unit, value
PLAIN = [
    ("4.063,6 tỷ đồng", "money", "VND", 4_063_600_000_000),
    ("15 triệu USD", "money", "USD", 15_000_000),
    ("$7", "money", "USD", 7),
    ("130 triệu bảng", "money", "GBP", 130_000_000),
    ("95,9%", "percent", "%", Decimal("95.9")),
    ("hai mươi phần trăm", "percent", "%", 20),
    ("0,25 điểm phần trăm", "percent", "%", Decimal("0.25")),
    ("6.240 tấn", "mass", "t", 6240),
    ("3.000km", "length", "km", 3000),
    ("21.576,5 km²", "area", "km2", Decimal("21576.5")),
    ("67 triệu m 3", "volume", "m3", 67_000_000),
    ("1.500 MW", "power", "MW", 1500),
    ("290.000 đồng/m²", "rate", "VND/m2", 290_000),
    ("5 triệu đồng/người/tháng", "rate", "VND/người/tháng", 5_000_000),
    ("500 nghìn đồng mỗi tháng", "rate", "VND/tháng", 500_000),
    ("280.000 đồng/1kg", "rate", "VND/kg", 280_000),
    ("2,5 lần", "ratio", "lần", Decimal("2.5")),
    ("gấp đôi", "ratio", "lần", 2),
    ("một nửa", "ratio", None, Decimal("0.5")),
    ("nửa tỷ đồng", "money", "VND", 500_000_000),
    ("hai phần năm", "ratio", None, Decimal("0.4")),
    ("6 tháng tiền lương", "other", "tháng tiền lương", 6),
]
RANGES = [
    ("8,3-8,5%", Decimal("8.3"), Decimal("8.5"), "%"),
    ("3-5 triệu đồng", 3_000_000, 5_000_000, "VND"),
    ("700.000 -1 triệu won", 700_000, 1_000_000, "KRW"),
    ("5% - 7%", 5, 7, "%"),
    ("15 đến dưới 24 m", 15, 24, "m"),
    ("500 tỷ đồng đến dưới 1.000 tỷ đồng", 500_000_000_000, 1_000_000_000_000, "VND"),
    ("50.000 đến 540.000 đồng một tháng", 50_000, 540_000, "VND/tháng"),
    ("10 triệu đồng đến 30 triệu đồng/trường hợp", 10_000_000, 30_000_000, "VND/trường hợp"),
]
HEDGED = [
    ("hơn 6.000", "over"),
    ("gần 500", "under"),
    ("chưa đủ 100%", "under"),
    ("khoảng 2 tỷ đồng", "about"),
    ("ít nhất 2%", "at_least"),
    ("không thấp hơn 95%", "at_least"),
    ("tối đa 30 triệu đồng", "at_most"),
    ("tối đa khoảng 30%", "at_most"),
    ("tiệm cận 65%", "under"),
    ("không quá 4,5%", "at_most"),
    ("5% trở lên", "at_least"),
    ("hàng chục nghìn", "order"),
    ("vài chục tỷ đồng", "order"),
    ("5.258", None),
]


@pytest.mark.parametrize(("phrase", "dimension", "unit", "value"), PLAIN)
def test_plain(phrase, dimension, unit, value):
    quantity = read_quantity(phrase)
    assert (quantity.dimension, quantity.unit, quantity.value) == (dimension, unit, value)


@pytest.mark.parametrize(("phrase", "low", "high", "unit"), RANGES)
def test_range(phrase, low, high, unit):
    quantity = read_quantity(phrase)
    assert (quantity.value, quantity.low, quantity.high, quantity.unit) == (None, low, high, unit)


@pytest.mark.parametrize(("phrase", "modifier"), HEDGED)
def test_hedge(phrase, modifier):
    assert read_quantity(phrase).modifier == modifier


@pytest.mark.parametrize(
    ("phrase", "value", "total"),
    [
        ("923,835/1.010 tỷ đồng", 923_835_000_000, 1_010_000_000_000),
        ("2 tỷ đồng/9 tỷ đồng", 2_000_000_000, 9_000_000_000),
        ("200 triệu/1,2 tỷ đồng", 200_000_000, 1_200_000_000),
    ],
)
def test_total(phrase, value, total):
    quantity = read_quantity(phrase)
    assert (quantity.value, quantity.total, quantity.unit) == (value, total, "VND")


@pytest.mark.parametrize("string", ["", "đồng", "5 đồng chí", "hơn", "xã 5", "2 bảng đấu"])
def test_is_no_quantity(string):
    assert read_quantity(string) is None
