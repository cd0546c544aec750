"""The change of each amount of a page: from its own words (see `change`), and from the amounts beside it."""

from collections.abc import Sequence

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.records import Direction
from vnreports.resolve.change import Change, read_change
from vnreports.resolve.links import Relations
from vnreports.rules import Pattern

# giảm 30% biên chế và 20% số phòng; giảm 63 tỷ đồng (tương đương 7,8%)
_JOINED = Pattern(
    r"[^.,;:()\n]{0,30}(?:\ và\ |\ \((?:tương đương|tương ứng|bằng)\ (?:với\ )?"
    r"|,?\ (?:tương đương|tương ứng)\ (?:với\ |khoảng\ |gần\ |hơn\ )*)",
    plain=True,
)
_NEXT_PLACE = Pattern(
    r"(?:\ \p{L}+){0,2}(?:,|;|\ và|,\ và)\ (?:(?:tỉnh|huyện|xã|TP\.?|thành\ phố)\ )?(?:\p{Lu}\p{L}*\ ){1,4}"
)
_NEXT_COUNT = Pattern(r"(?:\ \p{L}+){1,3},\ ", plain=True)
# giảm 300 người trong năm 2025, 150 người trong năm 2026
_NEXT_YEAR = Pattern(r"(?:\ \p{L}+){1,3}\ (?:trong\ |vào\ )?năm\ \d{4}(?:,|\ và|,\ và)\ ", plain=True)
_NEXT_PERIOD = Pattern(
    r"\ (?:trong\ )?(?:giai\ đoạn|thời\ kỳ|năm)\ [\d\ –-]+(?:,|;|\ và)\ (?:khoảng\ |gần\ |hơn\ |đạt\ )*", plain=True
)
_LIST_GOES_ON = Pattern(r"(?:\ \p{L}+){0,2}(?:[,;)]|\.(?!\d)|\ (?:và|so)\ |$)", plain=True)
_AND_CHANGED = Pattern(
    r"(?:\ (?:mức\ )?(?:dự\ toán|kế\ hoạch|nghị\ quyết)[^.;:()\n]{0,40}?)?(?:,|\ và|,\ và)\ "
    r"(?:tăng|giảm|(?:nhiều|cao|ít|thấp)\ hơn\ (?:cùng\ kỳ|năm\ trước|năm\ ngoái))"
    r"\ (?:(?:gần|hơn|khoảng|trên)\ )*",
    plain=True,
)
_MOVED_ON = Pattern(r"\ (?:lên|xuống|còn|thành)\ ", plain=True)
# tăng 400 đồng (+6,67%), giảm 41 vụ (11,6%), tăng 8,6% (kế hoạch 8,5%)
_IN_BRACKETS = Pattern(
    r"(?:\ \p{L}+){0,4}\ \((?:\+|(?:kế\ hoạch|mục\ tiêu|chỉ\ tiêu|nghị\ quyết\ đề\ ra)\ (?:là\ )?)?"
    r"(?:khoảng\ |gần\ |hơn\ )?",
    plain=True,
)
_TURNS = Pattern(r"(?<!\w)(?:(?:còn|lên|xuống)(?:\ (?:tới|đến))?|(?:nay|hiện|tại)\ là)\ $")


def read_changes(amounts: Sequence[Amount], page: Page, relations: Relations) -> list[Change]:
    """The change of each amount: from the words around it, from the difference beside it, from the amount it was."""
    changes: list[Change] = []
    for index, amount in enumerate(amounts):
        change = read_change(
            page.lower,
            amount.start,
            amount.end,
            clause_start=amount.sentence[0],
            is_percent=amount.unit is not None and amount.unit.startswith("%"),
            parted=relations.part_of.get(index + 1) == index,
        )
        if (amount.quantity.value or 0) < 0:
            change = Change("decrease", True)  # (-3,1%)
        elif change.direction is None and page.lower.endswith("(+", 0, amount.start):
            change = Change("increase", True)
        if index in relations.part_of and amount.dimension == "count" and not change.difference:
            change = Change()  # gồm 41 xã và 17 phường, giảm 97 đơn vị: it is not the parts that fell
        if change.direction is None:
            change = _from_beside(changes, amounts, page, relations)
        base = relations.share_of.get(index)
        if base is not None and base < index and change.direction is not None and not change.difference:
            if changes[base].direction is None:
                changes[base] = change  # 940.500 tấn (76,5% kế hoạch), tăng 4,5%: the tonnes rose, not their share
            change = Change()
        elif change.difference and _is_moved_on(page.lower, amounts, index, relations):
            change = Change()
        if change.difference and amount.dimension == "ratio" and amount.unit == "lần":
            change = Change(change.direction)  # tăng 5 lần
        changes.append(change)
    _tell_bases(changes, amounts, page, relations)
    return changes


def _from_beside(changes: Sequence[Change], amounts: Sequence[Amount], page: Page, relations: Relations) -> Change:
    """The change of the amount after those of `changes`, of which its own words tell none."""
    index = len(changes)
    amount, last = amounts[index], changes[-1] if changes else Change()
    if last.difference and _tells_on(page, amounts[index - 1], amount):
        return last
    if index in relations.was:
        led_by = page.lower[max(0, amount.start - 10) : amount.start]
        if _TURNS.search(led_by) or _goes_on(index, relations) or index in relations.moved:
            return Change(_direction_from(amounts[relations.was[index]], amount))
    if last.difference and index in relations.compared and relations.was.get(index - 1) == index:
        return last  # tăng 5,1%, cùng kỳ 5,48%: it grew then, too
    return Change()


def _tell_bases(changes: list[Change], amounts: Sequence[Amount], page: Page, relations: Relations) -> None:
    """Give an amount the change told after its share: *thu 22 tỷ đồng, bằng 24% dự toán và giảm 19%*."""
    for share, base in relations.share_of.items():
        if not base < share < len(amounts) - 1 or changes[base].direction is not None:
            continue
        change = changes[share + 1]
        told = change.difference and amounts[share + 1].sentence == amounts[base].sentence
        if told and _AND_CHANGED.fullmatch(page.lower, amounts[share].end, amounts[share + 1].start):
            changes[base] = Change(change.direction)


def _tells_on(page: Page, last: Amount, this: Amount) -> bool:
    """Whether an amount tells the change before it again, or goes on with it: *giảm 41 vụ (11,6%)*."""
    beside = page.lower[last.end : this.start]
    in_percent = "percent" in (this.dimension, last.dimension)
    aside = in_percent and page.lower.startswith(")", this.end) and _IN_BRACKETS.fullmatch(beside)
    again = aside or _JOINED.fullmatch(beside) or (in_percent and beside.strip(" +") == "(")
    return bool(again) or _is_next_of_list(page, last, this)


def _is_moved_on(lower: str, amounts: Sequence[Amount], index: int, relations: Relations) -> bool:
    """Whether an amount is the level from which the next one moved on: *giảm mức thuế 15% ở bậc 2 xuống 10%*."""
    if relations.was.get(index + 1) != index:
        return False
    return _MOVED_ON.search(lower, amounts[index].end, amounts[index + 1].start) is not None


def _goes_on(index: int, relations: Relations) -> bool:
    """Whether an amount goes on with a series that moves: *từ 2,11 (2021) xuống 2,01 (2022), 1,96 (2023)*."""
    return relations.was[index] == index - 1 and relations.was.get(index - 1) == index - 2


def _is_next_of_list(page: Page, last: Amount, this: Amount) -> bool:
    """Whether an amount goes on with a list of changes: *A tăng 11,5%, B 11,4%*, *giảm 2 chương, 29 điều luật mới*.

    It is told of the next place, thing or period.
    """
    if last.sentence != this.sentence:
        return False
    if this.unit == last.unit == "%/năm":
        return _NEXT_PERIOD.fullmatch(page.lower, last.end, this.start) is not None
    if this.unit == last.unit and this.dimension == "count" and _NEXT_YEAR.fullmatch(page.lower, last.end, this.start):
        return True
    own = f" {this.unit.lower()}" if this.unit and this.dimension == "count" else ""
    if not _LIST_GOES_ON.match(page.lower, this.end + len(own) if page.lower.startswith(own, this.end) else this.end):
        return False
    if (
        this.dimension == last.dimension
        and this.dimension in ("count", "percent")
        and _NEXT_COUNT.fullmatch(page.lower, last.end, this.start)
    ):
        return True
    return last.unit == this.unit and _NEXT_PLACE.fullmatch(page.text, last.end, this.start) is not None


def _direction_from(earlier: Amount, later: Amount) -> Direction | None:
    before, now = earlier.quantity.value, later.quantity.value or later.quantity.low
    if before is None or now is None or before == now:
        return None
    return "increase" if now > before else "decrease"
