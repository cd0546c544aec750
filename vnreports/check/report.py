"""The checks of one report, rule by rule, as records in text order."""

import datetime
from collections.abc import Callable, Iterator, Sequence

from vnreports.check.attainable import check_attainable
from vnreports.check.changes import check_changes
from vnreports.check.figures import Figures, Finding
from vnreports.check.hundreds import check_hundreds
from vnreports.check.listings import find_listings
from vnreports.check.parts import check_parts
from vnreports.check.register_counts import check_register_counts
from vnreports.check.roundings import check_roundings
from vnreports.check.shares import check_shares
from vnreports.check.wholes import check_wholes
from vnreports.page import Page
from vnreports.records import Check, Claim, Place

RULES: tuple[Callable[[Figures], Iterator[Finding]], ...] = (
    check_attainable,
    check_hundreds,
    check_changes,
    check_wholes,
    check_roundings,
    check_register_counts,
)


def check_report(
    claims: Sequence[Claim],
    page: Page,
    *,
    places: Sequence[Place],
    home: Place | None,
    on: datetime.date,
    doc: str,
) -> list[Check]:
    """The check records of a page's claims (at offsets of its folded text), numbered k1, k2, … in text order."""
    if not claims:
        return []
    figures = Figures(page, claims, places, on, home)
    listings = find_listings(figures)
    findings = [*check_parts(figures, listings), *check_shares(figures, listings)]
    findings += [finding for rule in RULES for finding in rule(figures)]
    findings.sort(key=lambda finding: min(figures.index[claim.id] for claim in finding.claims))
    return [
        Check(
            doc=doc,
            id=f"k{number}",
            rule=f"check/{finding.rule}",
            claims=tuple(claim.id for claim in finding.claims),
            verdict=finding.verdict,
            expected=finding.expected,
            found=finding.found,
            tolerance=finding.tolerance,
            note=finding.note,
        )
        for number, finding in enumerate(findings, 1)
    ]
