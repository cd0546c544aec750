"""When an amount holds: the calendar date that its own sentence names for it."""

from collections.abc import Sequence

from vnreports.resolve.date_roles import (
    A_DAY,
    dates_of_time,
    is_compared,
    is_compared_after,
    is_of_a_name,
    is_of_a_plan,
)
from vnreports.resolve.setting import Setting, Sighting
from vnreports.resolve.speech import Speech
from vnreports.resolve.status_cues import HIEN
from vnreports.rules import Pattern

_SAID = Pattern(
    r"(?<!\w)(?:cho\ biết|cho\ hay|cho\ rằng|thông\ báo|khẳng\ định|thông\ tin|nhấn\ mạnh|phát\ biểu|báo\ cáo|"
    r"phản\ ánh|nói|phân\ tích|trả\ lời|chia\ sẻ)(?!\w)",
    plain=True,
)
_ASKED = Pattern(r"(?<!\w)(?:(?<!trị\ )ước\ tính|đề\ nghị|kiến\ nghị|cáo\ buộc)(?!\w)", plain=True)
_UP_TO = ("tính đến ", "tính tới ", "đến hết ")
_SAME_DAY = Pattern(r"(?<!\w)cùng\ ngày(?!\w)")
_OWN_AMOUNT = Pattern(r"\ ?(?:\ ?(?:\(|:|là|đạt|chỉ|ở\ mức|khoảng|gần|hơn|tới|đến|mới|có|còn)\ ?)*", plain=True)
_OF_DATE = Pattern(
    r"\ (?:(?!so\ với|từ\b|trước\b|đến\b|và\b)\p{L}+\ ){0,3}?(?:(?:của|trong|vào|hồi)\ )?(?:cuối\ |đầu\ )?", plain=True
)
_MORE_THAN = ("hơn ", "hơn so với ", "hơn cả ", "hơn cuối ", "hơn đầu ")  # hơn năm trước 1.390 tỷ đồng
_PAUSE = Pattern(r"[.,;:()\n](?!\d)|(?<!\w)thì(?!\w)", plain=True)
_NOW = Pattern(rf"(?<!\w)(?:đến\ nay|hiện\ nay|{HIEN})(?!\w)")
# năm 2016 giao 108 khu đất nhưng đến nay mới thu hồi 88: the year is over
_BUT_NOW = Pattern(r"(?:nhưng|song|mà)\ (?:cho\ )?(?:đến|tới)\ nay(?!\w)", plain=True)
_LIST_FOLLOWS = Pattern(r"(?:trong\ đó|gồm|cụ\ thể|như\ sau|là)\ ?:")
_CLAUSE_END = Pattern(r"[;:“”()]|,\ |(?<!\w)(?:thì|và\ (?:báo\ cáo|sẽ|phấn\ đấu|dự\ kiến))(?!\w)")
_RESTATED = Pattern(r"^[^()\n]{0,12}\)|\([^()\n]{0,40}\)")
_WHEN = Pattern(
    r",\ (?:(?:vào|lúc|khoảng|gần|hồi|rạng|sáng|trưa|chiều|tối|đêm|khuya|ngày|mùng\ \d\ tết|\d{1,2}(?:h\d{0,2}|\ giờ))"
    r"\ \(?)+$",
    plain=True,
)
_ASIDE = Pattern(r"\ ?(?:\p{L}+\ ){0,4}\((?:trong\ |vào\ |hồi\ )?", plain=True)
_SENTENCE_ENDS = Pattern(r"(?:\ \([^()\n]{1,30}\))?[\s).”\"]*")
# thành lập từ ngày 1/7 trên cơ sở nhập 3 xã, có diện tích 62 km2: no area of that day
_OF_THE_NEW = Pattern(r"[,;]\ (?:có\ )?(?:tổng\ )?(?:diện\ tích|dân\ số|quy\ mô)(?!\w)", plain=True)
# 2.390 tỷ đồng Ngày 10/2, Bộ …: a heading without a stop runs into the next sentence
_RUNS_IN = Pattern(r"[^\s.:;!?“\"(–-]\ (?:Ngày|Chiều|Sáng|Trưa|Tối|Đêm|Hôm|Năm|Tháng|Từ|Vào|Đến|Trước|Sau)(?=\ )")
_IN_BRACKETS = Pattern(r"\ \((?:khoảng\ |tương\ đương\ |gần\ |hơn\ |xấp\ xỉ\ |với\ )*")
_BY_HOW_MUCH = Pattern(r",\ (?:tăng|giảm|cao\ hơn|thấp\ hơn|vượt)\ [^;:\n]*", plain=True)
_FROM_THEN = Pattern(
    r"[^,;:()\d\n]{0,40},\ (?:áp\ dụng|thực\ hiện|có\ hiệu\ lực(?:\ thi\ hành)?|kể)\ (?:kể\ )?từ\ (?:ngày\ )?"
)
_OF_WHICH = Pattern(r"[,;]\ trong\ đó|,\ (?:bao\ )?gồm|\ \((?:bao\ gồm|gồm|trong\ đó)", plain=True)
_ONE_DAY = Pattern(r"(?:ngày\ )?\d{1,2}(?:[/.-]\d{1,2})?")
_NEAR = 80
_OPENING = 40


def resolve_date(
    setting: Setting, amount: tuple[int, int], sentence: tuple[int, int], *, speech: Speech | None, compared: bool
) -> str | None:
    """The id of the calendar date at or over which an amount at [start, end) holds, named in its sentence, or None.

    In an official's words only what they name counts. A compared amount (*so với 7,2 tỷ của năm 2022*) has only the
    date that follows it, and that date is nobody else's.
    """
    lower, (offset, end) = setting.page.lower, amount
    offset = _restated_from(setting, offset)
    start = sentence[0]
    if speech is not None and lower.find(", theo ", start, speech.start) < 0:  # cả năm 2020, theo ông Mẫu, tỉnh thu …
        start = max(start, speech.start)
    dates = dates_of_time(setting, start, sentence)
    if not dates:
        return None
    after = [date for date in dates if date.start >= end]
    if after and _runs_in(setting, end, after[0].start):
        after = []
    if after and _is_aside(lower, end, after[0]):
        return after[0].id
    following = after[0] if after and _follows(lower, start, (offset, end), after[0]) else None
    own = [date for date in dates if date.end <= offset and _is_own(lower, date, offset)]
    if following is not None and (compared or _OF_DATE.fullmatch(lower, end, following.start)):
        return following.id  # 26,1% năm 2015: closer than what came before; năm 2013 và 2014: the first
    if compared:
        return own[-1].id if own else None
    before = [date for date in dates if date in own or (date.end <= offset and _leads(setting, date, offset))]
    while len(before) > 1 and is_of_a_name(lower, before[-1], offset):
        before.pop()
    if before and is_of_a_plan(lower, before[-1].end, offset):
        return None
    if before and _still_holds(lower, before[-1], offset, start):
        first = _first_of_list(lower, before)
        several = first < len(before) - 1 and _ONE_DAY.fullmatch(lower, before[first].start, before[first].end)
        return None if several else before[first].id  # ngày 9, 10 và 17 tháng 5: on none of them alone
    if following is not None and following.start - end < _NEAR:
        return following.id
    return after[-1].id if after and not before and _closes_sentence(lower, after[-1], sentence[1]) else None


def _is_own(lower: str, date: Sighting, offset: int) -> bool:
    """Whether a date stands right before the amount, and is not only what that is more than: *hơn năm trước 3 tỷ*."""
    if not _OWN_AMOUNT.fullmatch(lower, date.end, offset):
        return False
    return not lower.endswith(_MORE_THAN, 0, date.start) or lower.find("(", date.end, offset) >= 0


def _follows(lower: str, start: int, amount: tuple[int, int], date: Sighting) -> bool:
    """Whether a date after an amount, in a sentence from `start`, is told of it, and not of what it is compared with.

    An amount of now has none: *đến nay có 76 triệu thẻ và 6 tháng đầu năm …*.
    """
    offset, end = amount
    if not _is_in_clause(lower, end, date) or is_compared_after(lower, offset, end, date):
        return False
    return lower.find(" và ", end, date.start) < 0 or _NOW.search(lower, start, end) is None


def _leads(setting: Setting, date: Sighting, offset: int) -> bool:
    """Whether a date before the amount at `offset` is neither compared with nor another amount's."""
    return not is_compared(setting.page.lower, date) and not _is_taken(setting, date, offset)


def _is_aside(lower: str, end: int, date: Sighting) -> bool:
    """Whether the date stands alone in brackets right after an amount that ends at `end`: *2,11 con (2021)*."""
    return lower.startswith(")", date.end) and _ASIDE.fullmatch(lower, end, date.start) is not None


def _runs_in(setting: Setting, end: int, date: int) -> bool:
    """Whether the date at `date` opens a sentence that the one before, up to `end`, runs into without a stop."""
    text, near = setting.page.text, max(end, date - 7)
    return text[near : date + 1] != setting.page.lower[near : date + 1] and bool(
        _RUNS_IN.search(text, end - 1, date + 6)
    )


def _restated_from(setting: Setting, offset: int) -> int:
    """Where the amount begins that one at `offset` restates: *3 tỷ euro (3,3 tỷ USD)*; else `offset`."""
    lower = setting.page.lower
    if lower.rfind("(", max(0, offset - 16), offset) < 0:
        return offset
    last = next((span for span in reversed(setting.amounts) if span[1] <= offset), None)
    return last[0] if last is not None and _IN_BRACKETS.fullmatch(lower, last[1], offset) else offset


def _first_of_list(lower: str, dates: Sequence[Sighting]) -> int:
    """The index of the last date, or of the first of the list that it ends: *trong năm 2013, 2014 và 2015*."""
    first = len(dates) - 1
    joints: tuple[str, ...] = (" và ", " hoặc ")
    while first and lower[dates[first - 1].end : dates[first].start] in joints:
        first -= 1
        joints = (", ", " và ", " hoặc ")
    return first


def _is_in_clause(lower: str, end: int, date: Sighting) -> bool:
    """Whether a date after an amount stands in its clause; a restatement between is no end of it.

    *cần 60 tỷ kronor (7 tỷ USD) giai đoạn 2017 - 2020*: the date is that of both amounts.
    """
    between = lower[end : date.start]
    if _FROM_THEN.fullmatch(between):
        return True
    between = between.removesuffix("năm (")  # trong 5 năm (2016-2020)
    if "(" in between or between.startswith(")"):
        between = _RESTATED.compiled.sub("", between)
    return not _CLAUSE_END.search(between)


def _closes_sentence(lower: str, date: Sighting, end: int) -> bool:
    """Whether the date says at the end of a sentence when all that happened: *tông 5 xe máy …, chiều 10/9.*"""
    return (
        _SENTENCE_ENDS.fullmatch(lower, date.end, end) is not None
        and _WHEN.search(lower, max(0, date.start - 24), date.start) is not None
    )


def date_of_compared(setting: Setting, end: int, sentence: tuple[int, int]) -> str | None:
    """The date that follows a compared amount that ends at `end`, or None."""
    after = setting.dates.between(end, sentence[1])
    return after[0].id if after and not _CLAUSE_END.search(setting.page.lower, end, after[0].start) else None


def _still_holds(lower: str, date: Sighting, offset: int, start: int) -> bool:
    """Whether a date before an amount still holds at it: no *đến nay*, no later clause, no one who reports it."""
    between = lower[date.end : offset]
    day = A_DAY.fullmatch(lower, date.start, date.end)
    over = between.startswith(",") and not day and lower.find("tháng", date.start, date.end) < 0
    said = None if over else _SAID.search(between)  # trong quý III/2016, bộ cho biết đã chi …: over the quarter
    if said is None and day and not lower.endswith(_UP_TO, 0, date.start):
        said = _ASKED.search(between)  # ngày 20/10, bộ đề nghị chi 300 triệu USD: the day of the asking
    if day and between.startswith(" cho thấy "):  # báo cáo tại hội nghị sáng 13/1 cho thấy: the day of the report
        return False
    if said is not None:
        return bool(_SAME_DAY.search(between, said.end()))
    if "trên cơ sở " in between and _OF_THE_NEW.search(between):
        return False
    opens = date.start - start < _OPENING  # Năm 2025, …, đến nay …: the year still holds
    colon = between.find(":")
    now = (_BUT_NOW if opens else _NOW).search(between) if "nay" in between or "hiện" in between else None
    # ngày 1/6 phạt 24 cơ sở, trong đó: 11 cơ sở …; năm 2025 đạt các chỉ tiêu sau: …
    return (colon < 1 or not day or _LIST_FOLLOWS.search(between) is not None) and between[:1] != ";" and not now


def _is_taken(setting: Setting, date: Sighting, offset: int) -> bool:
    """Whether the date belongs to an amount right before it: *sau 3.000 tỷ đồng cấp hồi tháng 12/2016, nay thêm …*."""
    lower = setting.page.lower
    if lower[date.end : date.end + 1] == ")":
        last = next((end for _, end in reversed(setting.amounts) if end <= date.start), None)
        if last is not None and _is_aside(lower, last, date):
            return True
    close = lower.find(")", date.end, offset)
    if close >= 0 and lower.find("(", date.end, close) < 0 and any(date.end <= at < close for at, _ in setting.amounts):
        return True  # tăng 11% (năm 2024 tăng 15%), vượt 14%
    if not _PAUSE.search(lower, date.end, offset):
        return False
    # đạt 53 tỷ USD năm 2016, trong đó xuất siêu 30,9 tỷ USD
    led = lower.find("trong đó", date.end, offset) >= 0 or lower.find("gồm", date.end, offset) >= 0
    if led and _OF_WHICH.search(lower, date.end, offset):
        return False
    if _BY_HOW_MUCH.fullmatch(lower, date.end, offset):  # đạt 3 tỷ USD năm 2017, tăng 9%
        return False
    earlier = [end for _, end in setting.amounts if date.start - _OPENING < end <= date.start]
    return bool(earlier) and not _PAUSE.search(lower, earlier[-1], date.start)
