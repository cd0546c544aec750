"""Where amounts stand in a report: every number that states how much or how many, with its unit and its hedge."""

import re
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from vnreports.extract.amounts import Amount
from vnreports.extract.borrowed_units import borrow_units
from vnreports.extract.counted_before import RULE as COUNTED_BEFORE
from vnreports.extract.counted_before import is_counted_before
from vnreports.extract.labels import find_labels
from vnreports.extract.refusals import is_glued, one_counts, states_an_amount
from vnreports.lexicon import one_of, read_table
from vnreports.normalize.hedges import read_hedge_after, read_hedge_before
from vnreports.normalize.nouns import Noun, is_administrative, match_noun, measured_before, noun_phrase_end
from vnreports.normalize.quantities import MONEY_SCALE, Quantity, match_quantity
from vnreports.page import Page
from vnreports.records import Date, Dimension, Modifier
from vnreports.rules import Pattern

# *một* alone counts nothing: it opens an amount before another number word, a unit, or what makes it a part or a range
_ONE_OPENS = one_of(
    [
        *(row["word"] for row in read_table("number_words")),
        *(row["form"] for row in read_table("units")),
        *"nửa phần vài đến tới - – — /".split(),
    ]
)
AMOUNT_OPENERS = frozenset(
    "$ € £ hàng hằng cả vài mấy nhiều gấp nửa một hai ba bốn năm sáu bảy bẩy tám chín mười chục trăm nghìn ngàn"
    " vạn".split()
)
_MINUS = ("(-", "(–", "(−")
_NO_RATIO = 1000  # nothing grows a thousand times: it happened as often
_COUNTED = Pattern(r"\d(?:\ \p{L}+){1,4}/$")
_PER_SO_MANY = frozenset({"1", "01", "10", "100", "1.000"})  # 80 miligam/100 ml
_NO_MORE = sys.maxsize, sys.maxsize
_AFTER_ONE = re.compile(rf",?\ (?:{_ONE_OPENS}|\(0?1\))")
_MONEY_CONTEXT = Pattern(
    r"\b(?:kinh\ phí|vốn|chi|thu|nộp|phạt|hỗ\ trợ|lương|giá|tiền|doanh\ thu|ngân\ sách|thưởng|quỹ|nợ|lãi|lỗ|vay|bán|"
    r"mua|tốn|tốn\ kém|ngốn|thiệt\ hại|trị\ giá)\b",
    plain=True,
)
_TIMES_CONTEXT = Pattern(
    r"\b(?:gấp|chênh|đắt|rẻ|kém|tăng|giảm(?!\ nhẹ)|cao|thấp|lớn|nhiều|nhanh|bằng)\b[^.;]{0,24}$|\bvượt\b[^.;]{0,50}$",
    plain=True,
)
_PER = Pattern(
    r"\ ?/\ ?(?:năm|tháng|ngày|giờ|phút|giây|tuần|quý|người|phụ\ nữ|hộ|lớp|phòng|km2|km²|ha"
    r"|(?:vạn|1\.000|10\.000|100\.000)\ dân|lượt|xã|trường|huyện|tỉnh|ngành|đơn\ vị|cơ\ sở)(?!\w)"
    r"|\ \p{L}+(?:\ \p{L}+)?/(?:năm|tháng|ngày)(?!\w)"  # 5.000 người mắc/năm
    r"|(?P<each>\ (?:(?!(?:trong|cho|vào|của|là|thì|và|được)\ )\p{L}+\ mỗi|mỗi|một)\ )"  # 50 cây cầu cao mỗi năm
    r"(?:năm|tháng|ngày|giờ|phút|giây|tuần|quý|kg|m2|m²|ha|lít|tấn)(?!\w|\ (?:trước|sau|nay|qua|tới|lần))",
    plain=True,
)
# tổng biên chế được giao là 1.234, biên chế: 56
_POSTS = Pattern(
    r"(?<!\w)biên\ chế(?::|(?:\ (?:[^\W\d_]+|20\d\d)){0,9}?\ (?:là|còn|có|giao|mặt|đạt|từ|lên|xuống))\ $", plain=True
)
# what something may be on
_ON = (
    "xã", "phường", "tỉnh", "huyện", "quận", "địa", "thành", "đơn vị", "châu", "lĩnh", "bình diện", "đoạn", "tuyến",
    "mặt", "kênh", "tàu", "xe",
)  # fmt: skip
_OUT_OF = Pattern(r"\d\ \p{L}+\ $")
_COMMA_THOUSANDS = Pattern(r"[1-9]\d{0,2},(?:\d00|\d{3}(?=\ ?(?:đồng|đ|vnđ|vnd|usd)(?!\w)))(?!\d|[.,]\d)", plain=True)
_MOVING = Pattern(r"(?<!\w)(?:tăng|giảm|nâng|hạ|rút|điều\ chỉnh|mở\ rộng|vượt|đưa)(?!\w)[^.;:\n]*$")


def find_amounts(page: Page, taken: Sequence[tuple[int, int]]) -> list[Amount]:
    """The amounts of the page in text order; what stands in a span that is `taken` (see `find_taken`) is none."""
    amounts: list[Amount] = []
    end = 0
    for start, word in uncovered(page.syllables.find(AMOUNT_OPENERS), taken):
        if start < end or not _may_open(page.lower, start, word):
            continue
        quantity = match_quantity(page.lower, start)
        last = amounts[-1] if amounts else None
        amount = _read_amount(page, start, quantity, last) if quantity is not None else None
        if amount is not None:
            amounts.append(amount)
            end = amount.end
        elif word[0].isdigit() and quantity is not None:
            end = quantity.end
    return borrow_units(page, _joined_ranges(page, amounts))


def _joined_ranges(page: Page, amounts: list[Amount]) -> list[Amount]:
    """The amounts, where two with the same noun are the ends of a range: *gồm từ 16 cầu cảng đến 19 cầu cảng*."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last is not None and _are_ends(page.lower, last, amount):
            quantity = msgspec.structs.replace(
                amount.quantity, value=None, low=last.quantity.value, high=amount.quantity.value, rule="range"
            )
            joined[-1] = msgspec.structs.replace(last, end=amount.end, quantity=quantity, rule="range")
        else:
            joined.append(amount)
    return joined


def _are_ends(lower: str, first: Amount, last: Amount) -> bool:
    """Whether two counts with one noun are the ends of a range, and not what it rose from and to."""
    low, high = first.quantity.value, last.quantity.value
    if first.unit is None or first.unit != last.unit or first.dimension != "count" or low is None or high is None:
        return False
    if low >= high or lower[first.end : last.start].removesuffix("dưới ") != f" {first.unit.lower()} đến ":
        return False
    return lower.endswith("từ ", 0, first.start) and not _MOVING.search(lower, max(0, first.start - 60), first.start)


def _may_open(lower: str, start: int, word: str) -> bool:
    """Whether what stands around an opener at `start` lets it open an amount."""
    if start > 1 and lower[start - 1] in "-–/.,:+" and (lower[start - 2].isalpha() or lower[start - 2].isdecimal()):
        # COVID-19, 1/500, 12+300: the tail of something else; but diện tích:299 ha, 44 lãnh đạo/46 công chức
        if lower[start - 1] == "/":
            out_of = word[0].isdigit() and word not in _PER_SO_MANY
            return out_of and _COUNTED.search(lower, max(0, start - 30), start) is not None
        return lower[start - 1] == ":" and lower[max(0, start - 3) : start - 1].isalpha() and word[0].isdigit()
    if word == "một":
        return _AFTER_ONE.match(lower, start + len(word)) is not None or one_counts(lower, start)
    return not word.isalpha() or lower.startswith((" ", ", "), start + len(word))


def find_taken(page: Page, dates: Sequence[Date]) -> list[tuple[int, int]]:
    """The spans of the page that hold no amounts (dates, labels, silent zones), sorted and merged."""
    spans = [(date.start, date.end) for date in dates]
    spans += [(label.start, label.end) for label in find_labels(page)]
    spans += [(zone.start, zone.end) for zone in page.zones if page.is_silent(zone.start, zone.end)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def uncovered(words: Iterable[tuple[int, str]], spans: Iterable[tuple[int, int]]) -> list[tuple[int, str]]:
    """The words, each with its offset, that begin in none of the spans; both are sorted, and the spans are separate.

    >>> uncovered([(0, "3"), (5, "11"), (9, "2")], [(4, 8)])
    [(0, '3'), (9, '2')]
    """
    left: list[tuple[int, str]] = []
    coming = iter(spans)
    start, end = next(coming, _NO_MORE)
    for word in words:
        while end <= word[0]:
            start, end = next(coming, _NO_MORE)
        if word[0] < start:
            left.append(word)
    return left


def _read_amount(page: Page, start: int, quantity: Quantity, last: Amount | None) -> Amount | None:
    """The amount at `start`, or None where the number names, orders or is no amount after all.

    `last` is the amount before it.
    """
    text, lower = page.text, page.lower
    once = quantity.unit == "lần" and quantity.in_words and lower.startswith("một", start)
    if once or is_glued(page, start, quantity):
        return None
    quantity = _read_english_thousands(lower, start, quantity)
    if quantity.unit == "%" and quantity.value and lower.endswith(_MINUS, 0, start):  # giảm 25 tỷ đồng (-3,1%)
        start, quantity = start - 1, msgspec.structs.replace(quantity, value=-quantity.value)
    has_unit = quantity.dimension != "count"
    share_of_it = lower.endswith("% (", 0, start) and lower.startswith(")", quantity.end)  # 78% (77.609) ý kiến
    noun = None if has_unit else match_noun(text, lower, quantity.end + share_of_it)
    if not has_unit and not states_an_amount(page, start, quantity, noun):
        if last is None or noun is not None or not is_counted_before(page, start, quantity, last):
            return None
        dimension, unit, end, rule = last.dimension, last.unit, quantity.end, COUNTED_BEFORE
    else:
        dimension, unit, end, rule = _read_dimension(page, start, quantity, noun)
    sentence = page.sentence_at(start)
    if dimension == "count" and unit is None:
        if noun is not None:
            unit = text[noun.start : noun.end]
        elif _POSTS.search(lower, max(sentence[0], start - 80), start):
            unit = "biên chế"
    what_noun = match_noun(text, lower, end) if has_unit else noun
    if what_noun is not None:
        what: str | None = text[what_noun.start : noun_phrase_end(lower, what_noun)]
    else:
        what = measured_before(text, lower, max(sentence[0], start - 100), start)
    modifier = _read_modifier(lower, start, quantity, noun, end)
    return Amount(start, end, quantity, dimension, unit, modifier, what, rule, sentence)


def _read_english_thousands(lower: str, start: int, quantity: Quantity) -> Quantity:
    """*2,000 nhân viên*, *9,400 USD*: no decimals end so, and no coin is that small: the comma groups thousands."""
    grouped = _COMMA_THOUSANDS.match(lower, start) if "," in lower[start + 1 : start + 4] else None
    if grouped is None or quantity.value is None or quantity.unit == "%":
        return quantity
    value = int(grouped[0].replace(",", "")) * quantity.scale
    return msgspec.structs.replace(quantity, value=value, precision=quantity.scale)


def _read_dimension(
    page: Page, start: int, quantity: Quantity, noun: Noun | None
) -> tuple[Dimension, str | None, int, str]:
    """The dimension, unit, end and rule, where the words around the number say more than the number itself."""
    lower = page.lower
    if quantity.unit == "lần" and not lower.startswith("gấp", start):
        ratio = _tells_a_ratio(lower, start, quantity)
        number_end = quantity.end - len(" lần")
        return ("ratio", "lần", quantity.end, "times") if ratio else ("count", "lần", number_end, "count")
    if quantity.dimension != "count":
        return quantity.dimension, quantity.unit, quantity.end, quantity.rule
    if noun is None or not noun.known:
        left_out = quantity.scale >= MONEY_SCALE and quantity.scale % MONEY_SCALE == 0
        spoken_of = quantity.scale >= 10**6 and _MONEY_CONTEXT.search(lower, max(0, start - 60), start)
        if left_out or (noun is None and spoken_of):
            return "money", "VND", quantity.end, "money"
    per = (
        _PER.match(lower, noun.end)
        if noun is not None and not is_administrative(lower[noun.start : noun.end])
        else None
    )
    if noun is not None and per is not None:
        unit = page.text[noun.start : per.end()]
        if per["each"]:
            unit = f"{page.text[noun.start : noun.end]}/{page.text[per.end('each') : per.end()]}"
        return "rate", unit, per.end(), "rate"
    return "count", None, quantity.end, quantity.rule if quantity.rule != "number" else "count"


def _tells_a_ratio(lower: str, start: int, quantity: Quantity) -> bool:
    """Whether *n lần* is how many times as much (*tăng 3 lần*, *hệ số 9,61 lần*), not how often (*bay 14.805 lần*)."""
    if quantity.rule == "range" or isinstance(quantity.value, Decimal):
        return True
    often = quantity.value is not None and quantity.value >= _NO_RATIO
    return not often and _TIMES_CONTEXT.search(lower, max(0, start - 40), start) is not None


def _is_on(lower: str, at: int, noun: Noun) -> bool:
    """Whether *trên* at `at` says where or out of what: *triển khai trên 126 xã*, *39 ghế trên 577 nghị sỹ*."""
    return lower.startswith(_ON, noun.start) or _OUT_OF.search(lower, 0, at) is not None


def _read_modifier(lower: str, start: int, quantity: Quantity, noun: Noun | None, end: int) -> Modifier | None:
    if quantity.modifier is not None:
        return quantity.modifier
    before = read_hedge_before(lower, start)
    if before is not None:
        odd = isinstance(quantity.value, int) and quantity.value % 10 != 0
        if odd and noun is not None and lower.startswith("trên", before[1]) and _is_on(lower, before[1], noun):
            return None
        return before[0]
    return read_hedge_after(lower, noun.end if noun is not None else end)
