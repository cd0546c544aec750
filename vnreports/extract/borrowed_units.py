"""The unit of a number that stands without one: of the next number, of the noun before it, of the table around it."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from vnreports.extract.amounts import Amount
from vnreports.extract.refusals import in_turn
from vnreports.extract.shared_out import read_sharer
from vnreports.normalize.nouns import match_noun
from vnreports.normalize.numbers import exact
from vnreports.normalize.quantities import Quantity, match_quantity
from vnreports.page import Page
from vnreports.records import Dimension
from vnreports.rules import Pattern, is_in_closed_bracket

_NUMBER_OF = Pattern(r"(?<!\w)(?<!(?:quân|dân|hệ|chỉ)\ )(?:tổng\ số|số\ lượng|số|lượng)(?=\ )")
# a noun further before a number than this is not what it numbers
_FAR = 200
_DECLARED = Pattern(r"(?<!\w)(?:đơn\ vị(?:\ tính)?|đvt)\ ?:\ *(?=\S)")
_BARE_MONEY = Pattern(r"(?<!nghìn\ )(?:tỷ|tỉ|triệu)$", plain=True)
_TO_THE_NEXT = Pattern(
    r"\ (?:xã\ |đơn\ vị\ )?(?:(?:trong|trên)(?:\ tổng)?(?:\ số)?|lên|xuống|còn|đến|tới|thành)\ "
    r"(?:hơn\ |gần\ |khoảng\ |còn\ )?",
    plain=True,
)


def borrow_units(page: Page, amounts: list[Amount]) -> list[Amount]:
    """The amounts, where a count without noun takes that of its sentence: *số lượng hồ sơ tăng từ 112 lên 559*."""
    borrowed: list[Amount] = []
    foreign = False
    for index, amount in enumerate(amounts):
        unit = amount.unit
        foreign = foreign or (amount.dimension == "money" and unit != "VND")
        if amount.dimension == "count" and unit is None:
            unit = _noun_of_number(page, amount)
        borrowed.append(amount if unit == amount.unit else msgspec.structs.replace(amount, unit=unit))
        if amount.dimension != "count" or unit is not None:
            continue
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        named = following is not None and following.unit is not None
        if following is not None and named and _TO_THE_NEXT.fullmatch(page.lower, amount.end, following.start):
            borrowed[-1] = _in_unit(amount, following.quantity.scale, following.dimension, following.unit)
        elif index and read_sharer(page.text, amount.start, amount.end) is None:
            borrowed[-1] = msgspec.structs.replace(amount, unit=_noun_before(borrowed[:-1], amount))
    for index in range(len(borrowed) - 2, -1, -1):  # lần lượt là 126, 114 và 40 xã
        amount = borrowed[index]
        if amount.dimension == "count" and amount.unit is None and in_turn(page.lower, amount.start, amount.end):
            following = borrowed[index + 1]
            borrowed[index] = _in_unit(amount, following.quantity.scale, following.dimension, following.unit)
    if foreign:
        borrowed = _in_currencies_beside(page, _in_currencies_beside(page, borrowed)[::-1])[::-1]
    if any(amount.unit is None and amount.dimension == "count" for amount in borrowed):
        borrowed = _of_what_is_shared(page, borrowed)
    return _in_declared_units(page, borrowed) if _DECLARED.search(page.lower) else borrowed


def _in_currencies_beside(page: Page, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts, where bare money has the currency of the one before it: *30 tỷ USD, mỗi năm 2 tỷ*."""
    told: list[Amount] = []
    for amount in amounts:
        last = told[-1] if told else None
        bare = _BARE_MONEY.search(page.lower, amount.start, amount.end) if amount.dimension == "money" else None
        if bare and last is not None and last.dimension == "money" and last.sentence == amount.sentence:
            alike = last.unit != "VND" and page.lower.find(bare[0], last.start, last.end) >= 0
            told.append(msgspec.structs.replace(amount, unit=last.unit) if alike else amount)
        else:
            told.append(amount)
    return told


def _of_what_is_shared(page: Page, amounts: list[Amount]) -> list[Amount]:
    """The amounts, where those of a list of places have the unit of what they share; without such a one they are none.

    *98 ngôi nhà (Điện Biên 82, Lào Cai 16)* are houses; *(Việt Nam 2, Thái Lan 1)* is a score.
    """
    kept: list[Amount] = []
    wholes: list[Amount] = []
    for amount in amounts:
        bare = amount.dimension == "count" and amount.unit is None
        if not bare or read_sharer(page.text, amount.start, amount.end) is None:
            wholes += [amount] if amount.unit is not None else []
            kept.append(amount)
            continue
        shared = next((whole for whole in reversed(wholes) if _is_shared(page.lower, whole, amount)), None)
        if shared is not None:
            kept.append(_in_unit(amount, shared.quantity.scale, shared.dimension, shared.unit))
    return kept


def _is_shared(lower: str, whole: Amount, part: Amount) -> bool:
    """Whether a whole of its sentence, in no bracket that is closed before the part, is as large as the part."""
    fits = whole.sentence == part.sentence and (whole.quantity.value or 0) >= (part.quantity.value or 0)
    return fits and not is_in_closed_bracket(lower, whole.end, part.start)


def _in_declared_units(page: Page, amounts: list[Amount]) -> list[Amount]:
    """The amounts, where the bare numbers in the rows of a table (*1 | Phường A | 227.000 |*) have its unit."""
    units = [(found.end(), _read_declared(page.lower, found.end())) for found in _DECLARED.finditer(page.lower)]
    declared = list(amounts)
    for index, amount in enumerate(amounts):
        unit = next((unit for end, unit in reversed(units) if end <= amount.start), None)
        bare = amount.dimension == "count" and amount.unit is None
        if unit is not None and bare and _is_in_a_row(page.lower, amount.start):
            declared[index] = _in_unit(amount, unit.scale, unit.dimension, unit.unit)
    return declared


def _read_declared(lower: str, start: int) -> Quantity | None:
    """One of the unit at `start` of the folded, lower-case text, or None where no unit is known there."""
    one = match_quantity(f"1 {lower[start : start + 40]}", 0)
    return one if one is not None and one.unit is not None else None


def _is_in_a_row(lower: str, start: int) -> bool:
    """Whether there is a bar in the line of the offset, as between the cells of a table."""
    return "|" in lower[lower.rfind("\n", 0, start) + 1 : start]


def _in_unit(amount: Amount, scale: int, dimension: Dimension, unit: str | None) -> Amount:
    """The bare amount in a unit and its multiplier: *từ 80 lên 90 km/h*, *từ 15 lên 20 triệu đồng*."""
    quantity = amount.quantity
    if scale > 1 and quantity.scale == 1:
        value, low, high = (
            None if number is None else exact(number * Decimal(scale))
            for number in (quantity.value, quantity.low, quantity.high)
        )
        precision = exact(quantity.precision * Decimal(scale))
        quantity = msgspec.structs.replace(quantity, value=value, low=low, high=high, precision=precision)
    return msgspec.structs.replace(amount, quantity=quantity, dimension=dimension, unit=unit)


def _noun_before(earlier: Sequence[Amount], amount: Amount) -> str | None:
    """The noun of the last count before an amount in its sentence: *trước có 194 xã; nay còn 65*."""
    if amount.quantity.rule != "number":
        return None
    for last in reversed(earlier):
        if last.sentence != amount.sentence:
            return None
        if last.dimension == "count":
            return last.unit if last.unit is not None and last.unit[0].islower() else None
    return None


def _noun_of_number(page: Page, amount: Amount) -> str | None:
    """The noun after the last *số*, *số lượng* before an amount in its sentence."""
    for match in reversed(
        list(_NUMBER_OF.finditer(page.lower, max(amount.sentence[0], amount.start - _FAR), amount.start))
    ):
        noun = match_noun(page.text, page.lower, match.end())
        if noun is not None and noun.known:
            return page.text[noun.start : noun.end]
    return None
