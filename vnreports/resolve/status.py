"""Whether an amount is actual or planned: the last word for it before the number decides."""

import datetime
from collections.abc import Mapping

from vnreports.page import Page
from vnreports.records import Status
from vnreports.resolve.leads import Leads
from vnreports.resolve.status_cues import Cues
from vnreports.rules import Pattern

_MADE = Pattern(
    r"thông\ qua|nghị\ quyết|phê\ duyệt|phê\ chuẩn|quyết\ nghị", plain=True
)  # a first look for what the next one finds
_ENACTED = Pattern(
    r"(?<!\w)(?:(?:đã|được|vừa|bấm\ nút|chính\ thức)\ (?:\p{L}+\ )?thông\ qua|thông\ qua\ (?:\d+\ )?nghị\ quyết"
    r"|nghị\ quyết\ [^.;\n]{0,60}\ (?:ấn\ định|quyết\ nghị)|(?:đã|vừa|được)\ (?:\p{L}+\ ){0,2}phê\ duyệt"
    r"|quyết\ định\ phê\ duyệt|(?:hđnd|hội\ đồng\ nhân\ dân|quốc\ hội)\ [^.;\n]{0,30}(?:phê\ chuẩn|quyết\ nghị))(?!\w)",
    plain=True,
)
# Từ ngày 1/1/2027 áp dụng mức thuế 10%, in a report on a decree
_APPLIED = Pattern(r"(?<!\w)từ\ ngày\ [^.;\n]{4,50}(?<!\w)áp\ dụng(?!\w)|(?<!\w)áp\ dụng\ [^.;\n]{0,40}từ\ ngày(?!\w)")
_FROM_A_DAY = Pattern(r"từ\ (?:ngày\ )?\d{1,2}/\d{1,2}(?:/\d{4})?(?:,|:|\ [a-zđ])", plain=True)  # Từ 1/7: 9 nhóm …
_AN_ACT = Pattern(r"\d/20\d\d/(?:nđ-cp|qh\d|tt-|nq-)", plain=True)
_STILL_LACKS = Pattern(r"[\d./]+\ [^.,;:\n]{2,60}?\ chưa(?!\w)", plain=True)  # xã còn 4/15 thôn xe chưa vào được
# rà soát toàn bộ 7 dự án, một trong 10 tỉnh, làm rõ 8 vấn đề, chuyển 60 dự án đó, thu hồi 516 biển số đã cấp: they
# are there already, whatever is asked for
_ALREADY_THERE = Pattern(
    r"(?<!\w)(?:toàn\ bộ|trong\ (?:tổng\ )?số|một\ trong(?:\ những)?"
    r"|(?:[\d.]+|một\ nửa|phần\ lớn|đa\ số)\ trong(?:\ (?:hơn|gần|khoảng))?"
    r"|(?<!năm\ )[\d.]+\ (?:(?!đạt|là|còn|có|lên|tới|được)\p{L}+\ )?trên(?:\ tổng\ số)?"
    r"|(?:làm\ rõ|giải\ trình)(?:\ về)?|(?:thanh\ tra|kiểm\ tra|xử\ lý|rà\ soát|kiểm\ điểm)\ đối\ với)\ $",
    plain=True,
)
_THERE_ENDS = (
    "bộ ", "số ", "trong ", "trong hơn ", "trong gần ", "trong khoảng ", "trên ", "những ", "làm rõ ", "rõ về ",
    "trình ", "trình về ", "đối với ", " \n",
)  # fmt: skip
# đường sẽ đi qua 7 quận: so are the units of the state
_LOCATIVE_ENDS = (" qua ", " bàn ", " phận ", " ở ", " tại ", " thuộc ", " của ", " cho ")
_UNITS_OF_STATE = Pattern(r"[\d.]+\ (?:tỉnh|thành\ phố|huyện|quận|thị\ xã|xã|phường|địa\ phương)(?!\w)", plain=True)
# sẽ bán công ty có giá trị vốn nhà nước là 2.200 tỷ đồng
_WORTH = Pattern(r"(?<!\w)có\ (?:tổng\ )?giá\ trị\ vốn\ [^.,;:()\d]{0,40}$")
_THOSE = Pattern(
    r"[\d.,/]+(?:\ (?!thì|mà|sẽ|và|nhưng)(?:\p{L}|/)+){1,4}?\ (?:đã|đang)(?!\w)"
    r"|[\d.,]+%?(?:\ (?!thì|mà|sẽ|và|nhưng)(?:\p{L}|/)+){0,3}?\ (?:như\ )?hiện\ (?:nay|hành|tại)(?!\w)"
    r"|[\d.,]+\ (?:(?!(?:từ|trong|tại|cho|ở|vào|để)\ )[^.,;:()\d\n]){2,24}?(?<!\ diện)(?<!\ nhóm)(?<!\ loại)(?<!\ dạng)"
    r"\ (?:đó|này|nói\ trên|kể\ trên)(?!\w)"
    r"|[\d.,]+\ [^.,;:()\d\n]{2,70}?\ (?:nói|nêu|kể)\ trên(?!\w)"
    # dự thảo gồm 11 chương, 27 khoản
    r"|[\d.,]+\ (?:chương(?!\ trình)|điều(?!\ (?:kiện|tra|dưỡng|hòa))|khoản(?!\ (?:vay|thu|chi|tiền|nợ|phí))"
    r"|phương\ án)(?!\w)"
    r"|[\d.,]+\ (?:\p{L}+\ ){1,3}?(?:bị\ (?:thương|tử\ vong|nạn|chết|hại)|được\ (?:kiểm\ toán|thanh\ tra))(?!\w)"
    r"|100%\ vốn\ (?:của\ )?(?:nhà\ nước|nước\ ngoài|đầu\ tư\ nước\ ngoài)"
    r"|(?:hai|2|ba|3|bốn|4)\ (?:bên|nước|nhà\ lãnh\ đạo|dân\ tộc|đảng|quốc\ hội)(?!\w)",
    plain=True,
)
# 1.500 sinh viên năm cuối sẽ thi, nâng lên 5,3% GDP là cần thiết: the plan is told after what is counted
_OF_IT = r"(?:\ (?!mà|nên|thì|nhưng|và|để|khi|nếu|là|rằng)\p{L}+)"
_TO_COME = Pattern(
    rf"(?:[\d.,]+|\p{{L}}+)(?:{_OF_IT}{{1,12}}?\ (?:sẽ|dự\ kiến(?!\ (?:là|đến)))"
    # over a comma only what will be done to it: *hai sân bay A, B sẽ được mở rộng*, not *15 tấn quả, dự kiến lãi lớn*
    rf"|{_OF_IT}{{0,9}}?,{_OF_IT}{{0,9}}?\ (?:sẽ|dự\ kiến)\ được|%?{_OF_IT}{{0,3}}?\ là\ (?:rất\ )?cần\ thiết"
    rf"|[%\w/]*{_OF_IT}{{0,5}}?\ trong\ (?:thời\ gian|những\ năm|các\ năm|[\d-]+\ năm)\ tới)(?!\w)",
    plain=True,
)
# “Cần chi 5 tỷ đồng”, ông Mẫu đề xuất
_PROPOSED = Pattern(r"\ ?[,–-]\ [^.;“”\"\n]{0,110}?(?:đề\ xuất|kiến\ nghị|đề\ nghị)(?=[.\n])", plain=True)
# bằng 77% kế hoạch năm (3,2 tỷ USD), tăng 8,6% (kế hoạch 8,5%)
_TARGET = Pattern(
    r"(?<!\w)(?:kế\ hoạch|dự\ toán|chỉ\ tiêu|mục\ tiêu|(?<!\d\ )nghị\ quyết(?:\ đề\ ra)?)"
    r"(?:\ cả)?(?:\ năm)?(?:\ \d{4})?\ "
    r"\((?:(?:khoảng|hơn|gần|trên)\ )*$"
    # đạt 62% chỉ tiêu tỉnh giao (1.800 tỷ đồng), vượt 8% dự toán ban đầu (119 tỷ đồng)
    r"|\d%\ (?:dự\ toán|chỉ\ tiêu)\ (?:[^\W\d_]+\ ){1,5}?(?:giao|đầu)(?:\ năm)?\ \($"
    r"|\((?:kế\ hoạch|chỉ\ tiêu|mục\ tiêu|nghị\ quyết)(?:\ (?:năm|cả\ năm|đề\ ra|đặt\ ra|giao|là|\d{4}|:))*:?\ "
    r"(?:(?:từ|khoảng|hơn|gần|trên)\ )*$",
    plain=True,
)
# so với chỉ tiêu 38%, thấp hơn mức 85% mà UBND tỉnh giao, mức Bộ giao là 5%, kế hoạch năm 2025 là 10
_ASSIGNED_ENDS = ("mức ", "chỉ tiêu ", " là ", " là không quá ")
_ASSIGNED = Pattern(
    r"(?:với|hơn|vượt|\d%)\ chỉ\ tiêu\ $|(?<!\w)mức\ [^.,;:()\d\n]{2,30}\ giao\ là\ (?:không\ quá\ )?$"
    r"|(?<!\w)(?:kế\ hoạch|kịch\ bản|chỉ\ tiêu|mục\ tiêu)"
    r"(?:\ (?:của\ |đến\ )?(?:năm\ (?:\d{4}|nay)|cả\ năm))?\ là\ $",
    plain=True,
)
_ASSIGNED_AFTER = Pattern(r"[\d.,]+%?\ (?:mà\ )?[^.,;:()\d\n]{2,30}\ giao(?!\w|\ dịch)", plain=True)
_TO_COME_WORDS = Pattern(r"sẽ|dự\ kiến|cần\ thiết|gian\ tới|năm\ tới", plain=True)
# Mục tiêu đến năm 2030 như sau: …; dự thảo bảng giá đất như sau: …
_PLANNED_LIST = Pattern(
    r"(?<!\w)(?:mục\ tiêu|tầm\ nhìn|dự\ thảo|phương\ án\ trình|dự\ kiến|đề\ xuất|kiến\ nghị|phấn\ đấu)(?!\w)",
    plain=True,
)
_BY_A_YEAR = Pattern(r"(?<!\w)đến\ (?:cuối\ )?năm\ (20\d\d)(?!\w)", plain=True)
_CONTINUES = Pattern(
    r"\s*(?:đồng\ thời|bên\ cạnh\ đó|cùng\ với\ đó|ngoài\ ra|theo\ đó|trong\ đó|cụ\ thể)(?!\w)", plain=True
)


def read_status(
    page: Page,
    start: int,
    *,
    sentence: tuple[int, int],
    holds: datetime.date | None,
    cues: Mapping[tuple[int, int], Cues],
    leads: Leads,
) -> Status | None:
    """The status of the number at `start`, or None where no word tells it.

    `holds` is the first day of the date at which it holds, `cues` has the words for a status in each sentence (see
    `find_cues`). A sentence that opens with *đồng thời*, *theo đó* and has none goes on with the plan before it, and so
    does an item of a list with the line that leads it (`leads`).

    >>> from vnreports.page import read_page
    >>> from vnreports.resolve.leads import find_leads
    >>> from vnreports.resolve.status_cues import CUES_OPEN, find_cues
    >>> page = read_page("Phấn đấu tăng trưởng 8%")
    >>> cues = find_cues(page, (0, 23), page.syllables.within(0, 23, CUES_OPEN))
    >>> read_status(page, 21, sentence=(0, 23), holds=None, cues={(0, 23): cues}, leads=find_leads(page.lower))
    'planned'
    """
    lower = page.lower
    ahead = holds is not None and page.published is not None and holds > page.published
    told = "planned" if ahead and not _is_enacted(page, sentence) else _by_words(page, start, sentence, cues)
    for lead in leads.over(start) if told is None and leads.lists else ():
        if _leads_a_plan(page, page.sentence_at(lead)[0], lead + 1):
            told = "planned"
    return "actual" if told == "planned" and _is_there(lower, start) else told


def _leads_a_plan(page: Page, start: int, end: int) -> bool:
    """Whether the line that leads a list says that it tells plans: *Mục tiêu:*, *Đến năm 2030, đại hội quyết nghị:*."""
    if _PLANNED_LIST.search(page.lower, start, end):
        return True
    by_year = _BY_A_YEAR.search(page.lower, start, end) if page.published is not None else None
    return by_year is not None and page.published is not None and int(by_year[1]) > page.published.year


def _by_words(page: Page, start: int, sentence: tuple[int, int], cues: Mapping[tuple[int, int], Cues]) -> Status | None:
    """What the last word for a status before the number at `start` tells, or one that comes right after it."""
    lower = page.lower
    if lower.rfind("(", start - 30 if start > 30 else 0, start) >= 0 and _TARGET.search(
        lower, max(0, start - 50), start
    ):
        return "planned"
    if lower.endswith(_ASSIGNED_ENDS, 0, start) and _is_assigned(lower, start):
        return "planned"
    own = _last_before(start, cues[sentence])
    if own is None and sentence[0] and _CONTINUES.match(lower, sentence[0]):
        before = page.sentence_at(sentence[0] - 1)
        own = None if "\n" in lower[before[1] : start] else _last_before(before[1], cues[before])
    if own is not None:
        return own
    if _TO_COME_WORDS.search(lower, start, sentence[1]) and _TO_COME.match(lower, start, sentence[1]):
        return "planned"
    quote = page.quote_at(start) if page.quotes else None
    return "planned" if quote is not None and _PROPOSED.match(lower, quote[1]) else None


def _is_assigned(lower: str, start: int) -> bool:
    """Whether the number at `start` is the level that someone was to reach: *thấp hơn mức 85% mà UBND tỉnh giao*."""
    if _ASSIGNED.search(lower, max(0, start - 48), start):
        return True
    return lower.endswith("mức ", 0, start) and _ASSIGNED_AFTER.match(lower, start) is not None


def _is_enacted(page: Page, sentence: tuple[int, int]) -> bool:
    """Whether a sentence speaks of a rule that was made or comes into force, though it holds from a day to come."""
    lower = page.lower
    if lower.find("có hiệu lực", *sentence) >= 0:
        return True
    if lower.startswith("theo đó", sentence[0]):  # Bộ đã phê duyệt giá điện. Theo đó, từ năm tới …
        sentence = page.sentence_at(max(sentence[0] - 2, 0))[0], sentence[1]
    if _MADE.search(lower, *sentence) and _ENACTED.search(lower, *sentence):
        return True
    if "dự thảo" in lower:
        return False
    opens = lower.startswith("từ ", sentence[0]) and _FROM_A_DAY.match(lower, sentence[0]) is not None
    if not opens and (lower.find("áp dụng", *sentence) < 0 or not _APPLIED.search(lower, *sentence)):
        return False
    return _AN_ACT.search(lower) is not None


def _is_there(lower: str, start: int) -> bool:
    """Whether the words around the number at `start` say that what it counts is there already."""
    led = lower.endswith(_THERE_ENDS, 0, start) and _ALREADY_THERE.search(lower, max(0, start - 24), start)
    if led or _THOSE.match(lower, start) or _is_worth(lower, start):
        return True
    if lower.endswith("còn ", 0, start) and _STILL_LACKS.match(lower, start):
        return True
    return lower.endswith(_LOCATIVE_ENDS, 0, start) and _UNITS_OF_STATE.match(lower, start) is not None


def _is_worth(lower: str, start: int) -> bool:
    """Whether the number at `start` is what a firm is worth: *sẽ bán công ty có giá trị vốn nhà nước là 2 tỷ đồng*."""
    near = max(0, start - 60)
    return lower.find("giá trị vốn", near, start) >= 0 and _WORTH.search(lower, near, start) is not None


def _last_before(start: int, cues: Cues) -> Status | None:
    for end, status in reversed(cues):
        if end <= start:
            return status
    return None
