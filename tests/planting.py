"""Planted errors: one figure of a report changed, so that it no longer fits those that the gold links it with."""

import dataclasses
import functools
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from test_gold import SPLITS

from vnreports.gold import read_gold
from vnreports.records import Claim, Document

ROOT = Path(__file__).parent.parent
REPORTS = sorted(path.stem for path in (ROOT / "gold").glob("*.marked"))
_DIGITS = re.compile(r"\d")


@dataclasses.dataclass(frozen=True)
class Sum:
    """Figures of a report that follow from one another: a whole and its parts, a share, from, to and difference."""

    report: str
    kind: str
    claims: tuple[Claim, ...]


@dataclasses.dataclass(frozen=True)
class Planted:
    """A report with one figure of a sum changed: its text, and where the changed figure stands."""

    sum: Sum
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        others = " | ".join(claim.text for claim in self.sum.claims)
        return f"{self.sum.report}: {self.sum.kind} {others}, with {self.text[self.start : self.end]}"


@functools.cache
def read(report: str) -> tuple[str, Document, dict[str, Claim]]:
    """The text of a report of `corpus/`, its document record and its claims by id."""
    text, records = read_gold(ROOT / "gold" / f"{report}.marked")
    document = next(record for record in records if isinstance(record, Document))
    return text, document, {record.id: record for record in records if isinstance(record, Claim)}


def find_sums() -> Iterator[Sum]:
    """The sound sums of the reports, by the links of their gold and the list of wholes that are fully parted."""
    for report, whole, parts in SPLITS:
        claims = read(report)[2].values()
        total = next(claim for claim in claims if claim.text == whole and any(c.part_of == claim.id for c in claims))
        chosen = [c for c in claims if c.part_of == total.id and c.text in parts.split(" + ")]
        yield Sum(report, "parts", (total, *chosen))
    for report in REPORTS:
        claims = read(report)[2]
        for claim in claims.values():
            if claim.share_of and claim.dimension == "percent" and not claim.difference:
                yield from _share(report, claim, claims)
            if claim.was:
                yield from _changes(report, claim, claims)


def _share(report: str, share: Claim, claims: dict[str, Claim]) -> Iterator[Sum]:
    """A percentage with its part and the whole, where they stand and fit."""
    part = claims[share.share_of or ""]
    whole = claims.get(part.part_of or "")
    total = part.total if whole is None else whole.value
    if total and part.value and _fits(share, Decimal(part.value) * 100 / Decimal(total)):
        yield Sum(report, "share", (share, part) if whole is None else (share, part, whole))


def _changes(report: str, now: Claim, claims: dict[str, Claim]) -> Iterator[Sum]:
    """The differences beside a level and its earlier one, where they fit."""
    was = claims[now.was or ""]
    for claim in claims.values():
        if not claim.difference or claim.sentence != now.sentence or now.value is None or was.value is None:
            continue
        gap = abs(Decimal(now.value) - Decimal(was.value))
        relative = claim.dimension == "percent" and _fits(claim, gap * 100 / Decimal(was.value))
        if relative or (claim.unit == now.unit and claim.value == gap):
            yield Sum(report, "difference", (was, now, claim))


def _fits(share: Claim, exact: Decimal) -> bool:
    return abs(exact - Decimal(share.value or 0)) <= Decimal(10) ** -len(str(share.value).partition(".")[2]) / 2


def plant(error_in: Sum) -> Iterator[Planted]:
    """The report with each figure of the sum changed in turn: its second digit, or the only one, three higher."""
    text = read(error_in.report)[0]
    for claim in error_in.claims:
        digits = list(_DIGITS.finditer(claim.text))
        if not digits:
            continue
        chosen = digits[min(1, len(digits) - 1)]
        changed = str((int(chosen[0]) + 3) % 10)
        if len(digits) == 1 and changed == "0":
            changed = "5"
        at = claim.start + chosen.start()
        yield Planted(error_in, text[:at] + changed + text[at + 1 :], claim.start, claim.end)
