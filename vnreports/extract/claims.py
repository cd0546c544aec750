"""Where amounts stand in a report: every number that states how much or how many, with its unit and its hedge."""

import dataclasses
from collections.abc import Sequence

import regex

from vnreports.extract.labels import LABEL_RULES, read_label_noun
from vnreports.normalize.hedges import read_hedge_after, read_hedge_before
from vnreports.normalize.nouns import Noun, match_noun, noun_phrase_end
from vnreports.normalize.quantities import MONEY_SCALE, Quantity, match_quantity
from vnreports.page import Page
from vnreports.records import Date, Dimension, Modifier

_TRIGGER = regex.compile(
    r"(?<!\w)(?:[\d$€£]|(?:hàng|hằng|cả|vài|mấy|nhiều|gấp|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|nửa)(?=\ ))"
)
_GLUED = regex.compile(r"[\p{L}\d][-–/.,:+]$")  # COVID-19, 1/500, 12+300: the tail of something else
_PART_OF_A_NAME = regex.compile(r"(?:\p{Lu}[\p{L}]*\ )$")
_MONEY_CONTEXT = regex.compile(
    r"\b(?:kinh\ phí|vốn|chi|thu|nộp|phạt|hỗ\ trợ|lương|giá|tiền|doanh\ thu|ngân\ sách|thưởng|quỹ|nợ|lãi|lỗ|vay|bán|"
    r"mua)\b"
)
_TIMES_CONTEXT = regex.compile(r"\b(?:gấp|tăng|giảm|cao|thấp|lớn|nhiều|nhanh|hơn|bằng)\b[^.;]{0,24}$")
_PER = regex.compile(
    r"\ ?/\ ?(?:năm|tháng|ngày|giờ|tuần|quý|người|hộ|lớp|phòng|km2|km²|ha|vạn\ dân|lượt|xã|trường|huyện|tỉnh)(?!\w)"
)
# an amount without noun or unit stands after one of these: tăng từ 112 lên 559; tổng số là 5.258
_AMOUNT_EXPECTED = regex.compile(
    r"(?<!\w)(?:là|còn|lên|xuống|từ|tổng\ số|đạt|bằng|số\ lượng|tới|đến|thêm|đi|gồm|so\ với)\ $"
)
# mỗi năm, cả năm: years; vài ba dòng: a few
_YEAR_OR_FEW = regex.compile(r"(?:mỗi|hàng|hằng|cả|qua|nhiều|những|các|số|đầu|cuối|trong|giữa|một|vài|dăm)\ $")
_OUT_OF_A_TOTAL = regex.compile(r"\ trong\ (?:tổng\ )?(?:số\ )?(?:hơn\ |gần\ |khoảng\ )?\d")
_COMMA_THOUSANDS = regex.compile(r"[1-9]\d{0,2},000")
_NUMBER_OF = regex.compile(r"(?<!\w)(?:tổng\ số|số\ lượng|số|lượng)(?=\ )")
_TO_THE_NEXT = regex.compile(
    r"\ (?:xã\ |đơn\ vị\ )?(?:trong\ (?:tổng\ )?(?:số)?|lên|xuống|còn|đến|tới|thành)\ (?:hơn\ |gần\ |khoảng\ |còn\ )?"
)
_WHERE = frozenset({"xã", "phường", "tỉnh", "huyện", "quận", "địa bàn", "địa phương", "thành phố", "tuyến đường"})


@dataclasses.dataclass(frozen=True, slots=True)
class Amount:
    """A number that states an amount, before it is tied to anything else.

    `what` is the noun phrase that is counted or measured, as written, or None where none stands right after it.
    """

    start: int
    end: int
    quantity: Quantity
    dimension: Dimension
    unit: str | None
    modifier: Modifier | None
    what: str | None
    rule: str


def find_amounts(page: Page, dates: Sequence[Date]) -> list[Amount]:
    """The amounts of the page in text order; what is part of a date, a label or a silent zone is none."""
    taken = _taken_spans(page, dates)
    amounts: list[Amount] = []
    end = 0
    for trigger in _TRIGGER.finditer(page.lower):
        start = trigger.start()
        if start < end or _GLUED.search(page.lower, max(0, start - 2), start):
            continue
        covering = _covering(taken, start)
        if covering is not None:
            end = max(end, covering)
            continue
        quantity = match_quantity(page.lower, start)
        amount = _read_amount(page, start, quantity) if quantity is not None else None
        if amount is not None:
            amounts.append(amount)
            end = amount.end
        elif trigger[0].isdigit() and quantity is not None:
            end = quantity.end
    return _borrow_units(page, amounts)


def _borrow_units(page: Page, amounts: list[Amount]) -> list[Amount]:
    """The amounts, where a count without noun takes that of its sentence: *số lượng hồ sơ tăng từ 112 lên 559*."""
    borrowed: list[Amount] = []
    for index, amount in enumerate(amounts):
        unit = amount.unit
        if amount.dimension == "count" and unit is None:
            unit = _noun_of_number(page, amount.start)
        if amount.dimension == "count" and unit is None and index + 1 < len(amounts):
            following = amounts[index + 1]
            joined = _TO_THE_NEXT.fullmatch(page.lower, amount.end, following.start)
            unit = following.unit if joined and following.dimension == "count" else None
        borrowed.append(amount if unit == amount.unit else dataclasses.replace(amount, unit=unit))
    return borrowed


def _noun_of_number(page: Page, start: int) -> str | None:
    """The noun after the last *số*, *số lượng* before `start` in its sentence."""
    sentence = page.sentence_at(start)[0]
    for match in reversed(list(_NUMBER_OF.finditer(page.lower, sentence, start))):
        noun = match_noun(page.text, page.lower, match.end())
        if noun is not None and noun.known:
            return page.text[noun.start : noun.end]
    return None


def _taken_spans(page: Page, dates: Sequence[Date]) -> list[tuple[int, int]]:
    spans = [(date.start, date.end) for date in dates]
    spans += [(found.start, found.end) for rule in LABEL_RULES for found in rule.find(page.lower)]
    spans += [(zone.start, zone.end) for zone in page.zones if page.is_silent(zone.start, zone.end)]
    return sorted(spans)


def _covering(spans: list[tuple[int, int]], offset: int) -> int | None:
    return max((end for start, end in spans if start <= offset < end), default=None)


def _read_amount(page: Page, start: int, quantity: Quantity) -> Amount | None:
    """The amount at `start`, or None where the number names, orders or is no amount after all."""
    text, lower = page.text, page.lower
    if quantity.unit == "g" and text[quantity.end - 1] == "G":
        return None  # 3G, 4G
    if quantity.unit == "lần" and quantity.in_words and lower.startswith("một", start):
        return None  # hỗ trợ một lần
    after = lower[quantity.end : quantity.end + 2]
    if after[:1].isalpha() or after[:1] == "_" or (after[:1] in "-–/:" and after[1:].isalnum()):
        return None  # 8A3, 2-1, 16:9
    quantity = _read_english_thousands(lower, start, quantity)
    has_unit = quantity.dimension != "count"
    noun = None if has_unit else match_noun(text, lower, quantity.end)
    if not has_unit and not _states_an_amount(page, start, quantity, noun):
        return None
    dimension, unit, end, rule = _read_dimension(page, start, quantity, noun)
    if dimension == "count" and unit is None and noun is not None:
        unit = text[noun.start : noun.end]
    what_noun = noun if noun is not None else match_noun(text, lower, end)
    what = text[what_noun.start : noun_phrase_end(lower, what_noun)] if what_noun is not None else None
    modifier = _read_modifier(lower, start, quantity, noun, end)
    return Amount(start, end, quantity, dimension, unit, modifier, what, rule)


def _read_english_thousands(lower: str, start: int, quantity: Quantity) -> Quantity:
    """*2,000 nhân viên*: people come whole, so the comma groups thousands, the English way."""
    if (
        quantity.dimension != "count"
        or quantity.value is None
        or not _COMMA_THOUSANDS.fullmatch(lower, start, quantity.end)
    ):
        return quantity
    return dataclasses.replace(quantity, value=int(lower[start : quantity.end].replace(",", "")), precision=1)


def _read_dimension(
    page: Page, start: int, quantity: Quantity, noun: Noun | None
) -> tuple[Dimension, str | None, int, str]:
    """The dimension, unit, end and rule, where the words around the number say more than the number itself."""
    lower = page.lower
    if quantity.unit == "lần":
        ratio = quantity.rule == "range" or bool(_TIMES_CONTEXT.search(lower, max(0, start - 40), start))
        number_end = quantity.end - len(" lần")
        return ("ratio", "lần", quantity.end, "times") if ratio else ("count", "lần", number_end, "count")
    if quantity.dimension != "count":
        return quantity.dimension, quantity.unit, quantity.end, quantity.rule
    if noun is None or not noun.known:
        left_out = quantity.scale >= MONEY_SCALE and quantity.scale % MONEY_SCALE == 0
        spoken_of = quantity.scale >= 10**6 and _MONEY_CONTEXT.search(lower, max(0, start - 60), start)
        if left_out or (noun is None and spoken_of):
            return "money", "VND", quantity.end, "money"
    per = _PER.match(lower, noun.end) if noun is not None and lower[noun.start : noun.end] not in _WHERE else None
    if noun is not None and per is not None:
        return "rate", page.text[noun.start : per.end()], per.end(), "rate"
    return "count", None, quantity.end, quantity.rule if quantity.rule != "number" else "count"


def _read_modifier(lower: str, start: int, quantity: Quantity, noun: Noun | None, end: int) -> Modifier | None:
    if quantity.modifier is not None:
        return quantity.modifier
    before = read_hedge_before(lower, start)
    if before is not None:
        whole = isinstance(quantity.value, int) and quantity.value % 10 != 0
        where = noun is not None and lower[noun.start : noun.end] in _WHERE
        if whole and where and lower.startswith("trên", before[1]):
            return None  # triển khai trên 126 xã: in them, not more than
        return before[0]
    return read_hedge_after(lower, noun.end if noun is not None else end)


def _states_an_amount(page: Page, start: int, quantity: Quantity, noun: Noun | None) -> bool:
    """Whether a number without unit counts something."""
    lower = page.lower
    if quantity.rule == "order":
        return True
    known = noun is not None and noun.known
    if quantity.in_words and quantity.scale == 1:
        return _word_counts(page, start, quantity, known=known)
    label = read_label_noun(lower, start)
    if quantity.scale == 1 and (label == "always" or (label == "weak" and not _counts_despite_label(page, noun))):
        return False
    if _looks_like_a_year(quantity, lower[start : quantity.end]) and not known:
        return False
    if noun is not None:
        return known or not _names_something(page, start)
    if quantity.rule == "of_total" or quantity.scale > 1:
        return True
    if _OUT_OF_A_TOTAL.match(lower, quantity.end):
        return True  # 2 trong hơn 70 cơ sở
    return bool(_AMOUNT_EXPECTED.search(lower, max(0, start - 12), start)) or _is_long(lower[start : quantity.end])


def _counts_despite_label(page: Page, noun: Noun | None) -> bool:
    """Whether the noun after a number outweighs the label before: *cấp 500 giấy phép*, but *tổ 17 phường Trần Phú*."""
    if noun is None or not noun.known:
        return False
    place_follows = page.text[noun.end + 1 : noun.end + 2].isupper()
    return not (place_follows and page.lower[noun.start : noun.end] in _WHERE)


def _word_counts(page: Page, start: int, quantity: Quantity, *, known: bool) -> bool:
    """Whether a number word counts: *hai dự án*; not *một* the article, *năm* the year, a capital inside a name."""
    word = page.text[start : quantity.end]
    first_in_sentence = start == page.sentence_at(start)[0]
    if not known or (word[0].isupper() and not first_in_sentence):
        return False
    if word.lower() == "một":
        return False
    return word.lower() not in ("năm", "ba") or not _YEAR_OR_FEW.search(page.lower, max(0, start - 8), start)


def _looks_like_a_year(quantity: Quantity, written: str) -> bool:
    return quantity.rule == "number" and len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100


def _is_long(written: str) -> bool:
    return len(written) > 4 and "." in written


def _names_something(page: Page, start: int) -> bool:
    """Whether a capitalised word stands right before the number: *Vũng Áng 1 đi vào hoạt động*."""
    before = _PART_OF_A_NAME.search(page.text, max(0, start - 16), start)
    return before is not None and before.start() != page.sentence_at(start)[0] and not before[0].strip().isupper()
