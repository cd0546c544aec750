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
    return [
        Claim(
            doc=doc,
            id=f"c{number}",
            rule=f"claim/{amount.rule}",
            start=amount.start,
            end=amount.end,
            text=page.text[amount.start : amount.end],
            value=amount.quantity.value,
            low=amount.quantity.low,
            high=amount.quantity.high,
            total=amount.quantity.total,
            dimension=amount.dimension,
            unit=amount.unit,
            modifier=amount.modifier,
            precision=amount.quantity.precision,
            sentence=page.sentence_at(amount.start),
        )
        for number, amount in enumerate(amounts, 1)
    ]
