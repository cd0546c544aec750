"""Parts told in sentences after that of their whole: the rest of a list, whose capital it is."""

from vnreports.resolve.kinds import are_of_one_kind, is_smaller, size_of
from vnreports.resolve.links import OF_WHICH, Amounts, Relations
from vnreports.rules import Pattern

# tổng vốn đầu tư của dự án là 3.460 tỷ đồng. Vốn góp của Nhà nước là 411 tỷ đồng
_TOTAL_CAPITAL = Pattern(r"(?<!\w)tổng\ (?:số\ vốn|vốn|mức|kinh\ phí)(?:\ đầu\ tư)?(?!\w)[^.;\n\d]{0,60}$")
_CAPITAL_OF = Pattern(
    r"[-+•*\s]*(?:trong\ đó,?\ )?(?:phần\ )?(?:nguồn\ )?vốn\ "
    r"(?:góp|vay|nhà\ nước|chủ\ sở\ hữu|ngân\ sách|tự\ có|huy\ động"
    r"|đối\ ứng|trung\ ương|địa\ phương|nhà\ đầu\ tư|oda)(?!\w)[^.;\n\d]{0,80}",
    plain=True,
)
_MOST_LATER = 8
_FAR = 300


def link_last_part(setting: Amounts, index: int, relations: Relations) -> None:
    """*5 bài, trong đó 3 bài riêng lẻ. 2 bài tổ hợp …*: what makes up the whole with the parts told before it."""
    this = setting.amounts[index]
    if index < 2 or index in relations.part_of or index in setting.changes or this.start != this.sentence[0]:
        return
    last = next((j for j in range(index - 1, max(-1, index - 4), -1) if j in relations.part_of), None)
    if last is None or not are_of_one_kind(this, setting.amounts[last]):
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
