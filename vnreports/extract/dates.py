"""Where dates stand in a report."""

from vnreports.page import Page
from vnreports.records import Date


def find_dates(page: Page, *, doc: str) -> list[Date]:
    """The date records of the page, in text order, numbered d1, d2, …"""
    return []
