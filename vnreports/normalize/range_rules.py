"""The rules for what is a date only at an end of a range: *ngày 8* in *ngày 8-11/7*, *nay* in *từ nay đến cuối năm*."""

import regex

from vnreports.normalize.date_readers import read_century, read_day, read_month, read_quarter, read_year, with_year
from vnreports.normalize.date_rules import DateRule, rule
from vnreports.normalize.periods import Grain, Period

_GRAINS: dict[str, Grain] = {"năm": "year", "tháng": "month", "quý": "quarter", "tuần": "week"}


def _read_opening_day(match: "regex.Match[str]") -> Period:
    return Period("day", day=int(match["day"]))


def _read_now(match: "regex.Match[str]") -> Period:
    return Period("day", shift=0)


def _read_start(match: "regex.Match[str]") -> Period:
    """*đầu năm (2025)*: its first day, where a range opens with it."""
    if match["grain"] == "tháng":
        return Period("month", shift=0)
    return with_year(Period("day", month=1, day=1), match.groupdict())


def _read_end(match: "regex.Match[str]") -> Period:
    return Period(_GRAINS[match["grain"]], shift=0)


OPENINGS: tuple[DateRule, ...] = (
    rule(
        "date/opening-year",
        r"{apart} (?P<year>19\d\d|20[0-6]\d)"
        r"(?= \ ?[–—-]\ ? (?: (?:(?:0?[1-9]|1[0-2])[/.])? (?:19|20)\d\d (?! \d | [.,/]\d | \ ?% ) | nay(?!\w) ) )",
        read_year,
        "giai đoạn <date year=2016>2016</date>-2020 sau khi",
        "<date year=2016>2016</date> - nay: Phó Giám đốc",
        "giá 1950-20000 đồng",
    ),
    rule(
        "date/opening-day",
        r"(?: (?<!\w) {date_word}"
        r"| {apart} (?: (?<= \( ) | (?<= (?<!\w) (?:{told}|từ\ |ngày\ |diễn\ ra\ |vào\ |tuần\ )"
        r" | (?:^|\n)[+•-]?\ ?) ) ) {day}"
        r"(?= (?:,\ ?\d{1,2})* (?: \ ?[,–-]\ ? | \ (?:đến|tới|và)\ (?:hết\ )?(?:ngày\ )? )"
        r" \d{1,2} (?: (?: [/.] | (?<!-\d{1,2}) - ) \d{1,2}(?!\d) | \ tháng ) )",
        _read_opening_day,
        "<date day=8>ngày 8</date>-11/7",
        "từ <date day=28>ngày 28</date> đến 30/11",
        "diễn ra <date day=28>28</date> - 29/12",
        "ngày 8 người đến 30 nhà",
        "đội hình (4-3-3) tấn công",
    ),
    rule(
        "date/opening-month",
        r"{apart} (?:tháng\ )? {month} [/.] {year} (?! [/.]\d )"
        r"(?= (?: \ ?[–—-]\ ? | \ (?:đến|tới)\ ) (?: \d{1,2}[/.] | nay(?!\w) | (?:19|20)\d\d(?!\d) ) )",
        read_month,
        "<date month=1 year=2006>Tháng 1.2006</date> – 18.3.2008: Phó Chủ tịch",
        "<date month=9 year=2010>9.2010</date> - nay: Giám đốc",
        "tăng 1.2006 lần",
    ),
    rule(
        "date/now",
        r"(?<=từ\ ) (?: nay (?= \ (?:cho\ )?(?:đến|tới)\ )"
        r" | đây (?= \ (?:cho\ )?(?:đến|tới)\ (?:hết\ |cuối\ |giữa\ |đầu\ )?(?:ngày|tháng|quý|năm|\d) ) )",
        _read_now,
        "từ <date shift=0>nay</date> đến cuối năm",
        "từ <date shift=0>đây</date> đến năm 2030",
        "từ đây đến bãi biển",
        "đến nay",
    ),
    rule(
        "date/start",
        r"(?<!\w) đầu\ (?P<grain>năm|tháng) (?:\ {year}|\ {rel})? (?= \ (?:cho\ )?(?:đến|tới)\ )",
        _read_start,
        "từ <date month=1 day=1>đầu năm</date> đến nay",
        "đầu năm, tỉnh họp",
    ),
)

CLOSINGS: tuple[DateRule, ...] = (
    rule("date/now-end", r"(?<!\w) nay (?!\w)", _read_now, "đến <date shift=0>nay</date>", "naynay"),
    rule(
        "date/end",
        r"(?<!\w) (?:cuối|hết|giữa)\ (?P<grain>năm|tháng|quý|tuần) (?!\ (?:\d|này|nay|sau|tới|i|học)) (?!\w)",
        _read_end,
        "nay đến <date shift=0>cuối năm</date>",
        "đến cuối năm 2025",
    ),
    rule(
        "date/closing-day-month-year",
        r"(?:{date_word})? {day} (?P<sep>[/.-]) {month} (?P=sep) {year}",
        read_day,
        "<date day=23 month=5 year=2025>23/5/2025</date>",
        "23/5.2025",
    ),
    rule(
        "date/closing-day-month",
        r"(?:{date_word})? {day} [/.-] {month} {closed}",
        read_day,
        "<date day=30 month=9>30/9</date>",
        "8.3%",
    ),
    rule(
        "date/closing-month-year",
        r"(?:tháng\ )? {month} [/.-] {year} (?![/.-]\d)",
        read_month,
        "<date month=12 year=1995>12/1995</date>",
        "14/01995",
    ),
    rule(
        "date/closing-year",
        r"(?P<year>1[5-9]\d\d|20\d\d) (?! \d | [.,/]\d | \ ?% )",
        read_year,
        "<date year=2015>2015</date>",
        "3015",
    ),
    rule(
        "date/closing-month",
        r"(?<=tháng\ \d{1,2}(?:/\d{4})?(?:\ ?[–-]\ ?|\ (?:đến|tới)\ )) {month} (?![\d/.,-])",
        lambda match: Period("month", month=int(match["month"])),
        "tháng 6-<date month=8>8</date>",
        "từ 6-8",
    ),
    rule(
        "date/closing-quarter",
        r"(?:quý\ |(?<=quý\ .{1,14})) (?P<quarter>iv|i{1,3}|[1-4]) (?!\w) (?: (?:[/.]|\ năm\ |\ ) {year} )?",
        read_quarter,
        "<date number=3>quý III</date>",
        "từ i đến iii",
    ),
    rule(
        "date/closing-century",
        r"(?<=thế\ kỷ\ (?:thứ\ )?[xvi\d]{1,5}(?:\ ?[–-]\ ?|\ (?:đến|tới)\ ))"
        r" (?P<century>[xvi]{1,5}|\d{2}) (?!\w)",
        read_century,
        "thế kỷ 13 - <date year=1301 number=100>14</date>",
        "từ 13 - 14",
    ),
)
