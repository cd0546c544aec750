"""What a numeral in words is worth below one thousand, and its decimals: *ba trăm linh năm*, *phẩy không hai*."""

import functools
import re
from decimal import Decimal

import msgspec
import regex

from vnreports.lexicon import read_table

_WORD = re.compile(r"[ ]*([^\W\d_]+)")
_LETTERS = regex.compile(r"[ ]*(\p{L}+)")
NEEDS_TENS = frozenset({"lăm", "nhăm", "mốt"})  # five and one only after mươi
DECIMAL_POINT = frozenset({"phẩy", "chấm"})


class NumberWord(msgspec.Struct, frozen=True):
    """A word as a numeral reads it; `role` is '' for a word that is no part of a numeral."""

    role: str
    value: int
    end: int
    word: str


@functools.cache
def _words() -> dict[str, tuple[str, int]]:
    return {row["word"]: (row["role"], int(row["value"])) for row in read_table("number_words")}


def word_at(text: str, position: int) -> NumberWord:
    """The word at `position` (after blanks) of lower-case text, with its role in a numeral."""
    match: re.Match[str] | regex.Match[str] | None = _WORD.match(text, position)
    if match is not None and not match[1].isalpha():  # km²: \w has signs that are no letters
        match = _LETTERS.match(text, position)
    if match is None:
        return NumberWord("", 0, position, "")
    role, value = _words().get(match[1], ("", 0))
    return NumberWord(role, value, match.end(), match[1])


def match_below_thousand(text: str, start: int, *, goes_on: bool = False) -> tuple[int, int] | None:
    """The value and end of a numeral below one thousand that begins at `start`, or None.

    `goes_on` is true after a multiplier, where *không trăm* and *linh* may open (*một nghìn không trăm linh năm*) and
    a single word may not: *một triệu hai* is spoken for 1,2 triệu, and left unread.

    >>> match_below_thousand("hai mươi lăm xã", 0), match_below_thousand("một trăm hai tám tỷ", 0)
    ((25, 12), (128, 16))
    """
    first = word_at(text, start)
    if first.role == "link" and goes_on:
        return _after_link(text, 0, first)
    if first.role == "zero":
        hundred = word_at(text, first.end)
        return _after_hundred(text, 0, hundred.end) if goes_on and hundred.role == "hundred" else None
    if first.role == "ten":
        return _after_tens(text, 10, first.end, after_ten=True)
    if first.role != "unit" or first.word in NEEDS_TENS:
        return None
    second = word_at(text, first.end)
    if second.role == "hundred":
        return _after_hundred(text, first.value * 100, second.end)
    if second.role == "tens":
        return _after_tens(text, first.value * 10, second.end)
    if goes_on and second.role != "scale":
        return None
    return first.value, first.end


def _after_hundred(text: str, hundreds: int, end: int) -> tuple[int, int]:
    first = word_at(text, end)
    if first.role == "link":
        return _after_link(text, hundreds, first) or (hundreds, end)
    if first.role == "half":
        return hundreds + 50, first.end
    if first.role == "ten":
        return _after_tens(text, hundreds + 10, first.end, after_ten=True)
    second = word_at(text, first.end)
    if first.role == "unit" and second.role == "tens":
        return _after_tens(text, hundreds + first.value * 10, second.end)
    spoken = second.role == "unit" and (second.word != "năm" or word_at(text, second.end).role == "scale")
    if first.role == "unit" and spoken:  # một trăm hai tám: mươi is left out
        return hundreds + first.value * 10 + second.value, second.end
    return hundreds, end


def _after_link(text: str, hundreds: int, link: NumberWord) -> tuple[int, int] | None:
    unit = word_at(text, link.end)
    return (hundreds + unit.value, unit.end) if unit.role == "unit" else None


def _after_tens(text: str, tens: int, end: int, *, after_ten: bool = False) -> tuple[int, int]:
    unit = word_at(text, end)
    # mười năm, ba mươi năm: years; fifteen is mười lăm. A multiplier after it decides otherwise: ba mươi năm nghìn.
    years = unit.word == "năm" and (after_ten or word_at(text, unit.end).role != "scale")
    return (tens, end) if unit.role != "unit" or years else (tens + unit.value, unit.end)


def match_decimals(text: str, start: int) -> tuple[Decimal, int] | None:
    """The decimals spoken at `start` and their end, or None: *phẩy không hai* → 0.02.

    >>> match_decimals("một phẩy không hai", 3)
    (Decimal('0.02'), 18)
    """
    point = word_at(text, start)
    if point.word not in DECIMAL_POINT:
        return None
    digits, end = "", point.end
    while (word := word_at(text, end)).role in ("unit", "zero"):
        digits, end = digits + str(word.value), word.end
    return (Decimal(f"0.{digits}"), end) if digits else None
