"""Percentages against the counts that they restate, as statcheck recomputes a p value from the figures beside it.

A percentage of a small whole is also held to what whole numbers allow, as in the GRIM test (Brown and Heathers 2017):
no part of 15 people is 35% of them.
"""

import math
from collections.abc import Iterator
from fractions import Fraction

import regex

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import Interval, as_number, interval_of, share_interval, tolerance_of
from vnreports.check.listings import Listing, find_listings
from vnreports.check.notes import note, quote, write_number
from vnreports.records import Claim

# 4.678 nhiệm vụ (77%), chiếm 70% tổng thu, đạt 80%: of the whole at hand; 59% kế hoạch, 38% thu nội địa: of another
_OF_THE_WHOLE = regex.compile(
    r"\s*(?:[).,;:]|$|so với tổng|trên tổng|trong tổng|(?:của )?tổng(?: số)?(?! mức)|trong số)"
)
_OTHER_BASE = regex.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|so với|nghị quyết|gdp|grdp|kh|năm trước|năm ngoái"
    r"|giá|vốn|mức)(?!\w)"
)
_BASE_AHEAD = regex.compile(
    r"\ (?:so\ với\ )?(?:kế\ hoạch|dự\ toán|mục\ tiêu|chỉ\ tiêu|trên\ tổng(?:\ số)?|trong\ tổng(?:\ số)?|tổng(?:\ số)?)"
    r"[^.,;:()\n\d]{0,30}\ (?:là\ )?"
)
_OUT_OF = regex.compile(r"[^.;:()\n]{0,70}(?<!\w)(?:trên|trong)\ (?:tổng\ )?(?:số\ )?(?:hơn\ |gần\ |khoảng\ )?")


def check_shares(figures: Figures) -> Iterator[Finding]:
    """What the percentages say of the amounts that they restate, where the whole is stated, too."""
    listings = list(find_listings(figures))
    for position, share in enumerate(figures.claims):
        if share.dimension != "percent" or share.difference or share.share_of is None or share.value is None:
            continue
        pair = _part_and_whole(figures, position, listings)
        if pair is not None:
            yield from _compare(share, *pair)


def _part_and_whole(figures: Figures, position: int, listings: list[Listing]) -> tuple[Claim, Claim | None] | None:
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
    if not _OF_THE_WHOLE.match(following) or _OTHER_BASE.search(following[:25].partition(")")[0].partition(",")[0]):
        return None
    if part.total is not None:
        return part, None
    if at and figures.claims[at - 1].part_of == part.id and _OUT_OF.fullmatch(figures.between(at - 1, at)):
        part, at = figures.claims[at - 1], at - 1  # 7.440 tỷ đồng trên tổng số 9.300 tỷ đồng, tương ứng 80%
    whole = figures.linked(part.part_of)
    if whole is None:
        whole = next((figures.claims[listing.whole] for listing in listings if at in listing.parts), None)
    return (part, whole) if whole is not None and _comparable(part, whole) else None


def _comparable(part: Claim, whole: Claim) -> bool:
    return part.dimension == whole.dimension and (part.dimension == "count" or part.unit == whole.unit)


def _compare(share: Claim, part: Claim, whole: Claim | None) -> Iterator[Finding]:
    amounts = interval_of(part), interval_of(whole) if whole else _total(part)
    stated = interval_of(share)
    base = part.total if whole is None else whole.value
    if amounts[0] is None or amounts[1] is None or stated is None or not base or part.value is None:
        return
    possible = share_interval(amounts[0], amounts[1])
    if possible is None:
        return
    expected = as_number(Fraction(part.value) / Fraction(base) * 100)
    vi, en = write_number(expected)
    of = f"{quote(part)} / {quote(whole)}" if whole else quote(part)
    fits = stated.meets(possible)
    if fits:
        text = note(
            f"{of} là {vi}%, khớp với {share.text} như bài viết nêu.",
            f"{of} is {en}%, as stated ({share.text}).",
        )
    else:
        text = note(
            f"{of} là {vi}%, không phải {share.text} như bài viết nêu.", f"{of} is {en}%, not the stated {share.text}."
        )
    claims = (share, part, whole) if whole else (share, part)
    yield Finding(
        "share",
        claims,
        "agrees" if fits else "disagrees",
        text,
        expected=expected,
        found=share.value,
        tolerance=tolerance_of(share),
    )


def _total(part: Claim) -> Interval | None:
    return None if part.total is None else Interval(Fraction(part.total), Fraction(part.total))


def check_attainable(figures: Figures) -> Iterator[Finding]:
    """The percentages of a small count that no whole number gives."""
    for position, share in enumerate(figures.claims):
        whole = figures.linked(share.part_of)
        if share.dimension != "percent" or whole is None or whole.dimension != "count" or share.difference:
            continue
        stated = interval_of(share)
        if (
            whole.modifier
            or not whole.value
            or share.modifier
            or stated is None
            or not figures.in_one_sentence(position, figures.index[whole.id])
        ):
            continue
        if stated.low is None or stated.high is None:
            continue
        least, most = (bound * Fraction(whole.value) / 100 for bound in (stated.low, stated.high))
        if math.ceil(least) <= math.floor(most):
            continue
        nearest = as_number(Fraction(round((least + most) / 2), 1) / Fraction(whole.value) * 100)
        vi, en = write_number(nearest)
        yield Finding(
            "attainable",
            (share, whole),
            "disagrees",
            note(
                f"không số nguyên nào là {share.text} của {quote(whole)}; gần nhất là {vi}%.",
                f"no whole number is {share.text} of {quote(whole)}; the nearest gives {en}%.",
            ),
            expected=nearest,
            found=share.value,
            tolerance=tolerance_of(share),
        )
