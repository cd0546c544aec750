"""The year of a date that states none: of the list around it, of the sentence, of what is done or aimed at."""

import collections
import itertools

import msgspec

from vnreports.extract.date_bounds import POINT_BOUND
from vnreports.normalize.dates import LISTED_PERIOD
from vnreports.normalize.periods import Compared, Expression, Period, Span, place
from vnreports.page import Page
from vnreports.rules import Found, Pattern

_COMPARES = Pattern(r"(?<!\w)(?:so(?:\ với)?|hơn|bằng|từ)\ (?:[^.,;:()\n]{0,20}\ )?$")
_LOOKING_BACK = Pattern(r"(?<!\w)hồi (?:(?:đầu|giữa|cuối|sáng|chiều|tối|đêm) )?$")
_DONE = Pattern(r"(?<!\w)đã(?!\w)", plain=True)
_TO_COME = Pattern(r"(?<!\w)(?:sẽ|dự kiến|kế hoạch|h[àằ]ng năm)(?!\w)", plain=True)
_AIM = Pattern(r"(?<!\w)(?:phấn\ đấu|phải|sẽ|dự\ kiến|mục\ tiêu|yêu\ cầu)(?!\w)", plain=True)
_BY_THEN = ("hết ", "trước ", "chậm nhất ")
_FAR_AHEAD = 60  # days
OPENING = 12


def share_years(page: Page, found: list[Found[Expression]]) -> list[Found[Expression]]:
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


def looking_back(page: Page, item: Found[Expression]) -> Found[Expression]:
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
    """Whether a time that is over is told of as one to come: *phấn đấu đến hết quý III* in January."""
    if period.grain not in ("day", "month", "quarter") or period.year is not None or period.shift is not None:
        return False
    if page.published is None or not page.lower.endswith(_BY_THEN, 0, item.start):
        return False
    placed = place(period, on=page.published)
    over = placed is not None and placed.last is not None and placed.last < page.published
    if not over:
        return False
    start = page.sentence_at(item.start)[0]
    if period.grain == "day" and _DONE.search(page.lower, start, item.start):
        return False
    return _AIM.search(page.lower, start, item.start) is not None


def _is_done(page: Page, item: Found[Expression], period: Period) -> bool:
    """Whether a day far ahead of the report is told as done, so that it is last year's: *ngày 3/3 đã cưỡng chế*."""
    if period.grain != "day" or period.year is not None or page.published is None:
        return False
    day = place(period, on=page.published)
    if day is None or day.first is None or (day.first - page.published).days <= _FAR_AHEAD:
        return False
    sentence = page.sentence_at(item.start)
    return _DONE.search(page.lower, *sentence) is not None and not _TO_COME.search(page.lower, *sentence)


def of_stated_year(page: Page, found: list[Found[Expression]], index: int) -> Found[Expression]:
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
    opening = next(((other, year) for other, year in years if start <= other.start < start + OPENING), None)
    if opening is None or opening[1] is None or opening[0].value.grain != "year":  # type: ignore[union-attr]
        return None
    past = page.published is None or opening[1] < page.published.year
    return opening[1] if past and not POINT_BOUND.search(page.lower[max(start, item.start - 30) : item.start]) else None


def usual_year(found: list[Found[Expression]]) -> int | None:
    """The year that the text names most often; of several, the latest."""
    years: collections.Counter[int] = collections.Counter()
    for item in found:
        ends = (item.value.first, item.value.last) if isinstance(item.value, Span) else (item.value,)
        for end in ends:
            period = end.year if isinstance(end, Compared) else end
            if isinstance(period, Period) and period.year is not None and period.grain != "years":
                years[period.year] += 1
    return max(years, key=lambda year: (years[year], year), default=None)
