"""The rules that read dates: how Vietnamese news writes a point, an end of a range, and a duration.

Each rule is matched where one of its opening words or a digit stands (see `vnreports.normalize.dates`). Whether a bare
*5/9* is a date or a score is told by its neighbours, so a rule looks at the words around its match too.
"""

from collections.abc import Callable

import regex

from vnreports.lexicon import read_table
from vnreports.normalize.numbers import read_number
from vnreports.normalize.periods import Compared, Length, Period
from vnreports.rules import Rule

_MONTHS = {row["word"]: int(row["month"]) for row in read_table("months")}
_UNITS = {row["word"]: (row["letter"], int(row["count"])) for row in read_table("time_units")}
_RELATIVE = {row["phrase"]: row for row in read_table("relative_dates")}
_YEAR_SHIFTS = {"nay": 0, "ngoái": -1, "trước": -1, "rồi": -1, "tới": 1, "sau": 1}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "nhật": 6} | {str(n): n - 2 for n in range(2, 8)}
_ROMAN = {"x": 10, "v": 5, "i": 1}


def _any(words: object) -> str:
    """An alternation of the words, the longest first, with blanks written for a verbose pattern."""
    ordered = sorted((str(word) for word in words), key=lambda word: (-len(word), word))  # type: ignore[attr-defined]
    return "(?:" + "|".join(regex.escape(word, literal_spaces=False) for word in ordered) + ")"


PARTS = {
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])",
    "month": r"(?P<month>0?[1-9]|1[0-2])",
    "month_word": rf"(?P<word>{_any(_MONTHS)})",
    "year": r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d)",
    "rel": r"(?P<rel>nay|ngoái|trước(?!\ đó)|tới|sau(?!\ đó))(?!\w)",
    "date_word": r"ngày\ (?:mùng\ |mồng\ )?",
    # a number goes on to the left (*1.234*, *36/2*, *2021-*) or belongs to a label (*số 05/2025*, *điều 12*)
    "apart": r"(?<![\d\p{L}.,/–-])(?<!(?:\d|^)[.,/–-]\ )",
    "unlabelled": r"(?<!(?<!\w)(?:số|điều|khoản|điểm|mục|nghị\ định|thông\ tư|quyết\ định|chỉ\ thị|nghị\ quyết|luật|công\ văn"
    r"|thứ|khóa|đợt|lần|kỳ|lớp|quận|phường|tổ|tầng|ngõ|hẻm|ngách|kiệt|lô|thửa|trang|chương|phần|hạng|loại|cấp|phút)\ )",
    # *5/9*, not *5/9/2025*, *5/9%*, *12/5-CP*
    "closed": r"(?!\d|[.,/]\d|[–-]\d(?!\d?[/.-]\d)|\ ?%|/\p{L}|\ (?:\(?âm\ lịch|al(?!\w)))",
    "law": r"(?<!\w)(?:(?<!(?:kỷ|pháp|quy|xây\ dựng)\ )luật(?!\ sư)|hiến\ pháp|pháp\ lệnh)"
    r"(?:\ \(?(?!(?:có|được|đã|sẽ|trình|ban\ hành|thông\ qua|áp\ dụng|hiệu\ lực|từ|trong|vào|đến|trước|sau)(?!\w))[\p{L}]+\)?,?){0,9}\ ",
    "act": r"(?<!\w)(?:nghị\ định|thông\ tư|nghị\ quyết|quyết\ định|chỉ\ thị|luật|hiến\ pháp)(?:\ [\p{L}()]+){0,7}\ ",
    "part_of_day": r"(?:sáng|trưa|chiều|tối|đêm|khuya|sớm)",
    "strong": r"(?:(?:{part})(?:\ (?:nay|qua|mai))?,?|hôm(?:\ (?:nay|qua|mai|kia)),?|hôm|ngày\ mai,?|phiên|mùng|mồng|quốc\ khánh|lễ"
    r"|dịp|hết|thứ\ (?:hai|ba|tư|năm|sáu|bảy|[2-7]),?|chủ\ nhật,?|\d\ giờ|\dh\d{0,2},?)\ ".replace(
        "{part}", "sáng|trưa|chiều|tối|đêm|khuya|sớm"
    ),
    "weak": r"(?:từ|đến|tới|trước|sau|vào|hạn|kể\ từ|bắt\ đầu|\d/\d{1,2}\ và|\d/\d{1,2},)\ ",
    # *trên 2/3 số hộ*, *đạt 5/9 tiêu chí*: what follows a fraction or a ratio
    "shared": r"(?!\ (?:số|dân|tổng|diện|thời|chi|sản|chu|của|quãng|chiều|lượng|hộ|xã|tiêu|người|đại|nhu|kim|trong|cổ|mức|quỹ|giá"
    r"|năng|kế|doanh|nguồn|học|thành|ca|tinh|độ|phiếu|thôn|huyện|tỉnh)(?!\w))",
    # a bare year is followed by nothing that it could count: *2000 hộ*
    "uncounted": r"(?!\ (?!(?:và|là|của|đến|tới|có|đã|sẽ|được|với|tại|về|theo|cho|do|thì|này|nhưng|để|khi|ở|trên|trong|vừa)(?!\w))"
    r"\p{L})(?!\ ?%)(?![.,/]\d|[–-]\d(?!\d{3}(?!\d)))(?!-?\p{L})(?!\ \d)",
    "ahead": r"(?:(?=\ (?P<hint>tới(?!\ (?:\d|ngày|tháng|năm|nay|hết))|sắp\ tới|tới\ đây|vừa\ qua|vừa\ rồi))?)",
    "number": r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|lăm|tư|trăm|nghìn|ngàn|vạn|linh|lẻ)",
    "digits": r"\d+(?:[.,]\d+)*",
    "unit": r"(?P<unit>ngày\ đêm|tuần\ lễ|thập\ kỷ|thập\ niên|thế\ kỷ|ngày|tuần|tháng|quý|năm|phút|giây)(?![\w/])",
    # *6 tháng tiền lương* is an amount, *3 tháng tuổi* an age, *năm 2025* after a label number a year
    "length_end": r"(?!\ (?:tuổi|tiền\ lương|lương|phụ\ cấp|trợ\ cấp|tiền\ trợ|mức\ lương|đầu\ năm|cuối\ năm)(?!\w))"
    r"(?!\ \d(?!\d{3}\ ?[–-]))(?!\ tháng\ \d)",
    "within": r"(?<=(?<!\w)(?:trong|suốt|vòng|hơn|gần|mất|dài|thêm|sau|chỉ|cách\ đây|qua|liên\ tục|cả|khoảng|chừng|hạn|được|nghỉ|trước"
    r"|tới|quá|đầy|đến|những|,|“|là|có)\ )",
    "clock_end": r"(?!\ (?:\d|sáng|trưa|chiều|tối|đêm|ngày\ (?:\d|mai|hôm|mùng)|hôm|rạng|cùng|kém|rưỡi\ (?:sáng|chiều|tối)|nay|giờ))",
}


def _whole(match: "regex.Match[str]", name: str) -> int | None:
    """The number in a group of the match, or None where the pattern has no such group or it is empty."""
    groups = match.groupdict()
    return int(groups[name]) if groups.get(name) else None


def _year(match: "regex.Match[str]") -> dict[str, int | None]:
    """The fields that tell the year: stated, or by its distance (*năm ngoái*), or a hint (*tới*, *vừa qua*)."""
    groups = match.groupdict()
    rel, hint = groups.get("rel"), groups.get("hint") or ""
    return {
        "year": _whole(match, "year"),
        "shift": _YEAR_SHIFTS[rel] if rel else None,
        "hint": 0 if not hint else (-1 if hint.startswith("vừa") else 1),
    }


def _read_month(match: "regex.Match[str]") -> int:
    word = match.groupdict().get("word")
    return _MONTHS[word] if word else int(match["month"])


def _read_day(match: "regex.Match[str]") -> Period:
    return Period("day", month=_read_month(match), day=int(match["day"]), **_year(match))  # type: ignore[arg-type]


def _read_month_period(match: "regex.Match[str]") -> Period:
    return Period("month", month=_read_month(match), **_year(match))  # type: ignore[arg-type]


def _read_quarter(match: "regex.Match[str]") -> Period:
    quarter = match["quarter"]
    number = _QUARTERS[quarter] if quarter in _QUARTERS else int(quarter)
    return Period("quarter", number=number, **_year(match))  # type: ignore[arg-type]


def _read_months(match: "regex.Match[str]") -> Period | None:
    count = read_number(match["count"])
    months = int(count or 0) * (3 if match["grain"] == "quý" else 1)
    if not 1 <= months <= 11:
        return None
    which = match.groupdict().get("which")
    return Period("months", number=-months if which == "cuối" else months, **_year(match))  # type: ignore[arg-type]


def _read_half(match: "regex.Match[str]") -> Period:
    return Period("months", number=6 if match["which"] == "đầu" else -6, **_year(match))  # type: ignore[arg-type]


def _read_year(match: "regex.Match[str]") -> Period:
    return Period("year", year=int(match["year"]))


def _read_decade(match: "regex.Match[str]") -> Period:
    year = int(match["decade"])
    return Period("years", year=year if year > 99 else 1900 + year, number=10)


def _read_century(match: "regex.Match[str]") -> Period | None:
    numeral = match["century"]
    if numeral.isdigit():
        century = int(numeral)
    else:
        values = [_ROMAN[char] for char in numeral]
        century = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return Period("years", year=century * 100 - 99, number=100) if 10 <= century <= 21 else None


def _read_relative(match: "regex.Match[str]") -> Period:
    row = _RELATIVE[match["phrase"]]
    return Period(row["grain"], shift=int(row["shift"]))  # type: ignore[arg-type]


def _read_weekday(match: "regex.Match[str]") -> Period:
    return Period("day", weekday=_WEEKDAYS[match["weekday"]], shift=int(_RELATIVE[match["week"]]["shift"]))


def _read_compared(match: "regex.Match[str]") -> Compared:
    return Compared(Period("year", **_year(match)))  # type: ignore[arg-type]


def _read_length(match: "regex.Match[str]") -> Length | None:
    """*15 ngày* → P15D, *một năm rưỡi* → P1.5Y, *3-5 ngày* → P3D/P5D."""
    letter, times = _UNITS[match["unit"]]
    groups = match.groupdict()
    durations = []
    for name in ("low", "high"):
        if not groups.get(name):
            continue
        half = groups[name] == "nửa"
        number = read_number("0,5" if half else groups[name])
        if number is None:
            return None
        if groups.get("half"):
            number = read_number(f"{number},5") if isinstance(number, int) else None
        if number is None or number <= 0:
            return None
        time = letter[0] if len(letter) > 1 else ""
        durations.append(f"P{time}{number * times}{letter[-1]}")
    minutes = groups.get("minutes")
    return Length("/".join(durations) + (f"{int(minutes)}M" if minutes else ""))


def _read_opening_day(match: "regex.Match[str]") -> Period:
    return Period("day", day=int(match["day"]))


def _read_closing_day(match: "regex.Match[str]") -> Period:
    return Period("day", day=int(match["day"]))


def _read_now(match: "regex.Match[str]") -> Period:
    return Period("day", shift=0)


def _read_start(match: "regex.Match[str]") -> Period:
    """*đầu năm (2025)*: its first day, where a range opens with it."""
    fields = _year(match)
    if match["grain"] == "tháng":
        return Period("month", shift=0)
    return Period("day", month=1, day=1, **fields)  # type: ignore[arg-type]


def _read_end(match: "regex.Match[str]") -> Period:
    return Period({"năm": "year", "tháng": "month", "quý": "quarter", "tuần": "week"}[match["grain"]], shift=0)  # type: ignore[arg-type]


def _rule(
    name: str, pattern: str, read: Callable[["regex.Match[str]"], Period | Compared | Length | None], *examples: str
) -> "Rule[Period | Compared | Length]":
    return Rule(name, pattern, read, examples, PARTS)


POINTS: tuple[Rule[Period | Compared | Length], ...] = (
    _rule(
        "date/day-month-year",
        r"{apart} (?:{date_word})? {day} (?P<sep>[/.-]) \ ? {month} (?P=sep) \ ? {year} (?! [/–-]?\p{L} | [.,/]\d)",
        _read_day,
        "kể từ <date day=1 month=4 year=2025>ngày 01/4/2025</date>",
        "họp <date day=9 month=11 year=2025>9-11-2025</date>",
        "số 12/5/2025/QĐ-UBND",
    ),
    _rule(
        "date/day-month",
        r"(?: {apart} {date_word} | {apart} (?<= (?<!\w) {strong} ) | {apart} (?<= \( ) (?= [\d/.-]+ \) ) )"
        r"{day} [/.-] {month} {closed} (?: \ năm\ (?:{year}|{rel}) )? {ahead}",
        _read_day,
        "Chiều <date day=21 month=4>21.4</date>, tỉnh họp",
        "tại cuộc họp chiều nay (<date day=19 month=9>19/9</date>)",
        "hết <date day=31 month=10 shift=0>31/10 năm nay</date>",
        "thua 2-1 trên sân khách",
        "huyện đạt 5/9 tiêu chí",
        "gió cấp 2-3",
    ),
    _rule(
        "date/day-month-after",
        r"{apart} (?<= (?<!\w) {weak} ) {day} / {month} {closed} {shared} (?: \ năm\ (?:{year}|{rel}) )? {ahead}",
        _read_day,
        "hoàn thành trước <date day=15 month=10>15/10</date>.",
        "giảm từ 1/3 số hộ",
    ),
    _rule(
        "date/day-month-spelled",
        r"{apart} (?:{date_word})? {day} \ tháng\ (?: {month} (?!\d) | {month_word} (?!\w) )"
        r"(?: (?:,?\ năm\ |[/.-]|,\ ) {year} | \ năm\ {rel} )? (?! [.,/]\d | \ (?:\(?âm\ lịch|al(?!\w)|đầu|cuối|năm) ) {ahead}",
        _read_day,
        "<date day=9 month=11 year=2025>ngày 9 tháng 11 năm 2025</date>",
        "<date day=5 month=3>ngày mùng 5 tháng 3</date>, xã họp",
        "10 tháng đầu năm",
    ),
    _rule(
        "date/month",
        r"(?<!\w) tháng\ {month} (?!\d) (?: (?:[/.-]|,?\ năm\ |\ ) {year} | \ năm\ {rel} )?"
        r"(?! [/.]\d | \ (?:\(?âm\ lịch|al(?!\w)) ) {ahead}",
        _read_month_period,
        "trong <date month=8 year=2025>tháng 8/2025</date>",
        "giữa <date month=2 shift=0>tháng 2 năm nay</date>",
        "tháng 13",
    ),
    _rule(
        "date/month-spelled",
        r"(?<!(?:cách\ mạng|mỗi|hàng|hằng|từng|\d)\ ) (?<!\w) tháng\ (?: {month_word} \ năm\ (?:{year}|{rel})"
        r"| {month_word} (?= \ (?:tới|này|vừa\ qua)(?!\w) | [,.;] ) (?<! một | năm ) ) {ahead}",
        _read_month_period,
        "vào <date month=12 year=2025>tháng Mười Hai năm 2025</date>",
        "Cách mạng tháng Tám.",
    ),
    _rule(
        "date/month-year",
        r"{apart} {unlabelled} {month} / (?P<year>(?:19|20)\d\d) (?! \d | [/–-]\p{L} | /\d | [.,]\d )",
        _read_month_period,
        "được cấp chứng chỉ <date month=11 year=2016>11/2016</date>",
        "Nghị định số 12/2024/NĐ-CP",
        "Thông tư 05/2025 của Bộ",
    ),
    _rule(
        "date/quarter",
        r"(?<!\w) quý\ (?P<quarter>iv|i{1,3}|0?[1-4]|một|hai|ba|bốn|tư) (?!\w) (?: (?:[/.-]|,?\ năm\ |\ ) {year} | \ năm\ {rel} )? (?!/\d)",
        _read_quarter,
        "đến hết <date number=2 year=2025>quý II/2025</date>",
        "nhẫn đá quý 14 carat",
    ),
    _rule(
        "date/months",
        r"{apart} (?P<count>\d{1,2}|{number}) \ (?P<grain>tháng|quý)\ (?:"
        r"(?P<which>đầu|cuối)(?:\ tiên)?\ (?:của\ )?(?: năm (?!\ (?:học|công\ tác|đầu))(?:\ {year}|\ {rel})? | {year} )"
        r"| (?:của\ )? năm\ {year} ) (?!\w)",
        _read_months,
        "trong <date number=6 year=2025>6 tháng đầu năm 2025</date>",
        "<date number=9>9 tháng đầu năm</date>, thu ngân sách",
        "<date number=-3>ba tháng cuối năm</date>",
        "sau 6 tháng đầu tiên",
    ),
    _rule(
        "date/half",
        r"(?<!\w) nửa\ (?:(?P<which>đầu|cuối)|sau)\ (?:của\ )?năm (?!\ (?:học|đầu)) (?:\ {year}|\ {rel})? (?!\w)",
        _read_half,
        "<date number=-6 year=2025>nửa cuối năm 2025</date>",
        "nửa đầu trận đấu",
    ),
    _rule(
        "date/year",
        r"(?<! {law} ) (?<!\w) năm\ {year} (?! [.,/]\d | \ ?% )",
        _read_year,
        "từ <date year=2026>năm 2026</date>",
        "Luật Đất đai năm 2024",
    ),
    _rule(
        "date/year-bare",
        r"{apart} (?: (?<= (?<!\w) (?:sn|sinh|sn:|từ|đến|tới|trước|sau|vào|đầu|cuối|giữa|trong|đoạn|kỳ|mùa|hè|xuân|thu|đông|khóa|học|tết"
        r"|mốc|(?:19|20)\d\d(?:,|\ và|\ hoặc))\ ) | (?<= [(] ) (?= \d{4} [)] ) | (?<= \p{L}\ ) (?= \d{4} \s* (?:[.,;:)\]”\"!?…]|$|\n|\ [–-]\ ) )"
        r"(?<! (?<!\w)(?:số|khoảng|hơn|gần|trên|dưới|điều|là|có|được|đạt|đường|iso|tcvn|còn|lên|xuống|tăng|giảm|mã|hotline|tuyến|ngàn)\ ) )"
        r"(?<! {act} ) (?P<year>19[0-9]\d|20[0-5]\d) (?!\d) {uncounted}",
        _read_year,
        "em Mẫu (SN <date year=2011>2011</date>)",
        "đề án của tỉnh <date year=2025>2025</date>.",
        "Luật Đất đai 2024",
        "khoảng 2000 hộ",
        "từ 2000 đồng",
    ),
    _rule(
        "date/decade",
        r"(?<!\w) (?:thập\ (?:niên|kỷ)|những\ năm)\ (?P<decade>(?:19|20)?\d0) (?!\d) (?:\ (?:của\ )?thế\ kỷ\ (?:xx|20|trước)(?!\w))?",
        _read_decade,
        "từ <date year=1990 number=10>thập niên 1990</date>",
        "vài thập niên 5 lần",
    ),
    _rule(
        "date/century",
        r"(?<!\w) thế\ kỷ\ (?:thứ\ )?(?P<century>[xvi]{1,5}|\d{2}) (?!\w)",
        _read_century,
        "đầu <date year=1901>thế kỷ 20</date>",
        "nửa thế kỷ qua",
    ),
    _rule(
        "date/relative",
        rf"(?<!\w) (?<! (?:những|các|nhiều|vài|mấy|hàng|hằng|mỗi|từng|\d|thứ|{{number}})\ ) (?P<phrase>{_any(_RELATIVE)})"
        r"(?! \w | \ (?:khi|đó|liền|ngày|đây\ \d|năm|nữa|kia|lúc|thời) )",
        _read_relative,
        "<date shift=-1>hôm qua</date>, xã họp",
        "<date shift=0>Sáng nay</date>, tỉnh công bố",
        "so với <date shift=-1>năm ngoái</date>",
        "nhiều năm trước",
        "năm trước đó",
    ),
    _rule(
        "date/weekday",
        r"(?<!\w) (?:thứ|chủ)\ (?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7]|nhật)\ (?P<week>tuần\ (?:này|trước|tới|sau|rồi)) (?!\w)",
        _read_weekday,
        "họp vào <date weekday=0 shift=1>thứ Hai tuần tới</date>",
        "thứ hai là hạ tầng",
    ),
    _rule(
        "date/same-period",
        r"(?<!\w) cùng\ (?:kỳ|thời\ điểm|thời\ gian)\ (?:của\ )?(?: (?:năm\ )?{year} | năm\ {rel} )",
        _read_compared,
        "tăng 8% so với <date>cùng kỳ năm 2016</date>",
        "tăng 8% so với cùng kỳ",
    ),
)

OPENINGS: tuple[Rule[Period | Compared | Length], ...] = (
    _rule(
        "date/opening-day",
        r"(?: {apart} {date_word} | {apart} (?<= (?<!\w) (?:{strong}|(?:từ|các\ ngày|trong\ ngày)\ ) ) ) {day}"
        r"(?= (?:,\ \d{1,2})* (?: \ ?[–-]\ ? | \ (?:đến|tới|và)\ (?:hết\ )?(?:ngày\ )? ) \d{1,2} (?: [/.]\d{1,2}(?!\d) | -\d{1,2}(?!\d) | \ tháng ) )",
        _read_opening_day,
        "<date day=8>ngày 8</date>-11/7",
        "từ <date day=28>ngày 28</date> đến 30/11",
        "ngày 8 người đến 30 nhà",
    ),
    _rule(
        "date/now",
        r"(?<=từ\ )nay (?= \ (?:cho\ )?(?:đến|tới)\ )",
        _read_now,
        "từ <date shift=0>nay</date> đến cuối năm",
        "đến nay",
    ),
    _rule(
        "date/start",
        r"(?<!\w) đầu\ (?P<grain>năm|tháng) (?:\ {year}|\ {rel})? (?= \ (?:cho\ )?(?:đến|tới)\ )",
        _read_start,
        "từ <date month=1 day=1>đầu năm</date> đến nay",
        "đầu năm, tỉnh họp",
    ),
)

CLOSINGS: tuple[Rule[Period | Compared | Length], ...] = (
    _rule("date/now-end", r"(?<!\w) nay (?!\w)", _read_now, "đến <date shift=0>nay</date>", "naynay"),
    _rule(
        "date/end",
        r"(?<!\w) (?:cuối|hết|giữa)\ (?P<grain>năm|tháng|quý|tuần) (?!\ (?:\d|này|nay|sau|tới|i|học)) (?!\w)",
        _read_end,
        "nay đến <date shift=0>cuối năm</date>",
        "đến cuối năm 2025",
    ),
    _rule(
        "date/closing-day-month-year",
        r"(?:{date_word})? {day} (?P<sep>[/.-]) {month} (?P=sep) {year}",
        _read_day,
        "<date day=23 month=5 year=2025>23/5/2025</date>",
        "23/5.2025",
    ),
    _rule(
        "date/closing-day-month",
        r"(?:{date_word})? {day} [/.-] {month} {closed}",
        _read_day,
        "<date day=30 month=9>30/9</date>",
        "8.3%",
    ),
    _rule(
        "date/closing-month-year",
        r"(?:tháng\ )? {month} [/.-] {year} (?![/.-]\d)",
        _read_month_period,
        "<date month=12 year=1995>12/1995</date>",
        "14/01995",
    ),
    _rule(
        "date/closing-year",
        r"(?P<year>1[5-9]\d\d|20\d\d) (?! \d | [.,/]\d | \ ?% )",
        _read_year,
        "<date year=2015>2015</date>",
        "3015",
    ),
    _rule(
        "date/closing-month",
        r"(?<=tháng\ \d{1,2}(?:/\d{4})?(?:\ ?[–-]\ ?|\ (?:đến|tới)\ )) {month} (?![\d/.,-])",
        lambda match: Period("month", month=int(match["month"])),
        "tháng 6-<date month=8>8</date>",
        "từ 6-8",
    ),
    _rule(
        "date/closing-quarter",
        r"(?:quý\ )? (?P<quarter>iv|i{1,3}|[1-4]) (?!\w) (?: (?:[/.]|\ năm\ |\ ) {year} )?",
        lambda match: _read_quarter(match) if "quý" in match.string[max(0, match.start() - 20) : match.end()] else None,
        "<date number=3>quý III</date>",
        "từ i đến iii",
    ),
)

LENGTHS: tuple[Rule[Period | Compared | Length], ...] = (
    _rule(
        "duration/digits",
        r"(?<![\d\p{L}.,/]) (?<!\d[–-]) {unlabelled} (?<! (?:tháng|ngày|quý|năm|hàng|hằng|giờ)\ )"
        r"(?P<low>{digits}) (?: (?:\ ?[–-]\ ?|\ (?:đến|tới|hoặc)\ ) (?P<high>{digits}) )? \ ?{unit} {length_end} (?:\ (?P<half>rưỡi))?",
        _read_length,
        "hơn <date duration=P2M>2 tháng</date>",
        "<date duration=P2.5Y>2,5 năm</date>",
        "<date duration=P3D/P5D>3-5 ngày</date>",
        "lần thứ 2 năm 2025",
        "6 tháng tiền lương",
        "trẻ 3 tháng tuổi",
    ),
    _rule(
        "duration/words",
        r"(?<!\w) (?<! (?:hàng|hằng|vài|mấy|mỗi|từng|thứ|những|tháng|{number}|\d)\ )"
        r"(?: (?P<low>(?:hai|ba|bốn|sáu|bảy|tám|chín|mười)(?:\ {number}){0,4}?|nửa) | {within} (?P<low>(?:một|năm)(?:\ {number}){0,4}?) )"
        r"\ {unit} {length_end} (?! \ (?:lần|nào|kia|mới|nọ|sau\ đó|qua\ đi|\d) ) (?:\ (?P<half>rưỡi))?",
        _read_length,
        "hơn <date duration=P3M>ba tháng</date> trước",
        "trong vòng <date duration=P2W>hai tuần</date>",
        "sau <date duration=P1.5Y>một năm rưỡi</date>",
        "<date duration=P0.5Y>nửa năm</date>",
        "hàng chục năm",
        "mỗi năm một lần",
    ),
    _rule(
        "duration/hours",
        r"(?<![\d\p{L}.,/:–-]) (?: (?P<low>2[4-9]|[3-9]\d|[1-9]\d\d) | {within} (?P<low>{digits}(?:\ ?[–-]\ ?(?P<high>{digits}))?) )"
        r"(?: \ ?(?P<unit>giờ\ đồng\ hồ|tiếng\ đồng\ hồ|giờ|tiếng|h) (?![\w/]) (?:\ (?P<minutes>[1-5]?\d)\ phút)? ) {clock_end}",
        _read_length,
        "trong vòng <date duration=PT24H>24 giờ</date>",
        "sau <date duration=PT2H33M>2 giờ 33 phút</date> thi đấu",
        "lúc 11 giờ 47 phút",
        "sau 15 giờ ngày 20/6",
        "trực 24/24 giờ",
    ),
)
