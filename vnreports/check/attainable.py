"""Percentages that no whole number of a small whole gives: no part of 15 people is 35% of them.

This is the GRIM test (Brown and Heathers 2017), on percentages instead of means.
"""

import math
import re
from collections.abc import Iterator
from fractions import Fraction

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import as_number, interval_of, tolerance_of
from vnreports.check.notes import note, quote, write_number
from vnreports.records import Claim

_FEWEST = 10  # of two parts of a project one may well be 75% of its cost
# 30% vốn, 45% diện tích of a group of things: not so many of the things
_OF_SOMETHING_ELSE = re.compile(r"\ (?!là|đã|chưa|được|đang|không|có|đạt|qua|số|trong|so)[^\W\d_]|\s*\d")
_TAKES_A_SHARE = re.compile(r"(?<!\w)(?:chiếm|nắm|góp|hơn|tăng|giảm|lãi suất|giá)(?!\w)[^,.;:]{0,20}$")


def check_attainable(figures: Figures) -> Iterator[Finding]:
    """The percentages of a small count that no whole number gives."""
    for position, share in enumerate(figures.claims):
        whole = figures.linked(share.part_of)
        if whole is None or not _is_of_a_count(figures, position, whole):
            continue
        stated, size = interval_of(share), Fraction(whole.value or 0)
        if stated is None or stated.low is None or stated.high is None:
            continue
        least, most = stated.low * size / 100, stated.high * size / 100
        if math.ceil(least) <= math.floor(most):
            continue
        nearest = as_number(Fraction(round((least + most) / 2)) / size * 100)
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


def _is_of_a_count(figures: Figures, position: int, whole: Claim) -> bool:
    """Whether the words make a percentage the share of the things counted, and of nothing else about them."""
    share = figures.claims[position]
    plain = share.modifier is None and whole.modifier is None and not share.difference
    if share.dimension != "percent" or whole.dimension != "count" or not plain or (whole.value or 0) < _FEWEST:
        return False
    if not figures.in_one_sentence(position, figures.index[whole.id]):
        return False
    of_another = _OF_SOMETHING_ELSE.match(figures.after(position)) or _TAKES_A_SHARE.search(figures.before(position))
    return of_another is None
