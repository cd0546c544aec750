"""The rules that read durations, in digits and in words."""

from decimal import Decimal

import regex

from vnreports.normalize.date_rules import DateRule, rule
from vnreports.normalize.date_words import UNITS
from vnreports.normalize.numbers import exact, read_number
from vnreports.normalize.periods import Length


def _read_length(match: "regex.Match[str]") -> Length | None:
    """*15 ngày* → P15D, *một năm rưỡi* → P1.5Y; *3-5 ngày* is of no one length, and ISO 8601 writes none."""
    letter, times = UNITS[match["unit"]]
    groups = match.groupdict()
    duration = ""
    for name in ("low", "high"):
        if not groups.get(name):
            continue
        number = read_number({"nửa": "0,5", "chục": "mười"}.get(groups[name], groups[name]))
        if number is None:
            return None
        if groups.get("half"):
            number = read_number(f"{number},5") if isinstance(number, int) else None
        if number is None or number <= 0:
            return None
        time = letter[0] if len(letter) > 1 else ""
        duration = f"P{time}{exact(Decimal(number * times))}{letter[-1]}"
    if groups.get("high"):
        return Length(None)
    rest = f"{int(groups['minutes'])}M" if groups.get("minutes") else ""
    rest += f"{int(groups['more'])}{UNITS[groups['more_unit']][0]}" if groups.get("more") else ""
    return Length(duration + rest)


def _read_order(match: "regex.Match[str]") -> Length:
    """*hàng chục năm*, *cả trăm năm*: as much as the order says, as with amounts; *hàng thập kỷ* says none."""
    letter, times = UNITS[match["unit"]]
    number = (read_number(f"một {match['order']}") or 10) * times if match["order"] else times
    return Length(f"P{letter[:-1]}{number}{letter[-1]}")


LENGTHS: tuple[DateRule, ...] = (
    rule(
        "duration/digits",
        r"(?<![\d\p{L}.,/]) (?<!\d[–-]) {unlabelled}"
        r"(?<! (?:(?:con|bé|cháu)\ (?:trai|gái)|bé|cháu|tháng|ngày|mùng|mồng|quý|năm|hàng|hằng|giờ|tuổi)\ )"
        r"(?P<low>{digits}) (?: (?:\ ?[–-]\ ?|\ (?:đến|tới|hoặc)\ ) (?P<high>{digits}) )?"
        r"\ ?{unit} {more} {length_end} (?:\ (?P<half>rưỡi))?",
        _read_length,
        "hơn <date duration=P2M>2 tháng</date>",
        "<date duration=P2.5Y>2,5 năm</date>",
        "<date>3-5 ngày</date>",
        "đủ <date duration=P14Y6M>14 năm 6 tháng</date>",
        "theo định kỳ <date duration=P5Y>05 năm</date>",
        "lần thứ 2 năm 2025",
        "học kỳ 2 năm 2017",
        "ngày mùng 5 tháng cuối quý",
        "6 tháng tiền lương",
        "trẻ 3 tháng tuổi",
        "nghỉ hưu khi 61 tuổi 3 tháng",
    ),
    rule(
        "duration/words",
        r"(?<!\w) (?<! (?:hàng|hằng|cả(?!\ chục)|vài|mấy|nhiều|mỗi|từng|thứ|những|tháng|{number}|\d)\ )"
        r"(?: (?P<low>(?:hai|ba|bốn|sáu|bảy|tám|chín|mười)(?:\ {number}){0,4}?|nửa|chục)"
        r"| (?P<low>năm) (?=\ năm\ (?:trở\ lại|qua|nay|liền|liên\ tiếp)(?!\w))"
        r"| (?<!%\ ) (?P<low>một) (?=\ {unit}\ (?:(?:trước|sau)(?!\ đó)|so\ với|thực\ hiện|triển\ khai|nay|rưỡi)(?!\w))"
        r"| (?<= trước\ đó\ ) (?P<low>một)"
        r"| {within} (?P<low>(?:một|năm)(?:\ {number}){0,4}?) )"
        r"\ {unit} {length_end} (?! \ (?:lần|nào|kia|mới|nọ|lễ(?!\ hội)|sau\ đó|qua\ đi|mươi) ) (?:\ (?P<half>rưỡi))?",
        _read_length,
        "hơn <date duration=P3M>ba tháng</date> trước",
        "trong vòng <date duration=P2W>hai tuần</date>",
        "sau <date duration=P1.5Y>một năm rưỡi</date>",
        "<date duration=P0.5Y>nửa năm</date>",
        "nhưng <date duration=P5Y>năm năm</date> trở lại đây",
        "chưa đầy <date duration=P10D>chục ngày</date>",
        "báo cáo sau <date duration=P1Y>một năm</date> thực hiện",
        "suốt cả <date duration=P10Y>chục năm</date> nay",
        "nâng thời hiệu lên <date duration=P1Y>một năm</date>",
        "trước đó <date duration=P1D>một ngày</date>",
        "thấp hơn 0,5% một năm so với mức vay",
        "hàng chục năm",
        "mỗi năm một lần",
        "ba nghìn sáu trăm năm mươi tỷ đồng",
    ),
    rule(
        "duration/one",
        r"(?<!\w) (?<! (?:mỗi|từng|trăm|mười)\ ) (?<! (?:%|(?:\d|chục|hai|ba)[\d.,]* (?:\ \p{L}+){1,3} (?<!\ và)) \ )"
        r" (?P<low>một)"
        r"\ (?P<unit>năm|tháng|tuần) (?!\w) {length_end}"
        r"(?! \ (?:mới|làm\ việc\ mới|học|lần|nào|kia|nọ|rất|đầy|đẹp|đáng|thành\ công|sau\ đó|qua\ đi)(?!\w) )"
        r" (?:\ (?P<half>rưỡi))?",
        _read_length,
        "chạy <date duration=P1M>một tháng</date> vừa qua",
        "<date duration=P1W>một tuần</date> có 7 chuyến",
        "2 triệu tấn một năm",
        "lãi suất 1,5% một năm",
        "mỗi năm một lần",
        "bắt đầu một năm mới",
    ),
    rule(
        "duration/order",
        r"(?<!\w) (?: (?:hàng|hằng|vài|mấy)\ (?P<order>chục|trăm|nghìn|ngàn)\ (?:{unit}|{hours})"
        r"| (?<!\d\ ) (?<!(?<!\w){number}\ ) (?P<order>trăm|nghìn|ngàn)\ (?P<unit>năm)"
        r"| (?:hàng|hằng)\ (?P<order>) (?P<unit>thập\ kỷ|thập\ niên|thế\ kỷ) )"
        r"(?! \ (?:tuổi|công|lương|tiền|mươi)(?!\w) )",
        _read_order,
        "suốt <date duration=P10Y>hàng chục năm</date> nay",
        "<date duration=P1000Y>Hàng nghìn năm</date> lịch sử",
        "vì lợi ích <date duration=P100Y>trăm năm</date>",
        "kết thúc <date duration=P10Y>hàng thập kỷ</date> đứng ngoài",
        "hàng nghìn ngày công",
    ),
    rule(
        "duration/hours",
        r"(?<![\d\p{L}.,/:–-])"
        r"(?: (?P<low>2[4-9]|[3-9]\d|[1-9]\d\d) | {lasting} (?P<low>{digits}) (?:\ ?[–-]\ ?(?P<high>{digits}))?"
        r"| (?P<low>{digits}) (?:(?:\ ?[–-]\ ?|\ (?:đến|tới)\ )(?P<high>{digits}))? (?=\ tiếng {not_heard})"
        r"| (?P<low>nửa) (?=\ (?:giờ|tiếng)(?!\w))"
        r"| (?P<low>{number}) (?=\ (?:giờ|tiếng)\ đồng\ hồ|\ giờ\ (?:sau|trước)(?!\w))"
        r"| {lasting} (?P<low>{number}) (?=\ giờ(?!\w)|\ tiếng {not_heard})"
        r"| (?P<low>{digits}) (?=\ giờ\ trở\ lên(?!\w)) )"
        r"(?: \ ?{hours} (?! \ ?[–-]\ ?\d{3}) (?:\ (?P<minutes>[0-5]?\d)\ phút)? ) (?: (?<=đồng\ hồ) | {clock_end} )",
        _read_length,
        "trong vòng <date duration=PT24H>24 giờ</date>",
        "sau <date duration=PT2H33M>2 giờ 33 phút</date> thi đấu",
        "mưa dứt <date duration=PT2H>2 tiếng</date> mà nước chưa rút",
        "chỉ <date duration=PT1H>một tiếng đồng hồ</date>",
        "gần <date duration=PT1H>một giờ</date> thì tạnh",
        "chờ <date duration=PT0.5H>nửa giờ</date>",
        "chờ tàu <date>2 đến 3 tiếng</date>",
        "mất chừng <date>3-4 tiếng</date> như cũ",
        "nghe 2 tiếng nổ",
        "mất chưa đầy <date duration=PT1H>một tiếng</date>.",
        "mất chưa đầy một tiếng súng",
        "học từ <date duration=PT4H>04 giờ</date> trở lên",
        "nghỉ dưới <date duration=PT2H>02 giờ</date>",
        "lúc 11 giờ 47 phút",
        "sau 15 giờ ngày 20/6",
        "trực 24/24 giờ",
        "xe biển số 29H-4567",
    ),
)
