"""Parts that stand in brackets after their whole: *40 đơn vị mới (21 phường, 19 xã)*."""

import itertools

from vnreports.resolve.kinds import are_of_one_kind, fits_in, is_smaller
from vnreports.resolve.links import Amounts, Relations
from vnreports.rules import Pattern

# but 49.900 tỷ đồng, nhưng sẽ bội chi lớn (năm 2017 bội chi 11.300 tỷ đồng, …) is another amount's
_PARENTHESIS = Pattern(
    r"(?![^()\n]*,\ (?:nhưng|song|còn|trong\ khi)\ )[^.;:()\n]{0,60}?\((?:gồm|bao gồm|trong đó)?:?\ ?"
)
# 31 nghị quyết (26 nghị quyết quy phạm); no other time's
_SOME_OF_THEM = Pattern(
    r"\ (?!(?:năm|cùng|so|hiện|trước|sau|mỗi|một|tháng|quý|đợt|kỳ|của|theo|vào|hồi|trong|ngày|giai|là|bằng)(?!\w))"
    r"[^\W\d_]+[^()\d\n]*\)",
    plain=True,
)
TIMES = Pattern(r"\ [x×*]\ \d", plain=True)  # 104 căn hộ (26 căn x 4 tầng)
_MOST_IN_TURN = 12
_LONGEST_ASIDE = 160


def link_bracketed_parts(setting: Amounts, relations: Relations) -> None:
    """Add the links of the amounts in brackets to the amounts before them."""
    for index, amount in enumerate(setting.amounts):
        if setting.page.lower.find("(", amount.end, amount.end + _LONGEST_ASIDE) >= 0:
            _link_parenthesis(setting, index, relations)
            _link_sums_in_turn(setting, index, relations)


def _link_parenthesis(setting: Amounts, index: int, relations: Relations) -> None:
    """*40 đơn vị mới (21 phường, 19 xã)*: all amounts inside, where they stay within the amount before."""
    amounts, lower = setting.amounts, setting.page.lower
    opening = _PARENTHESIS.match(lower, amounts[index].end) if amounts[index].dimension != "percent" else None
    if opening is None or amounts[index].quantity.value is None:
        return
    closing = lower.find(")", opening.end())
    inside = list(itertools.takewhile(lambda j: amounts[j].start < closing, range(index + 1, len(amounts))))
    if not inside or amounts[inside[0]].start < opening.end():
        return
    if TIMES.search(lower, opening.end(), closing):
        return
    parts = [j for j in inside if amounts[j].dimension == amounts[index].dimension and j not in setting.changes]
    listed = (
        len(parts) > 1 or any(word in opening[0] for word in ("gồm", "trong đó")) or _is_some_of_them(setting, index)
    )
    if listed and parts[:1] == inside[:1] and all(fits_in(amounts[j], amounts[index]) for j in parts):
        relations.part_of.update((j, index) for j in parts if j not in relations.part_of)


def _is_some_of_them(setting: Amounts, index: int) -> bool:
    """Whether the next amount, right in brackets, counts some of the same: *31 nghị quyết (26 nghị quyết quy phạm)*."""
    whole, part = setting.amounts[index : index + 2]
    if part.dimension != "count" or part.unit is None or part.unit != whole.unit or not is_smaller(part, whole):
        return False
    lower, noun_end = setting.page.lower, part.end + 1 + len(part.unit)
    opens = lower.endswith("(", 0, part.start) and lower.startswith(part.unit, part.end + 1)
    return opens and _SOME_OF_THEM.match(lower, noun_end) is not None


def _link_sums_in_turn(setting: Amounts, index: int, relations: Relations) -> None:
    """*2 nhà máy công suất 150.000 tấn/năm (1 nhà máy 50.000 tấn/năm; 1 nhà máy 100.000 tấn/năm)*: sums in turn."""
    amounts, lower = setting.amounts, setting.page.lower
    if amounts[index].dimension in ("percent", "ratio"):
        return
    opening = lower.find("(", amounts[index].end, min(amounts[index].end + _LONGEST_ASIDE, amounts[index].sentence[1]))
    closing = lower.find(")", opening)
    if opening < 0 or closing < 0 or lower.find("so với", opening, closing) >= 0:
        return  # 3,7 triệu đồng (+0,2 triệu đồng so với mức 3,5 triệu đồng)
    nearest = range(index + 1, min(index + 1 + _MOST_IN_TURN, len(amounts)))
    inside = (j for j in nearest if opening < amounts[j].start < closing)
    parts = [j for j in inside if are_of_one_kind(amounts[j], amounts[index])]
    if len(parts) > 1 and sum(amounts[j].quantity.value or 0 for j in parts) == amounts[index].quantity.value:
        for part in parts:
            relations.part_of.setdefault(part, index)
