"""Periods of the calendar: what a date expression says before it is placed on the calendar, and its days once it is.

A `Period` holds what the text states, often without a year (*11/9*, *quý III*, *6 tháng đầu năm*) or only by its
distance from the document's date (*năm ngoái*, *hôm qua*). `place` puts it on the calendar.
"""

import datetime
from typing import Literal

import msgspec

from vnreports.normalize.lunar import solar_day, year_of_cycle
from vnreports.records import DateKind

Grain = Literal["day", "week", "month", "quarter", "months", "year", "years"]
Days = tuple[datetime.date, datetime.date]
_SATURDAY = 5
_ONE_DAY = datetime.timedelta(days=1)


class Period(msgspec.Struct, frozen=True):
    """One point or period as stated.

    `number` is the quarter, or how many months (negative: the last ones) or years a period has. `shift` counts from
    the document's date in the unit of what is not stated: years where a month, quarter or months are, else the grain.
    `hint` is 1 where the text says that it lies ahead (*tới*), -1 behind (*vừa qua*). A `lunar` day is one of that
    calendar, and `cycle` its year by name (*Giáp Thìn*), as a number below 60.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int = 0
    shift: int | None = None
    weekday: int | None = None
    hint: int = 0
    lunar: bool = False
    cycle: int | None = None


class Span(msgspec.Struct, frozen=True):
    """A period with two stated ends."""

    first: Period
    last: Period


class Length(msgspec.Struct, frozen=True):
    """A duration as an ISO 8601 string, or None where the text tells between which two it lies."""

    duration: str | None


class Compared(msgspec.Struct, frozen=True):
    """*cùng kỳ …*: the same part of the year that `year` states, as the period it is compared with."""

    year: Period


Expression = Period | Span | Length | Compared


class DateValue(msgspec.Struct, frozen=True):
    """What a date expression is worth: first and last day, the same in EDTF, or a duration."""

    kind: DateKind
    first: datetime.date | None = None
    last: datetime.date | None = None
    edtf: str | None = None
    duration: str | None = None


def place(expression: Expression, *, on: datetime.date | None = None, year: int | None = None) -> DateValue | None:
    """The expression on the calendar, or None where it names no day that exists.

    `on` is the document's date; `year` stands in for a missing year where there is no such date.

    >>> place(Period("quarter", number=3), on=datetime.date(2025, 10, 2)).edtf
    '2025-35'
    """
    if isinstance(expression, Length):
        return DateValue("duration", duration=expression.duration)
    if isinstance(expression, Compared):
        expression = expression.year
    if isinstance(expression, Span):
        return _place_span(expression, on=on, year=year)
    try:
        period = _dated(expression, on=on, year=year)
        if period is None:
            return DateValue("date")
        first, last = _days(period)
    except ValueError:  # 31/4, 29/2 in a common year
        return None
    return DateValue("date", first, last, _edtf(period, first, last))


def _place_span(span: Span, *, on: datetime.date | None, year: int | None) -> DateValue | None:
    """A range on the calendar: what one end leaves out is taken from the other."""
    try:
        first, last = _share(span.first, span.last)
        placed_last = _dated(last, on=on, year=year)
        placed_first = _dated(first, on=on, year=year)
        if placed_first is None or placed_last is None:
            return DateValue("range")
        if not _states_year(span.first) and placed_last.year is not None:
            placed_first = msgspec.structs.replace(placed_first, year=placed_last.year, shift=None)
            if _days(placed_first)[0] > _days(placed_last)[1]:
                placed_first = msgspec.structs.replace(placed_first, year=placed_last.year - 1)
        elif not _states_year(span.last) and placed_first.year is not None:
            placed_last = msgspec.structs.replace(placed_last, year=placed_first.year)
            if _days(placed_first)[0] > _days(placed_last)[1]:
                placed_last = msgspec.structs.replace(placed_last, year=placed_first.year + 1)
        from_days, to_days = _days(placed_first), _days(placed_last)
    except ValueError:
        return None
    if from_days[0] > to_days[1]:
        return None
    opening, closing = _edtf(placed_first, *from_days), _edtf(placed_last, *to_days)
    edtf = f"{opening.split('/')[0]}/{closing.split('/')[-1]}"  # that of a century is an interval itself
    return DateValue("range", from_days[0], to_days[1], edtf)


def _share(first: Period, last: Period) -> tuple[Period, Period]:
    """Both ends, with the month of the one given to the other: *ngày 28 đến 30/11*, *ngày 28 đến 3/12*."""
    if first.grain == "day" and first.month is None and first.shift is None and last.month is not None:
        month = (
            last.month if first.day is None or last.day is None or first.day <= last.day else (last.month - 2) % 12 + 1
        )
        first = msgspec.structs.replace(first, month=month, lunar=last.lunar)
    return first, last


def _states_year(period: Period) -> bool:
    return period.year is not None or period.shift is not None


def _dated(period: Period, *, on: datetime.date | None, year: int | None) -> Period | None:
    """The period with its year stated, or None where nothing tells it."""
    if period.year is not None:
        return period
    if period.cycle is not None:
        near_year = on.year if on is not None else year
        known = None if near_year is None else year_of_cycle(period.cycle, near=near_year)
        return None if known is None else msgspec.structs.replace(period, year=known)
    if period.weekday is not None and period.shift is None:
        return _near_weekday(period, on) if on is not None else None
    if period.shift is not None:
        return _shifted(period, on) if on is not None else None
    if on is None and period.lunar and year is not None:  # tháng Chạp is of the lunar year before
        of_year = (msgspec.structs.replace(period, year=near) for near in (year, year - 1))
        return next((item for item in of_year if (days := _days_or_none(item)) and days[0].year == year), None)
    if on is None:
        return msgspec.structs.replace(period, year=year) if year is not None else None
    if period.grain == "months" and period.number > 0 and not period.hint:
        return msgspec.structs.replace(period, year=on.year)  # 4 tháng đầu năm, in a report of December: of this year
    near = [msgspec.structs.replace(period, year=on.year + offset) for offset in (-1, 0, 1)]
    dated = [(item, *days) for item in near if (days := _days_or_none(item)) is not None]
    if not dated:
        raise ValueError("no such day")
    if period.hint > 0:
        ahead = [item for item, _, last in dated if last >= on]
        return ahead[0] if ahead else dated[-1][0]
    if period.hint < 0:
        behind = [item for item, first, _ in dated if first <= on]
        return behind[-1] if behind else dated[0][0]
    return min(dated, key=lambda entry: max((entry[1] - on).days, (on - entry[2]).days, 0))[0]


def _near_weekday(period: Period, on: datetime.date) -> Period:
    """*thứ Bảy vừa qua*, *thứ Sáu tới*: the last such day before `on`, or the next after; *hôm thứ Hai*: `on` too."""
    ahead = ((period.weekday or 0) - on.weekday() - 1) % 7 + 1  # 1 to 7
    behind = (on.weekday() - (period.weekday or 0) - 1) % 7 + 1
    if period.hint == 0:
        behind %= 7
    day = on + (ahead if period.hint > 0 else -behind) * _ONE_DAY
    return msgspec.structs.replace(period, year=day.year, month=day.month, day=day.day, weekday=None)


def _shifted(period: Period, on: datetime.date) -> Period:
    """A period told by its distance from `on`, with the year, month and day that this gives."""
    shift = period.shift or 0
    if period.grain == "week" or period.weekday is not None:
        monday = on - on.weekday() * _ONE_DAY + 7 * shift * _ONE_DAY
        if period.hint < 0 and period.weekday is None and on.weekday() >= _SATURDAY:
            monday += 7 * _ONE_DAY  # tuần qua, of a report at the weekend
        day = monday + (period.weekday or 0) * _ONE_DAY
        return msgspec.structs.replace(period, year=day.year, month=day.month, day=day.day, shift=None, weekday=None)
    if period.grain == "day" and period.day is None:
        day = on + shift * _ONE_DAY
        return msgspec.structs.replace(period, year=day.year, month=day.month, day=day.day, shift=None)
    if period.grain == "month" and period.month is None:
        months = on.year * 12 + on.month - 1 + shift
        return msgspec.structs.replace(period, year=months // 12, month=months % 12 + 1, shift=None)
    if period.grain == "quarter" and period.number == 0:
        quarters = on.year * 4 + (on.month - 1) // 3 + shift
        return msgspec.structs.replace(period, year=quarters // 4, number=quarters % 4 + 1, shift=None)
    return msgspec.structs.replace(period, year=on.year + shift, shift=None)


def _days_or_none(period: Period) -> Days | None:
    try:
        return _days(period)
    except ValueError:
        return None


def _days(period: Period) -> Days:
    """First and last day of a period whose year is known; ValueError where the calendar has no such day."""
    year = period.year or 0
    if period.lunar and period.grain == "year":
        return solar_day(year, 1, 1), solar_day(year + 1, 1, 1) - _ONE_DAY
    if period.lunar:
        day = solar_day(year, period.month or 0, period.day or 0)
        return day, day
    if period.grain == "day":
        day = datetime.date(year, period.month or 0, period.day or 0)
        return day, day
    if period.grain == "week":
        day = datetime.date(year, period.month or 0, period.day or 0)
        return day, day + 6 * _ONE_DAY
    if period.grain == "year":
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if period.grain == "years":
        return datetime.date(year, 1, 1), datetime.date(year + period.number - 1, 12, 31)
    first, last = _months(period)
    return datetime.date(year, first, 1), datetime.date(year + last // 12, last % 12 + 1, 1) - _ONE_DAY


def _months(period: Period) -> tuple[int, int]:
    """First and last month of a month, a quarter, or the first or last months of a year."""
    if period.grain == "month":
        return period.month or 0, period.month or 0
    if period.grain == "quarter":
        return period.number * 3 - 2, period.number * 3
    return (1, period.number) if period.number > 0 else (13 + period.number, 12)


def _edtf(period: Period, first: datetime.date, last: datetime.date) -> str:
    """A placed period, of these days, in EDTF: *quý III/2025* is 2025-35, a half-year 2025-40, the 1990s 199X."""
    if period.grain == "day":
        return first.isoformat()
    if period.grain == "month":
        return f"{first.year}-{first.month:02}"
    if period.grain == "quarter":
        return f"{first.year}-{32 + period.number}"
    if period.grain == "year" and not period.lunar:
        return str(first.year)
    if period.grain == "months":
        half = {6: "40", -6: "41"}.get(period.number)
        months = f"{first.year}-{first.month:02}/{last.year}-{last.month:02}"
        return f"{first.year}-{half}" if half else months
    if period.grain == "years":
        return f"{first.year // 10:03}X" if period.number == 10 else f"{first.year:04}/{last.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"
