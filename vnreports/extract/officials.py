"""Where people with a public office stand in a report."""

import dataclasses
from collections.abc import Sequence

from vnreports.page import Page
from vnreports.records import Place


@dataclasses.dataclass(frozen=True, slots=True)
class Naming:
    """A mention of a person by name or by office."""

    start: int
    end: int


def find_namings(page: Page, places: Sequence[Place]) -> list[Naming]:
    """The mentions of officials in text order."""
    return []
