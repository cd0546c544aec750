"""Percentages of one whole that make a hundred, within what each is rounded by."""

import re
from collections.abc import Iterator
from fractions import Fraction

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import Interval, as_number, interval_of, tolerance_of
from vnreports.check.notes import note, write_number
from vnreports.records import Claim

_LAST = re.compile(r"(?<!\w)còn lại(?: là| chỉ)? $")
_REST = re.compile(r"(?<!\w)còn lại(?!\w)")


def check_hundreds(figures: Figures) -> Iterator[Finding]:
    """What the percentages of one whole add up to: they agree at a hundred, and disagree where one is the rest."""
    for whole, positions in figures.parts_of.items():
        shares = [position for position in positions if figures.claims[position].dimension == "percent"]
        levels = [position for position in shares if not figures.claims[position].difference]
        if len(levels) < 2 or not figures.in_one_sentence(*levels):
            continue
        claims = [figures.claims[position] for position in levels]
        finding = _add_up(claims, figures.linked(whole), closed=_names_the_rest(figures, levels[-1]))
        if finding is not None:
            yield finding
    for run in _runs_to_the_rest(figures):
        finding = _add_up([figures.claims[position] for position in run], None, closed=True)
        if finding is not None:
            yield finding


def _runs_to_the_rest(figures: Figures) -> Iterator[list[int]]:
    """*77% tốt, 20% khá, còn lại 3% trung bình*: percentages side by side of which the last is the rest."""
    for last, claim in enumerate(figures.claims):
        if not last or not _is_level(claim):
            continue
        run = [last]
        while run[0] and _is_level(figures.claims[run[0] - 1]) and figures.in_one_sentence(run[0] - 1, last):
            run.insert(0, run[0] - 1)
        free = all(figures.claims[position].part_of is None for position in run)
        if len(run) > 1 and free and _LAST.search(figures.between(last - 1, last)):
            yield run


def _is_level(claim: Claim) -> bool:
    return claim.dimension == "percent" and not claim.difference and not claim.modifier and claim.share_of is None


def _names_the_rest(figures: Figures, last: int) -> bool:
    around = figures.between(last - 1, last)[-40:] + figures.after(last)[:40].partition(",")[0]
    return _REST.search(around) is not None


def _add_up(claims: list[Claim], whole: Claim | None, *, closed: bool) -> Finding | None:
    running, exact = Interval(Fraction(0), Fraction(0)), Fraction(0)
    for claim in claims:
        interval = interval_of(claim)
        if interval is None or claim.value is None:
            return None
        running, exact = running.plus(interval), exact + Fraction(claim.value)
    fits = running.holds(Fraction(100))
    if not fits and not closed:
        return None
    added = " + ".join(claim.text for claim in claims)
    total = as_number(exact)
    vi, en = write_number(total)
    return Finding(
        "hundred",
        (*claims, *((whole,) if whole else ())),
        "agrees" if fits else "disagrees",
        note(
            f"{added} cộng lại là {vi}%{', đủ 100%' if fits else ', không phải 100%'}.",
            f"{added} makes {en}%{', the whole' if fits else ', not 100%'}.",
        ),
        expected=100,
        found=total,
        tolerance=tolerance_of(*claims),
    )
