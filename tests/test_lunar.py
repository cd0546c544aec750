"""The lunar calendar: the table is what its script makes, and known days fall where they fell."""

import datetime
import runpy
from pathlib import Path

import pytest

from vnreports.lexicon import read_cells
from vnreports.normalize.lunar import cycle_of, solar_day, year_of_cycle
from vnreports.report import extract

SCRIPT = Path(__file__).parent.parent / "scripts" / "build_lunar.py"
KNOWN = [
    # lunar year, month, day, and the day that it was in Viet Nam
    (1985, 1, 1, "1985-01-21"),  # a month before China's
    (2007, 1, 1, "2007-02-17"),  # a day before China's
    (2017, 1, 15, "2017-02-11"),
    (2023, 3, 10, "2023-04-29"),  # giỗ Tổ, after a second month that came twice
    (2024, 12, 23, "2025-01-22"),
    (2024, 12, 30, "2025-01-28"),  # đêm 30 of a month with 29 days
    (2025, 8, 15, "2025-10-06"),
]


@pytest.mark.parametrize(("year", "month", "day", "expected"), KNOWN)
def test_known_days(year, month, day, expected):
    assert solar_day(year, month, day) == datetime.date.fromisoformat(expected)


@pytest.mark.parametrize(("year", "month", "day"), [(1900, 1, 1), (2024, 1, 30), (2024, 3, 31)])
def test_days_that_are_none(year, month, day):
    with pytest.raises(ValueError, match=r"no such day|outside"):
        solar_day(year, month, day)


def test_the_table_is_what_the_script_makes():
    rows = ["\t".join(cells) for cells in read_cells("lunar_years")]
    assert rows == runpy.run_path(str(SCRIPT))["build"]()


def test_names_of_years():
    assert [year_of_cycle(cycle_of(name), near=2025) for name in ("giáp thìn", "đinh dậu", "ất tỵ")] == [
        2024,
        2017,
        2025,
    ]
    assert cycle_of("giáp sửu") is None


def test_a_lunar_day_in_a_report():
    text = "Sáng 19/2 (mùng 10 Tết), nhà máy có 700 công nhân. Trong năm 2024, hội mở tối 30 Tết và rằm tháng Giêng."
    dated = extract(text, date="2024-02-20")
    assert [str(date.first) for date in dated.dates] == [
        "2024-02-19",
        "2024-02-19",
        "2024-01-01",
        "2024-02-09",
        "2024-02-24",
    ]
    assert dated.claims[0].date == "d1"
    undated = extract(text)
    assert [str(date.first) for date in undated.dates] == [str(date.first) for date in dated.dates]


def test_a_year_told_by_its_name_is_that_of_the_lunar_calendar():
    (year,) = extract("Quỹ sẽ lớn mạnh trong năm Đinh Dậu.", date="2017-02-10").dates
    assert (str(year.first), str(year.last), year.edtf) == ("2017-01-28", "2018-02-15", "2017-01-28/2018-02-15")
