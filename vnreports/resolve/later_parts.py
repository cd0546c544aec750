"""Parts told in sentences after that of their whole: the rest of a list, the first by rank, whose capital it is."""

import bisect
import operator

from vnreports.records import Number
from vnreports.resolve.kinds import PROPORTIONS, are_of_one_kind, head_of, is_smaller, size_of
from vnreports.resolve.links import OF_WHICH, SOFT, Amounts, Relations
from vnreports.resolve.sums import count_digits, fits_share
from vnreports.rules import Pattern, find_strings, is_in_closed_bracket

# tổng vốn đầu tư của dự án là 3.460 tỷ đồng. Vốn góp của Nhà nước là 411 tỷ đồng
_TOTAL_CAPITAL = Pattern(r"(?<!\w)tổng\ (?:số\ vốn|vốn|mức|kinh\ phí)(?:\ đầu\ tư)?(?!\w)[^.;\n\d]{0,60}$")
_CAPITAL_OF = Pattern(
    r"[-+•*\s]*(?:trong\ đó,?\ )?(?:phần\ )?(?:nguồn\ )?vốn\ "
    r"(?:góp|vay|nhà\ nước|chủ\ sở\ hữu|ngân\ sách|tự\ có|huy\ động"
    r"|đối\ ứng|trung\ ương|địa\ phương|nhà\ đầu\ tư|oda)(?!\w)[^.;\n\d]{0,80}",
    plain=True,
)
# X đứng đầu với 71.900 con, kế đó là Y (58.300 con); dẫn đầu là X với 7.940 căn, Y xếp sau, 6.150 căn
_RANKED_FIRST = Pattern(
    r"(?<!\w)(?:(?:đứng\ đầu|dẫn\ đầu|(?:nhiều|đông|lớn|nặng)\ nhất)"
    r"(?:\ (?:vẫn\ )?(?:là|thuộc\ về|thuộc|ở)\ [^.,;:()\d\n]{1,40})?"
    rf"|chiếm\ (?:phần\ lớn|đa\ số|nhiều\ nhất))(?:\ với|:|,|\ \((?=\d))\ ?(?:{SOFT}\ )*",
    plain=True,
)
# khối Đảng góp 702 đơn; khách quốc tế đạt 75.000 lượt
_CONTRIBUTES = Pattern(
    r"(?<!\w)(?:(?<!lấn\ )(?<!quyên\ )(?<!cùng\ )(?:chiếm|góp)|khách\ (?:quốc\ tế|nội\ địa|nước\ ngoài|lưu\ trú))\ "
    rf"(?:(?:nốt|tới|đạt|là|{SOFT})\ )*",
    plain=True,
)
_AIM = Pattern(r"(?<!\w)mục\ tiêu(?!\w)", plain=True)
_CONTRIBUTES_OPENS = ("chiếm ", "góp ", "khách quốc tế ", "khách nội địa ", "khách nước ngoài ", "khách lưu trú ")
_RANKED_OPENS = ("đứng đầu ", "dẫn đầu ", "nhiều nhất ", "đông nhất ", "lớn nhất ", "nặng nhất ", "chiếm ")
_MOST_LATER = 8
_FAR = 300
_NO_CHANCE = 3  # significant digits of a rest that is not told right at the start of its sentence


def link_last_part(setting: Amounts, index: int, relations: Relations) -> None:
    """*5 bài, trong đó 3 bài riêng lẻ. 2 bài tổ hợp …*: what makes up the whole with the parts told before it."""
    if index < 2 or index in relations.part_of or index in setting.changes:
        return
    last = next((j for j in range(index - 1, max(-1, index - 4), -1) if j in relations.part_of), None)
    this = setting.amounts[index]
    if last is None or not are_of_one_kind(this, setting.amounts[last]):
        return
    if this.start != this.sentence[0] and (
        this.dimension == "count" or count_digits(this.quantity.value or 0) < _NO_CHANCE
    ):
        return
    whole = relations.part_of[last]
    told = sum(setting.amounts[j].quantity.value or 0 for j, owner in relations.part_of.items() if owner == whole)
    rest = (setting.amounts[whole].quantity.value or 0) - told
    if are_of_one_kind(this, setting.amounts[whole]) and this.quantity.value == rest > 0:
        relations.part_of[index] = whole


def link_later_parts(setting: Amounts, index: int, relations: Relations) -> None:
    """*1.500 người. Trong đó, trường A nhận 1.223 người. Trường B nhận 241 người …*: what makes up the whole.

    The amounts of the next sentences are parts too where they add up to it with those told before.
    """
    whole = relations.part_of.get(index)
    if whole is None or index + 1 in relations.part_of or not setting.amounts[index].unit:
        return
    told = [j for j, owner in relations.part_of.items() if owner == whole]
    if max(told) != index or not OF_WHICH.match(setting.page.lower, setting.amounts[index].sentence[0]):
        return
    running = sum(size_of(setting.amounts[j]) or 0 for j in told)
    total = size_of(setting.amounts[whole]) or 0
    most = total + total // 20 if setting.amounts[whole].modifier in ("over", "about") else total
    later: list[int] = []
    for j in range(index + 1, min(index + 1 + _MOST_LATER, len(setting.amounts))):
        amount = setting.amounts[j]
        if amount.unit != setting.amounts[index].unit or j in setting.changes or j in relations.part_of:
            return
        running += amount.quantity.value or 0
        later.append(j)
        if running > most or "\n" in setting.between(j - 1, j):
            return
        if running >= total:
            relations.part_of.update((part, whole) for part in later)
            return


def link_ranked(setting: Amounts, relations: Relations) -> None:
    """*tiêu hủy 312.400 con. X đứng đầu với 71.900 con, kế đó là Y (58.300 con)*: the first and those after it."""
    for opening in find_strings(setting.page.lower, _RANKED_OPENS):
        first = _RANKED_FIRST.match(setting.page.lower, opening)
        if first is None:
            continue
        index = bisect.bisect_left(setting.amounts, opening, key=operator.attrgetter("start"))
        if index < len(setting.amounts) and setting.amounts[index].start == first.end():
            _link_ranks(setting, index, relations)


def link_contributed(setting: Amounts, relations: Relations) -> None:
    """*nhận 1.037 đơn xin nghỉ. Khối Đảng góp 702 đơn*; *đón 9 triệu lượt khách; khách quốc tế 75.000 lượt*."""
    for opening in find_strings(setting.page.lower, _CONTRIBUTES_OPENS):
        told = _CONTRIBUTES.match(setting.page.lower, opening)
        index = bisect.bisect_left(setting.amounts, opening, key=operator.attrgetter("start"))
        if told is None or index == len(setting.amounts) or setting.amounts[index].start != told.end():
            continue
        if index not in relations.part_of and index not in setting.changes:
            _link_to_last_level(setting, index, relations)


def _link_to_last_level(setting: Amounts, index: int, relations: Relations) -> None:
    """Link an amount to the last larger level of its noun before it, or to that of which this is a part."""
    this, lower = setting.amounts[index], setting.page.lower
    if this.unit is None or this.dimension in PROPORTIONS:
        return
    for earlier in range(index - 1, max(-1, index - _MOST_LATER), -1):
        last = setting.amounts[earlier]
        if this.start - last.end > _FAR or "\n" in lower[last.end : this.start]:
            return
        alike = head_of(last) == head_of(this) and earlier not in setting.changes and earlier not in relations.compared
        if alike and not is_in_closed_bracket(lower, last.end, this.start):
            whole = relations.part_of.get(earlier, earlier)
            aim = _AIM.search(lower, last.sentence[0], last.start)
            if is_smaller(this, setting.amounts[whole]) and not aim:
                relations.part_of[index] = whole
            return


def _link_ranks(setting: Amounts, first: int, relations: Relations) -> None:
    """Add the links of the first amount by rank and of those after it to the last larger level of their noun."""
    amounts = setting.amounts
    lower, start = setting.page.lower, amounts[first].start
    near = (
        j
        for j in range(first - 1, max(-1, first - 5), -1)
        if j not in relations.compared and not is_in_closed_bracket(lower, amounts[j].end, start)
    )
    whole = next((j for j in near if _may_have_ranks(setting, j, first)), None)
    if whole is None or start - amounts[whole].end > _FAR:
        return
    if lower.endswith("(", 0, start) and "\n" in setting.between(whole, first):
        return  # nặng nhất ở xã Mẫu (12 con), in another paragraph: of a sum told there
    if any(
        part == first and not fits_share(amounts[first], amounts[whole], amounts[share])
        for share, part in relations.share_of.items()
    ):
        return  # mua vào 2.912.160 đơn vị. Mã A nhiều nhất với 429.800 đơn vị (chiếm 28,1% tổng khối lượng giao dịch)
    told: Number = 0
    for part in range(first, min(first + _MOST_LATER, len(amounts))):
        told += size_of(amounts[part]) or 0
        if not setting.in_one_sentence(first, part) or told > (size_of(amounts[whole]) or 0):
            return
        if part > first and OF_WHICH.search(setting.between(part - 1, part)):
            return
        if part not in relations.part_of and part not in setting.changes and amounts[part].unit == amounts[first].unit:
            relations.part_of[part] = whole


def _may_have_ranks(setting: Amounts, whole: int, part: int) -> bool:
    """Whether an amount is a larger level of the same noun or currency."""
    alike = setting.amounts[whole].unit == setting.amounts[part].unit is not None
    level = whole not in setting.changes and setting.amounts[part].dimension not in PROPORTIONS
    return alike and level and is_smaller(setting.amounts[part], setting.amounts[whole])


def link_capital(setting: Amounts, index: int, relations: Relations) -> None:
    """*tổng vốn đầu tư là 3.460 tỷ đồng. Vốn góp của Nhà nước là 411 tỷ đồng*: whose capital it is in part."""
    this, lower = setting.amounts[index], setting.page.lower
    if index in relations.part_of or lower.find("vốn ", *this.sentence) < 0:
        return
    if not _CAPITAL_OF.fullmatch(lower, this.sentence[0], this.start):
        return
    for earlier in range(index - 1, max(-1, index - 5), -1):
        whole = setting.amounts[earlier]
        if whole.unit == this.unit and _TOTAL_CAPITAL.search(lower, whole.sentence[0], whole.start):
            if is_smaller(this, whole) and this.start - whole.end < _FAR:
                relations.part_of[index] = earlier
            return
