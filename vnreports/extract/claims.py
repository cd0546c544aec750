"""Where amounts stand in a report."""

import dataclasses
from collections.abc import Sequence

from vnreports.page import Page
from vnreports.records import Date


@dataclasses.dataclass(frozen=True, slots=True)
class Amount:
    """A number that states an amount, before it is tied to anything else."""

    start: int
    end: int


def find_amounts(page: Page, dates: Sequence[Date]) -> list[Amount]:
    """The amounts of the page in text order."""
    return []
