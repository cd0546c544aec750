"""What a date expression is worth: points, ranges and durations of the calendar, as Vietnamese news writes them.

The rules are in `date_rules`, the arithmetic of the calendar in `periods`: both are ours, because each form must keep
the grain that the text states (*tháng 7/2025* is a month, never its 15th day). `read_date` alone falls back on
dateparser, for complete dates in the other ways of writing (*11 tháng 9 2025 lúc 10:00*, *2025-09-11T08:00*).
"""

import datetime
import functools

import msgspec
import regex

from vnreports.normalize.date_openers import DATE_OPENERS, OPENED, TRIED
from vnreports.normalize.date_readers import QUARTERS, with_year
from vnreports.normalize.date_rules import POINTS, DateRule
from vnreports.normalize.duration_rules import LENGTHS
from vnreports.normalize.lunar_rules import LUNAR_CLOSINGS, LUNAR_OPENINGS, LUNAR_POINTS
from vnreports.normalize.periods import DateValue, Expression, Period, Span, place
from vnreports.normalize.range_rules import CLOSINGS, OPENINGS
from vnreports.rules import Found
from vnreports.syllables import Syllables, split_syllables
from vnreports.text import fold_string

_LINK = regex.compile(
    r"""
    \ ?(?P<dash>[–—-])\ ?
    | (?:\ \([^()\n]{3,30}\))?  # *ngày 2/2 (mùng 6 Tết) đến ngày 8/2*
      \ (?:cho\ )?(?:đến|tới)(?:\ )
      (?P<part>(?:hết|cuối|đầu|giữa|sáng|trưa|chiều|tối|đêm|rạng\ sáng)\ (?=ngày|tháng|quý|năm\ \d|\d))?
      (?:\d{1,2}(?:h\d{0,2}|\ giờ(?:\ \d{1,2}\ phút)?)\ (?:(?:sáng|chiều|tối|đêm)\ )?(?=ngày|\d))?  # *đến 17h ngày 6/7*
    """,
    regex.VERBOSE,
)
_MORE_DAYS = regex.compile(r"(?:,\ ?(?P<day>\d{1,2})(?![\d/.-]))*(?:\ và\ |,\ ?)(?:ngày\ )?", regex.VERBOSE)
LISTED_PERIOD = "date/listed-period"
# quý I, II/2025; các tháng 4, 5 và 6: nothing that is counted may follow
_MORE_PERIODS = {
    grain: regex.compile(
        rf"(?:,\ (?P<number>{number}))*(?:\ và\ |,\ )(?P<number>{number})"
        r"(?:(?:/|\ ?-\ ?|,?\ năm\ )(?P<year>(?:19|20)\d\d)(?!\d)"
        r"|\ năm\ (?P<rel>nay|ngoái|trước|tới)(?!\w)|(?=[;:)\n]|[.,](?!\d)|\ (?:vừa\ qua|tới)(?!\w)|$)"
        r"|(?P<open>(?!\w)))"
    )
    for grain, number in (("month", r"(?:1[0-2]|0?[1-9])(?!\d)"), ("quarter", r"(?:iv|i{1,3}|[1-4])(?!\w)"))
}
# what stands beside a date without being part of it: *chiều 11/9*, *cuối năm 2025*
_LEFT_OUT = regex.compile(
    r"(?:(?:sáng|trưa|chiều|tối|đêm|đầu|cuối|giữa|hết|từ|đến|trước|sau|vào|trong|hơn|gần|khoảng|ngày)\ ?)*"
)
# a day, a month and a year in figures
_COMPLETE = regex.compile(r"(?=.*\d{4})(?=.*\d\D+\d).*\d.*")


_POINTS = (*POINTS, *LUNAR_POINTS)
_OPENINGS = (*OPENINGS, *LUNAR_OPENINGS)
_CLOSINGS = (*CLOSINGS, *LUNAR_CLOSINGS)
_ENDS = (*_POINTS, *_CLOSINGS)
# no use in trying these where a figure stands
_WORDED = frozenset(
    "month month-spelled outermost quarter half year decade century relative weekday same-period now-end end".split()
)
_ENDS_IN_FIGURES = tuple(rule for rule in _ENDS if rule.name.split("/")[1] not in _WORDED)
_LAST_DAYS = tuple(rule for rule in (*CLOSINGS, *POINTS) if "day-month" in rule.name)


@functools.cache
def _rules_for(trigger: str) -> tuple[tuple[DateRule, ...], tuple[DateRule, ...], tuple[DateRule, ...]]:
    """The rules that are tried where a trigger stands: points, openings of ranges, durations."""
    points, openings, lengths = (
        tuple(rule for rule in rules if rule.name.split("/")[1] in TRIED[trigger])
        for rules in (_POINTS, _OPENINGS, LENGTHS)
    )
    return points, openings, lengths


def find_expressions(lower: str, syllables: Syllables) -> list[Found[Expression]]:
    """The date expressions of a folded lower-case text with these syllables, without overlaps, in text order.

    >>> lower = "từ ngày 8-11/7, hơn 2 tháng"
    >>> [lower[found.start : found.end] for found in find_expressions(lower, split_syllables(lower))]
    ['ngày 8-11/7', '2 tháng']
    """
    found: list[Found[Expression]] = []
    position = 0
    figure = OPENED["digit"]
    for start, word in syllables.find(DATE_OPENERS):
        opened = OPENED.get(word, figure).match(lower, start) if start >= position else None
        if opened is None:
            continue
        items = match_expression(lower, start, trigger=opened.lastgroup or word)
        if items:
            found += items
            position = items[-1].end
    return found


def match_expression(lower: str, start: int, *, trigger: str) -> list[Found[Expression]]:
    """The longest expression that starts at `start`; two where a list shares its month (*ngày 5 và 6/8*)."""
    points, openings, lengths = _rules_for(trigger)
    point, opening = _longest(points, lower, start), _longest(openings, lower, start)
    for head in (opening, point):
        joined = _join(lower, head) if head is not None else []
        if joined:
            return joined
    found = [item for item in (point, _longest(lengths, lower, start)) if item is not None]
    return [max(found, key=lambda item: item.end)] if found else []


def _longest(rules: tuple[DateRule, ...], lower: str, start: int) -> Found[Expression] | None:
    """What the rules find at `start`: the longest, of several the first declared."""
    best: Found[Expression] | None = None
    for rule in rules:
        match = rule.compiled.match(lower, start)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        value = rule.read(match)
        if value is not None:
            best = Found(start, match.end(), value, rule.name)
    return best


def _join(lower: str, head: Found[Expression]) -> list[Found[Expression]]:
    """The range that `head` opens, or the list of days that share a month; [] where it stands alone."""
    opening = head.value
    if not isinstance(opening, Period):
        return []
    if opening.grain == "day" and opening.month is None and opening.shift is None:
        listed = _list_days(lower, head)
        if listed:
            return listed
    elif opening.grain in _MORE_PERIODS and opening.year is None and opening.shift is None:
        listed = _list_periods(lower, head)
        if listed:
            return listed
    link = _LINK.match(lower, head.end)
    if link is None:
        return []
    at = link.end()
    tail = _longest(_ENDS_IN_FIGURES if lower[at : at + 1].isdigit() else _ENDS, lower, at)
    if tail is None and link["part"]:  # nay đến cuối tháng, of which no month is told
        tail = _longest(_ENDS, lower, link.start("part"))
    if tail is None or not isinstance(tail.value, Period) or not _fits(opening, tail.value, dashed=bool(link["dash"])):
        return []
    return [Found(head.start, tail.end, Span(opening, tail.value), "date/range")]


def _list_days(lower: str, head: Found[Expression]) -> list[Found[Expression]]:
    """*ngày 4, 5 và 6/8*: a day each, all of the month that the last one states."""
    more = _MORE_DAYS.match(lower, head.end)
    if more is None or not isinstance(head.value, Period):
        return []
    last = _longest(_LAST_DAYS, lower, more.end())
    if last is None or not isinstance(last.value, Period):
        return []
    month, year = last.value.month, last.value.year
    days = [(head.start, head.end, head.value.day)]
    days += [(start, end, int(lower[start:end])) for start, end in more.spans("day")]
    shared: list[Found[Expression]] = [
        Found(start, end, Period("day", year=year, month=month, day=day), "date/listed-day") for start, end, day in days
    ]
    return [*shared, last]


def _list_periods(lower: str, head: Found[Expression]) -> list[Found[Expression]]:
    """*quý I, II/2025*, *tháng 4, 5 và 6*: a period each, all of the year that the last one states."""
    if not isinstance(head.value, Period) or (more := _MORE_PERIODS[head.value.grain].match(lower, head.end)) is None:
        return []
    first = with_year(head.value, more.groupdict())
    spans = more.spans("number")
    numbers = [QUARTERS.get(lower[start:end]) or int(lower[start:end]) for start, end in spans]
    opening = head.value.month or head.value.number
    if more["open"] is not None and (
        len(numbers) == 1 or numbers != list(range(opening + 1, opening + 1 + len(numbers)))
    ):
        return []  # tháng 4, 9 người; but tháng 4, 5, 6 thu 9 tỷ đồng
    field = "month" if first.grain == "month" else "number"
    listed: list[Found[Expression]] = [Found(head.start, head.end, first, LISTED_PERIOD)]
    for (start, end), number in zip(spans, numbers, strict=True):
        listed.append(Found(start, end, msgspec.structs.replace(first, **{field: number}), LISTED_PERIOD))
    return [*listed[:-1], msgspec.structs.replace(listed[-1], end=more.end())]


def _fits(first: Period, last: Period, *, dashed: bool) -> bool:
    """Whether two periods make a range: *2021-2025*, *1.2006 – 18.3.2008*, *9/2010 - nay*; not *quý III - 2025*."""
    if (
        first.grain == "day"
        and last.grain == "day"
        and last.day is not None
        and last.month is None
        and last.shift is None
    ):
        return False
    both_years = first.year is not None and last.year is not None and "quarter" not in (first.grain, last.grain)
    to_now = first.year is not None and last.shift == 0
    return first.grain == last.grain or not dashed or both_years or to_now


def read_date(string: str, *, on: datetime.date | None = None) -> DateValue | None:
    """The value of a date expression, or None where the whole string is not one; `on` resolves what it leaves out.

    >>> read_date("quý II/2025").edtf, read_date("15 ngày").duration
    ('2025-34', 'P15D')
    >>> read_date("chiều 11/9", on=datetime.date(2025, 9, 12)).first
    datetime.date(2025, 9, 11)
    """
    lower = " ".join(fold_string(string).lower().split())
    for told in ("", "ngày ", "năm ", "vào "):  # a bare *5/9*, *2025* or *tháng Mười* is taken for a date here
        text = told + lower
        found = find_expressions(text, split_syllables(text))
        if len(found) == 1 and found[0].end == len(text) and _LEFT_OUT.fullmatch(text, 0, found[0].start):
            return place(found[0].value, on=on)
    return _parse_complete(" ".join(string.split()))


@functools.lru_cache(maxsize=4096)
def _parse_complete(string: str) -> DateValue | None:
    """A complete day that dateparser reads: strict, in Vietnamese only, with day, month and year all stated."""
    if not _COMPLETE.fullmatch(string) or len(string) > 60:
        return None
    from dateparser.date import DateDataParser  # noqa: PLC0415 - a third of a second to import, rarely needed

    parser = DateDataParser(
        languages=["vi"], settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY", "RETURN_AS_TIMEZONE_AWARE": False}
    )
    parsed = parser.get_date_data(string)
    if parsed.date_obj is None or parsed.period not in ("day", "time"):
        return None
    day = parsed.date_obj.date()
    return DateValue("date", day, day, day.isoformat())
