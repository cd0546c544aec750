"""Parts told in one sentence after their whole and a colon: *768 ha: đất lúa 331 ha, rừng 214 ha, còn lại …*."""

import bisect

from vnreports.records import Number
from vnreports.resolve.kinds import is_smaller, size_of
from vnreports.resolve.links import Amounts, Relations
from vnreports.resolve.listed_parts import may_be_whole
from vnreports.rules import Pattern, find_strings

# 1.126 giáo viên: mầm non 592, tiểu học 341: from the whole to the colon, to the first item, to the next
_TO_COLON = Pattern(r"(?:\ [^\W\d_]+){0,6}", plain=True)
_TO_ITEM = Pattern(r":\ (?:[^\W\d_]+[\ ,-]+){1,9}", plain=True)
_TO_NEXT = Pattern(
    r"(?:\ [^\W\d_]+){0,3}(?:\ \([^()\n]{1,40}\))?(?:,|;|\ và|,\ và)\ (?!(?:tăng|giảm|trong\ đó|gồm)(?!\w))"
    r"(?:[^\W\d_]+[\ -]+){1,9}",
    plain=True,
)
_FAR = 40


def link_after_colons(setting: Amounts, relations: Relations) -> None:
    """Add the links of the amounts of a list to the one right before its colon; alone, or too large, they are none."""
    ends = [amount.end for amount in setting.amounts]
    for colon in find_strings(setting.page.lower, (": ",)):
        whole = bisect.bisect_right(ends, colon) - 1
        if whole < 0 or colon - setting.amounts[whole].end > _FAR or not may_be_whole(setting, whole):
            continue
        if _TO_COLON.fullmatch(setting.page.lower, setting.amounts[whole].end, colon):
            parts = _items(setting, whole, colon)
            if len(parts) > 1 and not any(part in relations.part_of for part in parts):
                relations.part_of.update((part, whole) for part in parts)


def _items(setting: Amounts, whole: int, colon: int) -> list[int]:
    """The amounts after a colon that may be parts of the whole together, each led by what it is of."""
    amounts, lower = setting.amounts, setting.page.lower
    parts: list[int] = []
    told: Number = 0
    for part in range(whole + 1, len(amounts)):
        this = amounts[part]
        if not setting.in_one_sentence(whole, part):
            break
        if this.dimension == "percent" and parts:
            continue  # in brackets after a part
        first = _TO_ITEM.fullmatch(lower, colon, this.start) if not parts else None
        led = first or (parts and _TO_NEXT.fullmatch(lower, amounts[parts[-1]].end, this.start))
        if (
            not led
            or this.unit != amounts[whole].unit
            or part in setting.changes
            or not is_smaller(this, amounts[whole])
        ):
            break
        told += size_of(this) or 0
        parts.append(part)
    return parts if told <= (size_of(amounts[whole]) or 0) else []
