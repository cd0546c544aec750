"""When an amount holds: the calendar date that its own sentence names for it."""

from collections.abc import Sequence

from vnreports.resolve.setting import Setting, Sighting
from vnreports.resolve.speech import Speech
from vnreports.resolve.status import HIEN
from vnreports.rules import Pattern

_SAID = Pattern(
    r"(?<!\w)(?:cho\ biết|cho\ hay|cho\ rằng|thông\ báo|khẳng\ định|thông\ tin|nhấn\ mạnh|phát\ biểu|báo\ cáo|"
    r"phản\ ánh|nói|phân\ tích|trả\ lời|chia\ sẻ)(?!\w)",
    plain=True,
)
_ASKED = Pattern(r"(?<!\w)(?:(?<!trị\ )ước\ tính|đề\ nghị|kiến\ nghị|cáo\ buộc)(?!\w)", plain=True)
_UP_TO = (
    "tính đến ",
    "tính đến ngày ",
    "tính đến hết ",
    "đến hết ",
    "tính tới ",
    "tính đến hết ngày ",
    "đến hết ngày ",
)
_SAME_DAY = Pattern(r"(?<!\w)cùng\ ngày(?!\w)")
_ACT_OR_BIRTH = Pattern(r"[/-]|số\ |nghị\ |quyết\ |luật\ |sn|sinh", plain=True)  # a first look for the next one
_ISSUED = Pattern(
    r"(?:sn|sinh|sinh\ năm|sinh\ ngày)\ :?$|"
    r"(?:[/-]\p{L}(?:\p{L}|[\d/-])*|(?:số|nghị\ định|nghị\ quyết|quyết\ định|luật)\ [\d/.]+)\ ?,?\ (?:ra\ |ký\ )?$",
)
_COMPARED_DATE = Pattern(r"(?:(?<!\w)so(?:\ với)?|hơn|bằng)\ (?:[^.,;:()\n]{0,30}\ )?$")
_OWN_AMOUNT = Pattern(r"\ ?(?:\ ?(?:\(|:|là|đạt|chỉ|ở\ mức|khoảng|gần|hơn|tới|đến|mới|có|còn)\ ?)*", plain=True)
_OF_DATE = Pattern(
    r"\ (?:(?!so\ với|từ\b|trước\b|đến\b|và\b)\p{L}+\ ){0,3}?(?:(?:của|trong|vào|hồi)\ )?(?:cuối\ |đầu\ )?", plain=True
)
_TIMES = Pattern(r"(?<!\w)gấp\ [^;:\n]{0,16}$")
_PAUSE = Pattern(r"[.,;:()\n](?!\d)|(?<!\w)thì(?!\w)")
_NOW = Pattern(rf"(?<!\w)(?:đến\ nay|hiện\ nay|{HIEN})(?!\w)")
# năm 2016 giao 108 khu đất nhưng đến nay mới thu hồi 88: the year is over
_BUT_NOW = Pattern(r"(?:nhưng|song|mà)\ (?:cho\ )?(?:đến|tới)\ nay(?!\w)", plain=True)
_LIST_FOLLOWS = Pattern(r"(?:trong\ đó|gồm|cụ\ thể|như\ sau|là)\ ?:")
# Theo báo cáo của Chính phủ chiều 23/10, thu ngân sách đạt …: the day of the report, not of what it tells
_REPORTED = Pattern(r"theo\ [^,;:\n]{0,90}$")
_A_DAY = Pattern(r"(?:ngày\ )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|(?!năm|tháng|tuần)\p{L}+\ (?:nay|qua)", plain=True)
_CLAUSE_END = Pattern(r"[;:“”()]|,\ |(?<!\w)(?:thì|và\ (?:báo\ cáo|sẽ|phấn\ đấu|dự\ kiến))(?!\w)")
_RESTATED = Pattern(r"^[^()\n]{0,12}\)|\([^()\n]{0,40}\)")
_WHEN = Pattern(
    r",\ (?:(?:vào|lúc|khoảng|gần|hồi|rạng|sáng|trưa|chiều|tối|đêm|khuya|ngày|mùng\ \d\ tết|\d{1,2}(?:h\d{0,2}|\ giờ))"
    r"\ \(?)+$",
    plain=True,
)
_ASIDE = Pattern(r"\ ?(?:\p{L}+\ ){0,4}\((?:trong\ |vào\ |hồi\ )?", plain=True)
_SENTENCE_ENDS = Pattern(r"(?:\ \([^()\n]{1,30}\))?[\s).”\"]*")
# căn cứ giấy phép cấp ngày 17/2, …; thành lập năm 2014, công ty có …: no day of what is told then
_BASED_ON = Pattern(r"(?<!\w)căn\ cứ\ [^,;:\n]{0,90}$")
_FOUNDED = Pattern(r"(?<!\w)(?:thành\ lập|ra\ đời)\ (?:từ\ |vào\ |hồi\ )?$")
# thành lập từ ngày 1/7 trên cơ sở nhập 3 xã, có diện tích 62 km2: no area of that day
_OF_THE_NEW = Pattern(r"[,;]\ (?:có\ )?(?:tổng\ )?(?:diện\ tích|dân\ số|quy\ mô)(?!\w)", plain=True)
_DELIVERED = Pattern(r"(?<!bàn\ )(?:kỳ\ hạn|giao|giao\ hàng)\ (?:trong\ |vào\ )?$")  # cà phê giao tháng 7 tăng 19 USD
# 2.390 tỷ đồng Ngày 10/2, Bộ …: a heading without a stop runs into the next sentence
_RUNS_IN = Pattern(r"[^\s.:;!?“\"(–-]\ (?:Ngày|Chiều|Sáng|Trưa|Tối|Đêm|Hôm|Năm|Tháng|Từ|Vào|Đến|Trước|Sau)(?=\ )")
_IN_BRACKETS = Pattern(r"\ \((?:khoảng\ |tương\ đương\ |gần\ |hơn\ |xấp\ xỉ\ |với\ )*")
_BY_HOW_MUCH = Pattern(r",\ (?:tăng|giảm|cao\ hơn|thấp\ hơn|vượt)\ [^;:\n]*", plain=True)
_FROM_THEN = Pattern(
    r"[^,;:()\d\n]{0,40},\ (?:áp\ dụng|thực\ hiện|có\ hiệu\ lực(?:\ thi\ hành)?|kể)\ (?:kể\ )?từ\ (?:ngày\ )?"
)
_OF_WHICH = Pattern(r"[,;]\ trong\ đó|,\ (?:bao\ )?gồm|\ \((?:bao\ gồm|gồm|trong\ đó)", plain=True)
_ONE_DAY = Pattern(r"(?:ngày\ )?\d{1,2}(?:[/.-]\d{1,2})?")
_TIME_BEFORE_BRACKET = ("năm ", "tháng ", "quý ", "nay ", "qua ", "đầu ", "kỳ ", "đoạn ")  # trong 5 năm (2016 - 2020)
# 6 tháng thu 31 tỷ đồng, bằng 64% dự toán (48 tỷ đồng); tiêm 46% (mục tiêu trên 70%): no figures of these months
_OF_A_PLAN = Pattern(
    r"(?<!\w)(?:kế\ hoạch|dự\ toán|chỉ\ tiêu|mục\ tiêu|nghị\ quyết)\ (?:(?!năm)[^.,;:()\d\n]{0,30}\ )?$", plain=True
)
_IN_ITS_BRACKETS = Pattern(
    r"(?P<plan>(?:mục\ tiêu|kế\ hoạch|chỉ\ tiêu)(?:\ đề\ ra)?:?\ )?(?:(?:khoảng|hơn|gần|trên|là)\ )*", plain=True
)
_PLANS = ("hoạch", "dự toán", "tiêu", "nghị quyết")
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
    dates = _dates_of_time(setting, start, sentence)
    if not dates:
        return None
    after = [date for date in dates if date.start >= end]
    if after and _runs_in(setting, end, after[0].start):
        after = []
    following = after[0] if after and _is_in_clause(lower, end, after[0]) else None
    if following is not None and (
        _is_compared_after(lower, offset, end, following) or _is_told_of_now(lower, start, end, following)
    ):
        following = None
    if after and _is_aside(lower, end, after[0]):
        return after[0].id
    own = [date for date in dates if date.end <= offset and _OWN_AMOUNT.fullmatch(lower, date.end, offset)]
    if following is not None and (compared or _OF_DATE.fullmatch(lower, end, following.start)):
        return following.id  # 26,1% năm 2015: closer than what came before; năm 2013 và 2014: the first
    if compared:
        return own[-1].id if own else None
    before = [
        date
        for date in dates
        if date in own
        or (date.end <= offset and not _is_compared(lower, date) and not _is_taken(setting, date, offset))
    ]
    while len(before) > 1 and _is_of_a_name(lower, before[-1], offset):
        before.pop()
    if before:
        if _is_of_a_plan(lower, before[-1].end, offset):
            return None
        if not _still_holds(lower, before[-1], offset, start):
            return following.id if following is not None and following.start - end < _NEAR else None
        first = _first_of_list(lower, before)
        several = first < len(before) - 1 and _ONE_DAY.fullmatch(lower, before[first].start, before[first].end)
        return None if several else before[first].id  # ngày 9, 10 và 17 tháng 5: on none of them alone
    if following is not None and following.start - end < _NEAR:
        return following.id
    return after[-1].id if after and _closes_sentence(lower, after[-1], sentence[1]) else None


def _dates_of_time(setting: Setting, start: int, sentence: tuple[int, int]) -> list[Sighting]:
    """The dates from `start` to the sentence's end that may tell when something holds, each once."""
    lower = setting.page.lower
    dates = [
        date
        for date in setting.dates.between(start, sentence[1])
        if not _is_no_time(lower, date) and not _is_report_date(lower, date, sentence[0])
    ]
    return [date for at, date in enumerate(dates) if not at or not _says_again(lower, dates[at - 1], date)]


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
    day = _A_DAY.fullmatch(lower, date.start, date.end)
    over = between.startswith(",") and not day and lower.find("tháng", date.start, date.end) < 0
    said = None if over else _SAID.search(between)  # trong quý III/2016, bộ cho biết đã chi …: over the quarter
    if said is None and day and not lower.endswith(_UP_TO, 0, date.start):
        said = _ASKED.search(between)  # ngày 20/10, bộ đề nghị chi 300 triệu USD: the day of the asking
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


def _is_of_a_plan(lower: str, start: int, offset: int) -> bool:
    """Whether an amount after a date that ends at `start` is that of a plan in brackets: *bằng 64% dự toán (48 tỷ)*."""
    opened = lower.rfind("(", max(start, offset - 30), offset)
    told = _IN_ITS_BRACKETS.fullmatch(lower, opened + 1, offset) if opened >= 0 else None
    if told is None or told["plan"]:
        return told is not None
    led_by = lower[max(start, opened - 50) : opened]
    return any(word in led_by for word in _PLANS) and _OF_A_PLAN.search(led_by) is not None


def _is_of_a_name(lower: str, date: Sighting, offset: int) -> bool:
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
    if lower.find("căn cứ ", earliest, date.start) < 0 or _A_DAY.fullmatch(lower, date.start, date.end) is None:
        return False
    return _BASED_ON.search(lower, earliest, date.start) is not None


def _is_report_date(lower: str, date: Sighting, sentence: int) -> bool:
    """Whether the date is the day of the report or speech that the sentence opens with."""
    if not lower.startswith("theo ", sentence) or not lower.startswith(",", date.end):
        return False
    told = _REPORTED.fullmatch(lower, sentence, date.start)
    return told is not None and _A_DAY.fullmatch(lower, date.start, date.end) is not None


def _is_compared(lower: str, date: Sighting) -> bool:
    """Whether the date is only compared with: *tăng 8% so với năm 2016*, *cùng kỳ năm ngoái*."""
    before = _COMPARED_DATE.search(lower, max(0, date.start - 40), date.start)
    return before is not None or lower.startswith("cùng kỳ", date.start)


def _is_told_of_now(lower: str, start: int, end: int, date: Sighting) -> bool:
    """Whether an amount is one of now, and the date another's: *đến nay có 76 triệu thẻ và 6 tháng đầu năm …*."""
    return lower.find(" và ", end, date.start) >= 0 and _NOW.search(lower, start, end) is not None


def _is_compared_after(lower: str, offset: int, end: int, date: Sighting) -> bool:
    """Whether the date after an amount is what it is compared with: *tăng 8% so với …*, *gấp 2 lần năm 2020*."""
    return bool(_COMPARED_DATE.search(lower, end, date.start) or _TIMES.search(lower, max(0, offset - 20), date.start))
