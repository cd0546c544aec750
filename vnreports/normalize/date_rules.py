"""The rules that read a point or a period of the calendar, as Vietnamese news writes it.

Whether a bare *5/9* is a date or a score is told by its neighbours, so a rule looks at the words around its match too.
Each rule is tried only where one of its opening words or a digit stands (see `vnreports.normalize.dates`).
"""

from collections.abc import Callable

import regex

from vnreports.normalize.date_readers import (
    read_century,
    read_compared,
    read_day,
    read_decade,
    read_half,
    read_month,
    read_months,
    read_outermost,
    read_quarter,
    read_relative,
    read_weekday,
    read_year,
)
from vnreports.normalize.date_words import PARTS
from vnreports.normalize.periods import Compared, Length, Period
from vnreports.rules import Rule

DateRule = Rule[Period | Compared | Length]


def rule(
    name: str, pattern: str, read: "Callable[[regex.Match[str]], Period | Compared | Length | None]", *examples: str
) -> DateRule:
    """A rule for dates: its pattern is composed of `PARTS`."""
    return Rule(name, pattern, read, examples, PARTS)


POINTS: tuple[DateRule, ...] = (
    rule(
        "date/day-month-year",
        r"(?: (?<!\w) {date_word} | (?<![\d\p{L}.,/–-]) ) {day} (?P<sep>[/.-]|\ (?=\d+\ \d{4}))"
        r" \ ? {month} (?P=sep) \ ? {year} (?! [/–-]?\p{L} | [.,/]\d )",
        read_day,
        "kể từ <date day=1 month=4 year=2025>ngày 01/4/2025</date>",
        "họp <date day=9 month=11 year=2025>9-11-2025</date>",
        "lễ khởi công <date day=19 month=12 year=2025>ngày 19 12 2025</date>",
        "số 12/5/2025/QĐ-UBND",
    ),
    rule(
        "date/day-month",
        r"(?: (?<!\w) {date_word} | {apart} (?<= (?<!\w) {told} ) | {apart} (?:{bracketed}) )"
        r"{day} [/.-] {month} {closed} (?: \ năm\ (?:{year}|{rel}) )? {ahead}",
        read_day,
        "Chiều <date day=21 month=4>21.4</date>, tỉnh họp",
        "phiên giao dịch <date day=21 month=10>21/10</date>",
        "tại cuộc họp chiều nay (<date day=19 month=9>19/9</date>)",
        "hết <date day=31 month=10 shift=0>31/10 năm nay</date>",
        "thua 2-1 trên sân khách",
        "huyện đạt 5/9 tiêu chí",
        "gió cấp 2-3",
    ),
    rule(
        "date/day-month-after",
        r"{apart} (?<= (?<!\w) {maybe_told} ) (?<!(?:chưa|không)\ (?:đến|tới)\ ) {day} (?: / | (?<=trước\ \d{1,2}) \."
        r"| (?<=(?<!\w)(?:trước|hết|đến|tới)\ (?:1[3-9]|2\d|3[01])) - (?!\d{1,2}\ {counted})"
        r"| (?<=(?<!\w)(?:tính\ đến|đến\ hết|kể\ từ)\ \d{1,2}) [.-] "
        r"| (?<=ngày\ \d{1,2}\.\d{1,2}(?:\ và|,)\ \d{1,2}) \. ) {month} {closed} {unshared}"
        r"(?: \ năm\ (?:{year}|{rel}) )? {ahead}",
        read_day,
        "hoàn thành trước <date day=15 month=10>15/10</date>.",
        "Ngày Môi trường Thế giới <date day=5 month=6>5/6</date>, xã trồng cây",
        "trong ngày 22/6 và <date day=23 month=6>23/6</date> của phiên tòa",
        "đăng ký trước <date day=30 month=6>30.6</date>.",
        "giảm từ 1/3 số hộ",
        "số hộ có nước sạch chưa đến 1/4.",
        "ngày 26.5 và <date day=27 month=5>27.5</date>",
        "các ngày 15/11 (sân nhà) và <date day=19 month=11>19/11</date>",
        "giảm từ 1.3 xuống 1",
        "tính đến <date day=10 month=3>10-3</date>, xã có 5 tổ",
        "tính đến <date day=31 month=10>31.10</date>, xã có 5 tổ",
        "hoàn tất trước <date day=15 month=12>15-12</date>.",
        "tăng đến 15-12 người",
    ),
    rule(
        "date/day-month-spelled",
        r"(?: (?<!\w) {date_word} | (?<![\d\p{L}.,/–-]) ) {day} \ tháng\ "
        r"(?: {month} (?!\d) | {month_word} (?!\w|\ lần|(?<=năm)\ (?:nay|ngoái|trước)(?!\w)) )"
        r"(?: (?:,?\ năm\ |[/.-]|,\ ) {year} | \ năm\ {rel} )?"
        r"(?! [.,/]\d | \ (?:\(?âm\ lịch|lịch\ âm|al(?!\w)|đầu|cuối|năm) ) {ahead}",
        read_day,
        "<date day=9 month=11 year=2025>ngày 9 tháng 11 năm 2025</date>",
        "<date day=5 month=3>ngày mùng 5 tháng 3</date>, xã họp",
        "10 tháng đầu năm",
        "cứ 3 tháng một lần",
        "chậm nhất <date day=15 month=12>ngày 15 tháng 12</date> hằng năm",
    ),
    rule(
        "date/month",
        r"(?<!\w) (?<!cách\ mạng\ ) tháng\ {month} (?!\d)"
        r"(?: (?:[/.-]|,?\ năm\ |\ ) {year} | \ năm\ {rel} | \ (?P<rel>sang)\ năm(?!\w) )?"
        r"(?! [/.]\d | \ (?:\(?âm\ lịch|lịch\ âm|al(?!\w)) ) {beside}",
        read_month,
        "trong <date month=8 year=2025>tháng 8/2025</date>",
        "giữa <date month=2 shift=0>tháng 2 năm nay</date>",
        "cuối <date month=6>tháng 6 này</date>",
        "hồi <date month=3 hint=-1>tháng 3 vừa qua</date>",
        "khoảng <date month=6 shift=1>tháng 6 sang năm</date>",
        "tháng 13",
        "80 năm Cách mạng tháng 8",
    ),
    rule(
        "date/month-spelled",
        r"(?<!(?:cách\ mạng|mỗi|hàng|hằng|từng|\d)\ ) (?<!\w) tháng\ (?: {month_word} \ năm\ (?:{year}|{rel}) | (?:"
        r"(?<= (?:đầu|giữa|cuối|hồi|vào|hết)\ tháng\ ) {month_word} (?!\w)"
        r"| {month_word} (?= \ (?:tới|này|vừa\ qua)(?!\w) | [,.;] )"
        r") (?<! một | năm ) ) {beside}",
        read_month,
        "vào <date month=12 year=2025>tháng Mười Hai năm 2025</date>",
        "Cách mạng tháng Tám.",
    ),
    rule(
        "date/month-year",
        r"{apart} {unlabelled} (?!1/2000) {month} (?: / | (?<= {month_told} \d{1,2} ) - )"
        r" (?P<year>(?:19|20)\d\d) (?! \d | [/–-]\p{L} | /\d | [.,]\d )",
        read_month,
        "được cấp chứng chỉ <date month=11 year=2016>11/2016</date>",
        "bắt đầu từ <date month=6 year=2017>6-2017</date>",
        "hợp đồng 6-2017",
        "Nghị định số 12/2024/NĐ-CP",
        "Quyết định số 12/2011 / QĐ-TTg",
        "Thông tư 05/2025 của Bộ",
        "bản đồ tỷ lệ 1/2000",
    ),
    rule(
        "date/quarter",
        r"(?<!\w) quý\ (?P<quarter>iv|i{1,3}|0?[1-4]|một|hai|ba|bốn|tư) (?!\w)"
        r"(?: (?:\ ?[/.-]\ ?|,?\ năm\ |\ ) {year} | \ năm\ {rel} )? (?!/\d)",
        read_quarter,
        "đến hết <date number=2 year=2025>quý II/2025</date>",
        "nhẫn đá quý 14 carat",
    ),
    rule(
        "date/months",
        r"{apart} (?P<count>\d{1,2}|{number}) \ (?P<grain>tháng|quý)\ (?:"
        r"(?P<which>đầu|cuối)(?:\ tiên)?\ (?:của\ )?(?: năm (?!\ (?:học|công\ tác|đầu))(?:\ {year}|\ {rel})? | {year} )"
        r"| (?:của\ )? năm\ (?: {year} | {rel} ) | {year} ) (?!\w)",
        read_months,
        "trong <date number=6 year=2025>6 tháng đầu năm 2025</date>",
        "<date number=9>9 tháng đầu năm</date>, thu ngân sách",
        "<date number=-3>ba tháng cuối năm</date>",
        "sau 6 tháng đầu tiên",
        "chỉ <date number=9 shift=0>9 tháng năm nay</date>",
        "lãi <date number=9 year=2013>9 tháng 2013</date>",
    ),
    rule(
        "date/outermost",
        r"(?<!\w) (?<! (?:\d|những|các|mấy|{number})\ ) (?P<grain>tháng|quý)\ (?P<which>đầu|cuối)(?:\ tiên|\ cùng)?"
        r"\ (?:của\ )?năm\ (?:{year}|{rel}) (?!\w)",
        read_outermost,
        "<date month=1 year=2017>tháng đầu tiên của năm 2017</date>",
        "trong <date number=4 shift=0>quý cuối năm nay</date>",
        "6 tháng đầu năm 2017",
    ),
    rule(
        "date/half",
        r"(?<!\w) nửa\ (?:(?P<which>đầu|cuối)|sau)\ (?:của\ )?năm (?!\ (?:học|đầu)) (?:\ {year}|\ {rel})? (?!\w)",
        read_half,
        "<date number=-6 year=2025>nửa cuối năm 2025</date>",
        "nửa đầu trận đấu",
    ),
    rule(
        "date/year",
        r"(?<! {law} ) (?<!\w) năm\ {year} (?! [.,/]\d | \ ?% )",
        read_year,
        "từ <date year=2026>năm 2026</date>",
        "Nghị quyết 40/NQ-HĐND <date year=2025>năm 2025</date>",
        "Luật Đất đai năm 2024",
    ),
    rule(
        "date/year-bare",
        r"(?: {apart} | (?<=(?<!\d)(?:19|20)\d\d,\ ) ) (?: {year_told} | {year_ends} | (?<= {year_name}) )"
        r" (?<! {act} ) (?<! {act_number} ) (?<! năm\ ) (?P<year>19[0-9]\d|20[0-5]\d) (?!\d)"
        r" (?: (?<= {year_name} \d{4}) | {uncounted} )",
        read_year,
        "em Mẫu (SN <date year=2011>2011</date>)",
        "đề án của tỉnh <date year=2025>2025</date>.",
        "bảng giá đất Hà Nội <date year=2026>2026</date> (đất ở)",
        "tăng 9% so với <date year=2023>2023</date> và 2% so với quý trước",
        "tuyển sinh từ khóa 2016 về trước",
        "lễ hội Xuân Đinh Dậu <date year=2017>2017</date> tổ chức ở làng",
        "quà Tết Nguyên đán <date year=2017>2017</date> gửi các hộ",
        "ba năm (<date year=2010>2010</date>, <date year=2011>2011</date>, <date year=2012>2012</date>)",
        "Luật Đất đai 2024",
        "Kế hoạch 465/KH-UBND 2025 nêu rõ",
        "khoảng 2000 hộ",
        "từ 2000 đồng",
    ),
    rule(
        "date/decade",
        r"(?<!\w) (?:thập\ (?:niên|kỷ)|những\ năm)\ (?P<decade>(?:19|20)?\d0) (?! \d | \ ?[–-]\ ?\d )"
        r"(?: \ (?:của\ )?thế\ kỷ\ (?:xx|20|trước)(?!\w) )?",
        read_decade,
        "từ <date year=1990 number=10>thập niên 1990</date>",
        "những năm 2010 - 2014",
    ),
    rule(
        "date/century",
        r"(?<! (?:báo|tạp\ chí|nhà\ xuất\ bản)\ [^,.;:“”()]{0,30} )"
        r"(?<!\w) thế\ kỷ\ (?:thứ\ )?(?P<century>[xvi]{1,5}|\d{2}) (?!\w)",
        read_century,
        "đầu <date year=1901>thế kỷ 20</date>",
        "nửa thế kỷ qua",
        "Báo Kinh tế thế kỷ 21 đưa tin",
    ),
    rule(
        "date/relative",
        r"(?<!\w) (?<! (?:những|các|nhiều|vài|mấy|hàng|hằng|mỗi|từng|bao|nhiêu|lâu|quanh|chục|thứ|\b{number}"
        r"|(?<!\b(?:19|20)\d|\p{L}\d*)\d)\ )"
        r"(?<! (?:như|hình\ ảnh|có\ được)\ (?:ngày\ )? (?=(?:ngày\ )?hôm\ nay) ) {relative}"
        r"(?! \w | \ (?:đó|liền|nữa|kia) | (?<=trước|sau)\ (?:khi|ngày|năm|lúc|thời) )",
        read_relative,
        "<date shift=-1>hôm qua</date>, xã họp",
        "<date shift=0>Sáng nay</date>, tỉnh công bố",
        "luật sửa đổi BLHS 2015 <date shift=0>sáng nay</date>",
        "so với <date shift=-1>năm ngoái</date>",
        "thành công như ngày hôm nay",
        "nhiều năm trước",
        "bao nhiêu năm qua",
        "hàng chục năm nay",
        "năm trước đó",
        "trong bảng V1000 <date shift=0>năm nay</date>",
        "thăm Cuba <date shift=-1>năm ngoái</date>",
    ),
    rule(
        "date/weekday",
        r"(?<!\w) (?<! (?:họp|nghị|lần|đợt|vòng|trận|người)\ ) (?:thứ|chủ)\ "
        r"(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7]|nhật)"
        r"(?: \ (?P<week>tuần\ (?:này|trước|tới|sau|rồi)) | \ (?P<hint>(?:tuần\ |vừa\ )qua|vừa\ rồi|này|tới)"
        r"| (?<= {weekday_told}\ \w+\ \w+ ) (?!\ (?:hàng|hằng|mỗi)\ tuần|\ \d) ) (?!\w)",
        read_weekday,
        "họp vào <date weekday=0 shift=1>thứ Hai tuần tới</date>",
        "<date weekday=5 hint=-1>thứ Bảy vừa qua</date>",
        "phát biểu hôm <date weekday=0>thứ Hai</date>",
        "phát vào tối thứ Ba hằng tuần",
        "thứ hai là hạ tầng",
        "kỳ họp thứ 5 vừa qua",
    ),
    rule(
        "date/same-period",
        r"(?<!\w) cùng\ (?:kỳ|thời\ điểm|thời\ gian)\ (?:của\ )?(?: (?:năm\ )?{year} | năm\ {rel} )",
        read_compared,
        "tăng 8% so với <date>cùng kỳ năm 2016</date>",
        "tăng 8% so với cùng kỳ",
    ),
)
