"""Parts against their whole: the parts of a list that says it is whole add up to it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import Interval, as_number, interval_of, is_exact, step_of, tolerance_of
from vnreports.check.listings import Listing
from vnreports.check.notes import note, quote, quote_all, quote_hedged, write_amount
from vnreports.records import Claim, Note, Number, Verdict

_ROUND = 2  # closing zeros beyond which a whole is round enough to stand for a sum half a per cent off
_TELLING = 20  # a sum that is off by more than a twentieth says nothing, however wide the hedges


def check_parts(figures: Figures, listings: Sequence[Listing]) -> Iterator[Finding]:
    """What the sums of parts say of their wholes: at most one finding for each list."""
    by_whole: dict[int, list[Listing]] = {}
    for listing in listings:
        by_whole.setdefault(listing.whole, []).append(listing)
    for alike in by_whole.values():
        findings = [finding for listing in alike if (finding := _check(figures, listing))]
        # xuất khẩu, nhập khẩu, xuất siêu: the first two make the whole, and the list of three says nothing more
        settled: set[str] = set()
        for finding in sorted(findings, key=lambda finding: finding.verdict != "agrees"):
            parts = {claim.id for claim in finding.claims[1:]}
            if settled.isdisjoint(parts):
                yield finding
            settled |= parts


def _check(figures: Figures, listing: Listing) -> Finding | None:
    whole = figures.claims[listing.whole]
    fitting = next((parts for parts in _runs(listing) if _add_up(figures, parts, whole)), None)
    if fitting is None and not listing.closed and not (listing.apart and _exceed(figures, listing)):
        return None
    parts = tuple(figures.claims[position] for position in (fitting or listing.parts))
    total = sum((Fraction(part.value or 0) for part in parts), Fraction(0))
    expected = as_number(total)
    vi, en = write_amount(expected, whole)
    added = quote_all(parts)
    if fitting and expected == whole.value:
        text = note(
            f"các phần {added} cộng lại bằng {quote(whole)}.", f"the parts {added} add up to the stated {quote(whole)}."
        )
        return _finding(whole, parts, "agrees", expected, text)
    if fitting and abs(total - Fraction(whole.value or 0)) * _TELLING > total:
        return None
    if fitting:
        hedged = quote_hedged(whole)
        text = note(
            f"các phần {added} cộng lại là {vi}, khớp với {hedged[0]} trong phạm vi làm tròn.",
            f"the parts {added} add up to {en}, which fits {hedged[1]} within rounding.",
        )
        return _finding(whole, parts, "agrees", expected, text)
    if _is_rounded(whole, total):
        text = note(
            f"các phần {added} cộng lại là {vi}, còn {quote(whole)} có thể là số làm tròn.",
            f"the parts {added} add up to {en}; the stated {quote(whole)} may be rounded.",
        )
        return _finding(whole, parts, "cannot_tell", expected, text)
    text = note(
        f"các phần {added} cộng lại là {vi}, không phải {quote(whole)} như bài viết nêu.",
        f"the parts {added} add up to {en}, not to the stated {quote(whole)}.",
    )
    return _finding(whole, parts, "disagrees", expected, text)


def _runs(listing: Listing) -> Iterator[tuple[int, ...]]:
    """The whole list, then its shorter runs: *60 người, trong đó 40 nam, 20 nữ, 5 đảng viên* adds up to 60 early."""
    size = len(listing.parts)
    for length in range(size, 1, -1):
        for first in range(size - length + 1):
            yield listing.parts[first : first + length]


def _exceed(figures: Figures, listing: Listing) -> bool:
    """Whether parts that can't overlap make more than their whole."""
    intervals = [interval_of(figures.claims[position]) for position in listing.parts]
    whole = interval_of(figures.claims[listing.whole])
    least = sum((interval.low for interval in intervals if interval and interval.low is not None), Fraction(0))
    return whole is not None and whole.high is not None and least > whole.high


def _add_up(figures: Figures, parts: tuple[int, ...], whole: Claim) -> bool:
    """Whether the parts may add up to the whole, within what their digits and hedges allow."""
    claims = [figures.claims[position] for position in parts]
    if not any(claim.modifier for claim in (*claims, whole)):
        off = abs(sum((Fraction(claim.value or 0) for claim in claims), -Fraction(whole.value or 0)))
        return off <= _slack(claims, whole)
    running = Interval(Fraction(0), Fraction(0))
    for claim in claims:
        interval = interval_of(claim)
        if interval is None:
            return False
        running = running.plus(interval)
    stated = interval_of(whole)
    return stated is not None and stated.meets(running)


def _slack(parts: list[Claim], whole: Claim) -> Fraction:
    """By how much rounding may keep a sum from its whole: nothing for counts, else a unit of the coarsest last digit.

    Roundings of both signs cancel out, so a unit more is allowed for every three parts only.
    """
    if all(is_exact(claim) for claim in (*parts, whole)):
        return Fraction(0)
    return max(Fraction(claim.precision or 1) for claim in (*parts, whole)) * max(Fraction(1), Fraction(len(parts), 3))


def _is_rounded(whole: Claim, total: Fraction) -> bool:
    """Whether the whole may be the sum rounded, off by half of its last non-zero digit at most.

    *66.000* may stand for 66.300, *4.260 tỷ đồng* for 4.262,5; the rounder, the further off it may be.
    """
    if whole.value is None or not total:
        return False
    off = abs(Fraction(whole.value) - total)
    step = step_of(whole.value, whole.precision or 1)
    zeros = len(str(int(step / Fraction(whole.precision or 1)))) - 1
    return zeros > 0 and off <= step / 2 and off * (200 if zeros > _ROUND else 1000) <= total


def _finding(whole: Claim, parts: tuple[Claim, ...], verdict: Verdict, expected: Number, text: Note) -> Finding:
    return Finding(
        "parts",
        (whole, *parts),
        verdict,
        text,
        expected=expected,
        found=whole.value,
        tolerance=tolerance_of(whole, *parts),
    )
