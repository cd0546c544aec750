"""Where dates stand in a report."""

import collections
import datetime
import itertools
from typing import get_args

import msgspec
import regex

from vnreports.extract.months_elapsed import elapsed
from vnreports.normalize.dates import LISTED_PERIOD, find_expressions
from vnreports.normalize.periods import Compared, DateValue, Expression, Period, Span, place
from vnreports.page import Page
from vnreports.records import Bound, Date
from vnreports.rules import Found, Pattern

_PART = r"hết|cuối|đầu|giữa|ngày|hôm|sáng|trưa|chiều|tối|đêm|rạng\ sáng|mốc|thời\ điểm|thời\ hạn|khoảng"
_CLOCK = r"\d{1,2}h\d{0,2}|\d{1,2}\ giờ(?:\ \d{1,2}\ phút)?"
_POINT_BOUND = Pattern(
    rf"(?<!\w)(?:(?:(?P<before>trước|đến|tới|hết|(?:chậm|muộn)\ nhất(?:\ (?:là|vào|trong))?)|(?P<after>từ|sau))"
    rf"\ (?:(?:{_PART}|{_CLOCK})\ )*"
    # *tốt hơn tháng 4* compares; in *khoảng 8h ngày 5/3* the hour is not sure, not the day
    rf"|(?:(?P<under>gần)|(?P<about>khoảng|chừng|tầm))\ (?:(?:{_PART})\ )*)$",
    regex.VERBOSE | regex.REVERSE,  # read from its end, where it must stand
)
_LENGTH_BOUND = Pattern(
    r"(?<!\w)(?:(?P<before>trước)|(?P<after>sau|từ|kể\ từ)|(?P<over>hơn|trên|(?<!không\ )quá)"
    r"|(?P<under>gần|dưới|chưa\ đầy|chưa\ đến|chưa\ tới)|(?P<about>khoảng|chừng|tầm))\ (?:“)?$",
    regex.VERBOSE | regex.REVERSE,
)
_BOUNDS: dict[str, Bound] = {name: name for name in get_args(Bound)}
_COMPARES = Pattern(r"(?<!\w)(?:so(?:\ với)?|hơn|bằng|từ)\ (?:[^.,;:()\n]{0,20}\ )?$")
_LOOKING_BACK = Pattern(r"(?<!\w)hồi (?:(?:đầu|giữa|cuối|sáng|chiều|tối|đêm) )?$")
_DONE = Pattern(r"(?<!\w)đã(?!\w)", plain=True)
_TO_COME = Pattern(r"(?<!\w)(?:sẽ|dự kiến|kế hoạch|h[àằ]ng năm)(?!\w)", plain=True)
_AIM = Pattern(r"(?<!\w)(?:phấn\ đấu|sẽ|dự\ kiến|mục\ tiêu|yêu\ cầu)(?!\w)", plain=True)
_BY_THEN = ("hết ", "trước ", "chậm nhất ")
_FAR_AHEAD = 60  # days
_OPENING = 12


def find_dates(page: Page, *, doc: str) -> list[Date]:
    """The date records of the page, in text order, numbered d1, d2, …

    >>> from datetime import date
    >>> from vnreports.page import read_page
    >>> page = read_page("Họp sáng 11/9", published=date(2025, 9, 12))
    >>> [(date.text, date.edtf) for date in find_dates(page, doc="d")]
    [('11/9', '2025-09-11')]
    """
    found = _find_expressions(page)
    year = _usual_year(found) if page.published is None else None
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
                bound=_read_bound(page, item.start, value),
            )
        )
    return dates


def _find_expressions(page: Page) -> list[Found[Expression]]:
    """The date expressions of the page, each with the day or the year that the words around it state for it."""
    found = [item for item in find_expressions(page.lower, page.syllables) if not page.is_silent(item.start, item.end)]
    found = [item for index, item in enumerate(found) if not _is_part_of_day(page, found, index)]
    found = [_told_right_after(page, found, index) for index in range(len(found))]
    stated = _usual_year(found) if page.published is None else page.published.year
    if stated is not None:
        told = {item.value.number for item in found if isinstance(item.value, Period) and item.value.grain == "months"}
        found = [elapsed(page, item, stated, told=told) for item in found]
    found = _share_years(page, [_looking_back(page, item) for item in found])
    return [_of_stated_year(page, found, index) for index in range(len(found))]


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


def _share_years(page: Page, found: list[Found[Expression]]) -> list[Found[Expression]]:
    """The items, where those of a list have the year that one of them states: *quý I và quý II/2025*."""
    shared = [_of_last_year(page, found, index) for index in range(len(found))]
    for index, (left, right) in enumerate(itertools.pairwise(found)):
        first, second = left.value, right.value
        if not isinstance(first, Period) or not isinstance(second, Period) or first.grain != second.grain:
            continue
        if (
            page.lower[left.end : right.start] not in (" và ", ", ")
            or first.shift is not None
            or second.shift is not None
        ):
            continue
        if first.year is None and second.year is not None:
            shared[index] = msgspec.structs.replace(left, value=msgspec.structs.replace(first, year=second.year))
        elif second.year is None and first.year is not None:
            shared[index + 1] = msgspec.structs.replace(right, value=msgspec.structs.replace(second, year=first.year))
    return shared


def _of_last_year(page: Page, found: list[Found[Expression]], index: int) -> Found[Expression]:
    """The item; one of a list of months or quarters without a year is of the year that the last of them has."""
    item = found[index]
    if item.rule != LISTED_PERIOD or not isinstance(item.value, Period) or item.value.year is not None:
        return item
    last = item
    for other in found[index + 1 :]:
        if other.rule != LISTED_PERIOD or page.lower[last.end : other.start] not in (", ", " và "):
            break
        last = other
    placed = place(last.value, on=page.published)
    if placed is None or placed.first is None:
        return item
    return msgspec.structs.replace(item, value=msgspec.structs.replace(item.value, year=placed.first.year, shift=None))


def _looking_back(page: Page, item: Found[Expression]) -> Found[Expression]:
    """The item as one of the past where the words say so: *hồi tháng ba* in a report of November."""
    period = item.value
    if not isinstance(period, Period) or period.hint:
        return item
    if _is_aim(page, item, period):
        return msgspec.structs.replace(item, value=msgspec.structs.replace(period, hint=1))
    before = max(0, item.start - 12)
    told = "hồi " in page.lower[before : item.start] and _LOOKING_BACK.search(page.lower, before, item.start)
    if not told and not _is_done(page, item, period):
        return item
    return msgspec.structs.replace(item, value=msgspec.structs.replace(period, hint=-1))


def _is_aim(page: Page, item: Found[Expression], period: Period) -> bool:
    """Whether a month or quarter that is over is told of as one to come: *phấn đấu đến hết quý III* in January."""
    if period.grain not in ("month", "quarter") or period.year is not None or period.shift is not None:
        return False
    if page.published is None or not page.lower.endswith(_BY_THEN, 0, item.start):
        return False
    placed = place(period, on=page.published)
    over = placed is not None and placed.last is not None and placed.last < page.published
    return over and _AIM.search(page.lower, page.sentence_at(item.start)[0], item.start) is not None


def _is_done(page: Page, item: Found[Expression], period: Period) -> bool:
    """Whether a day far ahead of the report is told as done, so that it is last year's: *ngày 3/3 đã cưỡng chế*."""
    if period.grain != "day" or period.year is not None or page.published is None:
        return False
    day = place(period, on=page.published)
    if day is None or day.first is None or (day.first - page.published).days <= _FAR_AHEAD:
        return False
    sentence = page.sentence_at(item.start)
    return _DONE.search(page.lower, *sentence) is not None and not _TO_COME.search(page.lower, *sentence)


def _of_stated_year(page: Page, found: list[Found[Expression]], index: int) -> Found[Expression]:
    """The month or quarter, where it would lie ahead, in the year stated before it: *cả năm 2016 …, hết quý II …*."""
    item, period = found[index], found[index].value
    if not isinstance(period, Period) or period.grain not in ("day", "month", "quarter"):
        return item
    if period.year is not None or period.shift is not None or period.hint:
        return item
    stated = None if period.lunar else _year_around(page, found, index)
    if stated is not None:
        return msgspec.structs.replace(item, value=msgspec.structs.replace(period, year=stated))
    if period.grain == "day" or page.published is None:
        return item
    placed = place(period, on=page.published, year=None)
    if placed is None or placed.first is None or placed.first <= page.published:
        return item
    sentence = page.sentence_at(item.start)[0]
    for other in reversed(found[:index]):
        stated = other.value.year if isinstance(other.value, Period) and other.value.grain != "years" else None
        if other.start < sentence:
            break
        if stated is not None and not _COMPARES.search(page.lower, max(0, other.start - 30), other.start):
            past = stated == placed.first.year - 1
            return msgspec.structs.replace(item, value=msgspec.structs.replace(period, year=stated)) if past else item
    return item


def _year_around(page: Page, found: list[Found[Expression]], index: int) -> int | None:
    """The year of the date before that *cùng năm* says again, or the past one with which the sentence opens.

    *Tháng 2/1979 …, ngày 18/3 cùng năm*; *Năm 2017, … vào ngày 27/7*; what is counted up to a day may be of now.
    """
    item = found[index]
    years = ((other, other.value.year) for other in reversed(found[:index]) if isinstance(other.value, Period))
    if page.lower.startswith(" cùng năm", item.end):
        return next((year for _, year in years if year is not None), None)
    start = page.sentence_at(item.start)[0]
    if not page.lower.startswith(("năm ", "vào năm ", "trong năm "), start):
        return None
    opening = next(((other, year) for other, year in years if start <= other.start < start + _OPENING), None)
    if opening is None or opening[1] is None or opening[0].value.grain != "year":  # type: ignore[union-attr]
        return None
    past = page.published is None or opening[1] < page.published.year
    return (
        opening[1] if past and not _POINT_BOUND.search(page.lower[max(start, item.start - 30) : item.start]) else None
    )


def _usual_year(found: list[Found[Expression]]) -> int | None:
    """The year that the text names most often; of several, the latest."""
    years: collections.Counter[int] = collections.Counter()
    for item in found:
        ends = (item.value.first, item.value.last) if isinstance(item.value, Span) else (item.value,)
        for end in ends:
            period = end.year if isinstance(end, Compared) else end
            if isinstance(period, Period) and period.year is not None and period.grain != "years":
                years[period.year] += 1
    return max(years, key=lambda year: (years[year], year), default=None)


def _compared(page: Page, found: list[Found[Expression]], index: int, *, year: int | None) -> DateValue | None:
    """*cùng kỳ năm 2016*: the period that it is compared with, in the year that it states."""
    value = found[index].value
    if not isinstance(value, Compared):
        return None
    sentence = page.sentence_at(found[index].start)
    opens = found[index].start - sentence[0] < _OPENING  # So với cùng kỳ năm 2023, …
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


def _read_bound(page: Page, start: int, value: DateValue) -> Bound | None:
    """How the words right before a date limit it; a range has its two ends already."""
    if value.kind == "range" or "/" in (value.duration or ""):
        return None
    before = page.lower[max(0, start - 60) : start].replace("\n", "  ")
    if value.kind == "duration" and value.duration is None and before.endswith("từ "):
        return None  # từ 7 - 8 ngày
    match = (_LENGTH_BOUND if value.kind == "duration" else _POINT_BOUND).search(before)
    return _BOUNDS[match.lastgroup] if match and match.lastgroup else None
