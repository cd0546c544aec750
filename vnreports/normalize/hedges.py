"""What a hedge says of the number beside it: *hơn* → over, *gần* → under, *khoảng* → about, *trở lên* → at_least."""

import functools
import re

import regex

from vnreports.lexicon import one_of, read_table
from vnreports.records import Modifier
from vnreports.rules import Pattern

# nhiều hơn 5: by five more, a difference, not "over 5"; but độ cao hơn 30m: a height of over 30 m
_COMPARED = Pattern(
    r"(?<!độ\ |chiều\ |tầm\ )\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém|nhanh|chậm|dài|ngắn|rẻ|đắt|tốt)\ hơn\ $"
)


@functools.cache
def _patterns() -> "tuple[re.Pattern[str], regex.Pattern[str]]":
    before, after = (
        one_of(row["phrase"] for row in read_table("hedges") if row["side"] == side) for side in ("before", "after")
    )
    return re.compile(rf"(?<!\w)({before})\s*$"), regex.compile(rf"(?:\s\p{{L}}+){{0,3}}?\s*\b({after})\b")


@functools.cache
def _modifiers() -> dict[str, Modifier]:
    return {row["phrase"]: row["modifier"] for row in read_table("hedges")}  # type: ignore[misc]  # a test checks them


def read_hedge_before(text: str, start: int) -> tuple[Modifier, int] | None:
    """The modifier of the hedge that ends right before `start` in lower-case text, and where it begins.

    >>> read_hedge_before("chi hơn 46 tỷ đồng", 8)
    ('over', 4)
    >>> read_hedge_before("cao hơn 5%", 8)
    """
    window = text[max(0, start - 24) : start]
    match = _patterns()[0].search(window)
    if match is not None and match[1] == "hơn" and _COMPARED.search(window):
        return None
    return (_modifiers()[match[1]], start - len(window) + match.start()) if match else None


def read_hedge_after(text: str, end: int) -> Modifier | None:
    """The modifier of the hedge right after `end` in lower-case text.

    >>> read_hedge_after("từ 5% trở lên", 5)
    'at_least'
    """
    match = _patterns()[1].match(text, end)
    return _modifiers()[match[1]] if match else None
