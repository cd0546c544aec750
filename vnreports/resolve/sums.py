"""Links that arithmetic proves: parts that add up to their total, a percentage that fits an amount and its whole."""

import functools
from collections.abc import Sequence
from decimal import Decimal

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.records import Number
from vnreports.resolve.kinds import are_of_one_kind, head_of
from vnreports.rules import Pattern

BALANCES = ("xuất siêu ", "nhập siêu ", "thặng dư ")
_REACH = 10  # amounts after a total among which its parts are looked for
_LIST_REACH = 60
_NO_CHANCE = 6  # significant digits
_SMALL = 9
_EXACT = Decimal("0.01")  # of a percentage
_SENTENCES = 4
_LIST_FOLLOWS = ("gồm:", "như sau:", "cụ thể:", "sau đây:")
_ANNOUNCING = ("trong đó", "gồm", "cụ thể")
_ALTOGETHER = Pattern(
    r"(?<!\w)(?:tổng\ cộng|(?:cộng|gộp)\ (?:lại|chung)|cả\ thảy)\ (?:(?:là|có|được|bằng|hơn|gần|khoảng)\ )*$",
    plain=True,
)
_MADE_UP_OF = Pattern(r"[^.;:()\d\n]{0,40}(?:,|\ \(|:)?\ ?(?<!\w)(?:bao\ )?gồm(?:\ có)?(?::\s*[-–+•*]?)?\ ", plain=True)
_TOTAL = Pattern(r"(?<!\w)(?:tổng\ cộng|tính\ chung|cộng\ chung|tổng)(?!\w)")


def find_parts(amounts: Sequence[Amount], page: Page, whole: int, *, changes: frozenset[int]) -> list[int]:
    """The amounts near `whole` that add up to it: a run of two or more of one kind, or an empty list.

    They stand in one sentence, unless the last says that it is what is left (*Số vốn còn lại …*), or the total has so
    many digits that its parts can't meet it by chance.
    """
    total = amounts[whole].quantity.value
    if total is None or total < 4 or amounts[whole].dimension in ("percent", "ratio"):
        return []
    if amounts[whole].dimension == "rate" and not _is_made_up(amounts, page, whole):
        return []
    if amounts[whole].modifier == "order" or amounts[whole].quantity.total is not None:
        return []  # hàng chục du khách; 266/397 vị are a part themselves
    before = _find_parts_before(amounts, page, whole, total)
    if len(amounts) - whole <= 2:
        return before
    # sửa 547 nhà, dựng mới 2.118 nhà, cộng lại 2.665 nhà. Theo đối tượng, …: made up in two ways
    parts = _find_listed_parts(amounts, page, whole, total, changes)
    candidates = _candidates(amounts, page, whole, total, changes)
    for first, candidate in enumerate(candidates):
        if not parts or candidate > parts[-1]:  # 59 đơn vị, gồm 52 xã và 7 phường; trong đó có 50 xã …: a list more
            parts += _find_run(amounts, page, whole, candidates[first:])
    return before + parts


def _find_run(amounts: Sequence[Amount], page: Page, whole: int, candidates: Sequence[int]) -> Sequence[int]:
    """The first of the candidates and those after it that add up to the whole, or none."""
    total = amounts[whole].quantity.value or 0
    running, slack = Decimal(0), Decimal(0)
    for last, candidate in enumerate(candidates):
        amount = amounts[candidate]
        running += amount.quantity.value or 0
        slack += Decimal(amount.quantity.precision) / 2
        run = candidates[: last + 1]
        if total < _SMALL and amount.sentence != amounts[whole].sentence:
            break  # 5 people in one event, 4 and 1 in the next
        fits = last > 0 and abs(running - total) <= _tolerance(amounts[whole], slack)
        if not fits and last > 1 and 0 < running - total <= total // 100:
            next_one = amounts[candidates[last + 1]] if last + 1 < len(candidates) else None
            fits = _is_rounded_down(amounts[whole]) and (next_one is None or next_one.sentence != amount.sentence)
        if fits and (
            (_stand_together(amounts, page, run[0], run[-1]) and _is_whole_list(amounts, page, whole, run))
            or (running == total and count_digits(total) >= _NO_CHANCE)
        ):
            return run
        if running > total:
            break
    return ()


def _is_made_up(amounts: Sequence[Amount], page: Page, whole: int) -> bool:
    """Whether a rate in money is divided: *2 triệu đồng/người, gồm 1,5 triệu đồng tiền nhà và 500.000 đồng đi lại*."""
    if not (amounts[whole].unit or "").startswith("VND/") or whole + 1 == len(amounts):
        return False
    between = page.lower[amounts[whole].end : amounts[whole + 1].start]
    return any(word in between for word in _ANNOUNCING)


def _is_rounded_down(whole: Amount) -> bool:
    """Whether the parts may make a little more: *hơn 13.000 tỷ đồng: A 5.330 tỷ, B 7.700 tỷ*."""
    return whole.modifier == "over" and whole.dimension == "money"


@functools.lru_cache(maxsize=1024)
def count_digits(number: Number) -> int:
    """How many digits of the number are not closing zeros."""
    return len(Decimal(number).normalize().as_tuple().digits)


def add_up(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the parts make the whole, but for the rounding of what is printed."""
    running = sum((Decimal(part.quantity.value or 0) for part in parts), Decimal(0))
    slack = sum((Decimal(part.quantity.precision) for part in parts), Decimal(0)) / 2
    return abs(running - (whole.quantity.value or 0)) <= _tolerance(whole, slack)


def _find_listed_parts(
    amounts: Sequence[Amount], page: Page, whole: int, total: Number, changes: frozenset[int]
) -> list[int]:
    """Three or more of the whole's kind, however many lines they fill, that add up to it exactly.

    Money and measures are a list of parts only where it is announced: *8 dự án, tổng vốn 311 triệu USD, gồm: …*.
    """
    if amounts[whole].unit is None or (
        amounts[whole].dimension != "count" and not _announces_list(amounts, page, whole)
    ):
        return []
    running: Number = 0
    parts: list[int] = []
    made_up = _is_made_up_of(amounts, page, whole, total)
    for index in range(whole + 1, min(whole + 1 + _LIST_REACH, len(amounts))):
        amount = amounts[index]
        value = amount.quantity.value
        if value is None or not amount.unit or (made_up and amount.dimension != "count"):
            continue
        if not made_up and not are_of_one_kind(amount, amounts[whole]):
            continue
        running += value
        parts.append(index)
        if amounts[whole].dimension == "count" and (index in changes) != (whole in changes) and not made_up:
            return []  # 700,5 điểm, tăng 0,5 điểm … 698 điểm, giảm 2 điểm: their sum is chance
        if running >= total:
            if made_up:
                return parts if running == total and len(parts) > 1 else []
            return parts if running == total and len(parts) > 2 and _is_whole_list(amounts, page, whole, parts) else []
    return []


def _is_made_up_of(amounts: Sequence[Amount], page: Page, whole: int, total: Number) -> bool:
    """Whether *gồm* right after a count says what it is made up of: *874 đầu mối, gồm 39 đảng bộ và 835 chi bộ*."""
    if amounts[whole].dimension != "count" or total < _SMALL or whole + 1 == len(amounts):
        return False
    between = amounts[whole].end, amounts[whole + 1].start
    return page.lower.find("gồm", *between) >= 0 and _MADE_UP_OF.fullmatch(page.lower, *between) is not None


def _announces_list(amounts: Sequence[Amount], page: Page, whole: int) -> bool:
    """Whether *gồm:*, *như sau:* or *cụ thể:* stands between an amount and the next of its kind."""
    following = (other for other in amounts[whole + 1 : whole + 4] if are_of_one_kind(other, amounts[whole]))
    end = next((other.start for other in following), amounts[whole].end)
    return any(page.lower.find(words, amounts[whole].end, end) >= 0 for words in _LIST_FOLLOWS)


def _find_parts_before(amounts: Sequence[Amount], page: Page, whole: int, total: Number) -> list[int]:
    """Two or more amounts before what the text calls their total: *193.784 tỷ … 259.785 tỷ. Tính chung là 453.569*.

    A total of few digits stands in their sentence, after the word: *50 xã, 30 phường, tổng cộng 80 đơn vị*.
    """
    lower, sentence, start = page.lower, amounts[whole].sentence, amounts[whole].start
    beside = count_digits(total) < _NO_CHANCE
    if beside:
        near = max(sentence[0], start - 30)
        led_by = lower[near:start]
        told = "cộng " in led_by or "gộp lại " in led_by or "cả thảy " in led_by
        if not told or not _ALTOGETHER.search(led_by):
            return []
    elif not _TOTAL.search(lower, sentence[0], start):
        return []
    running: Number = 0
    parts: list[int] = []
    for index in range(whole - 1, max(-1, whole - 1 - _REACH), -1):
        value = amounts[index].quantity.value
        if beside and amounts[index].sentence != sentence:
            break
        if value is None or not are_of_one_kind(amounts[index], amounts[whole]):
            continue
        running += value
        parts.insert(0, index)
        if running >= total:
            return parts if running == total and len(parts) > 1 else []
    return []


def _candidates(amounts: Sequence[Amount], page: Page, whole: int, total: Number, changes: frozenset[int]) -> list[int]:
    found, sentences = [], {amounts[whole].sentence}
    for index in range(whole + 1, min(whole + 1 + _REACH, len(amounts))):
        sentences.add(amounts[index].sentence)
        if len(sentences) > _SENTENCES:
            break
        value = amounts[index].quantity.value
        fits = value is not None and value < total and index not in changes and amounts[index].dimension != "rate"
        # xuất khẩu 390 tỷ USD, nhập khẩu 371 tỷ USD, xuất siêu 19 tỷ USD: no part
        if (
            fits
            and are_of_one_kind(amounts[index], amounts[whole])
            and (amounts[index].dimension != "money" or not page.lower.endswith(BALANCES, 0, amounts[index].start))
        ):
            found.append(index)
    return found


def _stand_together(amounts: Sequence[Amount], page: Page, first: int, last: int) -> bool:
    sentence = amounts[last].sentence
    led_by = page.lower[sentence[0] : amounts[last].start]
    return sentence == amounts[first].sentence or "còn lại" in led_by or led_by == "còn "


def _is_whole_list(amounts: Sequence[Amount], page: Page, whole: int, run: Sequence[int]) -> bool:
    """Whether the parts have no neighbour of their kind, which would be left out.

    14 đơn vị … Vụ A có 04 phòng, Vụ B có 04 phòng, Vụ C có 06 phòng, Vụ D có 04 phòng: three of them make 14 by chance;
    and so do *4; 5 và 2 tập thể* at the end of a list that begins with *11 tập thể; 8 tập thể*. Another list of the
    parts is announced: *59 đơn vị, gồm 52 xã và 7 phường; trong đó có 50 xã, 7 phường mới và 2 xã như cũ*.
    """
    sentence = amounts[run[0]].sentence
    if amounts[whole].sentence == sentence:
        announced = page.lower[amounts[run[0] - 1].end : amounts[run[0]].start]
        skipped = amounts[whole + 1 : run[0]]
        return any(word in announced for word in _ANNOUNCING) or not any(
            are_of_one_kind(amounts[whole], each) for each in skipped
        )
    if amounts[whole].dimension != "count":
        return True
    beside = (index for index in (run[0] - 1, run[-1] + 1) if whole < index < len(amounts))
    return not any(
        amounts[index].sentence == sentence and head_of(amounts[index]) == head_of(amounts[run[0]]) for index in beside
    )


def _tolerance(whole: Amount, slack: Decimal) -> Decimal:
    """Exact for counts; for money and measures, the rounding of what is printed, up to two in a thousand.

    Of a whole that says itself that it is rounded (*hơn 13.000 tỷ đồng*), one in a hundred.
    """
    if whole.dimension == "count":
        return Decimal(0)
    rounded = 100 if whole.modifier in ("over", "about") else 500
    return min(slack + Decimal(whole.quantity.precision) / 2, Decimal(whole.quantity.value or 0) / rounded)


def fits_share(part: Amount, whole: Amount, percent: Amount) -> bool:
    """Whether `percent` is part / whole to the digit printed.

    A whole or a part that is itself rounded (*hơn 36.000*) gets a per cent of room.
    """
    numbers = part.quantity.value, whole.quantity.value, percent.quantity.value
    if None in numbers or not numbers[1] or part.dimension != whole.dimension:
        return False
    nested = part.unit is not None and f" {part.unit}" in (whole.what or "")  # 63.230 lượt cơ sở … 7.434 cơ sở
    if (
        not are_of_one_kind(part, whole)
        and not nested
        and (part.dimension != "count" or percent.quantity.precision > _EXACT)
    ):
        return False  # kiểm tra 54.750 lượt hộ, phát hiện 9.056 hộ (16,54%): what so exact a share fits is no chance
    value, total, share = (Decimal(number or 0) for number in numbers)
    if value > total:
        return False
    room = Decimal(percent.quantity.precision) * (1 if part.modifier or whole.modifier else Decimal("0.6"))
    return abs(value / total * 100 - share) <= room


def find_whole_of_share(amounts: Sequence[Amount], part: int, percent: int) -> int | None:
    """The amount near `part` of which it is the stated percentage (*1.350 tỷ đồng, đạt 85% kế hoạch*), or None."""
    near = sorted(
        (index for index in range(max(0, part - 6), min(len(amounts), part + 7)) if index != part),
        key=lambda index: abs(index - part),
    )
    return next((index for index in near if fits_share(amounts[part], amounts[index], amounts[percent])), None)
