"""Where dates stand in a report."""

import datetime

import msgspec

from vnreports.extract.date_bounds import read_bound
from vnreports.extract.date_years import OPENING, looking_back, of_stated_year, share_years, usual_year
from vnreports.extract.months_elapsed import elapsed
from vnreports.normalize.dates import find_expressions
from vnreports.normalize.periods import Compared, DateValue, Expression, Period, Span, place
from vnreports.page import Page
from vnreports.records import Date
from vnreports.rules import Found


def find_dates(page: Page, *, doc: str) -> list[Date]:
    """The date records of the page, in text order, numbered d1, d2, …

    >>> from datetime import date
    >>> from vnreports.page import read_page
    >>> page = read_page("Họp sáng 11/9", published=date(2025, 9, 12))
    >>> [(date.text, date.edtf) for date in find_dates(page, doc="d")]
    [('11/9', '2025-09-11')]
    """
    found = _find_expressions(page)
    year = usual_year(found) if page.published is None else None
    dates: list[Date] = []
    for index, item in enumerate(found):
        value = _compared(page, found, index, year=year) or place(item.value, on=page.published, year=year)
        if _is_yearly(page, item):
            value = DateValue("date")
        if value is None:
            continue
        dates.append(
            Date(
                doc=doc,
                id=f"d{len(dates) + 1}",
                rule=item.rule,
                start=item.start,
                end=item.end,
                text=page.text[item.start : item.end],
                kind=value.kind,
                first=value.first,
                last=value.last,
                edtf=value.edtf,
                duration=value.duration,
                bound=read_bound(page, item.start, value),
            )
        )
    return dates


def _find_expressions(page: Page) -> list[Found[Expression]]:
    """The date expressions of the page, each with the day or the year that the words around it state for it."""
    found = [item for item in find_expressions(page.lower, page.syllables) if not page.is_silent(item.start, item.end)]
    found = [item for index, item in enumerate(found) if not _is_part_of_day(page, found, index)]
    found = [_told_right_after(page, found, index) for index in range(len(found))]
    stated = usual_year(found) if page.published is None else page.published.year
    if stated is not None:
        told = {item.value.number for item in found if isinstance(item.value, Period) and item.value.grain == "months"}
        found = [elapsed(page, item, stated, told=told) for item in found]
    found = share_years(page, [looking_back(page, item) for item in found])
    return [of_stated_year(page, found, index) for index in range(len(found))]


def _is_yearly(page: Page, item: Found[Expression]) -> bool:
    """Whether a day comes again every year, so that it is none of the calendar: *trước ngày 15/3 hằng năm*."""
    if not page.lower.startswith((" hằng năm", " hàng năm", " mỗi năm"), item.end):
        return False
    return isinstance(item.value, Period) and item.value.year is None and item.value.shift is None


def _is_part_of_day(page: Page, found: list[Found[Expression]], index: int) -> bool:
    """Whether *sáng nay* only says the part of the day of the date right after it: *sáng nay 8-12*."""
    item = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    if (
        following is None
        or item.rule != "date/relative"
        or not isinstance(item.value, Period)
        or item.value.grain != "day"
    ):
        return False
    return page.text[item.end : following.start] == " " and isinstance(following.value, Period)


def _told_right_after(page: Page, found: list[Found[Expression]], index: int) -> Found[Expression]:
    """The item, with the day that brackets or a comma right after it state: *Sáng nay (2.5)*, *Hôm nay, 2/5*."""
    item = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    if (
        following is None
        or item.rule not in ("date/relative", "date/weekday")
        or page.text[item.end : following.start] not in (" (", " (ngày ", ", ", ", ngày ")
    ):
        return item
    days = isinstance(item.value, Period) and item.value.grain == "day"
    if not days or not isinstance(following.value, Period) or following.value.shift is not None:  # hôm qua, hôm nay
        return item
    return msgspec.structs.replace(item, value=following.value)


def _compared(page: Page, found: list[Found[Expression]], index: int, *, year: int | None) -> DateValue | None:
    """*cùng kỳ năm 2016*: the period that it is compared with, in the year that it states."""
    value = found[index].value
    if not isinstance(value, Compared):
        return None
    sentence = page.sentence_at(found[index].start)
    opens = found[index].start - sentence[0] < OPENING  # So với cùng kỳ năm 2023, …
    floor = _paragraph_before(page.lower, sentence[0]) if opens else page.sentence_at(max(0, sentence[0] - 2))[0]
    others = [item for item in found[:index][::-1] if item.start >= floor]
    others += [item for item in found[index + 1 :] if item.start < sentence[1]]
    for item in others:
        period = item.value
        if isinstance(period, Span) and item.start < found[index].start:
            shifted = _in_year(period, value.year, on=page.published, year=year)
            if shifted is not None:
                return shifted
        if not isinstance(period, Period) or period.grain not in ("month", "quarter", "months", "year"):
            continue
        # tháng 9 tăng 1% so với tháng 8, 3% so với cùng kỳ
        if page.lower.endswith(("so với ", "so "), 0, item.start):
            continue
        if period.grain == "year" and (period.year is None or item.start < sentence[0]):
            continue  # năm 2016 đạt 5 tỷ đồng, cùng kỳ năm trước 4 tỷ đồng
        now = place(period, on=page.published, year=year)
        stated = value.year.year
        if stated is None and now is not None and now.first is not None:
            stated = now.first.year + (value.year.shift or 0)
        if stated is not None:
            fields = {"month": period.month, "number": period.number}
            return place(Period(period.grain, year=stated, **fields))  # type: ignore[arg-type]
    return None


def _paragraph_before(lower: str, start: int) -> int:
    """Where the paragraph of the sentence at `start` begins, or the one before it where the sentence opens its own."""
    line = lower.rfind("\n", 0, start) + 1
    if line < start:
        return line
    return lower.rfind("\n", 0, len(lower[:start].rstrip())) + 1


def _in_year(span: Span, stated: Period, *, on: datetime.date | None, year: int | None) -> DateValue | None:
    """A range of days or months in the year that *cùng kỳ* states: *từ 3/3/2025 đến 12/5/2025*, then of 2024."""
    now = place(span, on=on, year=year)
    if now is None or now.first is None or now.last is None or now.first.year != now.last.year:
        return None
    earlier = stated.year if stated.year is not None else now.first.year + (stated.shift or 0)
    if earlier != now.first.year - 1 or span.first.grain not in ("day", "month"):
        return None
    return place(Span(*(msgspec.structs.replace(end, year=earlier, shift=None) for end in (span.first, span.last))))
