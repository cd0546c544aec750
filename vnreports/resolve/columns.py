"""Amounts that stand in turn in the items of a list, and add up: *54,8 km: huyện A 36,6 km; huyện B 18,2 km*."""

import bisect
import itertools
from collections.abc import Iterator, Sequence

from vnreports.extract.amounts import Amount
from vnreports.records import Dimension, Number
from vnreports.resolve.kinds import PROPORTIONS, are_of_one_kind
from vnreports.resolve.leads import item_lines
from vnreports.resolve.links import Amounts, Relations
from vnreports.resolve.listed_parts import by_sentence, may_be_whole
from vnreports.resolve.sums import add_up, count_digits
from vnreports.rules import Pattern, find_strings

_OPENS = Pattern(r"\n(?=\s*(?:\(?\d{1,2}[.)]|\(?[a-zđ]\)|[-–•*+])[^\n]*\d)", plain=True)
_WHOLES = 25  # amounts before a list among which the wholes of its columns are looked for
_COLUMNS = 3
_TWO = 2
_FEW_DIGITS, _SOME_DIGITS, _MANY_DIGITS = 2, 3, 4


def link_columns(setting: Amounts, relations: Relations) -> None:
    """Add the links of the first, second or third amounts of a kind in the items of a list to what they add up to.

    *54,8 km, 2.146 hộ: huyện A 36,6 km, 1.656 hộ; huyện B 18,2 km, 490 hộ*: items are lines, clauses between
    semicolons, or the sentences of a paragraph.
    """
    sentences = by_sentence(setting.amounts)
    lists = (_lines_of_lists(setting), _lists_of_clauses(setting, sentences), _lists_of_sentences(setting, sentences))
    for items in itertools.chain(*lists):
        told = _by_dimension(setting, items)
        first = items[0][0]
        for whole in range(first - 1, max(-1, first - 1 - _WHOLES), -1) if told else ():
            amount = setting.amounts[whole]
            if amount.dimension not in told:
                continue
            rows, most = told[amount.dimension]
            if 0 < (amount.quantity.value or 0) <= most and may_be_whole(setting, whole):
                for part in _column_of(setting, rows, whole):
                    relations.part_of.setdefault(part, whole)


def _lines_of_lists(setting: Amounts) -> Iterator[list[range]]:
    """The amounts of each item, list by list."""
    lower, end = setting.page.lower, 0
    starts = [amount.start for amount in setting.amounts]
    opening = _OPENS.search(lower)
    while opening is not None:
        end = opening.end()
        for lines in _nested_lists(lower, opening.start()):
            end = max(end, lines[-1][1])
            items = [inside for line in lines if (inside := _inside(starts, *line))]
            if len(items) > 1:
                yield items
        opening = _OPENS.search(lower, end)


def _nested_lists(lower: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """The lists in the lines after the line's end at `start`, those inside an item of another before that one."""
    lists: dict[int, list[tuple[int, int]]] = {}
    for level, at, end in item_lines(lower, start):
        if level is None:
            break
        for deeper in [other for other in lists if other > level]:
            yield lists.pop(deeper)
        lists.setdefault(level, []).append((at, end))
    yield from lists.values()


def _lists_of_clauses(setting: Amounts, sentences: Sequence[range]) -> Iterator[list[range]]:
    """The amounts of each clause, sentence by sentence, where semicolons part them."""
    for inside in sentences:
        start, end = setting.amounts[inside.start].sentence
        if inside.stop - inside.start < 4 or setting.page.lower.find(";", start, end) < 0:
            continue
        starts = [setting.amounts[index].start for index in inside]
        ends = [start - 1, *find_strings(setting.page.lower, (";",), start, end), end]
        clauses = [_inside(starts, left + 1, right) for left, right in itertools.pairwise(ends)]
        items = [range(inside.start + clause.start, inside.start + clause.stop) for clause in clauses if clause]
        if len(items) > 1:
            yield items


def _lists_of_sentences(setting: Amounts, sentences: Sequence[range]) -> Iterator[list[range]]:
    """The amounts of each sentence, paragraph by paragraph, with the first sentence of a paragraph and without it."""
    amounts, lower = setting.amounts, setting.page.lower
    opening = 0
    for at in range(1, len(sentences) + 1):
        ends = at == len(sentences) or (
            lower.find("\n", amounts[sentences[at].start - 1].end, amounts[sentences[at].start].start) >= 0
        )
        if ends and at - opening > 2:
            yield list(sentences[opening:at])
        if ends and at - opening > 3:
            yield list(sentences[opening + 1 : at])
        opening = at if ends else opening


def _inside(starts: list[int], start: int, end: int) -> range:
    """The indices of the amounts that begin in [start, end)."""
    first = bisect.bisect_left(starts, start)
    return range(first, bisect.bisect_left(starts, end, first))


def _by_dimension(setting: Amounts, items: Sequence[range]) -> dict[Dimension, tuple[list[list[int]], Number]]:
    """The levels of each dimension that the items tell, item by item, and what all of them make together."""
    told: dict[Dimension, tuple[list[list[int]], Number]] = {}
    for item in items:
        rows: dict[Dimension, list[int]] = {}
        for index in item:
            amount = setting.amounts[index]
            if (
                index not in setting.changes
                and amount.quantity.value is not None
                and amount.dimension not in PROPORTIONS
            ):
                rows.setdefault(amount.dimension, []).append(index)
        for dimension, row in rows.items():
            table, most = told.get(dimension, ([], 0))
            table.append(row)
            told[dimension] = table, most + sum(setting.amounts[index].quantity.value or 0 for index in row)
    return {dimension: (table, most) for dimension, (table, most) in told.items() if len(table) > 1}


def _column_of(setting: Amounts, rows: Sequence[Sequence[int]], whole: int) -> list[int]:
    """The amounts that have one place in the rows among those of the whole's kind and add up to it, or none."""
    amounts = setting.amounts
    total = amounts[whole].quantity.value or 0
    alike = [[i for i in row if are_of_one_kind(amounts[i], amounts[whole])] for row in rows]
    if any(amounts[i].quantity.value == total for i in itertools.chain.from_iterable(alike)):
        return []  # 124 đơn vị …. Tỉnh B có 124 đơn vị, gồm 105 xã và 19 phường; trong đó …: a total of its own
    for across in itertools.islice(itertools.zip_longest(*alike), _COLUMNS):
        column = [index for index in across if index is not None]
        running: Number = 0
        for last, part in enumerate(column):
            running += amounts[part].quantity.value or 0
            if (
                last
                and -total <= 100 * (running - total) <= total
                and _proves(amounts, column[: last + 1], whole, column)
            ):
                return column[: last + 1]
    return []


def _proves(amounts: Sequence[Amount], parts: Sequence[int], whole: int, column: Sequence[int]) -> bool:
    """Whether the parts make the whole, which has so many digits that they don't meet it by chance.

    It needs the more of them the fewer the parts are, and where others follow them in their column.
    """
    enough = _MANY_DIGITS if len(parts) < len(column) else _SOME_DIGITS if len(parts) == _TWO else _FEW_DIGITS
    return count_digits(amounts[whole].quantity.value or 0) >= enough and add_up(
        [amounts[i] for i in parts], amounts[whole]
    )
