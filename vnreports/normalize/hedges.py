"""What a hedge says of the number beside it: *hơn* → over, *gần* → under, *khoảng* → about, *trở lên* → at_least."""

import functools

import regex

from vnreports.lexicon import one_of, read_table
from vnreports.normalize.phrases import EndingTable
from vnreports.records import Modifier
from vnreports.rules import Pattern

# nhiều hơn 5: by five more, a difference, not "over 5"; but độ cao hơn 30m: a height of over 30 m
_COMPARED = Pattern(r"(?<!độ\ |chiều\ |tầm\ )\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém|nhanh|chậm|ngắn|rẻ|đắt|tốt)\ hơn\ $")
_HEIGHT = Pattern(r"(?<=\bcao\ hơn\ )[\d.,]+\ ?(?:m|mét|km)(?!\w)(?!\ so\ với)")  # con rồng cao hơn 12 m
_NOT_LET = Pattern(r"(?<!\w)không\ (?:để|được)(?:\ [^\s.,;:]+){1,5}\ quá$")  # không để hụt thu quá 5%: at most so much

_NO_HEDGE = ("mầm ", "núi ", "nước ", "sinh ", "đẻ ", "lợn ", "bò ", "cây ")
_REACH_NOT = 48
_REACH_BEFORE = 24
_REACH_AFTER = 60  # three words at most lead to the hedge


@functools.cache
def _modifiers(side: str) -> dict[str, Modifier]:
    return {row["phrase"]: row["modifier"] for row in read_table("hedges") if row["side"] == side}  # type: ignore[misc]  # a test checks them


@functools.cache
def _before() -> EndingTable[Modifier]:
    return EndingTable(_modifiers("before"))


@functools.cache
def _after() -> "tuple[regex.Pattern[str], frozenset[str]]":
    """The pattern of the hedges after a number, and the words with which they begin."""
    phrases = _modifiers("after")
    pattern = regex.compile(rf"(?:,?\s\p{{L}}+){{0,6}}?\s*\b({one_of(phrases)})\b")
    return pattern, frozenset(phrase.split()[0] for phrase in phrases)


def read_hedge_before(text: str, start: int) -> tuple[Modifier, int] | None:
    """The modifier of the hedge that ends right before `start` in lower-case text, and where it begins.

    >>> read_hedge_before("chi hơn 46 tỷ đồng", 8)
    ('over', 4)
    >>> read_hedge_before("cao hơn 5%", 8)
    """
    earliest = max(0, start - _REACH_BEFORE)
    end = earliest + len(text[earliest:start].rstrip())
    found = _before().match(text, end)
    if found is None:
        return None
    if text.endswith("quá", found[0], end) and _NOT_LET.search(text, max(0, end - _REACH_NOT), end):
        return "at_most", found[0]
    if text.endswith("non", found[0], end) and text.endswith(_NO_HEDGE, 0, found[0]):
        return None  # mầm non 1.980 người
    compared = text[found[0] : end] == "hơn" and _COMPARED.search(text[earliest:start])
    return None if compared and not _HEIGHT.match(text, start) else (found[1], found[0])


def read_hedge_after(text: str, end: int) -> Modifier | None:
    """The modifier of the hedge right after `end` in lower-case text.

    >>> read_hedge_after("từ 5% trở lên", 5)
    'at_least'
    """
    pattern, openings = _after()
    if not any(text.find(word, end, end + _REACH_AFTER) >= 0 for word in openings):
        return None
    match = pattern.match(text, end)
    return _modifiers("after")[match[1]] if match else None
