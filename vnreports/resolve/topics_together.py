"""The topic of each amount of a page: from its own words (see `topics`), and from the amounts beside it."""

from collections.abc import Sequence

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.records import Topic
from vnreports.resolve.kinds import head_of, is_of_people
from vnreports.resolve.links import Relations
from vnreports.resolve.topics import (
    is_about_reorganisation,
    is_counted_otherwise,
    names_money,
    opens_with,
    read_topic,
    tells_another_rate,
)
from vnreports.rules import Pattern

_ROSE_BY = Pattern(
    r"(?:(?:\ [^.,;:()\d\n]{1,40})?(?:,\ |\ \()(?:đã\ |tức\ (?:là\ )?"
    r"|(?:tương\ đương|tương\ ứng)\ (?:với\ |tỷ\ lệ\ )*)?"
    r"|(?<=%)\ so\ với\ [^.,;:()\n]{2,30}(?:,|\ và)\ )"
    r"(?:tăng|giảm|vượt|gấp|(?:cao|thấp|nhiều|ít)\ hơn|nhỉnh|nhích|sụt|tụt)\ (?:[^.,;:()\d\n]{0,16}\ )?"
    r"|\ \(\+?",
    plain=True,
)
_AFTER_PERCENT = Pattern(r"\ (?:của\ |trên\ |tổng\ )*(?P<what>[^.,;:()\n\d]{3,40})", plain=True)
# lượng tăng 17,5% còn giá trị tăng tới 58,6%
_MONEY_MOVED = Pattern(
    r"(?<!\w)(?P<what>giá\ trị|trị\ giá|kim\ ngạch|doanh\ thu|giá\ bán)\ (?:\p{L}+\ ){0,2}?"
    r"(?:tăng|giảm|sụt|tụt)\ (?:\p{L}+\ ){0,2}$"
)
_IN_WHAT = Pattern(r"\ (?:so\ với\ cùng\ kỳ\ )?(?P<what>về\ [^.,;:()\n\d]{2,40})", plain=True)
_IN_SOMETHING_ELSE = Pattern(r"\ về\ (?!(?:giá\ trị|trị\ giá)(?!\w))")
_OF_A_PLAN = Pattern(r"\ (?:kế\ hoạch|dự\ toán|chỉ\ tiêu)[^.,;:()\n]{0,40}\ \((?:hơn\ |gần\ |khoảng\ )?", plain=True)
_CHANGES_BY = ("giảm ", "tăng ", "bớt ", "thêm ")
_HEAD = 400  # characters
_BESIDE = 50
_SHARES = Pattern(r"\ (?:vốn|cổ\ phần)(?!\w|\ (?:là|dĩ|đã|hóa|hoá))", plain=True)
_PEOPLE = ("", "người", "đồng chí", "trường hợp")
_POSTS = ("người", "chỉ tiêu", "hợp đồng")
# what is said of people in a report on staff: thiếu 702 người, thừa 1.047 người
_STAFFED = Pattern(
    r"(?<!\w)(?:dư|dôi\ dư|thừa|thiếu|được\ giao|biên\ chế|hưởng\ lương|tinh\ giản|không\ chuyên\ trách"
    r"|nghỉ\ việc|thôi\ việc|giảm\ [\d.]+\ người|chỉ\ tiêu\ ở|hợp\ đồng)(?!\w)",
    plain=True,
)
_ANYTHING = ("đơn vị", "đội")  # shares and teams are called so, too


def read_topics(amounts: Sequence[Amount], page: Page, relations: Relations) -> list[Topic]:
    """The topic of each amount; a part or a share of another amount has that one's, unless it has its own."""
    reorganisation = is_about_reorganisation(page.lower, page.syllables)
    moved = {
        index
        for index in relations.was.keys() | relations.was.values()
        if (amounts[index].unit or "").lower() not in _ANYTHING
    }
    topics = [
        read_topic(
            _clause(page, amount),
            unit=amount.unit,
            phrase=(amount.what or _held(page, amount) or _of_what(page.lower, amount)).lower(),
            dimension=amount.dimension,
            reorganisation=reorganisation or index in moved,  # 45 đơn vị sự nghiệp, nay còn 40 đơn vị
        )
        for index, amount in enumerate(amounts)
    ]
    for index, amount in enumerate(amounts):
        base = relations.share_of.get(index, relations.part_of.get(index))
        proportion = amount.dimension in ("percent", "ratio") and not _held(page, amount)
        if base is not None and (topics[index] == "other" or proportion):
            otherwise = topics[base] == "organization" and is_counted_otherwise(_clause(page, amount))
            topics[index] = "other" if otherwise else topics[base]
        elif (
            amount.dimension in ("percent", "ratio")
            and (changed := _changed_by(amounts, page, index, relations)) is not None
        ):
            topics[index] = topics[changed]
        elif (
            topics[index] == "other" and index and topics[index - 1] == "staff" and _are_staff_too(amounts, page, index)
        ):
            topics[index] = "staff"
    _tell_staff(topics, amounts, page)
    _tell_spending(topics, amounts, page)
    _tell_each_other(topics, amounts, page, relations)
    return topics


def _tell_staff(topics: list[Topic], amounts: Sequence[Amount], page: Page) -> None:
    """Give a number of people or posts without topic that of a report on staff: *thiếu 702 người, thừa 1.047 người*."""
    if not opens_with(page.lower[:_HEAD], "staff"):
        return
    for index, amount in enumerate(amounts):
        post = topics[index] == "other" and amount.dimension == "count" and (amount.unit or "").lower() in _POSTS
        if post and _STAFFED.search(
            page.lower, max(amount.sentence[0], amount.start - 2 * _BESIDE), amount.end + _BESIDE
        ):
            topics[index] = "staff"


def _tell_spending(topics: list[Topic], amounts: Sequence[Amount], page: Page) -> None:
    """Give a percentage without topic that of the plan it is of, or of the spending that the report is about."""
    for index, amount in enumerate(amounts[:-1]):
        following = amounts[index + 1]
        paid = amount.dimension == "percent" and following.dimension == "money" and topics[index] == "other"
        if paid and _OF_A_PLAN.fullmatch(page.lower, amount.end, following.start):
            topics[index] = "budget"  # hoàn thành 53% kế hoạch năm (3.550 tỷ đồng)
    if opens_with(page.lower[:_HEAD], "budget"):
        for index, amount in enumerate(amounts):
            if topics[index] == "other" and amount.dimension == "percent" and _is_spent(page, amount):
                topics[index] = "budget"


def _tell_each_other(topics: list[Topic], amounts: Sequence[Amount], page: Page, relations: Relations) -> None:
    """Give an amount without topic that of its earlier or later level, and a number of people that of all its parts."""
    for later, earlier in relations.was.items():  # đạt 35% kế hoạch, cùng kỳ đạt 32%
        alike = amounts[later].dimension == amounts[earlier].dimension and (
            amounts[later].unit == amounts[earlier].unit or None in (amounts[later].unit, amounts[earlier].unit)
        )  # góp 64 xã, thay vì 207 như hiện tại
        if alike and "other" in (topics[earlier], topics[later]):
            told = topics[later] if topics[earlier] == "other" else topics[earlier]
            topics[earlier] = topics[later] = told
        for beside in (earlier - 1, later + 1):  # giảm 25 đơn vị, từ 310 xuống 285
            untold = 0 <= beside < len(amounts) and topics[beside] == "other"
            if untold and _is_by_how_much(amounts, page, beside, later):
                topics[beside] = topics[later]
    for whole in {*relations.part_of.values()}:  # xử lý 335 người, trong đó khiển trách 9 công chức
        if topics[whole] == "other" and is_of_people(amounts[whole]):
            of_parts = {topics[part] for part, base in relations.part_of.items() if base == whole}
            topics[whole] = "staff" if of_parts == {"staff"} else "other"


def _is_by_how_much(amounts: Sequence[Amount], page: Page, index: int, level: int) -> bool:
    """Whether a count tells by how many of the same a level beside it changed."""
    amount, changed = amounts[index], amounts[level]
    alike = amount.dimension == changed.dimension == "count" and head_of(amount) == head_of(changed)
    return alike and amount.sentence == changed.sentence and page.lower.endswith(_CHANGES_BY, 0, amount.start)


def _of_what(lower: str, amount: Amount) -> str:
    """The words after a percentage of money or in something: *95% giá trị hợp đồng*, *tăng 9% về số dự án*."""
    if amount.dimension not in ("percent", "ratio"):
        return ""
    if lower.startswith((" về ", " so với cùng kỳ về "), amount.end) and (found := _IN_WHAT.match(lower, amount.end)):
        return found["what"]
    found = _AFTER_PERCENT.match(lower, amount.end) if amount.dimension == "percent" else None
    if found and names_money(found["what"]):
        return found["what"]
    led_by = lower[max(amount.sentence[0], amount.start - _BESIDE) : amount.start]
    told = "giá" in led_by or "ngạch" in led_by or "thu " in led_by
    moved = _MONEY_MOVED.search(led_by) if told else None
    return moved["what"] if moved else ""


def _are_staff_too(amounts: Sequence[Amount], page: Page, index: int) -> bool:
    """Whether an amount of people, or without a noun, goes on with the staff that the last one counts.

    *thôi việc 71.207 công chức. Đã nhận tiền là 138.964; 256 người còn phải chờ*, *134 cán bộ, 93% có bằng*.
    """
    amount, last = amounts[index], amounts[index - 1]
    if amount.dimension in ("percent", "ratio"):
        return amount.what is None and amount.sentence == last.sentence
    applications = amount.unit == last.unit == "đơn"  # 702 đơn xin nghỉ …. Các đơn vị sự nghiệp 187 đơn
    if amount.dimension != "count" or not ((amount.unit or "").lower() in _PEOPLE or applications):
        return False
    return page.lower.find("\n", last.end, amount.start) < 0


def _changed_by(amounts: Sequence[Amount], page: Page, index: int, relations: Relations) -> int | None:
    """The amount before a percentage that rose or fell by it, over its parts: *còn 96 (82 xã, 14 phường), giảm 48%*."""
    # vốn đạt 369 tỷ đồng, tăng 14% về số hãng; but xuất khẩu đạt 9 tỷ đồng, tăng 14% về giá trị
    if not index or _IN_SOMETHING_ELSE.match(page.lower, amounts[index].end):
        return None
    last, end = index - 1, amounts[index - 1].end
    whole = relations.part_of.get(last, last)
    close = page.lower.find(")", end, amounts[index].start) if whole < last else -1
    if close >= 0:
        last, end = whole, close + 1
    return last if _ROSE_BY.fullmatch(page.lower, end, amounts[index].start) else None


def _is_spent(page: Page, amount: Amount) -> bool:
    """Whether a percentage in a report on spending says how much was spent: *12 xã đạt trên 50%*."""
    return amount.what is None and not tells_another_rate(page.lower[slice(*amount.sentence)])


def _held(page: Page, amount: Amount) -> str:
    """What a percentage is of where it is a share in a firm: *nắm 45% vốn*, else nothing."""
    match = _SHARES.match(page.lower, amount.end) if amount.dimension == "percent" else None
    return match[0].strip() if match else ""


def _clause(page: Page, amount: Amount) -> str:
    """The words around the number in its sentence; of a percentage, those between semicolons."""
    start, end = amount.sentence
    if amount.dimension == "percent":
        start, end = max(start, amount.start - 70), min(end, amount.end + 70)
        after = page.lower.find(";", amount.end, end)
        return page.lower[max(start, page.lower.rfind(";", start, amount.start)) : end if after < 0 else after]
    return page.lower[max(start, amount.start - 120) : min(end, amount.end + 120)]
