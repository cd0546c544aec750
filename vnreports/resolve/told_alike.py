"""Levels told again in the same form: by the year, pair by pair, or as a list that another list has become."""

from vnreports.resolve.links import SOFT, TO_ENDS, Amounts, Relations
from vnreports.rules import Pattern

# năm 2020 là 50%, đến năm 2025 là 20%; năm 2015 có 1.002 lượt …; năm 2016 có 1.412 lượt
_NEXT_YEAR = Pattern(
    rf"[^.:\n]*(?:[,;]\ (?:và\ )?|\ và\ )(?:(?:đến|vào|sang)\ )?năm\ (?P<year>\d{{4}}|ngoái|trước|nay),?"
    rf"(?:\ (?:là|có|đạt|còn|(?:tăng\ |tăng\ tiếp\ )?lên|giảm\ còn|{SOFT}))*\ ",
    plain=True,
)
_IN_A_YEAR = Pattern(r"(?<!\w)năm\ (?P<year>\d{4}(?!\d)|ngoái|trước|nay)[^;:\n]*$")
_AGO = {"nay": 0, "ngoái": 1, "trước": 1}
_UNKNOWN_YEAR = 10_000  # of a report without a date: after every year that it names
# từ 7 phường, 120 xã thành 9 phường, 118 xã; trước là 90 xã, 8 thị trấn; nay là 88 xã, 9 thị trấn
_LIST_BEFORE = Pattern(r"(?<!\w)(?:từ|trước(?:\ (?:đây|đó))?\ (?:là|có))\ $")
_LIST_NOW = Pattern(
    r"(?:\ \p{L}+){1,2}(?:[,;]|,\ thì)?\ (?:(?:thành|còn|xuống(?:\ còn)?|lên)|(?:đến\ )?nay\ (?:là|còn|có)"
    rf"|sau\ \p{{L}}+\ \p{{L}}+\ (?:là|còn|có))\ (?:{SOFT}\ )*",
    plain=True,
)
_LIST_NEXT = Pattern(r"(?:\ \p{L}+){1,2}(?:,|\ và|,\ và)\ ", plain=True)


def link_next_year(setting: Amounts, index: int, relations: Relations) -> None:
    """*năm 2015 có 1.002 lượt với chi phí 438 tỷ đồng; năm 2016 có 1.412 lượt*: the same of the year told before."""
    this, lower = setting.amounts[index], setting.page.lower
    for earlier in range(index - 1, max(-1, index - 3), -1):
        last = setting.amounts[earlier]
        if not setting.in_one_sentence(earlier, index) or index in setting.changes or earlier in setting.changes:
            return
        if last.unit == this.unit and last.dimension == this.dimension:
            dated = _IN_A_YEAR.search(lower, last.sentence[0], last.start)
            following = _NEXT_YEAR.fullmatch(setting.between(earlier, index)) if dated else None
            if dated and following and _year_of(dated["year"], setting) < _year_of(following["year"], setting):
                relations.was.setdefault(index, earlier)
            return


def _year_of(word: str, setting: Amounts) -> int:
    """The year that stands after *năm*: in digits, or *nay*, *ngoái*, *trước*."""
    published = setting.page.published
    return int(word) if word.isdigit() else (published.year if published else _UNKNOWN_YEAR) - _AGO[word]


def link_next_column(setting: Amounts, index: int, relations: Relations) -> None:
    """*1.002 lượt với chi phí 438 tỷ đồng; năm 2016 có 1.412 lượt với chi phí 720 tỷ đồng*: told as the pair before."""
    earlier = relations.was.get(index - 1, index) + 1
    if earlier >= index - 1 or index in relations.was or index in setting.changes or earlier in setting.changes:
        return
    alike = setting.amounts[index].unit == setting.amounts[earlier].unit and setting.in_one_sentence(earlier, index)
    if alike and setting.between(earlier - 1, earlier) == setting.between(index - 1, index):
        relations.was[index] = earlier


def link_lists(setting: Amounts, relations: Relations) -> None:
    """*từ 7 phường, 120 xã thành 9 phường, 118 xã*: each of the second list was the one of its unit in the first."""
    amounts, lower = setting.amounts, setting.page.lower
    for turn in range(2, len(amounts) - 1):
        if amounts[turn - 2].sentence != amounts[turn].sentence or amounts[turn].dimension != "count":
            continue
        between = setting.between(turn - 1, turn)
        if not between.endswith(TO_ENDS) or not _LIST_NOW.fullmatch(between):
            continue
        first = turn - 1
        while first and _LIST_NEXT.fullmatch(setting.between(first - 1, first)):
            first -= 1
        after = turn + 1
        while after < len(amounts) and _LIST_NEXT.fullmatch(setting.between(after - 1, after)):
            after += 1
        start = amounts[first].start
        if first == turn - 1 or after == turn + 1 or not _LIST_BEFORE.search(lower, max(0, start - 16), start):
            continue
        earlier = {amounts[index].unit: index for index in range(first, turn)}
        for index in range(turn, after):
            if amounts[index].unit in earlier:
                relations.was[index] = earlier[amounts[index].unit]
                relations.moved.add(index)
