"""An amount: a number of a report that says how much or how many."""

import msgspec

from vnreports.normalize.quantities import Quantity
from vnreports.records import Dimension, Modifier


class Amount(msgspec.Struct, frozen=True):
    """A number that states an amount, before it is tied to anything else.

    `what` is the noun phrase that is counted or measured, as written, or None where none stands right after it.
    """

    start: int
    end: int
    quantity: Quantity
    dimension: Dimension
    unit: str | None
    modifier: Modifier | None
    what: str | None
    rule: str
    sentence: tuple[int, int]
