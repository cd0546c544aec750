"""The rules that read days of the lunar calendar: *mùng 5 Tết*, *ngày 15 tháng Giêng*, *rằm tháng Bảy*."""

import regex

from vnreports.lexicon import one_of
from vnreports.normalize.date_rules import DateRule, rule
from vnreports.normalize.date_words import MONTHS
from vnreports.normalize.lunar import BRANCHES, STEMS, cycle_of
from vnreports.normalize.periods import Period

_MONTH_WORDS = {"giêng": 1, "chạp": 12, **MONTHS}
# the year, as it is counted or by its name: mùng 2 Tết Giáp Thìn, 15 tháng Giêng năm 2025
_CYCLE = rf"{one_of(STEMS)}\ {one_of(BRANCHES)}(?!\w)"
_YEAR = rf"(?: \ (?:năm\ )? (?P<cycle>{_CYCLE}) | \ (?:năm\ )? {{year}} )?"
_LUNAR = r"\ (?:\(âm\ lịch\)|(?:âm\ lịch|lịch\ âm|al)(?!\w))"
_FULL_MOON = 15


def _lunar_day(month: int, day: int, groups: "dict[str, str | None]") -> Period:
    year, cycle = groups.get("year"), groups.get("cycle")
    return Period(
        "day",
        year=int(year) if year else None,
        month=month,
        day=day,
        lunar=True,
        cycle=cycle_of(cycle) if cycle else None,
    )


def _read_new_year(match: "regex.Match[str]") -> Period:
    """*mùng 5 Tết* is of the first month, *28 Tết* of the last one before it."""
    day = int(match["day"])
    return _lunar_day(12 if match["early"] is None else 1, day, match.groupdict())


def _read_lunar(match: "regex.Match[str]") -> Period:
    groups = match.groupdict()
    word = groups.get("lunar_word")
    day = groups.get("day")
    return _lunar_day(_MONTH_WORDS[word] if word else int(groups["month"]), int(day) if day else _FULL_MOON, groups)


LUNAR_POINTS: tuple[DateRule, ...] = (
    rule(
        "date/new-year",
        rf"(?: (?<!\w) {{date_word}} | {{apart}} )"
        rf"(?: (?P<early>(?<!\w)(?:(?<=mùng\ |mồng\ )|(?:mùng|mồng)\ )) (?P<day>\d{{1,2}}) | (?P<day>2[3-9]|30) )"
        rf"\ tết (?!\ (?:dương|tây|trung)) (?:\ nguyên\ đán)? {_YEAR} (?!\w)",
        _read_new_year,
        "họp sáng <date month=1 day=5>mùng 5 Tết</date>",
        "trong <date month=1 day=6>ngày mùng 6 Tết</date>",
        "đến tối <date month=12 day=28>28 Tết</date>",
        "đêm <date month=1 day=2>mùng 2 Tết Giáp Thìn</date>",
        "11 ngày Tết",
    ),
    rule(
        "date/lunar-month",
        rf"(?: (?<!\w) {{date_word}} | {{apart}} (?:(?<!\w)(?:mùng|mồng)\ )? ) {{day}}"
        rf"\ tháng\ (?: (?P<lunar_word>giêng|chạp) (?:{_LUNAR})?"
        rf" | (?:{{month}}(?!\d)|(?P<lunar_word>{one_of(MONTHS)})) (?:{_LUNAR}|(?=\ năm\ {_CYCLE})) )"
        rf"{_YEAR} (?!\w)",
        _read_lunar,
        "hội mở <date month=1 day=15>ngày 15 tháng Giêng</date>",
        "chiều <date month=12 day=28>28 tháng Chạp</date>",
        "giỗ Tổ <date month=3 day=10>mùng 10 tháng 3 âm lịch</date>",
        "mất <date month=4 day=23>ngày 23 tháng 4 năm Ất Tỵ</date>",
        "10 tháng 3 năm 2025",
    ),
    rule(
        "date/lunar-short",
        rf"{{apart}} {{day}} / {{month}} {_LUNAR}",
        _read_lunar,
        "giỗ ngày <date month=3 day=10>10/3 âm lịch</date>",
        "đúng <date month=8 day=9>9/8 lịch âm</date>",
        "10/3 dương lịch",
    ),
    rule(
        "date/full-moon",
        rf"(?<!\w) rằm\ tháng\ (?P<lunar_word>giêng|chạp|{one_of(MONTHS)}) (?!\w) {_YEAR}",
        _read_lunar,
        "dịp <date month=1 day=15>rằm tháng Giêng</date>",
        "rằm tháng sau",
    ),
    rule(
        "date/lunar-year",
        rf"(?<!\w) (?<!sinh\ ) năm\ (?P<cycle>{_CYCLE}) (?!\ \(?\d)",
        lambda match: Period("year", lunar=True, cycle=cycle_of(match["cycle"])) if cycle_of(match["cycle"]) else None,
        "đầu <date>năm Đinh Dậu</date>",
        "năm Đinh Dậu 2017",
        "ông sinh năm Kỷ Sửu",
    ),
)

LUNAR_OPENINGS: tuple[DateRule, ...] = (
    rule(
        "date/opening-lunar",
        r"(?<!\w) (?:mùng|mồng)\ {day}"
        r"(?= (?: \ ?[–-]\ ? | \ (?:đến|tới)\ ) (?:(?:mùng|mồng)\ )? \d{1,2}\ (?:tết|tháng\ (?:giêng|chạp)) )",
        lambda match: Period("day", day=int(match["day"])),
        "từ <date day=9>mùng 9</date> đến 20 tháng Giêng",
        "mùng 9 đến 20 người",
    ),
)

LUNAR_CLOSINGS: tuple[DateRule, ...] = (
    rule(
        "date/closing-new-year",
        r"(?: (?:mùng|mồng)\ )? {day} \ tết (?!\w)",
        lambda match: _lunar_day(1, int(match["day"]), {}),
        "mùng 5-<date month=1 day=6>6 tết</date>",
        "6 tếtt",
    ),
)
