"""Parts beyond their whole: *thiếu 19 cán bộ trong tổng số 15 vị trí*, *130/126 xã*."""

import re
from collections.abc import Iterator

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import interval_of
from vnreports.check.notes import note, quote, quote_hedged
from vnreports.records import Claim
from vnreports.resolve.kinds import PROPORTIONS

# 125/100 ca đạt 125% kế hoạch: a plan may be passed
_MAY_BE_PASSED = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|mục tiêu|vượt|dự toán|định mức|công suất|giao)(?!\w)")


def check_wholes(figures: Figures) -> Iterator[Finding]:
    """The parts that are larger than what they are a part of; each asks for a review."""
    for position, part in enumerate(figures.claims):
        if part.total is not None and part.value is not None:
            yield from _check_total(figures, position)
        whole = figures.linked(part.part_of)
        if whole is None or part.dimension != whole.dimension or part.dimension in PROPORTIONS:
            continue
        if part.dimension != "count" and part.unit != whole.unit:
            continue
        intervals = interval_of(part), interval_of(whole)
        if intervals[0] is None or intervals[1] is None or intervals[0].low is None or intervals[1].high is None:
            continue
        if intervals[0].low > intervals[1].high and not _is_against_plan(figures, position):
            yield _beyond(part, whole)


def _is_against_plan(figures: Figures, position: int) -> bool:
    around = figures.before(position)[-60:] + figures.after(position)[:80]
    return _MAY_BE_PASSED.search(around) is not None


def _beyond(part: Claim, whole: Claim) -> Finding:
    first, second = quote_hedged(part), quote_hedged(whole)
    return Finding(
        "whole",
        (part, whole),
        "disagrees",
        note(
            f"{first[0]} được nêu là một phần của {second[0]} nhưng lại lớn hơn; cần xem lại.",
            f"{first[1]} is given as a part of {second[1]} but is larger; please review.",
        ),
        expected=whole.value,
        found=part.value,
        tolerance=0,
    )


def _check_total(figures: Figures, position: int) -> Iterator[Finding]:
    claim = figures.claims[position]
    if claim.value is None or claim.total is None:
        return
    if claim.value <= claim.total or _may_be_a_label(claim) or _is_against_plan(figures, position):
        return
    yield Finding(
        "total",
        (claim,),
        "disagrees",
        note(
            f"trong {quote(claim)}, số trước lớn hơn số sau; cần xem lại.",
            f"in {quote(claim)} the first number exceeds the second; please review.",
        ),
        expected=claim.total,
        found=claim.value,
        tolerance=0,
    )


def _may_be_a_label(claim: Claim) -> bool:
    """Whether *n/m* may be a day (*19/11*), a season (*2016/17*), a house (*131/41 Đường*) or two table cells."""
    value, total = claim.value or 0, claim.total or 0
    is_day = value <= 31 and total <= 12
    return is_day or value >= 2 * total or claim.unit is None or claim.unit.istitle()
