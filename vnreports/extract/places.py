"""Where places stand in a report."""

import dataclasses

from vnreports.page import Page


@dataclasses.dataclass(frozen=True, slots=True)
class PlaceMention:
    """A mention of a place, with its type word (if it has one) inside the span."""

    start: int
    end: int
    name: str


def find_place_mentions(page: Page) -> list[PlaceMention]:
    """The place mentions of the page in text order."""
    return []
