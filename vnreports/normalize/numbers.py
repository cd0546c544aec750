"""What a numeral is worth: digits and words with every multiplier, exactly.

*4.063,6 tỷ*, *3,5 nghìn tỷ*, *1 tỷ 200 triệu*, *hai trăm ba mươi lăm nghìn*, *một tỷ rưỡi*, *1.5 triệu*, *4,063.6*.
A dot before exactly three digits groups thousands, a comma marks decimals; the English way round is read where only
that makes sense (*4,063.6*, *1,234,567*, *1.5*).
"""

import math
import re
from decimal import Decimal

import msgspec
import regex

from vnreports.lexicon import one_of, read_table
from vnreports.normalize.number_words import (
    DECIMAL_POINT,
    NEEDS_TENS,
    NumberWord,
    match_below_thousand,
    match_decimals,
    word_at,
)
from vnreports.records import Number
from vnreports.text import fold_string

# The alternatives are tried in order: what looks like two ways of writing is decided by the earlier line.
DIGITS = r"""
    (?: [1-9]\d{0,2} (?:\.\d{3})+ (?:,\d+)?        # 4.063,6   12.345.678
      | [1-9]\d{0,2} (?:,\d{3})+ \.\d+             # 4,063.6   English
      | [1-9]\d{0,2} (?:,\d{3}){2,}                # 1,234,567 English
      | [1-9]\d{0,2} (?:\ \d{3})+ (?!\d) (?:,\d+)? # 12 500    blank between thousands
      | \d+ , \d+                                  # 95,9
      | \d+ \. \d+                                 # 1.5
      | \d+
    ) (?! \d | [.,]\d )
"""
_DIGITS = regex.compile(DIGITS, regex.VERBOSE)
_MULTIPLIER = one_of(row["word"] for row in read_table("number_words") if row["role"] in ("scale", "hundred"))
# digits with nothing after them that could go on: no more digits, no multiplier (but 34 tỉnh)
_PLAIN = re.compile(
    rf"""(?P<whole> [1-9]\d{{0,2}} (?:\.\d{{3}}){{1,5}}+ | \d{{1,18}}+ ) (?P<decimals> ,\d{{1,9}}+ )?+
         (?! \ ?\d | [.,]\d | \ *{_MULTIPLIER}(?![a-z]) )""",
    re.VERBOSE,
)
_ZEROS = tuple(row["word"] for row in read_table("number_words") if row["role"] == "zero")
_OPENING_ROLES = frozenset({"unit", "ten", "zero"})
_MINUS = regex.compile(r"(?:âm|trừ)\ |[-−](?=\d)")


class Numeral(msgspec.Struct, frozen=True):
    """A numeral read at some place: its value, the worth of its last digit, its end, and its largest multiplier."""

    value: Number
    precision: Number
    end: int
    scale: int = 1
    in_words: bool = False


class _Piece(msgspec.Struct, frozen=True):
    value: Decimal
    precision: Decimal
    end: int
    in_words: bool


def read_number(string: str) -> Number | None:
    """The value of a numeral, or None where the whole string is not one.

    >>> read_number("4.063,6 tỷ")
    4063600000000
    >>> read_number("hai trăm ba mươi lăm nghìn"), read_number("âm 95,9"), read_number("một tỷ rưỡi")
    (235000, Decimal('-95.9'), 1500000000)
    """
    text = " ".join(fold_string(string).lower().split())
    if text == "không":
        return 0
    minus = _MINUS.match(text)
    numeral = match_number(text, minus.end() if minus else 0)
    if numeral is None or numeral.end != len(text):
        return None
    return -numeral.value if minus else numeral.value


def exact(value: Decimal) -> Number:
    """The number as an int where it is whole, else as a plain Decimal without trailing zeros.

    >>> exact(Decimal("4.50")), exact(Decimal("1E+3"))
    (Decimal('4.5'), 1000)
    """
    return int(value) if value == value.to_integral_value() else value.normalize()


def match_number(text: str, start: int) -> Numeral | None:
    """The longest numeral that begins at `start` of the folded, lower-case text, or None.

    >>> match_number("còn 1 tỷ 200 triệu đồng", 4)
    Numeral(value=1200000000, precision=1000000, end=18, scale=1000000000, in_words=False)
    """
    digits = _PLAIN.match(text, start)
    if digits is not None:
        return _read_plain(digits)
    if text[start : start + 1].isalpha():
        word = word_at(text, start)
        if word.role not in _OPENING_ROLES:
            return None
        if _stands_alone(text, word):
            return Numeral(word.value, 1, word.end, in_words=True)
    return _match_compound(text, start)


def _read_plain(digits: re.Match[str]) -> Numeral:
    """The number in digits with nothing after them that could go on: most are no more than that."""
    whole, decimals = digits["whole"].replace(".", ""), digits["decimals"]
    if decimals is None:
        return Numeral(int(whole), 1, digits.end())
    value = exact(Decimal(f"{whole}.{decimals[1:]}"))
    return Numeral(value, Decimal(1).scaleb(1 - len(decimals)), digits.end())


def _stands_alone(text: str, word: NumberWord) -> bool:
    """Whether the number word is all of its numeral."""
    if word.role != "unit" or word.word in NEEDS_TENS:
        return False
    following = word_at(text, word.end)
    return not following.role and following.word not in DECIMAL_POINT


def _match_compound(text: str, start: int) -> Numeral | None:
    """The numeral at `start`, with its thousands, decimals and multipliers."""
    pieces: list[tuple[Decimal, int]] = []  # the value and multiplier of each piece: 1 tỷ, 200 triệu
    position, precision, end, in_words = start, Decimal(1), start, False
    while (piece := _match_piece(text, position, goes_on=bool(pieces))) is not None:
        scales, after = _match_scales(text, piece.end)
        worth = math.prod(scales)
        if pieces and not _goes_on(pieces[-1], piece, scales):
            break
        value = piece.value
        if scales:
            while pieces and pieces[-1][1] < worth:  # hai mươi ba nghìn năm trăm tỷ: the tỷ multiplies all before it
                value += pieces.pop()[0]
        value *= worth
        precision, end, in_words = piece.precision * worth, after, in_words or piece.in_words
        extra = _match_half(text, end, scales) or (match_decimals(text, end) if in_words and scales else None)
        if extra is not None:
            value, end, precision = value + extra[0], extra[1], Decimal(1).scaleb(_exponent(extra[0].normalize()))
        pieces.append((value, worth))
        if extra is not None or not scales:
            break
        position = _skip_blank(text, end + 1 if in_words and text.startswith(", ", end) else end)
    if not pieces:
        return None
    total = sum((value for value, _ in pieces), Decimal(0))
    return Numeral(exact(total), exact(precision), end, max(scale for _, scale in pieces), in_words)


def _match_piece(text: str, start: int, *, goes_on: bool) -> _Piece | None:
    """The numeral at `start` without its multiplier, in digits or in words."""
    match = _DIGITS.match(text, start) if text[start : start + 1].isdigit() else None
    if match is not None:
        value = read_digits(match[0])
        return _Piece(value, Decimal(1).scaleb(min(0, _exponent(value))), match.end(), False)
    if text[start : start + 1].isspace():
        return None
    words = match_below_thousand(text, start, goes_on=goes_on)
    if words is None and text.startswith(_ZEROS, start):
        zero = word_at(text, start)
        words = (0, zero.end) if zero.role == "zero" and match_decimals(text, zero.end) else None
    if words is None:
        return None
    decimals = match_decimals(text, words[1])
    if decimals is None:
        return _Piece(Decimal(words[0]), Decimal(1), words[1], True)
    return _Piece(words[0] + decimals[0], Decimal(1).scaleb(_exponent(decimals[0])), decimals[1], True)


def _goes_on(last: tuple[Decimal, int], piece: _Piece, scales: list[int]) -> bool:
    """Whether a piece belongs to the numeral before it: *1 tỷ | 200 triệu*, *một nghìn | hai trăm*, no *1 tỷ | 200*."""
    worth = math.prod(scales)
    if not scales:
        return piece.in_words and last[1] >= 1000
    return piece.value * worth < last[1] or worth > last[1]


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def read_digits(digits: str) -> Decimal:
    """The exact value of a numeral in digits, as matched by `DIGITS`.

    >>> read_digits("4.063,6"), read_digits("4,063.6"), read_digits("1.5"), read_digits("0.125")
    (Decimal('4063.6'), Decimal('4063.6'), Decimal('1.5'), Decimal('0.125'))
    """
    digits = digits.replace(" ", "")
    if digits.count(",") > 1 or (0 <= digits.find(",") < digits.find(".")):
        return Decimal(digits.replace(",", ""))
    whole, dot, fraction = digits.partition(".")
    if dot and (len(fraction) != 3 or whole == "0") and "," not in fraction and "." not in fraction:
        return Decimal(digits)
    return Decimal(digits.replace(".", "").replace(",", "."))


_NO_SCALE = (" phú", " lệ", " trọng")  # 5 tỷ phú, một tỷ lệ


def _match_scales(text: str, position: int) -> tuple[list[int], int]:
    """The multipliers right after a numeral (*nghìn tỷ* → 1000, 1000000000) and where they end."""
    scales: list[int] = []
    while True:
        word = word_at(text, position)
        spoken_hundred = word.role == "hundred" and not scales and word_at(text, word.end).role == "scale"
        if word.role != "scale" and not spoken_hundred:  # 5 trăm triệu
            return scales, position
        if text.startswith(_NO_SCALE, word.end):
            return scales, position
        scales.append(word.value)
        position = word.end


def _match_half(text: str, position: int, scales: list[int]) -> tuple[Decimal, int] | None:
    word = word_at(text, position)
    return (Decimal(scales[-1]) / 2, word.end) if scales and word.role == "half" else None


def _skip_blank(text: str, position: int) -> int:
    while text[position : position + 1] == " ":
        position += 1
    return position
