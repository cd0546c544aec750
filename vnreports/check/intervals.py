"""What a printed figure allows: the interval of the exact amounts that it may stand for.

As in statcheck (Epskamp and Nuijten 2016), a figure is never compared as it is printed but with all that rounds to it;
the press also cuts digits off and rounds up (*62,58%* printed as *62,5%*, *79,42%* as *79,43%*), so a percentage fits
within a whole unit of its last digit.
"""

import functools
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

import msgspec

from vnreports.records import Claim, Modifier, Number

_Kind: TypeAlias = Literal["exact", "percent", "rounded"]


class Interval(msgspec.Struct, frozen=True):
    """The amounts from `low` to `high`, both inclusive; None where there is no bound."""

    low: Fraction | None
    high: Fraction | None

    def holds(self, amount: Fraction) -> bool:
        """Whether the amount lies within."""
        return (self.low is None or self.low <= amount) and (self.high is None or amount <= self.high)

    def meets(self, other: "Interval") -> bool:
        """Whether some amount lies within both."""
        starts_in_time = self.low is None or other.high is None or self.low <= other.high
        return starts_in_time and (other.low is None or self.high is None or other.low <= self.high)

    def plus(self, other: "Interval") -> "Interval":
        """The sums of an amount of each."""
        return Interval(_add(self.low, other.low), _add(self.high, other.high))


def _add(first: Fraction | None, second: Fraction | None) -> Fraction | None:
    return None if first is None or second is None else first + second


def is_exact(claim: Claim) -> bool:
    """Whether a figure without a hedge is exact: *126 xã* is 126, not 125,6; *247 triệu cổ phần* may be rounded."""
    return claim.dimension in ("count", "other") and (claim.precision or 1) <= 1


def step_of(value: Number, precision: Number) -> Fraction:
    """The unit of the last digit that is not a zero: how round the figure is as printed.

    >>> step_of(6000, 1), step_of(4063000000000, 1000000000), step_of(Decimal("95.9"), Decimal("0.1"))
    (Fraction(1000, 1), Fraction(1000000000, 1), Fraction(1, 10))
    """
    if isinstance(value, int) and isinstance(precision, int):
        whole = precision  # the same, without fractions
        while value and value % (whole * 10) == 0:
            whole *= 10
        return Fraction(whole)
    step, amount = Fraction(precision), Fraction(value)
    while amount and amount % (step * 10) == 0:
        step *= 10
    return step


def interval_of(claim: Claim) -> Interval | None:
    """The interval of a claim, from its value, the precision that it is printed with, and its hedge.

    *hơn 6.000* reaches from 6.000 to the next number as round; *khoảng 600* half a step of its roundness to both sides;
    *hàng nghìn* to ten times as much. A count without a hedge is exact; None where the claim has no amount.
    """
    if claim.low is not None and claim.high is not None:
        return Interval(Fraction(claim.low), Fraction(claim.high))
    if claim.value is None:
        return None
    kind: _Kind = "exact" if is_exact(claim) else "percent" if claim.dimension == "percent" else "rounded"
    return _interval_around(claim.value, claim.precision or 1, claim.modifier, kind)


@functools.lru_cache(maxsize=1024)  # each check asks for it again
def _interval_around(number: Number, unit: Number, modifier: Modifier | None, kind: _Kind) -> Interval:
    """The interval of a number printed with a hedge, its last digit worth `unit`."""
    value = Fraction(number)
    match modifier:
        case "over":
            return Interval(value, value + step_of(number, unit))
        case "under":
            return Interval(value - step_of(number, unit), value)
        case "about":
            step = step_of(number, unit)
            return Interval(value - step / 2, value + step / 2)
        case "at_least":
            return Interval(value, None)
        case "at_most":
            return Interval(None, value)
        case "order":
            return Interval(value, value * 10)
        case None:
            off = Fraction(0) if kind == "exact" else Fraction(unit) if kind == "percent" else Fraction(unit) / 2
            return Interval(value - off, value + off)


def share_interval(part: Interval, whole: Interval) -> Interval | None:
    """The percentages that a part may be of its whole; None where the whole may be nothing."""
    if not whole.low or whole.low < 0:
        return None
    high = None if part.high is None else part.high / whole.low * 100
    return Interval(None if part.low is None or whole.high is None else part.low / whole.high * 100, high)


def as_number(amount: Fraction, *, digits: int = 2) -> Number:
    """The amount as an int where it is whole, else as a Decimal cut to so many digits after the point.

    >>> as_number(Fraction(6084)), as_number(Fraction(200, 3))
    (6084, Decimal('66.67'))
    """
    if amount.denominator == 1:
        return int(amount)
    rounded = Decimal(round(amount * 10**digits)).scaleb(-digits).normalize()
    return int(rounded) if rounded == rounded.to_integral_value() else rounded


def tolerance_of(*claims: Claim) -> Number:
    """How far the printed figures together may lie from the exact ones: half the width of their intervals."""
    width = Fraction(0)
    for claim in claims:
        interval = None if claim.modifier is None and claim.low is None and is_exact(claim) else interval_of(claim)
        if interval is not None and interval.low is not None and interval.high is not None:
            width += interval.high - interval.low
    return as_number(width / 2)
