"""The claims: each amount with what it counts and how it stands to the rest of the report."""

from collections.abc import Sequence

from vnreports.extract.claims import Amount
from vnreports.page import Page
from vnreports.records import Claim, Date, Official, Place


def resolve_claims(
    amounts: Sequence[Amount],
    page: Page,
    *,
    dates: Sequence[Date],
    places: Sequence[Place],
    officials: Sequence[Official],
    home: Place | None,
    doc: str,
) -> list[Claim]:
    """The claim records of the page in text order, numbered c1, c2, …"""
    return []
