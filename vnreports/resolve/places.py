"""Which unit each place mention means, on the document's date."""

from collections.abc import Sequence

from vnreports.extract.places import PlaceMention
from vnreports.page import Page
from vnreports.records import Place


def resolve_places(mentions: Sequence[PlaceMention], page: Page, *, doc: str) -> list[Place]:
    """The place records of the page, numbered p1, p2, … by first mention."""
    return []


def find_home(page: Page, places: Sequence[Place]) -> Place | None:
    """The province that the report is about, or None where several or none fit."""
    return None
