"""What a unit stands for: currencies, percent signs, measures, and quotients of them."""

import functools
import re

import msgspec

from vnreports.lexicon import one_of, read_table
from vnreports.records import Dimension

_PERIODS_AND_MEASURES = (
    "tháng|năm|ngày|giờ|tuần|quý|đêm|lần|lít|kg|ha|hecta|m2|m²|mét vuông|m3|m³|mét khối|tấn|tạ|thùng|ounce|lượng|chỉ|"
    "km|mét|kwh|sào|cổ phiếu"
)
_PERIODS_AND_PIECES = (
    f"{_PERIODS_AND_MEASURES}|người|căn|suất|con|xe|lượt|sản phẩm|trường hợp|hộ|học sinh|em|vé|cây|quả"
)
# đồng/người/tháng; đồng một tháng; đồng mỗi kg; but 3 triệu đồng mỗi hộ is money that each of them gets
_PER = re.compile(
    rf"\ ?/\ ?(?:0?1\ ?)?(?P<slash>(?:{_PERIODS_AND_PIECES}|km2|km²|m\ [23](?!\d)|[^\W\d_]+)(?!\w))"
    rf"|\ (?:một|trên\ một)\ (?P<one>{_PERIODS_AND_PIECES})(?!\w)"
    rf"|\ (?:mỗi|cho\ mỗi|trên\ mỗi)\ (?P<each>{_PERIODS_AND_MEASURES})(?!\w)"
)
_PHRASE = re.compile(r"[^\W\d_]+(?:\ [^\W\d_]+){1,4}(?!\w)")
_OPENS_PER = ("/", " /", " một ", " mỗi ", " cho ", " trên ")
# 2 triệu tấn xi măng/năm: what is made may stand between the unit and its period
_OF_WHAT_PER_PERIOD = re.compile(
    r"(?:\ [^\W\d_]+){1,3}/(?P<period>năm|tháng|ngày|giờ|vụ)(?!\w)|\ sàn/(?P<person>người)(?!\w)"  # 27 m2 sàn/người
)


class Unit(msgspec.Struct, frozen=True):
    """A unit read at some place: its dimension, symbol and end."""

    dimension: Dimension
    symbol: str
    end: int
    needs_multiplier: bool = False


@functools.cache
def _units() -> dict[str, Unit]:
    return {
        row["form"]: Unit(row["dimension"], row["unit"], 0, row["needs"] == "multiplier")  # type: ignore[arg-type]
        for row in read_table("units")  # a test checks the dimensions
    }


@functools.cache
def _phrases() -> frozenset[str]:
    """The counted nouns of several syllables: *đồng/trường hợp*."""
    return frozenset(row["noun"] for row in read_table("counted_nouns") if " " in row["noun"])


@functools.cache
def _opening() -> re.Pattern[str]:
    """The forms with no more letters after them: most numbers have no unit, and so it is soon told."""
    words = one_of(form for form in _units() if form[-1].isalnum())
    signs = one_of(form for form in _units() if not form[-1].isalnum())
    return re.compile(rf"\ ?(?:{words}(?![a-zà-öø-ýăđĩũơưạ-ỹ])|{signs})")


@functools.cache
def _pattern() -> re.Pattern[str]:
    others = {row["form"]: row["not_before"] for row in read_table("units")}

    def end_of(form: str) -> str:
        other = "" if others[form] == "-" else rf"(?!\ ?(?:{others[form]})(?!\w))"
        return (r"(?!\w)" if form[-1].isalnum() else "") + other

    return re.compile(rf"\ ?(?P<unit>{one_of(others, then=end_of)})")


def match_unit(text: str, start: int) -> Unit | None:
    """The unit right after a number that ends at `start` of lower-case text, with its divisor, or None.

    >>> match_unit("290.000 đồng/m² đất", 7)
    Unit(dimension='rate', symbol='VND/m2', end=15, needs_multiplier=False)
    """
    match = _pattern().match(text, start) if _opening().match(text, start) else None
    if match is None:
        return None
    unit = _units()[match["unit"]]
    per, end = match_per(text, match.end())
    if per:
        return Unit("rate", unit.symbol + per, end, unit.needs_multiplier)
    return Unit(unit.dimension, unit.symbol, end, unit.needs_multiplier)


def match_per(text: str, start: int) -> tuple[str, int]:
    """The divisors right after a unit, as in a quotient of symbols, and their end; ('', start) where there is none.

    >>> match_per("triệu đồng/người/tháng", 10)
    ('/người/tháng', 22)
    """
    made = _OF_WHAT_PER_PERIOD.match(text, start)
    if made is not None:
        return "/" + (made["period"] or made["person"]), made.end()
    per, end = "", start
    while text.startswith(_OPENS_PER, end) and (match := _PER.match(text, end)):
        divisor = match["one"] or match["each"] or _phrase_at(text, match.start("slash")) or match["slash"]
        per += "/" + (_units()[divisor].symbol if divisor in _units() else divisor)
        end = match.start(match.lastgroup or "slash") + len(divisor)
    return per, end


def _phrase_at(text: str, start: int) -> str | None:
    """The longest counted noun of several syllables at `start`, or None."""
    phrase = match[0] if (match := _PHRASE.match(text, start)) else ""
    while " " in phrase and phrase not in _phrases():
        phrase = phrase.rpartition(" ")[0]
    return phrase if " " in phrase else None
