"""Which amount another is compared with: *940.500 tấn, tăng 4,5% so với 900.000 tấn*."""

from decimal import Decimal

import regex

from vnreports.resolve.kinds import are_of_one_kind, head_of
from vnreports.resolve.links import PLANS, Amounts, Relations
from vnreports.rules import Pattern, is_in_closed_bracket

_YEAR = Pattern(r"(?<=năm\ )\d{4}(?!\d)", plain=True)
# cao hơn mức 96,1% của toàn tỉnh; thấp hơn mức 85% mà tỉnh giao
_OF_OTHERS = Pattern(
    r"\ (?:của|ở)\ (?:toàn|cả(?!\ năm)|bình|vùng|tỉnh|thành\ phố|huyện|các|khu\ vực)(?!\w)"
    r"|\ (?:\p{L}+\ ){1,4}giao(?!\w)|\ trong\ (?:nghị\ quyết|kế\ hoạch)"
    r"|\ (?:mà|do|được\ giao|bình\ quân|trung\ bình|kế\ hoạch|mục\ tiêu|chỉ\ tiêu|dự\ toán|quy\ định)(?!\w)",
    plain=True,
)
_COMPARED_WITH = Pattern(
    r"""(?<!\w) (?: (?:cao|thấp|nhiều|ít)\ hơn\ (?:hẳn\ )?(?:mức|con\ số)(?=(?:\ (?:khoảng|gần|hơn))?\ $|[^(]*\($)
                 | so\ với | thay\ (?:vì|cho) | cùng\ kỳ | (?:trong\ khi\ )?năm\ (?:trước|ngoái)
                 | (?:trong\ khi|còn|hồi)\ (?:cả\ )?(?:năm\ \d{4}|(?:đầu|cuối)\ năm(?:\ \d{4})?)
                 | đầu\ nhiệm\ kỳ ) (?!\w)
        (?! [^.;:()\n]* (?:dự\ toán|kế\ hoạch|mục\ tiêu|chỉ\ tiêu|,\ (?:ước\ )?(?:đạt|kéo)\ |\ (?:lên|xuống)\ ) )
        (?! [^.;:()\n]* \d\ và\ (?:(?:bằng|đạt|chiếm|vượt)\ )?$ )
        (?!\ (?:số|định\ mức|nhu\ cầu)(?!\w))
        (?:[^.,;:()\n]|,(?=\ (?:chỉ\ |mới\ )?(?:có|là)\ )){0,44}?
        (?:\ (?:đạt|là|có|chỉ|ở\ mức|mới|khoảng|gần|hơn|mức|con\ số))*\ \(?$""",
    regex.VERBOSE,
    plain=True,
)
_PLAN = Pattern(rf"{PLANS}|\ giao\ ", plain=True)
# tăng 6,12%, trong khi cùng kỳ năm trước tăng 5,48%
_GREW_THEN = Pattern(
    r",\ (?:trong\ khi\ |còn\ )?(?:cùng\ kỳ(?:\ năm)?|năm|quý|tháng)(?:\ (?:trước|ngoái|\d{4}))?\ "
    r"(?:chỉ\ |cũng\ )?(?:tăng|giảm)\ (?:(?:gần|hơn|khoảng)\ )?",
    plain=True,
)


def link_comparison(setting: Amounts, index: int, relations: Relations) -> None:
    """*940.500 tấn, tăng 4,5% so với 900.000 tấn*; *tăng 5,1%, cùng kỳ 5,48%*: the last is the compared amount."""
    this, led_by = setting.amounts[index], setting.between(index - 1, index)
    if not _compares(led_by) or this.quantity.value is None:
        return
    if index in setting.changes:
        if this.dimension == "percent" and index - 1 in setting.changes and _GREW_THEN.fullmatch(led_by):
            relations.was.setdefault(index - 1, index)
            relations.compared.add(index)
        return
    proven = _fits_difference(setting, index) if led_by.endswith(" (") and not _PLAN.search(led_by) else None
    if proven is not None:
        relations.was[proven] = index
        relations.compared.add(index)
        return
    for earlier in range(index - 1, max(-1, index - 4), -1):
        candidate = setting.amounts[earlier]
        text = setting.between(earlier, index)
        if "\n" in text or len(text) > 160:
            return
        instead = this.unit is None and led_by.endswith(("thay vì ", "thay cho "))  # 34 tỉnh, thành phố thay vì 63
        comparable = candidate.dimension == this.dimension and (instead or head_of(candidate) == head_of(this))
        grew = candidate.dimension == "percent" and earlier == index - 1 and "so với" not in text
        if (earlier in setting.changes and not grew) or not comparable or earlier in relations.was:
            continue
        if text.find(")") >= 0 and is_in_closed_bracket(setting.page.lower, candidate.end, this.start):
            continue  # bằng 36% kế hoạch (1,3 tỷ USD), trong khi cùng kỳ là 583 triệu USD: no earlier plan
        year = _year_of(setting, led_by)
        before = _YEAR.search(setting.page.lower, candidate.sentence[0], candidate.start)
        later = year and before and year > before[0]  # năm 2024 có 5 chợ, trong khi năm 2026 là 6 chợ
        later = later or relations.was.get(index) == earlier
        if later or _OF_OTHERS.match(setting.page.lower, this.end):
            return
        if _COMPARED_WITH.search(led_by) and are_of_one_kind(this, candidate):
            relations.was[earlier] = index
            relations.compared.add(index)
        return


def _fits_difference(setting: Amounts, index: int) -> int | None:
    """The level that differs from the one in brackets by the change between: *2.204 cán bộ, tăng 314 (1.890 người)*."""
    this, change = setting.amounts[index], setting.amounts[index - 1]
    if index < 2 or index - 1 not in setting.changes or not setting.in_one_sentence(index - 2, index):
        return None
    for level in (index - 2, index - 3):
        before = setting.amounts[level]
        alike = before.dimension == this.dimension and (before.dimension == "count" or before.unit == this.unit)
        if (
            level >= 0
            and alike
            and level not in setting.changes
            and None not in (before.quantity.value, this.quantity.value)
        ):
            by = abs(Decimal(before.quantity.value or 0) - Decimal(this.quantity.value or 0))
            if by == change.quantity.value != 0:
                return level
    return None


def _year_of(setting: Amounts, words: str) -> str | None:
    """The year that the words name, or that they mean by *năm ngoái*."""
    year, published = _YEAR.search(words), setting.page.published
    if year is None and published is not None and "năm ngoái" in words:
        return str(published.year - 1)
    return year[0] if year else None


def _compares(words: str) -> bool:
    """Whether words may say that what follows is compared with: most don't, and the pattern takes its time."""
    told = "so với" in words or "thay vì" in words or "thay cho" in words or "cùng kỳ" in words or "trong khi" in words
    told = told or " hồi " in words or "đầu nhiệm kỳ" in words
    return told or "năm trước" in words or "năm ngoái" in words or "mức" in words or "con số" in words
