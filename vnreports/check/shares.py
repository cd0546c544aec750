"""Percentages against the counts that they restate, as statcheck recomputes a p value from the figures beside it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import Interval, as_number, interval_of, share_interval, tolerance_of
from vnreports.check.listings import Listing
from vnreports.check.notes import note, quote, tail_of, write_number
from vnreports.records import Claim, Verdict

# 4.678 nhiệm vụ (77%), chiếm 70% tổng thu, đạt 80%: of the whole at hand; 59% kế hoạch, 38% thu nội địa: of another
_OF_THE_WHOLE = re.compile(r"\s*(?:[).,;:]|$|so với tổng|trên tổng|trong tổng|(?:của )?tổng(?: số)?(?! mức)|trong số)")
_OTHER_BASE = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|so với|nghị quyết|gdp|grdp|kh|năm trước|năm ngoái"
    r"|giá|vốn|mức)(?!\w)"
)
_BASE_AHEAD = re.compile(
    r"\ (?:so\ với\ )?(?:kế\ hoạch|dự\ toán|mục\ tiêu|chỉ\ tiêu|trên\ tổng(?:\ số)?|trong\ tổng(?:\ số)?|tổng(?:\ số)?)"
    r"[^.,;:()\n\d]{0,30}\ (?:là\ )?"
)
_OUT_OF = re.compile(
    r"(?:[^.;:()\n]|\([^()\n]{1,20}\)){0,70}(?<!\w)(?:trên|trong)\ (?:tổng\ )?(?:số\ )?(?:hơn\ |gần\ |khoảng\ )?"
)


_PLAN = re.compile(r"\s(?:so với )?(?P<word>kế hoạch|dự toán)(?: vốn| năm| giao| được giao)?\s*(?:[,.;)]|$|trong khi)")
_PLAN_REACH, _PLAN_NEAR = 400, 70
_VOTERS = frozenset({"đại biểu", "đại biểu quốc hội", "đbqh"})


def check_shares(figures: Figures, listings: Sequence[Listing]) -> Iterator[Finding]:
    """What the percentages say of the amounts that they restate, where the whole is stated, too."""
    for position, share in enumerate(figures.claims):
        pair = _part_and_whole(figures, position, listings) if _restates(share) else None
        if pair is not None:
            finding = _compare(share, *pair, of_whole=figures.share_of(pair[1]))
            if finding is not None and (finding.verdict == "agrees" or not _is_of_its_own_plan(figures, position)):
                yield finding


def _restates(claim: Claim) -> bool:
    """Whether a claim is a percentage that says another amount once more."""
    is_level = claim.dimension == "percent" and not claim.difference
    return is_level and claim.share_of is not None and claim.value is not None


def _part_and_whole(figures: Figures, position: int, listings: Sequence[Listing]) -> tuple[Claim, Claim | None] | None:
    """The amount that a percentage restates and its whole; the whole is None where *n/m* is both."""
    share = figures.claims[position]
    at = figures.at(share.share_of)
    if at is None or figures.claims[at].difference or figures.claims[at].value is None:
        return None
    part = figures.claims[at]
    following = figures.after(position)
    ahead = position + 1
    if ahead < len(figures.claims) and _BASE_AHEAD.fullmatch(figures.between(position, ahead)):
        base = figures.claims[ahead]
        return (part, base) if _comparable(part, base) else None
    plan = _PLAN.match(following)
    if plan is not None:
        base_at = _plan_before(figures, at, plan["word"])
        return None if base_at is None else (part, figures.claims[base_at])
    if not _OF_THE_WHOLE.match(following) or _OTHER_BASE.search(following[:25].partition(")")[0].partition(",")[0]):
        return None
    if part.total is not None:  # 461/465 đại biểu (96,44% tổng số đại biểu Quốc hội): not of the 465
        return None if "tổng số " in following[:12] else (part, None)
    if at and figures.claims[at - 1].part_of == part.id and _OUT_OF.fullmatch(figures.between(at - 1, at)):
        part, at = figures.claims[at - 1], at - 1  # 7.440 tỷ đồng trên tổng số 9.300 tỷ đồng, tương ứng 80%
    whole = figures.linked(part.part_of)
    if whole is None:
        whole = next((figures.claims[listing.whole] for listing in listings if at in listing.parts), None)
    return (part, whole) if whole is not None and _comparable(part, whole) else None


def _is_of_its_own_plan(figures: Figures, position: int) -> bool:
    """Whether a percentage may tell how much of its own plan a part reached: *thu hồi 2,3 tỷ đồng (đạt 79,44%)*."""
    return figures.before(position).endswith("(đạt ")


def _plan_before(figures: Figures, part: int, word: str) -> int | None:
    """The one amount before a part that the words call its plan: *kế hoạch vốn năm nay là 36.000 tỷ đồng*."""
    found = []
    for position in range(part - 1, -1, -1):
        claim = figures.claims[position]
        if figures.claims[part].start - claim.start > _PLAN_REACH:
            break
        led = figures.before(position)[-_PLAN_NEAR:].rpartition(",")[2]
        if claim.dimension == "money" and _comparable(figures.claims[part], claim) and word in led:
            found.append(position)
    return found[0] if len(found) == 1 and not figures.claims[found[0]].part_of else None


def _comparable(part: Claim, whole: Claim) -> bool:
    return part.dimension == whole.dimension and (part.dimension == "count" or part.unit == whole.unit)


def _compare(share: Claim, part: Claim, whole: Claim | None, *, of_whole: Claim | None) -> Finding | None:
    """The finding on a percentage; `of_whole` is the percentage that the whole is of something larger."""
    stated, possible = interval_of(share), _possible(part, whole)
    base = part.total if whole is None else whole.value
    if stated is None or possible is None or not base or part.value is None:
        return None
    exact = Fraction(part.value) / Fraction(base) * 100
    of_all = whole is None and _is_of_all_deputies(share, part, exact)
    verdict: Verdict = "agrees" if stated.holds(exact) else "cannot_tell" if stated.meets(possible) else "disagrees"
    if verdict != "agrees" and (of_all or _is_of_the_larger(share, of_whole, exact)):
        return None
    expected = as_number(exact)
    vi, en = write_number(expected)
    of = f"{quote(part)} / {quote(whole)}" if whole else quote(part)
    tail = tail_of(verdict, share.text)
    return Finding(
        "share",
        (share, part, whole) if whole else (share, part),
        verdict,
        note(f"{of} là {vi}%, {tail[0]}.", f"{of} is {en}%, {tail[1]}."),
        expected=expected,
        found=share.value,
        tolerance=tolerance_of(share),
    )


def _possible(part: Claim, whole: Claim | None) -> Interval | None:
    """The percentages that the part may be, within what it and its whole are rounded by."""
    amount = interval_of(part)
    if whole is not None:
        total = interval_of(whole)
    else:
        total = None if part.total is None else Interval(Fraction(part.total), Fraction(part.total))
    return None if amount is None or total is None else share_interval(amount, total)


def _is_of_all_deputies(share: Claim, part: Claim, exact: Fraction) -> bool:
    """Whether a lower percentage of *n/m* votes is of all the deputies, those who did not come, too.

    *408/420 đại biểu (85,36%)*: so the National Assembly gives its votes.
    """
    is_vote = part.total is not None and (part.unit or "").lower() in _VOTERS
    return is_vote and Fraction(share.value or 0) < exact


def _is_of_the_larger(share: Claim, of_whole: Claim | None, exact: Fraction) -> bool:
    """Whether a percentage is of what the whole is itself a percentage of.

    *439 đại biểu (89,41%), trong đó 436 tán thành (88,80%)*: both are of all the deputies.
    """
    stated, larger = interval_of(share), None if of_whole is None else interval_of(of_whole)
    if stated is None or larger is None or larger.low is None or larger.high is None:
        return False
    return stated.meets(Interval(larger.low * exact / 100, larger.high * exact / 100))
