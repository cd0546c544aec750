"""The summary for the terminal: counts of each kind, and claims as a reader wants them."""

import io
from decimal import Decimal

import pytest
from rich.console import Console

from vnreports.records import Claim, Document, Place
from vnreports.summary import describe_value, print_summary


def claim(number: int, **fields) -> Claim:
    return Claim(doc="tin-1", id=f"c{number}", rule="r", start=0, end=1, text=f"[b]{number}[/c]", **fields)


RECORDS = [
    Document(doc="tin-1"),
    Place(doc="tin-1", id="p1", rule="r", name="Mẫu", level="region"),
    claim(1, value=6, unit="cơ quan"),
    claim(2, value=7),
    Document(doc="tin-2"),
]


def shown(claims: int) -> str:
    stream = io.StringIO()
    print_summary(RECORDS, Console(file=stream, width=100, markup=False), claims=claims)
    return stream.getvalue()


def test_it_counts_each_kind_and_shows_some_claims() -> None:
    lines = [line.strip("│┃ ").split() for line in shown(1).splitlines()]
    assert ["tin-1", "│", "–", "│", "1", "│", "2"] in lines
    assert ["2", "reports", "│", "│", "1", "│", "2"] in lines
    assert "[b]1[/c]" in shown(1)
    assert "[b]2[/c]" not in shown(1)


@pytest.mark.parametrize(
    ("fields", "described"),
    [
        ({"value": 4_063_600_000_000, "modifier": "over"}, "> 4,063,600,000,000"),
        ({"value": Decimal("95.9")}, "95.9"),
        ({"value": 126, "total": 126}, "126 / 126"),
        ({"low": Decimal("8.3"), "high": Decimal("8.5"), "modifier": "about"}, "≈ 8.3–8.5"),
        ({"value": 1000, "modifier": "order"}, "× 1,000"),
    ],
)
def test_a_value_is_described(fields: dict, described: str) -> None:
    assert describe_value(claim(1, **fields)) == described
