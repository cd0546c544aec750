"""Whether an amount rose or fell, and whether it is the level or the difference."""

import re

import msgspec
import regex

from vnreports.records import Direction
from vnreports.rules import Pattern

_UP = (
    r"tăng\ trưởng|tăng(?<!trị\ gia\ tăng)(?:\ thêm)?"
    r"|vượt(?<!cầu\ vượt)(?<!đạt\ và\ vượt)(?<!đạt,\ vượt)(?<!đoạn\ vượt)(?<!làn\ vượt)"
    r"(?!\ (?:quá\ )?(?:mốc|ngưỡng|con\ số|mức|biên|biển|đèn|rào|ngục|sông|khó))|đội\ (?:vốn|giá|thêm)|nhích|nhỉnh"
    r"|bội\ thu|(?:mở\ rộng|tốn|cộng|lời|lãi|tức)\ thêm|nâng(?=\ [^.,;:()\n]{0,40}\ thêm\ )"
)
_DOWN = (
    r"cắt\ giảm|tinh\ giản|tinh\ giảm|tiết\ giảm|giảm\ bớt|giảm\ được|giảm(?!\ (?:trừ\ gia|nghèo|cả)(?!\w))"
    r"|hụt\ thu|thất\ thu|hụt|bớt|loại\ đi"
    r"|sụt(?<!hót\ sụt)(?<!sạt\ sụt)(?!\ (?:giảm|lún|lở))|rớt|bốc\ hơi|vơi|nhẹ\ đi|cắt\ (?:thêm|bớt)|thu\ hẹp\ được"
    r"|rút\ ngắn|mất\ giá"
    r"|(?:bị\ trừ|cắt(?<!mặt\ cắt)(?<!lát\ cắt)(?:\ bỏ)?|(?:(?<=đấu\ )|(?<=suất\ )|(?<=giá\ )|(?<=hơi\ ))hạ)"
    r"(?=(?:\ (?:hết|tới|thêm|khoảng|chừng|gần|hơn|được))?\ $)"
)
# a word of each of them: most clauses have none, and the pattern of the verbs takes its time
_A_VERB = Pattern(
    r"tăng|giảm|vượt|đội|nhích|nhỉnh|bội|thêm|nâng|hụt|thất|bớt|loại|sụt|rớt|bốc|vơi|nhẹ|cắt|hạ|hẹp|trừ|mất|giản|ngắn",
    plain=True,
)
# the verb, then up to a short noun phrase and a hedge, then the number
_DIFFERENCE = Pattern(
    rf"""(?<!\w) (?: (?P<up>{_UP}) | (?P<down>{_DOWN}) ) (?!\w)
         (?! \ (?:lên|xuống|còn|đến|tới|từ|cường|tốc|bậc|qua|trội|trần) \b )
         (?P<between> [^.,;:()\n]{{0,48}} ) $""",
    re.VERBOSE,
    plain=True,
)
_IN_NUMBER = r"(?<=\d)[.,](?=\d)"
_CLAUSE = rf"(?:[^.,;:()\n]|{_IN_NUMBER})"
_FROM_NUMBER = rf"từ\ (?:[^.;:\n]|{_IN_NUMBER}){{0,50}}\d(?:[^.;:\n]|{_IN_NUMBER}){{0,50}}"
_ASIDE = r"(?:\([^()\n]{1,24}\)\ )?"  # tăng 4 điểm (+0,5%) lên 804 điểm
_SOFT = r"(?:\ (?:còn|mức|con\ số|cỡ|khoảng|gần|hơn|trên|dưới|chỉ|đến|tới|tối\ đa|tối\ thiểu))*\ $"
# what the levels of _LEVEL all end with: one look at it saves most searches
_REACHED = Pattern(rf"(?<!\w)(?:lên|đến|tới|thành|gấp|còn|xuống|về|chỉ\ (?:có|đạt|là)){_SOFT}", plain=True)
_LEVEL = Pattern(
    rf"""(?<!\w)
        (?: (?P<up> (?: (?:tăng|nâng|vươn|vượt|vọt|nhảy)\ (?:{_CLAUSE}{{0,70}}\ )?{_ASIDE}
                          | mở\ rộng\ (?:[^.,;:()\n]{{0,70}}\ )? )
                          (?:lên|đến|tới|thành)
                    | tăng\ {_CLAUSE}{{1,70}},\ lên
                    | (?:đưa|điều\ chỉnh|đẩy|kéo)\ (?:{_CLAUSE}{{0,70}}\ )?lên
                    | (?:tăng|nâng|lên)\ (?:(?:lên|gần|hơn|khoảng|mức)\ )*gấp | {_FROM_NUMBER}\ lên
                    | \d%?\ (?:như\ )?hiện\ (?:nay|tại)\ lên
                    | (?:(?:sẽ|có\ thể|phấn\ đấu|nhích|vọt)\ |nay\ (?:[^\W\d_]+\ ){{0,3}})
                      lên(?=\ (?:(?:gần|hơn|khoảng|trên)\ )?$) )
          | (?P<down> (?:giảm|hạ|rút|tụt|thu\ gọn|thu\ hẹp)\ (?:{_CLAUSE}{{0,70}}\ )?{_ASIDE}(?:còn|xuống|đến|về)
                      | giảm\ tới
                      | giảm\ {_CLAUSE}{{1,70}},\ (?:xuống|còn)
                      | (?:đưa|điều\ chỉnh|kéo)\ (?:{_CLAUSE}{{0,70}}\ )?(?:xuống|về)
                      | xuống\ còn | chỉ\ còn | {_FROM_NUMBER}\ (?:xuống|còn)
                      | \d[^.;:\n]{{0,30}}\ (?:nhưng|song)\ (?:thực\ tế\ )?chỉ\ (?:có|đạt|còn|là) ) )
        {_SOFT}""",
    re.VERBOSE,
    plain=True,
)
# cao hơn 5% so với cùng kỳ: a rise; thấp hơn giá thị trường 5%: none
_COMPARISON = Pattern(
    r"(?<!\w)(?:(?P<up>(?<!độ\ |chiều\ )cao\ hơn|nhiều\ hơn|lớn\ hơn)|(?P<down>thấp\ hơn|ít\ hơn|kém\ hơn"
    r"|chậm(?:\ hơn)?(?=(?:\ (?:gần|hơn|khoảng|tới))?\ $)))(?!\w)"
    r"(?P<between>[^.,;:()\n]{0,30})$"
)
_PERIOD = (
    r"(?:cùng\ kỳ(?:\ năm)?(?:\ \d{4})?"
    r"|(?:(?:cả|đầu|cuối|hết|ước\ thực\ hiện)\ )?(?:năm|tháng|quý|tuần|vụ|kỳ)\ "
    r"(?:trước|ngoái|nay|(?:[ivx]{1,3}/)?\d{4})"
    r"|(?:nhiệm\ kỳ|năm\ học|giai\ đoạn)\ (?:trước|\d{4}\s?[-–]\s?\d{4})|mức\ cũ|trước\ đây"
    r"|định\ mức|quy\ định|kế\ hoạch|dự\ toán|kịch\ bản|dự\ kiến)"
)
# nhiều hơn cùng kỳ 2.310 ha, ít hơn năm 2025 là 61 tỷ đồng
_AGAINST = Pattern(
    r"(?<!\w)(?:(?P<up>(?:(?:cao|nhiều|lớn|nhỉnh)\ |(?<=[,à]\ ))hơn)|(?:thấp|ít|kém)\ hơn)\ (?:so\ với\ )?"
    rf"{_PERIOD}(?:\ (?!đạt|mức)[^\W\d_]+){{0,4}}\ $",
    plain=True,
)
# mang về 69,4 tỷ USD, nhiều hơn năm 2024 tới 6,9 tỷ USD; giá 5.630 USD/tấn, cao hơn 35% so với năm trước
_AGAINST_FOLLOWS = Pattern(
    r"(?:\ [^.,;:()\n]{0,40}+)?,\ (?:(?P<up>(?:(?:cao|nhiều|lớn|nhỉnh)\ )?hơn)|(?:thấp|ít|kém)\ hơn)\ "
    rf"(?:(?:so\ với\ )?{_PERIOD}(?:\ (?!đạt|mức)[^\W\d_]+){{0,4}}\ \d"
    rf"|(?:(?:tới|gần|khoảng)\ )?\d[\d.,]*%?(?:\ [^\W\d_]+){{0,4}}\ so\ với\ (?:mức\ |con\ số\ )?(?:\d|{_PERIOD}))",
    plain=True,
)
_AGAINST_PERIOD = Pattern(
    r"(?:(?:\ [^\W\d_]+){1,3}\ \([^()\n]{2,16}\))?[^.;:()\n]{0,40}"
    r"(?:cùng\ kỳ|năm\ (?:học\ )?(?:trước|ngoái|\d)|(?:tháng|quý|tuần|nhiệm\ kỳ)\ (?:trước|\d|[ivx]{1,3}(?!\w))"
    r"|kế\ hoạch|dự\ toán"
    r"|chỉ\ tiêu|đề\ (?:nghị|xuất)|phương\ án|thời\ điểm"
    r"|(?:mức|con\ số)\ \d|(?:đầu|cuối)\ năm|hiện\ (?:nay|tại)|trước\ đây)",
    plain=True,
)
# tăng trưởng với lợi nhuận 208 tỷ đồng; but giảm so với dự toán 63 tỷ đồng
_OTHER_NUMBER = Pattern(
    r"\d|(?<!\w)(?:và|với(?!(?<=so\ với)\ (?:dự\ toán|kế\ hoạch|cùng\ kỳ|năm\ (?:trước|ngoái))))(?!\w)"
)
_LEVEL_AFTER_ALL = Pattern(  # tăng giá trị của 27 dự án: the number tells no change
    r"(?:lên|xuống|còn|đạt|là|bằng|ở|tại|(?<!định\ )mức|đến|từ|cho|với)\ (?:khoảng\ |gần\ |hơn\ |trên\ )?$"
    r"|\ (?:của|giữa)\ (?:gần\ |hơn\ |trên\ )?$|(?<!\w)được\ (?:sử\ dụng|dùng|trích|chi)(?!\w)",
    plain=True,
)
# khu vực duy nhất tăng khá (8,9%)
_BRACKETED = Pattern(
    r"(?<!\w)(?:(?P<up>tăng)|giảm)(?:\ (?:khá|mạnh|cao|nhanh|nhẹ|sâu|tốt|nhiều|ít))?(?:\ nhất)?\ \($", plain=True
)
_OPENS_CLAUSE = Pattern(r"(?:^|[;:,]\ |\n|điều\ chỉnh\ |[-+•]\ )$", plain=True)
_NOT_THIS_VERB = Pattern(r"(?:không|chưa|chống|tốc\ độ)\ $", plain=True)
_GROWTH = Pattern(r"(?<!\w)(?:tăng\ trưởng|tốc\ độ\ tăng)(?!\w)[^.;:()\n]{0,90}$")
_SAVING = Pattern(r"(?<!\w)tiết\ kiệm\ (?:được\ |thêm\ |từ\ |đến\ |tới\ |khoảng\ |hơn\ |gần\ )*$")  # 25% nhiên liệu
_CHANGE_FOLLOWS = Pattern(
    rf"""(?:\ [^.,;:()\n]{{0,40}}+)? (?:\ ?\([^()\n]{{1,60}}\)(?=,\ (?:tăng|giảm|vượt)\ ))?
         [,(]\ ? (?:đã\ |và\ |tức\ )?
         (?: so\ (?:với\ )?[^.,;:()\n]{{4,40}},?\ (?=tăng|giảm) )?
         (?: (?P<up>{_UP}) | (?P<down>{_DOWN}) ) (?!\w) (?!\ (?:lên|xuống|còn|cường))
         (?P<rest> [^.,;:()\n]{{0,40}}? ) \d""",
    re.VERBOSE,
    plain=True,
)
# 512 cuộc thanh tra, kiểm tra, giảm 30 cuộc: over a comma by so many of the same
_FEWER_OF_THEM = Pattern(
    r"\ (?P<noun>[^\W\d_]+)(?!\w)[^.;:()\d\n]{0,40},\ (?:(?P<up>tăng)|giảm)"
    r"\ (?:(?:thêm|gần|hơn|khoảng)\ )*[\d.]+\ (?P=noun)(?!\w)",
    plain=True,
)
_SIGNED_FOLLOWS = Pattern(r"(?:\ [^\W\d_]+){0,3}\ \((?P<sign>[+–−-])\ ?\d[\d.,]*\ ?%\)", plain=True)
# thu đạt 609 tỷ đồng, vượt mức chỉ tiêu đề ra
_OVER_THE_PLAN = Pattern(
    r"(?:\ [^.,;:()\n]{0,40}+)?,\ (?:đã\ )?vượt\ (?:xa\ )?(?:mức\ )?(?:chỉ\ tiêu|kế\ hoạch|dự\ toán|mục\ tiêu)(?!\w)",
    plain=True,
)
_IS_REARRANGED = Pattern(r"(?<!\w)(?:sắp\ xếp|xếp|tổ\ chức)(?:\ lại)?\ $")  # sắp xếp 10 xã, bớt 5 xã: not the 10 fell
_AS_MUCH_AS = Pattern(r"(?<!\w)(?:tăng|giảm)\ (?:đến|tới)\ (?:(?:gần|hơn|trên)\ )?$", plain=True)  # giảm tới 58%
_RANGE = re.compile(r"[\d.,]+%?\ ?(?:[-–]|đến)\ ?[\d.,]+[^\d]*")
_TO_A_LEVEL = re.compile(r"\ (?:lên|xuống|còn)\ ")
_OVER_A_LIMIT = "vượt quá "  # vượt quá 3 phó giám đốc theo quy định; not vượt quá 50% so với dự toán
_WINDOW = 110
_NEAR = 40
_FAR = 60
_TO_LAST_PAUSE = re.compile(r".*[.,;:()\n]", re.DOTALL)  # no verb before it is that of the number
_LEVEL_ENDS = (
    "lên ", "đến ", "tới ", "thành ", "gấp ", "còn ", "xuống ", "về ",
    "tối đa ", "tối thiểu ",
    "mức ", "con số ", "cỡ ", "khoảng ", "gần ", "hơn ", "trên ", "dưới ", "chỉ ", "chỉ có ", "chỉ đạt ", "chỉ là ",
)  # fmt: skip


class Change(msgspec.Struct, frozen=True):
    """How an amount changed; `difference` is true where the number is by how much."""

    direction: Direction | None = None
    difference: bool = False


def read_change(
    lower: str, start: int, end: int, *, clause_start: int, is_percent: bool, parted: bool = False
) -> Change:
    """The change that the words around the number in [start, end) of lower-case text tell.

    What follows an amount that is `parted` is told of its first part: *xử lý 11 tỷ đồng (tăng thu 2 tỷ đồng, …)*.

    >>> text = "đã giảm 6 cơ quan, tăng từ 112 lên 559"
    >>> read_change(text, 8, 9, clause_start=0, is_percent=False)
    Change(direction='decrease', difference=True)
    >>> read_change(text, 35, 38, clause_start=0, is_percent=False)
    Change(direction='increase', difference=False)
    """
    before = lower[max(clause_start, start - _WINDOW) : start]
    if before[-3:] == "từ " and _RANGE.fullmatch(lower, start, end) and not _TO_A_LEVEL.search(lower, end, end + _NEAR):
        before = before.removesuffix("từ ")  # giảm từ 0,5 - 1,5%; not tăng từ 5 - 6% lên 8%
    reached = before.endswith(_LEVEL_ENDS) and _REACHED.search(before[-_NEAR:])
    # no verb before a colon or a semicolon is meant
    level = (
        _LEVEL.search(before, max(before.rfind(";"), before.rfind(":"), before.rfind("\n")) + 1) if reached else None
    )
    if level is not None:
        as_much_as = is_percent and _AS_MUCH_AS.search(before)
        return Change("increase" if level["up"] else "decrease", bool(as_much_as))
    if is_percent and ("tăng trưởng" in before or "tốc độ" in before) and _GROWTH.search(before):
        return Change("increase", True)
    if is_percent and "tiết kiệm" in before and _SAVING.search(before):
        return Change("decrease", True)
    against = _AGAINST.search(before[-_FAR:]) if "hơn " in before[-_FAR:] else None
    if against is not None:
        return Change("increase" if against["up"] else "decrease", True)
    bracketed = _BRACKETED.search(before[-_NEAR:]) if is_percent and before.endswith(" (") else None
    if bracketed is not None:
        return Change("increase" if bracketed["up"] else "decrease", True)
    verb = _verb_of(before, lower, end)
    if verb is not None:
        return Change("increase" if verb["up"] else "decrease", not lower.startswith("gấp", start))
    rearranged = before.endswith(("xếp ", "lại ", "chức ")) and _IS_REARRANGED.search(before)
    return _read_change_after(lower, end, is_percent=is_percent, parted=parted, rearranged=bool(rearranged))


def _verb_of(before: str, lower: str, end: int) -> "regex.Match[str] | None":
    """The verb or the comparison in the words before a number that says that it is by how much: *giảm 6 cơ quan*."""
    paused = _TO_LAST_PAUSE.match(before)
    pause = paused.end() if paused else 0
    verb = (
        _COMPARISON.search(before, pause)
        if ("hơn" in before or "chậm " in before) and _AGAINST_PERIOD.match(lower, end)
        else None
    )
    if (
        verb is None
        and _A_VERB.search(before, pause)
        and not (before.endswith(_OVER_A_LIMIT) and not lower.startswith(" so với", end))
    ):
        verb = _DIFFERENCE.search(before, pause)
    while verb is not None and not _is_by_how_much(before, verb):
        # tăng 87% so với năm trước và vượt 3% kế hoạch: the last of two
        verb = _DIFFERENCE.search(before, verb.start("between"))
    return verb


def _read_change_after(lower: str, end: int, *, is_percent: bool, parted: bool, rearranged: bool) -> Change:
    """The change that the words after the number tell: *đạt 90 tỷ đồng, giảm 6 tỷ đồng*."""
    following = None if parted or rearranged else _CHANGE_FOLLOWS.match(lower, end)
    # đạt 90 tỷ đồng, giảm 6 tỷ đồng: the level fell, too; not *20 tỷ đồng, giảm tiền đền xuống còn 4 tỷ đồng*, nor
    # the 120 of *từ 120 xuống 85 đầu mối, giảm 35*
    if following is not None and not _TO_A_LEVEL.search(following[0]):
        return Change("increase" if following["up"] else "decrease")
    told = not is_percent and (
        lower.find(", giảm ", end, end + _FAR) >= 0 or lower.find(", tăng ", end, end + _FAR) >= 0
    )
    fewer = _FEWER_OF_THEM.match(lower, end) if told and not parted else None
    if fewer is not None:
        return Change("increase" if fewer["up"] else "decrease")
    signed = _SIGNED_FOLLOWS.match(lower, end) if "(" in lower[end : end + _NEAR] else None
    if signed is not None:  # 34 tỷ USD (+15,9%)
        return Change("increase" if signed["sign"] == "+" else "decrease")
    against = lower.find("hơn ", end, end + _FAR) >= 0 and not parted and _AGAINST_FOLLOWS.match(lower, end)
    if against:
        return Change("increase" if against["up"] else "decrease")
    over = lower.find(" vượt ", end, end + 60) >= 0 and _OVER_THE_PLAN.match(lower, end) is not None
    return Change("increase") if over else Change()


def _is_by_how_much(before: str, verb: "regex.Match[str]") -> bool:
    """Whether the number after the verb is the difference: no other number and no *lên*, *còn*, *đạt* between."""
    level = _LEVEL_AFTER_ALL.search(verb["between"])
    if level and level[0].startswith("là ") and _OPENS_CLAUSE.search(before, 0, verb.start()):
        level = None  # thu hồi nợ; giảm chi lương hưu là 19 tỷ đồng
    return not (_OTHER_NUMBER.search(verb["between"]) or level or _NOT_THIS_VERB.search(before[: verb.start()]))
