"""Rounded figures against exact ones for the same thing: *hơn 6.000 nhiệm vụ* in the lead, *6.084 nhiệm vụ* below."""

import re
from collections.abc import Iterator
from fractions import Fraction

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import interval_of, step_of, tolerance_of
from vnreports.check.notes import note, quote, quote_hedged
from vnreports.records import Claim
from vnreports.resolve.kinds import PROPORTIONS

Kind = tuple[str, str | None, str]
_HEDGES = frozenset({"over", "under", "about"})
_PHRASE_END = re.compile(r"[,;(]")
_NARROW = 4  # hơn 6.000 is; hơn 1 triệu, which leaves room for almost two, is not
_LEAD = 3
_NEAR = Fraction(1, 10)
_TELLING_WORDS = 2
_TELLING_DIGITS = 3  # 4.063 tỷ and 4.063,6 tỷ can hardly be two things; 2 tỷ and 2,3 tỷ can


def check_roundings(figures: Figures) -> Iterator[Finding]:
    """What the rounded figures of a page say of the more exact ones; each rounded one is told of once."""
    hedged = [claim for claim in figures.claims if _is_rounded(claim)]
    # a long page has thousands of figures
    alike: dict[Kind, list[tuple[Fraction, Claim]]] = {_kind(claim): [] for claim in hedged}
    for claim in figures.claims if hedged else ():
        kind = _kind(claim)
        if claim.value is not None and not claim.difference and kind in alike:
            alike[kind].append((step_of(claim.value, claim.precision or 1), claim))
    for rounded in hedged:
        roundness = step_of(rounded.value or 0, rounded.precision or 1)
        same = [claim for step, claim in alike[_kind(rounded)] if step < roundness and _is_same_thing(claim, rounded)]
        fitting = [claim for claim in same if _fits(claim, rounded)]
        if fitting:
            yield _finding(rounded, fitting[0], agrees=True)
        elif _is_in_lead(figures, rounded) and (odd := _contradiction(rounded, same)) is not None:
            yield _finding(rounded, odd, agrees=False)


def _is_rounded(claim: Claim) -> bool:
    """Whether a claim has a hedge that a more exact figure of the same thing can bear out."""
    if claim.modifier not in _HEDGES or claim.value is None or claim.difference:
        return False
    return claim.dimension not in PROPORTIONS


def _kind(claim: Claim) -> Kind:
    """What two claims must share to be compared: the kind of amount, and whether it is planned or done."""
    return claim.dimension, claim.unit, claim.status


def _is_same_thing(claim: Claim, rounded: Claim) -> bool:
    """Whether two figures are of one thing, as far as the words say: the same noun phrase, or digits that tell."""
    for first, second in ((claim.place, rounded.place), (claim.date, rounded.date)):
        if first is not None and second is not None and first != second:
            return False
    if claim.part_of or rounded.part_of:
        return claim.part_of == rounded.part_of
    if _digits(rounded) >= _TELLING_DIGITS and _fits(claim, rounded):
        return True
    is_narrow = step_of(rounded.value or 0, rounded.precision or 1) * _NARROW <= Fraction(rounded.value or 0)
    return is_narrow and _is_same_phrase(claim, rounded)


def _is_same_phrase(claim: Claim, rounded: Claim) -> bool:
    first, second = (_PHRASE_END.split((one.what or "").lower())[0].split() for one in (claim, rounded))
    shorter = min(len(first), len(second))
    return rounded.dimension == "count" and shorter >= _TELLING_WORDS and first[:shorter] == second[:shorter]


def _digits(claim: Claim) -> int:
    """How many digits of the figure are not closing zeros."""
    step = step_of(claim.value or 0, claim.precision or 1)
    return len(str(int(Fraction(claim.value or 0) / step)))


def _fits(claim: Claim, rounded: Claim) -> bool:
    interval = interval_of(rounded)
    return interval is not None and interval.holds(Fraction(claim.value or 0))


def _is_in_lead(figures: Figures, claim: Claim) -> bool:
    """Whether a figure stands in the title or in the first sentences, which sum up what the body tells exactly."""
    title = any(zone.kind == "title" and zone.start <= claim.start < zone.end for zone in figures.page.zones)
    return title or claim.sentence in figures.page.sentences[:_LEAD]


def _contradiction(rounded: Claim, same: list[Claim]) -> Claim | None:
    """The one figure of the same thing that lies near the rounded one, and yet on the wrong side of its hedge."""
    if len(same) != 1 or same[0].modifier is not None:
        return None
    ratio = Fraction(same[0].value or 0) / Fraction(rounded.value or 1)
    return same[0] if abs(ratio - 1) <= _NEAR else None


def _finding(rounded: Claim, exact: Claim, *, agrees: bool) -> Finding:
    first, second = quote_hedged(rounded), quote_hedged(exact)
    if agrees:
        text = note(f"{first[0]} khớp với {second[0]}.", f"{first[1]} fits {second[1]}.")
    else:
        text = note(
            f"{first[0]} không khớp với {quote(exact)} nêu cho cùng một việc.",
            f"{first[1]} does not fit {quote(exact)}, given for the same thing.",
        )
    return Finding(
        "rounding",
        (rounded, exact),
        "agrees" if agrees else "disagrees",
        text,
        expected=exact.value,
        found=rounded.value,
        tolerance=tolerance_of(rounded),
    )
