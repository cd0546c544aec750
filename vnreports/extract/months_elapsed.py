"""Months of the year that are over, told by their number alone: *GRDP 9 tháng tăng 7,9%*."""

import msgspec

from vnreports.normalize.date_words import PARTS
from vnreports.normalize.periods import Expression, Length, Period
from vnreports.page import Page
from vnreports.rules import Found, Pattern

_ELAPSED = Pattern(r"P(\d{1,2})M", plain=True)
_COUNTED_UP = Pattern(rf"(?<!\w){PARTS['elapsed']}\)?\ (?:trong\ )?$", plain=True)
_OPENS = Pattern(r"(?:^|[\n:.–-]\s*)(?:cũng\ )?$")
_HAS_SOME = Pattern(
    r"\ (?:đã\ )?(?:có|đạt|ước|thu|chi|giải\ ngân|đón)\ (?:đạt\ )?(?:hơn\ |gần\ |khoảng\ |trên\ )?\d", plain=True
)
# tai nạn 11 tháng giảm cả ba mặt, GRDP 9 tháng ước tăng 6,12%
_RISES = Pattern(r"\ (?:ước\ |đã\ )?(?:tăng|giảm|đạt)(?!\w)")
_OF_SOMETHING = Pattern(
    r"(?<!\w)(?!(?:sau|trong|vòng|hạn|dài|hơn|gần|khoảng|chừng|suốt|mất|từ|đến|đây|trước|án|tù|phạt|cả|mỗi|là|và|với)"
    r"\ $)\p{L}+\ $"
)
_SAID = ("cho biết, ", "cho hay, ", "nêu rõ, ")  # …, trong 9 tháng, xảy ra 512 vụ
_GOES_ON = Pattern(
    r",\ |\ (?:mới|đã|ước|đạt|tăng|giảm|thu|chi|giải\ ngân|xuất\ khẩu|cả\ nước|toàn\ (?:tỉnh|quốc|thành))(?!\w)"
)


def elapsed(page: Page, item: Found[Expression], year: int, *, told: set[int]) -> Found[Expression]:
    """The item as the months of the year that are over, where figures are told of them: *GRDP 9 tháng tăng 7,9%*.

    `told` are the numbers of months that the report names with their year: *9 tháng đầu năm 2025*.
    """
    length = _ELAPSED.fullmatch(item.value.duration or "") if isinstance(item.value, Length) else None
    last = 11 if page.published is None else page.published.month
    if length is None or not 1 < int(length[1]) <= last:
        return item
    lower = page.lower
    if not _COUNTED_UP.search(lower, max(0, item.start - 40), item.start):
        just_over = int(length[1]) in told or (page.published is not None and int(length[1]) >= last - 1)
        if not just_over or not _opens_figures(lower, item):
            return item
    return msgspec.structs.replace(
        item, value=Period("months", number=int(length[1]), year=year), rule="date/months-elapsed"
    )


def _opens_figures(lower: str, item: Found[Expression]) -> bool:
    """Whether figures of the months are told right after them: *8 tháng, thu 5 tỷ đồng*, *trong 8 tháng đã có 9 vụ*."""
    within = lower.endswith("trong ", 0, item.start)
    if within and lower.startswith(", ", item.end) and lower.endswith(_SAID, 0, item.start - len("trong ")):
        return True
    if (
        not within
        and _RISES.match(lower, item.end)
        and _OF_SOMETHING.search(lower, max(0, item.start - 16), item.start)
    ):
        return True
    start = item.start - len("trong ") if within else item.start
    if within and _HAS_SOME.match(lower, item.end):
        return True
    return _GOES_ON.match(lower, item.end) is not None and _OPENS.search(lower, max(0, start - 6), start) is not None
