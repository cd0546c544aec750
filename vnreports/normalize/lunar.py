"""The Vietnamese lunar calendar: which day *mùng 5 Tết* and *rằm tháng Giêng* are."""

import datetime
import functools

from vnreports.lexicon import read_table

STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
# each sign with its ways of writing
_BRANCHES = (
    ("tý", "tí"), ("sửu",), ("dần",), ("mão", "mẹo"), ("thìn",), ("tỵ", "tị"),
    ("ngọ",), ("mùi",), ("thân",), ("dậu",), ("tuất",), ("hợi",),
)  # fmt: skip
BRANCHES = tuple(word for words in _BRANCHES for word in words)
CYCLE = 60


@functools.cache
def _years() -> dict[int, tuple[datetime.date, tuple[int, ...], int]]:
    """The first day of each lunar year, how many days its months have, and after which month the leap one comes."""
    return {
        int(row["year"]): (
            datetime.date.fromisoformat(row["first"]),
            tuple(map(int, row["months"].split())),
            int(row["leap"] or 12),
        )
        for row in read_table("lunar_years")
    }


def solar_day(year: int, month: int, day: int) -> datetime.date:
    """The day of the common calendar that a lunar one is; the 30th of a last month of 29 days is its last.

    A leap month is left out of count: the text would say so. Raises ValueError where there is no such day.

    >>> solar_day(2024, 1, 5), solar_day(2024, 12, 30)
    (datetime.date(2024, 2, 14), datetime.date(2025, 1, 28))
    """
    if year not in _years():
        raise ValueError("outside the table of lunar years")
    first, lengths, leap = _years()[year]
    at = month - 1 if month <= leap else month
    length = lengths[at]
    if month == 12 and day == length + 1 == 30:  # tối 30 Tết
        day = length
    if not 1 <= day <= length:
        raise ValueError("no such day")
    return first + datetime.timedelta(days=sum(lengths[:at]) + day - 1)


def cycle_of(name: str) -> int | None:
    """Which of the cycle of sixty a year's name is (*giáp tý* is 4 as the year 4 was), or None.

    >>> cycle_of("giáp thìn") == 2024 % 60
    True
    """
    stem, _, branch = name.partition(" ")
    sign = next((at for at, words in enumerate(_BRANCHES) if branch in words), None)
    if stem not in STEMS or sign is None:
        return None
    named = ((at + 4) % CYCLE for at in range(CYCLE) if at % 10 == STEMS.index(stem) and at % 12 == sign)
    return next(named, None)  # half of the pairs are no year's


def year_of_cycle(cycle: int, *, near: int) -> int:
    """The year of the cycle that is nearest to another, the earlier of two.

    >>> year_of_cycle(2024 % 60, near=2017)
    2024
    """
    earlier = near - (near - cycle) % CYCLE
    return earlier if near - earlier <= earlier + CYCLE - near else earlier + CYCLE
