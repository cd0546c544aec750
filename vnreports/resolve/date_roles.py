"""What a date beside an amount says, if not when it holds: the day of a document, what is compared with, a name."""

from vnreports.resolve.setting import Setting, Sighting
from vnreports.rules import Pattern

_ACT_OR_BIRTH = Pattern(r"[/-]|số\ |nghị\ |quyết\ |luật\ |sn|sinh", plain=True)  # a first look for the next one
_ISSUED = Pattern(
    r"(?:sn|sinh|sinh\ năm|sinh\ ngày)\ :?$|"
    r"(?:[/-]\p{L}(?:\p{L}|[\d/-])*|(?:số|nghị\ định|nghị\ quyết|quyết\ định|luật)\ [\d/.]+)\ ?,?\ (?:ra\ |ký\ )?$",
)
_COMPARED_DATE = Pattern(r"(?:(?<!\w)so(?:\ với)?|hơn|bằng)\ (?:[^.,;:()\n]{0,30}\ )?$")
_TIMES = Pattern(r"(?<!\w)gấp\ [^;:\n]{0,16}$")
# Theo báo cáo của Chính phủ chiều 23/10, thu ngân sách đạt …: the day of the report, not of what it tells
_REPORTED = Pattern(r"theo\ [^,;:\n]{0,90}$")
A_DAY = Pattern(r"(?:ngày\ )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|(?!năm|tháng|tuần)\p{L}+\ (?:nay|qua)", plain=True)
# căn cứ giấy phép cấp ngày 17/2, …; thành lập năm 2014, công ty có …: no day of what is told then
_BASED_ON = Pattern(r"(?<!\w)căn\ cứ\ [^,;:\n]{0,90}$")
_FOUNDED = Pattern(r"(?<!\w)(?:thành\ lập|ra\ đời)\ (?:từ\ |vào\ |hồi\ )?$", plain=True)
_DELIVERED = Pattern(r"(?<!bàn\ )(?:kỳ\ hạn|giao|giao\ hàng)\ (?:trong\ |vào\ )?$")  # cà phê giao tháng 7 tăng 19 USD
_TIME_BEFORE_BRACKET = ("năm ", "tháng ", "quý ", "nay ", "qua ", "đầu ", "kỳ ", "đoạn ")  # trong 5 năm (2016 - 2020)
# 6 tháng thu 31 tỷ đồng, bằng 64% dự toán (48 tỷ đồng); tiêm 46% (mục tiêu trên 70%): no figures of these months
_OF_A_PLAN = Pattern(
    r"(?<!\w)(?:kế\ hoạch|dự\ toán|chỉ\ tiêu|mục\ tiêu|nghị\ quyết)\ (?:(?!năm)[^.,;:()\d\n]{0,30}\ )?$", plain=True
)
_IN_ITS_BRACKETS = Pattern(
    r"(?P<plan>(?:mục\ tiêu|kế\ hoạch|chỉ\ tiêu)(?:\ đề\ ra)?:?\ )?(?:(?:khoảng|hơn|gần|trên|là)\ )*", plain=True
)
_PLANS = ("hoạch", "dự toán", "tiêu", "nghị quyết")


def dates_of_time(setting: Setting, start: int, sentence: tuple[int, int]) -> list[Sighting]:
    """The dates from `start` to the sentence's end that may tell when something holds, each once."""
    lower = setting.page.lower
    dates = [
        date
        for date in setting.dates.between(start, sentence[1])
        if not _is_no_time(lower, date) and not _is_report_date(lower, date, sentence[0])
    ]
    return [date for at, date in enumerate(dates) if not at or not _says_again(lower, dates[at - 1], date)]


def is_of_a_plan(lower: str, start: int, offset: int) -> bool:
    """Whether an amount after a date that ends at `start` is that of a plan in brackets: *bằng 64% dự toán (48 tỷ)*."""
    opened = lower.rfind("(", max(start, offset - 30), offset)
    told = _IN_ITS_BRACKETS.fullmatch(lower, opened + 1, offset) if opened >= 0 else None
    if told is None or told["plan"]:
        return told is not None
    led_by = lower[max(start, opened - 50) : opened]
    return any(word in led_by for word in _PLANS) and _OF_A_PLAN.search(led_by) is not None


def is_of_a_name(lower: str, date: Sighting, offset: int) -> bool:
    """Whether the date only explains in brackets what stands before them: *Quyết định 50 (giai đoạn 2016 - 2020)*.

    One that stands alone there does not: *kỳ quay 76 (11/1)*.
    """
    close, opened = lower.find(")", date.end, offset), lower.rfind("(", 0, date.start)
    if close < 0 or opened < 0 or lower.find("(", date.end, close) >= 0 or lower.find(")", opened, date.start) >= 0:
        return False
    return date.start - opened > 1 and not lower.endswith(_TIME_BEFORE_BRACKET, 0, opened)


def _says_again(lower: str, last: Sighting, date: Sighting) -> bool:
    """Whether a date in brackets says the one before it in the other calendar: *19/2 (mùng 10 Tết)*."""
    return lower[last.end : date.start] in (" (", " (tức ", ", tức ") and lower.find("t", date.start, date.end) >= 0


def _is_no_time(lower: str, date: Sighting) -> bool:
    """Whether the date is that of a document, a delivery or a foundation: *Nghị định số 178/2024 ngày 31/12/2024*."""
    near = max(0, date.start - 40)
    if _ACT_OR_BIRTH.search(lower, near, date.start) and _ISSUED.search(lower, near, date.start):
        return True
    if lower.startswith(",", date.end) and _FOUNDED.search(lower, max(0, date.start - 20), date.start):
        return True
    if lower.startswith("tháng", date.start) and _DELIVERED.search(lower, max(0, date.start - 20), date.start):
        return True
    earliest = max(0, date.start - 100)
    if lower.find("căn cứ ", earliest, date.start) < 0 or A_DAY.fullmatch(lower, date.start, date.end) is None:
        return False
    return _BASED_ON.search(lower, earliest, date.start) is not None


def _is_report_date(lower: str, date: Sighting, sentence: int) -> bool:
    """Whether the date is the day of the report or speech that the sentence opens with."""
    if not lower.startswith("theo ", sentence) or not lower.startswith(",", date.end):
        return False
    told = _REPORTED.fullmatch(lower, sentence, date.start)
    return told is not None and A_DAY.fullmatch(lower, date.start, date.end) is not None


def is_compared(lower: str, date: Sighting) -> bool:
    """Whether the date is only compared with: *tăng 8% so với năm 2016*, *cùng kỳ năm ngoái*."""
    before = _COMPARED_DATE.search(lower, max(0, date.start - 40), date.start)
    return before is not None or lower.startswith("cùng kỳ", date.start)


def is_compared_after(lower: str, offset: int, end: int, date: Sighting) -> bool:
    """Whether the date after an amount is what it is compared with: *tăng 8% so với …*, *gấp 2 lần năm 2020*."""
    return bool(_COMPARED_DATE.search(lower, end, date.start) or _TIMES.search(lower, max(0, offset - 20), date.start))
