"""Of what kind amounts are: which may be added up, which can be a part of which, which say how large a part is."""

import functools
from typing import Protocol

from vnreports.extract.amounts import Amount
from vnreports.lexicon import read_table
from vnreports.records import Dimension, Number

PROPORTIONS: tuple[Dimension, ...] = ("percent", "ratio", "rate")  # they tell no level, and add up to none
PARTIES = frozenset({"bên", "nước", "quốc", "đảng"})  # quan hệ hai nước
# units of one family may add up: 110 xã and 25 phường are 135 đơn vị hành chính
_FAMILIES = {(row["syllable"], row["family"]) for row in read_table("noun_families")}
_RELATIVES = {
    head: frozenset(other for other, family in _FAMILIES if (head, family) in _FAMILIES) for head, _ in _FAMILIES
}
_CLASSIFIERS = frozenset(row["classifier"] for row in read_table("classifiers"))
_SAME_THINGS = frozenset((row["part"], row["whole"]) for row in read_table("same_things"))


class Measured(Protocol):
    """What has a dimension and a unit: an amount, and the claim made of it."""

    @property
    def dimension(self) -> Dimension:
        """The dimension."""

    @property
    def unit(self) -> str | None:
        """The counted noun, or the unit's symbol."""


def head_of(amount: Measured) -> str:
    """The first syllable of the counted noun, or the unit's symbol."""
    return _first_syllable(amount.unit) if amount.unit else ""


@functools.lru_cache(maxsize=1024)
def _first_syllable(unit: str) -> str:
    return unit.lower().split(" ")[0]


def are_of_one_kind(part: Measured, whole: Measured) -> bool:
    """Whether two amounts may be added: one dimension, and one unit or units of one family."""
    if part.dimension != whole.dimension:
        if "rate" not in (part.dimension, whole.dimension):
            return False
        return _is_by_the_period(part, whole) or _is_by_the_period(whole, part) or _is_of_a_rate(part, whole)
    if part.dimension != "count":
        return part.unit == whole.unit
    first, second = head_of(part), head_of(whole)
    if first == second or not first or second in _RELATIVES.get(first, ()):
        return True
    return (part.unit, whole.unit) in _SAME_THINGS or (
        second in _CLASSIFIERS and whole.unit == f"{second} {part.unit}"  # 9 cây cầu, trong đó có 3 cầu lớn
    )


def is_of_people(amount: Measured) -> bool:
    """Whether an amount counts people, by whatever noun: *12 cán bộ*, *8 đồng chí*."""
    return amount.dimension == "count" and (head_of(amount), "person") in _FAMILIES


def _is_by_the_period(amount: Measured, rate: Measured) -> bool:
    """Whether the rate is so many of the amount's units a period: *2 triệu tấn/năm, gồm 1 triệu tấn thép*."""
    periodic = rate.dimension == "rate" and amount.dimension in ("mass", "volume", "energy", "count")
    return periodic and rate.unit in (f"{amount.unit}/năm", f"{amount.unit}/ngày")


def _is_of_a_rate(amount: Measured, rate: Measured) -> bool:
    """Whether the money is of the rate's currency: *2 triệu đồng/người, gồm 1,5 triệu đồng tiền nhà*."""
    return rate.dimension == "rate" and amount.dimension == "money" and (rate.unit or "").startswith(f"{amount.unit}/")


def size_of(amount: Amount) -> Number | None:
    """The number of an amount; of a range, its upper end."""
    return amount.quantity.high if amount.quantity.value is None else amount.quantity.value


def fits_in(part: Amount, whole: Amount) -> bool:
    """Whether one amount can be a part of another: of one dimension and no larger, or a share of it."""
    if is_share(part):
        if whole.dimension == "percent":  # đóng 4,5%, trong đó một phần ba; 87%, trong đó 60% là tố cáo sai
            return part.dimension == "ratio" or (size_of(part) or 0) < (size_of(whole) or 0)
        return whole.dimension not in ("ratio", "rate")
    value, total = size_of(part), size_of(whole)
    if value is None or total is None or value > total:
        return False
    if part.dimension != whole.dimension:
        return are_of_one_kind(part, whole)
    return part.dimension == "count" or part.unit == whole.unit


def is_smaller(part: Amount, whole: Amount) -> bool:
    """Whether an amount can be a part of a whole that has others: *4 tỉnh … Cụ thể, ngư dân 4 tỉnh* says it again."""
    return fits_in(part, whole) and (size_of(part) != size_of(whole) or part.dimension != whole.dimension)


def is_share(amount: Amount) -> bool:
    """Whether an amount says how large a part is: a percentage, a fraction or a half."""
    return amount.dimension == "percent" or (amount.dimension == "ratio" and amount.rule in ("fraction", "half"))
