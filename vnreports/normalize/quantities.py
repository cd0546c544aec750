"""What an amount is worth: a number with its multiplier and unit, a range, a part of a total, a share, an order.

*hơn 4.063,6 tỷ đồng*, *8,3-8,5%*, *126/126*, *từ 50.000 đến 540.000 đồng một tháng*, *hàng nghìn*, *một nửa*.
"""

from decimal import Decimal
from fractions import Fraction

import msgspec

from vnreports.normalize.hedges import read_hedge_after, read_hedge_before
from vnreports.normalize.number_words import word_at
from vnreports.normalize.numbers import Numeral, exact, match_number
from vnreports.normalize.units import Unit, match_unit
from vnreports.records import Dimension, Modifier, Number
from vnreports.rules import Pattern
from vnreports.text import fold_string

MONEY_SCALE = 10**9
# hàng nghìn, vài chục nghìn tỷ, nhiều tỷ đồng, cả trăm: the order is told, not the number
_ORDER_OPENS = ("hàng", "hằng", "cả", "một vài", "vài", "mấy", "nhiều")
# dự án nghìn tỷ, món nợ trăm triệu đồng: with no number before it
_BARE_ORDER = Pattern(r"(?:chục|trăm|nghìn|ngàn|vạn)(?=\ (?:tỷ|tỉ|triệu)(?!\w))")
_BARE_ORDER_OPENS = ("chục", "trăm", "nghìn", "ngàn", "vạn")
_ORDER = Pattern(
    r"(?:(?:hàng|hằng|cả|(?:một\ )?vài|mấy)(?=\ (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b)"
    r"|nhiều(?=\ (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\ (?:đồng|usd|tỷ|triệu|đô)))",
    plain=True,
)
_ROUND = Pattern(
    r"(?<=(?:hơn|gần)\ )(?:chục|trăm(?:\ (?:nghìn|ngàn))?|nghìn|ngàn|vạn)(?=\ \p{L})(?!\ (?:triệu|tỷ|tỉ))", plain=True
)
_ROUND_OPENS = ("chục", "trăm", "nghìn", "ngàn", "vạn")
_DOUBLE = Pattern(r"gấp\ (?P<times>đôi|rưỡi)(?!\w)")
_TIMES: dict[str, Number] = {"đôi": 2, "rưỡi": Decimal("1.5")}
_HALF = Pattern(
    r"(?:(?:một|1)\ nửa|(?<=\b(?:hơn|gần|quá|khoảng|non|phân|chưa\ (?:được|đến|tới))\ )nửa|nửa(?=\ số\ ))\b"
    r"(?!\ (?:năm|tháng|ngày|giờ|đầu|cuối|đêm|sau))"
)
_HALF_OF = Pattern(r"(?:(?:một|1)\ )?nửa(?=\ (?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))")  # hơn nửa tỷ đồng
_MEASURES: frozenset[Dimension] = frozenset({"length", "area", "mass", "volume"})
_SIGN = {"$": "USD", "€": "EUR", "£": "GBP"}
_METRES = Pattern(r"(?P<whole>\d)m(?P<hundredths>\d\d)(?![\w/])", plain=True)  # cao 1m83
_PARTS = Pattern(r"\ phần\ (?=\w)")
# what joins two numbers to one amount: the slash of n/m, or the dash (en and em dashes, too) or word of a range
_JOINT = Pattern(r"\ ?(?:(?P<slash>/\ ?(?=\d))|[-–—]\ ?)|\ (?:đến|tới)\ (?:hơn\ |gần\ |khoảng\ |dưới\ )?", plain=True)
_NEXT_NUMBER = Pattern(r",?\ ", plain=True)
_LIKENED = Pattern(r"(?:bằng|chiếm|khoảng|gần|hơn|của\ [^.;:\n]{1,30}(?:,|\ và))\ 1$")  # chỉ bằng 1/30 của nước bạn
_SHARE_CONTEXT = Pattern(
    r"\ (?:số|tổng|diện\ tích|dân\ số|lượng|thời\ gian|chiều|trong|của|mức|nhu\ cầu|giá|so|kế\ hoạch|quãng|chặng)\b"
)

_SHARE_LED = Pattern(r"(?<!\w)(?:chiếm|bằng|quá|hơn|gần|khoảng|thậm\ chí)\ \d$")  # chiếm 3/4; but có 5/9 xã


class Quantity(msgspec.Struct, frozen=True):
    """An amount read at some place; `end` is the offset after its unit, `scale` its largest multiplier."""

    end: int
    rule: str
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    total: Number | None = None
    dimension: Dimension = "count"
    unit: str | None = None
    modifier: Modifier | None = None
    precision: Number = 1
    scale: int = 1
    in_words: bool = False


def read_quantity(string: str) -> Quantity | None:
    """The amount that the whole string states, hedge included, or None.

    >>> read_quantity("hơn 4.063,6 tỷ đồng").value, read_quantity("hơn 4.063,6 tỷ đồng").modifier
    (4063600000000, 'over')
    >>> read_quantity("8,3-8,5%").low, read_quantity("126/126").total, read_quantity("hàng nghìn").modifier
    (Decimal('8.3'), 126, 'order')
    """
    text = " ".join(fold_string(string).lower().split())
    for start in range(len(text)):
        if start and text[start - 1] != " ":
            continue
        quantity = match_quantity(text, start)
        if quantity is None:
            continue
        before = read_hedge_before(text, start)
        after = read_hedge_after(text, quantity.end)
        whole = (before[1] if before else start) == 0 and (after is not None or quantity.end == len(text))
        modifier = quantity.modifier or (before[0] if before else after)
        return msgspec.structs.replace(quantity, modifier=modifier) if whole else None
    return None


def match_quantity(text: str, start: int) -> Quantity | None:
    """The longest amount that begins at `start` of the folded, lower-case text, without hedges, or None."""
    sign = _SIGN.get(text[start : start + 1])
    if sign is not None:
        numeral = match_number(text, start + 1)
        return _plain(numeral, Unit("money", sign, numeral.end)) if numeral else None
    if text[start : start + 1].isdigit():
        return _match_half(text, start) or _match_numeral(text, start)
    return (
        _match_order(text, start)
        or _match_half(text, start)
        or _match_double(text, start)
        or _match_round(text, start)
        or _match_numeral(text, start)
    )


def _match_order(text: str, start: int) -> Quantity | None:
    """*hàng chục nghìn*: the order's unit."""
    opening = _ORDER.match(text, start) if text.startswith(_ORDER_OPENS, start) else None
    bare = _BARE_ORDER.match(text, start) if text.startswith(_BARE_ORDER_OPENS, start) else None
    if opening is None and bare is None:
        return None
    value, end = 1, opening.end() if opening else start
    while (word := word_at(text, end)).role in ("scale", "hundred"):
        value, end = value * word.value, word.end
    unit = match_unit(text, end)
    quantity = Quantity(end, "order", value=value, modifier="order", precision=value, scale=value, in_words=True)
    return _with_unit(quantity, unit)


def _match_half(text: str, start: int) -> Quantity | None:
    if not text.startswith(("một nửa", "1 nửa", "nửa"), start):
        return None
    if scaled := _HALF_OF.match(text, start):
        scale = word_at(text, scaled.end())
        value = exact(Decimal(scale.value) / 2)
        quantity = Quantity(scale.end, "number", value=value, precision=value, scale=scale.value, in_words=True)
        return _with_unit(quantity, match_unit(text, scale.end))
    unit = match_unit(text, start + len("nửa")) if text.startswith("nửa ", start) else None
    if unit is not None and unit.dimension in _MEASURES:  # nửa mét
        quantity = Quantity(start, "half", value=Decimal("0.5"), precision=Decimal("0.5"), in_words=True)
        return _with_unit(quantity, unit)
    half = _HALF.match(text, start)
    if half is None:
        return None
    return Quantity(
        half.end(), "half", value=Decimal("0.5"), dimension="ratio", precision=Decimal("0.1"), in_words=True
    )


def _match_round(text: str, start: int) -> Quantity | None:
    """*hơn chục người*, *gần trăm hộ*: ten, a hundred, with its hedge."""
    found = _ROUND.match(text, start) if text.startswith(_ROUND_OPENS, start) else None
    if found is None:
        return None
    value, end = 1, start
    while end < found.end() and (word := word_at(text, end)).role in ("scale", "hundred"):
        value, end = value * word.value, word.end
    quantity = Quantity(found.end(), "number", value=value, precision=value, scale=value, in_words=True)
    return _with_unit(quantity, match_unit(text, found.end()))


def _match_double(text: str, start: int) -> Quantity | None:
    """*gấp đôi*, *gấp rưỡi*: the whole expression."""
    double = _DOUBLE.match(text, start) if text.startswith("gấp", start) else None
    if double is None:
        return None
    return Quantity(double.end(), "times", value=_TIMES[double["times"]], dimension="ratio", unit="lần", in_words=True)


def _match_numeral(text: str, start: int) -> Quantity | None:
    first = match_number(text, start)
    if first is None:
        return None
    if text.startswith(" (", first.end):
        first = _told_twice(text, first)
    parts = _PARTS.match(text, first.end) if text.startswith(" phần ", first.end) else None
    if (
        parts
        and (denominator := match_number(text, parts.end()))
        and not text.startswith(("trăm", "nghìn"), parts.end())
    ):
        return _share(first, denominator)
    if text.startswith("m", first.end) and (metres := _METRES.match(text, start)):
        value = exact(Decimal(f"{metres['whole']}.{metres['hundredths']}"))
        return Quantity(metres.end(), "measure", value=value, dimension="length", unit="m", precision=Decimal("0.01"))
    unit = match_unit(text, first.end)
    joint = _JOINT.match(text, unit.end if unit is not None else first.end)
    if joint is not None and joint["slash"]:
        joined = _match_of_total(text, first, unit, joint.end())
    elif joint is not None:
        joined = _range(text, first, unit, match_number(text, joint.end()))
    else:
        joined = _match_next(text, first, unit)
    return joined or _plain(first, unit)


def _told_twice(text: str, first: Numeral) -> Numeral:
    """The numeral with itself in brackets after it: *ba (03) người*, *03 (ba) người*; else as it is."""
    again = match_number(text, first.end + len(" ("))
    if again is None or again.value != first.value or again.in_words == first.in_words or text[again.end :][:1] != ")":
        return first
    return msgspec.structs.replace(first, end=again.end + 1, in_words=False)


def _plain(numeral: Numeral, unit: Unit | None) -> Quantity:
    quantity = Quantity(
        numeral.end, "number", value=numeral.value, precision=numeral.precision, scale=numeral.scale,
        in_words=numeral.in_words,
    )  # fmt: skip
    return _with_unit(quantity, unit)


def _share(numerator: Numeral, denominator: Numeral) -> Quantity | None:
    if denominator.value == 0:
        return None
    share = Fraction(numerator.value) / Fraction(denominator.value)
    value = exact(round(Decimal(share.numerator) / Decimal(share.denominator), 10))
    return Quantity(
        denominator.end, "fraction", value=value, dimension="ratio", precision=Decimal("0.01"),
        in_words=numerator.in_words,
    )  # fmt: skip


def _match_of_total(text: str, first: Numeral, inner: Unit | None, start: int) -> Quantity | None:
    """*126/126*, *250 ha/4.250 ha*, *2 tỷ đồng/9 tỷ đồng*: n of m, with the m at `start`; *1/3 dân số*: a share."""
    total = match_number(text, start)
    if total is None or first.scale > total.scale or text[total.end : total.end + 1] == "/":
        return None
    small = first.value < total.value <= 10 or (first.value == 1 and _LIKENED.search(text[: first.end]) is not None)
    led = _SHARE_LED.search(text, max(0, first.end - 16), first.end)
    if small and (first.value == 1 or led or _SHARE_CONTEXT.match(text, total.end)):
        return _share(first, total)
    worth = total.scale if first.scale == 1 else 1  # 2/9 tỷ đồng: both are thousands of millions
    unit = match_unit(text, total.end)
    if inner is not None and (unit is None or unit.symbol != inner.symbol):
        return None
    quantity = Quantity(
        total.end, "of_total", value=exact(first.value * Decimal(worth)), total=total.value,
        precision=exact(first.precision * Decimal(worth)), scale=total.scale,
    )  # fmt: skip
    return _with_unit(quantity, unit)


def _match_next(text: str, first: Numeral, unit_of_first: Unit | None) -> Quantity | None:
    """*một, hai xe*, *hai ba người*: a number in words and the next one."""
    blank = _NEXT_NUMBER.match(text, first.end) if first.in_words and first.value < 10 else None
    second = match_number(text, blank.end()) if blank else None
    if second is None or not second.in_words or second.value != (first.value + 1) * second.scale:
        return None
    return _range(text, first, unit_of_first, second)


def _range(text: str, first: Numeral, unit_of_first: Unit | None, second: Numeral | None) -> Quantity | None:
    """*8,3-8,5%*, *5 đến 7 triệu đồng*, *5% - 7%*: both ends in one unit, the lower first."""
    if second is None or text[second.end : second.end + 1] in ("/", "-", "–"):
        return None
    unit = match_unit(text, second.end)
    if unit_of_first is not None and (unit is None or unit.symbol.split("/")[0] != unit_of_first.symbol.split("/")[0]):
        return None  # từ 10 triệu đồng đến 30 triệu đồng/trường hợp is one range
    low = Decimal(first.value)
    if first.scale == 1 and second.scale > 1 and unit_of_first is None and low * second.scale < second.value:
        low *= second.scale  # 3-5 triệu: both are millions; not 700.000 - 1 triệu
    if low >= second.value:
        return None
    quantity = Quantity(
        second.end, "range", low=exact(low), high=second.value, precision=second.precision, scale=second.scale,
        in_words=first.in_words,
    )  # fmt: skip
    return _with_unit(quantity, unit)


def _with_unit(quantity: Quantity, unit: Unit | None) -> Quantity:
    if unit is None or (unit.needs_multiplier and quantity.scale == 1):
        return quantity
    rule = quantity.rule if quantity.rule != "number" else _RULE_OF_DIMENSION.get(unit.dimension, "measure")
    return msgspec.structs.replace(quantity, end=unit.end, dimension=unit.dimension, unit=unit.symbol, rule=rule)


_RULE_OF_DIMENSION: dict[Dimension, str] = {"money": "money", "percent": "percent", "rate": "rate", "ratio": "times"}
