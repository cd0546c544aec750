"""Which person each naming means: one official record a person."""

from collections.abc import Sequence

from vnreports.extract.officials import Naming
from vnreports.page import Page
from vnreports.records import Official, Place


def resolve_people(
    namings: Sequence[Naming], page: Page, places: Sequence[Place], *, home: Place | None, doc: str
) -> list[Official]:
    """The official records of the page, numbered o1, o2, … by first mention."""
    return []
