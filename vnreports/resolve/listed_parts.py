"""Parts that stand in a list under their whole: *440 căn hộ, trong đó:* and below it *- 365 căn …*."""

import bisect
import itertools
from collections.abc import Iterator, Sequence

from vnreports.extract.amounts import Amount
from vnreports.records import Dimension, Number
from vnreports.resolve.kinds import are_of_one_kind, head_of
from vnreports.resolve.leads import item_lines
from vnreports.resolve.links import Amounts, Relations
from vnreports.resolve.sums import add_up, count_digits
from vnreports.rules import Pattern, find_strings

_ANNOUNCED = Pattern(r"(?<!\w)(?:trong\ đó|gồm|cụ\ thể|như\ sau|chia\ ra)(?:\ có|\ như\ sau)?$", plain=True)
_LINE_ENDS = Pattern(r"[^\n\d]{0,24}\n\s*(?:\(?\d{1,2}[.)]|\(?[a-zđ]\)|[-–•*+])", plain=True)
_BARE_ITEM = Pattern(r"\n\s*(?P<item>[^\n|]{3,400}?)(?=\s*(?:\n|$))", plain=True)
_OPENS = Pattern(r"\n(?=\s*(?:\(?\d{1,2}[.)]|\(?[a-zđ]\)|[-–•*+])[^\n]*\d)", plain=True)
_TIED = ("percent", "ratio", "rate")
_WHOLES = 25  # amounts before a list among which the wholes of its columns are looked for
_COLUMNS = 3
_TWO = 2
_FEW_DIGITS, _SOME_DIGITS, _MANY_DIGITS = 2, 3, 4


def link_listed_parts(setting: Amounts, relations: Relations) -> None:
    """Add the links of the first amount of each line to the whole of its kind in the line that announces them.

    Lines right under an amount are its parts where they add up to it.
    """
    lower = setting.page.lower
    for inside in _by_sentence(setting.amounts):
        last = inside.stop - 1
        if _LINE_ENDS.match(lower, setting.amounts[last].end) and _may_be_whole(setting, last):
            _link_exact_list(setting, last, relations)
    colon = lower.find(":\n")
    while colon >= 0:
        if _ANNOUNCED.search(lower, max(0, colon - 30), colon):
            _link_list(setting, colon, relations)
        colon = lower.find(":\n", colon + 1)


def link_columns(setting: Amounts, relations: Relations) -> None:
    """Add the links of the first, second or third amounts of a kind in the items of a list to what they add up to.

    *54,8 km, 2.146 hộ: huyện A 36,6 km, 1.656 hộ; huyện B 18,2 km, 490 hộ*: items are lines, clauses between
    semicolons, or the sentences of a paragraph.
    """
    sentences = _by_sentence(setting.amounts)
    lists = (_lines_of_lists(setting), _lists_of_clauses(setting, sentences), _lists_of_sentences(setting, sentences))
    for items in itertools.chain(*lists):
        told = _by_dimension(setting, items)
        first = items[0][0]
        for whole in range(first - 1, max(-1, first - 1 - _WHOLES), -1) if told else ():
            amount = setting.amounts[whole]
            if amount.dimension not in told:
                continue
            rows, most = told[amount.dimension]
            if 0 < (amount.quantity.value or 0) <= most and _may_be_whole(setting, whole):
                for part in _column_of(setting, rows, whole):
                    relations.part_of.setdefault(part, whole)


def _by_sentence(amounts: Sequence[Amount]) -> list[range]:
    """The amounts of each sentence that has any."""
    sentences: list[range] = []
    first = 0
    for index, amount in enumerate(amounts):
        if amount.sentence != amounts[first].sentence:
            sentences.append(range(first, index))
            first = index
    return [*sentences, range(first, len(amounts))]


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
            if index not in setting.changes and amount.quantity.value is not None and amount.dimension not in _TIED:
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


def _link_list(setting: Amounts, colon: int, relations: Relations) -> None:
    lines = list(_item_lines(setting.page.lower, colon + 1)) or _bare_items(setting.page.lower, colon + 1)
    if len(lines) < 2:
        return
    opening = setting.page.lower.rfind("\n", 0, colon) + 1
    announcing = [i for i, amount in enumerate(setting.amounts) if opening <= amount.start < colon]
    wholes: list[int] = []
    for index in reversed(announcing):  # of two of one kind, the later
        if _may_be_whole(setting, index) and not any(_are_alike(setting.amounts, index, other) for other in wholes):
            wholes.append(index)
    for whole in wholes:
        parts = [part for line in lines if (part := _first_of_kind(setting, line, whole)) is not None]
        if len(parts) > 1 and _fit_in(setting.amounts, parts, whole):
            for part in parts:
                relations.part_of.setdefault(part, whole)


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


def _may_be_whole(setting: Amounts, index: int) -> bool:
    amount = setting.amounts[index]
    return (
        amount.dimension not in _TIED
        and amount.unit is not None
        and index not in setting.changes
        and not setting.says_again(index)
    )


def _are_alike(amounts: Sequence[Amount], first: int, second: int) -> bool:
    return amounts[first].dimension == amounts[second].dimension and head_of(amounts[first]) == head_of(amounts[second])


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
