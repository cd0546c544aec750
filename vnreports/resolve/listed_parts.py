"""Parts that stand in a list under their whole: *440 căn hộ, trong đó:* and below it *- 365 căn …*."""

import bisect
import operator
from collections.abc import Iterator, Sequence

from vnreports.extract.amounts import Amount
from vnreports.records import Dimension, Number
from vnreports.resolve.kinds import PROPORTIONS, are_of_one_kind, head_of
from vnreports.resolve.leads import item_lines
from vnreports.resolve.links import Amounts, Relations
from vnreports.rules import Pattern

_ANNOUNCED = Pattern(r"(?<!\w)(?:trong\ đó|gồm|cụ\ thể|như\ sau|chia\ ra)(?:\ có|\ như\ sau)?$", plain=True)
_LINE_ENDS = Pattern(r"[^\n\d]{0,24}\n\s*(?:\(?\d{1,2}[.)]|\(?[a-zđ]\)|[-–•*+])", plain=True)
_BARE_ITEM = Pattern(r"\n\s*(?P<item>[^\n|]{3,400}?)(?=\s*(?:\n|$))", plain=True)
_LISTED = 3  # lines that add up to an amount by no chance
_REACH = 12  # amounts before a list among which is what it adds up to


def link_listed_parts(setting: Amounts, relations: Relations) -> None:
    """Add the links of the first amount of each line to the whole of its kind in the line that announces them.

    Lines right under an amount are its parts where they add up to it.
    """
    lower = setting.page.lower
    for inside in by_sentence(setting.amounts):
        last = inside.stop - 1
        if _LINE_ENDS.match(lower, setting.amounts[last].end) and may_be_whole(setting, last):
            _link_exact_list(setting, last, relations)
    colon = lower.find(":\n")
    while colon >= 0:
        if _ANNOUNCED.search(lower, max(0, colon - 30), colon):
            _link_list(setting, colon, relations)
        colon = lower.find(":\n", colon + 1)


def by_sentence(amounts: Sequence[Amount]) -> list[range]:
    """The amounts of each sentence that has any."""
    sentences: list[range] = []
    first = 0
    for index, amount in enumerate(amounts):
        if amount.sentence != amounts[first].sentence:
            sentences.append(range(first, index))
            first = index
    return [*sentences, range(first, len(amounts))]


def _link_list(setting: Amounts, colon: int, relations: Relations) -> None:
    lines = list(_item_lines(setting.page.lower, colon + 1)) or _bare_items(setting.page.lower, colon + 1)
    if len(lines) < 2:
        return
    if _link_proven_list(setting, colon, lines, relations):
        return
    opening = setting.page.lower.rfind("\n", 0, colon) + 1
    announcing = [i for i, amount in enumerate(setting.amounts) if opening <= amount.start < colon]
    wholes: list[int] = []
    for index in reversed(announcing):  # of two of one kind, the later
        if may_be_whole(setting, index) and not any(_are_alike(setting.amounts, index, other) for other in wholes):
            wholes.append(index)
    for whole in wholes:
        parts = [part for line in lines if (part := _first_of_kind(setting, line, whole)) is not None]
        if len(parts) > 1 and _fit_in(setting.amounts, parts, whole):
            for part in parts:
                relations.part_of.setdefault(part, whole)


def _link_proven_list(setting: Amounts, colon: int, lines: Sequence[tuple[int, int]], relations: Relations) -> bool:
    """Link an amount of each line to the last one before the colon that they add up to; tell whether there is one."""
    amounts = setting.amounts
    first = next((i for i, amount in enumerate(amounts) if amount.start >= lines[0][0]), None)
    if first is None or len(lines) < _LISTED or amounts[first].dimension in PROPORTIONS:
        return False
    parts = [part for line in lines if (part := _first_level(setting, line, amounts[first].dimension)) is not None]
    total = sum(amounts[part].quantity.value or 0 for part in parts)
    for whole in range(first - 1, max(-1, first - _REACH), -1) if len(parts) == len(lines) else ():
        same = amounts[whole].dimension == amounts[first].dimension and amounts[whole].quantity.value == total
        if same and amounts[whole].end <= colon and whole not in setting.changes:
            relations.part_of.update((part, whole) for part in parts)
            return True
    return False


def _link_exact_list(setting: Amounts, whole: int, relations: Relations) -> None:
    """Link the first amounts of the lines under an amount that closes its own, up to where they add up to it."""
    amounts = setting.amounts
    running: Number = 0
    parts: list[int] = []
    for line in _item_lines(setting.page.lower, setting.page.lower.find("\n", amounts[whole].end)):
        part = _first_of_kind(setting, line, whole)
        if part is None:
            continue
        running += amounts[part].quantity.value or 0
        parts.append(part)
        if running >= (amounts[whole].quantity.value or 0):
            break
    if len(parts) > 1 and running == amounts[whole].quantity.value:
        for part in parts:
            relations.part_of.setdefault(part, whole)


def _item_lines(lower: str, start: int) -> Iterator[tuple[int, int]]:
    """The items as deep as the first of the list that follows the line's end at `start`; a table has none."""
    first: int | None = None
    for level, at, end in item_lines(lower, start):
        if level is None:
            return
        first = level if first is None else first
        if level == first:
            yield at, end


def _bare_items(lower: str, start: int) -> list[tuple[int, int]]:
    """The lines after the line's end at `start` that semicolons and commas make items of a list without markers."""
    items: list[tuple[int, int]] = []
    while (line := _BARE_ITEM.match(lower, start)) is not None:
        items.append((line.start("item"), line.end("item")))
        start = line.end()
        if line["item"][-1] not in ";,":
            break
    return items


def may_be_whole(setting: Amounts, index: int) -> bool:
    """Whether an amount is a level with a unit, told once, that others may be parts of."""
    amount = setting.amounts[index]
    return (
        amount.dimension not in PROPORTIONS
        and amount.unit is not None
        and index not in setting.changes
        and not setting.says_again(index)
    )


def _are_alike(amounts: Sequence[Amount], first: int, second: int) -> bool:
    return amounts[first].dimension == amounts[second].dimension and head_of(amounts[first]) == head_of(amounts[second])


def _first_level(setting: Amounts, line: tuple[int, int], dimension: Dimension) -> int | None:
    """The first amount of a line that has a unit and this dimension, where it is a level."""
    first = bisect.bisect_left(setting.amounts, line[0], key=operator.attrgetter("start"))
    for index in range(first, len(setting.amounts)):
        amount = setting.amounts[index]
        if amount.start >= line[1]:
            return None
        if amount.dimension == dimension and amount.unit is not None:
            return None if index in setting.changes else index
    return None


def _first_of_kind(setting: Amounts, line: tuple[int, int], whole: int) -> int | None:
    for index in range(whole + 1, len(setting.amounts)):
        amount = setting.amounts[index]
        if amount.start >= line[1]:
            return None
        if amount.start >= line[0] and amount.unit and are_of_one_kind(amount, setting.amounts[whole]):
            return None if index in setting.changes else index
    return None


def _fit_in(amounts: Sequence[Amount], parts: Sequence[int], whole: int) -> bool:
    """Whether the parts together are not more than the whole; of a range, its upper end counts."""
    least = sum(_either(amounts[part].quantity.value, amounts[part].quantity.low) for part in parts)
    return least <= _either(amounts[whole].quantity.value, amounts[whole].quantity.high)


def _either(value: Number | None, end: Number | None) -> Number:
    return (end or 0) if value is None else value
