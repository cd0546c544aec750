"""How the words right before a date or a length limit it: *trước 15/10*, *từ ngày 1/7*, *hơn 2 tháng*."""

from typing import get_args

import regex

from vnreports.normalize.periods import DateValue
from vnreports.page import Page
from vnreports.records import Bound
from vnreports.rules import Pattern

_PART = r"hết|cuối|đầu|giữa|ngày|hôm|sáng|trưa|chiều|tối|đêm|rạng\ sáng|mốc|thời\ điểm|thời\ hạn|khoảng"
_CLOCK = r"\d{1,2}h\d{0,2}|\d{1,2}\ giờ(?:\ \d{1,2}\ phút)?"
POINT_BOUND = Pattern(
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


def read_bound(page: Page, start: int, value: DateValue) -> Bound | None:
    """How the words right before a date limit it; a range has its two ends already."""
    if value.kind == "range" or "/" in (value.duration or ""):
        return None
    before = page.lower[max(0, start - 60) : start].replace("\n", "  ")
    if value.kind == "duration" and value.duration is None and before.endswith("từ "):
        return None  # từ 7 - 8 ngày
    match = (_LENGTH_BOUND if value.kind == "duration" else POINT_BOUND).search(before)
    return _BOUNDS[match.lastgroup] if match and match.lastgroup else None
